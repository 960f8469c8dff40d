// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/PaperSize.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace motcua {

/** One document handed to a printer, named so that it can be asked about again after a restart. */
struct PrintJob
{
    QString printer = {};
    int number = 0; ///< the spooler's job number, from 1
    PaperSize paper = PaperSize::A5; ///< what the printer was told to use: A4 where it has no A5

    friend bool operator==(const PrintJob &, const PrintJob &) = default;
};

/** How far a printer came with a job. */
struct PrintState
{
    enum class Progress {
        Waiting,
        Printing,
        Stalled, ///< nothing moves until somebody acts: paper out, door open, queue paused
        Printed, ///< final
        Failed, ///< final: aborted by the spooler
        Cancelled, ///< final
        Unknown, ///< final: the spooler no longer knows the job, so nobody can say whether a sheet came out
    };

    Progress progress = Progress::Waiting;
    QStringList reasons = {}; ///< IPP keywords, e.g. "media-empty-error": never free text

    [[nodiscard]] bool isFinal() const { return progress >= Progress::Printed; }

    friend bool operator==(const PrintState &, const PrintState &) = default;
};

/** A printer that can be chosen. */
struct Printer
{
    QString name = {}; ///< what print() takes
    QString description = {};
    bool isDefault = false;
    bool accepting = true;
    QStringList reasons = {}; ///< IPP printer-state-reasons without "none"

    friend bool operator==(const Printer &, const Printer &) = default;
};

} // namespace motcua

Q_DECLARE_METATYPE(motcua::PrintJob)
Q_DECLARE_METATYPE(motcua::PrintState)
