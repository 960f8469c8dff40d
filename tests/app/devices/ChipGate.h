// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/chip/ChipOptions.h"

#include <QSemaphore>

#include <atomic>
#include <memory>

namespace motcua {

/** Holds a chip before it answers one of its commands, so that something happens just there. */
class ChipGate
{
public:
    /** `at`: the command that is held, from 1; 0: none is. `goesOnAfter`: milliseconds after which the chip answers all the same; -1: never. */
    static std::shared_ptr<ChipGate> before(int at, int goesOnAfter = -1) { return std::make_shared<ChipGate>(at, goesOnAfter); }
    ChipGate(int at, int goesOnAfter)
        : m_at(at)
        , m_goesOnAfter(goesOnAfter)
    {
    }

    /** The options of a chip that is held here. */
    [[nodiscard]] static training::ChipOptions held(const std::shared_ptr<ChipGate> &gate, training::ChipOptions options = {})
    {
        options.perCommand = std::chrono::microseconds(1); // no time passes, but that of this
        options.pass = [gate](std::chrono::microseconds) { gate->pass(); };
        return options;
    }

    /** Whether the chip has come to that command; waits some seconds for it. */
    [[nodiscard]] bool isReached() { return m_isReached.tryAcquire(1, 20'000); }
    void open()
    {
        m_isOpen.store(true);
        m_mayGo.release();
    }
    [[nodiscard]] int commands() const { return m_commands.load(); }

private:
    void pass()
    {
        if (++m_commands == m_at && !m_isOpen.load()) {
            m_isReached.release();
            (void)m_mayGo.tryAcquire(1, m_goesOnAfter);
        }
    }

    int m_at;
    int m_goesOnAfter;
    std::atomic_int m_commands = 0;
    std::atomic_bool m_isOpen = false;
    QSemaphore m_isReached;
    QSemaphore m_mayGo;
};

} // namespace motcua
