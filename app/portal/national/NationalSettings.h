// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"

#include <QMap>

namespace motcua::national {

/** How the telling last went, as the gateway wrote it down for other programs of its store. */
struct LastTold
{
    qint64 toldMs = 0; ///< when something last arrived, ms since 1970-01-01 UTC; 0: never
    qint64 failingMs = 0; ///< since when nothing does; 0: it does
    qint64 nextTryMs = 0; ///< while it fails
    QString failure = {}; ///< name of the error it fails with

    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static LastTold fromJson(const QByteArray &json);

    friend bool operator==(const LastTold &, const LastTold &) = default;
};

/** What a gateway's store keeps of the national system, inside it as everything else: nothing of it is a file. */
struct NationalSettings
{
    /** Whose word an entry's verdict is. */
    enum class Verdicts {
        Own, ///< of the rules of this portal (resources/portal/verdicts.json)
        National, ///< what these rules take is the national system's to take or to refuse
    };

    QByteArray access = {}; ///< a file of NationalAccess, with its password; empty: nothing is told
    Verdicts verdicts = Verdicts::Own; ///< counts only while there is an access: nobody waits for the word of who is not told
    QByteArray woken = {}; ///< another value: try now
    LastTold last = {};

    // Names of settings, below `prefix`.
    [[nodiscard]] static QString prefix() { return QStringLiteral("national."); }
    [[nodiscard]] static QString accessName() { return QStringLiteral("access"); }
    [[nodiscard]] static QString verdictsName() { return QStringLiteral("verdicts"); }
    [[nodiscard]] static QString wokenName() { return QStringLiteral("woken"); }
    [[nodiscard]] static QString lastName() { return QStringLiteral("last"); }

    /** "own", "national"; nothing for any other word. */
    [[nodiscard]] static std::optional<Verdicts> verdictsOf(const QString &word);
    [[nodiscard]] static QString word(Verdicts verdicts);

    /** Out of what storage::SettingsUnder finds below `prefix`. */
    [[nodiscard]] static NationalSettings in(const QMap<QString, QByteArray> &kept);

    // Both wait for the store.
    [[nodiscard]] static Result<NationalSettings> of(const storage::Store &store);
    /** Access and verdicts; who has the store open follows within a second. */
    [[nodiscard]] Result<> keepIn(const storage::Store &store) const;
};

} // namespace motcua::national
