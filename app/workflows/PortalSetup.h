// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpSetup.h"
#include "app/net/Line.h"
#include "app/storage/Store.h"
#include "app/sync/CatalogueSource.h"
#include "app/sync/SyncEngine.h"
#include "app/workflows/PortalAccess.h"

namespace motcua {

/** How to speak to a portal as this desk. A token is not asked. Errors: Invalid (authorities), OwnCertificateUnreadable, OwnKeyOther, TokenKeyUnfit. */
[[nodiscard]] Result<HttpSetup> httpSetup(const PortalAccess &access);

/** What a PortalLink is put together from. The defaults are those of the installed program. */
struct PortalSetup
{
    using Peering = std::function<Result<std::shared_ptr<sync::Peer>>(const PortalAccess &)>;
    using Cataloguing = std::function<Result<std::shared_ptr<sync::CatalogueSource>>(const PortalAccess &)>;
    using Renewing = std::function<QFuture<Result<PortalAccess>>(const storage::Store &, const PortalAccess &)>;

    QString resources = {}; ///< folder of the law's files: what a portal is given of each kind of entry stands there
    std::function<std::unique_ptr<Line>()> line = {}; ///< asked once there is a portal; empty: nobody tells of the line
    Peering peer = overHttp; ///< asked off the GUI thread
    Cataloguing catalogue = {}; ///< likewise; empty: no catalogue packages are fetched
    Renewing renew = {}; ///< empty: by Enrolment
    sync::SyncOptions options = {};
    int settlesMs = 300; ///< what comes in a burst is looked at once
    int keptMs = 60'000; ///< how often at most the last delivery is written down
    int renewalMs = 3'600'000; ///< how often the end of the certificate is looked at

    int catalogueMs = 3'600'000; ///< how often the portal is asked for a newer catalogue package

    [[nodiscard]] static Result<std::shared_ptr<sync::Peer>> overHttp(const PortalAccess &access);
    [[nodiscard]] static Result<std::shared_ptr<sync::CatalogueSource>> catalogueOverHttp(const PortalAccess &access);
};

} // namespace motcua
