// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/MachineFacts.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace motcua {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Keys and decoded forms may be paged out; on clear swap they would lie on the disk after the program has ended.
QStringList clearSwap()
{
    QStringList clear;
    const QList<QByteArray> lines = contents(QStringLiteral("/proc/swaps")).split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const QString device = QString::fromLocal8Bit(line.split(' ').constFirst());
        // A mapped device is encrypted only when dm-crypt made it; plain LVM is mapped as well. zram never leaves the memory.
        const QString name = device.section(u'/', -1);
        const bool isEncrypted = contents(QStringLiteral("/sys/block/%1/dm/uuid").arg(name)).startsWith("CRYPT-");
        if (!device.isEmpty() && !isEncrypted && !name.startsWith(QStringLiteral("zram"))) {
            clear.append(device);
        }
    }
    return clear;
}

MachineFacts::Spooler spooler()
{
    const QString path = QStringLiteral("/etc/cups/cupsd.conf");
    if (!QFile::exists(path)) {
        return MachineFacts::Spooler::Missing;
    }
    const QList<QByteArray> lines = contents(path).split('\n');
    for (const QByteArray &line : lines) {
        if (line.simplified().toLower() == "preservejobfiles no") {
            return MachineFacts::Spooler::KeepsNone;
        }
    }
    return MachineFacts::Spooler::KeepsFiles;
}

} // namespace

MachineFacts MachineFacts::of(const StoreFolder &folder)
{
    // The folder need not exist yet: then its nearest parent that does tells how much room there is.
    QString place = folder.path();
    while (!QFileInfo::exists(place) && place.contains(u'/')) {
        place = place.section(u'/', 0, -2);
    }
    return {.storeThere = folder.exists(),
        .freeBytes = QStorageInfo(place.isEmpty() ? QStringLiteral("/") : place).bytesAvailable(),
        .clearSwap = motcua::clearSwap(),
        .spooler = motcua::spooler()};
}

} // namespace motcua
