// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QList>

namespace motcua {

/**
 * The authorities that the configuration names: whoever they certify for the asked host is the server, and nobody else is. The system's own list is
 * never looked at.
 */
class TlsPins
{
public:
    /**
     * Reads PEM: authorities, and (where there are any) the revocation lists, which then have to be there for every authority in a chain.
     *
     * Errors: Invalid (none, damaged, or one is no authority).
     */
    [[nodiscard]] static Result<TlsPins> fromPem(const QByteArray &authorities, const QByteArray &revocationLists = {});

    /**
     * Whether `chain` (DER, the server's own first) proves `host` at `nowMs`, by RFC 5280 to the letter and at least as strong as RSA 2048 with SHA-256.
     * A name counts only as a subject alternative name (RFC 9525), and an address only as an address.
     *
     * Errors: ServerUntrusted, ServerOtherHost, ServerExpired, ServerNotYetValid, ClockWrong (not even the authority is valid yet).
     */
    [[nodiscard]] Result<> prove(const QList<QByteArray> &chain, const QString &host, qint64 nowMs) const;

    /**
     * Whether `chain` (DER, the desk's own first) is a certificate for the desk `name`, to be shown to servers, at `nowMs`: by the same rules, with
     * the name as the common name of its subject, the only one it has.
     *
     * Errors: OwnCertificateRefused (of no pinned authority, not for a desk, too weak, damaged), OwnKeyOther (of another desk), OwnCertificateExpired,
     * ClockWrong (not valid yet).
     */
    [[nodiscard]] Result<> proveDesk(const QList<QByteArray> &chain, const QString &name, qint64 nowMs) const;

    /** Whether an authority is not valid yet, which is the clock's fault: authorities are pinned long before they are used. */
    [[nodiscard]] bool areOfTheFuture(qint64 nowMs) const;

private:
    TlsPins() = default;

    QList<QByteArray> m_authorities; ///< DER
    QList<QByteArray> m_revocations; ///< DER
};

} // namespace motcua
