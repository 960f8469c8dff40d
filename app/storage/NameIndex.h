// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/**
 * How names are indexed so that "ng t hoa" finds Nguyễn Thị Hoàn among a million in the time of one look-up.
 *
 * Every two words of a name make tokens: the first one, two and three letters of the earlier word, '_', the later word.
 * Two typed beginnings of words, in either order, are then the beginning of one token of at most eleven letters, for which
 * FTS5 keeps a prefix index. The index may say yes too often (a beginning longer than three letters): matches() decides.
 */
namespace motcua::storage::names {

/** The folded names of one dossier, one a line: what p_dossier.name_key holds and matches() reads. */
[[nodiscard]] QString key(const QStringList &names);

/** The tokens of a key, separated by spaces: what p_name is given. */
[[nodiscard]] QByteArray tokens(const QString &key);

/** The FTS5 expression that finds at least every key that matches the folded `words`; empty when there are none. */
[[nodiscard]] QByteArray expression(const QStringList &words);

/** Each of the words begins another word of one of the key's names, in any order. */
[[nodiscard]] bool matches(QStringView key, const QStringList &words);

} // namespace motcua::storage::names
