// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipFonts.h"
#include "app/documents/SlipPiece.h"
#include "app/documents/TextSetter.h"
#include "models/catalogue/PrintedDeclaration.h"
#include "models/visit/SignatureStrokes.h"

namespace motcua {

/** Turns a filled declaration into strips as its official sheet has them: dotted lines to the margin, tables whose head is repeated, room to sign. */
class DeclarationTypesetter : private TextSetter
{
public:
    DeclarationTypesetter(const SlipFonts &fonts, double width, double dotsPerMillimetre);

    /** A signature that was drawn, and when: stands in the room of the one signer there is. */
    void setStrokes(const SignatureStrokes &strokes, const QString &at);

    /** The strips in order; RenderFailed when no installed font has a letter. */
    [[nodiscard]] Result<QList<SlipPiece>> pieces(const QList<PrintedBlock> &blocks);

private:
    void addBlock(const PrintedBlock &block);
    void addState();
    void addDated(const QString &text);
    void addParagraph(const QString &text);
    void addLine(const PrintedBlock &block);
    void addTable(const PrintedBlock &block);
    void addRow(const QList<Lines> &cells, const QList<double> &widths, bool isHead);
    void addSignatures(const PrintedBlock &block);
    void addSigners(const QList<QStringList> &signers);

    /** `text` in `font`, its boxes in a face that has them. */
    [[nodiscard]] Runs runsOf(const QString &text, const QFont &font) const;
    /** `runs` with dots in place of the gaps: to the end of the line where one line holds it all. */
    [[nodiscard]] Runs led(const Runs &runs, double width);
    [[nodiscard]] Runs part(const std::pair<QString, QString> &part) const;
    /** How wide each of the parts that share a line becomes. */
    [[nodiscard]] QList<double> shared(const QList<Runs> &parts, const QList<int> &shares, double width) const;
    [[nodiscard]] QList<double> columnsOf(const PrintedBlock &block) const;
    [[nodiscard]] QString dots(double width) const;

    SlipFonts m_fonts;
    double m_width;
    SignatureStrokes m_strokes;
    QString m_strokesAt;
    QList<SlipPiece> m_pieces;
};

} // namespace motcua
