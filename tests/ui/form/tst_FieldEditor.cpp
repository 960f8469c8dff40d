// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FieldRow.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/CategoryBox.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

namespace {

const QDate Today(2026, 11, 23);

} // namespace

/** Lists, amounts and counts on the family's form, by keyboard. */
class tst_FieldEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aListIsChosenFromByItsBeginning_data();
    void aListIsChosenFromByItsBeginning();
    void enterChoosesAndGoesOn();
    void escapeClosesTheListAndNothingElse();
    void amountsAndCounts_data();
    void amountsAndCounts();
    void numbersSayWhatTheyCount_data();
    void numbersSayWhatTheyCount();
    void helpIsSpokenWithTheField();

private:
    [[nodiscard]] QWidget *caret() const { return m_window->focusWidget(); }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(caret(), static_cast<Qt::Key>(key), with); }
    void type(const QString &path, const QString &text)
    {
        QVERIFY2(m_page->focusField(path), qPrintable(path));
        test::commit(m_window.get(), text);
    }
    [[nodiscard]] QString shown(const QString &path) const { return static_cast<QLineEdit *>(m_page->row(path)->stop())->text(); }

    Language m_vietnamese;
    const Procedure m_procedure = test::family();
    std::unique_ptr<MainWindow> m_window;
    FormPage *m_page = nullptr;
};

void tst_FieldEditor::init()
{
    m_window = std::make_unique<MainWindow>();
    m_page = new FormPage(m_window.get());
    m_page->setForm(m_procedure.checker, m_procedure.form().blank(), Today);
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
}

void tst_FieldEditor::aListIsChosenFromByItsBeginning_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("shown");
    const QList<int> enter = {Qt::Key_Return};
    QTest::newRow("without marks") << u"tay"_qs << enter << u"2"_qs << u"Tày"_qs;
    QTest::newRow("with marks") << u"tày"_qs << enter << u"2"_qs << u"Tày"_qs;
    QTest::newRow("with marks that are letters of their own") << u"ta\u0300y"_qs << enter << u"2"_qs << u"Tày"_qs;
    QTest::newRow("by its beginning, Enter chooses") << u"ta"_qs << enter << u"2"_qs << u"Tày"_qs;
    QTest::newRow("by its beginning, the next one down") << u"ta"_qs << QList<int>{Qt::Key_Down, Qt::Key_Return} << u"17"_qs << u"Tà Ôi"_qs;
    QTest::newRow("by a later word") << u"rai"_qs << enter << u"10"_qs << u"Gia Rai"_qs;
    QTest::newRow("by its code") << u"12"_qs << enter << u"12"_qs << u"Ê Đê"_qs;
    QTest::newRow("the whole name and Tab need no list") << u"ba na"_qs << QList<int>{Qt::Key_Tab} << u"13"_qs << u"Ba Na"_qs;
    QTest::newRow("another text, since the list is open") << u"Lô Lô"_qs << enter << u"Lô Lô"_qs << u"Lô Lô"_qs;
    QTest::newRow("another text that begins like an entry, by Escape") << u"Ta"_qs << QList<int>{Qt::Key_Escape, Qt::Key_Return} << u"Ta"_qs << u"Ta"_qs;
    QTest::newRow("the same as the last entry of the list") << u"Ta"_qs << QList<int>{Qt::Key_Up, Qt::Key_Return} << u"Ta"_qs << u"Ta"_qs;
}

void tst_FieldEditor::aListIsChosenFromByItsBeginning()
{
    QFETCH(QString, typed);
    QFETCH(QList<int>, keys);
    QFETCH(QString, stored);
    QFETCH(QString, shown);
    const QString path = u"mother.ethnicity"_qs;
    QSignalSpy told(m_page, &FormPage::fieldChanged);
    type(path, typed);
    for (const int key : keys) {
        press(key);
    }
    QCOMPARE(m_page->draft().text(path), stored);
    QCOMPARE(told.constLast().at(1).value<FieldValue>(), FieldValue::given(stored));
    QCOMPARE(this->shown(path), shown);
    QVERIFY2(m_page->focusedField() == u"mother.number", qPrintable(m_page->focusedField()));
    // As it comes back from a draft.
    const FormDraft draft = m_page->draft();
    m_page->setForm(m_procedure.checker, m_procedure.form().blank(), Today);
    QVERIFY(this->shown(path).isEmpty());
    m_page->setForm(m_procedure.checker, draft, Today);
    QCOMPARE(this->shown(path), shown);
    QCOMPARE(m_page->draft(), draft);
}

void tst_FieldEditor::enterChoosesAndGoesOn()
{
    type(u"mother.ethnicity"_qs, u"k"_qs);
    const auto *box = qobject_cast<CategoryBox *>(caret());
    QVERIFY(box && box->isListOpen());
    QCOMPARE(box->listed().constFirst(), u"Kinh"_qs);
    press(Qt::Key_Return);
    QVERIFY(!box->isListOpen());
    QCOMPARE(m_page->focusedField(), u"mother.number"_qs);
    QCOMPARE(m_page->draft().text(u"mother.ethnicity"_qs), u"1"_qs);
}

void tst_FieldEditor::escapeClosesTheListAndNothingElse()
{
    const QSignalSpy left(m_window.get(), &MainWindow::leftPage);
    m_window->tell({Notice::Kind::Told, u"Ghi chú"_qs, {}});
    type(u"mother.ethnicity"_qs, u"k"_qs);
    const auto *box = qobject_cast<CategoryBox *>(caret());
    press(Qt::Key_Escape);
    QVERIFY(!box->isListOpen());
    QCOMPARE(box->text(), u"k"_qs);
    QCOMPARE(left.size(), 0);
    press(Qt::Key_Escape); // the notice
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void tst_FieldEditor::amountsAndCounts_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("shown");
    QTest::newRow("thousands") << u"order.paid"_qs << u"500k"_qs << u"500000"_qs << u"500.000"_qs;
    QTest::newRow("one and a half million") << u"order.paid"_qs << u"1,5tr"_qs << u"1500000"_qs << u"1.500.000"_qs;
    QTest::newRow("as it is shown") << u"order.paid"_qs << u"1.500.000 đ"_qs << u"1500000"_qs << u"1.500.000"_qs;
    QTest::newRow("full-width digits") << u"order.paid"_qs << u"１５００"_qs << u"1500"_qs << u"1.500"_qs;
    QTest::newRow("what is no amount stays as typed") << u"order.paid"_qs << u"năm trăm"_qs << u"năm trăm"_qs << u"năm trăm"_qs;
    QTest::newRow("a count") << u"child[1].weight"_qs << u"02850"_qs << u"2850"_qs << u"2850"_qs;
}

void tst_FieldEditor::amountsAndCounts()
{
    QFETCH(QString, path);
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    QFETCH(QString, shown);
    type(path, typed);
    press(Qt::Key_Return);
    QCOMPARE(m_page->draft().text(path), stored);
    QCOMPARE(this->shown(path), shown);
    QVERIFY(m_page->focusField(path)); // looking again changes nothing
    press(Qt::Key_Return);
    QCOMPARE(m_page->draft().text(path), stored);
}

void tst_FieldEditor::numbersSayWhatTheyCount_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("unit");
    QTest::newRow("a count") << u"child[1].weight"_qs << u"gam"_qs;
    QTest::newRow("an amount") << u"order.paid"_qs << u"đ"_qs;
    QTest::newRow("a computed count") << u"order.children"_qs << u"trẻ"_qs;
}

void tst_FieldEditor::numbersSayWhatTheyCount()
{
    QFETCH(QString, path);
    QFETCH(QString, unit);
    const QWidget *stop = m_page->row(path)->stop();
    QVERIFY2(stop->accessibleName().contains(unit), qPrintable(stop->accessibleName()));
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    const int line = stop->mapTo(m_page, stop->rect().center()).y();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *one) {
        return one->isVisibleTo(m_page) && one->text() == unit && std::abs(one->mapTo(m_page, one->rect().center()).y() - line) < stop->height();
    }));
}

void tst_FieldEditor::helpIsSpokenWithTheField()
{
    const QWidget *number = m_page->row(u"mother.number"_qs)->stop();
    QCOMPARE(number->accessibleDescription(), u"Ghi đủ 12 số; chưa có thì để trống"_qs);
    QVERIFY(m_page->row(u"mother.name"_qs)->stop()->accessibleDescription().contains(u"cần khai")); // what stands beside it
}

QTEST_MAIN(tst_FieldEditor)
#include "tst_FieldEditor.moc"
