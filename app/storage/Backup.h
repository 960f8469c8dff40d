// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/storage/StoreOptions.h"
#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QList>
#include <QString>

namespace motcua::storage {

/** What was written, for the BackupMade entry and the administrator. */
struct BackupReport
{
    Id backup = {};
    QString folder = {};
    qint64 bytes = 0;
    qsizetype files = 0;
    qsizetype missingAttachments = 0; ///< named by entries but not on the disk
    QByteArray manifestHash = {}; ///< SHA-256
};

/** What a back-up's manifest says, after its signature and every file were checked. */
struct BackupFacts
{
    Id backup = {};
    Id origin = {};
    qint64 madeMs = 0;
    QByteArray publicKey = {}; ///< Ed25519 of the origin that signed it
    qsizetype files = 0;
    qint64 bytes = 0;
};

/** Checks the manifest's signature and the SHA-256 of every file. Errors: BackupDamaged (detail: which file), FileNewer, FileUnreadable. */
[[nodiscard]] Result<BackupFacts> checkBackup(const QString &folder);

/**
 * Copies a checked back-up to a new store at `path`, which becomes a new origin; the old logs stay, read only. Whom the centre trusts to sign cards, and the package
 * of the catalogue it went by, come along into the folders beside it, once it is known that the origin of the back-up signed its manifest; a package that is
 * there already stays.
 *
 * `key` is the data key the back-up's own key slots (`<folder>/store.keys`) give. The new origin has no unit until somebody takes over that of
 * the one before, and numbers given out after the back-up are unknown until Store::reserveNumbers: ResumeDesk does both. Errors: those of checkBackup and Store::open, StoreExists, DiskFull.
 */
[[nodiscard]] Result<Id> restoreBackup(const QString &folder, const QString &path, const security::SecretBytes &key, const StoreOptions &options);

/** What could be saved from a damaged file. */
struct SalvageReport
{
    QString quarantined = {}; ///< where the damaged file lies now
    Id origin = {}; ///< of the new store; null after a crash within the exchange
    qsizetype entries = 0; ///< saved
    qsizetype lost = 0; ///< unreadable, or not what their header says
    qsizetype payloadsLost = 0; ///< the header was saved, what it says was not
};

/**
 * Saves every entry of a damaged file whose hash still holds into a new store, a new origin, and puts that in its place.
 *
 * The damaged file is moved aside once all is saved; after an error or a crash before that it lies where it lay, and a crash within the
 * exchange is ended by the next call, which then has no figures to report. Attachments stay. Needs as much free disk as the store has.
 * No program may have the store open (StoreBusy). Errors: StoreMissing, StoreWrongKey when no page opens under `key`, DiskFull.
 */
[[nodiscard]] Result<SalvageReport> salvage(const QString &path, const security::SecretBytes &key, const StoreOptions &options);

} // namespace motcua::storage
