// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DeskActs.h"

#include "app/storage/Await.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"

namespace motcua {

DeskActs::DeskActs(MainWindow *window, std::function<Hall *()> hall, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_hall(std::move(hall))
    , m_questions(new StripQuestion(window, this))
    , m_guest(std::make_unique<QObject>())
{
}

void DeskActs::end()
{
    m_questions->drop();
    m_guest = std::make_unique<QObject>();
}

void DeskActs::ask(const DeskFigures &desk, const QString &officer)
{
    const QString number = desk.ticket;
    QList<StripQuestion::Choice> choices;
    if (!number.isEmpty()) {
        choices.append({tr("Back among those who wait"), [this, number] { take(number, TicketStep::Reinsert, tr("%1 waits again, with the time waited so far.").arg(number)); }});
    }
    if (!number.isEmpty() && desk.isCalled) {
        choices.append({tr("Did not come"), [this, number] { take(number, TicketStep::NoShow, tr("%1 did not come, and may still come.").arg(number)); }});
    } else if (!number.isEmpty()) {
        choices.append({tr("End it"), [this, number] { take(number, TicketStep::Finish, tr("The turn of %1 is ended. What was begun for them stays with its officer.").arg(number)); }});
    }
    choices.append({tr("For which groups it calls"), [this, desk] { Q_EMIT groupsAsked(desk); }});
    if (number.isEmpty() && desk.isOpened) { // whoever is there is seen to first
        choices.append({tr("Close the desk"), [this, desk] { Q_EMIT closingAsked(desk); }});
    }
    choices.append({tr("Leave it"), [] {}});
    const QString who = officer.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(officer);
    m_questions->ask(number.isEmpty() ? tr("Nobody is called or served at desk %1%2. What is to be done?").arg(desk.number()).arg(who)
                                      : tr("%1 at desk %2%3: what becomes of it?").arg(number).arg(desk.number()).arg(who),
        choices);
}

void DeskActs::take(const QString &number, TicketStep step, const QString &told)
{
    Hall *hall = m_hall();
    if (!hall) {
        return;
    }
    const QPointer<Hall> still(hall);
    await(m_guest.get(), hall->byNumber(number), [this, still, step, told](const Result<Ticket> &ticket) {
        if (!ticket || !still) {
            m_window->tell({Notice::Kind::Danger, sentence(ticket ? Error{ErrorCode::NotFound, {}} : ticket.error()).textWithCode(), {}});
            return;
        }
        await(m_guest.get(), still->step(ticket->id, {.step = step}), [this, told](const Result<Ticket> &moved) {
            if (moved) {
                m_window->tell({Notice::Kind::Done, told, {}});
                Q_EMIT done();
            } else {
                m_window->tell({Notice::Kind::Warning, sentence(moved.error()).textWithCode(), {}});
            }
        });
    });
}

} // namespace motcua
