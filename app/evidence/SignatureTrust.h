// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace motcua::evidence {

/**
 * Whom a centre believes when they sign documents or give the time, and which certificates were taken back: what an administrator laid into a folder. An authority, or the
 * certificate of one signer. Nothing is fetched over the network, neither certificates nor revocation lists.
 *
 * A copy is cheap.
 */
class SignatureTrust
{
public:
    static constexpr qsizetype LargestCertificate = 64 * 1024; ///< bytes of a file
    static constexpr qsizetype LargestList = 16 * 1024 * 1024;
    static constexpr qsizetype MostCertificates = 1'000;

    /**
     * The certificates (.der, .cer, .crt, .pem) and revocation lists (.crl, DER or PEM) in these folders; a folder that is not there has none. Paths of what is neither go into
     * `leftOut`.
     */
    [[nodiscard]] static SignatureTrust load(const QStringList &folders, QStringList *leftOut = nullptr);

    /** DER, or any in PEM; false when there is none. */
    bool add(const QByteArray &bytes);
    /** One, in DER or PEM; false when it is none. A list counts for what its issuer gave, as far as that one is trusted. */
    bool addRevocations(const QByteArray &bytes);

    [[nodiscard]] const QList<QByteArray> &certificates() const { return m_certificates; } ///< DER
    [[nodiscard]] const QList<QByteArray> &revocations() const { return m_revocations; } ///< DER

private:
    QList<QByteArray> m_certificates;
    QList<QByteArray> m_revocations;
};

} // namespace motcua::evidence
