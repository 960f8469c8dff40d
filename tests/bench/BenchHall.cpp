// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"

#include <QCoreApplication>
#include <QProcess>

namespace motcua::bench {

int benchHall()
{
    // A program of its own: it needs nothing of the window.
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/motcua-bench-hall"), QStringList());
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit) {
        qFatal("motcua-bench-hall: %s", qPrintable(process.errorString()));
    }
    return process.exitCode();
}

} // namespace motcua::bench
