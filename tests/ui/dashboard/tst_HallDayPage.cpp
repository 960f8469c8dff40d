// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/CounterStory.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/dashboard/HallDayPage.h"
#include "ui/itemmodels/HallDayItemModel.h"
#include "ui/kiosk/KioskDesk.h"
#include "ui/widgets/Theme.h"

#include <QApplication>

using namespace motcua;
using namespace motcua::test;

/** How the hall worked on a day, as whoever leads it reads it, by keys alone. */
class tst_HallDayPage : public CounterStory
{
    Q_OBJECT

    void openPage()
    {
        const auto opens = [this] { // as soon as it is known that they may
            press(Qt::Key_D, Qt::AltModifier);
            return shown<DashboardPage>() != nullptr;
        };
        QTRY_VERIFY(opens());
        press(Qt::Key_T, Qt::ControlModifier);
        QVERIFY2(shown<HallDayPage>(), qPrintable(said()));
    }
    [[nodiscard]] QStringList line(int row) const
    {
        const HallDayItemModel *model = shown<HallDayPage>()->shown();
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column) {
            cells.append(model->index(row, column).data().toString());
        }
        return cells;
    }

private Q_SLOTS:
    void initTestCase() { Theme::named(Theme::Name::Light).wear(*qApp, 100); }
    void init()
    {
        openDesk([](const Workplace &place) {
            QVERIFY(place.store.record(place.act(place.person, ChangeStaff{.roles = QStringList{u"administrator"_qs, u"officer"_qs, u"supervisor"_qs}, .reason = u"thử"_qs})).result());
        });
        signIn();
    }
    void cleanup() { closeDesk(); }

    void aDayWithoutTicketsSaysSo()
    {
        openPage();
        QCOMPARE(shown<HallDayPage>()->shown()->rowCount(), 0);
        QVERIFY2(written().contains(u"Nobody drew a ticket on this day"_qs), qPrintable(written()));
        press(Qt::Key_X, Qt::AltModifier);
        QVERIFY2(said().startsWith(u"There is nothing to take along"_qs), qPrintable(said()));
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QVERIFY(shown<DashboardPage>());
    }

    void aTurnStandsInEveryKindOfLine()
    {
        serveTicket(Qt::Key_A);
        press(Qt::Key_F8);
        QTRY_VERIFY2(said().contains(u"A001 is finished"_qs), qPrintable(said()));
        openPage();
        QTRY_COMPARE(shown<HallDayPage>()->shown()->rowCount(), 2);
        QCOMPARE(line(0).constFirst(), u"A  Civil status"_qs);
        QCOMPARE(line(0).at(HallDayItemModel::Drawn), u"1"_qs);
        QCOMPARE(line(0).at(HallDayItemModel::Served), u"1"_qs);
        QCOMPARE(line(0).at(HallDayItemModel::Missed), u"0 · 0,0 %"_qs);
        QCOMPARE(line(1).constFirst(), u"All together"_qs);
        screenshot(window(), u"hall-day-groups"_qs);
        press(Qt::Key_Tab); // from the day to the kind of line
        press(Qt::Key_Down);
        QVERIFY2(line(0).constFirst().endsWith(u":59"_qs), qPrintable(line(0).constFirst()));
        press(Qt::Key_Down);
        QCOMPARE(line(0).constFirst(), u"03"_qs);
        press(Qt::Key_Down);
        QCOMPARE(line(0).constFirst(), TrainingDesk::administrator());
        QVERIFY(!shown<HallDayPage>()->shown()->isTold(HallDayItemModel::Drawn));
        QCOMPARE(line(1).at(HallDayItemModel::Drawn), u"–"_qs); // in a file that is taken along
        screenshot(window(), u"hall-day-officers"_qs);
        // Yesterday nobody was here.
        QTest::keyClick(window()->focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        press(Qt::Key_Down);
        QTRY_COMPARE(shown<HallDayPage>()->shown()->rowCount(), 0);
    }
};

QTEST_MAIN(tst_HallDayPage)
#include "tst_HallDayPage.moc"
