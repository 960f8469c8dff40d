// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Provenance.h"

#include <algorithm>
#include <array>

namespace motcua {

namespace {

// The words stand in journal payloads for ever: add, never change.
struct SourceWord
{
    Provenance source;
    QLatin1String word;
};
constexpr std::array SourceWords = {
    SourceWord{Provenance::Typed, QLatin1String("typed")},
    SourceWord{Provenance::EarlierPaper, QLatin1String("earlierPaper")},
    SourceWord{Provenance::TelephoneQr, QLatin1String("telephoneQr")},
    SourceWord{Provenance::CardQr, QLatin1String("cardQr")},
    SourceWord{Provenance::Mrz, QLatin1String("mrz")},
    SourceWord{Provenance::ChipRead, QLatin1String("chipRead")},
    SourceWord{Provenance::ChipVerified, QLatin1String("chipVerified")},
    SourceWord{Provenance::Database, QLatin1String("database")},
    SourceWord{Provenance::Computed, QLatin1String("computed")},
};

} // namespace

bool provesMore(Provenance source, Provenance than)
{
    return std::min(source, Provenance::Database) > std::min(than, Provenance::Database);
}

QString provenanceName(Provenance source)
{
    const auto found = std::find_if(
        SourceWords.begin(), SourceWords.end(), [source](const SourceWord &known) { return known.source == source; });
    return found == SourceWords.end() ? QString() : QString(found->word);
}

std::optional<Provenance> provenanceNamed(const QString &name)
{
    const auto found = std::find_if(
        SourceWords.begin(), SourceWords.end(), [&name](const SourceWord &known) { return known.word == name; });
    return found == SourceWords.end() ? std::nullopt : std::optional(found->source);
}

} // namespace motcua
