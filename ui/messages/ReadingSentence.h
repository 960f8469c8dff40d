// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/OldAddress.h"
#include "models/base/VietnameseWords.h"
#include "models/calendar/LunarCalendar.h"
#include "models/fee/VietQrError.h"
#include "models/person/CardQr.h"
#include "models/person/Mrz.h"
#include "models/person/PersonName.h"
#include "models/person/PersonalNumberScheme.h"

#include <QString>

namespace motcua {

// What is told about a text somebody typed or scanned: whole sentences in the language of the program. None repeats what was read, but
// for the part of an address that contradicts.

/** What must be known beside the candidates of a look-up; empty when nothing. */
[[nodiscard]] QString sentence(const OldAddress &address);

[[nodiscard]] QString sentence(PersonalNumberFault fault);
[[nodiscard]] QString sentence(Contradiction contradiction);
[[nodiscard]] QString sentence(const CardQrFault &fault);
[[nodiscard]] QString sentence(CardContradiction contradiction);
[[nodiscard]] QString sentence(const MrzFault &fault);
/** Which parts of a machine-readable zone do not go together with their check digits. */
[[nodiscard]] QString wrongCheckDigits(const QList<MrzPart> &parts);
[[nodiscard]] QString sentence(PersonNameFault fault);
[[nodiscard]] QString sentence(const NameSuspicion &suspicion);
[[nodiscard]] QString sentence(const WordsFault &fault);
/** With the tag, what it holds, and the character, as far as they are known. */
[[nodiscard]] QString sentence(const VietQrError &error);

/** "17/02/2026 is day 1 of lunar month 1, 2026." */
[[nodiscard]] QString lunarSentence(QDate day, const LunarDate &date);
/** From when to when the lunar calendar is known. */
[[nodiscard]] QString lunarRangeSentence();

} // namespace motcua
