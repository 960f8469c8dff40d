// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/widgets/CountBox.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/SecretEdit.h"

#include <QAbstractItemView>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace motcua;

/** The small parts that know nothing of dossiers, by keyboard. */
class tst_Fields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersChooseWithoutMarks_data();
    void lettersChooseWithoutMarks();
    void aPauseBeginsAnew();
    void theWheelChangesNothing();
    void aBoxIsAsWideAsItsLeastLengthAndMakesNoListBefore();
    void countSteps_data();
    void countSteps();
    void secretsLeaveNothingBehind();
    void capsLockIsNoticed_data();
    void capsLockIsNoticed();
    void aQuestionIsAnsweredOnce();
};

void tst_Fields::lettersChooseWithoutMarks_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("the beginning of a label") << "cha" << "parent";
    QTest::newRow("đ is typed as d") << "da n" << "danang";
    QTest::newRow("a later word") << "ruot" << "sibling";
    QTest::newRow("the beginning goes before a later word") << "hoa" << "hoaan";
    QTest::newRow("what fits nothing falls back to its last letter") << "zc" << "parent";
    QTest::newRow("what fits nothing at all leaves the answer alone") << "zzz" << "";
}

void tst_Fields::lettersChooseWithoutMarks()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    OptionBox box;
    box.addOption(QStringLiteral("parent"), QStringLiteral("Cha, mẹ"));
    box.addOption(QStringLiteral("sibling"), QStringLiteral("Anh, chị, em ruột"));
    box.addOption(QStringLiteral("khanhhoa"), QStringLiteral("Khánh Hòa"));
    box.addOption(QStringLiteral("hoaan"), QStringLiteral("Hòa An"));
    box.addOption(QStringLiteral("danang"), QStringLiteral("Đà Nẵng"));
    QTest::keyClicks(&box, typed);
    QCOMPARE(box.code(), code);
}

void tst_Fields::aPauseBeginsAnew()
{
    OptionBox box;
    box.addOption(QStringLiteral("1"), QStringLiteral("An"));
    box.addOption(QStringLiteral("2"), QStringLiteral("Ba"));
    QTest::keyClicks(&box, QStringLiteral("an"));
    QCOMPARE(box.code(), QStringLiteral("1"));
    QTest::keyClick(&box, Qt::Key_Home); // any other key ends the word
    QCOMPARE(box.code(), QString());
    QTest::keyClicks(&box, QStringLiteral("b"));
    QCOMPARE(box.code(), QStringLiteral("2"));
}

void tst_Fields::theWheelChangesNothing()
{
    OptionBox box;
    box.addOption(QStringLiteral("1"), QStringLiteral("An"));
    QWheelEvent wheel({5, 5}, {5, 5}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&box, &wheel);
    QCOMPARE(box.currentIndex(), 0);
}

void tst_Fields::aBoxIsAsWideAsItsLeastLengthAndMakesNoListBefore()
{
    OptionBox box;
    QComboBox plain;
    plain.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    plain.setMinimumContentsLength(box.minimumContentsLength());
    box.addOption(QStringLiteral("1"), QStringLiteral("Người được ủy quyền theo văn bản có chứng thực"));
    plain.addItem(QStringLiteral("—"));
    QCOMPARE(box.sizeHint(), plain.sizeHint());
    QCOMPARE(box.minimumSizeHint(), plain.minimumSizeHint());
    QWidget ground;
    box.setParent(&ground);
    ground.setStyleSheet(QStringLiteral("QComboBox { color: red; }")); // another look, as when a page is put into its frame
    const bool madeNone = !box.findChild<QAbstractItemView *>();
    box.setParent(nullptr);
    QVERIFY(madeNone);
    QVERIFY(plain.findChild<QAbstractItemView *>());
}

void tst_Fields::countSteps_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("after");
    QTest::newRow("plus adds one") << "3" << int(Qt::Key_Plus) << "4";
    QTest::newRow("minus takes one") << "3" << int(Qt::Key_Minus) << "2";
    QTest::newRow("down takes one") << "3" << int(Qt::Key_Down) << "2";
    QTest::newRow("never below the least") << "1" << int(Qt::Key_Minus) << "1";
    QTest::newRow("never above the most") << "99" << int(Qt::Key_Up) << "99";
    QTest::newRow("nothing becomes the least") << "" << int(Qt::Key_Plus) << "1";
    QTest::newRow("nonsense becomes the least") << "x" << int(Qt::Key_Plus) << "1";
}

void tst_Fields::countSteps()
{
    QFETCH(QString, before);
    QFETCH(int, key);
    QFETCH(QString, after);
    CountBox box;
    box.setRange(1, 99);
    box.edit()->setText(before);
    QTest::keyClick(box.edit(), static_cast<Qt::Key>(key));
    QCOMPARE(box.edit()->text(), after);
}

void tst_Fields::secretsLeaveNothingBehind()
{
    SecretEdit edit;
    test::present(&edit, {200, 40});
    edit.setFocus();
    QVERIFY(!edit.testAttribute(Qt::WA_InputMethodEnabled));
    QTest::keyClicks(&edit, QStringLiteral("hoa sen"));
    QVERIFY(!edit.testAttribute(Qt::WA_InputMethodEnabled));
    QCOMPARE(edit.take(), QStringLiteral("hoa sen"));
    QVERIFY(edit.text().isEmpty());
    QVERIFY(!edit.isUndoAvailable());
}

void tst_Fields::capsLockIsNoticed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<bool>("on");
    QTest::newRow("a capital without Shift") << "A" << false << true;
    QTest::newRow("a capital with Shift") << "A" << true << false;
    QTest::newRow("a small letter with Shift") << "a" << true << true;
    QTest::newRow("a small letter") << "a" << false << false;
}

void tst_Fields::capsLockIsNoticed()
{
    QFETCH(QString, text);
    QFETCH(bool, shift);
    QFETCH(bool, on);
    SecretEdit edit;
    const QSignalSpy seen(&edit, &SecretEdit::capsLockSeen);
    QKeyEvent press(QEvent::KeyPress, Qt::Key_A, shift ? Qt::ShiftModifier : Qt::NoModifier, text);
    QCoreApplication::sendEvent(&edit, &press);
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.at(0).at(0).toBool(), on);
}

void tst_Fields::aQuestionIsAnsweredOnce()
{
    MessageStrip strip;
    QSignalSpy chosen(&strip, &MessageStrip::chosen);
    strip.tell({Notice::Kind::Question, QStringLiteral("Tờ giấy đã ra?"), {QStringLiteral("Đã ra"), QStringLiteral("Chưa ra")}});
    QVERIFY(strip.isAsking());
    QVERIFY(!strip.choose(2));
    QVERIFY(strip.choose(1));
    QVERIFY(!strip.choose(1));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 1);
}

QTEST_MAIN(tst_Fields)
#include "tst_Fields.moc"
