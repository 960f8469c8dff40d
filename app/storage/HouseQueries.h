// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/DossierRow.h"
#include "app/storage/Recorded.h"
#include "models/staff/StaffMember.h"
#include "models/staff/UnitSettings.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>

#include <optional>

/** Questions about people, the unit, figures and this machine's own state, for Store::ask(). */
namespace motcua::storage {

class Connection;

/** Everybody ever admitted, disabled people included. */
struct StaffList
{
    using Answer = QList<StaffMember>;
    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Unit and desk of this store's origin, or of another. */
struct UnitNow
{
    using Answer = UnitSettings;
    std::optional<Id> origin = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Unit and desk of the log this store's own goes on from, after a restore or a salvage; not configured when there is none. */
struct UnitBefore
{
    using Answer = UnitSettings;
    [[nodiscard]] Answer run(Connection &connection) const;
};

/** The highest number of `unit` on `day` from first to last that was given out or reserved; 0 for none. */
struct LastNumber
{
    using Answer = int;
    QString unit = {};
    QDate day = {};
    int first = 1;
    int last = 9999;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** How many dossiers received from `first` to `last` (days in Vietnam) stand where; one row for each cell that is not 0. */
struct Figures
{
    struct Row
    {
        QDate day = {};
        QString unit = {};
        int desk = 0;
        QString procedure = {};
        int status = 0;
        qint64 dossiers = 0;
    };
    using Answer = QList<Row>;
    QDate first = {};
    QDate last = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** How many dossiers that were finished from `first` to `last` (days in Vietnam) kept their time; one row for each cell that is not 0. */
struct Outcomes
{
    struct Row
    {
        QDate day = {}; ///< of finishing
        QString unit = {};
        int desk = 0;
        QString procedure = {};
        Outcome outcome = Outcome::None; ///< never None
        qint64 dossiers = 0;
    };
    using Answer = QList<Row>;
    QDate first = {};
    QDate last = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** The drafts of one person, or of everybody on this machine; the last touched first. */
struct Drafts
{
    using Answer = QList<Draft>;
    std::optional<Id> person = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** A draft of anybody; nothing when there is none, or no longer. */
struct DraftById
{
    using Answer = std::optional<Draft>;
    Id id = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** What keepOpen() kept, by part. */
struct OpenParts
{
    using Answer = QMap<QString, QByteArray>;
    [[nodiscard]] Answer run(Connection &connection) const;
};

/** When this store, or what it goes on from, was last backed up, ms since 1970-01-01 UTC; 0: never, as far as its journal knows. */
struct LastBackup
{
    using Answer = qint64;
    [[nodiscard]] Answer run(Connection &connection) const;
};

/** The setting in which it stands of which centre this desk is one, for whoever exchanges with it; empty where it is alone. */
[[nodiscard]] inline QString centreSetting()
{
    return QStringLiteral("centre");
}

/**
 * The setting in which it stands where messages to telephones are sent (MessageHook), or that another desk of the house does it; empty: nobody is asked for
 * a telephone.
 */
[[nodiscard]] inline QString messagesSetting()
{
    return QStringLiteral("hall.messages");
}

/** What keepSetting() kept. */
struct Setting
{
    using Answer = std::optional<QByteArray>;
    QString name = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
