// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/dossier/Dossier.h"

#include <QList>

#include <limits>
#include <optional>
#include <variant>

/** What work without the portal leaves behind, for Store::ask() and Store::keep(). */
namespace motcua::storage {

class Connection;

/** A fee that was to come by transfer, and of which not all has come as far as anybody knows. */
struct OpenFee
{
    Id dossier = {};
    QString code = {};
    QString name = {}; ///< of the applicant
    QString phone = {};
    qint64 receivedAtMs = 0; ///< the dossier; ms since 1970-01-01 UTC
    journal::EntryKey fee = {};
    Id visit = {}; ///< in which it was said to be taken
    QString means = {};
    Money due = {};
    Money came = {};
};

/** Those of dossiers received in [fromMs, untilMs), the newest dossier first. Only dossiers with such fees are looked at. */
struct OpenFees
{
    using Answer = QList<OpenFee>;
    qint64 fromMs = 0; ///< ms since 1970-01-01 UTC
    qint64 untilMs = std::numeric_limits<qint64>::max();
    QString reference = {}; ///< Payment::reference() of a visit; empty: any
    std::optional<Id> dossier = {};
    int limit = 500; ///< fees found

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** What somebody said of a payment before: for which dossiers it came, and how much of it. */
struct KnownPayment
{
    struct Part
    {
        QString code = {}; ///< of the dossier; empty while it has none
        QString number = {}; ///< under which it was filed online; empty when it was not
        Money amount = {};
    };
    using Answer = QList<Part>;
    QString reference = {};
    QString source = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Dossiers of this store's own log received in [fromMs, untilMs), the oldest first. */
struct ReceivedBetween
{
    using Answer = QList<Dossier>;
    qint64 fromMs = 0;
    qint64 untilMs = 0;
    int limit = 500;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** When the portal could not be reached. */
struct Outage
{
    qint64 beganMs = 0; ///< ms since 1970-01-01 UTC
    qint64 endedMs = 0; ///< 0 while it lasts
    qint64 seenMs = 0; ///< when somebody went through what it left behind; 0 before

    friend bool operator==(const Outage &, const Outage &) = default;
};

/** The last ones, the newest first. */
struct LastOutages
{
    using Answer = QList<Outage>;
    int limit = 20;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** For Store::keep(): an outage as it is known by now; what began at another moment is another. */
struct KeptOutage
{
    using Answer = std::monostate;
    Outage outage = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** The last decision on how this desk goes on without the portal, of its own log; none when there was none. */
struct OfflineDecision
{
    struct Decided
    {
        QString choice = {}; ///< choiceName()
        qint64 atMs = 0;
        qint64 untilMs = 0; ///< of an extension
        QString reason = {};
        Id person = {};
    };
    using Answer = std::optional<Decided>;

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
