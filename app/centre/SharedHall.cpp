// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/SharedHall.h"

#include "app/centre/HallDoor.h"
#include "app/centre/HallWatch.h"
#include "app/storage/Await.h"

#include <QDateTime>

namespace motcua::centre {

namespace {

constexpr int SettlesMs = 300; // several commits of another program are one

/** `verb`, or why nobody is called and no number given just now. */
template <typename Verb>
std::function<Result<Ticket>()> whileOpen(const storage::Store &store, Verb verb)
{
    return [store, verb]() -> Result<Ticket> {
        const std::optional<Error> closed = LocalHall::closedAt(store, QDateTime::currentMSecsSinceEpoch());
        return closed ? Result<Ticket>(*closed) : verb();
    };
}

} // namespace

SharedHall::SharedHall(const storage::Store &store, const Act &author, const HallRules &rules, const Setup &setup, QObject *parent)
    : Hall(parent)
    , m_store(store)
    , m_local(store, author, rules)
    , m_watches(setup.watches)
    , m_door(std::make_shared<HallDoor>(store, author, &m_local, setup.patienceMs))
{
    connect(&m_local, &Hall::changed, this, &Hall::changed);
    m_looks.setInterval(HallDeskLine::TellEveryMs);
    connect(&m_looks, &QTimer::timeout, this, &Hall::changed);
    m_reads.setSingleShot(true);
    m_reads.setInterval(SettlesMs);
    connect(&m_reads, &QTimer::timeout, this, &SharedHall::follow);
    if (m_watches) {
        connect(store.news(), &storage::StoreNews::changed, this, [this](const QList<Id> &subjects) {
            if (subjects.isEmpty() && !m_reads.isActive()) {
                m_reads.start(); // another program wrote: perhaps that this desk joined a centre, or left it
            }
        });
        follow();
    }
}

SharedHall::~SharedHall() = default;

void SharedHall::follow()
{
    await(this, m_thread.run<Result<QByteArray>>([door = m_door] { return door->kept(); }), [this](const Result<QByteArray> &kept) {
        if (kept && *kept != m_kept) {
            watch(*kept);
            Q_EMIT changed();
        }
    });
}

void SharedHall::watch(const QByteArray &kept)
{
    m_kept = kept;
    m_watch.reset();
    m_looks.stop();
    if (kept.isEmpty()) {
        return;
    }
    const Result<DatabaseAccess> access = DatabaseAccess::fromJson(kept);
    if (!access) {
        return; // every verb says so
    }
    m_watch = std::make_unique<HallWatch>(*access);
    m_looks.start();
    connect(m_watch.get(), &HallWatch::changed, this, &Hall::changed);
    connect(m_watch.get(), &HallWatch::isAway, this, [this] {
        qint64 never = 0;
        if (m_door->awaySinceMs.compare_exchange_strong(never, QDateTime::currentMSecsSinceEpoch())) {
            Q_EMIT wentAlone();
            Q_EMIT changed();
        }
    });
    connect(m_watch.get(), &HallWatch::isBack, this, [this] {
        await(this, reconcile(), [this](const Result<int> &done) {
            if (done) {
                Q_EMIT cameBack();
            }
            Q_EMIT changed();
        });
    });
}

template <typename T>
QFuture<Result<T>> SharedHall::apart(std::function<Result<T>()> work, bool tellsOthers)
{
    return m_thread.run<Result<T>>([this, door = m_door, tellsOthers, work = std::move(work)] {
        const bool wasAway = door->awaySinceMs != 0;
        Result<T> made = work();
        const bool isAway = door->awaySinceMs != 0;
        // This object outlives its thread's work, and what is posted to it goes with it.
        QMetaObject::invokeMethod(this, [this, isFound = isAway && !wasAway, isDone = tellsOthers && made] {
            if (m_watch && isFound) {
                m_watch->lookNow();
                Q_EMIT wentAlone();
                Q_EMIT changed();
            } else if (m_watch && isDone) {
                m_watch->tellOthers();
            }
        }, Qt::QueuedConnection);
        return made;
    });
}

QFuture<Result<HallView>> SharedHall::look()
{
    return m_thread.run<Result<HallView>>([door = m_door] { return door->look(); });
}

QFuture<Result<Ticket>> SharedHall::issue(const TicketWish &wish)
{
    return apart<Ticket>(whileOpen(m_store, [door = m_door, wish] { return door->issue(wish); }));
}

QFuture<Result<Ticket>> SharedHall::callNext()
{
    return apart<Ticket>(whileOpen(m_store, [door = m_door] { return door->callNext(); }));
}

QFuture<Result<Ticket>> SharedHall::step(const Id &ticket, const StepTicket &step, const Id &visit, const QList<Act> &along)
{
    const auto verb = [door = m_door, ticket, step, visit, along] { return door->step(ticket, step, visit, along); };
    return step.step == TicketStep::Call ? apart<Ticket>(whileOpen(m_store, verb)) : apart<Ticket>(verb);
}

QFuture<Result<Ticket>> SharedHall::byNumber(const QString &number)
{
    return m_thread.run<Result<Ticket>>([door = m_door, number] { return door->byNumber(number); });
}

QFuture<Result<bool>> SharedHall::takeMessage(const Id &ticket, const QString &message)
{
    // Nobody sees anything of it.
    return apart<bool>([door = m_door, ticket, message] { return door->takeMessage(ticket, message); }, false);
}

QFuture<Result<int>> SharedHall::clearUp()
{
    return apart<int>([door = m_door] { return door->clearUp(); });
}

QFuture<Result<int>> SharedHall::reconcile()
{
    return apart<int>([door = m_door]() -> Result<int> {
        if (const Result<QByteArray> kept = door->kept(); !kept) {
            return kept.error();
        }
        door->awaySinceMs = 0;
        const Result<int> done = door->reconcile();
        if (!done) {
            door->awaySinceMs = QDateTime::currentMSecsSinceEpoch();
        }
        return done;
    });
}

} // namespace motcua::centre
