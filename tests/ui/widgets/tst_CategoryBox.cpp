// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Text.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/widgets/CategoryBox.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;

namespace {

/** Ten places, numbered from 1, found by the beginning of their label. */
QList<CategoryBox::Entry> places(const QString &typed)
{
    const QStringList names = {u"Hòa An"_qs, u"Hòa Khánh"_qs, u"Hải Châu"_qs, u"Đà Nẵng"_qs, u"An Khê"_qs, u"Sơn Trà"_qs, u"Liên Chiểu"_qs,
        u"Ngũ Hành Sơn"_qs, u"Cẩm Lệ"_qs, u"Thanh Khê"_qs};
    QList<CategoryBox::Entry> found;
    for (int index = 0; index < names.size(); ++index) {
        if (text::folded(names.at(index)).startsWith(text::folded(typed))) {
            found.append({QString::number(index + 1), names.at(index)});
        }
    }
    return found;
}

} // namespace

/** A line with a list under it, by keyboard alone. */
class tst_CategoryBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysChoose_data();
    void keysChoose();
    void anOpenBoxOffersWhatWasTyped_data();
    void anOpenBoxOffersWhatWasTyped();
    void downOnAnAnswerShowsAllWithItMarked();
    void lettersAfterChoosingAreTyped();
    void theListNeverTakesTheFocus();
    void whatAnInputMethodComposesFindsNothing();
    void theListGoesWithItsLine();
};

void tst_CategoryBox::keysChoose_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("Enter takes the first that fits") << u"hoa"_qs << QList<int>{Qt::Key_Return} << u"Hòa An"_qs << u"1"_qs;
    QTest::newRow("the number block's Enter too") << u"hoa"_qs << QList<int>{Qt::Key_Enter} << u"Hòa An"_qs << u"1"_qs;
    QTest::newRow("down takes the next") << u"hoa"_qs << QList<int>{Qt::Key_Down, Qt::Key_Return} << u"Hòa Khánh"_qs << u"2"_qs;
    QTest::newRow("down after the last begins again") << u"hoa"_qs << QList<int>{Qt::Key_Down, Qt::Key_Down, Qt::Key_Return} << u"Hòa An"_qs << u"1"_qs;
    QTest::newRow("up before the first ends") << u"hoa"_qs << QList<int>{Qt::Key_Up, Qt::Key_Return} << u"Hòa Khánh"_qs << u"2"_qs;
    QTest::newRow("a page down stops at the last") << QString() << QList<int>{Qt::Key_Down, Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_Return} << u"Thanh Khê"_qs << u"10"_qs;
    QTest::newRow("and a page up at the first") << QString() << QList<int>{Qt::Key_Down, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Return} << u"Hòa An"_qs << u"1"_qs;
    QTest::newRow("Escape leaves what was typed") << u"hoa"_qs << QList<int>{Qt::Key_Escape} << u"hoa"_qs << QString();
    QTest::newRow("Escape, and down opens it again") << u"hoa"_qs << QList<int>{Qt::Key_Escape, Qt::Key_Down, Qt::Key_Return} << u"Hòa An"_qs << u"1"_qs;
    QTest::newRow("what fits nothing opens nothing") << u"xyz"_qs << QList<int>{Qt::Key_Return} << u"xyz"_qs << QString();
    QTest::newRow("deleting the last letter closes it") << u"h"_qs << QList<int>{Qt::Key_Backspace, Qt::Key_Return} << QString() << QString();
}

void tst_CategoryBox::keysChoose()
{
    QFETCH(QString, typed);
    QFETCH(QList<int>, keys);
    QFETCH(QString, text);
    QFETCH(QString, code);
    CategoryBox box(places, false);
    test::present(&box, {320, 300});
    const QSignalSpy chosen(&box, &CategoryBox::chosen);
    QTest::keyClicks(&box, typed);
    for (const int key : keys) {
        QTest::keyClick(&box, static_cast<Qt::Key>(key));
    }
    QCOMPARE(box.text(), text);
    QCOMPARE(box.code(), code);
    QCOMPARE(chosen.size(), code.isEmpty() ? 0 : 1);
    QVERIFY(!box.isListOpen());
}

void tst_CategoryBox::anOpenBoxOffersWhatWasTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("entries");
    QTest::addColumn<QString>("code");
    QTest::newRow("as the last entry") << u"hoa"_qs << 3 << QString();
    QTest::newRow("not where it is an entry already") << u"hoa an"_qs << 1 << u"1"_qs;
}

void tst_CategoryBox::anOpenBoxOffersWhatWasTyped()
{
    QFETCH(QString, typed);
    QFETCH(int, entries);
    QFETCH(QString, code);
    CategoryBox box(places, true);
    test::present(&box, {320, 300});
    QTest::keyClicks(&box, typed);
    QCOMPARE(box.listed().size(), entries);
    QTest::keyClick(&box, Qt::Key_Up);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.code(), code);
    QCOMPARE(box.text(), code.isEmpty() ? typed : u"Hòa An"_qs);
}

void tst_CategoryBox::downOnAnAnswerShowsAllWithItMarked()
{
    CategoryBox box(places, false);
    test::present(&box, {320, 300});
    box.setEntry({u"4"_qs, u"Đà Nẵng"_qs});
    QTest::keyClick(&box, Qt::Key_Down);
    QCOMPARE(box.listed().size(), 10);
    QTest::keyClick(&box, Qt::Key_Down);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.code(), u"5"_qs);
}

void tst_CategoryBox::lettersAfterChoosingAreTyped()
{
    CategoryBox box(places, false);
    test::present(&box, {320, 300});
    box.setEntry({u"1"_qs, u"Hòa An"_qs});
    QCOMPARE(box.code(), u"1"_qs);
    QTest::keyClick(&box, Qt::Key_Backspace);
    QVERIFY(box.code().isEmpty());
}

void tst_CategoryBox::theListNeverTakesTheFocus()
{
    QWidget window;
    CategoryBox box(places, false, &window);
    test::present(&window, {320, 300});
    box.setFocus();
    QTest::keyClicks(&box, u"hoa"_qs);
    QVERIFY(box.isListOpen());
    QVERIFY(box.hasFocus());
    const auto *list = window.findChild<QListView *>(u"choices"_qs);
    QVERIFY(list && !list->isWindow()); // what covers the window covers it too
    QCOMPARE(list->focusPolicy(), Qt::NoFocus);
}

void tst_CategoryBox::whatAnInputMethodComposesFindsNothing()
{
    CategoryBox box(places, false);
    test::present(&box, {320, 300});
    QInputMethodEvent composing(u"ho"_qs, {});
    QCoreApplication::sendEvent(&box, &composing);
    QVERIFY(!box.isListOpen());
    test::commit(&box, u"hòa k"_qs);
    QCOMPARE(box.listed(), QStringList{u"Hòa Khánh"_qs});
}

void tst_CategoryBox::theListGoesWithItsLine()
{
    QWidget window;
    auto *box = new CategoryBox(places, false, &window);
    QLineEdit other(&window);
    test::present(&window, {320, 300});
    box->setFocus();
    QTest::keyClicks(box, u"hoa"_qs);
    other.setFocus();
    QVERIFY(!box->isListOpen());
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(box->isListOpen());
    box->hide();
    QVERIFY(!box->isListOpen());
    delete box;
    QVERIFY(!window.findChild<QListView *>(u"choices"_qs));
}

QTEST_MAIN(tst_CategoryBox)
#include "tst_CategoryBox.moc"
