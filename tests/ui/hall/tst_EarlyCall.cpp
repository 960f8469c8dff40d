// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/hall/EarlyCall.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StripQuestion.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <QTest>

using namespace motcua;

/** Calling before the hall opens. */
class tst_EarlyCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_questions = new StripQuestion(m_window.get(), m_window.get());
        m_early = new EarlyCall(m_window.get(), m_questions, m_window.get());
        m_page = new WorklistPage(m_window.get());
        m_window->show(m_page);
        test::present(m_window.get(), {1366, 698});
        m_called = 0;
    }

    void cleanup() { m_window.reset(); }

    void isAskedAboutOnlyBeforeTheFirstSession_data()
    {
        QTest::addColumn<QList<OfficeSession>>("sessions");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<bool>("asks");
        QTest::newRow("at seven") << Day << QTime(7, 0) << true;
        QTest::newRow("at opening") << Day << QTime(7, 30) << false;
        QTest::newRow("at lunch") << Day << QTime(12, 0) << false;
        QTest::newRow("after closing") << Day << QTime(18, 0) << false;
        QTest::newRow("on a day without hours") << QList<OfficeSession>() << QTime(7, 0) << false;
    }
    void isAskedAboutOnlyBeforeTheFirstSession()
    {
        QFETCH(QList<OfficeSession>, sessions);
        QFETCH(QTime, time);
        QFETCH(bool, asks);
        QCOMPARE(press(sessions, time), asks);
        QCOMPARE(m_window->strip()->isVisible(), asks);
        if (asks) {
            QVERIFY2(said().contains(u"Calling starts at 07:30. 4 tickets wait"), qPrintable(said()));
        }
        QCOMPARE(m_called, 0);
    }

    void theSameKeyAgainCallsAndIsNotAskedAnyMoreThatMorning()
    {
        QVERIFY(press(Day, QTime(7, 0)));
        QVERIFY(!press(Day, QTime(7, 0, 5)));
        m_window->strip()->clear();
        QVERIFY(!press(Day, QTime(7, 10)));
        m_early->forget(); // somebody else sits down
        QVERIFY(press(Day, QTime(7, 11)));
    }

    void aDigitCallsOrWaits_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("called");
        QTest::newRow("call now") << int(Qt::Key_1) << 1;
        QTest::newRow("wait") << int(Qt::Key_2) << 0;
        QTest::newRow("leave the question") << int(Qt::Key_Escape) << 0;
    }
    void aDigitCallsOrWaits()
    {
        QFETCH(int, key);
        QFETCH(int, called);
        QVERIFY(press(Day, QTime(7, 0)));
        QTest::keyClick(m_window->focusWidget(), Qt::Key(key));
        QCOMPARE(m_called, called);
        QVERIFY(!m_window->strip()->isVisible());
        QCOMPARE(press(Day, QTime(7, 1)), called == 0); // who waited is told again
    }

private:
    bool press(const QList<OfficeSession> &sessions, QTime time)
    {
        return m_early->asks(sessions, QDateTime(QDate(2026, 11, 23), time), 4, [this] { ++m_called; });
    }
    [[nodiscard]] QString said() const { return m_window->strip()->notice().text; }

    inline static const QList<OfficeSession> Day{{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}};

    Language m_language{Language::Code::English};
    std::unique_ptr<MainWindow> m_window;
    StripQuestion *m_questions = nullptr;
    EarlyCall *m_early = nullptr;
    WorklistPage *m_page = nullptr;
    int m_called = 0;
};

QTEST_MAIN(tst_EarlyCall)
#include "tst_EarlyCall.moc"
