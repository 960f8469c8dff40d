// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/MessageSender.h"

#include "app/net/HttpClient.h"
#include "app/storage/Await.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

HttpSetup setupOf(const MessageHook &hook, int patienceMs)
{
    HttpSetup setup;
    // The whole path is the request's: the base is asked for as it is.
    setup.base = hook.address.adjusted(QUrl::RemovePath);
    if (const Result<TlsPins> pins = TlsPins::fromPem(hook.authorities)) {
        setup.pins = *pins;
    }
    setup.limits.answerBytes = 64 * 1024;
    setup.limits.connect = std::chrono::milliseconds(patienceMs);
    setup.limits.idle = setup.limits.connect;
    setup.limits.total = setup.limits.connect;
    return setup;
}

/**
 * Whoever refuses once refuses again: it is this desk's token or the message. Whoever answers in a way that is none, as with a page, was asked, and may have taken it. A
 * certificate that is not the right one may be put right, and waits.
 */
bool isFinal(const Error &error)
{
    constexpr std::array Codes{ErrorCode::ServerRefused, ErrorCode::Invalid, ErrorCode::AnswerTooLarge, ErrorCode::AnswerMalformed, ErrorCode::AnswerCutOff, ErrorCode::AnswerForeign};
    return std::find(Codes.begin(), Codes.end(), error.code) != Codes.end();
}

} // namespace

MessageSender::MessageSender(const MessageHook &hook, Setup setup, QObject *parent)
    : QObject(parent)
    , m_hook(hook)
    , m_setup(std::move(setup))
    , m_client(std::make_unique<HttpClient>(setupOf(hook, m_setup.patienceMs)))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MessageSender::next);
}

MessageSender::~MessageSender() = default;

qint64 MessageSender::now() const
{
    return m_setup.now ? m_setup.now() : QDateTime::currentMSecsSinceEpoch();
}

void MessageSender::send(const PhoneMessage &message)
{
    if (!message.ticket.isNull()) {
        drop([&message](const PhoneMessage &one) { return one.ticket == message.ticket && one.id != message.id; });
    }
    if (waiting() >= MostWaiting) {
        Q_EMIT notSent(message.id, {ErrorCode::Refused, QStringLiteral("too many messages wait")});
        return;
    }
    m_waiting.push_back({message, 0, 0, {ErrorCode::NetTimedOut, QStringLiteral("not sent in time")}});
    next();
}

void MessageSender::drop(const std::function<bool(const PhoneMessage &)> &isGone)
{
    QStringList ids;
    for (auto one = m_waiting.begin(); one != m_waiting.end();) {
        if (isGone(one->message)) {
            ids.append(one->message.id);
            one = m_waiting.erase(one);
        } else {
            ++one;
        }
    }
    for (const PhoneMessage &one : std::as_const(m_underWay)) {
        if (isGone(one)) {
            m_gone.insert(one.id);
        }
    }
    for (const QString &id : std::as_const(ids)) {
        Q_EMIT dropped(id);
    }
}

void MessageSender::hold(bool holds)
{
    if (std::exchange(m_holds, holds) && !holds) {
        next();
    }
}

void MessageSender::next()
{
    const qint64 nowMs = now();
    qint64 firstMs = 0;
    std::deque<Waiting> waiting = std::exchange(m_waiting, {});
    for (Waiting &one : waiting) {
        if (one.message.untilMs <= nowMs) {
            Q_EMIT notSent(one.message.id, one.last);
        } else if (!m_holds && one.fromMs <= nowMs && m_underWay.size() < MostAtOnce) {
            post(one);
        } else {
            // Whoever waits for a turn, or while nothing is sent, is woken by an answer or by hold(), or by its own end.
            const qint64 wakeMs = one.fromMs > nowMs ? std::min(one.fromMs, one.message.untilMs) : one.message.untilMs;
            firstMs = firstMs == 0 ? wakeMs : std::min(firstMs, wakeMs);
            m_waiting.push_back(std::move(one));
        }
    }
    if (firstMs > 0) {
        m_timer.start(static_cast<int>(std::clamp<qint64>(firstMs - nowMs, 1, m_setup.longestWaitMs)));
    }
}

HttpRequest MessageSender::requestOf(const PhoneMessage &message) const
{
    HttpRequest request;
    request.method = m_hook.method;
    request.path = m_hook.address.path(QUrl::FullyEncoded);
    if (request.path.isEmpty()) {
        request.path = QStringLiteral("/");
    }
    request.mediaType = "application/json";
    request.isOnce = true; // whether it is tried again is decided here
    request.body = QJsonDocument({{QStringLiteral("id"), message.id}, {QStringLiteral("kind"), message.kind}, {QStringLiteral("phone"), message.phone},
                                     {QStringLiteral("text"), message.text}, {QStringLiteral("number"), message.number}, {QStringLiteral("desk"), message.desk}})
                       .toJson(QJsonDocument::Compact);
    request.headers.append({"Idempotency-Key", message.id.toLatin1()});
    if (m_hook.token) {
        request.headers.append({"Authorization", "Bearer " + m_hook.token->view().toByteArray()});
    }
    return request;
}

void MessageSender::post(const Waiting &waiting)
{
    m_underWay.insert(waiting.message.id, waiting.message);
    await(this, m_client->send(requestOf(waiting.message)), [this, waiting](const Result<HttpAnswer> &answer) {
        m_underWay.remove(waiting.message.id);
        take(waiting, answer);
        next();
    });
}

void MessageSender::take(Waiting waiting, const Result<HttpAnswer> &answer)
{
    const bool isGone = m_gone.remove(waiting.message.id);
    const std::optional<Error> refusal = answer ? answer->refusal() : std::optional(answer.error());
    if (!refusal) {
        Q_EMIT sent(waiting.message.id);
        return;
    }
    // A number at most: words are the provider's, and may say to whom.
    const Error error{refusal->code, answer ? QString::number(answer->status) : refusal->code == ErrorCode::AnswerForeign ? refusal->detail.left(3) : refusal->detail};
    if (isFinal(error)) {
        Q_EMIT notSent(waiting.message.id, error);
        return;
    }
    if (isGone) {
        Q_EMIT failed(error);
        Q_EMIT dropped(waiting.message.id);
        return;
    }
    qint64 waitMs = std::min<qint64>(qint64{m_setup.firstWaitMs} << std::min(waiting.failures, 16), m_setup.longestWaitMs);
    if (answer && answer->retryAfter) {
        waitMs = std::max<qint64>(waitMs, std::chrono::milliseconds(*answer->retryAfter).count());
    }
    ++waiting.failures;
    waiting.fromMs = now() + waitMs;
    waiting.last = error;
    Q_EMIT failed(error);
    m_waiting.push_back(std::move(waiting));
}

} // namespace motcua
