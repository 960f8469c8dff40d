// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/person/Sex.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** Why a text is not taken for that of a card, and where. */
struct CardQrFault
{
    enum class Reason {
        NotACard, ///< there is no field separator at all: some other code was scanned
        FieldCount, ///< neither seven nor eleven fields
        NotUtf8, ///< the bytes are no UTF-8
        TooLong,
        Missing, ///< a field that is never empty is
        BadNumber, ///< not the digits that belong here
        BadDate, ///< not ddMMyyyy, or no such day
        UnknownSex, ///< neither Nam nor Nữ
        Mangled, ///< letters came through a scanner that types with another table, or none for Vietnamese
        UnwantedCharacter, ///< invisible, a control character, of another script …
        WithoutMarks, ///< not one mark in name and address: a scanner dropped them, and the name would be wrong
    };

    Reason reason = Reason::NotACard;
    int field = 0; ///< from 1; 0: the whole text

    friend bool operator==(const CardQrFault &, const CardQrFault &) = default;
};

/** What on a card does not go together: a reason to look at the card itself, never to refuse it, because the code is not signed anyway. */
enum class CardContradiction {
    IssuedBeforeBirth,
    IssuedLater, ///< after the day it is shown; one day of a wrong clock is not held against it
};

/**
 * What the QR code of a chip card says: read whole, or refused with a reason.
 *
 * Two formats, both UTF-8 with | between fields: seven fields on cards of 2021 (number, identity card number of nine digits or
 * nothing, name, birth, sex, address, issue), and on cards of 2024 four more, empty for adults, which hold a cancelled number and
 * the parents' names. Which of the four is which is UNVERIFIED, so they are kept as they are. The code is not signed: a hint, no proof.
 */
struct CardQr
{
    enum class Format { Card2021, Card2024 };

    Format format = Format::Card2021;
    QString number = {}; ///< twelve digits
    QString oldNumber = {}; ///< nine digits (or the twelve of a late identity card), or empty
    QString name = {};
    QDate birth = {};
    Sex sex = Sex::Male;
    QString address = {};
    QDate issued = {};
    QStringList further = {}; ///< the four fields of Card2024, any of them empty; none for Card2021

    /** The text as scanned, without what the reader puts around it (line end, prefix). Texts in normal form D are read as their form C. */
    [[nodiscard]] static Result<CardQr, CardQrFault> fromText(const QString &text);
    /** The same from the bytes of a reader that does not type. */
    [[nodiscard]] static Result<CardQr, CardQrFault> fromBytes(const QByteArray &utf8);

    /** The text on the card, in normal form C: what fromText() took, character by character, empty fields at the end included. */
    [[nodiscard]] QString text() const;

    /** In the order of the enumeration. `day`: on which the card is shown; null: not compared. */
    [[nodiscard]] QList<CardContradiction> contradictions(QDate day) const;

    /** The field of the four that is a number; nothing when none is, or several are. */
    [[nodiscard]] std::optional<QString> cancelledNumber() const;
    /** The fields of the four that are names, in their order. */
    [[nodiscard]] QStringList parentNames() const;

    friend bool operator==(const CardQr &, const CardQr &) = default;
};

} // namespace motcua
