// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

/** A card reader as the service shows it. Whether another program holds its card is not told when it changes, only when the card is wanted. */
struct PcscReader
{
    enum class State {
        Empty,
        Card,
        Mute, ///< a card that does not answer: laid on wrongly, or of another kind
        Unavailable, ///< the reader itself does not answer
    };

    QString name = {};
    State state = State::Empty;
    QByteArray atr = {};

    /** By the bits SCARD_STATE_… that SCardGetStatusChange gives. */
    [[nodiscard]] static State stateOf(unsigned long events);

    friend bool operator==(const PcscReader &, const PcscReader &) = default;
};

} // namespace motcua
