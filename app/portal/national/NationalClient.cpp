// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalClient.h"

#include "app/storage/Await.h"

#include <QJsonDocument>

#include <utility>

namespace motcua::national {

using Outcome = NationalReply::Outcome;

namespace {

constexpr int MostSessions = 3; ///< that one saying is tried in

} // namespace

Result<std::unique_ptr<NationalClient>> NationalClient::reaching(
    NationalAccess access, const NationalProfile &profile, bool isTraining, HttpLimits limits)
{
    if (const Result<> may = NationalAccess::mayBeTold(access.address, isTraining); !may) {
        return may.error();
    }
    if (!access.pins) {
        return Error{ErrorCode::Invalid, QStringLiteral("national access without authorities")};
    }
    HttpSetup setup;
    setup.base = access.address;
    setup.pins = access.pins;
    setup.limits = limits;
    return std::make_unique<NationalClient>(std::make_shared<HttpClient>(std::move(setup)), std::move(access), profile, limits);
}

NationalClient::NationalClient(
    std::shared_ptr<HttpClient> client, NationalAccess access, NationalProfile profile, HttpLimits limits, QObject *parent)
    : QObject(parent)
    , m_client(std::move(client))
    , m_access(std::move(access))
    , m_profile(std::move(profile))
    , m_limits(limits)
{
    m_limits.answerBytes = NationalReply::MostBytes;
}

QFuture<NationalReply> NationalClient::say(const QJsonObject &body)
{
    const auto saying = std::make_shared<Saying>();
    saying->body = body;
    saying->promise.start();
    go(saying);
    return saying->promise.future();
}

void NationalClient::go(const SayingPtr &saying)
{
    if (!m_session.isEmpty()) {
        send(saying);
        return;
    }
    m_waiting.append(saying);
    if (!m_signsIn) {
        signIn();
    }
}

void NationalClient::send(const SayingPtr &saying)
{
    QJsonObject body = saying->body;
    body.insert(m_profile.sessionMember, QString::fromUtf8(m_session));
    body.insert(m_profile.unitMember, m_access.unit);
    await(this, post(m_access.servicePath, QJsonDocument(body).toJson(QJsonDocument::Compact)),
        [this, saying, session = m_session](const NationalReply &reply) { heard(saying, session, reply); });
}

void NationalClient::heard(const SayingPtr &saying, const QByteArray &session, const NationalReply &reply)
{
    const bool isOld = session != m_session; // another saying found it over, and perhaps has a new one already
    // A code can mean the session as well as the data. It is believed of the data in a session that nothing was accepted in until now: what was
    // said first may be heard last, when the session has come to its end between the two.
    const bool mayBeOver = reply.outcome == Outcome::SessionOver || (reply.outcome == Outcome::Refused && (isOld || m_isUsed));
    if (mayBeOver) {
        if (!isOld) {
            m_session.clear();
        }
        if (++saying->sessions < MostSessions) {
            go(saying);
            return;
        }
    }
    if (reply.outcome == Outcome::SessionOver) {
        NationalReply shut = reply;
        shut.outcome = Outcome::Later;
        shut.error = {ErrorCode::ServerRefused, QStringLiteral("national session")};
        shut.perhapsTaken = false;
        shut.isOfLine = true;
        saying->end(shut);
        return;
    }
    m_isUsed = m_isUsed || (reply.outcome == Outcome::Accepted && session == m_session);
    saying->end(reply);
}

void NationalClient::signIn()
{
    m_signsIn = true;
    const QJsonObject who{
        {m_profile.usernameMember, m_access.username}, {m_profile.passwordMember, QString::fromUtf8(m_access.password.view())}};
    await(this, post(m_access.signInPath, QJsonDocument(who).toJson(QJsonDocument::Compact)), [this](const NationalReply &reply) { signedIn(reply); });
}

void NationalClient::signedIn(const NationalReply &reply)
{
    m_signsIn = false;
    m_isUsed = false;
    if (reply.outcome == Outcome::Accepted) {
        m_session = reply.answer.value(m_profile.newSessionMember).toString().toUtf8();
    }
    const QList<SayingPtr> waiting = std::exchange(m_waiting, {});
    for (const SayingPtr &saying : waiting) {
        if (!m_session.isEmpty()) {
            send(saying);
            continue;
        }
        // Nothing that was to be said has left, whatever became of the question for a session.
        const bool isLater = reply.outcome == Outcome::Later;
        saying->end({.outcome = Outcome::Later,
            .error = isLater ? reply.error : Error{ErrorCode::ServerRefused, QStringLiteral("national sign-in %1").arg(reply.code)},
            .retryAfterMs = reply.retryAfterMs,
            .isOfLine = true});
    }
}

QFuture<NationalReply> NationalClient::post(const QString &path, const QByteArray &body) const
{
    // Once: a step that is told twice is there twice. Read where it arrived, on the thread of the network.
    return m_client
        ->send({.method = "POST",
            .path = path,
            .mediaType = QByteArrayLiteral("application/json"),
            .body = body,
            .limits = m_limits,
            .isOnce = true},
            [profile = m_profile](const Result<HttpAnswer> &answer) { return NationalReply::of(answer, profile); });
}

} // namespace motcua::national
