// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/BaseCopy.h"

#include "app/security/SigningKey.h"
#include "app/storage/BackupManifest.h"
#include "app/storage/BackupWriter.h"
#include "app/storage/Connection.h"
#include "app/storage/JournalTables.h"
#include "app/storage/LocalTables.h"
#include "app/storage/Migrations.h"
#include "app/storage/StoreFault.h"

#include <QDir>

namespace motcua::storage {

namespace {

const QString Prefix = QStringLiteral("app."); // of what Store::keepSetting() keeps

ConnectionOptions with(ConnectionOptions::Access access, const StoreOptions &options = {})
{
    return {.access = access, .vfs = options.vfs, .busyTimeoutMs = options.busyTimeoutMs};
}

void copyKeys(Connection &from, Connection &to)
{
    Statement row = from.statement("SELECT origin, seed FROM l_origin_key");
    while (row.step()) {
        to.statement("INSERT INTO l_origin_key(origin, seed) VALUES(?1, ?2) ON CONFLICT DO NOTHING").blob(row.view(0)).blob(row.view(1)).run();
    }
}

/** Where a store is made whose rows are copied out again; nothing of it stays. */
class Workshop
{
public:
    explicit Workshop(const QString &path)
        : m_folder(path)
    {
        m_folder.removeRecursively();
        QDir().mkpath(path);
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    ~Workshop() { m_folder.removeRecursively(); }
    Workshop(const Workshop &) = delete;
    Workshop &operator=(const Workshop &) = delete;

    [[nodiscard]] QString store() const { return m_folder.filePath(BackupManifest::StoreFile); }

private:
    QDir m_folder;
};

/** Whether whoever signed the manifest writes a log whose key the base holds; and that is under the key of the store. */
bool isSignedByItsOrigin(Connection &base, const BackupFacts &facts)
{
    Statement row = base.statement("SELECT seed FROM l_origin_key WHERE origin = ?1");
    row.bind(facts.origin);
    const auto key = row.step() ? security::SigningKey::fromSeed(security::SecretBytes::copyOf(row.view(0))) : std::nullopt;
    return key && key->publicKey() == facts.publicKey;
}

} // namespace

BackupReport WriteBase::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    const Workshop workshop(folder + QStringLiteral(".blank"));
    Connection blank(workshop.store(), *key, with(ConnectionOptions::Access::Creator, options));
    Migrations::apply(blank, Migrations::all());
    {
        Transaction transaction(blank);
        copyKeys(connection, blank);
        Statement setting = connection.statement("SELECT name, value FROM l_setting");
        while (setting.step()) {
            local::keepSetting(blank, setting.string(0), setting.bytes(1));
        }
        const OriginRow own = JournalTables(connection).ownOrigin();
        JournalTables journal(blank);
        OriginRow row = journal.madeOrigin(own.id);
        row.own = true;
        row.publicKey = own.publicKey;
        row.clock = own.clock;
        journal.keep(row);
        transaction.commit();
    }
    return BackupWriter(blank, Attachments(workshop.store() + QStringLiteral(".attachments"), {}, options.files), options, connection.path()).write(folder);
}

int AdoptBase::run(Connection &connection) const
{
    try {
        Connection base(folder + u'/' + BackupManifest::StoreFile, *key, with(ConnectionOptions::Access::Writer));
        Migrations::apply(base, Migrations::all());
        if (!isSignedByItsOrigin(base, facts)) {
            throw StoreFault(ErrorCode::BackupDamaged, BackupManifest::SignatureFile);
        }
        return adopted(base, connection);
    } catch (const StoreFault &fault) {
        if (fault.error().code == ErrorCode::StoreDamaged) {
            throw StoreFault(ErrorCode::BackupDamaged, BackupManifest::StoreFile); // of the base, and nothing is wrong with this store
        }
        throw;
    }
}

int AdoptBase::adopted(Connection &base, Connection &connection) const
{
    const qint64 before = connection.number("SELECT count(*) FROM l_origin_key");
    copyKeys(base, connection);
    Statement setting = base.statement("SELECT name, value FROM l_setting");
    while (setting.step()) {
        if (setting.string(0).startsWith(Prefix) && settings.contains(setting.string(0).sliced(Prefix.size()))) {
            local::keepSetting(connection, setting.string(0), setting.bytes(1));
        }
    }
    // What the other machine told the national system stands nowhere here.
    connection.statement("UPDATE l_national SET unsure = 1").run();
    return static_cast<int>(connection.number("SELECT count(*) FROM l_origin_key") - before);
}

QList<journal::EntryKey> WithoutPayload::run(Connection &connection) const
{
    QList<journal::EntryKey> keys;
    Statement row = connection.statement("SELECT o.origin, e.place & ((1 << 40) - 1) FROM j_entry e JOIN j_origin o ON o.no = e.place >> 40 "
                                         "WHERE e.subject = (SELECT no FROM j_subject WHERE subject = ?1) AND e.payload IS NULL");
    row.bind(subject);
    while (row.step()) {
        keys.append({row.id(0), static_cast<quint64>(row.integer(1))});
    }
    return keys;
}

} // namespace motcua::storage
