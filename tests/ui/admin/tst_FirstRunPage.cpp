// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/admin/FirstRunPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/MessageStrip.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using Step = FirstRunPage::Step;

namespace {

const QString Key = QStringLiteral("FGH34-KLM56-PQR78-TVX92-FGH34-KLM56-PQR78-TVX92");

QList<int> differing(const QString &typed)
{
    QString letters = typed.toUpper();
    letters.remove(u'-').remove(u' ');
    const QString right = QString(Key).remove(u'-');
    QList<int> groups;
    for (int group = 0; group < 8; ++group) {
        if (letters.mid(group * 5, 5) != right.mid(group * 5, 5)) {
            groups.append(group + 1);
        }
    }
    return groups;
}

} // namespace

/** A desk is set up by keyboard alone, and only with a key that is on paper. */
class tst_FirstRunPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void byKeyboardToTheEnd();
    void aFlawKeepsTheStep_data();
    void aFlawKeepsTheStep();
    void twoPasswordsMustAgree();
    void aWrongKeyIsNotEnough();
    void escapeGoesBackAndKeepsEverything();
    void afterAFaultItCanBeTriedAgain();

private:
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }
    void type(const QString &text) { test::commit(m_window.get(), text); }
    void keys(const QString &text) { QTest::keyClicks(m_window->focusWidget(), text); }
    void next() { press(Qt::Key_Return, Qt::ControlModifier); }
    void unit();
    void administrator(const QString &again = QStringLiteral("ca phe sang som"));

    std::unique_ptr<MainWindow> m_window;
    FirstRunPage *m_page = nullptr;
    std::unique_ptr<QSignalSpy> m_answered;
    std::optional<Error> m_flaw;
};

void tst_FirstRunPage::init()
{
    m_flaw.reset();
    m_window = std::make_unique<MainWindow>();
    m_page = new FirstRunPage(m_window.get());
    m_page->setRecoveryKey(Key, differing);
    m_page->setJudge([this](Step, const FirstRunAnswers &) { return m_flaw; });
    m_answered = std::make_unique<QSignalSpy>(m_page, &FirstRunPage::answered);
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
}

void tst_FirstRunPage::cleanup()
{
    m_answered.reset();
    m_window.reset();
}

void tst_FirstRunPage::unit()
{
    type(QStringLiteral("Trung tâm phường Hòa An"));
    press(Qt::Key_Return);
    type(QStringLiteral("Ủy ban nhân dân phường Hòa An"));
    press(Qt::Key_Return);
    type(QStringLiteral("Hòa An"));
    press(Qt::Key_Return);
    type(QStringLiteral("H26.31.05"));
    press(Qt::Key_Return);
    press(Qt::Key_Plus);
    press(Qt::Key_Plus);
    press(Qt::Key_Return);
    press(Qt::Key_Space);
    next();
}

void tst_FirstRunPage::administrator(const QString &again)
{
    type(QStringLiteral("Phan Thị Quản"));
    press(Qt::Key_Return);
    keys(QStringLiteral("ca phe sang som"));
    press(Qt::Key_Return);
    keys(again);
    next();
}

void tst_FirstRunPage::byKeyboardToTheEnd()
{
    unit();
    QCOMPARE(m_page->step(), Step::Administrator);
    administrator();
    QCOMPARE(m_page->step(), Step::KeyShown);
    next();
    QCOMPARE(m_page->step(), Step::KeyTyped);
    keys(Key.toLower());
    next();
    QCOMPARE(m_answered->size(), 1);
    const auto answers = m_answered->at(0).at(0).value<FirstRunAnswers>();
    QCOMPARE(answers.unitName, QStringLiteral("Trung tâm phường Hòa An"));
    QCOMPARE(answers.governingBody, QStringLiteral("Ủy ban nhân dân phường Hòa An"));
    QCOMPARE(answers.place, QStringLiteral("Hòa An"));
    QCOMPARE(answers.organisationCode, QStringLiteral("H26.31.05"));
    QCOMPARE(answers.deskNumber, 3);
    QVERIFY(answers.onlyDesk);
    QCOMPARE(answers.administrator, QStringLiteral("Phan Thị Quản"));
    QCOMPARE(answers.password, QStringLiteral("ca phe sang som"));
    m_window->act(KeyAct::Main); // busy: not twice
    QCOMPARE(m_answered->size(), 1);
}

void tst_FirstRunPage::aFlawKeepsTheStep_data()
{
    QTest::addColumn<QString>("flaw");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("word");
    QTest::addRow("unit") << QStringLiteral("unit-name") << QStringLiteral("Name of the centre") << QStringLiteral("sign");
    QTest::addRow("body") << QStringLiteral("governing-body") << QStringLiteral("Governing body") << QStringLiteral("above the centre");
    QTest::addRow("place") << QStringLiteral("place") << QStringLiteral("Place") << QStringLiteral("comma");
    QTest::addRow("organisation") << QStringLiteral("organisation-code") << QStringLiteral("Organisation code") << QStringLiteral("H26.31.05");
    QTest::addRow("desk") << QStringLiteral("desk-number") << QStringLiteral("Desk number") << QStringLiteral("smaller");
}

void tst_FirstRunPage::aFlawKeepsTheStep()
{
    QFETCH(QString, flaw);
    QFETCH(QString, field);
    QFETCH(QString, word);
    m_flaw = Error{ErrorCode::Invalid, flaw};
    unit();
    QCOMPARE(m_page->step(), Step::Unit);
    QCOMPARE(m_window->focusWidget()->accessibleName(), field);
    QVERIFY(m_window->strip()->isVisible());
    QVERIFY2(m_window->strip()->notice().text.contains(word), qPrintable(m_window->strip()->notice().text));
}

void tst_FirstRunPage::twoPasswordsMustAgree()
{
    unit();
    administrator(QStringLiteral("ca phe sang som1"));
    QCOMPARE(m_page->step(), Step::Administrator);
    keys(QStringLiteral("ca phe sang som"));
    next();
    QCOMPARE(m_page->step(), Step::KeyShown);
}

void tst_FirstRunPage::aWrongKeyIsNotEnough()
{
    unit();
    administrator();
    next();
    keys(QString(Key).replace(u'9', u'3'));
    next();
    QCOMPARE(m_answered->size(), 0);
    QCOMPARE(m_page->step(), Step::KeyTyped);
}

void tst_FirstRunPage::escapeGoesBackAndKeepsEverything()
{
    unit();
    administrator();
    press(Qt::Key_Escape);
    QCOMPARE(m_page->step(), Step::Administrator);
    next();
    QCOMPARE(m_page->step(), Step::KeyShown);
}

void tst_FirstRunPage::afterAFaultItCanBeTriedAgain()
{
    byKeyboardToTheEnd();
    m_page->refuse({ErrorCode::DiskFull, {}});
    QVERIFY(m_window->strip()->notice().text.contains(QStringLiteral("DiskFull")));
    m_window->act(KeyAct::Main);
    QCOMPARE(m_answered->size(), 2);
}

QTEST_MAIN(tst_FirstRunPage)
#include "tst_FirstRunPage.moc"
