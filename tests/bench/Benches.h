// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua::bench {

/** What the command line asked for. */
struct Options
{
    qint64 dossiers = 100'000;
    int acts = 1000; ///< timed one by one
    QString folder = {}; ///< on a disk; memory is used beside it
    QString keep = {}; ///< a store of `dossiers` is kept here and used again
};

/** Each prints its table and gives the number of rows that missed their limit. */
[[nodiscard]] int benchStore(const Options &options);
[[nodiscard]] int benchSearch(const Options &options);
[[nodiscard]] int benchJournal(const Options &options);

/** The path of a closed store of `options.dossiers` invented people, made first when it is not kept. `scratch` is a folder. */
[[nodiscard]] QString filledStore(const Options &options, const QString &scratch);

} // namespace motcua::bench
