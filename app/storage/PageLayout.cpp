// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/PageLayout.h"

#include <QByteArray>

#include <openssl/evp.h>

namespace motcua::storage::pagelayout {

namespace {

constexpr unsigned char SaltMask = 0x3A;
constexpr int Rounds = 2; // the data key has full strength already

} // namespace

security::SecretBytes sealKey(const security::SecretBytes &dataKey, QByteArrayView salt)
{
    QByteArray masked = salt.toByteArray();
    for (char &byte : masked) {
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ SaltMask);
    }
    security::SecretBytes key(KeySize);
    if (PKCS5_PBKDF2_HMAC(reinterpret_cast<const char *>(dataKey.data()), static_cast<int>(dataKey.size()),
            reinterpret_cast<const unsigned char *>(masked.constData()), static_cast<int>(masked.size()), Rounds, EVP_sha512(), KeySize, key.data())
        != 1) {
        qFatal("OpenSSL has no memory for the key of a store's seals");
    }
    return key;
}

} // namespace motcua::storage::pagelayout
