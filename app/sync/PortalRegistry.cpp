// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/PortalRegistry.h"

#include "app/security/SigningKey.h"
#include "app/sync/PortalPeer.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace motcua::sync {

namespace {

constexpr qint64 MostAnswerBytes = 64 * 1024; // a chain of certificates is a tenth of it

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

QJsonObject Application::toJson() const
{
    const QByteArray known = secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return {{QStringLiteral("secret"), QString::fromLatin1(known)}, {QStringLiteral("origin"), origin.toString()},
        {QStringLiteral("publicKey"), base64(publicKey)}, {QStringLiteral("request"), QString::fromLatin1(request)},
        {QStringLiteral("proof"), base64(proof)}, {QStringLiteral("training"), training}, {QStringLiteral("program"), program}};
}

QByteArray Application::proofBytes(const QByteArray &requestDer)
{
    return QByteArrayLiteral("motcua enrol v1") + '\0' + QCryptographicHash::hash(requestDer, QCryptographicHash::Sha256);
}

Result<Admission> Admission::fromJson(const QJsonObject &json)
{
    const auto wrong = [](const char *member) { return Error{ErrorCode::AnswerMalformed, QStringLiteral("admission: ") + QString::fromLatin1(member)}; };
    Admission admission;
    admission.chain = json.value(u"certificate").toString().toLatin1();
    admission.portal = Id::fromString(json.value(u"origin").toString());
    const auto key = QByteArray::fromBase64Encoding(json.value(u"publicKey").toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    admission.portalKey = key ? *key : QByteArray();
    admission.untilMs = json.value(u"untilMs").toInteger();
    if (admission.chain.isEmpty()) {
        return wrong("certificate");
    }
    if (admission.portal.isNull()) {
        return wrong("origin");
    }
    if (admission.portalKey.size() != security::SigningKey::PublicSize) {
        return wrong("publicKey");
    }
    if (admission.untilMs <= 0) {
        return wrong("untilMs");
    }
    return admission;
}

PortalAnswer::Codes PortalRegistry::codes()
{
    PortalAnswer::Codes codes = PortalPeer::codes();
    for (const ErrorCode code :
        {ErrorCode::InvitationUnknown, ErrorCode::InvitationExpired, ErrorCode::DeskUnknown, ErrorCode::DeskRevoked, ErrorCode::Invalid}) {
        codes.insert(errorName(code), code);
    }
    return codes;
}

QFuture<Heard<Admission>> PortalRegistry::enrol(const Application &application) const
{
    return ask(QStringLiteral("/v1/enrolments"), application.toJson());
}

QFuture<Heard<Admission>> PortalRegistry::renew(const QByteArray &request) const
{
    return ask(QStringLiteral("/v1/certificate"), {{QStringLiteral("request"), QString::fromLatin1(request)}});
}

QFuture<Heard<Admission>> PortalRegistry::ask(const QString &path, const QJsonObject &question) const
{
    return m_client
        ->send({.method = "POST",
            .path = path,
            .mediaType = PortalPeer::jsonType(),
            .body = QJsonDocument(question).toJson(QJsonDocument::Compact),
            .limits = HttpLimits{.answerBytes = MostAnswerBytes}},
            [](const Result<HttpAnswer> &answer) { return PortalAnswer::said<Admission>(answer, QLatin1StringView("admission"), codes()); });
}

} // namespace motcua::sync
