// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace motcua::testsupport {

/** What is wrong with an XMP packet that is to declare PDF/A-2u, and where it says other than the information dictionary, whose values come by their names with the slash. */
[[nodiscard]] QStringList pdfMetadataFaults(const QByteArray &xmp, const QHash<QByteArray, QString> &info);

} // namespace motcua::testsupport
