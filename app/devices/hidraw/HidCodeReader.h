// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/PortCodeReader.h"
#include "app/devices/hidraw/HidDevice.h"

#include <optional>

namespace motcua {

/** A code reader that speaks HID-POS: a USB device of usage page 8C, which sends what it scanned as reports and types nothing. */
class HidCodeReader : public PortCodeReader
{
    Q_OBJECT

public:
    struct Settings
    {
        QString path = {}; ///< a device or a link to one; empty: the first that is there, and a machine without one has nothing amiss
        HidDevice::Folders folders = {};
        int silenceMs = 300; ///< a code whose next report does not come ends here; the system asks a USB device every 255 ms or oftener
        int lookMs = 3000; ///< a reader that is not there is looked for this often
    };

    explicit HidCodeReader(const Settings &settings, QObject *parent = nullptr);

    /**
     * What the [codeReader] part of an INI file says of this machine: `hid`, a device, or "none" where another program has it. Without it the
     * first one there is is used, because such a reader tells by itself what it is.
     */
    [[nodiscard]] static std::optional<Settings> configured(const QString &file);
};

} // namespace motcua
