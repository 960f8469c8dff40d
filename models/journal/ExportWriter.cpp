// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/ExportWriter.h"

#include "models/journal/Chain.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <limits>

namespace motcua::journal {

namespace {

template <typename Integer>
QByteArray bigEndian(Integer value)
{
    QByteArray bytes(sizeof(Integer), Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

Error invalid(const char *what)
{
    return {ErrorCode::Invalid, QString::fromLatin1(what)};
}

} // namespace

class ExportWriter::State
{
public:
    QByteArray hashed(const QByteArray &bytes)
    {
        digest.addData(bytes);
        return bytes;
    }

    QCryptographicHash digest{QCryptographicHash::Sha256};
    std::optional<Chain> chain;
};

ExportWriter::ExportWriter()
    : m_state(std::make_unique<State>())
{
}
ExportWriter::~ExportWriter() = default;
ExportWriter::ExportWriter(ExportWriter &&) noexcept = default;
ExportWriter &ExportWriter::operator=(ExportWriter &&) noexcept = default;

QByteArray ExportWriter::begin()
{
    return m_state->hashed(QByteArrayLiteral("MCJX0001"));
}

Result<QByteArray> ExportWriter::record(const ExportRecord &record)
{
    const Result<Header> header = Header::decoded(record.headerBytes);
    if (!header) {
        return header.error();
    }
    if ((record.presence == ExportRecord::Presence::Present) != record.payload.has_value()) {
        return invalid("a payload is given exactly when it is present");
    }
    const Id origin = header->key.origin;
    if (!m_state->chain || m_state->chain->head().origin != origin) {
        if (m_state->chain && !(m_state->chain->head().origin < origin)) {
            return invalid("origins ascend");
        }
        if (m_heads.size() == std::numeric_limits<quint16>::max()) {
            return invalid("more origins than one export can hold");
        }
        m_state->chain.emplace(origin);
        m_heads.append(LogHead{});
    }
    if (const auto broken = m_state->chain->append(record.headerBytes, record.payload)) {
        return broken->error();
    }
    m_heads.last() = {m_state->chain->head(), m_state->chain->headHash(), {}, {}};
    QByteArray bytes = 'E' + bigEndian(static_cast<quint16>(record.headerBytes.size())) + record.headerBytes;
    bytes.append(static_cast<char>(record.presence));
    if (record.payload) {
        bytes += record.payload->salt + bigEndian(static_cast<quint32>(record.payload->bytes.size())) + record.payload->bytes;
    }
    return m_state->hashed(bytes);
}

Result<QByteArray> ExportWriter::end(const Signer &signer)
{
    QByteArray bytes = 'T' + bigEndian(static_cast<quint16>(m_heads.size()));
    for (LogHead &head : m_heads) {
        const Result<LogHead> vouched = signer(head);
        if (!vouched) {
            return vouched.error();
        }
        const bool unsignedHead = vouched->publicKey.isEmpty() && vouched->signature.isEmpty();
        if (!unsignedHead && (vouched->publicKey.size() != 32 || vouched->signature.size() != 64)) {
            return invalid("a head has a key of 32 and a signature of 64 bytes, or neither");
        }
        head.publicKey = vouched->publicKey;
        head.signature = vouched->signature;
        bytes += head.last.origin.bytes() + bigEndian(head.last.seq) + head.hash;
        bytes += static_cast<char>(head.publicKey.size()) + head.publicKey;
        bytes += static_cast<char>(head.signature.size()) + head.signature;
    }
    m_state->digest.addData(bytes);
    return bytes + m_state->digest.result();
}

} // namespace motcua::journal
