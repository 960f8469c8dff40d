// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Question.h"
#include "app/storage/CatalogueShelf.h"

namespace motcua::portal {

/** The catalogue package of this portal, in the words of app/sync/portal-openapi.yaml. Calls block; safe from any thread. */
class CatalogueRoutes
{
public:
    /** `shelf`: folder of the CatalogueShelf; empty: nothing is given. */
    explicit CatalogueRoutes(const QString &shelf)
        : m_isThere(!shelf.isEmpty())
        , m_shelf(shelf)
    {
    }

    /** 0 where there is none, or none that is whole. */
    [[nodiscard]] qint64 edition() const;
    [[nodiscard]] Answer current() const;
    [[nodiscard]] Answer chunk(const Question &question) const;

private:
    bool m_isThere;
    storage::CatalogueShelf m_shelf;
};

} // namespace motcua::portal
