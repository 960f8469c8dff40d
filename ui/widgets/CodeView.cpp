// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CodeView.h"

#include <QEvent>
#include <QFontInfo>
#include <QPainter>

#include <algorithm>

namespace motcua {

namespace {

// At 96 dpi a module of 4 px is 1 mm: a telephone reads it from an arm's length across the desk.
constexpr int ModulePixels = 4;
constexpr int BasePixels = 14; // of the font at 100 %

} // namespace

CodeView::CodeView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    fit();
}

void CodeView::setSymbol(const std::optional<CodeSymbol> &symbol)
{
    m_symbol = symbol;
    fit();
    update();
}

void CodeView::paintEvent(QPaintEvent *)
{
    if (m_symbol) {
        QPainter painter(this);
        m_symbol->draw(painter, rect());
    }
}

void CodeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

void CodeView::fit()
{
    const int module = std::max(ModulePixels, QFontInfo(font()).pixelSize() * ModulePixels / BasePixels);
    setFixedSize(m_symbol ? QSize(m_symbol->columns() * module, m_symbol->rows() * module) : QSize(0, 0));
}

} // namespace motcua
