// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/storage/Attachments.h"
#include "app/storage/EngineLock.h"
#include "app/storage/Recorder.h"
#include "app/storage/StoreNews.h"
#include "app/storage/StoreOptions.h"
#include "app/storage/Worker.h"

#include <atomic>
#include <memory>

namespace motcua::storage {

/** What the copies of a Store share: its threads, its key and what was read when it was opened. */
class StoreCore
{
public:
    StoreCore(const QString &path, const security::SecretBytes &key, const StoreOptions &options);
    ~StoreCore();
    StoreCore(const StoreCore &) = delete;
    StoreCore &operator=(const StoreCore &) = delete;

    [[nodiscard]] Result<> open();
    void close();

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const StoreOptions &options() const { return m_options; }
    [[nodiscard]] Id origin() const { return m_origin; }
    [[nodiscard]] bool isTraining() const { return m_training; }
    [[nodiscard]] bool holdsEngine() const { return m_holdsEngine.load(); }
    [[nodiscard]] const StoreNews *news() const { return &m_news; }
    [[nodiscard]] const Attachments &attachments() const { return *m_attachments; }

    [[nodiscard]] Worker &writer() { return m_writer; }
    [[nodiscard]] Worker &keeper();
    /** The one of the two with less to do; the first until the second has begun. */
    [[nodiscard]] Worker &reader();

    /** On the writer thread: the recorder of its connection. */
    [[nodiscard]] Recorder &recorder() { return *m_recorder; }
    /** On the writer thread, after a commit: tells the news and lets go of purged pages. */
    void committed();
    /** Deletes blobs that nothing refers to and that are older than a day; how many. */
    [[nodiscard]] qsizetype sweep(Connection &connection) const;

private:
    [[nodiscard]] std::unique_ptr<Connection> opened(ConnectionOptions::Access access) const;
    [[nodiscard]] std::unique_ptr<Connection> openedForWriting();
    static void readAhead(Worker &worker);
    void beginOthers();
    void watch(Connection &connection);
    void logGrew(qint64 bytes);
    void checkpoint(int mode);

    const QString m_path;
    const security::SecretBytes m_key;
    const StoreOptions m_options;
    StoreNews m_news;
    EngineLock m_engine;
    std::atomic<bool> m_holdsEngine = false;
    std::atomic<bool> m_checkpointing = false;
    std::unique_ptr<Recorder> m_recorder;
    qint64 m_seenVersion = 0;
    bool m_othersBegun = false; ///< of the writer's thread
    Id m_origin = {};
    bool m_training = false;
    std::unique_ptr<Attachments> m_attachments;
    Worker m_readerOne;
    Worker m_readerTwo;
    Worker m_keeper;
    Worker m_writer;
};

} // namespace motcua::storage
