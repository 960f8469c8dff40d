// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeFrames.h"
#include "app/devices/CodeReader.h"
#include "app/devices/serial/SerialLine.h"

#include <QSocketNotifier>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace motcua {

/** A code reader on a serial line: a cable, or a USB reader that shows itself as one (CDC-ACM). */
class SerialCodeReader : public CodeReader
{
    Q_OBJECT

public:
    struct Settings
    {
        QString path = {}; ///< a link that udev keeps, such as one of candidates(): "/dev/ttyACM0" may be another device tomorrow
        int baud = 9600; ///< 9600 to 115200; a USB reader does not mind
        int silenceMs = 50; ///< a code without a line end ends here
        int lookMs = 3000; ///< a reader that is not there is looked for this often
    };

    explicit SerialCodeReader(const Settings &settings, QObject *parent = nullptr);

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] Trouble trouble() const override { return m_trouble; }

    /**
     * What the [codeReader] part of an INI file says of this machine: `path`, and `baud` where it is not 9600. Without a path this machine has
     * no such reader: lines are not tried, for a card terminal or a modem may hang on them.
     */
    [[nodiscard]] static std::optional<Settings> configured(const QString &file);

    /** The links in `folder` by which lines can be named for good, in order. */
    [[nodiscard]] static QStringList candidates(const QString &folder = QStringLiteral("/dev/serial/by-id"));

private:
    void look();
    void take();
    void endSilent();
    void letGo();
    void tell(const QByteArray &code);
    void become(State state, Trouble trouble);

    Settings m_settings;
    SerialLine m_line;
    QSocketNotifier m_notifier{QSocketNotifier::Read}; ///< goes before the line it watches
    CodeFrames m_frames;
    QTimer m_silence;
    QTimer m_look;
    State m_state = State::Off;
    Trouble m_trouble = Trouble::Nothing;
};

} // namespace motcua
