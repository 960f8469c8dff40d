// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FieldPath.h"
#include "tests/models/form/EngineForm.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FieldRow.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/ActionBar.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/RowGroup.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

namespace {

const QDate Today(2026, 11, 23);

} // namespace

/** Rows, parts that are declared absent, answers that follow from others and rules across them, by keyboard. */
class tst_FormRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rowsAreDrawnAsTheDraftSays_data();
    void rowsAreDrawnAsTheDraftSays();
    void aNewRowTakesTheCaretAndIsTold();
    void theButtonUnderTheRowsDoesTheSame();
    void noMoreRowsThanTheFormTakes();
    void noFewerRowsThanTheFormWants();
    void aRowGoesWhereTheCaretIs_data();
    void aRowGoesWhereTheCaretIs();
    void removedRowsComeBackLastFirst();
    void bringingBackKeepsWhatWasTypedSince();
    void lettersTypedBeforeDoNotStandInTheWayOfUndo();
    void outsideEveryRowNothingIsRemoved();
    void aButtonElsewhereKnowsWhereTheCaretWas();
    void theCaretGoesFromTopToBottom();
    void aPartIsDeclaredAbsentAndTakenBack();
    void theChoiceInTheHeadDoesTheSame();
    void anAbsentPartAsksForItsReason();
    void aFieldAsksWhyItIsLeftBlank();
    void computedAnswersFollowAndTakeNoCaret();
    void aRuleLeadsToItsRow();
    void whatHasNoCaretIsPassedAllTheSame();
    void warningsStandAtTheirFieldAndRefuseNothing();
    void anotherDraftOfTheSameFormBeginsAnew();

private:
    [[nodiscard]] QWidget *caret() const { return m_window->focusWidget(); }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(caret(), static_cast<Qt::Key>(key), with); }
    void type(const QString &path, const QString &text)
    {
        QVERIFY2(m_page->focusField(path), qPrintable(path));
        test::commit(m_window.get(), text);
    }
    void open(const FormDraft &draft) { m_page->setForm(FormChecker(m_schema), draft, Today); }
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] bool isOffered(KeyAct act) const;
    /** The caret is in the question at `path`. */
    [[nodiscard]] bool isAt(const QString &path) const { return m_page->focusedField() == path; }
    [[nodiscard]] bool isSaid(const QString &words) const { return m_window->strip()->isVisible() && m_window->strip()->notice().text.contains(words); }
    [[nodiscard]] bool stands(const QString &words) const;

    Language m_vietnamese;
    const FormSchema m_schema = test::engineForm();
    std::unique_ptr<MainWindow> m_window;
    FormPage *m_page = nullptr;
    std::unique_ptr<QSignalSpy> m_told;
    std::unique_ptr<QSignalSpy> m_rowsTold;
};

void tst_FormRows::init()
{
    QVERIFY(!m_schema.sections.isEmpty());
    m_window = std::make_unique<MainWindow>();
    m_page = new FormPage(m_window.get());
    open(m_schema.blank());
    m_told = std::make_unique<QSignalSpy>(m_page, &FormPage::fieldChanged);
    m_rowsTold = std::make_unique<QSignalSpy>(m_page, &FormPage::formChanged);
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
}

void tst_FormRows::cleanup()
{
    m_told.reset();
    m_rowsTold.reset();
    m_window.reset();
}

QStringList tst_FormRows::titles() const
{
    QStringList titles;
    for (const RowGroup *group : m_page->findChildren<RowGroup *>()) {
        if (!group->title().isEmpty() && group->isVisibleTo(m_page)) {
            titles.append(group->title());
        }
    }
    titles.sort();
    return titles;
}

bool tst_FormRows::isOffered(KeyAct act) const
{
    const QList<PageAct> acts = m_page->acts();
    return std::any_of(acts.cbegin(), acts.cend(), [act](const PageAct &one) { return one.act == act; });
}

bool tst_FormRows::stands(const QString &words) const
{
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *one) { return one->isVisibleTo(m_page) && one->text().contains(words); });
}

void tst_FormRows::rowsAreDrawnAsTheDraftSays_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("as many as the form wants at least") << QString() << QString() << QStringList{u"Trẻ 1"_qs};
    QTest::newRow("as many as the draft counts") << u"child"_qs << u"3"_qs << QStringList{u"Trẻ 1"_qs, u"Trẻ 2"_qs, u"Trẻ 3"_qs};
    QTest::newRow("an answer makes its row") << u"child[2].name"_qs << u"Trần Văn Em"_qs << QStringList{u"Trẻ 1"_qs, u"Trẻ 2"_qs};
    QTest::newRow("one too many stays in sight") << u"child"_qs << u"4"_qs << QStringList{u"Trẻ 1"_qs, u"Trẻ 2"_qs, u"Trẻ 3"_qs, u"Trẻ 4"_qs};
}

void tst_FormRows::rowsAreDrawnAsTheDraftSays()
{
    QFETCH(QString, path);
    QFETCH(QString, answer);
    QFETCH(QStringList, titles);
    FormDraft draft = m_schema.blank();
    if (!path.isEmpty()) {
        draft.set(path, FieldValue::given(answer));
    }
    open(draft);
    QCOMPARE(this->titles(), titles);
    QCOMPARE(m_rowsTold->size(), 0);
}

void tst_FormRows::aNewRowTakesTheCaretAndIsTold()
{
    type(u"child[1].name"_qs, u"Trần Thị Chị"_qs);
    press(Qt::Key_Insert, Qt::AltModifier);
    QVERIFY(isAt(u"child[2].name"_qs));
    QCOMPARE(rowsIn(m_page->draft(), u"child"_qs), 2);
    QCOMPARE(m_rowsTold->size(), 1);
    QCOMPARE(m_rowsTold->at(0).at(0).value<FormDraft>(), m_page->draft());
    test::commit(m_window.get(), u"Trần Văn Em"_qs);
    QCOMPARE(m_page->draft().text(u"child[2].name"_qs), u"Trần Văn Em"_qs);
    QCOMPARE(m_page->draft().text(u"child[1].name"_qs), u"Trần Thị Chị"_qs);
    QVERIFY(m_page->tasks().contains(u"Trẻ 2 · Ngày sinh"_qs));
}

void tst_FormRows::theButtonUnderTheRowsDoesTheSame()
{
    QVERIFY(m_page->focusField(u"child[1].first"_qs));
    press(Qt::Key_Return);
    const auto *button = qobject_cast<KeyButton *>(caret());
    QVERIFY(button);
    QVERIFY2(button->text().contains(u"Alt+Ins"), qPrintable(button->text()));
    press(Qt::Key_Return); // Enter presses nothing
    QCOMPARE(titles().size(), 1);
    QVERIFY(m_page->focusField(u"child[1].first"_qs));
    press(Qt::Key_Return);
    press(Qt::Key_Space);
    QVERIFY(isAt(u"child[2].name"_qs));
}

void tst_FormRows::noMoreRowsThanTheFormTakes()
{
    press(Qt::Key_Insert, Qt::AltModifier);
    press(Qt::Key_Insert, Qt::AltModifier);
    QCOMPARE(titles().size(), 3);
    press(Qt::Key_Insert, Qt::AltModifier);
    QCOMPARE(titles().size(), 3);
    QCOMPARE(m_rowsTold->size(), 2);
    QVERIFY(isSaid(u"3"_qs));
}

void tst_FormRows::noFewerRowsThanTheFormWants()
{
    type(u"child[1].name"_qs, u"Trần Thị Chị"_qs);
    press(Qt::Key_Delete, Qt::AltModifier);
    QCOMPARE(m_page->draft().text(u"child[1].name"_qs), u"Trần Thị Chị"_qs);
    QCOMPARE(m_rowsTold->size(), 0);
    QVERIFY(isSaid(u"1"_qs));
}

void tst_FormRows::aRowGoesWhereTheCaretIs_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QString>("caret");
    QTest::newRow("the first: the others move up") << 1 << QStringList{u"B"_qs, u"C"_qs} << u"child[1].name"_qs;
    QTest::newRow("one in the middle") << 2 << QStringList{u"A"_qs, u"C"_qs} << u"child[2].name"_qs;
    QTest::newRow("the last: the caret goes up") << 3 << QStringList{u"A"_qs, u"B"_qs} << u"child[2].name"_qs;
}

void tst_FormRows::aRowGoesWhereTheCaretIs()
{
    QFETCH(int, row);
    QFETCH(QStringList, left);
    QFETCH(QString, caret);
    FormDraft draft = m_schema.blank();
    for (int at = 1; at <= 3; ++at) {
        draft.set(u"child[%1].name"_qs.arg(at), FieldValue::given(QString(QChar(u'A' + at - 1))));
    }
    open(draft);
    QVERIFY(m_page->focusField(u"child[%1].weight"_qs.arg(row)));
    press(Qt::Key_Delete, Qt::AltModifier);
    QCOMPARE(titles(), QStringList({u"Trẻ 1"_qs, u"Trẻ 2"_qs}));
    QVERIFY2(isAt(caret), qPrintable(m_page->focusedField()));
    for (int at = 1; at <= 2; ++at) {
        const QString path = u"child[%1].name"_qs.arg(at);
        QCOMPARE(m_page->draft().text(path), left.at(at - 1));
        QCOMPARE(static_cast<QLineEdit *>(m_page->row(path)->stop())->text(), left.at(at - 1));
    }
    QCOMPARE(rowsIn(m_page->draft(), u"child"_qs), 2);
    QVERIFY(isSaid(u"Trẻ %1"_qs.arg(row)));
    QVERIFY(isSaid(u"Ctrl+Z"_qs));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_page->draft(), FormChecker(m_schema).completed(withRows(draft, u"child"_qs, 3), Today));
    QVERIFY(isAt(u"child[%1].name"_qs.arg(row)));
    QCOMPARE(m_rowsTold->size(), 2);
    QVERIFY(!isOffered(KeyAct::Undo));
}

void tst_FormRows::removedRowsComeBackLastFirst()
{
    FormDraft draft = m_schema.blank();
    for (int at = 1; at <= 3; ++at) {
        draft.set(u"child[%1].name"_qs.arg(at), FieldValue::given(QString(QChar(u'A' + at - 1))));
    }
    open(draft);
    QVERIFY(m_page->focusField(u"child[3].name"_qs));
    press(Qt::Key_Delete, Qt::AltModifier);
    QVERIFY(m_page->focusField(u"child[1].name"_qs));
    press(Qt::Key_Delete, Qt::AltModifier);
    QCOMPARE(m_page->draft().text(u"child[1].name"_qs), u"B"_qs);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    for (int at = 1; at <= 3; ++at) {
        QCOMPARE(m_page->draft().text(u"child[%1].name"_qs.arg(at)), QString(QChar(u'A' + at - 1)));
    }
}

void tst_FormRows::bringingBackKeepsWhatWasTypedSince()
{
    press(Qt::Key_Insert, Qt::AltModifier);
    type(u"child[1].name"_qs, u"A"_qs);
    type(u"child[2].name"_qs, u"B"_qs);
    QVERIFY(m_page->focusField(u"child[1].name"_qs));
    press(Qt::Key_Delete, Qt::AltModifier);
    type(u"child[1].weight"_qs, u"3100"_qs);
    type(u"asker.name"_qs, u"K’Brôi"_qs);
    QVERIFY(m_page->focusField(u"asker.phone"_qs));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_page->draft().text(u"child[1].name"_qs), u"A"_qs);
    QCOMPARE(m_page->draft().text(u"child[2].name"_qs), u"B"_qs);
    QCOMPARE(m_page->draft().text(u"child[2].weight"_qs), u"3100"_qs);
    QCOMPARE(m_page->draft().text(u"asker.name"_qs), u"K’Brôi"_qs);
}

void tst_FormRows::lettersTypedBeforeDoNotStandInTheWayOfUndo()
{
    press(Qt::Key_Insert, Qt::AltModifier);
    QVERIFY(m_page->focusField(u"child[1].name"_qs));
    QTest::keyClicks(caret(), u"An"_qs);
    QVERIFY(m_page->focusField(u"child[2].name"_qs));
    press(Qt::Key_Delete, Qt::AltModifier);
    QVERIFY(isAt(u"child[1].name"_qs));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(titles().size(), 2);
    QCOMPARE(m_page->draft().text(u"child[1].name"_qs), u"An"_qs);
}

void tst_FormRows::outsideEveryRowNothingIsRemoved()
{
    press(Qt::Key_Insert, Qt::AltModifier);
    QVERIFY(m_page->focusField(u"asker.name"_qs));
    QVERIFY(!isOffered(KeyAct::Drop));
    press(Qt::Key_Delete, Qt::AltModifier);
    QCOMPARE(titles().size(), 2);
    QVERIFY(m_window->strip()->isVisible()); // a key is never silent
}

void tst_FormRows::aButtonElsewhereKnowsWhereTheCaretWas()
{
    press(Qt::Key_Insert, Qt::AltModifier);
    type(u"child[1].name"_qs, u"A"_qs);
    const auto *actions = m_window->findChild<ActionBar *>();
    const QList<KeyButton *> buttons = actions->buttons();
    const auto remove = std::find_if(buttons.cbegin(), buttons.cend(), [](const KeyButton *one) { return one->key() == u"Alt+Del"; });
    QVERIFY(remove != buttons.cend());
    (*remove)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Space);
    QCOMPARE(titles().size(), 1);
    QVERIFY(m_page->draft().text(u"child[1].name"_qs).isEmpty());
    QVERIFY(isAt(u"child[1].name"_qs));
}

void tst_FormRows::theCaretGoesFromTopToBottom()
{
    QVERIFY(m_page->focusField(u"asker.name"_qs));
    press(Qt::Key_Insert, Qt::AltModifier);
    QVERIFY(m_page->focusField(u"asker.name"_qs));
    press(Qt::Key_Insert, Qt::AltModifier);
    QVERIFY(m_page->focusField(u"asker.name"_qs));
    QCoreApplication::sendPostedEvents(); // the layout settles
    int lastTop = -1;
    QStringList walked;
    for (int turn = 0; turn < 60 && m_page->isAncestorOf(caret()); ++turn) {
        const int top = caret()->mapTo(m_page, QPoint(0, 0)).y();
        QVERIFY2(top >= lastTop, qPrintable(m_page->focusedField()));
        lastTop = top;
        walked.append(m_page->focusedField());
        press(Qt::Key_Return);
    }
    for (const QString &path : {u"asker.married"_qs, u"father.ethnicity"_qs, u"child[1].name"_qs, u"child[2].first"_qs, u"child[3].weight"_qs, u"money.food"_qs}) {
        QVERIFY2(walked.contains(path), qPrintable(path + u": "_qs + walked.join(u" "_qs)));
    }
}

void tst_FormRows::aPartIsDeclaredAbsentAndTakenBack()
{
    type(u"father.name"_qs, u"Y Thiêm Êñuôl"_qs);
    QVERIFY(m_page->tasks().contains(u"Ngày sinh người cha"_qs));
    QVERIFY(isOffered(KeyAct::Absent));
    press(Qt::Key_0, Qt::AltModifier);
    QCOMPARE(m_told->constLast().at(0).toString(), u"father"_qs);
    QCOMPARE(m_told->constLast().at(1).value<FieldValue>().state, FieldValue::State::DeclaredAbsent);
    QVERIFY(!m_page->focusField(u"father.name"_qs));
    QVERIFY(!m_page->tasks().contains(u"Ngày sinh người cha"_qs));
    QVERIFY(m_page->isAncestorOf(caret()));
    QCOMPARE(m_page->draft().text(u"father.name"_qs), u"Y Thiêm Êñuôl"_qs);
    press(Qt::Key_0, Qt::AltModifier);
    QCOMPARE(m_page->draft().value(u"father"_qs), FieldValue());
    QVERIFY(isAt(u"father.name"_qs));
    QCOMPARE(static_cast<QLineEdit *>(caret())->text(), u"Y Thiêm Êñuôl"_qs);
}

void tst_FormRows::theChoiceInTheHeadDoesTheSame()
{
    QVERIFY(m_page->focusField(u"father.name"_qs));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    const auto *choice = qobject_cast<QCheckBox *>(caret());
    QVERIFY(choice);
    QVERIFY2(choice->text().startsWith(u"Không khai người cha") && choice->text().contains(u"Alt+0"), qPrintable(choice->text()));
    press(Qt::Key_Space);
    QVERIFY(!m_page->focusField(u"father.name"_qs));
    press(Qt::Key_Return); // to its reasons
    QVERIFY(qobject_cast<OptionBox *>(caret()));
    press(Qt::Key_Return);
    QVERIFY(isAt(u"child[1].name"_qs));
}

void tst_FormRows::anAbsentPartAsksForItsReason()
{
    QVERIFY(m_page->focusField(u"father.name"_qs));
    press(Qt::Key_0, Qt::AltModifier);
    QVERIFY(m_page->tasks().contains(u"Người cha"_qs));
    auto *reasons = qobject_cast<OptionBox *>(caret());
    QVERIFY(reasons); // Alt+0 leads to it
    QVERIFY(m_page->focusField(u"asker.until"_qs));
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(caret(), reasons);
    QTest::keyClicks(reasons, u"theo"_qs);
    QCOMPARE(m_page->draft().value(u"father"_qs), FieldValue::absent(u"wish"_qs));
    QVERIFY(!m_page->tasks().contains(u"Người cha"_qs));
}

void tst_FormRows::aFieldAsksWhyItIsLeftBlank()
{
    QVERIFY(m_page->focusField(u"asker.married"_qs));
    press(Qt::Key_0, Qt::ControlModifier);
    auto *reasons = qobject_cast<OptionBox *>(caret());
    QVERIFY(reasons);
    QVERIFY(isAt(u"asker.married"_qs));
    QCOMPARE(m_page->draft().value(u"asker.married"_qs), FieldValue::absent());
    QVERIFY(m_page->tasks().contains(u"Ngày kết hôn"_qs));
    QTest::keyClicks(reasons, u"chua"_qs);
    QCOMPARE(m_page->draft().value(u"asker.married"_qs), FieldValue::absent(u"single"_qs));
    QVERIFY(!m_page->tasks().contains(u"Ngày kết hôn"_qs));
    press(Qt::Key_Return);
    QVERIFY(isAt(u"asker.until"_qs));
    open(m_page->draft()); // as it comes back from a draft
    QVERIFY(m_page->focusField(u"asker.married"_qs));
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_page->draft().value(u"asker.married"_qs), FieldValue());
    QCOMPARE(caret(), m_page->row(u"asker.married"_qs)->stop());
}

void tst_FormRows::computedAnswersFollowAndTakeNoCaret()
{
    press(Qt::Key_Insert, Qt::AltModifier); // two children show the part about money
    type(u"money.rent"_qs, u"1,5tr"_qs);
    type(u"money.food"_qs, u"500k"_qs);
    QCOMPARE(m_page->draft().text(u"money.all"_qs), u"2000000"_qs);
    QVERIFY(stands(u"2.000.000"_qs));
    press(Qt::Key_Return);
    QVERIFY(!m_page->isAncestorOf(caret()) || !m_page->focusedField().startsWith(u"money.")); // all that is left below is computed
    QWidget *sum = m_page->row(u"money.all"_qs)->stop();
    QCOMPARE(sum->focusPolicy(), Qt::NoFocus);
    QVERIFY2(sum->accessibleName().contains(u"Cộng") && sum->accessibleName().contains(u"2.000.000"), qPrintable(sum->accessibleName()));
    type(u"child[1].name"_qs, u"An"_qs);
    QCOMPARE(m_page->draft().text(u"child[1].capitals"_qs), u"AN"_qs);
    QVERIFY(stands(u"AN"_qs));
    for (const QList<QVariant> &told : std::as_const(*m_told)) {
        QVERIFY(!told.at(0).toString().contains(u"capitals")); // who keeps the draft completes it too
    }
}

void tst_FormRows::aRuleLeadsToItsRow()
{
    press(Qt::Key_Insert, Qt::AltModifier);
    type(u"father.birth"_qs, u"1990"_qs);
    type(u"child[2].birth"_qs, u"1/1/1985"_qs);
    QVERIFY(m_page->focusField(u"child[2].name"_qs));
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(isAt(u"child[2].birth"_qs));
    QVERIFY(isSaid(u"Cha phải sinh trước con."_qs));
    QVERIFY(isSaid(u"Trẻ 2"_qs));
    QVERIFY(stands(u"Cha phải sinh trước con."_qs));
}

void tst_FormRows::whatHasNoCaretIsPassedAllTheSame()
{
    press(Qt::Key_Insert, Qt::AltModifier);
    type(u"money.rent"_qs, u"3tr"_qs);
    type(u"money.food"_qs, u"3tr"_qs);
    QVERIFY(m_page->tasks().contains(u"Cộng"_qs));
    QVERIFY(m_page->focusField(u"money.rent"_qs));
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(isAt(u"money.food"_qs)); // the last field above the sum
    QVERIFY(isSaid(u"Vượt mức."_qs));
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(isAt(u"asker.name"_qs)); // round to the top, and not to the sum for ever
}

void tst_FormRows::warningsStandAtTheirFieldAndRefuseNothing()
{
    type(u"father.birth"_qs, u"1/1/1890"_qs);
    QVERIFY(!stands(u"Xem lại tuổi người cha."_qs));
    press(Qt::Key_Return);
    QVERIFY(stands(u"▲ Xem lại tuổi người cha."_qs));
    QVERIFY(!m_page->tasks().contains(u"Ngày sinh người cha"_qs));
    QVERIFY(!m_page->row(u"father.birth"_qs)->stop()->property("wrong").toBool());
}

void tst_FormRows::anotherDraftOfTheSameFormBeginsAnew()
{
    press(Qt::Key_Insert, Qt::AltModifier);
    QVERIFY(m_page->focusField(u"child[2].name"_qs));
    QTest::keyClicks(caret(), u"An"_qs);
    press(Qt::Key_Delete, Qt::AltModifier);
    QVERIFY(m_page->focusField(u"father.name"_qs));
    QTest::keyClicks(caret(), u"Binh"_qs);
    press(Qt::Key_0, Qt::AltModifier);
    open(m_schema.blank());
    QCOMPARE(titles(), QStringList{u"Trẻ 1"_qs});
    QVERIFY(!isOffered(KeyAct::Undo));
    QVERIFY(m_page->focusField(u"father.name"_qs));
    auto *line = static_cast<QLineEdit *>(caret());
    QVERIFY(line->text().isEmpty() && !line->isUndoAvailable());
    QCOMPARE(m_page->draft(), FormChecker(m_schema).completed(m_schema.blank(), Today));
}

QTEST_MAIN(tst_FormRows)
#include "tst_FormRows.moc"
