// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/MessageHook.h"

#include "app/net/TlsPins.h"
#include "app/workflows/PortalAccess.h"
#include "models/ticket/TicketMessage.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype LongestToken = 4096;

Error noHook(const char *what)
{
    return {ErrorCode::Invalid, QStringLiteral("messages: ") + QString::fromLatin1(what)}; // never what stands in it
}

bool isTokenSign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || QByteArrayView("-._~+/=").contains(c);
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray MessageHook::toJson() const
{
    return compact({{QStringLiteral("version"), MessageSettingVersion}, {QStringLiteral("elsewhere"), isElsewhere}, {QStringLiteral("address"), address.toString(QUrl::FullyEncoded)},
        {QStringLiteral("method"), QString::fromLatin1(method)}, {QStringLiteral("authorities"), QString::fromLatin1(authorities)},
        {QStringLiteral("token"), token ? QString::fromLatin1(token->view()) : QString()}});
}

Result<MessageHook> MessageHook::fromJson(const QByteArray &json)
{
    const QJsonObject read = QJsonDocument::fromJson(json).object();
    if (read.value(u"version").toInt() != MessageSettingVersion) {
        return noHook("version");
    }
    MessageHook hook;
    hook.isElsewhere = read.value(u"elsewhere").toBool();
    hook.address = QUrl(read.value(u"address").toString(), QUrl::StrictMode);
    hook.method = read.value(u"method").toString().toLatin1();
    hook.authorities = read.value(u"authorities").toString().toLatin1();
    if (const QByteArray token = read.value(u"token").toString().toLatin1(); !token.isEmpty()) {
        hook.token = std::make_shared<const security::SecretBytes>(security::SecretBytes::copyOf(token));
    }
    const Result<> good = hook.checked();
    return good ? Result<MessageHook>(hook) : good.error();
}

Result<> MessageHook::checked() const
{
    if (isElsewhere) {
        return {};
    }
    if (!isPortalAddress(address)) {
        return noHook("address");
    }
    if (method != "POST" && method != "PUT") {
        return noHook("method");
    }
    if (!TlsPins::fromPem(authorities)) {
        return noHook("authorities");
    }
    if (token && (token->size() > LongestToken || !std::all_of(token->view().cbegin(), token->view().cend(), isTokenSign))) {
        return noHook("token");
    }
    return {};
}

MessageTally MessageTally::on(qint64 other) const
{
    MessageTally tally = *this;
    if (other != day) {
        tally.day = other;
        tally.sent = tally.notSent = tally.dropped = 0;
    }
    return tally;
}

QByteArray MessageTally::toJson() const
{
    return compact({{QStringLiteral("day"), day}, {QStringLiteral("sent"), sent}, {QStringLiteral("notSent"), notSent}, {QStringLiteral("dropped"), dropped}, {QStringLiteral("sentAt"), sentMs},
        {QStringLiteral("failingSince"), failingMs}, {QStringLiteral("failure"), failure}, {QStringLiteral("detail"), detail}});
}

MessageTally MessageTally::fromJson(const QByteArray &json)
{
    const QJsonObject read = QJsonDocument::fromJson(json).object();
    return {.day = read.value(u"day").toInteger(),
        .sent = read.value(u"sent").toInt(),
        .notSent = read.value(u"notSent").toInt(),
        .dropped = read.value(u"dropped").toInt(),
        .sentMs = read.value(u"sentAt").toInteger(),
        .failingMs = read.value(u"failingSince").toInteger(),
        .failure = read.value(u"failure").toString(),
        .detail = read.value(u"detail").toString()};
}

} // namespace motcua
