// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardKey.h"

#include "models/person/Mrz.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>

namespace motcua {

using security::SecretBytes;

namespace {

constexpr qsizetype CanDigits = 6;
constexpr qsizetype PersonalNumberDigits = 12;
constexpr qsizetype DateDigits = 6;
constexpr qsizetype NumberPlaces = 9;
constexpr qsizetype LongestNumber = 22; // of a TD1, whose number goes on in the optional data

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isDigits(const QString &text, qsizetype count)
{
    return text.size() == count && std::all_of(text.begin(), text.end(), [](QChar letter) { return letter >= u'0' && letter <= u'9'; });
}

/** A day that is not known stands as < in a date. */
bool isDate(const QByteArray &text)
{
    return text.size() == DateDigits && std::all_of(text.begin(), text.end(), [](char letter) { return isDigit(letter) || letter == '<'; });
}

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= LongestNumber && std::all_of(text.begin(), text.end(), [](char letter) {
        return isDigit(letter) || (letter >= 'A' && letter <= 'Z') || letter == '<';
    });
}

char checkDigit(const QByteArray &text)
{
    constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char letter = text.at(i);
        const int value = letter == '<' ? 0 : isDigit(letter) ? letter - '0' : letter - 'A' + 10;
        sum += value * weights[i % 3];
    }
    return static_cast<char>('0' + sum % 10);
}

} // namespace

std::optional<CardKey> CardKey::can(const QString &digits)
{
    if (!isDigits(digits, CanDigits)) {
        return {};
    }
    return CardKey(Kind::Can, SecretBytes::copyOf(digits.toLatin1()));
}

std::optional<CardKey> CardKey::number(const QString &personalNumber)
{
    return isDigits(personalNumber, PersonalNumberDigits) ? can(personalNumber.last(CanDigits)) : std::nullopt;
}

QByteArray CardKey::mrzInformation(const QByteArray &document, const QByteArray &born, const QByteArray &expires)
{
    const QByteArray number = document.leftJustified(NumberPlaces, '<');
    return number + checkDigit(number) + born + checkDigit(born) + expires + checkDigit(expires);
}

std::optional<CardKey> CardKey::mrz(const QString &document, const QString &born, const QString &expires)
{
    const QByteArray number = document.toLatin1();
    const QByteArray birth = born.toLatin1();
    const QByteArray end = expires.toLatin1();
    if (!isNumber(number) || !isDate(birth) || !isDate(end)) {
        return {};
    }
    QByteArray information = mrzInformation(number, birth, end);
    SecretBytes hash(20);
    const bool done = EVP_Digest(
                          information.constData(), static_cast<std::size_t>(information.size()), hash.data(), nullptr, EVP_sha1(), nullptr)
        == 1;
    OPENSSL_cleanse(information.data(), static_cast<std::size_t>(information.size()));
    if (!done) {
        qFatal("SHA-1 is missing");
    }
    return CardKey(Kind::Mrz, std::move(hash));
}

std::optional<CardKey> CardKey::typed(const QString &text, QDate today)
{
    QString digits = text;
    digits.remove(u' ');
    digits.remove(u'.');
    if (auto key = can(digits.trimmed())) {
        return key;
    }
    if (auto key = number(digits.trimmed())) {
        return key;
    }
    if (const auto zone = Mrz::fromText(text, today)) {
        const MrzKey key = zone->key();
        return mrz(key.documentNumber, key.birth, key.expiry);
    }
    const QStringList words = text.toUpper().split(u' ', Qt::SkipEmptyParts);
    return words.size() == 3 ? mrz(words.at(0), words.at(1), words.at(2)) : std::nullopt;
}

} // namespace motcua
