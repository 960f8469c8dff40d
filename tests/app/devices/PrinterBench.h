// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SlipPrinter.h"

#include <memory>

namespace motcua {

/** What the contract test needs from a kind of printer: printers in known states, and a hand on the paper tray. */
class PrinterBench
{
public:
    PrinterBench() = default;
    virtual ~PrinterBench() = default;
    Q_DISABLE_COPY_MOVE(PrinterBench)

    /** Empty when the bench stands; otherwise what is missing. */
    [[nodiscard]] virtual QString start() = 0;

    /** A device on the bench's spooler; several may exist at once. */
    [[nodiscard]] virtual std::unique_ptr<SlipPrinter> printer() = 0;

    [[nodiscard]] virtual QString defaultPrinter() const = 0;

    /** The sheets that came out of the default printer, as files. */
    [[nodiscard]] virtual QStringList sheets() const = 0;

    /** Jobs that could still print. */
    [[nodiscard]] virtual int unfinished() const = 0;

    virtual void stop(SlipPrinter &device) = 0; ///< the default printer takes jobs and does nothing
    virtual void resume(SlipPrinter &device) = 0;
    virtual void refuseJobs(SlipPrinter &device) = 0; ///< what refusingPrinter() names refuses from now on
    [[nodiscard]] virtual QString refusingPrinter() const = 0;
    virtual void breakDown(SlipPrinter &device, QByteArray &pdf) = 0; ///< the job is taken and aborted
    virtual void vanish(SlipPrinter &device) = 0; ///< the spooler no longer answers; the last thing done to a bench
};

} // namespace motcua
