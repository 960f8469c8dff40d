// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"

#include <QHashFunctions>

namespace motcua::journal {

/** Where one entry stands: its origin's log and its place in it. Places count from 1 without a gap. */
struct EntryKey
{
    Id origin = {};
    quint64 seq = 0;

    friend auto operator<=>(const EntryKey &, const EntryKey &) = default;
};

[[nodiscard]] inline size_t qHash(const EntryKey &key, size_t seed = 0) noexcept
{
    return qHashMulti(seed, key.origin, key.seq);
}

} // namespace motcua::journal
