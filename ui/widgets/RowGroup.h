// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace motcua {

class WrapLabel;

/** Lines of a form: name, answer and note in three columns that lie at the same place in every group, under a title of its own if it has one. */
class RowGroup : public QWidget
{
    Q_OBJECT

public:
    explicit RowGroup(QWidget *parent = nullptr);

    /** An empty title takes no room. */
    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;

    /** The columns are 0 name, 1 answer, 2 note. */
    [[nodiscard]] QGridLayout *lines() const { return m_lines; }

private:
    WrapLabel *m_title = nullptr;
    QGridLayout *m_lines = nullptr;
};

} // namespace motcua
