// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/TableFile.h"
#include "ui/itemmodels/WorklistSource.h"
#include "ui/worklist/ExportLine.h"

#include <QDateTime>
#include <QObject>

namespace motcua {

/** Takes a list along: reads it page by page as the window does, and writes the file on another thread. */
class ListExport : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostRows = 100'000;

    struct What
    {
        WorklistSource source = {};
        QString title = {};
        QString name = {}; ///< of the list in the name of the file, in plain letters
        QString folder = {};
        ExportLine::Form form = ExportLine::Form::Workbook;
        QDateTime now = {};
    };

    explicit ListExport(QObject *parent = nullptr);

    /** Begins; one at a time, another one is left alone. */
    void start(const What &what);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /** The rows as they are taken along: the columns of the list, moments as moments. */
    [[nodiscard]] static TableToWrite table(const QString &title, const QList<WorklistRow> &rows);

    /** A path in `folder` that nothing has: "danh-sach-NAME-2026-11-28.xlsx", or with "-2" and so on; nothing personal is in it. */
    [[nodiscard]] static QString freePath(const QString &folder, const QString &name, QDate day, ExportLine::Form form);

Q_SIGNALS:
    void done(const QString &path, int rows, bool isWhole); ///< isWhole: the list has no more than were written
    void failed(const motcua::Error &error);

private:
    void readOn();
    void write(bool isWhole);
    void fail(const Error &error);

    What m_what;
    QList<WorklistRow> m_rows;
    bool m_isBusy = false;
};

} // namespace motcua
