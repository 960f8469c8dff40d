// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QuestionColumn.h"

#include <QGridLayout>
#include <QLabel>

namespace motcua {

QuestionColumn::QuestionColumn(const QString &explanation, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(48, 24, 48, 24);
    m_grid = new QGridLayout;
    row->addLayout(m_grid, 3);
    row->addStretch(1);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnMinimumWidth(0, 176);
    m_grid->setColumnStretch(1, 1);
    auto *words = new QLabel(explanation, this);
    words->setWordWrap(true);
    m_grid->addWidget(words, 0, 0, 1, 2);
}

void QuestionColumn::add(const QString &label, QWidget *field, const QString &hint)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(new QLabel(label, this), row, 0);
    m_grid->addWidget(field, row, 1);
    if (!label.isEmpty()) {
        QWidget *stop = field->focusProxy() ? field->focusProxy() : field;
        stop->setAccessibleName(label);
    }
    if (!hint.isEmpty()) {
        auto *words = new QLabel(hint, this);
        words->setProperty("tone", QStringLiteral("secondary"));
        words->setWordWrap(true);
        m_grid->addWidget(words, row + 1, 1);
    }
}

void QuestionColumn::close()
{
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

} // namespace motcua
