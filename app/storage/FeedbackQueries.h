// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/visit/Feedback.h"

#include <QDate>
#include <QList>

#include <optional>

/** Questions about what citizens say of how they were served, for Store::ask(). */
namespace motcua::storage {

class Connection;

/** One page of it, the latest first; of what waits for an answer the oldest first, since that one waits the longest. */
struct FeedbackRows
{
    using Answer = QList<Feedback>;

    bool onlyOpen = false;
    qint64 offset = 0; ///< rows skipped
    int limit = 50; ///< 1 … 1000

    [[nodiscard]] Answer run(Connection &connection) const;
};

struct FeedbackById
{
    using Answer = std::optional<Feedback>;
    Id id = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
