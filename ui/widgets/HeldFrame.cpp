// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HeldFrame.h"

#include <QWidget>

namespace motcua {

HeldFrame::HeldFrame(QWidget *page)
    : m_page(page)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(MostMs);
    QObject::connect(&m_patience, &QTimer::timeout, page, [this] { show(); });
}

void HeldFrame::hold()
{
    if (m_page->isVisible()) {
        return;
    }
    m_page->setUpdatesEnabled(false);
    m_patience.start();
}

void HeldFrame::show()
{
    m_patience.stop();
    m_page->setUpdatesEnabled(true);
}

} // namespace motcua
