// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/KeysPage.h"
#include "ui/shell/LetterRow.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/SecretEdit.h"
#include "ui/widgets/Theme.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace motcua;

/** The letters a keyboard lacks, written with the keyboard. */
class tst_LetterRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aKeyWritesItsLetterWhereTheCaretIs_data();
    void aKeyWritesItsLetterWhereTheCaretIs();
    void aLetterTakesThePlaceOfWhatIsMarked();
    void arrowsAndEnterWriteTheLetterTheyCameTo();
    void itStaysOpenUntilItIsClosed_data();
    void itStaysOpenUntilItIsClosed();
    void otherKeysDoWhatTheyAlwaysDo();
    void whatWasWrittenCanBeUndone();
    void theInputMethodWaitsMeanwhile();
    void whatIsWrittenIsTheAnswerAsItIsStored();
    void aTextOfSeveralLinesTakesThemToo();
    void aFieldForSomethingElseSaysWhy_data();
    void aFieldForSomethingElseSaysWhy();
    void anotherFieldClosesIt();
    void hidingTheWindowClosesIt();
    void beforeTheLettersAreReadItSaysSo();
    void everyLetterHasANameToBeReadOut();
    void theKeyIsAmongTheKeysOfThePage();
    void looksRight_data();
    void looksRight();

private:
    static QList<MinorityLetter> shipped();
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }
    [[nodiscard]] QLineEdit *line() const { return qobject_cast<QLineEdit *>(m_window->focusWidget()); }

    std::unique_ptr<MainWindow> m_window;
    FormPage *m_form = nullptr;
};

QList<MinorityLetter> tst_LetterRow::shipped()
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/letters/minority.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    const auto read = readLetters({file.fileName(), opened ? file.readAll() : QByteArray()});
    return read ? *read : QList<MinorityLetter>();
}

void tst_LetterRow::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->topBar()->setOfficer(QStringLiteral("Đức"));
    m_window->setLetters(shipped());
    m_form = new FormPage(m_window.get());
    m_form->setForm(FormChecker(test::everyType()), {}, QDate(2026, 11, 23));
    m_window->show(m_form);
    test::present(m_window.get(), {1366, 698});
    QVERIFY(line());
}

void tst_LetterRow::cleanup()
{
    m_window.reset();
}

void tst_LetterRow::aKeyWritesItsLetterWhereTheCaretIs_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("capital");
    QTest::addColumn<QString>("letter");
    for (const MinorityLetter &one : shipped()) {
        const int key = one.key.unicode();
        QTest::addRow("%s", qPrintable(one.nameEn)) << key << false << one.small;
        QTest::addRow("capital %s", qPrintable(one.nameEn)) << key << true << one.capital;
    }
}

void tst_LetterRow::aKeyWritesItsLetterWhereTheCaretIs()
{
    QFETCH(int, key);
    QFETCH(bool, capital);
    QFETCH(QString, letter);
    test::commit(m_window.get(), QStringLiteral("H’uôn"));
    line()->setCursorPosition(2);
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(m_window->letters()->isVisible());
    QTest::keyClick(line(), static_cast<Qt::Key>(key), capital ? Qt::ShiftModifier : Qt::NoModifier);
    QCOMPARE(line()->text(), u"H’"_qs + letter + u"uôn"_qs);
    QCOMPARE(line()->cursorPosition(), 2 + letter.size());
}

void tst_LetterRow::aLetterTakesThePlaceOfWhatIsMarked()
{
    test::commit(m_window.get(), QStringLiteral("Buôn"));
    line()->setSelection(0, 1);
    press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(line()->selectedText(), u"B"_qs);
    press(Qt::Key_B, Qt::ShiftModifier);
    QCOMPARE(line()->text(), u"Ƀuôn"_qs);
}

void tst_LetterRow::arrowsAndEnterWriteTheLetterTheyCameTo()
{
    const QLineEdit *field = line();
    press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(m_window->letters()->marked(), 0);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QCOMPARE(field->text(), u"č"_qs);
    press(Qt::Key_Left);
    press(Qt::Key_Left); // round to the last
    press(Qt::Key_Enter, Qt::KeypadModifier);
    press(Qt::Key_Right);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(field->text(), u"č’Ƀ"_qs);
    QCOMPARE(line(), field);
}

void tst_LetterRow::itStaysOpenUntilItIsClosed_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("with");
    QTest::newRow("Esc") << int(Qt::Key_Escape) << int(Qt::NoModifier);
    QTest::newRow("Ctrl+K again") << int(Qt::Key_K) << int(Qt::ControlModifier);
}

void tst_LetterRow::itStaysOpenUntilItIsClosed()
{
    QFETCH(int, key);
    QFETCH(int, with);
    QLineEdit *field = line();
    const QPoint bar = m_window->mapFromGlobal(m_window->page()->mapToGlobal(QPoint()));
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_E);
    press(Qt::Key_I);
    press(Qt::Key_O);
    QCOMPARE(field->text(), u"ĕĭŏ"_qs);
    QVERIFY(m_window->letters()->isVisible());
    press(key, Qt::KeyboardModifiers(with));
    QVERIFY(!m_window->letters()->isVisible());
    QCOMPARE(m_window->page(), m_form);
    QCOMPARE(line(), field);
    QCOMPARE(field->cursorPosition(), 3);
    QCOMPARE(m_window->mapFromGlobal(m_window->page()->mapToGlobal(QPoint())), bar);
    press(Qt::Key_E);
    QCOMPARE(field->text(), u"ĕĭŏe"_qs);
}

void tst_LetterRow::otherKeysDoWhatTheyAlwaysDo()
{
    press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(line(), 'H', Qt::ShiftModifier);
    press(Qt::Key_K);
    press(Qt::Key_E, Qt::ShiftModifier);
    press(Qt::Key_Space);
    press(Qt::Key_T);
    press(Qt::Key_Backspace);
    QCOMPARE(line()->text(), u"H’Ĕ "_qs);
}

void tst_LetterRow::whatWasWrittenCanBeUndone()
{
    test::commit(m_window.get(), QStringLiteral("Y "));
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_N, Qt::ShiftModifier);
    press(Qt::Key_Escape);
    QCOMPARE(line()->text(), u"Y Ñ"_qs);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!line()->text().contains(u'Ñ'));
}

void tst_LetterRow::theInputMethodWaitsMeanwhile()
{
    QLineEdit *field = line();
    QVERIFY(field->testAttribute(Qt::WA_InputMethodEnabled));
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!field->testAttribute(Qt::WA_InputMethodEnabled));
    press(Qt::Key_Escape);
    QVERIFY(field->testAttribute(Qt::WA_InputMethodEnabled));
}

void tst_LetterRow::whatIsWrittenIsTheAnswerAsItIsStored()
{
    test::commit(m_window.get(), QStringLiteral("H’Lan "));
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_R, Qt::ShiftModifier);
    press(Qt::Key_Escape);
    test::commit(m_window.get(), QStringLiteral("ban"));
    press(Qt::Key_Return);
    QCOMPARE(m_form->draft().text(QStringLiteral("name")), u"H’Lan Ê\u0306ban"_qs);
}

void tst_LetterRow::aTextOfSeveralLinesTakesThemToo()
{
    QPlainTextEdit text(m_form);
    text.setGeometry(0, 0, 300, 80);
    text.show();
    text.setFocus();
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_U);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QCOMPARE(text.toPlainText(), u"ŭư\u0306"_qs);
    press(Qt::Key_Escape);
    QCOMPARE(m_window->focusWidget(), &text);
}

void tst_LetterRow::aFieldForSomethingElseSaysWhy_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"a secret", "a number", "a date", "a code", "read only", "no field"}) {
        QTest::newRow(field) << QString::fromLatin1(field);
    }
}

void tst_LetterRow::aFieldForSomethingElseSaysWhy()
{
    QFETCH(QString, field);
    QLineEdit plain(m_form);
    SecretEdit secret(m_form);
    QLineEdit *other = field == u"a secret" ? &secret : &plain;
    if (field == u"a number") {
        plain.setInputMethodHints(Qt::ImhDigitsOnly);
    } else if (field == u"a date") {
        plain.setInputMethodHints(Qt::ImhPreferNumbers);
    } else if (field == u"a code") {
        plain.setAttribute(Qt::WA_InputMethodEnabled, false);
    } else if (field == u"read only") {
        plain.setReadOnly(true);
    }
    other->show();
    other->setFocus();
    if (field == u"no field") {
        press(Qt::Key_F6);
        QVERIFY(!line());
    } else {
        QCOMPARE(line(), other);
    }
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!m_window->letters()->isVisible());
    QVERIFY(m_window->strip()->isVisible());
    QVERIFY(m_window->strip()->notice().text.contains(u"Nothing was changed"_qs));
    press(Qt::Key_B);
    QVERIFY(!other->text().contains(u'ƀ'));
}

void tst_LetterRow::anotherFieldClosesIt()
{
    const QLineEdit *field = line();
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_Tab);
    QVERIFY(m_window->focusWidget() != field);
    QVERIFY(!m_window->letters()->isVisible());
    QVERIFY(field->testAttribute(Qt::WA_InputMethodEnabled));
}

void tst_LetterRow::hidingTheWindowClosesIt()
{
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_F12);
    QVERIFY(!m_window->letters()->isOpen());
}

void tst_LetterRow::beforeTheLettersAreReadItSaysSo()
{
    m_window->setLetters({});
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!m_window->letters()->isVisible());
    QVERIFY(m_window->strip()->notice().text.contains(u"still being read"_qs));
}

void tst_LetterRow::everyLetterHasANameToBeReadOut()
{
    const Language english(Language::Code::English);
    press(Qt::Key_K, Qt::ControlModifier);
    const QList<KeyButton *> buttons = m_window->letters()->buttons();
    QCOMPARE(buttons.size(), shipped().size());
    QCOMPARE(buttons.constFirst()->accessibleName(), u"b with stroke"_qs);
    QCOMPARE(buttons.constFirst()->accessibleDescription(), u"B"_qs);
    for (const KeyButton *button : buttons) {
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(button->height() >= 30);
        QVERIFY(button->text().contains(button->key()));
    }
}

void tst_LetterRow::theKeyIsAmongTheKeysOfThePage()
{
    press(Qt::Key_F1);
    bool listed = false;
    const QList<QLabel *> labels = m_window->page()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        listed = listed || label->text() == u"Ctrl+K";
    }
    QVERIFY(listed);
}

void tst_LetterRow::looksRight_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("scale");
    QTest::newRow("light") << int(Theme::Name::Light) << 100;
    QTest::newRow("dark") << int(Theme::Name::Dark) << 100;
    QTest::newRow("large") << int(Theme::Name::Light) << 150;
    QTest::newRow("contrast") << int(Theme::Name::HighContrast) << 100;
}

void tst_LetterRow::looksRight()
{
    QFETCH(int, theme);
    QFETCH(int, scale);
    const Language vietnamese;
    Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
    cleanup();
    init();
    m_window->setTextScale(scale);
    test::commit(m_window.get(), QStringLiteral("H’Lan "));
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_R, Qt::ShiftModifier);
    press(Qt::Key_Right);
    QTRY_COMPARE(test::clipped(m_window.get()), QStringList());
    QCOMPARE(m_window->size(), QSize(1366, 698));
    test::screenshot(m_window.get(), QStringLiteral("letters-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    Theme::named(Theme::Name::Light).wear(*qApp);
}

QTEST_MAIN(tst_LetterRow)
#include "tst_LetterRow.moc"
