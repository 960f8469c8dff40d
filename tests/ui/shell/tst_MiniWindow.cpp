// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/journal/Author.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/ActionBar.h"
#include "ui/shell/HallPanel.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/MiniPanel.h"
#include "ui/shell/SignInPage.h"
#include "ui/shell/StatusBar.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace motcua;

/** The window made small: two lines over another program, and the whole window wherever two lines are not enough. */
class tst_MiniWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<MainWindow>();
        Theme::named(Theme::Name::Light).wear(*qApp);
        m_window->topBar()->setOfficer(u"Đức"_qs);
        m_form = new FormPage(m_window.get());
        m_form->setForm(FormChecker(test::everyType()), {}, QDate(2026, 11, 23));
        m_window->show(m_form);
        m_window->setHall(waiting());
        m_window->setHallActs({{KeyAct::CallNext}, {KeyAct::Begin}, {KeyAct::Hold}, {KeyAct::Finish}, {.act = KeyAct::Recall, .refusal = u"Chưa gọi ai."_qs}, {KeyAct::Transfer}});
        m_window->tickHall(Now);
        test::present(m_window.get(), {1366, 698});
    }
    void cleanup() { m_window.reset(); }

    void itIsTwoLinesOverEverythingElse()
    {
        QWidget *field = m_window->focusWidget();
        QVERIFY(field);
        press(Qt::Key_F11);
        QVERIFY(m_window->isMini());
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->windowFlags() & Qt::WindowStaysOnTopHint);
        QTRY_VERIFY2(m_window->width() <= 640 && m_window->height() <= 110, qPrintable(u"%1×%2"_qs.arg(m_window->width()).arg(m_window->height())));
        for (const QWidget *large : std::initializer_list<QWidget *>{m_window->topBar(), m_window->hall(), m_form, m_window->findChild<ActionBar *>(), m_window->findChild<StatusBar *>()}) {
            QVERIFY2(!large->isVisible(), large->metaObject()->className());
        }
        QVERIFY(mini()->isVisible());
        QVERIFY(!texts().contains(u"Đức"_qs)); // a citizen may look at it
        press(Qt::Key_F11);
        QVERIFY(!m_window->isMini());
        QVERIFY(!(m_window->windowFlags() & Qt::WindowStaysOnTopHint));
        QCOMPARE(m_window->size(), QSize(1366, 698));
        QVERIFY(m_window->topBar()->isVisible() && m_window->hall()->isVisible() && m_form->isVisible());
        QVERIFY(!mini()->isVisible());
        QCOMPARE(m_window->focusWidget(), field);
    }

    void itTellsWhoseTurnItIs_data()
    {
        QTest::addColumn<HallFacts>("facts");
        QTest::addColumn<QStringList>("told");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("nobody's") << waiting() << QStringList{u"—"_qs, u"Nobody is being served"_qs, u"Waiting 12"_qs, u"oldest 31′"_qs} << QStringList{u"F3"_qs, u"F11"_qs};
        HallFacts called = waiting();
        called.turn = HallFacts::Turn::Called;
        called.current = row(u"A013"_qs, Now - 65'000);
        called.calls = 2;
        QTest::newRow("called") << called << QStringList{u"A013"_qs, u"○ Called, not here yet (2/3)"_qs, u"01:05"_qs} << QStringList{u"F5"_qs, u"F4"_qs, u"F11"_qs};
        HallFacts serving = called;
        serving.turn = HallFacts::Turn::Serving;
        QTest::newRow("served") << serving << QStringList{u"A013"_qs, u"● Being served"_qs} << QStringList{u"F7"_qs, u"F8"_qs, u"F11"_qs};
        serving.current.reset();
        QTest::newRow("served without a ticket") << serving << QStringList{u"—"_qs, u"● Being served"_qs} << QStringList{u"F7"_qs, u"F8"_qs, u"F11"_qs};
        HallFacts held = waiting();
        held.held = {row(u"A009"_qs, Now)};
        QTest::newRow("somebody is on hold") << held << QStringList{u"Nobody is being served"_qs} << QStringList{u"F3"_qs, u"Ctrl+H"_qs, u"F11"_qs};
        HallFacts paused = waiting();
        paused.pause = u"Nghỉ đến 11:45"_qs;
        QTest::newRow("on a break") << paused << QStringList{u"‖ Nghỉ đến 11:45"_qs} << QStringList{u"F3"_qs, u"F11"_qs};
    }
    void itTellsWhoseTurnItIs()
    {
        QFETCH(HallFacts, facts);
        QFETCH(QStringList, told);
        QFETCH(QStringList, keys);
        m_window->setHall(facts);
        press(Qt::Key_F11);
        const QStringList shown = texts();
        for (const QString &one : told) {
            QVERIFY2(shown.contains(one), qPrintable(one + u" in "_qs + shown.join(u'|')));
        }
        QStringList offered;
        for (const KeyButton *button : mini()->findChildren<KeyButton *>()) {
            if (button->isVisible()) {
                offered.append(button->key());
            }
        }
        QCOMPARE(offered, keys);
        QVERIFY2(test::clipped(m_window.get()).isEmpty(), qPrintable(test::clipped(m_window.get()).join(u'|')));
        test::screenshot(m_window.get(), u"mini-"_qs + QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-'));
    }

    void itsKeysActAndSpaceDoesNot()
    {
        const QSignalSpy acted(m_window.get(), &MainWindow::hallActed);
        press(Qt::Key_F11);
        press(Qt::Key_Space);
        QCOMPARE(acted.size(), 0);
        press(Qt::Key_F3);
        QCOMPARE(acted.size(), 1);
        QCOMPARE(acted.at(0).at(0).value<KeyAct>(), KeyAct::CallNext);
        press(Qt::Key_F4); // refused: the reason stands under the two lines
        QCOMPARE(acted.size(), 1);
        QVERIFY(m_window->strip()->isVisible());
        QCOMPARE(m_window->strip()->notice().text, u"Chưa gọi ai."_qs);
        QVERIFY(m_window->isMini());
        QTRY_VERIFY(m_window->height() >= m_window->strip()->geometry().bottom());
        press(Qt::Key_Escape); // first what is told goes, then the small window
        QVERIFY(m_window->isMini() && !m_window->strip()->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!m_window->isMini());
        QCOMPARE(m_window->page(), m_form); // and no further
    }

    void aQuestionIsAnsweredInIt()
    {
        const QSignalSpy chosen(m_window.get(), &MainWindow::chosen);
        press(Qt::Key_F11);
        const int low = m_window->height();
        m_window->tell({Notice::Kind::Question, u"Where do they wait?"_qs, {u"Photocopier"_qs, u"Bank"_qs}});
        QTRY_VERIFY(m_window->height() > low);
        QTRY_VERIFY2(test::clipped(m_window.get()).isEmpty(), qPrintable(test::clipped(m_window.get()).join(u'|')));
        press(Qt::Key_2);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toInt(), 1);
        QVERIFY(m_window->isMini());
        m_window->hush();
        QTRY_COMPARE(m_window->height(), low);
    }

    void whatNeedsRoomBringsTheWholeWindow_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("with");
        QTest::newRow("a dossier is searched") << int(Qt::Key_F2) << Qt::KeyboardModifiers(Qt::NoModifier);
        QTest::newRow("somebody is sent elsewhere") << int(Qt::Key_F7) << Qt::KeyboardModifiers(Qt::ShiftModifier);
        QTest::newRow("the main act of a page nobody sees") << int(Qt::Key_Return) << Qt::KeyboardModifiers(Qt::ControlModifier);
        QTest::newRow("help") << int(Qt::Key_F1) << Qt::KeyboardModifiers(Qt::NoModifier);
        QTest::newRow("letters") << int(Qt::Key_K) << Qt::KeyboardModifiers(Qt::ControlModifier);
    }
    void whatNeedsRoomBringsTheWholeWindow()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, with);
        press(Qt::Key_F11);
        QVERIFY(m_window->isMini());
        press(key, with);
        QVERIFY(!m_window->isMini());
        QCOMPARE(m_window->size(), QSize(1366, 698));
    }

    void aPageThatComesMeanwhileIsThereAfterwards()
    {
        press(Qt::Key_F11);
        auto *other = new FormPage(m_window.get());
        other->setForm(FormChecker(test::everyType()), {}, QDate(2026, 11, 23));
        m_window->show(other);
        QVERIFY(m_window->isMini());
        QVERIFY(!other->isVisible());
        other->firstField()->setFocus(Qt::OtherFocusReason); // a page may ask for the keyboard at any time
        QVERIFY(m_window->focusWidget() && m_window->focusWidget()->isVisible()); // whom the system sends the keys
        press(Qt::Key_F3); // still the hall's
        press(Qt::Key_F11);
        QVERIFY(other->isVisible());
        QVERIFY(other->isAncestorOf(m_window->focusWidget()));
        QCOMPARE(m_window->focusWidget(), other->firstField());
    }

    void hiddenOrLockedItIsWhole()
    {
        press(Qt::Key_F11);
        press(Qt::Key_F12);
        QVERIFY(m_window->isCovered());
        QVERIFY(!m_window->isMini());
        m_window->uncover();
        press(Qt::Key_F11);
        QVERIFY(m_window->isMini());
        auto *door = new SignInPage(m_window.get());
        m_window->lock(door);
        QVERIFY(!m_window->isMini());
        QVERIFY(door->isVisible());
        press(Qt::Key_F11); // nobody is signed in
        QVERIFY(!m_window->isMini());
    }

    void aLockTakesNobodysKeyboard()
    {
        press(Qt::Key_F11);
        QLineEdit other; // another program's
        other.show();
        other.activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &other);
        auto *door = new SignInPage(m_window.get());
        m_window->lock(door); // nobody did anything here for a while
        QVERIFY(!m_window->isMini());
        QVERIFY(m_window->isVisible());
        if (QGuiApplication::platformName() == u"offscreen") { // it activates whatever is shown: what Qt asks of it is all that can be seen
            QVERIFY(m_window->windowHandle()->property("_q_showWithoutActivating").toBool());
        } else {
            QVERIFY(!QTest::qWaitFor([this] { return QApplication::activeWindow() == m_window.get(); }, 300)); // it is the window system that tells
            QCOMPARE(QApplication::activeWindow(), &other);
        }
    }

    void withoutAHallThereIsNone()
    {
        m_window->setHall(std::nullopt);
        press(Qt::Key_F11);
        QVERIFY(!m_window->isMini());
        QVERIFY2(m_window->strip()->notice().text.contains(u"nobody draws a ticket"_qs), qPrintable(m_window->strip()->notice().text));
        m_window->setHall(waiting());
        press(Qt::Key_F11);
        QVERIFY(m_window->isMini());
        m_window->setHall(std::nullopt); // signed out
        QVERIFY(!m_window->isMini());
    }

    void itComesBackWhereItStood()
    {
        press(Qt::Key_F11);
        m_window->move(40, 300);
        press(Qt::Key_F11);
        press(Qt::Key_F11);
        QCOMPARE(m_window->pos(), QPoint(40, 300));
    }

    void inLargeLettersAndDarkItHasRoom_data()
    {
        QTest::addColumn<Theme::Name>("theme");
        QTest::addColumn<int>("scale");
        QTest::addColumn<Language::Code>("code");
        QTest::newRow("dark") << Theme::Name::Dark << 100 << Language::Code::English;
        QTest::newRow("contrast") << Theme::Name::HighContrast << 125 << Language::Code::English;
        QTest::newRow("largest") << Theme::Name::Light << 150 << Language::Code::English;
        QTest::newRow("vietnamese") << Theme::Name::Light << 100 << Language::Code::Vietnamese;
        QTest::newRow("vietnamese dark largest") << Theme::Name::Dark << 150 << Language::Code::Vietnamese;
    }
    void inLargeLettersAndDarkItHasRoom()
    {
        QFETCH(Theme::Name, theme);
        QFETCH(int, scale);
        QFETCH(Language::Code, code);
        const Language language{code};
        Theme::named(theme).wear(*qApp, scale);
        m_window->setTextScale(scale);
        HallFacts called = waiting();
        called.turn = HallFacts::Turn::Called;
        called.current = row(u"B1204"_qs, Now - 65'000);
        m_window->setHall(called);
        press(Qt::Key_F11);
        m_window->tell({Notice::Kind::Question, u"Người này chờ ở đâu? Số vẫn giữ nguyên, thời gian chờ vẫn tính."_qs, {u"Máy photo"_qs, u"Ngân hàng"_qs, u"Ghế chờ"_qs}});
        QTRY_VERIFY2(test::clipped(m_window.get()).isEmpty(), qPrintable(test::clipped(m_window.get()).join(u'|')));
        test::screenshot(m_window.get(), u"mini-"_qs + QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-'));
        Theme::named(Theme::Name::Light).wear(*qApp);
    }

private:
    static constexpr qint64 Now = 1'795'000'000'000;

    static HallRow row(const QString &number, qint64 sinceMs) { return {journal::testId('1'), number, u"hộ tịch"_qs, sinceMs, {}}; }
    static HallFacts waiting()
    {
        HallFacts facts;
        facts.waiting = 12;
        facts.oldestSinceMs = Now - 31 * 60'000;
        facts.next = {row(u"A013"_qs, 0), row(u"B007"_qs, 0)};
        return facts;
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), static_cast<Qt::Key>(key), with);
    }
    [[nodiscard]] MiniPanel *mini() const { return m_window->findChild<MiniPanel *>(); }
    [[nodiscard]] QStringList texts() const
    {
        QStringList all;
        for (const QLabel *label : mini()->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty()) {
                all.append(label->text());
            }
        }
        return all;
    }

    std::unique_ptr<MainWindow> m_window;
    FormPage *m_form = nullptr;
};

QTEST_MAIN(tst_MiniWindow)
#include "tst_MiniWindow.moc"
