// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketPress.h"

#include <QThread>

#include <functional>
#include <memory>

namespace motcua {

/** A printer of tickets that owns a press and the one thread on which it may block. */
class QueuedTicketPrinter : public TicketPrinter
{
    Q_OBJECT

public:
    /** Stops the press; whatever still waits is answered with Closed. */
    ~QueuedTicketPrinter() override;

    [[nodiscard]] Form form() const override { return m_press->form(); }
    [[nodiscard]] QFuture<Told> print(const DrawnTicket &ticket) override;
    [[nodiscard]] QFuture<Told> state() override;

protected:
    /** Starts the thread, the only one that prints with `press` from here on. */
    QueuedTicketPrinter(std::unique_ptr<TicketPress> press, QObject *parent);

    /** Runs `task` on the thread after everything asked before; dropped when the printer goes first. */
    void post(std::function<void()> task);

private:
    QFuture<Told> asked(std::function<Told()> question);

    std::unique_ptr<TicketPress> m_press;
    QObject *m_place = nullptr; ///< lives and dies on m_thread
    QThread m_thread;
};

} // namespace motcua
