// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipDocument.h"

#include "app/documents/SlipSheet.h"
#include "app/documents/SlipTypesetter.h"

#include <QBuffer>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace motcua {

namespace {

constexpr int DotsPerInch = 1200;
constexpr double DotsPerMillimetre = DotsPerInch / 25.4;

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

QPageSize pageSize(const SlipTemplate &form)
{
    return QPageSize(form.paper() == PaperSize::A4 ? QPageSize::A4 : QPageSize::A5);
}

/** The sheet as it will be painted, whatever on; `form` and `values` must outlive it. */
Result<SlipSheet> laidOut(const SlipTemplate &form, const SlipValues &values)
{
    const QString fault = faultOf(form, values);
    if (!fault.isEmpty()) {
        return Error{ErrorCode::Invalid, fault};
    }
    const auto fonts = SlipFonts::installed(form.textPoints(), DotsPerInch);
    if (!fonts) {
        return fonts.error();
    }
    SlipSheet sheet(form, values, *fonts, pageSize(form).sizePixels(DotsPerInch), DotsPerMillimetre);
    SlipTypesetter typesetter(form, values, *fonts, sheet.textArea(), DotsPerMillimetre);
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
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(DotsPerInch);
    writer.setPageSize(pageSize(form));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(form.form() + u' ' + form.name());
    writer.setCreator(u"motcua " MOTCUA_VERSION ""_qs);
    QPainter painter;
    if (!painter.begin(&writer)) {
        return Error{ErrorCode::RenderFailed, u"pdf: the painter did not begin"_qs};
    }
    for (qsizetype page = 0; page < sheet->pages(); ++page) {
        if (page > 0) {
            writer.newPage();
        }
        sheet->paint(painter, page);
    }
    if (!painter.end()) {
        return Error{ErrorCode::RenderFailed, u"pdf: the painter did not end"_qs};
    }
    return pdf;
}

Result<QList<QImage>> SlipDocument::pictures(const SlipTemplate &form, const SlipValues &values, int dotsPerInch)
{
    const Result<SlipSheet> sheet = laidOut(form, values);
    if (!sheet) {
        return sheet.error();
    }
    const double scale = double(dotsPerInch) / DotsPerInch;
    QList<QImage> pages;
    for (qsizetype page = 0; page < sheet->pages(); ++page) {
        QImage picture(pageSize(form).sizePixels(dotsPerInch), QImage::Format_RGB32);
        if (picture.isNull()) {
            return Error{ErrorCode::RenderFailed, u"picture: no room in memory"_qs};
        }
        picture.fill(Qt::white);
        QPainter painter(&picture);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        sheet->paint(painter, page);
        painter.end();
        pages.append(picture);
    }
    return pages;
}

} // namespace motcua
