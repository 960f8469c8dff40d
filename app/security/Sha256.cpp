// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Sha256.h"

#include <openssl/evp.h>

#include <QtGlobal>

#include <memory>

namespace motcua::security {

namespace {

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Digest = std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)>;

} // namespace

QByteArray sha256(QByteArrayView first, QByteArrayView second)
{
    // Looking the digest up costs as much as hashing a header with it.
    thread_local const Digest digest(EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
    thread_local const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray hash(32, Qt::Uninitialized);
    if (EVP_DigestInit_ex(context.get(), digest.get(), nullptr) != 1
        || EVP_DigestUpdate(context.get(), first.data(), static_cast<std::size_t>(first.size())) != 1
        || EVP_DigestUpdate(context.get(), second.data(), static_cast<std::size_t>(second.size())) != 1
        || EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(hash.data()), nullptr) != 1) {
        qFatal("OpenSSL has no SHA-256");
    }
    return hash;
}

} // namespace motcua::security
