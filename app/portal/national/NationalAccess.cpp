// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalAccess.h"

#include "models/catalogue/JsonMembers.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::national {

Result<NationalAccess> NationalAccess::fromFile(const SourceFile &source)
{
    JsonFile file(source);
    NationalAccess access;
    if (file.isGood()) {
        const JsonNode root(file);
        JsonMembers members(root);
        if (members.text(u"schema"_qs) != u"motcua.national-access/1") {
            members.complain(u"schema"_qs, u"\"schema\" must be \"motcua.national-access/1\""_qs);
        }
        access.address = QUrl(members.text(u"address"_qs), QUrl::StrictMode);
        if (!access.address.isValid() || access.address.scheme() != u"https" || access.address.host().isEmpty()
            || !access.address.userInfo().isEmpty()) {
            members.complain(u"address"_qs, u"\"address\" must be https://host without a name or a password"_qs);
        }
        if (const Result<TlsPins> pins = TlsPins::fromPem(members.text(u"authorities"_qs).toUtf8())) {
            access.pins = *pins;
        } else {
            members.complain(u"authorities"_qs, u"\"authorities\" must be certificates in PEM"_qs);
        }
        for (auto [key, path] : {std::pair(u"signInPath"_qs, &access.signInPath), std::pair(u"servicePath"_qs, &access.servicePath)}) {
            *path = members.text(key);
            if (!path->startsWith(u'/')) {
                members.complain(key, u"\"%1\" must begin with a slash"_qs.arg(key));
            }
        }
        access.unit = members.text(u"unit"_qs);
        access.username = members.text(u"username"_qs);
        QByteArray password = members.text(u"password"_qs).toUtf8();
        access.password = security::SecretBytes::copyOf(password);
        password.fill('\0');
        members.done();
    }
    if (!file.isGood()) {
        return file.errors().constFirst();
    }
    return access;
}

QByteArray NationalAccess::readdressed(const QByteArray &file, const QString &address)
{
    const QJsonDocument json = QJsonDocument::fromJson(file);
    if (!json.isObject()) {
        return file;
    }
    QJsonObject members = json.object();
    members.insert(u"address"_qs, address);
    return QJsonDocument(members).toJson();
}

bool NationalAccess::isOnThisMachine(const QUrl &address)
{
    const QString host = address.host(QUrl::FullyEncoded).toLower();
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

Result<> NationalAccess::mayBeTold(const QUrl &address, bool isTraining)
{
    if (!isTraining || isOnThisMachine(address)) {
        return {};
    }
    return Error{ErrorCode::OriginForeign, u"a store for practice tells nobody but this machine itself"_qs};
}

} // namespace motcua::national
