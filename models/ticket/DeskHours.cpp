// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/DeskHours.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua {

namespace {

constexpr int SoonSecs = 30 * 60;
constexpr int ShortSecs = 15 * 60;
constexpr int StepSecs = 5 * 60;
constexpr int DaySecs = 24 * 60 * 60;

int secondsOf(QTime time)
{
    return QTime(0, 0).secsTo(time);
}

} // namespace

QTime callingStarts(const QList<OfficeSession> &sessions, QTime now)
{
    return !sessions.isEmpty() && now < sessions.constFirst().from ? sessions.constFirst().from : QTime();
}

QTime closingTime(const QList<OfficeSession> &sessions, QTime now)
{
    return !sessions.isEmpty() && now < sessions.constLast().to ? sessions.constLast().to : QTime();
}

QTime lastTicketTime(const QList<OfficeSession> &sessions, int minutes)
{
    if (sessions.isEmpty()) {
        return {};
    }
    const int last = secondsOf(sessions.constLast().to) - 60 * minutes;
    return QTime(0, 0).addSecs(std::max(last, secondsOf(sessions.constFirst().from)));
}

QTime breakEnd(const QList<OfficeSession> &sessions, QTime now)
{
    const auto next = std::find_if(sessions.cbegin(), sessions.cend(), [now](const OfficeSession &one) { return one.from > now; });
    const auto here = std::find_if(sessions.cbegin(), sessions.cend(), [now](const OfficeSession &one) { return one.from <= now && now < one.to; });
    if (next != sessions.cend() && (here == sessions.cend() || now.secsTo(here->to) <= SoonSecs)) {
        return next->from;
    }
    const int end = (secondsOf(now) + ShortSecs + StepSecs - 1) / StepSecs * StepSecs;
    return end < DaySecs ? QTime(0, 0).addSecs(end) : QTime();
}

QTime typedTime(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})(?:\\s*[:.hHgG]\\s*(\\d{2})?|(\\d{2}))?$"));
    const QRegularExpressionMatch found = form.match(text.trimmed());
    if (!found.hasMatch()) {
        return {};
    }
    const QString minutes = found.captured(2) + found.captured(3); // one of them, or neither
    return QTime(found.captured(1).toInt(), minutes.toInt());
}

} // namespace motcua
