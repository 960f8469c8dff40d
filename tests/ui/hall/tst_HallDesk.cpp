// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/LocalHall.h"
#include "app/storage/HallQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FormPage.h"
#include "ui/hall/HallDesk.h"
#include "ui/hall/OpenDayPage.h"
#include "ui/hall/TicketPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/Counter.h"
#include "ui/shell/SignInPage.h"
#include "ui/shell/TopBar.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace motcua;
using Turn = ServeVisit::Turn;

/** A morning in the hall at a real desk, by keys alone. */
class tst_HallDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        made->store.close();
        open();
    }

    void cleanup()
    {
        m_counter.reset();
        m_door.reset();
        m_desk.reset();
    }

    void theDayIsOpenedWithTheMoneyInTheDrawer_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("cash");
        QTest::newRow("short") << "500k" << qint64{500'000};
        QTest::newRow("with dots") << "1.250.000" << qint64{1'250'000};
        QTest::newRow("none") << "" << qint64{0};
    }
    void theDayIsOpenedWithTheMoneyInTheDrawer()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, cash);
        signIn();
        QTRY_VERIFY(shown<OpenDayPage>());
        test::screenshot(window(), u"open-day"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::commit(window(), typed);
        press(Qt::Key_Return);
        QVERIFY(shown<OpenDayPage>()); // only Ctrl+Enter commits
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        const QList<Shift> shifts = this->shifts();
        QCOMPARE(shifts.size(), 1);
        QCOMPARE(shifts.constFirst().cash, Money{cash});
        again();
        QTRY_VERIFY(shown<WorklistPage>());
        settle();
        QVERIFY(shown<WorklistPage>()); // once a day
    }

    void whatIsNoAmountOpensNothing()
    {
        signIn();
        QTRY_VERIFY(shown<OpenDayPage>());
        test::commit(window(), u"năm trăm"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"is not an amount"), qPrintable(said()));
        QVERIFY(shifts().isEmpty());
        QCOMPARE(qobject_cast<QLineEdit *>(window()->focusWidget())->text(), u"năm trăm"_qs);
    }

    void theFirstPageOfTheDayIsSkippedForTheDay()
    {
        enter();
        QVERIFY(shifts().isEmpty());
        again();
        QTRY_VERIFY(shown<WorklistPage>());
        settle();
        QVERIFY(shown<WorklistPage>());
    }

    void whatWasSkippedInTheMorningCanStillBeDone()
    {
        enter();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"How long is the break?"), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_VERIFY(shown<OpenDayPage>());
        test::commit(window(), u"200k"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QCOMPARE(shifts().constFirst().cash, Money{200'000});
    }

    void oneKeyCallsTheNextTicketAndOneServesIt()
    {
        enter();
        draw(Qt::Key_A);
        press(Qt::Key_F3);
        QTRY_COMPARE(turn(), Turn::Called);
        press(Qt::Key_F5);
        QTRY_VERIFY(shown<ProcedurePage>());
        QCOMPARE(turn(), Turn::Serving);
        QCOMPARE(hall()->turn()->ticket()->number, u"A001"_qs);
        press(Qt::Key_F8);
        QTRY_VERIFY(shown<WorklistPage>());
        QCOMPARE(turn(), Turn::None);
        QVERIFY2(said().contains(u"A001 is finished."), qPrintable(said()));
    }

    void anOfficeWithoutTicketsSeesNoHall()
    {
        enter();
        QTRY_VERIFY(!window()->hall()->isVisible());
        draw(Qt::Key_A);
        QTRY_VERIFY(window()->hall()->isVisible());
    }

    void aKeyThatCannotActSaysWhy_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("with");
        QTest::addColumn<QString>("sentence");
        const int ctrl = int(Qt::ControlModifier);
        QTest::newRow("nobody waits") << "" << int(Qt::Key_F3) << 0 << "Nobody is waiting for this desk.";
        QTest::newRow("recall nobody") << "" << int(Qt::Key_F4) << 0 << "Nobody is called.";
        QTest::newRow("begin nobody") << "" << int(Qt::Key_F5) << 0 << "Nobody is called.";
        QTest::newRow("hold nobody") << "" << int(Qt::Key_F7) << 0 << "Nobody is being served.";
        QTest::newRow("finish nobody") << "" << int(Qt::Key_F8) << 0 << "Nobody is being served.";
        QTest::newRow("resume nobody") << "" << int(Qt::Key_H) << ctrl << "Nobody is on hold";
        QTest::newRow("another for nobody") << "" << int(Qt::Key_T) << ctrl << "Nobody is being served.";
        QTest::newRow("call while called") << "called" << int(Qt::Key_F3) << 0 << "A001 is called.";
        QTest::newRow("finish while called") << "called" << int(Qt::Key_F8) << 0 << "A001 is called and not here yet.";
        QTest::newRow("without a ticket while called") << "called" << int(Qt::Key_N) << ctrl << "A001 is called.";
        QTest::newRow("break while called") << "called" << int(Qt::Key_B) << ctrl << "A001 is called.";
        QTest::newRow("call while served") << "served" << int(Qt::Key_F3) << 0 << "A001 is still here.";
        QTest::newRow("recall while served") << "served" << int(Qt::Key_F4) << 0 << "Nobody is called.";
        QTest::newRow("hold without a ticket") << "walk-in" << int(Qt::Key_F7) << 0 << "Only a ticket can be put on hold.";
        QTest::newRow("call while somebody is here") << "walk-in" << int(Qt::Key_F3) << 0 << "Somebody without a ticket is still here.";
    }
    void aKeyThatCannotActSaysWhy()
    {
        QFETCH(QString, state);
        QFETCH(int, key);
        QFETCH(int, with);
        QFETCH(QString, sentence);
        enter();
        bring(state);
        const Turn before = turn();
        press(key, Qt::KeyboardModifiers(with));
        QTRY_VERIFY2(said().startsWith(sentence), qPrintable(said()));
        QCOMPARE(turn(), before);
    }

    void whoGoesAwayIsHeldWithPlaceAndFormAndComesBack()
    {
        enter();
        bring(u"served"_qs);
        test::commit(window(), u"trich luc"_qs);
        press(Qt::Key_Return);
        QVERIFY(shown<FormPage>());
        QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs));
        test::commit(window(), u"K’Brôi"_qs);
        press(Qt::Key_F7);
        QVERIFY2(said().startsWith(u"Where does A001 go?"), qPrintable(said()));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"hold"_qs);
        press(Qt::Key_Escape);
        QVERIFY(shown<FormPage>()); // a question that is left changes nothing
        QCOMPARE(turn(), Turn::Serving);
        press(Qt::Key_F7);
        press(Qt::Key_1);
        QTRY_VERIFY(shown<WorklistPage>());
        QVERIFY2(said().startsWith(u"A001 is on hold (At the photocopier)."), qPrintable(said()));
        QTRY_COMPARE(held(), 1);
        press(Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(m_counter->visit()->filing()->form().text(u"requester.name"_qs), u"K’Brôi"_qs);
        QCOMPARE(turn(), Turn::Serving);
        QCOMPARE(m_counter->visit()->filing()->visit(), hall()->turn()->visit().id());
    }

    void whoDoesNotComeIsMissedAfterTheThirdCall()
    {
        enter();
        bring(u"called"_qs);
        for (int calls = 2; calls <= 3; ++calls) {
            press(Qt::Key_F4);
            QTRY_COMPARE(hall()->turn()->ticket()->calls, calls);
        }
        press(Qt::Key_F4);
        QVERIFY2(said().startsWith(u"A001 was called 3 times."), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_COMPARE(turn(), Turn::None);
        QTRY_VERIFY2(said().startsWith(u"A001 did not come."), qPrintable(said()));
        press(Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"Who is back?"), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_COMPARE(turn(), Turn::Called);
    }

    void whoIsForgottenIsAskedAboutAndNobodysKeyboardIsTaken()
    {
        Lawbook law = TrainingDesk::law();
        law.hall.forgottenMinutes = 0; // at the next tick
        m_counter.reset();
        open(law);
        enter();
        bring(u"served"_qs);
        const QWidget *field = window()->focusWidget();
        QTRY_VERIFY2(said().startsWith(u"Nothing was done for A001"), qPrintable(said()));
        QCOMPARE(window()->focusWidget(), field);
        press(Qt::Key_F6);
        press(Qt::Key_2);
        QTRY_COMPARE(turn(), Turn::None);
    }

    void whomAnotherDeskMovedIsNotInHandAnyMore()
    {
        enter();
        bring(u"called"_qs);
        const Workplace place = m_counter->visit()->filing()->place();
        LocalHall elsewhere(place.store, place.act({}, AddNote{}), place.law.hall); // the same person at another program
        QVERIFY(elsewhere.step(hall()->turn()->ticket()->id, {.step = TicketStep::Transfer, .group = u"B"_qs}).result());
        QTRY_COMPARE(turn(), Turn::None);
        QTRY_COMPARE(hall()->waiting(), 1);
        press(Qt::Key_F3);
        QTRY_COMPARE(turn(), Turn::Called);
    }

    void whoIsSentToAnotherGroupKeepsTheTimeWaited()
    {
        enter();
        bring(u"served"_qs);
        const qint64 issued = hall()->turn()->ticket()->issuedAtMs;
        press(Qt::Key_F7, Qt::ShiftModifier);
        QTRY_VERIFY(shown<TicketPage>());
        QCOMPARE(shown<TicketPage>()->heading(), u"Transfer A001"_qs);
        press(Qt::Key_A); // they are there already
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"It is not chosen yet"), qPrintable(said()));
        press(Qt::Key_B);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QCOMPARE(turn(), Turn::None);
        QCOMPARE(seen().live.constFirst().group, u"B"_qs);
        QCOMPARE(seen().live.constFirst().issuedAtMs, issued);
        press(Qt::Key_N, Qt::AltModifier); // the page draws again
        QTRY_VERIFY(shown<TicketPage>());
        QCOMPARE(shown<TicketPage>()->heading(), u"Draw a ticket"_qs);
    }

    void whatWasEndedByMistakeIsTakenBack()
    {
        enter();
        bring(u"served"_qs);
        const Id first = hall()->turn()->visit().id();
        press(Qt::Key_F8);
        QTRY_COMPARE(turn(), Turn::None);
        QTRY_VERIFY(said().contains(u"Ctrl+Z"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(turn(), Turn::Serving);
        QCOMPARE(hall()->turn()->ticket()->number, u"A001"_qs);
        QVERIFY(hall()->turn()->visit().id() != first);
        press(Qt::Key_Z, Qt::ControlModifier); // nothing is left to take back
        QTRY_VERIFY(said().contains(u"nothing to do on this page"));
    }

    void anotherDossierBelongsToTheSameVisit()
    {
        enter();
        bring(u"served"_qs);
        for (int count = 1; count <= 2; ++count) {
            QTRY_VERIFY(shown<ProcedurePage>());
            test::commit(window(), u"trich luc"_qs);
            press(Qt::Key_Return);
            QTRY_VERIFY(shown<FormPage>());
            QTRY_COMPARE(hall()->turn()->visit().dossiers().size(), count);
            QCOMPARE(m_counter->visit()->filing()->visit(), hall()->turn()->visit().id());
            // Who is here is typed once; what the first dossier is about is not the second one's.
            QCOMPARE(m_counter->visit()->filing()->form().text(u"requester.name"_qs), count == 1 ? QString() : u"K’Brôi"_qs);
            QCOMPARE(m_counter->visit()->filing()->form().text(u"record.name"_qs), QString());
            QVERIFY(shown<FormPage>()->focusField(u"record.name"_qs));
            test::commit(window(), u"Nguyễn Bảo An"_qs);
            QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs));
            press(Qt::Key_A, Qt::ControlModifier);
            test::commit(window(), u"K’Brôi"_qs);
            press(Qt::Key_T, Qt::ControlModifier);
        }
    }

    void formsOfWhoIsHereComeBeforeTheNextCitizen()
    {
        enter();
        bring(u"served"_qs);
        for (const QString &name : {u"K’Brôi"_qs, u"Y Thiêm"_qs}) {
            QTRY_VERIFY(shown<ProcedurePage>());
            test::commit(window(), u"trich luc"_qs);
            press(Qt::Key_Return);
            QTRY_VERIFY(shown<FormPage>());
            QVERIFY(shown<FormPage>()->focusField(u"record.name"_qs));
            test::commit(window(), name);
            if (name == u"K’Brôi") {
                press(Qt::Key_T, Qt::ControlModifier);
            }
        }
        TrainingDesk::fill(*m_counter->visit()->filing());
        press(Qt::Key_6, Qt::AltModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<AcceptedPage>());
        QCOMPARE(shown<AcceptedPage>()->acts().constLast().label, u"Next dossier of this visit"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(m_counter->visit()->filing()->form().text(u"record.name"_qs), u"K’Brôi"_qs);
        QCOMPARE(turn(), Turn::Serving);
    }

    void aBreakIsAnnouncedAndEnds()
    {
        enter();
        draw(Qt::Key_A);
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"How long is the break?"), qPrintable(said()));
        press(Qt::Key_3); // nobody opened the day: that comes first
        QTRY_VERIFY2(said().startsWith(u"On a break until"), qPrintable(said()));
        QTRY_VERIFY(hall()->isPaused());
        press(Qt::Key_F3);
        QTRY_VERIFY2(said().contains(u"serves again"), qPrintable(said()));
        QCOMPARE(turn(), Turn::None);
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(!hall()->isPaused());
        press(Qt::Key_F3);
        QTRY_COMPARE(turn(), Turn::Called);
        QCOMPARE(shifts().size(), 1);
    }

    void theOldGoAheadAndTheDeskKnowsTheirNeeds()
    {
        enter();
        draw(Qt::Key_A);
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        press(Qt::Key_A);
        press(Qt::Key_Return); // on to what the desk must know
        auto *box = qobject_cast<QCheckBox *>(window()->focusWidget());
        QVERIFY(box);
        press(Qt::Key_Space);
        QVERIFY(box->isChecked());
        test::screenshot(window(), u"draw-ticket"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(hall()->waiting() == 2, qPrintable(said()));
        QVERIFY(!box->isChecked()); // the next citizen is another one
        press(Qt::Key_Escape);
        press(Qt::Key_F3);
        QTRY_COMPARE(turn(), Turn::Called);
        QCOMPARE(hall()->turn()->ticket()->number, u"A002"_qs);
    }

    void arrowsChooseFromTheFirstRowOn()
    {
        enter();
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(hall()->waiting(), 1);
        QCOMPARE(seen().live.constFirst().group, u"B"_qs);
    }

    void aTicketForNothingIsNotDrawn()
    {
        enter();
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"It is not chosen yet"), qPrintable(said()));
        QCOMPARE(hall()->waiting(), 0);
    }

    void whoIsServedWaitsForTheirOfficer()
    {
        enter();
        bring(u"served"_qs);
        const Workplace place = m_counter->visit()->filing()->place();
        const Id visit = hall()->turn()->visit().id();
        admitOther();
        press(Qt::Key_F12);
        QTRY_VERIFY(shown<SignInPage>());
        signInAs(TrainingDesk::officer(), TrainingDesk::officerPassword());
        QTRY_VERIFY(shown<OpenDayPage>()); // another officer, another day
        QTRY_COMPARE(turn(), Turn::None);
        QVERIFY(hall()->turn()->visit().id() != visit);
        QTRY_COMPARE(seen().live.constFirst().state, TicketState::OnHold); // nobody serves them meanwhile, and any desk may
        QCOMPARE(seen().live.constFirst().now().place, ServeVisit::OfficerAway);
        press(Qt::Key_Escape);
        press(Qt::Key_F12);
        QTRY_VERIFY(shown<SignInPage>());
        signInAs(TrainingDesk::administrator(), TrainingDesk::password());
        QTRY_VERIFY2(said().contains(u"A001 was put on hold"), qPrintable(said()));
        QCOMPARE(turn(), Turn::None); // nothing happens by itself
        press(Qt::Key_H, Qt::ControlModifier);
        QTRY_COMPARE(turn(), Turn::Serving);
        QCOMPARE(hall()->turn()->visit().id(), visit);
        QCOMPARE(hall()->turn()->ticket()->number, u"A001"_qs);
    }

    void whoSignsOutLeavesNobodyInService_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("after");
        QTest::newRow("called") << "called" << int(TicketState::Waiting);
        QTest::newRow("served") << "served" << int(TicketState::OnHold);
    }
    void whoSignsOutLeavesNobodyInService()
    {
        QFETCH(QString, state);
        QFETCH(int, after);
        enter();
        bring(state);
        const storage::Store store = m_counter->visit()->filing()->place().store;
        Q_EMIT window()->topBar()->signOutPressed();
        QTRY_VERIFY(shown<SignInPage>());
        const auto ticket = [&store] { return store.ask(storage::HallNow{vietnamTime(QDateTime::currentMSecsSinceEpoch()).date()}).result()->live.constFirst(); };
        QTRY_COMPARE(int(ticket().state), after);
    }

    void anotherOfficerGoesOnWithWhatWasBegunForTheTicket()
    {
        enter();
        bring(u"served"_qs);
        press(Qt::Key_Return); // the first procedure
        QTRY_VERIFY(shown<FormPage>());
        const Id dossier = m_counter->visit()->filing()->dossier();
        QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs) || shown<FormPage>()->focusField(u"person.name"_qs)
            || shown<FormPage>()->focusField(u"owner.name"_qs));
        test::commit(window(), u"Hoàng Văn Thử"_qs);
        QTRY_VERIFY(!m_counter->visit()->filing()->place().store.ask(storage::DraftById{dossier}).result()->value_or(storage::Draft()).form.isEmpty());
        admitOther();
        press(Qt::Key_F12);
        QTRY_VERIFY(shown<SignInPage>());
        signInAs(TrainingDesk::officer(), TrainingDesk::officerPassword());
        QTRY_VERIFY(shown<OpenDayPage>());
        press(Qt::Key_Escape);
        QTRY_COMPARE(seen().live.constFirst().state, TicketState::OnHold);
        press(Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(m_counter->visit()->filing()->dossier(), dossier);
    }

    void aTurnGoesOnAfterTheProgramEnded_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("turn");
        QTest::newRow("called") << "called" << int(Turn::Called);
        QTest::newRow("served") << "served" << int(Turn::Serving);
        QTest::newRow("without a ticket") << "walk-in" << int(Turn::Serving);
    }
    void aTurnGoesOnAfterTheProgramEnded()
    {
        QFETCH(QString, state);
        QFETCH(int, turn);
        enter();
        bring(state);
        again();
        QTRY_COMPARE(int(this->turn()), turn);
    }

private:
    void open(const Lawbook &law = TrainingDesk::law())
    {
        m_door = std::make_unique<SignIn>(m_desk->folder(), law, security::ScryptCost::forTests());
        m_counter = std::make_unique<Counter>(m_door.get(), nullptr);
        m_counter->setPeople({{TrainingDesk::administrator(), {}}}, true);
        m_counter->start();
        test::present(window(), {1366, 698});
    }
    /** The program is started again. */
    void again()
    {
        m_counter.reset();
        m_door.reset();
        open();
        signIn();
    }
    void signIn()
    {
        QVERIFY(qobject_cast<QLineEdit *>(window()->focusWidget()));
        QTest::keyClicks(window()->focusWidget(), TrainingDesk::password());
        press(Qt::Key_Return);
    }
    void signInAs(const QString &name, const QString &password)
    {
        m_counter->expect(name);
        QTest::keyClicks(window()->focusWidget(), password);
        press(Qt::Key_Return);
    }
    void admitOther()
    {
        const auto door = m_desk->door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        QVERIFY(TrainingDesk::admitOfficer(*head));
    }
    /** Signed in, past the first page of the day. */
    void enter()
    {
        signIn();
        QTRY_VERIFY(shown<OpenDayPage>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }
    void draw(Qt::Key letter)
    {
        const int before = hall()->waiting();
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        press(letter);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(hall()->waiting(), before + 1);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }
    void bring(const QString &state)
    {
        if (state == u"walk-in") {
            press(Qt::Key_N, Qt::ControlModifier);
            QTRY_COMPARE(turn(), Turn::Serving);
            QTRY_VERIFY(shown<ProcedurePage>());
        } else if (!state.isEmpty()) {
            draw(Qt::Key_A);
            press(Qt::Key_F3);
            QTRY_COMPARE(turn(), Turn::Called);
            if (state == u"served") {
                press(Qt::Key_F5);
                QTRY_COMPARE(turn(), Turn::Serving);
                QTRY_VERIFY(shown<ProcedurePage>());
            }
        }
    }
    /** Whatever was asked of the store before has come. */
    void settle()
    {
        QTRY_VERIFY(m_counter->visit()->filing());
        QVERIFY(m_counter->visit()->filing()->place().store.ask(storage::ShiftsOfDay{}).result());
        QTRY_VERIFY(!hall()->turn()->isBusy());
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(window()->focusWidget(), static_cast<Qt::Key>(key), with); }
    [[nodiscard]] MainWindow *window() const { return m_counter->window(); }
    [[nodiscard]] HallDesk *hall() const { return m_counter->hall(); }
    [[nodiscard]] Turn turn() const { return hall()->turn() ? hall()->turn()->turn() : Turn::None; }
    template <typename T>
    [[nodiscard]] T *shown() const
    {
        return qobject_cast<T *>(window()->page());
    }
    [[nodiscard]] QString said() const { return window()->strip()->isVisible() ? window()->strip()->notice().text : QString(); }
    [[nodiscard]] storage::HallNow::Hall seen() const
    {
        const QDate day = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
        return *m_counter->visit()->filing()->place().store.ask(storage::HallNow{day}).result();
    }
    [[nodiscard]] int held() const
    {
        const QList<Ticket> live = seen().live;
        return static_cast<int>(std::count_if(live.cbegin(), live.cend(), [](const Ticket &one) { return one.state == TicketState::OnHold; }));
    }
    [[nodiscard]] QList<Shift> shifts() const { return seen().shifts; }

    Language m_language{Language::Code::English};
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<Counter> m_counter;
};

QTEST_MAIN(tst_HallDesk)
#include "tst_HallDesk.moc"
