// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/CounterStory.h"
#include "ui/hall/HallDesk.h"
#include "ui/hall/TicketPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/IdleWatch.h"
#include "ui/shell/SignInPage.h"
#include "ui/visit/ProcedurePage.h"

using namespace motcua;
using Turn = ServeVisit::Turn;

/** A desk that nobody touches hides itself, but never before a citizen. */
class tst_IdleLock : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void hidesAsByItsKeyAndEverythingIsAsItWas()
    {
        signIn();
        QSignalSpy nearly(idle(), &IdleWatch::nearlyIdle);
        idle()->setTimes(30, 30);
        QTRY_VERIFY(shown<SignInPage>());
        QCOMPARE(nearly.size(), 1);
        QVERIFY(window()->isLocked());
        idle()->setMinutes(0);
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<WorklistPage>());
    }

    void hidesWhileAnEnvelopeLiesOpen()
    {
        signIn();
        m_counter->hall()->beginEnvelope(); // nobody stands there
        QTRY_VERIFY(shown<ProcedurePage>());
        idle()->setTimes(30, 30);
        QTRY_VERIFY(shown<SignInPage>());
        idle()->setMinutes(0);
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ProcedurePage>());
        QVERIFY(turn()->visit().envelope());
    }

    void saysSoBeforeAndAnyKeyKeepsItOpen()
    {
        signIn();
        idle()->setTimes(30, 60'000);
        QTRY_VERIFY2(said().startsWith(u"Nobody has touched this desk"), qPrintable(said()));
        press(Qt::Key_Escape); // only the line goes, not the page
        QTRY_VERIFY(!window()->strip()->isVisible() || !said().startsWith(u"Nobody has touched this desk"));
        QVERIFY(shown<WorklistPage>());
        QVERIFY(!window()->isLocked());
    }

    void neverHidesWhileSomebodyIsThere_data()
    {
        QTest::addColumn<bool>("hasTicket");
        QTest::newRow("with a ticket, called and not here yet") << true;
        QTest::newRow("without one") << false;
    }
    void neverHidesWhileSomebodyIsThere()
    {
        QFETCH(bool, hasTicket);
        signIn();
        if (hasTicket) {
            press(Qt::Key_N, Qt::AltModifier);
            QTRY_VERIFY(shown<TicketPage>());
            press(Qt::Key_A);
            press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_COMPARE(m_counter->hall()->waiting(), 1);
            press(Qt::Key_Escape);
            press(Qt::Key_F3);
            QTRY_COMPARE(m_counter->hall()->turn()->turn(), Turn::Called);
        } else {
            press(Qt::Key_N, Qt::ControlModifier);
            QTRY_VERIFY(shown<ProcedurePage>());
        }
        int asked = 0;
        QSignalSpy nearly(idle(), &IdleWatch::nearlyIdle);
        IdleWatch beside; // as long as this one takes, the desk's own had its time three times over
        beside.setAllowed([&asked] { return ++asked >= 3; });
        QSignalSpy idled(&beside, &IdleWatch::idled);
        idle()->setTimes(10, 10);
        beside.setTimes(30, 30);
        QTRY_COMPARE(idled.size(), 1);
        QCOMPARE(nearly.size(), 0);
        QVERIFY(!window()->isLocked());
    }

private:
    [[nodiscard]] IdleWatch *idle() const { return m_counter->idle(); }

    Language m_language{Language::Code::English};
};

QTEST_MAIN(tst_IdleLock)
#include "tst_IdleLock.moc"
