// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/Exchange.h"

#include <QObject>

#include <deque>
#include <functional>

namespace motcua::sync {

/**
 * Brings the files that entries name after the entries, in their order, one chunk at a time: first those the peer lacks, then those that are lacking here.
 *
 * Up to which entry that is done is kept in the store, by peer, as a hint: a file that is there already costs one question. Entries never wait for it.
 * Of another's log only those files are given that follow entries this store passed on, or that came from the disk of a desk that is gone (willPassOn): of all
 * others the peer has the owner. Those are looked through once while the program runs, and what is not here then, at its next start; once all is given, no more.
 */
class AttachmentCourier : public QObject
{
    Q_OBJECT

public:
    /** All three must outlive it. */
    AttachmentCourier(const storage::Store &store, Exchange &exchange, Peer &peer, QObject *parent = nullptr);

    /**
     * The files named in what the peer has (`delivered`) of this store's log and of those it was passed on, and in the logs it `offers`. While it is at
     * work that is what it does next.
     */
    void run(const journal::VersionVector &delivered, const journal::VersionVector &offers);
    /**
     * Before the peer is given entries of another's log beyond `held`: once this is done their files follow, also when this program ends or the reply is lost.
     * Errors: those of a store, and then the entries are not given either.
     */
    [[nodiscard]] QFuture<Result<>> passesOn(const Id &origin, quint64 held);
    /**
     * The files of these logs are given to that peer from their beginning, as far as they are here and it lacks them: they came from the disk of a desk that is
     * gone. A courier at work hears of it in its next run, and is not written over by it. Blocks; errors: those of a store.
     */
    [[nodiscard]] static Result<> willPassOn(const storage::Store &store, const QString &peer, const QList<Id> &logs);
    /** What is on its way is let go; finished() is not told. */
    void stop();

    [[nodiscard]] int files() const { return static_cast<int>(m_queue.size()); } ///< known to be on their way
    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] bool isAtWork() const { return m_isAtWork; }
    /** Whether the last run left out a file of this store's own log that it could not bring; the next one looks for it again. */
    [[nodiscard]] bool owes() const { return m_owes; }

Q_SIGNALS:
    void progressed();
    void broughtOn(); ///< one side has more of a file than before
    /** Everything is there, or why not; what is wrong with one file alone keeps back no other and is no failure. */
    void finished(const std::optional<motcua::sync::PeerFailure> &failure);

private:
    struct File
    {
        storage::EntryAttachment attachment = {};
        qint64 at = 0; ///< up to where it was brought
    };
    struct Log
    {
        Id origin = {};
        quint64 last = 0;
        bool isGiven = false;
        bool isPassedOn = false; ///< given, and another's
    };

    /** What run() was asked for. */
    struct Work
    {
        journal::VersionVector delivered = {};
        journal::VersionVector offers = {};
        int asked = 0; ///< by which call
    };

    void begin(const Work &work);
    void readImported(const Work &work);
    void beginLogs(const Work &work);
    void nextLog();
    void nextStep();
    void nextFile();
    void offer(const QByteArray &name);
    void give(qint64 at);
    void take(qint64 at);
    void moved(qint64 at);
    /** The file at the front is done with; `isThere` false: it is looked for again the next time. */
    void fileDone(bool isThere);
    void end(const std::optional<PeerFailure> &failure);
    [[nodiscard]] QString cursorName() const;
    [[nodiscard]] journal::VersionVector &cursorOf(const Log &log) { return log.isPassedOn ? m_passedTo : m_cursor; }
    QFuture<Result<>> keepPassedOn();
    /** What other programs of this store noted is known then, and `m_noted` is in the store with it. */
    [[nodiscard]] QFuture<Result<>> readPassedOn();
    [[nodiscard]] journal::VersionVector withNoted(journal::VersionVector kept) const;
    void forgetNoted(const journal::VersionVector &kept);
    void addImported(const journal::VersionVector &imported);
    [[nodiscard]] static bool isOfOneFile(const PeerFailure &failure);
    template <typename T, typename E, typename Receive, typename Refuse>
    void answer(const QFuture<Result<T, E>> &future, Receive receive, Refuse refuse);

    storage::Store m_store;
    Exchange &m_exchange;
    Peer &m_peer;
    std::deque<Log> m_logs; ///< still to be looked through; the one under way at the front
    std::deque<File> m_queue; ///< of the step under way
    journal::VersionVector m_cursor; ///< by log, up to where all files are there
    journal::VersionVector m_passedOn; ///< others' logs whose files are given, with the place after which; as the store has it. From 1 on: the first entry names none
    journal::VersionVector m_passedTo; ///< by log, up to where that was looked through since this program began
    journal::VersionVector m_noted; ///< what m_passedOn has beyond what the store was heard to have kept: a reading that was begun before may still come
    QHash<Id, int> m_notedAt; ///< by log, after which call of run() it was noted last: entries may follow that this call did not know of
    quint64 m_seenTo = 0;
    bool m_isPassed = true; ///< of the log under way all files were given, or are of no use
    bool m_isHeldBack = false; ///< a file before that was not to be had, so that the cursor of this log stays
    ErrorCode m_refusal = ErrorCode::Internal; ///< why something about the file under way was refused last
    bool m_owes = false;
    bool m_isAtWork = false;
    int m_turn = 0; ///< counts the runs: what belongs to one that was stopped is let go
    int m_asked = 0; ///< counts the calls of run()
    int m_answered = 0; ///< which of them is under way
    std::optional<Work> m_next; ///< what to do after this
};

} // namespace motcua::sync
