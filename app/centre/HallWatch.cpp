// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/HallWatch.h"

#include "app/centre/HallTables.h"
#include "app/security/Random.h"

#include <QThread>
#include <QtConcurrent/QtConcurrentRun>

#include <array>
#include <atomic>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace motcua::centre {

namespace {

constexpr int PatienceMs = 1'100; // a pulse and this: out of reach is known within three seconds
constexpr int FirstWaitMs = 300;
constexpr int LongestWaitMs = 2'000; // a server of the house is looked for often, and by a knock at a closed door

} // namespace

/** What runs on the thread; outlives the watch where a server keeps it waiting. Signals come from that thread. */
class HallLoop : public QObject
{
    Q_OBJECT

public:
    explicit HallLoop(const DatabaseAccess &access)
        : m_access(access.clone())
        , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
        m_access.patienceMs = PatienceMs;
    }
    ~HallLoop() override { ::close(m_wake); }
    Q_DISABLE_COPY_MOVE(HallLoop)

    void run()
    {
        int waitMs = FirstWaitMs;
        while (!m_isOver) {
            const Error why = listen(&waitMs);
            if (m_isOver) {
                return;
            }
            Q_EMIT isAway(why);
            rest(waitMs / 2 + waitMs * security::random::below(100) / 100, -1); // not all desks of a centre at the same moment
            waitMs = qMin(waitMs * 2, LongestWaitMs);
        }
    }
    void tellOthers() { wake(&m_tells); }
    void lookNow() { wake(&m_looks); }
    void end() { wake(&m_isOver); }

Q_SIGNALS:
    void changed();
    void isBack();
    void isAway(const motcua::Error &why);

private:
    /** What a pulse found. Steps are counted from the transactions that were under way at the pulse before, so that a day costs no more in the evening. */
    struct Seen
    {
        QString horizon = QStringLiteral("0");
        qint64 steps = 0;
        QString desks = {}; ///< what they said, told apart
        qint64 alive = 0; ///< how many of them said it not long ago
        qint64 day = 0;

        friend bool operator==(const Seen &, const Seen &) = default;
    };

    void wake(std::atomic_bool *why)
    {
        *why = true;
        const quint64 one = 1;
        (void)!::write(m_wake, &one, sizeof one);
    }

    /** Until it is over or the connection is gone: why. */
    Error listen(int *waitMs)
    {
        const Result<std::unique_ptr<Postgres>> database = Postgres::open(m_access);
        if (!database) {
            return database.error();
        }
        Postgres &at = **database;
        if (const Result<> ready = at.script("LISTEN motcua_hall; SET synchronous_commit = off"); !ready) {
            return ready.error();
        }
        std::optional<Seen> before;
        QString horizon = Seen().horizon;
        bool isAsked = false;
        while (!m_isOver) {
            // What another desk changed and did not come to tell is seen by this.
            const Result<PgRows> row = at.run("SELECT (SELECT count(*) FROM motcua.hall_step WHERE day = motcua.hall_day() AND tx >= $1::xid8), "
                                              "(SELECT coalesce(sum(hashtextextended(concat_ws('|', login, desk, serves, person, state, since, until), 0)::numeric), 0)::text FROM motcua.hall_desk), "
                                              "(SELECT count(*) FROM motcua.hall_desk WHERE at > motcua.hall_ms() - $2), pg_snapshot_xmin(pg_current_snapshot())::text, motcua.hall_day()",
                {horizon, qint64{HallDeskLine::SilentMs}});
            if (!row) {
                return row.error();
            }
            const Seen now{horizon, row->integer(0, 0), row->text(0, 1), row->integer(0, 2), row->integer(0, 4)};
            horizon = row->text(0, 3);
            if (!before || isAsked) {
                *waitMs = FirstWaitMs;
                Q_EMIT isBack();
            } else if (now.desks != before->desks || now.alive != before->alive || now.day != before->day || (now.steps > 0 && now != *before)) {
                Q_EMIT changed();
            }
            before = now;
            isAsked = false;
            for (QDeadlineTimer pulse(HallWatch::PulseMs); !pulse.hasExpired() && !m_isOver && !isAsked;) {
                rest(static_cast<int>(pulse.remainingTime()), at.socket());
                // Whoever changes something tells of it here, so that no commit of a verb waits for the queue of notices.
                if (m_tells.exchange(false)) {
                    if (const Result<PgRows> told = at.run("SELECT pg_notify('motcua_hall', '')::text"); !told) {
                        return told.error();
                    }
                }
                const Result<bool> noticed = at.noticed();
                if (!noticed) {
                    return noticed.error();
                }
                if (*noticed) {
                    Q_EMIT changed();
                }
                isAsked = m_looks.exchange(false);
            }
        }
        return {};
    }
    /** Until something comes by the socket, somebody wakes it, or the time is over. */
    void rest(int ms, int socket) const
    {
        std::array<pollfd, 2> waited{pollfd{m_wake, POLLIN, 0}, pollfd{socket, POLLIN, 0}};
        (void)::poll(waited.data(), waited.size(), ms);
        quint64 count = 0;
        (void)!::read(m_wake, &count, sizeof count);
    }

    DatabaseAccess m_access;
    int m_wake;
    std::atomic_bool m_isOver = false;
    std::atomic_bool m_tells = false;
    std::atomic_bool m_looks = false;
};

HallWatch::HallWatch(const DatabaseAccess &access, QObject *parent)
    : QObject(parent)
    , m_loop(std::make_shared<HallLoop>(access))
    , m_thread(QThread::create([loop = m_loop] { loop->run(); }))
{
    connect(m_loop.get(), &HallLoop::changed, this, &HallWatch::changed, Qt::QueuedConnection);
    connect(m_loop.get(), &HallLoop::isBack, this, &HallWatch::isBack, Qt::QueuedConnection);
    connect(m_loop.get(), &HallLoop::isAway, this, &HallWatch::isAway, Qt::QueuedConnection);
    m_thread->start();
}

HallWatch::~HallWatch()
{
    m_loop->disconnect(this);
    m_loop->end();
    (void)QtConcurrent::run([thread = m_thread, loop = m_loop] {
        thread->wait();
        delete thread;
    });
}

void HallWatch::tellOthers()
{
    m_loop->tellOthers();
}

void HallWatch::lookNow()
{
    m_loop->lookNow();
}

} // namespace motcua::centre

#include "HallWatch.moc"
