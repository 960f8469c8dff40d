// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/SharedHall.h"
#include "app/storage/AppointmentQueries.h"

#include "app/centre/CentreKeeper.h"
#include "app/centre/HallTables.h"
#include "app/storage/JournalQueries.h"
#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"
#include "tests/app/centre/HallScene.h"

#include <QSignalSpy>
#include <QTest>
#include <QtConcurrent>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using storage::Store;
using test::HallScene;
using Place = test::HallScene::Place;

namespace {

QStringList numbers(const QList<Ticket> &tickets)
{
    QStringList list;
    for (const Ticket &ticket : tickets) {
        list.append(ticket.number);
    }
    return list;
}

/** What a store's own log tells of tickets, with its payloads. */
QList<QPair<journal::Header, QJsonObject>> told(const Store &store)
{
    QList<QPair<journal::Header, QJsonObject>> all;
    for (const journal::Entry &entry : Desk::done(store.ask(storage::JournalRange{.origin = store.origin()}))) {
        if (entry.header.kind == journal::kind::TicketIssued || entry.header.kind == journal::kind::TicketStepped) {
            all.append({entry.header, journal::Kinds::known().read(entry).payload});
        }
    }
    return all;
}

} // namespace

class tst_SharedHall : public QObject
{
    Q_OBJECT

private:
    static Ticket issue(const Place &place, const QString &group = QStringLiteral("A"), const QStringList &needs = {}) { return Desk::done(place.hall->issue({group, needs})); }
    static Act opening(const Place &place)
    {
        Act act = place.author();
        act.subject = Desk::idOf(static_cast<char>('0' + place.number));
        act.what = OpenShift{};
        return act;
    }
    static HallView look(const Place &place) { return Desk::done(place.hall->look()); }
    static Ticket take(const Place &place, const Ticket &ticket, const StepTicket &step) { return Desk::done(place.hall->step(ticket.id, step)); }
    static void serve(const Place &place, const Ticket &ticket)
    {
        take(place, ticket, {.step = TicketStep::Begin});
        take(place, ticket, {.step = TicketStep::Finish});
    }
    /** Everything of one journal into the other, as the exchange does. */
    static void exchange(const Place &one, const Place &other)
    {
        const auto copy = [](const Store &from, const Store &to) {
            const auto entries = Desk::done(from.ask(storage::JournalRange{.origin = from.origin()}));
            const auto taken = Desk::done(to.ingest(entries));
            QVERIFY(taken.refused.isEmpty());
        };
        copy(one.store, other.store);
        copy(other.store, one.store);
    }
    QByteArray scalar(const QByteArray &sql)
    {
        const auto database = Postgres::open(m_scene->access());
        const auto rows = database ? (*database)->run(sql.constData()) : Result<PgRows>(database.error());
        return rows && !rows->isEmpty() ? rows->text(0, 0).toUtf8() : QByteArray("?");
    }

    test::PostgresBench m_server;
    std::unique_ptr<HallScene> m_scene;
    int m_databases = 0;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
    }
    void init()
    {
        m_scene = std::make_unique<HallScene>(HallScene::founded(m_server, QStringLiteral("d%1").arg(++m_databases)));
    }

    void whoHasAnAppointmentGetsOneNumber()
    {
        const auto desk = m_scene->place(1);
        const auto other = m_scene->place(2);
        constexpr qint64 Minute = 60'000;
        const qint64 at = (QDateTime::currentMSecsSinceEpoch() / Minute + 1) * Minute;
        Act act = desk->author();
        act.subject = Desk::idOf('v');
        act.what = BookAppointment{.group = QStringLiteral("A"), .atMs = at};
        Desk::done(desk->store.record(act));
        const Appointment booked = Desk::done(desk->store.ask(storage::AppointmentById{act.subject})).value_or(Appointment());
        exchange(*desk, *other); // a kiosk elsewhere knows of it
        const Ticket theirs = Desk::done(other->hall->issue({QStringLiteral("A"), {}, booked}));
        const Appointment kept = Desk::done(other->store.ask(storage::AppointmentById{booked.id})).value_or(Appointment());
        QCOMPARE(kept.state, AppointmentState::Kept);
        QCOMPARE(kept.ticket, theirs.id);
        // Nothing is given by the centre for one that is known to be kept.
        QCOMPARE(Desk::refused(other->hall->issue({QStringLiteral("A"), {}, booked})), ErrorCode::Refused);
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket"), QByteArray("1"));
        QCOMPARE(look(*desk).next.size(), 1);
    }

    void bothHallsKeepOnePromise_data()
    {
        QTest::addColumn<bool>("isShared");
        QTest::newRow("of one store") << false;
        QTest::newRow("of a centre") << true;
    }
    void bothHallsKeepOnePromise()
    {
        QFETCH(const bool, isShared);
        const auto place = m_scene->place(3, isShared);
        QCOMPARE(Desk::refused(place->hall->callNext()), ErrorCode::NobodyWaits);
        QCOMPARE(Desk::refused(place->hall->issue({QStringLiteral("X"), {}})), ErrorCode::Invalid);
        QCOMPARE(look(*place).next.size(), 0);
        QCOMPARE(issue(*place).number, QStringLiteral("A001"));
        QCOMPARE(issue(*place, QStringLiteral("B")).number, QStringLiteral("B001"));
        QCOMPARE(issue(*place).number, QStringLiteral("A002"));
        const Ticket old = issue(*place, QStringLiteral("A"), {QStringLiteral("elderly"), QStringLiteral("deaf")});
        HallView view = look(*place);
        QVERIFY(view.usesTickets);
        QCOMPARE(view.next.constFirst().number, QStringLiteral("A003")); // half an hour ahead
        QCOMPARE(view.next.size(), 4);
        QCOMPARE(view.needs.value(old.id), QStringList({QStringLiteral("elderly"), QStringLiteral("deaf")}));
        const Ticket called = Desk::done(place->hall->callNext());
        QCOMPARE(called.number, QStringLiteral("A003"));
        QCOMPARE(called.state, TicketState::Called);
        QCOMPARE(called.calls, 1);
        QCOMPARE(look(*place).inHand.value_or(Ticket()).number, QStringLiteral("A003"));
        const auto again = place->hall->callNext().result();
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::TicketInHand);
        QCOMPARE(again.error().detail, QStringLiteral("A003"));
        QCOMPARE(take(*place, called, {.step = TicketStep::Recall}).calls, 2);
        QCOMPARE(take(*place, called, {.step = TicketStep::Begin}).state, TicketState::Serving);
        const Ticket held = take(*place, called, {.step = TicketStep::Hold, .place = QStringLiteral("photocopy"), .reason = QStringLiteral("thiếu bản sao")});
        QCOMPARE(held.now().place, QStringLiteral("photocopy"));
        QCOMPARE(numbers(look(*place).held), QStringList{QStringLiteral("A003")});
        QCOMPARE(Desk::refused(place->hall->step(called.id, {.step = TicketStep::Recall})), ErrorCode::TicketTaken);
        QCOMPARE(take(*place, called, {.step = TicketStep::Resume}).state, TicketState::Serving);
        QCOMPARE(take(*place, called, {.step = TicketStep::Transfer, .group = QStringLiteral("B")}).group, QStringLiteral("B"));
        QCOMPARE(numbers(look(*place).next).constFirst(), QStringLiteral("A003")); // with the time waited so far
        QCOMPARE(Desk::done(place->hall->byNumber(QStringLiteral(" a003"))).id, called.id);
        QCOMPARE(Desk::refused(place->hall->byNumber(QStringLiteral("A099"))), ErrorCode::NotFound);
        QCOMPARE(Desk::refused(place->hall->step(Desk::idOf('?'), {.step = TicketStep::Call})), ErrorCode::NotFound);
        (void)Desk::done(place->hall->callNext());
        take(*place, called, {.step = TicketStep::Begin});
        *place->desk->clock += 1'000;
        const qint64 begun = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(QTest::qWaitFor([begun] { return QDateTime::currentMSecsSinceEpoch() > begun + 1; })); // the clock of a centre is its server's
        take(*place, called, {.step = TicketStep::Finish});
        view = look(*place);
        QVERIFY(!view.inHand);
        QCOMPARE(view.servedMs.value(QStringLiteral("B")).size(), 1);
        const auto entries = told(place->store);
        QCOMPARE(entries.size(), 4 + 9);
        QCOMPARE(entries.constLast().second.contains(u"turn"), isShared);
    }

    void whatOneDeskCallsNoOtherHas()
    {
        QList<std::shared_ptr<Place>> places;
        for (int number = 1; number <= 4; ++number) {
            places.append(m_scene->place(number));
        }
        constexpr int Tickets = 24;
        for (int i = 0; i < Tickets; ++i) {
            issue(*places.at(i % 4), i % 3 == 0 ? QStringLiteral("B") : QStringLiteral("A"));
        }
        QList<QFuture<QStringList>> desks;
        for (const auto &place : std::as_const(places)) {
            desks.append(QtConcurrent::run([place] {
                QStringList had;
                for (;;) {
                    const Result<Ticket> called = place->hall->callNext().result();
                    if (!called) {
                        if (called.error().code != ErrorCode::NobodyWaits) {
                            had.append(errorName(called.error().code) + u' ' + called.error().detail);
                        }
                        return had;
                    }
                    had.append(called->number);
                    serve(*place, *called);
                }
            }));
        }
        QStringList all;
        for (auto &desk : desks) {
            all += desk.result();
        }
        QVERIFY2(all.size() == Tickets && all.filter(QStringLiteral(" ")).isEmpty(), qPrintable(all.join(u'|')));
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), Tickets);
        // What the desks wrote is what the hall decided, each once and under the same id.
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_step"), QByteArray::number(Tickets * 4));
        qsizetype written = 0;
        for (const auto &place : std::as_const(places)) {
            written += told(place->store).size();
        }
        QCOMPARE(written, Tickets * 4);
        for (const auto &place : std::as_const(places)) {
            for (const auto &[header, payload] : told(place->store)) {
                QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_step WHERE request = '" + header.id.toString().toUtf8() + "' AND at = " + QByteArray::number(header.receiptMs)), QByteArray("1"));
            }
        }
    }

    void askedAgainItHappensOnce()
    {
        const auto place = m_scene->place(3);
        issue(*place);
        issue(*place);
        DatabaseAccess access = m_scene->access().clone();
        HallTables tables(std::move(access));
        QVERIFY(tables.refresh());
        const HallTables::Asker asker{{journal::Actor::Kind::Person, Desk::idOf('z')}, "H26.31/9", Desk::idOf('9')};
        const QByteArray body = R"({"step":"call"})";
        const auto first = tables.claim(asker, Desk::idOf('r'), tables.book().now().live, body);
        QVERIFY(first && *first);
        const auto second = tables.claim(asker, Desk::idOf('r'), tables.book().now().live, body);
        QVERIFY(second && *second);
        QCOMPARE((*second)->ticket, (*first)->ticket);
        QCOMPARE((*second)->atMs, (*first)->atMs);
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket WHERE state = 2"), QByteArray("1"));
        // With another id it is another wish: who has somebody gets nobody else.
        const auto third = tables.claim(asker, Desk::idOf('s'), tables.book().now().live, body);
        QVERIFY(!third);
        QCOMPARE(third.error().code, ErrorCode::TicketInHand);
        QCOMPARE(third.error().detail, QStringLiteral("A001"));
        const auto issued = tables.issue(asker, Desk::idOf('t'), QStringLiteral("A"), [](const QString &number) { return QByteArray("{\"group\":\"A\",\"number\":\"" + number.toUtf8() + "\"}"); }, {});
        const auto repeated = tables.issue(asker, Desk::idOf('t'), QStringLiteral("A"), [](const QString &) { return QByteArray("{}"); }, {});
        QVERIFY(issued && repeated);
        QCOMPARE(repeated->ticket, issued->ticket);
        QVERIFY(tables.refresh());
        QCOMPARE(tables.book().find(issued->ticket)->ticket.number, QStringLiteral("A003"));
    }

    // Decided there, and the desk died before it wrote it down.
    void whatWasNotWrittenIsRecovered()
    {
        const auto place = m_scene->place(3);
        const Ticket ticket = issue(*place);
        {
            HallTables tables(m_scene->access().clone());
            QVERIFY(tables.refresh());
            const auto claimed = tables.claim({place->author().actor, place->author().desk, place->store.origin()}, Desk::idOf('r'), tables.book().now().live, R"({"step":"call"})");
            QVERIFY(claimed && *claimed);
        }
        HallScene::open(*place);
        const HallView view = look(*place);
        QVERIFY(view.inHand);
        QCOMPARE(view.inHand->id, ticket.id);
        const auto entries = told(place->store);
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.constLast().first.id, Desk::idOf('r'));
        QVERIFY(entries.constLast().second.value(u"recovered").toBool());
        QCOMPARE(entries.constLast().second.value(u"turn").toInt(), 2);
        HallScene::open(*place);
        (void)look(*place);
        QCOMPARE(told(place->store).size(), 2); // once
        serve(*place, ticket);
        QCOMPARE(Desk::done(place->store.ask(storage::TicketById{ticket.id}))->state, TicketState::Finished);
    }

    void clocksAreNoMatter()
    {
        const auto slow = m_scene->place(1, true, false, -3'600'000);
        const auto fast = m_scene->place(2, true, false, +3'600'000);
        const Ticket ticket = issue(*fast);
        (void)Desk::done(slow->hall->callNext());
        take(*slow, ticket, {.step = TicketStep::Begin});
        take(*slow, ticket, {.step = TicketStep::Hold, .place = QStringLiteral("photocopy")});
        take(*fast, ticket, {.step = TicketStep::Resume});
        take(*fast, ticket, {.step = TicketStep::Reinsert});
        (void)Desk::done(slow->hall->callNext());
        take(*slow, ticket, {.step = TicketStep::NoShow});
        exchange(*slow, *fast);
        const Ticket here = *Desk::done(slow->store.ask(storage::TicketById{ticket.id}));
        const Ticket there = *Desk::done(fast->store.ask(storage::TicketById{ticket.id}));
        QCOMPARE(here.state, TicketState::NoShow);
        QCOMPARE(here.refusedSteps, 0);
        QCOMPARE(here.toJson(), there.toJson());
        QCOMPARE(here.intervals.size(), 8);
        for (qsizetype i = 1; i < here.intervals.size(); ++i) {
            QVERIFY(here.intervals.at(i).fromMs >= here.intervals.at(i - 1).fromMs);
        }
        QVERIFY(qAbs(here.intervals.constFirst().fromMs - QDateTime::currentMSecsSinceEpoch()) < 60'000); // by the clock of the hall
        // One desk an hour ahead makes no clock doubtful but its own.
        *slow->desk->clock = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(!Desk::done(slow->store.record(slow->desk->about(Desk::idOf('1'), OpenShift{}))).clockBack);
    }

    void cutOffADeskGoesOn()
    {
        const auto cut = m_scene->place(3, true, true);
        const auto other = m_scene->place(4, true, true);
        const Ticket shared = issue(*other);
        exchange(*cut, *other);
        const Ticket heard = issue(*other); // of which the journal of the other desk has not told yet
        QTRY_COMPARE(look(*cut).next.size(), 2);
        QSignalSpy alone(cut->hall.get(), &SharedHall::wentAlone);
        QSignalSpy back(cut->hall.get(), &SharedHall::cameBack);
        m_server.kill();
        QTRY_COMPARE_WITH_TIMEOUT(alone.size(), 1, 3'000);
        HallView view = look(*cut);
        QVERIFY(view.aloneSinceMs > 0);
        QCOMPARE(numbers(view.elsewhere), QStringList{QStringLiteral("A001")}); // two desks could call it
        QCOMPARE(Desk::refused(cut->hall->callNext()), ErrorCode::NobodyWaits);
        const Ticket own = issue(*cut);
        QCOMPARE(own.number, QStringLiteral("A03-01"));
        *cut->desk->clock += 1'000;
        QCOMPARE(issue(*cut, QStringLiteral("B")).number, QStringLiteral("B03-01"));
        *cut->desk->clock += 1'000;
        QCOMPARE(issue(*cut).number, QStringLiteral("A03-02"));
        QCOMPARE(Desk::done(cut->hall->callNext()).number, QStringLiteral("A03-01"));
        serve(*cut, own);
        // Who shows a number is served, also one that nobody told of here.
        take(*cut, shared, {.step = TicketStep::Call});
        serve(*cut, shared);
        take(*cut, heard, {.step = TicketStep::Call});
        serve(*cut, heard);
        const Ticket shown = Desk::done(cut->hall->byNumber(QStringLiteral("b007")));
        QCOMPARE(shown.number, QStringLiteral("B007"));
        QCOMPARE(Desk::refused(cut->hall->byNumber(QStringLiteral("Q007"))), ErrorCode::NotFound);
        QCOMPARE(Desk::done(cut->hall->step(shown.id, {.step = TicketStep::Call})).state, TicketState::Called);
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(look(*other).aloneSinceMs, 0, 15'000);
        view = look(*other);
        QCOMPARE(numbers(view.next), QStringList({QStringLiteral("B03-01"), QStringLiteral("A03-02")})); // in the order in which they were given out
        QCOMPARE(numbers(view.atOthers), QStringList{QStringLiteral("B007")});
        QCOMPARE(look(*cut).inHand.value_or(Ticket()).number, QStringLiteral("B007"));
        take(*cut, shown, {.step = TicketStep::Begin});
        take(*cut, shown, {.step = TicketStep::Finish});
        QCOMPARE(issue(*other).number, QStringLiteral("A003")); // the numbers of the hall go on where they were
        QVERIFY(Desk::done(cut->hall->reconcile()) == 0); // each once
    }

    void servedTwiceItIsSeen()
    {
        const auto cut = m_scene->place(3, true, true);
        const auto other = m_scene->place(4);
        const Ticket ticket = issue(*other);
        exchange(*cut, *other);
        // This desk alone is cut off: its way to the server leads nowhere.
        DatabaseAccess nowhere = m_scene->access().clone();
        nowhere.address.replace(QRegularExpression(QStringLiteral(":\\d+/")), QStringLiteral(":1/"));
        (void)Desk::done(cut->store.keepSetting(storage::centreSetting(), nowhere.toJson()));
        QTRY_VERIFY(look(*cut).aloneSinceMs > 0);
        take(*cut, ticket, {.step = TicketStep::Call});
        serve(*cut, ticket);
        (void)Desk::done(other->hall->callNext());
        take(*other, ticket, {.step = TicketStep::Begin});
        (void)Desk::done(cut->store.keepSetting(storage::centreSetting(), m_scene->access().toJson()));
        QTRY_COMPARE(look(*cut).aloneSinceMs, 0);
        HallTables tables(m_scene->access().clone());
        QVERIFY(tables.refresh());
        QVERIFY(tables.book().find(ticket.id)->ticket.refusedSteps > 0);
        exchange(*cut, *other);
        const Ticket here = *Desk::done(cut->store.ask(storage::TicketById{ticket.id}));
        QVERIFY(here.refusedSteps > 0);
        QCOMPARE(here.toJson(), Desk::done(other->store.ask(storage::TicketById{ticket.id}))->toJson());
    }

    // The officer went on with somebody else: whom the hall had called waits on, with the time waited.
    void whoWasCalledUnheardWaitsOn()
    {
        const auto place = m_scene->place(3);
        const Ticket ticket = issue(*place);
        {
            HallTables tables(m_scene->access().clone());
            QVERIFY(tables.refresh());
            const auto claimed = tables.claim({place->author().actor, place->author().desk, place->store.origin()}, Desk::idOf('r'), tables.book().now().live, R"({"step":"call"})");
            QVERIFY(claimed && *claimed);
        }
        LocalHall alone(place->store, place->author(), HallScene::rules());
        alone.setMark(QStringLiteral("03"));
        const Ticket own = Desk::done(alone.issue({QStringLiteral("A"), {}}));
        (void)Desk::done(alone.step(own.id, {.step = TicketStep::Call}));
        HallScene::open(*place);
        const HallView view = look(*place);
        QCOMPARE(view.inHand.value_or(Ticket()).number, QStringLiteral("A03-01"));
        QCOMPARE(numbers(view.next), QStringList{QStringLiteral("A001")});
        QCOMPARE(view.next.constFirst().issuedAtMs, ticket.issuedAtMs);
    }

    void ofADayGoneByNothingIsLeft()
    {
        const auto place = m_scene->place(3);
        const auto other = m_scene->place(4);
        issue(*place, QStringLiteral("A"), {QStringLiteral("deaf")});
        (void)Desk::done(place->hall->callNext());
        const Ticket second = issue(*place);
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket WHERE needs IS NOT NULL"), QByteArray("1"));
        QVERIFY(m_server.run("UPDATE motcua.hall_ticket SET day = day - 1; UPDATE motcua.hall_step SET day = day - 1", QStringLiteral("d%1").arg(m_databases)));
        HallScene::open(*place);
        QCOMPARE(look(*place).next.size(), 0);
        QCOMPARE(Desk::done(other->hall->clearUp()), 2);
        QCOMPARE(Desk::done(place->hall->clearUp()), 0);
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket WHERE needs IS NOT NULL"), QByteArray("0"));
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket WHERE state = 6"), QByteArray("2"));
        exchange(*place, *other);
        QCOMPARE(Desk::done(place->store.ask(storage::TicketById{second.id}))->state, TicketState::Finished);
        QCOMPARE(issue(*place).number, QStringLiteral("A003")); // the database's day did not change
    }

    void nothingThatWasSaidLiesOpen()
    {
        const auto place = m_scene->place(3);
        const Ticket ticket = issue(*place, QStringLiteral("A"), {QStringLiteral("deaf")});
        (void)Desk::done(place->hall->callNext());
        take(*place, ticket, {.step = TicketStep::Hold, .place = QStringLiteral("photocopy"), .reason = QStringLiteral("chờ con trai")});
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_step WHERE position('photocopy'::bytea in body) > 0 OR position('step'::bytea in body) > 0"), QByteArray("0"));
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket WHERE position('deaf'::bytea in needs) > 0"), QByteArray("0"));
        // With another key nothing opens, and nothing is taken for something else.
        DatabaseAccess access = m_scene->access().clone();
        access.key = Desk::key('x');
        HallTables tables(std::move(access));
        const Result<> read = tables.refresh();
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::PayloadMismatch);
    }

    void aDeskMayNoMoreThanItsOwn()
    {
        const auto place = m_scene->place(3);
        issue(*place);
        QVERIFY(m_server.run(QStringLiteral("ALTER ROLE %1 CREATEROLE").arg(m_scene->access().address.section(u'/', 2, 2).section(u'@', 0, 0)).toUtf8()));
        CentreKeeper keeper(m_scene->access().clone());
        const auto login = keeper.admit(QStringLiteral("Quầy 9"));
        QVERIFY2(login, qPrintable(login ? QString() : login.error().detail));
        const auto database = Postgres::open(*login);
        QVERIFY(database);
        for (const char *sql : {"UPDATE motcua.hall_told SET at = 0", "DELETE FROM motcua.hall_told", "INSERT INTO motcua.hall_told(ticket, message, login) VALUES (gen_random_uuid(), 'soon', 'another')",
                 "UPDATE motcua.hall_step SET at = 0", "DELETE FROM motcua.hall_step", "DELETE FROM motcua.hall_ticket", "UPDATE motcua.hall_ticket SET number = 'A009'",
                 "UPDATE motcua.hall_ticket SET state = 6", "UPDATE motcua.hall_ticket SET version = 0, state = 1",
                 "INSERT INTO motcua.hall_desk(login, desk, serves, person, state, since, until, at) SELECT 'another', 'x', '', gen_random_uuid(), 1, 0, 0, 0",
                 "INSERT INTO motcua.hall_step(request, ticket, version, day, issue, origin, login, person, device, desk, at, body) SELECT gen_random_uuid(), id, 2, day, false, id, 'another', id, false, 'x', 0, '' FROM motcua.hall_ticket"}) {
            const auto done = (*database)->run(sql);
            QVERIFY2(!done, sql);
            QVERIFY2(done.error().code == ErrorCode::DatabaseRefused, qPrintable(done.error().detail));
        }
        // What it may is enough for every verb.
        const auto desk = m_scene->place(9, false);
        (void)Desk::done(desk->store.keepSetting(storage::centreSetting(), login->toJson()));
        QCOMPARE(issue(*desk, QStringLiteral("A"), {QStringLiteral("deaf")}).number, QStringLiteral("A002"));
        const Ticket called = Desk::done(desk->hall->callNext());
        QVERIFY(Desk::done(desk->hall->takeMessage(called.id, QStringLiteral("called"))));
        serve(*desk, called);
        QCOMPARE(Desk::done(desk->hall->clearUp()), 0);
        QCOMPARE(look(*desk).next.size(), 1);
    }

    // The drill of a province: the first server is lost, the second is promoted, and nobody restarts anything.
    void anotherServerTakesOver()
    {
        test::PostgresBench first;
        QVERIFY2(first.start(), qPrintable(first.output()));
        HallScene scene(HallScene::founded(first, QStringLiteral("centre")));
        test::PostgresBench second;
        QVERIFY2(second.follow(first), qPrintable(second.output()));
        QVERIFY(first.run("ALTER SYSTEM SET synchronous_standby_names = '*'") && first.run("SELECT pg_reload_conf()"));
        scene.alsoAt(second.port());
        const auto one = scene.place(3, true, true);
        const auto other = scene.place(4, true, true);
        for (int i = 0; i < 6; ++i) {
            issue(*one);
        }
        const Ticket served = Desk::done(one->hall->callNext());
        const Ticket called = Desk::done(other->hall->callNext());
        serve(*one, served);
        QSignalSpy alone(one->hall.get(), &SharedHall::wentAlone);
        QSignalSpy back(one->hall.get(), &SharedHall::cameBack);
        QSignalSpy backToo(other->hall.get(), &SharedHall::cameBack);
        first.kill();
        QTRY_VERIFY(alone.size() > 0);
        *one->desk->clock = QDateTime::currentMSecsSinceEpoch();
        const Ticket own = issue(*one); // the queue goes on meanwhile
        QCOMPARE(own.number, QStringLiteral("A03-01"));
        QVERIFY(second.promote());
        QVERIFY(second.run("ALTER SYSTEM SET synchronous_standby_names = ''") && second.run("SELECT pg_reload_conf()"));
        QTRY_VERIFY_WITH_TIMEOUT(back.size() > 0 && backToo.size() > 0, 30'000);
        QCOMPARE(look(*other).inHand.value_or(Ticket()).id, called.id);
        QCOMPARE(numbers(look(*one).next), QStringList({QStringLiteral("A003"), QStringLiteral("A004"), QStringLiteral("A005"), QStringLiteral("A006"), QStringLiteral("A03-01")}));
        QCOMPARE(Desk::done(one->hall->callNext()).number, QStringLiteral("A003"));
        QCOMPARE(issue(*other).number, QStringLiteral("A007"));
        QCOMPARE(Desk::done(one->hall->reconcile()), 0);
    }

    void newsOfOtherDesksCome()
    {
        const auto one = m_scene->place(3, true, true);
        const auto other = m_scene->place(4, true, true);
        QTRY_COMPARE(look(*one).next.size(), 0);
        QSignalSpy changed(one->hall.get(), &Hall::changed);
        issue(*other);
        QTRY_VERIFY(changed.size() > 0);
        QTRY_COMPARE(look(*one).next.size(), 1);
    }

    void aClosedHallRefusesWhereverTheTicketsAre()
    {
        const auto one = m_scene->place(3);
        const Ticket waiting = Desk::done(one->hall->issue({QStringLiteral("A"), {}}));
        const Id notice = Desk::idOf('w');
        (void)Desk::done(one->store.record(one->desk->about(notice, PostNotice{.text = QStringLiteral("Mất điện."), .closes = true})));
        QCOMPARE(look(*one).word.closing()->text, QStringLiteral("Mất điện."));
        QCOMPARE(Desk::refused(one->hall->issue({QStringLiteral("A"), {}})), ErrorCode::HallClosed);
        QCOMPARE(Desk::refused(one->hall->callNext()), ErrorCode::HallClosed);
        QCOMPARE(Desk::refused(one->hall->step(waiting.id, {.step = TicketStep::Call})), ErrorCode::HallClosed);
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket"), QByteArray("1"));
        (void)Desk::done(one->store.record(one->desk->about(notice, WithdrawNotice{})));
        QCOMPARE(Desk::done(one->hall->callNext()).number, waiting.number);
    }

    void desksThatServeAreCounted()
    {
        const auto one = m_scene->place(3);
        const auto other = m_scene->place(4);
        QCOMPARE(look(*one).desks.size(), 0);
        (void)Desk::done(one->store.record(opening(*one)));
        (void)Desk::done(other->store.record(opening(*other)));
        (void)Desk::done(other->store.record(other->desk->about(other->store.origin(), AssignDesk{{QStringLiteral("B")}})));
        (void)look(*one);
        QVERIFY(look(*one).shift);
        // Both are told of by one login here; as desks of a centre each has its own.
        QTRY_COMPARE(look(*one).desks.value(QStringLiteral("A")), 1);
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_desk"), QByteArray("1"));
    }
};

QTEST_GUILESS_MAIN(tst_SharedHall)

#include "tst_SharedHall.moc"
