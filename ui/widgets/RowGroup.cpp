// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowGroup.h"

#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>

namespace motcua {

namespace {

constexpr int NameWidth = 232; // px, at least

} // namespace

RowGroup::RowGroup(QWidget *parent)
    : QWidget(parent)
    , m_title(new WrapLabel(this))
    , m_lines(new QGridLayout)
{
    m_title->setObjectName(QStringLiteral("rowTitle"));
    m_title->setIndent(0); // it lies under the names of its lines
    m_title->hide();
    m_lines->setHorizontalSpacing(12);
    m_lines->setVerticalSpacing(6);
    m_lines->setColumnMinimumWidth(0, NameWidth);
    m_lines->setColumnStretch(0, 3);
    m_lines->setColumnStretch(1, 6);
    m_lines->setColumnStretch(2, 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addLayout(m_lines);
}

void RowGroup::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

QString RowGroup::title() const
{
    return m_title->text();
}

} // namespace motcua
