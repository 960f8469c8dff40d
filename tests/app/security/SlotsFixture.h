// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/KeySlots.h"
#include "app/security/Random.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace motcua::security {

/** A new store's slots in an own folder, with cheap scrypt, one person and one recovery key. */
struct SlotsFixture
{
    // Memory instead of the disk: thousands of flushes are not what these tests measure.
    QTemporaryDir folder{QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm/motcua-XXXXXX")
                                                                   : QDir::tempPath() + QStringLiteral("/motcua-XXXXXX")};
    QString store = folder.filePath(QStringLiteral("desk.motcua"));
    Id storeId = random::id(1790000000000);
    Id hoa = random::id(1790000000001);
    Id binh = random::id(1790000000002);
    QString hoaTyped = QStringLiteral("mưa rơi trên mái nhà");
    QString binhTyped = QStringLiteral("gió thổi qua đồi chè");
    Password hoaPassword = Password::typed(hoaTyped);
    Password binhPassword = Password::typed(binhTyped);
    RecoveryKey recovery = RecoveryKey::generate();
    KeySlots keySlots{store, ScryptCost::forTests()};

    [[nodiscard]] OpenedKeys created()
    {
        Result<OpenedKeys> keys = keySlots.create(storeId, hoa, hoaPassword, recovery);
        return keys ? std::move(*keys) : OpenedKeys();
    }

    [[nodiscard]] QString file() const { return store + QStringLiteral(".keys"); }
    [[nodiscard]] QString copy() const { return file() + QStringLiteral(".bak"); }

    [[nodiscard]] static QByteArray read(const QString &path)
    {
        QFile source(path);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile target(path);
        if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate) || target.write(bytes) != bytes.size()) {
            qFatal("test folder is not writable");
        }
    }
};

} // namespace motcua::security
