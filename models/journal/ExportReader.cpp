// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/ExportReader.h"

#include "models/journal/Chain.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace motcua::journal {

namespace {

constexpr QByteArrayView Magic("MCJX0001");
static_assert(Magic.size() == ExportReader::BeginSize);
constexpr qsizetype HashSize = 32;
constexpr qsizetype SaltSize = 16;

/** Walks over bytes that may end too early; then nothing more is good. */
class Walk
{
public:
    explicit Walk(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    QByteArrayView take(qsizetype size)
    {
        if (!m_good || m_bytes.size() - m_at < size) {
            m_good = false;
            return {};
        }
        m_at += size;
        return m_bytes.sliced(m_at - size, size);
    }
    template <typename Integer>
    Integer number()
    {
        const QByteArrayView bytes = take(sizeof(Integer));
        return m_good ? qFromBigEndian<Integer>(bytes.data()) : Integer{0};
    }
    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] qsizetype at() const { return m_at; }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_good = true;
};

Error malformed(const char *what)
{
    return {ErrorCode::EntryMalformed, QString::fromLatin1(what)};
}

/** The record that begins here, up to where the walk stands then; none when it ends too early. */
Result<std::optional<ExportRecord>> recordOf(Walk &walk)
{
    if (const QByteArrayView mark = walk.take(1); walk.isGood() && mark.front() != 'E') {
        return malformed("neither a record nor the trailer");
    }
    ExportRecord record;
    record.headerBytes = walk.take(walk.number<quint16>()).toByteArray();
    const auto presence = walk.number<quint8>();
    if (walk.isGood() && (presence < 1 || presence > 4)) {
        return malformed("a payload neither present nor absent");
    }
    record.presence = static_cast<ExportRecord::Presence>(presence);
    if (record.presence == ExportRecord::Presence::Present) {
        Payload payload;
        payload.salt = walk.take(SaltSize).toByteArray();
        const auto size = walk.number<quint32>();
        if (size > Entry::MaxPayload) {
            return malformed("a payload over its limit");
        }
        payload.bytes = walk.take(size).toByteArray();
        record.payload = payload;
    }
    return walk.isGood() ? std::optional(record) : std::nullopt;
}

} // namespace

qsizetype ExportReader::sizeOf(const ExportRecord &record)
{
    const qsizetype payload = record.payload ? SaltSize + qsizetype{sizeof(quint32)} + record.payload->bytes.size() : 0;
    return 1 + qsizetype{sizeof(quint16)} + record.headerBytes.size() + 1 + payload;
}

Result<QList<ExportRecord>> ExportReader::recordsIn(QByteArrayView bytes)
{
    QList<ExportRecord> records;
    while (!bytes.isEmpty()) {
        Walk walk(bytes);
        const Result<std::optional<ExportRecord>> record = recordOf(walk);
        if (!record) {
            return record.error();
        }
        if (!*record) {
            return malformed("a record that ends too early");
        }
        records.append(**record);
        bytes = bytes.sliced(walk.at());
    }
    return records;
}

class ExportReader::State
{
public:
    [[nodiscard]] QByteArrayView rest() const { return QByteArrayView(buffer).sliced(at); }
    void pass(qsizetype size)
    {
        digest.addData(rest().first(size));
        at += size;
    }
    Error fail(const Error &error)
    {
        failure = error;
        return error;
    }
    void closeChain()
    {
        if (chain) {
            heads.append({chain->head(), chain->headHash(), {}, {}});
        }
    }

    QByteArray buffer;
    qsizetype at = 0;
    bool opened = false;
    QCryptographicHash digest{QCryptographicHash::Sha256};
    std::optional<Chain> chain;
    QList<LogHead> heads;
    std::optional<Error> failure;
};

ExportReader::ExportReader()
    : m_state(std::make_unique<State>())
{
}
ExportReader::~ExportReader() = default;
ExportReader::ExportReader(ExportReader &&) noexcept = default;
ExportReader &ExportReader::operator=(ExportReader &&) noexcept = default;

void ExportReader::feed(const QByteArray &bytes)
{
    m_state->buffer.remove(0, m_state->at);
    m_state->at = 0;
    m_state->buffer.append(bytes);
}

Result<std::optional<ExportRecord>> ExportReader::next()
{
    State &state = *m_state;
    if (state.failure) {
        return *state.failure;
    }
    if (!state.opened) {
        if (state.rest().size() < Magic.size()) {
            return std::optional<ExportRecord>{};
        }
        if (!state.rest().startsWith(Magic)) {
            return state.fail({ErrorCode::FileUnreadable, QStringLiteral("not a journal export")});
        }
        state.pass(Magic.size());
        state.opened = true;
    }
    if (state.rest().isEmpty() || state.rest().front() == 'T') {
        return std::optional<ExportRecord>{};
    }
    Walk walk(state.rest());
    const Result<std::optional<ExportRecord>> read = recordOf(walk);
    if (!read) {
        return state.fail(read.error());
    }
    if (!*read) {
        return std::optional<ExportRecord>{};
    }
    const ExportRecord &record = **read;
    const Result<Header> header = Header::decoded(record.headerBytes);
    if (!header) {
        return state.fail(header.error());
    }
    const Id origin = header->key.origin;
    if (!state.chain || state.chain->head().origin != origin) {
        if (state.chain && !(state.chain->head().origin < origin)) {
            return state.fail(malformed("origins do not ascend"));
        }
        state.closeChain();
        state.chain.emplace(origin);
    }
    if (const auto broken = state.chain->append(record.headerBytes, record.payload)) {
        return state.fail(broken->error());
    }
    state.pass(walk.at());
    return std::optional(record);
}

Result<ExportTrailer> ExportReader::finish(const HeadVerifier &verifier)
{
    State &state = *m_state;
    if (state.failure) {
        return *state.failure;
    }
    const Error truncated{ErrorCode::FileTruncated, QStringLiteral("the export ends too early")};
    if (!state.opened || state.rest().isEmpty() || state.rest().front() != 'T') {
        return state.fail(truncated);
    }
    state.closeChain();
    Walk walk(state.rest());
    walk.take(1);
    const auto count = walk.number<quint16>();
    ExportTrailer trailer;
    for (int i = 0; i < count && walk.isGood(); ++i) {
        LogHead head;
        head.last.origin = Id::fromBytes(walk.take(Id::Size));
        head.last.seq = walk.number<quint64>();
        head.hash = walk.take(HashSize).toByteArray();
        head.publicKey = walk.take(walk.number<quint8>()).toByteArray();
        head.signature = walk.take(walk.number<quint8>()).toByteArray();
        trailer.heads.append(head);
    }
    const qsizetype covered = walk.at();
    const QByteArray digest = walk.take(HashSize).toByteArray();
    if (!walk.isGood()) {
        return state.fail(truncated);
    }
    if (walk.at() != state.rest().size()) {
        return state.fail(malformed("bytes after the end of the export"));
    }
    state.pass(covered);
    if (state.digest.result() != digest) {
        return state.fail({ErrorCode::ChainBroken, QStringLiteral("the export's bytes were changed")});
    }
    if (trailer.heads.size() != state.heads.size()) {
        return state.fail({ErrorCode::ChainBroken, QStringLiteral("the trailer names other logs than the export holds")});
    }
    for (qsizetype i = 0; i < trailer.heads.size(); ++i) {
        const LogHead &head = trailer.heads.at(i);
        if (head.last != state.heads.at(i).last || head.hash != state.heads.at(i).hash) {
            return state.fail({ErrorCode::ChainBroken, QStringLiteral("a log ends elsewhere than the trailer says")});
        }
        const bool unsignedHead = head.publicKey.isEmpty() && head.signature.isEmpty();
        const bool wellFormed = head.publicKey.size() == 32 && head.signature.size() == 64;
        if (!unsignedHead && (!wellFormed || !verifier(head))) {
            return state.fail({ErrorCode::SignatureWrong, QStringLiteral("the signature of a log's end does not fit")});
        }
    }
    return trailer;
}

} // namespace motcua::journal
