// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/ExpectedWait.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype FewestKnown = 3;
constexpr qsizetype MostUsed = 30; // older services were of another time of day, and of other people's work
constexpr qint64 Step = 5 * 60'000;
constexpr qint64 Longest = 8 * 60 * 60'000; // a day at the office

int minutes(qint64 ms)
{
    return static_cast<int>(std::min(ms, Longest) / 60'000);
}

} // namespace

std::optional<WaitRange> expectedWait(int ahead, int desks, const QList<qint64> &servedMs)
{
    QList<qint64> known;
    for (auto it = servedMs.crbegin(); it != servedMs.crend() && known.size() < MostUsed; ++it) {
        if (*it >= 0) {
            known.append(std::min(*it, Longest));
        }
    }
    if (desks < 1 || known.size() < FewestKnown) {
        return {};
    }
    std::sort(known.begin(), known.end());
    const qint64 median = known[(known.size() - 1) / 2];
    const qint64 slow = known[(known.size() * 4 + 4) / 5 - 1]; // four of five were not slower

    // The desks take those ahead in rounds. At best every desk comes free this moment and each full round before one's own is as long as
    // the middle service; at worst every desk has just begun, one round more, and no service is quicker than the fourth of five. Long
    // services pull the mean above the middle, as a rule not above the fourth of five, and many rounds add up to about the mean each.
    const qint64 rounds = std::max(ahead, 0) / desks;
    const qint64 from = rounds * median / Step * Step;
    const qint64 to = std::max(((rounds + 1) * slow + Step - 1) / Step * Step, from + Step);
    return WaitRange{minutes(from), minutes(to)};
}

} // namespace motcua
