// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Recorded.h"
#include "models/journal/LogHead.h"
#include "models/journal/VersionVector.h"

#include <QJsonObject>

#include <optional>

namespace motcua::sync {

/** What two holders of a journal tell each other before anything else. */
struct Greeting
{
    static constexpr int Protocol = 1; ///< counts up when an older program would misunderstand

    int protocol = Protocol;
    Id origin = {}; ///< whose log the speaker writes
    bool training = false;
    QString program = {}; ///< name and version, for whoever reads a log
    qint64 nowMs = 0; ///< the speaker's clock, ms since 1970-01-01 UTC
    journal::VersionVector has = {};
    journal::VersionVector offers = {}; ///< of what the speaker has, what the listener may take
    std::optional<journal::LogHead> yours = {}; ///< the highest place of the listener's own log that its key signed, as far as the speaker has it
    qint64 catalogue = 0; ///< edition of the catalogue package the speaker gives (security::SignedCatalogue); 0: none
    std::optional<journal::LogHead> yoursToo = {}; ///< what that key signed for other entries in the same places: two machines write the log

    /** PeerNonsense when a member is missing, of another type or too much; PeerNewer for another protocol. */
    [[nodiscard]] static Result<Greeting> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const Greeting &, const Greeting &) = default;
};

/** What became of a batch that was given. Stored means held, not approved of: a verdict is an entry of its own. */
struct Receipt
{
    journal::VersionVector has = {}; ///< afterwards
    qsizetype stored = 0;
    qsizetype duplicates = 0;
    QList<storage::RefusedEntry> refused = {};
    std::optional<journal::LogHead> otherHead = {}; ///< of a log that two machines write: what its owner signed for the other entries

    [[nodiscard]] static Result<Receipt> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace motcua::sync
