// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/SyncState.h"

namespace motcua::sync {

Fault SyncState::fault() const
{
    if (faultSaid) {
        return *faultSaid;
    }
    const ErrorCode code = failure ? failure->code : ErrorCode::Internal;
    if (const std::optional<Fault> onTheWay = faultOf(code)) {
        return *onTheWay;
    }
    // Named one by one where it is not this machine's: what is added later must be thought about before an officer is told that somebody else is to blame.
    switch (code) {
    case ErrorCode::PeerNonsense:
    case ErrorCode::PeerNewer:
    case ErrorCode::DatabaseUnreachable:
    case ErrorCode::DatabaseRefused:
    case ErrorCode::DatabaseForeign:
    case ErrorCode::DatabaseHeld:
    case ErrorCode::DatabaseFailed:
        return Fault::Portal;
    case ErrorCode::EntryMalformed:
    case ErrorCode::PayloadMismatch:
    case ErrorCode::ChainBroken:
    case ErrorCode::SignatureWrong:
        return Fault::Data;
    default:
        return Fault::Desk;
    }
}

} // namespace motcua::sync
