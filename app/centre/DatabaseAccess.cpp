// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/DatabaseAccess.h"

#include "app/centre/PqLibrary.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace motcua::centre {

namespace {

/** The pieces of an address by their names in libpq; empty when it is none. */
QMap<QByteArray, QByteArray> piecesOf(const QString &address)
{
    QMap<QByteArray, QByteArray> pieces;
    if (!address.startsWith(u"postgresql://") && !address.startsWith(u"postgres://")) {
        return pieces; // what else libpq reads may name any file
    }
    if (!pq().isThere()) {
        return pieces;
    }
    PQconninfoOption *options = pq().PQconninfoParse(address.toUtf8().constData(), nullptr);
    for (const PQconninfoOption *one = options; one && one->keyword; ++one) {
        if (one->val && *one->val) {
            pieces.insert(one->keyword, one->val);
        }
    }
    pq().PQconninfoFree(options);
    return pieces;
}

bool isThisMachine(const QByteArray &host)
{
    return host.isEmpty() || host.startsWith('/') || host == "localhost" || host == "127.0.0.1" || host == "::1";
}

} // namespace

Result<> DatabaseAccess::checked() const
{
    if (!pq().isThere()) {
        return Error{ErrorCode::DatabaseFailed, QStringLiteral("libpq5 is not installed on this machine")};
    }
    const QMap<QByteArray, QByteArray> pieces = piecesOf(address);
    if (pieces.value("dbname").isEmpty() || pieces.value("user").isEmpty()) {
        return Error{ErrorCode::Invalid, QStringLiteral("postgresql://USER@HOST[:PORT]/DATABASE is needed")};
    }
    if (!address.section(QStringLiteral("://"), 1).section(u'/', 0, 0).contains(u'@')) {
        return Error{ErrorCode::Invalid, QStringLiteral("the user stands before the host: postgresql://USER@HOST/DATABASE")}; // another login is put in its place
    }
    if (pieces.contains("password")) {
        return Error{ErrorCode::Invalid, QStringLiteral("no password in the address: it would stand in lists of processes")};
    }
    for (const char *own : {"passfile", "service", "sslmode", "sslrootcert", "sslcert", "sslkey", "hostaddr", "options"}) {
        // Whom to trust and how to speak is not left to an address; a hostaddr could name another machine than the host.
        if (pieces.contains(own)) {
            return Error{ErrorCode::Invalid, QStringLiteral("the address may not say %1").arg(QLatin1StringView(own))};
        }
    }
    if (!isLocal() && authority.isEmpty()) {
        return Error{ErrorCode::Invalid, QStringLiteral("a server on another machine needs --ca FILE")};
    }
    return {};
}

bool DatabaseAccess::isLocal() const
{
    const QList<QByteArray> hosts = piecesOf(address).value("host").split(',');
    return std::all_of(hosts.cbegin(), hosts.cend(), isThisMachine);
}

DatabaseAccess DatabaseAccess::clone() const
{
    return {address, password, authority, house, key.clone(), patienceMs};
}

QByteArray DatabaseAccess::toJson() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("address"), address}, {QStringLiteral("password"), password}, {QStringLiteral("authority"), authority},
                             {QStringLiteral("house"), house.toString()}, {QStringLiteral("key"), QString::fromLatin1(key.view().toByteArray().toBase64())}})
        .toJson(QJsonDocument::Compact);
}

Result<DatabaseAccess> DatabaseAccess::fromJson(QByteArrayView json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    QByteArray key = QByteArray::fromBase64(object[u"key"].toString().toLatin1());
    DatabaseAccess access{.address = object[u"address"].toString(), .password = object[u"password"].toString(),
        .authority = object[u"authority"].toString(), .house = Id::fromString(object[u"house"].toString()),
        .key = security::SecretBytes::copyOf(key)};
    key.fill('\0');
    if (access.address.isEmpty() || access.house.isNull() || access.key.size() != 32) {
        return Error{ErrorCode::StoreDamaged, QStringLiteral("what is kept of the database")};
    }
    return access;
}

} // namespace motcua::centre
