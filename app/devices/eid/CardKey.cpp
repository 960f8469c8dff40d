// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardKey.h"

#include "models/person/Mrz.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <iterator>
#include <utility>

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

char checkDigit(QByteArrayView text)
{
    constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        const int value = letter == '<' ? 0 : isDigit(letter) ? letter - '0' : letter - 'A' + 10;
        sum += value * weights[i % 3];
    }
    return static_cast<char>('0' + sum % 10);
}

/** Bytes that open a chip, and are not left lying in memory. */
class Wiped
{
public:
    explicit Wiped(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    ~Wiped() { OPENSSL_cleanse(m_bytes.data(), static_cast<std::size_t>(m_bytes.size())); }
    Q_DISABLE_COPY_MOVE(Wiped)

    [[nodiscard]] const QByteArray &operator*() const { return m_bytes; }

private:
    QByteArray m_bytes; ///< not shared with anybody, so that no copy is made when it is wiped
};

void wipe(QString &text)
{
    OPENSSL_cleanse(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
}

} // namespace

std::optional<CardKey> CardKey::can(const QString &digits)
{
    if (!isDigits(digits, CanDigits)) {
        return {};
    }
    const Wiped bytes(digits.toLatin1());
    return CardKey(Kind::Can, SecretBytes::copyOf(*bytes));
}

std::optional<CardKey> CardKey::number(const QString &personalNumber)
{
    if (!isDigits(personalNumber, PersonalNumberDigits)) {
        return {};
    }
    QString digits = personalNumber.last(CanDigits);
    auto key = can(digits);
    wipe(digits);
    return key;
}

QByteArray CardKey::mrzInformation(const QByteArray &document, const QByteArray &born, const QByteArray &expires)
{
    QByteArray information;
    information.reserve(LongestNumber + 2 * DateDigits + 3); // at once: growing would leave a copy behind
    const auto append = [&information](const QByteArray &part, qsizetype places) {
        const qsizetype begin = information.size();
        information.append(part);
        information.append(std::max<qsizetype>(places - part.size(), 0), '<');
        information.append(checkDigit(QByteArrayView(information).sliced(begin)));
    };
    append(document, NumberPlaces);
    append(born, 0);
    append(expires, 0);
    return information;
}

std::optional<CardKey> CardKey::mrz(const QString &document, const QString &born, const QString &expires)
{
    const Wiped number(document.toLatin1());
    const Wiped birth(born.toLatin1());
    const Wiped end(expires.toLatin1());
    if (!isNumber(*number) || !isDate(*birth) || !isDate(*end)) {
        return {};
    }
    const Wiped information(mrzInformation(*number, *birth, *end));
    SecretBytes hash(20);
    const auto size = static_cast<std::size_t>((*information).size());
    const bool done = EVP_Digest((*information).constData(), size, hash.data(), nullptr, EVP_sha1(), nullptr) == 1;
    if (!done) {
        qFatal("SHA-1 is missing");
    }
    return CardKey(Kind::Mrz, std::move(hash));
}

std::optional<CardKey> CardKey::typed(const QString &text, QDate today)
{
    QString digits;
    digits.reserve(text.size());
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(digits), [](QChar letter) { return !letter.isSpace() && letter != u'.'; });
    auto byDigits = can(digits);
    if (!byDigits) {
        byDigits = number(digits);
    }
    wipe(digits);
    if (byDigits) {
        return byDigits;
    }
    if (const auto zone = Mrz::fromText(text, today)) {
        MrzKey parts = zone->key();
        auto key = mrz(parts.documentNumber, parts.birth, parts.expiry);
        wipe(parts.documentNumber);
        wipe(parts.birth);
        wipe(parts.expiry);
        return key;
    }
    const QStringList words = text.toUpper().split(u' ', Qt::SkipEmptyParts);
    return words.size() == 3 ? mrz(words.at(0), words.at(1), words.at(2)) : std::nullopt;
}

} // namespace motcua
