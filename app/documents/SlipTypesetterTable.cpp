// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipTypesetter.h"

#include <QPainter>

#include <algorithm>

namespace motcua {

namespace {

constexpr double CellSide = 1.2; // mm between a rule and the text beside it
constexpr double CellAir = 0.7; // mm above and below the text
constexpr double Rule = 0.18; // mm

} // namespace

void SlipTypesetter::addTable(const SlipBlock &block)
{
    if (m_values.items.isEmpty()) {
        return; // an older program asked with its reason alone
    }
    const auto header = std::make_shared<SlipPiece>(strip(block, headerCells(block), Strip::Header));
    SlipPiece first = *header;
    first.spaceBefore = spaced(1);
    first.staysWithPrevious = !m_pieces.isEmpty();
    m_pieces.append(first);
    for (qsizetype row = 0; row < m_values.items.size(); ++row) {
        const Cells cells = rowCells(block, row);
        SlipPiece whole = strip(block, cells, Strip::Row);
        whole.header = header;
        whole.staysWithPrevious = row == 0;
        // No row is torn but one that would leave half a page empty, or find room on none.
        if (header->height + whole.height > m_height / 2) {
            addTorn(block, cells, header);
        } else {
            m_pieces.append(whole);
        }
    }
}

void SlipTypesetter::addTorn(const SlipBlock &block, const Cells &cells, const std::shared_ptr<const SlipPiece> &header)
{
    qsizetype most = 0;
    for (const Lines &lines : cells) {
        most = std::max(most, lines.size());
    }
    for (qsizetype i = 0; i < most; ++i) {
        Cells line;
        for (const Lines &lines : cells) {
            line.append(lines.mid(i, 1));
        }
        const Strip kind = most == 1 ? Strip::Row : i == 0 ? Strip::First : i == most - 1 ? Strip::Last : Strip::Middle;
        SlipPiece piece = strip(block, line, kind);
        piece.header = header;
        // No single line is left alone, neither under the header nor on the next page.
        piece.staysWithPrevious = i == 1 || i == most - 1;
        m_pieces.append(piece);
    }
}

SlipTypesetter::Cells SlipTypesetter::headerCells(const SlipBlock &block)
{
    Cells cells;
    for (const SlipColumn &column : block.columns) {
        cells.append(centred(column.title, m_fonts.bold(0.92), columnWidth(column) - 2 * spaced(CellSide)));
    }
    return cells;
}

SlipTypesetter::Cells SlipTypesetter::rowCells(const SlipBlock &block, qsizetype row)
{
    const SlipWording &wording = m_form.wording();
    Cells cells;
    for (const SlipColumn &column : block.columns) {
        const double width = columnWidth(column) - 2 * spaced(CellSide);
        const Qt::Alignment alignment = column.isCentred ? Qt::AlignHCenter : Qt::AlignLeft;
        Lines lines;
        for (const QString &line : column.lines) {
            if (!wording.isEmptyRow(line, m_values, row)) {
                lines += broken({{wording.filledRow(line, m_values, row), m_fonts.regular()}}, width, alignment);
            }
        }
        if (!column.note.isEmpty() && !wording.isEmptyRow(column.note, m_values, row)) {
            lines += broken({{wording.filledRow(column.note, m_values, row), m_fonts.italic(0.95)}}, width, alignment);
        }
        cells.append(lines);
    }
    return cells;
}

SlipPiece SlipTypesetter::strip(const SlipBlock &block, const Cells &cells, Strip kind) const
{
    const bool begins = kind == Strip::Header || kind == Strip::Row || kind == Strip::First;
    const bool ends = kind == Strip::Header || kind == Strip::Row || kind == Strip::Last;
    double text = 0;
    for (const Lines &lines : cells) {
        text = std::max(text, heightOf(lines));
    }
    QList<double> edges = {0}; // of the columns, from the left
    for (const SlipColumn &column : block.columns) {
        edges.append(edges.constLast() + columnWidth(column));
    }
    const double rule = millimetres(Rule);
    const double side = spaced(CellSide);
    const double above = begins ? spaced(CellAir) : 0;
    const double height = above + text + (ends ? spaced(CellAir) : 0);
    return {.spaceBefore = 0,
        .height = height,
        .staysWithPrevious = false,
        .draw =
            [=](QPainter &painter, double x, double y) {
                const double width = edges.constLast();
                for (const double edge : edges) {
                    painter.fillRect(QRectF(x + std::min(edge, width - rule), y, rule, height), Qt::black);
                }
                if (kind == Strip::Header) {
                    painter.fillRect(QRectF(x, y, width, rule), Qt::black);
                }
                if (ends) {
                    painter.fillRect(QRectF(x, y + height - rule, width, rule), Qt::black);
                }
                for (qsizetype i = 0; i < cells.size(); ++i) {
                    const double down = kind == Strip::Header ? (text - heightOf(cells.at(i))) / 2 : 0;
                    draw(painter, cells.at(i), x + edges.at(i) + side, y + above + down);
                }
            },
        .header = {}};
}

} // namespace motcua
