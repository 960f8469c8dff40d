// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QFuture>
#include <QList>
#include <QString>

#include <functional>

namespace motcua {

/** One entry of this store's own log and what became of it at the portal, in words. */
struct OutboxLine
{
    enum class State { Waiting, Sent, Taken, Refused, Settled };

    quint64 place = 0; ///< in the log, from 1; later ones are higher
    Id dossier = {}; ///< that it is about; none where it is about none
    bool isInConflict = false; ///< that dossier
    QString time = {};
    QString item = {};
    QString fullItem = {}; ///< with the whole code, for the line below the table and for whoever listens
    State state = State::Waiting;
    QString why = {}; ///< empty while waiting: why nothing is sent is the same for all that waits
    QString toDo = {};

    friend bool operator==(const OutboxLine &, const OutboxLine &) = default;
};

/** The newest of them below a place of the log, at most `limit`; answers later and never blocks. */
using OutboxSource = std::function<QFuture<Result<QList<OutboxLine>>>(quint64 before, int limit)>;

} // namespace motcua
