// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/LocalHall.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/MessageLink.h"
#include "tests/app/storage/Desk.h"
#include "tests/app/workflows/HookBench.h"

#include <QTest>

using namespace motcua;
using storage::Desk;
using test::HookBench;
using Answer = HookBench::Answer;

namespace {

constexpr qint64 Minute = 60'000;
const QString Phone = u"0901234567"_qs;

HallRules messageRules()
{
    HallRules rules;
    rules.groups = {{u"A"_qs, u"Hộ tịch"_qs, u"Civil status"_qs, {}}};
    rules.needs = {{u"deaf"_qs, u"Không nghe được"_qs, u"Deaf"_qs}};
    rules.holdPlaces = {{u"photocopy"_qs, u"Photo"_qs, u"Photocopier"_qs}};
    rules.messages = {.before = 1,
        .quietMinutes = 2,
        .holdMinutes = 30,
        .usefulSeconds = 120,
        .texts = {{TicketMessageKind::Soon, {}, u"{number}: còn {before}"_qs}, {TicketMessageKind::Called, {}, u"{number}: quầy {desk}"_qs},
            {TicketMessageKind::Called, u"deaf"_qs, u"{number} → {desk}"_qs}, {TicketMessageKind::HeldLong, {}, u"{number}: {minutes} phút"_qs}},
        .mark = u"test"_qs};
    return rules;
}

} // namespace

/** From a ticket with a telephone to the message that arrives, on a real store and a real address. */
class tst_MessageLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_bench = std::make_unique<HookBench>();
        m_desk = std::make_unique<Desk>();
        m_store = std::make_unique<storage::Store>(m_desk->founded(m_dir->filePath(u"centre.db"_qs)));
        Desk::done(m_store->keepSetting(storage::messagesSetting(), m_bench->hook().toJson()));
        m_hall = hall();
    }
    void cleanup()
    {
        m_link.reset();
        m_hall.reset();
        m_store.reset();
        m_bench.reset();
    }

    void aTicketIsToldOfAllThatHappensToItOnce()
    {
        begin();
        const Ticket first = issue();
        const Ticket second = issue();
        const Ticket theirs = issue(Phone, {u"deaf"_qs});
        pass(3); // two are before them
        const Ticket called = Desk::done(m_hall->callNext());
        QCOMPARE(called.id, first.id);
        QTRY_COMPARE(told(), QStringList(u"soon A003: còn 1"_qs));
        finish(called);
        finish(Desk::done(m_hall->callNext()));
        QCOMPARE(Desk::done(m_hall->callNext()).id, theirs.id);
        QTRY_COMPARE(told(), QStringList({u"soon A003: còn 1"_qs, u"called A003 → 3"_qs}));
        step(theirs, {.step = TicketStep::Recall}); // is told no second time
        step(theirs, {.step = TicketStep::Begin});
        step(theirs, {.step = TicketStep::Hold, .place = u"photocopy"_qs});
        pass(29);
        QTRY_COMPARE(m_link->tally().sent, 2);
        pass(1);
        QTRY_COMPARE(told(), QStringList({u"soon A003: còn 1"_qs, u"called A003 → 3"_qs, u"held A003: 30 phút"_qs}));
        for (const HookBench::Asked &one : m_bench->asked()) {
            QCOMPARE(one.body.value(u"phone").toString(), Phone);
        }
        QTRY_COMPARE(m_link->tally().sent, 3);
        QCOMPARE(m_link->tally().failingMs, 0);
        QVERIFY(second.number != first.number);
    }

    // Two programs of the desk look at the same hall, and one of them is started again.
    void twoProgramsTellItOnce()
    {
        const auto other = hall();
        MessageLink beside(quick());
        beside.begin(Workplace{.store = *m_store}, other.get());
        begin();
        for (int n = 0; n < 6; ++n) {
            const Ticket ticket = issue(Phone);
            QCOMPARE(Desk::done(m_hall->callNext()).id, ticket.id);
            QTRY_COMPARE(m_bench->taken().size(), n + 1);
            if (n == 2) {
                begin();
            }
            finish(ticket);
        }
        QTRY_COMPARE(m_link->tally().sent + beside.tally().sent >= 3, true);
        QStringList ids = m_bench->taken();
        QCOMPARE(ids.removeDuplicates(), 0);
        QCOMPARE(m_bench->asked().size(), 6);
    }

    void whoGaveNoTelephoneIsToldNothing()
    {
        begin();
        issue();
        const Ticket called = Desk::done(m_hall->callNext());
        finish(called);
        const Ticket theirs = issue(Phone);
        QCOMPARE(Desk::done(m_hall->callNext()).id, theirs.id);
        QTRY_COMPARE(told(), QStringList(u"called A002: quầy 3"_qs));
    }

    void whatCouldNotBeSentIsCountedAndTheHallGoesOn()
    {
        m_bench->answerNext({Answer::Refused});
        begin();
        finish(issue(Phone), true);
        QTRY_COMPARE(m_link->tally().notSent, 1);
        QCOMPARE(m_link->tally().failure, u"ServerRefused"_qs);
        QVERIFY(m_link->tally().failingMs > 0);
        QTRY_COMPARE(kept().notSent, 1); // for motcua-ctl, and for whoever comes next
        QVERIFY(!QString::fromUtf8(kept().toJson()).contains(Phone));
        finish(issue(Phone), true);
        QTRY_COMPARE(m_link->tally().sent, 1);
        QCOMPARE(m_link->tally().failingMs, 0);
        QCOMPARE(m_link->tally().notSent, 1);
    }

    void anotherProgramSetsItUpAndEndsIt()
    {
        Desk::done(m_store->keepSetting(storage::messagesSetting(), {}));
        begin();
        finish(issue(Phone), true);
        QVERIFY(!m_link->isOn());
        Desk::done(m_store->keepSetting(storage::messagesSetting(), m_bench->hook().toJson()));
        m_link->begin(Workplace{.store = *m_store}, m_hall.get());
        QTRY_VERIFY(m_link->isOn());
        finish(issue(Phone), true);
        QTRY_COMPARE(m_bench->taken().size(), 1); // of the one before nobody hears late
        Desk::done(m_store->keepSetting(storage::messagesSetting(), MessageHook{.isElsewhere = true}.toJson()));
        m_link->begin(Workplace{.store = *m_store}, m_hall.get());
        QTRY_VERIFY(!m_link->isOn());
        QVERIFY(Desk::done(m_hall->look()).asksPhones);
    }

private:
    [[nodiscard]] MessageLink::Setup quick() const
    {
        MessageLink::Setup setup;
        setup.now = [this] { return m_desk->clock->load(); };
        setup.settlesMs = 20;
        setup.tickMs = 50;
        setup.sender = {.now = setup.now, .firstWaitMs = 20, .longestWaitMs = 100};
        return setup;
    }
    std::unique_ptr<LocalHall> hall()
    {
        Act author = m_desk->about({}, AddNote{});
        author.desk = "H26.15/3";
        auto made = std::make_unique<LocalHall>(*m_store, author, messageRules());
        made->setClock([this] { return m_desk->clock->load(); });
        return made;
    }
    void begin()
    {
        m_link = std::make_unique<MessageLink>(quick());
        m_link->begin(Workplace{.store = *m_store}, m_hall.get());
    }
    Ticket issue(const QString &phone = {}, const QStringList &needs = {})
    {
        return Desk::done(m_hall->issue({.group = u"A"_qs, .needs = needs, .phone = phone}));
    }
    void step(const Ticket &ticket, const StepTicket &what) { (void)Desk::done(m_hall->step(ticket.id, what)); }
    /** `isCalled`: they are called first, and it is waited for that the message is tried. */
    void finish(const Ticket &ticket, bool isCalled = false)
    {
        const qsizetype before = m_bench->asked().size();
        if (isCalled) {
            step(ticket, {.step = TicketStep::Call});
            if (m_link->isOn() || QTest::qWaitFor([this] { return m_link->isOn(); }, 200)) {
                QTRY_COMPARE(m_bench->asked().size(), before + 1);
            }
        }
        step(ticket, {.step = TicketStep::Begin});
        step(ticket, {.step = TicketStep::Finish});
    }
    void pass(int minutes) { *m_desk->clock += minutes * Minute; }
    [[nodiscard]] MessageTally kept() const
    {
        const auto last = Desk::done(m_store->ask(storage::Setting{MessageTally::setting()}));
        return MessageTally::fromJson(last.value_or(QByteArray()));
    }
    /** "kind text" of what arrived. */
    [[nodiscard]] QStringList told() const
    {
        QStringList all;
        for (const HookBench::Asked &one : m_bench->asked()) {
            all.append(one.body.value(u"kind").toString() + u' ' + one.body.value(u"text").toString());
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<HookBench> m_bench;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<storage::Store> m_store;
    std::unique_ptr<LocalHall> m_hall;
    std::unique_ptr<MessageLink> m_link;
};

QTEST_GUILESS_MAIN(tst_MessageLink)
#include "tst_MessageLink.moc"
