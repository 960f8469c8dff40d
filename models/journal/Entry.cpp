// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Entry.h"

namespace motcua::journal {

Result<Entry> Entry::from(const QByteArray &headerBytes, const std::optional<Payload> &payload)
{
    Result<Header> header = Header::decoded(headerBytes);
    if (!header) {
        return header.error();
    }
    if (payload) {
        if (payload->salt.size() != 16 || payload->bytes.size() > MaxPayload) {
            return Error{ErrorCode::EntryMalformed, QStringLiteral("salt or payload has another size than the format gives it")};
        }
        if (payloadHash(payload->salt, payload->bytes) != header->payloadHash) {
            return Error{ErrorCode::PayloadMismatch, QStringLiteral("the payload is not the one that was hashed")};
        }
    }
    return Entry{headerBytes, *std::move(header), payload};
}

} // namespace motcua::journal
