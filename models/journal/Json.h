// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Registers.h"

#include <QJsonArray>
#include <QJsonObject>

namespace motcua::journal {

/** "origin uuid/seq": how an entry is named in projections and on screens; empty text for no entry. */
[[nodiscard]] QString keyText(const EntryKey &key);
/** The key in such a text; the null key when it is none. */
[[nodiscard]] EntryKey keyFromText(const QString &text);

[[nodiscard]] QJsonArray keysToJson(const QList<EntryKey> &keys);
[[nodiscard]] QList<EntryKey> keysFromJson(const QJsonArray &json);

/** Decimal text of the packed time: a JSON number is exact only to 2^53. */
[[nodiscard]] QString timeText(const HybridTime &time);
[[nodiscard]] HybridTime timeFromText(const QString &text);

[[nodiscard]] QJsonArray candidatesToJson(const QList<Candidate> &candidates);
[[nodiscard]] QList<Candidate> candidatesFromJson(const QJsonArray &json);

/** {"v": value, "by": key, "conflict": [{"v", "by", "at"}]}; v left out when undefined, conflict when there is none. */
[[nodiscard]] QJsonObject registerToJson(const Register &field);
[[nodiscard]] Register registerFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject registersToJson(const QMap<QString, Register> &fields);
[[nodiscard]] QMap<QString, Register> registersFromJson(const QJsonObject &json);

} // namespace motcua::journal
