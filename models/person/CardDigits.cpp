// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/CardDigits.h"

#include <QStringList>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype Fields2021 = 7;
constexpr qsizetype Fields2024 = 11;

bool isDigits(const QString &text, qsizetype count)
{
    return text.size() == count && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/** ddMMyyyy. */
QDate dateOf(const QString &text)
{
    const QDate date
        = isDigits(text, 8) ? QDate(text.sliced(4).toInt(), text.sliced(2, 2).toInt(), text.first(2).toInt()) : QDate();
    return date.year() >= 1000 ? date : QDate();
}

} // namespace

CardDigits CardDigits::of(const CardQr &card)
{
    return {card.number, card.oldNumber, card.birth, card.issued};
}

std::optional<CardDigits> CardDigits::fromText(const QString &text)
{
    const QStringList fields = text.split(u'|');
    if (fields.size() != Fields2021 && fields.size() != Fields2024) {
        return {};
    }
    const CardDigits digits{fields[0], fields[1], dateOf(fields[3]), dateOf(fields[6])};
    const bool isOldNumber = digits.oldNumber.isEmpty() || isDigits(digits.oldNumber, 9) || isDigits(digits.oldNumber, 12);
    if (!isDigits(digits.number, 12) || !isOldNumber || digits.birth.isNull() || digits.issued.isNull()) {
        return {};
    }
    return digits;
}

} // namespace motcua
