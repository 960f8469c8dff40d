// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QPDFObjectHandle;

namespace motcua::testsupport {

/** What is wrong with the operators of a page: unknown ones, codes without a character or that show the glyph of what a font lacks, fonts the page does not have. */
[[nodiscard]] QStringList pdfPageTextFaults(const QPDFObjectHandle &page);

} // namespace motcua::testsupport
