// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/PortCodeReader.h"

#include <QStringList>

#include <optional>

namespace motcua {

/** A code reader on a serial line: a cable, or a USB reader that shows itself as one (CDC-ACM). */
class SerialCodeReader : public PortCodeReader
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

    /**
     * What the [codeReader] part of an INI file says of this machine: `path`, and `baud` where it is not 9600. Without a path this machine has
     * no such reader: lines are not tried, for a card terminal or a modem may hang on them.
     */
    [[nodiscard]] static std::optional<Settings> configured(const QString &file);

    /** The links in `folder` by which lines can be named for good, in order. */
    [[nodiscard]] static QStringList candidates(const QString &folder = QStringLiteral("/dev/serial/by-id"));
};

} // namespace motcua
