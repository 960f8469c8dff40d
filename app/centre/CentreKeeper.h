// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/DatabaseAccess.h"

#include <QList>

namespace motcua::centre {

class Postgres;

/**
 * Who may write to the database of a centre: a login for each desk, which may read everything, add to the journal and erase payloads, and nothing else.
 *
 * Asked as the owner of the database, who may create roles (PostgreSQL manual, 22.2). Calls block. Errors: those of Postgres.
 */
class CentreKeeper
{
public:
    struct Desk
    {
        QString login = {};
        QString name = {}; ///< as it was given
        bool isConnected = false;
    };

    /** `owner`: as whom the database is asked, with its house. */
    explicit CentreKeeper(DatabaseAccess owner)
        : m_owner(std::move(owner))
    {
    }

    /** A login for one more desk of that name, and the way in by it. The group of all desks is made where it is not there. */
    [[nodiscard]] Result<DatabaseAccess> admit(const QString &name);
    /** How many connections the server takes, and how many the desks there are may want: three each (journal, verbs of the hall, its news), and twenty for whoever keeps it. */
    struct Room
    {
        qint64 connections = 0;
        qint64 wanted = 0;
        [[nodiscard]] bool isEnough() const { return connections >= wanted; }
    };
    [[nodiscard]] Result<Room> room();
    /** What the desks may do of a schema that has grown. DatabaseFailed: there is no desk yet. */
    [[nodiscard]] Result<> grantAgain();
    [[nodiscard]] Result<QList<Desk>> desks();
    /** That login opens nothing from now on, and whoever is connected by it is thrown out. NotFound: no desk of this centre. */
    [[nodiscard]] Result<> shutOut(const QString &login);

    /** The role of which all desks of a centre are members. */
    [[nodiscard]] static QString groupOf(const Id &house);

private:
    [[nodiscard]] QString group() const { return groupOf(m_owner.house); }
    [[nodiscard]] Result<> grant(Postgres &database) const;

    DatabaseAccess m_owner;
};

} // namespace motcua::centre
