// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/serial/SerialCodeReader.h"

#include "app/devices/serial/SerialLine.h"

#include <QDir>
#include <QSettings>

namespace motcua {

SerialCodeReader::SerialCodeReader(const Settings &settings, QObject *parent)
    : PortCodeReader(std::make_unique<SerialLine>(settings.path, settings.baud), settings.silenceMs, settings.lookMs, parent)
{
}

std::optional<SerialCodeReader::Settings> SerialCodeReader::configured(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    Settings found;
    found.path = settings.value(QStringLiteral("codeReader/path")).toString().trimmed();
    found.baud = settings.value(QStringLiteral("codeReader/baud"), found.baud).toInt();
    return found.path.isEmpty() ? std::nullopt : std::optional(found);
}

QStringList SerialCodeReader::candidates(const QString &folder)
{
    QStringList paths;
    const QDir all(folder);
    for (const QString &name : all.entryList(QDir::System | QDir::Files, QDir::Name)) {
        paths.append(all.filePath(name));
    }
    return paths;
}

} // namespace motcua
