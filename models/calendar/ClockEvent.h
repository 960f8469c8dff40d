// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace motcua {

/** Something that happened to a dossier and may move or stop its clock. */
struct ClockEvent
{
    enum class Kind {
        SupplementRequested, ///< form 02 went out
        SupplementReceived, ///< the dossier is complete again
        ExternalAsked, ///< another body was asked for its opinion or verification
        ExternalAnswered,
        Extended, ///< form 04: a new date was given
        PaymentRequested,
        PaymentReceived,
        Finished, ///< processing has ended, however
    };

    Kind kind = Kind::Finished;
    QDateTime at = {}; ///< when it counts in law, any offset
    QDateTime dueAt = {}; ///< Extended only: the new date

    friend bool operator==(const ClockEvent &, const ClockEvent &) = default;
};

} // namespace motcua
