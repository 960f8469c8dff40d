// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/NewSecretPage.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/SecretEdit.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;

class tst_NewSecretPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPinIsTypedTwice();
    void aFlawIsToldAndNothingIsGiven_data();
    void aFlawIsToldAndNothingIsGiven();
    void twoThatDifferAreNotGiven();
    void aPasswordNeedsTheOneBefore();
    void theLinesAreEmptyOnceGiven();
    void nothingIsGivenTwice();

private:
    void open(NewSecretPage::Kind kind, const NewSecretPage::Judge &judge = {});
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }
    void type(const QString &text) { QTest::keyClicks(m_window->focusWidget(), text); }

    std::unique_ptr<MainWindow> m_window;
    NewSecretPage *m_page = nullptr;
    std::unique_ptr<QSignalSpy> m_chosen;
};

void tst_NewSecretPage::open(NewSecretPage::Kind kind, const NewSecretPage::Judge &judge)
{
    m_chosen.reset();
    m_window = std::make_unique<MainWindow>();
    m_page = new NewSecretPage(kind, m_window.get());
    m_page->setJudge(judge);
    m_chosen = std::make_unique<QSignalSpy>(m_page, &NewSecretPage::chosen);
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
}

void tst_NewSecretPage::aPinIsTypedTwice()
{
    open(NewSecretPage::Kind::Pin);
    type(QStringLiteral("274951"));
    press(Qt::Key_Return); // Enter goes on, it does not give
    QCOMPARE(m_chosen->size(), 0);
    type(QStringLiteral("274951"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(m_chosen->at(0), QVariantList({QString(), QStringLiteral("274951")}));
}

void tst_NewSecretPage::aFlawIsToldAndNothingIsGiven_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("word");
    QTest::newRow("too short a password") << ErrorCode::PasswordTooShort << QString() << QStringLiteral("10 characters");
    QTest::newRow("one's name") << ErrorCode::Invalid << QStringLiteral("password-is-name") << QStringLiteral("your name");
    QTest::newRow("anybody's first try") << ErrorCode::Invalid << QStringLiteral("password-trivial") << QStringLiteral("among the first");
    QTest::newRow("a trivial PIN") << ErrorCode::Invalid << QStringLiteral("pin-trivial") << QStringLiteral("This PIN");
    QTest::newRow("letters in a PIN") << ErrorCode::Invalid << QStringLiteral("pin-not-digits") << QStringLiteral("digits only");
    QTest::newRow("a PIN too long") << ErrorCode::Invalid << QStringLiteral("pin-length") << QStringLiteral("6 to 12");
}

void tst_NewSecretPage::aFlawIsToldAndNothingIsGiven()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    QFETCH(QString, word);
    open(NewSecretPage::Kind::Pin, [code, detail](const QString &) { return std::optional(Error{code, detail}); });
    type(QStringLiteral("274951"));
    press(Qt::Key_Return);
    type(QStringLiteral("274951"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_chosen->size(), 0);
    QVERIFY(m_window->strip()->notice().text.contains(word));
    QVERIFY(m_window->strip()->notice().text.contains(QStringLiteral("Nothing was changed")));
}

void tst_NewSecretPage::twoThatDifferAreNotGiven()
{
    open(NewSecretPage::Kind::Pin);
    type(QStringLiteral("274951"));
    press(Qt::Key_Return);
    type(QStringLiteral("274952"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_chosen->size(), 0);
    type(QStringLiteral("274951")); // the caret is in the second line, which is empty again
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_chosen->size(), 1);
}

void tst_NewSecretPage::aPasswordNeedsTheOneBefore()
{
    open(NewSecretPage::Kind::Password);
    press(Qt::Key_Return);
    type(QStringLiteral("bo cau trang"));
    press(Qt::Key_Return);
    type(QStringLiteral("bo cau trang"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_chosen->size(), 0);
    type(QStringLiteral("hoa sen ben ho"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(m_chosen->at(0), QVariantList({QStringLiteral("hoa sen ben ho"), QStringLiteral("bo cau trang")}));
}

void tst_NewSecretPage::theLinesAreEmptyOnceGiven()
{
    aPasswordNeedsTheOneBefore();
    const QList<SecretEdit *> edits = m_page->findChildren<SecretEdit *>();
    QCOMPARE(edits.size(), 3);
    for (const SecretEdit *edit : edits) {
        QVERIFY(edit->text().isEmpty());
    }
}

void tst_NewSecretPage::nothingIsGivenTwice()
{
    aPinIsTypedTwice();
    m_window->act(KeyAct::Main);
    QCOMPARE(m_chosen->size(), 1);
    QVERIFY(m_window->strip()->isVisible());
}

QTEST_MAIN(tst_NewSecretPage)
#include "tst_NewSecretPage.moc"
