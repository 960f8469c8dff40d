// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Assessor.h"
#include "app/storage/Store.h"

#include <memory>

namespace motcua::portal {

/**
 * Takes what the portal's own rules take and the national system took as well; for a province that wants its desks to hear of the latter.
 *
 * What the own rules refuse is refused at once, whoever is away. The rest is open until the national system was told of it, or cannot be: its code,
 * fields and words are then the verdict's.
 */
class NationalVerdicts final : public Assessor
{
public:
    NationalVerdicts(const storage::Store &store, std::shared_ptr<const Assessor> own)
        : m_store(store)
        , m_own(std::move(own))
    {
    }

    [[nodiscard]] QSet<QByteArray> kinds() const override { return m_own->kinds(); }
    [[nodiscard]] bool givesNumber(const QByteArray &kind) const override { return m_own->givesNumber(kind); }
    [[nodiscard]] bool awaitsNational() const override { return true; }
    /** Waits for the store. */
    [[nodiscard]] Finding assess(const Dossier &dossier, const journal::Entry &entry) const override;

private:
    storage::Store m_store;
    std::shared_ptr<const Assessor> m_own;
};

} // namespace motcua::portal
