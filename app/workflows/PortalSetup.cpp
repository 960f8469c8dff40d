// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/PortalSetup.h"

#include "app/net/HttpClient.h"
#include "app/sync/PortalCatalogue.h"
#include "app/sync/PortalPeer.h"

namespace motcua {

Result<HttpSetup> httpSetup(const PortalAccess &access)
{
    Result<TlsPins> pins = TlsPins::fromPem(access.authorities);
    if (!pins) {
        return pins.error();
    }
    Result<TlsIdentity> identity = access.token ? TlsIdentity::withToken(access.chain, access.token)
                                                : TlsIdentity::fromPem(access.chain, access.key ? access.key->clone() : security::SecretBytes());
    if (!identity) {
        return identity.error();
    }
    HttpSetup setup;
    setup.base = access.address.adjusted(QUrl::StripTrailingSlash);
    setup.pins = *std::move(pins);
    setup.identity = std::make_shared<const TlsIdentity>(*std::move(identity));
    setup.proxy.kind = ProxyChoice::Kind::System;
    return setup;
}

Result<std::shared_ptr<sync::Peer>> PortalSetup::overHttp(const PortalAccess &access)
{
    Result<HttpSetup> setup = httpSetup(access);
    if (!setup) {
        return setup.error();
    }
    return std::shared_ptr<sync::Peer>(std::make_shared<sync::PortalPeer>(std::make_shared<HttpClient>(*std::move(setup))));
}

Result<std::shared_ptr<sync::CatalogueSource>> PortalSetup::catalogueOverHttp(const PortalAccess &access)
{
    Result<HttpSetup> setup = httpSetup(access);
    if (!setup) {
        return setup.error();
    }
    return std::shared_ptr<sync::CatalogueSource>(std::make_shared<sync::PortalCatalogue>(std::make_shared<HttpClient>(*std::move(setup))));
}

} // namespace motcua
