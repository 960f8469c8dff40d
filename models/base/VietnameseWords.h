// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/base/Result.h"

#include <QDate>
#include <QString>

namespace motcua {

/** Why words are no number: the first word that cannot stand where it stands. */
struct WordsFault
{
    enum class Reason {
        Empty,
        Unknown, ///< no word of a number
        OutOfPlace, ///< a word of numbers, but not here
        Unfinished, ///< more must follow the last word
        TooLarge, ///< more than 64 bits hold
    };

    Reason reason = Reason::Empty;
    int word = 0; ///< from 1; 0 when there is none

    friend bool operator==(const WordsFault &, const WordsFault &) = default;
};

/**
 * Numbers, amounts and dates in Vietnamese words, as receipts and civil-status papers write them, and strictly back.
 *
 * The members choose between spellings that are all right; reading takes every one of them. Writing is total.
 */
struct VietnameseWords
{
    enum class Nought { Linh, Le }; ///< một trăm linh năm, một trăm lẻ năm
    enum class Thousand { Nghin, Ngan };
    enum class Milliard { TyY, TyI }; ///< tỷ, tỉ
    enum class FirstTen { Mong, Mung }; ///< ngày mồng năm, ngày mùng năm

    Nought nought = Nought::Linh;
    Thousand thousand = Thousand::Nghin;
    Milliard milliard = Milliard::TyY;
    FirstTen firstTen = FirstTen::Mong;

    /**
     * "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"; "không"; "âm năm". Groups of nothing are not spoken, but a group
     * after a higher one has its hundreds: 1 000 005 is "một triệu không trăm linh năm". 10^12 is "một nghìn tỷ".
     */
    [[nodiscard]] QString number(qint64 value) const;

    /** The number, first letter capital, and "đồng". */
    [[nodiscard]] QString amount(Money amount) const;

    /**
     * "ngày mồng năm tháng ba năm một nghìn chín trăm bốn mươi mốt"; empty for an invalid date or a year before 1.
     *
     * The first ten days have "mồng", the fourth month is "tháng tư", the first and the last are "một" and "mười hai" (giêng and
     * chạp are months of the moon), the year is the whole number. DERIVED: the forms ask for "ghi bằng chữ" and give no example.
     */
    [[nodiscard]] QString date(QDate date) const;

    /**
     * The number these words say. Case, Unicode spelling and spaces do not matter; tư and bốn, lăm, nhăm and năm, linh and lẻ, nghìn
     * and ngàn, tỷ and tỉ are the same where they may stand. What is only said in speech ("hai nghìn hai", "trăm rưỡi") is refused.
     */
    [[nodiscard]] static Result<qint64, WordsFault> numberIn(const QString &words);

    /** The same with "đồng" behind it, and perhaps "chẵn". */
    [[nodiscard]] static Result<Money, WordsFault> amountIn(const QString &words);

    /** The date these words say; null when they say none. Takes mồng, mùng or neither before the first ten days. */
    [[nodiscard]] static QDate dateIn(const QString &words);
};

} // namespace motcua
