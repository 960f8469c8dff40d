// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace motcua::samples {

/** What poppler makes of a PDF: the output of `program` that reads the file from standard input. */
inline QString read(const QString &program, const QStringList &arguments, const QByteArray &pdf)
{
    QProcess process;
    process.start(program, arguments);
    process.write(pdf);
    process.closeWriteChannel();
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_C);
}

/** The text as it stands on the sheet, in columns, a form feed after each page. */
inline QString sheetText(const QByteArray &pdf)
{
    return read(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), QStringLiteral("-"), QStringLiteral("-")}, pdf);
}

/** The text in one line, with single spaces: what wraps differently on another paper reads the same. */
inline QString plainText(const QByteArray &pdf)
{
    return read(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), QStringLiteral("-"), QStringLiteral("-")}, pdf).simplified();
}

} // namespace motcua::samples
