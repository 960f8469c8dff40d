// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/person/MrzKey.h"
#include "models/person/PartialDate.h"
#include "models/person/Sex.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** Why a text is not taken for a machine readable zone, and where. */
struct MrzFault
{
    enum class Reason {
        Empty,
        TooLong,
        UnknownLayout, ///< its lines are not those of a card (TD1), a small document (TD2) or a passport (TD3)
        UnwantedCharacter, ///< other than A to Z, 0 to 9 and the filler
        NotIdentity, ///< a visa, or no kind of document that shows who somebody is
        NoNumber, ///< the document number is empty
        NoName,
        BadDate, ///< letters in a date, or no such day
    };

    Reason reason = Reason::Empty;
    int line = 0; ///< from 1; 0: the whole text
    int column = 0; ///< from 1; 0: the whole line

    friend bool operator==(const MrzFault &, const MrzFault &) = default;
};

/** What is covered by a check digit of its own. */
enum class MrzPart {
    DocumentNumber,
    Birth,
    Expiry,
    OptionalData, ///< TD3, and line 1 of a Vietnamese card, whose last digit is one by habit
    Whole, ///< all of the above together
};

/** What a check digit says. */
enum class MrzCheck {
    Right,
    Wrong, ///< most likely one character is mistyped or was read wrongly
    Absent, ///< this layout has none here, or leaves it out
};

/**
 * The machine readable zone of a passport or card, field by field (ICAO Doc 9303-3 for characters, names, dates and check digits; 9303-5 for TD1, 9303-6
 * for TD2, 9303-4 for TD3).
 *
 * A wrong check digit is told and refuses nothing: that is for whoever compares. A name in a zone has no marks and may be cut: it is a hint to the printed
 * one and never takes its place.
 */
class Mrz
{
public:
    enum class Layout { TD1, TD2, TD3 };

    /**
     * Reads a zone as scanned or typed: spaces, line ends, small letters, « and ‹ for fillers and full-width characters do not matter, and fillers at
     * the end of a line of names may be missing. Where a field takes one line only, the lines may stand behind each other with spaces between. `today`
     * decides the centuries: nobody is born later, and no document expires long after or before it.
     */
    [[nodiscard]] static Result<Mrz, MrzFault> fromText(const QString &text, QDate today);

    /** Whether a text has the lines of such a zone, whatever they say: what to take a scanned code for. */
    [[nodiscard]] static bool isMadeLikeOne(const QString &text);

    [[nodiscard]] Layout layout() const { return m_layout; }
    [[nodiscard]] const QString &documentCode() const { return m_code; } ///< without filler: "ID", "P", "I"
    [[nodiscard]] const QString &issuer() const { return m_issuer; } ///< ICAO code without filler: "VNM", "D"
    [[nodiscard]] const QString &nationality() const { return m_nationality; } ///< likewise; may be empty
    [[nodiscard]] const QString &documentNumber() const { return m_number; } ///< whole, also where it goes on in the optional data
    [[nodiscard]] const QString &surname() const { return m_surname; } ///< as in the zone, spaces for single fillers
    [[nodiscard]] const QString &givenNames() const { return m_given; } ///< likewise; empty when there is but one name
    [[nodiscard]] QString name() const; ///< surname and given names
    /** Whether the name fills its field to the last character, so that it is most likely cut (9303-3, 4.6). */
    [[nodiscard]] bool isNameShortened() const { return m_shortened; }
    /** Partial where day or month are not known; nothing when not even the year is. */
    [[nodiscard]] const std::optional<PartialDate> &birth() const { return m_birth; }
    [[nodiscard]] std::optional<Sex> sex() const { return m_sex; } ///< nothing when unspecified
    [[nodiscard]] QDate expiry() const { return m_expiry; } ///< null when fillers stand there: it does not expire, or its kind does not say
    [[nodiscard]] const QString &optionalData() const { return m_optional; } ///< without what was read out of it, outer fillers taken off
    [[nodiscard]] const QString &furtherData() const { return m_further; } ///< of the second line of TD1, likewise
    /** The twelve digits that documents of Vietnam hold in their optional data; empty when there are none. */
    [[nodiscard]] const QString &personalNumber() const { return m_personal; }

    [[nodiscard]] MrzCheck check(MrzPart part) const { return m_checks[static_cast<int>(part)]; }
    /** Which check digits are wrong, in the order of the enumeration. */
    [[nodiscard]] QList<MrzPart> wrong() const;
    /** Whether a Vietnamese card names its two numbers as they belong together; true where there is nothing to compare. */
    [[nodiscard]] bool numbersAgree() const;

    /** What opens the chip. It can only when the check digits of its three parts are right. */
    [[nodiscard]] MrzKey key() const;
    /** The zone itself, with every filler; fromText() reads it as the same. */
    [[nodiscard]] QStringList lines() const { return m_lines; }

    friend bool operator==(const Mrz &, const Mrz &) = default;

private:
    class Reading;

    Layout m_layout = Layout::TD1;
    QStringList m_lines;
    QString m_code;
    QString m_issuer;
    QString m_nationality;
    QString m_number;
    QString m_surname;
    QString m_given;
    bool m_shortened = false;
    std::optional<PartialDate> m_birth;
    std::optional<Sex> m_sex;
    QDate m_expiry;
    QString m_birthCharacters;
    QString m_expiryCharacters;
    QString m_optional;
    QString m_further;
    QString m_personal;
    MrzCheck m_checks[5] = {MrzCheck::Absent, MrzCheck::Absent, MrzCheck::Absent, MrzCheck::Absent, MrzCheck::Absent};
};

} // namespace motcua
