// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Store.h"

#include "app/security/Random.h"
#include "app/security/SigningKey.h"
#include "app/storage/BackupWriter.h"
#include "app/storage/LocalTables.h"
#include "app/storage/Migrations.h"
#include "app/storage/StoreCore.h"
#include "app/storage/StoreFault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace motcua::storage {

using security::SecretBytes;

Store::Store(std::shared_ptr<StoreCore> core)
    : m_core(std::move(core))
{
}

Result<Store> Store::create(const QString &path, const SecretBytes &key, const StoreProfile &profile, const StoreOptions &options)
{
    return createAfter(path, key, profile, options, profile.training ? QStringLiteral("training") : QStringLiteral("new"), {});
}

Result<Store> Store::createAfter(const QString &path, const SecretBytes &key, const StoreProfile &profile, const StoreOptions &options,
    const QString &reason, const Id &previous)
{
    bool made = false;
    try {
        ConnectionOptions creator;
        creator.access = ConnectionOptions::Access::Creator;
        creator.vfs = options.vfs;
        creator.busyTimeoutMs = options.busyTimeoutMs;
        Connection connection(path, key, creator);
        made = true;
        Migrations::apply(connection, Migrations::all());
        Recorder recorder(connection, options, profile.training);
        recorder.write([&] {
            local::keepSetting(connection, local::Training, profile.training ? "1" : "0");
            local::keepSetting(connection, local::Fold, QByteArray::number(local::FoldVersion));
            local::keepSetting(connection, local::AttachmentNameKey, security::random::bytes(32));
        });
        recorder.startOrigin(reason, previous);
    } catch (const StoreFault &fault) {
        if (made) {
            for (const char *part : {"", "-wal", "-shm"}) {
                QFile::remove(path + QLatin1String(part));
            }
        }
        return fault.error();
    }
    if (const Result<> synced = options.files->syncFolder(QFileInfo(path).absolutePath()); !synced) {
        return synced.error();
    }
    return open(path, key, options);
}

Result<Store> Store::open(const QString &path, const SecretBytes &key, const StoreOptions &options)
{
    auto core = std::make_shared<StoreCore>(path, key, options);
    if (const Result<> opened = core->open(); !opened) {
        return opened.error();
    }
    return Store(std::move(core));
}

QString Store::path() const
{
    return m_core->path();
}

Id Store::origin() const
{
    return m_core->origin();
}

bool Store::isTraining() const
{
    return m_core->isTraining();
}

bool Store::holdsEngine() const
{
    return m_core->holdsEngine();
}

const JournalRules &Store::rules() const
{
    return m_core->options().rules;
}

const StoreNews *Store::news() const
{
    return m_core->news();
}

Attachments Store::attachments() const
{
    return m_core->attachments();
}

Worker &Store::reader() const
{
    return m_core->reader();
}

QFuture<Result<Recorded>> Store::record(const Act &act) const
{
    return m_core->writer().answer<Recorded>([core = m_core.get(), act](Connection &) {
        Recorded recorded = core->recorder().record({act}).constFirst();
        core->committed();
        return recorded;
    });
}

QFuture<Result<QList<Recorded>>> Store::recordAll(const QList<Act> &acts) const
{
    return m_core->writer().answer<QList<Recorded>>([core = m_core.get(), acts](Connection &) {
        QList<Recorded> recorded = core->recorder().record(acts);
        core->committed();
        return recorded;
    });
}

QFuture<Result<Ingested>> Store::ingest(const QList<journal::Entry> &entries) const
{
    return m_core->writer().answer<Ingested>([core = m_core.get(), entries](Connection &) {
        Ingested ingested = core->recorder().ingest(entries);
        core->committed();
        return ingested;
    });
}

QFuture<Result<Ingested>> Store::ingest(const journal::Run &run) const
{
    return m_core->writer().answer<Ingested>([core = m_core.get(), run](Connection &) {
        Ingested ingested = core->recorder().ingest(run);
        core->committed();
        return ingested;
    });
}

QFuture<Result<bool>> Store::stopIfCloned(const journal::LogHead &head) const
{
    return m_core->writer().answer<bool>([core = m_core.get(), head](Connection &) {
        const bool cloned = core->recorder().stopIfCloned(head);
        core->committed();
        return cloned;
    });
}

Worker &Store::writer() const
{
    return m_core->writer();
}

void Store::write(StoreCore &core, const std::function<void()> &work)
{
    core.recorder().write(work);
}

QFuture<Result<>> Store::written(std::function<void(Connection &)> work) const
{
    return m_core->writer().answer<std::monostate>([core = m_core.get(), work = std::move(work)](Connection &connection) {
        core->recorder().write([&] { work(connection); });
        return std::monostate{};
    });
}

QFuture<Result<>> Store::keepDraft(const Draft &draft) const
{
    return written([draft](Connection &connection) { local::keepDraft(connection, draft); });
}

QFuture<Result<>> Store::dropDraft(const Id &draft) const
{
    return written([draft](Connection &connection) { local::dropDraft(connection, draft); });
}

QFuture<Result<>> Store::keepNeeds(const Id &ticket, QDate day, const QStringList &needs) const
{
    return written([ticket, day, needs](Connection &connection) { local::keepNeeds(connection, ticket, day, needs); });
}

QFuture<Result<>> Store::keepOpen(const QString &part, const QByteArray &state) const
{
    return written([part, state](Connection &connection) { local::keepOpen(connection, part, state); });
}

QFuture<Result<>> Store::keepSetting(const QString &name, const QByteArray &value) const
{
    return written([name, value](Connection &connection) { local::keepSetting(connection, QStringLiteral("app.") + name, value); });
}

QFuture<Result<>> Store::keepPeerVector(const QString &peer, const journal::VersionVector &vector) const
{
    return written([peer, bytes = vector.toBytes()](Connection &connection) {
        connection.statement("INSERT OR REPLACE INTO l_peer_vector(peer, vector) VALUES(?1, ?2)").text(peer).blob(bytes).run();
    });
}

QFuture<Result<>> Store::reserveNumbers(const QString &unit, QDate day, int number) const
{
    return written([unit, day, number](Connection &connection) {
        connection.statement("INSERT INTO l_number_floor(unit, day, number) VALUES(?1, ?2, ?3) "
                             "ON CONFLICT DO UPDATE SET number = max(number, excluded.number)")
            .text(unit).bind(day.toJulianDay()).bind(qint64{number}).run();
    });
}

QFuture<Result<>> Store::rebuild() const
{
    return m_core->writer().answer<std::monostate>([core = m_core.get()](Connection &) {
        core->recorder().rebuild();
        core->committed();
        return std::monostate{};
    });
}

QFuture<Result<QByteArray>> Store::digest() const
{
    return m_core->writer().answer<QByteArray>([core = m_core.get()](Connection &) { return core->recorder().digest(); });
}

QFuture<Result<BackupReport>> Store::backUp(const QString &folder) const
{
    return m_core->keeper().answer<BackupReport>([core = m_core.get(), folder](Connection &connection) {
        return BackupWriter(connection, core->attachments(), core->options()).write(folder);
    });
}

QFuture<Result<QByteArray>> Store::signature(const QByteArray &message) const
{
    return reader().answer<QByteArray>([message](Connection &connection) {
        JournalTables journal(connection);
        const std::optional<security::SigningKey> key = journal.signingKey(journal.ownOrigin().id);
        if (!key) {
            throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("the key of this store's log"));
        }
        return key->sign(message);
    });
}

QFuture<Result<qsizetype>> Store::sweepAttachments() const
{
    return m_core->keeper().answer<qsizetype>([core = m_core.get()](Connection &connection) { return core->sweep(connection); });
}

void Store::close() const
{
    m_core->close();
}

} // namespace motcua::storage
