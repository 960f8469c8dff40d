// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/UnitAccount.h"

#include <algorithm>

namespace motcua {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isPlain(QChar c)
{
    return isDigit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

} // namespace

bool UnitAccount::isGood() const
{
    constexpr qsizetype BinDigits = 6;
    return bin.size() == BinDigits && std::all_of(bin.begin(), bin.end(), isDigit) && !number.isEmpty() && number.size() <= LongestNumber
        && std::all_of(number.begin(), number.end(), isPlain) && !holder.trimmed().isEmpty() && holder.size() <= LongestHolder;
}

QJsonObject UnitAccount::toJson() const
{
    return {{QStringLiteral("bin"), bin}, {QStringLiteral("number"), number}, {QStringLiteral("holder"), holder}};
}

std::optional<UnitAccount> UnitAccount::fromJson(const QJsonObject &json)
{
    const UnitAccount account{json.value(QStringLiteral("bin")).toString(), json.value(QStringLiteral("number")).toString(),
        json.value(QStringLiteral("holder")).toString()};
    return account.isGood() ? std::optional(account) : std::nullopt;
}

} // namespace motcua
