// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/OutboxItemModel.h"

#include <QFutureWatcher>

#include <algorithm>

namespace motcua {

namespace {

constexpr quint64 FromTheTop = ~quint64{0};

} // namespace

OutboxItemModel::OutboxItemModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

template <typename Receive>
void OutboxItemModel::ask(quint64 before, int limit, Receive receive)
{
    auto *watcher = new QFutureWatcher<Result<QList<OutboxLine>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, receive, generation = m_generation] {
        watcher->deleteLater();
        if (generation != m_generation || watcher->future().resultCount() == 0) {
            return;
        }
        const Result<QList<OutboxLine>> answer = watcher->result();
        receive(answer);
        if (!answer) {
            Q_EMIT failed(answer.error());
        }
    });
    watcher->setFuture(m_source(before, limit));
}

void OutboxItemModel::clear()
{
    beginResetModel();
    ++m_generation;
    m_source = {};
    m_lines.clear();
    m_isOpened = m_isFetching = m_isRenewing = false;
    m_isWhole = true;
    endResetModel();
}

void OutboxItemModel::open(const OutboxSource &source)
{
    clear();
    m_source = source;
    m_isWhole = false;
    fetchMore({});
}

bool OutboxItemModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_source && !m_isWhole && !m_isFetching;
}

void OutboxItemModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    m_isFetching = true;
    ask(m_lines.isEmpty() ? FromTheTop : m_lines.constLast().place, PageSize, [this](const Result<QList<OutboxLine>> &page) {
        m_isWhole = !page || page->size() < PageSize;
        if (page && !page->isEmpty()) {
            const int first = static_cast<int>(m_lines.size());
            beginInsertRows({}, first, first + static_cast<int>(page->size()) - 1);
            m_lines.append(*page);
            endInsertRows();
        }
        m_isFetching = false; // not before the rows are there: whoever hears of them may want more at once
        if (!std::exchange(m_isOpened, true)) {
            Q_EMIT opened();
        }
    });
}

void OutboxItemModel::refresh(bool insertsNewer)
{
    if (!m_isOpened || m_isRenewing) {
        return;
    }
    m_isRenewing = true;
    const int asked = std::clamp(static_cast<int>(m_lines.size()) + PageSize, PageSize, MostRenewed);
    ask(FromTheTop, asked, [this, insertsNewer, asked](const Result<QList<OutboxLine>> &fresh) {
        m_isRenewing = false;
        if (fresh) {
            renew(*fresh, insertsNewer, asked);
        }
    });
}

void OutboxItemModel::renew(const QList<OutboxLine> &fresh, bool insertsNewer, int asked)
{
    const quint64 top = m_lines.isEmpty() ? 0 : m_lines.constFirst().place;
    const auto firstHeld = std::find_if(fresh.cbegin(), fresh.cend(), [top](const OutboxLine &one) { return one.place <= top; });
    const auto newer = static_cast<int>(firstHeld - fresh.cbegin());
    // What is left over of the answer are the rows that are held, as far as it reaches; others mean that some are of this list no more.
    const qsizetype covered = std::min(fresh.size() - newer, m_lines.size());
    const bool isSame = std::equal(fresh.cbegin() + newer, fresh.cbegin() + newer + covered, m_lines.cbegin(), m_lines.cbegin() + covered,
                            [](const OutboxLine &one, const OutboxLine &other) { return one.place == other.place; })
        && (covered == m_lines.size() || fresh.size() == asked);
    if (!isSame || (m_lines.isEmpty() && newer > 0)) {
        beginResetModel();
        m_lines = fresh;
        m_isWhole = fresh.size() < asked;
        endResetModel();
        Q_EMIT newerFound(0);
        Q_EMIT opened();
        return;
    }
    for (qsizetype i = 0; i < covered; ++i) {
        if (m_lines.at(i) != fresh.at(newer + i)) {
            m_lines[i] = fresh.at(newer + i);
            Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), ColumnCount - 1));
        }
    }
    if (insertsNewer && newer > 0) {
        beginInsertRows({}, 0, newer - 1);
        m_lines = fresh.first(newer) + m_lines;
        endInsertRows();
    }
    Q_EMIT newerFound(insertsNewer ? 0 : newer);
}

void OutboxItemModel::setWaiting(int tries, const QString &why, const QString &toDo)
{
    if (tries == m_tries && why == m_why && toDo == m_toDo) {
        return;
    }
    m_tries = tries;
    m_why = why;
    m_toDo = toDo;
    if (!m_lines.isEmpty()) {
        Q_EMIT dataChanged(index(0, Tries), index(static_cast<int>(m_lines.size()) - 1, ToDo));
    }
}

const OutboxLine *OutboxItemModel::row(int index) const
{
    return index >= 0 && index < m_lines.size() ? &m_lines.at(index) : nullptr;
}

int OutboxItemModel::rowOf(quint64 place) const
{
    // The places descend.
    const auto found = std::lower_bound(m_lines.cbegin(), m_lines.cend(), place, [](const OutboxLine &one, quint64 wanted) { return one.place > wanted; });
    return found != m_lines.cend() && found->place == place ? static_cast<int>(found - m_lines.cbegin()) : -1;
}

int OutboxItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int OutboxItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString OutboxItemModel::stateWords(OutboxLine::State state)
{
    switch (state) {
    case OutboxLine::State::Waiting:
        return QStringLiteral("↑ ") + tr("waiting");
    case OutboxLine::State::Sent:
        return QStringLiteral("✔ ") + tr("sent");
    case OutboxLine::State::Taken:
        return QStringLiteral("✔ ") + tr("taken by the portal");
    case OutboxLine::State::Refused:
        return QStringLiteral("! ") + tr("to put right");
    case OutboxLine::State::Settled:
        break;
    }
    return QStringLiteral("✔ ") + tr("put right");
}

QString OutboxItemModel::why(const OutboxLine &line) const
{
    return line.state == OutboxLine::State::Waiting ? m_why : line.why;
}

QString OutboxItemModel::toDo(const OutboxLine &line) const
{
    return line.state == OutboxLine::State::Waiting && !line.isInConflict ? m_toDo : line.toDo;
}

QVariant OutboxItemModel::data(const QModelIndex &index, int role) const
{
    const OutboxLine *line = index.isValid() ? row(index.row()) : nullptr;
    if (!line) {
        return {};
    }
    if (role == PlaceRole) {
        return line->place;
    }
    if (role == AttentionRole) {
        return line->state == OutboxLine::State::Refused;
    }
    if (role == Qt::AccessibleTextRole) {
        QStringList told{line->time, line->fullItem, stateWords(line->state), why(*line), toDo(*line)};
        told.removeAll(QString());
        return told.join(QStringLiteral(", "));
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (static_cast<Column>(index.column())) {
    case Time:
        return line->time;
    case Item:
        return role == Qt::ToolTipRole ? line->fullItem : line->item;
    case What:
        return stateWords(line->state);
    case Tries:
        return line->state == OutboxLine::State::Waiting && m_tries > 0 ? QString::number(m_tries) : QString();
    case Why:
        return why(*line);
    case ToDo:
        return toDo(*line);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OutboxItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Time:
        return tr("Time");
    case Item:
        return tr("Item");
    case What:
        return tr("State");
    case Tries:
        return tr("Tries");
    case Why:
        return tr("Why");
    case ToDo:
        return tr("Fault, and what to do");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace motcua
