// SPDX-License-Identifier: GPL-3.0-or-later
#include "CopySamples.h"

#include "app/documents/CopyJpeg.h"

#include <QTest>

using namespace motcua;

namespace {

QByteArray withSegment(QByteArray jpeg, char marker, const QByteArray &body)
{
    return jpeg.insert(2, QByteArray("\xFF", 1) + marker + char((body.size() + 2) >> 8) + char((body.size() + 2) & 0xFF) + body);
}

} // namespace

/** Which pictures may go into a copy as they are: those that every reader shows alike, and that hold nothing else. */
class tst_CopyJpeg : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsFit_data()
    {
        QTest::addColumn<QByteArray>("jpeg");
        QTest::addColumn<QString>("why");

        const QByteArray good = samples::jpegOf(samples::pagePicture({16, 16}, true, 0));
        QTest::newRow("good after all") << good << QString();
        QTest::newRow("baseline, grey") << samples::strangeJpeg('\xC0', 1) << QString();
        QTest::newRow("progressive, colour") << samples::strangeJpeg('\xC2', 3) << QString();
        QTest::newRow("fill bytes") << QByteArray(good).insert(2, "\xFF\xFF\xFF") << QString();
        QTest::newRow("nothing") << QByteArray() << u"that is no JPEG"_qs;
        QTest::newRow("a PNG") << QByteArray("\x89PNG\r\n\x1A\n") << u"that is no JPEG"_qs;
        QTest::newRow("cut off in its head") << good.first(20) << u"that is cut off or broken"_qs;
        QTest::newRow("cut off in its data") << good.chopped(2) << u"that is cut off or broken"_qs;
        QTest::newRow("ended before it began") << QByteArray("\xFF\xD8\xFF\xD9") << u"without pixels"_qs;
        QTest::newRow("CMYK") << samples::strangeJpeg('\xC0', 4) << u"that is neither grey nor of three colours"_qs;
        QTest::newRow("two channels") << samples::strangeJpeg('\xC0', 2) << u"that is neither grey nor of three colours"_qs;
        QTest::newRow("twelve bits") << samples::strangeJpeg('\xC1', 1, 12) << u"of a kind of JPEG that is not read everywhere"_qs;
        QTest::newRow("lossless") << samples::strangeJpeg('\xC3', 1) << u"of a kind of JPEG that is not read everywhere"_qs;
        QTest::newRow("arithmetic") << samples::strangeJpeg('\xC9', 1) << u"of a kind of JPEG that is not read everywhere"_qs;
        QTest::newRow("Exif") << withSegment(good, '\xE1', "Exif\0\0MM") << u"with more in it than the picture"_qs;
        QTest::newRow("a remark") << withSegment(good, '\xFE', "by somebody") << u"with more in it than the picture"_qs;
        QTest::newRow("an archive behind it") << good + "PK\3\4" << u"with something after its end"_qs;
    }

    void knowsWhatIsFit()
    {
        QFETCH(QByteArray, jpeg);
        QFETCH(QString, why);

        const auto found = CopyJpeg::of(jpeg);
        QCOMPARE(found ? QString() : found.error().detail, why.isEmpty() ? QString() : u"copy: a picture "_qs + why);
        if (found) {
            QCOMPARE(found->pixels, QSize(16, 16));
        } else {
            QCOMPARE(found.error().code, ErrorCode::Invalid);
        }
    }

    void tellsGreyFromColour()
    {
        for (const bool isColour : {false, true}) {
            const auto found = CopyJpeg::of(samples::jpegOf(samples::pagePicture({31, 7}, isColour, 0)));
            QVERIFY(found);
            QCOMPARE(found->pixels, QSize(31, 7));
            QCOMPARE(found->channels, isColour ? 3 : 1);
        }
    }

    void noBeginningOfOneIsTaken()
    {
        const QByteArray good = samples::jpegOf(samples::pagePicture({16, 16}, true, 0));
        for (qsizetype length = 0; length < good.size(); ++length) {
            QVERIFY2(!CopyJpeg::of(good.first(length)), qPrintable(QString::number(length)));
        }
    }
};

QTEST_APPLESS_MAIN(tst_CopyJpeg)
#include "tst_CopyJpeg.moc"
