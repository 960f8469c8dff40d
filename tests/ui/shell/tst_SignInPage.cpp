// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SignInPage.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/SecretEdit.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;

class tst_SignInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nameEnterPasswordEnter();
    void aKnownNameNeedsOnlyThePassword();
    void thePasswordIsGoneFromThePage();
    void nothingIsGivenTwice();
    void aWaitIsCountedDown();
    void aPinIsAskedWhenOneComesBack();
    void aPinThatIsGoneFallsBackToThePassword();
    void emptyIsAskedForAgain();

private:
    void press(int key) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key)); }
    void type(const QString &text) { QTest::keyClicks(m_window->focusWidget(), text); }

    std::unique_ptr<MainWindow> m_window;
    SignInPage *m_page = nullptr;
    std::unique_ptr<QSignalSpy> m_passwords;
    std::unique_ptr<QSignalSpy> m_pins;
};

void tst_SignInPage::init()
{
    m_window = std::make_unique<MainWindow>();
    m_page = new SignInPage(m_window.get());
    m_passwords = std::make_unique<QSignalSpy>(m_page, &SignInPage::passwordGiven);
    m_pins = std::make_unique<QSignalSpy>(m_page, &SignInPage::pinGiven);
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
}

void tst_SignInPage::cleanup()
{
    m_pins.reset();
    m_passwords.reset();
    m_window.reset();
}

void tst_SignInPage::nameEnterPasswordEnter()
{
    test::commit(m_window.get(), QStringLiteral("Trần Minh Đức"));
    press(Qt::Key_Return);
    QVERIFY(qobject_cast<SecretEdit *>(m_window->focusWidget()));
    type(QStringLiteral("hoa sen ben ho"));
    press(Qt::Key_Return);
    QCOMPARE(m_passwords->size(), 1);
    QCOMPARE(m_passwords->at(0).at(0).toString(), QStringLiteral("Trần Minh Đức"));
    QCOMPARE(m_passwords->at(0).at(1).toString(), QStringLiteral("hoa sen ben ho"));
}

void tst_SignInPage::aKnownNameNeedsOnlyThePassword()
{
    m_page->setPeople({{QStringLiteral("Đỗ Hạnh"), {}}});
    m_window->show(m_page);
    QVERIFY(qobject_cast<SecretEdit *>(m_window->focusWidget()));
    type(QStringLiteral("x"));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_passwords->at(0).at(0).toString(), QStringLiteral("Đỗ Hạnh"));
}

void tst_SignInPage::thePasswordIsGoneFromThePage()
{
    nameEnterPasswordEnter();
    QVERIFY(m_page->findChild<SecretEdit *>()->text().isEmpty());
}

void tst_SignInPage::nothingIsGivenTwice()
{
    nameEnterPasswordEnter();
    m_window->act(KeyAct::Main);
    QCOMPARE(m_passwords->size(), 1);
    m_page->refuse({ErrorCode::WrongPassword, QStringLiteral("0")});
    QVERIFY(qobject_cast<SecretEdit *>(m_window->focusWidget()));
    type(QStringLiteral("y"));
    press(Qt::Key_Return);
    QCOMPARE(m_passwords->size(), 2);
}

void tst_SignInPage::aWaitIsCountedDown()
{
    nameEnterPasswordEnter();
    m_page->refuse({ErrorCode::LockedOut, QStringLiteral("2")}, 2);
    QVERIFY(m_window->strip()->notice().text.contains(u'2'));
    type(QStringLiteral("y"));
    press(Qt::Key_Return);
    QCOMPARE(m_passwords->size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->strip()->notice().text, QStringLiteral("You can try again now."), 10000);
    press(Qt::Key_Return);
    QCOMPARE(m_passwords->size(), 2);
}

void tst_SignInPage::aPinIsAskedWhenOneComesBack()
{
    m_page->welcomeBack(QStringLiteral("Đỗ Hạnh"), true);
    m_window->show(m_page);
    type(QStringLiteral("246810"));
    press(Qt::Key_Return);
    QCOMPARE(m_pins->size(), 1);
    QCOMPARE(m_passwords->size(), 0);
    m_page->refuse({ErrorCode::WrongPin, QStringLiteral("4")});
    press(Qt::Key_F12); // the other way in
    QCOMPARE(m_page->way(), SignInPage::Way::Password);
    type(QStringLiteral("z"));
    press(Qt::Key_Return);
    QCOMPARE(m_passwords->size(), 1);
}

void tst_SignInPage::aPinThatIsGoneFallsBackToThePassword()
{
    m_page->welcomeBack(QStringLiteral("Đỗ Hạnh"), true);
    m_page->refuse({ErrorCode::PinUnavailable, {}});
    QCOMPARE(m_page->way(), SignInPage::Way::Password);
    QCOMPARE(m_page->acts().size(), 1);
}

void tst_SignInPage::emptyIsAskedForAgain()
{
    m_window->act(KeyAct::Main);
    QCOMPARE(m_passwords->size(), 0);
    QVERIFY(m_window->strip()->isVisible());
}

QTEST_MAIN(tst_SignInPage)
#include "tst_SignInPage.moc"
