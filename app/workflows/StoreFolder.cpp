// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/StoreFolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace motcua {

StoreFolder StoreFolder::usual(bool training)
{
    const QString chosen = qEnvironmentVariable("MOTCUA_STORE");
    if (!chosen.isEmpty()) {
        return StoreFolder(chosen);
    }
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return StoreFolder(data + (training ? QStringLiteral("/motcua/training") : QStringLiteral("/motcua/centre")));
}

bool StoreFolder::exists() const
{
    return QFile::exists(file()) || QFile::exists(file() + QStringLiteral(".keys"));
}

bool StoreFolder::canBeMade() const
{
    QFileInfo nearest(QDir::cleanPath(QDir::current().absoluteFilePath(m_path)));
    while (!nearest.exists() && !nearest.isRoot()) {
        nearest.setFile(nearest.path());
    }
    return nearest.isDir() && nearest.isWritable();
}

bool StoreFolder::create() const
{
    return QDir().mkpath(m_path) && QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void StoreFolder::discard() const
{
    for (const char *ending : {"", "-wal", "-shm", ".keys", ".keys.bak", ".names", ".failures", ".engine.lock",
             ".keys.lock", ".keys.turn", ".failures.lock"}) {
        QFile::remove(file() + QLatin1String(ending));
    }
    QDir(file() + QStringLiteral(".attachments")).removeRecursively();
}

} // namespace motcua
