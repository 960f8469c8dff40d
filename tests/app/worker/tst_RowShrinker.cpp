// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/RowShrinker.h"

#include <QTest>

#include <vector>

using motcua::worker::Extent;
using motcua::worker::RowShrinker;

class tst_RowShrinker : public QObject
{
    Q_OBJECT

    static std::vector<std::uint8_t> shrunk(const std::vector<std::uint8_t> &samples, Extent from, Extent to, unsigned channels)
    {
        RowShrinker shrinker(from, to, channels);
        const std::size_t row = std::size_t(from.width) * channels;
        for (std::size_t at = 0; at < samples.size(); at += row) {
            shrinker.add(std::span(samples).subspan(at, row));
        }
        return shrinker.samples();
    }

private Q_SLOTS:
    void fitsTheFrame_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("fitted");
        QTest::addRow("a pixel") << QSize(1, 1) << QSize(1, 1);
        QTest::addRow("as large as may be") << QSize(480, 640) << QSize(480, 640);
        QTest::addRow("a column more") << QSize(481, 640) << QSize(480, 639);
        QTest::addRow("a row more") << QSize(480, 641) << QSize(479, 640);
        QTest::addRow("the same shape") << QSize(960, 1280) << QSize(480, 640);
        QTest::addRow("broad") << QSize(4000, 3000) << QSize(480, 360);
        QTest::addRow("a line across") << QSize(4096, 1) << QSize(480, 1);
        QTest::addRow("a line down") << QSize(1, 4096) << QSize(1, 640);
    }
    void fitsTheFrame()
    {
        QFETCH(QSize, size);
        QFETCH(QSize, fitted);
        const Extent extent = Extent{unsigned(size.width()), unsigned(size.height())}.fitted();
        QCOMPARE(QSize(int(extent.width), int(extent.height)), fitted);
    }

    void takesTheMean_data()
    {
        using Bytes = std::vector<std::uint8_t>;
        QTest::addColumn<Bytes>("samples");
        QTest::addColumn<QSize>("from");
        QTest::addColumn<QSize>("to");
        QTest::addColumn<unsigned>("channels");
        QTest::addColumn<Bytes>("mean");
        QTest::addRow("nothing is lost where nothing shrinks") << Bytes{1, 2, 3, 250, 251, 252, 0, 255, 7, 9, 8, 7} << QSize(2, 2)
                                                               << QSize(2, 2) << 3U << Bytes{1, 2, 3, 250, 251, 252, 0, 255, 7, 9, 8, 7};
        QTest::addRow("four become one") << Bytes{10, 20, 30, 41} << QSize(2, 2) << QSize(1, 1) << 1U << Bytes{25};
        QTest::addRow("three columns become two") << Bytes{0, 90, 255} << QSize(3, 1) << QSize(2, 1) << 1U << Bytes{30, 200};
        QTest::addRow("three rows become two") << Bytes{0, 90, 255} << QSize(1, 3) << QSize(1, 2) << 1U << Bytes{30, 200};
        QTest::addRow("each channel by itself")
            << Bytes{0, 100, 200, 255, 200, 200, 100, 255} << QSize(2, 1) << QSize(1, 1) << 4U << Bytes{100, 150, 150, 255};
    }
    void takesTheMean()
    {
        using Bytes = std::vector<std::uint8_t>;
        QFETCH(Bytes, samples);
        QFETCH(QSize, from);
        QFETCH(QSize, to);
        QFETCH(unsigned, channels);
        QFETCH(Bytes, mean);
        const Extent large{unsigned(from.width()), unsigned(from.height())};
        const Extent small{unsigned(to.width()), unsigned(to.height())};
        QCOMPARE(shrunk(samples, large, small, channels), mean);
    }

    void keepsWhiteWhiteAtTheLimit_data()
    {
        QTest::addColumn<QSize>("from");
        QTest::addColumn<QSize>("to");
        constexpr int Most = RowShrinker::MostSide;
        QTest::addRow("as high as may be") << QSize(2, Most) << QSize(1, 1);
        QTest::addRow("as broad as may be") << QSize(Most, 2) << QSize(1, 1);
        QTest::addRow("hardly smaller") << QSize(1, Most) << QSize(1, Most - 1);
        QTest::addRow("hardly narrower") << QSize(Most, 1) << QSize(Most - 1, 1);
    }
    void keepsWhiteWhiteAtTheLimit()
    {
        QFETCH(QSize, from);
        QFETCH(QSize, to);
        const std::vector<std::uint8_t> white(std::size_t(from.width()) * std::size_t(from.height()), 255);
        const auto samples = shrunk(white, {unsigned(from.width()), unsigned(from.height())}, {unsigned(to.width()), unsigned(to.height())}, 1);
        QCOMPARE(samples, std::vector<std::uint8_t>(std::size_t(to.width()) * std::size_t(to.height()), 255));
    }
};

QTEST_GUILESS_MAIN(tst_RowShrinker)
#include "tst_RowShrinker.moc"
