// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace motcua::testsupport {

/** A PDF of these objects, the first of which is its catalogue, written as it should be. `remark` makes it another file than others. */
inline QByteArray pdfOf(const QByteArray &remark, const QList<QByteArray> &objects)
{
    QByteArray pdf("%PDF-1.7\n%" + remark + "\n");
    QByteArray table("0000000000 65535 f \n");
    for (qsizetype at = 0; at < objects.size(); ++at) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(at + 1) + " 0 obj\n" + objects.at(at) + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return pdf + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(pdf.size()) + "\n%%EOF\n";
}

/** The same with one blank page. `root` and `page` are further entries of the catalogue and of the page, `objects` further objects: the first is 4. */
inline QByteArray onePagePdf(const QByteArray &remark = {}, const QByteArray &root = {}, const QByteArray &page = {}, const QList<QByteArray> &objects = {})
{
    return pdfOf(remark, QList<QByteArray>{"<< /Type /Catalog /Pages 2 0 R " + root + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> " + page + " >>"} + objects);
}

} // namespace motcua::testsupport
