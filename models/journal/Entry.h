// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Header.h"

#include <QJsonObject>

#include <optional>

namespace motcua::journal {

/** What an entry says, kept as the exact bytes that were hashed. Purged together or not at all. */
struct Payload
{
    QByteArray salt = {}; ///< 16 random bytes, so that a purged payload cannot be guessed from its hash
    QByteArray bytes = {}; ///< UTF-8 JSON object, at most 1 MiB

    friend bool operator==(const Payload &, const Payload &) = default;
};

/** One act in a log. Without a payload it was purged, or travelled as header only. */
struct Entry
{
    static constexpr qsizetype MaxPayload = 1024 * 1024;

    QByteArray headerBytes = {};
    Header header = {};
    std::optional<Payload> payload = {};

    /** SHA-256 of the header's bytes. */
    [[nodiscard]] QByteArray hash() const { return sha256(headerBytes); }

    /** The entry these bytes make, its payload checked against the header; EntryMalformed or PayloadMismatch. */
    [[nodiscard]] static Result<Entry> from(const QByteArray &headerBytes, const std::optional<Payload> &payload);

    friend bool operator==(const Entry &, const Entry &) = default;
};

/** What a decision wants written: an entry without its place in a log, its clock and its author. */
struct EntryDraft
{
    QByteArray kind = {};
    quint16 version = 1;
    Id subject = {};
    QByteArray payload = {}; ///< UTF-8 JSON object
    QJsonObject said = {}; ///< what the payload says, so that its author need not parse it again
    QList<EntryKey> basis = {};

    friend bool operator==(const EntryDraft &, const EntryDraft &) = default;
};

} // namespace motcua::journal
