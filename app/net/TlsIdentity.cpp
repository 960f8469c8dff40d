// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/TlsIdentity.h"

#include "app/net/Certificates.h"
#include "app/net/TokenPrivateKey.h"

#include <openssl/err.h>
namespace motcua {

namespace {

constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;

} // namespace

Result<TlsIdentity> TlsIdentity::ofChain(const QByteArray &chain)
{
    const auto parts = certificates::fromPem(chain);
    const certificates::Certificate own = parts ? certificates::fromDer(parts->first()) : certificates::Certificate();
    if (!own) {
        return Error{ErrorCode::OwnCertificateUnreadable, u"identity: no certificate"_qs};
    }
    TlsIdentity identity;
    for (const QByteArray &one : *parts) {
        identity.m_chain.append(QSslCertificate(one, QSsl::Der));
    }
    identity.m_fromMs = certificates::notBeforeMs(own.get());
    identity.m_toMs = certificates::notAfterMs(own.get());
    return identity;
}

Result<TlsIdentity> TlsIdentity::fromPem(const QByteArray &chain, security::SecretBytes key)
{
    Result<TlsIdentity> identity = ofChain(chain);
    if (!identity) {
        return identity;
    }
    const certificates::Key opened = certificates::keyFromPem(key);
    if (!opened) {
        return Error{ErrorCode::OwnCertificateUnreadable, u"identity: key: %1"_qs.arg(certificates::lastError())};
    }
    const auto own = certificates::fromDer(identity->m_chain.constFirst().toDer());
    if (!own || X509_check_private_key(own.get(), opened.get()) != 1) {
        ERR_clear_error();
        return Error{ErrorCode::OwnKeyOther, u"identity: the key is of another certificate"_qs};
    }
    identity->m_key = certificates::derOf(opened.get());
    if (identity->m_key.isEmpty()) {
        return Error{ErrorCode::OwnCertificateUnreadable, u"identity: key: %1"_qs.arg(certificates::lastError())};
    }
    return identity;
}

Result<TlsIdentity> TlsIdentity::withToken(const QByteArray &chain, std::shared_ptr<const TokenKey> token)
{
    Result<TlsIdentity> identity = ofChain(chain);
    if (!identity) {
        return identity;
    }
    identity->m_token = std::move(token);
    if (!identity->m_token || identity->publicPoint().isEmpty()) {
        return Error{ErrorCode::TokenKeyUnfit, u"identity: the certificate is not of a key on P-256"_qs};
    }
    return identity;
}

QSslKey TlsIdentity::key() const
{
    const unsigned char *at = m_key.data();
    EVP_PKEY *opened = m_token ? certificates::signedByToken(m_token, publicPoint()).release()
                               : d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(m_key.size()));
    // A handle is taken over as it is: no copy of the key in Qt's own buffers, any algorithm, and a key that never leaves a token.
    return opened != nullptr ? QSslKey(Qt::HANDLE(opened), QSsl::PrivateKey) : QSslKey();
}

QByteArray TlsIdentity::publicPoint() const
{
    const auto own = certificates::fromDer(m_chain.constFirst().toDer());
    return own ? certificates::pointOf(X509_get0_pubkey(own.get())) : QByteArray();
}

qint64 TlsIdentity::daysLeft(qint64 nowMs) const
{
    const qint64 left = m_toMs - nowMs;
    return left >= 0 ? left / DayMs : -((-left + DayMs - 1) / DayMs);
}

Result<> TlsIdentity::validAt(qint64 nowMs) const
{
    if (nowMs > m_toMs) {
        return Error{ErrorCode::OwnCertificateExpired, u"identity: expired"_qs};
    }
    if (nowMs < m_fromMs) {
        return Error{ErrorCode::ClockWrong, u"identity: not valid yet"_qs};
    }
    return {};
}

} // namespace motcua
