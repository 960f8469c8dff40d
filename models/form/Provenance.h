// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace motcua {

/**
 * How a value came to stand in a field: the marks of the screen and the proof in the dossier. From what proves least to what proves most, as
 * IdentitySource; the last two are no source that somebody at the desk showed.
 */
enum class Provenance {
    Typed,
    EarlierPaper,
    TelephoneQr, ///< the code of a card as a telephone showed it: a picture anybody can make
    CardQr, ///< the code printed on the card
    Mrz, ///< the machine-readable zone printed on a passport or a card, with its check digits
    ChipRead,
    ChipVerified,
    Database,
    Computed,
};

/** Whether an answer is worth more by `source` than by `than`. What a database says or what follows from other answers, nothing outdoes. */
[[nodiscard]] bool provesMore(Provenance source, Provenance than);

/** The word that stands in journal payloads, for ever: "cardQr". */
[[nodiscard]] QString provenanceName(Provenance source);

/** Nothing for a word nobody knows: a newer program may have written it. */
[[nodiscard]] std::optional<Provenance> provenanceNamed(const QString &name);

} // namespace motcua
