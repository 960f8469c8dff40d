// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"

#include <QList>
#include <QString>

namespace motcua {

/** A price of an edition and what it is multiplied with. */
struct FeeRule
{
    QString id = {};
    QString text = {};
    Money unitPrice = {};
    QString quantityField = {}; ///< an Integer field of the form; empty = once a dossier
    QList<int> channels = {}; ///< 1 direct, 2 online, 3 post; empty = all
    QString basis = {}; ///< the instrument that sets the price
    QString mark = {};

    friend bool operator==(const FeeRule &, const FeeRule &) = default;
};

} // namespace motcua
