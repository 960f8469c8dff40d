// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"

#include <QList>
#include <QStringList>

namespace motcua {

/** What somebody has to bring and to pay, and how long it takes: of the procedure alone, and of nobody. */
struct NeededThings
{
    struct Paper
    {
        QString name = {};
        QString help = {}; ///< what the officer looks at
        int originals = 0;
        int copies = 0;

        friend bool operator==(const Paper &, const Paper &) = default;
    };

    QList<Paper> always = {}; ///< and what proves who somebody is, where that has to be proved
    QList<Paper> sometimes = {}; ///< in certain cases, which `help` may tell
    QStringList fees = {}; ///< a line for each, then what is taken off: "Phí cấp bản sao: 8.000 đ/bản", "– Hộ nghèo: −100 %"
    bool isFree = false; ///< the procedure knows no fee; else `fees` may be empty because no price of today is known
    QString limit = {};

    /** Of an edition on `day`, for whoever comes to the counter, before anybody knows their case. */
    [[nodiscard]] static NeededThings of(const Procedure &procedure, QDate day);

    friend bool operator==(const NeededThings &, const NeededThings &) = default;
};

} // namespace motcua
