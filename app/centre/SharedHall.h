// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/LocalHall.h"
#include "app/storage/OneThread.h"

#include <QTimer>

#include <memory>

namespace motcua::centre {

class HallDoor;
class HallWatch;

/**
 * The hall of a desk that may be one of a centre's: that of its own store while it is alone, that of all desks where the store says there is a centre.
 *
 * Every verb is decided where the tickets of the centre are, and written into the journal of this desk under the same id; what was decided there and is not
 * written here, since something died in between, is written when the centre is next reached, marked recovered. While it is out of reach the desk goes on
 * from what it knows: it calls those whom it gave a number itself or who were sent to it, others by the number they show, and gives out numbers with its
 * own mark. When the centre is back, all of that is told there.
 *
 * Errors of verbs further to those of Hall: those of HallTables, once, in the moment in which the centre gets out of reach; then it is not known whether it
 * was done, and looking tells as soon as the centre is back.
 */
class SharedHall : public Hall
{
    Q_OBJECT

public:
    struct Setup
    {
        bool watches = true; ///< news of other desks are followed, which takes an event loop and a connection more
        int patienceMs = 2'000; ///< how long an answer of the centre is waited for, with a citizen standing there
    };

    /** As LocalHall. */
    SharedHall(const storage::Store &store, const Act &author, const HallRules &rules, const Setup &setup, QObject *parent = nullptr);
    /** Waits for what was asked. */
    ~SharedHall() override;

    [[nodiscard]] const HallRules &rules() const override { return m_local.rules(); }
    [[nodiscard]] QFuture<Result<HallView>> look() override;
    [[nodiscard]] QFuture<Result<Ticket>> issue(const TicketWish &wish) override;
    [[nodiscard]] QFuture<Result<Ticket>> callNext() override;
    [[nodiscard]] QFuture<Result<Ticket>> step(
        const Id &ticket, const StepTicket &step, const Id &visit = {}, const QList<Act> &along = {}) override;
    [[nodiscard]] QFuture<Result<Ticket>> byNumber(const QString &number) override;
    [[nodiscard]] QFuture<Result<bool>> takeMessage(const Id &ticket, const QString &message) override;
    [[nodiscard]] QFuture<Result<int>> clearUp() override;

    /** How many entries were written, or told, that the other side did not know of; after the centre was out of reach, or something died. */
    [[nodiscard]] QFuture<Result<int>> reconcile();

Q_SIGNALS:
    void wentAlone(); ///< the centre is out of reach; look() says since when
    void cameBack();

private:
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> apart(std::function<Result<T>()> work, bool tellsOthers = true);
    void follow();
    void watch(const QByteArray &kept);

    storage::Store m_store;
    LocalHall m_local;
    QByteArray m_kept; ///< the setting the watch was made by
    std::unique_ptr<HallWatch> m_watch;
    QTimer m_reads;
    QTimer m_looks; ///< so that a desk in a quiet hall says that it is there
    bool m_watches;
    std::shared_ptr<HallDoor> m_door; ///< touched on the thread alone
    OneThread m_thread; ///< the last, for it ends first
};

} // namespace motcua::centre
