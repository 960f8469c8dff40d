// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Random.h"
#include "app/hall/LocalHall.h"
#include "app/storage/HallQueries.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dashboard/DashboardDesk.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/dashboard/DeskGroupsPage.h"
#include "ui/itemmodels/DeskItemModel.h"
#include "ui/kiosk/KioskDesk.h"

using namespace motcua;
using namespace motcua::test;

/** A supervisor moves and ends what stands at a colleague's desk, by keys alone. */
class tst_DeskActs : public CounterStory
{
    Q_OBJECT

    /** A colleague at desk 5 has called a ticket, and may serve it already. */
    void prepare(bool isServed, const QString &role)
    {
        m_ticket = security::random::id(QDateTime::currentMSecsSinceEpoch());
        openDesk([&](const Workplace &place) {
            const Id colleague = security::random::id(QDateTime::currentMSecsSinceEpoch());
            const auto record = [&place](const Act &act) { QVERIFY(place.store.record(act).result()); };
            record(place.act(colleague, AdmitStaff{u"Đỗ Hạnh"_qs, u"Cán bộ"_qs, {u"officer"_qs}, QByteArray(32, 'p'), "w"}));
            record(place.act(place.person, ChangeStaff{.roles = QStringList{u"administrator"_qs, role}, .reason = u"thử"_qs}));
            const auto theirs = [&](const Id &subject, const ActKind &what) {
                Act act = place.act(subject, what);
                act.actor.id = colleague;
                act.desk = "H26.31.05/5";
                record(act);
            };
            theirs(security::random::id(QDateTime::currentMSecsSinceEpoch()), OpenShift{});
            theirs(m_ticket, IssueTicket{.group = u"A"_qs});
            theirs(m_ticket, StepTicket{.step = TicketStep::Call});
            if (isServed) {
                theirs(m_ticket, StepTicket{.step = TicketStep::Begin});
            }
        });
        signIn();
        const auto opens = [this] { // as soon as it is known that they may
            press(Qt::Key_D, Qt::AltModifier);
            return shown<DashboardPage>() != nullptr;
        };
        QTRY_VERIFY(opens());
        QTRY_VERIFY(shown<DashboardPage>()->figures());
        QTRY_COMPARE(shown<DashboardPage>()->desks()->rowCount(), 2);
        press(Qt::Key_Down); // from the first number to the desks ...
        press(Qt::Key_Down); // ... and to the second one
    }
    [[nodiscard]] TicketState state() const
    {
        const auto ticket = m_counter->kiosk()->place()->store.ask(storage::TicketById{m_ticket}).result();
        return ticket && *ticket ? (*ticket)->state : TicketState::Finished;
    }

private Q_SLOTS:
    void cleanup() { closeDesk(); }

    void aTicketIsMovedOrEnded_data()
    {
        QTest::addColumn<bool>("isServed");
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("told");
        QTest::addColumn<int>("state");
        QTest::newRow("called, waits again") << false << int(Qt::Key_1) << u"A001 waits again"_qs << int(TicketState::Waiting);
        QTest::newRow("called, did not come") << false << int(Qt::Key_2) << u"A001 did not come"_qs << int(TicketState::NoShow);
        QTest::newRow("served, waits again") << true << int(Qt::Key_1) << u"A001 waits again"_qs << int(TicketState::Waiting);
        QTest::newRow("served, ended") << true << int(Qt::Key_2) << u"The turn of A001 is ended"_qs << int(TicketState::Finished);
        QTest::newRow("left") << true << int(Qt::Key_4) << QString() << int(TicketState::Serving);
    }
    void aTicketIsMovedOrEnded()
    {
        QFETCH(bool, isServed);
        QFETCH(int, choice);
        QFETCH(QString, told);
        QFETCH(int, state);
        prepare(isServed, u"supervisor"_qs);
        press(Qt::Key_F7, Qt::ShiftModifier);
        QVERIFY2(said().startsWith(u"A001 at desk 5 (Đỗ Hạnh)"_qs), qPrintable(said()));
        screenshot(window(), u"desk-acts"_qs);
        press(choice);
        if (!told.isEmpty()) {
            QTRY_VERIFY2(said().startsWith(told), qPrintable(said()));
        }
        QTRY_COMPARE(int(this->state()), state);
    }

    void whoOnlyLooksMayNot()
    {
        prepare(true, u"inspector"_qs);
        press(Qt::Key_F7, Qt::ShiftModifier);
        QVERIFY2(!said().startsWith(u"A001"_qs), qPrintable(said()));
        QCOMPARE(state(), TicketState::Serving);
    }

    void groupsAreChosenForADesk()
    {
        prepare(true, u"supervisor"_qs);
        press(Qt::Key_Up); // to this very desk
        press(Qt::Key_F7, Qt::ShiftModifier);
        QVERIFY2(said().startsWith(u"Nobody is called or served at desk 3"_qs), qPrintable(said()));
        press(Qt::Key_1);
        QVERIFY2(shown<DeskGroupsPage>(), qPrintable(said()));
        QCOMPARE(shown<DeskGroupsPage>()->heading(), u"Desk 03 · for which groups it calls"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"It is as it was before"_qs), qPrintable(said()));
        tickBox(u"Certification"_qs);
        tickBox(u"Collecting results"_qs);
        screenshot(window(), u"desk-groups"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"Desk 3 calls for B, E from now on"_qs), qPrintable(said()));
        QVERIFY(shown<DashboardPage>());
        QCOMPARE(LocalHall::served(m_counter->kiosk()->place()->store), QStringList({u"B"_qs, u"E"_qs}));
        QTRY_COMPARE(shown<DashboardPage>()->figures()->desks.value(u"H26.31.05/3"_qs).serves, QStringList({u"B"_qs, u"E"_qs}));
    }

    void aDeskNobodyIsAtIsClosed()
    {
        prepare(true, u"supervisor"_qs);
        press(Qt::Key_F7, Qt::ShiftModifier);
        press(Qt::Key_2); // who was there is seen to first
        QTRY_COMPARE(int(state()), int(TicketState::Finished));
        QTRY_VERIFY(shown<DashboardPage>()->desks()->desk(1)->ticket.isEmpty());
        QVERIFY(shown<DashboardPage>()->desks()->desk(1)->isOpened);
        press(Qt::Key_F7, Qt::ShiftModifier);
        press(Qt::Key_2);
        QTRY_VERIFY2(said().startsWith(u"Desk 5 is closed"_qs), qPrintable(said()));
        QTRY_VERIFY(!shown<DashboardPage>()->desks()->desk(1)->isOpened);
    }

    void aDeskWithoutATicketIsTold()
    {
        prepare(true, u"supervisor"_qs);
        press(Qt::Key_F7, Qt::ShiftModifier);
        press(Qt::Key_2);
        QTRY_COMPARE(int(state()), int(TicketState::Finished));
        QTRY_VERIFY(shown<DashboardPage>()->desks()->desk(1)->ticket.isEmpty());
        press(Qt::Key_F7, Qt::ShiftModifier);
        QTRY_VERIFY2(said().startsWith(u"Nobody is called or served at desk 5"_qs), qPrintable(said()));
    }

private:
    Id m_ticket;
};

QTEST_MAIN(tst_DeskActs)
#include "tst_DeskActs.moc"
