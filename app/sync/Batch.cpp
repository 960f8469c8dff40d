// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Batch.h"

#include <QtEndian>

#include <zstd.h>

#include <optional>

namespace motcua::sync {

using journal::Entry;
using journal::Payload;
using journal::Run;

namespace {

constexpr QByteArrayView Magic("MCB1");
constexpr char AsItIs = 0;
constexpr char Packed = 1;
constexpr int Level = 3; // what follows costs more time than the line gains
constexpr int WindowBits = 23; // 8 MiB: no frame may ask the reader for more than a batch may have
constexpr qsizetype FreeOfRatio = 64 * 1024; // a few alike entries may well pack better than a hundred to one
constexpr qsizetype TrickleBytes = 1024 * 1024; // until then the ratio is looked at only at the end
constexpr qsizetype KeySize = 32;
constexpr qsizetype SaltSize = 16;

template <typename Integer>
void put(QByteArray &bytes, Integer value)
{
    const Integer big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

QByteArray bodyOf(const Run &run)
{
    QByteArray body;
    put(body, static_cast<quint16>(run.entries.size()));
    body += run.head.publicKey;
    put(body, static_cast<quint8>(run.head.signature.size()));
    body += run.head.signature;
    for (const Entry &entry : run.entries) {
        put(body, static_cast<quint16>(entry.headerBytes.size()));
        body += entry.headerBytes;
        put(body, static_cast<quint8>(entry.payload ? 1 : 0));
        if (entry.payload) {
            body += entry.payload->salt;
            put(body, static_cast<quint32>(entry.payload->bytes.size()));
            body += entry.payload->bytes;
        }
    }
    return body;
}

/** Takes bytes off the front; after one request too many nothing is good any more. */
class Walk
{
public:
    explicit Walk(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    QByteArrayView take(qsizetype size)
    {
        if (size > m_rest.size()) {
            m_good = false;
            m_rest = {};
            return {};
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }
    template <typename Integer>
    Integer number()
    {
        const QByteArrayView bytes = take(sizeof(Integer));
        return m_good ? qFromBigEndian<Integer>(bytes.data()) : Integer{0};
    }
    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] bool isAtEnd() const { return m_good && m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_good = true;
};

Result<Run> runOfBody(QByteArrayView body)
{
    const Error cutOff{ErrorCode::FileTruncated, QStringLiteral("a batch")};
    Walk walk(body);
    Run run;
    const auto count = walk.number<quint16>();
    run.head.publicKey = walk.take(KeySize).toByteArray();
    run.head.signature = walk.take(walk.number<quint8>()).toByteArray();
    if (!walk.isGood()) {
        return cutOff;
    }
    if (count == 0 || count > Run::MaxEntries) {
        return Error{ErrorCode::EntryMalformed, QStringLiteral("no entry, or more than 500")};
    }
    for (int i = 0; i < count; ++i) {
        const QByteArray header = walk.take(walk.number<quint16>()).toByteArray();
        const auto presence = walk.number<quint8>();
        std::optional<Payload> payload;
        if (presence == 1) {
            payload = Payload{walk.take(SaltSize).toByteArray(), {}};
            payload->bytes = walk.take(walk.number<quint32>()).toByteArray();
        }
        if (!walk.isGood()) {
            return cutOff;
        }
        if (presence > 1) {
            return Error{ErrorCode::EntryMalformed, QStringLiteral("a payload neither there nor away")};
        }
        Result<Entry> entry = Entry::from(header, payload);
        if (!entry) {
            return entry.error();
        }
        run.entries.append(std::move(*entry));
    }
    if (!walk.isAtEnd()) {
        return Error{ErrorCode::EntryMalformed, QStringLiteral("bytes after the last entry")};
    }
    run.head.last = run.entries.constLast().header.key;
    run.head.hash = run.entries.constLast().hash();
    if (const Result<> checked = run.checked(); !checked) {
        return checked.error();
    }
    return run;
}

} // namespace

QByteArray batchOf(const Run &run)
{
    const QByteArray body = bodyOf(run);
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(body.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress(packed.data(), static_cast<size_t>(packed.size()), body.constData(), static_cast<size_t>(body.size()), Level);
    const bool tooGood = !ZSTD_isError(size) && body.size() > FreeOfRatio
        && body.size() / BatchReader::MaxRatio >= static_cast<qsizetype>(size);
    if (ZSTD_isError(size) || tooGood) {
        return Magic.toByteArray() + AsItIs + body;
    }
    packed.truncate(static_cast<qsizetype>(size));
    return Magic.toByteArray() + Packed + packed;
}

class BatchReader::State
{
public:
    Result<> feed(QByteArrayView bytes)
    {
        if (m_failure) {
            return *m_failure;
        }
        m_read += bytes.size();
        while (m_begin.size() <= Magic.size() && !bytes.isEmpty()) {
            m_begin += bytes.front();
            bytes = bytes.sliced(1);
        }
        if (!Magic.startsWith(QByteArrayView(m_begin).first(qMin(m_begin.size(), Magic.size())))) {
            return fail({ErrorCode::FileKindUnknown, QStringLiteral("not a batch of entries")});
        }
        if (m_begin.size() <= Magic.size()) {
            return {};
        }
        switch (m_begin.back()) {
        case AsItIs:
            return append(bytes);
        case Packed:
            return unpack(bytes);
        default:
            return fail({ErrorCode::FileNewer, QStringLiteral("a batch packed in a way not known here")});
        }
    }

    Result<Run> end()
    {
        if (m_failure) {
            return *m_failure;
        }
        if (m_begin.size() <= Magic.size() || (m_begin.back() == Packed && !m_ended)) {
            return fail({ErrorCode::FileTruncated, QStringLiteral("a batch")});
        }
        return runOfBody(m_body);
    }

private:
    Error fail(const Error &error)
    {
        m_failure = error;
        m_body.clear();
        return error;
    }

    Result<> append(QByteArrayView bytes)
    {
        if (m_body.size() + bytes.size() > MaxBytes) {
            return fail({ErrorCode::FileTooLarge, QString::number(MaxBytes)});
        }
        m_body.append(bytes);
        return {};
    }

    Result<> unpack(QByteArrayView bytes)
    {
        if (!m_stream) {
            m_stream.reset(ZSTD_createDStream());
            ZSTD_DCtx_setParameter(m_stream.get(), ZSTD_d_windowLogMax, WindowBits);
            m_piece.resize(static_cast<qsizetype>(ZSTD_DStreamOutSize()));
        }
        ZSTD_inBuffer in{bytes.data(), static_cast<size_t>(bytes.size()), 0};
        bool isFull = false;
        while (in.pos < in.size || isFull) {
            if (m_ended) {
                return fail({ErrorCode::EntryMalformed, QStringLiteral("bytes after the batch")});
            }
            ZSTD_outBuffer out{m_piece.data(), static_cast<size_t>(m_piece.size()), 0};
            const size_t left = ZSTD_decompressStream(m_stream.get(), &out, &in);
            if (ZSTD_isError(left)) {
                return fail({ErrorCode::EntryMalformed, QString::fromLatin1(ZSTD_getErrorName(left))});
            }
            const auto made = static_cast<qsizetype>(out.pos);
            // While it trickles, what was read so far says little: a batch may open with its best packed part.
            if (m_body.size() + made > FreeOfRatio + MaxRatio * m_read && m_body.size() + made > TrickleBytes) {
                return fail({ErrorCode::FileTooLarge, QStringLiteral("a batch packed more than a hundred to one")});
            }
            if (const Result<> appended = append(QByteArrayView(m_piece).first(made)); !appended) {
                return appended.error();
            }
            m_ended = left == 0;
            if (m_ended && m_body.size() > FreeOfRatio + MaxRatio * m_read) {
                return fail({ErrorCode::FileTooLarge, QStringLiteral("a batch packed more than a hundred to one")});
            }
            isFull = !m_ended && out.pos == out.size;
        }
        return {};
    }

    struct Freed
    {
        void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
    };

    QByteArray m_begin;
    QByteArray m_body;
    QByteArray m_piece;
    qsizetype m_read = 0;
    bool m_ended = false;
    std::unique_ptr<ZSTD_DStream, Freed> m_stream;
    std::optional<Error> m_failure;
};

BatchReader::BatchReader()
    : m_state(std::make_unique<State>())
{
}
BatchReader::~BatchReader() = default;
BatchReader::BatchReader(BatchReader &&) noexcept = default;
BatchReader &BatchReader::operator=(BatchReader &&) noexcept = default;

Result<> BatchReader::feed(QByteArrayView bytes)
{
    return m_state->feed(bytes);
}

Result<Run> BatchReader::end()
{
    return m_state->end();
}

Result<Run> runIn(QByteArrayView batch)
{
    BatchReader reader;
    if (const Result<> fed = reader.feed(batch); !fed) {
        return fed.error();
    }
    return reader.end();
}

} // namespace motcua::sync
