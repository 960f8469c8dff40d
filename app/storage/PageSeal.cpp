// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/PageSeal.h"

#include "app/storage/PageCipher.h"
#include "app/storage/PageLayout.h"

#include <QFile>
#include <QtEndian>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <sqlite3.h>

#include <array>

namespace motcua::storage {

namespace {
using namespace pagelayout;

constexpr int PageSizeStart = 16; // two bytes, big-endian; 1 for 65536 (sqlite.org/fileformat2.html#the_database_header)
constexpr qint64 OlderPageSize = 4096; // of stores made before PageSize was chosen
} // namespace

PageSeal::PageSeal(const QString &path, const security::SecretBytes &key, const QByteArray &vfs)
{
    (void)pagecipher::index(); // before the file is open: opening reads the table of ciphers without a lock
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &m_handle, SQLITE_OPEN_READONLY, vfs.isEmpty() ? nullptr : vfs.constData())
            != SQLITE_OK
        || sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &m_file) != SQLITE_OK || m_file == nullptr
        || m_file->pMethods == nullptr) {
        m_file = nullptr;
        return;
    }
    if (const QByteArray told = bytes(PageSizeStart, 2); told.size() == 2) {
        const qint64 size = qFromBigEndian<quint16>(told.constData());
        const bool isPower = size >= 512 && (size & (size - 1)) == 0;
        m_pageSize = size == 1 ? 65536 : isPower ? size : PageSize;
    }
    m_sealKey = sealKey(key, salt());
}

PageSeal::~PageSeal()
{
    sqlite3_close(m_handle);
}

QByteArray PageSeal::bytes(qint64 at, qsizetype size) const
{
    QByteArray read(size, '\0');
    return m_file != nullptr && m_file->pMethods->xRead(m_file, read.data(), static_cast<int>(size), at) == SQLITE_OK ? read : QByteArray();
}

QByteArray PageSeal::salt() const
{
    return bytes(0, SaltSize);
}

qint64 PageSeal::pages() const
{
    sqlite3_int64 size = 0;
    return m_file != nullptr && m_file->pMethods->xFileSize(m_file, &size) == SQLITE_OK ? size / m_pageSize : 0;
}

bool PageSeal::holds(qint64 page)
{
    const QByteArray read = bytes((page - 1) * m_pageSize, m_pageSize);
    if (read.isEmpty()) {
        return false;
    }
    const qint64 start = page == 1 ? ClearStart : 0;
    QByteArray sealed = read.mid(start, m_pageSize - SealSize - start);
    std::array<char, 4> number = {};
    qToLittleEndian(static_cast<quint32>(page), number.data());
    sealed.append(number.data(), 4);
    std::array<unsigned char, EVP_MAX_MD_SIZE> seal = {};
    unsigned int size = 0;
    HMAC(EVP_sha512(), m_sealKey.data(), static_cast<int>(m_sealKey.size()),
        reinterpret_cast<const unsigned char *>(sealed.constData()), static_cast<std::size_t>(sealed.size()), seal.data(), &size);
    return CRYPTO_memcmp(seal.data(), read.constData() + m_pageSize - SealSize, SealSize) == 0;
}

bool PageSeal::anyPageHolds()
{
    // What the file says of its pages' size is not sealed itself.
    for (const qint64 size : {m_pageSize, PageSize, OlderPageSize}) {
        m_pageSize = size;
        // The first pages of a file are its tables' roots: of a file under this key hardly all of them are bad at once.
        const qint64 tried = qMin(pages(), qint64{256});
        for (qint64 page = 1; page <= tried; ++page) {
            if (holds(page)) {
                return true;
            }
        }
    }
    return false;
}

QList<qint64> PageSeal::brokenPages()
{
    QList<qint64> broken;
    for (qint64 page = 1; page <= pages(); ++page) {
        if (!holds(page)) {
            broken.append(page);
        }
    }
    return broken;
}

} // namespace motcua::storage
