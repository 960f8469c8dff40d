// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Gateway.h"
#include "app/portal/HttpFront.h"
#include "app/security/Random.h"
#include "app/security/Sha256.h"
#include "app/storage/Await.h"
#include "app/storage/PortalQueries.h"
#include "app/sync/Invitation.h"
#include "tests/app/sync/SyncScene.h"

#include <QJsonDocument>

namespace motcua::portal {

/** A portal in a store of its own, by the clock of this computer as certificates are, and desks that have what it takes to enrol. */
class PortalScene
{
public:
    using Desk = storage::Desk;
    using Store = storage::Store;

    [[nodiscard]] static qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }

    /** With an administrator, and no unit. */
    [[nodiscard]] Store portal(storage::StoreProfile profile = {}) const
    {
        storage::StoreOptions options = m_keeper.options();
        options.now = m_clock;
        const Result<Store> store = Store::create(sync.path(QStringLiteral("portal")), Desk::key(), profile, options);
        if (!store) {
            qFatal("portal: %s", qPrintable(store.error().detail));
        }
        (void)Desk::done(store->recordAll(m_keeper.founding(store->origin()).mid(1)));
        return *store;
    }
    [[nodiscard]] Act keeping(const Id &subject, const ActKind &what) const { return m_keeper.about(subject, what); }

    [[nodiscard]] static GatewaySettings settings() { return *GatewaySettings::made(QUrl(QStringLiteral("https://localhost")), now()); }

    /** An invitation written into the portal's log. */
    [[nodiscard]] sync::Invitation invite(const Store &portal, const QString &name = QStringLiteral("Quầy 3"), int days = 7) const
    {
        sync::Invitation invitation{.id = security::random::id(now()), .secret = security::random::bytes(32), .name = name, .untilMs = now() + days * GatewaySettings::Day};
        (void)Desk::done(portal.record(keeping(invitation.id, InviteDesk{name, security::sha256(invitation.secret), invitation.untilMs})));
        return invitation;
    }

    /** What a desk asks with: its own words, to be changed by whoever tests. */
    struct Asking
    {
        QJsonObject json = {};
        security::SecretBytes key = {};
    };
    [[nodiscard]] static Asking asking(const Store &desk, const sync::Invitation &invitation)
    {
        CertificateRequest::Made made = *CertificateRequest::make(desk.origin().toString());
        const QByteArray key = Desk::done(desk.ask(storage::OriginNow{desk.origin()}))->publicKey;
        const QByteArray proof = Desk::done(desk.signature(Registrar::proven(made.request.der())));
        QJsonObject json{{QStringLiteral("secret"), QString::fromLatin1(invitation.secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))},
            {QStringLiteral("origin"), desk.origin().toString()}, {QStringLiteral("publicKey"), QString::fromLatin1(key.toBase64())},
            {QStringLiteral("request"), QString::fromLatin1(made.request.pem())}, {QStringLiteral("proof"), QString::fromLatin1(proof.toBase64())},
            {QStringLiteral("training"), desk.isTraining()}, {QStringLiteral("program"), QStringLiteral("motcua 1")}};
        return {json, std::move(made.key)};
    }
    [[nodiscard]] static Question question(const QJsonObject &json)
    {
        return {.method = "POST", .headers = {{"content-type", "application/json"}}, .body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
    }
    [[nodiscard]] static QJsonObject said(const Answer &answer) { return QJsonDocument::fromJson(answer.body).object(); }
    /** "403 InvitationUnknown"; "200" */
    [[nodiscard]] static QString told(const Answer &answer)
    {
        const QString code = said(answer)[u"code"].toString();
        return QString::number(answer.status) + (code.isEmpty() ? QString() : u' ' + code);
    }

    [[nodiscard]] DeskRegistry registry(const Store &portal) const { return DeskRegistry::of(Desk::done(portal.ask(storage::DeskEntries{}))); }

    void setClock(std::function<qint64()> clock) { m_clock = std::move(clock); }

    mutable sync::SyncScene sync;

private:
    Desk m_keeper{9, 'z'};
    std::function<qint64()> m_clock = [] { return now(); };
};

} // namespace motcua::portal
