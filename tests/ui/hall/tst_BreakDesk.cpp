// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HallQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/OpenDay.h"
#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/form/FormPage.h"
#include "ui/hall/BreakPage.h"
#include "ui/hall/HallDesk.h"
#include "ui/hall/ShiftHandOverPage.h"
#include "ui/hall/TicketPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/SignInPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/widgets/PaperTable.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>

using namespace motcua;
using Turn = ServeVisit::Turn;

/** Does something as soon as the list of work stands in the window. */
class AtTheList : public QObject
{
public:
    explicit AtTheList(std::function<void()> act)
        : m_act(std::move(act))
    {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show && qobject_cast<WorklistPage *>(watched)) {
            std::exchange(m_act, [] { })();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_act;
};

/** Lunch and the end of a shift, with somebody on hold and forms begun; by keys alone. */
class tst_BreakDesk : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::named(Theme::Name::Light).wear(*qApp, 100); }
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void whoIsOnHoldIsShownBeforeTheBreak()
    {
        signIn();
        holdSomebody();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(shown<BreakPage>());
        auto *table = shown<BreakPage>()->findChild<PaperTable *>();
        QCOMPARE(table->rowCount(), 1);
        QVERIFY2(table->item(0, 1)->text().startsWith(u"A001 · "), qPrintable(table->item(0, 1)->text()));
        QVERIFY(!table->item(0, 2)->text().isEmpty()); // the form begun for them
        QVERIFY2(table->item(0, 3)->text().startsWith(u"stays"), qPrintable(table->item(0, 3)->text()));
        picture(u"break-page"_qs);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        QVERIFY(!hall()->isPaused());
    }

    void whatBecomesOfThemIsOneKey_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("isTakenBack");
        QTest::newRow("stays") << int(Qt::Key_S) << int(TicketState::OnHold) << true;
        QTest::newRow("back to the queue") << int(Qt::Key_Q) << int(TicketState::Waiting) << false;
        QTest::newRow("to another desk, where there is none") << int(Qt::Key_D) << int(TicketState::OnHold) << true;
    }
    void whatBecomesOfThemIsOneKey()
    {
        QFETCH(int, key);
        QFETCH(int, state);
        QFETCH(bool, isTakenBack);
        signIn();
        holdSomebody();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(shown<BreakPage>());
        press(key);
        sayBackLater();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(hall()->isPaused());
        QTRY_VERIFY(shown<WorklistPage>());
        QVERIFY2(said().startsWith(u"On a break until 23:59"), qPrintable(said()));
        QCOMPARE(int(live().constFirst().state), state);
        QCOMPARE(live().constFirst().issuedAtMs, m_issued);
        QCOMPARE(said().contains(u"Ctrl+Z"), isTakenBack);
        press(Qt::Key_Z, Qt::ControlModifier);
        if (isTakenBack) {
            QTRY_VERIFY(!hall()->isPaused());
            QVERIFY2(said().contains(u"serves again"), qPrintable(said()));
        } else {
            QVERIFY(hall()->isPaused());
        }
    }

    void anotherDeskThatIsOpenTakesThemOver()
    {
        closeDesk();
        openDesk([](const Workplace &made) {
            Workplace beside = made;
            beside.unit.deskNumber = 4;
            QVERIFY(OpenDay(beside).open({}, QDateTime::currentMSecsSinceEpoch()).result());
        });
        signIn();
        holdSomebody();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(shown<BreakPage>());
        const auto *table = shown<BreakPage>()->findChild<PaperTable *>();
        press(Qt::Key_D);
        QVERIFY2(table->item(0, 3)->text().contains(u"Desk 4"), qPrintable(table->item(0, 3)->text()));
        press(Qt::Key_S); // and back
        QVERIFY2(table->item(0, 3)->text().startsWith(u"stays"), qPrintable(table->item(0, 3)->text()));
        press(Qt::Key_D);
        press(Qt::Key_D); // there is one: it stays that one
        sayBackLater();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(hall()->isPaused());
        QCOMPARE(live().constFirst().state, TicketState::Waiting);
        QVERIFY2(live().constFirst().forDesk.endsWith(u"/4"), qPrintable(live().constFirst().forDesk));
        QCOMPARE(live().constFirst().issuedAtMs, m_issued);
    }

    void aTimeThatIsNoneIsSaidAndNothingIsDone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("words") << "soon";
        QTest::newRow("past") << "0:00";
        QTest::newRow("nothing") << "";
    }
    void aTimeThatIsNoneIsSaidAndNothingIsDone()
    {
        QFETCH(QString, typed);
        signIn();
        holdSomebody();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(shown<BreakPage>());
        press(Qt::Key_Return);
        type(typed.isEmpty() ? u"x"_qs : typed);
        if (typed.isEmpty()) {
            press(Qt::Key_Backspace);
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"When you are back is no time"), qPrintable(said()));
        QVERIFY(!hall()->isPaused());
        QVERIFY(shown<BreakPage>());
    }

    void aKeyPressedAsTheListAppearsIsNotLost()
    {
        const AtTheList pressing([this] { press(Qt::Key_B, Qt::ControlModifier); });
        signIn();
        QTRY_VERIFY2(said().startsWith(u"How long is the break?"), qPrintable(said()));
    }

    void withNothingInHandABreakIsAsQuickAsEver()
    {
        signIn();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"How long is the break?"), qPrintable(said()));
        press(Qt::Key_3);
        QTRY_VERIFY(hall()->isPaused());
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!hall()->isPaused());
    }

    void theShiftIsHandedOverInThirtySeconds()
    {
        admitOfficer();
        signIn();
        holdSomebody();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(shown<BreakPage>());
        m_keys = 0;
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(shown<ShiftHandOverPage>());
        picture(u"shift-hand-over"_qs);
        QCOMPARE(window()->focusWidget(), shown<ShiftHandOverPage>()->firstField());
        QTest::keyClicks(window()->focusWidget(), TrainingDesk::officerPassword()); // there is one colleague
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_VERIFY2(said().startsWith(TrainingDesk::administrator() + u" handed the shift to you."_qs), qPrintable(said()));
        QVERIFY(m_keys <= 3); // and a password
        const Workplace place = m_counter->visit()->filing()->place();
        QCOMPARE(place.personName, TrainingDesk::officer());
        QTRY_COMPARE(live().size(), 1);
        QCOMPARE(live().constFirst().now().person, place.person);
        QCOMPARE(TrainingDesk::told(place.store, journal::kind::ShiftHandedOver), 1);
        QCOMPARE(place.store.ask(storage::Drafts{.person = place.person}).result()->size(), 1);
        press(Qt::Key_H, Qt::ControlModifier); // and goes on with them
        QTRY_COMPARE(hall()->turn()->turn(), Turn::Serving);
        QTRY_VERIFY(shown<FormPage>());
    }

    void whatAnotherDeskWentOnWithIsNotHandedOver()
    {
        admitOfficer();
        signIn();
        holdSomebody();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(shown<BreakPage>());
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(shown<ShiftHandOverPage>());
        const Workplace place = m_counter->visit()->filing()->place();
        Act beside = place.act(live().constFirst().id, StepTicket{.step = TicketStep::Finish});
        QVERIFY(place.store.record(beside).result());
        QTest::keyClicks(window()->focusWidget(), TrainingDesk::officerPassword());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"A001"), qPrintable(said()));
        QCOMPARE(TrainingDesk::told(place.store, journal::kind::ShiftHandedOver), 0);
        const auto isNew = [this] {
            const QList<QLabel *> labels = shown<ShiftHandOverPage>()->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *one) { return one->isVisible() && one->text() == u"Nobody is on hold."; });
        };
        QTRY_VERIFY(isNew());
        QTest::keyClicks(window()->focusWidget(), TrainingDesk::officerPassword());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(TrainingDesk::told(place.store, journal::kind::ShiftHandedOver), 1);
    }

    void whoCannotSignTakesNothing_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::newRow("another password") << "la mot mat khau khac";
        QTest::newRow("digits of no PIN") << "123456";
    }
    void whoCannotSignTakesNothing()
    {
        QFETCH(QString, secret);
        admitOfficer();
        signIn();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"How long is the break?"), qPrintable(said()));
        press(Qt::Key_6); // nobody opened the day: open, 10, 15, 30, back office, hand over
        QTRY_VERIFY(shown<ShiftHandOverPage>());
        type(secret);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"password"), qPrintable(said()));
        QVERIFY(shown<ShiftHandOverPage>());
        const Workplace place = m_counter->visit()->filing()->place();
        QCOMPARE(place.personName, TrainingDesk::administrator());
        QCOMPARE(TrainingDesk::told(place.store, journal::kind::ShiftHandedOver), 0);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(window()->focusWidget()) && qobject_cast<QLineEdit *>(window()->focusWidget())->text().isEmpty());
        press(Qt::Key_Escape); // what was said
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }

private:
    /** Somebody with a ticket, a form begun for them, and now at the photocopier. */
    void holdSomebody()
    {
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        press(Qt::Key_A);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(hall()->waiting(), 1);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        press(Qt::Key_F3);
        QTRY_COMPARE(hall()->turn()->turn(), Turn::Called);
        press(Qt::Key_F5);
        QTRY_VERIFY(shown<ProcedurePage>());
        press(Qt::Key_Return); // the first procedure
        QTRY_VERIFY(shown<FormPage>());
        const Id dossier = m_counter->visit()->filing()->dossier();
        test::commit(window(), u"Hoàng Văn Thử"_qs);
        const storage::Store store = m_counter->visit()->filing()->place().store;
        QTRY_VERIFY(store.ask(storage::DraftById{dossier}).result()->has_value());
        press(Qt::Key_F7);
        press(Qt::Key_1);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_COMPARE(live().constFirst().state, TicketState::OnHold);
        m_issued = live().constFirst().issuedAtMs;
    }
    /** The last minute of the day is ahead whenever this runs. */
    void sayBackLater()
    {
        press(Qt::Key_Return);
        QVERIFY(qobject_cast<QLineEdit *>(window()->focusWidget()));
        type(u"23:59"_qs);
    }
    void admitOfficer()
    {
        const Result<SignedInPerson> head = TrainingDesk::headIn(*m_door);
        QVERIFY(head);
        QVERIFY(TrainingDesk::admitOfficer(*head));
    }
    /** As officers see it, at the size of the specification, in both lights. */
    void picture(const QString &name)
    {
        for (const Theme::Name theme : {Theme::Name::Dark, Theme::Name::Light}) {
            Theme::named(theme).wear(*qApp, 100);
            window()->resize(1366, 698); // a form before it may have asked for more
            QCOMPARE(window()->width(), 1366);
            QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
            test::screenshot(window(), theme == Theme::Name::Dark ? name + u"-dark"_qs : name);
        }
    }
    [[nodiscard]] HallDesk *hall() const { return m_counter->hall(); }
    [[nodiscard]] QList<Ticket> live() const
    {
        const QDate day = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
        return m_counter->visit()->filing()->place().store.ask(storage::HallNow{day}).result()->live;
    }

    Language m_language{Language::Code::English};
    qint64 m_issued = 0; ///< when the ticket of who is on hold was drawn
};

QTEST_MAIN(tst_BreakDesk)
#include "tst_BreakDesk.moc"
