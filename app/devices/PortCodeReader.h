// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeFrames.h"
#include "app/devices/CodeReader.h"
#include "app/devices/ReaderPort.h"

#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace motcua {

/** A code reader on a port of the system: looks for it, listens to it, and tells what comes as codes. */
class PortCodeReader : public CodeReader
{
    Q_OBJECT

public:
    /** `silenceMs`: a code without its end ends after so long a silence; `lookMs`: a port that is not there is looked for this often. */
    PortCodeReader(std::unique_ptr<ReaderPort> port, int silenceMs, int lookMs, QObject *parent = nullptr);

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] Trouble trouble() const override { return m_trouble; }

private:
    void look();
    void take();
    void endSilent();
    void letGo();
    void tell(const QByteArray &code);
    void become(State state, Trouble trouble);

    std::unique_ptr<ReaderPort> m_port;
    int m_lookMs = 0;
    QSocketNotifier m_notifier{QSocketNotifier::Read}; ///< goes before the port it watches
    CodeFrames m_frames;
    QTimer m_silence;
    QTimer m_look;
    State m_state = State::Off;
    Trouble m_trouble = Trouble::Nothing;
};

} // namespace motcua
