// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/journal/LogHead.h"

#include <QJsonObject>

namespace motcua::sync {

/** A head as it travels. Error: PeerNonsense. */
[[nodiscard]] QJsonObject headToJson(const journal::LogHead &head);
[[nodiscard]] Result<journal::LogHead> headFromJson(const QJsonObject &json);

/** What the owner of a log signed, and that somebody else saw it then: who has both can show that nothing before that place was changed since. */
struct WitnessedHead
{
    journal::LogHead head = {};
    Id witness = {}; ///< whose log the witness writes
    QByteArray publicKey = {}; ///< Ed25519 of that log
    QByteArray signature = {}; ///< over signedBytes()
    qint64 atMs = 0; ///< by the clock of the witness, ms since 1970-01-01 UTC

    /** What the witness signs: the 16 bytes "motcua seen v1\0\0", origin 16, seq 8, hash 32, atMs 8, integers big-endian; 80 bytes. */
    [[nodiscard]] static QByteArray signedBytes(const journal::LogHead &head, qint64 atMs);

    /** Whether both signatures are those of the keys that are named. Whose keys they are is for whoever asks to know. */
    [[nodiscard]] bool isSigned() const;

    /** Error: PeerNonsense. */
    [[nodiscard]] static Result<WitnessedHead> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const WitnessedHead &, const WitnessedHead &) = default;
};

} // namespace motcua::sync
