// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/itemmodels/OutboxLine.h"

#include <QAbstractTableModel>

namespace motcua {

/**
 * What has to do with the portal, the newest first, fetched page by page as somebody walks on: the millionth costs what the first does.
 *
 * A row keeps its place while it is read: what becomes of it is shown in it, and what is newer waits above (newerFound()) unless nobody reads yet.
 */
class OutboxItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Item, What, Tries, Why, ToDo, ColumnCount };
    enum Role { PlaceRole = Qt::UserRole, AttentionRole }; ///< AttentionRole: somebody has to put it right

    static constexpr int PageSize = 100;
    static constexpr int MostRenewed = 1'000; ///< rows from the top that refresh() looks at again

    explicit OutboxItemModel(QObject *parent = nullptr);

    /** Opens a list anew. */
    void open(const OutboxSource &source);
    void clear();

    /** Looks what became of the rows. `insertsNewer`: what came since goes above them, because nobody reads yet. */
    void refresh(bool insertsNewer);

    /** Of all that waits: failed tries, why, and what is to be done; 0 and empty while nothing fails. */
    void setWaiting(int tries, const QString &why, const QString &toDo);

    [[nodiscard]] const OutboxLine *row(int index) const;
    [[nodiscard]] int rowOf(quint64 place) const; ///< −1: it is not here
    [[nodiscard]] bool isOpened() const { return m_isOpened; } ///< its first page is here
    [[nodiscard]] static QString stateWords(OutboxLine::State state);
    [[nodiscard]] QString why(const OutboxLine &line) const;
    [[nodiscard]] QString toDo(const OutboxLine &line) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void opened(); ///< the first page is here, or there is none
    void failed(const motcua::Error &error);
    void newerFound(int count); ///< above the first row, and not shown

private:
    void renew(const QList<OutboxLine> &fresh, bool insertsNewer, int asked);
    template <typename Receive>
    void ask(quint64 before, int limit, Receive receive);

    OutboxSource m_source;
    QList<OutboxLine> m_lines;
    int m_generation = 0; ///< answers to an earlier list are dropped
    bool m_isOpened = false;
    bool m_isWhole = true; ///< there is no more to fetch
    bool m_isFetching = false;
    bool m_isRenewing = false;
    int m_tries = 0;
    QString m_why;
    QString m_toDo;
};

} // namespace motcua
