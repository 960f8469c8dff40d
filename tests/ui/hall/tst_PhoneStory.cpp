// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HallQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/MessageLink.h"
#include "models/base/VietnamTime.h"
#include "tests/app/workflows/HookBench.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/hall/HallDesk.h"
#include "ui/hall/OpenDayPage.h"
#include "ui/hall/TicketPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/Counter.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <QLineEdit>

using namespace motcua;
using Turn = ServeVisit::Turn;

/** A citizen gives their telephone at reception and is told when it is their turn, by keys alone and to a real address. */
class tst_PhoneStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        made->store.close();
        m_link = std::make_unique<MessageLink>(MessageLink::Setup{.settlesMs = 50});
        m_door = std::make_unique<SignIn>(m_desk->folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        m_counter = std::make_unique<Counter>(m_door.get(), nullptr);
        m_counter->setPeople({{TrainingDesk::administrator(), {}}}, true);
        m_counter->tellByPhone(m_link.get());
        m_counter->start();
        test::present(window(), {1366, 698});
        QTest::keyClicks(window()->focusWidget(), TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<OpenDayPage>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }
    void cleanup()
    {
        m_counter.reset();
        m_link.reset();
        m_door.reset();
        m_desk.reset();
    }

    void whereNothingIsSentNobodyIsAsked()
    {
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        QVERIFY(!shown<TicketPage>()->findChild<QLineEdit *>()->isVisible());
    }

    void fromTheTicketToTheMessage()
    {
        test::HookBench bench;
        QTRY_VERIFY(m_counter->visit()->filing());
        QVERIFY(store().keepSetting(storage::messagesSetting(), bench.hook().toJson()).result());
        m_link->begin(m_counter->visit()->filing()->place(), hall()->hall()); // as a program that is started then
        QTRY_VERIFY(m_link->isOn());
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        press(Qt::Key_B);
        press(Qt::Key_Return, Qt::ControlModifier); // so that the hall is looked at with the setting in it
        QTRY_COMPARE(hall()->waiting(), 1);
        auto *phone = shown<TicketPage>()->findChild<QLineEdit *>();
        QTRY_VERIFY(phone->isVisible());
        press(Qt::Key_A);
        for (int tabs = 0; tabs < 30 && window()->focusWidget() != phone; ++tabs) {
            press(Qt::Key_Tab);
        }
        QCOMPARE(window()->focusWidget(), phone);
        QTest::keyClicks(phone, u"024 3825 3456"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"No message can be sent to this telephone"), qPrintable(said()));
        QCOMPARE(hall()->waiting(), 1);
        phone->selectAll();
        QTest::keyClicks(phone, u"0901 234 567"_qs);
        test::screenshot(window(), u"ticket-telephone"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(hall()->waiting() == 2, qPrintable(said()));
        QVERIFY(phone->text().isEmpty()); // the next citizen is another one
        press(Qt::Key_Escape);
        press(Qt::Key_F3); // the first gave none
        QTRY_COMPARE(turn(), Turn::Called);
        press(Qt::Key_F5);
        QTRY_COMPARE(turn(), Turn::Serving);
        press(Qt::Key_F8);
        QTRY_COMPARE(turn(), Turn::None);
        press(Qt::Key_F3);
        QTRY_COMPARE(turn(), Turn::Called);
        QTRY_COMPARE(bench.asked().size(), 1);
        const QJsonObject told = bench.asked().constFirst().body;
        QCOMPARE(told.value(u"phone").toString(), u"0901234567"_qs);
        QCOMPARE(told.value(u"kind").toString(), u"called"_qs);
        QCOMPARE(told.value(u"text").toString(), u"Số A001: mời đến quầy 3."_qs);
        QTRY_COMPARE(m_link->tally().sent, 1);
    }

private:
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(window()->focusWidget(), static_cast<Qt::Key>(key), with); }
    [[nodiscard]] MainWindow *window() const { return m_counter->window(); }
    [[nodiscard]] HallDesk *hall() const { return m_counter->hall(); }
    [[nodiscard]] const storage::Store &store() const { return m_counter->visit()->filing()->place().store; }
    [[nodiscard]] Turn turn() const { return hall()->turn() ? hall()->turn()->turn() : Turn::None; }
    template <typename T>
    [[nodiscard]] T *shown() const
    {
        return qobject_cast<T *>(window()->page());
    }
    [[nodiscard]] QString said() const { return window()->strip()->isVisible() ? window()->strip()->notice().text : QString(); }

    Language m_language{Language::Code::English};
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<MessageLink> m_link;
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<Counter> m_counter;
};

QTEST_MAIN(tst_PhoneStory)
#include "tst_PhoneStory.moc"
