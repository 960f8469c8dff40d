// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/BoardState.h"

#include <QObject>

#include <optional>

namespace motcua {

/** Where a screen without a store has its board from. */
class BoardSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Begins, and goes on by itself whatever happens. */
    virtual void start() = 0;

    /** What was told last; its board says whether it is live, and else since when it is not. An empty board that is not live before the first. */
    [[nodiscard]] virtual const BoardState &state() const = 0;
    /** Why it is not live, when that is known here; nothing while it is. */
    [[nodiscard]] virtual std::optional<Error> failure() const = 0;
    /** The clock of whoever tells, which counts for what is told: milliseconds since 1970-01-01 UTC. */
    [[nodiscard]] virtual qint64 nowMs() const = 0;

Q_SIGNALS:
    void changed(); ///< state()
    void failed(const motcua::Error &error); ///< failure(), when it is another one than before
};

} // namespace motcua
