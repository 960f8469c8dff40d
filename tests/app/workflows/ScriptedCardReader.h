// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardReader.h"

namespace motcua {

/** A reader of cards that is in the state the test says, and on which every reading ends as the test says. */
class ScriptedCardReader final : public CardReader
{
public:
    QString named = {};

    void become(State state)
    {
        m_state = state;
        Q_EMIT stateChanged();
    }
    void end(const std::optional<CardError> &broken)
    {
        CardRecord card;
        card.broken = broken;
        Q_EMIT ended(card);
    }

    void start() override {}
    void stop() override {}
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString name() const override { return named; }
    void read(const std::shared_ptr<const CardKey> &) override {}
    [[nodiscard]] bool isReading() const override { return false; }
    void cancel() override {}

private:
    State m_state = State::Off;
};

} // namespace motcua
