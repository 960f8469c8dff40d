// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/ListExport.h"

#include "app/storage/Await.h"
#include "models/base/VietnamTime.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/itemmodels/WorklistWords.h"

#include <QAbstractItemModel>
#include <QDir>
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

Written written(const ListExport::What &what, const TableToWrite &table)
{
    const QFileInfo folder(what.folder);
    if (!folder.isAbsolute() || !folder.isDir()) {
        return {Error{ErrorCode::FileUnwritable, what.folder}, {}};
    }
    const QString path = ListExport::freePath(what.folder, what.name, what.now.date(), what.form);
    return {what.form == ExportLine::Form::Csv ? TableFile::writeCsv(path, table) : TableFile::writeXlsx(path, table), path};
}

} // namespace

ListExport::ListExport(QObject *parent)
    : QObject(parent)
{
}

TableToWrite ListExport::table(const QString &title, const QList<WorklistRow> &rows, Names names)
{
    const bool isNamed = names == Names::Shown;
    TableToWrite table;
    table.title = title;
    const bool tellsEnvelopes = std::any_of(rows.cbegin(), rows.cend(), [](const WorklistRow &row) { return !row.envelope.isEmpty(); });
    for (const int column : {WorklistItemModel::Code, WorklistItemModel::Name, WorklistItemModel::Procedure, WorklistItemModel::Due,
             WorklistItemModel::Status, WorklistItemModel::Where}) {
        if (isNamed || column != WorklistItemModel::Name) {
            table.columns.append(WorklistItemModel::columnName(column));
        }
    }
    if (tellsEnvelopes) {
        table.columns.append(WorklistItemModel::columnName(WorklistItemModel::Envelope));
    }
    const bool tellsScans = std::any_of(rows.cbegin(), rows.cend(), [](const WorklistRow &row) { return !row.unscanned.isEmpty(); });
    if (tellsScans) {
        table.columns.append({WorklistItemModel::scanColumnName(), tr("Papers to be scanned")});
    }
    table.rows.reserve(rows.size());
    for (const WorklistRow &row : rows) {
        QList<QVariant> values{row.code};
        if (isNamed) {
            values.append(row.name.toUpper());
        }
        values << row.procedure << (row.dueAtMs > 0 ? QVariant(vietnamTime(row.dueAtMs)) : QVariant()) << worklistwords::status(row)
               << worklistwords::where(row);
        if (tellsEnvelopes) {
            values.append(worklistwords::envelope(row));
        }
        if (tellsScans) {
            values << (row.scanDueAtMs > 0 ? QVariant(vietnamTime(row.scanDueAtMs)) : QVariant()) << row.unscanned.join(QStringLiteral("; "));
        }
        table.rows.append(values);
    }
    return table;
}

QString ListExport::freePath(const QString &folder, const QString &name, QDate day, ExportLine::Form form)
{
    const QString stem = QStringLiteral("danh-sach-%1-%2").arg(name, day.toString(Qt::ISODate));
    const QString ending = form == ExportLine::Form::Csv ? QStringLiteral(".csv") : QStringLiteral(".xlsx");
    const QDir place(folder);
    QString path = place.filePath(stem + ending);
    for (int count = 2; QFileInfo::exists(path); ++count) {
        path = place.filePath(QStringLiteral("%1-%2%3").arg(stem).arg(count).arg(ending));
    }
    return QDir::toNativeSeparators(path);
}

void ListExport::start(const WorklistSource &source, const What &what, Names names)
{
    if (m_isBusy || !source.rows) {
        return;
    }
    m_isBusy = true;
    m_source = source;
    m_what = what;
    m_names = names;
    m_rows.clear();
    readOn();
}

void ListExport::start(const QAbstractItemModel &model, const What &what)
{
    if (m_isBusy) {
        return;
    }
    m_isBusy = true;
    m_what = what;
    TableToWrite table;
    table.title = what.title;
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
    write([table] { return table; }, static_cast<int>(table.rows.size()), true);
}

void ListExport::readOn()
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
            const auto count = static_cast<int>(m_rows.size());
            // Names are let go of here as soon as they are written there.
            write([title = m_what.title, names = m_names, rows = std::exchange(m_rows, {})] { return table(title, rows, names); }, count, !isMore);
        } else {
            readOn();
        }
    });
}

void ListExport::write(std::function<TableToWrite()> making, int count, bool isWhole)
{
    const QFuture<Written> writing = QtConcurrent::run([what = m_what, making = std::move(making)] { return written(what, making()); });
    await(this, writing, [this, isWhole, count](const Written &file) {
        if (!file.result) {
            fail(file.result.error());
            return;
        }
        m_isBusy = false;
        Q_EMIT done(file.path, count, isWhole);
    });
}

void ListExport::fail(const Error &error)
{
    m_rows.clear();
    m_isBusy = false;
    Q_EMIT failed(error);
}

} // namespace motcua
