// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace motcua {

/** Lines to type in, one under the other, each with its words before it; a third column is for what is said of a line. */
class LineGrid : public QGridLayout
{
    Q_OBJECT

public:
    explicit LineGrid(QWidget *parent = nullptr)
        : QGridLayout(parent)
    {
        setContentsMargins(0, 0, 0, 0);
        setHorizontalSpacing(12);
        setVerticalSpacing(8);
        setColumnStretch(2, 1);
    }

    /** The next line, `width` px wide; its words, which are returned, are also its name for who hears the screen. */
    QLabel *add(const QString &words, QLineEdit *line, int width)
    {
        auto *label = new QLabel(words, line->parentWidget());
        label->setBuddy(line);
        line->setAccessibleName(words);
        line->setFixedWidth(width);
        const int row = m_lines++;
        addWidget(label, row, 0);
        addWidget(line, row, 1, Qt::AlignLeft);
        return label;
    }

private:
    int m_lines = 0;
};

} // namespace motcua
