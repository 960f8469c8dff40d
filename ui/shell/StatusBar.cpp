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
    // Their keys are the way by keyboard; F6 comes to no line that only tells.
    const auto line = [this](const QString &name) {
        auto *button = new QPushButton(this);
        button->setObjectName(name);
        button->setProperty("role", QStringLiteral("line"));
        button->setFocusPolicy(Qt::NoFocus);
        return button;
    };
    m_delivery = line(QStringLiteral("statusDelivery"));
    connect(m_delivery, &QPushButton::clicked, this, &StatusBar::deliveryPressed);
    m_between = new QLabel(QStringLiteral(" · "), this);
    m_devices = line(QStringLiteral("statusDevices"));
    connect(m_devices, &QPushButton::clicked, this, &StatusBar::devicesPressed);
    m_left = new ElidedLabel(this); // what devices tell in large letters must not make the window wider
    m_right = new QLabel(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(0);
    row->addWidget(m_delivery);
    row->addWidget(m_between);
    row->addWidget(m_devices);
    row->addWidget(m_left, 1);
    row->addSpacing(12); // else the last key runs into the version in large letters
    row->addWidget(m_right);
}

void StatusBar::draw(const StatusLine &line, const QString &helpKey, const QString &machineKey, const QString &outboxKey)
{
    const QString between = QStringLiteral(" · ");
    m_delivery->setText(line.delivery);
    m_delivery->setToolTip(outboxKey.isEmpty() ? line.deliveryTold : QStringLiteral("%1 (%2)").arg(line.deliveryTold, outboxKey));
    m_delivery->setAccessibleName(line.delivery);
    m_delivery->setAccessibleDescription(line.deliveryTold);
    m_delivery->setEnabled(!outboxKey.isEmpty());
    m_delivery->setVisible(!line.delivery.isEmpty());
    m_between->setVisible(!line.delivery.isEmpty());
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
