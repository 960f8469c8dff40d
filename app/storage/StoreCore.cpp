// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/StoreCore.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/KeptAttachments.h"
#include "app/storage/LocalTables.h"
#include "app/storage/Migrations.h"
#include "app/storage/StoreFault.h"

#include <QFileInfo>

#include <sqlite3.h>

#include <utility>

namespace motcua::storage {

namespace {

// On two processors an import, its checkpoints and the window are three: whoever types goes first, then what is shown, then what is filed.
constexpr int NiceReading = 1;
constexpr int NiceWriting = 3;
constexpr int NiceKeeping = 10;

} // namespace

StoreCore::StoreCore(const QString &path, const security::SecretBytes &key, const StoreOptions &options)
    : m_path(path)
    , m_key(key.clone())
    , m_options(options)
    , m_engine(path)
    , m_readerOne(QStringLiteral("store-read-1"), NiceReading, [this] { return opened(ConnectionOptions::Access::Reader); })
    , m_readerTwo(QStringLiteral("store-read-2"), NiceReading, [this] { return opened(ConnectionOptions::Access::Reader); })
    , m_keeper(QStringLiteral("store-keep"), NiceKeeping, [this] { return opened(ConnectionOptions::Access::Writer); })
    , m_writer(QStringLiteral("store-write"), NiceWriting, [this] { return openedForWriting(); })
{
    m_writer.every(options.watchMs, [this](Connection &connection) { watch(connection); });
    const auto damaged = [this](const Error &error) { Q_EMIT m_news.damaged(error); };
    m_readerOne.whenDamaged(damaged);
    m_readerTwo.whenDamaged(damaged);
    m_keeper.whenDamaged(damaged);
    m_writer.whenDamaged(damaged);
}

StoreCore::~StoreCore()
{
    close();
}

Result<> StoreCore::open()
{
    m_holdsEngine = m_engine.take();
    // The list every day begins with, while the writer opens and the sign-in is journalled: when the window asks, its statements are compiled and
    // its pages decrypted. Nobody waits for it, and what it meets the one who asks will meet again.
    m_readerOne.begin();
    readAhead(m_readerOne);
    if (Result<> started = m_writer.start(); !started) {
        return started;
    }
    // Before the readers start, so that everything below is settled when the handle is given out.
    auto facts = m_writer.answer<std::monostate>([this](Connection &connection) {
        m_origin = JournalTables(connection).ownOrigin().id;
        m_attachments = std::make_unique<Attachments>(m_path + QStringLiteral(".attachments"),
            security::SecretBytes::copyOf(local::setting(connection, local::AttachmentNameKey).value_or(QByteArray())), m_options.files);
        m_seenVersion = connection.dataVersion();
        return std::monostate{};
    });
    facts.waitForFinished();
    if (!facts.result()) {
        return facts.result();
    }
    if (Result<> started = m_readerOne.start(); !started) {
        return started;
    }
    return {};
}

void StoreCore::readAhead(Worker &worker)
{
    (void)worker.answer<WorklistPage::Page>([](Connection &connection) { return WorklistPage{}.run(connection); });
}

// Nobody who has just signed in waits for these, and on two processors their opening would be waited for.
void StoreCore::beginOthers()
{
    m_readerTwo.begin();
    readAhead(m_readerTwo);
    m_keeper.begin();
    if (m_holdsEngine.load()) {
        (void)m_keeper.answer<qsizetype>([this](Connection &connection) { return sweep(connection); });
    }
}

qsizetype StoreCore::sweep(Connection &connection) const
{
    // A blob is on the disk before its entry is: whatever is younger may still be on its way into the journal.
    constexpr qint64 DayMs = 24 * 60 * 60 * 1000;
    const Result<qsizetype> swept = m_attachments->sweep(keptAttachments(connection), m_options.now() - DayMs);
    if (!swept) {
        throw StoreFault(swept.error());
    }
    return *swept;
}

void StoreCore::close()
{
    m_readerOne.stop();
    m_readerTwo.stop();
    m_keeper.stop();
    m_writer.stop();
}

Worker &StoreCore::reader()
{
    return m_readerTwo.isBegun() && m_readerTwo.waiting() < m_readerOne.waiting() ? m_readerTwo : m_readerOne;
}

std::unique_ptr<Connection> StoreCore::opened(ConnectionOptions::Access access) const
{
    ConnectionOptions options;
    options.access = access;
    options.vfs = m_options.vfs;
    options.busyTimeoutMs = m_options.busyTimeoutMs;
    options.synchronousFull = m_options.durability == StoreOptions::Durability::Full;
    return std::make_unique<Connection>(m_path, m_key, options);
}

std::unique_ptr<Connection> StoreCore::openedForWriting()
{
    m_recorder.reset();
    std::unique_ptr<Connection> connection = opened(ConnectionOptions::Access::Writer);
    if (Migrations::version(*connection) != Migrations::newest()) { // else nothing of them need be read
        Migrations::apply(*connection, Migrations::all());
    }
    m_training = local::setting(*connection, local::Training).value_or(QByteArray()) == "1";
    m_recorder = std::make_unique<Recorder>(*connection, m_options, m_training);
    if (local::setting(*connection, local::Fold).value_or(QByteArray()) != QByteArray::number(local::FoldVersion)) {
        // The last program to fold these tables understood the journal differently.
        m_recorder->rebuild();
        m_recorder->write([&] { local::keepSetting(*connection, local::Fold, QByteArray::number(local::FoldVersion)); });
    }
    connection->watchLog([this](qint64 bytes) { logGrew(bytes); });
    return connection;
}

void StoreCore::committed()
{
    Q_EMIT m_news.changed(m_recorder->touched());
    if (m_recorder->purged()) {
        checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    }
}

Worker &StoreCore::keeper()
{
    m_keeper.begin();
    return m_keeper;
}

void StoreCore::watch(Connection &connection)
{
    if (!std::exchange(m_othersBegun, true)) {
        beginOthers();
    }
    if (!m_holdsEngine.load() && m_engine.take()) {
        m_holdsEngine = true;
        Q_EMIT m_news.engineHeld(true);
    }
    const qint64 version = connection.dataVersion();
    if (version != m_seenVersion) {
        m_seenVersion = version;
        Q_EMIT m_news.changed({});
        // Only the holder moves the log, also when others wrote it.
        logGrew(QFileInfo(m_path + QStringLiteral("-wal")).size());
    }
}

void StoreCore::logGrew(qint64 bytes)
{
    if (m_holdsEngine.load() && bytes >= m_options.passiveCheckpointBytes && !m_checkpointing.exchange(true)) {
        checkpoint(bytes >= m_options.restartCheckpointBytes ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE);
    }
}

void StoreCore::checkpoint(int mode)
{
    (void)keeper().answer<std::monostate>([this, mode](Connection &connection) {
        // A busy log is no error: the next commit asks again. Most of it without the lock that the other modes keep from the writer, who would
        // wait for a thread that stands back behind everybody.
        sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        if (mode != SQLITE_CHECKPOINT_PASSIVE) {
            sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, mode, nullptr, nullptr);
        }
        m_checkpointing = false;
        return std::monostate{};
    });
}

} // namespace motcua::storage
