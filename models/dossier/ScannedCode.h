// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/RecognisedCode.h"
#include "models/person/CardDigits.h"
#include "models/person/CardQr.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace motcua {

class Catalogue;

/** What a code reader gave, by its content: it acts the same on every screen. */
struct ScannedCode
{
    /** How the bytes came: from a reader that is a device of its own, or typed by one that passes for a keyboard. */
    enum class Way { Device, Keyboard };

    enum class Kind {
        Card, ///< an identity card with a chip, or the machine-readable zone of a passport or card
        OldNumber, ///< the nine digits of an identity card of before, which proves nothing any more
        Ticket, ///< whether it is one of today, the hall knows
        Appointment, ///< likewise
        Dossier, ///< what our slips print as QR and as bars
        Other, ///< a text, perhaps a code that the catalogue knows, such as a result's
        Unreadable,
    };

    enum class Fault {
        None,
        Empty,
        TooLong,
        NotUtf8, ///< the reader sends letters of another table
        ControlCharacter, ///< inside, where no code of ours has one
        DamagedCard, ///< made like a card's, but not even its digits can be relied on
    };

    static constexpr qsizetype LongestBytes = 4096; ///< a card's has less than 400, and a QR code holds less than 3,000 bytes

    Kind kind = Kind::Unreadable;
    Way way = Way::Device;
    Fault fault = Fault::None; ///< of Unreadable
    QString text =
        {}; ///< a ticket's number, the six digits of an appointment, a dossier's code, nine digits, a zone as it came, or the whole text of Other; empty for a card's code
    bool isZone = false; ///< of a card or passport: Mrz reads `text`, and there is nothing else of it here
    CardDigits digits = {}; ///< of a card
    std::optional<CardQr> card = {}; ///< the whole card, where its letters can be relied on
    std::optional<RecognisedCode> code = {}; ///< of Dossier, and of Other where the catalogue knows it

    /** Of the card only digits and dates are to be used: it was typed, or its letters came through another table. */
    [[nodiscard]] bool isOnlyDigits() const { return kind == Kind::Card && !card && !isZone; }

    /**
     * What `bytes` mean. Around the text nothing counts: a byte order mark, the AIM identifier ("]Q1") and the character table a reader puts
     * before it, white space and control characters at both ends.
     */
    [[nodiscard]] static ScannedCode of(const QByteArray &bytes, Way way, const Catalogue &catalogue);

    friend bool operator==(const ScannedCode &, const ScannedCode &) = default;
};

} // namespace motcua
