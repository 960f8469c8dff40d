// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace motcua {

struct CopyFacts;

/** CopyFacts as a PDF says them, twice: in its information dictionary and in XMP. Both are made here so that they agree. */
struct CopyMetadata
{
    QString title = {};
    QString subject = {};
    QString maker = {};
    QDateTime madeAt = {}; ///< on the wall clock of Vietnam, whole seconds; invalid: nothing is said of the time

    explicit CopyMetadata(const CopyFacts &facts);

    /** The time as ISO 32000-1, 7.9.4 writes it; empty: none. */
    [[nodiscard]] QByteArray pdfDate() const;
    /** The XMP packet (ISO 16684-1) that declares PDF/A-2u. */
    [[nodiscard]] QByteArray xmp() const;
};

} // namespace motcua
