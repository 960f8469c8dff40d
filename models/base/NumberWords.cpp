// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/NumberWords.h"

#include <algorithm>
#include <array>
#include <limits>

namespace motcua {

namespace {

using Reason = WordsFault::Reason;

constexpr std::array<QStringView, 10> Digits = {u"không", u"một", u"hai", u"ba", u"bốn", u"năm", u"sáu", u"bảy", u"tám", u"chín"};
constexpr std::array<QStringView, 16> Others = {
    u"âm", u"mươi", u"mười", u"mốt", u"tư", u"lăm", u"nhăm", u"linh", u"lẻ", u"trăm", u"nghìn", u"ngàn", u"triệu", u"tỷ", u"tỉ", u"đồng"};

bool isNumberWord(QStringView word)
{
    return std::find(Digits.begin(), Digits.end(), word) != Digits.end() || std::find(Others.begin(), Others.end(), word) != Others.end();
}

} // namespace

Result<qint64, WordsFault> NumberWords::value()
{
    constexpr quint64 Milliard = 1'000'000'000;
    if (m_words.isEmpty()) {
        return WordsFault{};
    }
    if (m_words.size() == 1 && m_words[0] == Digits[0]) {
        return qint64(0);
    }
    const bool negative = take(u"âm");
    const quint64 most = static_cast<quint64>(std::numeric_limits<qint64>::max()) + (negative ? 1 : 0);
    quint64 number = 0;
    bool full = false;
    for (;;) {
        // Between two milliards there may be nothing: 10^18 is "một tỷ tỷ".
        const bool nothing = full && (isEnd() || isAt(u"tỷ") || isAt(u"tỉ"));
        const std::optional<quint64> part = nothing ? quint64(0) : belowMilliard(full);
        if (!part) {
            return fault();
        }
        if (number > most - *part) {
            return WordsFault{Reason::TooLarge, static_cast<int>(m_at)};
        }
        number += *part;
        full = true;
        if (isEnd()) {
            break;
        }
        if (!takeAny(u"tỷ", u"tỉ")) {
            return fault();
        }
        if (number > most / Milliard) {
            return WordsFault{Reason::TooLarge, static_cast<int>(m_at)};
        }
        number *= Milliard;
    }
    return static_cast<qint64>(negative ? quint64(0) - number : number);
}

std::optional<quint64> NumberWords::belowMilliard(bool full)
{
    quint64 sum = 0;
    bool millionsMayFollow = true;
    bool thousandsMayFollow = true;
    for (;;) {
        const std::optional<int> number = group(full);
        if (!number) {
            return {};
        }
        full = true;
        if (millionsMayFollow && take(u"triệu")) {
            sum += static_cast<quint64>(*number) * 1'000'000;
        } else if (thousandsMayFollow && takeAny(u"nghìn", u"ngàn")) {
            sum += static_cast<quint64>(*number) * 1'000;
            thousandsMayFollow = false;
        } else {
            return sum + static_cast<quint64>(*number);
        }
        millionsMayFollow = false;
        if (isEnd() || isAt(u"tỷ") || isAt(u"tỉ")) {
            return sum;
        }
    }
}

std::optional<int> NumberWords::group(bool full)
{
    const int first = digitAt();
    if (first >= 0 && isAt(u"trăm", 1)) {
        if (first == 0 && !full) {
            return {};
        }
        m_at += 2;
        return afterHundreds(first);
    }
    if (full) {
        return {};
    }
    if (take(u"mười")) {
        return afterTens(1);
    }
    if (first < 1) {
        return {};
    }
    ++m_at;
    if (first >= 2 && take(u"mươi")) {
        return afterTens(first);
    }
    return first;
}

std::optional<int> NumberWords::afterHundreds(int hundreds)
{
    const int sum = 100 * hundreds;
    if (takeAny(u"linh", u"lẻ")) {
        const int digit = isAt(u"tư") ? 4 : digitAt();
        if (digit < 1) {
            return {};
        }
        ++m_at;
        return sum + digit;
    }
    std::optional<int> rest = 0;
    if (take(u"mười")) {
        rest = afterTens(1);
    } else if (const int tens = digitAt(); tens >= 2 && isAt(u"mươi", 1)) {
        m_at += 2;
        rest = afterTens(tens);
    }
    if (!rest || sum + *rest == 0) {
        return {};
    }
    return sum + *rest;
}

std::optional<int> NumberWords::afterTens(int tens)
{
    const int sum = 10 * tens;
    if (tens > 1 && take(u"mốt")) {
        return sum + 1;
    }
    if (tens > 1 && take(u"tư")) {
        return sum + 4;
    }
    if (take(u"lăm") || (tens > 1 && take(u"nhăm"))) {
        return sum + 5;
    }
    const int digit = digitAt();
    if (digit > 1 || (digit == 1 && tens == 1)) {
        ++m_at;
        return sum + digit;
    }
    return sum;
}

bool NumberWords::take(QStringView word)
{
    if (!isAt(word)) {
        return false;
    }
    ++m_at;
    return true;
}

bool NumberWords::takeAny(QStringView one, QStringView other)
{
    return take(one) || take(other);
}

bool NumberWords::isAt(QStringView word, qsizetype ahead) const
{
    return m_at + ahead < m_words.size() && m_words[m_at + ahead] == word;
}

int NumberWords::digitAt(qsizetype ahead) const
{
    for (size_t digit = 0; digit < Digits.size(); ++digit) {
        if (isAt(Digits.at(digit), ahead)) {
            return static_cast<int>(digit);
        }
    }
    return -1;
}

WordsFault NumberWords::fault() const
{
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (!isNumberWord(m_words[i])) {
            return {Reason::Unknown, static_cast<int>(i) + 1};
        }
    }
    if (isEnd()) {
        return {Reason::Unfinished, static_cast<int>(m_words.size())};
    }
    return {Reason::OutOfPlace, static_cast<int>(m_at) + 1};
}

} // namespace motcua
