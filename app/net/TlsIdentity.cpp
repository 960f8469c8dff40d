// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/TlsIdentity.h"

#include "app/net/Certificates.h"

#include <openssl/err.h>
namespace motcua {

namespace {

constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;

} // namespace

Result<TlsIdentity> TlsIdentity::fromPem(const QByteArray &chain, security::SecretBytes key)
{
    const auto parts = certificates::fromPem(chain);
    if (!parts) {
        return Error{ErrorCode::OwnCertificateUnreadable, u"identity: no certificate"_qs};
    }
    const certificates::Key opened = certificates::keyFromPem(key);
    if (!opened) {
        return Error{ErrorCode::OwnCertificateUnreadable, u"identity: key: %1"_qs.arg(certificates::lastError())};
    }
    const auto own = certificates::fromDer(parts->first());
    if (!own || X509_check_private_key(own.get(), opened.get()) != 1) {
        ERR_clear_error();
        return Error{ErrorCode::OwnKeyOther, u"identity: the key is of another certificate"_qs};
    }
    TlsIdentity identity;
    identity.m_key = certificates::derOf(opened.get());
    if (identity.m_key.isEmpty()) {
        return Error{ErrorCode::OwnCertificateUnreadable, u"identity: key: %1"_qs.arg(certificates::lastError())};
    }
    for (const QByteArray &one : *parts) {
        identity.m_chain.append(QSslCertificate(one, QSsl::Der));
    }
    identity.m_fromMs = certificates::notBeforeMs(own.get());
    identity.m_toMs = certificates::notAfterMs(own.get());
    return identity;
}

QSslKey TlsIdentity::key() const
{
    const unsigned char *at = m_key.data();
    EVP_PKEY *opened = d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(m_key.size()));
    // A handle is taken over as it is: no copy of the key in Qt's own buffers, any algorithm, and later a key that never leaves a token.
    return opened != nullptr ? QSslKey(Qt::HANDLE(opened), QSsl::PrivateKey) : QSslKey();
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
