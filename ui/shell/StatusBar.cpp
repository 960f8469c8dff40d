// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusBar.h"

#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStringList>

namespace motcua {

StatusBar::StatusBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("statusBar"));
    setMinimumHeight(Height);
    m_delivery = new QLabel(this);
    m_delivery->setTextFormat(Qt::PlainText);
    // Its key is the way by keyboard; F6 comes to no line that only tells.
    m_devices = new QPushButton(this);
    m_devices->setObjectName(QStringLiteral("statusDevices"));
    m_devices->setProperty("role", QStringLiteral("line"));
    m_devices->setFocusPolicy(Qt::NoFocus);
    connect(m_devices, &QPushButton::clicked, this, &StatusBar::devicesPressed);
    m_left = new ElidedLabel(this); // what devices tell in large letters must not make the window wider
    m_right = new QLabel(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(0);
    row->addWidget(m_delivery);
    row->addWidget(m_devices);
    row->addWidget(m_left, 1);
    row->addWidget(m_right);
}

void StatusBar::draw(const StatusLine &line, const QString &helpKey, const QString &machineKey)
{
    const QString between = QStringLiteral(" · ");
    m_delivery->setText(line.delivery.isEmpty() ? QString() : line.delivery + between);
    m_delivery->setVisible(!line.delivery.isEmpty());
    m_devices->setText(line.devices);
    m_devices->setToolTip(machineKey.isEmpty() ? QString() : tr("This machine: what each device says, and what to do (%1)").arg(machineKey));
    m_devices->setEnabled(!machineKey.isEmpty());
    m_devices->setVisible(!line.devices.isEmpty());
    QStringList parts = {line.catalogue.isEmpty() ? QString() : tr("Catalogue %1").arg(line.catalogue), tr("%1 Keys").arg(helpKey),
        machineKey.isEmpty() ? QString() : tr("%1 This machine").arg(machineKey)};
    parts.removeAll(QString());
    m_left->setWords((line.devices.isEmpty() ? QString() : between) + parts.join(between));
    m_right->setText(line.version.isEmpty() ? QString() : QStringLiteral("motcua ") + line.version);
}

} // namespace motcua
