// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace motcua::testsupport {

/**
 * What PDF/A-2u (ISO 19005-2:2011, level U) has against `pdf`, a sentence with its clause each; empty: nothing that can be told by looking. It covers what our papers are
 * made of: bytes (PdfBytes), limits, filters, colours, pictures, embedded fonts whose every code that is shown leads to a character, annotations as signatures have
 * them, actions, metadata in agreement with the information dictionary. What the standard allows and our papers never have (optional content, transparency, embedded
 * files) is a fault here. It is no replacement for a validator, only what stands between two looks with one.
 */
[[nodiscard]] QStringList pdfA2uFaults(const QByteArray &pdf);

} // namespace motcua::testsupport
