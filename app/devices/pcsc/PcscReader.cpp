// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pcsc/PcscReader.h"

#include <winscard.h>

namespace motcua {

PcscReader::State PcscReader::stateOf(unsigned long events)
{
    if ((events & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE)) != 0) {
        return State::Unavailable;
    }
    if ((events & SCARD_STATE_PRESENT) == 0) {
        return State::Empty;
    }
    if ((events & SCARD_STATE_MUTE) != 0) {
        return State::Mute;
    }
    return State::Card;
}

} // namespace motcua
