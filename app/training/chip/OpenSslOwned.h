// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/OpenSsl.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509v3.h>

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

/** OpenSSL's objects, freed when they go. For the sources of this folder only. */
namespace motcua::training::owned {

using openssl::Bignum;
using openssl::DigestContext;
using openssl::EcGroup;
using openssl::Freed;
using openssl::Pkey;
using openssl::PkeyContext;

using Bio = std::unique_ptr<BIO, Freed<&BIO_free>>;
using Certificate = std::unique_ptr<X509, Freed<&X509_free>>;
using Cms = std::unique_ptr<CMS_ContentInfo, Freed<&CMS_ContentInfo_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<&X509_EXTENSION_free>>;
using Object = std::unique_ptr<ASN1_OBJECT, Freed<&ASN1_OBJECT_free>>;
using Octets = std::unique_ptr<ASN1_OCTET_STRING, Freed<&ASN1_OCTET_STRING_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<&OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<&OSSL_PARAM_free>>;
using Time = std::unique_ptr<ASN1_TIME, Freed<&ASN1_TIME_free>>;

inline const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

/** The DER that one of OpenSSL's i2d functions makes of an object; ends the program where it makes none. */
template <typename Write, typename T>
QByteArray der(Write write, T *object)
{
    unsigned char *bytes = nullptr;
    const int size = write(object, &bytes);
    if (size <= 0) {
        qFatal("OpenSSL wrote no DER");
    }
    const QByteArray der(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

} // namespace motcua::training::owned
