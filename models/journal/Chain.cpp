// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Chain.h"

namespace motcua::journal {

Error ChainBreak::error() const
{
    const QString where = QStringLiteral(" at %1/%2").arg(at.origin.toString()).arg(at.seq);
    switch (reason) {
    case Reason::Malformed:
        return {ErrorCode::EntryMalformed, QStringLiteral("malformed header") + where};
    case Reason::OtherOrigin:
        return {ErrorCode::ChainBroken, QStringLiteral("entry of another log") + where};
    case Reason::Gap:
        return {ErrorCode::ChainBroken, QStringLiteral("entries missing before the one") + where};
    case Reason::Repeated:
        return {ErrorCode::ChainBroken, QStringLiteral("the same entry again") + where};
    case Reason::Forked:
        return {ErrorCode::OriginForked, QStringLiteral("two entries claim one place") + where};
    case Reason::PreviousHash:
        return {ErrorCode::ChainBroken, QStringLiteral("previous hash does not fit") + where};
    case Reason::PayloadHash:
        return {ErrorCode::PayloadMismatch, QStringLiteral("payload hash does not fit") + where};
    }
    return {ErrorCode::ChainBroken, where};
}

Chain::Chain(const Id &origin, Sha256 sha256)
    : Chain(EntryKey{origin, 0}, QByteArray(32, '\0'), sha256)
{
}

Chain::Chain(const EntryKey &last, const QByteArray &lastHash, Sha256 sha256)
    : m_head(last)
    , m_headHash(lastHash)
    , m_sha256(sha256)
{
}

std::optional<ChainBreak> Chain::append(const QByteArray &headerBytes, const std::optional<Payload> &payload)
{
    if (m_broken) {
        return m_broken;
    }
    const auto broken = [this](const EntryKey &at, ChainBreak::Reason reason) { return m_broken = ChainBreak{at, reason}; };
    const Result<Header> header = Header::decoded(headerBytes);
    if (!header) {
        return broken({m_head.origin, m_head.seq + 1}, ChainBreak::Reason::Malformed);
    }
    const EntryKey &key = header->key;
    if (key.origin != m_head.origin) {
        return broken(key, ChainBreak::Reason::OtherOrigin);
    }
    const QByteArray hash = m_sha256(headerBytes, {});
    if (key.seq == m_head.seq) {
        return broken(key, hash == m_headHash ? ChainBreak::Reason::Repeated : ChainBreak::Reason::Forked);
    }
    if (key.seq != m_head.seq + 1) {
        return broken(key, key.seq < m_head.seq ? ChainBreak::Reason::Repeated : ChainBreak::Reason::Gap);
    }
    if (header->previous != m_headHash) {
        return broken(key, ChainBreak::Reason::PreviousHash);
    }
    if (payload) {
        if (payload->salt.size() != 16 || payload->bytes.size() > Entry::MaxPayload
            || m_sha256(payload->salt, payload->bytes) != header->payloadHash) {
            return broken(key, ChainBreak::Reason::PayloadHash);
        }
    } else {
        ++m_withoutPayload;
    }
    m_head = key;
    m_headHash = hash;
    return {};
}

std::optional<ChainBreak> Chain::firstBreak(const Id &origin, const QList<Entry> &log)
{
    Chain chain(origin);
    for (const Entry &entry : log) {
        if (const auto broken = chain.append(entry)) {
            return broken;
        }
    }
    return {};
}

} // namespace motcua::journal
