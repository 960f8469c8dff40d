// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SheetFrame.h"
#include "app/documents/SlipFonts.h"
#include "app/documents/SlipPiece.h"

#include <QList>
#include <QRectF>
#include <QSizeF>

class QPainter;

namespace motcua {

/** Deals strips out over pages that each say what they are: marks on top, watermark beneath, code and page number at the foot. */
class SlipSheet
{
public:
    SlipSheet(SheetFrame frame, const SlipFonts &fonts, QSizeF page, double dotsPerMillimetre);

    [[nodiscard]] QSizeF textArea() const { return m_area.size(); }

    /** RenderFailed when a strip with those that stay with it is higher than a page. */
    [[nodiscard]] Result<> deal(const QList<SlipPiece> &pieces);

    [[nodiscard]] qsizetype pages() const { return m_pages.size(); }

    /** Paints a page of pages() in device dots. */
    void paint(QPainter &painter, qsizetype page) const;

private:
    void paintWatermark(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintFoot(QPainter &painter, qsizetype page) const;
    [[nodiscard]] double millimetres(double length) const { return length * m_dotsPerMillimetre; }

    struct Placed
    {
        SlipPiece piece = {};
        double y = 0;
    };

    SheetFrame m_frame;
    SlipFonts m_fonts;
    QSizeF m_page;
    double m_dotsPerMillimetre;
    QRectF m_area; ///< between the marks and the foot
    double m_top = 0; ///< where the marks begin
    QList<QList<Placed>> m_pages;
};

} // namespace motcua
