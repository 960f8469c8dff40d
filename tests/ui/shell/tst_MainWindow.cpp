// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/journal/Author.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FormPage.h"
#include "ui/shell/ActionBar.h"
#include "ui/shell/HallList.h"
#include "ui/shell/KeysPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SignInPage.h"
#include "ui/shell/TopBar.h"
#include "ui/visit/AcceptPage.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/SecretEdit.h"

#include <QLabel>
#include <QLineEdit>
#include <QApplication>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QScrollBar>
#include <QTest>

using namespace motcua;

/** The frame: keys, regions, strip, cover. */
class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFieldDoesNotEatTheWindowsKeys_data();
    void aFieldDoesNotEatTheWindowsKeys();
    void aKeyThatIsHeldDownActsOnce();
    void aDigitOfASecretAnswersNoQuestion();
    void aKeyThatCannotActSaysWhy();
    void aRefusedActSaysWhyAndDoesNothing();
    void regionsAreCycledBothWays();
    void oneMainActAtTheRight();
    void escapeGoesOneLevelBackAndDiscardsNothing();
    void helpComesBackToWhereOneWas();
    void hidingCoversAtOnce();
    void nothingActsBehindTheCover();
    void aQuestionIsAnsweredByItsDigit();
    void aQuestionThatAKeyBroughtTakesTheKeyboardAndGivesItBack();
    void theDigitStaysInATextField();
    void anAnswerGivesTheKeyboardBack();
    void stepsAreChosenInAnyOrder();
    void standingAloneHidesTheVisit();
    void regionsKeepTheirPlaces();
    void theGuideOpensAndClosesByItsKey();
    void withoutAGuideItsKeySaysSo();
    void theHallTakesItsWidthFromTheWork_data();
    void theHallTakesItsWidthFromTheWork();
    void standingAloneHidesTheHall();
    void aHallThatGoesGivesTheKeyboardBack();
    void theHallActsAfterThePageAndBeforeTheWindow();
    void whatTheHallRefusesIsTold();
    void theHallStandsBetweenTopAndWork();
    void aRowOfTheHallIsTold();
    void helpListsTheKeysOfTheHall();

private:
    void showHall();
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }

    std::unique_ptr<MainWindow> m_window;
    FormPage *m_form = nullptr;
};

void tst_MainWindow::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->topBar()->setOfficer(QStringLiteral("Đức"));
    m_form = new FormPage(m_window.get());
    m_form->setForm(FormChecker(test::everyType()), {}, QDate(2026, 11, 23));
    m_window->show(m_form);
    m_window->setVisit({});
    test::present(m_window.get(), {1366, 698});
}

void tst_MainWindow::cleanup()
{
    m_window.reset();
}

void tst_MainWindow::aFieldDoesNotEatTheWindowsKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Ctrl+K would cut to the end") << int(Qt::Key_K);
    QTest::newRow("Ctrl+U would cut the line") << int(Qt::Key_U);
    QTest::newRow("Ctrl+D would delete") << int(Qt::Key_D);
    QTest::newRow("Ctrl+Y would redo") << int(Qt::Key_Y);
}

void tst_MainWindow::aFieldDoesNotEatTheWindowsKeys()
{
    QFETCH(int, key);
    test::commit(m_window.get(), QStringLiteral("Nguyễn"));
    auto *line = qobject_cast<QLineEdit *>(m_window->focusWidget());
    line->setCursorPosition(2);
    const QSignalSpy asked(m_form, &FormPage::awayAsked); // what the form does with one of them
    press(key, Qt::ControlModifier);
    QCOMPARE(line->text(), QStringLiteral("Nguyễn"));
    QVERIFY(m_window->strip()->isVisible() || asked.size() == 1);
}

void tst_MainWindow::aKeyThatIsHeldDownActsOnce()
{
    const QSignalSpy advanced(m_form, &FormPage::advanced);
    for (const bool repeats : {false, true, true}) {
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier, {}, repeats);
        QApplication::sendEvent(m_window->focusWidget(), &down);
    }
    QCOMPARE(advanced.size(), 1);
}

void tst_MainWindow::aDigitOfASecretAnswersNoQuestion()
{
    const QSignalSpy answered(m_window.get(), &MainWindow::answered);
    m_window->setQuestion(Notice{Notice::Kind::Warning, QStringLiteral("Did it come out?"), {QStringLiteral("Yes"), QStringLiteral("No")}});
    QTRY_VERIFY(m_window->strip()->isVisible());
    SecretEdit secret(m_form);
    secret.show();
    secret.setFocus();
    press(Qt::Key_1);
    QCOMPARE(secret.text(), QStringLiteral("1"));
    QVERIFY(answered.isEmpty());
}

void tst_MainWindow::aKeyThatCannotActSaysWhy()
{
    press(Qt::Key_F9);
    QVERIFY(m_window->strip()->isVisible());
    QVERIFY(m_window->strip()->notice().text.contains(QStringLiteral("F9")));
}

void tst_MainWindow::aRefusedActSaysWhyAndDoesNothing()
{
    auto *accept = new AcceptPage(m_window.get());
    AcceptSummary summary;
    summary.missing = {QStringLiteral("Giấy chứng sinh: not seen yet.")};
    accept->setSummary(summary);
    const QSignalSpy accepted(accept, &AcceptPage::accepted);
    m_window->show(accept);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted.size(), 0);
    QCOMPARE(m_window->strip()->notice().kind, Notice::Kind::Warning);
    QVERIFY(m_window->strip()->notice().text.contains(QStringLiteral("Giấy chứng sinh")));
}

void tst_MainWindow::regionsAreCycledBothWays()
{
    QWidget *form = m_window->focusWidget();
    press(Qt::Key_F6);
    const auto *actions = m_window->findChild<ActionBar *>();
    QVERIFY(actions->isAncestorOf(m_window->focusWidget()));
    press(Qt::Key_F6);
    QVERIFY(m_window->topBar()->isAncestorOf(m_window->focusWidget()));
    press(Qt::Key_F6);
    QCOMPARE(m_window->focusWidget(), form);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(m_window->topBar()->isAncestorOf(m_window->focusWidget()));
}

void tst_MainWindow::oneMainActAtTheRight()
{
    const QList<KeyButton *> buttons = m_window->findChild<ActionBar *>()->buttons();
    int main = 0;
    for (const KeyButton *button : buttons) {
        main += button->property("role").toString() == u"main" ? 1 : 0;
        QVERIFY(button->text().contains(button->key()));
    }
    QCOMPARE(main, 1);
    QCOMPARE(buttons.constLast()->key(), QStringLiteral("Ctrl+Enter"));
    QVERIFY(buttons.size() <= 7);
}

void tst_MainWindow::escapeGoesOneLevelBackAndDiscardsNothing()
{
    test::commit(m_window.get(), QStringLiteral("Nguyễn"));
    const QSignalSpy left(m_window.get(), &MainWindow::leftPage);
    press(Qt::Key_F9);
    press(Qt::Key_Escape); // the message first
    QVERIFY(!m_window->strip()->isVisible());
    QCOMPARE(left.size(), 0);
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    QCOMPARE(m_form->draft().text(QStringLiteral("name")), QStringLiteral("Nguyễn"));
}

void tst_MainWindow::helpComesBackToWhereOneWas()
{
    press(Qt::Key_F1);
    QVERIFY(qobject_cast<KeysPage *>(m_window->page()));
    press(Qt::Key_F1);
    press(Qt::Key_Escape);
    QCOMPARE(m_window->page(), m_form);
    press(Qt::Key_F1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_window->page(), m_form);
    const QSignalSpy left(m_window.get(), &MainWindow::leftPage);
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void tst_MainWindow::hidingCoversAtOnce()
{
    QWidget *before = m_window->focusWidget();
    const QSignalSpy hid(m_window.get(), &MainWindow::hid);
    press(Qt::Key_F12);
    QCOMPARE(hid.size(), 1);
    QVERIFY(m_window->isCovered());
    const QImage shown = m_window->grab().toImage();
    QCOMPARE(shown.pixelColor(100, 100), shown.pixelColor(800, 400));
    m_window->uncover();
    QCOMPARE(m_window->focusWidget(), before);
}

void tst_MainWindow::nothingActsBehindTheCover()
{
    const QSignalSpy advanced(m_form, &FormPage::advanced);
    press(Qt::Key_F12);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return);
    press(Qt::Key_Tab);
    test::commit(m_window.get(), QStringLiteral("lạ"));
    QCOMPARE(advanced.size(), 0);
    QCOMPARE(m_form->draft(), FormDraft());
}

void tst_MainWindow::aQuestionIsAnsweredByItsDigit()
{
    const QSignalSpy chosen(m_window.get(), &MainWindow::chosen);
    m_window->tell({Notice::Kind::Question, QStringLiteral("Tờ giấy đã ra?"), {QStringLiteral("Đã ra"), QStringLiteral("Chưa ra")}});
    Page *page = m_window->page();
    press(Qt::Key_Escape); // a question that is left is not answered, and the page under it stays
    QVERIFY(!m_window->strip()->isVisible());
    QCOMPARE(m_window->page(), page);
    QCOMPARE(chosen.size(), 0);
    m_window->tell({Notice::Kind::Question, QStringLiteral("Tờ giấy đã ra?"), {QStringLiteral("Đã ra"), QStringLiteral("Chưa ra")}});
    press(Qt::Key_F6);
    press(Qt::Key_2);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 1);
}

void tst_MainWindow::aQuestionThatAKeyBroughtTakesTheKeyboardAndGivesItBack()
{
    const QWidget *field = m_window->focusWidget();
    const QSignalSpy chosen(m_window.get(), &MainWindow::chosen);
    const Notice question{Notice::Kind::Question, QStringLiteral("?"), {QStringLiteral("a"), QStringLiteral("b")}};
    m_window->ask(question);
    QVERIFY(m_window->focusWidget() != field);
    press(Qt::Key_Escape);
    QCOMPARE(m_window->focusWidget(), field);
    QCOMPARE(chosen.size(), 0);
    m_window->ask(question);
    press(Qt::Key_2);
    QCOMPARE(m_window->focusWidget(), field);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 1);
}

void tst_MainWindow::theDigitStaysInATextField()
{
    const QSignalSpy chosen(m_window.get(), &MainWindow::chosen);
    m_window->tell({Notice::Kind::Question, QStringLiteral("?"), {QStringLiteral("a"), QStringLiteral("b")}});
    press(Qt::Key_2);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(qobject_cast<QLineEdit *>(m_window->focusWidget())->text(), QStringLiteral("2"));
}

void tst_MainWindow::anAnswerGivesTheKeyboardBack()
{
    const Notice question{Notice::Kind::Question, QStringLiteral("?"), {QStringLiteral("a"), QStringLiteral("b")}};
    // Not the first field, so that "somewhere in the page" is not enough.
    press(Qt::Key_Tab);
    QWidget *field = m_window->focusWidget();
    QVERIFY(m_form->isAncestorOf(field) && field != m_form->firstField());
    for (int round = 0; round < 3; ++round) {
        m_window->tell(question);
        press(Qt::Key_F6);
        QVERIFY(m_window->strip()->isAncestorOf(m_window->focusWidget()));
        if (round == 1) {
            m_window->tell(question); // another question in the place of the one the keyboard was on
        } else {
            press(Qt::Key_2);
        }
        QCOMPARE(m_window->focusWidget(), field);
    }
}

void tst_MainWindow::stepsAreChosenInAnyOrder()
{
    const QSignalSpy chosen(m_window.get(), &MainWindow::stepChosen);
    m_window->setSteps({{QStringLiteral("a")}, {QStringLiteral("b")}, {QStringLiteral("c")}});
    press(Qt::Key_3, Qt::AltModifier);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 3);
    press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(m_window->strip()->isVisible());
}

void tst_MainWindow::standingAloneHidesTheVisit()
{
    QVERIFY(m_window->findChild<VisitPanel *>()->isVisible());
    m_window->endVisit();
    QVERIFY(!m_window->findChild<VisitPanel *>()->isVisible());
}

void tst_MainWindow::regionsKeepTheirPlaces()
{
    const QRect actions = m_window->findChild<ActionBar *>()->geometry();
    const QRect visit = m_window->findChild<VisitPanel *>()->geometry();
    QCOMPARE(visit.width(), 280);
    test::commit(m_window.get(), QStringLiteral("Nguyễn"));
    press(Qt::Key_F9);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_window->findChild<ActionBar *>()->geometry(), actions);
    QCOMPARE(m_window->findChild<VisitPanel *>()->x(), visit.x());
    m_window->resize(1700, 900);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_window->findChild<VisitPanel *>()->width(), 340);
}

void tst_MainWindow::theGuideOpensAndClosesByItsKey()
{
    const auto *strip = m_window->findChild<GuideStrip *>(u"guideStrip"_qs);
    const QSize work = m_form->size();
    const QSignalSpy turned(m_window.get(), &MainWindow::guideTurned);
    m_form->setGuide({{u"HỎI"_qs, {u"Đã thống nhất tên chưa?"_qs}}});
    QVERIFY(!strip->isVisible());
    const QWidget *caret = m_window->focusWidget();
    press(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->blocks(), m_form->guide());
    QVERIFY(strip->height() > 0);
    QCOMPARE(m_form->size(), work); // it costs the work nothing
    QCOMPARE(m_window->focusWidget(), caret); // it steals no focus
    QCOMPARE(turned.size(), 1);
    QVERIFY(turned.at(0).at(0).toBool());
    m_form->setGuide({}); // another procedure without any
    QVERIFY(!strip->isVisible());
    m_form->setGuide({{u"HỎI"_qs, QStringList(60, u"Một lời khuyên rất dài, dài hơn cả một dòng của màn hình nhỏ nhất mà chương trình còn chạy được."_qs)}});
    QVERIFY(strip->isVisible());
    QCOMPARE(m_form->size(), work);
    QTRY_VERIFY(strip->verticalScrollBar()->maximum() > 0);
    press(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(strip->isVisible()); // on to what has no place
    for (int pages = 0; pages < 100 && strip->isVisible(); ++pages) {
        press(Qt::Key_F1, Qt::ShiftModifier);
    }
    QVERIFY(!strip->isVisible());
    QVERIFY(!turned.at(1).at(0).toBool());
}

void tst_MainWindow::withoutAGuideItsKeySaysSo()
{
    const QSignalSpy turned(m_window.get(), &MainWindow::guideTurned);
    press(Qt::Key_F1, Qt::ShiftModifier);
    QCOMPARE(turned.size(), 0);
    QVERIFY(m_window->strip()->isVisible());
}

void tst_MainWindow::showHall()
{
    HallFacts facts;
    facts.waiting = 2;
    facts.next = {{journal::testId('1'), u"A013"_qs, u"hộ tịch"_qs, 0, {}}, {journal::testId('2'), u"B007"_qs, u"chứng thực"_qs, 0, {}}};
    facts.held = {{journal::testId('3'), u"A009"_qs, u"đi photo"_qs, 0, {}}};
    m_window->setHall(facts);
    m_window->setHallActs({{KeyAct::CallNext}, {.act = KeyAct::Recall, .refusal = u"Chưa gọi ai."_qs}, {KeyAct::Find}, {KeyAct::Main}});
}

void tst_MainWindow::theHallTakesItsWidthFromTheWork_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("hall");
    QTest::newRow("1366") << 1366 << 100 << 216;
    QTest::newRow("wide") << 1600 << 100 << 260;
    QTest::newRow("large letters") << 1366 << 125 << 270;
    QTest::newRow("largest letters") << 1920 << 150 << 64;
}

void tst_MainWindow::theHallTakesItsWidthFromTheWork()
{
    QFETCH(int, width);
    QFETCH(int, scale);
    QFETCH(int, hall);
    m_window->resize(width, 698);
    m_window->setTextScale(scale);
    QTRY_COMPARE(m_window->width(), width);
    const auto *work = m_window->findChild<WorkArea *>();
    QVERIFY(!m_window->hall()->isVisible());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(work->x(), 0);
    const int alone = work->width();
    showHall();
    QVERIFY(m_window->hall()->isVisible());
    QTRY_COMPARE(work->x(), hall);
    QCOMPARE(m_window->hall()->x(), 0);
    QCOMPARE(m_window->hall()->width(), hall);
    QCOMPARE(m_window->hall()->y(), work->y());
    QCOMPARE(m_window->hall()->isNarrow(), scale == 150);
    QCOMPARE(work->width(), alone - hall);
    m_window->setHall(std::nullopt);
    QVERIFY(!m_window->hall()->isVisible());
    QTRY_COMPARE(work->width(), alone);
}

void tst_MainWindow::standingAloneHidesTheHall()
{
    showHall();
    SignInPage door;
    m_window->lock(&door);
    QVERIFY(!m_window->hall()->isVisible());
    showHall();
    QVERIFY(!m_window->hall()->isVisible());
    const QSignalSpy acted(m_window.get(), &MainWindow::hallActed);
    press(Qt::Key_F3);
    QCOMPARE(acted.size(), 0);
    m_window->unlock();
    QVERIFY(m_window->hall()->isVisible());
}

void tst_MainWindow::aHallThatGoesGivesTheKeyboardBack()
{
    showHall();
    // A page that came later than the buttons of the bar: the toolkit alone would go on to them.
    auto *later = new FormPage(m_window.get());
    later->setForm(FormChecker(test::everyType()), {}, QDate(2026, 11, 23));
    m_window->show(later);
    m_window->hall()->findChild<HallList *>()->setFocus();
    m_window->setHall(std::nullopt);
    QCOMPARE(m_window->focusWidget(), later->firstField());
}

void tst_MainWindow::theHallActsAfterThePageAndBeforeTheWindow()
{
    showHall();
    const QSignalSpy acted(m_window.get(), &MainWindow::hallActed);
    const QSignalSpy found(m_window.get(), &MainWindow::found);
    press(Qt::Key_F3);
    QCOMPARE(acted.size(), 1);
    QCOMPARE(acted.at(0).at(0).value<KeyAct>(), KeyAct::CallNext);
    QCOMPARE(acted.at(0).at(1).toInt(), 0);
    press(Qt::Key_F2); // the window has one of its own
    QCOMPARE(acted.size(), 2);
    QCOMPARE(found.size(), 0);
    press(Qt::Key_Return, Qt::ControlModifier); // the page has one of its own
    QCOMPARE(acted.size(), 2);
    press(Qt::Key_F12);
    press(Qt::Key_F3); // nobody calls behind the cover
    QCOMPARE(acted.size(), 2);
}

void tst_MainWindow::whatTheHallRefusesIsTold()
{
    showHall();
    const QSignalSpy acted(m_window.get(), &MainWindow::hallActed);
    press(Qt::Key_F4);
    QCOMPARE(acted.size(), 0);
    QCOMPARE(m_window->strip()->notice().text, u"Chưa gọi ai."_qs);
    QCOMPARE(m_window->strip()->notice().kind, Notice::Kind::Warning);
    Q_EMIT m_window->hall()->acted(KeyAct::CallNext); // its buttons go the same way
    QCOMPARE(acted.size(), 1);
    Q_EMIT m_window->hall()->acted(KeyAct::Hold); // what nobody offers is told too
    QCOMPARE(acted.size(), 1);
    QVERIFY(m_window->strip()->notice().text.contains(u"F7"_qs));
}

void tst_MainWindow::theHallStandsBetweenTopAndWork()
{
    showHall();
    QWidget *form = m_window->focusWidget();
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(m_window->hall()->isAncestorOf(m_window->focusWidget()));
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(m_window->topBar()->isAncestorOf(m_window->focusWidget()));
    press(Qt::Key_F6);
    QVERIFY(m_window->hall()->isAncestorOf(m_window->focusWidget()));
    press(Qt::Key_F6);
    QCOMPARE(m_window->focusWidget(), form);
    m_window->setTextScale(150);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(m_window->hall()->isAncestorOf(m_window->focusWidget()));
}

void tst_MainWindow::aRowOfTheHallIsTold()
{
    showHall();
    const QSignalSpy chosen(m_window.get(), &MainWindow::ticketChosen);
    const QSignalSpy resumed(m_window.get(), &MainWindow::heldChosen);
    const auto lists = m_window->findChildren<HallList *>();
    lists.at(0)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<Id>(), journal::testId('2'));
    lists.at(1)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Return);
    QCOMPARE(resumed.size(), 1);
    QCOMPARE(m_window->focusWidget(), lists.at(1));
}

void tst_MainWindow::helpListsTheKeysOfTheHall()
{
    showHall();
    press(Qt::Key_F1);
    const auto *keys = qobject_cast<KeysPage *>(m_window->page());
    QVERIFY(keys);
    QStringList words;
    for (const QLabel *label : keys->findChildren<QLabel *>()) {
        if (!label->isHidden()) {
            words.append(label->text());
        }
    }
    QCOMPARE(words.count(u"F3"_qs), 1);
    QVERIFY(words.indexOf(u"F3"_qs) < words.indexOf(u"ALL KEYS"_qs));
    QVERIFY(words.contains(u"Chưa gọi ai."_qs));
    QCOMPARE(words.count(u"Ctrl+Enter"_qs), 1); // the page's own act comes first
    QVERIFY(words.indexOf(u"F5"_qs) > words.indexOf(u"ALL KEYS"_qs)); // not offered now
}

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
