// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/escpos/EscPosTicketPrinter.h"
#include "tests/app/devices/EscPosMachine.h"
#include "tests/app/devices/TicketBench.h"

#include <QTemporaryDir>

#include <atomic>
#include <mutex>
#include <thread>

namespace motcua {

/** A printer of our own that reads what comes strictly, behind a port of the loopback or a pseudo-terminal with a link to it. */
class EscPosBench : public TicketBench
{
public:
    enum class Line { Tcp, Device };

    explicit EscPosBench(Line line);
    ~EscPosBench() override;

    /** The machine inside, while nothing happens to it. */
    template <typename Do>
    auto with(Do what)
    {
        const std::lock_guard lock(m_mutex);
        return what(m_machine);
    }

    [[nodiscard]] EscPosSettings settings() const;
    std::unique_ptr<TicketPrinter> printer() override { return std::make_unique<EscPosTicketPrinter>(settings()); }
    QList<QImage> tickets() override { return with([](EscPosMachine &machine) { return machine.tickets(); }); }
    QStringList complaints() override { return with([](EscPosMachine &machine) { return machine.complaints(); }); }
    void make(TicketPrinter &printer, Trouble trouble) override;

    /** While it stands still it reads nothing, as one whose memory is small. */
    void setReadsOn(bool readsOn) { m_readsOn = readsOn; }
    /** It takes the connection, and never a byte. */
    void setDeaf(bool deaf) { m_deaf = deaf; }

    void plugIn();
    void pullOut(); ///< at once, whatever is on its way

    [[nodiscard]] QString link() const { return m_folder.filePath(u"lp0"_qs); }

private:
    void run();
    void shut();
    [[nodiscard]] bool accept();
    void serve();

    Line m_line;
    QTemporaryDir m_folder;
    std::mutex m_mutex; ///< of the machine
    EscPosMachine m_machine;
    std::atomic_bool m_readsOn = true;
    std::atomic_bool m_deaf = false;
    std::atomic_bool m_goes = false;
    std::atomic<qint64> m_cutAt = 0; ///< bytes of pictures after which the cable is pulled; 0: never
    qint64 m_readHere = 0; ///< bytes of this line
    quint16 m_port = 0;
    int m_listening = -1;
    int m_connection = -1; ///< or the master of the terminal
    int m_held = -1; ///< its other end, so that it outlives who prints
    std::thread m_thread;
};

} // namespace motcua
