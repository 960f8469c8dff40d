// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/storage/Backup.h"
#include "models/journal/EntryKey.h"

#include <memory>

/** What a store whose journal is kept elsewhere too needs to begin anew from it, for Store::ask() and Store::keep(). */
namespace motcua::storage {

class Connection;

/**
 * A back-up without a journal: the keys of the logs this store writes and wrote, its settings, who may open it, whom the centre trusts and its law.
 *
 * restoreBackup() takes it like any other; the journal is then to be fetched. `key` is that of this store, and opens the copy.
 */
struct WriteBase
{
    using Answer = BackupReport;
    QString folder = {}; ///< must not exist
    std::shared_ptr<const security::SecretBytes> key = {};
    StoreOptions options = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/**
 * Takes from the base of another machine, which wrote in this one's place meanwhile, the keys of the logs it wrote, so that they count as this store's
 * own word, and these settings. Throws StoreWrongKey where it is not under the key of this store, and
 * BackupDamaged where its manifest is not signed by a log whose key it holds itself.
 */
struct AdoptBase
{
    using Answer = int; ///< keys that were not known here
    QString folder = {};
    std::shared_ptr<const security::SecretBytes> key = {};
    QStringList settings = {}; ///< names, as in Store::keepSetting()
    BackupFacts facts = {}; ///< of its manifest, which was checked

    [[nodiscard]] Answer run(Connection &connection) const;

private:
    [[nodiscard]] int adopted(Connection &base, Connection &connection) const;
};

/** The entries about a subject whose payload is not here: purged, or never received. */
struct WithoutPayload
{
    using Answer = QList<journal::EntryKey>;
    Id subject = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
