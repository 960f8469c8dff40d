// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/SignatureBlock.h"

#include "app/documents/PrintableText.h"
#include "app/documents/SheetPdf.h"
#include "app/documents/SlipFonts.h"
#include "app/documents/TextSetter.h"
#include "models/base/VietnamTime.h"

#include <cmath>

namespace motcua::evidence {

namespace {

constexpr double TextPoints = 10;
constexpr double DotsPerPoint = SheetPdf::DotsPerInch / 72.0;

} // namespace

QString shownTime(const QDateTime &at)
{
    return vietnamTime(at.toMSecsSinceEpoch()).toString(QStringLiteral("dd-MM-yyyy hh:mm:ss")) + QStringLiteral(" +07:00");
}

Result<SignatureBlock> SignatureBlock::of(const SignatureLook &look)
{
    const Result<SlipFonts> fonts = SlipFonts::installed(TextPoints, SheetPdf::DotsPerInch);
    if (!fonts) {
        return fonts.error();
    }
    TextSetter setter(SheetPdf::DotsPerMillimetre);
    TextSetter::Lines lines;
    for (const QString &text : {printableText(look.agency), shownTime(look.at), printableText(look.mark)}) {
        lines += setter.broken({{text, fonts->regular()}}, WidestPoints * DotsPerPoint);
    }
    if (!setter.fault().isEmpty()) {
        return Error{ErrorCode::RenderFailed, setter.fault()};
    }
    double widest = 0;
    for (const TextSetter::Line &line : std::as_const(lines)) {
        widest = std::max(widest, line.width);
    }
    const QSizeF points(std::ceil(widest / DotsPerPoint) + 1, std::ceil(TextSetter::heightOf(lines) / DotsPerPoint) + 1);
    const QPageSize paper(points, QPageSize::Point, QStringLiteral("signature"), QPageSize::ExactMatch);
    const Result<QByteArray> drawn = SheetPdf::drawn(paper, QStringLiteral("signature"), [&lines](QPainter &painter) { TextSetter::draw(painter, lines, 0, 0); });
    return drawn ? Result<SignatureBlock>(SignatureBlock{*drawn, points}) : drawn.error();
}

} // namespace motcua::evidence
