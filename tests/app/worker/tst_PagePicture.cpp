// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PagePicture.h"

#include "app/worker/JpegSegments.h"
#include "app/worker/PageWork.h"
#include "tests/app/worker/PictureFiles.h"
#include "tests/app/worker/Pictures.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;
using motcua::worker::DecodedPage;
using motcua::worker::JpegSegments;
using motcua::worker::PagePicture;
using motcua::worker::PageWork;

Q_DECLARE_METATYPE(motcua::PageAnswer::Outcome)

namespace {

std::span<const std::uint8_t> spanOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

QByteArray bytesOf(std::span<const std::uint8_t> bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !QImageWriter(&buffer, "png").write(image)) {
        qFatal("no PNG could be written");
    }
    return bytes;
}

PageWork pageOf(const QByteArray &picture)
{
    return worker::workOn({.pictureSize = static_cast<std::uint32_t>(picture.size())}, spanOf(picture));
}

QImage imageOf(const PageWork &work, const QByteArray &picture)
{
    return QImage::fromData(work.answer.isSame ? picture : bytesOf(work.jpeg), "jpeg");
}

QImage withDots(QImage image, double dpi, double down)
{
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(down / 0.0254));
    return image;
}

} // namespace

class tst_PagePicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindBecomesAPage_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<bool>("isColour");
        QTest::addColumn<bool>("isSame");
        const QImage fields = fourFields({301, 403});
        const QImage grey = fourFields({301, 403}, true).convertToFormat(QImage::Format_Grayscale8);
        QTest::addRow("JPEG") << jpeg(fields) << true << true;
        QTest::addRow("JPEG, grey") << jpeg(grey) << false << true;
        QTest::addRow("JPEG, progressive") << jpeg(fields, true) << true << true;
        QTest::addRow("JPEG, four inks") << inkJpeg(fields) << true << false;
        QTest::addRow("JPEG, bytes behind it") << jpeg(fields) + "PK\3\4 and a whole archive" << true << false;
        QTest::addRow("JPEG, its end not marked") << jpeg(fields).chopped(2) << true << false;
        QTest::addRow("PNG") << pngOf(fields.convertToFormat(QImage::Format_RGB32)) << true << false;
        QTest::addRow("PNG, grey") << pngOf(grey) << false << false;
        QTest::addRow("PNG, opacity") << pngOf(fields) << true << false;
        QTest::addRow("PNG, palette") << pngOf(fields.convertToFormat(QImage::Format_Indexed8)) << true << false;
        QTest::addRow("PNG, 16 bits") << deepPng(fields, false) << true << false;
        QTest::addRow("PNG, 16 bits, interlaced") << deepPng(fields, true) << true << false;
    }
    void everyKindBecomesAPage()
    {
        QFETCH(QByteArray, picture);
        QFETCH(bool, isColour);
        QFETCH(bool, isSame);
        const PageWork work = pageOf(picture);
        QCOMPARE(work.answer.outcome, PageAnswer::Outcome::Page);
        QCOMPARE(work.answer.isColour, isColour);
        QCOMPARE(work.answer.isSame, isSame);
        const QImage page = imageOf(work, picture);
        QCOMPARE(page.size(), QSize(301, 403));
        QCOMPARE(page.isGrayscale(), !isColour);
        // Palettes are coarse.
        QVERIFY2(distance(page, fourFields({301, 403}, !isColour)) < 9, qPrintable(QString::number(distance(page, fourFields({301, 403}, !isColour)))));
        QCOMPARE(work.answer.smallHeight, 320U);
        QCOMPARE(work.answer.smallWidth, 239U);
        const QImage small(work.small.data(), 239, 320, 239 * 3, QImage::Format_RGB888);
        QVERIFY(distance(small, fourFields({239, 320}, !isColour)) < 10);
    }

    void whatIsNotOpaqueLiesOnWhite()
    {
        QImage glass(40, 30, QImage::Format_ARGB32);
        glass.fill(qRgba(200, 0, 0, 0));
        const PageWork work = pageOf(pngOf(glass));
        const QImage page = imageOf(work, {});
        QVERIFY(qGray(page.pixel(20, 15)) > 250);
    }

    /** Whichever way a telephone was held, the page stands upright. */
    void standsUpright_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<bool>("isLittle");
        for (int orientation = 1; orientation <= 8; ++orientation) {
            QTest::addRow("%d", orientation) << orientation << (orientation % 2 == 0);
        }
    }
    void standsUpright()
    {
        QFETCH(int, orientation);
        QFETCH(bool, isLittle);
        const QImage upright = fourFields({240, 320});
        // What the camera's chip saw, of which the EXIF says how it is to be shown.
        QTransform shown;
        switch (orientation) {
        case 2: shown.scale(-1, 1); break;
        case 3: shown.rotate(180); break;
        case 4: shown.scale(1, -1); break;
        case 5: shown.rotate(90).scale(1, -1); break;
        case 6: shown.rotate(90); break;
        case 7: shown.rotate(90).scale(-1, 1); break;
        case 8: shown.rotate(-90); break;
        default: break;
        }
        const QImage seen = upright.transformed(shown.inverted());
        const QByteArray picture = withSegment(jpeg(seen), '\xE1', exif(orientation, "Khong dau ca", isLittle));
        const PageWork work = pageOf(picture);
        QCOMPARE(work.answer.outcome, PageAnswer::Outcome::Page);
        QVERIFY(!work.answer.isSame);
        QCOMPARE(work.answer.dpi, 0U);
        const QImage page = imageOf(work, picture);
        QCOMPARE(page.size(), upright.size());
        QVERIFY2(distance(page, upright) < 4, qPrintable(QString::number(distance(page, upright))));
        QVERIFY(!bytesOf(work.jpeg).contains("Exif"));
        QCOMPARE(pageOf(bytesOf(work.jpeg)).answer.isSame, true);
    }

    /** Nothing that a telephone says of people and places stays, and the picture is not touched for it. */
    void tellsNothingOfPeopleAndPlaces()
    {
        const QByteArray plain = jpeg(fourFields({300, 200}));
        QByteArray picture = withSegment(plain, '\xFE', "a comment: nobody");
        picture = withSegment(picture, '\xE1', exif(1, "GPS 21.0 N 105.8 E nowhere"));
        picture = withSegment(picture, '\xE1', QByteArray("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>nobody</x:xmpmeta>", 60));
        picture = withSegment(picture, '\xED', "Photoshop 3.0 nobody");
        picture = withSegment(picture, '\xE2', QByteArray("MPF\0nobody", 10));
        picture += plain; // a second picture
        const PageWork work = pageOf(picture);
        QVERIFY(!work.answer.isSame);
        QCOMPARE(bytesOf(work.jpeg), plain);
        // A profile of colours and what Adobe says of them stay.
        const QByteArray profile = withSegment(plain, '\xE2', QByteArray("ICC_PROFILE\0\1\1some colours", 26));
        QVERIFY(pageOf(profile).answer.isSame);
    }

    void leavesOutTheSmallPictureOfBefore()
    {
        QByteArray picture = jpeg(fourFields({300, 200}));
        QVERIFY(picture.sliced(2).startsWith(QByteArray("\xFF\xE0\x00\x10JFIF", 8)));
        const QByteArray plain = picture;
        picture.replace(2 + 2, 2, QByteArray("\x00\x13", 2));
        picture.replace(2 + 16, 2, QByteArray("\x01\x01" "abc", 5)); // one pixel by one
        const auto segments = JpegSegments::fromBytes(spanOf(picture));
        QVERIFY(segments);
        QCOMPARE(bytesOf(segments->kept), plain);
    }

    void segmentsThatDoNotFollowAreNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray plain = jpeg(fourFields({30, 20}));
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("two bytes") << QByteArray("\xFF\xD8", 2);
        QTest::addRow("only an end") << QByteArray("\xFF\xD8\xFF\xD9", 4);
        QTest::addRow("another file") << QByteArray("%PDF-1.7\n%%EOF");
        QTest::addRow("no end") << plain.chopped(1);
        QTest::addRow("a length beyond the end") << QByteArray("\xFF\xD8\xFF\xE0\xFF\xFFJFIF", 10);
        QTest::addRow("a length of one") << QByteArray("\xFF\xD8\xFF\xE0\x00\x01\xFF\xD9", 8);
        QTest::addRow("bytes between two") << plain.first(20) + "xx" + plain.sliced(20);
        QTest::addRow("an unknown marker") << withSegment(plain, '\xF5', "abc");
        for (const qsizetype size : {3, 4, 5, 19, 21, 200}) {
            QTest::addRow("the first %d bytes", int(size)) << plain.first(size);
        }
    }
    void segmentsThatDoNotFollowAreNone()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!JpegSegments::fromBytes(spanOf(bytes)));
    }

    void readsOrientationsOfNobodysMaking_data()
    {
        QTest::addColumn<QByteArray>("exif");
        QTest::addColumn<unsigned>("orientation");
        QTest::addRow("little") << exif(6, "x", true) << 6U;
        QTest::addRow("big") << exif(8, "x") << 8U;
        QTest::addRow("nine") << exif(9, "x") << 1U;
        QTest::addRow("nought") << exif(0, "x") << 1U;
        QTest::addRow("empty") << QByteArray() << 1U;
        QTest::addRow("only a name") << QByteArray("Exif\0\0", 6) << 1U;
        QByteArray beyond = exif(6, "x");
        beyond.replace(6 + 4, 4, "\xFF\xFF\xFF\xFF");
        QTest::addRow("its table lies beyond the end") << beyond << 1U;
        QByteArray many = exif(6, "x").chopped(5);
        many.replace(6 + 8, 2, "\xFF\xFF");
        QTest::addRow("more entries than bytes") << many << 6U;
        QTest::addRow("cut within the entry") << exif(6, "x").first(6 + 8 + 2 + 12 + 7) << 1U;
    }
    void readsOrientationsOfNobodysMaking()
    {
        QFETCH(QByteArray, exif);
        QFETCH(unsigned, orientation);
        QCOMPARE(JpegSegments::orientationIn(spanOf(exif)), orientation);
    }

    void believesOnlyWhatCanBe_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<unsigned>("dpi");
        const QImage page = fourFields({1654, 2339});
        QTest::addRow("200") << jpeg(withDots(page, 200, 200)) << 200U;
        QTest::addRow("300 of a PNG") << pngOf(withDots(page, 300, 300)) << 300U;
        QTest::addRow("150 by 300") << jpeg(withDots(page, 150, 300)) << 0U;
        QTest::addRow("150 by 300 of a PNG") << pngOf(withDots(page, 150, 300)) << 0U;
        QTest::addRow("72") << jpeg(withDots(page.scaled(600, 800), 72, 72)) << 0U;
        QTest::addRow("96") << jpeg(withDots(page.scaled(600, 800), 96, 96)) << 0U;
        QTest::addRow("a page of a metre") << jpeg(withDots(page, 75, 75)) << 0U;
        QTest::addRow("nine thousand") << jpeg(withDots(page, 9'000, 9'000)) << 0U;
        QTest::addRow("one") << jpeg(withDots(page, 1, 1)) << 0U;
    }
    void believesOnlyWhatCanBe()
    {
        QFETCH(QByteArray, picture);
        QFETCH(unsigned, dpi);
        QCOMPARE(pageOf(picture).answer.dpi, dpi);
    }

    /** Written anew, a page says what it said, or nothing. */
    void keepsItsSize()
    {
        for (const int dpi : {0, 300}) {
            const QImage image = fourFields({1654, 2339});
            const QByteArray picture = jpeg(dpi > 0 ? withDots(image, dpi, dpi) : withDots(image, 72, 72));
            const PageWork work = worker::workOn({.quarterTurns = 1, .pictureSize = static_cast<std::uint32_t>(picture.size())}, spanOf(picture));
            QVERIFY(!work.jpeg.empty());
            QCOMPARE(work.jpeg.at(13), std::uint8_t(dpi > 0 ? 1 : 0));
            QCOMPARE(work.jpeg.at(14) << 8 | work.jpeg.at(15), dpi > 0 ? dpi : 1);
            QCOMPARE(work.answer.dpi, unsigned(dpi));
        }
    }

    void whatIsNoPageIsNamed_data()
    {
        using Outcome = PageAnswer::Outcome;
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<PageAnswer::Outcome>("outcome");
        const QImage fields = fourFields({640, 480});
        const QByteArray plain = jpeg(fields);
        const QByteArray progressive = jpeg(fields, true);
        const QByteArray png = pngOf(fields);
        QTest::addRow("nothing") << QByteArray() << Outcome::CannotDecode;
        QTest::addRow("a text") << QByteArray("Giấy này không phải là ảnh.") << Outcome::CannotDecode;
        QTest::addRow("a GIF") << QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7") << Outcome::CannotDecode;
        QTest::addRow("a PDF") << QByteArray("%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF") << Outcome::CannotDecode;
        QTest::addRow("a PDF that begins as a JPEG") << plain.first(300) + "%PDF-1.4" << Outcome::CannotDecode;
        QTest::addRow("a begin") << plain.first(3) << Outcome::CannotDecode;
        QTest::addRow("a header") << plain.first(400) << Outcome::CannotDecode;
        QTest::addRow("half of it") << plain.first(plain.size() / 2) << Outcome::CannotDecode;
        QTest::addRow("nearly all of it") << plain.chopped(40) << Outcome::CannotDecode;
        QTest::addRow("half of a progressive one") << progressive.first(progressive.size() / 2) << Outcome::CannotDecode;
        QTest::addRow("a progressive one without its last scans") << progressive.first(progressive.lastIndexOf("\xFF\xDA")) << Outcome::CannotDecode;
        QTest::addRow("a byte within it") << QByteArray(plain).replace(plain.size() / 2, 2, "\xFF\xC0") << Outcome::CannotDecode;
        QTest::addRow("12 bits") << QByteArray(plain).replace(plain.indexOf("\xFF\xC0") + 4, 1, "\x0C") << Outcome::CannotDecode;
        QTest::addRow("a JPEG of 65,500 by 65,500") << saying(plain, 65'500, 65'500) << Outcome::TooLarge;
        QTest::addRow("a JPEG of 65,535 by 65,535") << saying(plain, 65'535, 65'535) << Outcome::TooLarge;
        QTest::addRow("a JPEG of 121 million") << saying(plain, 11'000, 11'000) << Outcome::TooLarge;
        QTest::addRow("a progressive JPEG of 65,000 by 65,000") << saying(progressive, 65'000, 65'000) << Outcome::TooLarge;
        QTest::addRow("a JPEG of no height") << saying(plain, 640, 0) << Outcome::CannotDecode;
        QTest::addRow("a PNG of 65,000 by 65,000") << sayingPng(png, 65'000, 65'000) << Outcome::TooLarge;
        QTest::addRow("a PNG of two thousand million") << sayingPng(png, 0x7FFF'FFFF, 0x7FFF'FFFF) << Outcome::TooLarge;
        QTest::addRow("a PNG of no width") << sayingPng(png, 0, 480) << Outcome::CannotDecode;
        QTest::addRow("a PNG that is larger than its data") << sayingPng(png, 640, 4'800) << Outcome::CannotDecode;
        QTest::addRow("half a PNG") << png.first(png.size() / 2) << Outcome::CannotDecode;
        QTest::addRow("a PNG without its end") << png.chopped(12) << Outcome::CannotDecode;
        QTest::addRow("a PNG whose sum is wrong") << QByteArray(png).replace(png.size() / 2, 1, "\x55") << Outcome::CannotDecode;
        QTest::addRow("a byte more than may be") << QByteArray(plain).append(QByteArray(PageLimits::MostBytes + 1 - plain.size(), 'x')) << Outcome::TooLarge;
    }
    void whatIsNoPageIsNamed()
    {
        QFETCH(QByteArray, picture);
        QFETCH(PageAnswer::Outcome, outcome);
        QCOMPARE(pageOf(picture).answer.outcome, outcome);
        const PageWork look = worker::workOn({.what = PageRequest::What::Look, .boxWidth = 100, .boxHeight = 100, .pictureSize = static_cast<std::uint32_t>(picture.size())}, spanOf(picture));
        QCOMPARE(look.answer.outcome, outcome);
    }

    void isLookedAtInABox_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<QSize>("box");
        QTest::addColumn<QSize>("size");
        const QByteArray picture = jpeg(fourFields({1200, 1600}));
        QTest::addRow("small") << picture << QSize(300, 300) << QSize(225, 300);
        QTest::addRow("odd") << picture << QSize(777, 5'000) << QSize(777, 1036);
        QTest::addRow("as large as it is") << picture << QSize(1200, 1600) << QSize(1200, 1600);
        QTest::addRow("never larger") << picture << QSize(60'000, 60'000) << QSize(1200, 1600);
        QTest::addRow("a pixel") << picture << QSize(1, 1) << QSize(1, 1);
        QTest::addRow("grey") << jpeg(fourFields({1200, 1600}, true).convertToFormat(QImage::Format_Grayscale8)) << QSize(100, 400) << QSize(100, 133);
        QTest::addRow("progressive") << jpeg(fourFields({1200, 1600}), true) << QSize(500, 400) << QSize(300, 400);
        QTest::addRow("PNG") << pngOf(fourFields({1200, 1600})) << QSize(500, 400) << QSize(300, 400);
        QTest::addRow("grey PNG") << pngOf(fourFields({1200, 1600}, true).convertToFormat(QImage::Format_Grayscale8)) << QSize(500, 400) << QSize(300, 400);
        QTest::addRow("inks") << inkJpeg(fourFields({1200, 1600})) << QSize(500, 400) << QSize(300, 400);
    }
    void isLookedAtInABox()
    {
        QFETCH(QByteArray, picture);
        QFETCH(QSize, box);
        QFETCH(QSize, size);
        const PageWork look = worker::workOn(
            {.what = PageRequest::What::Look, .boxWidth = unsigned(box.width()), .boxHeight = unsigned(box.height()), .pictureSize = static_cast<std::uint32_t>(picture.size())}, spanOf(picture));
        QCOMPARE(look.answer.outcome, PageAnswer::Outcome::Look);
        QCOMPARE(QSize(int(look.answer.smallWidth), int(look.answer.smallHeight)), size);
        QCOMPARE(look.small.size(), look.answer.smallSize());
        const QImage seen(look.small.data(), size.width(), size.height(), qsizetype(size.width()) * 3, QImage::Format_RGB888);
        if (size.width() > 50) {
            QVERIFY(distance(seen, fourFields(size, seen.isGrayscale())) < 5);
        }
    }
};

QTEST_GUILESS_MAIN(tst_PagePicture)
#include "tst_PagePicture.moc"
