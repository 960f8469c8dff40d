// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/LocalHall.h"

#include "app/storage/AppointmentQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "tests/app/storage/Desk.h"

#include <QSet>
#include <QSignalSpy>
#include <QtConcurrent>

using namespace motcua;
using storage::Desk;

namespace {

constexpr qint64 Minute = 60'000;
const Id Second = Desk::idOf('q'); // another officer of the same house

HallRules rules()
{
    return {.groups = {{u"A"_qs, u"Hộ tịch"_qs, u"Civil status"_qs, {}}, {u"B"_qs, u"Chứng thực"_qs, u"Certification"_qs, {}}},
        .priorities = {{u"elderly"_qs, u"Cao tuổi"_qs, u"Elderly"_qs, 30, {}}},
        .needs = {{u"deaf"_qs, u"Không nghe được"_qs, u"Deaf"_qs}},
        .holdPlaces = {{u"photocopy"_qs, u"Photo"_qs, u"Photocopier"_qs}},
        .appointments = {.minutes = 15, .each = 2, .daysAhead = 30, .aheadMinutes = 30, .lateMinutes = 15, .mark = {}},
        .recalls = 3,
        .forgottenMinutes = 45};
}

constexpr char Sent[] = R"({"version":1})"; // the setting that says that messages are sent, as far as a hall reads it

QStringList numbers(const QList<Ticket> &tickets)
{
    QStringList list;
    for (const Ticket &ticket : tickets) {
        list.append(ticket.number);
    }
    return list;
}

} // namespace

class tst_LocalHall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>();
        m_store = std::make_unique<storage::Store>(m_desk->founded(m_dir->filePath(u"centre.db"_qs)));
        Desk::done(m_store->record(m_desk->about(Second, AdmitStaff{u"Người Hai"_qs, {}, {u"officer"_qs}, QByteArray(32, 'q'), "w"})));
        m_hall = hall();
    }

    void cleanup()
    {
        m_hall.reset();
        m_store.reset();
    }

    void ticketsAreCalledInTheirOrder()
    {
        for (int n = 0; n < 3; ++n) {
            issue(u"A"_qs);
            pass(1);
        }
        QCOMPARE(numbers(look().next), QStringList({u"A001"_qs, u"A002"_qs, u"A003"_qs}));
        const Ticket first = Desk::done(m_hall->callNext());
        QCOMPARE(first.number, u"A001"_qs);
        QCOMPARE(first.state, TicketState::Called);
        QCOMPARE(look().inHand.value_or(Ticket()), first);
        QCOMPARE(Desk::refused(m_hall->callNext()), ErrorCode::TicketInHand);
        take(first, TicketStep::Begin);
        take(first, TicketStep::Finish);
        QCOMPARE(Desk::done(m_hall->callNext()).number, u"A002"_qs);
    }

    void nobodyWaitsWhenNobodyWaits()
    {
        QCOMPARE(Desk::refused(m_hall->callNext()), ErrorCode::NobodyWaits);
        QCOMPARE(Desk::refused(m_hall->issue({u"X"_qs, {}})), ErrorCode::Invalid);
    }

    void whoHasAnAppointmentIsWovenIn()
    {
        issue(u"A"_qs); // an hour before the time
        pass(40);
        issue(u"A"_qs); // twenty minutes before it
        pass(15);
        const Appointment booked = book(5);
        const Ticket theirs = Desk::done(m_hall->issue({u"A"_qs, {}, booked}));
        QCOMPARE(theirs.aheadMinutes, 25);
        QCOMPARE(numbers(look().next), QStringList({u"A001"_qs, u"A003"_qs, u"A002"_qs}));
        const auto kept = Desk::done(m_store->ask(storage::AppointmentById{booked.id}));
        QCOMPARE(kept->state, AppointmentState::Kept);
        QCOMPARE(kept->ticket, theirs.id);
        // A second number for the same appointment is none, and nothing is left of the try.
        QCOMPARE(Desk::refused(m_hall->issue({u"A"_qs, {}, booked})), ErrorCode::Refused);
        QCOMPARE(look().next.size(), 3);
        // Who is too late waits as everybody.
        const Appointment missed = book(5);
        pass(21);
        QCOMPARE(Desk::done(m_hall->issue({u"A"_qs, {}, missed})).aheadMinutes, 0);
    }

    void whatWasToldOfAppointmentsGoesWithTheDay()
    {
        const Appointment booked = book(5);
        Desk::done(m_hall->clearUp());
        QVERIFY(Desk::done(m_store->ask(storage::AppointmentById{booked.id})));
        pass(24 * 60);
        Desk::done(m_hall->clearUp());
        QVERIFY(!Desk::done(m_store->ask(storage::AppointmentById{booked.id})));
    }

    // Whoever is at a desk is served to the end.
    void aClosedHallCallsNobodyAndGivesNoNumber()
    {
        const Ticket first = issue(u"A"_qs);
        const Ticket second = issue(u"A"_qs);
        const Ticket called = Desk::done(m_hall->callNext());
        const Id notice = Desk::idOf('w');
        Desk::done(m_store->record(m_desk->about(notice, PostNotice{.text = u"Mất điện."_qs, .closes = true})));
        QCOMPARE(look().word.closing()->text, u"Mất điện."_qs);
        QCOMPARE(Desk::refused(m_hall->issue({u"A"_qs, {}})), ErrorCode::HallClosed);
        take(called, TicketStep::Begin);
        take(called, TicketStep::Finish);
        QCOMPARE(Desk::refused(m_hall->callNext()), ErrorCode::HallClosed);
        QCOMPARE(Desk::refused(m_hall->step(second.id, {.step = TicketStep::Call})), ErrorCode::HallClosed);
        QCOMPARE(look().next.size(), 1); // and keeps their place
        Desk::done(m_store->record(m_desk->about(notice, WithdrawNotice{})));
        QCOMPARE(Desk::done(m_hall->callNext()).number, second.number);
        QVERIFY(first.number != second.number);
    }

    // Of a desk that gives out numbers apart from a hall it cannot reach.
    void aMarkedDeskCountsByItself()
    {
        QCOMPARE(issue(u"A"_qs).number, u"A001"_qs);
        m_hall->setMark(u"03"_qs);
        const Ticket first = issue(u"A"_qs);
        QCOMPARE(first.number, u"A03-01"_qs);
        QCOMPARE(issue(u"A"_qs).number, u"A03-02"_qs);
        QCOMPARE(issue(u"B"_qs).number, u"B03-01"_qs);
        m_hall->setMark({});
        QCOMPARE(issue(u"A"_qs).number, u"A002"_qs); // neither counts for the other
        QCOMPARE(Desk::done(m_hall->byNumber(u" a03-01 "_qs)), first);
        QCOMPARE(Desk::refused(m_hall->byNumber(u"A03-09"_qs)), ErrorCode::NotFound);
        m_hall->setMark(u"x"_qs);
        QCOMPARE(Desk::refused(m_hall->issue({u"A"_qs, {}})), ErrorCode::Invalid);
    }

    // What another hall decided is written as it was there, whatever this store knows, and once.
    void whatWasDecidedElsewhereIsWritten()
    {
        const Id ticket = Desk::idOf('t');
        const auto decided = [](char id, int turn, bool recovered = false) { return HallVerdict{Desk::idOf(id), 1'795'000'000'000 + turn * Minute, turn, recovered}; };
        Act step = m_desk->about(ticket, StepTicket{.step = TicketStep::Call, .decided = decided('1', 3)});
        const auto called = Desk::done(m_store->record(step));
        QCOMPARE(called.entry, Desk::idOf('1'));
        QCOMPARE(called.receiptMs, 1'795'000'000'000 + 3 * Minute);
        QVERIFY(!Desk::done(m_store->ask(storage::TicketById{ticket}))); // nobody has told of its issue yet
        QCOMPARE(Desk::refused(m_store->record(step)), ErrorCode::Refused);
        step.what = StepTicket{.step = TicketStep::Begin, .decided = decided('2', 4)};
        Desk::done(m_store->record(step));
        step.what = StepTicket{.step = TicketStep::NoShow, .decided = decided('3', 2, true)}; // came to light last, and happened first
        Desk::done(m_store->record(step));
        step.what = IssueTicket{.group = u"A"_qs, .number = u"A017"_qs, .decided = decided('4', 0)};
        Desk::done(m_store->record(step));
        const auto known = Desk::done(m_store->ask(storage::TicketById{ticket}));
        QVERIFY(known);
        QCOMPARE(known->number, u"A017"_qs);
        QCOMPARE(known->state, TicketState::Serving);
        QCOMPARE(known->refusedSteps, 1); // nobody who waits has missed a call
        QCOMPARE(known->turn, 4);
        QCOMPARE(Desk::done(m_store->ask(storage::EntriesMissing{{Desk::idOf('1'), Desk::idOf('9'), Desk::idOf('4')}})), QList<Id>{Desk::idOf('9')});
    }

    void eachGroupCountsByItself()
    {
        QCOMPARE(issue(u"A"_qs).number, u"A001"_qs);
        QCOMPARE(issue(u"B"_qs).number, u"B001"_qs);
        QCOMPARE(issue(u"A"_qs).number, u"A002"_qs);
        pass(24 * 60);
        QCOMPARE(issue(u"A"_qs).number, u"A001"_qs); // a new day
    }

    void aPriorityGoesAheadOfThoseOfTheLastHalfHourOnly()
    {
        issue(u"A"_qs);
        pass(40);
        issue(u"A"_qs);
        pass(5);
        issue(u"A"_qs, {u"elderly"_qs, u"deaf"_qs});
        QCOMPARE(numbers(look().next), QStringList({u"A001"_qs, u"A003"_qs, u"A002"_qs}));
        pass(300); // their order does not change with time
        QCOMPARE(numbers(look().next), QStringList({u"A001"_qs, u"A003"_qs, u"A002"_qs}));
    }

    void aDeskCallsWhomItServesAndWhoWasSentToIt()
    {
        serve({u"B"_qs});
        const Ticket civil = issue(u"A"_qs);
        pass(1);
        issue(u"B"_qs);
        QCOMPARE(numbers(look().next), QStringList(u"B001"_qs));
        QCOMPARE(numbers(look().elsewhere), QStringList(u"A001"_qs));
        pass(1);
        Desk::done(m_hall->step(civil.id, {.step = TicketStep::Transfer, .desk = u"H26.15/3"_qs}));
        QCOMPARE(Desk::done(m_hall->callNext()).number, u"A001"_qs); // before who waits for anybody
        const Ticket next = issue(u"B"_qs);
        Desk::done(m_hall->step(next.id, {.step = TicketStep::Transfer, .desk = u"H26.15/9"_qs}));
        QCOMPARE(numbers(look().next), QStringList(u"B001"_qs));
        serve({});
        QCOMPARE(look().next.size(), 1); // the other was sent to desk 9
    }

    void whatTheDeskMustKnowIsForgottenTheNextDay()
    {
        const Ticket ticket = issue(u"A"_qs, {u"deaf"_qs, u"elderly"_qs});
        QCOMPARE(look().needs.value(ticket.id), QStringList({u"deaf"_qs, u"elderly"_qs}));
        for (const journal::Entry &entry : Desk::done(m_store->ask(storage::JournalPage{}))) {
            QVERIFY2(!entry.payload->bytes.contains("deaf") && !entry.payload->bytes.contains("elderly"), entry.payload->bytes.constData());
        }
        pass(24 * 60);
        Desk::done(m_hall->clearUp());
        QVERIFY(!Desk::done(m_store->ask(storage::HallNow{today().addDays(-1)})).needs.contains(ticket.id));
    }

    void aTelephoneIsKeptForTheDayAndStandsInNoEntry()
    {
        const Ticket ticket = Desk::done(m_hall->issue({.group = u"A"_qs, .needs = {u"deaf"_qs}, .phone = u"0901234567"_qs}));
        const HallView view = look();
        QCOMPARE(view.phones.value(ticket.id), u"0901234567"_qs);
        QCOMPARE(view.needs.value(ticket.id), QStringList(u"deaf"_qs)); // and is none of them
        QVERIFY(!view.asksPhones);
        for (const journal::Entry &entry : Desk::done(m_store->ask(storage::JournalPage{}))) {
            QVERIFY2(!entry.payload->bytes.contains("0901234567"), entry.payload->bytes.constData());
        }
        pass(24 * 60);
        Desk::done(m_hall->clearUp());
        QVERIFY(Desk::done(m_store->ask(storage::HallNow{today().addDays(-1)})).needs.isEmpty());
    }

    void aTelephoneIsAskedForWhereMessagesAreSent_data()
    {
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<int>("before");
        QTest::addColumn<bool>("asks");
        QTest::newRow("set up") << QByteArray(Sent) << 3 << true;
        QTest::newRow("the house sends nothing") << QByteArray(Sent) << 0 << false;
        QTest::newRow("not set up") << QByteArray() << 3 << false;
        QTest::newRow("of a later program") << QByteArray(R"({"version":2})") << 3 << false;
        QTest::newRow("no record") << QByteArray("{}") << 3 << false;
        QTest::newRow("cut off") << QByteArray(Sent).chopped(1) << 3 << false;
    }
    void aTelephoneIsAskedForWhereMessagesAreSent()
    {
        QFETCH(QByteArray, setting);
        QFETCH(int, before);
        QFETCH(bool, asks);
        Desk::done(m_store->keepSetting(storage::messagesSetting(), setting));
        HallRules some = rules();
        some.messages.before = before;
        m_hall = hall(some);
        QCOMPARE(look().asksPhones, asks);
        // That of an appointment is kept for nothing else.
        const Id id = Id::v7(*m_desk->clock, QByteArray(10, 'p'));
        Desk::done(m_store->record(m_desk->about(id, BookAppointment{.group = u"A"_qs, .atMs = (*m_desk->clock / Minute + 5) * Minute, .phone = u"0901234567"_qs})));
        const Ticket ticket = Desk::done(m_hall->issue({.group = u"A"_qs, .appointment = *Desk::done(m_store->ask(storage::AppointmentById{id}))}));
        QCOMPARE(look().phones.contains(ticket.id), asks);
    }

    // Also that of a program beside this one, and of one that was started again.
    void aMessageIsTakenOnOnce()
    {
        const Ticket ticket = Desk::done(m_hall->issue({.group = u"A"_qs, .phone = u"0901234567"_qs}));
        const Ticket silent = issue(u"A"_qs, {u"deaf"_qs});
        const auto other = hall();
        QList<QFuture<Result<bool>>> asked;
        for (int i = 0; i < 10; ++i) {
            asked.append((i % 2 == 0 ? m_hall : other)->takeMessage(ticket.id, u"soon"_qs));
        }
        QCOMPARE(std::count_if(asked.cbegin(), asked.cend(), [](const QFuture<Result<bool>> &one) { return Desk::done(one); }), 1);
        m_hall = hall();
        QVERIFY(!Desk::done(m_hall->takeMessage(ticket.id, u"soon"_qs)));
        QVERIFY(Desk::done(m_hall->takeMessage(ticket.id, u"called"_qs))); // another one is
        QVERIFY(Desk::done(m_hall->takeMessage(ticket.id, u"called-2"_qs))); // and one of another occasion
        QVERIFY(!Desk::done(m_hall->takeMessage(silent.id, u"called"_qs))); // where there is somebody to tell
        QCOMPARE(look().phones.value(ticket.id), u"0901234567"_qs);
        QCOMPARE(look().needs.value(silent.id), QStringList(u"deaf"_qs));
        pass(24 * 60);
        Desk::done(m_hall->clearUp());
        QVERIFY(!Desk::done(m_hall->takeMessage(ticket.id, u"held"_qs)));
    }

    void theTelephoneOfAnAppointmentGoesOverToTheTicket_data()
    {
        QTest::addColumn<QString>("booked");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("kept");
        QTest::newRow("as it was booked") << u"+84 901 234 567"_qs << QString() << u"0901234567"_qs;
        QTest::newRow("another was told today") << u"0901234567"_qs << u"0907654321"_qs << u"0907654321"_qs;
        QTest::newRow("a fixed line takes no message") << u"02438253456"_qs << QString() << QString();
        QTest::newRow("none") << QString() << QString() << QString();
    }
    void theTelephoneOfAnAppointmentGoesOverToTheTicket()
    {
        QFETCH(QString, booked);
        QFETCH(QString, told);
        Desk::done(m_store->keepSetting(storage::messagesSetting(), Sent));
        HallRules some = rules();
        some.messages.before = 3;
        m_hall = hall(some);
        const Id id = Id::v7(*m_desk->clock, QByteArray(10, 'p'));
        Desk::done(m_store->record(m_desk->about(id, BookAppointment{.group = u"A"_qs, .atMs = (*m_desk->clock / Minute + 5) * Minute, .phone = booked})));
        const auto appointment = Desk::done(m_store->ask(storage::AppointmentById{id}));
        QVERIFY(appointment);
        const Ticket ticket = Desk::done(m_hall->issue({.group = u"A"_qs, .appointment = *appointment, .phone = told}));
        QTEST(look().phones.value(ticket.id), "kept");
    }

    // What a ticket's own desk keeps of it is more than what others tell.
    void whatIsKeptOfATicketStays()
    {
        const Ticket own = Desk::done(m_hall->issue({.group = u"A"_qs, .needs = {u"deaf"_qs}, .phone = u"0901234567"_qs}));
        QVERIFY(Desk::done(m_hall->takeMessage(own.id, u"called"_qs)));
        const Id other = Desk::idOf('t');
        QVERIFY(Desk::done(m_store->keep(storage::KeepNeedsOfOthers{{{own.id, {u"deaf"_qs}}, {other, {u"elderly"_qs}}}, today()})));
        const QMap<Id, QStringList> kept = Desk::done(m_store->ask(storage::HallNow{today()})).needs;
        QCOMPARE(kept.value(own.id), QStringList({u"deaf"_qs, u"tel:0901234567"_qs, u"told:called"_qs}));
        QCOMPARE(kept.value(other), QStringList(u"elderly"_qs));
        QVERIFY(Desk::done(m_store->keep(storage::KeepNeedsOfOthers{{}, today().addDays(1)})));
        QVERIFY(Desk::done(m_store->ask(storage::HallNow{today()})).needs.isEmpty()); // for the day
    }

    void holdsAndMissedOnesAreSeenWhereTheyAre()
    {
        const Ticket held = issue(u"A"_qs);
        pass(1);
        const Ticket missed = issue(u"A"_qs);
        Desk::done(m_hall->callNext());
        take(held, TicketStep::Begin);
        Desk::done(m_hall->step(held.id, {.step = TicketStep::Hold, .place = u"photocopy"_qs}));
        Desk::done(m_hall->callNext());
        take(missed, TicketStep::NoShow);
        const HallView view = look();
        QCOMPARE(numbers(view.held), QStringList(u"A001"_qs));
        QCOMPARE(view.held.constFirst().now().place, u"photocopy"_qs);
        QCOMPARE(numbers(view.missed), QStringList(u"A002"_qs));
        QVERIFY(!view.inHand);
        take(missed, TicketStep::Begin); // came after all
        QCOMPARE(look().inHand->number, u"A002"_qs);
    }

    void noTwoDesksCallTheSameCitizen()
    {
        constexpr int Tickets = 60;
        for (int n = 0; n < Tickets; ++n) {
            issue(u"A"_qs);
        }
        // A second program on the same file, with a store and a hall of its own.
        Result<storage::Store> other = storage::Store::open(m_dir->filePath(u"centre.db"_qs), Desk::key(), m_desk->options());
        QVERIFY(other);
        const auto callAll = [this](storage::Store store, const Id &person) {
            LocalHall mine(std::move(store), author(person), rules());
            mine.setClock([this] { return m_desk->clock->load(); });
            QStringList called;
            for (int lost = 0; lost < 1000;) {
                const Result<Ticket> next = mine.callNext().result();
                if (!next) {
                    if (next.error().code == ErrorCode::NobodyWaits) {
                        break;
                    }
                    ++lost; // the other program was writing
                    continue;
                }
                called.append(next->number);
                for (const TicketStep step : {TicketStep::Begin, TicketStep::Finish}) {
                    while (!mine.step(next->id, {.step = step}).result() && ++lost < 1000) {
                    }
                }
            }
            return called;
        };
        QThreadPool own;
        own.setMaxThreadCount(2);
        QFuture<QStringList> one = QtConcurrent::run(&own, callAll, *m_store, Desk::idOf('o'));
        QFuture<QStringList> two = QtConcurrent::run(&own, callAll, *other, Second);
        const QStringList called = one.result() + two.result();
        QCOMPARE(called.size(), Tickets);
        QCOMPARE(QSet<QString>(called.cbegin(), called.cend()).size(), Tickets);
    }

    void aTicketGoneMeanwhileIsPassedOver()
    {
        const Ticket first = issue(u"A"_qs);
        pass(1);
        issue(u"A"_qs);
        take(first, TicketStep::Cancel);
        QCOMPARE(Desk::refused(m_hall->step(first.id, {.step = TicketStep::Call})), ErrorCode::TicketTaken);
        QCOMPARE(Desk::done(m_hall->callNext()).number, u"A002"_qs);
    }

    void whatIsRecordedAlongIsRecordedWithItOrNotAtAll()
    {
        const Ticket ticket = issue(u"A"_qs);
        Desk::done(m_hall->callNext());
        const Id visit = Desk::idOf('v');
        Act open = author(Desk::idOf('o'));
        open.subject = visit;
        open.what = OpenVisit{QString(40, u'A')}; // no visit has such a ticket
        QCOMPARE(Desk::refused(m_hall->step(ticket.id, {.step = TicketStep::Begin}, visit, {open})), ErrorCode::Invalid);
        QCOMPARE(look().inHand->state, TicketState::Called);
        open.what = OpenVisit{ticket.number};
        Desk::done(m_hall->step(ticket.id, {.step = TicketStep::Begin}, visit, {open}));
        QCOMPARE(look().inHand->state, TicketState::Serving);
    }

    void theNextMorningYesterdayIsOver()
    {
        const Ticket served = issue(u"A"_qs);
        issue(u"A"_qs);
        Desk::done(m_hall->callNext());
        take(served, TicketStep::Begin);
        QCOMPARE(Desk::done(m_hall->clearUp()), 0); // it is still today
        pass(24 * 60);
        QVERIFY(look().next.isEmpty());
        issue(u"A"_qs);
        QCOMPARE(Desk::done(m_hall->callNext()).number, u"A001"_qs); // nobody left over holds the desk up
        QCOMPARE(Desk::done(m_hall->clearUp()), 2);
        QCOMPARE(Desk::done(m_hall->clearUp()), 0);
        QVERIFY(Desk::done(m_store->ask(storage::StaleTickets{today()})).isEmpty());
    }

    void openDesksAndTheirServicesAreCounted()
    {
        QCOMPARE(look().desks.value(u"A"_qs), 1);
        QCOMPARE(look().calling, QList<CallingDesk>({{u"H26.15/3"_qs, {}}})); // where nobody says so, who looks calls
        Act open = author(Desk::idOf('o'));
        open.subject = Desk::idOf('1');
        open.what = OpenShift{Money{500'000}};
        Desk::done(m_store->record(open));
        QCOMPARE(look().shift->cash, Money{500'000});
        Act second = author(Second);
        second.subject = Desk::idOf('2');
        second.what = OpenShift{};
        Desk::done(m_store->record(second));
        QCOMPARE(look().desks.value(u"A"_qs), 2);
        QCOMPARE(look().shifts.size(), 2); // of every desk, not only of who looks
        QCOMPARE(look().calling, QList<CallingDesk>({{u"H26.15/3"_qs, {}}, {u"H26.15/3"_qs, {}}}));
        serve({u"B"_qs});
        QCOMPARE(look().calling.constFirst().serves, QStringList(u"B"_qs));
        serve({});
        const Ticket ticket = issue(u"A"_qs);
        Desk::done(m_hall->callNext());
        take(ticket, TicketStep::Begin);
        pass(7);
        take(ticket, TicketStep::Finish);
        QCOMPARE(look().servedMs.value(u"A"_qs), QList<qint64>{7 * Minute});
        pass(24 * 60);
        QVERIFY(look().shifts.isEmpty()); // forgotten yesterday, it says nothing of today
    }

    void tablesMadeAnewTellTheSame()
    {
        const Ticket ticket = issue(u"A"_qs, {u"elderly"_qs});
        issue(u"B"_qs);
        Desk::done(m_hall->callNext());
        take(ticket, TicketStep::Begin);
        Act open = author(Desk::idOf('o'));
        open.subject = Desk::idOf('1');
        open.what = OpenShift{};
        Desk::done(m_store->record(open));
        const QByteArray before = Desk::done(m_store->digest());
        Desk::done(m_store->rebuild());
        QCOMPARE(Desk::done(m_store->digest()), before);
        take(ticket, TicketStep::Finish);
        QVERIFY(Desk::done(m_store->digest()) != before);
    }

    void newsOfAnyDeskIsTold()
    {
        QSignalSpy changed(m_hall.get(), &Hall::changed);
        issue(u"A"_qs);
        QTRY_VERIFY(!changed.isEmpty());
    }

    void aTicketIsFoundByItsNumber_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::newRow("as printed") << "A001" << true;
        QTest::newRow("small, with a space") << " a001 " << true;
        QTest::newRow("another") << "A002" << false;
        QTest::newRow("part of it") << "A00" << false;
    }
    void aTicketIsFoundByItsNumber()
    {
        QFETCH(QString, typed);
        QFETCH(bool, found);
        issue(u"A"_qs);
        QCOMPARE(Desk::done(m_store->ask(storage::TicketByNumber{today(), typed})).has_value(), found);
    }

private:
    static Act author(const Id &person) { return Act{.actor = {journal::Actor::Kind::Person, person}, .desk = "H26.15/3"}; }
    std::unique_ptr<LocalHall> hall(const HallRules &law = rules())
    {
        auto made = std::make_unique<LocalHall>(*m_store, author(Desk::idOf('o')), law);
        made->setClock([this] { return m_desk->clock->load(); });
        return made;
    }
    void serve(const QStringList &letters) const { Desk::done(m_store->record(m_desk->about(m_store->origin(), AssignDesk{letters}))); }
    Ticket issue(const QString &group, const QStringList &needs = {}) { return Desk::done(m_hall->issue({group, needs})); }
    /** In so many minutes, for A. */
    Appointment book(int minutes)
    {
        const Id id = Id::v7(*m_desk->clock, QByteArray(9, 'b') + QByteArray(1, static_cast<char>('0' + m_booked++)));
        Desk::done(m_store->record(m_desk->about(id, BookAppointment{.group = u"A"_qs, .atMs = (*m_desk->clock / Minute + minutes) * Minute, .name = u"Sùng Thị Dợ"_qs})));
        return Desk::done(m_store->ask(storage::AppointmentById{id})).value_or(Appointment());
    }
    void take(const Ticket &ticket, TicketStep step) { Desk::done(m_hall->step(ticket.id, {.step = step})); }
    HallView look() { return Desk::done(m_hall->look()); }
    void pass(int minutes) { *m_desk->clock += minutes * Minute; }
    QDate today() const { return vietnamTime(m_desk->clock->load()).date(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<storage::Store> m_store;
    std::unique_ptr<LocalHall> m_hall;
    int m_booked = 0;
};

QTEST_GUILESS_MAIN(tst_LocalHall)
#include "tst_LocalHall.moc"
