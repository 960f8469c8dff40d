// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace motcua {

/** A word of an address: a run of letters, or a run of digits. "P12" is two. */
struct AddressWord
{
    QByteArray key = {}; ///< without marks, small letters; a number without leading zeros
    QString sound = {}; ///< small letters, decomposed, the tone behind the word: "hòa" and "hoà" are both "hoa2"
    bool plain = true; ///< written without any mark: it may stand for any marked word of the same key
    qsizetype from = 0; ///< first character in the text
    qsizetype end = 0; ///< past the last
    bool apart = true; ///< begins the text, or a comma, a line end or the like stands before it

    friend bool operator==(const AddressWord &, const AddressWord &) = default;
};

/** How a typed word relates to a written one with the same key. */
enum class Likeness {
    Same,
    Unmarked, ///< typed without marks
    Other, ///< typed with other marks
};

namespace address {

/** `text` in normal form C, full-width forms as ASCII, invisible formatting and control characters dropped, any space a plain one. */
[[nodiscard]] QString legible(const QString &text);

/** The words of legible text. */
[[nodiscard]] QList<AddressWord> words(const QString &legible);

/** The keys of the words of any text with one space between them: "Krông Pắc" gives "krong pac". */
[[nodiscard]] QByteArray spacedKey(const QString &text);

/** The sounds of the words of any text, likewise: "Hòa An" gives "hoa2 an". */
[[nodiscard]] QByteArray spacedSounds(const QString &text);

/**
 * A spaced key without its spaces and with the letters that the same name is written with, now one, now the other, made one:
 * "Đắk Lắk", "Đắc Lắc" and "Daklak" are alike, "Quy Nhơn" and "Qui Nhơn", "Kon Tum" and "Kontum".
 */
[[nodiscard]] QByteArray looseKey(QByteArrayView spacedKey);

/** How like the typed words are to the written ones; Other when they are not equally many. */
[[nodiscard]] Likeness likeness(const QList<AddressWord> &typed, const QList<AddressWord> &written);

} // namespace address
} // namespace motcua
