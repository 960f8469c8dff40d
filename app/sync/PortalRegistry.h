// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpClient.h"
#include "app/sync/PortalAnswer.h"

namespace motcua::sync {

/** What an invited desk says of itself to be enrolled. */
struct Application
{
    QByteArray secret = {}; ///< of the invitation, 32 bytes
    Id origin = {}; ///< of the desk's log
    QByteArray publicKey = {}; ///< Ed25519, with which that log is signed
    QByteArray request = {}; ///< PEM, for a certificate of the name `origin`
    QByteArray proof = {}; ///< Ed25519 by the log's key over proofBytes() of the request
    bool training = false;
    QString program = {};

    [[nodiscard]] QJsonObject toJson() const;

    /** "motcua enrol v1", one zero byte, SHA-256 of the request's DER. */
    [[nodiscard]] static QByteArray proofBytes(const QByteArray &requestDer);
};

/** What the portal gives a desk that it enrols, or whose certificate it renews. */
struct Admission
{
    QByteArray chain = {}; ///< PEM; the desk's own certificate first
    Id portal = {}; ///< whose log the portal writes
    QByteArray portalKey = {}; ///< with which it signs that log
    qint64 untilMs = 0; ///< as it says itself; the certificate counts

    /** Errors: AnswerMalformed. What the certificate is worth is not looked at. */
    [[nodiscard]] static Result<Admission> fromJson(const QJsonObject &json);
};

/**
 * The portal's register of desks over HTTP: by invitation into it, and a new certificate for one that is in it. Both may be asked twice: whoever
 * heard no answer asks again, with the same request.
 *
 * Errors: those of HttpClient::send(); InvitationUnknown, InvitationExpired, DeskUnknown, DeskRevoked and those of PortalPeer::codes() by the
 * portal's own word; AnswerForeign and AnswerMalformed for what is not of the contract.
 */
class PortalRegistry
{
public:
    explicit PortalRegistry(std::shared_ptr<HttpClient> client)
        : m_client(std::move(client))
    {
    }

    /** Without a certificate of the desk: the invitation's secret lets it in. */
    [[nodiscard]] QFuture<Heard<Admission>> enrol(const Application &application) const;
    /** With the certificate that is to be followed by one for `request` (PEM). */
    [[nodiscard]] QFuture<Heard<Admission>> renew(const QByteArray &request) const;

    [[nodiscard]] static PortalAnswer::Codes codes();

private:
    [[nodiscard]] QFuture<Heard<Admission>> ask(const QString &path, const QJsonObject &question) const;

    std::shared_ptr<HttpClient> m_client;
};

} // namespace motcua::sync
