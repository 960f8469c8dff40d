// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/hidraw/HidCodeReader.h"

#include <QSettings>

namespace motcua {

HidCodeReader::HidCodeReader(const Settings &settings, QObject *parent)
    : PortCodeReader(std::make_unique<HidDevice>(settings.path, settings.folders), settings.silenceMs, settings.lookMs, parent)
{
}

std::optional<HidCodeReader::Settings> HidCodeReader::configured(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    Settings found;
    found.path = settings.value(QStringLiteral("codeReader/hid")).toString().trimmed();
    return found.path == QLatin1String("none") ? std::nullopt : std::optional(found);
}

} // namespace motcua
