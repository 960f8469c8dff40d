// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/Photo.h"
#include "tests/app/worker/Pictures.h"
#include "tests/app/worker/WrittenJp2.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;
using worker::DecodedPhoto;
using worker::Photo;

/** The decoding itself, without the process around it. */
class tst_Photo : public QObject
{
    Q_OBJECT

    static DecodedPhoto decoded(const QByteArray &bytes)
    {
        return worker::decodePhoto({reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
    }

    /** Whole in itself, whatever it was made of. */
    static bool isWhole(const DecodedPhoto &decoded)
    {
        const auto *const photo = std::get_if<Photo>(&decoded);
        return !photo
            || (photo->extent.width > 0 && photo->extent == photo->extent.fitted() && (photo->channels == 3 || photo->channels == 4)
                && photo->samples.size() == std::size_t(photo->extent.width) * photo->extent.height * photo->channels);
    }

    static void addFiles()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addRow("JPEG") << jpeg(fourFields({48, 64}));
        QTest::addRow("grey JPEG") << jpeg(fourFields({48, 64}, true).convertToFormat(QImage::Format_Grayscale8));
        QTest::addRow("progressive JPEG") << jpeg(fourFields({48, 64}), true);
        QTest::addRow("JP2") << WrittenJp2{}.of(fourFields({48, 64}));
        QTest::addRow("bare stream in tiles") << WrittenJp2{.isBare = true, .tile = 20}.of(fourFields({48, 64}));
        QTest::addRow("JP2 of luma and colour")
            << WrittenJp2{.colours = WrittenJp2::Colours::LumaAndColour, .half = 2}.of(fourFields({48, 64}));
    }

private Q_SLOTS:
    void isNoPictureWhenItIsCutOff_data() { addFiles(); }
    void isNoPictureWhenItIsCutOff()
    {
        QFETCH(QByteArray, file);
        QVERIFY(std::holds_alternative<Photo>(decoded(file)));
        const bool isProgressive = QByteArrayView(QTest::currentDataTag()) == "progressive JPEG";
        // Where its last marker says that it ends, nothing of the picture is lacking; a progressive one may also end after a scan, only coarser.
        for (qsizetype size = 0; size < file.size() - 8; ++size) {
            const DecodedPhoto cut = decoded(file.first(size));
            QVERIFY(isWhole(cut));
            QVERIFY2(isProgressive || !std::holds_alternative<Photo>(cut), qPrintable(QString::number(size)));
        }
    }

    void isWholeOrNoneWhateverByteIsChanged_data() { addFiles(); }
    void isWholeOrNoneWhateverByteIsChanged()
    {
        QFETCH(QByteArray, file);
        for (qsizetype at = 0; at < file.size(); ++at) {
            for (const char change : {'\x01', '\x80', '\xFF'}) {
                QByteArray changed = file;
                changed[at] = static_cast<char>(changed[at] ^ change);
                QVERIFY(isWhole(decoded(changed)));
            }
        }
    }

    void believesNoHeader_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<PhotoFrame::Outcome>("outcome");
        const QByteArray picture = jpeg(fourFields({48, 64}));
        const QByteArray wavelets = WrittenJp2{}.of(fourFields({48, 64}));
        using Outcome = PhotoFrame::Outcome;
        QTest::addRow("JPEG 4096 x 3906, whose bytes end soon") << saying(picture, 4096, 3906) << Outcome::CannotDecode;
        QTest::addRow("JPEG of 16,003,072 pixels") << saying(picture, 4096, 3907) << Outcome::TooLarge;
        QTest::addRow("JPEG 4097 broad") << saying(picture, 4097, 1) << Outcome::TooLarge;
        QTest::addRow("JPEG 4097 high") << saying(picture, 1, 4097) << Outcome::TooLarge;
        QTest::addRow("JPEG 65500 x 65500") << saying(picture, 65500, 65500) << Outcome::TooLarge;
        QTest::addRow("JPEG 65535 x 65535") << saying(picture, 65535, 65535) << Outcome::TooLarge;
        QTest::addRow("JPEG of no width") << saying(picture, 0, 64) << Outcome::CannotDecode;
        QTest::addRow("JP2 4097 broad") << saying(wavelets, 4097, 1) << Outcome::TooLarge;
        QTest::addRow("JP2 4097 high") << saying(wavelets, 1, 4097) << Outcome::TooLarge;
        QTest::addRow("JP2 of 16,003,072 pixels") << saying(wavelets, 4096, 3907) << Outcome::TooLarge;
        QTest::addRow("JP2 65500 x 65500") << saying(wavelets, 65500, 65500) << Outcome::TooLarge;
        QTest::addRow("JP2 4294967295 x 4294967295") << saying(wavelets, 0xFFFFFFFF, 0xFFFFFFFF) << Outcome::TooLarge;
        QTest::addRow("JP2 of no width") << saying(wavelets, 0, 64) << Outcome::CannotDecode;
        QByteArray tiles = saying(wavelets, 4096, 3906);
        const qsizetype stream = tiles.indexOf("\xFF\x4F\xFF\x51");
        tiles.replace(stream + 24, 8, QByteArray("\0\0\0\1\0\0\0\1", 8));
        QTest::addRow("JP2 of 16 million tiles") << tiles << Outcome::TooLarge;
        QByteArray inks = wavelets;
        inks.replace(stream + 40, 2, "\x40\x01");
        QTest::addRow("JP2 of 16385 components") << inks << Outcome::CannotDecode;
        QByteArray deep = wavelets;
        deep[stream + 42] = 37;
        QTest::addRow("JP2 of 38 bits") << deep << Outcome::CannotDecode;
        QByteArray boxes = wavelets;
        boxes.replace(12, 4, QByteArray(4, '\0').replace(3, 1, "\7"));
        QTest::addRow("JP2 with a box shorter than its head") << boxes << Outcome::CannotDecode;
    }
    void believesNoHeader()
    {
        QFETCH(QByteArray, file);
        QFETCH(PhotoFrame::Outcome, outcome);
        const DecodedPhoto answer = decoded(file);
        QVERIFY(std::holds_alternative<PhotoFrame::Outcome>(answer));
        QCOMPARE(std::get<PhotoFrame::Outcome>(answer), outcome);
    }

    void goesOnWhereOnlyTheMarkOfTheEndIsMissing()
    {
        const QByteArray file = jpeg(fourFields({48, 64}));
        QVERIFY(file.endsWith("\xFF\xD9"));
        const DecodedPhoto answer = decoded(file.chopped(2));
        QVERIFY(std::holds_alternative<Photo>(answer));
        QCOMPARE(std::get<Photo>(answer).samples, std::get<Photo>(decoded(file)).samples);
    }
};

QTEST_GUILESS_MAIN(tst_Photo)
#include "tst_Photo.moc"
