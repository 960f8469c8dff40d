// SPDX-License-Identifier: GPL-3.0-or-later
#include "SlipSamples.h"

#include "app/documents/SlipDocument.h"
#include "app/documents/SlipFonts.h"

#define ZX_USE_UTF8 1 // text() answers std::string, as it will everywhere from the next release on
#include <ZXing/ReadBarcode.h>

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QRawFont>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrent>

using namespace motcua;

/** The sheet as others see it: every claim is checked with poppler on the file itself. */
class tst_SlipDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"pdftotext"_qs).isEmpty(), "pdftotext is missing: install the package poppler-utils");
        const auto form = SlipTemplate::load(samples::receiptPath());
        QVERIFY(form);
        m_form = std::make_unique<SlipTemplate>(*form);
    }

    void saysEveryLabelAndEveryValue()
    {
        SlipValues values = samples::visit();
        QVERIFY2(!textOf(values).contains(u"Cổng"), "a centre without a portal prints as the law has it");
        values.portalNumber = u"26.11.23.88121"_qs;
        const QString text = textOf(values);
        for (const SlipBlock &block : m_form->blocks()) {
            for (const SlipField &field : block.fields) {
                QVERIFY2(text.contains(field.label), qPrintable(field.label));
            }
        }
        const QStringList expected = {values.code, values.applicantName, values.applicantAddress, values.applicantPhone, values.applicantEmail,
            values.request, u"1. "_qs + values.papers.at(0), u"2. "_qs + values.papers.at(1), u"Số lượng hồ sơ: 01 (bộ)"_qs, values.limit,
            u"Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 23 tháng 11 năm 2026"_qs,
            u"Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 23 tháng 11 năm 2026"_qs, values.resultPlace, values.bookVolume,
            u"Cổng dịch vụ công: đã nhận, số 26.11.23.88121"_qs,
            values.bookNumber, values.officerName, values.submitterName, u"Ba Đình, ngày 23 tháng 11 năm 2026"_qs,
            u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_qs, u"Độc lập - Tự do - Hạnh phúc"_qs, u"ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH"_qs, u"Trang 1/1"_qs,
            u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_qs, u"NGƯỜI NỘP HỒ SƠ"_qs, u"NGƯỜI TIẾP NHẬN HỒ SƠ"_qs};
        for (const QString &each : expected) {
            QVERIFY2(text.contains(each), qPrintable(each));
        }
        for (const QString &mark : {u"BẢN"_qs, u"TẬP HUẤN"_qs, u"THAY THẾ"_qs}) {
            QVERIFY2(!text.contains(mark), "an original carries no mark");
        }
        QVERIFY(!text.contains(u'{'));
    }

    void isPdfA1bWithItsFontsInside()
    {
        const QByteArray pdf = rendered(samples::visit());
        QVERIFY(pdf.startsWith("%PDF-1.4"));
        QVERIFY(pdf.contains("pdfaid:part=\"1\""));
        QVERIFY(pdf.contains("pdfaid:conformance=\"B\""));
        QVERIFY(pdf.contains("/OutputIntents"));
        QVERIFY(pdf.contains("/GTS_PDFA1"));
        // ISO 19005-1 §6.1.3 and §6.4: no encryption, nothing see-through.
        QVERIFY(!pdf.contains("/Encrypt"));
        QVERIFY(!pdf.contains("/S /Transparency"));
        const QStringList fonts = run(u"pdffonts"_qs, {write(pdf)}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(fonts.size() >= 4);
        for (const QString &font : fonts) {
            const QStringList columns = font.simplified().split(u' ');
            QVERIFY2(columns.at(0).contains(u"NotoS"), qPrintable(font));
            QCOMPARE(columns.at(columns.size() - 5), u"yes"_qs); // emb
            QCOMPARE(columns.at(columns.size() - 3), u"yes"_qs); // uni
        }
        QVERIFY(run(u"pdfinfo"_qs, {write(pdf)}).contains(u"(A5)"));
    }

    void usesTheSheetOfTheTemplate()
    {
        const auto pdf = SlipDocument::render(m_form->on(PaperSize::A4), samples::visit());
        QVERIFY(pdf);
        const QString info = run(u"pdfinfo"_qs, {write(*pdf)});
        QVERIFY(info.contains(u"(A4)"));
        QVERIFY(info.contains(QRegularExpression(u"Pages: +1\n"_qs)));
    }

    void keepsPersonsOutOfTheMetadata()
    {
        SlipValues values = samples::visit();
        const QByteArray pdf = rendered(values);
        const QString info = run(u"pdfinfo"_qs, {write(pdf)}) + run(u"pdfinfo"_qs, {u"-meta"_qs, write(pdf)});
        QVERIFY(info.contains(u"01 Giấy tiếp nhận hồ sơ và hẹn trả kết quả"));
        for (const QString &personal : {values.applicantName, values.submitterName, values.officerName, values.applicantPhone,
                 values.applicantEmail, values.applicantAddress, values.code, u"0912"_qs, u"Thương"_qs}) {
            QVERIFY2(!info.contains(personal), qPrintable(personal));
            QVERIFY(!pdf.contains(personal.toUtf8()));
        }
    }

    void isReadByMachines_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("mark");
        QTest::addColumn<bool>("bars");
        QTest::addRow("unit code first") << u"H26.31.05-261123-0012"_qs << int(SlipMark::Original) << true;
        QTest::addRow("unit code of 2016") << u"000.00.01.H26-260930-0012"_qs << int(SlipMark::Original) << true;
        QTest::addRow("six digits") << u"G15-261123-150001"_qs << int(SlipMark::Original) << true;
        QTest::addRow("on a watermark") << u"H26.31.05-261123-0012"_qs << int(SlipMark::Draft) << true;
        // QĐ 20/2020 Đ.4.1 allows units of 35 characters: then only the QR is sure at 200 dpi.
        QTest::addRow("the longest unit") << u"H26.31.05.123456.123456.123456.1234-261123-0012345"_qs << int(SlipMark::Original) << false;
    }
    void isReadByMachines()
    {
        QFETCH(QString, code);
        QFETCH(int, mark);
        QFETCH(bool, bars);
        SlipValues values = samples::visit();
        values.code = code;
        values.mark = SlipMark(mark);
        values.training = true;
        const QImage page = raster(rendered(values), 200).constFirst().convertToFormat(QImage::Format_Grayscale8);
        QCOMPARE(decoded(page, ZXing::BarcodeFormat::QRCode), code);
        if (bars) {
            QCOMPARE(decoded(page, ZXing::BarcodeFormat::Code128), code);
        }
    }

    void saysWhatItIsOnEveryPage_data()
    {
        QTest::addColumn<int>("mark");
        QTest::addColumn<bool>("training");
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<int>("revision");
        QTest::addRow("copy") << int(SlipMark::Copy) << false << QStringList{u"BẢN SAO lần 2"_qs} << 1;
        QTest::addRow("replacement") << int(SlipMark::Replacement) << false << QStringList{u"BẢN THAY THẾ"_qs} << 1;
        QTest::addRow("draft") << int(SlipMark::Draft) << false << QStringList{u"BẢN NHÁP"_qs} << 1;
        QTest::addRow("training") << int(SlipMark::Original) << true << QStringList{u"TẬP HUẤN, không có giá trị pháp lý"_qs} << 1;
        QTest::addRow("training copy") << int(SlipMark::Copy) << true << QStringList{u"TẬP HUẤN, không có giá trị pháp lý"_qs, u"BẢN SAO lần 2"_qs} << 1;
        QTest::addRow("revised") << int(SlipMark::Original) << false << QStringList{u"Nội dung lần 3, thay cho bản in trước"_qs} << 3;
        QTest::addRow("revised copy") << int(SlipMark::Copy) << false << QStringList{u"BẢN SAO lần 2 · Nội dung lần 3, thay cho bản in trước"_qs} << 3;
    }
    void saysWhatItIsOnEveryPage()
    {
        QFETCH(int, mark);
        QFETCH(bool, training);
        QFETCH(QStringList, said);
        QFETCH(int, revision);
        SlipValues values = samples::visit();
        values.revision = revision;
        values.mark = SlipMark(mark);
        values.copyNumber = 2;
        values.training = training;
        for (int i = 0; i < 60; ++i) {
            values.papers.append(u"Giấy tờ bổ sung thứ %1"_qs.arg(i));
        }
        const QStringList pages = textOf(values).split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.size() >= 2);
        for (const QString &page : pages) {
            for (const QString &each : said) {
                QVERIFY2(page.contains(each), qPrintable(each));
            }
        }
    }

    void showsTheWatermarkOnlyWhereItBelongs()
    {
        SlipValues values = samples::visit();
        QVERIFY(greyShare(values) < 0.001);
        values.mark = SlipMark::Copy;
        values.copyNumber = 1;
        QVERIFY(greyShare(values) < 0.001);
        values.mark = SlipMark::Draft;
        QVERIFY(greyShare(values) > 0.02);
        values.mark = SlipMark::Original;
        values.training = true;
        QVERIFY(greyShare(values) > 0.02);
    }

    void breaksManyPapersOverNumberedPages()
    {
        SlipValues values = samples::visit();
        values.papers.clear();
        for (int i = 1; i <= 40; ++i) {
            values.papers.append(u"Giấy tờ số %1 chứng minh quan hệ nhân thân với người được đăng ký hộ tịch trước đây"_qs.arg(i));
        }
        const QStringList pages = textOf(values).split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.size() >= 2);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QVERIFY(pages.at(i).contains(values.code));
            QVERIFY(pages.at(i).contains(u"Trang %1/%2"_qs.arg(i + 1).arg(pages.size())));
        }
        const QString all = pages.join(u' ');
        for (int i = 1; i <= 40; ++i) {
            QVERIFY(all.contains(u"%1. Giấy tờ số %1 chứng minh"_qs.arg(i)));
        }
        // Nobody signs a sheet with nothing else on it.
        QVERIFY(pages.constLast().contains(u"NGƯỜI NỘP HỒ SƠ"));
        QVERIFY(pages.constLast().contains(u"Số thứ tự:"));
    }

    void neverLeavesSignaturesAlone()
    {
        SlipValues values = samples::visit();
        bool broken = false; // the end of the page passes through every line before the signatures
        for (int i = 0; i < 14; ++i) {
            values.papers.append(u"Giấy tờ %1"_qs.arg(i));
            const QStringList pages = textOf(values).split(u'\f', Qt::SkipEmptyParts);
            QVERIFY2(pages.constLast().contains(u"Số thứ tự:"), qPrintable(pages.constLast()));
            broken = broken || pages.size() > 1;
        }
        QVERIFY(broken);
    }

    void wrapsAndNeverClips_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("150 letters") << u"Công Tằng Tôn Nữ Huyền Trân Nguyễn Phúc Hoài Thương "_qs.repeated(3).left(150).trimmed();
        QTest::addRow("150 letters without a space") << QString(150, u'Ư');
        QTest::addRow("K’Brôi") << u"K’Brôi"_qs;
        QTest::addRow("Ê Đê") << u"H’Lan Êñuôl Kbuôr Ƀuôn Čư̆"_qs;
        QTest::addRow("Gia Rai") << u"Rơ Châm H'Ƀơ̆p"_qs;
        QTest::addRow("every letter of the highlands") << u"ƀɃčČĕĔê\u0306Ê\u0306ĭĬñÑŏŎô\u0306Ô\u0306ơ\u0306Ơ\u0306ŭŬư\u0306Ư\u0306’"_qs;
        QTest::addRow("typed decomposed") << u"Nguyễn Thị Hường"_qs.normalized(QString::NormalizationForm_D);
        QTest::addRow("letters that ligate") << u"Sffi Offila Affine"_qs;
    }
    void wrapsAndNeverClips()
    {
        QFETCH(QString, name);
        SlipValues values = samples::visit();
        values.applicantName = name;
        values.submitterName = name;
        const QByteArray pdf = rendered(values);
        const auto squeezed = [](QString text) { return text.normalized(QString::NormalizationForm_C).remove(QRegularExpression(u"\\s"_qs)); };
        const QString text = squeezed(run(u"pdftotext"_qs, {u"-raw"_qs, write(pdf), u"-"_qs}));
        QCOMPARE(text.count(squeezed(name)), 2);
        // Nothing is drawn in the margins, where it would be cut off.
        const QImage page = raster(pdf, 100).constFirst().convertToFormat(QImage::Format_Grayscale8);
        const int margin = qRound(m_form->marginMillimetres() / 25.4 * 100) - 2;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const bool inside = x >= margin && x < page.width() - margin && y >= margin && y < page.height() - margin;
                QVERIFY2(inside || page.pixelColor(x, y).lightness() > 200, qPrintable(u"%1,%2"_qs.arg(x).arg(y)));
            }
        }
    }

    /** A letter that another font would have to lend looks foreign, or is an empty box. */
    void itsFacesHaveEveryLetterOfTheHighlands()
    {
        const auto fonts = SlipFonts::installed(11, 300);
        QVERIFY(fonts);
        for (const QFont &face : {fonts->regular(), fonts->bold(), fonts->italic(), fonts->boldItalic(), fonts->foot(), fonts->band()}) {
            const QRawFont raw = QRawFont::fromFont(face);
            for (const QChar letter : u"ƀɃčČĕĔêÊĭĬñÑŏŎôÔơƠŭŬưƯ’ʼ\u0306"_qs) {
                QVERIFY2(raw.supportsCharacter(letter), qPrintable(raw.familyName() + u' ' + letter));
            }
        }
    }

    void leavesRoomForThePen()
    {
        SlipValues values = samples::visit();
        values.bookNumber.clear();
        values.bookVolume.clear();
        values.applicantEmail.clear();
        const QString text = textOf(values);
        QVERIFY(text.contains(QRegularExpression(u"Quyển số: \\.{10,} +Số thứ tự: \\.{10,}"_qs)));
        QVERIFY(text.contains(QRegularExpression(u"Email: *\n"_qs)));
    }

    void leavesNoGapWhereTheHeadSaysLess_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("first"); // line of the left column
        QTest::addColumn<QString>("dated");
        const QString unit = u"TRUNG TÂM PHỤC VỤ"_qs;
        QTest::addRow("all") << u"Ủy ban nhân dân phường Ba Đình"_qs << u"Ba Đình"_qs << u"ỦY BAN NHÂN DÂN"_qs << u"Ba Đình, ngày 23 tháng 11 năm 2026"_qs;
        QTest::addRow("no body") << QString() << u"Ba Đình"_qs << unit << u"Ba Đình, ngày 23 tháng 11 năm 2026"_qs;
        QTest::addRow("no place") << u"Ủy ban nhân dân phường Ba Đình"_qs << QString() << u"ỦY BAN NHÂN DÂN"_qs << u"Ngày 23 tháng 11 năm 2026"_qs;
        QTest::addRow("neither") << QString() << u" "_qs << unit << u"Ngày 23 tháng 11 năm 2026"_qs;
    }
    void leavesNoGapWhereTheHeadSaysLess()
    {
        QFETCH(QString, body);
        QFETCH(QString, place);
        QFETCH(QString, first);
        QFETCH(QString, dated);
        SlipValues values = samples::visit();
        values.governingBody = body;
        values.place = place;
        const QString text = textOf(values);
        const QStringList lines = text.split(u'\n');
        QVERIFY2(lines.constFirst().trimmed().startsWith(first), qPrintable(lines.constFirst()));
        QVERIFY2(text.contains(QRegularExpression(u"(^|\\s)%1\\n"_qs.arg(dated))), qPrintable(text));
        QVERIFY(!text.contains(u" , ngày"_qs));
    }

    void keepsADateInOneLine()
    {
        SlipValues values = samples::visit();
        // Somewhere on the way the end of the line passes through every word of the date.
        for (int letters = 2; letters <= 32; letters += 2) {
            values.place = u"Ba Đình "_qs + QString(letters, u'o');
            const QString text = textOf(values).replace(QChar::Nbsp, u' ');
            const QString head = text.left(text.indexOf(u"Mã số hồ sơ"_qs)); // the same date stands further down too
            QVERIFY2(head.contains(u" ngày 23 tháng 11 năm 2026\n"_qs), qPrintable(head));
        }
    }

    void leavesNoWordAloneInTheHead()
    {
        SlipValues values = samples::visit();
        QVERIFY2(textOf(values).contains(u"TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"_qs), "a first line that leaves enough for the second stays full");
        values.governingBody = u"Ủy ban nhân dân thành phố Hồ Chí Minh"_qs;
        const QString text = textOf(values);
        static const QRegularExpression alone(u"^ *MINH( {3,}|$)"_qs, QRegularExpression::MultilineOption);
        QVERIFY2(!text.contains(alone), qPrintable(text.left(400)));
        QVERIFY2(text.contains(u"HỒ CHÍ MINH"_qs), qPrintable(text.left(400)));
    }

    void draftsHaveNoCodeYet()
    {
        SlipValues values = samples::visit();
        values.mark = SlipMark::Draft;
        values.code.clear();
        values.receivedAt = {};
        values.dueAt = {};
        const QByteArray pdf = rendered(values);
        QVERIFY(!pdf.isEmpty());
        const QImage page = raster(pdf, 200).constFirst().convertToFormat(QImage::Format_Grayscale8);
        QCOMPARE(decoded(page, ZXing::BarcodeFormat::QRCode), QString());
    }

    void refuses_data()
    {
        QTest::addColumn<SlipValues>("values");
        QTest::addColumn<int>("code");
        SlipValues values = samples::visit();
        values.code.clear();
        QTest::addRow("an original without code") << values << int(ErrorCode::Invalid);
        values.code = u"H26-ĐỘI-1"_qs;
        QTest::addRow("a code that bars cannot carry") << values << int(ErrorCode::Invalid);
        values = samples::visit();
        values.mark = SlipMark::Copy;
        QTest::addRow("a copy without number") << values << int(ErrorCode::Invalid);
        values = samples::visit();
        values.dueAt = {};
        QTest::addRow("no promise") << values << int(ErrorCode::Invalid);
        values = samples::visit();
        values.applicantName = u"\U0010FFFD"_qs;
        QTest::addRow("a letter that no font has") << values << int(ErrorCode::RenderFailed);
        values = samples::visit();
        values.unitName = u"Trung tâm "_qs.repeated(2000);
        QTest::addRow("a head higher than the sheet") << values << int(ErrorCode::RenderFailed);
    }
    void refuses()
    {
        QFETCH(SlipValues, values);
        QFETCH(int, code);
        const auto pdf = SlipDocument::render(*m_form, values);
        QVERIFY(!pdf);
        QCOMPARE(int(pdf.error().code), code);
        QVERIFY(!pdf.error().detail.isEmpty());
        QVERIFY(!pdf.error().detail.contains(values.submitterName));
    }

    void saysTheSameForTheSameValues()
    {
        QCOMPARE(textOf(samples::visit()), textOf(samples::visit()));
    }

    void rendersOnSeveralThreadsAtOnce()
    {
        const QString expected = textOf(samples::visit());
        QList<int> rounds(8);
        const QList<QByteArray> pdfs = QtConcurrent::blockingMapped(rounds, [this](int) { return rendered(samples::visit()); });
        for (const QByteArray &pdf : pdfs) {
            QCOMPARE(run(u"pdftotext"_qs, {u"-layout"_qs, write(pdf), u"-"_qs}), expected);
        }
    }

private:
    QByteArray rendered(const SlipValues &values) const
    {
        const auto pdf = SlipDocument::render(*m_form, values);
        if (!pdf) {
            qWarning() << pdf.error().detail;
            return {};
        }
        return *pdf;
    }

    QString write(const QByteArray &pdf) const
    {
        const QString path = m_dir.filePath(u"%1.pdf"_qs.arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() ? path : QString();
    }

    static QString run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QString textOf(const SlipValues &values) const { return run(u"pdftotext"_qs, {u"-layout"_qs, write(rendered(values)), u"-"_qs}); }

    QList<QImage> raster(const QByteArray &pdf, int dotsPerInch) const
    {
        const QString path = write(pdf);
        run(u"pdftoppm"_qs, {u"-r"_qs, QString::number(dotsPerInch), u"-gray"_qs, path, path});
        QList<QImage> pages;
        const QFileInfoList files = QDir(m_dir.path()).entryInfoList({QFileInfo(path).fileName() + u"-*.pgm"_qs}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            pages.append(QImage(file.filePath()));
        }
        return pages;
    }

    static QString decoded(const QImage &page, ZXing::BarcodeFormat format)
    {
        const ZXing::ImageView view(page.constBits(), page.width(), page.height(), ZXing::ImageFormat::Lum, static_cast<int>(page.bytesPerLine()));
        ZXing::DecodeHints hints;
        hints.setFormats(format);
        hints.setTryHarder(true);
        const auto result = ZXing::ReadBarcode(view, hints);
        return result.isValid() ? QString::fromStdString(result.text()) : QString();
    }

    double greyShare(const SlipValues &values) const
    {
        const QImage page = raster(rendered(values), 50).constFirst().convertToFormat(QImage::Format_Grayscale8);
        int grey = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                grey += page.pixelColor(x, y).lightness() == 0xe6;
            }
        }
        return double(grey) / (page.width() * page.height());
    }

    std::unique_ptr<SlipTemplate> m_form;
    QTemporaryDir m_dir;
    mutable int m_files = 0;
};

QTEST_MAIN(tst_SlipDocument)
#include "tst_SlipDocument.moc"
