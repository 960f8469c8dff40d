// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeFrames.h"
#include "app/devices/CodeReader.h"

#include <QList>

namespace motcua {

/** The code reader of training, demonstration and tests: codes are held before it, its cable and its troubles are switched. */
class SimulatedCodeReader : public CodeReader
{
    Q_OBJECT

public:
    explicit SimulatedCodeReader(QObject *parent = nullptr);

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] Trouble trouble() const override { return m_state == State::Failed ? m_trouble : Trouble::Nothing; }

    /** The reader sends `bytes`, with or without a line end; lost where nobody listens. */
    void send(const QByteArray &bytes);

    void pullOut();
    void plugIn();
    /** It is there and cannot be used; Nothing: it can again. */
    void setTrouble(Trouble trouble);

private:
    void later(void (SimulatedCodeReader::*act)());
    void follow();
    void take();
    [[nodiscard]] State wanted() const;

    CodeFrames m_frames;
    QList<QByteArray> m_sent;
    Trouble m_trouble = Trouble::Nothing;
    State m_state = State::Off;
    Trouble m_told = Trouble::Nothing;
    bool m_started = false;
    bool m_isThere = true;
};

} // namespace motcua
