// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardPage.h"

#include "models/base/VietnamTime.h"
#include "ui/dashboard/FigureGrid.h"
#include "ui/itemmodels/DeskItemModel.h"
#include "ui/messages/Wording.h"
#include "ui/shell/HallTime.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/BarChart.h"
#include "ui/widgets/FigureButton.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <algorithm>

// What the page writes where: figures into words, nothing of how it is walked.
namespace motcua {

namespace {

constexpr qsizetype MostApart = 8;

void write(QLabel *label, const QString &text)
{
    if (label->text() != text) {
        label->setText(text);
    }
}

} // namespace

void DashboardPage::setNames(const DashboardNames &names)
{
    m_names = names;
}

void DashboardPage::forget()
{
    m_figures.reset();
    m_lastStop = nullptr;
    m_letters.clear();
    m_deskModel->setDesks({}, {}, true);
    for (FigureGrid *grid : {m_periods, m_hand, m_due, m_units, m_scans, m_digitised, m_statuses}) {
        grid->setRows({}, true);
    }
    m_groups->setLines({});
    m_days->setLines({});
    m_export->hide();
    m_noGroups->hide();
    m_noDays->hide();
    m_asOf->setText(tr("The figures are being counted…"));
    for (QWidget *tile : std::as_const(m_tiles)) {
        static_cast<FigureButton *>(tile)->tell(QStringLiteral("…"), tr("being counted"));
    }
    for (QLabel *label : {m_change, m_longestFor, m_keptOf, m_overdue}) {
        label->clear();
    }
    Q_EMIT headingChanged();
}

void DashboardPage::setFigures(const DashboardFigures &figures, bool afresh)
{
    const QString before = heading();
    const bool isFirst = !m_figures;
    m_figures = figures;
    m_nowMs = std::max(m_nowMs, figures.days.nowMs);
    const QStringList &apart = figures.hall.apart;
    const QString shown = apart.mid(0, MostApart).join(QStringLiteral(", ")) + (apart.size() > MostApart ? QStringLiteral("…") : QString());
    write(m_asOf, apart.isEmpty() ? asOfWords(figures.days.nowMs)
                                  : asOfWords(figures.days.nowMs) + QStringLiteral("  ▲ ") + tr("Called or served at two desks while one was cut off: %1.").arg(shown));
    restyle(m_asOf, "tone", apart.isEmpty() ? QStringLiteral("secondary") : QStringLiteral("warning"));
    m_deskModel->tick(m_nowMs);
    m_deskModel->setDesks(figures.hall.desks, figures.officers, afresh || isFirst);
    drawTiles();
    drawGrids(afresh || isFirst);
    drawCharts();
    fitDesks();
    if (heading() != before) {
        Q_EMIT headingChanged();
    }
    const bool isOtherOpen = m_shownOpen != figures.feedback.open;
    m_shownOpen = figures.feedback.open;
    if (isFirst || isOtherOpen) {
        Q_EMIT actsChanged();
    }
}

void DashboardPage::tick(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (m_figures) {
        drawTiles();
        m_deskModel->tick(nowMs);
    }
}

void DashboardPage::drawTiles()
{
    const DashboardFigures &now = *m_figures;
    const HallFigures &hall = now.hall;
    m_waiting->tell(shownCount(hall.waiting), tr("Waiting now"));
    write(m_change, now.usesTickets ? changeWords(hall.waiting, hall.hourAgo) : tr("no numbers are drawn here"));
    const bool isWaited = !hall.longest.isEmpty();
    m_longest->tell(isWaited ? shownMinutes(hall.longestSinceMs, m_nowMs) + QStringLiteral("  ") + hall.longest : QStringLiteral("–"),
        isWaited ? tr("Longest wait, %1").arg(spokenMinutes(hall.longestSinceMs, m_nowMs)) : tr("Longest wait"));
    write(m_longestFor, isWaited ? m_names.group(hall.longestGroup) : tr("nobody waits"));
    const OutcomeFigures &month = now.month.finished;
    m_kept->tell(shownShare(month.keptPermille()), tr("Not late this month; opens the late ones"));
    write(m_keptOf,
        month.finished() == 0 ? tr("nothing was finished yet") : tr("%1 late of %2 finished").arg(shownCount(month.late.count), shownCount(month.finished())));
    m_inHand->tell(shownCount(now.inHand.count), tr("In hand"));
    write(m_overdue, now.overdue.count > 0 ? QStringLiteral("▲ ") + tr("%1 overdue").arg(shownCount(now.overdue.count)) : tr("none overdue"));
    restyle(m_overdue, "tone", now.overdue.count > 0 ? QStringLiteral("danger") : QStringLiteral("secondary"));
}

void DashboardPage::drawGrids(bool afresh)
{
    const DashboardFigures &now = *m_figures;
    const DashboardDays &days = now.days;
    const PeriodFigures &today = now.today;
    const PeriodFigures &month = now.month;
    const PeriodFigures &before = now.before;
    m_periods->setColumns({tr("Today"), shownPeriod(days.monthFirst, days.today), shownPeriod(days.beforeFirst, days.beforeLast)});
    m_periods->setRows({{QStringLiteral("accepted"), tr("Accepted"), {today.accepted, month.accepted, before.accepted}},
                           {QStringLiteral("early"), tr("Early"), {today.finished.early, month.finished.early, before.finished.early}},
                           {QStringLiteral("onTime"), tr("On time"), {today.finished.onTime, month.finished.onTime, before.finished.onTime}},
                           {QStringLiteral("late"), tr("Late"), {today.finished.late, month.finished.late, before.finished.late}, FigureGrid::Mark::Noted}},
        afresh);
    m_hand->setColumns({tr("In hand"), tr("= within time"), tr("+ overdue")});
    m_hand->setRows({{QStringLiteral("now"), tr("Now"), {now.inHand, now.withinTime, now.overdue}, FigureGrid::Mark::Pressing, true}}, afresh);
    const QString off = !days.tomorrowIsWorked ? tr("no calendar") : days.tomorrowName.isEmpty() ? tr("day off") : days.tomorrowName;
    const QString tomorrow = tr("Tomorrow, %1").arg(shownDay(days.tomorrow, true))
        + (days.tomorrowIsWorked == std::optional(true) ? QString() : QStringLiteral(" (") + off + u')');
    QList<FigureGrid::Row> due{{QStringLiteral("soon"), tr("Within 2 hours"), {now.dueSoon}}, {QStringLiteral("today"), tr("Today, from now on"), {now.dueToday}},
        {QStringLiteral("tomorrow"), tomorrow, {now.dueTomorrow}}};
    if (days.next.isValid()) {
        due.append({QStringLiteral("next"), shownDay(days.next), {now.dueNext}});
    }
    m_due->setRows(due, afresh);
    QList<FigureGrid::Row> units;
    for (const DashboardFigures::Unit &one : now.overdueByUnit) {
        units.append({one.unit, m_names.decides(one.unit), {one.overdue}, FigureGrid::Mark::Pressing});
    }
    m_units->setRows(units, afresh);
    m_scans->setColumns({tr("Dossiers"), tr("of these overdue")});
    m_scans->setRows({{QStringLiteral("scan"), tr("To be scanned"), {now.notScanned, now.scanOverdue}, FigureGrid::Mark::Pressing, true}}, afresh);
    m_digitised->setColumns({tr("Digitised"), tr("Papers used again"), tr("of received")});
    m_digitised->setRows({{QStringLiteral("month"), shownPeriod(days.monthFirst, days.today), {now.digitised, now.reusing, month.accepted}}}, afresh);
    QStringList indexes{digitisedWords(m_names.digitised, now.digitisedPermille()), reusingWords(m_names.reusing, now.reusingPermille())};
    indexes.removeAll(QString());
    write(m_index, indexes.join(u'\n'));
    QList<FigureGrid::Row> statuses;
    for (const DashboardFigures::Status &one : now.todayByStatus) {
        const std::optional<DossierStatus> status = dossierStatus(one.status);
        statuses.append({QString::number(one.status), status ? statusName(*status, true) : tr("contradicted"), {one.dossiers}});
    }
    m_statuses->setRows(statuses, afresh);
    keepOneTabStop(m_lastStop);
}

void DashboardPage::drawCharts()
{
    const DashboardFigures &now = *m_figures;
    QList<BarChart::Line> groups;
    m_letters.clear();
    for (const ServiceGroup &group : m_names.hall.groups) {
        m_letters.append(group.letter);
    }
    for (const HallFigures::Group &group : now.hall.groups) {
        if (!m_letters.contains(group.letter)) {
            m_letters.append(group.letter);
        }
    }
    for (const QString &letter : std::as_const(m_letters)) {
        groups.append({m_names.group(letter), {now.waiting(letter).count}});
    }
    m_groups->setLines(groups);
    m_groups->setVisible(now.usesTickets);
    m_noGroups->setVisible(!now.usesTickets);
    QList<BarChart::Line> days;
    for (const OutcomeFigures &day : now.byDay) {
        days.append({shownDay(day.first, true), {day.early.count, day.onTime.count, day.late.count}});
    }
    m_days->setLines(days);
    const bool isEmpty = std::all_of(now.byDay.cbegin(), now.byDay.cend(), [](const OutcomeFigures &day) { return day.finished() == 0; });
    m_days->setVisible(!isEmpty);
    m_noDays->setVisible(isEmpty);
}

} // namespace motcua
