// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/TableFile.h"
#include "models/base/Error.h"
#include "ui/itemmodels/WorklistSource.h"
#include "ui/worklist/ExportLine.h"

#include <QDate>
#include <QObject>

class QAbstractItemModel;

namespace motcua {

/** Takes what the dashboard shows along: the columns of the screen, written on another thread. */
class DashboardExport : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostRows = 100'000;

    explicit DashboardExport(QObject *parent = nullptr);

    struct Where
    {
        QString folder = {};
        ExportLine::Form form = ExportLine::Form::Workbook;
        QString title = {};
        QString name = {}; ///< in the name of the file, in plain letters
        QDate day = {};
    };

    /** Every line of a table that is wholly here, in the words it is shown in. */
    void startTable(const QAbstractItemModel &model, const Where &where);
    /** Every dossier of a list, read page by page. */
    void startDossiers(const WorklistSource &source, const Where &where);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /** The rows as they are taken along: the columns of the list, moments as moments, and no name. */
    [[nodiscard]] static TableToWrite table(const QString &title, const QList<WorklistRow> &rows);

Q_SIGNALS:
    void done(const QString &path, int rows, bool isWhole); ///< isWhole: the list has no more than were written
    void failed(const motcua::Error &error);

private:
    void readOn();
    void write(const TableToWrite &table, bool isWhole);
    void fail(const Error &error);

    Where m_where;
    WorklistSource m_source;
    QList<WorklistRow> m_rows;
    bool m_isBusy = false;
};

} // namespace motcua
