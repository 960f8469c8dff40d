// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/HallBook.h"
#include "app/hall/LocalHall.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace motcua;
using centre::HallBook;
using centre::HallStep;

namespace {

const QString Desk = QStringLiteral("H26.15/3");

Id idOf(char what, int n)
{
    return Id::v7(1'700'000'000'000, QByteArray(1, what) + QByteArray::number(1'000'000'000 + n).right(9));
}

/** A hall as a centre keeps it: what is written of each ticket, whether or not this desk has heard of it. */
class Centre
{
public:
    explicit Centre(quint32 seed)
        : m_random(seed)
    {
    }
    /** Something happens: a number is given out, or an officer takes a step that can be taken. */
    void happen()
    {
        if (m_tickets.isEmpty() || below(3) == 0) {
            const QString group(QChar(u'A' + below(2)));
            const int ahead = below(4) == 0 ? 30 : 0;
            const QString number = Ticket::numberOf(group, static_cast<int>(m_tickets.size()) + 1);
            write(idOf('t', static_cast<int>(m_tickets.size())), true, 0, QStringLiteral(R"({"group":"%1","number":"%2","ahead":%3})").arg(group, number).arg(ahead));
            return;
        }
        const QList<Id> all = m_tickets.keys();
        const Id &id = all.at(below(static_cast<int>(all.size())));
        const Ticket ticket = Ticket::fold(id, m_tickets.value(id));
        constexpr std::array Steps{TicketStep::Call, TicketStep::Begin, TicketStep::Hold, TicketStep::Resume, TicketStep::NoShow, TicketStep::Transfer, TicketStep::Reinsert, TicketStep::Finish};
        const TicketStep step = Steps.at(static_cast<std::size_t>(below(Steps.size())));
        if (!afterStep(ticket.state, step)) {
            return;
        }
        const QString to = step != TicketStep::Transfer ? QString() : below(2) == 0 ? QStringLiteral(R"(,"desk":"%1")").arg(Desk) : QStringLiteral(R"(,"group":"B")");
        write(id, false, 1 + below(4), QStringLiteral(R"({"step":"%1"%2})").arg(ticketStepName(step), to));
    }
    /** What was written since the last time, with what it says of who waits now. */
    QList<HallStep> news()
    {
        for (HallStep &step : m_news) {
            step.mayWait = Ticket::fold(step.ticket, m_tickets.value(step.ticket)).state == TicketState::Waiting;
        }
        std::shuffle(m_news.begin(), m_news.end(), m_random);
        return std::exchange(m_news, {});
    }
    int below(qsizetype bound) { return static_cast<int>(m_random.bounded(static_cast<quint32>(bound))); }

private:
    void write(const Id &ticket, bool isIssue, int person, const QString &body)
    {
        m_nowMs += below(120'000);
        HallStep step{.request = idOf('r', ++m_steps), .ticket = ticket, .version = m_tickets.value(ticket).size() + 1, .isIssue = isIssue,
            .actor = {journal::Actor::Kind::Person, idOf('p', person)}, .desk = "H26.15/" + QByteArray::number(person), .atMs = m_nowMs, .body = body.toUtf8()};
        m_tickets[ticket].append(HallBook::entryOf(step));
        m_news.append(step);
    }

    QRandomGenerator m_random;
    QMap<Id, QList<journal::Entry>> m_tickets;
    QList<HallStep> m_news;
    qint64 m_nowMs = 1'700'000'000'000;
    int m_steps = 0;
};

QStringList numbers(const QList<Ticket> &tickets)
{
    QStringList all;
    for (const Ticket &ticket : tickets) {
        all.append(ticket.number);
    }
    return all;
}

} // namespace

/** What a desk keeps in order while it reads is what it would see if it ordered all of it anew. */
class tst_HallBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsNextIsWhomTheDeskSeesNext_data()
    {
        QTest::addColumn<QStringList>("letters");
        QTest::addColumn<int>("each");
        QTest::newRow("all groups, step by step") << QStringList() << 1;
        QTest::newRow("one group, step by step") << QStringList{QStringLiteral("B")} << 1;
        QTest::newRow("all groups, many at once") << QStringList() << 17;
        QTest::newRow("a group nobody waits for") << QStringList{QStringLiteral("C")} << 5;
    }
    void whoIsNextIsWhomTheDeskSeesNext()
    {
        QFETCH(QStringList, letters);
        QFETCH(int, each);
        Act author;
        author.desk = Desk.toUtf8();
        int sent = 0;
        int inHand = 0;
        for (quint32 seed = 1; seed <= 12; ++seed) {
            Centre hall(seed);
            HallBook book;
            for (int round = 0; round < 180; ++round) {
                hall.happen();
                if (round % each != 0) {
                    continue;
                }
                book.take(hall.news());
                for (int person = 1; person <= 4; ++person) {
                    author.actor.id = idOf('p', person);
                    // A book that was asked nothing before orders the same.
                    const HallBook asked = book;
                    const QList<Ticket> next = book.next(Desk, letters, 5);
                    const std::optional<Ticket> mine = book.inHand(author.actor.id);
                    const HallView view = LocalHall::view(asked.now(), author, letters);
                    QCOMPARE(numbers(next), numbers(view.next.mid(0, 5)));
                    QCOMPARE(next, view.next.mid(0, 5));
                    // An officer of this hall may have several, since nothing here refuses it; then it is one of them.
                    QCOMPARE(mine.has_value(), view.inHand.has_value());
                    QVERIFY(!mine || (mine->isAtDesk() && mine->now().person == author.actor.id));
                    inHand += mine ? 1 : 0;
                    sent += !next.isEmpty() && next.constFirst().forDesk == Desk ? 1 : 0;
                }
            }
        }
        QVERIFY(inHand > 0);
        QVERIFY(sent > 0);
    }

    void whatIsNotAskedForIsFoldedWhenItIs()
    {
        Centre hall(7);
        HallBook book;
        for (int i = 0; i < 300; ++i) {
            hall.happen();
        }
        const QList<HallStep> news = hall.news();
        book.take(news);
        HallBook eager;
        for (HallStep step : news) {
            step.mayWait = true; // nothing is known of who waits: all of it is folded at once
            eager.take({step});
        }
        for (const HallStep &step : news) {
            QVERIFY(book.knows(step.ticket, step.version));
            const HallBook::Line *line = book.find(step.ticket);
            QVERIFY(line);
            QCOMPARE(line->ticket, eager.find(step.ticket)->ticket);
            QCOMPARE(line->version, eager.find(step.ticket)->version);
            QCOMPARE(book.find(line->ticket.number.toLower())->ticket.id, step.ticket);
        }
        book.clear();
        QVERIFY(book.next(Desk, {}, 5).isEmpty());
        QVERIFY(!book.find(news.constFirst().ticket));
        QVERIFY(book.now().live.isEmpty());
    }

    void whatIsKnownAlreadyChangesNothing()
    {
        Centre hall(3);
        HallBook book;
        hall.happen();
        const QList<HallStep> news = hall.news();
        QCOMPARE(news.size(), 1);
        book.take(news);
        QCOMPARE(book.next(Desk, {}, 5).size(), 1);
        book.take(news);
        QCOMPARE(book.next(Desk, {}, 5).size(), 1);
        QCOMPARE(book.next(Desk, {}, 0).size(), 0);
    }
};

QTEST_APPLESS_MAIN(tst_HallBook)
#include "tst_HallBook.moc"
