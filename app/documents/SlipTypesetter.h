// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipFonts.h"
#include "app/documents/SlipPiece.h"
#include "app/documents/SlipTemplate.h"
#include "app/documents/SlipValues.h"

#include <QList>
#include <QSizeF>

#include <memory>

class QPainter;
class QTextLayout;

namespace motcua {

/** Turns the blocks of a template and the values of a dossier into strips of text: everything wraps, nothing is clipped. */
class SlipTypesetter
{
public:
    SlipTypesetter(const SlipTemplate &form, const SlipValues &values, const SlipFonts &fonts, QSizeF area, double dotsPerMillimetre);

    /** The strips in order; RenderFailed when no installed font has a letter. */
    [[nodiscard]] Result<QList<SlipPiece>> pieces();

private:
    struct Run
    {
        QString text = {};
        QFont font = {};
    };
    struct Line
    {
        std::shared_ptr<QTextLayout> layout = {};
        int index = 0;
        double x = 0;
        double width = 0;
        double height = 0;
    };
    using Runs = QList<Run>;
    using Lines = QList<Line>;
    using Cells = QList<Lines>; ///< of one row, by column
    enum class Strip { Header, Row, First, Middle, Last }; ///< of a table; the last three of a row that is torn

    void addBlock(const SlipBlock &block);
    void addHead(const SlipBlock &block);
    void addCode(const SlipBlock &block);
    void addFields(const SlipBlock &block);
    void addPapers(const SlipBlock &block);
    void addText(const SlipBlock &block);
    void addTable(const SlipBlock &block);
    void addSignatures(const SlipBlock &block);

    /** `runs` broken into lines `width` wide: the first begins `first`, all others `hanging` from the left. */
    Lines broken(const Runs &runs, double width, Qt::Alignment alignment = Qt::AlignLeft, double first = 0, double hanging = 0);
    /** `text` in the middle of `width`, no word left alone on its last line. */
    Lines centred(const QString &text, const QFont &font, double width);
    void add(const Lines &lines, double spaceBefore, double indent = 0);
    Cells headerCells(const SlipBlock &block);
    Cells rowCells(const SlipBlock &block, qsizetype row);
    /** A row line by line, for one too high to stand in one piece. */
    void addTorn(const SlipBlock &block, const Cells &cells, const std::shared_ptr<const SlipPiece> &header);
    [[nodiscard]] SlipPiece strip(const SlipBlock &block, const Cells &cells, Strip kind) const;
    [[nodiscard]] double columnWidth(const SlipColumn &column) const { return m_width * column.width / 100; }
    Runs runsOf(const SlipField &field, double width);
    [[nodiscard]] double naturalWidth(const Runs &runs) const;
    [[nodiscard]] QString filled(const QString &pattern) const;
    [[nodiscard]] double millimetres(double length) const { return length * m_dotsPerMillimetre; }
    /** A gap as wide as it looks right beside the size of the text. */
    [[nodiscard]] double spaced(double length) const;
    static double heightOf(const Lines &lines);
    static double draw(QPainter &painter, const Lines &lines, double x, double y);

    const SlipTemplate &m_form;
    const SlipValues &m_values;
    SlipFonts m_fonts;
    double m_width;
    double m_height; ///< of a page
    double m_dotsPerMillimetre;
    QList<SlipPiece> m_pieces;
    bool m_afterHead = false; ///< nothing stands between the head and what is added now
    QString m_fault;
};

} // namespace motcua
