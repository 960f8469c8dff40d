// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QuestionColumn.h"

#include <QGridLayout>
#include <QLabel>

namespace motcua {

namespace {

constexpr int FieldHeight = 30; // px; the name of a field stands beside its first line, however many follow
constexpr int HintGap = 4; // px: a hint belongs to the field above it
constexpr int WidestColumn = 960; // px; on a wide screen an answer must not run away from its question

} // namespace

QuestionColumn::QuestionColumn(const QString &explanation, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(48, 24, 48, 24);
    auto *column = new QWidget(this);
    column->setMaximumWidth(WidestColumn);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_grid = new QGridLayout(column);
    row->addWidget(column, 3);
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
    auto *name = new QLabel(label, this);
    name->setMinimumHeight(FieldHeight);
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    auto *cell = new QVBoxLayout;
    cell->setSpacing(HintGap);
    cell->addWidget(field);
    m_grid->addLayout(cell, row, 1);
    if (!label.isEmpty() && !qobject_cast<QLabel *>(field)) { // what is only shown is called by its words
        QWidget *stop = field->focusProxy() ? field->focusProxy() : field;
        stop->setAccessibleName(label);
    }
    if (!hint.isEmpty()) {
        auto *words = new QLabel(hint, this);
        words->setProperty("tone", QStringLiteral("secondary"));
        words->setWordWrap(true);
        cell->addWidget(words);
    }
}

void QuestionColumn::close()
{
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

} // namespace motcua
