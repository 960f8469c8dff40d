// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/TrustCertificate.h"
#include "models/base/Result.h"
#include "models/person/CardProof.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

struct X509_crl_st;

namespace motcua {

/** What a certificate was used to sign. */
enum class SignerUse { Documents, MasterLists };

/** What a trust store says of a signer. */
struct SignerJudgement
{
    CheckOutcome outcome = CheckOutcome::notDone(CheckReason::IssuerUnknown);
    std::optional<TrustCertificate> authority = {}; ///< who gave its certificate, where that is known

    friend bool operator==(const SignerJudgement &, const SignerJudgement &) = default;
};

/**
 * The signing authorities a centre trusts, and which certificates they took back (ICAO Doc 9303-12, clauses 3 to 5): a self-signed authority is trusted
 * because somebody put it here, a link because an authority that is trusted signed it.
 *
 * A copy is cheap.
 */
class TrustStore
{
public:
    static constexpr qsizetype LargestList = 16 * 1024 * 1024; ///< bytes of a revocation list
    static constexpr qsizetype MostCertificates = 10'000;

    /** A file that was left out of load(). */
    struct LeftOut
    {
        QString path = {};
        TrustFault fault = TrustFault::Unreadable;
    };

    /** The certificates (.der, .cer, .crt, .pem) and revocation lists (.crl) in these folders; a folder that is not there has none. */
    [[nodiscard]] static TrustStore load(const QStringList &folders, QList<LeftOut> *leftOut = nullptr);

    /** NotAnAuthority for what may not give certificates, KnownAlready. An authority that is over is taken: documents outlive it. */
    [[nodiscard]] std::optional<TrustFault> add(const TrustCertificate &certificate);
    /** A revocation list in DER. Whose it is, is seen when it is needed. */
    [[nodiscard]] std::optional<TrustFault> addRevocations(QByteArrayView der);

    [[nodiscard]] const QList<TrustCertificate> &certificates() const { return m_certificates; }
    [[nodiscard]] qsizetype revocationLists() const { return m_revocations.size(); }

    /**
     * Whether `signer` was given by an authority trusted here, perhaps over links, and everything was good at `moment`, the time of signing; null: only
     * that it has begun is asked. What is revoked is refused whenever it signed.
     */
    [[nodiscard]] SignerJudgement judge(const TrustCertificate &signer, const QDateTime &moment, SignerUse use = SignerUse::Documents) const;

    /** Who of those that are trusted here signed this revocation list, in DER or PEM; nothing when nobody did. */
    [[nodiscard]] std::optional<TrustCertificate> signerOfRevocations(QByteArrayView der) const;

private:
    [[nodiscard]] SignerJudgement authorityOf(const TrustCertificate &certificate, const QDateTime &moment, int depth, int &tries) const;
    [[nodiscard]] bool isRevoked(const TrustCertificate &certificate, const TrustCertificate &authority) const;
    [[nodiscard]] bool isTrusted(const TrustCertificate &authority, int depth = 0) const;
    /** An authority that keeps its name takes new keys: a list signed with any of them holds for all it ever gave (ICAO Doc 9303-12, 4.1). */
    [[nodiscard]] std::optional<TrustCertificate> signerOf(X509_crl_st *list) const;

    QList<TrustCertificate> m_certificates;
    QList<std::shared_ptr<X509_crl_st>> m_revocations;
};

/** The certificate in the bytes of a file, in DER or PEM. */
[[nodiscard]] Result<TrustCertificate, TrustFault> certificateIn(QByteArrayView bytes);

} // namespace motcua
