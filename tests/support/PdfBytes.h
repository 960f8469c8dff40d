// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace motcua::testsupport {

/**
 * What ISO 19005-2, 6.1.2 to 6.1.9 has against the bytes of a file with plain tables of objects: header, end, every table and what follows it up to the first, where
 * objects begin and end, how long streams are. It reads for itself, so it believes neither who wrote the file nor a reader that repairs what it reads.
 */
[[nodiscard]] QStringList pdfByteFaults(const QByteArray &pdf);

} // namespace motcua::testsupport
