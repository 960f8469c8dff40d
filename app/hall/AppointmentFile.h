// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/HallActs.h"
#include "models/ticket/HallRules.h"

#include <QByteArray>
#include <QDate>
#include <QList>

namespace motcua {

/**
 * Appointments that another program gave, as a table: comma, semicolon or tab between (RFC 4180), UTF-8, the first line names the columns.
 *
 * date (2026-11-23 or 23/11/2026), time (09:00 or 9h00), group (its letter or its Vietnamese name), and if they are known name and phone; the names of the
 * columns in Vietnamese as well: ngày, giờ, nhóm, họ tên, điện thoại. Columns of other names are left out.
 */
struct AppointmentFile
{
    static constexpr qsizetype LargestBytes = 4 * 1024 * 1024;
    static constexpr qsizetype MostLines = 5'000;

    /** Something wrong with a line, from 1; 0: with the whole. */
    struct Fault
    {
        enum class What { TooLarge, NotUtf8, NoColumns, OpenQuote, NoDate, NoTime, NoGroup, LongName, NoPhone, TooFarAhead };
        int line = 0;
        What what = What::NoColumns;

        friend bool operator==(const Fault &, const Fault &) = default;
    };

    QList<BookAppointment> appointments = {};
    QList<Fault> faults = {};
    int goneBy = 0; ///< lines of a time that is over, which are left out

    [[nodiscard]] static AppointmentFile read(const QByteArray &bytes, const HallRules &rules, qint64 nowMs);
};

} // namespace motcua
