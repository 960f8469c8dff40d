// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/Exchange.h"

#include <QObject>

#include <deque>

namespace motcua::sync {

/**
 * Brings the files that entries name after the entries, in their order, one chunk at a time: first those the peer lacks, then those that are lacking here.
 *
 * Up to which entry that is done is kept in the store, by peer, as a hint: a file that is there already costs one question. Entries never wait for it.
 */
class AttachmentCourier : public QObject
{
    Q_OBJECT

public:
    /** All three must outlive it. */
    AttachmentCourier(const storage::Store &store, Exchange &exchange, Peer &peer, QObject *parent = nullptr);

    /**
     * The files named in what the peer has of this store's log, up to the place `delivered`, and in the logs it `offers`. While it is at work that
     * is what it does next.
     */
    void run(quint64 delivered, const journal::VersionVector &offers);
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
    };

    void nextLog();
    void nextStep();
    void nextFile();
    void give(qint64 at);
    void take(qint64 at);
    void moved(qint64 at);
    /** The file at the front is done with; `isThere` false: it is looked for again the next time. */
    void fileDone(bool isThere);
    void end(const std::optional<PeerFailure> &failure);
    [[nodiscard]] QString cursorName() const;
    [[nodiscard]] static bool isOfOneFile(const PeerFailure &failure);
    template <typename T, typename E, typename Receive, typename Refuse>
    void answer(const QFuture<Result<T, E>> &future, Receive receive, Refuse refuse);

    storage::Store m_store;
    Exchange &m_exchange;
    Peer &m_peer;
    std::deque<Log> m_logs; ///< still to be looked through; the one under way at the front
    std::deque<File> m_queue; ///< of the step under way
    journal::VersionVector m_cursor; ///< by log, up to where all files are there
    quint64 m_seenTo = 0;
    bool m_isHeldBack = false; ///< a file before that was not to be had, so that the cursor of this log stays
    ErrorCode m_refusal = ErrorCode::Internal; ///< why something about the file under way was refused last
    bool m_owes = false;
    bool m_isAtWork = false;
    int m_turn = 0; ///< counts the runs: what belongs to one that was stopped is let go
    std::optional<std::pair<quint64, journal::VersionVector>> m_next; ///< what to do after this
};

} // namespace motcua::sync
