// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardExport.h"

#include "app/workflows/Await.h"
#include "models/base/VietnamTime.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/itemmodels/WorklistWords.h"
#include "ui/worklist/ListExport.h"

#include <QFileInfo>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int AtOnce = 1000;

struct Written
{
    Result<> result = {};
    QString path = {};
};

Written written(const DashboardExport::Where &where, const TableToWrite &table)
{
    const QFileInfo folder(where.folder);
    if (!folder.isAbsolute() || !folder.isDir()) {
        return {Error{ErrorCode::FileUnwritable, where.folder}, {}};
    }
    const QString path = ListExport::freePath(where.folder, where.name, where.day, where.form);
    return {where.form == ExportLine::Form::Csv ? TableFile::writeCsv(path, table) : TableFile::writeXlsx(path, table), path};
}

} // namespace

DashboardExport::DashboardExport(QObject *parent)
    : QObject(parent)
{
}

void DashboardExport::startTable(const QAbstractItemModel &model, const Where &where)
{
    if (m_isBusy) {
        return;
    }
    m_where = where;
    TableToWrite table;
    table.title = where.title;
    for (int column = 0; column < model.columnCount(); ++column) {
        table.columns.append(model.headerData(column, Qt::Horizontal).toString());
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        QList<QVariant> values;
        for (int column = 0; column < model.columnCount(); ++column) {
            values.append(model.index(row, column).data());
        }
        table.rows.append(values);
    }
    write(table, true);
}

void DashboardExport::startDossiers(const WorklistSource &source, const Where &where)
{
    if (m_isBusy || !source.rows) {
        return;
    }
    m_isBusy = true;
    m_where = where;
    m_source = source;
    m_rows.clear();
    readOn();
}

TableToWrite DashboardExport::table(const QString &title, const QList<WorklistRow> &rows)
{
    TableToWrite table;
    table.title = title;
    for (const int column : {WorklistItemModel::Code, WorklistItemModel::Procedure, WorklistItemModel::Due, WorklistItemModel::Status, WorklistItemModel::Where}) {
        table.columns.append(WorklistItemModel::columnName(column));
    }
    table.rows.reserve(rows.size());
    for (const WorklistRow &row : rows) {
        table.rows.append({row.code, row.procedure, row.dueAtMs > 0 ? QVariant(vietnamTime(row.dueAtMs)) : QVariant(), worklistwords::status(row),
            worklistwords::where(row)});
    }
    return table;
}

void DashboardExport::readOn()
{
    WorklistWindow window;
    window.limit = std::min<int>(AtOnce, MostRows + 1 - static_cast<int>(m_rows.size())); // one more tells that there are more
    if (!m_rows.isEmpty()) {
        const WorklistRow &last = m_rows.constLast();
        window.from = WorklistKey{last.at, last.id, last.place};
        window.skip = 1;
    }
    await(this, m_source.rows(window), [this, limit = window.limit](const Result<QList<WorklistRow>> &rows) {
        if (!rows) {
            fail(rows.error());
            return;
        }
        m_rows += *rows;
        const bool isMore = m_rows.size() > MostRows;
        if (isMore) {
            m_rows.removeLast();
        }
        if (isMore || rows->size() < limit) {
            write(table(m_where.title, std::exchange(m_rows, {})), !isMore);
        } else {
            readOn();
        }
    });
}

void DashboardExport::write(const TableToWrite &table, bool isWhole)
{
    m_isBusy = true;
    const int count = static_cast<int>(table.rows.size());
    const QFuture<Written> writing = QtConcurrent::run([where = m_where, table] { return written(where, table); });
    await(this, writing, [this, count, isWhole](const Written &file) {
        if (!file.result) {
            fail(file.result.error());
            return;
        }
        m_isBusy = false;
        Q_EMIT done(file.path, count, isWhole);
    });
}

void DashboardExport::fail(const Error &error)
{
    m_rows.clear();
    m_isBusy = false;
    Q_EMIT failed(error);
}

} // namespace motcua
