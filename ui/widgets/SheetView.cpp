// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SheetView.h"

#include <QPainter>

#include <algorithm>

namespace motcua {

namespace {

constexpr int Gap = 16; // px between pages
constexpr int Edge = 1; // px of the line around a page

} // namespace

SheetView::SheetView(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SheetView::setPages(const QList<QImage> &pages)
{
    m_pages = pages;
    updateGeometry();
    update();
}

QSize SheetView::sizeHint() const
{
    int widest = 0;
    for (const QImage &page : m_pages) {
        widest = std::max(widest, page.width() + 2 * Edge);
    }
    return {widest, heightForWidth(widest)};
}

int SheetView::heightForWidth(int width) const
{
    const QList<QRect> all = places(width);
    return all.isEmpty() ? 0 : all.constLast().bottom() + 1 + Edge;
}

QList<QRect> SheetView::places(int width) const
{
    QList<QRect> all;
    int y = Edge;
    for (const QImage &page : m_pages) {
        const int wide = std::max(1, std::min(width - 2 * Edge, page.width()));
        const int high = page.height() * wide / page.width();
        all.append({(width - wide) / 2, y, wide, high});
        y += high + Gap;
    }
    return all;
}

void SheetView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QList<QRect> all = places(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        painter.fillRect(all.at(i).adjusted(-Edge, -Edge, Edge, Edge), palette().color(QPalette::Mid));
        painter.drawImage(all.at(i), m_pages.at(i));
    }
}

} // namespace motcua
