// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/LocalTables.h"
#include "app/storage/Store.h"
#include "app/workflows/PortalAccess.h"

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
inline void keepAccess(const storage::Store &store, PortalAccess access)
{
    access.desk = access.desk.isNull() ? store.origin() : access.desk;
    const QByteArray bytes = QJsonDocument(access.toJson()).toJson(QJsonDocument::Compact);
    QVERIFY(store.keepSetting(QString::fromLatin1(storage::local::Portal), bytes).result());
}

} // namespace motcua::test
