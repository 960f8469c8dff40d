// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feed/FeedSetup.h"

#include "app/net/CertificateAuthority.h"
#include "app/security/Random.h"
#include "app/security/Sha256.h"

#include <QDateTime>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua::feed {

namespace {

constexpr qint64 DayMs = 86'400'000;

bool isListened(const QHostAddress &address)
{
    // All addresses of a machine would be those of networks, too, of which nobody thought; and a certificate names one.
    return !address.isNull() && address.scopeId().isEmpty() && !address.isMulticast() && !address.isBroadcast() && address != QHostAddress(QHostAddress::AnyIPv4)
        && address != QHostAddress(QHostAddress::AnyIPv6);
}

} // namespace

Result<FeedSetup> FeedSetup::make(const QString &address, quint16 port, const QString &host, qint64 nowMs)
{
    if (!isListened(QHostAddress(address))) {
        return Error{ErrorCode::Invalid, QStringLiteral("\"%1\" is no address of one machine, such as 192.168.1.20").arg(address)};
    }
    FeedSetup setup{.address = address, .port = port, .host = host.isEmpty() ? address : host};
    // From the day before on: the clock of a screen may be a little behind.
    const CertificateTerm term{nowMs - DayMs, QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).addYears(Years).toMSecsSinceEpoch()};
    const Result<CertificateAuthority> authority = CertificateAuthority::make(QStringLiteral("motcua board"), term);
    Result<CertificateRequest::Made> request = authority ? CertificateRequest::make(QStringLiteral("motcua board")) : authority.error();
    const Result<CertifiedKey> own = request ? authority->server(request->request, setup.host, term) : request.error();
    if (!own) {
        return own.error();
    }
    setup.authority = authority->pem();
    setup.certificate = own->pem;
    setup.key = std::move(request->key);
    return setup;
}

Result<BoardInvitation> FeedSetup::invite(const QString &name, qint64 nowMs)
{
    const auto isIt = [&name](const Screen &one) { return one.name == name; };
    if (name.isEmpty() || name.size() > 80 || std::any_of(screens.cbegin(), screens.cend(), isIt)) {
        return Error{ErrorCode::Invalid, QStringLiteral("a name of its own for the screen, of at most 80 characters")};
    }
    if (screens.size() >= MostScreens) {
        return Error{ErrorCode::Invalid, QStringLiteral("at most %1 screens").arg(MostScreens)};
    }
    const QByteArray token = security::random::bytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    screens.append({name, security::sha256(token), nowMs});
    return BoardInvitation{name, host, port, authority, token, nowMs};
}

Result<> FeedSetup::shutOut(const QString &name)
{
    if (screens.removeIf([&name](const Screen &one) { return one.name == name; }) == 0) {
        return Error{ErrorCode::NotFound, name};
    }
    return {};
}

const FeedSetup::Screen *FeedSetup::screenOf(const QByteArray &token) const
{
    const QByteArray proof = security::sha256(token);
    const auto found = std::find_if(screens.cbegin(), screens.cend(), [&proof](const Screen &one) { return one.proof == proof; });
    return found == screens.cend() ? nullptr : &*found;
}

QByteArray FeedSetup::toJson() const
{
    QJsonArray rows;
    for (const Screen &one : screens) {
        rows.append(QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("proof"), QString::fromLatin1(one.proof.toHex())}, {QStringLiteral("made"), one.madeMs}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("address"), address}, {QStringLiteral("port"), port}, {QStringLiteral("host"), host},
                             {QStringLiteral("authority"), QString::fromLatin1(authority)}, {QStringLiteral("certificate"), QString::fromLatin1(certificate)},
                             {QStringLiteral("key"), QString::fromLatin1(key.view().toByteArray())}, {QStringLiteral("screens"), rows}})
        .toJson(QJsonDocument::Compact);
}

Result<FeedSetup> FeedSetup::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QByteArray key = object[u"key"].toString().toLatin1();
    FeedSetup setup{.address = object[u"address"].toString(), .port = static_cast<quint16>(object[u"port"].toInt()), .host = object[u"host"].toString(),
        .authority = object[u"authority"].toString().toLatin1(), .certificate = object[u"certificate"].toString().toLatin1(), .key = security::SecretBytes::copyOf(key)};
    key.fill('\0');
    const QJsonArray rows = object[u"screens"].toArray();
    for (const QJsonValue &row : rows) {
        setup.screens.append({row[u"name"].toString(), QByteArray::fromHex(row[u"proof"].toString().toLatin1()), row[u"made"].toInteger()});
    }
    if (!isListened(QHostAddress(setup.address)) || setup.host.isEmpty() || setup.authority.isEmpty() || setup.certificate.isEmpty() || setup.key.isEmpty()) {
        return Error{ErrorCode::StoreDamaged, QStringLiteral("what is kept of the feed of the boards")};
    }
    return setup;
}

} // namespace motcua::feed
