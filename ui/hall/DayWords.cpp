// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/DayWords.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/Language.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype MostRules = 4; // named; of more only how many
constexpr int FewNumbers = 20;

struct DayWords
{
    Q_DECLARE_TR_FUNCTIONS(DayWords)
};

QString hours(const QList<OfficeSession> &sessions)
{
    QStringList shown;
    for (const OfficeSession &one : sessions) {
        shown.append(one.from.toString(u"HH:mm") + QStringLiteral("–") + one.to.toString(u"HH:mm"));
    }
    return shown.join(QStringLiteral(", "));
}

DayLine calendarLine(const DayFacts &facts)
{
    if (!facts.isOpen) {
        const QString why = facts.dayName.isEmpty() ? DayWords::tr("no working day") : facts.dayName;
        return {DayLine::Kind::Attention, DayWords::tr("This desk is closed today (%1). Dossiers received today count from the next working day.").arg(why)};
    }
    if (facts.sessions.isEmpty()) {
        return {DayLine::Kind::Attention, DayWords::tr("No working calendar covers this day. Ask for a catalogue with the calendar of this year.")};
    }
    const QString text = DayWords::tr("Open %1").arg(hours(facts.sessions));
    return facts.isProvisional
        ? DayLine{DayLine::Kind::Attention, text + QStringLiteral(" · ") + DayWords::tr("the calendar of this year is not published yet, so promises are provisional")}
        : DayLine{DayLine::Kind::Good, text};
}

std::optional<DayLine> nextDayLine(const DayFacts &facts)
{
    if (facts.offDays.isEmpty() || !facts.nextDay.isValid()) {
        return std::nullopt;
    }
    return DayLine{DayLine::Kind::Attention,
        DayWords::tr("Days off ahead: %1. The next day here is %2.").arg(facts.offDays.join(QStringLiteral(", ")), shownDay(facts.nextDay))};
}

std::optional<DayLine> rulesLine(const DayFacts &facts)
{
    if (facts.newRules.isEmpty()) {
        return std::nullopt;
    }
    QStringList names;
    for (const NewRule &rule : facts.newRules.mid(0, MostRules)) {
        names.append(rule.code + u' ' + Language::label(rule.name, rule.nameEn));
    }
    QString text = DayWords::tr("The rules of %n procedure(s) change today: %1", nullptr, static_cast<int>(facts.newRules.size()))
                       .arg(names.join(QStringLiteral("; ")));
    return DayLine{DayLine::Kind::Attention, facts.newRules.size() > MostRules ? text + QStringLiteral(" …") : text};
}

DayLine numbersLine(const DayFacts &facts)
{
    const QString left = DayWords::tr("%n dossier number(s) of this desk are left for today", nullptr, facts.numbersLeft);
    const bool few = facts.numbersLeft < std::max(FewNumbers, facts.numbersADay);
    if (!few) {
        return {DayLine::Kind::Good, left};
    }
    return {DayLine::Kind::Attention,
        left + QStringLiteral(" · ") + DayWords::tr("the busiest day of the last month used %1; ask the administrator for a wider range").arg(facts.numbersADay)};
}

std::optional<DayLine> certificateLine(const DayFacts &facts)
{
    if (facts.certificateUntilMs == 0) {
        return std::nullopt;
    }
    const QDate last = vietnamTime(facts.certificateUntilMs).date();
    return DayLine{DayLine::Kind::Attention,
        last < facts.day ? DayWords::tr("The certificate of this desk at the portal ended on %1, so nothing is sent. Tell the IT person; work goes on.").arg(shownDate(last))
                         : DayWords::tr("The certificate of this desk at the portal ends on %1. A new one is asked for by itself; if this stands here tomorrow too, tell the IT person.").arg(shownDate(last))};
}

std::optional<DayLine> leftOverLine(const DayFacts &facts, int leftOver)
{
    QStringList parts;
    if (facts.drafts > 0) {
        parts.append(DayWords::tr("%n draft(s) of yours wait (Ctrl+7)", nullptr, facts.drafts));
    }
    if (leftOver > 0) {
        parts.append(DayWords::tr("%n ticket(s) of earlier days were ended", nullptr, leftOver));
    }
    return parts.isEmpty() ? std::nullopt : std::optional(DayLine{DayLine::Kind::Note, parts.join(QStringLiteral(" · "))});
}

DayLine dueLine(const DayFacts &facts)
{
    QStringList parts{DayWords::tr("%n result(s) promised for today", nullptr, static_cast<int>(facts.dueToday - facts.overdue))};
    if (facts.overdue > 0) {
        parts.prepend(DayWords::tr("%n overdue", nullptr, static_cast<int>(facts.overdue)));
    }
    if (facts.nextDay.isValid()) {
        parts.append(DayWords::tr("%n for %1", nullptr, static_cast<int>(facts.dueNext)).arg(shownDay(facts.nextDay, true)));
    }
    return {facts.overdue > 0 ? DayLine::Kind::Attention : DayLine::Kind::Note, parts.join(QStringLiteral(" · "))};
}

} // namespace

QString dayHeading(const DayFacts &facts)
{
    return DayWords::tr("Open the day") + QStringLiteral(" · ") + shownDay(facts.day);
}

QList<DayLine> dayLines(const DayFacts &facts, int leftOver)
{
    QList<DayLine> lines;
    const auto add = [&lines](const std::optional<DayLine> &line) {
        if (line) {
            lines.append(*line);
        }
    };
    add(rulesLine(facts));
    add(calendarLine(facts));
    add(nextDayLine(facts));
    add(dueLine(facts));
    add(numbersLine(facts));
    add(certificateLine(facts));
    add(leftOverLine(facts, leftOver));
    return lines;
}

} // namespace motcua
