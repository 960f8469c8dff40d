// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua {

/**
 * Why a chip card was not read, or not to its end, named once for window, `motcua-ctl` and support. Each has a sentence with a remedy in
 * `ui/messages`. What a read card's data are worth is not told here but by its verdicts.
 */
enum class CardFault {
    ServiceNotRunning, ///< the system's smart card service (pcscd) does not answer
    NoReader,
    ReaderBusy, ///< another program holds the reader or the card
    NoCard,
    NotSupported, ///< it answers and is no travel document or identity card of ICAO 9303
    WrongKey, ///< the number, CAN or MRZ does not open it
    Blocked, ///< it takes no more tries with this key
    Removed, ///< it was taken away before the end
    Protocol, ///< it refused something a card of its kind must do; `status` holds its words
    Nonsense, ///< its answer cannot be understood
    TimedOut, ///< it did not answer in time
    Cancelled,
    DriverFailed, ///< the reader's driver or the service gave another error
};

/** Why a card was not read. `detail` is for the log: it holds no byte of what a card said, and nothing personal. */
struct CardError
{
    CardFault fault = CardFault::Protocol;
    quint16 status = 0; ///< SW1-SW2 of the answer (ISO/IEC 7816-4), 0 when there was none
    int triesLeft = -1; ///< with WrongKey: how many tries the card says are left, -1 when it does not say
    QString detail = {}; ///< which step, or the driver's own code
    bool isUnprotected = false; ///< `status` came without the protection of the session that was under way: anybody on the way may have said it

    friend bool operator==(const CardError &, const CardError &) = default;
};

/** The name of a fault as written in the source, e.g. "ReaderBusy". */
[[nodiscard]] QString faultName(CardFault fault);

} // namespace motcua
