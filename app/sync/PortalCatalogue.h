// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpClient.h"
#include "app/sync/CatalogueSource.h"

#include <memory>

namespace motcua::sync {

/** The portal's catalogue packages over HTTP, as app/sync/portal-openapi.yaml has it. Errors: as those of PortalPeer. */
class PortalCatalogue final : public CatalogueSource
{
public:
    explicit PortalCatalogue(std::shared_ptr<HttpClient> client)
        : m_client(std::move(client))
    {
    }
    ~PortalCatalogue() override { m_client->cancelAll(); }

    [[nodiscard]] QFuture<Heard<std::optional<security::SignedCatalogue>>> current() override;
    [[nodiscard]] QFuture<Heard<QByteArray>> chunk(qint64 edition, qint64 at) override;

private:
    std::shared_ptr<HttpClient> m_client;
};

} // namespace motcua::sync
