// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QByteArray>

#include <memory>

struct evp_pkey_st;
struct x509_st;

namespace motcua::testsupport {

/** A certificate of a connection and its key, of nobody, made anew in each run. */
class IssuedCertificate
{
public:
    enum class Key { P256, Rsa2048, Rsa1024 };

    /** What it says; what is not said is as a server of ours has it. Extensions are in the words of OpenSSL's configuration. */
    struct Wish
    {
        QByteArray name = "server";
        Key key = Key::P256;
        QByteArray digest = "SHA256";
        QByteArray basicConstraints = "critical,CA:FALSE"; ///< empty: left out, as every one below
        QByteArray keyUsage = "critical,digitalSignature";
        QByteArray extendedUsage = "serverAuth";
        QByteArray names = "DNS:localhost,IP:127.0.0.1"; ///< subject alternative names
        QByteArray nameConstraints = {};
        bool hasUnknownCritical = false;
        qint64 fromS = -86'400; ///< seconds from now
        qint64 toS = 90 * 86'400LL;
        QByteArray request = {}; ///< PEM (PKCS#10): of the key that asks in it, which only its maker has; empty: of a key of its own
    };

    /** An authority: signs others. */
    [[nodiscard]] static Wish authority(const QByteArray &name, const QByteArray &basicConstraints = "critical,CA:TRUE");
    /** A desk: shows itself to servers. */
    [[nodiscard]] static Wish desk(const QByteArray &name = "desk");

    explicit IssuedCertificate(const Wish &wish, const IssuedCertificate *issuer = nullptr);

    [[nodiscard]] QByteArray pem() const;
    [[nodiscard]] QByteArray der() const;
    [[nodiscard]] QByteArray keyPem() const;
    [[nodiscard]] security::SecretBytes secretKeyPem() const { return security::SecretBytes::copyOf(keyPem()); }
    [[nodiscard]] qint64 toMs() const { return m_toMs; }

    /** PEM of a list of this authority that revokes `revoked` (may be null: nobody). */
    [[nodiscard]] QByteArray revocationList(const IssuedCertificate *revoked) const;

private:
    std::shared_ptr<evp_pkey_st> m_key;
    std::shared_ptr<x509_st> m_certificate;
    qint64 m_toMs = 0;
};

} // namespace motcua::testsupport
