// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/ScannerDevice.h"

#include <algorithm>

namespace motcua {

std::optional<ScannerDevice> ScannerDevice::chosen(const QList<ScannerDevice> &devices, const QString &part)
{
    const auto exact = std::find_if(devices.cbegin(), devices.cend(), [&part](const ScannerDevice &one) { return one.id == part; });
    if (exact != devices.cend()) {
        return *exact;
    }
    const auto found = std::find_if(devices.cbegin(), devices.cend(),
        [&part](const ScannerDevice &one) { return one.name().contains(part, Qt::CaseInsensitive) || one.id.contains(part, Qt::CaseInsensitive); });
    return found == devices.cend() ? std::nullopt : std::optional(*found);
}

} // namespace motcua
