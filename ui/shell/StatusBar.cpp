// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>

namespace motcua {

StatusBar::StatusBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("statusBar"));
    setMinimumHeight(Height);
    m_left = new QLabel(this);
    m_left->setTextFormat(Qt::PlainText);
    m_right = new QLabel(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_left, 1);
    row->addWidget(m_right);
}

void StatusBar::draw(const StatusLine &line, const QString &helpKey)
{
    QStringList parts = {line.delivery, line.devices, line.catalogue.isEmpty() ? QString() : tr("Catalogue %1").arg(line.catalogue),
        tr("%1 Keys").arg(helpKey)};
    parts.removeAll(QString());
    m_left->setText(parts.join(QStringLiteral(" · ")));
    m_right->setText(line.version.isEmpty() ? QString() : QStringLiteral("motcua ") + line.version);
}

} // namespace motcua
