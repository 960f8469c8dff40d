// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/chip/SoftwareChip.h"
#include "tests/app/devices/CardChannelBench.h"

#include <optional>

namespace motcua {

/** Our chip in this program. */
class ChipChannelBench : public CardChannelBench
{
public:
    void lay(training::ChipCard card, const training::ChipOptions &options) override
    {
        m_chip.emplace(std::move(card), options, m_ephemeral);
    }
    CardChannel &open() override
    {
        m_chip->reset();
        return *m_chip;
    }
    [[nodiscard]] QByteArray atr() const override { return m_chip->atr(); }

private:
    SystemEphemeral m_ephemeral;
    std::optional<training::SoftwareChip> m_chip;
};

} // namespace motcua
