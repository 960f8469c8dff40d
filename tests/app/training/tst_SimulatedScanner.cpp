// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/scan/SimulatedScanner.h"

#include "tests/app/devices/sane/ScannerBench.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;

Q_DECLARE_METATYPE(motcua::ScanFault::What)

/** What can be made to go wrong with the scanner of practice, and the papers that lie in it; what it has in common with others is in tst_Scanner. */
class tst_SimulatedScanner : public QObject
{
    Q_OBJECT

    using What = ScanFault::What;

    static ScanProfile profile(ScanSource source = ScanSource::Duplex) { return {.id = u"p"_qs, .name = u"p"_qs, .source = source, .dpi = 75, .page = {210, 297}}; }

    /** How much of a picture is ink, in thousandths. */
    static int inkOf(const QImage &picture)
    {
        qint64 dark = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                dark += qGray(picture.pixel(x, y)) < 128 ? 1 : 0;
            }
        }
        return static_cast<int>(dark * 1000 / (qint64(picture.width()) * picture.height()));
    }

private Q_SLOTS:
    void goesWrongWhenItIsTold_data()
    {
        QTest::addColumn<What>("what");
        QTest::addColumn<int>("after");
        for (const What what : {What::Jam, What::DoubleFeed, What::CoverOpen, What::Busy, What::Crashed}) {
            for (const int after : {0, 1, 3}) {
                QTest::addRow("%d after %d", int(what), after) << what << after;
            }
        }
    }
    void goesWrongWhenItIsTold()
    {
        QFETCH(What, what);
        QFETCH(int, after);
        SimulatedScanner scanner({.aPage = std::chrono::milliseconds(0)});
        scanner.setFault(ScanFault{what, {}}, after);
        ToldStack told(scanner);
        scanner.scan(SimulatedScanner::onlyId(), profile());
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(what));
        QCOMPARE(told.counted, after);
        QCOMPARE(told.pages.size(), after);
        // And is well again.
        scanner.setFault({});
        ToldStack again(scanner);
        scanner.scan(SimulatedScanner::onlyId(), profile());
        QTRY_COMPARE_WITH_TIMEOUT(again.ends, 1, 60'000);
        QVERIFY(!again.fault);
        QCOMPARE(again.counted, 4);
    }

    void anEmptyFeederIsSaidAndAnEmptyGlassIsWhite()
    {
        SimulatedScanner scanner({.papers = {}, .aPage = std::chrono::milliseconds(0)});
        ToldStack feeder(scanner);
        scanner.scan(SimulatedScanner::onlyId(), profile(ScanSource::Feeder));
        QTRY_COMPARE_WITH_TIMEOUT(feeder.ends, 1, 60'000);
        QVERIFY(feeder.isOf(What::FeederEmpty));
        ToldStack glass(scanner);
        scanner.scan(SimulatedScanner::onlyId(), profile(ScanSource::Flatbed));
        QTRY_COMPARE_WITH_TIMEOUT(glass.ends, 1, 60'000);
        QCOMPARE(glass.counted, 1);
        QCOMPARE(inkOf(QImage::fromData(glass.pages.constFirst().jpeg)), 0);
    }

    void oneThatIsPulledOutIsMissed()
    {
        SimulatedScanner scanner({.aPage = std::chrono::milliseconds(0)});
        ToldStack told(scanner);
        connect(&scanner, &Scanner::arrived, &scanner, [&scanner] { scanner.setThere(false); });
        scanner.scan(SimulatedScanner::onlyId(), profile());
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(What::Broken));
        QCOMPARE(told.counted, 1);
        const auto devices = scanner.devices();
        QTRY_VERIFY(devices.isFinished());
        QVERIFY(devices.result()->isEmpty());
    }

    void papersAreWhatTheyAreCalled()
    {
        const auto ink = [](DrawnPaper::Kind kind, double degrees = 0) { return inkOf(DrawnPaper{kind, 1, degrees}.drawn(100, ScanColour::Colour, {})); };
        QVERIFY(ink(DrawnPaper::Kind::Letter) >= 3);
        QVERIFY(ink(DrawnPaper::Kind::Skewed, 3) >= 3);
        QCOMPARE(ink(DrawnPaper::Kind::BlankBack), 0);
        const DrawnPaper letter{DrawnPaper::Kind::Letter, 1, 0};
        QCOMPARE(letter.drawn(100, ScanColour::Colour, {}), letter.drawn(100, ScanColour::Colour, {}));
        QVERIFY(letter.drawn(100, ScanColour::Colour, {}) != DrawnPaper({DrawnPaper::Kind::Letter, 2, 0}).drawn(100, ScanColour::Colour, {}));
        QVERIFY(letter.drawn(100, ScanColour::Colour, {}) != DrawnPaper({DrawnPaper::Kind::Skewed, 1, 3}).drawn(100, ScanColour::Colour, {}));
    }
};

QTEST_MAIN(tst_SimulatedScanner)
#include "tst_SimulatedScanner.moc"
