// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Invitation.h"

#include "app/net/BoundedJson.h"

#include <QDateTime>
#include <QJsonDocument>

namespace motcua::sync {

namespace {

const QString Kind = QStringLiteral("motcua.invitation");
constexpr auto Coding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype LongestName = 200;

Error unreadable(const char *what)
{
    return {ErrorCode::InvitationUnreadable, QStringLiteral("invitation: ") + QLatin1StringView(what)};
}

QByteArray secretIn(const QJsonValue &value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), Coding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? decoded.decoded : QByteArray();
}

bool isPlace(const QUrl &url)
{
    return url.isValid() && url.scheme() == u"https" && !url.host().isEmpty() && url.userInfo().isEmpty()
        && (url.path().isEmpty() || url.path() == u"/") && !url.hasQuery() && !url.hasFragment();
}

} // namespace

Result<Invitation> Invitation::fromJson(const QByteArray &json)
{
    const Result<QJsonObject> read = jsonObjectIn(json, {MostBytes, 4}, QLatin1StringView("invitation"));
    if (!read) {
        return Error{ErrorCode::InvitationUnreadable, read.error().detail};
    }
    const QJsonObject &object = *read;
    const QJsonObject meta = object[u"meta"].toObject();
    if (meta[u"kind"].toString() != Kind) {
        return unreadable("of another kind");
    }
    const int version = meta[u"version"].toInt();
    if (version > Version) {
        return Error{ErrorCode::FileNewer, QString::number(version)};
    }
    const QUrl place(object[u"portal"].toString(), QUrl::StrictMode);
    Invitation invitation{.portal = place.adjusted(QUrl::RemovePath),
        .authority = object[u"authority"].toString().toLatin1(),
        .id = Id::fromString(object[u"id"].toString()),
        .secret = secretIn(object[u"secret"]),
        .name = object[u"name"].toString().simplified()};
    const QDateTime until = QDateTime::fromString(object[u"until"].toString(), Qt::ISODateWithMs);
    if (version != Version || !isPlace(place)) {
        return unreadable("version or portal");
    }
    if (!invitation.authority.contains("-----BEGIN CERTIFICATE-----")) {
        return unreadable("authority");
    }
    if (invitation.id.isNull() || invitation.secret.size() != SecretBytes) {
        return unreadable("id or secret");
    }
    if (invitation.name.isEmpty() || invitation.name.size() > LongestName) {
        return unreadable("name");
    }
    if (!until.isValid() || !object[u"training"].isBool()) {
        return unreadable("until or training");
    }
    invitation.untilMs = until.toMSecsSinceEpoch();
    invitation.training = object[u"training"].toBool();
    return invitation;
}

QByteArray Invitation::toJson() const
{
    const QJsonObject object{{QStringLiteral("meta"), QJsonObject{{QStringLiteral("kind"), Kind}, {QStringLiteral("version"), Version}}},
        {QStringLiteral("portal"), portal.toString(QUrl::FullyEncoded)}, {QStringLiteral("authority"), QString::fromLatin1(authority)},
        {QStringLiteral("id"), id.toString()}, {QStringLiteral("secret"), QString::fromLatin1(secret.toBase64(Coding))},
        {QStringLiteral("name"), name},
        {QStringLiteral("until"), QDateTime::fromMSecsSinceEpoch(untilMs, Qt::UTC).toString(Qt::ISODateWithMs)},
        {QStringLiteral("training"), training}};
    return QJsonDocument(object).toJson();
}

} // namespace motcua::sync
