// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/base/Id.h"

#include <QList>
#include <QObject>

namespace motcua::storage {

/** Tells whoever listens what happened to a store; emitted from its threads, so connect with a receiver. */
class StoreNews : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    /** Something was committed, here (with its subjects) or by another program (with none: anything may have changed). */
    void changed(const QList<motcua::Id> &subjects);
    /** This program now runs, or no longer runs, what only one program of a store may run. */
    void engineHeld(bool held);
    /** The file met a bad page or an unreadable block: nothing more is written until the store is salvaged. */
    void damaged(const motcua::Error &error);
};

} // namespace motcua::storage
