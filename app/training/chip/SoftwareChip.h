// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"
#include "app/training/chip/ChipApplication.h"
#include "app/training/chip/ChipSession.h"

#include <atomic>

namespace motcua::training {

/**
 * A whole chip of ICAO Doc 9303 in this program: it answers as a Vietnamese identity card does, and as those do that are broken, altered
 * or copied.
 *
 * No time passes by itself. What the air and the chip would have taken is counted, and passed to whoever wants to wait for it.
 */
class SoftwareChip final : public CardChannel
{
public:
    /** `ephemeral` outlives this. */
    SoftwareChip(ChipCard card, ChipOptions options, Ephemeral &ephemeral);

    [[nodiscard]] Result<QByteArray, CardError> transmit(const QByteArray &command) override;
    [[nodiscard]] QByteArray atr() const override;
    void cancel() override { m_isCancelled = true; }

    /** Lifted and laid down again: nothing selected, nobody known. Counted tries stay counted; who was cancelled is not any more. */
    void reset();

    [[nodiscard]] const ChipCard &card() const { return m_card; }
    [[nodiscard]] int commands() const { return m_commands; }
    /** What the commands so far would have taken. */
    [[nodiscard]] std::chrono::microseconds time() const { return m_time; }

private:
    [[nodiscard]] QByteArray answer(const QByteArray &bytes);
    [[nodiscard]] QByteArray plainAnswer(const Apdu &command);
    [[nodiscard]] QByteArray protectedAnswer(const Apdu &command);
    [[nodiscard]] QByteArray fitted(QByteArray answer, const Apdu &command);
    [[nodiscard]] QByteArray rest(int wanted);
    void goOn(ChipReply &reply);
    void end();
    void spend(qsizetype sent, qsizetype received);

    ChipCard m_card;
    ChipOptions m_options;
    ChipApplication m_application;
    std::optional<ChipSession> m_session = {};
    QByteArray m_rest = {}; ///< of an answer that is fetched in pieces, status included
    int m_commands = 0;
    std::chrono::microseconds m_time{0};
    std::atomic<bool> m_isCancelled = false;
};

} // namespace motcua::training
