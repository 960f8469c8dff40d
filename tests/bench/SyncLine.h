// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/SharePolicy.h"
#include "tests/support/StoreScene.h"

#include <QString>
#include <QStringList>

namespace motcua::bench {

/** What the processes of the sync bench have in common: they know of each other only what the command line says. */

/** The clock of every one of them stands after the filled days. */
[[nodiscard]] testsupport::StoreScene syncScene();
/** The shipped policy, but that a note goes to the portal whole. */
[[nodiscard]] journal::SharePolicy syncPolicy();
/** Most memory this process ever had, in MiB (VmHWM); qFatal where the system does not say. */
[[nodiscard]] double mostMemory();
/** Milliseconds of processor this process has used, all threads. */
[[nodiscard]] double processorMs();

/** The far side: the store at `words[0]` served over plain TCP to the desk `words[1]`, until the standard input ends. Says its port. */
[[nodiscard]] int runFarSide(const QStringList &words);
/** A slow line to the port `words[0]` of the loopback, until the standard input ends. Says its port. */
[[nodiscard]] int runSlowLine(const QStringList &words);
/** An event loop with nothing to do but to beat, until the standard input ends: how long the machine lets any loop wait. Says its longest gap. */
[[nodiscard]] int runIdleLoop();
/** The desk: delivers the store `words[0]` to the base address `words[1]` with the certificates in the folder `words[2]`, then says what it cost. */
[[nodiscard]] int runSyncDesk(int &argc, char **argv, const QStringList &words);
/**
 * A desk's store at `words[0]` with `words[2]` entries, and the batches it would give as files in the folder `words[1]`. Says their number and bytes.
 *
 * Of a desk's day: each dossier that is received has some smaller entries after it, so that an entry has a KiB in the mean. Their text is random: a
 * line is not full of what packs well.
 */
[[nodiscard]] int runBatches(const QStringList &words);
/** The batches in the folder `words[0]`, taken into a new store at `words[1]` one after the other. Says how long that took. */
[[nodiscard]] int runIngest(const QStringList &words);

} // namespace motcua::bench
