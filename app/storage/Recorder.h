// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Connection.h"
#include "app/storage/JournalTables.h"
#include "app/storage/Projection.h"
#include "app/storage/Recorded.h"
#include "app/storage/StoreOptions.h"
#include "models/dossier/Act.h"
#include "models/dossier/Decision.h"
#include "models/journal/Run.h"

#include <QSet>

#include <functional>

namespace motcua::storage {

/**
 * The only one who writes: decides an act, appends its entries and folds them, all in one transaction.
 *
 * Belongs to one connection and its thread. Calls throw StoreFault, after which nothing of the call is in the file.
 */
class Recorder
{
public:
    Recorder(Connection &connection, const StoreOptions &options, bool training);

    /** Every act in one transaction, or none. */
    [[nodiscard]] QList<Recorded> record(const QList<Act> &acts);
    /** What can be taken is taken, in one transaction. */
    [[nodiscard]] Ingested ingest(const QList<journal::Entry> &entries);
    /** The same for a stretch that came from a peer, when its owner vouches for it. Throws as Store::ingest() tells. */
    [[nodiscard]] Ingested ingest(const journal::Run &run);
    /** Store::stopIfCloned(). */
    [[nodiscard]] bool stopIfCloned(const journal::LogHead &head);
    void rebuild();
    [[nodiscard]] QByteArray digest();

    /** Ends the own log, which stays to be read, and begins that of a new origin. Returns its id. */
    Id startOrigin(const QString &reason, const Id &previous);

    /** Whatever else is written: between BEGIN IMMEDIATE and COMMIT, seeing what other programs committed. */
    void write(const std::function<void()> &work);

    /** The subjects of the last call that committed. */
    [[nodiscard]] QList<Id> touched() const { return m_touched.values(); }
    /** The last call erased payloads, whose old pages should leave the write-ahead log. */
    [[nodiscard]] bool purged() const { return m_purged; }

private:
    struct Planned;
    class Planner;

    void settleForms(const QList<Act> &acts);
    [[nodiscard]] Recorded recordOne(const Act &act, OriginRow &own);
    /** An act that makes a new dossier, decided; `own` is its log's head then. Reads and writes nothing. */
    [[nodiscard]] Planned planned(const Act &act, const Situation &situation, OriginRow &own) const;
    /** Folds and writes what was planned; `alone`: a slip of the dossier is likely to follow. */
    [[nodiscard]] Recorded kept(Planned plan, qint64 ownNo, bool alone);
    /** An import of dossiers nobody has heard of: the same entries in the same order, planned and written by two threads. */
    [[nodiscard]] QList<Recorded> recordNewDossiers(const QList<Act> &acts, OriginRow &own);
    [[nodiscard]] bool areNewDossiers(const QList<Act> &acts);
    [[nodiscard]] Recorded recordNewDossier(const Act &act, OriginRow &own);
    static void mustFit(const Act &act, const OriginRow &own);
    [[nodiscard]] static bool isClockBack(const OriginRow &own, qint64 nowMs);
    [[nodiscard]] Situation situation(const Act &act, const OriginRow &own, const std::optional<SubjectRow> &subject, qint64 nowMs);
    /** The next entry of the own log, to be inserted; `own` is then its head. Touches nothing else. */
    [[nodiscard]] journal::Entry composed(OriginRow &own, const journal::EntryDraft &draft, const Act &act, qint64 nowMs, qint64 receiptMs) const;
    [[nodiscard]] journal::Entry appended(OriginRow &own, SubjectRow &subject, const journal::EntryDraft &draft, const Act &act, qint64 nowMs,
        qint64 receiptMs);

    /** Within a transaction. */
    void take(const QList<journal::Entry> &entries, Ingested &ingested);
    void mustBeVouchedFor(const journal::Run &run, OriginRow &origin);
    void proveFork(const journal::Run &run, const OriginRow &origin, Ingested &ingested);
    enum class Taken { Stored, PayloadAdded, Duplicate };
    [[nodiscard]] Taken takeOne(const journal::Entry &given, OriginRow &origin, const OriginRow &own, SubjectRow &subject);
    [[noreturn]] static void refuseFork(OriginRow &origin);
    void advance(OriginRow &origin);

    Connection &m_connection;
    const StoreOptions &m_options;
    bool m_training;
    JournalTables m_journal;
    Projection m_projection;
    qint64 m_dataVersion = 0;
    QSet<Id> m_touched;
    bool m_purged = false;
};

} // namespace motcua::storage
