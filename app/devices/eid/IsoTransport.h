// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"

#include <chrono>
#include <functional>

namespace motcua {

/** What a reading may cost: more than any card needs, and an end for one that has no end in mind. */
struct ReadingBudget
{
    int commands = 3000; ///< a photograph of 256 KB in pieces of 96 bytes
    std::chrono::milliseconds time = std::chrono::minutes(2); ///< from the first command on
    std::function<std::chrono::milliseconds()> clock = {}; ///< that never goes back; empty: the system's
};

/**
 * The transport rules of ISO/IEC 7816-4 clauses 5.3.4 and 11.8.1, so that nobody above knows them: 61xx is followed by GET RESPONSE until all is there,
 * 6Cxx makes a plain command be asked once more with the length the card names. A protected command is not repeated: both sides have counted it.
 *
 * One transport is for one reading: where its budget is spent, every command is answered with Nonsense (commands) or TimedOut (time).
 * Answers may be longer than a short command can ask for; a chip that never comes to an end, or answers more than an APDU can hold, talks Nonsense.
 */
class IsoTransport final : public CardChannel
{
public:
    static constexpr qsizetype LongestAnswer = Apdu::MostExtended + 2;
    static constexpr int MostPieces = 512; ///< twice as many as 65536 bytes need in pieces of 256

    explicit IsoTransport(CardChannel &below, ReadingBudget budget = {});

    [[nodiscard]] Result<QByteArray, CardError> transmit(const QByteArray &command) override;
    [[nodiscard]] QByteArray atr() const override { return m_below.atr(); }
    void cancel() override { m_below.cancel(); }
    [[nodiscard]] qsizetype room(qsizetype answer) const override { return m_below.room(answer); }
    [[nodiscard]] std::optional<bool> extendedLength() const override;

    /** Commands sent to the card so far. */
    [[nodiscard]] int commands() const { return m_commands; }

private:
    struct Piece
    {
        QByteArray bytes; ///< with its status
        quint16 status = 0;
    };
    [[nodiscard]] Result<Piece, CardError> piece(const QByteArray &command);
    [[nodiscard]] std::optional<CardError> overspent();

    CardChannel &m_below;
    ReadingBudget m_budget;
    std::optional<std::chrono::milliseconds> m_begun; ///< by the clock
    int m_commands = 0;
};

} // namespace motcua
