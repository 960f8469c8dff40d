// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Error.h"

namespace motcua {

QString errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return QStringLiteral("Invalid");
    case ErrorCode::NotFound:
        return QStringLiteral("NotFound");
    case ErrorCode::NotAllowed:
        return QStringLiteral("NotAllowed");
    case ErrorCode::Refused:
        return QStringLiteral("Refused");
    case ErrorCode::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorCode::Closed:
        return QStringLiteral("Closed");
    case ErrorCode::Internal:
        return QStringLiteral("Internal");
    case ErrorCode::FileUnreadable:
        return QStringLiteral("FileUnreadable");
    case ErrorCode::FileUnwritable:
        return QStringLiteral("FileUnwritable");
    case ErrorCode::FileTruncated:
        return QStringLiteral("FileTruncated");
    case ErrorCode::FileNewer:
        return QStringLiteral("FileNewer");
    case ErrorCode::DiskFull:
        return QStringLiteral("DiskFull");
    case ErrorCode::StoreMissing:
        return QStringLiteral("StoreMissing");
    case ErrorCode::StoreExists:
        return QStringLiteral("StoreExists");
    case ErrorCode::StoreClear:
        return QStringLiteral("StoreClear");
    case ErrorCode::StoreWrongKey:
        return QStringLiteral("StoreWrongKey");
    case ErrorCode::StoreDamaged:
        return QStringLiteral("StoreDamaged");
    case ErrorCode::StoreNewer:
        return QStringLiteral("StoreNewer");
    case ErrorCode::StoreBusy:
        return QStringLiteral("StoreBusy");
    case ErrorCode::StoreFailed:
        return QStringLiteral("StoreFailed");
    case ErrorCode::AttachmentMissing:
        return QStringLiteral("AttachmentMissing");
    case ErrorCode::AttachmentDamaged:
        return QStringLiteral("AttachmentDamaged");
    case ErrorCode::BackupDamaged:
        return QStringLiteral("BackupDamaged");
    case ErrorCode::EntryMalformed:
        return QStringLiteral("EntryMalformed");
    case ErrorCode::PayloadMismatch:
        return QStringLiteral("PayloadMismatch");
    case ErrorCode::ChainBroken:
        return QStringLiteral("ChainBroken");
    case ErrorCode::OriginForked:
        return QStringLiteral("OriginForked");
    case ErrorCode::OriginForeign:
        return QStringLiteral("OriginForeign");
    case ErrorCode::SignatureWrong:
        return QStringLiteral("SignatureWrong");
    case ErrorCode::WrongPassword:
        return QStringLiteral("WrongPassword");
    case ErrorCode::WrongPin:
        return QStringLiteral("WrongPin");
    case ErrorCode::WrongRecoveryKey:
        return QStringLiteral("WrongRecoveryKey");
    case ErrorCode::LockedOut:
        return QStringLiteral("LockedOut");
    case ErrorCode::PersonUnknown:
        return QStringLiteral("PersonUnknown");
    case ErrorCode::PersonDisabled:
        return QStringLiteral("PersonDisabled");
    case ErrorCode::PinUnavailable:
        return QStringLiteral("PinUnavailable");
    case ErrorCode::PasswordTooShort:
        return QStringLiteral("PasswordTooShort");
    case ErrorCode::SlotsDamaged:
        return QStringLiteral("SlotsDamaged");
    case ErrorCode::CatalogueSyntax:
        return QStringLiteral("CatalogueSyntax");
    case ErrorCode::CatalogueSchema:
        return QStringLiteral("CatalogueSchema");
    case ErrorCode::EditionMissing:
        return QStringLiteral("EditionMissing");
    case ErrorCode::CalendarMissing:
        return QStringLiteral("CalendarMissing");
    case ErrorCode::UnitMissing:
        return QStringLiteral("UnitMissing");
    case ErrorCode::NumbersExhausted:
        return QStringLiteral("NumbersExhausted");
    case ErrorCode::RangeOverlap:
        return QStringLiteral("RangeOverlap");
    case ErrorCode::ClockBack:
        return QStringLiteral("ClockBack");
    case ErrorCode::RenderFailed:
        return QStringLiteral("RenderFailed");
    case ErrorCode::PrinterMissing:
        return QStringLiteral("PrinterMissing");
    case ErrorCode::PrintFailed:
        return QStringLiteral("PrintFailed");
    }
    return QStringLiteral("Internal");
}

} // namespace motcua
