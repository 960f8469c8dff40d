// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace motcua {

/** Something the officer is told or asked in the strip above the actions, never in a box. */
struct Notice
{
    enum class Kind { Told, Done, Warning, Danger, Question };

    Kind kind = Kind::Told;
    QString text = {};
    QStringList choices = {}; ///< labels of the buttons of a question, at most 4; chosen with 1 … 4 or Tab and Space

    friend bool operator==(const Notice &, const Notice &) = default;
};

} // namespace motcua

Q_DECLARE_METATYPE(motcua::Notice)
