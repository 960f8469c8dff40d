// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pcsc/PcscError.h"

#include <winscard.h>

namespace motcua {

namespace {

CardFault faultOf(long code, PcscMoment moment)
{
    const bool transmitting = moment == PcscMoment::Transmitting;
    switch (code) {
    case SCARD_E_NO_SERVICE:
    case SCARD_E_SERVICE_STOPPED:
    case SCARD_F_COMM_ERROR: // between us and the service
    case SCARD_E_INVALID_HANDLE: // of a service that has been started anew
        return CardFault::ServiceNotRunning;
    case SCARD_E_NO_READERS_AVAILABLE:
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_READER_UNAVAILABLE:
        return transmitting ? CardFault::Removed : CardFault::NoReader;
    case SCARD_E_SHARING_VIOLATION:
    case SCARD_W_RESET_CARD: // by another program
        return CardFault::ReaderBusy;
    case SCARD_E_NO_SMARTCARD:
    case SCARD_W_REMOVED_CARD:
        return transmitting ? CardFault::Removed : CardFault::NoCard;
    case SCARD_W_UNPOWERED_CARD:
    case SCARD_W_UNRESPONSIVE_CARD:
        return transmitting ? CardFault::Removed : CardFault::NotSupported;
    case SCARD_W_UNSUPPORTED_CARD:
    case SCARD_E_CARD_UNSUPPORTED:
    case SCARD_E_PROTO_MISMATCH:
        return CardFault::NotSupported;
    case SCARD_E_TIMEOUT:
        return CardFault::TimedOut;
    case SCARD_E_CANCELLED:
    case SCARD_E_SYSTEM_CANCELLED:
        return CardFault::Cancelled;
    case SCARD_E_INSUFFICIENT_BUFFER:
        return CardFault::Nonsense; // longer than any answer can be
    default:
        return CardFault::DriverFailed;
    }
}

} // namespace

CardError pcscError(long code, PcscMoment moment, const char *call)
{
    const QString words = QString::fromLatin1(pcsc_stringify_error(code));
    return {.fault = faultOf(code, moment),
        .detail = QStringLiteral("%1: %2 (%3)").arg(QLatin1String(call), words, QString::number(static_cast<quint32>(code), 16))};
}

} // namespace motcua
