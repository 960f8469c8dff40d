// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/token/TokenKey.h"
#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QJsonObject>
#include <QUrl>

#include <memory>

namespace motcua {

/**
 * Where the portal of this store is, and who its desk is to it: what enrolling brought. Kept in the encrypted store and nowhere else; with the
 * private key in it, or the PIN of the token that has it, it is never logged, shown or sent.
 */
struct PortalAccess
{
    static constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;
    static constexpr int RenewDays = 30; ///< before the end of the certificate: from then on a new one is asked for

    QUrl address = {}; ///< https://host[:port][/path]
    QByteArray authorities = {}; ///< PEM; whoever they certify for the host is the portal
    QByteArray chain = {}; ///< PEM; the desk's own certificate first
    std::shared_ptr<const security::SecretBytes> key = {}; ///< PEM, of that certificate; null where it lies on a token
    std::shared_ptr<const TokenKey> token = {}; ///< where it lies, with its PIN; null where it is here
    qint64 pinMs = 0; ///< when somebody last entered that PIN, ms since 1970-01-01 UTC: the same one entered anew is another access
    qint64 untilMs = 0; ///< end of the certificate, ms since 1970-01-01 UTC
    Id desk = {}; ///< whose log the certificate is of; a store that was restored writes another, and has to be invited anew
    Id portal = {}; ///< whose log the portal writes
    QByteArray portalKey = {}; ///< with which it signs that log (Ed25519)
    QString name = {}; ///< of the desk, as the portal has it

    /** To be kept; holds the private key or the PIN. */
    [[nodiscard]] QJsonObject toJson() const;
    /** Errors: PortalMissing (it is no such record, or of a later version). */
    [[nodiscard]] static Result<PortalAccess> fromJson(const QByteArray &json);

    /** Whole days until the certificate ends, rounded down; negative when it has. */
    [[nodiscard]] int daysLeft(qint64 nowMs) const;
    [[nodiscard]] bool isEnding(qint64 nowMs) const { return untilMs - nowMs <= RenewDays * DayMs; }
};

/** An address as a portal has one: https, a host, and neither name, password, query nor fragment. */
[[nodiscard]] bool isPortalAddress(const QUrl &address);

} // namespace motcua
