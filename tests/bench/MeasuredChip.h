// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"

#include <QList>

#include <chrono>

namespace motcua::bench {

/** One command and its answer, as they went over the way. */
struct Exchange
{
    QByteArray command = {};
    qsizetype answer = 0; ///< bytes, status included

    /** Whether it went under secure messaging. */
    [[nodiscard]] bool isProtected() const { return (static_cast<quint8>(command.at(0)) & 0x0C) == 0x0C; }
    /** Whether it brought new session keys: GENERAL AUTHENTICATE under secure messaging, which is chip authentication. */
    [[nodiscard]] bool renewsKeys() const { return isProtected() && static_cast<quint8>(command.at(1)) == 0x86; }
};

/** Milliseconds of processor the calling thread has used. */
[[nodiscard]] double threadCpu();

/**
 * Stands before a chip that computes on the reader's own thread, and keeps apart what the chip used: its processor time is no part of the
 * reader's. With a link model the time of a command begins here, so that what the chip computes lies within it, as in a real one.
 */
class MeasuredChip final : public CardChannel
{
public:
    explicit MeasuredChip(CardChannel &chip)
        : m_chip(chip)
    {
    }

    [[nodiscard]] Result<QByteArray, CardError> transmit(const QByteArray &command) override;
    [[nodiscard]] QByteArray atr() const override { return m_chip.atr(); }
    void cancel() override { m_chip.cancel(); }

    void forget();
    [[nodiscard]] const QList<Exchange> &exchanges() const { return m_exchanges; }
    [[nodiscard]] double chipCpu() const { return m_cpu; } ///< milliseconds
    [[nodiscard]] std::chrono::steady_clock::time_point began() const { return m_began; } ///< of the command under way

private:
    CardChannel &m_chip;
    QList<Exchange> m_exchanges;
    double m_cpu = 0;
    std::chrono::steady_clock::time_point m_began = {};
};

} // namespace motcua::bench
