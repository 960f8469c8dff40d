// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/Fault.h"

#include <QString>

namespace motcua {

QString faultName(Fault fault)
{
    switch (fault) {
    case Fault::Network:
        return u"network"_qs;
    case Fault::Portal:
        return u"portal"_qs;
    case Fault::Data:
        return u"data"_qs;
    case Fault::Desk:
        return u"desk"_qs;
    }
    return {};
}

std::optional<Fault> faultOf(QStringView name)
{
    for (const Fault fault : {Fault::Network, Fault::Portal, Fault::Data, Fault::Desk}) {
        if (name == faultName(fault)) {
            return fault;
        }
    }
    return std::nullopt;
}

std::optional<Fault> faultOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NetUnreachable:
    case ErrorCode::NetNameUnknown:
    case ErrorCode::NetTimedOut:
    case ErrorCode::NetCut:
    case ErrorCode::CaptivePortal:
    case ErrorCode::ProxyRefused:
    case ErrorCode::ProxyPassword:
    case ErrorCode::AnswerCutOff:
        return Fault::Network;
    case ErrorCode::NetRefused:
    case ErrorCode::ServerUntrusted:
    case ErrorCode::ServerOtherHost:
    case ErrorCode::ServerExpired:
    case ErrorCode::ServerNotYetValid:
    case ErrorCode::TlsTooOld:
    case ErrorCode::TlsFailed:
    case ErrorCode::AnswerTooLarge:
    case ErrorCode::AnswerMalformed:
    case ErrorCode::AnswerForeign:
    case ErrorCode::ServerBusy:
    case ErrorCode::ServerFailed:
        return Fault::Portal;
    case ErrorCode::ServerRefused:
        return Fault::Data;
    case ErrorCode::ClockWrong:
    case ErrorCode::PortalMissing:
    case ErrorCode::InvitationUnreadable:
    case ErrorCode::InvitationUnknown:
    case ErrorCode::InvitationExpired:
    case ErrorCode::DeskUnknown:
    case ErrorCode::DeskRevoked:
    case ErrorCode::OwnCertificateUnreadable:
    case ErrorCode::OwnKeyOther:
    case ErrorCode::OwnCertificateExpired:
    case ErrorCode::OwnCertificateMissing:
    case ErrorCode::OwnCertificateRefused:
    case ErrorCode::TokenModuleMissing:
    case ErrorCode::TokenMissing:
    case ErrorCode::TokenPinWrong:
    case ErrorCode::TokenPinLocked:
    case ErrorCode::TokenKeyMissing:
    case ErrorCode::TokenKeyUnfit:
    case ErrorCode::TokenFailed:
        return Fault::Desk;
    default: // says nothing of a network
        return std::nullopt;
    }
}

} // namespace motcua
