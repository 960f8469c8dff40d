// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/OfficeHours.h"

#include <QList>
#include <QString>
#include <QTime>

namespace motcua {

/** What a desk's hours of one day (in order, none when it is closed) say at a time of that day. All on the wall clock of Vietnam. */

/** When calling starts, if that is still ahead; null once the day has begun, and on a day without hours. */
[[nodiscard]] QTime callingStarts(const QList<OfficeSession> &sessions, QTime now);

/** When the desk closes for the day; null after that, and on a day without hours. */
[[nodiscard]] QTime closingTime(const QList<OfficeSession> &sessions, QTime now);

/**
 * From when on no more numbers are given out: `minutes` (0 or more) before the last session ends, though not before the first begins; null on a day
 * without hours.
 */
[[nodiscard]] QTime lastTicketTime(const QList<OfficeSession> &sessions, int minutes);

/**
 * When a break that begins now probably ends: with the next session where this one is over or ends within half an hour, as before lunch;
 * else in a quarter of an hour, on a full five minutes. Null when that would be tomorrow.
 */
[[nodiscard]] QTime breakEnd(const QList<OfficeSession> &sessions, QTime now);

/** "13:00", "13.30", "1330", "13h30", "13h" and "13" as somebody types them; null for anything else. */
[[nodiscard]] QTime typedTime(const QString &text);

} // namespace motcua
