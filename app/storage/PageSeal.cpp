// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/PageSeal.h"

#include <QtEndian>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace motcua::storage {

namespace {
constexpr int SaltSize = 16;
constexpr qint64 SealSize = 64;
constexpr qint64 ClearStart = 24; // of page 1: the salt, then page size and versions, which SQLite reads before it has a key
constexpr unsigned char SaltMask = 0x3A;
constexpr int SealKeyRounds = 2;
} // namespace

PageSeal::PageSeal(const QString &path, const security::SecretBytes &key)
    : m_file(path)
    , m_sealKey(32)
{
    if (!m_file.open(QIODevice::ReadOnly)) {
        return;
    }
    QByteArray salt = m_file.read(SaltSize);
    for (char &byte : salt) {
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ SaltMask);
    }
    PKCS5_PBKDF2_HMAC(reinterpret_cast<const char *>(key.data()), static_cast<int>(key.size()),
        reinterpret_cast<const unsigned char *>(salt.constData()), static_cast<int>(salt.size()), SealKeyRounds, EVP_sha512(),
        static_cast<int>(m_sealKey.size()), m_sealKey.data());
}

qint64 PageSeal::pages() const
{
    return m_file.size() / PageSize;
}

bool PageSeal::holds(qint64 page)
{
    if (!m_file.isOpen() || !m_file.seek((page - 1) * PageSize)) {
        return false;
    }
    const QByteArray bytes = m_file.read(PageSize);
    if (bytes.size() != PageSize) {
        return false;
    }
    const qint64 start = page == 1 ? ClearStart : 0;
    QByteArray sealed = bytes.mid(start, PageSize - SealSize - start);
    std::array<char, 4> number = {};
    qToLittleEndian(static_cast<quint32>(page), number.data());
    sealed.append(number.data(), 4);
    std::array<unsigned char, EVP_MAX_MD_SIZE> seal = {};
    unsigned int size = 0;
    HMAC(EVP_sha512(), m_sealKey.data(), static_cast<int>(m_sealKey.size()),
        reinterpret_cast<const unsigned char *>(sealed.constData()), static_cast<std::size_t>(sealed.size()), seal.data(), &size);
    return CRYPTO_memcmp(seal.data(), bytes.constData() + PageSize - SealSize, SealSize) == 0;
}

bool PageSeal::anyPageHolds()
{
    // The first pages of a file are its tables' roots: of a file under this key hardly all of them are bad at once.
    const qint64 tried = qMin(pages(), qint64{256});
    for (qint64 page = 1; page <= tried; ++page) {
        if (holds(page)) {
            return true;
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
