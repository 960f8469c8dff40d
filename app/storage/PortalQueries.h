// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/JournalTables.h"

#include <QList>
#include <QMap>
#include <QSet>

#include <optional>
#include <variant>

/** What a portal asks of its store, for Store::ask(). */
namespace motcua::storage {

class Connection;

/**
 * What this store itself wrote of desks (desk.invited, enrolled, revoked), now or before it was restored, in its order: all of it, or of one desk
 * with the invitations it came with. What stands in other logs under these names is nobody's word.
 */
struct DeskEntries
{
    using Answer = QList<journal::Entry>;
    std::optional<Id> desk = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** What this store itself wrote of other systems (system.admitted, removed), likewise. */
struct SystemEntries
{
    using Answer = QList<journal::Entry>;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** A log, as far as this store has heard of it. */
struct OriginNow
{
    using Answer = std::optional<OriginRow>;
    Id origin = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/**
 * The logs a desk may be given by a portal: those this store wrote, and those of the unit that the desk's own log says it stands at. Of a desk that
 * has not said it, the former alone.
 */
struct LogsForDesk
{
    using Answer = QSet<Id>;
    Id desk = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Whether a dossier that was received by the unit a desk stands at, or is decided by it, has an attachment of this name. */
struct IsFileOfUnit
{
    using Answer = bool;
    Id desk = {};
    QByteArray name = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Which of these are dossiers that neither were received by the unit a desk stands at nor are decided by it: their contents are none of its business. */
struct DossiersOfOtherUnits
{
    using Answer = QSet<Id>;
    Id desk = {};
    QSet<Id> subjects = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** At which units the desks stand whose logs are here: organisation code to name. */
struct UnitsOfDesks
{
    using Answer = QMap<QString, QString>;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** How many logs here say that they are of this desk of a unit: one for each machine that ever had its number. */
struct LogsOfDesk
{
    using Answer = int;
    QString organisation = {}; ///< its code
    int desk = 0;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** For Store::keep(): forgets what keepSetting() kept under these names. */
struct ForgottenSettings
{
    using Answer = std::monostate;
    QStringList names = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** What keepSetting() kept under names that begin so; by the rest of the name. */
struct SettingsUnder
{
    using Answer = QMap<QString, QByteArray>;
    QString prefix = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
