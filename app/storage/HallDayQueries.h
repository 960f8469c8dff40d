// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard/HallDay.h"

/** How the hall worked, for Store::ask(). */
namespace motcua::storage {

class Connection;

/** One day of the hall in figures, and what its officers are called. */
struct HallDayFigures
{
    struct Told
    {
        HallDay figures = {};
        QMap<QString, QString> officers = {}; ///< names by the keys of HallDay::By::Officer
    };
    using Answer = Told;

    QDate day = {}; ///< in Vietnam
    qint64 nowMs = 0;

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
