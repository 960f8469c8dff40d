// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worklist/WorklistPage.h"

#include <QAbstractTableModel>

#include <memory>

namespace motcua {
class RowTable;
}

namespace motcua::bench {

/** Rows that are all alike and always there: what the same view costs when nothing has to be fetched. */
class ConstantModel : public QAbstractTableModel
{
public:
    explicit ConstantModel(int rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int m_rows = 0;
    QStringList m_texts;
};

/** The worklist page in a window of its own: with its own model over a source, or with the constant model put into the same table. */
class WorklistView
{
public:
    WorklistView();
    ~WorklistView();
    Q_DISABLE_COPY_MOVE(WorklistView)

    void open(const WorklistSource &source);
    void open(ConstantModel *constant);
    /** As the program does with it while its sign-in waits for a password. */
    void makeReady();
    void show();

    /** All `rows` of the list are counted, and each one that can be seen is here. */
    [[nodiscard]] bool shows(qint64 rows) const;
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    /** As a thumb let go at that row would. */
    void jump(int row) const;
    [[nodiscard]] WorklistPage *page() const { return m_page.get(); }

private:
    std::unique_ptr<WorklistPage> m_page;
    RowTable *m_table = nullptr;
};

} // namespace motcua::bench
