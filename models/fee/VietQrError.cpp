// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/VietQrError.h"

namespace motcua {

QString faultName(VietQrFault fault)
{
    switch (fault) {
    case VietQrFault::Empty:
        return QStringLiteral("Empty");
    case VietQrFault::TooLong:
        return QStringLiteral("TooLong");
    case VietQrFault::NotAscii:
        return QStringLiteral("NotAscii");
    case VietQrFault::TagMalformed:
        return QStringLiteral("TagMalformed");
    case VietQrFault::LengthMalformed:
        return QStringLiteral("LengthMalformed");
    case VietQrFault::LengthTooLarge:
        return QStringLiteral("LengthTooLarge");
    case VietQrFault::LengthMismatch:
        return QStringLiteral("LengthMismatch");
    case VietQrFault::DuplicateTag:
        return QStringLiteral("DuplicateTag");
    case VietQrFault::WrongOrder:
        return QStringLiteral("WrongOrder");
    case VietQrFault::TrailingBytes:
        return QStringLiteral("TrailingBytes");
    case VietQrFault::MissingTag:
        return QStringLiteral("MissingTag");
    case VietQrFault::ChecksumMalformed:
        return QStringLiteral("ChecksumMalformed");
    case VietQrFault::ChecksumWrong:
        return QStringLiteral("ChecksumWrong");
    case VietQrFault::ValueWrong:
        return QStringLiteral("ValueWrong");
    case VietQrFault::ValueTooLong:
        return QStringLiteral("ValueTooLong");
    case VietQrFault::CurrencyNotDong:
        return QStringLiteral("CurrencyNotDong");
    case VietQrFault::AmountMalformed:
        return QStringLiteral("AmountMalformed");
    }
    return {};
}

QString VietQrError::toString() const
{
    QString text = faultName(fault);
    if (!path.isEmpty()) {
        text += QStringLiteral(" at ") + path;
    }
    return offset < 0 ? text : text + QStringLiteral(", character %1").arg(offset + 1);
}

} // namespace motcua
