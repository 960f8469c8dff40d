// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/PortalVerdict.h"
#include "models/journal/EntryKey.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

/** Questions about what this store has to send and what became of it, for Store::ask(). */
namespace motcua::storage {

class Connection;

/** What became of one entry of this store's own log at one peer. */
struct OutboxRow
{
    enum class State {
        Waiting, ///< the peer is not known to hold it
        Delivered, ///< it does, and has said nothing of it
        Accepted,
        Refused, ///< and not put right yet: the only state that is somebody's work
        Settled, ///< refused, and put right since
    };

    journal::EntryKey key = {};
    Id entry = {};
    QByteArray kind = {};
    Id subject = {};
    QString code = {}; ///< of the dossier it is about; empty where that has none, or it is about none
    qint64 receiptMs = 0; ///< when it counts in law, ms since 1970-01-01 UTC
    bool inConflict = false; ///< the dossier it is about
    State state = State::Waiting;
    std::optional<PortalVerdict> verdict = {}; ///< what a portal said of it: number, or code, fault and fields

    friend bool operator==(const OutboxRow &, const OutboxRow &) = default;
};

/**
 * One page of what this store's own log still has to do with a peer, the newest first: what the peer is not known to hold, then what it
 * holds and the portal refused. The millionth costs what the first does.
 */
struct OutboxPage
{
    using Answer = QList<OutboxRow>;
    QString peer = {};
    quint64 before = ~quint64{0}; ///< places below this one, of the last row of the page before
    int limit = 50; ///< 1 … 1000
    bool isWhole = false; ///< what is done with as well
    bool isRefusedOnly = false; ///< only what was refused and not put right, whatever the peer is known to hold

    [[nodiscard]] Answer run(Connection &connection) const;

    /** The statements behind it (of a stretch of the log; of what was refused within a stretch), for whoever asks for their plan. */
    [[nodiscard]] static QByteArray stretchSql();
    [[nodiscard]] static QByteArray refusedSql();
};

/** How much that is, without looking through it. */
struct OutboxCount
{
    struct Count
    {
        qint64 waiting = 0; ///< entries of this store's own log that the peer is not known to hold
        qint64 oldestWaitingMs = 0; ///< receipt of the first of them, ms since 1970-01-01 UTC; 0 when there is none
        qint64 needsAttention = 0; ///< refused and not put right; MostCounted at most
        qint64 inConflict = 0; ///< dossiers that desks contradict each other about; MostCounted at most
    };
    using Answer = Count;

    static constexpr qint64 MostCounted = 10'000;

    QString peer = {};

    [[nodiscard]] Answer run(Connection &connection) const;
    [[nodiscard]] static QByteArray attentionSql();
    [[nodiscard]] static QByteArray conflictSql();
};

} // namespace motcua::storage
