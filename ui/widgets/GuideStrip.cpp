// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/GuideStrip.h"

#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>
#include <QScrollBar>

#include <algorithm>

namespace motcua {

GuideStrip::GuideStrip(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("guideStrip"));
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    auto *content = new QWidget;
    content->setProperty("ground", QStringLiteral("surface"));
    content->setAttribute(Qt::WA_StyledBackground);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(16, 8, 16, 8);
    m_columns->setSpacing(24);
    setWidget(content);
}

void GuideStrip::setBlocks(const QList<GuideBlock> &blocks)
{
    if (blocks == m_blocks) {
        return;
    }
    m_blocks = blocks;
    while (QLayoutItem *item = m_columns->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList spoken;
    for (const GuideBlock &block : blocks) {
        auto *column = new QWidget(widget());
        auto *lines = new QGridLayout(column);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setHorizontalSpacing(8);
        lines->setVerticalSpacing(4);
        lines->setColumnStretch(1, 1);
        auto *title = new WrapLabel(column);
        title->setText(block.title);
        title->setProperty("level", QStringLiteral("section"));
        lines->addWidget(title, 0, 0, 1, 2);
        spoken.append(block.title);
        for (int line = 0; line < block.lines.size(); ++line) {
            auto *point = new QLabel(QStringLiteral("·"), column);
            auto *words = new WrapLabel(column);
            words->setText(block.lines.at(line));
            lines->addWidget(point, line + 1, 0, Qt::AlignTop);
            lines->addWidget(words, line + 1, 1);
            spoken.append(block.lines.at(line));
        }
        lines->setRowStretch(static_cast<int>(block.lines.size()) + 1, 1);
        m_columns->addWidget(column, m_upright ? 0 : 1);
        column->show();
    }
    if (m_upright) {
        m_columns->addStretch(1);
    }
    setAccessibleName(spoken.join(QStringLiteral(". ")));
}

void GuideStrip::setUpright(bool upright)
{
    if (upright == m_upright) {
        return;
    }
    m_upright = upright;
    restyle(this, "upright", upright);
    m_columns->setDirection(upright ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int side = upright ? 0 : 16; // upright it stands within the margins of its column
    m_columns->setContentsMargins(side, 8, side, 8);
    m_columns->setSpacing(upright ? 12 : 24);
    setMinimumHeight(0);
    setMaximumHeight(QWIDGETSIZE_MAX);
    // Upright it asks for no height of its own: what it wanted would be taken from the bars above and below.
    setSizePolicy(QSizePolicy::Preferred, upright ? QSizePolicy::Ignored : QSizePolicy::Preferred);
    setBlocks({});
}

void GuideStrip::fit(int width, int most)
{
    const int needed = widget()->heightForWidth(width - 2 * frameWidth()) + 2 * frameWidth();
    setFixedHeight(std::clamp(needed, 0, most));
}

bool GuideStrip::goOn()
{
    QScrollBar *bar = verticalScrollBar();
    if (bar->value() >= bar->maximum()) {
        return false;
    }
    // The last line that was in sight stays: it may have been cut off.
    bar->setValue(bar->value() + std::max(fontMetrics().lineSpacing(), viewport()->height() - fontMetrics().lineSpacing()));
    return true;
}

void GuideStrip::hideEvent(QHideEvent *event)
{
    verticalScrollBar()->setValue(0); // it is read from the beginning again
    QScrollArea::hideEvent(event);
}

} // namespace motcua
