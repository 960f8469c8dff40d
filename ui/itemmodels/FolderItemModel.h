// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/visit/FolderView.h"

#include <QAbstractTableModel>
#include <QSet>

namespace motcua {

/** What lies in a folder, narrowed to what the letters typed so far fit, tone marks set aside; files can be marked. */
class FolderItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Shape, Name, Size, Changed, ColumnCount };

    explicit FolderItemModel(QObject *parent = nullptr);

    /** Marks are kept, so that files of several folders can be taken in at once; those that are gone lose theirs. */
    void setView(const FolderView &view);
    [[nodiscard]] const FolderView &view() const { return m_view; }

    /** Shows those in which every word of `letters` begins a word of the name; all when empty. */
    void setLetters(const QString &letters);

    /** Null outside the rows. */
    [[nodiscard]] const FolderEntry *entry(int row) const;

    /** Marks a file, or takes the mark away; nothing for any other row. */
    void turnMark(int row);
    void clearMarks();
    /** Paths, in the order in which they were marked. */
    [[nodiscard]] const QStringList &marked() const { return m_marked; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void choose();
    [[nodiscard]] QString shape(const FolderEntry &entry) const;

    FolderView m_view;
    QList<qsizetype> m_shown; ///< places in m_view.entries
    QString m_letters;
    QStringList m_marked;
};

} // namespace motcua
