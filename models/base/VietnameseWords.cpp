// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnameseWords.h"

#include "models/base/NumberWords.h"
#include "models/base/Text.h"

#include <array>

namespace motcua {

namespace {

const std::array<QString, 10> &digitWords()
{
    static const std::array<QString, 10> words = {QStringLiteral("không"), QStringLiteral("một"), QStringLiteral("hai"),
        QStringLiteral("ba"), QStringLiteral("bốn"), QStringLiteral("năm"), QStringLiteral("sáu"), QStringLiteral("bảy"),
        QStringLiteral("tám"), QStringLiteral("chín")};
    return words;
}

/** Writes a number word by word in one choice of spellings. */
class Speech
{
public:
    explicit Speech(const VietnameseWords &style)
        : m_nought(style.nought == VietnameseWords::Nought::Linh ? QStringLiteral("linh") : QStringLiteral("lẻ"))
        , m_thousand(style.thousand == VietnameseWords::Thousand::Nghin ? QStringLiteral("nghìn") : QStringLiteral("ngàn"))
        , m_milliard(style.milliard == VietnameseWords::Milliard::TyY ? QStringLiteral("tỷ") : QStringLiteral("tỉ"))
    {
    }

    /** `full`: a higher group was spoken, so the hundreds are named even when there are none. */
    void say(quint64 number, bool full)
    {
        constexpr quint64 Milliard = 1'000'000'000;
        if (number >= Milliard) {
            say(number / Milliard, full);
            m_words.append(m_milliard);
            full = true;
        }
        const int rest = static_cast<int>(number % Milliard);
        full = group(rest / 1'000'000, QStringLiteral("triệu"), full);
        full = group(rest / 1'000 % 1'000, m_thousand, full);
        group(rest % 1'000, {}, full);
    }
    void word(const QString &word) { m_words.append(word); }
    [[nodiscard]] QString text() const { return m_words.join(u' '); }

private:
    bool group(int number, const QString &name, bool full)
    {
        if (number == 0) {
            return full;
        }
        hundreds(number, full);
        if (!name.isEmpty()) {
            m_words.append(name);
        }
        return true;
    }
    void hundreds(int number, bool full)
    {
        const int tens = number / 10 % 10;
        const int ones = number % 10;
        const bool spoken = full || number >= 100;
        if (spoken) {
            digit(number / 100);
            m_words.append(QStringLiteral("trăm"));
        }
        if (tens == 0) {
            if (ones != 0 && spoken) {
                m_words.append(m_nought);
            }
            if (ones != 0) {
                digit(ones);
            }
            return;
        }
        if (tens == 1) {
            m_words.append(QStringLiteral("mười"));
        } else {
            digit(tens);
            m_words.append(QStringLiteral("mươi"));
        }
        if (ones == 5) {
            m_words.append(QStringLiteral("lăm"));
        } else if (ones == 1 && tens > 1) {
            m_words.append(QStringLiteral("mốt"));
        } else if (ones == 4 && tens > 1) {
            m_words.append(QStringLiteral("tư"));
        } else if (ones != 0) {
            digit(ones);
        }
    }
    void digit(int number) { m_words.append(digitWords().at(static_cast<size_t>(number))); }

    QString m_nought;
    QString m_thousand;
    QString m_milliard;
    QStringList m_words;
};

QStringList wordsOf(const QString &text)
{
    return text::tidy(text).toLower().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

QString VietnameseWords::number(qint64 value) const
{
    Speech speech(*this);
    if (value == 0) {
        return digitWords()[0];
    }
    if (value < 0) {
        speech.word(QStringLiteral("âm"));
    }
    // The least number has no positive counterpart among signed ones.
    speech.say(value < 0 ? quint64(0) - static_cast<quint64>(value) : static_cast<quint64>(value), false);
    return speech.text();
}

QString VietnameseWords::amount(Money amount) const
{
    QString words = number(amount.dong) + QStringLiteral(" đồng");
    words[0] = words[0].toUpper();
    return words;
}

QString VietnameseWords::date(QDate date) const
{
    if (!date.isValid() || date.year() < 1) {
        return {};
    }
    QStringList words{QStringLiteral("ngày")};
    if (date.day() <= 10) {
        words.append(firstTen == FirstTen::Mong ? QStringLiteral("mồng") : QStringLiteral("mùng"));
    }
    words.append({number(date.day()), QStringLiteral("tháng"), date.month() == 4 ? QStringLiteral("tư") : number(date.month()),
        QStringLiteral("năm"), number(date.year())});
    return words.join(u' ');
}

Result<qint64, WordsFault> VietnameseWords::numberIn(const QString &words)
{
    return NumberWords(wordsOf(words)).value();
}

Result<Money, WordsFault> VietnameseWords::amountIn(const QString &words)
{
    QStringList all = wordsOf(words);
    if (all.size() > 1 && all.constLast() == u"chẵn") {
        all.removeLast();
    }
    if (all.isEmpty() || all.constLast() != u"đồng") {
        return WordsFault{all.isEmpty() ? WordsFault::Reason::Empty : WordsFault::Reason::Unfinished, static_cast<int>(all.size())};
    }
    all.removeLast();
    const Result<qint64, WordsFault> dong = NumberWords(all).value();
    if (!dong) {
        return dong.error();
    }
    return Money{*dong};
}

QDate VietnameseWords::dateIn(const QString &words)
{
    QStringList all = wordsOf(words);
    const qsizetype month = all.indexOf(QStringLiteral("tháng"));
    if (all.isEmpty() || all.takeFirst() != u"ngày" || month < 2) {
        return {};
    }
    QStringList day = all.first(month - 1);
    const bool named = day.constFirst() == u"mồng" || day.constFirst() == u"mùng";
    if (named) {
        day.removeFirst();
    }
    const Result<qint64, WordsFault> dayNumber = NumberWords(day).value();
    if (!dayNumber || (named && *dayNumber > 10)) {
        return {};
    }
    // "năm" is year and five: the month has one word or two, and only one of them leaves "năm" behind it and a month before it.
    for (const qsizetype length : {1, 2}) {
        QStringList monthWords = all.mid(month, length);
        if (all.value(month + length) != u"năm" || monthWords.size() != length) {
            continue;
        }
        if (monthWords == QStringList{QStringLiteral("tư")}) {
            monthWords[0] = QStringLiteral("bốn");
        }
        const Result<qint64, WordsFault> monthNumber = NumberWords(monthWords).value();
        const Result<qint64, WordsFault> year = NumberWords(all.mid(month + length + 1)).value();
        if (!monthNumber || !year || *year < 1 || *year > 9999 || *monthNumber > 12) {
            continue;
        }
        return QDate(static_cast<int>(*year), static_cast<int>(*monthNumber), static_cast<int>(*dayNumber));
    }
    return {};
}

} // namespace motcua
