// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/HouseQueries.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/PortalLink.h"
#include "app/workflows/PortalSetup.h"
#include "tests/app/sync/StorePeer.h"
#include "tests/app/workflows/InventedAccess.h"

namespace motcua::test {

inline QByteArray settingOf(const storage::Store &store, const QString &name)
{
    const Result<std::optional<QByteArray>> kept = store.ask(storage::Setting{name}).result();
    return kept ? kept->value_or(QByteArray()) : QByteArray("unreadable");
}

/** A link of the program, but for the other end, which is `peer`, and for what a clock would make slow. */
inline PortalSetup linkTo(std::shared_ptr<sync::StorePeer> peer, std::function<qint64()> now)
{
    PortalSetup setup;
    setup.resources = QStringLiteral(MOTCUA_TEST_DATA "/../../resources");
    setup.peer = [peer = std::move(peer)](const PortalAccess &) { return Result<std::shared_ptr<sync::Peer>>(peer); };
    setup.options = {.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 3'600'000, .longestWaitMs = 3'600'000, .now = std::move(now), .chance = [] { return 0.5; }};
    setup.settlesMs = 5;
    return setup;
}

} // namespace motcua::test
