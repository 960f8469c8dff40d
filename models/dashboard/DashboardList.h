// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QMetaType>
#include <QString>

namespace motcua {

/** What stands behind a number of the dashboard, said so that a store can list it: exactly as many rows as the number told. */
struct DashboardList
{
    enum class What {
        Waiting, ///< tickets of `first` that wait, of `group` or of any
        Served, ///< tickets of `first` that were served last at `desk`, or anywhere, and are finished
        Accepted, ///< dossiers received from `first` to `last`, standing in `status` or anywhere
        Finished, ///< dossiers finished from `first` to `last` with `outcome`, or with any
        InHand, ///< dossiers that are not finished
        WithinTime, ///< of those, the ones whose promise is not over at `fromMs`, or that have none
        Overdue, ///< of those, the ones whose promise is over at `fromMs`, to be decided by `unit` or by any
        Due, ///< of those, the ones whose promise ends from `fromMs` to before `untilMs`
        NotScanned, ///< open dossiers with a paper that has no scan
        ScanOverdue, ///< of those, the ones whose time for it is over at `fromMs`
        Digitised, ///< dossiers received from `first` to `last` that count as digitised (index 4.2)
        Reusing, ///< dossiers received from `first` to `last` with a paper that was filed before (index 4.3)
    };

    What what = What::InHand;
    QDate first = {};
    QDate last = {};
    int status = 0; ///< national number; 0 for any
    int outcome = 0; ///< 1 early, 2 on time, 3 late; 0 for any
    qint64 fromMs = 0; ///< milliseconds since 1970-01-01 UTC
    qint64 untilMs = 0;
    QString group = {}; ///< letter; empty for any
    QString desk = {}; ///< "organisation code/desk number"; empty for any
    QString unit = {}; ///< organisation code of who decides; empty for any

    /** Its dossiers stand by promise, or by when they are to be scanned, the earliest first; those of other lists by their own moment, the latest first. */
    [[nodiscard]] bool isEarliestFirst() const
    {
        return what == What::InHand || what == What::WithinTime || what == What::Overdue || what == What::Due || what == What::NotScanned || what == What::ScanOverdue;
    }
    [[nodiscard]] bool isOfTickets() const { return what == What::Waiting || what == What::Served; }

    friend bool operator==(const DashboardList &, const DashboardList &) = default;
};

} // namespace motcua

Q_DECLARE_METATYPE(motcua::DashboardList)
