// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/TextPicture.h"
#include "tests/app/worker/Pictures.h"

#include <QTest>

using namespace motcua;
using worker::TextPicture;

/** What of a page the reader of text is given: grey, and as fine as it reads best. */
class tst_TextPicture : public QObject
{
    Q_OBJECT

    using Outcome = TextFrame::Outcome;

    static std::variant<TextPicture, Outcome> of(const QByteArray &jpeg)
    {
        return TextPicture::of({reinterpret_cast<const std::uint8_t *>(jpeg.constData()), std::size_t(jpeg.size())});
    }

    /** `dpi` 0: it does not say. */
    static QByteArray page(QSize size, int dpi)
    {
        QImage image = test::fourFields(size).convertToFormat(QImage::Format_RGB888);
        const int perMetre = int(dpi / 0.0254 + 0.5);
        image.setDotsPerMeterX(perMetre);
        image.setDotsPerMeterY(perMetre);
        return test::jpeg(image);
    }

private Q_SLOTS:
    void isAsFineAsTextIsReadBest_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<QSize>("read");
        QTest::addColumn<int>("readDpi");
        const QSize card(1000, 640);
        QTest::addRow("200 dpi") << card << 200 << card << 200;
        QTest::addRow("300 dpi") << card << 300 << card << 300;
        QTest::addRow("400 dpi") << card << 400 << card * 6 / 8 << 300;
        QTest::addRow("600 dpi") << card << 600 << card * 4 / 8 << 300;
        QTest::addRow("1200 dpi") << card << 1200 << card * 2 / 8 << 300;
        QTest::addRow("it says nothing: A4 at 300 dpi") << QSize(2480, 3508) << 0 << QSize(2480, 3508) << 300;
        QTest::addRow("it says nothing: A4 at 600 dpi") << QSize(4960, 7016) << 0 << QSize(2480, 3508) << 300;
        QTest::addRow("what a screen says is not believed") << QSize(4960, 7016) << 72 << QSize(2480, 3508) << 300;
        QTest::addRow("what would be a sheet of three metres") << QSize(40000, 100) << 300 << QSize(10000, 25) << 300;
        QTest::addRow("larger than is read at once") << QSize(8000, 8000) << 300 << QSize(4000, 4000) << 150;
    }
    void isAsFineAsTextIsReadBest()
    {
        QFETCH(QSize, size);
        QFETCH(int, dpi);
        QFETCH(QSize, read);
        QFETCH(int, readDpi);
        const auto made = of(page(size, dpi));
        const auto *const picture = std::get_if<TextPicture>(&made);
        QVERIFY(picture);
        QCOMPARE(QSize(int(picture->pageWidth), int(picture->pageHeight)), size);
        QCOMPARE(QSize(int(picture->width), int(picture->height)), read);
        QCOMPARE(int(picture->dpi), readDpi);
        QCOMPARE(picture->grey.size(), std::size_t(read.width()) * std::size_t(read.height()));
        // Each of the four fields has its place and its grey.
        const QColor colours[] = {QColor(220, 40, 30), QColor(40, 200, 60), QColor(50, 60, 210), QColor(230, 220, 70)};
        for (int i = 0; i < 4; ++i) {
            const std::size_t x = std::size_t(read.width()) * (i % 2 == 0 ? 3 : 7) / 10;
            const std::size_t y = std::size_t(read.height()) * (i < 2 ? 3 : 7) / 10;
            const double grey = 0.299 * colours[i].red() + 0.587 * colours[i].green() + 0.114 * colours[i].blue();
            QVERIFY(std::abs(picture->grey[y * picture->width + x] - grey) < 8);
        }
    }

    void whatIsNoneIsNamed()
    {
        const QByteArray good = page({100, 100}, 300);
        const auto why = [](const QByteArray &bytes) {
            const auto made = of(bytes);
            const auto *const outcome = std::get_if<Outcome>(&made);
            return outcome ? *outcome : Outcome::Text;
        };
        QCOMPARE(why({}), Outcome::CannotDecode);
        QCOMPARE(why(good.first(good.size() - 20)), Outcome::CannotDecode);
        QCOMPARE(why(test::saying(good, 65500, 65500)), Outcome::TooLarge);
        QCOMPARE(why(test::saying(good, 12000, 10001)), Outcome::TooLarge);
        QCOMPARE(why(test::saying(good, 12000, 10000)), Outcome::CannotDecode); // modest enough, but it is not there
    }
};

QTEST_GUILESS_MAIN(tst_TextPicture)
#include "tst_TextPicture.moc"
