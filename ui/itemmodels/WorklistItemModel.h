// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/itemmodels/WorklistSource.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QTimer>

namespace motcua {

/**
 * A list of up to a million dossiers of which only the pages somebody looks at are held.
 *
 * Rows keep their places while they are read: what arrives later is counted in newer() and shown when the list is opened anew.
 */
class WorklistItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Mark, Code, Name, Procedure, Due, Status, Where, Envelope, ColumnCount }; ///< the last only of lists that tell of envelopes, or of scans: then it is by when
    enum Role { IdRole = Qt::UserRole, LoadedRole, ToneRole }; ///< ToneRole: worklistwords::Tone of the promise, or in the last column of the scan, as an int

    static constexpr int PageSize = 128;
    static constexpr int HeldPages = 64;

    explicit WorklistItemModel(QObject *parent = nullptr);

    /** Opens another list, or the same one anew. */
    void open(const WorklistSource &source);

    /** No list, no rows. */
    void clear();

    /** By which "overdue" and "today" are judged. */
    void setNow(const QDateTime &now);

    /** Asks how many have arrived since the list was opened; answered by newerFound(). */
    void lookForNewer();

    /** What stands over a column. */
    [[nodiscard]] static QString columnName(int column);
    [[nodiscard]] static QString scanColumnName(); ///< of the last one, where it tells by when papers are to be scanned
    [[nodiscard]] const WorklistRow *row(int index) const; ///< null while it is not here
    [[nodiscard]] const WorklistSource &source() const { return m_source; }
    [[nodiscard]] bool isOpening() const { return m_opening; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void opened(qint64 count);
    void failed(const motcua::Error &error);
    void newerFound(int count);

private:
    void reset(const WorklistSource &source);
    void want(int page) const;
    /** Walking on from row to row never meets a page that is still on its way. */
    void wantNeighbour(int row) const;
    void fetchWanted();
    void fetch(int page);
    void take(int page, const QList<WorklistRow> &rows);
    void resize(int rows);
    [[nodiscard]] bool tellsMore() const { return m_source.tellsEnvelopes || m_source.tellsScans; }
    [[nodiscard]] QString shown(const WorklistRow &row, int column) const;
    template <typename T, typename Receive>
    void await(const QFuture<Result<T>> &future, Receive receive);

    WorklistSource m_source;
    QDateTime m_now;
    int m_rows = 0;
    bool m_opening = false;
    int m_generation = 0; ///< answers to an earlier list are dropped
    QHash<int, QList<WorklistRow>> m_pages;
    QList<int> m_pagesByUse; ///< the longest unused first
    QHash<int, WorklistKey> m_anchors; ///< page → its first row
    QSet<int> m_underWay;
    mutable QList<int> m_wanted;
    mutable QTimer m_fetchSoon;
};

} // namespace motcua
