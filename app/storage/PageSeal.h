// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QFile>
#include <QList>
#include <QString>

namespace motcua::storage {

/**
 * Checks each page's seal in a store's file without SQLite: tells a wrong key from a damaged page, and names the bad pages.
 *
 * The layout is the one SQLite3MultipleCiphers writes for its cipher "sqlcipher": 4096-byte pages ending in a 16-byte IV and
 * HMAC-SHA512 over ciphertext, IV and page number (little-endian); the first 16 bytes of the file are the salt.
 */
class PageSeal
{
public:
    static constexpr qint64 PageSize = 4096;

    PageSeal(const QString &path, const security::SecretBytes &key);

    /** Some page was sealed under the key. */
    [[nodiscard]] bool anyPageHolds();
    /** Numbers, from 1, of the pages whose seal does not hold. */
    [[nodiscard]] QList<qint64> brokenPages();
    [[nodiscard]] qint64 pages() const;

private:
    [[nodiscard]] bool holds(qint64 page);

    QFile m_file;
    security::SecretBytes m_sealKey;
};

} // namespace motcua::storage
