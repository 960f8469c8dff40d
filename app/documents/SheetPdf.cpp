// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SheetPdf.h"

#include <QBuffer>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <utility>

namespace motcua {

namespace {

QPageSize sizeOf(PaperSize paper)
{
    return QPageSize(paper == PaperSize::A4 ? QPageSize::A4 : QPageSize::A5);
}

Result<QByteArray> written(const QPageSize &paper, const QString &title, const std::function<void(QPainter &, QPdfWriter &)> &draw)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(SheetPdf::DotsPerInch);
    writer.setPageSize(paper);
    writer.setPageMargins(QMarginsF());
    writer.setTitle(title);
    writer.setCreator(u"motcua " MOTCUA_VERSION ""_qs);

    QPainter painter;
    if (!painter.begin(&writer)) {
        return Error{ErrorCode::RenderFailed, u"pdf: the painter did not begin"_qs};
    }
    draw(painter, writer);
    if (!painter.end()) {
        return Error{ErrorCode::RenderFailed, u"pdf: the painter did not end"_qs};
    }
    return pdf;
}

} // namespace

QSizeF SheetPdf::page(PaperSize paper)
{
    return sizeOf(paper).sizePixels(DotsPerInch);
}

Result<QByteArray> SheetPdf::of(const SlipSheet &sheet, PaperSize paper, const QString &title)
{
    return together({sheet}, paper, title);
}

Result<QByteArray> SheetPdf::together(const QList<SlipSheet> &sheets, PaperSize paper, const QString &title)
{
    return written(sizeOf(paper), title, [&sheets](QPainter &painter, QPdfWriter &writer) {
        bool isFirst = true;
        for (const SlipSheet &sheet : sheets) {
            for (qsizetype page = 0; page < sheet.pages(); ++page) {
                if (!std::exchange(isFirst, false)) {
                    writer.newPage();
                }
                sheet.paint(painter, page);
            }
        }
    });
}

Result<QByteArray> SheetPdf::drawn(const QPageSize &paper, const QString &title, const std::function<void(QPainter &)> &draw)
{
    return written(paper, title, [&draw](QPainter &painter, QPdfWriter &) { draw(painter); });
}

Result<QList<QImage>> SheetPdf::pictures(const SlipSheet &sheet, PaperSize paper, int dotsPerInch)
{
    const double scale = double(dotsPerInch) / DotsPerInch;
    QList<QImage> pages;
    for (qsizetype page = 0; page < sheet.pages(); ++page) {
        QImage picture(sizeOf(paper).sizePixels(dotsPerInch), QImage::Format_RGB32);
        if (picture.isNull()) {
            return Error{ErrorCode::RenderFailed, u"picture: no room in memory"_qs};
        }
        picture.fill(Qt::white);
        QPainter painter(&picture);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        sheet.paint(painter, page);
        painter.end();
        pages.append(picture);
    }
    return pages;
}

} // namespace motcua
