// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/ChannelCardReader.h"
#include "app/devices/pcsc/PcscFacts.h"
#include "app/training/chip/ChipCard.h"
#include "app/training/chip/ChipOptions.h"

#include <atomic>
#include <memory>
#include <optional>

namespace motcua::training {

/** The card reader of training, demonstration and tests: cards with a whole chip are laid on it and taken away, its cable and its service are switched. */
class SimulatedCardReader final : public ChannelCardReader
{
    Q_OBJECT

public:
    explicit SimulatedCardReader(Terms terms, QObject *parent = nullptr);
    ~SimulatedCardReader() override;

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString name() const override;

    /** What a look at the machine would find, were it one of PC/SC. */
    [[nodiscard]] PcscFacts facts() const;

    /** Lays this card there, instead of what lies there. */
    void lay(ChipCard card, const ChipOptions &options = {});
    /** Takes the card away, at once: a reading of it ends at its next command. */
    void takeAway();

    void pullOut(); ///< the reader, from the machine
    void plugIn();
    void setService(bool runs);

protected:
    [[nodiscard]] Way way() const override;

private:
    struct Lying;
    class Channel;
    void later();
    void follow();
    [[nodiscard]] State wanted() const;

    State m_state = State::Off;
    bool m_isStarted = false;
    bool m_isThere = true;
    std::shared_ptr<std::atomic<bool>> m_service; ///< whether it runs: one for each time it is started, and for those who were connected to it then
    std::shared_ptr<Lying> m_lying; ///< null: nothing lies there
};

} // namespace motcua::training
