// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SignedCatalogue.h"
#include "app/sync/Peer.h"

namespace motcua::sync {

/** Who gives catalogue packages: the portal. Nothing of what it says is believed before its signature is. */
class CatalogueSource
{
public:
    virtual ~CatalogueSource() = default;
    CatalogueSource() = default;
    CatalogueSource(const CatalogueSource &) = delete;
    CatalogueSource &operator=(const CatalogueSource &) = delete;

    /** The one that counts; nothing where none was published. */
    [[nodiscard]] virtual QFuture<Heard<std::optional<security::SignedCatalogue>>> current() = 0;
    /** What of that edition begins at `at`; empty bytes when it is not given any more. */
    [[nodiscard]] virtual QFuture<Heard<QByteArray>> chunk(qint64 edition, qint64 at) = 0;
};

} // namespace motcua::sync
