// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/person/CardQr.h"

#include <QDate>
#include <QString>

#include <optional>

namespace motcua {

/**
 * What of a card survives a reader that types or knows other letters: the digits and the dates. Such a reader drops or mangles
 * Vietnamese letters, and an input method makes other words of them, so name, sex and address are not even looked at.
 */
struct CardDigits
{
    QString number = {}; ///< twelve digits
    QString oldNumber = {}; ///< nine or twelve digits, or empty
    QDate birth = {};
    QDate issued = {};

    [[nodiscard]] static CardDigits of(const CardQr &card);

    /** The digits of a text in one of the two formats of CardQr, whatever stands in its other fields; nothing when it is none. */
    [[nodiscard]] static std::optional<CardDigits> fromText(const QString &text);

    friend bool operator==(const CardDigits &, const CardDigits &) = default;
};

} // namespace motcua
