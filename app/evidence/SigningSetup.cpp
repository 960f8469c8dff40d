// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/SigningSetup.h"

#include "app/evidence/OpenSsl.h"
#include "app/security/Sha256.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/Store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::evidence {

namespace {

constexpr int Version = 1;

QString settingName()
{
    return QStringLiteral("signing");
}

Error damaged(const char *what)
{
    return {ErrorCode::OwnCertificateUnreadable, QStringLiteral("signing: ") + QString::fromLatin1(what)}; // never what stands in it
}

} // namespace

Result<std::shared_ptr<Signer>> SigningSetup::signer(security::SecretBytes pin) const
{
    if (!token) {
        return SealedSigner::of(key.clone(), certificates);
    }
    return std::shared_ptr<Signer>(std::make_shared<TokenSigner>(std::make_shared<const TokenKey>(*token, std::move(pin)), certificates));
}

Result<std::shared_ptr<Signer>> SigningSetup::provenSigner(security::SecretBytes pin) const
{
    if (!token) {
        return Error{ErrorCode::Invalid, QStringLiteral("signing: no token")};
    }
    const auto signer = std::make_shared<TokenSigner>(std::make_shared<const TokenKey>(*token, std::move(pin)), certificates);
    const Result<> proven = signer->prove();
    return proven ? Result<std::shared_ptr<Signer>>(signer) : proven.error();
}

Timestamper SigningSetup::timestamper() const
{
    return time.address.isEmpty() ? Timestamper() : timestamperOf(time);
}

Result<std::optional<SigningSetup>> SigningSetup::of(const storage::Store &store)
{
    const auto kept = store.ask(storage::Setting{settingName()}).result();
    if (!kept) {
        return kept.error();
    }
    if (!*kept || (*kept)->isEmpty()) {
        return std::optional<SigningSetup>();
    }
    Result<SigningSetup> setup = fromJson(**kept);
    return setup ? Result<std::optional<SigningSetup>>(*std::move(setup)) : setup.error();
}

Result<> SigningSetup::keep(const storage::Store &store) const
{
    return store.keepSetting(settingName(), toJson()).result();
}

Result<> SigningSetup::forget(const storage::Store &store)
{
    return store.keepSetting(settingName(), {}).result();
}

QByteArray SigningSetup::toJson() const
{
    QJsonArray all;
    for (const QByteArray &der : certificates) {
        all.append(QString::fromLatin1(der.toBase64()));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), Version}, {QStringLiteral("token"), token ? token->toString() : QString()},
                             {QStringLiteral("key"), QString::fromLatin1(key.view().toByteArray().toBase64())}, {QStringLiteral("certificates"), all},
                             {QStringLiteral("time"), time.address.toString()},
                             {QStringLiteral("timeCertificates"), QString::fromLatin1(time.certificates)}})
        .toJson(QJsonDocument::Compact);
}

Result<SigningSetup> SigningSetup::fromJson(const QByteArray &json)
{
    const QJsonObject read = QJsonDocument::fromJson(json).object();
    if (read.value(u"version").toInt() != Version) {
        return damaged("version");
    }
    SigningSetup setup;
    if (const QString where = read.value(u"token").toString(); !where.isEmpty()) {
        Result<TokenUri> uri = TokenUri::fromString(where);
        if (!uri) {
            return damaged("token");
        }
        setup.token = *std::move(uri);
    }
    setup.key = security::SecretBytes::copyOf(QByteArray::fromBase64(read.value(u"key").toString().toLatin1()));
    for (const QJsonValue &one : read.value(u"certificates").toArray()) {
        setup.certificates.append(QByteArray::fromBase64(one.toString().toLatin1()));
    }
    setup.time.address = QUrl(read.value(u"time").toString(), QUrl::StrictMode);
    setup.time.certificates = read.value(u"timeCertificates").toString().toLatin1();
    if (setup.certificates.isEmpty() || setup.key.isEmpty() != setup.token.has_value()) {
        return damaged("key");
    }
    if (!setup.time.address.isEmpty() && !TimeAuthority::isAddress(setup.time.address)) {
        return damaged("time");
    }
    return setup;
}

std::optional<CertificateFacts> CertificateFacts::of(const QByteArray &der)
{
    const Certificate read = certificateOf(der);
    if (!read) {
        return std::nullopt;
    }
    const X509_NAME *subject = X509_get_subject_name(read.get());
    return CertificateFacts{.name = nameIn(subject, NID_commonName),
        .organisation = nameIn(subject, NID_organizationName),
        .issuer = nameIn(X509_get_issuer_name(read.get()), NID_commonName),
        .notBefore = timeOf(X509_get0_notBefore(read.get())),
        .notAfter = timeOf(X509_get0_notAfter(read.get())),
        .sha256 = security::sha256(der)};
}

QList<QByteArray> certificatesOfFile(const QByteArray &bytes)
{
    return certificatesIn(bytes);
}

} // namespace motcua::evidence
