// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Text.h"
#include "models/base/VietnameseOrder.h"
#include "models/person/PartialDate.h"
#include "models/person/PersonName.h"
#include "models/person/PersonalNumberScheme.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** Dates, personal numbers and names from anywhere: what is read is written again the same, and keys do not depend on the spelling. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto demand = [](bool held) { held ? void() : std::abort(); };
    const QString any = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const auto &date : {PartialDate::fromIso(any), PartialDate::fromShown(any)}) {
        if (date) {
            demand(PartialDate::fromIso(date->iso()) == date && PartialDate::fromShown(date->shown()) == date);
            demand(date->first() <= date->last() && date->to(*date) == PartialDate::Relation::Overlaps);
            const auto age = date->ageOn(QDate(2026, 11, 23));
            demand(!age || (age->least <= age->most && age->least >= 0));
        }
    }
    if (const auto number = PersonalNumber::fromText(any)) {
        const QString &digits = number->digits();
        demand(digits.size() == 12 && *PersonalNumber::fromText(digits) == *number);
        demand(std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }));
        (void)PersonalNumberScheme().contradictions(*number, {});
    }
    const QString apart = any.normalized(QString::NormalizationForm_D);
    demand(text::folded(apart) == text::folded(any) && text::toneKey(apart) == text::toneKey(any));
    demand(nameKey(apart) == nameKey(any) && nameKey(nameKey(any)) == nameKey(any) && sameName(any, apart));
    demand(vietnameseOrderKey(apart) == vietnameseOrderKey(any));
    for (const NameSuspicion &one : suspicions(any)) {
        demand(one.position >= 1 && one.position <= any.size());
    }
    return 0;
}
