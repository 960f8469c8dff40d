// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BarChart.h"

#include "ui/widgets/Spoken.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <numeric>

namespace motcua {

namespace {

constexpr int Gap = 8;
constexpr int Margin = 4;
constexpr int Swatch = 24;
// Told apart in print and by whoever sees no colours: full, slanted lines, crossed lines.
constexpr std::array Patterns = {Qt::SolidPattern, Qt::BDiagPattern, Qt::DiagCrossPattern};

QString shown(qint64 number)
{
    return QLocale(QLocale::Vietnamese).toString(number);
}

qint64 total(const BarChart::Line &line)
{
    return std::accumulate(line.parts.cbegin(), line.parts.cend(), qint64{0});
}

} // namespace

BarChart::BarChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    speakAs(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void BarChart::setParts(const QStringList &names)
{
    m_parts = names;
    updateGeometry();
    update();
}

void BarChart::setLines(const QList<Line> &lines)
{
    if (lines == m_lines) {
        return;
    }
    const QString label = m_lines.value(m_line).label;
    m_lines = lines;
    const auto same = std::find_if(lines.cbegin(), lines.cend(), [&label](const Line &one) { return one.label == label; });
    m_line = lines.isEmpty() ? -1 : same == lines.cend() ? 0 : static_cast<int>(same - lines.cbegin());
    updateGeometry();
    update();
    say();
}

bool BarChart::walk(int key)
{
    const int line = m_line + (key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0);
    const int part = m_part + (key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0);
    const bool moves = (line != m_line) != (part != m_part);
    if (!moves || line < 0 || line >= m_lines.size() || part < 0 || part >= m_parts.size()) {
        return false;
    }
    m_line = line;
    m_part = part;
    update();
    say();
    return true;
}

QString BarChart::words(int line) const
{
    const Line one = m_lines.value(line);
    QStringList told;
    for (int part = 0; part < one.parts.size(); ++part) {
        told.append(m_parts.size() > 1 ? m_parts.value(part) + u' ' + shown(one.parts.at(part)) : shown(one.parts.at(part)));
    }
    return one.label + QStringLiteral(": ") + told.join(QStringLiteral(", "));
}

// The line that was walked to is spoken as the value of this one control; the whole is its description.
void BarChart::say()
{
    QStringList all;
    for (int line = 0; line < m_lines.size(); ++line) {
        all.append(words(line));
    }
    setAccessibleDescription(all.join(QStringLiteral("; ")));
    const QString title = property("title").toString();
    const QString part = m_parts.size() > 1 && m_line >= 0 ? QStringLiteral(", ") + m_parts.value(m_part) : QString();
    const QString name = m_line < 0 ? title : title + QStringLiteral(". ") + words(m_line) + part;
    if (accessibleName() != name) {
        setAccessibleName(name);
    }
}

int BarChart::rowHeight() const
{
    return std::max(24, fontMetrics().height() + 4);
}

int BarChart::legendHeight() const
{
    return m_parts.size() > 1 ? rowHeight() + Margin : 0;
}

int BarChart::labelWidth() const
{
    int width = 0;
    for (const Line &line : m_lines) {
        width = std::max(width, fontMetrics().horizontalAdvance(line.label));
    }
    return std::min(width + 2, QWidget::width() * 2 / 5); // what is measured is rounded
}

QString BarChart::numbers(const Line &line) const
{
    if (total(line) == 0) {
        return shown(0);
    }
    QStringList told;
    for (const qint64 part : line.parts) {
        told.append(shown(part));
    }
    return told.join(QStringLiteral(" + "));
}

QBrush BarChart::brush(int part) const
{
    return QBrush(palette().color(QPalette::Highlight), Patterns.at(static_cast<std::size_t>(std::clamp(part, 0, MostParts - 1))));
}

QSize BarChart::sizeHint() const
{
    return {320, legendHeight() + rowHeight() * std::max(1, static_cast<int>(m_lines.size())) + 2 * Margin};
}

QSize BarChart::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void BarChart::drawLegend(QPainter &painter) const
{
    int x = Margin;
    for (int part = 0; part < m_parts.size(); ++part) {
        const QRect swatch(x, Margin + (rowHeight() - 12) / 2, Swatch, 12);
        painter.fillRect(swatch, brush(part));
        painter.drawRect(swatch.adjusted(0, 0, -1, -1));
        x += Swatch + Gap;
        const int width = fontMetrics().horizontalAdvance(m_parts.at(part));
        painter.drawText(QRect(x, Margin, width + 1, rowHeight()), Qt::AlignVCenter, m_parts.at(part));
        x += width + 2 * Gap;
    }
}

void BarChart::drawLine(QPainter &painter, int index, qint64 most) const
{
    const Line &line = m_lines.at(index);
    const int top = Margin + legendHeight() + index * rowHeight();
    const QRect row(Margin, top, width() - 2 * Margin, rowHeight());
    const bool isCurrent = hasFocus() && index == m_line;
    if (isCurrent) {
        painter.fillRect(row, palette().color(QPalette::AlternateBase));
    }
    const int label = labelWidth();
    painter.drawText(QRect(row.left() + Margin, top, label, rowHeight()), Qt::AlignVCenter,
        fontMetrics().elidedText(line.label, Qt::ElideRight, label));
    int widest = 0;
    for (const Line &one : m_lines) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(numbers(one)));
    }
    const int left = row.left() + Margin + label + Gap;
    const int room = std::max(0, row.right() - Margin - widest - Gap - left);
    int x = left;
    for (int part = 0; part < line.parts.size(); ++part) {
        const qint64 value = line.parts.at(part);
        // One dossier among thousands is still a bar.
        const int length = most > 0 && value > 0 ? std::max(3, static_cast<int>(value * room / most)) : 0;
        if (length == 0) {
            continue;
        }
        const QRect bar(x, top + 5, length, rowHeight() - 10);
        painter.fillRect(bar, brush(part));
        painter.drawRect(bar.adjusted(0, 0, -1, -1));
        if (isCurrent && part == m_part && m_parts.size() > 1) {
            painter.fillRect(QRect(x, bar.bottom() + 2, length, 2), palette().color(QPalette::Highlight));
        }
        x += length;
    }
    painter.drawText(QRect(x + Gap, top, widest + 1, rowHeight()), Qt::AlignVCenter, numbers(line));
    if (isCurrent) {
        painter.save();
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(row.adjusted(1, 1, -1, -1));
        painter.restore();
    }
}

void BarChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    if (m_parts.size() > 1) {
        drawLegend(painter);
    }
    qint64 most = 0;
    for (const Line &line : m_lines) {
        most = std::max(most, total(line));
    }
    for (int index = 0; index < m_lines.size(); ++index) {
        drawLine(painter, index, most);
    }
}

void BarChart::mousePressEvent(QMouseEvent *event)
{
    const int row = (event->pos().y() - Margin - legendHeight()) / rowHeight();
    if (event->pos().y() < Margin + legendHeight() || row >= m_lines.size()) {
        return;
    }
    m_line = row;
    update();
    say();
    Q_EMIT chosen(m_line, m_part);
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && m_line >= 0) {
        Q_EMIT chosen(m_line, m_part);
        return;
    }
    QWidget::keyPressEvent(event);
}

void BarChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void BarChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void BarChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
}

} // namespace motcua
