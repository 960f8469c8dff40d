// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalQueue.h"

#include "app/portal/national/NationalAccess.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QRandomGenerator>

#include <algorithm>

namespace motcua::national {

using Outcome = NationalReply::Outcome;
using storage::NationalDoubt;

namespace {

constexpr int LongestRestMs = 3'600'000; ///< a clock that was put right is noticed within the hour
constexpr int MostTries = 20; ///< beyond which a wait grows no longer

} // namespace

template <typename T, typename Next>
void NationalQueue::when(const QFuture<T> &future, Next next)
{
    auto *watcher = new QFutureWatcher<T>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, next = std::move(next)]() mutable {
        watcher->deleteLater();
        next(watcher->future().resultCount() > 0 ? std::optional<T>(watcher->result()) : std::nullopt);
    });
    watcher->setFuture(future);
}

template <typename Change, typename Next>
void NationalQueue::keep(const Change &change, const FlightPtr &flight, Next next)
{
    when(m_store.keep(change), [this, flight, next = std::move(next)](const std::optional<Result<typename Change::Answer>> &kept) {
        if (kept && *kept) {
            next();
            return;
        }
        restLine(kept ? kept->error() : Error{ErrorCode::Closed, {}});
        land(flight);
    });
}

NationalQueue::NationalQueue(const storage::Store &store, const NationalProfile &profile, Say say, NationalOptions options, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_profile(profile)
    , m_message(m_profile)
    , m_say(std::move(say))
    , m_options(std::move(options))
    , m_backoff(m_options.firstWaitMs, m_options.longestWaitMs)
{
    if (!m_options.now) {
        m_options.now = [] { return QDateTime::currentMSecsSinceEpoch(); };
    }
    if (!m_options.chance) {
        m_options.chance = [] { return QRandomGenerator::global()->generateDouble(); };
    }
    for (QTimer *timer : {&m_gather, &m_line, &m_next}) {
        timer->setSingleShot(true);
    }
    connect(&m_gather, &QTimer::timeout, this, &NationalQueue::follow);
    connect(&m_next, &QTimer::timeout, this, &NationalQueue::fill);
    connect(&m_line, &QTimer::timeout, this, [this] {
        m_state.nextTryMs = 0;
        tell();
        follow();
    });
}

void NationalQueue::begin()
{
    if (const Result<> may = NationalAccess::mayBeTold(m_options.address, m_store.isTraining()); !may) {
        m_isShut = true;
        m_state.lastError = may.error();
        tell();
        return;
    }
    connect(m_store.news(), &storage::StoreNews::changed, this, [this] {
        if (!m_gather.isActive()) {
            m_gather.start(m_options.gatherMs);
        }
    });
    connect(m_store.news(), &storage::StoreNews::engineHeld, this, &NationalQueue::follow);
    follow();
}

void NationalQueue::wake()
{
    m_line.stop();
    m_state.nextTryMs = 0;
    follow();
}

void NationalQueue::drain()
{
    m_drains = true;
    for (QTimer *timer : {&m_gather, &m_line, &m_next}) {
        timer->stop();
    }
    if (m_flights.isEmpty()) {
        Q_EMIT drained();
    }
}

void NationalQueue::follow()
{
    if (m_isShut || m_drains || !m_store.holdsEngine()) {
        return;
    }
    m_isIdle = false;
    if (m_follows) {
        m_followsAgain = true;
        return;
    }
    m_follows = true;
    m_followsAgain = false;
    when(m_store.keep(storage::FollowJournal{.nowMs = now()}), [this](const std::optional<Result<bool>> &more) {
        m_follows = false;
        if (!more || !*more) {
            restLine(more ? more->error() : Error{ErrorCode::Closed, {}});
            return;
        }
        fill();
        if (**more || m_followsAgain) {
            follow();
        }
    });
}

void NationalQueue::fill()
{
    // After a failure one is enough to see whether the line is there again.
    const qsizetype most = m_backoff.failures() > 0 ? 1 : m_options.inFlight;
    if (m_asks || m_line.isActive() || m_isShut || m_drains || m_flights.size() >= most || !m_store.holdsEngine()) {
        return;
    }
    m_asks = true;
    m_next.stop();
    const QList<qint64> flying = m_flights.keys();
    const storage::NationalDue due{now(), QSet<qint64>(flying.cbegin(), flying.cend()), static_cast<int>(most - m_flights.size())};
    when(m_store.ask(due), [this](const std::optional<Result<QList<storage::NationalRow>>> &rows) {
        m_asks = false;
        if (!rows || !*rows) {
            restLine(rows ? rows->error() : Error{ErrorCode::Closed, {}});
            return;
        }
        if (m_drains) {
            return;
        }
        QList<FlightPtr> begun;
        for (const storage::NationalRow &row : **rows) {
            const auto flight = std::make_shared<Flight>();
            flight->row = row;
            m_flights.insert(row.no, flight);
            begun.append(flight);
        }
        for (const FlightPtr &flight : begun) {
            proceed(flight);
        }
        if (m_flights.isEmpty()) {
            restUntilNext();
        }
    });
}

void NationalQueue::restUntilNext()
{
    when(m_store.ask(storage::NationalNext{}), [this](const std::optional<Result<std::optional<qint64>>> &next) {
        if (!next || !*next || !m_flights.isEmpty() || m_asks) {
            return;
        }
        if (const std::optional<qint64> dueMs = **next) {
            m_next.start(static_cast<int>(std::clamp<qint64>(*dueMs - now(), 1, LongestRestMs)));
        } else if (!m_follows) {
            m_isIdle = true;
            tell();
        }
    });
}

NationalCase NationalQueue::caseOf(const Dossier &dossier) const
{
    NationalCase one{dossier, {}};
    if (m_options.field) {
        one.procedureField = m_options.field(dossier.procedureCode(), vietnamTime(dossier.receivedAtMs).date());
    }
    if (m_options.paper) {
        one.paperName = [paper = m_options.paper, procedure = dossier.procedureCode(), edition = dossier.edition()](
                            const QString &id) { return paper(procedure, edition, id); };
    }
    return one;
}

void NationalQueue::proceed(const FlightPtr &flight)
{
    const storage::NationalRow &row = flight->row;
    // Without a code nothing was received. Where desks contradict each other whoever settles it writes the next entry.
    if (!row.dossier || row.dossier->code.isEmpty() || row.dossier->status.isInConflict()) {
        settle(flight);
        return;
    }
    if (!row.doubt.isEmpty()) {
        lookUp(flight);
        return;
    }
    const NationalCase one = caseOf(*row.dossier);
    if (row.record.isEmpty()) {
        const Result<QJsonObject, NationalGaps> record = m_message.record(one);
        record ? tellRecord(flight, *record) : settle(flight, record.error().code(), record.error().fields());
        return;
    }
    for (const DossierEvent &event : row.dossier->events) {
        if (NationalMessage::isStep(event) && !row.steps.contains(event.entry)) {
            if (row.isUnsure && flight->unheardOf != event.entry) {
                flight->row.doubt = {{}, event.entry};
                lookUp(flight);
                return;
            }
            const Result<QJsonObject, NationalGaps> step = m_message.step(one, event);
            step ? tellStep(flight, event, *step) : settle(flight, step.error().code(), step.error().fields());
            return;
        }
    }
    if (row.dossier->purged) {
        settle(flight); // what it said of persons is gone here, and is not to be made empty there
        return;
    }
    const Result<QJsonObject, NationalGaps> record = m_message.record(one);
    if (!record) {
        settle(flight, record.error().code(), record.error().fields());
    } else if (NationalMessage::digest(*record) != row.record) {
        tellRecord(flight, *record);
    } else {
        settle(flight);
    }
}

void NationalQueue::tellRecord(const FlightPtr &flight, const QJsonObject &record)
{
    flight->isRecord = true;
    flight->isFirst = flight->row.record.isEmpty();
    flight->sending = {NationalMessage::digest(record), {}};
    send(flight, m_message.recordBody(record, flight->isKnown || !flight->isFirst));
}

void NationalQueue::tellStep(const FlightPtr &flight, const DossierEvent &event, const QJsonObject &step)
{
    flight->isRecord = false;
    flight->isFirst = false;
    flight->sending = {{}, event.entry};
    send(flight, m_message.stepBody(step));
}

void NationalQueue::send(const FlightPtr &flight, const QJsonObject &body)
{
    keep(storage::DoubtNational{flight->row.no, flight->sending}, flight, [this, flight, body] {
        when(m_say(body), [this, flight](const std::optional<NationalReply> &reply) {
            heard(flight, reply.value_or(NationalReply{.error = {ErrorCode::Closed, {}}, .perhapsTaken = true, .isOfLine = true}));
        });
    });
}

void NationalQueue::heard(const FlightPtr &flight, const NationalReply &reply)
{
    switch (reply.outcome) {
    case Outcome::Accepted:
        told(flight, flight->sending);
        return;
    case Outcome::Known:
    case Outcome::Refused:
        // Which code says that a dossier is known is not known here: the one question that tells is asked before anything is believed.
        if (flight->isFirst && !flight->isKnown) {
            lookUpRefused(flight, reply);
        } else {
            settle(flight, reply.code, {}, reply.text);
        }
        return;
    case Outcome::Later:
    case Outcome::SessionOver:
        break;
    }
    postpone(flight, reply);
}

void NationalQueue::told(const FlightPtr &flight, const NationalDoubt &what)
{
    m_backoff.succeeded();
    m_state.lastError.reset();
    m_state.lastToldMs = now();
    keep(storage::ToldNational{flight->row.no, what, now()}, flight, [this, flight, what] {
        flight->row.doubt = {};
        flight->row.tries = 0;
        if (what.record.isEmpty()) {
            flight->row.steps.insert(what.step);
        } else {
            flight->row.record = what.record;
        }
        tell();
        Q_EMIT moved();
        if (m_drains) {
            land(flight);
            return;
        }
        proceed(flight);
        fill(); // the line is there again
    });
}

void NationalQueue::lookUp(const FlightPtr &flight)
{
    // A record that replaces one may be sent twice, for the second changes nothing.
    if (!flight->row.doubt.record.isEmpty() && !flight->row.record.isEmpty()) {
        flight->row.doubt = {};
        proceed(flight);
        return;
    }
    when(m_say(m_message.lookUpBody(flight->row.dossier->code)), [this, flight](const std::optional<NationalReply> &reply) {
        lookedUp(flight, reply.value_or(NationalReply{.error = {ErrorCode::Closed, {}}, .perhapsTaken = true, .isOfLine = true}));
    });
}

void NationalQueue::lookedUp(const FlightPtr &flight, const NationalReply &reply)
{
    if (reply.outcome == Outcome::Later || reply.outcome == Outcome::SessionOver) {
        NationalReply unheard = reply;
        unheard.perhapsTaken = true; // what was sent before is in doubt as ever
        postpone(flight, unheard);
        return;
    }
    const NationalDoubt doubt = flight->row.doubt;
    const QJsonArray known = reply.answer.value(m_profile.lookUpResult).toArray();
    const bool isThere = std::any_of(
        known.begin(), known.end(), [&](const QJsonValue &one) { return one.isObject() && arrived(*flight, one.toObject()); });
    flight->row.doubt = {};
    flight->unheardOf = doubt.step;
    if (isThere) {
        told(flight, doubt);
    } else {
        proceed(flight); // sent again
    }
}

bool NationalQueue::arrived(const Flight &flight, const QJsonObject &known) const
{
    const NationalDoubt &doubt = flight.row.doubt;
    if (!doubt.record.isEmpty()) {
        return true;
    }
    const QList<DossierEvent> &events = flight.row.dossier->events;
    const auto event = std::find_if(events.cbegin(), events.cend(), [&doubt](const DossierEvent &one) { return one.entry == doubt.step; });
    const QString atName = m_profile.progressField(Place::StepAt);
    const QString statusName = m_profile.progressField(Place::StepStatus);
    if (event == events.cend() || m_profile.lookUpSteps.isEmpty()) {
        return false;
    }
    const Result<QJsonObject, NationalGaps> step = m_message.step(caseOf(*flight.row.dossier), *event);
    const QJsonArray steps = known.value(m_profile.lookUpSteps).toArray();
    return step && std::any_of(steps.begin(), steps.end(), [&](const QJsonValue &one) {
        return one[m_profile.lookUpStepAt] == step->value(atName) && one[m_profile.lookUpStepStatus] == step->value(statusName);
    });
}

void NationalQueue::lookUpRefused(const FlightPtr &flight, const NationalReply &refusal)
{
    when(m_say(m_message.lookUpBody(flight->row.dossier->code)), [this, flight, refusal](const std::optional<NationalReply> &reply) {
        if (!reply || reply->outcome == Outcome::Later || reply->outcome == Outcome::SessionOver) {
            postpone(flight, reply.value_or(NationalReply{.error = {ErrorCode::Closed, {}}, .isOfLine = true}));
        } else if (!reply->answer.value(m_profile.lookUpResult).toArray().isEmpty()) {
            flight->isKnown = true;
            flight->row.isUnsure = true;
            keep(storage::UnsureNational{flight->row.no}, flight, [this, flight] { proceed(flight); });
        } else {
            settle(flight, refusal.code, {}, refusal.text);
        }
    });
}

int NationalQueue::ownWaitMs(int tries) const
{
    sync::Backoff own(m_options.firstWaitMs, m_options.longestOwnWaitMs);
    int waitMs = 0;
    for (int n = 0; n <= std::min(tries, MostTries); ++n) {
        waitMs = own.next(m_options.chance());
    }
    return waitMs;
}

void NationalQueue::postpone(const FlightPtr &flight, const NationalReply &reply)
{
    // A code of the system's own says something of this dossier alone: the others go on.
    if (reply.code.isEmpty()) {
        restLine(reply.error, reply.retryAfterMs);
    }
    const qint64 waitMs = reply.isOfLine ? 0 : ownWaitMs(flight->row.tries);
    keep(storage::PostponeNational{flight->row.no, now() + waitMs, !reply.isOfLine, reply.perhapsTaken}, flight,
        [this, flight] { land(flight); });
}

void NationalQueue::settle(const FlightPtr &flight, const QString &code, const QStringList &fields, const QString &text)
{
    if (!code.isEmpty() && !flight->sending.isEmpty()) {
        m_backoff.succeeded(); // it answers
    }
    keep(storage::SettleNational{flight->row.no, flight->row.version, code, fields, text}, flight, [this, flight] {
        Q_EMIT moved();
        land(flight);
    });
}

void NationalQueue::land(const FlightPtr &flight)
{
    m_flights.remove(flight->row.no);
    if (m_drains && m_flights.isEmpty()) {
        Q_EMIT drained();
        return;
    }
    fill();
}

void NationalQueue::restLine(const Error &error, std::optional<int> askedMs)
{
    m_state.lastError = error;
    if (m_drains) {
        return;
    }
    // Of several that failed together one tells that the line is gone; the others only how long it wants to be left alone.
    if (!m_line.isActive() || askedMs.value_or(0) > m_line.remainingTime()) {
        const int waitMs = m_line.isActive() ? *askedMs : m_backoff.next(m_options.chance(), askedMs);
        m_state.nextTryMs = now() + waitMs;
        m_line.start(waitMs);
    }
    tell();
}

void NationalQueue::tell()
{
    Q_EMIT changed(m_state);
}

} // namespace motcua::national
