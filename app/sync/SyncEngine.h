// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/AttachmentCourier.h"
#include "app/sync/Backoff.h"
#include "app/sync/Exchange.h"
#include "app/sync/SyncState.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace motcua::sync {

struct Conversation;

struct SyncOptions
{
    int gatherMs = 300; ///< after a commit, so that what one act writes goes together
    int restMs = 60'000; ///< how often a peer with nothing to tell is asked
    int firstWaitMs = 5'000; ///< after a failure
    int longestWaitMs = 300'000;
    int inFlight = 2; ///< batches on their way at once
    qsizetype batchBytes = 4 * 1024 * 1024; ///< the most of a log that goes in one batch, unpacked; halved by itself while the line is too slow for it
    std::function<qint64()> now = {}; ///< ms since 1970-01-01 UTC
    std::function<double()> chance = {}; ///< 0 to 1
};

/**
 * Keeps this store and one peer alike: gives what the peer lacks, takes what it offers, and goes on from wherever it was broken off.
 *
 * What was delivered is what the peer says it has, nothing else; no list of what is to be sent exists that could disagree. Works only while
 * its program holds the engine of the store. Never asks anybody anything; an outage is a state.
 */
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    SyncEngine(const storage::Store &store, const journal::SharePolicy &policy, std::shared_ptr<Peer> peer, SyncOptions options,
        QObject *parent = nullptr);
    ~SyncEngine() override;

    void begin();
    /** Something may be possible again: the line came back, or somebody pressed a key. Cuts a wait short; while exchanging, the peer is asked again after it. */
    void wake();
    /** What is on its way is let go; what of it arrived the peer says at the next greeting. */
    void setPaused(bool paused);

    [[nodiscard]] const SyncState &state() const { return m_state; }
    [[nodiscard]] QString peerName() const { return m_peer->name(); }

Q_SIGNALS:
    void changed(const motcua::sync::SyncState &state);

private:
    using Refuse = std::function<void(const PeerFailure &)>;

    void converse();
    void greeted(const Greeting &theirs, qint64 askedMs);
    void proceed();
    void fill();
    [[nodiscard]] bool giveNext();
    [[nodiscard]] bool takeNext();
    void make(const Wanted &wanted);
    void send(const Id &origin, const Exchange::Made &made);
    void receipted(const Id &origin, quint64 first, const Receipt &receipt);
    void take(const Id &origin, const Wanted &wanted);
    void arrived(const Id &origin, const Wanted &wanted, const Exchange::Took &took);
    void came(const Id &origin, bool isMore);
    void finish();
    void filesGetOn();
    void filesDone(const std::optional<PeerFailure> &failure);
    void fail(const PeerFailure &failure);
    void stop(const Error &error);
    void showOtherBranch();
    void storeChanged();
    void count();
    void tell(SyncState::Phase phase);
    void keepVector();
    void endTimers();
    [[nodiscard]] bool mayWork() const;
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] double chance() const;
    /**
     * Hands an answer on while its conversation lasts: what belongs to one that was broken off is let go. What is wrong with one log alone
     * `refuse` is told, where there is one; every other failure ends the conversation.
     */
    template <typename T, typename E, typename Receive>
    void answer(const QFuture<Result<T, E>> &future, Receive receive, Refuse refuse = {});

    storage::Store m_store;
    std::shared_ptr<Peer> m_peer;
    SyncOptions m_options;
    Exchange m_exchange;
    AttachmentCourier m_courier;
    Backoff m_backoff;
    SyncState m_state;
    QTimer m_gather;
    QTimer m_rest;
    QTimer m_retry;

    journal::VersionVector m_ours;
    journal::VersionVector m_theirs; ///< what the peer has
    journal::VersionVector m_offered;
    journal::VersionVector m_kept; ///< what the store knows of m_theirs
    Id m_peerOrigin; ///< null before it was heard
    QHash<Id, quint64> m_heldFrom; ///< by log that is given backwards, from where on the peer has it; a hint, given up when it refuses
    quint64 m_disputed = 0; ///< up to where the peer showed what our key signed, at the last greeting
    qsizetype m_batchBytes;
    std::shared_ptr<Conversation> m_way; ///< what is under way, while exchanging
    bool m_filesFailed = false; ///< the last try failed at the files, and none was brought on since
    bool m_paused = false;
};

} // namespace motcua::sync
