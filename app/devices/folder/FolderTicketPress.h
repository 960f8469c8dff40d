// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketPress.h"

#include <QString>

#include <atomic>

namespace motcua {

/** Prints tickets as PNG files, "ticket-1.png" and so on, into a folder that only its owner reads, and misbehaves as told. For one thread. */
class FolderTicketPress final : public TicketPress
{
public:
    enum class Trouble {
        None,
        PaperLow,
        LastTicket, ///< the roll ends with the next one
        PaperOut,
        CoverOpen,
        Broken,
        Silent, ///< prints, and says nothing of itself
        Unplugged,
        UnpluggedHalfway, ///< of the next ticket a part comes out, then it is gone
        EndsHalfway, ///< of the next ticket a part comes out, then there is no more paper
    };

    explicit FolderTicketPress(const QString &folder);

    void setTrouble(Trouble trouble) { m_trouble = trouble; }

    [[nodiscard]] TicketPrinter::Form form() const override { return TicketPrinter::Form::Roll; }
    [[nodiscard]] TicketPrinter::Told print(const DrawnTicket &ticket) override;
    [[nodiscard]] TicketPrinter::Told state() override;
    void stop() override { m_isStopped = true; }

private:
    [[nodiscard]] bool laid(const QImage &ticket, bool isWhole);

    QString m_folder;
    Trouble m_trouble = Trouble::None;
    int m_last = 0;
    std::atomic_bool m_isStopped = false;
};

} // namespace motcua
