// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

/** Invented values that stand nowhere else in the world, given to the programs wherever a citizen's or an officer's own would be. */
namespace canaries {

/** The nth word: letters with marks, so that its folded and decomposed forms differ; n from 0. */
[[nodiscard]] QString word(int n);
/** Two words, as a name. */
[[nodiscard]] QString name(int n);
/** Twelve digits. */
[[nodiscard]] QString number(int n);
[[nodiscard]] QString phone(int n);

/** A pass phrase nobody else would choose. */
[[nodiscard]] QString password(int n);
[[nodiscard]] QString pin();

/** Everything of the above that the visits use. */
[[nodiscard]] QStringList all();

} // namespace canaries

/** Where in `folder` and below, in names and contents of files, one of `values` stands in any spelling; "path: value". */
[[nodiscard]] QStringList traces(const QString &folder, const QStringList &values);

/** The spellings traces() looks for: as typed, decomposed, folded, upper case; each in UTF-8 and both UTF-16. */
[[nodiscard]] QList<QByteArray> spellings(const QString &value);

} // namespace motcua
