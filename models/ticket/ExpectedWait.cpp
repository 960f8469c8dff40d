// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/ExpectedWait.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype FewestKnown = 3;
constexpr qsizetype MostUsed = 30; // older services were of another time of day, and of other people's work
constexpr qint64 Step = 5 * 60'000;
constexpr qint64 ShortestPlanned = 60'000;
constexpr int MostDesks = 1000;
constexpr qint64 Longest = 8 * 60 * 60'000; // a day at the office

int minutes(qint64 ms)
{
    return static_cast<int>(std::min(ms, Longest) / 60'000);
}

/** Of what is known as much as counts, ascending. */
QList<qint64> usable(const QList<qint64> &servedMs)
{
    QList<qint64> known;
    for (auto it = servedMs.crbegin(); it != servedMs.crend() && known.size() < MostUsed; ++it) {
        if (*it >= 0) {
            known.append(std::min(*it, Longest));
        }
    }
    std::sort(known.begin(), known.end());
    return known;
}

qint64 middle(const QList<qint64> &ascending)
{
    return ascending[(ascending.size() - 1) / 2];
}

} // namespace

std::optional<WaitRange> expectedWait(int ahead, int desks, const QList<qint64> &servedMs)
{
    const QList<qint64> known = usable(servedMs);
    if (desks < 1 || known.size() < FewestKnown) {
        return {};
    }
    const qint64 median = middle(known);
    const qint64 slow = known[(known.size() * 4 + 4) / 5 - 1]; // four of five were not slower

    // The desks take those ahead in rounds. At best every desk comes free this moment and each full round before one's own is as long as
    // the middle service; at worst every desk has just begun, one round more, and no service is quicker than the fourth of five. Long
    // services pull the mean above the middle, as a rule not above the fourth of five, and many rounds add up to about the mean each.
    const qint64 rounds = std::max(ahead, 0) / desks;
    const qint64 from = rounds * median / Step * Step;
    const qint64 to = std::max(((rounds + 1) * slow + Step - 1) / Step * Step, from + Step);
    return WaitRange{minutes(from), minutes(to)};
}

std::optional<int> servedWithin(qint64 leftMs, int desks, const QList<qint64> &servedMs)
{
    const QList<qint64> known = usable(servedMs);
    if (desks < 1 || known.size() < FewestKnown) {
        return {};
    }
    // A service of no time at all is a slip of the finger; nobody plans by it.
    const qint64 one = std::max(middle(known), ShortestPlanned);
    return static_cast<int>(std::clamp<qint64>(leftMs, 0, Longest) * std::min(desks, MostDesks) / one);
}

} // namespace motcua
