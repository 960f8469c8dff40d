// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/hidraw/HidDevice.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

// Asked by udev of every HID device ("/sys/devices/…/hidraw/hidraw3"): says of a bar code scanner that it is one, which stands nowhere but in
// its report descriptor, and ends with 1 for all others.
int main(int argc, char *argv[])
{
    const QFileInfo device(argc == 2 ? QFile::decodeName(argv[1]) : QString());
    if (!motcua::HidDevice::layoutOf(device.fileName(), device.path())) {
        return 1;
    }
    return std::puts("ID_MOTCUA_CODE_READER=1") < 0 ? 1 : 0;
}
