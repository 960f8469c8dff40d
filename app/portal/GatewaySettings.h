// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/CertificateAuthority.h"
#include "app/storage/Store.h"

#include <QUrl>

namespace motcua::portal {

/** What a store needs to be a portal's, kept inside it: where desks find it, and the authority that certifies them. */
struct GatewaySettings
{
    static constexpr qint64 Day = 86'400'000; ///< ms
    static constexpr qint64 AuthorityTerm = 3'650 * Day;
    static constexpr qint64 DeskTerm = 365 * Day;
    static constexpr qint64 ServerTerm = 365 * Day;
    static constexpr qint64 ClockGrace = 3'600'000; ///< a certificate counts from an hour ago, for clocks that are behind

    QUrl address = {}; ///< https://host:port, as invitations name it
    CertificateAuthority authority;

    /** Whether it is https and names a host, and nothing after it. */
    [[nodiscard]] static bool isAddress(const QUrl &url);

    /** A new authority, for a portal that has none. Errors: Internal. */
    [[nodiscard]] static Result<GatewaySettings> made(const QUrl &address, qint64 nowMs);

    // Both wait for the store.

    /** Errors: PortalMissing (this store was never set up as a portal), those of the store, StoreDamaged (what is kept cannot be read). */
    [[nodiscard]] static Result<GatewaySettings> of(const storage::Store &store);
    [[nodiscard]] Result<> keepIn(const storage::Store &store) const;

    /** Under which the database is kept, where the portal has one (centre::DatabaseAccess). */
    [[nodiscard]] static QString databaseName() { return QStringLiteral("gateway.database"); }
    /** Under which is kept which edition of the catalogue was published last. */
    [[nodiscard]] static QString editionName() { return QStringLiteral("gateway.catalogueEdition"); }
    /** What another machine needs to be this portal. */
    [[nodiscard]] static QStringList lastingNames();
};

/** When each desk last spoke to the portal, ms since 1970-01-01 UTC; of those that ever did. Waits for the store. */
[[nodiscard]] Result<QMap<Id, qint64>> lastContacts(const storage::Store &store);
[[nodiscard]] QFuture<Result<>> keepContact(const storage::Store &store, const Id &desk, qint64 atMs);

} // namespace motcua::portal
