// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <memory>

/** OpenSSL's objects, freed when they go. For sources only, never for a header of others; what may be secret is wiped. */
namespace motcua::openssl {

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Bignum = std::unique_ptr<BIGNUM, Freed<&BN_clear_free>>;
using BignumContext = std::unique_ptr<BN_CTX, Freed<&BN_CTX_free>>;
using Montgomery = std::unique_ptr<BN_MONT_CTX, Freed<&BN_MONT_CTX_free>>;
using EcGroup = std::unique_ptr<EC_GROUP, Freed<&EC_GROUP_free>>;
using EcPoint = std::unique_ptr<EC_POINT, Freed<&EC_POINT_clear_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<&EVP_CIPHER_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<&EVP_MD_CTX_free>>;
using Mac = std::unique_ptr<EVP_MAC, Freed<&EVP_MAC_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, Freed<&EVP_MAC_CTX_free>>;
using Pkey = std::unique_ptr<EVP_PKEY, Freed<&EVP_PKEY_free>>;
using PkeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<&EVP_PKEY_CTX_free>>;

} // namespace motcua::openssl
