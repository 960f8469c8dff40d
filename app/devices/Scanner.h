// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/ScanFault.h"
#include "app/devices/ScannerDevice.h"
#include "models/base/Result.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace motcua {

/**
 * The scanners of a counter, whatever system speaks to them.
 *
 * No call blocks. It tells from the event loop, on the thread of this object, and never from inside one of its calls; whoever is told may ask it anything, but not end it.
 * One stack of paper is scanned at a time; which scanners there are and what they can do may be asked meanwhile. A driver that breaks or hangs costs that question or that
 * stack, and is told as a fault.
 */
class Scanner : public QObject
{
    Q_OBJECT

public:
    using Devices = Result<QList<ScannerDevice>, ScanFault>;
    using Abilities = Result<ScannerAbilities, ScanFault>;

    using QObject::QObject;

    /** Looks anew which there are, those of the network too, which may take some seconds. None is no fault. */
    [[nodiscard]] virtual QFuture<Devices> devices() = 0;

    /** What the scanner `id` can do; it is opened for that, so it may be Busy. */
    [[nodiscard]] virtual QFuture<Abilities> abilities(const QString &id) = 0;

    /**
     * Scans what lies there, all of it where `profile` names a feeder, with the scanner `id`; progressed(), arrived() and one ended() follow. Where the scanner
     * has not the resolution, the next finer one is taken; never a coarser. Ignored while it scans.
     */
    virtual void scan(const QString &id, const ScanProfile &profile) = 0;
    [[nodiscard]] virtual bool isScanning() const = 0;

    /** The scanner is stopped, in the midst of a page too; ended() tells of Cancelled, after some seconds at most. What arrived stays good. */
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(const motcua::ScanProgress &progress);
    void arrived(const motcua::ScannedPage &page); ///< one after the other, in the order in which they came out
    void ended(int pages, const std::optional<motcua::ScanFault> &fault); ///< how many arrived, all of them good; without a fault that was all there is
};

} // namespace motcua

Q_DECLARE_METATYPE(std::optional<motcua::ScanFault>)
