// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace motcua::storage {

class Connection;

/** One step of the schema; landed once, never edited. */
struct Migration
{
    int version = 0; ///< 1, 2, 3 … without a gap
    QString name = {};
    QByteArray sql = {};
};

/** Brings a store's tables to the schema this program knows, one transaction a step, and never touches a newer file. */
class Migrations
{
public:
    /** Those of this program, from app/storage/migrations. */
    [[nodiscard]] static QList<Migration> all();
    /** The schema this program writes. */
    [[nodiscard]] static int newest();
    /** The schema of the file; 0 of an empty one. */
    [[nodiscard]] static int version(Connection &connection);

    /** Applies what is missing; the number of steps applied. Throws StoreNewer, or what the failing step met. */
    static int apply(Connection &connection, const QList<Migration> &migrations);
};

} // namespace motcua::storage
