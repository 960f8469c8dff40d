// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Recorded.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

/** The l_ tables: this machine's own working state. Calls throw StoreFault. */
namespace motcua::storage {

class Connection;
class Statement;

namespace local {

inline constexpr const char *Training = "training"; ///< "1" or "0"
inline constexpr const char *Fold = "fold";
inline constexpr const char *AttachmentNameKey = "attachment.nameKey";
inline constexpr const char *Fork = "fork."; ///< and the id of a log two machines write: what its key signed for the entries that are not held here
inline constexpr const char *Portal = "portal"; ///< where the portal is; not there or empty: a centre without one

/** Counts up when this program folds the same journal differently than the one before it; the tables are then made anew at opening. */
inline constexpr int FoldVersion = 17;

[[nodiscard]] std::optional<QByteArray> setting(Connection &connection, const QString &name);
[[nodiscard]] inline std::optional<QByteArray> setting(Connection &connection, const char *name)
{
    return setting(connection, QString::fromLatin1(name));
}
void keepSetting(Connection &connection, const QString &name, const QByteArray &value);
inline void keepSetting(Connection &connection, const char *name, const QByteArray &value)
{
    keepSetting(connection, QString::fromLatin1(name), value);
}

void keepDraft(Connection &connection, const Draft &draft);
[[nodiscard]] Draft draftAt(const Statement &row); ///< columns in the order of the table
void dropDraft(Connection &connection, const Id &draft);
/** All drafts of `from` are `to`'s from now on. */
void handOverDrafts(Connection &connection, const Id &from, const Id &to);
/** What a desk must know of who holds the ticket; what was kept for days before `day` is erased. Nothing needed: forgotten. */
void keepNeeds(Connection &connection, const Id &ticket, QDate day, const QStringList &needs);
void keepOpen(Connection &connection, const QString &part, const QByteArray &state);

} // namespace local
} // namespace motcua::storage
