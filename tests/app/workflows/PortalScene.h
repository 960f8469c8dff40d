// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/HouseQueries.h"
#include "app/storage/LocalTables.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/PortalLink.h"
#include "app/workflows/PortalSetup.h"
#include "tests/app/sync/StorePeer.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace motcua::test {

/** An access of nobody: what speaks to the portal is another store in the same process, which asks for no certificate. */
inline PortalAccess inventedAccess(qint64 untilMs, const QString &host = QStringLiteral("portal.example"))
{
    PortalAccess access;
    access.address = QUrl(QStringLiteral("https://%1:8443").arg(host));
    access.authorities = "authorities";
    access.chain = "chain";
    access.key = std::make_shared<const security::SecretBytes>(security::SecretBytes::copyOf("key"));
    access.untilMs = untilMs;
    access.portal = Id::v7(1'790'000'000'000, QByteArray(10, 'p'));
    access.portalKey = QByteArray(32, 'k');
    access.name = QStringLiteral("Quầy 3");
    return access;
}

/** As enrolling leaves it. */
inline void keepAccess(const storage::Store &store, const PortalAccess &access)
{
    const QByteArray bytes = QJsonDocument(access.toJson()).toJson(QJsonDocument::Compact);
    QVERIFY(store.keepSetting(QString::fromLatin1(storage::local::Portal), bytes).result());
}

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
