// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/PortalAccess.h"

#include "app/security/SigningKey.h"

#include <QJsonDocument>

namespace motcua {

namespace {

constexpr int Version = 1;

Error none(const char *what)
{
    return {ErrorCode::PortalMissing, QStringLiteral("access: ") + QString::fromLatin1(what)}; // never what stands in it
}

} // namespace

bool isPortalAddress(const QUrl &address)
{
    return address.isValid() && address.scheme() == u"https" && !address.host().isEmpty() && address.userInfo().isEmpty() && !address.hasQuery()
        && !address.hasFragment();
}

QJsonObject PortalAccess::toJson() const
{
    QJsonObject json{{QStringLiteral("version"), Version}, {QStringLiteral("address"), address.toString()},
        {QStringLiteral("authorities"), QString::fromLatin1(authorities)}, {QStringLiteral("chain"), QString::fromLatin1(chain)},
        {QStringLiteral("key"), key ? QString::fromLatin1(key->view()) : QString()}, {QStringLiteral("until"), untilMs},
        {QStringLiteral("desk"), desk.toString()}, {QStringLiteral("portal"), portal.toString()}, {QStringLiteral("portalKey"), QString::fromLatin1(portalKey.toBase64())},
        {QStringLiteral("name"), name}};
    if (token) {
        json.insert(QStringLiteral("token"), token->uri().toString());
        json.insert(QStringLiteral("pin"), QString::fromUtf8(token->pin().view()));
        json.insert(QStringLiteral("pinEntered"), pinMs);
    }
    return json;
}

Result<PortalAccess> PortalAccess::fromJson(const QByteArray &json)
{
    const QJsonObject read = QJsonDocument::fromJson(json).object();
    if (read.value(u"version").toInt() != Version) {
        return none("version");
    }
    const auto text = [&read](QStringView member) { return read.value(member).toString().toLatin1(); };
    PortalAccess access;
    access.address = QUrl(read.value(u"address").toString(), QUrl::StrictMode);
    access.authorities = text(u"authorities");
    access.chain = text(u"chain");
    if (const QByteArray key = text(u"key"); !key.isEmpty()) {
        access.key = std::make_shared<const security::SecretBytes>(security::SecretBytes::copyOf(key));
    }
    if (const QString where = read.value(u"token").toString(); !where.isEmpty()) {
        Result<TokenUri> uri = TokenUri::fromString(where);
        if (!uri) {
            return none("token");
        }
        access.token = std::make_shared<const TokenKey>(*std::move(uri), security::SecretBytes::copyOf(read.value(u"pin").toString().toUtf8()));
        access.pinMs = read.value(u"pinEntered").toInteger();
    }
    access.untilMs = read.value(u"until").toInteger();
    access.desk = Id::fromString(read.value(u"desk").toString());
    access.portal = Id::fromString(read.value(u"portal").toString());
    access.portalKey = QByteArray::fromBase64(text(u"portalKey"));
    access.name = read.value(u"name").toString();
    if (!isPortalAddress(access.address)) {
        return none("address");
    }
    if (access.authorities.isEmpty() || access.chain.isEmpty() || (access.key != nullptr) == (access.token != nullptr) || access.untilMs <= 0) {
        return none("certificates");
    }
    if (access.desk.isNull() || access.portal.isNull() || access.portalKey.size() != security::SigningKey::PublicSize) {
        return none("portal");
    }
    return access;
}

int PortalAccess::daysLeft(qint64 nowMs) const
{
    const qint64 left = untilMs - nowMs;
    return static_cast<int>(left >= 0 ? left / DayMs : -((-left + DayMs - 1) / DayMs));
}

} // namespace motcua
