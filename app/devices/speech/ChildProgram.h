// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <atomic>
#include <chrono>

namespace motcua {

/** A program of somebody else that is run to its end, but no longer than it is given: it may crash, hang or talk without end, and only its own run is lost. */
struct ChildProgram
{
    enum class End {
        Done,
        Missing, ///< there is no such program
        Broken, ///< it ended otherwise than with 0
        TimedOut,
        TooMuch, ///< it wrote more than is taken
        Stopped,
    };
    struct Outcome
    {
        End end = End::Missing;
        QByteArray output = {}; ///< of Done
    };

    QString program = {}; ///< a name to be found on the PATH, or a path
    QStringList arguments = {};
    QByteArray input = {}; ///< at most what a pipe takes in before anybody reads: 4 KiB
    std::chrono::milliseconds patience{1'000};
    qsizetype mostOutput = 0; ///< bytes; at 0 nobody listens
    quint64 mostMemory = 0; ///< bytes of address space; at 0 as much as the system gives

    /**
     * Waits; for threads that may. The program inherits the environment but for what is ours (MOTCUA_…, where passwords may stand), leaves no core
     * file, and is ended with all it has started when its time is over, `stopped` becomes true, or this thread ends.
     */
    [[nodiscard]] Outcome run(const std::atomic<bool> &stopped) const;
};

} // namespace motcua
