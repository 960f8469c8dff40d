// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ShimVfs.h"

#include <new>

// In the amalgamation, but in a header the package does not carry apart.
extern "C" {
int sqlite3mc_vfs_create(const char *zVfsReal, int makeDefault);
void sqlite3mc_vfs_destroy(const char *zName);
}

namespace motcua::testsupport {

/** An open file: SQLite's base first, then ours, then the real file in the memory behind it. */
struct ShimVfs::File
{
    sqlite3_file base = {};
    ShimVfs *owner = nullptr;
    QByteArray path = {};

    static File &of(sqlite3_file *file) { return *reinterpret_cast<File *>(file); }
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    static sqlite3_file *realOf(sqlite3_file *file) { return of(file).real(); }
};

int ShimVfs::witnessed(const IoCall &call, auto &&work)
{
    // The real call is made under the lock, so that the witness sees one order that truly happened.
    const std::scoped_lock lock(m_mutex);
    if (const int refused = m_witness.before(call); refused != SQLITE_OK) {
        return refused;
    }
    const int rc = work();
    if (rc == SQLITE_OK) {
        m_witness.after(call);
    }
    return rc;
}

int ShimVfs::open(sqlite3_vfs *vfs, sqlite3_filename path, sqlite3_file *file, int flags, int *outFlags)
{
    ShimVfs &shim = self(vfs);
    auto *mine = new (file) File;
    mine->owner = &shim;
    mine->path = path != nullptr ? QByteArray(path) : QByteArray();
    int exists = 1;
    if (path != nullptr && (flags & SQLITE_OPEN_CREATE) != 0) {
        shim.m_real->xAccess(shim.m_real, path, SQLITE_ACCESS_EXISTS, &exists);
    }
    const IoCall call{.kind = exists != 0 ? IoKind::Open : IoKind::Create, .path = mine->path};
    mine->real()->pMethods = nullptr;
    const int rc = shim.witnessed(call, [&] { return shim.m_real->xOpen(shim.m_real, path, mine->real(), flags, outFlags); });
    if (mine->real()->pMethods != nullptr) {
        mine->base.pMethods = methods();
    } else {
        mine->~File();
        file->pMethods = nullptr;
    }
    return rc;
}

int ShimVfs::remove(sqlite3_vfs *vfs, const char *path, int syncFolder)
{
    ShimVfs &shim = self(vfs);
    const IoCall call{.kind = IoKind::Delete, .path = path, .syncsFolder = syncFolder != 0};
    return shim.witnessed(call, [&] { return shim.m_real->xDelete(shim.m_real, path, syncFolder); });
}

int ShimVfs::close(sqlite3_file *file)
{
    File &mine = File::of(file);
    const int rc = mine.real()->pMethods->xClose(mine.real());
    mine.~File();
    file->pMethods = nullptr;
    return rc;
}

int ShimVfs::read(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    File &mine = File::of(file);
    const IoCall call{.kind = IoKind::Read, .path = mine.path, .offset = offset, .size = size};
    return mine.owner->witnessed(call, [&] { return mine.real()->pMethods->xRead(mine.real(), to, size, offset); });
}

int ShimVfs::write(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    File &mine = File::of(file);
    const IoCall call{
        .kind = IoKind::Write, .path = mine.path, .offset = offset, .size = size, .data = static_cast<const char *>(from)};
    return mine.owner->witnessed(call, [&] { return mine.real()->pMethods->xWrite(mine.real(), from, size, offset); });
}

int ShimVfs::truncate(sqlite3_file *file, sqlite3_int64 size)
{
    File &mine = File::of(file);
    const IoCall call{.kind = IoKind::Truncate, .path = mine.path, .offset = size};
    return mine.owner->witnessed(call, [&] { return mine.real()->pMethods->xTruncate(mine.real(), size); });
}

int ShimVfs::sync(sqlite3_file *file, int flags)
{
    File &mine = File::of(file);
    const IoCall call{.kind = IoKind::Sync, .path = mine.path};
    return mine.owner->witnessed(call, [&] { return mine.real()->pMethods->xSync(mine.real(), flags); });
}

const sqlite3_io_methods *ShimVfs::methods()
{
    static const sqlite3_io_methods table = [] {
        sqlite3_io_methods io = {};
        io.iVersion = 2; // no memory mapping: it would read past the witness
        io.xClose = close;
        io.xRead = read;
        io.xWrite = write;
        io.xTruncate = truncate;
        io.xSync = sync;
        io.xFileSize = [](sqlite3_file *f, sqlite3_int64 *size) { return File::of(f).real()->pMethods->xFileSize(File::realOf(f), size); };
        io.xLock = [](sqlite3_file *f, int level) { return File::of(f).real()->pMethods->xLock(File::realOf(f), level); };
        io.xUnlock = [](sqlite3_file *f, int level) { return File::of(f).real()->pMethods->xUnlock(File::realOf(f), level); };
        io.xCheckReservedLock = [](sqlite3_file *f, int *out) {
            return File::of(f).real()->pMethods->xCheckReservedLock(File::realOf(f), out);
        };
        io.xFileControl = [](sqlite3_file *f, int op, void *arg) {
            return File::of(f).real()->pMethods->xFileControl(File::realOf(f), op, arg);
        };
        io.xSectorSize = [](sqlite3_file *f) { return File::of(f).real()->pMethods->xSectorSize(File::realOf(f)); };
        io.xDeviceCharacteristics = [](sqlite3_file *f) {
            return File::of(f).real()->pMethods->xDeviceCharacteristics(File::realOf(f));
        };
        io.xShmMap = [](sqlite3_file *f, int page, int size, int extend, void volatile **to) {
            return File::of(f).real()->pMethods->xShmMap(File::realOf(f), page, size, extend, to);
        };
        io.xShmLock = [](sqlite3_file *f, int offset, int n, int flags) {
            return File::of(f).real()->pMethods->xShmLock(File::realOf(f), offset, n, flags);
        };
        io.xShmBarrier = [](sqlite3_file *f) { File::of(f).real()->pMethods->xShmBarrier(File::realOf(f)); };
        io.xShmUnmap = [](sqlite3_file *f, int remove) { return File::of(f).real()->pMethods->xShmUnmap(File::realOf(f), remove); };
        return io;
    }();
    return &table;
}

ShimVfs::ShimVfs(const QByteArray &name, IoWitness &witness)
    : m_name(name)
    , m_witness(witness)
{
    sqlite3_initialize();
    m_real = sqlite3_vfs_find("unix");
    Q_ASSERT(m_real != nullptr);
    m_vfs.iVersion = 2;
    m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_real->szOsFile;
    m_vfs.mxPathname = m_real->mxPathname;
    m_vfs.zName = m_name.constData();
    m_vfs.pAppData = this;
    m_vfs.xOpen = open;
    m_vfs.xDelete = remove;
    m_vfs.xAccess = [](sqlite3_vfs *v, const char *path, int flags, int *out) { return real(v)->xAccess(real(v), path, flags, out); };
    m_vfs.xFullPathname = [](sqlite3_vfs *v, const char *path, int n, char *out) {
        return real(v)->xFullPathname(real(v), path, n, out);
    };
    m_vfs.xRandomness = [](sqlite3_vfs *v, int n, char *out) { return real(v)->xRandomness(real(v), n, out); };
    m_vfs.xSleep = [](sqlite3_vfs *v, int us) { return real(v)->xSleep(real(v), us); };
    m_vfs.xCurrentTime = [](sqlite3_vfs *v, double *out) { return real(v)->xCurrentTime(real(v), out); };
    m_vfs.xCurrentTimeInt64 = [](sqlite3_vfs *v, sqlite3_int64 *out) { return real(v)->xCurrentTimeInt64(real(v), out); };
    m_vfs.xGetLastError = [](sqlite3_vfs *v, int n, char *out) { return real(v)->xGetLastError(real(v), n, out); };
    sqlite3_vfs_register(&m_vfs, 0);
    sqlite3mc_vfs_create(m_name.constData(), 0);
}

ShimVfs::~ShimVfs()
{
    sqlite3mc_vfs_destroy(this->name().constData());
    sqlite3_vfs_unregister(&m_vfs);
}

} // namespace motcua::testsupport
