// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace motcua {

struct FormSchema;

/** The form of the law that says what is asked of whoever takes a result away, and the answers that the desk asks for by name. */
namespace handover {

inline const QString Form = QStringLiteral("hand-over");
inline const QString Name = QStringLiteral("receiver.name");
inline const QString Shown = QStringLiteral("receiver.shown");
inline const QString ShownReason = QStringLiteral("receiver.shownReason");
inline const QString Document = QStringLiteral("receiver.document");
inline const QString Authority = QStringLiteral("authority.kind");
inline const QString Note = QStringLiteral("authority.note");

/** Those of them that `form` has no field for, or no options where one is chosen; empty for a form that does. */
[[nodiscard]] QStringList missingIn(const FormSchema &form);

/** Whether what is shown in this way bears the personal number; any other paper has a number of its own. */
[[nodiscard]] bool bearsPersonalNumber(const QString &shown);

} // namespace handover

} // namespace motcua
