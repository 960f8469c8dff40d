// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Registrar.h"

#include "app/net/BoundedJson.h"
#include "app/security/Sha256.h"
#include "app/security/SigningKey.h"
#include "app/storage/PortalQueries.h"
#include "app/sync/Invitation.h"
#include "app/sync/PortalPeer.h"

namespace motcua::portal {

using security::SigningKey;

namespace {

QByteArray bytesIn(const QJsonValue &value, QByteArray::Base64Options coding, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), coding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == size ? decoded.decoded : QByteArray();
}

Answer invalid(const char *what)
{
    return Answer::refused(422, ErrorCode::Invalid, Fault::Desk, QString::fromLatin1(what));
}

Answer notInvited()
{
    return Answer::refused(403, ErrorCode::InvitationUnknown, Fault::Desk);
}

Answer wrongRequest(const Error &error)
{
    return Answer::refused(422, error.code, Fault::Desk, error.detail);
}

Result<QJsonObject> objectIn(const Question &question)
{
    return jsonObjectIn(question.body, {Registrar::MostBytes, 4}, QLatin1StringView("enrolment"));
}

} // namespace

Registrar::Registrar(const storage::Store &store, const GatewaySettings &settings, std::function<qint64()> now)
    : m_store(store)
    , m_settings(settings)
    , m_now(std::move(now))
{
}

QByteArray Registrar::proven(const QByteArray &requestDer)
{
    return QByteArray("motcua enrol v1", 16) + security::sha256(requestDer); // with its zero byte
}

Answer Registrar::enrol(const Question &question) const
{
    const Result<QJsonObject> asked = objectIn(question);
    if (!asked) {
        return Answer::failed(asked.error());
    }
    const QByteArray secret = bytesIn(asked->value(u"secret"), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals, sync::Invitation::SecretBytes);
    const Id origin = Id::fromString(asked->value(u"origin").toString());
    const QByteArray publicKey = bytesIn(asked->value(u"publicKey"), QByteArray::Base64Encoding, SigningKey::PublicSize);
    const QByteArray proof = bytesIn(asked->value(u"proof"), QByteArray::Base64Encoding, SigningKey::SignatureSize);
    if (secret.isEmpty() || origin.isNull() || publicKey.isEmpty() || proof.isEmpty() || !asked->value(u"training").isBool()) {
        return invalid("secret, origin, publicKey, proof and training");
    }
    const auto entries = m_store.ask(storage::DeskEntries{}).result();
    if (!entries) {
        return Answer::failed(entries.error());
    }
    const std::optional<InvitedDesk> invitation = DeskRegistry::of(*entries).invitation(security::sha256(secret));
    if (!invitation || invitation->isRevoked || (!invitation->desk.isNull() && invitation->desk != origin)) {
        return notInvited();
    }
    if (m_now() > invitation->untilMs) {
        return Answer::refused(403, ErrorCode::InvitationExpired, Fault::Desk);
    }
    if (asked->value(u"training").toBool() != m_store.isTraining() || origin == m_store.origin()) {
        return Answer::refused(422, ErrorCode::OriginForeign, Fault::Desk);
    }
    const Result<CertificateRequest> request = CertificateRequest::fromPem(asked->value(u"request").toString().toLatin1());
    if (!request) {
        return wrongRequest(request.error());
    }
    if (request->commonName() != origin.toString()) {
        return invalid("the request is in another name");
    }
    const auto held = m_store.ask(storage::OriginNow{origin}).result();
    if (!held) {
        return Answer::failed(held.error());
    }
    const bool isOther = *held && !(*held)->publicKey.isEmpty() && (*held)->publicKey != publicKey;
    if (isOther || !SigningKey::verify(publicKey, proven(request->der()), proof)) {
        return Answer::refused(422, ErrorCode::SignatureWrong, Fault::Desk);
    }
    return certified(origin, *request, invitation->name, invitation->id);
}

Answer Registrar::renew(const Question &question, const EnrolledDesk &desk) const
{
    const Result<QJsonObject> asked = objectIn(question);
    if (!asked) {
        return Answer::failed(asked.error());
    }
    const Result<CertificateRequest> request = CertificateRequest::fromPem(asked->value(u"request").toString().toLatin1());
    if (!request) {
        return wrongRequest(request.error());
    }
    if (request->commonName() != desk.origin.toString()) {
        return invalid("the request is in another name");
    }
    return certified(desk.origin, *request, desk.name, {});
}

Answer Registrar::certified(const Id &origin, const CertificateRequest &request, const QString &name, const Id &invitation) const
{
    const qint64 now = m_now();
    const Result<CertifiedKey> given = m_settings.authority.desk(
        request, {now - GatewaySettings::ClockGrace, qMin(now + GatewaySettings::DeskTerm, m_settings.authority.validToMs())});
    const auto own = m_store.ask(storage::OriginNow{m_store.origin()}).result();
    if (!given || !own || !*own) {
        return Answer::failed(given ? (own ? Error{ErrorCode::Internal, QStringLiteral("no log of its own")} : own.error()) : given.error());
    }
    const EnrolDesk what{.invitation = invitation, .name = name, .fingerprint = given->fingerprint, .untilMs = given->toMs};
    const Act act{.actor = {journal::Actor::Kind::Portal, m_store.origin()}, .subject = origin, .what = what};
    if (const auto recorded = m_store.record(act).result(); !recorded) {
        return Answer::failed(recorded.error());
    }
    return Answer::json({{QStringLiteral("certificate"), QString::fromLatin1(given->pem)}, {QStringLiteral("origin"), m_store.origin().toString()},
                            {QStringLiteral("publicKey"), QString::fromLatin1((*own)->publicKey.toBase64())},
                            {QStringLiteral("untilMs"), given->toMs}})
        .notStored();
}

} // namespace motcua::portal
