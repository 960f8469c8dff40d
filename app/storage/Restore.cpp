// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SigningKey.h"
#include "app/storage/Backup.h"
#include "app/storage/BackupManifest.h"
#include "app/storage/Connection.h"
#include "app/storage/Migrations.h"
#include "app/storage/PageSeal.h"
#include "app/storage/Recorder.h"
#include "app/storage/Store.h"
#include "app/storage/StoreFault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cstring>

extern "C" int sqlite3_rekey_v2(sqlite3 *db, const char *zDbName, const void *zKey, int nKey);

namespace motcua::storage {

using security::SecretBytes;

namespace {

QString attachmentsOf(const QString &path)
{
    return path + QStringLiteral(".attachments");
}

/** Of what lies beside the store: the same place beside the new one. */
QString besideOf(const QString &path, const QString &file)
{
    return QFileInfo(path).absolutePath() + u'/' + file;
}

/** Whether whoever signed the manifest is the origin of the copy: anybody can write a manifest that another key signs, and put issuers of theirs into it. */
bool isSignedByOrigin(Connection &connection, const BackupFacts &facts)
{
    Statement row = connection.statement("SELECT seed FROM l_origin_key WHERE origin = ?1");
    row.bind(facts.origin);
    const auto key = row.step() ? security::SigningKey::fromSeed(SecretBytes::copyOf(row.view(0))) : std::nullopt;
    return key && key->publicKey() == facts.publicKey;
}

/** Takes along whom the centre trusts and the law it goes by; what lies there already stays. `copied`: what has to go again if the rest fails. */
Result<> copyBeside(const BackupManifest &manifest, const QString &folder, const QString &path, const StoreOptions &options, QStringList &copied)
{
    const bool hasLaw = QFileInfo::exists(besideOf(path, BackupManifest::LawFolder + QStringLiteral("/head.json"))); // perhaps a later one
    for (const BackupManifest::File &file : manifest.files) {
        const QString target = besideOf(path, file.path);
        const bool isWanted = BackupManifest::isTrust(file.path) || BackupManifest::isSigner(file.path) ? !QFile::exists(target) : BackupManifest::isLaw(file.path) && !hasLaw;
        if (!isWanted) {
            continue;
        }
        if (!QDir().mkpath(QFileInfo(target).absolutePath())) {
            return Error{ErrorCode::FileUnwritable, QFileInfo(file.path).path()};
        }
        copied.append(target);
        if (const Result<> done = copyDurably(*options.files, folder + u'/' + file.path, target); !done) {
            return done;
        }
    }
    return {};
}

void removeStore(const QString &path)
{
    for (const char *part : {"", "-wal", "-shm", ".keys"}) {
        QFile::remove(path + QLatin1String(part));
    }
    QDir(attachmentsOf(path)).removeRecursively();
}

constexpr qsizetype SaltSize = 16;

ConnectionOptions writing(const StoreOptions &options)
{
    ConnectionOptions connection;
    connection.access = ConnectionOptions::Access::Writer;
    connection.vfs = options.vfs;
    connection.busyTimeoutMs = options.busyTimeoutMs;
    return connection;
}

} // namespace

Result<BackupFacts> checkBackup(const QString &folder)
{
    const Result<BackupManifest> manifest = BackupManifest::checked(folder);
    return manifest ? Result<BackupFacts>(manifest->facts) : Result<BackupFacts>(manifest.error());
}

Result<Id> restoreBackup(const QString &folder, const QString &path, const SecretBytes &key, const StoreOptions &options)
{
    const Result<BackupManifest> manifest = BackupManifest::checked(folder);
    if (!manifest) {
        return manifest.error();
    }
    if (QFile::exists(path) || QFile::exists(path + QStringLiteral(".keys")) || QFile::exists(attachmentsOf(path))) {
        return Error{ErrorCode::StoreExists, {}};
    }
    QStringList beside;
    const auto failed = [&path, &beside](const Error &error) {
        removeStore(path);
        for (const QString &one : std::as_const(beside)) {
            QFile::remove(one);
        }
        QDir().rmdir(besideOf(path, BackupManifest::TrustFolder)); // only if nothing else is in it
        QDir().rmdir(besideOf(path, BackupManifest::SignersFolder));
        QDir().rmdir(besideOf(path, BackupManifest::LawFolder));
        return error;
    };
    for (const BackupManifest::File &file : manifest->files) {
        if (BackupManifest::isTrust(file.path) || BackupManifest::isSigner(file.path) || BackupManifest::isLaw(file.path)) {
            continue; // when it is known who signed that it belongs to it
        }
        QString target = path;
        if (file.path == BackupManifest::KeysFile) {
            target += QStringLiteral(".keys");
        } else if (file.path != BackupManifest::StoreFile) {
            if (!QDir().mkpath(attachmentsOf(path))) {
                return failed({ErrorCode::FileUnwritable, QStringLiteral("attachment folder")});
            }
            target = attachmentsOf(path) + u'/' + QFileInfo(file.path).fileName();
        }
        if (const Result<> copied = copyDurably(*options.files, folder + u'/' + file.path, target); !copied) {
            return failed(copied.error());
        }
    }
    try {
        Connection connection(path, key, writing(options));
        Migrations::apply(connection, Migrations::all());
        if (!isSignedByOrigin(connection, manifest->facts)) {
            return failed({ErrorCode::BackupDamaged, BackupManifest::SignatureFile});
        }
        if (const Result<> copied = copyBeside(*manifest, folder, path, options, beside); !copied) {
            return failed(copied.error());
        }
        const bool training = connection.number("SELECT value = CAST('1' AS BLOB) FROM l_setting WHERE name = 'training'") != 0;
        return Recorder(connection, options, training).startOrigin(QStringLiteral("restored"), manifest->facts.origin);
    } catch (const StoreFault &fault) {
        return failed(fault.error());
    }
}

Result<> Store::rekey(const QString &path, const SecretBytes &from, const SecretBytes &to, const StoreOptions &options)
{
    if (to.size() != 32) {
        return Error{ErrorCode::StoreWrongKey, QStringLiteral("a data key has 32 bytes")};
    }
    // The first 16 bytes of the file, in clear, are a salt that every page's authentication hangs on. It has to stay: a new one is on
    // the disk before the other pages are, and after a crash there the old key could not read the rollback journal any more.
    const QByteArray salt = PageSeal(path, from, options.vfs).salt();
    if (salt.size() != SaltSize) {
        return Error{QFile::exists(path) ? ErrorCode::StoreDamaged : ErrorCode::StoreMissing, QStringLiteral("the file is too short")};
    }
    try {
        Connection connection(path, from, writing(options));
        // Leaving WAL needs every other connection gone, and takes the pages under the old key out of the log.
        connection.execute("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE;");
        SecretBytes raw(4 + to.size() + SaltSize);
        std::memcpy(raw.data(), "raw:", 4);
        std::memcpy(raw.data() + 4, to.data(), static_cast<std::size_t>(to.size()));
        std::memcpy(raw.data() + 4 + to.size(), salt.constData(), SaltSize);
        const int code = sqlite3_rekey_v2(connection.handle(), "main", raw.data(), static_cast<int>(raw.size()));
        if (code != SQLITE_OK) {
            return Error{code == SQLITE_BUSY ? ErrorCode::StoreBusy : ErrorCode::StoreFailed, QStringLiteral("SQLite %1 during rekey").arg(code)};
        }
        connection.execute("PRAGMA journal_mode=WAL;");
    } catch (const StoreFault &fault) {
        return fault.error();
    }
    return {};
}

} // namespace motcua::storage
