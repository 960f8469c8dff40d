// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"

#include <QString>

namespace motcua {

/** A note that is in circulation. */
struct Note
{
    Money value = {};
    QString mark = {}; ///< how certain it is that it circulates

    friend bool operator==(const Note &, const Note &) = default;
};

} // namespace motcua
