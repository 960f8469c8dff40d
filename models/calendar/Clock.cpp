// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/Clock.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/Term.h"
#include "models/calendar/WorkingCalendar.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

using Kind = ClockEvent::Kind;

/** A term that stands while something is awaited. */
class Track
{
public:
    Track(const Limit &limit, const WorkingCalendar &calendar, const Term &term)
        : m_limit(limit)
        , m_calendar(calendar)
        , m_term(term)
    {
    }

    [[nodiscard]] const Term &term() const { return m_term; }
    [[nodiscard]] const QDateTime &standsSince() const { return m_since; }
    [[nodiscard]] bool stands() const { return m_since.isValid(); }

    /** Whether the date is known: it runs, or had passed before it stood and nothing will begin it anew. */
    [[nodiscard]] bool isKnown() const { return !stands() || (!m_restarts && m_since > m_term.dueAt); }

    void stand(const QDateTime &at, bool restarts)
    {
        m_restarts = m_restarts || restarts;
        if (!stands()) {
            m_since = at;
        }
    }

    /** The standing is over; true when the date has moved. */
    Result<bool> goOn(const QDateTime &at)
    {
        const QDateTime before = m_term.dueAt;
        const bool restarts = std::exchange(m_restarts, false);
        const QDateTime since = std::exchange(m_since, QDateTime());
        const Result<Term> paused = m_term.paused(m_limit, since, at, m_calendar);
        if (!paused) {
            return paused.error();
        }
        m_term = *paused;
        // Months are of unequal length and a same-day limit begins with its day, so a rest of one could end after a whole new one.
        const bool capped = !m_extended && (m_limit.kind == Limit::Kind::Months || m_limit.kind == Limit::Kind::SameDay);
        if (restarts || (capped && m_term.dueAt != before)) {
            const Result<Term> anew = Term::begun(m_limit, at, m_calendar);
            if (!anew) {
                return anew.error();
            }
            const bool tooLate = capped && anew->dueAt < m_term.dueAt && anew->dueAt >= before;
            if (tooLate || (restarts && anew->dueAt > m_term.dueAt)) {
                m_term = *anew;
            }
        }
        return m_term.dueAt != before;
    }

    /** A new date; the time before it was given is in it already. */
    void extend(const QDateTime &at, const QDateTime &dueAt)
    {
        m_extended = true;
        m_term.dueAt = dueAt;
        m_term.lastDay = dueAt.date();
        if (stands()) {
            m_since = at;
        }
    }

    Result<> extend(int days)
    {
        const Result<Term> longer = m_term.extended(m_limit, days, m_calendar);
        if (!longer) {
            return longer.error();
        }
        m_extended = true;
        m_term = *longer;
        return {};
    }

private:
    const Limit &m_limit;
    const WorkingCalendar &m_calendar;
    Term m_term;
    QDateTime m_since;
    bool m_restarts = false;
    bool m_extended = false;
};

/** A dossier's clock, moved by one event after the other. */
class Clock
{
public:
    Clock(const Limit &limit, const ClockRule &rule, const WorkingCalendar &calendar, const Term &promise)
        : m_rule(rule)
        , m_calendar(calendar)
        , m_legal(limit, calendar, promise)
        , m_index(limit, calendar, promise)
        , m_moves({promise.rule})
    {
    }

    Result<> take(const ClockEvent &event)
    {
        switch (event.kind) {
        case Kind::SupplementRequested:
            return request(event.at);
        case Kind::SupplementReceived:
            return answer(m_supplement, event.at);
        case Kind::ExternalAsked:
            open(m_external, m_rule.policy == ClockPolicy::ExcludeExternal, event.at);
            return {};
        case Kind::ExternalAnswered:
            return answer(m_external, event.at);
        case Kind::Extended:
            extend(event);
            return {};
        case Kind::PaymentRequested:
            open(m_payment, m_rule.excludesPayment, event.at);
            return {};
        case Kind::PaymentReceived:
            return answer(m_payment, event.at);
        case Kind::Finished:
            m_finished = true;
            m_external = m_payment = false;
            m_supplement = false;
            return settle(event.at);
        }
        return Error{ErrorCode::Internal, QStringLiteral("event")};
    }

    [[nodiscard]] bool isFinished() const { return m_finished; }

    [[nodiscard]] DueDates dates(const QDateTime &original, QDate received) const
    {
        DueDates dates;
        dates.original = original;
        dates.legal = m_legal.isKnown() ? m_legal.term().dueAt : QDateTime();
        dates.index = m_index.isKnown() ? m_index.term().dueAt : QDateTime();
        const QDate last = std::max({original, m_legal.term().dueAt, m_index.term().dueAt}).date();
        dates.provisional = m_calendar.isProvisional(received, last);
        dates.running = !m_finished && !m_legal.stands();
        dates.standsSince = m_legal.standsSince();
        dates.indexOverdue = m_requests > m_calendar.services().mostRequests;
        dates.rule = m_moves.join(u'+');
        return dates;
    }

private:
    /** What a request for supplements does. */
    [[nodiscard]] ClockPolicy supplementPolicy() const
    {
        return m_rule.policy == ClockPolicy::ExcludeExternal ? m_rule.supplement : m_rule.policy;
    }

    void open(bool &waiting, bool stops, const QDateTime &at)
    {
        if (stops && !waiting) {
            waiting = true;
            m_legal.stand(at, false);
        }
    }

    Result<> request(const QDateTime &at)
    {
        ++m_requests;
        if (m_supplement) {
            return {};
        }
        m_supplement = true;
        m_index.stand(at, false);
        switch (supplementPolicy()) {
        case ClockPolicy::None:
        case ClockPolicy::ExcludeExternal:
            return {};
        case ClockPolicy::Restart:
            m_legal.stand(at, true);
            m_move = QStringLiteral("restart");
            return {};
        case ClockPolicy::Suspend:
            m_legal.stand(at, false);
            m_move = QStringLiteral("suspend");
            return {};
        case ClockPolicy::FixedExtension:
            break;
        }
        if (m_requests > 1 || at > m_legal.term().dueAt) {
            return {};
        }
        moved(QStringLiteral("fixedExtension"));
        return m_legal.extend(m_rule.extensionDays);
    }

    Result<> answer(bool &waiting, const QDateTime &at)
    {
        if (!waiting) {
            return {};
        }
        waiting = false;
        return settle(at);
    }

    /** Lets go on whatever nothing holds any more. */
    Result<> settle(const QDateTime &at)
    {
        if (m_index.stands() && !m_supplement) {
            if (const Result<bool> gone = m_index.goOn(at); !gone) {
                return gone.error();
            }
        }
        const ClockPolicy policy = supplementPolicy();
        const bool held = m_external || m_payment || (m_supplement && (policy == ClockPolicy::Restart || policy == ClockPolicy::Suspend));
        if (m_legal.stands() && !held) {
            const Result<bool> gone = m_legal.goOn(at);
            if (!gone) {
                return gone.error();
            }
            const QString move = std::exchange(m_move, QString());
            if (*gone) {
                moved(move.isEmpty() ? QStringLiteral("excluded") : move);
            }
        }
        return {};
    }

    void extend(const ClockEvent &event)
    {
        const QDateTime dueAt = event.dueAt.toOffsetFromUtc(VietnamOffsetSeconds);
        if (m_extensions < m_calendar.services().mostExtensions && dueAt > m_legal.term().dueAt) {
            ++m_extensions;
            m_legal.extend(event.at, dueAt);
            moved(QStringLiteral("extended"));
        }
    }

    void moved(const QString &how)
    {
        if (!m_moves.contains(how)) {
            m_moves.append(how);
        }
    }

    const ClockRule &m_rule;
    const WorkingCalendar &m_calendar;
    Track m_legal;
    Track m_index;
    bool m_supplement = false;
    bool m_external = false;
    bool m_payment = false;
    bool m_finished = false;
    int m_requests = 0;
    int m_extensions = 0;
    QString m_move; ///< what the standing is called when it has moved the date
    QStringList m_moves;
};

bool isRule(const ClockRule &rule)
{
    const bool extends = rule.policy == ClockPolicy::FixedExtension;
    const bool known = rule.supplement == ClockPolicy::None || rule.supplement == ClockPolicy::Restart
        || rule.supplement == ClockPolicy::Suspend;
    return known && (!extends || (rule.extensionDays >= 1 && rule.extensionDays <= ClockRule::LongestExtension));
}

/** The events that count, in the order of their times. */
QList<ClockEvent> inOrder(const QList<ClockEvent> &events, const QDateTime &receivedAt)
{
    QList<ClockEvent> kept;
    for (const ClockEvent &event : events) {
        if (event.at >= receivedAt && !kept.contains(event)) {
            kept.append(event);
        }
    }
    std::stable_sort(kept.begin(), kept.end(), [](const ClockEvent &a, const ClockEvent &b) { return a.at < b.at; });
    return kept;
}

} // namespace

Result<DueDates> dueDates(const Limit &limit, const ClockRule &rule, const QDateTime &receivedAt, const QList<ClockEvent> &events,
    const WorkingCalendar &calendar)
{
    const Result<Term> promise = Term::begun(limit, receivedAt, calendar);
    if (!promise) {
        return promise.error();
    }
    if (!isRule(rule)) {
        return Error{ErrorCode::Invalid, QStringLiteral("this is no clock rule")};
    }
    for (const ClockEvent &event : events) {
        if (!event.at.isValid() || (event.kind == Kind::Extended && !event.dueAt.isValid())) {
            return Error{ErrorCode::Invalid, QStringLiteral("an event without its time")};
        }
    }
    Clock clock(limit, rule, calendar, *promise);
    const QList<ClockEvent> all = inOrder(events, receivedAt);
    for (const ClockEvent &event : all) {
        if (clock.isFinished()) {
            break;
        }
        if (const Result<> taken = clock.take(event); !taken) {
            return taken.error();
        }
    }
    return clock.dates(promise->dueAt, receivedAt.toOffsetFromUtc(VietnamOffsetSeconds).date());
}

} // namespace motcua
