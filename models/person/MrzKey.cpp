// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/MrzKey.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr int Weights[] = {7, 3, 1};
constexpr qsizetype ShortNumber = 9; // a document number in its own field; longer ones go on elsewhere
constexpr qsizetype LongestNumber = 22; // TD1: nine, and what the optional data hold beside the check digit

/** -1 when it cannot stand in a zone. */
int worth(QChar c)
{
    if (c >= u'0' && c <= u'9') {
        return c.unicode() - u'0';
    }
    if (c >= u'A' && c <= u'Z') {
        return c.unicode() - u'A' + 10;
    }
    return c == u'<' ? 0 : -1;
}

bool areDigits(QStringView text, qsizetype count)
{
    return text.size() == count && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isDate(QStringView text)
{
    return text.size() == 6 && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'<'; });
}

} // namespace

QChar mrzCheckDigit(QStringView characters)
{
    int sum = 0;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const int value = worth(characters[i]);
        if (value < 0) {
            return {};
        }
        sum = (sum + value * Weights[i % 3]) % 10;
    }
    return QChar(u'0' + sum);
}

std::optional<QString> MrzKey::information() const
{
    const QString number = documentNumber.leftJustified(ShortNumber, u'<');
    const QChar digit = mrzCheckDigit(number);
    if (documentNumber.isEmpty() || number.size() > LongestNumber || digit.isNull() || !isDate(birth) || !isDate(expiry)) {
        return {};
    }
    return number + digit + birth + mrzCheckDigit(birth) + expiry + mrzCheckDigit(expiry);
}

std::optional<QString> cardAccessNumber(QStringView personalNumber)
{
    return areDigits(personalNumber, 12) ? std::optional(personalNumber.sliced(6).toString()) : std::nullopt;
}

std::optional<QString> cardDocumentNumber(QStringView personalNumber)
{
    return areDigits(personalNumber, 12) ? std::optional(personalNumber.sliced(3).toString()) : std::nullopt;
}

} // namespace motcua
