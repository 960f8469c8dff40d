// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/HallHistory.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <limits>

namespace motcua::test {

using centre::HallBook;
using centre::HallStep;

/** When that desk last asked, up to `atMs`; `atMs` where nothing of it is known. */
qint64 HallHistory::askedBefore(const QByteArray &desk, qint64 atMs) const
{
    const QList<qint64> all = asks.value(desk);
    const auto after = std::upper_bound(all.cbegin(), all.cend(), atMs + unsureMs);
    return after == all.cbegin() ? atMs : *std::prev(after);
}

/** When whoever stands among those who wait since `atMs` could be seen there; never, where nobody was told of it. */
qint64 HallHistory::seenFrom(const QString &number, qint64 atMs) const
{
    for (const QPair<qint64, qint64> &one : shown.value(number)) {
        if (one.first - unsureMs <= atMs && atMs <= one.second + unsureMs) {
            return std::max(one.second, atMs);
        }
    }
    return std::numeric_limits<qint64>::max();
}

HallHistory::Judgement HallHistory::judged() const
{
    Judgement judgement;
    QMap<Id, QList<HallStep>> byTicket;
    for (const HallStep &step : steps) {
        byTicket[step.ticket].append(step);
    }
    struct Wait
    {
        qint64 fromMs = 0;
        qint64 untilMs = 0;
        qint64 rankMs = 0;
        QString number = {};
    };
    QList<Wait> waits;
    QSet<QString> numbers;
    QMap<Id, QList<QPair<qint64, qint64>>> hands; // by officer: from when until when they had somebody
    for (auto one = byTicket.begin(); one != byTicket.end(); ++one) {
        QList<HallStep> &all = *one;
        std::sort(all.begin(), all.end(), [](const HallStep &a, const HallStep &b) { return a.version < b.version; });
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all.at(i).version != i + 1) {
                judgement.faults.append(QStringLiteral("ticket %1 has no step %2").arg(one.key().toString()).arg(i + 1));
            }
        }
        HallBook book;
        book.take(all);
        const HallBook::Line *line = book.find(one.key());
        if (!line) {
            judgement.faults.append(QStringLiteral("steps of a ticket that nobody gave out: ") + one.key().toString());
            continue;
        }
        const Ticket &ticket = line->ticket;
        // A step that could not be taken is one that two desks took.
        if (ticket.refusedSteps != 0) {
            judgement.faults.append(QStringLiteral("%1: %2 steps that could not be taken").arg(ticket.number).arg(ticket.refusedSteps));
        }
        if (numbers.contains(ticket.number)) {
            judgement.faults.append(ticket.number + QStringLiteral(" was given out twice"));
        }
        numbers.insert(ticket.number);
        for (qsizetype i = 0; i < ticket.intervals.size(); ++i) {
            const TicketInterval &interval = ticket.intervals.at(i);
            const qint64 until = interval.untilMs != 0 ? interval.untilMs : std::numeric_limits<qint64>::max();
            if (interval.state == TicketState::Waiting) {
                // From when a desk asks until it is told, whom it gets is being claimed, and is skipped by the others.
                const bool isCalled = i + 1 < ticket.intervals.size() && ticket.intervals.at(i + 1).state == TicketState::Called;
                const qint64 asked = isCalled ? askedBefore(ticket.intervals.at(i + 1).desk.section(u'/', -1).toUtf8(), until) : until;
                waits.append({seenFrom(ticket.number, interval.fromMs), std::min(asked, until), ticket.rankMs(), ticket.number});
            } else if (interval.state == TicketState::Called) {
                hands[interval.person].append({interval.fromMs, until});
            } else if (interval.state == TicketState::Serving) {
                hands[interval.person].append({interval.fromMs, until});
            }
        }
        judgement.calls += std::count_if(all.cbegin(), all.cend(), [](const HallStep &step) {
            return QJsonDocument::fromJson(step.body).object().value(u"step").toString() == u"call";
        });
    }
    judgement.tickets = byTicket.size();
    for (auto one = hands.begin(); one != hands.end(); ++one) {
        std::sort(one->begin(), one->end());
        for (qsizetype i = 1; i < one->size(); ++i) {
            if (one->at(i).first < one->at(i - 1).second) {
                judgement.faults.append(QStringLiteral("an officer had two citizens at %1").arg(one->at(i).first));
            }
        }
    }
    // By the rule: whoever waited all the while in which a desk asked, and came before the one it got, was passed over.
    std::sort(waits.begin(), waits.end(), [](const Wait &a, const Wait &b) { return a.rankMs < b.rankMs; });
    QHash<QString, qint64> ranks;
    for (const Wait &wait : std::as_const(waits)) {
        ranks.insert(wait.number, wait.rankMs);
    }
    for (const Call &call : calls) {
        if (!ranks.contains(call.number)) {
            judgement.faults.append(QStringLiteral("desk %1 was given %2, of which the hall knows nothing").arg(QString::fromUtf8(call.desk), call.number));
            continue;
        }
        if (std::any_of(upsets.cbegin(), upsets.cend(), [&call](const QPair<qint64, qint64> &one) { return call.fromMs <= one.second && call.untilMs >= one.first; })) {
            continue;
        }
        ++judgement.judgedForOrder;
        const qint64 rank = ranks.value(call.number);
        for (const Wait &wait : std::as_const(waits)) {
            if (wait.rankMs >= rank) {
                break;
            }
            if (wait.fromMs < call.fromMs - unsureMs && wait.untilMs > call.untilMs + unsureMs) {
                judgement.passedOver.append(QStringLiteral("desk %1 got %2 while %3 waited before it").arg(QString::fromUtf8(call.desk), call.number, wait.number));
            }
        }
    }
    return judgement;
}

} // namespace motcua::test
