// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MadeReady.h"

#include <QLayout>
#include <QList>
#include <QWidget>

namespace motcua {

void makeReady(QWidget &page)
{
    page.ensurePolished();
    const QList<QWidget *> within = page.findChildren<QWidget *>();
    for (QWidget *widget : within) {
        widget->ensurePolished();
    }
    if (page.layout()) {
        page.layout()->activate();
    }
}

} // namespace motcua
