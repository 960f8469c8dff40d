// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/WorklistItemModel.h"

#include "models/base/VietnamTime.h"
#include "ui/itemmodels/WorklistWords.h"

#include <QFutureWatcher>

#include <algorithm>

namespace motcua {

namespace {

constexpr int WantedAtOnce = 4; // a screen shows at most two pages; older wishes of a fast scroll are forgotten
constexpr int NearTheEdge = WorklistItemModel::PageSize / 4; // rows of a page that bring its neighbour, more than a screen

} // namespace

WorklistItemModel::WorklistItemModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_fetchSoon.setSingleShot(true);
    m_fetchSoon.setInterval(0);
    connect(&m_fetchSoon, &QTimer::timeout, this, &WorklistItemModel::fetchWanted);
}

template <typename T, typename Receive>
void WorklistItemModel::await(const QFuture<Result<T>> &future, Receive receive)
{
    auto *watcher = new QFutureWatcher<Result<T>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, receive, generation = m_generation] {
        watcher->deleteLater();
        if (generation != m_generation || watcher->future().resultCount() == 0) {
            return;
        }
        const Result<T> answer = watcher->result();
        if (answer) {
            receive(*answer);
        } else {
            Q_EMIT failed(answer.error());
        }
    });
    watcher->setFuture(future);
}

void WorklistItemModel::clear()
{
    reset({});
}

void WorklistItemModel::reset(const WorklistSource &source)
{
    beginResetModel();
    ++m_generation;
    m_source = source; // it says how many columns there are
    m_rows = 0;
    m_pages.clear();
    m_pagesByUse.clear();
    m_anchors.clear();
    m_underWay.clear();
    m_wanted.clear();
    m_opening = false;
    endResetModel();
}

void WorklistItemModel::open(const WorklistSource &source)
{
    reset(source);
    m_opening = true;
    fetch(0);
    await(m_source.count(), [this](qint64 count) {
        m_opening = false;
        resize(static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max())));
        Q_EMIT opened(count);
    });
}

void WorklistItemModel::lookForNewer()
{
    if (!m_source.newer || m_opening) {
        return;
    }
    const auto first = m_anchors.constFind(0);
    if (first == m_anchors.cend() && m_rows > 0) {
        return; // its first page is still on the way
    }
    await(m_source.newer(first == m_anchors.cend() ? std::nullopt : std::optional(*first)), [this](int count) { Q_EMIT newerFound(count); });
}

void WorklistItemModel::setNow(const QDateTime &now)
{
    m_now = vietnamTime(now.toMSecsSinceEpoch());
    if (m_rows > 0) {
        Q_EMIT dataChanged(index(0, Due), index(m_rows - 1, columnCount() - 1), {Qt::DisplayRole});
    }
}

void WorklistItemModel::resize(int rows)
{
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void WorklistItemModel::want(int page) const
{
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > WantedAtOnce) {
        m_wanted.removeFirst();
    }
    m_fetchSoon.start();
}

void WorklistItemModel::wantNeighbour(int row) const
{
    const int place = row % PageSize;
    const int next = row / PageSize + (place < NearTheEdge ? -1 : place >= PageSize - NearTheEdge ? 1 : 0);
    if (next >= 0 && next * PageSize < m_rows && !m_pages.contains(next) && !m_underWay.contains(next)) {
        want(next);
    }
}

void WorklistItemModel::fetchWanted()
{
    const QList<int> wanted = std::exchange(m_wanted, {});
    for (const int page : wanted) {
        fetch(page);
    }
}

void WorklistItemModel::fetch(int page)
{
    if (m_pages.contains(page) || m_underWay.contains(page)) {
        return;
    }
    m_underWay.insert(page);
    // From the nearest page above whose first row is known: the store then skips the fewest rows.
    int anchor = -1;
    for (auto known = m_anchors.cbegin(); known != m_anchors.cend(); ++known) {
        if (known.key() <= page) {
            anchor = std::max(anchor, known.key());
        }
    }
    WorklistWindow window;
    window.limit = PageSize;
    window.skip = qint64(page - std::max(anchor, 0)) * PageSize;
    if (anchor >= 0) {
        window.from = m_anchors.value(anchor);
    }
    await(m_source.rows(window), [this, page](const QList<WorklistRow> &rows) { take(page, rows); });
}

void WorklistItemModel::take(int page, const QList<WorklistRow> &rows)
{
    m_underWay.remove(page);
    m_pages.insert(page, rows);
    m_pagesByUse.removeOne(page);
    m_pagesByUse.append(page);
    if (m_pagesByUse.size() > HeldPages) {
        m_pages.remove(m_pagesByUse.takeFirst());
    }
    if (!rows.isEmpty()) {
        m_anchors.insert(page, WorklistKey{rows.constFirst().at, rows.constFirst().id, rows.constFirst().place});
    }
    const int first = page * PageSize;
    const int last = first + static_cast<int>(rows.size()) - 1;
    if (m_opening && page == 0) {
        resize(std::max(m_rows, last + 1)); // painted before the whole is counted
    }
    if (const int end = std::min(first + PageSize, m_rows) - 1; end >= first) {
        Q_EMIT dataChanged(index(first, 0), index(end, columnCount() - 1));
    }
}

const WorklistRow *WorklistItemModel::row(int index) const
{
    const auto page = m_pages.constFind(index / PageSize);
    const int place = index % PageSize;
    return page == m_pages.cend() || place >= page->size() ? nullptr : &page->at(place);
}

int WorklistItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int WorklistItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : tellsMore() ? int(ColumnCount) : int(Envelope);
}

QVariant WorklistItemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const WorklistRow *found = row(index.row());
    if (role == LoadedRole) {
        return found != nullptr;
    }
    if (!found) {
        if (!m_pages.contains(index.row() / PageSize)) {
            want(index.row() / PageSize);
        }
        return role == Qt::DisplayRole && index.column() == Code ? QVariant(QStringLiteral("…")) : QVariant();
    }
    if (role == Qt::DisplayRole && index.column() == Code) {
        wantNeighbour(index.row());
    }
    if (role == IdRole) {
        return QVariant::fromValue(found->id.bytes());
    }
    if (role == ToneRole) {
        return static_cast<int>(index.column() != Envelope ? worklistwords::dueTone(*found, m_now)
                : m_source.tellsScans                      ? worklistwords::scanTone(*found, m_now)
                                                           : worklistwords::Tone::Plain);
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return shown(*found, index.column());
    }
    if (role == Qt::AccessibleTextRole) {
        const QString told = QStringLiteral("%1 %2 %3").arg(found->code, found->name, worklistwords::due(*found, m_now));
        return m_source.tellsScans ? told + u' ' + worklistwords::scanDue(*found, m_now) : found->envelope.isEmpty() ? told : told + u' ' + found->envelope;
    }
    return {};
}

QString WorklistItemModel::shown(const WorklistRow &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Mark:
        return row.inConflict ? QStringLiteral("!") : QString();
    case Code:
        return row.isDraft || row.code.isEmpty() ? QStringLiteral("—") : row.code;
    case Name:
        return row.name.toUpper();
    case Procedure:
        return row.procedure;
    case Due:
        return worklistwords::due(row, m_now);
    case Status:
        return worklistwords::status(row);
    case Where:
        return worklistwords::where(row);
    case Envelope:
        return m_source.tellsScans ? worklistwords::scanDue(row, m_now) : worklistwords::envelope(row);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant WorklistItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) {
        return {};
    }
    return section == Envelope && m_source.tellsScans ? scanColumnName() : columnName(section);
}

QString WorklistItemModel::scanColumnName()
{
    return tr("Scan by");
}

QString WorklistItemModel::columnName(int column)
{
    switch (static_cast<Column>(column)) {
    case Mark:
        return QString();
    case Code:
        return tr("Code");
    case Name:
        return tr("Person");
    case Procedure:
        return tr("Procedure");
    case Due:
        return tr("Due");
    case Status:
        return tr("Status");
    case Where:
        return tr("Where");
    case Envelope:
        return tr("Envelope");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace motcua
