// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/chip/SoftwareChip.h"
#include "tests/app/devices/pcsc/VirtualCard.h"

#include <utility>

namespace motcua {

/** Our chip on a virtual reader: at the far end of the driver's wire, where its faults take it away. */
class ServedChip
{
public:
    ServedChip(const QString &path, training::ChipCard card, training::ChipOptions options)
        : m_chip(std::move(card), std::move(options), m_ephemeral)
        , m_card(
              path, m_chip.atr(),
              [this](const QByteArray &command) {
                  const auto answer = m_chip.transmit(command);
                  return answer ? *answer : QByteArray(); // and so it is pulled away
              },
              [this](int) { m_chip.reset(); })
    {
    }

    /** Not while it answers. */
    [[nodiscard]] const training::SoftwareChip &chip() const { return m_chip; }
    void pullAway() { m_card.pullAway(); }

private:
    SystemEphemeral m_ephemeral;
    training::SoftwareChip m_chip;
    VirtualCard m_card; ///< the last to come and the first to go: it works with the others
};

} // namespace motcua
