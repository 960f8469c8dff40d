// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Validation.h"

namespace motcua {

QString violationName(ViolationCode code)
{
    switch (code) {
    case ViolationCode::Missing:
        return QStringLiteral("Missing");
    case ViolationCode::MayNotFollow:
        return QStringLiteral("MayNotFollow");
    case ViolationCode::MayNotBeAbsent:
        return QStringLiteral("MayNotBeAbsent");
    case ViolationCode::Malformed:
        return QStringLiteral("Malformed");
    case ViolationCode::WrongCheckDigit:
        return QStringLiteral("WrongCheckDigit");
    case ViolationCode::TooLong:
        return QStringLiteral("TooLong");
    case ViolationCode::OutOfRange:
        return QStringLiteral("OutOfRange");
    case ViolationCode::NotANumber:
        return QStringLiteral("NotANumber");
    case ViolationCode::NotAnOption:
        return QStringLiteral("NotAnOption");
    case ViolationCode::NotADate:
        return QStringLiteral("NotADate");
    case ViolationCode::InFuture:
        return QStringLiteral("InFuture");
    case ViolationCode::UnwantedCharacter:
        return QStringLiteral("UnwantedCharacter");
    case ViolationCode::UnknownField:
        return QStringLiteral("UnknownField");
    case ViolationCode::AbsenceReasonMissing:
        return QStringLiteral("AbsenceReasonMissing");
    case ViolationCode::TooManyRows:
        return QStringLiteral("TooManyRows");
    case ViolationCode::NameSuspicious:
        return QStringLiteral("NameSuspicious");
    case ViolationCode::RuleBroken:
        return QStringLiteral("RuleBroken");
    case ViolationCode::PaperMissing:
        return QStringLiteral("PaperMissing");
    case ViolationCode::PaperNotMet:
        return QStringLiteral("PaperNotMet");
    case ViolationCode::PaperMayNotFollow:
        return QStringLiteral("PaperMayNotFollow");
    case ViolationCode::PaperSourceMissing:
        return QStringLiteral("PaperSourceMissing");
    case ViolationCode::PaperNotWaivable:
        return QStringLiteral("PaperNotWaivable");
    case ViolationCode::PaperReasonMissing:
        return QStringLiteral("PaperReasonMissing");
    case ViolationCode::PaperKindRefused:
        return QStringLiteral("PaperKindRefused");
    case ViolationCode::UnknownPaper:
        return QStringLiteral("UnknownPaper");
    case ViolationCode::NoEdition:
        return QStringLiteral("NoEdition");
    case ViolationCode::NoCalendar:
        return QStringLiteral("NoCalendar");
    case ViolationCode::NoReceiptTime:
        return QStringLiteral("NoReceiptTime");
    case ViolationCode::ChannelRefused:
        return QStringLiteral("ChannelRefused");
    case ViolationCode::EnvelopeIncomplete:
        return QStringLiteral("EnvelopeIncomplete");
    case ViolationCode::IdentityNotStated:
        return QStringLiteral("IdentityNotStated");
    case ViolationCode::IdentityNotProved:
        return QStringLiteral("IdentityNotProved");
    case ViolationCode::LongerTermUnknown:
        return QStringLiteral("LongerTermUnknown");
    case ViolationCode::LongerTermRefused:
        return QStringLiteral("LongerTermRefused");
    }
    return QStringLiteral("Missing");
}

} // namespace motcua
