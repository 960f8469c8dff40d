// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CallQueue.h"

#include <functional>
#include <memory>

/** A voice under test, and what its listeners hear. */
class AnnouncerBench
{
public:
    struct Setup
    {
        motcua::CallLimits limits = {};
        QTime now = QTime(9, 0);
        bool isSlow = false; ///< a call takes half a second at least
    };

    AnnouncerBench() = default;
    virtual ~AnnouncerBench() = default;
    Q_DISABLE_COPY_MOVE(AnnouncerBench)

    [[nodiscard]] virtual std::unique_ptr<motcua::Announcer> announcer(const Setup &setup) = 0;

    /** Whether there is a loudspeaker. */
    virtual void setHeard(bool heard) = 0;
    /** What sounds goes on until release(), where the bench can make it; else for as long as it takes. */
    virtual void hold() = 0;
    virtual void release() = 0;

    /** The sentences that were made so far, in order. */
    [[nodiscard]] virtual QStringList said() const = 0;
};
