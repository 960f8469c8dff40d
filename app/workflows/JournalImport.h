// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/LogSource.h"

namespace motcua {

/** What became of one log. */
struct ImportedLog
{
    Id origin = {};
    qint64 fresh = 0; ///< entries that are new here, or of which only the header was here
    qint64 held = 0;
    qint64 refused = 0;
    std::optional<Error> why = {}; ///< of the first that was refused
};

/** What became of the files that entries of the logs name. */
struct ImportedFiles
{
    qint64 fresh = 0;
    qint64 held = 0;
    qint64 missing = 0; ///< neither here nor there
    qint64 damaged = 0; ///< not taken
};

/**
 * Takes over logs of others from a file or a disk, as the exchange would from a peer: nothing that the owner of a log does not vouch for. What is
 * taken is passed on by the exchange like anything else. Doing it again, or after it was broken off, changes nothing that is here already.
 *
 * Calls block.
 */
class JournalImport
{
public:
    explicit JournalImport(const storage::Store &store)
        : m_store(store)
    {
    }

    /** Every log of `source` but this store's own. Errors: OriginForeign (training meets real; nothing is taken), those of Store::ingest(). */
    [[nodiscard]] Result<QList<ImportedLog>> logs(LogSource &source) const;

    /** The sealed files in the folder of `theirs` that entries of these logs name and that are not here. Errors: those of Store::ask(), DiskFull. */
    [[nodiscard]] Result<ImportedFiles> files(const storage::Attachments &theirs, const QList<ImportedLog> &logs) const;

private:
    [[nodiscard]] Result<ImportedLog> log(LogSource &source, const HeldLog &held) const;
    [[nodiscard]] Result<> file(const storage::AttachmentReference &reference, const storage::Attachments &theirs, ImportedFiles &files) const;

    storage::Store m_store;
};

} // namespace motcua
