// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/folder/FolderSlipPrinter.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace motcua::test {

/** A printer that lays its sheets in a folder, where a story reads them. */
class StoryPaper
{
public:
    [[nodiscard]] SlipPrinter *printer() { return &m_printer; }

    [[nodiscard]] qsizetype count() const { return names().size(); }

    /** What stands on sheet `number`, from 1 in the order they came out; words parted by single spaces. */
    [[nodiscard]] QString text(qsizetype number) const { return told(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path(number), QStringLiteral("-")}).simplified(); }

    /** What the file of that sheet is called inside. */
    [[nodiscard]] QString title(qsizetype number) const
    {
        const QString facts = told(QStringLiteral("pdfinfo"), {path(number)});
        return facts.section(QStringLiteral("Title:"), 1).section(u'\n', 0, 0).trimmed();
    }

private:
    [[nodiscard]] QString path(qsizetype number) const { return m_folder.filePath(QStringLiteral("%1.pdf").arg(number)); }
    [[nodiscard]] static QString told(const QString &program, const QStringList &arguments)
    {
        QProcess reader;
        reader.start(program, arguments);
        return reader.waitForFinished(30'000) ? QString::fromUtf8(reader.readAllStandardOutput()).normalized(QString::NormalizationForm_C) : QString();
    }
    [[nodiscard]] QStringList names() const { return QDir(m_folder.path()).entryList({QStringLiteral("*.pdf")}); }

    QTemporaryDir m_folder;
    FolderSlipPrinter m_printer{m_folder.path()};
};

} // namespace motcua::test
