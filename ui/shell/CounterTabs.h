// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace motcua::countertabs {

/** What the lists are called inside the program, in the order of their keys. */
inline const QString Open = QStringLiteral("open");
inline const QString All = QStringLiteral("all");
inline const QString Conflict = QStringLiteral("conflict");
inline const QString Drafts = QStringLiteral("drafts");

inline const QStringList InOrder{Open, All, Conflict, Drafts};

} // namespace motcua::countertabs
