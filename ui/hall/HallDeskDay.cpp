// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/HallDesk.h"

#include "app/hall/HallWait.h"
#include "app/hall/LocalHall.h"
#include "models/base/VietnamTime.h"
#include "models/ticket/DeskHours.h"
#include "models/ticket/ExpectedWait.h"
#include "ui/hall/BreakDesk.h"
#include "ui/hall/DayDesk.h"
#include "ui/hall/EarlyCall.h"
#include "ui/shell/MainWindow.h"

#include <QDateTime>

// HallDesk and the hours of its day: breaks, the first call and the last hour; and what Ctrl+N is taken back by.
namespace motcua {

namespace {

constexpr int LastHourSecs = 60 * 60;

using Turn = ServeVisit::Turn;

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

void HallDesk::setDoor(SignIn *door)
{
    m_break->setDoor(door);
}

bool HallDesk::isHandingOver() const
{
    return m_break->isHandingOver();
}

QList<OfficeSession> HallDesk::hours() const
{
    return m_calendar.sessions(now().date());
}

void HallDesk::takeShift(const Shift &shift, const QString &told, bool isAlone)
{
    m_view.shift = shift.isOpen() ? std::optional(shift) : std::nullopt;
    // Whom the queue or another desk has got with it stays there, and a closed desk does not open again.
    if (isPaused() && isAlone) {
        setUndo([this] { m_day->serveAgain(); });
    } else {
        setUndo({});
    }
    draw();
    if (told.isEmpty()) {
        return;
    }
    const Notice done{Notice::Kind::Done, told + undoWords(), {}};
    m_break->isOwn(m_window->page()) ? Q_EMIT left(done) : m_window->tell(done);
}

void HallDesk::callNext()
{
    const bool asks = m_early->asks(hours(), now(), static_cast<int>(m_view.next.size()), [this] {
        if (m_serve && !m_serve->isBusy()) {
            m_serve->callNext();
        }
    });
    if (!asks) {
        m_serve->callNext();
    }
}

// As long as nothing is begun for them: what was typed is not taken back by a key that means something else.
bool HallDesk::mayTakeBackWalkIn() const
{
    return m_serve->turn() == Turn::Serving && !m_serve->ticket() && m_serve->visit().dossiers().isEmpty();
}

void HallDesk::offerToTakeBackWalkIn()
{
    if (m_walkIn && m_serve->turn() == Turn::Serving) {
        m_walkIn = false;
        setUndo([this] {
            if (mayTakeBackWalkIn()) {
                m_leaving = tr("Taken back. Nobody is being served.");
                m_undoOfLeaving = {};
                m_serve->takeBack();
            }
        });
    }
}

QString HallDesk::aloneWords() const
{
    return tr("The centre is out of reach since %1. %2 calls whom this desk gave a number; whoever shows another number: type it at %3.")
        .arg(vietnamTime(m_view.aloneSinceMs).toString(QStringLiteral("HH:mm")), key(KeyAct::CallNext), key(KeyAct::Find));
}

// In the last hour only: before it nobody knows who else comes and goes.
QString HallDesk::enoughWords() const
{
    const QTime time = now().time();
    const QTime closing = closingTime(hours(), time);
    if (!closing.isValid() || time.secsTo(closing) > LastHourSecs) {
        return {};
    }
    const std::optional<int> enough = servedWithin(qint64{time.secsTo(closing)} * 1000, openDesks(m_view), servedLately(m_view));
    return enough && *enough < m_view.next.size() ? tr("Time enough for about %n until %1", nullptr, *enough).arg(closing.toString(u"HH:mm")) : QString();
}

} // namespace motcua
