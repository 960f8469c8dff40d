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

QString faultOf(const SlipValues &values)
{
    if (values.mark == SlipMark::Copy && values.copyNumber < 1) {
        return u"copy: it has no number"_qs;
    }
    if (values.mark == SlipMark::Draft) {
        return {};
    }
    if (values.code.isEmpty()) {
        return u"code: missing"_qs;
    }
    for (const QChar c : values.code) {
        if (c < u'!' || c > u'~') {
            return u"code: not printable ASCII"_qs;
        }
    }
    return values.receivedAt.isValid() && values.dueAt.isValid() ? QString() : u"times: received or due is missing"_qs;
}

} // namespace

Result<QByteArray> SlipDocument::render(const SlipTemplate &form, const SlipValues &values)
{
    const QString fault = faultOf(values);
    if (!fault.isEmpty()) {
        return Error{ErrorCode::Invalid, fault};
    }
    const auto fonts = SlipFonts::installed(form.textPoints(), DotsPerInch);
    if (!fonts) {
        return fonts.error();
    }

    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(DotsPerInch);
    writer.setPageSize(QPageSize(form.paper() == PaperSize::A4 ? QPageSize::A4 : QPageSize::A5));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(form.form() + u' ' + form.name());
    writer.setCreator(u"motcua " MOTCUA_VERSION ""_qs);

    SlipSheet sheet(form, values, *fonts, QSizeF(writer.width(), writer.height()), DotsPerMillimetre);
    SlipTypesetter typesetter(form, values, *fonts, sheet.textWidth(), DotsPerMillimetre);
    const auto pieces = typesetter.pieces();
    if (!pieces) {
        return pieces.error();
    }
    if (const auto dealt = sheet.deal(*pieces); !dealt) {
        return dealt.error();
    }
    QPainter painter;
    if (!painter.begin(&writer)) {
        return Error{ErrorCode::RenderFailed, u"pdf: the painter did not begin"_qs};
    }
    sheet.paint(painter, writer);
    if (!painter.end()) {
        return Error{ErrorCode::RenderFailed, u"pdf: the painter did not end"_qs};
    }
    return pdf;
}

} // namespace motcua
