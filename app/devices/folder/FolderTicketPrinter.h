// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/QueuedTicketPrinter.h"
#include "app/devices/folder/FolderTicketPress.h"

namespace motcua {

/** The printer of tickets of training, demonstration and tests: its tickets are pictures in a folder, its troubles are switched on. */
class FolderTicketPrinter : public QueuedTicketPrinter
{
    Q_OBJECT

public:
    /** See FolderTicketPress. */
    explicit FolderTicketPrinter(const QString &folder, QObject *parent = nullptr);

    /** Takes effect on whatever is asked after this call. */
    void setTrouble(FolderTicketPress::Trouble trouble);

private:
    FolderTicketPrinter(FolderTicketPress *press, QObject *parent);

    FolderTicketPress *m_press; ///< owned by the base; told its troubles on its thread only
};

} // namespace motcua
