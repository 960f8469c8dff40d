// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <memory>

struct x509_st;

namespace motcua {

/** Why something is not taken into a trust store. */
enum class TrustFault {
    Unreadable, ///< neither a certificate, a revocation list nor a master list
    TooLarge,
    NotAnAuthority, ///< a certificate that may not give others: nothing can be trusted by it
    Unsupported, ///< an algorithm, a curve or a key size we do not take
    SignatureWrong,
    SignerMissing, ///< a master list whose signer's certificate did not come along: nobody answers for it
    SignerRefused, ///< a master list whose signer may not sign any, or was revoked, or over
    KnownAlready,
};

/** The name of a fault as written in the source, e.g. "NotAnAuthority". */
[[nodiscard]] QString trustFaultName(TrustFault fault);

/**
 * One X.509 certificate of those that sign travel documents (ICAO Doc 9303-12, clause 7): a country signing authority (CSCA), the link from its old key to
 * its new one, or a document signer.
 *
 * A copy is cheap. Elliptic curves may be written out in full there; such a key is only taken when it is one of the curves that have a name (9303-12, 4.4:
 * they must be), because on any other curve whoever made it may know more than we.
 */
class TrustCertificate
{
public:
    static constexpr qsizetype Largest = 64 * 1024; ///< bytes

    /** Unreadable unless `der` is one certificate and nothing more; Unsupported for keys we do not take; TooLarge. */
    [[nodiscard]] static Result<TrustCertificate, TrustFault> fromDer(QByteArrayView der);
    /** The same of one that OpenSSL has read already, of which it keeps a share: to read a key again takes as long as to check a signature by it. */
    [[nodiscard]] static Result<TrustCertificate, TrustFault> of(x509_st *certificate);

    [[nodiscard]] const QByteArray &der() const { return m_data->der; }
    [[nodiscard]] const QString &subject() const { return m_data->subject; } ///< "C=VN, O=…, CN=…"
    [[nodiscard]] const QString &issuer() const { return m_data->issuer; }
    [[nodiscard]] const QString &country() const { return m_data->country; } ///< of the subject, two capital letters; empty when none is named
    [[nodiscard]] const QDateTime &notBefore() const { return m_data->notBefore; } ///< UTC
    [[nodiscard]] const QDateTime &notAfter() const { return m_data->notAfter; } ///< UTC
    [[nodiscard]] const QByteArray &fingerprint() const { return m_data->fingerprint; } ///< SHA-256 of the DER, 32 bytes

    /** Whether it may give certificates: basic constraints say so, and key usage does not forbid it. */
    [[nodiscard]] bool isAuthority() const { return m_data->isAuthority; }
    /** Whether it may sign documents: it is no authority, key usage does not forbid it, and it is for no other use (9303-12, 7.1: none is named). */
    [[nodiscard]] bool isSigner() const { return m_data->isSigner; }
    /** Whether it may sign master lists: the same, but for the one use that they have (2.23.136.1.1.3). */
    [[nodiscard]] bool isListSigner() const { return m_data->isListSigner; }
    /** Whether its own key signed it. An authority that is not so is a link, and worth what the one is that gave it. */
    [[nodiscard]] bool isSelfSigned() const { return m_data->isSelfSigned; }

    /** Whether `authority` is, by name and key identifier, who gave this one; its signature is told by isSignedBy(). */
    [[nodiscard]] bool names(const TrustCertificate &authority) const;
    /** Whether names() could also go by the key identifier, which both have. */
    [[nodiscard]] bool namesKeyOf(const TrustCertificate &authority) const;
    [[nodiscard]] bool isSignedBy(const TrustCertificate &authority) const;
    /** Whether `moment` lies in its validity, give or take a day: clocks of issuers and zones of time differ. */
    [[nodiscard]] bool isGoodAt(const QDateTime &moment) const;

    /** OpenSSL's own, as long as this or a copy lives; not to be changed. */
    [[nodiscard]] x509_st *handle() const { return m_data->certificate.get(); }

    friend bool operator==(const TrustCertificate &a, const TrustCertificate &b) { return a.fingerprint() == b.fingerprint(); }

private:
    struct Data
    {
        std::shared_ptr<x509_st> certificate = {};
        QByteArray der = {};
        QString subject = {};
        QString issuer = {};
        QString country = {};
        QDateTime notBefore = {};
        QDateTime notAfter = {};
        QByteArray fingerprint = {};
        bool isAuthority = false;
        bool isSigner = false;
        bool isListSigner = false;
        bool isSelfSigned = false;
    };

    [[nodiscard]] static Result<TrustCertificate, TrustFault> judged(std::shared_ptr<x509_st> certificate, QByteArray der);

    explicit TrustCertificate(std::shared_ptr<const Data> data)
        : m_data(std::move(data))
    {
    }

    std::shared_ptr<const Data> m_data;
};

} // namespace motcua
