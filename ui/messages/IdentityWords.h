// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/person/Identity.h"

#include <QString>

namespace motcua {

/** What a part is called, e.g. "Date of birth". */
[[nodiscard]] QString words(IdentityPart part);

/** A source as the window marks it: a shape beside the value, and what it is called for who hears it. */
struct SourceMark
{
    QString shape = {};
    QString words = {};
};
[[nodiscard]] SourceMark mark(IdentitySource source);

/** A value as a person reads it: dates as 05/03/1941, words for a sex; that there is none in the words of its source, and "—" where nothing stands. */
[[nodiscard]] QString shown(IdentityPart part, const IdentityValue &value);

} // namespace motcua
