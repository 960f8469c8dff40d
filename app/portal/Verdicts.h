// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Assessor.h"
#include "app/portal/NumberPattern.h"
#include "app/storage/Store.h"

#include <functional>
#include <memory>

namespace motcua::storage {
struct UnjudgedEntry;
}

namespace motcua::portal {

/**
 * Says of each entry that desks sent what the portal makes of it, once: in an entry of the portal's own log.
 *
 * What is left to be judged is what that log does not speak of, so a crash at any moment neither leaves an entry out nor judges one twice. Calls block,
 * and one at a time.
 */
class Verdicts
{
public:
    struct Step
    {
        int judged = 0;
        bool isMore = false; ///< something may be left
    };

    Verdicts(const storage::Store &store, std::shared_ptr<const Assessor> assessor, NumberPattern numbers, std::function<qint64()> now);

    /** The next few. Errors: those of the store. */
    [[nodiscard]] Result<Step> step() const;

private:
    /** Nothing where there is nothing to say, or `isOpen`: nothing can be said yet. */
    [[nodiscard]] Result<std::optional<Act>> actOf(const storage::UnjudgedEntry &one, QSet<Id> &numbered, int &count, bool &isOpen) const;
    [[nodiscard]] Result<> keep(const QList<Act> &acts) const;

    storage::Store m_store;
    std::shared_ptr<const Assessor> m_assessor;
    NumberPattern m_numbers;
    std::function<qint64()> m_now;
};

} // namespace motcua::portal
