// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/scan/PageText.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace motcua {

/** One page of an electronic copy. */
struct CopyPage
{
    QByteArray jpeg = {}; ///< as PageReader made it; goes in as it is, so nothing is lost twice
    QSize pixels = {};
    int dpi = 0; ///< the page is 1:1; 0: it is fitted to A4
    bool isColour = true;
    PageText text = {}; ///< laid invisibly over it; empty: none
};

/** What a copy says of itself. */
struct CopyFacts
{
    QString title = {}; ///< of the paper, never of a person
    QString subject = {}; ///< what was copied from, e.g. "original seen", in words for people
    QString maker = {}; ///< the agency
    QDateTime madeAt = {};
};

/**
 * The electronic copy of a paper: PDF/A-2u (ISO 19005-2), a page for each page, at its real size, its text searchable. Nothing else goes in: no metadata of pictures, no
 * name of a person or machine. The same pages and facts give the same bytes.
 *
 * Errors: Invalid (no page, or one without pixels), RenderFailed.
 */
[[nodiscard]] Result<QByteArray> paperCopy(const QList<CopyPage> &pages, const CopyFacts &facts);

} // namespace motcua
