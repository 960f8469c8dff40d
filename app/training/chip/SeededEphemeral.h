// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Ephemeral.h"

#include <QByteArray>

namespace motcua::training {

/** The same draws for the same seed, so that a training card is the same card again. Anybody can foretell them. */
class SeededEphemeral final : public Ephemeral
{
public:
    explicit SeededEphemeral(QByteArray seed)
        : m_seed(std::move(seed))
    {
    }

    [[nodiscard]] security::SecretBytes draw(qsizetype size) override;

    /** 0 to `bound` - 1. */
    [[nodiscard]] int below(int bound);

private:
    QByteArray m_seed;
    quint64 m_drawn = 0;
};

} // namespace motcua::training
