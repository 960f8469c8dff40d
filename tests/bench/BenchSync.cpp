// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"

#include <QCoreApplication>
#include <QProcess>

namespace motcua::bench {

int benchSync()
{
    // A program of its own: what other benches have left in memory is not the desk's, and it needs nothing of the window.
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/motcua-bench-sync"), QStringList());
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit) {
        qFatal("motcua-bench-sync: %s", qPrintable(process.errorString()));
    }
    return process.exitCode();
}

} // namespace motcua::bench
