// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/itemmodels/WorklistSource.h"
#include "ui/widgets/CategoryBox.h"

#include <QWidget>

class QLineEdit;

namespace motcua {

/** One line above a list that narrows it: by procedure, and by days until the promise. */
class FilterLine : public QWidget
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);

    /** What can be chosen; letters without tone marks find it. */
    void setProcedures(const QList<CategoryBox::Entry> &procedures);

    [[nodiscard]] WorklistNarrowing narrowing() const;

    /** Narrows nothing any more, without telling. */
    void clear();

    [[nodiscard]] CategoryBox *procedure() const { return m_procedure; }
    [[nodiscard]] QLineEdit *days() const { return m_days; }

    /** An open list of what fits is closed; false when there was none. */
    bool closeList();
    /** Enter: what is marked in an open list is taken; false when there was none. */
    bool takeListed();

Q_SIGNALS:
    void changed(const motcua::WorklistNarrowing &narrowing);

private:
    [[nodiscard]] QList<CategoryBox::Entry> fitting(const QString &typed) const;
    void tell();

    struct Line
    {
        CategoryBox::Entry entry = {};
        QStringList words = {};
    };
    QList<Line> m_procedures;
    CategoryBox *m_procedure = nullptr;
    QLineEdit *m_days = nullptr;
    WorklistNarrowing m_told;
};

} // namespace motcua
