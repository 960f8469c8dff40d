// SPDX-License-Identifier: GPL-3.0-or-later
// A desk of a centre in a process of its own, for tst_HallRush: calls, serves and writes down when it asked and when it was answered, until its standard
// input ends. hall_caller ACCESS-FILE STORE NUMBER SEED
#include "app/centre/SharedHall.h"
#include "app/storage/HouseQueries.h"
#include "tests/app/centre/HallScene.h"

#include <QCoreApplication>
#include <QFile>

#include <poll.h>
#include <random>
#include <unistd.h>

using namespace motcua;
using storage::Desk;

namespace {

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

bool isOver(int waitMs)
{
    pollfd input{STDIN_FILENO, POLLIN | POLLHUP, 0};
    return ::poll(&input, 1, waitMs) > 0;
}

/** One line at once, so that a kill leaves whole lines or none. */
void tell(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.constData(), static_cast<size_t>(whole.size())) != whole.size()) {
        ::_exit(3);
    }
}

class Caller
{
public:
    Caller(storage::Store store, Act author, unsigned seed)
        : m_store(std::move(store))
        , m_author(std::move(author))
        , m_chance(seed)
    {
    }

    void run()
    {
        while (!isOver(0)) {
            if (!m_hall) {
                m_hall = std::make_unique<centre::SharedHall>(m_store, m_author, test::HallScene::rules(), centre::SharedHall::Setup{.watches = false, .patienceMs = 12'000});
            }
            if (!turn()) {
                // The centre is out of reach, or nobody waits: whoever asks anew asks the centre.
                m_hall.reset();
                (void)isOver(50);
            }
        }
        // What was decided for this desk is written before it ends.
        m_hall = std::make_unique<centre::SharedHall>(m_store, m_author, test::HallScene::rules(), centre::SharedHall::Setup{.watches = false, .patienceMs = 12'000});
        const Result<HallView> view = m_hall->look().result();
        tell(view && view->aloneSinceMs == 0 ? "told" : "alone");
    }

private:
    bool step(const Ticket &ticket, TicketStep step)
    {
        const Result<Ticket> done = m_hall->step(ticket.id, {.step = step}).result();
        return done || done.error().code == ErrorCode::TicketTaken;
    }
    bool turn()
    {
        const Result<HallView> view = m_hall->look().result();
        if (!view || view->aloneSinceMs > 0) {
            return false;
        }
        Result<Ticket> ticket = view->inHand ? Result<Ticket>(*view->inHand) : Error{ErrorCode::NobodyWaits, {}};
        if (!ticket) {
            const qint64 from = nowMs();
            tell("asks " + QByteArray::number(from));
            ticket = m_hall->callNext().result();
            tell("heard " + QByteArray::number(from) + ' ' + QByteArray::number(nowMs()) + ' ' + (ticket ? ticket->number : errorName(ticket.error().code)).toUtf8());
        }
        if (!ticket) {
            return false;
        }
        if (ticket->state == TicketState::Serving) {
            return step(*ticket, TicketStep::Finish);
        }
        // One in eight goes back among those who wait, one in eight does not come: the order has to hold with them too.
        switch (m_chance() % 8) {
        case 0: {
            const qint64 from = nowMs();
            const bool done = step(*ticket, TicketStep::Reinsert);
            tell("put " + QByteArray::number(from) + ' ' + QByteArray::number(nowMs()) + ' ' + ticket->number.toUtf8());
            return done;
        }
        case 1:
            return step(*ticket, TicketStep::NoShow);
        default:
            return step(*ticket, TicketStep::Begin) && step(*ticket, TicketStep::Finish);
        }
    }

    storage::Store m_store;
    Act m_author;
    std::mt19937 m_chance;
    std::unique_ptr<centre::SharedHall> m_hall;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    QFile access(words.value(1));
    if (words.size() != 5 || !access.open(QIODevice::ReadOnly)) {
        return 2;
    }
    const int number = words.at(3).toInt();
    Desk desk(number % 9 + 1, static_cast<char>(number)); // its range of numbers has to fit, and every store is its own
    *desk.clock = nowMs();
    const auto opened = storage::Store::open(words.at(2), Desk::key(), desk.options());
    if (!opened || !opened->keepSetting(storage::centreSetting(), access.readAll()).result()) {
        return 1;
    }
    Act author = desk.about({}, AddNote{});
    author.desk = "H26.15/" + QByteArray::number(number);
    Caller(*opened, author, words.at(4).toUInt()).run();
    return 0;
}
