// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace motcua {

/** Something that happened to a dossier and moves the time that is counted. */
struct ClockEvent
{
    enum class Kind {
        SupplementRequested,
        SupplementReceived,
        ExternalAsked,
        ExternalAnswered,
        Extended,
        PaymentRequested,
        PaymentReceived,
        Finished,
    };

    Kind kind = Kind::Finished;
    QDateTime at = {}; ///< when it counts in law, Vietnam time
    QDateTime dueAt = {}; ///< the promise given with it; null when there was none

    friend bool operator==(const ClockEvent &, const ClockEvent &) = default;
};

} // namespace motcua
