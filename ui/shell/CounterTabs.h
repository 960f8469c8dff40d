// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace motcua::countertabs {

/** What the lists are called inside the program, in the order of their keys. */
inline const QString Today = QStringLiteral("today");
inline const QString Online = QStringLiteral("online");
inline const QString Post = QStringLiteral("post");
inline const QString Supplement = QStringLiteral("supplement");
inline const QString Ready = QStringLiteral("ready");
inline const QString Unscanned = QStringLiteral("unscanned");
inline const QString Drafts = QStringLiteral("drafts");
inline const QString Held = QStringLiteral("held");
inline const QString Attention = QStringLiteral("attention");

inline const QStringList InOrder{Today, Online, Post, Supplement, Ready, Unscanned, Drafts, Held, Attention};

/** Behind those, without keys. */
inline const QString Open = QStringLiteral("open");
inline const QString All = QStringLiteral("all");

/** The key a list has with Ctrl; 0 for none. */
[[nodiscard]] inline int numberOf(const QString &tab)
{
    return static_cast<int>(InOrder.indexOf(tab)) + 1;
}

} // namespace motcua::countertabs
