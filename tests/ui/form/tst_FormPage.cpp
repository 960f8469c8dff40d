// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FieldRow.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Theme.h"
#include <QElapsedTimer>
#include <QApplication>

#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

namespace {

const QDate Today(2026, 11, 23);

} // namespace

/** A form is filled by keyboard, and nothing typed is lost or guessed. */
class tst_FormPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void typedBecomesNormalForm_data();
    void typedBecomesNormalForm();
    void enterGoesToTheNextField();
    void committedTextCountsPreeditDoesNot();
    void everyKeystrokeIsTold();
    void conditionsShowAndHide();
    void missingIsAListFromTheFirstSecond();
    void toDoWalksRound();
    void threeKindsOfEmpty();
    void emptyKindsOnlyWhereAllowed();
    void nothingIsRedBeforeTheFieldWasLeft();
    void whatArrivesShowsItsSource();
    void theMarkMovesNothing_data();
    void theMarkMovesNothing();
    void redrawingTellsNothing();
    void clearedIsNotAskedAgain();
    void aLongFormKeepsItsTabOrder();
    void nothingIsDressedBeforeItIsShown();
    void belowTheEdgeComesAfterTheFirstPicture();
    void theCaretGoesBelowTheEdgeAtOnce();

private:
    void openLongForm();
    [[nodiscard]] int lines() const; ///< that are made
    void type(const QString &field, const QString &text);
    [[nodiscard]] FieldValue lastTold() const { return m_told->constLast().at(1).value<FieldValue>(); }

    Language m_vietnamese;
    std::unique_ptr<MainWindow> m_window;
    FormPage *m_page = nullptr;
    std::unique_ptr<QSignalSpy> m_told;
};

void tst_FormPage::init()
{
    m_window = std::make_unique<MainWindow>();
    m_page = new FormPage(m_window.get());
    const FormSchema schema = test::everyType();
    m_page->setForm(FormChecker(schema), schema.blank(), Today);
    m_told = std::make_unique<QSignalSpy>(m_page, &FormPage::fieldChanged);
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
}

void tst_FormPage::cleanup()
{
    m_told.reset();
    m_window.reset();
}

void tst_FormPage::type(const QString &field, const QString &text)
{
    QVERIFY(m_page->focusField(field));
    test::commit(m_window.get(), text);
}

void tst_FormPage::typedBecomesNormalForm_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a date with slashes") << "birth" << "5/3/41" << "1941-03-05" << "05/03/1941";
    QTest::newRow("a date without") << "birth" << "050341" << "1941-03-05" << "05/03/1941";
    QTest::newRow("a year alone where that is allowed") << "partial" << "1941" << "1941" << "1941";
    QTest::newRow("a day that does not exist stays as typed") << "birth" << "31/2/1941" << "31/2/1941" << "31/2/1941";
    QTest::newRow("a name keeps its spelling") << "name" << "  Y  Thiêm Êñuôl " << "Y Thiêm Êñuôl" << "Y Thiêm Êñuôl";
    QTest::newRow("a number") << "copies" << "007" << "7" << "7";
}

void tst_FormPage::typedBecomesNormalForm()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    QFETCH(QString, shown);
    type(field, typed);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_page->draft().text(field), stored);
    QCOMPARE(lastTold(), FieldValue::given(stored));
    QCOMPARE(static_cast<QLineEdit *>(m_page->row(field)->stop())->text(), shown);
}

void tst_FormPage::enterGoesToTheNextField()
{
    const QStringList order = {u"name"_qs, u"birth"_qs, u"partial"_qs, u"relation"_qs, u"number"_qs, u"phone"_qs, u"email"_qs, u"address"_qs,
        u"authorised"_qs, u"copies"_qs};
    QCOMPARE(m_window->focusWidget(), m_page->firstField());
    for (const QString &field : order) {
        QCOMPARE(m_window->focusWidget(), m_page->row(field)->stop());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    }
    QCOMPARE(m_told->size(), 0);
}

void tst_FormPage::committedTextCountsPreeditDoesNot()
{
    QVERIFY(m_page->focusField(QStringLiteral("name")));
    QInputMethodEvent composing(QStringLiteral("Nguyê"), {});
    QCoreApplication::sendEvent(m_window->focusWidget(), &composing);
    QCOMPARE(m_told->size(), 0);
    test::commit(m_window.get(), QStringLiteral("Nguyễn"));
    QCOMPARE(m_page->draft().text(QStringLiteral("name")), QStringLiteral("Nguyễn"));
}

void tst_FormPage::everyKeystrokeIsTold()
{
    QVERIFY(m_page->focusField(QStringLiteral("address")));
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("12 Tr"));
    QCOMPARE(m_told->size(), 4); // the space alone changes nothing
    QCOMPARE(lastTold(), FieldValue::given(QStringLiteral("12 Tr")));
}

void tst_FormPage::conditionsShowAndHide()
{
    QVERIFY(!m_page->focusField(QStringLiteral("which")));
    QVERIFY(m_page->focusField(QStringLiteral("relation")));
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("quan"));
    QCOMPARE(m_page->draft().text(QStringLiteral("relation")), QStringLiteral("other"));
    QVERIFY(m_page->focusField(QStringLiteral("which")));
    QVERIFY(m_page->tasks().contains(QStringLiteral("Nêu rõ")));
    QVERIFY(m_page->focusField(QStringLiteral("relation")));
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("ban"));
    QVERIFY(!m_page->focusField(QStringLiteral("which")));
    QVERIFY(!m_page->tasks().contains(QStringLiteral("Nêu rõ")));
}

void tst_FormPage::missingIsAListFromTheFirstSecond()
{
    QCOMPARE(m_page->tasks(), QStringList({u"Họ, chữ đệm, tên"_qs, u"Ngày sinh"_qs, u"Quan hệ"_qs}));
    type(QStringLiteral("name"), QStringLiteral("K’Brôi"));
    QCOMPARE(m_page->tasks().size(), 2);
    m_page->setOtherTasks({u"Giấy chứng sinh"_qs});
    QCOMPARE(m_page->tasks().constLast(), u"Giấy chứng sinh"_qs);
}

void tst_FormPage::toDoWalksRound()
{
    const auto press = [this] { QTest::keyClick(m_window->focusWidget(), Qt::Key_E, Qt::ControlModifier); };
    QVERIFY(m_page->focusField(QStringLiteral("phone")));
    press();
    QCOMPARE(m_window->focusWidget(), m_page->row(QStringLiteral("name"))->stop());
    press();
    QCOMPARE(m_window->focusWidget(), m_page->row(QStringLiteral("birth"))->stop());
    press();
    press();
    QCOMPARE(m_window->focusWidget(), m_page->row(QStringLiteral("name"))->stop());
    QVERIFY(m_window->strip()->notice().text.contains(QStringLiteral("Họ, chữ đệm, tên")));
}

void tst_FormPage::threeKindsOfEmpty()
{
    const auto press = [this] { QTest::keyClick(m_window->focusWidget(), Qt::Key_0, Qt::ControlModifier); };
    QVERIFY(m_page->focusField(QStringLiteral("partial")));
    const auto *line = static_cast<QLineEdit *>(m_page->row(QStringLiteral("partial"))->stop());
    QStringList looks = {line->placeholderText()};
    press();
    QCOMPARE(lastTold().state, FieldValue::State::ToFollow);
    looks.append(line->placeholderText());
    press();
    QCOMPARE(lastTold().state, FieldValue::State::DeclaredAbsent);
    looks.append(line->placeholderText());
    QCOMPARE(QSet<QString>(looks.begin(), looks.end()).size(), 3);
    press();
    QCOMPARE(lastTold().state, FieldValue::State::NotAsked);
    press();
    test::commit(m_window.get(), QStringLiteral("1941"));
    QCOMPARE(lastTold(), FieldValue::given(QStringLiteral("1941")));
}

void tst_FormPage::emptyKindsOnlyWhereAllowed()
{
    QVERIFY(m_page->focusField(QStringLiteral("name")));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_told->size(), 0);
    QVERIFY(m_window->strip()->isVisible());
    type(QStringLiteral("partial"), QStringLiteral("1941"));
    const qsizetype before = m_told->size();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_told->size(), before);
}

void tst_FormPage::nothingIsRedBeforeTheFieldWasLeft()
{
    type(QStringLiteral("birth"), QStringLiteral("31/2/1941"));
    QWidget *birth = m_page->row(QStringLiteral("birth"))->stop();
    QVERIFY(!birth->property("wrong").toBool());
    QTest::keyClick(birth, Qt::Key_Return);
    QVERIFY(birth->property("wrong").toBool());
    QVERIFY(!m_page->row(QStringLiteral("name"))->stop()->property("wrong").toBool());
    type(QStringLiteral("birth"), QStringLiteral("1/2/1941"));
}

void tst_FormPage::whatArrivesShowsItsSource()
{
    m_page->setValue(QStringLiteral("number"), FieldValue::given(QStringLiteral("001185012345"), Provenance::ChipVerified));
    QCOMPARE(m_told->size(), 0);
    QCOMPARE(m_page->draft().value(QStringLiteral("number")).source, Provenance::ChipVerified);
    QVERIFY(m_page->focusField(QStringLiteral("number")));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_End);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Backspace);
    QCOMPARE(lastTold(), FieldValue::given(QStringLiteral("00118501234"), Provenance::Typed));
}

void tst_FormPage::theMarkMovesNothing_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("of a line that takes the room there is") << "name";
    QTest::newRow("of a line made for what it holds") << "birth";
    QTest::newRow("of a list") << "relation";
    QTest::newRow("of a number with its buttons") << "copies";
}

void tst_FormPage::theMarkMovesNothing()
{
    QFETCH(QString, field);
    QWidget *line = m_page->row(field)->stop();
    const QRect before(line->mapTo(m_page, QPoint()), line->size());
    const auto marks = [this] {
        QList<QLabel *> shown = m_page->findChildren<QLabel *>();
        shown.removeIf([](const QLabel *one) { return one->text() != u"◆" || !one->isVisible(); });
        return shown;
    };
    m_page->setValue(field, FieldValue::given(field == u"copies" ? u"2"_qs : QString(), Provenance::ChipVerified));
    QTRY_COMPARE(QRect(line->mapTo(m_page, QPoint()), line->size()), before);
    QCOMPARE(marks().size(), 1);
    const QLabel *mark = marks().constFirst();
    QCOMPARE(mark->accessibleName(), QStringLiteral("chip, đã xác thực"));
    QTRY_VERIFY(mark->mapTo(m_page, QPoint()).x() > before.right() && mark->width() >= 20);
    m_page->row(field)->setProblem(std::nullopt, {QStringLiteral("Xem lại")});
    m_page->row(field)->point();
    const QObjectList siblings = mark->parentWidget()->children();
    const auto note = std::find_if(siblings.cbegin(), siblings.cend(), [](const QObject *one) {
        const auto *label = qobject_cast<const QLabel *>(one);
        return label && label->text().contains(u"Xem lại");
    });
    QVERIFY(note != siblings.cend());
    // A screen reader goes in this order: the answer, where it comes from, what is said of it.
    QVERIFY(siblings.indexOf(mark) > siblings.indexOf(line->parentWidget() == mark->parentWidget() ? line : line->parentWidget()));
    QCOMPARE(siblings.indexOf(*note), siblings.indexOf(mark) + 1);
    m_page->setValue(field, {});
    QCOMPARE(marks().size(), 0);
}

void tst_FormPage::redrawingTellsNothing()
{
    FormDraft draft;
    draft.set(QStringLiteral("birth"), FieldValue::given(QStringLiteral("1941-03-05")));
    draft.set(QStringLiteral("relation"), FieldValue::given(QStringLiteral("sibling")));
    draft.set(QStringLiteral("authorised"), FieldValue::given(QStringLiteral("1")));
    m_page->setForm(FormChecker(test::everyType()), draft, Today);
    QCOMPARE(m_told->size(), 0);
    QCOMPARE(m_page->draft(), draft);
    QCOMPARE(static_cast<QComboBox *>(m_page->row(QStringLiteral("relation"))->stop())->currentText(), QStringLiteral("Anh, chị, em ruột"));
    // Walking through an unchanged form tells nothing either.
    QVERIFY(m_page->focusField(QStringLiteral("birth")));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_told->size(), 0);
}

void tst_FormPage::clearedIsNotAskedAgain()
{
    type(QStringLiteral("name"), QStringLiteral("An"));
    static_cast<QLineEdit *>(m_window->focusWidget())->selectAll();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Delete);
    QCOMPARE(lastTold(), FieldValue());
    QVERIFY(m_page->tasks().contains(QStringLiteral("Họ, chữ đệm, tên")));
}

void tst_FormPage::aLongFormKeepsItsTabOrder()
{
    const FormSchema schema = test::longForm(150);
    m_page->setForm(FormChecker(schema), schema.blank(), Today);
    QVERIFY(m_page->focusField(QStringLiteral("f0")));
    for (int index = 0; index < 150; ++index) {
        QCOMPARE(m_window->focusWidget(), m_page->row(QStringLiteral("f%1").arg(index))->stop());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    }
    QCOMPARE(m_page->tasks().size(), 150);
}

void tst_FormPage::nothingIsDressedBeforeItIsShown()
{
    // To match the style sheet is what costs most when a form opens: it is done once for each widget, when all that it asks for is known.
    auto *page = new FormPage(m_window.get());
    page->hide();
    const FormSchema schema = test::everyType();
    page->setForm(FormChecker(schema), schema.blank(), Today);
    QStringList dressed;
    for (const QWidget *one : page->findChildren<QWidget *>()) {
        if (one->testAttribute(Qt::WA_WState_Polished)) {
            dressed.append(QString::fromLatin1(one->metaObject()->className()));
        }
    }
    QVERIFY2(dressed.isEmpty(), qPrintable(dressed.join(u' ')));
}

/** A form of 150 questions in a window that has room for fewer than 30, before anything of it is painted. */
void tst_FormPage::openLongForm()
{
    auto *page = new FormPage(m_window.get());
    const FormSchema schema = test::longForm(150);
    page->setForm(FormChecker(schema), schema.blank(), Today);
    m_window->show(page);
    m_page = page;
    QVERIFY(lines() >= 20);
    QVERIFY2(lines() <= 40, qPrintable(QString::number(lines())));
    QVERIFY(page->firstField()->isVisible());
    QCOMPARE(page->tasks().size(), 150); // what nobody sees yet is needed all the same
}

int tst_FormPage::lines() const
{
    return static_cast<int>(m_page->findChildren<QLineEdit *>().size());
}

void tst_FormPage::belowTheEdgeComesAfterTheFirstPicture()
{
    openLongForm();
    m_page->setValue(u"f148"_qs, FieldValue::given(u"ở dưới"_qs)); // as a card does, which fills what is below too
    QVERIFY(lines() <= 40);
    QTRY_COMPARE(lines(), 150);
    for (int index = 0; index < 150; ++index) {
        QVERIFY2(m_page->row(u"f%1"_qs.arg(index))->stop()->isVisible(), qPrintable(QString::number(index)));
    }
    QCOMPARE(static_cast<QLineEdit *>(m_page->row(u"f148"_qs)->stop())->text(), u"ở dưới"_qs);
    // In their order, for the keyboard and on the screen.
    QWidget *before = m_page->row(u"f0"_qs)->stop();
    before->setFocus();
    for (int index = 1; index < 150; ++index) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        QWidget *next = m_page->row(u"f%1"_qs.arg(index))->stop();
        QCOMPARE(m_window->focusWidget(), next);
        QVERIFY(before->mapTo(m_page, QPoint()).y() < next->mapTo(m_page, QPoint()).y());
        before = next;
    }
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    QVERIFY(!m_page->isAncestorOf(m_window->focusWidget()));
    // Another draft of the same form is on the screen as a whole.
    const FormSchema schema = test::longForm(150);
    m_page->setForm(FormChecker(schema), schema.blank(), Today);
    QCOMPARE(lines(), 150);
    QVERIFY(static_cast<QLineEdit *>(m_page->row(u"f148"_qs)->stop())->text().isEmpty());
}

void tst_FormPage::theCaretGoesBelowTheEdgeAtOnce()
{
    openLongForm();
    QVERIFY(m_page->focusField(u"f149"_qs));
    QCOMPARE(m_window->focusWidget(), m_page->row(u"f149"_qs)->stop());
    QVERIFY(m_page->row(u"f149"_qs)->stop()->isVisible());

    openLongForm();
    const QList<QLineEdit *> made = m_page->findChildren<QLineEdit *>();
    made.constLast()->setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_window->focusWidget(), m_page->row(u"f%1"_qs.arg(made.size()))->stop());
}

QTEST_MAIN(tst_FormPage)
#include "tst_FormPage.moc"
