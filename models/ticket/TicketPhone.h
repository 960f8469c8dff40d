// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace motcua {

/**
 * The telephone of whoever holds a ticket, as it is kept for the day: in a line of its own among what the desk has to know of them (HallView::needs), so
 * that it lies where that lies, is sealed where that is, and is erased with it.
 */
struct TicketPhone
{
    /**
     * A number that can be sent a message, as it is kept: a mobile one of Vietnam as ten digits ("0901234567"), one from abroad after a plus sign. Null for
     * anything else, also for a fixed line, which takes no message. Which ranges of mobile numbers are given out is not asked: they change.
     */
    [[nodiscard]] static QString of(const QString &typed);

    /** What is kept of a ticket: `needs`, and after them `phone` where there is one. */
    [[nodiscard]] static QStringList linesOf(const QStringList &needs, const QString &phone);
    /** The needs among such lines. */
    [[nodiscard]] static QStringList needsIn(const QStringList &lines);
    /** The telephone in such lines; null when there is none. */
    [[nodiscard]] static QString phoneIn(const QStringList &lines);
    /** Which messages such lines say were taken on. */
    [[nodiscard]] static QStringList takenIn(const QStringList &lines);
    /** The line that says that `message` was taken on by somebody. */
    [[nodiscard]] static QString takenLine(const QString &message);
};

} // namespace motcua
