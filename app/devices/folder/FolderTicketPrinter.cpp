// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderTicketPrinter.h"

namespace motcua {

FolderTicketPrinter::FolderTicketPrinter(const QString &folder, QObject *parent)
    : FolderTicketPrinter(new FolderTicketPress(folder), parent)
{
}

FolderTicketPrinter::FolderTicketPrinter(FolderTicketPress *press, QObject *parent)
    : QueuedTicketPrinter(std::unique_ptr<TicketPress>(press), parent)
    , m_press(press)
{
}

void FolderTicketPrinter::setTrouble(FolderTicketPress::Trouble trouble)
{
    post([press = m_press, trouble] { press->setTrouble(trouble); });
}

} // namespace motcua
