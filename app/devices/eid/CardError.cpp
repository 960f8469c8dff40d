// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardError.h"

namespace motcua {

QString faultName(CardFault fault)
{
    switch (fault) {
    case CardFault::ServiceNotRunning: return QStringLiteral("ServiceNotRunning");
    case CardFault::NoReader: return QStringLiteral("NoReader");
    case CardFault::ReaderBusy: return QStringLiteral("ReaderBusy");
    case CardFault::NoCard: return QStringLiteral("NoCard");
    case CardFault::NotSupported: return QStringLiteral("NotSupported");
    case CardFault::WrongKey: return QStringLiteral("WrongKey");
    case CardFault::Blocked: return QStringLiteral("Blocked");
    case CardFault::Removed: return QStringLiteral("Removed");
    case CardFault::Protocol: return QStringLiteral("Protocol");
    case CardFault::Nonsense: return QStringLiteral("Nonsense");
    case CardFault::TimedOut: return QStringLiteral("TimedOut");
    case CardFault::Cancelled: return QStringLiteral("Cancelled");
    case CardFault::DriverFailed: return QStringLiteral("DriverFailed");
    }
    return {};
}

} // namespace motcua
