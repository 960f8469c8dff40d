// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Salvage.h"

#include "app/storage/JournalTables.h"
#include "app/storage/StoreFault.h"

#include <limits>

namespace motcua::storage {

using journal::Entry;
using journal::Payload;

namespace {

constexpr int MostFailures = 20'000; // each costs about a millisecond: what is left of a file worse than this is for a back-up
constexpr int DeepestHalving = 64;

} // namespace

SalvageReader::SalvageReader(Opening opening)
    : m_opening(std::move(opening))
{
    m_connection = m_opening();
}

void SalvageReader::reopen()
{
    ++m_failures;
    m_connection.reset();
    m_connection = m_opening();
}

void SalvageReader::readAll(const Taker &taker)
{
    QList<std::pair<qint64, qint64>> stretches;
    const int before = m_failures;
    rows("SELECT no, head FROM j_origin WHERE head > 0 ORDER BY no", [&stretches](const Statement &row) {
        stretches.append({JournalTables::place(row.integer(0), 1), JournalTables::place(row.integer(0), static_cast<quint64>(row.integer(1)))});
    });
    if (m_failures > before) {
        stretches = {{1, std::numeric_limits<qint64>::max()}};
    }
    for (const auto &[first, last] : std::as_const(stretches)) {
        readStretch(first, last, 0, taker);
    }
}

bool SalvageReader::givenUp() const
{
    return m_failures > MostFailures;
}

SalvageReader::Outcome SalvageReader::next(qint64 first, qint64 last, bool ascending, qint64 &place, const Taker &taker)
{
    Entry entry;
    try {
        Statement row = ascending
            ? m_connection->statement("SELECT place, header, salt, payload FROM j_entry WHERE place BETWEEN ?1 AND ?2 ORDER BY place LIMIT 1")
            : m_connection->statement("SELECT place, header, salt, payload FROM j_entry WHERE place BETWEEN ?1 AND ?2 ORDER BY place DESC LIMIT 1");
        if (!row.bind(first).bind(last).step()) {
            return Outcome::None;
        }
        place = row.integer(0);
        entry.headerBytes = row.bytes(1);
        if (!row.isNull(3)) {
            entry.payload = Payload{row.bytes(2), row.bytes(3)};
        }
        if (row.step()) {
            return Outcome::Failed;
        }
    } catch (const StoreFault &) {
        reopen();
        return Outcome::Failed;
    }
    taker(entry, false);
    return Outcome::Row;
}

bool SalvageReader::headerOnly(qint64 place, const Taker &taker)
{
    // A long payload lies on pages of its own: the header in front of it may still be readable.
    Entry entry;
    try {
        Statement row = m_connection->statement("SELECT header FROM j_entry WHERE place = ?1");
        if (!row.bind(place).step()) {
            return false;
        }
        entry.headerBytes = row.bytes(0);
    } catch (const StoreFault &) {
        reopen();
        return false;
    }
    taker(entry, true);
    return true;
}

void SalvageReader::readStretch(qint64 first, qint64 last, int depth, const Taker &taker)
{
    if (givenUp()) {
        return;
    }
    qint64 low = first;
    qint64 high = last;
    Outcome outcome = Outcome::Row;
    while (low <= high && outcome == Outcome::Row) {
        qint64 place = 0;
        outcome = next(low, high, true, place, taker);
        if (outcome == Outcome::Row) {
            low = place + 1;
        } else if (outcome == Outcome::Failed && headerOnly(low, taker)) {
            ++low;
            outcome = Outcome::Row;
        }
    }
    if (outcome != Outcome::Failed || low > high) {
        return;
    }
    outcome = Outcome::Row;
    while (low <= high && outcome == Outcome::Row) {
        qint64 place = 0;
        outcome = next(low, high, false, place, taker);
        if (outcome == Outcome::Row) {
            high = place - 1;
        }
    }
    if (outcome != Outcome::Failed || low >= high || depth >= DeepestHalving) {
        return;
    }
    const qint64 middle = low + (high - low) / 2;
    readStretch(low, middle, depth + 1, taker);
    readStretch(middle + 1, high, depth + 1, taker);
}

void SalvageReader::rows(const char *sql, const std::function<void(const Statement &)> &each)
{
    try {
        Statement row = m_connection->oneOff(sql);
        while (row.step()) {
            each(row);
        }
    } catch (const StoreFault &) {
        reopen();
    }
}

} // namespace motcua::storage
