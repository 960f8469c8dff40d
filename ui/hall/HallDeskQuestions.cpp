// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/HallDesk.h"

#include "app/hall/LocalHall.h"
#include "app/storage/Await.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/MessageStrip.h"

#include <QDateTime>

#include <algorithm>

// HallDesk and what it asks in the strip.
namespace motcua {

namespace {

using Turn = ServeVisit::Turn;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

// Whoever comes back to a desk that somebody else had meanwhile goes on where they were, if they say so.
void HallDesk::offerWhoWasLeft()
{
    if (m_serve->turn() != Turn::None) {
        return;
    }
    lookThen([this] {
        const auto left = std::find_if(m_view.held.crbegin(), m_view.held.crend(), [this](const Ticket &ticket) {
            const qsizetype before = ticket.intervals.size() - 2;
            return ticket.now().place == ServeVisit::OfficerAway && before >= 0
                && ticket.intervals.at(before).state != TicketState::OnHold // else a colleague answers for it since a hand-over
                && ticket.intervals.at(before).person == m_person;
        });
        if (left != m_view.held.crend() && m_serve->turn() == Turn::None && !m_window->isLocked()) {
            m_questions->offer(tr("%1 was put on hold when somebody else signed in or you signed out. Nothing typed is lost.").arg(left->number),
                {{tr("Resume"), [this, id = left->id] { resume(id); }}, {tr("Leave on hold"), [] {}}});
        }
    });
}

void HallDesk::resumeWhoIsBack()
{
    if (m_view.held.isEmpty() && m_view.missed.isEmpty()) {
        m_window->tell({Notice::Kind::Told, tr("Nobody is on hold, and nobody missed their call. Nothing was changed."), {}});
    } else if (m_view.held.size() == 1 && m_view.missed.isEmpty()) {
        resume(m_view.held.constFirst().id);
    } else {
        askWhoIsBack();
    }
}

void HallDesk::askWhere()
{
    QList<StripQuestion::Choice> choices;
    for (const HoldPlace &place : m_hall->rules().holdPlaces) {
        const QString name = Language::label(place.name, place.nameEn);
        choices.append({name, [this, id = place.id, name] {
            m_leaving = tr("%1 is on hold (%2). %3 resumes it.").arg(whoIsHere(), name, key(KeyAct::ResumeTicket));
            m_undoOfLeaving = [this, ticket = m_serve->ticket()->id] { m_serve->resume(ticket); };
            m_serve->hold(id);
        }});
    }
    m_questions->ask(tr("Where does %1 go? The form and the place in the queue are kept.").arg(whoIsHere()), choices);
}

// A form that was begun says that somebody may come back today with what was missing, and need not queue again.
void HallDesk::askWhetherBack()
{
    if (!m_serve->ticket() || m_serve->visit().count(VisitDossier::State::UnderWay) == 0) {
        m_serve->finish(true);
        return;
    }
    m_questions->ask(tr("Is %1 guided and gone, or back today? The form is kept either way.").arg(whoIsHere()),
        {{tr("Guided, the visit is over"), [this] { m_serve->finish(true); }}, {tr("Back today: hold the ticket"), [this] { askWhere(); }}});
}

void HallDesk::askWhetherMissed()
{
    const QString number = whoIsHere();
    m_questions->ask(tr("%1 was called %n time(s). Did nobody come?", nullptr, m_serve->ticket()->calls).arg(number),
        {{tr("Nobody came"),
             [this, number] {
                 m_leaving = tr("%1 did not come. %2 calls whoever comes late.").arg(number, key(KeyAct::ResumeTicket));
                 m_undoOfLeaving = [this, ticket = m_serve->ticket()->id] { m_serve->call(ticket); };
                 m_serve->missed();
             }},
            {tr("Call once more"), [this] { m_serve->recall(); }},
            {tr("Back to the queue"), [this, number] {
                 m_leaving = tr("%1 waits again, with the time waited so far.").arg(number);
                 m_undoOfLeaving = [this, ticket = m_serve->ticket()->id] { m_serve->call(ticket); };
                 m_serve->putBack();
             }}});
}

void HallDesk::askWhoIsBack()
{
    QList<StripQuestion::Choice> choices;
    for (const Ticket &ticket : std::as_const(m_view.held)) {
        choices.append({ticket.number + QStringLiteral(" · ") + placeName(ticket.now().place), [this, id = ticket.id] { resume(id); }});
    }
    // The last ones first: whoever comes late was called not long ago.
    for (auto ticket = m_view.missed.crbegin(); ticket != m_view.missed.crend(); ++ticket) {
        choices.append({tr("%1 · did not come").arg(ticket->number), [this, id = ticket->id] { m_serve->call(id); }});
    }
    m_questions->ask(tr("Who is back?"), choices);
}

void HallDesk::lookWhetherForgotten()
{
    const qint64 allowed = qint64{m_hall ? m_hall->rules().forgottenMinutes : 0} * 60'000;
    if (!m_serve || m_serve->turn() != Turn::Serving || m_serve->isBusy() || nowMs() - m_touchedMs < allowed || m_window->isLocked()
        || m_window->strip()->isVisible()) { // what is asked or told there comes first
        return;
    }
    touch();
    m_questions->offer(tr("Nothing was done for %1 for %n minute(s). Is the visit over?", nullptr, m_hall->rules().forgottenMinutes).arg(whoIsHere()),
        {{tr("Still here"), [this] { touch(); }}, {tr("Finish visit"), [this] { m_serve->finish(); }}});
}

void HallDesk::tellNoTicket(const QString &number)
{
    m_window->tell({Notice::Kind::Told, tr("%1 is no ticket of today that still waits. Nothing was changed.").arg(number), {}});
}

void HallDesk::bringByNumber(const QString &number)
{
    if (!m_serve || m_serve->isBusy()) {
        return;
    }
    if (m_serve->ticket() && m_serve->ticket()->number == number) {
        m_serve->turn() == Turn::Called ? m_serve->begin() : m_window->tell({Notice::Kind::Told, tr("%1 is being served here already.").arg(number), {}});
        return;
    }
    if (!m_serve->mayCall() || isPaused()) {
        m_window->act(KeyAct::CallNext); // says why not
        return;
    }
    lookThen([this, number] {
        const auto in = [&number](const QList<Ticket> &tickets) {
            return std::find_if(tickets.cbegin(), tickets.cend(), [&number](const Ticket &one) { return one.number == number; });
        };
        if (const auto held = in(m_view.held); held != m_view.held.cend()) {
            resume(held->id);
        } else if (const auto missed = in(m_view.missed); missed != m_view.missed.cend()) {
            m_serve->call(missed->id);
        } else if (const auto next = in(m_view.next); next != m_view.next.cend()) {
            m_serve->call(next->id);
        } else if (const auto elsewhere = in(m_view.elsewhere); elsewhere != m_view.elsewhere.cend() && m_view.aloneSinceMs > 0) {
            m_serve->call(elsewhere->id); // whoever stands here with it is at no other desk
        } else if (elsewhere != m_view.elsewhere.cend()) {
            m_window->tell({Notice::Kind::Told, tr("%1 waits for another service, which this desk does not serve. Nothing was changed.").arg(number), {}});
        } else if (in(m_view.atOthers) != m_view.atOthers.cend()) {
            m_window->tell({Notice::Kind::Told, tr("%1 is at another desk. Nothing was changed.").arg(number), {}});
        } else if (m_view.aloneSinceMs > 0) {
            await(m_guest.get(), m_hall->byNumber(number), [this, number](const Result<Ticket> &ticket) {
                ticket && ticket->state != TicketState::Finished ? m_serve->call(ticket->id) : tellNoTicket(number);
            });
        } else {
            tellNoTicket(number);
        }
    });
}

} // namespace motcua
