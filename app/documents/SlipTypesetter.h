// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipFonts.h"
#include "app/documents/SlipPiece.h"
#include "app/documents/SlipTemplate.h"
#include "app/documents/SlipValues.h"
#include "app/documents/TextSetter.h"

#include <QList>
#include <QSizeF>

#include <memory>

namespace motcua {

/** Turns the blocks of a template and the values of a dossier into strips of text: everything wraps, nothing is clipped. */
class SlipTypesetter : private TextSetter
{
public:
    SlipTypesetter(const SlipTemplate &form, const SlipValues &values, const SlipFonts &fonts, QSizeF area, double dotsPerMillimetre);

    /** The strips in order; RenderFailed when no installed font has a letter. */
    [[nodiscard]] Result<QList<SlipPiece>> pieces();

private:
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

    void add(const Lines &lines, double spaceBefore, double indent = 0);
    Cells headerCells(const SlipBlock &block);
    Cells rowCells(const SlipBlock &block, qsizetype row);
    /** A row line by line, for one too high to stand in one piece. */
    void addTorn(const SlipBlock &block, const Cells &cells, const std::shared_ptr<const SlipPiece> &header);
    [[nodiscard]] SlipPiece strip(const SlipBlock &block, const Cells &cells, Strip kind) const;
    [[nodiscard]] double columnWidth(const SlipColumn &column) const { return m_width * column.width / 100; }
    Runs runsOf(const SlipField &field, double width);
    [[nodiscard]] QString filled(const QString &pattern) const;
    /** A gap as wide as it looks right beside the size of the text. */
    [[nodiscard]] double spaced(double length) const;

    const SlipTemplate &m_form;
    const SlipValues &m_values;
    SlipFonts m_fonts;
    double m_width;
    double m_height; ///< of a page
    QList<SlipPiece> m_pieces;
    bool m_afterHead = false; ///< nothing stands between the head and what is added now
};

} // namespace motcua
