// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace motcua::bench {

double Samples::at(double share) const
{
    if (m_ms.isEmpty()) {
        return 0;
    }
    QList<double> sorted = m_ms;
    const auto place = static_cast<qsizetype>(std::floor(share * static_cast<double>(sorted.size() - 1)));
    std::nth_element(sorted.begin(), sorted.begin() + place, sorted.end());
    return sorted.at(place);
}

double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

Table::Table(const QString &title)
{
    std::array<double, 1> load = {};
    (void)getloadavg(load.data(), 1);
    std::printf("\n%s (load %.1f)\n%-66s %10s %10s     %8s  %-10s\n", qPrintable(title), load[0], "", "ours", "floor", "ratio", "hold");
    std::fflush(stdout);
}

void Table::row(const QString &what, double ours, double floor, double ratio, Holds holds, double limit, const QString &unit)
{
    const bool held = holds == Holds::AtMost ? ratio <= limit : ratio >= limit;
    print(what, ours, floor, unit, ratio, QStringLiteral("%1 %2").arg(holds == Holds::AtMost ? u"<=" : u">=").arg(limit, 0, 'f', 2), held);
}

void Table::bound(const QString &what, double ours, double floor, double limit, const QString &unit)
{
    print(what, ours, floor, unit, floor > 0 ? ours / floor : 0, QStringLiteral("<= %1 %2").arg(limit, 0, 'f', 0).arg(unit), ours <= limit);
}

void Table::print(const QString &what, double ours, double floor, const QString &unit, double ratio, const QString &hold, bool held)
{
    m_missed += held ? 0 : 1;
    std::printf("%-66s %10.3f %10.3f %-3s %8.2f  %-10s %s\n", qPrintable(what), ours, floor, qPrintable(unit), ratio, qPrintable(hold),
        held ? "ok" : "MISSED");
    std::fflush(stdout);
}

void Table::note(const QString &what, const QString &figure)
{
    std::printf("  %-64s %s\n", qPrintable(what), qPrintable(figure));
    std::fflush(stdout);
}

} // namespace motcua::bench
