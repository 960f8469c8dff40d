// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingDesk.h"

#include "app/hall/LocalHall.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/workflows/ServeVisit.h"
#include "models/journal/Kind.h"
#include "models/visit/VisitRecord.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace motcua;
using Turn = ServeVisit::Turn;

namespace {

/** A desk with its hall, and somebody at it; a second one on the same store is the program started again. */
struct Bench
{
    explicit Bench(const Workplace &at)
        : place(at)
        , hall(place.store, place.act({}, AddNote{}), place.law.hall)
        , serve(place, &hall)
        , changed(&serve, &ServeVisit::changed)
        , failed(&serve, &ServeVisit::failed)
        , ended(&serve, &ServeVisit::ended)
    {
    }

    Ticket issue(const QString &group = u"A"_qs)
    {
        const Result<Ticket> ticket = hall.issue({group, {}}).result();
        return ticket ? *ticket : Ticket();
    }
    void takeUp()
    {
        bool done = false;
        serve.takeUp([&done] { done = true; });
        QTRY_VERIFY(done);
    }
    QList<journal::Entry> journal() const { return *place.store.ask(storage::JournalPage{}).result(); }
    VisitRecord visit(const Id &id) const { return VisitRecord::fold(id, journal()); }
    int count(const char *kind) const
    {
        const QList<journal::Entry> all = journal();
        return static_cast<int>(std::count_if(all.cbegin(), all.cend(), [kind](const journal::Entry &one) { return one.header.kind == kind; }));
    }

    Workplace place;
    LocalHall hall;
    ServeVisit serve;
    QSignalSpy changed;
    QSignalSpy failed;
    QSignalSpy ended;
};

/** From the call to the desk. */
void bring(Bench &bench)
{
    bench.serve.callNext();
    QTRY_COMPARE(bench.serve.turn(), Turn::Called);
    bench.serve.begin();
    QTRY_COMPARE(bench.serve.turn(), Turn::Serving);
}

} // namespace

class tst_ServeVisit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> place = m_desk->setUp();
        QVERIFY(place);
        m_place = std::make_unique<Workplace>(*place);
        m_bench = std::make_unique<Bench>(*m_place);
    }

    void cleanup()
    {
        m_bench.reset();
        m_place.reset();
        m_desk.reset();
    }

    void fromTheCallToTheEnd()
    {
        m_bench->issue();
        bring(*m_bench);
        QCOMPARE(m_bench->serve.ticket()->number, u"A001"_qs);
        const Id visit = m_bench->serve.visit().id();
        QCOMPARE(m_bench->visit(visit).ticket, u"A001"_qs);
        m_bench->serve.took(Id::v7(1, "0123456789"), u"2.000815"_qs);
        m_bench->serve.filed(Id::v7(1, "0123456789"));
        m_bench->serve.finish();
        QTRY_COMPARE(m_bench->ended.size(), 1);
        QCOMPARE(m_bench->serve.turn(), Turn::None);
        QVERIFY(!m_bench->serve.ticket());
        QCOMPARE(m_bench->visit(visit).outcome(), Visit::Outcome::Filed);
        QVERIFY(m_bench->hall.look().result()->next.isEmpty());
        QVERIFY(!m_bench->hall.look().result()->inHand);
        QCOMPARE(m_bench->failed.size(), 0);
    }

    void whatCameOfIt_data()
    {
        QTest::addColumn<bool>("filed");
        QTest::addColumn<bool>("guidance");
        QTest::addColumn<int>("outcome");
        QTest::newRow("a dossier") << true << false << int(Visit::Outcome::Filed);
        QTest::newRow("a dossier, whatever key ended it") << true << true << int(Visit::Outcome::Filed);
        QTest::newRow("guidance only") << false << true << int(Visit::Outcome::GuidanceOnly);
        QTest::newRow("nothing") << false << false << int(Visit::Outcome::Left);
    }
    void whatCameOfIt()
    {
        QFETCH(bool, filed);
        QFETCH(bool, guidance);
        m_bench->serve.serveWithoutTicket();
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
        if (filed) {
            m_bench->serve.took(Id::v7(1, "0123456789"), u"2.000815"_qs);
            m_bench->serve.filed(Id::v7(1, "0123456789"));
        }
        m_bench->serve.finish(guidance);
        QTRY_COMPARE(m_bench->ended.size(), 1);
        QTEST(int(*m_bench->ended.at(0).at(0).value<Visit>().outcome()), "outcome");
    }

    void aKeyPressedTwiceActsOnce()
    {
        m_bench->issue();
        m_bench->issue();
        m_bench->serve.callNext();
        m_bench->serve.callNext();
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Called);
        QCOMPARE(m_bench->serve.ticket()->number, u"A001"_qs);
        m_bench->serve.callNext(); // somebody is called already
        m_bench->serve.begin();
        m_bench->serve.begin();
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
        m_bench->serve.finish();
        m_bench->serve.finish();
        QTRY_COMPARE(m_bench->ended.size(), 1);
        QCOMPARE(m_bench->hall.look().result()->next.size(), 1);
        QCOMPARE(m_bench->count(journal::kind::VisitOpened), 1);
        QCOMPARE(m_bench->failed.size(), 0);
    }

    void whoIsOnHoldComesBackToTheSameVisit()
    {
        const Ticket ticket = m_bench->issue();
        bring(*m_bench);
        const Id visit = m_bench->serve.visit().id();
        m_bench->serve.took(Id::v7(1, "0123456789"), u"2.000815"_qs);
        m_bench->serve.hold(u"photocopy"_qs);
        QTRY_COMPARE(m_bench->serve.turn(), Turn::None);
        m_bench->serve.serveWithoutTicket(); // somebody else meanwhile
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
        m_bench->serve.resume(ticket.id); // not while somebody is served
        QVERIFY(!m_bench->serve.isBusy());
        m_bench->serve.finish();
        QTRY_COMPARE(m_bench->ended.size(), 1);
        m_bench->serve.resume(ticket.id);
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
        QCOMPARE(m_bench->serve.visit().id(), visit);
        QCOMPARE(m_bench->serve.visit().dossiers().size(), 1);
        QCOMPARE(m_bench->count(journal::kind::VisitOpened), 2);
    }

    void theTurnGoesOnAfterACrash_data()
    {
        QTest::addColumn<bool>("served");
        QTest::addColumn<bool>("withTicket");
        QTest::newRow("called") << false << true;
        QTest::newRow("served") << true << true;
        QTest::newRow("served without a ticket") << true << false;
    }
    void theTurnGoesOnAfterACrash()
    {
        QFETCH(bool, served);
        QFETCH(bool, withTicket);
        Id visit;
        if (withTicket) {
            m_bench->issue();
            m_bench->serve.callNext();
            QTRY_COMPARE(m_bench->serve.turn(), Turn::Called);
            if (served) {
                m_bench->serve.begin();
            }
        } else {
            m_bench->serve.serveWithoutTicket();
        }
        if (served) {
            QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
            visit = m_bench->serve.visit().id();
        }
        Bench again(*m_place);
        again.takeUp();
        QCOMPARE(again.serve.turn(), served ? Turn::Serving : Turn::Called);
        QCOMPARE(again.serve.ticket().has_value(), withTicket);
        QCOMPARE(again.serve.visit().id(), visit);
        QCOMPARE(again.count(journal::kind::VisitOpened), served ? 1 : 0);
    }

    void whatWasWrittenOfADossierBeforeTheCrashIsKnown_data()
    {
        using State = VisitDossier::State;
        QTest::addColumn<QString>("written");
        QTest::addColumn<bool>("held");
        QTest::addColumn<int>("state");
        QTest::newRow("accepted") << u"accepted"_qs << false << int(State::Filed);
        QTest::newRow("accepted, and the turn was held") << u"accepted"_qs << true << int(State::Filed);
        QTest::newRow("refused") << u"refused"_qs << false << int(State::TurnedAway);
        QTest::newRow("sent back") << u"sent back"_qs << false << int(State::TurnedAway);
        QTest::newRow("sent back before this visit, and the form is filled again") << u"earlier"_qs << false << int(State::UnderWay);
        QTest::newRow("nothing") << QString() << false << int(State::UnderWay);
    }
    /** The journal is a transaction ahead of the note of the visit. */
    void whatWasWrittenOfADossierBeforeTheCrashIsKnown()
    {
        QFETCH(const QString, written);
        QFETCH(const bool, held);
        FileDossier filing(*m_place, nullptr);
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        const auto sendAway = [&](bool refused) {
            const QSignalSpy away(&filing, &FileDossier::turnedAway);
            StepDossier said{.reason = u"thiếu giấy"_qs};
            if (!refused) {
                said.asked = {{.name = u"Giấy khai sinh"_qs, .reason = u"thiếu"_qs, .originals = 1}};
            }
            filing.turnAway(refused, said);
            QTRY_COMPARE(away.size(), 1);
        };
        const Id dossier = filing.dossier();
        if (written == u"earlier") {
            sendAway(false);
        }
        const Ticket ticket = m_bench->issue();
        bring(*m_bench);
        const Id visit = m_bench->serve.visit().id();
        m_bench->serve.took(dossier, u"2.000635"_qs);
        if (written == u"accepted") {
            filing.accept();
            QTRY_COMPARE(filing.step(), FileDossier::Step::Accepted);
        } else if (written == u"refused" || written == u"sent back") {
            sendAway(written == u"refused");
        }
        QVERIFY(m_place->store.keepSetting(u"written"_qs, "1").result()); // and what was asked before it
        if (held) {
            m_bench->serve.hold(m_place->law.hall.holdPlaces.constFirst().id);
            QTRY_COMPARE(m_bench->serve.turn(), Turn::None);
        }
        Bench again(*m_place);
        again.takeUp();
        if (held) {
            again.serve.resume(ticket.id);
            QTRY_COMPARE(again.serve.turn(), Turn::Serving);
        }
        QCOMPARE(again.serve.visit().id(), visit);
        QTEST(int(again.serve.visit().dossiers().constFirst().state), "state");
        again.serve.finish();
        QTRY_COMPARE(again.ended.size(), 1);
        const Visit::Outcome outcome = *again.ended.at(0).at(0).value<Visit>().outcome();
        QCOMPARE(outcome == Visit::Outcome::Filed, written == u"accepted");
    }

    void aTurnWhoseVisitIsLostGetsAnother()
    {
        m_bench->issue();
        bring(*m_bench);
        const Id person = m_place->person;
        QVERIFY(m_place->store.keepOpen(QStringLiteral("turn.") + person.toString(), {}).result());
        Bench again(*m_place);
        again.takeUp();
        QCOMPARE(again.serve.turn(), Turn::Serving);
        QVERIFY(!again.serve.visit().id().isNull());
        QTRY_COMPARE(again.count(journal::kind::VisitOpened), 2);
    }

    void aTurnEndedTooEarlyIsBroughtBack_data()
    {
        QTest::addColumn<bool>("withTicket");
        QTest::newRow("with a ticket") << true;
        QTest::newRow("without one") << false;
    }
    void aTurnEndedTooEarlyIsBroughtBack()
    {
        QFETCH(bool, withTicket);
        if (withTicket) {
            m_bench->issue();
            bring(*m_bench);
        } else {
            m_bench->serve.serveWithoutTicket();
            QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
        }
        const Id filed = Id::v7(1, "0123456789");
        const Id left = Id::v7(2, "0123456789");
        m_bench->serve.took(filed, u"2.000815"_qs);
        m_bench->serve.filed(filed);
        m_bench->serve.took(left, u"1.001193"_qs);
        m_bench->serve.finish();
        QTRY_COMPARE(m_bench->ended.size(), 1);
        const Visit visit = m_bench->ended.at(0).at(0).value<Visit>();
        m_bench->serve.bringBack(m_bench->ended.at(0).at(1).value<Id>(), visit);
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
        QCOMPARE(m_bench->serve.ticket().has_value(), withTicket);
        QVERIFY(m_bench->serve.visit().id() != visit.id());
        QCOMPARE(m_bench->serve.visit().dossiers().size(), 1);
        QCOMPARE(m_bench->serve.visit().dossiers().constFirst().id, left);
        QVERIFY(!m_bench->visit(m_bench->serve.visit().id()).isClosed());
        QCOMPARE(m_bench->visit(visit.id()).outcome(), Visit::Outcome::Filed);
    }

    void whoIsHereIsLearntAndForgottenWithTheTurn()
    {
        const QMap<QString, QString> roles{{u"applicant.name"_qs, u"a"_qs}, {u"applicant.phone"_qs, u"b"_qs}, {u"applicant.address"_qs, u"c"_qs}};
        FormDraft form;
        form.set(u"a"_qs, FieldValue::given(u"K’Brôi"_qs));
        form.set(u"c"_qs, FieldValue::given(u"12 Trần Phú"_qs));
        m_bench->serve.learn(form, roles); // nobody is here
        m_bench->serve.serveWithoutTicket();
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
        QVERIFY(m_bench->serve.visit().submitter().answers.isEmpty());
        m_bench->serve.learn(form, roles);
        const QMap<QString, QString> others{{u"applicant.name"_qs, u"x"_qs}, {u"applicant.phone"_qs, u"y"_qs}, {u"applicant.address"_qs, u"z"_qs},
            {u"subject.name"_qs, u"s"_qs}};
        QCOMPARE(m_bench->serve.visit().carriedAnswers(others).values().keys(), QStringList(u"x"_qs)); // no address, nobody else
        QCOMPARE(m_bench->serve.visit().carriedAnswers(others).text(u"x"_qs), u"K’Brôi"_qs);
        QVERIFY(m_place->store.keepSetting(u"test"_qs, "x").result()); // what was written before is on the disk
        Bench again(*m_place);
        again.takeUp();
        QCOMPARE(again.serve.visit().carriedAnswers(others).text(u"x"_qs), u"K’Brôi"_qs);
        m_bench->serve.finish();
        QTRY_COMPARE(m_bench->ended.size(), 1);
        for (const journal::Entry &entry : m_bench->journal()) {
            QVERIFY(!entry.payload->bytes.contains(u"K’Brôi"_qs.toUtf8())); // the journal has the person in their dossiers
        }
    }

    void whatWasHeldForSomebodyWhoseTurnIsOverIsLetGo()
    {
        const Ticket ticket = m_bench->issue();
        bring(*m_bench);
        const Id visit = m_bench->serve.visit().id();
        m_bench->serve.hold(u"photocopy"_qs);
        QTRY_COMPARE(m_bench->serve.turn(), Turn::None);
        const auto held = [this] {
            const QStringList parts = m_place->store.ask(storage::OpenParts{}).result()->keys();
            return parts.filter(u"turn.held."_qs).size();
        };
        QCOMPARE(held(), 1);
        Bench meanwhile(*m_place);
        meanwhile.takeUp();
        QCOMPARE(held(), 1); // they are still away
        QVERIFY(m_bench->hall.step(ticket.id, {.step = TicketStep::Finish}).result());
        Bench again(*m_place);
        again.takeUp();
        QTRY_COMPARE(held(), 0);
        QTRY_COMPARE(m_bench->visit(visit).outcome(), Visit::Outcome::Left);
    }

    void whatSomebodyElseServesIsNotLetGo()
    {
        m_bench->issue();
        bring(*m_bench);
        const Id visit = m_bench->serve.visit().id();
        // Kept for the hold that is about to be written.
        const QByteArray bytes = QJsonDocument(m_bench->serve.visit().toJson()).toJson(QJsonDocument::Compact);
        QVERIFY(m_place->store.keepOpen(u"turn.held."_qs + m_bench->serve.ticket()->id.toString(), bytes).result());
        Workplace other = *m_place;
        other.person = Id::v7(7, "0123456789");
        Bench theirs(other);
        theirs.takeUp();
        QVERIFY(m_place->store.keepSetting(u"test"_qs, "x").result());
        QCOMPARE(m_place->store.ask(storage::OpenParts{}).result()->keys().filter(u"turn.held."_qs).size(), 1);
        QVERIFY(!m_bench->visit(visit).isClosed());
    }

    void aTurnThatAnotherDeskEndedIsLetGo()
    {
        const Ticket ticket = m_bench->issue();
        bring(*m_bench);
        const Id visit = m_bench->serve.visit().id();
        QVERIFY(m_bench->hall.step(ticket.id, {.step = TicketStep::Finish}).result());
        Bench again(*m_place);
        again.takeUp();
        QCOMPARE(again.serve.turn(), Turn::None);
        QTRY_COMPARE(m_bench->visit(visit).outcome(), Visit::Outcome::Left);
        Bench third(*m_place);
        third.takeUp();
        QCOMPARE(third.count(journal::kind::VisitClosed), 1);
    }

    void aVisitTheJournalHasClosedKeepsNobodyAtTheDesk_data()
    {
        QTest::addColumn<bool>("withTicket");
        QTest::addColumn<bool>("next");
        QTest::newRow("with a ticket") << true << false;
        QTest::newRow("without one") << false << false;
        QTest::newRow("without one, and the next comes") << false << true;
    }
    void aVisitTheJournalHasClosedKeepsNobodyAtTheDesk()
    {
        QFETCH(bool, withTicket);
        QFETCH(bool, next);
        if (withTicket) {
            m_bench->issue();
            bring(*m_bench);
        } else {
            m_bench->serve.serveWithoutTicket();
            QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
        }
        // The power failed after the journal had it and before this machine knew.
        const Visit visit = m_bench->serve.visit();
        const Result<Visit> closed = visit.closed(Visit::Outcome::Left, QDateTime::currentMSecsSinceEpoch() + 1);
        QVERIFY(closed);
        QVERIFY(m_place->store.record(m_place->act(visit.id(), CloseVisit{*closed}, visit.id())).result());
        Bench again(*m_place);
        again.takeUp();
        QCOMPARE(again.serve.turn(), Turn::Serving);
        if (next) {
            again.serve.serveWithoutTicket();
            QTRY_VERIFY(again.serve.visit().id() != visit.id());
        } else {
            again.serve.finish();
            QTRY_COMPARE(again.serve.turn(), Turn::None);
            QVERIFY(!again.hall.look().result()->inHand);
        }
        QCOMPARE(again.failed.size(), 0);
        QCOMPARE(again.count(journal::kind::VisitClosed), 1);
    }

    void afterAnEndNothingIsTakenUp()
    {
        m_bench->issue();
        bring(*m_bench);
        m_bench->serve.finish();
        QTRY_COMPARE(m_bench->ended.size(), 1);
        Bench again(*m_place);
        again.takeUp();
        QCOMPARE(again.serve.turn(), Turn::None);
    }

    void anEnvelopeIsServedLikeSomebodyWithoutATicket()
    {
        const Envelope begun{.arrivedOn = QDate(2026, 11, 20)};
        Envelope said = begun;
        said.number = QStringLiteral("RN123456785VN");
        said.sheets = 2;
        m_bench->serve.serveWithoutTicket(begun);
        QTRY_COMPARE(m_bench->serve.turn(), ServeVisit::Turn::Serving);
        QCOMPARE(m_bench->serve.visit().envelope(), std::optional(begun));
        m_bench->serve.cameByPost(said);
        QCOMPARE(m_bench->serve.visit().envelope(), std::optional(said));
        const Id visit = m_bench->serve.visit().id();
        const QString part = u"turn."_qs + m_place->person.toString();
        QTRY_VERIFY(m_place->store.ask(storage::OpenParts{}).result()->value(part).contains(said.number.toUtf8()));
        Bench again(*m_place);
        again.takeUp();
        QCOMPARE(again.serve.visit().id(), visit);
        QCOMPARE(again.serve.visit().envelope(), std::optional(said)); // after a crash it still lies open
        again.serve.serveWithoutTicket(); // the next one is somebody at the desk
        QTRY_VERIFY(again.serve.visit().id() != visit);
        QVERIFY(!again.serve.visit().envelope());
    }

    void theNextWithoutATicketEndsTheOneBefore()
    {
        m_bench->serve.serveWithoutTicket();
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Serving);
        const Id first = m_bench->serve.visit().id();
        m_bench->serve.serveWithoutTicket();
        QTRY_VERIFY(m_bench->serve.visit().id() != first);
        QCOMPARE(m_bench->visit(first).outcome(), Visit::Outcome::Left);
        QVERIFY(!m_bench->visit(m_bench->serve.visit().id()).isClosed());
    }

    void whoHasATicketIsNotPassedOver()
    {
        m_bench->issue();
        bring(*m_bench);
        const Id visit = m_bench->serve.visit().id();
        m_bench->serve.serveWithoutTicket();
        QVERIFY(!m_bench->serve.isBusy());
        QCOMPARE(m_bench->serve.visit().id(), visit);
    }

    void whoDoesNotComeIsCalledThreeTimesAndMayStillCome()
    {
        const Ticket ticket = m_bench->issue();
        m_bench->serve.callNext();
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Called);
        for (int calls = 2; calls <= 3; ++calls) {
            m_bench->serve.recall();
            QTRY_COMPARE(m_bench->serve.ticket()->calls, calls);
        }
        m_bench->serve.missed();
        QTRY_COMPARE(m_bench->serve.turn(), Turn::None);
        QCOMPARE(m_bench->hall.look().result()->missed.size(), 1);
        m_bench->serve.call(ticket.id);
        QTRY_COMPARE(m_bench->serve.turn(), Turn::Called);
    }

    void whoIsSentElsewhereWaitsThere_data()
    {
        QTest::addColumn<bool>("back");
        QTest::newRow("to another group") << false;
        QTest::newRow("back to the queue") << true;
    }
    void whoIsSentElsewhereWaitsThere()
    {
        QFETCH(bool, back);
        m_bench->issue();
        bring(*m_bench);
        const Id visit = m_bench->serve.visit().id();
        back ? m_bench->serve.putBack() : m_bench->serve.transfer(u"B"_qs);
        QTRY_COMPARE(m_bench->serve.turn(), Turn::None);
        const HallView view = *m_bench->hall.look().result();
        QCOMPARE(view.next.size(), 1);
        QCOMPARE(view.next.constFirst().group, back ? u"A"_qs : u"B"_qs);
        bring(*m_bench); // whose drafts are still there
        QCOMPARE(m_bench->serve.visit().id(), visit);
    }

    void whatCannotBeDoneIsSaidAndChangesNothing()
    {
        m_bench->serve.callNext();
        QTRY_COMPARE(m_bench->failed.size(), 1);
        QCOMPARE(m_bench->failed.at(0).at(0).value<Error>().code, ErrorCode::NobodyWaits);
        QCOMPARE(m_bench->serve.turn(), Turn::None);
        QVERIFY(!m_bench->serve.isBusy());
    }

private:
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<Bench> m_bench;
};

QTEST_MAIN(tst_ServeVisit)
#include "tst_ServeVisit.moc"
