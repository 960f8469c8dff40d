// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Gateway.h"

#include "app/storage/PortalQueries.h"
#include "app/workflows/Await.h"

#include <QDateTime>
#include <QUrl>
#include <QtConcurrent>

namespace motcua::portal {

namespace {

constexpr int BusySeconds = 5;
constexpr int DrainingSeconds = 10;
constexpr qint64 ContactMs = 60'000; // a desk that speaks every second is written down once a minute

QFuture<Answer> ready(const Answer &answer)
{
    return QtFuture::makeReadyFuture(answer);
}

} // namespace

/** One operation of the contract. */
struct Gateway::Route
{
    enum class Asker { Anybody, Desk };

    QByteArray method;
    QStringList path; ///< "*" stands for any one piece
    Asker asker;
    bool isAlone; ///< one after the other
    std::function<Answer(Gateway &, const Question &, const EnrolledDesk &)> serve;
};

Gateway::Gateway(const storage::Store &store, const journal::SharePolicy &policy, const GatewaySettings &settings, GatewayOptions options,
    QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(settings)
    , m_options([&] {
        if (!options.now) {
            options.now = [] { return QDateTime::currentMSecsSinceEpoch(); };
        }
        return std::move(options);
    }())
    , m_exchange(store, policy, m_options.now)
    , m_enrolment(store, settings, m_options.now)
{
    m_threads.setMaxThreadCount(8); // most of them wait for the disk
    m_enrolments.setMaxThreadCount(1);
}

Gateway::~Gateway()
{
    m_threads.waitForDone();
    m_enrolments.waitForDone();
}

const Gateway::Route *Gateway::routeOf(const Question &question)
{
    using Asker = Route::Asker;
    static const QList<Route> routes{
        {"POST", {QStringLiteral("v1"), QStringLiteral("greeting")}, Asker::Desk, false,
            [](Gateway &it, const Question &asked, const EnrolledDesk &desk) { return it.m_exchange.greet(asked, desk.origin); }},
        {"POST", {QStringLiteral("v1"), QStringLiteral("batches")}, Asker::Desk, false,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_exchange.give(asked); }},
        {"GET", {QStringLiteral("v1"), QStringLiteral("logs"), QStringLiteral("*"), QStringLiteral("batch")}, Asker::Desk, false,
            [](Gateway &it, const Question &asked, const EnrolledDesk &desk) { return it.m_exchange.take(asked, desk.origin); }},
        {"GET", {QStringLiteral("v1"), QStringLiteral("attachments"), QStringLiteral("*")}, Asker::Desk, false,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_exchange.heldOf(asked); }},
        {"PUT", {QStringLiteral("v1"), QStringLiteral("attachments"), QStringLiteral("*"), QStringLiteral("*")}, Asker::Desk, false,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_exchange.giveChunk(asked); }},
        {"GET", {QStringLiteral("v1"), QStringLiteral("attachments"), QStringLiteral("*"), QStringLiteral("*")}, Asker::Desk, false,
            [](Gateway &it, const Question &asked, const EnrolledDesk &desk) { return it.m_exchange.takeChunk(asked, desk.origin); }},
        {"POST", {QStringLiteral("v1"), QStringLiteral("enrolments")}, Asker::Anybody, true,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_enrolment.enrol(asked); }},
        {"POST", {QStringLiteral("v1"), QStringLiteral("certificate")}, Asker::Desk, true,
            [](Gateway &it, const Question &asked, const EnrolledDesk &desk) { return it.m_enrolment.renew(asked, desk); }},
    };
    const auto found = std::find_if(routes.cbegin(), routes.cend(), [&question](const Route &route) {
        return route.method == question.method && route.path.size() == question.path.size()
            && std::equal(route.path.cbegin(), route.path.cend(), question.path.cbegin(),
                [](const QString &pattern, const QString &piece) { return pattern == u"*" || pattern == piece; });
    });
    return found == routes.cend() ? nullptr : &*found;
}

bool Gateway::isFromFront(const Question &question) const
{
    return isSame(question.headers.value("x-motcua-front"), m_options.frontSecret);
}

Result<EnrolledDesk, Answer> Gateway::caller(const Question &question) const
{
    if (question.headers.value("x-motcua-verified") != "SUCCESS") {
        return Answer::refused(401, ErrorCode::DeskUnknown, Fault::Desk, QStringLiteral("no certificate of this portal"));
    }
    const Result<CertifiedKey> shown = m_settings.authority.recognised(
        QByteArray::fromPercentEncoding(question.headers.value("x-motcua-certificate")), m_options.now());
    const Id origin = shown ? Id::fromString(shown->commonName) : Id();
    if (origin.isNull()) {
        return Answer::refused(401, ErrorCode::DeskUnknown, Fault::Desk, shown ? QString() : shown.error().detail);
    }
    const auto entries = m_store.ask(storage::DeskEntries{origin}).result();
    if (!entries) {
        return Answer::failed(entries.error());
    }
    const std::optional<EnrolledDesk> desk = DeskRegistry::of(*entries).desk(origin);
    if (!desk) {
        return Answer::refused(401, ErrorCode::DeskUnknown, Fault::Desk);
    }
    return desk->certificates.contains(shown->fingerprint) ? Result<EnrolledDesk, Answer>(*desk)
                                                           : Answer::refused(403, ErrorCode::DeskRevoked, Fault::Desk);
}

QFuture<Answer> Gateway::answer(const Question &question)
{
    if (!isFromFront(question)) {
        return ready(Answer::refused(403, ErrorCode::NotAllowed, Fault::Portal, QStringLiteral("not by way of the server before it")));
    }
    if (m_drains) {
        return ready(Answer::later(503, QStringLiteral("Draining"), DrainingSeconds));
    }
    const Route *route = routeOf(question);
    if (!route) {
        return ready(Answer::refused(404, ErrorCode::NotFound, Fault::Desk));
    }
    if (question.headers.contains("content-encoding")) {
        return ready(Answer::refused(415, QStringLiteral("MediaTypeUnknown"), Fault::Data, QStringLiteral("Content-Encoding")));
    }
    if (m_underWay >= m_options.mostAtOnce) {
        return ready(Answer::later(503, QStringLiteral("Busy"), BusySeconds));
    }
    ++m_underWay;
    const QFuture<Answer> made
        = QtConcurrent::run(route->isAlone ? &m_enrolments : &m_threads, [this, route, question] { return answerNow(*route, question); });
    await(this, made, [this](const Answer &answer) {
        --m_underWay;
        note(answer);
    });
    return made;
}

Answer Gateway::answerNow(const Route &route, const Question &question)
{
    EnrolledDesk desk;
    if (route.asker == Route::Asker::Desk) {
        Result<EnrolledDesk, Answer> asks = caller(question);
        if (!asks) {
            return asks.error();
        }
        desk = *std::move(asks);
    }
    Answer answer = route.serve(*this, question, desk);
    answer.desk = desk.origin;
    return answer;
}

void Gateway::note(const Answer &answer)
{
    const qint64 now = m_options.now();
    if (answer.desk.isNull() || now - m_contacts.value(answer.desk, now - ContactMs) < ContactMs) {
        return;
    }
    m_contacts.insert(answer.desk, now);
    (void)keepContact(m_store, answer.desk, now); // lost, it is kept a minute later
}

} // namespace motcua::portal
