// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QByteArray>
#include <QList>
#include <QString>

struct sqlite3;
struct sqlite3_file;

namespace motcua::storage {

/**
 * Checks each page's seal in a store's file without SQLite: tells a wrong key from a damaged page, and names the bad pages.
 *
 * The layout is the one SQLite3MultipleCiphers writes for its cipher "sqlcipher": pages ending in a 16-byte IV and
 * HMAC-SHA512 over ciphertext, IV and page number (little-endian); the first 16 bytes of the file are the salt, and the size of a page
 * stands in clear behind it.
 *
 * Reads the bytes as they lie on the disk, but through SQLite's own file layer: opening and closing the file beside SQLite would make the
 * system drop every lock this process holds on it (fcntl(2)), those of connections that are open included.
 */
class PageSeal
{
public:
    /**
     * Bytes of a page of the stores this program makes; one of another size is read as well.
     *
     * Every page an act touches is sealed, enciphered and written whole. An act changes a few hundred bytes in each of some two dozen places, so
     * half of SQLite's usual 4096 halves most of what it costs; and an entry of some 2.4 kB does not leave two fifths of its page empty.
     *
     * A disk's sector may hold two such pages. Like SQLite's log, whose frames lie across sectors whatever the size of a page, this relies on a
     * disk that does not spoil the bytes beside those it was writing when the power went (SQLITE_POWERSAFE_OVERWRITE).
     */
    static constexpr qint64 PageSize = 2048;

    PageSeal(const QString &path, const security::SecretBytes &key, const QByteArray &vfs = {});
    ~PageSeal();
    PageSeal(const PageSeal &) = delete;
    PageSeal &operator=(const PageSeal &) = delete;

    /** The 16 bytes in clear every page's authentication hangs on; none when the file is shorter or cannot be read. */
    [[nodiscard]] QByteArray salt() const;

    /** Some page was sealed under the key. */
    [[nodiscard]] bool anyPageHolds();
    /** Numbers, from 1, of the pages whose seal does not hold. */
    [[nodiscard]] QList<qint64> brokenPages();
    [[nodiscard]] qint64 pages() const;
    /** Bytes of this file's pages. */
    [[nodiscard]] qint64 pageSize() const { return m_pageSize; }

private:
    [[nodiscard]] bool holds(qint64 page);
    [[nodiscard]] QByteArray bytes(qint64 at, qsizetype size) const;

    sqlite3 *m_handle = nullptr; ///< never given a key, so nothing is decrypted on the way
    sqlite3_file *m_file = nullptr;
    security::SecretBytes m_sealKey;
    qint64 m_pageSize = PageSize;
};

} // namespace motcua::storage
