// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/CentreJournal.h"
#include "app/storage/CatalogueShelf.h"
#include "app/storage/OneThread.h"
#include "app/storage/Store.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <memory>

namespace motcua::centre {

struct MirrorOptions
{
    std::shared_ptr<const security::SecretBytes> storeKey = {}; ///< under which the store is encrypted, and the base with it
    storage::StoreOptions store = {};
    QStringList settings = {}; ///< names of those another machine needs to begin from
};

/**
 * Keeps the whole of a store's journal and its files on PostgreSQL too, before anybody is told of it: then the machine may burn.
 *
 * The local store stays what is worked with; PostgreSQL holds what another machine begins from. One program writes at a time. Calls block and may come from
 * any thread but those of the store: what is done is done on one thread, so that whoever waits behind another often finds it done. Errors of all calls: those of CentreJournal and of the store.
 */
class JournalMirror
{
public:
    JournalMirror(storage::Store store, DatabaseAccess access, MirrorOptions options);

    /** Becomes the one that writes, when nobody else is; again, where nobody else was in between. Error: DatabaseHeld. */
    [[nodiscard]] Result<> take();
    /** Lets another become it. */
    void release();
    /** Whether it still is; asks the server. */
    [[nodiscard]] bool holds();

    /** Brings here what PostgreSQL has and this store has not; the entries that were. Error: ChainBroken and the like where it is not what was signed. */
    [[nodiscard]] Result<quint64> pull();
    /**
     * Takes over from the base another machine kept: keys, settings, law; nothing from one of its own. Whether settings or law are others now. Errors:
     * BackupDamaged, StoreWrongKey (the key of that machine's store was changed).
     */
    [[nodiscard]] Result<bool> adopt();
    /** Keeps the base anew where it is not the one that was kept last, and the files that have come whole since their entries went. */
    [[nodiscard]] Result<> keepBase();

    /** When it returns, everything the store has now is on PostgreSQL, with the files it names as far as they are whole here. */
    [[nodiscard]] Result<> settle();
    /** The same for a stretch that was just taken in, whatever else waits: so that several go side by side. */
    [[nodiscard]] Result<> settle(const journal::Run &run);
    /** A file that is whole here. */
    [[nodiscard]] Result<> settleFile(const storage::AttachmentReference &reference);
    /** Brings a file here that is whole there; false when it is not. */
    [[nodiscard]] Result<bool> fetchFile(const storage::AttachmentReference &reference);

    /** The files of a folder as one piece, and back into a folder that is made. Errors: FileUnreadable; BackupDamaged, FileUnwritable. */
    [[nodiscard]] static Result<QByteArray> packed(const QString &folder);
    [[nodiscard]] static Result<> unpack(const QByteArray &packed, const QString &folder);

private:
    template <typename T>
    [[nodiscard]] Result<T> onThread(std::function<Result<T>()> work);

    // On m_thread, as everything below is touched nowhere else.
    [[nodiscard]] Result<> taken();
    [[nodiscard]] Result<quint64> pulled();
    [[nodiscard]] Result<bool> adopted();
    [[nodiscard]] Result<> baseKept();
    [[nodiscard]] Result<> settled();
    [[nodiscard]] Result<> fileSettled(const storage::AttachmentReference &reference);
    [[nodiscard]] Result<bool> fileFetched(const storage::AttachmentReference &reference);
    [[nodiscard]] Result<> push(const journal::Run &run);
    [[nodiscard]] Result<> pushFiles(const Id &origin, quint64 first, quint64 last);
    [[nodiscard]] Result<> pushLog(const journal::SeqRange &range);
    [[nodiscard]] Result<quint64> pullLog(const journal::SeqRange &range);
    /** What lets a base be told from the one before: settings, keys and slots, not when it was written. */
    [[nodiscard]] Result<QByteArray> fingerprint() const;
    [[nodiscard]] storage::CatalogueShelf shelf() const;
    [[nodiscard]] Result<> adoptLaw(const QString &folder) const;

    storage::Store m_store;
    CentreJournal m_journal;
    MirrorOptions m_options;
    qint64 m_epoch = 0;
    std::unique_ptr<CentreJournal::Hold> m_hold;
    journal::VersionVector m_known; ///< what is on PostgreSQL
    QSet<QByteArray> m_files; ///< that are certainly there
    QHash<QByteArray, storage::AttachmentReference> m_later; ///< that were not whole here when their entries went
    QByteArray m_base; ///< fingerprint of the one kept last
    OneThread m_thread; ///< the last: it ends first
};

} // namespace motcua::centre
