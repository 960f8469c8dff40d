// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipSheet.h"
#include "models/base/PaperSize.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPageSize>

#include <functional>

class QPainter;

namespace motcua {

/** Sheets as PDF/A-1b (ISO 19005-1): fonts embedded, text extractable, and of metadata a title alone. */
class SheetPdf
{
public:
    static constexpr int DotsPerInch = 1200;
    static constexpr double DotsPerMillimetre = DotsPerInch / 25.4;

    /** The page a sheet is to be laid out for, in dots. */
    [[nodiscard]] static QSizeF page(PaperSize paper);

    /** `title` goes into the metadata: nothing personal in it. RenderFailed. */
    [[nodiscard]] static Result<QByteArray> of(const SlipSheet &sheet, PaperSize paper, const QString &title);

    /** Several sheets as one file, each from a page of its own on, as of() paints it. */
    [[nodiscard]] static Result<QByteArray> together(const QList<SlipSheet> &sheets, PaperSize paper, const QString &title);

    /** One page that `draw` draws, in dots. */
    [[nodiscard]] static Result<QByteArray> drawn(const QPageSize &paper, const QString &title, const std::function<void(QPainter &)> &draw);

    /** The same pages as pictures of so many dots an inch; lines break where they do on paper. RenderFailed: no room in memory. */
    [[nodiscard]] static Result<QList<QImage>> pictures(const SlipSheet &sheet, PaperSize paper, int dotsPerInch);
};

} // namespace motcua
