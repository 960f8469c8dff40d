// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/LocalHall.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/MessageLink.h"
#include "tests/app/storage/Desk.h"
#include "tests/app/workflows/HookBench.h"

#include <QPromise>
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

/** A hall that stands as a test wants. */
class StagedHall : public Hall
{
public:
    [[nodiscard]] const HallRules &rules() const override { return m_rules; }
    [[nodiscard]] QFuture<Result<HallView>> look() override
    {
        ++looks;
        return ready(view);
    }
    [[nodiscard]] QFuture<Result<Ticket>> issue(const TicketWish &) override { return {}; }
    [[nodiscard]] QFuture<Result<Ticket>> callNext() override { return {}; }
    [[nodiscard]] QFuture<Result<Ticket>> step(const Id &, const StepTicket &, const Id &, const QList<Act> &) override { return {}; }
    [[nodiscard]] QFuture<Result<Ticket>> byNumber(const QString &) override { return {}; }
    [[nodiscard]] QFuture<Result<bool>> takeMessage(const Id &ticket, const QString &message) override
    {
        const QString name = ticket.toString() + message;
        return ready(!std::exchange(m_taken[name], true));
    }
    [[nodiscard]] QFuture<Result<int>> clearUp() override { return {}; }

    /** In this state since `fromMs`, drawn a long time before. */
    Ticket stage(int n, TicketState state, qint64 fromMs)
    {
        Ticket ticket;
        ticket.id = Id::v7(1, QByteArray(9, 't') + QByteArray(1, static_cast<char>(n)));
        ticket.number = QStringLiteral("A%1").arg(n, 3, 10, QLatin1Char('0'));
        ticket.group = u"A"_qs;
        ticket.issuedAtMs = fromMs - 60 * Minute + n;
        ticket.state = state;
        ticket.intervals = {{.state = state, .group = u"A"_qs, .fromMs = fromMs, .desk = state == TicketState::Waiting ? QString() : u"H26.15/3"_qs}};
        view.phones.insert(ticket.id, Phone);
        return ticket;
    }

    HallView view = {};
    int looks = 0;

private:
    template <typename T>
    static QFuture<Result<T>> ready(const T &value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(Result<T>(value));
        promise.finish();
        return promise.future();
    }

    HallRules m_rules = messageRules();
    QMap<QString, bool> m_taken;
};

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

    // Whoever does not hear the call is told of each.
    void whoComesBackIsToldOfTheSecondCall()
    {
        begin();
        const Ticket theirs = issue(Phone, {u"deaf"_qs});
        step(theirs, {.step = TicketStep::Call});
        QTRY_COMPARE(m_bench->asked().size(), 1);
        step(theirs, {.step = TicketStep::Begin});
        step(theirs, {.step = TicketStep::Reinsert});
        pass(1);
        step(theirs, {.step = TicketStep::Call});
        QTRY_COMPARE(told(), QStringList({u"called A001 → 3"_qs, u"called A001 → 3"_qs}));
        const QString id = theirs.id.toString();
        QCOMPARE(m_bench->taken(), QStringList({id + u"-called"_qs, id + u"-called-2"_qs}));
    }

    void whileTheHallIsClosedNobodyIsTold()
    {
        StagedHall staged;
        staged.view.next = {staged.stage(1, TicketState::Waiting, now())};
        staged.view.atOthers = {staged.stage(2, TicketState::Called, now())};
        staged.view.word.notices = {HallNotice{.closes = true}};
        m_link = std::make_unique<MessageLink>(quick());
        m_link->begin(Workplace{.store = *m_store}, &staged);
        QTRY_VERIFY(m_link->isOn());
        QTRY_VERIFY(staged.looks >= 3); // what the one before it found is dealt with
        QVERIFY(m_bench->asked().isEmpty());
        pass(3);
        staged.view.word.notices.clear();
        Q_EMIT staged.changed();
        QTRY_COMPARE(told(), QStringList(u"soon A001: còn 0"_qs)); // where to go was of no use any more
        QCOMPARE(m_link->tally().notSent, 0); // nor was it taken on
    }

    void whatWaitsWhenTheHallClosesGoesOutAfterwards()
    {
        m_bench->answerNext({Answer::Busy});
        StagedHall staged;
        staged.view.atOthers = {staged.stage(1, TicketState::Called, now())};
        m_link = std::make_unique<MessageLink>(quick());
        m_link->begin(Workplace{.store = *m_store}, &staged);
        QTRY_VERIFY(m_link->tally().failingMs != 0);
        staged.view.word.notices = {HallNotice{.closes = true}};
        const int before = staged.looks;
        QTRY_VERIFY(staged.looks >= before + 2);
        pass(1); // it would be tried again now
        QTRY_VERIFY(staged.looks >= before + 8);
        QCOMPARE(m_bench->asked().size(), 1);
        staged.view.word.notices.clear();
        QTRY_COMPARE(m_bench->taken().size(), 1);
    }

    void theDeskThatSendsIsNoLineOfItsOwn()
    {
        StagedHall staged;
        staged.view.next = {staged.stage(1, TicketState::Waiting, now()), staged.stage(2, TicketState::Waiting, now()), staged.stage(3, TicketState::Waiting, now()), staged.stage(4, TicketState::Waiting, now())};
        for (const int at : {1, 3}) {
            staged.view.next[at].group = u"B"_qs;
        }
        staged.view.phones = {{staged.view.next.at(3).id, Phone}};
        staged.view.calling = {{u"H26.15/3"_qs, {}}, {u"H26.15/4"_qs, {u"B"_qs}}};
        m_link = std::make_unique<MessageLink>(quick());
        m_link->begin(Workplace{.store = *m_store}, &staged);
        QTRY_COMPARE(told(), QStringList(u"soon A004: còn 1"_qs)); // at desk 4; three are before them here
    }

    // The moments of tickets are the server's.
    void itGoesByTheClockOfTheHall()
    {
        constexpr qint64 Off = -600'000; // this machine is ten minutes ahead of it
        StagedHall staged;
        staged.view.clockOffMs = Off;
        staged.view.atOthers = {staged.stage(1, TicketState::Called, now() + Off)};
        m_link = std::make_unique<MessageLink>(quick());
        m_link->begin(Workplace{.store = *m_store}, &staged);
        QTRY_COMPARE(told(), QStringList(u"called A001: quầy 3"_qs));
    }

    void whatCameTooLateIsDroppedAndIsNoFailure_data()
    {
        QTest::addColumn<bool>("isServed");
        QTest::newRow("they went home") << false;
        QTest::newRow("they are served") << true;
    }
    void whatCameTooLateIsDroppedAndIsNoFailure()
    {
        QFETCH(const bool, isServed);
        m_bench->answerNext({Answer::Busy});
        StagedHall staged;
        staged.view.next = {staged.stage(1, TicketState::Waiting, now())};
        MessageLink::Setup setup = quick();
        setup.sender.firstWaitMs = setup.sender.longestWaitMs = 600'000;
        m_link = std::make_unique<MessageLink>(setup);
        m_link->begin(Workplace{.store = *m_store}, &staged);
        QTRY_VERIFY(m_link->tally().failingMs != 0);
        if (isServed) {
            staged.view.atOthers = {staged.stage(1, TicketState::Serving, now())};
        }
        staged.view.next.clear();
        Q_EMIT staged.changed();
        QTRY_COMPARE(m_link->tally().dropped, 1);
        QCOMPARE(m_link->tally().notSent, 0);
    }

    void whatCannotBeReadIsToldAndNobodyIsAsked()
    {
        Desk::done(m_store->keepSetting(storage::messagesSetting(), R"({"version":9})"));
        begin();
        QTRY_COMPARE(m_link->tally().failure, u"Invalid"_qs);
        QVERIFY(!m_link->isOn());
        QVERIFY(!Desk::done(m_hall->look()).asksPhones);
    }

    void yesterdayIsNotCountedAsToday()
    {
        const qint64 today = vietnamTime(now()).date().toJulianDay();
        Desk::done(m_store->keepSetting(MessageTally::setting(), MessageTally{.day = today - 1, .sent = 7, .notSent = 2, .sentMs = 5}.toJson()));
        begin();
        QTRY_VERIFY(m_link->isOn());
        QCOMPARE(m_link->tally(), (MessageTally{.day = today, .sentMs = 5}));
        finish(issue(Phone), true);
        QTRY_COMPARE(m_link->tally().sent, 1);
        pass(24 * 60); // and the window stays open
        QTRY_COMPARE(m_link->tally().sent, 0);
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
    [[nodiscard]] qint64 now() const { return m_desk->clock->load(); }
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
