// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/DeclarationDocument.h"

#include "app/documents/DeclarationTypesetter.h"
#include "app/documents/SheetPdf.h"
#include "app/documents/SlipValues.h"

namespace motcua {

namespace {

// NĐ 30/2020 Phụ lục I, mục I: 20 to 25 mm above and below, 30 to 35 on the left, 15 to 20 on the right; the foot stands in the margin below.
constexpr QMarginsF Margins(30, 20, 15, 15);
constexpr QMarginsF SmallMargins(20, 12, 12, 10); // A5
constexpr double FootAir = 2; // mm, or the last line of a table would run into that of the foot
// What Noto Serif needs to look as large as the 13 to 14 points of a narrower face that the decree asks for.
constexpr double Points = 11.5;
constexpr double SmallPoints = 9;

Result<SlipSheet> laidOut(const QList<PrintedBlock> &blocks, const DeclarationLayout &layout, const DeclarationMarks &marks)
{
    const bool isLarge = layout.paper == PaperSize::A4;
    const auto fonts = SlipFonts::installed(isLarge ? Points : SmallPoints, SheetPdf::DotsPerInch);
    if (!fonts) {
        return fonts.error();
    }
    const SheetFrame frame{.margins = isLarge ? Margins : SmallMargins,
        .footAir = FootAir,
        .band = marks.training ? marks.wording.training : QString(),
        .mark = {},
        .watermark = marks.training ? marks.wording.trainingWatermark : QString(),
        .footLeft = [foot = layout.name + QStringLiteral(" · ") + marks.sheet](int, int) { return foot; },
        .footRight = [wording = marks.wording](int page, int pages) { return wording.foot(wording.footRight, {}, page, pages); }};
    SlipSheet sheet(frame, *fonts, SheetPdf::page(layout.paper), SheetPdf::DotsPerMillimetre);
    DeclarationTypesetter typesetter(*fonts, sheet.textArea().width(), SheetPdf::DotsPerMillimetre);
    typesetter.setStrokes(marks.strokes, marks.strokesAt);
    const auto pieces = typesetter.pieces(blocks);
    if (!pieces) {
        return pieces.error();
    }
    if (const auto dealt = sheet.deal(*pieces); !dealt) {
        return dealt.error();
    }
    return sheet;
}

} // namespace

Result<DeclarationPdf> DeclarationDocument::render(
    const QList<PrintedBlock> &blocks, const DeclarationLayout &layout, const DeclarationMarks &marks)
{
    const Result<SlipSheet> sheet = laidOut(blocks, layout, marks);
    if (!sheet) {
        return sheet.error();
    }
    const Result<QByteArray> pdf = SheetPdf::of(*sheet, layout.paper, layout.name);
    if (!pdf) {
        return pdf.error();
    }
    return DeclarationPdf{*pdf, static_cast<int>(sheet->pages())};
}

Result<QList<QImage>> DeclarationDocument::pictures(
    const QList<PrintedBlock> &blocks, const DeclarationLayout &layout, const DeclarationMarks &marks, int dotsPerInch)
{
    const Result<SlipSheet> sheet = laidOut(blocks, layout, marks);
    if (!sheet) {
        return sheet.error();
    }
    return SheetPdf::pictures(*sheet, layout.paper, dotsPerInch);
}

} // namespace motcua
