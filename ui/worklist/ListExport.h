// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/TableFile.h"
#include "ui/itemmodels/WorklistSource.h"
#include "ui/worklist/ExportLine.h"

#include <QDateTime>
#include <QObject>

#include <functional>

class QAbstractItemModel;

namespace motcua {

/** Takes along what is shown: a list, read page by page as the window does, or a table that is here; writes the file on another thread. */
class ListExport : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostRows = 100'000;

    enum class Names { Shown, LeftOut }; ///< of the citizens: the dashboard's lists show none

    struct What
    {
        QString title = {};
        QString name = {}; ///< of the list in the name of the file, in plain letters
        QString folder = {};
        ExportLine::Form form = ExportLine::Form::Workbook;
        QDateTime now = {};
    };

    explicit ListExport(QObject *parent = nullptr);

    /** Begins; one at a time, another one is left alone. */
    void start(const WorklistSource &source, const What &what, Names names = Names::Shown);
    /** Every line of a table that is wholly here, in the words it is shown in. */
    void start(const QAbstractItemModel &model, const What &what);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /** The rows as they are taken along: the columns of the list, moments as moments. */
    [[nodiscard]] static TableToWrite table(const QString &title, const QList<WorklistRow> &rows, Names names = Names::Shown);

    /** A path in `folder` that nothing has: "danh-sach-NAME-2026-11-28.xlsx", or with "-2" and so on; nothing personal is in it. */
    [[nodiscard]] static QString freePath(const QString &folder, const QString &name, QDate day, ExportLine::Form form);

Q_SIGNALS:
    void done(const QString &path, int rows, bool isWhole); ///< isWhole: the list has no more than were written
    void failed(const motcua::Error &error);

private:
    void readOn();
    void write(std::function<TableToWrite()> making, int count, bool isWhole);
    void fail(const Error &error);

    What m_what;
    WorklistSource m_source;
    Names m_names = Names::Shown;
    QList<WorklistRow> m_rows;
    bool m_isBusy = false;
};

} // namespace motcua
