// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/Peer.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace motcua::sync {

/** One conversation: what is on its way in it. Gone when it ends, and with it whoever waits for an answer of it. */
struct Conversation
{
    QHash<Id, quint64> sentTo = {}; ///< by log, up to where it was sent from its beginning on
    QHash<Id, int> going = {}; ///< by log, batches given and not answered
    int giving = 0; ///< of all logs together
    QSet<Id> coming = {}; ///< logs of which a batch was asked for
    QSet<Id> asideGiving = {}; ///< logs of which the peer takes no more for now
    QSet<Id> asideTaking = {};
    bool making = false;
    bool changed = false; ///< something was recorded meanwhile
    bool greetingDue = false; ///< the peer should be asked again what it has, as soon as this is done
    std::optional<PeerFailure> refused = {}; ///< the first thing that one side did not take of the other

    void remember(const PeerFailure &failure)
    {
        if (!refused) {
            refused = failure;
        }
    }
    void given(const Id &origin)
    {
        --going[origin];
        --giving;
    }
};

} // namespace motcua::sync
