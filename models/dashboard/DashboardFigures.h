// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/dashboard/DashboardDays.h"
#include "models/dashboard/DashboardList.h"
#include "models/dashboard/HallFigures.h"

#include <QList>
#include <QMap>

namespace motcua {

/** A number and what stands behind it. */
struct Figure
{
    qint64 count = 0;
    DashboardList list = {};

    friend bool operator==(const Figure &, const Figure &) = default;
};

/** How the dossiers that were finished in some days kept their promise. */
struct OutcomeFigures
{
    QDate first = {};
    QDate last = {};
    Figure early = {};
    Figure onTime = {};
    Figure late = {};

    [[nodiscard]] static OutcomeFigures of(QDate first, QDate last);

    /** Counts `dossiers` more under `outcome`: 1 early, 2 on time, 3 late; any other counts nowhere. */
    void add(int outcome, qint64 dossiers);
    [[nodiscard]] qint64 finished() const { return early.count + onTime.count + late.count; }
    /** Tenths of a percent that were not late, rounded down so that one late dossier is never told as none; −1 when none was finished. */
    [[nodiscard]] int keptPermille() const;

    friend bool operator==(const OutcomeFigures &, const OutcomeFigures &) = default;
};

/** What came in and went out in some days. */
struct PeriodFigures
{
    Figure accepted = {};
    OutcomeFigures finished = {};

    friend bool operator==(const PeriodFigures &, const PeriodFigures &) = default;
};

/** What whoever leads a centre sees at one moment: numbers of one snapshot that do not contradict each other, and no citizen's name. */
struct DashboardFigures
{
    static constexpr qint64 SoonMs = 2 * 60 * 60'000;

    struct Unit
    {
        QString unit = {}; ///< organisation code of who decides
        Figure overdue = {};

        friend bool operator==(const Unit &, const Unit &) = default;
    };
    struct Status
    {
        int status = 0; ///< national number; 0 while desks contradict each other
        Figure dossiers = {};

        friend bool operator==(const Status &, const Status &) = default;
    };

    /** What citizens said of how they were served. */
    struct Feedback
    {
        int open = 0; ///< of any day, not answered yet
        QMap<int, int> today = {}; ///< by score, 1 to 5: how often it was given today

        friend bool operator==(const Feedback &, const Feedback &) = default;
    };

    /** What a desk is set up for. */
    struct Desk
    {
        Id origin = {}; ///< of the store there
        QStringList serves = {}; ///< letters of groups; none: all

        friend bool operator==(const Desk &, const Desk &) = default;
    };

    DashboardDays days = {};
    HallFigures hall = {};
    QMap<QString, Desk> desks = {}; ///< by "organisation code/desk number": those that told of themselves
    Feedback feedback = {};
    bool usesTickets = false;
    QMap<Id, QString> officers = {}; ///< names of who is at the desks of `hall`
    PeriodFigures today = {};
    PeriodFigures month = {};
    PeriodFigures before = {};
    QList<OutcomeFigures> byDay = {}; ///< of days.recent: the worked ones and those on which something was finished
    QList<Status> todayByStatus = {}; ///< of what was received today, by number
    Figure inHand = {};
    Figure withinTime = {};
    Figure overdue = {};
    QList<Unit> overdueByUnit = {}; ///< by code
    Figure dueSoon = {}; ///< within SoonMs
    Figure dueToday = {}; ///< from now on
    Figure dueTomorrow = {};
    Figure dueNext = {}; ///< on days.next
    Figure notScanned = {}; ///< papers of them wait to be scanned
    Figure scanOverdue = {}; ///< of those, the ones whose time for it is over
    Figure digitised = {}; ///< of what was received this month
    Figure reusing = {}; ///< a paper that was filed before; of what was received this month

    /** Every number at 0, with its list. */
    [[nodiscard]] static DashboardFigures at(const DashboardDays &days);

    /** Tenths of a percent of what was received this month that count as digitised, rounded down; −1 when nothing was received. */
    [[nodiscard]] int digitisedPermille() const;
    /** Likewise, of those with a paper that was filed before. */
    [[nodiscard]] int reusingPermille() const;

    /** Every number of dossiers and tickets that can be opened. */
    [[nodiscard]] QList<Figure> all() const;

    [[nodiscard]] Figure waiting(const QString &group = {}) const;
    [[nodiscard]] Figure served(const DeskFigures &desk) const;

    friend bool operator==(const DashboardFigures &, const DashboardFigures &) = default;
};

} // namespace motcua
