// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipSheet.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace motcua {

namespace {

constexpr double BandHeight = 7.5; // mm
constexpr double MarkHeight = 7; // mm
constexpr double MarkGap = 2; // mm under band and mark

} // namespace

SlipSheet::SlipSheet(SheetFrame frame, const SlipFonts &fonts, QSizeF page, double dotsPerMillimetre)
    : m_frame(std::move(frame))
    , m_fonts(fonts)
    , m_page(page)
    , m_dotsPerMillimetre(dotsPerMillimetre)
{
    const QMarginsF margins = m_frame.margins * dotsPerMillimetre;
    m_top = margins.top();
    double top = m_top;
    if (!m_frame.band.isEmpty()) {
        top += millimetres(BandHeight + MarkGap);
    }
    if (!m_frame.mark.isEmpty()) {
        top += millimetres(MarkHeight + MarkGap);
    }
    m_area = QRectF(margins.left(), top, page.width() - margins.left() - margins.right(),
        page.height() - top - margins.bottom() - millimetres(m_frame.footHeight + m_frame.footAir));
}

Result<> SlipSheet::deal(const QList<SlipPiece> &pieces)
{
    m_pages = {{}};
    double y = 0;
    for (qsizetype first = 0; first < pieces.size();) {
        qsizetype end = first + 1;
        while (end < pieces.size() && pieces.at(end).staysWithPrevious) {
            ++end;
        }
        double height = 0;
        for (qsizetype i = first; i < end; ++i) {
            height += pieces.at(i).height + (i == first ? 0 : pieces.at(i).spaceBefore);
        }
        const std::shared_ptr<const SlipPiece> &header = pieces.at(first).header;
        if (height + (header ? header->height : 0) > m_area.height()) {
            return Error{ErrorCode::RenderFailed, u"page: a block is higher than the sheet"_qs};
        }
        double space = m_pages.constLast().isEmpty() ? 0 : pieces.at(first).spaceBefore;
        if (y + space + height > m_area.height()) {
            m_pages.append(QList<Placed>());
            y = 0;
            space = 0;
            if (header) {
                m_pages.last().append({*header, y});
                y += header->height;
            }
        }
        for (qsizetype i = first; i < end; ++i) {
            y += i == first ? space : pieces.at(i).spaceBefore;
            m_pages.last().append({pieces.at(i), y});
            y += pieces.at(i).height;
        }
        first = end;
    }
    return {};
}

void SlipSheet::paint(QPainter &painter, qsizetype page) const
{
    paintWatermark(painter);
    paintMarks(painter);
    for (const Placed &placed : m_pages.at(page)) {
        placed.piece.draw(painter, m_area.left(), m_area.top() + placed.y);
    }
    paintFoot(painter, page);
}

// Beneath the text and opaque, because PDF/A-1 knows no transparency (ISO 19005-1 §6.4).
void SlipSheet::paintWatermark(QPainter &painter) const
{
    if (m_frame.watermark.isEmpty()) {
        return;
    }
    // An outline, not text: letters strewn over the page would end up between the words of whoever extracts or hears them.
    QPainterPath outline;
    outline.addText(QPointF(), m_fonts.bold(), m_frame.watermark);
    const QRectF box = outline.boundingRect();
    const double scale = std::hypot(m_page.width(), m_page.height()) * 0.66 / box.width();
    painter.save();
    painter.translate(m_page.width() / 2, m_page.height() / 2);
    painter.rotate(-qRadiansToDegrees(std::atan2(m_page.height(), m_page.width())));
    painter.scale(scale, scale);
    painter.translate(-box.center());
    painter.fillPath(outline, QColor(0xe6, 0xe6, 0xe6));
    painter.restore();
}

void SlipSheet::paintMarks(QPainter &painter) const
{
    painter.save();
    double y = m_top;
    if (!m_frame.band.isEmpty()) {
        const QRectF band(m_area.left(), y, m_area.width(), millimetres(BandHeight));
        painter.fillRect(band, Qt::black);
        painter.setPen(Qt::white);
        painter.setFont(m_fonts.band());
        painter.drawText(band, Qt::AlignCenter, m_frame.band);
        y += millimetres(BandHeight + MarkGap);
    }
    if (const QString &mark = m_frame.mark; !mark.isEmpty()) {
        painter.setFont(m_fonts.band());
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(mark) + millimetres(8);
        const QRectF box(m_area.right() - width, y, width, millimetres(MarkHeight));
        painter.fillRect(box, Qt::white);
        painter.setPen(QPen(Qt::black, millimetres(0.4)));
        painter.drawRect(box.adjusted(millimetres(0.2), millimetres(0.2), -millimetres(0.2), -millimetres(0.2)));
        painter.drawText(box, Qt::AlignCenter, mark);
    }
    painter.restore();
}

void SlipSheet::paintFoot(QPainter &painter, qsizetype page) const
{
    const int number = static_cast<int>(page) + 1;
    const int all = static_cast<int>(m_pages.size());
    const double bottom = m_page.height() - millimetres(m_frame.margins.bottom());
    const double height = millimetres(m_frame.footHeight - 1);
    const QRectF foot(m_area.left(), bottom - height, m_area.width(), height);
    painter.save();
    painter.fillRect(QRectF(foot.left(), foot.top(), foot.width(), millimetres(0.1)), Qt::black);
    painter.setPen(Qt::black);
    painter.setFont(m_fonts.foot());
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, m_frame.footLeft(number, all));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, m_frame.footRight(number, all));
    painter.restore();
}

} // namespace motcua
