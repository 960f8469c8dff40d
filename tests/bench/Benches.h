// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/StoreScene.h"

#include <QJsonObject>
#include <QString>

namespace motcua::bench {

class TimedApplication;

/** What the command line asked for. */
struct Options
{
    qint64 dossiers = 1'000'000;
    int acts = 1000; ///< timed one by one; an import takes 4000 or as many, whichever is more
    int settleSeconds = 60; ///< between the painted worklist and the look at the memory
    QString folder = {}; ///< on a disk; memory is used beside it
    QString keep = {}; ///< filled stores are made here and used again
};

/** Each prints its table and gives the number of rows that missed their hold. */
[[nodiscard]] int benchStore(const Options &options);
[[nodiscard]] int benchSearch(const Options &options);
[[nodiscard]] int benchJournal(const Options &options);
[[nodiscard]] int benchWorklist(const Options &options, TimedApplication &application);
[[nodiscard]] int benchStall(const Options &options, TimedApplication &application);
[[nodiscard]] int benchUi(TimedApplication &application);
[[nodiscard]] int benchStart(const Options &options);
[[nodiscard]] int benchSeed(const Options &options);
[[nodiscard]] int benchLaw(const Options &options);
[[nodiscard]] int benchCard();
[[nodiscard]] int benchSync();
[[nodiscard]] int benchHall();
[[nodiscard]] int benchScan(const Options &options, TimedApplication &application);

/** The path of a closed store of `options.dossiers` invented people in `options.keep`, made first when it is not there. */
[[nodiscard]] QString filledStore(const Options &options);
/** A copy of it to write into, at `path`. */
void copyFilledStore(const Options &options, const QString &path);
/** Moves the scene's clock behind everything in a filled store. */
void passFilledDays(const testsupport::StoreScene &scene);
/** What place `place` of a filled store was filled with, or would have been had it been larger. */
[[nodiscard]] Act filledAct(const testsupport::StoreScene &scene, qint64 place);

/** The dated file beside the bench: what others were measured at. */
[[nodiscard]] QJsonObject peers();
/** What other programs were measured at, from there. */
void printPeers();

} // namespace motcua::bench
