// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipDocument.h"

#include "app/documents/SheetPdf.h"
#include "app/documents/SlipTypesetter.h"

namespace motcua {

namespace {

constexpr double FootHeight = 5; // mm beside a text of 9.5 points, with the air above it
constexpr double FootPoints = 9.5;

QString faultOf(const SlipTemplate &form, const SlipValues &values)
{
    if (values.mark == SlipMark::Copy && values.copyNumber < 1) {
        return u"copy: it has no number"_qs;
    }
    if (values.mark == SlipMark::Draft) {
        return {};
    }
    if (values.code.isEmpty() && !form.mayLackCode()) {
        return u"code: missing"_qs;
    }
    for (const QChar c : values.code) {
        if (c < u'!' || c > u'~') {
            return u"code: not printable ASCII"_qs;
        }
    }
    QList<std::pair<QString, QDateTime>> needed = {{u"decidedAt"_qs, values.decidedAt}, {u"dueBefore"_qs, values.dueBefore}};
    if (!form.mayLackCode()) { // who was turned away was promised nothing
        needed += {{u"receivedAt"_qs, values.receivedAt}, {u"dueAt"_qs, values.dueAt}};
    }
    for (const auto &[name, time] : std::as_const(needed)) {
        if (form.writes(name) && !time.isValid()) {
            return QStringLiteral("times: %1 is missing").arg(name);
        }
    }
    return {};
}

/** `form` and `values` must outlive it. */
SheetFrame frameOf(const SlipTemplate &form, const SlipValues &values)
{
    const SlipWording &wording = form.wording();
    const double margin = form.marginMillimetres();
    return {.margins = QMarginsF(margin, margin, margin, margin),
        .footHeight = FootHeight * form.textPoints() / FootPoints,
        .footAir = 0,
        .band = values.training ? wording.training : QString(),
        .mark = wording.markOf(values),
        .watermark = values.mark == SlipMark::Draft ? wording.draft
            : values.training                       ? wording.trainingWatermark
                                                    : QString(),
        .footLeft = [&wording, &values](int page, int pages) { return wording.foot(wording.footLeft, values, page, pages); },
        .footRight = [&wording, &values](int page, int pages) { return wording.foot(wording.footRight, values, page, pages); }};
}

/** The sheet as it will be painted, whatever on; `form` and `values` must outlive it. */
Result<SlipSheet> laidOut(const SlipTemplate &form, const SlipValues &values)
{
    const QString fault = faultOf(form, values);
    if (!fault.isEmpty()) {
        return Error{ErrorCode::Invalid, fault};
    }
    const auto fonts = SlipFonts::installed(form.textPoints(), SheetPdf::DotsPerInch);
    if (!fonts) {
        return fonts.error();
    }
    SlipSheet sheet(frameOf(form, values), *fonts, SheetPdf::page(form.paper()), SheetPdf::DotsPerMillimetre);
    SlipTypesetter typesetter(form, values, *fonts, sheet.textArea(), SheetPdf::DotsPerMillimetre);
    const auto pieces = typesetter.pieces();
    if (!pieces) {
        return pieces.error();
    }
    if (const auto dealt = sheet.deal(*pieces); !dealt) {
        return dealt.error();
    }
    return sheet;
}

} // namespace

Result<QByteArray> SlipDocument::render(const SlipTemplate &form, const SlipValues &values)
{
    const Result<SlipSheet> sheet = laidOut(form, values);
    if (!sheet) {
        return sheet.error();
    }
    return SheetPdf::of(*sheet, form.paper(), form.form() + u' ' + form.name());
}

Result<QByteArray> SlipDocument::together(const QList<FilledSlip> &slips)
{
    QList<SlipSheet> sheets;
    for (const FilledSlip &slip : slips) {
        if (slip.form.paper() != slips.constFirst().form.paper()) {
            return Error{ErrorCode::Invalid, u"together: not one paper"_qs};
        }
        const Result<SlipSheet> sheet = laidOut(slip.form, slip.values);
        if (!sheet) {
            return sheet.error();
        }
        sheets.append(*sheet);
    }
    if (sheets.isEmpty()) {
        return Error{ErrorCode::Invalid, u"together: no sheet"_qs};
    }
    const SlipTemplate &form = slips.constFirst().form;
    return SheetPdf::together(sheets, form.paper(), form.form() + u' ' + form.name());
}

Result<QList<QImage>> SlipDocument::pictures(const SlipTemplate &form, const SlipValues &values, int dotsPerInch)
{
    const Result<SlipSheet> sheet = laidOut(form, values);
    if (!sheet) {
        return sheet.error();
    }
    return SheetPdf::pictures(*sheet, form.paper(), dotsPerInch);
}

} // namespace motcua
