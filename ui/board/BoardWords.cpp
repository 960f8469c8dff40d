// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/BoardWords.h"

#include "models/base/VietnamTime.h"

#include <QCoreApplication>
#include <QStringList>

namespace motcua::boardwords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BoardWords)
};

} // namespace

QString title()
{
    return Words::tr("PLEASE COME TO THE DESK");
}

QString nobodyCalled()
{
    return Words::tr("Nobody called yet");
}

QString closed()
{
    return Words::tr("CLOSED FOR NOW");
}

QString waitingTitle()
{
    return Words::tr("WAITING");
}

QString waiting(int count)
{
    return Words::tr("%1 waiting").arg(count);
}

QString wait(const std::optional<WaitRange> &range)
{
    if (!range) {
        return {};
    }
    return range->fromMinutes == range->toMinutes ? Words::tr("%1 min or longer").arg(range->fromMinutes)
                                                  : Words::tr("%1–%2 min").arg(range->fromMinutes).arg(range->toMinutes);
}

QString missedTitle()
{
    return Words::tr("MISSED: please ask the guide");
}

QString breaksTitle()
{
    return Words::tr("ON A BREAK");
}

QString onBreak(const BoardBreak &one)
{
    return one.untilMs != 0 ? Words::tr("desk %1 until %2").arg(desk(one.desk), vietnamTime(one.untilMs).toString(u"HH:mm"))
                            : Words::tr("desk %1").arg(desk(one.desk));
}

QString nothing()
{
    return QStringLiteral("—");
}

QString hours(const BoardDay &day, QTime lastTicket)
{
    QStringList told;
    if (day.isKnown) {
        QStringList sessions;
        for (const OfficeSession &one : day.hours) {
            sessions.append(one.from.toString(u"HH:mm") + u'–' + one.to.toString(u"HH:mm"));
        }
        told.append(sessions.isEmpty() ? Words::tr("Closed today") : Words::tr("Open today %1").arg(sessions.join(QStringLiteral(", "))));
    }
    if (lastTicket.isValid()) {
        told.append(Words::tr("Tickets until %1").arg(lastTicket.toString(u"HH:mm")));
    }
    if (day.closedTomorrow) {
        told.append(day.tomorrow.isEmpty() ? Words::tr("Closed tomorrow") : Words::tr("Closed tomorrow: %1").arg(day.tomorrow));
    }
    return told.join(QStringLiteral(" · "));
}

QString live()
{
    return Words::tr("● live");
}

QString notLive(qint64 sinceMs)
{
    return sinceMs == 0 ? Words::tr("! Not live yet. The numbers come as soon as the hall answers.")
                        : Words::tr("! Not live since %1. Please listen for your number, or ask the guide.").arg(vietnamTime(sinceMs).toString(u"HH:mm"));
}

QString training()
{
    return Words::tr("TRAINING, NO LEGAL EFFECT");
}

QString desk(int number)
{
    return number > 0 ? QString::number(number).rightJustified(2, u'0') : nothing();
}

} // namespace motcua::boardwords
