// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/CentreJournal.h"
#include "app/storage/OneThread.h"
#include "app/storage/Store.h"
#include "app/sync/Fleet.h"
#include "app/sync/Peer.h"
#include "app/sync/ReleaseSource.h"

namespace motcua::centre {

/**
 * The centre as the engine meets it: the journal that the desks of one centre share on PostgreSQL, without a program of its own in between.
 *
 * It believes the desks that may write there, and no desk believes it: what is taken is looked at by the store that takes it. Whose log has another entry in
 * a place than the one that is given is shown what its owner signed there. What desks tell of their machines, and releases of the program, go by the same
 * connection, so that a desk has no fourth one.
 */
class CentrePeer final : public sync::Peer, public sync::Fleet, public sync::ReleaseSource
{
public:
    /** `store`: of the desk that asks, where it is looked up what a purge erased. */
    CentrePeer(const storage::Store &store, DatabaseAccess access);
    /** By what a desk keeps of its centre. Error: StoreDamaged. */
    [[nodiscard]] static Result<std::shared_ptr<sync::Peer>> of(const storage::Store &store, const QByteArray &kept);

    [[nodiscard]] QString name() const override { return QStringLiteral("centre"); }
    [[nodiscard]] journal::PeerRole role() const override { return journal::PeerRole::Centre; }

    [[nodiscard]] QFuture<sync::Heard<sync::Greeting>> greet(const sync::Greeting &ours) override;
    [[nodiscard]] QFuture<sync::Heard<sync::Receipt>> give(const QByteArray &batch) override;
    [[nodiscard]] QFuture<sync::Heard<QByteArray>> take(const sync::Wanted &wanted) override;
    [[nodiscard]] QFuture<sync::Heard<qint64>> heldOf(const QByteArray &file) override;
    [[nodiscard]] QFuture<sync::Heard<qint64>> giveChunk(const QByteArray &file, qint64 at, const QByteArray &chunk) override;
    [[nodiscard]] QFuture<sync::Heard<QByteArray>> takeChunk(const QByteArray &file, qint64 at) override;

    [[nodiscard]] sync::Fleet *fleet() override { return this; }
    [[nodiscard]] QFuture<Result<>> tellHealth(const QByteArray &desk, const DeskHealth &health) override;
    [[nodiscard]] QFuture<Result<QList<FleetDesk>>> desks() override;

    [[nodiscard]] sync::ReleaseSource *releases() override { return this; }
    [[nodiscard]] QFuture<Result<sync::ReleaseOffer>> offer() override;
    [[nodiscard]] QFuture<Result<QByteArray>> releaseChunk(const QString &version, qint64 at) override;

private:
    template <typename T>
    [[nodiscard]] QFuture<sync::Heard<T>> apart(std::function<Result<T>()> work);
    [[nodiscard]] Result<sync::Greeting> greeting(const Id &asker);
    [[nodiscard]] Result<sync::Receipt> taken(const QByteArray &batch);

    storage::Store m_store;
    CentreJournal m_journal;
    OneThread m_thread; ///< on which everything above is asked and touched; the last, for it ends first
};

} // namespace motcua::centre
