// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/person/CardQr.h"
#include "models/person/Mrz.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace motcua {

/** Where a value of a person comes from, from the least to the most that it proves. */
enum class IdentitySource {
    Typed,
    QrOnPhone, ///< a code shown on a telephone: a picture anybody can make, until a portal confirms it
    Qr, ///< the code printed on the card; not signed either
    Mrz, ///< the zone printed on the document, with its check digits
    Chip, ///< read from a chip whose proofs are not all there, or not yet
    ChipVerified, ///< read from a chip, signed by an issuer we trust, and the chip is no copy
};

/** What is known of a person and of the document that says so, in the order in which it is shown. */
enum class IdentityPart {
    Name,
    OtherNames,
    PersonalNumber, ///< twelve digits
    OldNumber, ///< of the identity card before
    ForeignNumber, ///< by which another state knows the person
    Birth, ///< ISO, perhaps in part: PartialDate
    Sex, ///< "male" or "female", as forms write it
    Nationality, ///< ICAO code where the source has one, else its words
    Ethnicity,
    Religion,
    BirthPlace,
    Origin, ///< quê quán; on cards of 2024 the field of the birth registration
    Residence,
    Features, ///< by which the person is recognised
    Father,
    Mother,
    Spouse,
    Telephone,
    Profession,
    DocumentNumber,
    DocumentIssuer, ///< ICAO code, or the authority in words
    Issued, ///< ISO
    Expiry, ///< ISO
    ChipSerial,
};

/** One value of one source. That a source does not speak of a part at all is told by there being none. */
struct IdentityValue
{
    enum class Presence {
        Given,
        Empty, ///< the source has a place for it, and nothing stands there
        None, ///< the source says there is none: "Không thời hạn"
    };

    IdentitySource source = IdentitySource::Typed;
    Presence presence = Presence::Given;
    QString text = {}; ///< in the normal form of its part; of None the words of the source
    int group = 0; ///< the data group of the chip it stands in; 0: no chip
    bool isPlain = false; ///< a name in the letters of a machine readable zone: no marks
    bool isShortened = false; ///< a name cut where its field ends

    friend bool operator==(const IdentityValue &, const IdentityValue &) = default;
};

/** Two sources that do not say the same, side by side: what is shown, and what stands against it. */
struct IdentityContradiction
{
    IdentityPart part = IdentityPart::Name;
    IdentityValue shown = {};
    IdentityValue other = {};

    friend bool operator==(const IdentityContradiction &, const IdentityContradiction &) = default;
};

/**
 * Who somebody is, by every source that said so: nothing that was said is lost when another source joins, and the best of each part is what is shown.
 *
 * Better is what proves more, but for names: one in the letters of a machine readable zone, perhaps cut, is only held against a printed one and
 * never takes its place, whatever it is signed with (ICAO Doc 9303-3, 4.6; the zone cannot write Vietnamese).
 */
class Identity
{
public:
    /** What the zone of a document says. `source` is Mrz for a printed one, and `group` 1 with Chip or ChipVerified for that in a chip. */
    [[nodiscard]] static Identity ofMrz(const Mrz &mrz, IdentitySource source = IdentitySource::Mrz, int group = 0);
    /** What the code of a card says; `source` is Qr or QrOnPhone. */
    [[nodiscard]] static Identity ofQr(const CardQr &card, IdentitySource source = IdentitySource::Qr);

    /** Adds what a source says. The same source saying the same of the same place again adds nothing. */
    void add(IdentityPart part, const IdentityValue &value);
    /** Adds a value that is Given, or Empty when `text` is. */
    void add(IdentityPart part, const QString &text, IdentitySource source, int group = 0);

    /** Everything both say. */
    [[nodiscard]] Identity merged(const Identity &other) const;
    /** The same, with what was read from the chip's data groups `groups` as verified, and all other of its groups as only read. */
    [[nodiscard]] Identity withVerified(const QList<int> &groups) const;

    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }
    /** In the order of the enumeration. */
    [[nodiscard]] QList<IdentityPart> parts() const { return m_values.keys(); }
    /** All that was said of a part, the best first. */
    [[nodiscard]] QList<IdentityValue> all(IdentityPart part) const { return m_values.value(part); }
    /** What is shown of a part; nothing when nobody said anything. Given before None, None before Empty; an expiry that is None by its source. */
    [[nodiscard]] std::optional<IdentityValue> best(IdentityPart part) const;
    /** The text of best() where it is Given; else empty. */
    [[nodiscard]] QString text(IdentityPart part) const;

    /** Every value that does not go together with the one that is shown, part by part. */
    [[nodiscard]] QList<IdentityContradiction> contradictions() const;

    friend bool operator==(const Identity &, const Identity &) = default;

private:
    QMap<IdentityPart, QList<IdentityValue>> m_values; ///< each list in order, the best first
};

/**
 * Whether two values of a part may both be true: dates that overlap, a name without its marks or cut, capitals and the place of a tone, a nationality
 * once as a code and once in words. What is empty contradicts nothing; that there is none contradicts what is given, but for expiry: a card that never
 * expires says so in words, and what its zone names then is not known (UNVERIFIED).
 */
[[nodiscard]] bool goTogether(IdentityPart part, const IdentityValue &one, const IdentityValue &other);

} // namespace motcua
