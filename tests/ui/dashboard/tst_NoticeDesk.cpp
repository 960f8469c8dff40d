// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HallWordQueries.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/dashboard/NoticePage.h"
#include "ui/kiosk/KioskDesk.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDateTime>
#include <QListWidget>

using namespace motcua;
using namespace motcua::test;

/** A supervisor tells the hall something, closes it and opens it again, by keys alone. */
class tst_NoticeDesk : public CounterStory
{
    Q_OBJECT

    void prepare(const QString &role)
    {
        openDesk([&](const Workplace &place) {
            QVERIFY(place.store.record(place.act(place.person, ChangeStaff{.roles = QStringList{u"administrator"_qs, u"officer"_qs, role}, .reason = u"thử"_qs})).result());
        });
        signIn();
        const auto opens = [this] { // as soon as it is known that they may
            press(Qt::Key_D, Qt::AltModifier);
            return shown<DashboardPage>() != nullptr;
        };
        QTRY_VERIFY(opens());
    }
    void openNotices()
    {
        QTRY_VERIFY2(([this] {
            press(Qt::Key_M, Qt::ControlModifier);
            return shown<NoticePage>() != nullptr;
        }()), qPrintable(said()));
    }
    [[nodiscard]] HallWord word() const
    {
        return *m_counter->kiosk()->place()->store.ask(storage::HallWordAt{QDateTime::currentMSecsSinceEpoch()}).result();
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        const auto *list = window()->page()->findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row) {
            all.append(list->item(row)->text());
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase() { Theme::named(Theme::Name::Light).wear(*qApp, 100); }
    void cleanup() { closeDesk(); }

    void aNoticeIsToldAndTakenBack()
    {
        prepare(u"supervisor"_qs);
        openNotices();
        screenshot(window(), u"notices-none"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"It is not said yet"_qs), qPrintable(said()));
        type(u"Quầy 7 làm việc đến 16 giờ."_qs);
        press(Qt::Key_Tab);
        type(u"Desk 7 is open until 16:00."_qs);
        press(Qt::Key_Tab);
        press(Qt::Key_Down); // half an hour
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"It is told on the board"_qs), qPrintable(said()));
        QCOMPARE(word().notices.size(), 1);
        const HallNotice told = word().notices.constFirst();
        QCOMPARE(told.text, u"Quầy 7 làm việc đến 16 giờ."_qs);
        QCOMPARE(told.textEn, u"Desk 7 is open until 16:00."_qs);
        QVERIFY(!told.closes);
        QVERIFY(std::abs(told.untilMs - told.atMs - 30 * 60'000) < 5'000);
        QTRY_COMPARE(rows().size(), 1);
        QVERIFY2(rows().constFirst().endsWith(u"Quầy 7 làm việc đến 16 giờ."_qs), qPrintable(rows().constFirst()));
        press(Qt::Key_Escape); // what was told
        press(Qt::Key_Delete, Qt::AltModifier);
        QTRY_VERIFY2(said().startsWith(u"It is told no more"_qs), qPrintable(said()));
        QVERIFY(word().notices.isEmpty());
        QTRY_COMPARE(rows().size(), 0);
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QVERIFY(shown<DashboardPage>());
    }

    void theHallIsClosedAndOpenedAgain()
    {
        prepare(u"supervisor"_qs);
        openNotices();
        type(u"Mất điện: tạm dừng tiếp nhận."_qs);
        tickBox(u"Close the hall"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"Close the hall?"_qs), qPrintable(said()));
        press(Qt::Key_2);
        QVERIFY(!word().closing());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"Close the hall?"_qs), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_VERIFY2(said().startsWith(u"The hall is closed"_qs), qPrintable(said()));
        QCOMPARE(word().closing()->text, u"Mất điện: tạm dừng tiếp nhận."_qs);
        QTRY_COMPARE(shown<NoticePage>()->heading(), u"Notices to the hall · the hall is closed"_qs);
        screenshot(window(), u"notices-closed"_qs);
        // Whoever calls the next one is told why nobody comes.
        press(Qt::Key_F3);
        QTRY_VERIFY2(said().startsWith(u"The hall is closed for now"_qs), qPrintable(said()));
        press(Qt::Key_Escape);
        press(Qt::Key_Delete, Qt::AltModifier);
        QTRY_VERIFY2(said().startsWith(u"The hall is open again"_qs), qPrintable(said()));
        QVERIFY(!word().closing());
    }

    void whoOnlyLooksTellsNothing()
    {
        prepare(u"inspector"_qs);
        press(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(!shown<NoticePage>());
    }
};

QTEST_MAIN(tst_NoticeDesk)
#include "tst_NoticeDesk.moc"
