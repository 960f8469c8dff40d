// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/MasterList.h"
#include "app/devices/eid/TrustStore.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/**
 * A file with which a centre comes to trust somebody: one certificate, a master list, or a revocation list. Nothing is trusted until keepIn().
 *
 * A master list is worth what its signer is: unless the store trusts that one already, somebody must confirm who it is.
 */
struct TrustImport
{
    enum class Kind { Certificate, MasterList, RevocationList };

    static constexpr qsizetype Largest = TrustStore::LargestList;

    Kind kind = Kind::Certificate;
    QList<TrustCertificate> added = {}; ///< what the store does not have yet
    int known = 0; ///< what it has
    int leftOut = 0; ///< of a master list: what is no authority, or has a key we do not take
    std::optional<MasterList> list = {}; ///< who signed a master list, and what became of that
    SignerJudgement signer = {}; ///< what the store said of the signer of a master list before
    QByteArray revocations = {}; ///< DER, or PEM as it came
    std::optional<TrustCertificate> revokedBy = {}; ///< who of the store signed them; nothing: nobody who is known
    bool isConfirmed = false; ///< somebody answers for the signer of a master list

    /** Whether a master list waits for somebody to answer for its signer. */
    [[nodiscard]] bool isUnconfirmed() const { return kind == Kind::MasterList && !isConfirmed && !signer.outcome.isPassed(); }
    /** Confirms the signer of a master list by the fingerprint (SHA-256) of its certificate, or of who gave that one; false when it is neither's. */
    bool confirm(const QByteArray &fingerprint);

    /**
     * What is in the bytes of a file, as `store` sees it; a certificate that may not give others is refused (NotAnAuthority), and so is a master list
     * whose signer did not come along (SignerMissing) or may not sign one (SignerRefused).
     */
    [[nodiscard]] static Result<TrustImport, TrustFault> of(const QByteArray &bytes, const TrustStore &store);

    /**
     * Lays it into the folder, which is made if need be; each certificate under its fingerprint, so that nothing is overwritten by another.
     * FileUnwritable; Invalid while isUnconfirmed().
     */
    [[nodiscard]] Result<> keepIn(const QString &folder) const;
};

} // namespace motcua
