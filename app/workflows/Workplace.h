// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "app/workflows/Lawbook.h"
#include "models/staff/UnitSettings.h"

namespace motcua {

/** An open store with somebody at it: what every workflow of a signed-in person starts from. A copy is cheap. */
struct Workplace
{
    storage::Store store;
    Lawbook law = {};
    Id person = {};
    QString personName = {};
    UnitSettings unit = {};

    /** An act of this person at this desk about `subject`. */
    [[nodiscard]] Act act(const Id &subject, ActKind what, const Id &visit = {}) const
    {
        return Act{.actor = {journal::Actor::Kind::Person, person},
            .desk = unit.desk(),
            .visit = visit,
            .subject = subject,
            .receiptMs = {},
            .expectedBasis = {},
            .approver = {},
            .what = std::move(what)};
    }

    [[nodiscard]] bool isTraining() const { return store.isTraining(); }
};

} // namespace motcua
