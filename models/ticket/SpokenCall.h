// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/CallWords.h"
#include "models/ticket/TicketCall.h"

#include <optional>

namespace motcua {

/** Words of a call that are spoken in one breath, and recorded as one clip of a voice pack: "Mời số", "không", "đến quầy số". */
struct SpokenPiece
{
    QString text = {};
    bool hasPause = false; ///< behind it

    friend bool operator==(const SpokenPiece &, const SpokenPiece &) = default;
};

/**
 * What is said of a call in one language.
 *
 * The letter of the ticket goes by its name and its count digit by digit, since "mười ba" and "ba mươi" are easily mistaken for one another in a loud hall;
 * the number of a desk is said as a number.
 */
struct SpokenCall
{
    static constexpr int LargestDesk = 999;
    static constexpr qsizetype LongestDeskName = 60; ///< characters

    QString language = {}; ///< "vi", "en"
    QList<SpokenPiece> pieces = {};

    /** "Mời số a không một ba, đến quầy số ba." */
    [[nodiscard]] QString text() const;

    /** None for a number that no ticket has (a letter of A to Z and one to six digits) and for a desk that has neither a number nor a name. */
    [[nodiscard]] static std::optional<SpokenCall> of(const TicketCall &call, const CallPhrases &phrases);

    friend bool operator==(const SpokenCall &, const SpokenCall &) = default;
};

} // namespace motcua
