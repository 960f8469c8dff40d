// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

/** A file of the catalogue as somebody read it: its name for messages, its bytes. */
struct SourceFile
{
    QString name = {};
    QByteArray bytes = {};
};

} // namespace motcua
