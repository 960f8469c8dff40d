// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Backup.h"

#include <QLatin1String>

namespace motcua::storage {

/** What is in a back-up: every file with its size and SHA-256, as JSON of sorted keys, signed by the origin's Ed25519 key. */
struct BackupManifest
{
    static constexpr QLatin1String StoreFile{"store.db"};
    static constexpr QLatin1String KeysFile{"store.keys"};
    static constexpr QLatin1String AttachmentsFolder{"attachments"};
    static constexpr QLatin1String ManifestFile{"manifest.json"};
    static constexpr QLatin1String SignatureFile{"manifest.sig"};
    static constexpr QLatin1String TrustFolder{"trust"}; ///< whom the centre trusts to sign chip cards; beside the store under the same name
    static constexpr QLatin1String SignersFolder{"signers"}; ///< and to sign documents; likewise
    static constexpr QLatin1String LawFolder{"law"}; ///< the package of the catalogue that holds (CatalogueShelf); likewise
    static constexpr int Format = 4; ///< with signers; without them as 3 with a package, as 2 with issuers alone and as 1 with none of it, which older programs restore

    struct File
    {
        QString path = {}; ///< within the folder: one of the above, attachments/<hex>.mca, trust/<hex>.<kind>, signers/<hex>.<kind>, law/head.json or law/<hex>.package
        qint64 size = 0;
        QByteArray sha256 = {};
    };

    BackupFacts facts = {};
    QList<File> files = {};

    /** Measures every file of the folder but the manifest itself. Error: FileUnreadable. */
    [[nodiscard]] Result<> addFiles(const QString &folder);
    [[nodiscard]] qint64 totalBytes() const;

    [[nodiscard]] static bool isTrust(const QString &path) { return path.startsWith(TrustFolder + u'/'); }
    [[nodiscard]] static bool isSigner(const QString &path) { return path.startsWith(SignersFolder + u'/'); }
    [[nodiscard]] static bool isLaw(const QString &path) { return path.startsWith(LawFolder + u'/'); }

    [[nodiscard]] QByteArray toBytes() const;
    /** BackupDamaged, FileNewer. */
    [[nodiscard]] static Result<BackupManifest> fromBytes(const QByteArray &bytes);

    /** The manifest of a folder whose signature and files all hold. Errors: those of checkBackup. */
    [[nodiscard]] static Result<BackupManifest> checked(const QString &folder);
};

} // namespace motcua::storage
