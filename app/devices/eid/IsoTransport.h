// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"

namespace motcua {

/**
 * The transport rules of ISO/IEC 7816-4 clauses 5.3.4 and 11.8.1, so that nobody above knows them: 61xx is followed by GET RESPONSE until all is there,
 * 6Cxx makes a plain command be asked once more with the length the card names. A protected command is not repeated: both sides have counted it.
 *
 * Answers may be longer than a short command can ask for; a chip that never comes to an end, or answers more than an APDU can hold, talks Nonsense.
 */
class IsoTransport final : public CardChannel
{
public:
    static constexpr qsizetype LongestAnswer = Apdu::MostExtended + 2;
    static constexpr int MostPieces = 512; ///< twice as many as 65536 bytes need in pieces of 256

    explicit IsoTransport(CardChannel &below)
        : m_below(below)
    {
    }

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

    CardChannel &m_below;
    int m_commands = 0;
};

} // namespace motcua
