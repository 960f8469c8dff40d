// SPDX-License-Identifier: GPL-3.0-or-later
#include "SheetText.h"

#include "app/documents/TicketSlip.h"
#include "models/base/VietnamTime.h"
#include "models/catalogue/Catalogue.h"
#include "models/dossier/ScannedCode.h"

#define ZX_USE_UTF8 1 // text() answers std::string, as it will everywhere from the next release on
#include <ZXing/ReadBarcode.h>

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace motcua;

/** The ticket as the citizen has it in the hand, and as a code reader sees it. */
class tst_TicketSlip : public QObject
{
    Q_OBJECT

    static TicketValues drawn()
    {
        return {.governingBody = u"Ủy ban nhân dân phường Hòa An"_qs,
            .unitName = u"Trung tâm Phục vụ hành chính công phường Hòa An"_qs,
            .number = u"A013"_qs,
            .group = u"Hộ tịch"_qs,
            .groupEn = u"Civil status"_qs,
            .wait = WaitRange{15, 30},
            .ahead = 9,
            .drawnAt = vietnamTime({2026, 11, 23}, {7, 52})};
    }

    static TicketWords words()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/hall/ticket.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        const auto read = TicketWords::read({u"ticket.json"_qs, file.readAll()});
        return read ? *read : TicketWords();
    }

    static QImage pictureOf(const TicketValues &values, const TicketWords &words = tst_TicketSlip::words())
    {
        const Result<QImage> picture = TicketSlip::picture(values, words);
        return picture ? *picture : QImage();
    }

    static QByteArray codeIn(const QImage &picture)
    {
        const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
        const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine()));
        const ZXing::Result found = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true));
        return found.isValid() ? QByteArray::fromStdString(found.text()) : QByteArray();
    }

    /** Saves it as a picture in the folder MOTCUA_SCREENSHOTS; does nothing when that is not set. */
    static void show(const QImage &picture, const QString &name)
    {
        const QString folder = qEnvironmentVariable("MOTCUA_SCREENSHOTS");
        if (!folder.isEmpty() && QDir().mkpath(folder)) {
            picture.save(folder + u'/' + name + u".png"_qs);
        }
    }

    static bool isBlack(const QImage &picture, int x, int y) { return qGray(picture.pixel(x, y)) < 128; }

private Q_SLOTS:
    void itIsAsWideAsTheRollAndBlackAndWhite()
    {
        const QImage picture = pictureOf(drawn());
        QCOMPARE(picture.width(), 576);
        QCOMPARE(picture.depth(), 1);
        QVERIFY(picture.height() > 400 && picture.height() < 1000);
        int black = 0;
        for (int y = 0; y < picture.height(); ++y) {
            QVERIFY(!isBlack(picture, 0, y) && !isBlack(picture, 575, y)); // a roll that lies askew cuts nothing off
            for (int x = 0; x < 576; ++x) {
                black += isBlack(picture, x, y) ? 1 : 0;
            }
        }
        QVERIFY(black > 576 * picture.height() / 50 && black < 576 * picture.height() / 4);
        show(picture, u"ticket"_qs);
    }

    void aCodeReaderKnowsIt_data()
    {
        QTest::addColumn<QString>("number");
        for (const char *number : {"A001", "A013", "Z999", "G1234"}) {
            QTest::newRow(number) << QString::fromLatin1(number);
        }
    }
    void aCodeReaderKnowsIt()
    {
        QFETCH(QString, number);
        TicketValues values = drawn();
        values.number = number;
        const QByteArray read = codeIn(pictureOf(values));
        QCOMPARE(QString::fromUtf8(read), number);
        const ScannedCode code = ScannedCode::of(read, ScannedCode::Way::Device, Catalogue());
        QCOMPARE(code.kind, ScannedCode::Kind::Ticket);
        QCOMPARE(code.text, number);
    }

    void thePaperOfAnAppointmentIsReadAsOne()
    {
        TicketValues values = drawn();
        values.number = u"042817"_qs;
        values.appointmentAt = vietnamTime(QDate(2026, 11, 24), QTime(9, 5));
        values.lateMinutes = 15;
        (void)pictureOf(values); // glyphs that are drawn for the first time differ by a dot here and there
        const QImage picture = pictureOf(values);
        show(picture, u"appointment"_qs);
        const ScannedCode code = ScannedCode::of(codeIn(picture), ScannedCode::Way::Device, Catalogue());
        QCOMPARE(code.kind, ScannedCode::Kind::Appointment);
        QCOMPARE(code.text, u"042817"_qs);
        // Another time is another picture; how many wait is not told.
        TicketValues other = values;
        other.appointmentAt = values.appointmentAt.addSecs(60);
        QVERIFY(pictureOf(other) != picture);
        other = values;
        other.ahead = 17;
        QVERIFY(pictureOf(other) == picture);
        QVERIFY(TicketSlip::sheet(values, words()));
        values.number = u"A013"_qs;
        const auto refused = TicketSlip::picture(values, words());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
    }

    // A mark that was lost, or cut off at the edge of its line, would leave the picture of the letter without it.
    void everyMarkIsThere_data()
    {
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("without");
        for (const QString &letter : {u"ă"_qs, u"â"_qs, u"ê"_qs, u"ô"_qs, u"ơ"_qs, u"ư"_qs, u"đ"_qs, u"Ă"_qs, u"Đ"_qs, u"Ơ"_qs, u"Ư"_qs}) {
            QTest::newRow(qPrintable(letter)) << letter << (letter == u"đ" ? u"d"_qs : letter == u"Đ" ? u"D"_qs : letter.normalized(QString::NormalizationForm_D).left(1));
        }
        for (const QString &vowel : {u"a"_qs, u"ă"_qs, u"â"_qs, u"e"_qs, u"ê"_qs, u"i"_qs, u"o"_qs, u"ô"_qs, u"ơ"_qs, u"u"_qs, u"ư"_qs, u"y"_qs, u"Ă"_qs, u"Â"_qs, u"Ê"_qs, u"Ô"_qs, u"Ơ"_qs, u"Ư"_qs}) {
            for (const char16_t tone : {u'\u0300', u'\u0301', u'\u0303', u'\u0309', u'\u0323'}) {
                const QString with = (vowel + QChar(tone)).normalized(QString::NormalizationForm_C);
                QTest::newRow(qPrintable(with)) << with << vowel;
            }
        }
    }
    void everyMarkIsThere()
    {
        QFETCH(QString, with);
        QFETCH(QString, without);
        for (const bool isGroup : {true, false}) {
            TicketValues one = drawn();
            TicketValues other = drawn();
            (isGroup ? one.group : one.unitName) = u"n"_qs + with + u"n"_qs;
            (isGroup ? other.group : other.unitName) = u"n"_qs + without + u"n"_qs;
            const QImage marked = pictureOf(one);
            QVERIFY(!marked.isNull());
            QVERIFY(marked != pictureOf(other));
        }
    }

    void whatIsNotKnownIsLeftOut()
    {
        TicketValues bare = drawn();
        bare.governingBody.clear();
        bare.groupEn.clear();
        bare.wait.reset();
        bare.ahead.reset();
        bare.drawnAt = {};
        TicketWords few = words();
        few.notices.clear();
        const QImage picture = pictureOf(bare, few);
        QVERIFY(!picture.isNull());
        QVERIFY(picture.height() < pictureOf(drawn()).height());
        QCOMPARE(codeIn(picture), QByteArray("A013"));
        show(picture, u"ticket-bare"_qs);
    }

    void theLongestComesOutToo()
    {
        TicketValues longest = drawn();
        longest.number = u"A99-1234567"_qs;
        longest.governingBody = u"Ủy ban nhân dân phường Nguyễn Thị Minh Khai Thành phố Buôn Ma Thuột"_qs;
        longest.unitName = u"Trung tâm Phục vụ hành chính công phường Nguyễn Thị Minh Khai Thành phố Buôn Ma Thuột"_qs;
        longest.group = u"Thành lập và hoạt động doanh nghiệp, hộ kinh doanh, hợp tác xã"_qs;
        longest.groupEn = u"Founding and running enterprises, household businesses and cooperatives"_qs;
        longest.wait = WaitRange{480, 480};
        longest.ahead = 120;
        longest.training = true;
        const QImage picture = pictureOf(longest);
        QVERIFY(!picture.isNull());
        for (int y = 0; y < picture.height(); ++y) {
            QVERIFY(!isBlack(picture, 0, y) && !isBlack(picture, 575, y));
        }
        show(picture, u"ticket-longest"_qs);
        const Result<QByteArray> sheet = TicketSlip::sheet(longest, words());
        QVERIFY2(sheet, qPrintable(sheet ? QString() : sheet.error().detail));
        QVERIFY(samples::plainText(*sheet).contains(u"A99-1234567"_qs));
    }

    void onASheetItSaysTheSame()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_qs).isEmpty()) {
            QSKIP("poppler-utils is not installed");
        }
        const Result<QByteArray> sheet = TicketSlip::sheet(drawn(), words());
        QVERIFY2(sheet, qPrintable(sheet ? QString() : sheet.error().detail));
        const QString text = samples::plainText(*sheet);
        for (const QString &said : {u"ỦY BAN NHÂN DÂN PHƯỜNG HÒA AN"_qs, u"PHỤC VỤ HÀNH CHÍNH CÔNG"_qs, u"A013"_qs, u"Hộ tịch"_qs, u"Civil status"_qs,
                 u"Chờ khoảng 15–30 phút"_qs, u"Wait: about 15–30 minutes"_qs, u"Chờ trước: 9 người"_qs, u"Waiting before you: 9"_qs, u"07:52 · 23/11/2026"_qs}) {
            QVERIFY2(text.contains(said), qPrintable(said + u" in "_qs + text));
        }
        QVERIFY(!text.contains(u"TẬP HUẤN"_qs));
        const QString info = samples::read(u"pdfinfo"_qs, {u"-"_qs}, *sheet);
        QVERIFY2(info.contains(u"Pages:           1"_qs), qPrintable(info));
        QVERIFY2(info.contains(u"297 x 420 pts"_qs) || info.contains(u"298 x 420 pts"_qs), qPrintable(info)); // 105 × 148 mm
        QVERIFY(!info.contains(u"A013"_qs));
        if (const QString folder = qEnvironmentVariable("MOTCUA_SCREENSHOTS"); !folder.isEmpty()) {
            QFile file(folder + u"/ticket-a6.pdf"_qs);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*sheet) == sheet->size());
        }
    }

    void nobodyWaitsOrTheWaitIsLong_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<QString>("said");
        QTest::newRow("nobody") << 0 << u"Chưa có ai chờ trước"_qs;
        QTest::newRow("one") << 1 << u"Chờ trước: 1 người"_qs;
        QTest::newRow("a long wait") << 99 << u"Chờ ít nhất 480 phút"_qs;
    }
    void nobodyWaitsOrTheWaitIsLong()
    {
        QFETCH(int, ahead);
        QFETCH(QString, said);
        TicketValues values = drawn();
        values.ahead = ahead;
        values.wait = WaitRange{480, 480};
        const Result<QByteArray> sheet = TicketSlip::sheet(values, words());
        QVERIFY(sheet);
        QVERIFY2(samples::plainText(*sheet).contains(said), qPrintable(samples::plainText(*sheet)));
    }

    void aTicketOfPracticeSaysSo()
    {
        TicketValues values = drawn();
        values.training = true;
        const QImage picture = pictureOf(values);
        QVERIFY(isBlack(picture, 20, 10) && isBlack(picture, 555, 10));
        show(picture, u"ticket-training"_qs);
        const Result<QByteArray> sheet = TicketSlip::sheet(values, words());
        QVERIFY(sheet);
        QVERIFY(samples::plainText(*sheet).contains(u"TẬP HUẤN"_qs));
    }

    void whatCannotBePrintedIsTold_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("group");
        QTest::addColumn<int>("code");
        QTest::newRow("no number") << QString() << u"Hộ tịch"_qs << int(ErrorCode::Invalid);
        QTest::newRow("a dossier's code") << u"H26.31.05-261123-0301"_qs << u"Hộ tịch"_qs << int(ErrorCode::Invalid);
        QTest::newRow("a letter no font has") << u"A013"_qs << u"\uE123"_qs << int(ErrorCode::RenderFailed);
    }
    void whatCannotBePrintedIsTold()
    {
        QFETCH(QString, number);
        QFETCH(QString, group);
        QFETCH(int, code);
        TicketValues values = drawn();
        values.number = number;
        values.group = group;
        const Result<QImage> picture = TicketSlip::picture(values, words());
        QVERIFY(!picture);
        QCOMPARE(int(picture.error().code), code);
        const Result<QByteArray> sheet = TicketSlip::sheet(values, words());
        QVERIFY(!sheet);
        QCOMPARE(int(sheet.error().code), code);
    }

    // A line end or a direction mark in what somebody set up would shift the line it stands in.
    void controlCharactersArePlainSpaces()
    {
        TicketValues odd = drawn();
        odd.unitName = u"Trung\ttâm\n\u202EHòa An"_qs;
        TicketValues plain = drawn();
        plain.unitName = u"Trung tâm Hòa An"_qs;
        QCOMPARE(pictureOf(odd), pictureOf(plain));
    }
};

QTEST_MAIN(tst_TicketSlip)
#include "tst_TicketSlip.moc"
