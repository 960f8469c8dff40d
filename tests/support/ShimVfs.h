// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <mutex>
#include <sqlite3.h>

namespace motcua::testsupport {

/** What SQLite asks of the disk. Locks and shared memory are not durable state and pass unseen. */
enum class IoKind { Open, Create, Read, Write, Truncate, Sync, Delete };

/** One request of SQLite to the disk; `data` lives only as long as the call. */
struct IoCall
{
    IoKind kind = IoKind::Open;
    QByteArray path = {};
    qint64 offset = 0; ///< for Truncate the new size
    qint64 size = 0;
    const char *data = nullptr;
    bool syncsFolder = false; ///< Delete: the folder is flushed too
};

/** Sees every request between SQLite and the disk and may refuse it. Called from any thread that uses SQLite, one call at a time. */
class IoWitness
{
public:
    virtual ~IoWitness() = default;

    /** SQLITE_OK lets the call through; any other result code is what SQLite gets instead. */
    virtual int before(const IoCall &call) = 0;
    /** The call was done. */
    virtual void after(const IoCall &call) = 0;
};

/**
 * An SQLite VFS over the default one that shows every request to a witness.
 *
 * Registered beside the default, under the encryption: databases are opened with vfs name(), so the witness sees
 * encrypted pages as the disk does. Outlives every connection opened through it.
 */
class ShimVfs
{
public:
    ShimVfs(const QByteArray &name, IoWitness &witness);
    ~ShimVfs();
    Q_DISABLE_COPY_MOVE(ShimVfs)

    /** What sqlite3_open_v2() or vfs= in a URI needs to reach this file system through the cipher. */
    [[nodiscard]] QByteArray name() const { return QByteArrayLiteral("multipleciphers-") + m_name; }
    /** The file system without the cipher above it. */
    [[nodiscard]] QByteArray clearName() const { return m_name; }

private:
    struct File;

    static ShimVfs &self(sqlite3_vfs *vfs) { return *static_cast<ShimVfs *>(vfs->pAppData); }
    static sqlite3_vfs *real(sqlite3_vfs *vfs) { return self(vfs).m_real; }
    int witnessed(const IoCall &call, auto &&work);

    static int open(sqlite3_vfs *, sqlite3_filename, sqlite3_file *, int, int *);
    static int remove(sqlite3_vfs *, const char *, int);
    static int close(sqlite3_file *);
    static int read(sqlite3_file *, void *, int, sqlite3_int64);
    static int write(sqlite3_file *, const void *, int, sqlite3_int64);
    static int truncate(sqlite3_file *, sqlite3_int64);
    static int sync(sqlite3_file *, int);
    static const sqlite3_io_methods *methods();

    QByteArray m_name;
    IoWitness &m_witness;
    sqlite3_vfs *m_real = nullptr;
    sqlite3_vfs m_vfs = {};
    std::recursive_mutex m_mutex;
};

} // namespace motcua::testsupport
