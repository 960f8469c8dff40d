// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/OutboxQueries.h"
#include "app/workflows/PortalAccess.h"

namespace motcua::storage {
class Store;
}

namespace motcua {

/** How the exchange with the portal last went, as whoever did it wrote it down: for a start without a line, and for other programs of the store. */
struct LastDelivery
{
    qint64 contactMs = 0; ///< when the portal last answered, ms since 1970-01-01 UTC; 0: never
    qint64 deliveredMs = 0; ///< when all was last delivered
    qint64 failingMs = 0; ///< since when it fails; 0: it does not
    QString failure = {}; ///< name of the error it fails with
    QString fault = {}; ///< with whom that lies: "network", "portal", "data", "desk"

    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static LastDelivery fromJson(const QByteArray &json);

    friend bool operator==(const LastDelivery &, const LastDelivery &) = default;
};

/** How the last question for a newer catalogue package ended. */
struct LastCatalogue
{
    qint64 atMs = 0; ///< ms since 1970-01-01 UTC; 0: none was asked
    QString failure = {}; ///< name of the error; empty: none, and nothing newer is there
    QString detail = {}; ///< likewise, for a log
    qint64 heardMs = 0; ///< when it last ended well; 0: never

    /** What was offered is no good; a line that is down, or a portal that has none, is no such thing. */
    [[nodiscard]] bool isRefusal() const;

    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static LastCatalogue fromJson(const QByteArray &json);
};

/** What a store keeps of its portal: where it is, what waits, how the last exchange went, and what a person at this machine wants of it. */
struct KeptPortal
{
    /** Under which the exchange remembers what the portal holds. */
    [[nodiscard]] static QString peer() { return QStringLiteral("portal"); }

    // Names of settings of the store; the access itself is storage::local::Portal.
    [[nodiscard]] static QString pausedSetting() { return QStringLiteral("sync.paused"); } ///< since when, ms; empty: it is not
    [[nodiscard]] static QString wokenSetting() { return QStringLiteral("sync.woken"); } ///< another value: try now
    [[nodiscard]] static QString lastSetting() { return QStringLiteral("sync.last"); }
    [[nodiscard]] static QString catalogueSetting() { return QStringLiteral("catalogue.last"); } ///< LastCatalogue
    [[nodiscard]] static QString askedSetting() { return QStringLiteral("portal.asked"); } ///< an enrolment or renewal under way

    /** From now on this is the access. Blocks. Errors: those of Store::keepSetting(). */
    [[nodiscard]] static Result<> keep(const storage::Store &store, const PortalAccess &access);

    QByteArray bytes = {}; ///< of the access as kept; empty: there is no portal
    std::optional<PortalAccess> access = {}; ///< nothing also where it cannot be read
    qint64 pausedMs = 0; ///< since when a person holds it back; 0: nobody does
    QByteArray woken = {};
    LastDelivery last = {};

    /** Reads a few settings. Blocks: off the GUI thread. Errors: those of Store::ask(). */
    [[nodiscard]] static Result<KeptPortal> of(const storage::Store &store);
};

} // namespace motcua
