// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

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
    std::printf("\n%s\n%-62s %10s %10s %8s %9s\n", qPrintable(title), "", "ours", "floor", "ratio", "limit");
    std::fflush(stdout);
}

void Table::row(const QString &what, double ours, double floor, double ratio, Holds holds, double limit, const QString &unit)
{
    const bool held = holds == Holds::AtMost ? ratio <= limit : ratio >= limit;
    m_missed += held ? 0 : 1;
    std::printf("%-62s %8.3f %s %8.3f %s %7.2f  %s %.2f %s\n", qPrintable(what), ours, qPrintable(unit), floor, qPrintable(unit), ratio,
        holds == Holds::AtMost ? "<=" : ">=", limit, held ? "hold" : "MISS");
    std::fflush(stdout);
}

void Table::note(const QString &what, const QString &figure)
{
    std::printf("%-62s %s\n", qPrintable(what), qPrintable(figure));
    std::fflush(stdout);
}

} // namespace motcua::bench
