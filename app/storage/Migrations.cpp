// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Migrations.h"

#include "app/storage/Connection.h"
#include "app/storage/StoreFault.h"

#include <QDir>
#include <QFile>

namespace motcua::storage {

namespace {

const QString Folder = QStringLiteral(":/motcua/storage/migrations");

} // namespace

QList<Migration> Migrations::all()
{
    const QDir folder(Folder);
    QList<Migration> migrations;
    for (const QString &file : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile sql(folder.filePath(file));
        if (!sql.open(QIODevice::ReadOnly)) {
            throw StoreFault(ErrorCode::Internal, file);
        }
        migrations.append({file.left(4).toInt(), file.mid(5).chopped(4), sql.readAll()});
    }
    return migrations;
}

int Migrations::newest()
{
    static const int version = [] {
        const QStringList files = QDir(Folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        return files.isEmpty() ? 0 : files.constLast().left(4).toInt();
    }();
    return version;
}

int Migrations::version(Connection &connection)
{
    return static_cast<int>(connection.number("PRAGMA user_version"));
}

int Migrations::apply(Connection &connection, const QList<Migration> &migrations)
{
    const int known = migrations.isEmpty() ? 0 : migrations.last().version;
    const auto refuseNewer = [known](int found) {
        if (found > known) {
            throw StoreFault(ErrorCode::StoreNewer, QStringLiteral("schema %1, this program knows %2").arg(found).arg(known));
        }
    };
    refuseNewer(version(connection));
    int applied = 0;
    for (const Migration &migration : migrations) {
        if (version(connection) >= migration.version) {
            continue;
        }
        Transaction transaction(connection);
        // Another program may have migrated, even further, while this one waited for the lock.
        const int found = version(connection);
        refuseNewer(found);
        if (found >= migration.version) {
            continue;
        }
        connection.execute(migration.sql.constData());
        connection.execute((QByteArrayLiteral("PRAGMA user_version=") + QByteArray::number(migration.version)).constData());
        transaction.commit();
        ++applied;
    }
    return applied;
}

} // namespace motcua::storage
