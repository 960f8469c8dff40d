// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Enrolment.h"

#include "app/net/CertificateRequest.h"
#include "app/net/HttpClient.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/LocalTables.h"
#include "app/sync/Invitation.h"
#include "app/sync/PortalRegistry.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/PortalSetup.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <atomic>

namespace motcua {

namespace {

/** A key that was made to be certified, and the request for it. */
struct Asked
{
    QString why = {}; ///< id of the invitation, or of which certificate it is the next
    std::shared_ptr<const security::SecretBytes> key = {}; ///< PEM; null where it lies on a token
    QByteArray request = {}; ///< PEM

    [[nodiscard]] QByteArray toJson() const
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("why"), why}, {QStringLiteral("key"), QString::fromLatin1(key->view())},
                                 {QStringLiteral("request"), QString::fromLatin1(request)}})
            .toJson(QJsonDocument::Compact);
    }
    [[nodiscard]] static std::optional<Asked> fromJson(const QByteArray &json)
    {
        const QJsonObject read = QJsonDocument::fromJson(json).object();
        Asked asked{read.value(u"why").toString(), {}, read.value(u"request").toString().toLatin1()};
        asked.key = std::make_shared<const security::SecretBytes>(security::SecretBytes::copyOf(read.value(u"key").toString().toLatin1()));
        return asked.key->isEmpty() || !CertificateRequest::fromPem(asked.request) ? std::nullopt : std::optional(asked);
    }
};

/**
 * A request of the key on `token`: the one whose public half is known, else the one that lies there under its name, made where there is none. Nothing of it is
 * kept: whoever asks again finds the same key there.
 */
Result<Asked> askedByToken(const storage::Store &store, const std::shared_ptr<const TokenKey> &token, QByteArray point)
{
    if (point.isEmpty()) {
        const Result<TokenKey::Found> found = token->findOrMake();
        if (!found) {
            return found.error();
        }
        point = found->point;
    }
    const Result<CertificateRequest> request = CertificateRequest::make(store.origin().toString(), token, point);
    return request ? Result<Asked>(Asked{{}, {}, request->pem()}) : request.error();
}

/** The key and request of before, where they were made for the same; else new ones, on the disk before anybody hears of them. */
Result<Asked> askedFor(const storage::Store &store, const QString &why)
{
    const Result<std::optional<QByteArray>> before = store.ask(storage::Setting{KeptPortal::askedSetting()}).result();
    if (!before) {
        return before.error();
    }
    if (const std::optional<Asked> known = Asked::fromJson(before->value_or(QByteArray())); known && known->why == why) {
        return *known;
    }
    const Result<CertificateRequest::Made> made = CertificateRequest::make(store.origin().toString());
    if (!made) {
        return made.error();
    }
    Asked asked{why, std::make_shared<const security::SecretBytes>(made->key.clone()), made->request.pem()};
    if (const Result<> kept = store.keepSetting(KeptPortal::askedSetting(), asked.toJson()).result(); !kept) {
        return kept.error();
    }
    return asked;
}

Result<QByteArray> publicKeyOf(const storage::Store &store)
{
    const Result<QList<storage::OriginRow>> origins = store.ask(storage::Origins{}).result();
    if (!origins) {
        return origins.error();
    }
    const auto own = std::find_if(origins->cbegin(), origins->cend(), [](const storage::OriginRow &one) { return one.own; });
    return own == origins->cend() ? Result<QByteArray>(Error{ErrorCode::NotFound, {}}) : Result<QByteArray>(own->publicKey);
}

/** Whether what the portal gave is what was asked for: of the key of `request` (PEM), for this desk, by the authority that is pinned, and of now. */
Result<TlsIdentity> proved(const QByteArray &chain, const PortalAccess &access, const QByteArray &request, const Id &origin, qint64 nowMs)
{
    const auto wrong = [](const Error &error) {
        return error.code == ErrorCode::ClockWrong ? error : Error{ErrorCode::AnswerMalformed, QStringLiteral("admission: ") + error.detail};
    };
    const Result<TlsPins> pins = TlsPins::fromPem(access.authorities);
    if (!pins) {
        return pins.error();
    }
    Result<TlsIdentity> identity = access.token ? TlsIdentity::withToken(chain, access.token) : TlsIdentity::fromPem(chain, access.key->clone());
    if (!identity) {
        return wrong(identity.error());
    }
    const Result<CertificateRequest> asked = CertificateRequest::fromPem(request);
    if (!asked || !asked->isAnsweredBy(identity->chain().constFirst().toDer())) {
        return wrong({ErrorCode::OwnKeyOther, QStringLiteral("of another key")});
    }
    QList<QByteArray> ders;
    for (const auto &one : identity->chain()) {
        ders.append(one.toDer());
    }
    if (const Result<> of = pins->proveDesk(ders, origin.toString(), nowMs); !of) {
        return wrong(of.error());
    }
    return identity;
}

} // namespace

/** What the threads of an enrolment share with whoever began it. */
struct Enrolment::Desk
{
    Desk(const storage::Store &of, std::function<qint64()> clock)
        : store(of)
        , now(clock ? std::move(clock) : [] { return QDateTime::currentMSecsSinceEpoch(); })
    {
    }

    const storage::Store store;
    const std::function<qint64()> now;
    std::atomic_bool isOver = false;
    std::shared_ptr<HttpClient> client = {}; ///< set before the thread begins

    [[nodiscard]] Result<PortalAccess> keep(PortalAccess access, const QByteArray &request, const sync::Admission &admission) const;
};

Enrolment::Enrolment(const storage::Store &store, std::function<qint64()> now)
    : m_desk(std::make_shared<Desk>(store, std::move(now)))
{
}

Enrolment::~Enrolment()
{
    m_desk->isOver = true;
    if (m_desk->client) {
        m_desk->client->cancelAll();
    }
}

Result<sync::Invitation> Enrolment::invitation(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, in.errorString()};
    }
    const QByteArray bytes = in.read(sync::Invitation::MostBytes + 1);
    if (bytes.size() > sync::Invitation::MostBytes) {
        return Error{ErrorCode::InvitationUnreadable, QStringLiteral("too long")};
    }
    return sync::Invitation::fromJson(bytes);
}

Result<PortalAccess> Enrolment::Desk::keep(PortalAccess access, const QByteArray &request, const sync::Admission &admission) const
{
    const Result<TlsIdentity> identity = proved(admission.chain, access, request, store.origin(), now());
    if (!identity) {
        return identity.error();
    }
    if (isOver) {
        return Error{ErrorCode::Cancelled, {}};
    }
    access.chain = admission.chain;
    access.desk = store.origin();
    access.untilMs = identity->validToMs();
    const Result<KeptPortal> before = KeptPortal::of(store);
    if (!before) {
        return before.error();
    }
    if (access.token && before->access && before->access->token && before->access->pinMs > access.pinMs) {
        access.token = before->access->token; // somebody entered another PIN meanwhile
        access.pinMs = before->access->pinMs;
    }
    if (before->access && before->access->portal != access.portal) {
        // What another portal held says nothing of this one.
        if (const Result<> forgotten = store.keepPeerVector(KeptPortal::peer(), {}).result(); !forgotten) {
            return forgotten.error();
        }
    }
    if (const Result<> kept = KeptPortal::keep(store, access); !kept) {
        return kept.error();
    }
    // Where this does not come about, the same key would be certified once more: of no harm.
    (void)store.keepSetting(KeptPortal::askedSetting(), {}).result();
    return access;
}

QFuture<Result<PortalAccess>> Enrolment::enrol(const sync::Invitation &invitation, std::shared_ptr<const TokenKey> token)
{
    PortalAccess access;
    access.address = invitation.portal;
    access.authorities = invitation.authority;
    access.name = invitation.name;
    access.token = std::move(token);
    access.pinMs = access.token ? m_desk->now() : 0;
    Result<TlsPins> pins = TlsPins::fromPem(access.authorities);
    if (!pins) {
        return QtFuture::makeReadyFuture(Result<PortalAccess>(Error{ErrorCode::InvitationUnreadable, pins.error().detail}));
    }
    HttpSetup setup;
    setup.base = access.address.adjusted(QUrl::StripTrailingSlash);
    setup.pins = *std::move(pins);
    setup.proxy.kind = ProxyChoice::Kind::System;
    m_desk->client = std::make_shared<HttpClient>(std::move(setup));
    return QtConcurrent::run([desk = m_desk, client = m_desk->client, access, invitation]() mutable -> Result<PortalAccess> {
        if (invitation.training != desk->store.isTraining()) {
            return Error{ErrorCode::OriginForeign, QStringLiteral("invitation")};
        }
        const Result<Asked> asked = access.token ? askedByToken(desk->store, access.token, {}) : askedFor(desk->store, invitation.id.toString());
        if (!asked) {
            return asked.error();
        }
        const Result<CertificateRequest> request = CertificateRequest::fromPem(asked->request);
        if (!request) {
            return request.error();
        }
        const Result<QByteArray> publicKey = publicKeyOf(desk->store);
        const Result<QByteArray> proof = desk->store.signature(sync::Application::proofBytes(request->der())).result();
        if (!publicKey || !proof) {
            return publicKey ? proof.error() : publicKey.error();
        }
        if (desk->isOver) {
            return Error{ErrorCode::Cancelled, {}};
        }
        const sync::Heard<sync::Admission> admission = sync::PortalRegistry(client)
                                                           .enrol({.secret = invitation.secret,
                                                               .origin = desk->store.origin(),
                                                               .publicKey = *publicKey,
                                                               .request = asked->request,
                                                               .proof = *proof,
                                                               .training = desk->store.isTraining(),
                                                               .program = QStringLiteral("motcua " MOTCUA_VERSION)})
                                                           .result();
        if (!admission) {
            return admission.error().error;
        }
        access.key = asked->key;
        access.portal = admission->portal;
        access.portalKey = admission->portalKey;
        return desk->keep(access, asked->request, *admission);
    });
}

QFuture<Result<PortalAccess>> Enrolment::renew(const PortalAccess &held)
{
    Result<HttpSetup> setup = httpSetup(held);
    if (!setup) {
        return QtFuture::makeReadyFuture(Result<PortalAccess>(setup.error()));
    }
    const QByteArray point = setup->identity->publicPoint();
    m_desk->client = std::make_shared<HttpClient>(*std::move(setup));
    return QtConcurrent::run([desk = m_desk, client = m_desk->client, access = held, point]() mutable -> Result<PortalAccess> {
        const Result<Asked> asked = access.token ? askedByToken(desk->store, access.token, point)
                                                : askedFor(desk->store, QStringLiteral("after ") + QString::number(access.untilMs));
        if (!asked) {
            return asked.error();
        }
        if (desk->isOver) {
            return Error{ErrorCode::Cancelled, {}};
        }
        const sync::Heard<sync::Admission> admission = sync::PortalRegistry(client).renew(asked->request).result();
        if (!admission) {
            return admission.error().error;
        }
        if (admission->portal != access.portal || admission->portalKey != access.portalKey) {
            return Error{ErrorCode::AnswerMalformed, QStringLiteral("admission: of another portal")};
        }
        access.key = asked->key;
        return desk->keep(access, asked->request, *admission);
    });
}

} // namespace motcua
