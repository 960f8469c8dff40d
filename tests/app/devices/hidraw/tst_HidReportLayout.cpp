// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/ScannerShape.h"
#include "app/devices/hidraw/HidReportLayout.h"

#include <QTest>

using namespace motcua;

namespace {

/** A keyboard: reports of modifier bits and an array of keys. */
QByteArray keyboard(int number = 0)
{
    return Hid::application(0x01, 0x06,
        (number == 0 ? QByteArray() : Hid::number(static_cast<quint32>(number))) + Hid::page(0x07) + Hid::usages(0xE0, 0xE7) + Hid::size(1)
            + Hid::count(8) + Hid::input() + Hid::count(6) + Hid::size(8) + Hid::usages(0x00, 0x65) + Hid::input(0x00));
}

/** The report that a scanner is switched by: an output on the scanner's page, between its inputs. */
QByteArray trigger()
{
    return Hid::number(4) + Hid::page(Hid::Scanner) + Hid::size(1) + Hid::count(8) + Hid::usage(0x5F) + Hid::usage(Hid::Data) + Hid::output();
}

QByteArray data(quint32 room = 4)
{
    return Hid::page(Hid::Scanner) + Hid::size(8) + Hid::count(room) + Hid::usage(Hid::Data) + Hid::input(Hid::Buffered);
}

QByteArray longItem(qsizetype size)
{
    return QByteArray("\xFE", 1) + static_cast<char>(size) + '\x10' + QByteArray(size, '\x81');
}

} // namespace

class tst_HidReportLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAScannerSendsIsFoundWhereItsDescriptorSays_data()
    {
        QTest::addColumn<QByteArray>("descriptor");
        QTest::addColumn<QByteArray>("report");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("continues");
        const ScannerShape usual;
        QTest::addRow("a number, a length, the symbology, the data, a flag")
            << usual.descriptor() << usual.report("A013") << QByteArray("A013") << false;
        QTest::addRow("the flag says that it goes on") << usual.descriptor() << usual.report("A013", true) << QByteArray("A013") << true;
        QTest::addRow("a full report that goes on")
            << usual.descriptor() << usual.report(QByteArray(56, '7'), true) << QByteArray(56, '7') << true;
        QTest::addRow("a length keeps zeros that are part of the code")
            << usual.descriptor() << usual.report(QByteArray("A\0B\0", 4)) << QByteArray("A\0B\0", 4) << false;
        QTest::addRow("a length of nothing") << usual.descriptor() << usual.report({}) << QByteArray() << false;

        const ScannerShape plain{.number = 0};
        QTest::addRow("without a number") << plain.descriptor() << plain.report("A013", true) << QByteArray("A013") << true;
        const ScannerShape wide{.number = 9, .lengthBytes = 2, .room = 1000};
        QTest::addRow("a length of two bytes") << wide.descriptor() << wide.report(QByteArray(700, '7')) << QByteArray(700, '7') << false;
        const ScannerShape untold{.lengthBytes = 0};
        QTest::addRow("without a length zeros at the end are padding")
            << untold.descriptor() << untold.report(QByteArray("A\0B", 3)) << QByteArray("A\0B", 3) << false;
        const ScannerShape single{.room = 250, .continues = false};
        QTest::addRow("without a flag nothing goes on")
            << single.descriptor() << single.report(QByteArray(250, '7'), true) << QByteArray(250, '7') << false;

        QTest::addRow("beside a keyboard, which has its own report")
            << keyboard(1) + usual.descriptor() + keyboard(3) << usual.report("A013") << QByteArray("A013") << false;
        QTest::addRow("behind a keyboard in the same report")
            << keyboard() + plain.descriptor() << QByteArray(7, '\x04') + plain.report("A013") << QByteArray("A013") << false;
        QTest::addRow("in a collection of its own, after one for output")
            << Hid::application(Hid::Scanner, 0x02, Hid::begin(0x02) + trigger() + Hid::end() + Hid::usage(0x12) + Hid::begin(0x02) + usual.fields() + Hid::end())
            << usual.report("A013") << QByteArray("A013") << false;
        const ScannerShape second{.number = 5, .room = 20};
        QTest::addRow("two reports of data: the first")
            << Hid::application(Hid::Scanner, 0x02, usual.fields() + second.fields()) << usual.report("A013") << QByteArray("A013") << false;
        QTest::addRow("two reports of data: the second")
            << Hid::application(Hid::Scanner, 0x02, usual.fields() + second.fields()) << second.report("B007", true) << QByteArray("B007") << true;
        QTest::addRow("a reader of badges") << Hid::application(Hid::Scanner, 0x01, usual.fields()) << usual.report("A013") << QByteArray("A013") << false;

        QTest::addRow("the flag alone of all the bits that are said to be it")
            << Hid::application(Hid::Scanner, 0x02, data() + Hid::size(1) + Hid::count(8) + Hid::usage(Hid::Continued) + Hid::input())
            << QByteArray("A013\x02") << QByteArray("A013") << false;
        QTest::addRow("a flag as wide as a byte")
            << Hid::application(Hid::Scanner, 0x02, data() + Hid::count(1) + Hid::usage(Hid::Continued) + Hid::input())
            << QByteArray("A013\x02") << QByteArray("A013") << true;
        QTest::addRow("data that begin within a byte")
            << Hid::application(Hid::Scanner, 0x02, Hid::size(4) + Hid::count(1) + Hid::input(0x03) + data(2)) << QByteArray("\x1F\x34\x04", 3) << QByteArray("AC") << false;
        QTest::addRow("data as one wide value")
            << Hid::application(Hid::Scanner, 0x02, Hid::size(32) + Hid::count(1) + Hid::usage(Hid::Data) + Hid::input(Hid::Buffered)) << QByteArray("A013")
            << QByteArray("A013") << false;
        QTest::addRow("data as an array") << Hid::application(Hid::Scanner, 0x02, Hid::size(8) + Hid::count(4) + Hid::usage(Hid::Data) + Hid::input(0x00))
                                          << QByteArray("A013") << QByteArray("A013") << false;
        QTest::addRow("usages of a row in one input")
            << Hid::application(Hid::Scanner, 0x02, Hid::size(8) + Hid::count(9) + Hid::usages(0xFB, 0xFE) + Hid::input()) << QByteArray("]Q1A013\0\0", 9)
            << QByteArray("A013") << false;
        QTest::addRow("a usage that names its page")
            << Hid::application(Hid::Scanner, 0x02, Hid::page(0xFF66) + Hid::size(8) + Hid::count(4) + Hid::usage(0x8C00FE) + Hid::input()) << QByteArray("A013")
            << QByteArray("A013") << false;
        QTest::addRow("a page declared behind its usage")
            << Hid::application(Hid::Scanner, 0x02,
                   Hid::page(0xFF66) + Hid::size(8) + Hid::count(4) + Hid::usage(Hid::Data) + Hid::page(Hid::Scanner) + Hid::input())
            << QByteArray("A013") << QByteArray("A013") << false;
        QTest::addRow("usages that each had their page before them")
            << Hid::application(Hid::Scanner, 0x02,
                   Hid::size(8) + Hid::count(5) + Hid::page(0x01) + Hid::usage(0x3B) + Hid::page(Hid::Scanner) + Hid::usage(Hid::Data) + Hid::input())
            << QByteArray("\2A013") << QByteArray("A0") << false;
        QTest::addRow("what was pushed comes back")
            << Hid::application(Hid::Scanner, 0x02,
                   Hid::size(8) + Hid::count(4) + hidItem(0xA4) + Hid::page(0x01) + Hid::size(1) + Hid::input(0x01) + hidItem(0xB4) + Hid::usage(Hid::Data)
                       + Hid::input())
            << QByteArray("\x10\x04\x13\x33\x03") << QByteArray("A013") << false;
        QTest::addRow("of alternative usages the first")
            << Hid::application(Hid::Scanner, 0x02,
                   Hid::size(8) + Hid::count(6) + hidItem(0xA8, 1) + Hid::usage(0xFB) + Hid::usage(0x50) + hidItem(0xA8, 0, 1) + Hid::usage(0xFC) + Hid::usage(Hid::Data)
                       + Hid::input())
            << QByteArray("]QA013") << QByteArray("A013") << false;
        QTest::addRow("long items are passed over") << longItem(3) + plain.descriptor() + longItem(0) << plain.report("A013") << QByteArray("A013") << false;
        QTest::addRow("more than the descriptor tells of") << plain.descriptor() << plain.report("A013") + QByteArray(100, '7') << QByteArray("A013") << false;
        QTest::addRow("a length beyond the data is all of it")
            << usual.descriptor() << usual.report(QByteArray(56, '7'), true, 255) << QByteArray(56, '7') << true;
    }
    void whatAScannerSendsIsFoundWhereItsDescriptorSays()
    {
        QFETCH(QByteArray, descriptor);
        QFETCH(QByteArray, report);
        const auto layout = HidReportLayout::of(descriptor);
        QVERIFY(layout);
        const auto piece = layout->piece(report);
        QVERIFY(piece);
        QVERIFY(!piece->isCut);
        QTEST(piece->bytes, "bytes");
        QTEST(piece->continues, "continues");
    }

    void aReportThatEndsTooEarlyIsCut_data()
    {
        QTest::addColumn<ScannerShape>("shape");
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<bool>("isCut");
        const ScannerShape usual;
        QTest::addRow("the number alone") << usual << qsizetype{1} << true;
        QTest::addRow("up to the length") << usual << qsizetype{2} << true;
        QTest::addRow("within the symbology") << usual << qsizetype{4} << true;
        QTest::addRow("within the data") << usual << qsizetype{8} << true;
        QTest::addRow("behind the data, without its padding") << usual << qsizetype{9} << false;
        const ScannerShape wide{.lengthBytes = 2};
        QTest::addRow("within the length") << wide << qsizetype{2} << true;
        const ScannerShape untold{.number = 0, .lengthBytes = 0};
        QTest::addRow("without a length what came is what there is") << untold << qsizetype{7} << false;
    }
    void aReportThatEndsTooEarlyIsCut()
    {
        QFETCH(ScannerShape, shape);
        QFETCH(qsizetype, size);
        const auto layout = HidReportLayout::of(shape.descriptor());
        QVERIFY(layout);
        const auto piece = layout->piece(shape.report("A013").left(size));
        QVERIFY(piece);
        QTEST(piece->isCut, "isCut");
        QCOMPARE(piece->bytes, piece->isCut ? QByteArray() : QByteArray("A013"));
        QVERIFY(!piece->continues);
    }

    void otherReportsAreNone()
    {
        const ScannerShape usual;
        const auto layout = HidReportLayout::of(keyboard(1) + usual.descriptor());
        QVERIFY(layout);
        QVERIFY(!layout->piece({}));
        QVERIFY(!layout->piece(QByteArray("\1\0\4\0\0\0\0\0", 8)));
        QVERIFY(!layout->piece(QByteArray(64, '\0')));
        QVERIFY(!layout->piece(QByteArray(64, '\xFF')));
    }

    void whatIsNoScannerIsNone_data()
    {
        QTest::addColumn<QByteArray>("descriptor");
        const ScannerShape usual;
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("a keyboard") << keyboard();
        QTest::addRow("the scanner's page without data, as demonstration boards use it")
            << Hid::application(Hid::Scanner, 0x01, Hid::number(1) + Hid::usage(0x01) + Hid::size(8) + Hid::count(1) + Hid::input());
        QTest::addRow("the data as an output") << Hid::application(Hid::Scanner, 0x02, Hid::size(8) + Hid::count(4) + Hid::usage(Hid::Data) + Hid::output());
        QTest::addRow("the data as a constant") << Hid::application(Hid::Scanner, 0x02, Hid::size(8) + Hid::count(4) + Hid::usage(Hid::Data) + Hid::input(0x03));
        QTest::addRow("a choice of usages is no data")
            << Hid::application(Hid::Scanner, 0x02, Hid::size(8) + Hid::count(255) + Hid::usages(0x00, 0xFE) + Hid::input(0x00));
        QTest::addRow("a vendor's own interface that answers in the same fields") << Hid::application(0xFF8C, 0x02, usual.fields());
        QTest::addRow("the fields outside of a collection") << Hid::page(Hid::Scanner) + usual.fields();
        QTest::addRow("a collection that is no application") << Hid::page(Hid::Scanner) + Hid::usage(0x02) + Hid::begin(0x02) + usual.fields() + Hid::end();
        QTest::addRow("data of no size") << Hid::application(Hid::Scanner, 0x02, Hid::size(0) + Hid::count(4) + Hid::usage(Hid::Data) + Hid::input());
        QTest::addRow("data of no count") << Hid::application(Hid::Scanner, 0x02, Hid::size(8) + Hid::count(0) + Hid::usage(Hid::Data) + Hid::input());
        QTest::addRow("more usages than elements")
            << Hid::application(Hid::Scanner, 0x02, Hid::size(8) + Hid::count(3) + Hid::usages(0xFB, 0xFE) + Hid::input());

        QTest::addRow("a collection that is not closed") << usual.descriptor().chopped(1);
        QTest::addRow("a collection closed twice") << usual.descriptor() + Hid::end();
        QTest::addRow("an item without its value") << usual.descriptor() + QByteArray("\x26\xFF", 2);
        QTest::addRow("a long item without its size") << usual.descriptor() + QByteArray("\xFE", 1);
        QTest::addRow("a long item that ends short") << usual.descriptor() + longItem(9).chopped(1);
        QTest::addRow("a report with the number 0") << Hid::application(Hid::Scanner, 0x02, Hid::number(0) + data());
        QTest::addRow("a report with a number of two bytes") << Hid::application(Hid::Scanner, 0x02, Hid::number(258) + data());
        QTest::addRow("a report larger than any") << Hid::application(Hid::Scanner, 0x02, data(16385));
        QTest::addRow("a report that grows beyond any")
            << Hid::application(Hid::Scanner, 0x02, data(16384) + Hid::count(1) + Hid::usage(0xFB) + Hid::input());
        QTest::addRow("sizes that overflow when multiplied") << Hid::application(Hid::Scanner, 0x02,
            Hid::size(0x10000) + Hid::count(0x10000) + Hid::usage(Hid::Data) + Hid::input());
        QTest::addRow("a size of four bytes") << Hid::application(Hid::Scanner, 0x02, data() + Hid::size(0xFFFFFFFF) + Hid::count(0xFFFFFFFF) + Hid::input());
        QTest::addRow("a row of usages that runs backwards")
            << Hid::application(Hid::Scanner, 0x02, Hid::usages(0xFE, 0xFB) + data());
        QTest::addRow("a row of usages without a beginning") << Hid::application(Hid::Scanner, 0x02, hidItem(0x28, 0xFE) + data());
        QTest::addRow("more pushed than anybody needs") << hidItem(0xA4).repeated(17) + usual.descriptor();
        QTest::addRow("more brought back than was pushed") << hidItem(0xB4) + usual.descriptor();
        QTest::addRow("deeper than anybody nests")
            << Hid::application(Hid::Scanner, 0x02, Hid::begin(0x02).repeated(16) + data() + Hid::end().repeated(16));
        QTest::addRow("longer than the system takes") << usual.descriptor() + Hid::size(8).repeated(2048);
    }
    void whatIsNoScannerIsNone()
    {
        QFETCH(QByteArray, descriptor);
        QVERIFY(!HidReportLayout::of(descriptor));
    }

    void noBeginningOfADescriptorIsOneWithoutItsEnd()
    {
        const QByteArray whole = keyboard(1) + ScannerShape{.lengthBytes = 2}.descriptor();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            QVERIFY2(!HidReportLayout::of(QByteArray(whole.constData(), size)), QByteArray::number(size).constData());
        }
        QVERIFY(HidReportLayout::of(whole));
    }
};

QTEST_GUILESS_MAIN(tst_HidReportLayout)
#include "tst_HidReportLayout.moc"
