// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/JpegWriter.h"
#include "app/worker/PageRows.h"

#include <QImage>
#include <QTest>

#include <cstring>

using namespace motcua::worker;

using Bands = PageRows::Bands;
using Bytes = std::vector<std::uint8_t>;

/** A page's rows, however a scanner sends them, and the JPEG they become. */
class tst_PageRows : public QObject
{
    Q_OBJECT

    static Bytes sixteen(std::initializer_list<std::uint16_t> samples)
    {
        Bytes bytes(samples.size() * 2);
        std::memcpy(bytes.data(), std::data(samples), bytes.size());
        return bytes;
    }

private Q_SLOTS:
    void samplesBecomeEightBits_data()
    {
        QTest::addColumn<int>("bands");
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("pixels");
        QTest::addColumn<int>("bytesPerRow");
        QTest::addColumn<Bytes>("row");
        QTest::addColumn<Bytes>("samples");
        QTest::addRow("grey") << int(Bands::Grey) << 8 << 3 << 3 << Bytes{1, 128, 255} << Bytes{1, 128, 255};
        QTest::addRow("colour") << int(Bands::Rgb) << 8 << 2 << 6 << Bytes{1, 2, 3, 4, 5, 6} << Bytes{1, 2, 3, 4, 5, 6};
        QTest::addRow("filled up to a boundary") << int(Bands::Grey) << 8 << 3 << 4 << Bytes{1, 2, 3, 99} << Bytes{1, 2, 3};
        QTest::addRow("colour, filled up") << int(Bands::Rgb) << 8 << 1 << 5 << Bytes{1, 2, 3, 98, 99} << Bytes{1, 2, 3};
        QTest::addRow("ink is where a bit is set") << int(Bands::Grey) << 1 << 10 << 2 << Bytes{0b10100000, 0b01000000}
                                                    << Bytes{0, 255, 0, 255, 255, 255, 255, 255, 255, 0};
        QTest::addRow("light is where a bit of a colour is set") << int(Bands::Rgb) << 1 << 2 << 3 << Bytes{0b10000000, 0b01000000, 0b11000000}
                                                                  << Bytes{255, 0, 255, 0, 255, 255};
        QTest::addRow("sixteen bits") << int(Bands::Grey) << 16 << 3 << 6 << sixteen({0x0000, 0x80FF, 0xFF00}) << Bytes{0, 0x80, 255};
        QTest::addRow("sixteen bits of a colour") << int(Bands::Rgb) << 16 << 1 << 6 << sixteen({0x1234, 0x5678, 0x9ABC}) << Bytes{0x12, 0x56, 0x9A};
    }
    void samplesBecomeEightBits()
    {
        QFETCH(int, bands);
        QFETCH(int, depth);
        QFETCH(int, pixels);
        QFETCH(int, bytesPerRow);
        QFETCH(Bytes, row);
        QFETCH(Bytes, samples);
        for (const std::size_t piece : {std::size_t(1), std::size_t(2), row.size() * 2}) {
            PageRows rows;
            QVERIFY(rows.begin({static_cast<Bands>(bands), bytesPerRow, pixels, 2, depth}));
            Bytes twice = row;
            twice.insert(twice.end(), row.begin(), row.end());
            for (std::size_t at = 0; at < twice.size(); at += piece) {
                QVERIFY(rows.add(std::span<const std::uint8_t>(twice).subspan(at).first(std::min(piece, twice.size() - at))));
            }
            QCOMPARE(rows.rows(), 2U);
            QVERIFY(rows.endPass());
            QCOMPARE(rows.channels(), bands == int(Bands::Grey) ? 1U : 3U);
            for (const unsigned y : {0U, 1U}) {
                const auto found = rows.row(y);
                QCOMPARE(Bytes(found.begin(), found.end()), samples);
            }
        }
    }

    void threePassesMakeOnePage()
    {
        PageRows rows;
        QVERIFY(rows.begin({Bands::Blue, 2, 2, -1, 8}));
        QVERIFY(rows.add(Bytes{3, 6, 9, 12, 15, 18}));
        QVERIFY(rows.endPass());
        QVERIFY(rows.begin({Bands::Red, 2, 2, -1, 8}));
        QVERIFY(rows.add(Bytes{1, 4, 7, 10}));
        QVERIFY(rows.endPass());
        QVERIFY(rows.begin({Bands::Green, 2, 2, -1, 8}));
        QVERIFY(rows.add(Bytes{2, 5, 8, 11, 14, 17}));
        QVERIFY(rows.endPass());
        // A row that lacks a colour is none.
        QCOMPARE(rows.rows(), 2U);
        const auto row = rows.row(1);
        QCOMPARE(Bytes(row.begin(), row.end()), (Bytes{7, 8, 9, 10, 11, 12}));
    }

    void passesThatDoNotGoTogetherAreNone()
    {
        PageRows rows;
        QVERIFY(rows.begin({Bands::Red, 2, 2, 1, 8}) && rows.add(Bytes{1, 2}) && rows.endPass());
        QVERIFY(!rows.begin({Bands::Green, 3, 3, 1, 8}));
        QVERIFY(!rows.begin({Bands::Grey, 2, 2, 1, 8}));
        QVERIFY(!rows.begin({Bands::Rgb, 6, 2, 1, 8}));
        QVERIFY(rows.begin({Bands::Green, 2, 2, 1, 8}));
    }

    void aRowThatIsNotWholeIsNone()
    {
        PageRows rows;
        QVERIFY(rows.begin({Bands::Grey, 4, 4, 2, 8}));
        QVERIFY(rows.add(Bytes{1, 2, 3, 4, 5, 6}));
        QCOMPARE(rows.rows(), 1U);
        QVERIFY(rows.endPass());
        PageRows none;
        QVERIFY(none.begin({Bands::Grey, 4, 4, 2, 8}));
        QVERIFY(none.add(Bytes{1, 2, 3}));
        QVERIFY(!none.endPass());
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<int>("bytesPerRow");
        QTest::addColumn<int>("pixels");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("tooLarge");
        QTest::addRow("no pixels") << 4 << 0 << 1 << 8 << false;
        QTest::addRow("fewer than none") << 4 << -4 << 1 << 8 << false;
        QTest::addRow("fewer bytes than pixels") << 11 << 4 << 1 << 8 << false;
        QTest::addRow("no bytes") << 0 << 4 << 1 << 8 << false;
        QTest::addRow("a depth there is not") << 100 << 4 << 1 << 12 << false;
        QTest::addRow("too wide") << 300'000 << 65'501 << 1 << 8 << true;
        QTest::addRow("too high") << 12 << 4 << 65'501 << 8 << true;
        QTest::addRow("too much") << 3 * 30'000 << 30'000 << 30'000 << 8 << true;
        QTest::addRow("rows of a gigabyte") << 1'000'000'000 << 4 << 1 << 8 << true;
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(int, bytesPerRow);
        QFETCH(int, pixels);
        QFETCH(int, rows);
        QFETCH(int, depth);
        QFETCH(bool, tooLarge);
        PageRows page;
        QVERIFY(!page.begin({Bands::Rgb, bytesPerRow, pixels, rows, depth}));
        QCOMPARE(page.isTooLarge(), tooLarge);
    }

    void aPageWithoutEndEnds()
    {
        PageRows page;
        QVERIFY(page.begin({Bands::Grey, 1, 1, -1, 8}));
        QVERIFY(page.add(Bytes(PageRows::MostSide, 1)));
        QVERIFY(!page.add(Bytes{1}));
        QVERIFY(page.isTooLarge());
    }

    void aRowTooManyIsRefused()
    {
        for (const unsigned channels : {1U, 3U}) {
            JpegWriter writer({.width = 40, .height = 30, .channels = channels, .dpi = 300, .quality = 95});
            for (unsigned y = 0; y < 30; ++y) {
                QVERIFY(writer.add(Bytes(40 * channels, static_cast<std::uint8_t>(y < 15 ? 20 : 230))));
            }
            QVERIFY(!writer.add(Bytes(40 * channels, 0))); // one too many
        }
    }

    void thePictureIsThatOfTheRows()
    {
        JpegWriter good({.width = 40, .height = 30, .channels = 3, .dpi = 300});
        for (unsigned y = 0; y < 30; ++y) {
            QVERIFY(good.add(Bytes(120, static_cast<std::uint8_t>(y < 15 ? 20 : 230))));
        }
        const auto bytes = good.finished();
        const QImage picture = QImage::fromData(bytes.data(), static_cast<int>(bytes.size()), "jpeg");
        QCOMPARE(picture.size(), QSize(40, 30));
        QCOMPARE(picture.dotsPerMeterX(), 11'811);
        QVERIFY(qAbs(qGray(picture.pixel(20, 3)) - 20) < 4 && qAbs(qGray(picture.pixel(20, 27)) - 230) < 4);
    }

    void aPictureThatLacksARowIsNone()
    {
        JpegWriter writer({.width = 8, .height = 8, .channels = 1, .dpi = 300});
        QVERIFY(writer.add(Bytes(8, 0)));
        QVERIFY(!writer.add(Bytes(7, 0)));
        QVERIFY(writer.finished().empty());
    }
};

QTEST_APPLESS_MAIN(tst_PageRows)
#include "tst_PageRows.moc"
