// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Gateway.h"

#include "app/storage/Await.h"
#include "app/storage/PortalQueries.h"

#include <QDateTime>
#include <QElapsedTimer>
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
    enum class Asker { Anybody, Desk, System };

    enum class Way {
        SideBySide,
        Alone, ///< one after the other
        Paced, ///< and all answers after the same time
    };

    QString operation; ///< as the contract calls it
    QByteArray method;
    QStringList path; ///< "*" stands for any one piece
    Asker asker;
    Way way;
    std::function<Answer(Gateway &, const Question &, const EnrolledDesk &)> serve = {};
    std::function<Answer(Gateway &, const Question &, const AdmittedSystem &)> serveSystem = {};
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
    , m_exchange(store, policy, m_options.now, m_options.mirror)
    , m_catalogue(m_options.catalogueShelf)
    , m_registrar(store, settings, m_options.now)
    , m_tracking(store, m_options.statusNames)
    , m_submissions(store, m_options.law, m_options.now)
    , m_payments(store, m_options.now)
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
    using Way = Route::Way;
    static const QList<Route> routes{
        {QStringLiteral("greet"), "POST", {QStringLiteral("v1"), QStringLiteral("greeting")}, Asker::Desk, Way::SideBySide,
            [](Gateway &it, const Question &asked, const EnrolledDesk &desk) { return it.m_exchange.greet(asked, desk.origin, it.m_catalogue.edition()); }},
        {QStringLiteral("give"), "POST", {QStringLiteral("v1"), QStringLiteral("batches")}, Asker::Desk, Way::SideBySide,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_exchange.give(asked); }},
        {QStringLiteral("take"), "GET", {QStringLiteral("v1"), QStringLiteral("logs"), QStringLiteral("*"), QStringLiteral("batch")}, Asker::Desk, Way::SideBySide,
            [](Gateway &it, const Question &asked, const EnrolledDesk &desk) { return it.m_exchange.take(asked, desk.origin); }},
        {QStringLiteral("heldOf"), "GET", {QStringLiteral("v1"), QStringLiteral("attachments"), QStringLiteral("*")}, Asker::Desk, Way::SideBySide,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_exchange.heldOf(asked); }},
        {QStringLiteral("giveChunk"), "PUT", {QStringLiteral("v1"), QStringLiteral("attachments"), QStringLiteral("*"), QStringLiteral("*")}, Asker::Desk, Way::SideBySide,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_exchange.giveChunk(asked); }},
        {QStringLiteral("takeChunk"), "GET", {QStringLiteral("v1"), QStringLiteral("attachments"), QStringLiteral("*"), QStringLiteral("*")}, Asker::Desk, Way::SideBySide,
            [](Gateway &it, const Question &asked, const EnrolledDesk &desk) { return it.m_exchange.takeChunk(asked, desk.origin); }},
        {QStringLiteral("enrol"), "POST", {QStringLiteral("v1"), QStringLiteral("enrolments")}, Asker::Anybody, Way::Alone,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_registrar.enrol(asked); }},
        {QStringLiteral("renew"), "POST", {QStringLiteral("v1"), QStringLiteral("certificate")}, Asker::Desk, Way::Alone,
            [](Gateway &it, const Question &asked, const EnrolledDesk &desk) { return it.m_registrar.renew(asked, desk); }},
        {QStringLiteral("head"), "GET", {QStringLiteral("v1"), QStringLiteral("logs"), QStringLiteral("*"), QStringLiteral("head")}, Asker::Desk, Way::SideBySide,
            [](Gateway &it, const Question &asked, const EnrolledDesk &desk) { return it.m_exchange.head(asked, desk.origin); }},
        {QStringLiteral("catalogue"), "GET", {QStringLiteral("v1"), QStringLiteral("catalogue")}, Asker::Desk, Way::SideBySide,
            [](Gateway &it, const Question &, const EnrolledDesk &) { return it.m_catalogue.current(); }},
        {QStringLiteral("takeCatalogue"), "GET", {QStringLiteral("v1"), QStringLiteral("catalogue"), QStringLiteral("*"), QStringLiteral("*")}, Asker::Desk, Way::SideBySide,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_catalogue.chunk(asked); }},
        {QStringLiteral("track"), "GET", {QStringLiteral("v1"), QStringLiteral("tracking")}, Asker::Anybody, Way::Paced,
            [](Gateway &it, const Question &asked, const EnrolledDesk &) { return it.m_tracking.answer(asked); }},
        {QStringLiteral("bringFile"), "POST", {QStringLiteral("v1"), QStringLiteral("submissions"), QStringLiteral("files")}, Asker::System, Way::SideBySide, {},
            [](Gateway &it, const Question &asked, const AdmittedSystem &system) { return it.m_submissions.takeFile(asked, system); }},
        {QStringLiteral("submit"), "POST", {QStringLiteral("v1"), QStringLiteral("submissions")}, Asker::System, Way::SideBySide, {},
            [](Gateway &it, const Question &asked, const AdmittedSystem &system) { return it.m_submissions.submit(asked, system); }},
        {QStringLiteral("standing"), "GET", {QStringLiteral("v1"), QStringLiteral("submissions"), QStringLiteral("*")}, Asker::System, Way::SideBySide, {},
            [](Gateway &it, const Question &asked, const AdmittedSystem &system) { return it.m_submissions.standing(asked, system); }},
        {QStringLiteral("pay"), "POST", {QStringLiteral("v1"), QStringLiteral("payments")}, Asker::System, Way::Alone, {},
            [](Gateway &it, const Question &asked, const AdmittedSystem &system) { return it.m_payments.confirm(asked, system); }},
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

Result<AdmittedSystem, Answer> Gateway::callingSystem(const Question &question) const
{
    const auto entries = m_store.ask(storage::SystemEntries{}).result();
    if (!entries) {
        return Answer::failed(entries.error());
    }
    const std::optional<AdmittedSystem> system = SystemRegistry::of(*entries).speaking(question.headers.value("authorization"));
    if (!system) {
        Answer answer = Answer::refused(401, QStringLiteral("SystemUnknown"), Fault::Data);
        answer.headers.emplaceBack("WWW-Authenticate", "Bearer");
        return answer;
    }
    return *system;
}

QFuture<Answer> Gateway::answer(const Question &question)
{
    if (!isFromFront(question)) {
        return ready(question.path == QStringList{QStringLiteral("faults")} && allowsFaults()
                ? practised(question)
                : Answer::refused(403, ErrorCode::NotAllowed, Fault::Portal, QStringLiteral("not by way of the server before it")));
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
    if (route->way == Route::Way::Paced && !m_guard.mayAsk(TrackingGuard::keyOf(question), m_options.now())) {
        return ready(Answer::later(429, QStringLiteral("TooOften"), static_cast<int>(TrackingGuard::WindowMs / 1'000)));
    }
    return begun(*route, question);
}

/** Asked for on this machine itself: what comes by way of the server before it says so, and never comes here. */
Answer Gateway::practised(const Question &question)
{
    if (question.method == "POST") {
        if (const Result<> set = m_mischief.set(question.body); !set) {
            return Answer::failed(set.error());
        }
    }
    return Answer::json(m_mischief.toJson());
}

QFuture<Answer> Gateway::begun(const Route &route, const Question &question)
{
    const std::optional<Mischief::Fault> fault = m_mischief.take(route.operation);
    if (fault) {
        if (const std::optional<Answer> instead = Mischief::instead(*fault)) {
            return ready(*instead);
        }
    }
    ++m_underWay;
    const QFuture<Answer> made = QtConcurrent::run(route.way == Route::Way::Alone ? &m_enrolments : &m_threads, [this, &route, question, fault] {
        if (fault && fault->kind == Mischief::Kind::Duplicate) {
            (void)answerNow(route, question);
        }
        const Answer answer = answerNow(route, question);
        return fault ? Mischief::spoilt(*fault, answer) : answer;
    });
    await(this, made, [this, &route, question](const Answer &answer) {
        --m_underWay;
        if (route.way == Route::Way::Paced && answer.status == 404) {
            m_guard.failed(TrackingGuard::keyOf(question), m_options.now());
        }
        note(answer);
    });
    return made;
}

Answer Gateway::answerNow(const Route &route, const Question &question)
{
    return settled(served(route, question));
}

Answer Gateway::settled(const Answer &answer)
{
    if (!m_options.mirror || answer.status >= 400) {
        return answer;
    }
    const Result<> done = m_options.mirror->settle();
    if (done) {
        return answer;
    }
    QMetaObject::invokeMethod(this, [this, error = done.error()] { Q_EMIT databaseFailed(error); });
    return Answer::unsettled(done.error());
}

Answer Gateway::served(const Route &route, const Question &question)
{
    EnrolledDesk desk;
    if (route.asker == Route::Asker::Desk) {
        Result<EnrolledDesk, Answer> asks = caller(question);
        if (!asks) {
            return asks.error();
        }
        desk = *std::move(asks);
    }
    if (route.asker == Route::Asker::System) {
        const Result<AdmittedSystem, Answer> system = callingSystem(question);
        return system ? route.serveSystem(*this, question, *system) : system.error();
    }
    QElapsedTimer took;
    took.start();
    Answer answer = route.serve(*this, question, desk);
    answer.desk = desk.origin;
    if (route.way == Route::Way::Paced) {
        answer.delayMs = static_cast<int>(qMax<qint64>(0, Tracking::PaceMs - took.elapsed()));
    }
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
