// SPDX-License-Identifier: GPL-3.0-or-later
#include "SheetText.h"
#include "SlipSamples.h"

#include "app/documents/SlipDocument.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace motcua;

namespace {

constexpr int A5 = static_cast<int>(PaperSize::A5);
constexpr int A4 = static_cast<int>(PaperSize::A4);

QString squeezed(QString text)
{
    static const QRegularExpression space(QStringLiteral("\\s"));
    return text.normalized(QString::NormalizationForm_C).remove(space);
}

/** The same without what stands between the pages: the foot, and the header of a table that goes on. */
QString flowing(const QString &text)
{
    static const QRegularExpression between(
        QStringLiteral("H26\\.31\\.05-261123-0012Trang\\d/\\d(TTThànhphầnhồsơSốlượng\\(Bảnchính,Bảnchứngthực,Bảnphoto\\))?"));
    return squeezed(text).remove(between);
}

} // namespace

/** The shipped forms beside the acceptance slip, on both papers: their labels word for word, and nothing lost of what is long. */
class tst_SlipForms : public QObject
{
    Q_OBJECT

private:
    SlipTemplate form(const QString &number, int paper = A5) const { return m_forms.value(number).on(PaperSize(paper)); }

    QByteArray rendered(const QString &number, const SlipValues &values, int paper = A5) const
    {
        const auto pdf = SlipDocument::render(form(number, paper), values);
        if (!pdf) {
            qWarning() << pdf.error().detail;
            return {};
        }
        return *pdf;
    }

    /** A row for each form but the receipt on each paper. */
    static void everyFormOnBothPapers()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("paper");
        for (const char *number : {"02", "03", "04", "05", "lostSlip"}) {
            QTest::addRow("%s on A5", number) << QString::fromLatin1(number) << A5;
            QTest::addRow("%s on A4", number) << QString::fromLatin1(number) << A4;
        }
    }

    QMap<QString, SlipTemplate> m_forms;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"pdftotext"_qs).isEmpty(), "pdftotext is missing: install the package poppler-utils");
        const QDir folder(samples::slipsFolder());
        const QStringList names = folder.entryList({u"*.json"_qs}, QDir::Files);
        for (const QString &name : names) {
            const auto read = SlipTemplate::load(folder.filePath(name));
            QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
            m_forms.insert(read->form(), *read);
        }
        QCOMPARE(m_forms.keys(), (QStringList{u"01"_qs, u"01-large"_qs, u"02"_qs, u"03"_qs, u"04"_qs, u"05"_qs, u"certification-statement"_qs, u"lostSlip"_qs, u"provisional"_qs, u"separator"_qs, u"what-you-need"_qs}));
    }

    void theStatementTellsBookAndNumber()
    {
        SlipValues values = samples::later();
        values.bookVolume = u"03/2026-SCT/BS"_qs;
        values.bookNumber = u"41"_qs;
        values.certifiedPaper = u"Bằng tốt nghiệp đại học"_qs;
        values.certifiedPages = 10;
        values.certifiedCopies = 3;
        values.signerName = u"Người Ký Thử"_qs;
        values.signerTitle = u"Phó Chủ tịch"_qs;
        for (const int paper : {A5, A4}) {
            const QString text = samples::plainText(rendered(u"certification-statement"_qs, values, paper));
            for (const QString &each : {u"CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH"_qs, u"41"_qs, u"03/2026-SCT/BS"_qs, u"Bằng tốt nghiệp đại học"_qs, u"Người Ký Thử"_qs, u"Phó Chủ tịch"_qs}) {
                QVERIFY2(text.contains(each), qPrintable(each + u" … "_qs + text));
            }
            QVERIFY(!text.contains(values.applicantName)); // who asked stands in the dossier
        }
    }

    void readsAsTheLawHasIt_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QStringList>("said"); // in this order, with what the sample fills in
        QTest::addRow("02") << u"02"_qs
                            << QStringList{u"/HDHS"_qs, u"Ba Đình, ngày 25 tháng 11 năm 2026"_qs, u"Mã số hồ sơ: H26.31.05-261123-0012"_qs,
                                   u"PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"_qs, u"Tiếp nhận hồ sơ/yêu cầu của Ông/Bà: Nguyễn Thị Hoài Thương"_qs,
                                   u"Nội dung yêu cầu giải quyết: Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"_qs,
                                   u"Địa chỉ: Số 12 ngõ 45 phố Đội Cấn, phường Ba Đình, Hà Nội"_qs, u"Số điện thoại: 0912 345 678"_qs,
                                   u"Email: officium.affine@example.vn"_qs, u"Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:"_qs, u"TT"_qs,
                                   u"Thành phần hồ sơ"_qs, u"(Bản chính, Bản chứng thực,"_qs, u"Giấy tờ chứng minh quan hệ với người có tên"_qs,
                                   u"Chưa có trong hồ sơ"_qs, u"Tờ khai: mục Nơi sinh"_qs, u"Không khớp với Giấy khai sinh đã xuất trình"_qs,
                                   u"Lý do: Hồ sơ còn thiếu giấy tờ chứng minh quan hệ với người được cấp trích lục."_qs,
                                   u"Thời hạn bổ sung, hoàn thiện hồ sơ: 17 giờ 00 phút, ngày 09 tháng 12 năm 2026"_qs,
                                   u"Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với Đặng Thị Hạnh, Trung tâm Phục vụ hành chính công phường Ba Đình để được hướng dẫn./."_qs,
                                   u"NGƯỜI HƯỚNG DẪN"_qs, u"Đặng Thị Hạnh"_qs};
        QTest::addRow("03") << u"03"_qs
                            << QStringList{u"Ba Đình, ngày 25 tháng 11 năm 2026"_qs, u"PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"_qs,
                                   u"Tiếp nhận hồ sơ của: Nguyễn Thị Hoài Thương"_qs, u"Địa chỉ: Số 12"_qs, u"Số điện thoại: 0912 345 678"_qs, u"Email: officium"_qs,
                                   u"Nội dung yêu cầu giải quyết: Cấp bản sao"_qs,
                                   u"Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả Trung tâm Phục vụ hành chính công phường Ba Đình thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:"_qs,
                                   u"Hồ sơ còn thiếu"_qs, u"Thông tin nơi sinh"_qs, u"Xin thông báo cho Ông/Bà được biết và thực hiện."_qs, u"NGƯỜI NỘP HỒ SƠ"_qs,
                                   u"NGƯỜI TIẾP NHẬN HỒ SƠ"_qs, u"Trần Văn Nộp"_qs, u"Đặng Thị Hạnh"_qs};
        QTest::addRow("04") << u"04"_qs
                            << QStringList{u"/PXL"_qs, u"PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"_qs, u"Kính gửi: Nguyễn Thị Hoài Thương"_qs, u"Địa chỉ: Số 12"_qs,
                                   u"Số điện thoại: 0912 345 678"_qs, u"ngày 23 tháng 11 năm 2026"_qs, u"Số biên nhận hồ sơ: H26.31.05-261123-0012"_qs,
                                   u"Ngày hẹn trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 27 tháng 11 năm 2026"_qs, u"đúng thời hạn"_qs,
                                   u"Lý do: Hồ sơ còn thiếu"_qs, u"xin lỗi Ông/Bà"_qs,
                                   u"Thời gian hẹn trả kết quả lại: 16 giờ 30 phút, ngày 03 tháng 12 năm 2026"_qs, u"Trân trọng./."_qs};
        QTest::addRow("05") << u"05"_qs
                            << QStringList{u"Mã số hồ sơ: H26.31.05-261123-0012"_qs, u"THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ"_qs, u"Kính gửi: Nguyễn Thị Hoài Thương"_qs,
                                   u"Nội dung yêu cầu giải quyết: Cấp bản sao"_qs, u"Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 23 tháng 11 năm 2026"_qs,
                                   u"thông báo dừng giải quyết hồ sơ này kể từ 09 giờ 40 phút, ngày 25 tháng 11 năm 2026"_qs, u"Hồ sơ còn thiếu"_qs,
                                   u"Giấy tờ trả lại cho Ông/Bà gồm:"_qs, u"1. Giấy khai sinh (bản chính)"_qs, u"2. Sổ hộ khẩu"_qs};
        QTest::addRow("for a lost slip")
            << u"lostSlip"_qs
            << QStringList{u"Ba Đình, ngày 25 tháng 11 năm 2026"_qs, u"Mã số hồ sơ: H26.31.05-261123-0012"_qs, u"GIẤY XÁC NHẬN NHẬN KẾT QUẢ KHI MẤT GIẤY TIẾP NHẬN"_qs,
                   u"Hồ sơ của ông/bà: Nguyễn Thị Hoài Thương"_qs, u"Nội dung yêu cầu giải quyết: Cấp bản sao"_qs,
                   u"Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 23 tháng 11 năm 2026"_qs, u"Người nhận kết quả: Lò Văn Nhận"_qs,
                   u"Giấy tờ chứng minh nhân thân: Thẻ căn cước, 000185012346"_qs, u"Nhận thay theo: Văn bản ủy quyền có chứng thực, số 12, ngày 20/11/2026"_qs,
                   u"lúc 09 giờ 40 phút, ngày 25 tháng 11 năm 2026:"_qs, u"Kết quả giải quyết: Bản sao Trích lục hộ tịch"_qs, u"Giấy tờ nhận lại gồm:"_qs,
                   u"1. Giấy khai sinh (bản chính)"_qs, u"2. Sổ hộ khẩu"_qs, u"không còn dùng để nhận kết quả"_qs, u"NGƯỜI NHẬN KẾT QUẢ"_qs,
                   u"NGƯỜI TRẢ KẾT QUẢ"_qs, u"(Ký và ghi rõ họ tên)"_qs, u"Lò Văn Nhận"_qs};
    }
    void readsAsTheLawHasIt()
    {
        QFETCH(QString, number);
        QFETCH(QStringList, said);
        for (const int paper : {A5, A4}) {
            const QString text = samples::plainText(rendered(number, samples::later(), paper));
            qsizetype at = 0;
            for (const QString &each : said) {
                const qsizetype found = text.indexOf(each, at);
                QVERIFY2(found >= 0, qPrintable(each + u" … "_qs + text));
                at = found + each.size();
            }
            QVERIFY(!text.contains(u'{'));
            QVERIFY2(!text.contains(u"BẢN THAY") && !text.contains(u"BẢN SAO") && !text.contains(u"BẢN NHÁP"), "an original carries no mark");
        }
    }

    void whoComesForThemselvesSignsWithoutAnAuthority()
    {
        SlipValues values = samples::later();
        values.receiverAuthority.clear();
        values.returned.clear();
        const QString text = samples::plainText(rendered(u"lostSlip"_qs, values));
        QVERIFY2(!text.contains(u"Nhận thay theo") && !text.contains(u"Giấy tờ nhận lại"), qPrintable(text));
        QVERIFY(text.contains(u"Người nhận kết quả: Lò Văn Nhận"));
    }

    // By hand: everything but whose it is and which number is left open, and there is room for it.
    void theProvisionalSlipIsLeftOpen()
    {
        SlipValues blank;
        blank.governingBody = u"Ủy ban nhân dân phường Ba Đình"_qs;
        blank.unitName = u"Trung tâm Phục vụ hành chính công phường Ba Đình"_qs;
        blank.place = u"Ba Đình"_qs;
        blank.code = u"T03-2511-094012-07"_qs;
        blank.decidedAt = samples::later().decidedAt;
        for (const int paper : {A5, A4}) {
            const QByteArray pdf = rendered(u"provisional"_qs, blank, paper);
            QVERIFY(samples::read(u"pdfinfo"_qs, {u"-"_qs}, pdf).contains(QRegularExpression(u"Pages: +1\n"_qs)));
            const QString text = samples::plainText(pdf);
            qsizetype at = 0;
            for (const QString &each : {u"Số phiếu tạm: T03-2511-094012-07"_qs, u"PHIẾU TIẾP NHẬN HỒ SƠ TẠM"_qs, u"Tiếp nhận hồ sơ của ông/bà: ...."_qs,
                     u"Số định danh cá nhân: ...."_qs, u"Nội dung yêu cầu giải quyết: ...."_qs, u"1. ...."_qs, u"4. ...."_qs, u"Thời gian nhận đủ hồ sơ:"_qs,
                     u"đúng thời gian ghi trên phiếu này"_qs, u"NGƯỜI TIẾP NHẬN HỒ SƠ"_qs}) {
                at = text.indexOf(each, at);
                QVERIFY2(at >= 0, qPrintable(each + u" … "_qs + text));
            }
            QVERIFY2(!text.contains(u"BẢN NHÁP") && !text.contains(u'{'), "it is no draft");
        }
    }

    void theHeadOfTheAgencySigns()
    {
        for (const char *number : {"04", "05"}) {
            const QString text = samples::plainText(rendered(QString::fromLatin1(number), samples::later()));
            QVERIFY(text.contains(u"Nơi nhận:"));
            QVERIFY(text.contains(u"THỦ TRƯỞNG CƠ QUAN"));
            QVERIFY2(!text.contains(u"Đặng Thị Hạnh"), "not the officer");
        }
    }

    void saysWhatNobodyVerified()
    {
        for (const SlipTemplate &each : std::as_const(m_forms)) {
            QVERIFY2(!each.unverified().isEmpty(), qPrintable(each.form()));
            const bool isSeparator = each.form() == u"separator"; // goes through the feeder with papers of A4
            QCOMPARE(each.paper(), isSeparator ? PaperSize::A4 : PaperSize::A5);
            QCOMPARE(each.papers().size(), isSeparator ? 1 : 2);
        }
        QVERIFY(m_forms.value(u"05"_qs).unverified().constFirst().startsWith(u"DERIVED"));
        QCOMPARE(m_forms.value(u"05"_qs).validFrom(), QDate(2025, 7, 1)); // it was the control sheet before
    }

    void isPdfA1bOnItsPaper_data() { everyFormOnBothPapers(); }
    void isPdfA1bOnItsPaper()
    {
        QFETCH(QString, number);
        QFETCH(int, paper);
        const QByteArray pdf = rendered(number, samples::later(), paper);
        QVERIFY(pdf.startsWith("%PDF-1.4"));
        for (const char *needed : {"pdfaid:part=\"1\"", "pdfaid:conformance=\"B\"", "/OutputIntents", "/GTS_PDFA1"}) {
            QVERIFY2(pdf.contains(needed), needed);
        }
        for (const char *forbidden : {"/Encrypt", "/S /Transparency", "/JavaScript"}) {
            QVERIFY2(!pdf.contains(forbidden), forbidden);
        }
        const QString info = samples::read(u"pdfinfo"_qs, {u"-"_qs}, pdf);
        QVERIFY(info.contains(paper == A4 ? u"(A4)" : u"(A5)"));
        QVERIFY(info.contains(QRegularExpression(u"Pages: +1\n"_qs)));
        QVERIFY(!info.contains(u"Thương") && !info.contains(u"0912"));
        const QStringList fonts = samples::read(u"pdffonts"_qs, {u"-"_qs}, pdf).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString &font : fonts) {
            const QStringList columns = font.simplified().split(u' ');
            QCOMPARE(columns.at(columns.size() - 5), u"yes"_qs); // emb
            QCOMPARE(columns.at(columns.size() - 3), u"yes"_qs); // uni
        }
    }

    void marksEverySheetButTheOriginal_data() { everyFormOnBothPapers(); }
    void marksEverySheetButTheOriginal()
    {
        QFETCH(QString, number);
        QFETCH(int, paper);
        SlipValues values = samples::later();
        values.mark = SlipMark::Copy;
        values.copyNumber = 2;
        QVERIFY(samples::plainText(rendered(number, values, paper)).contains(u"BẢN SAO lần 2"));
        values.mark = SlipMark::Replacement;
        QVERIFY(samples::plainText(rendered(number, values, paper)).contains(u"BẢN THAY THẾ"));
        values.mark = SlipMark::Draft;
        values.code.clear();
        values.decidedAt = {};
        values.dueBefore = {};
        values.training = true;
        const QString text = samples::plainText(rendered(number, values, paper));
        QVERIFY(text.contains(u"BẢN NHÁP"));
        QVERIFY(text.contains(u"TẬP HUẤN, không có giá trị pháp lý"));
    }

    void whoeverWasTurnedAwayHasNoCode_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("mayLackIt");
        QTest::addRow("02: sent away to complete it") << u"02"_qs << true;
        QTest::addRow("03: refused") << u"03"_qs << true;
        QTest::addRow("01: accepted, so it has one") << u"01"_qs << false;
        QTest::addRow("04: accepted") << u"04"_qs << false;
        QTest::addRow("05: accepted") << u"05"_qs << false;
        QTest::addRow("a lost slip had one") << u"lostSlip"_qs << false;
    }
    void whoeverWasTurnedAwayHasNoCode()
    {
        QFETCH(QString, number);
        QFETCH(bool, mayLackIt);
        SlipValues values = samples::later();
        values.code.clear();
        values.receivedAt = mayLackIt ? QDateTime() : values.receivedAt;
        values.dueAt = mayLackIt ? QDateTime() : values.dueAt;
        QCOMPARE(m_forms.value(number).mayLackCode(), mayLackIt);
        const auto pdf = SlipDocument::render(m_forms.value(number), values);
        QCOMPARE(bool(pdf), mayLackIt);
        if (mayLackIt) {
            const QString text = samples::plainText(*pdf);
            QVERIFY2(!text.contains(u"Mã số hồ sơ"), "no label without a code");
            QVERIFY(text.contains(u"Nguyễn Thị Hoài Thương"));
        } else {
            QCOMPARE(pdf.error().code, ErrorCode::Invalid);
        }
    }

    void refusesATimeThatTheFormWritesAndNobodyKnows()
    {
        SlipValues values = samples::later();
        values.dueBefore = {};
        QVERIFY2(SlipDocument::render(form(u"03"_qs), values), "form 03 does not write it");
        const auto apology = SlipDocument::render(form(u"04"_qs), values);
        QVERIFY(!apology);
        QCOMPARE(apology.error().code, ErrorCode::Invalid);
    }

    void asksForManyThingsOnPagesWithTheHeaderOfTheTable_data()
    {
        QTest::addColumn<int>("paper");
        QTest::addColumn<int>("pages");
        QTest::addRow("A5") << A5 << 5;
        QTest::addRow("A4") << A4 << 5;
    }
    void asksForManyThingsOnPagesWithTheHeaderOfTheTable()
    {
        QFETCH(int, paper);
        QFETCH(int, pages);
        SlipValues values = samples::later();
        values.items.clear();
        for (int i = 1; i <= 30; ++i) {
            values.items.append({.name = u"Văn bản số %1 chứng minh quyền sử dụng địa điểm kinh doanh theo quy định hiện hành"_qs.arg(i),
                .reason = u"Lý do %1: bản đã nộp bị mờ con dấu, không đọc được ngày cấp và nơi cấp"_qs.arg(i), .originals = 1, .certified = i, .copies = 2});
        }
        const QStringList sheets = samples::sheetText(rendered(u"02"_qs, values, paper)).split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE(sheets.size(), pages);
        QString all;
        for (qsizetype i = 0; i < sheets.size(); ++i) {
            QVERIFY(sheets.at(i).contains(u"Trang %1/%2"_qs.arg(i + 1).arg(pages)));
            const bool holdsRows = sheets.at(i).contains(u"Văn bản số");
            QCOMPARE(sheets.at(i).contains(u"Thành phần hồ sơ"), holdsRows);
            // No row is torn: what begins on a page ends there.
            QCOMPARE(sheets.at(i).count(u"Văn bản số"), sheets.at(i).count(u"nơi cấp"));
            all += sheets.at(i);
        }
        for (int i = 1; i <= 30; ++i) {
            QVERIFY2(all.contains(u"Văn bản số %1 "_qs.arg(i)) && all.contains(u"Lý do %1:"_qs.arg(i)), qPrintable(QString::number(i)));
        }
        QVERIFY(sheets.constLast().contains(u"NGƯỜI HƯỚNG DẪN"));
        if (const QString folder = qEnvironmentVariable("MOTCUA_SCREENSHOTS"); !folder.isEmpty()) {
            const auto pictures = SlipDocument::pictures(form(u"02"_qs, paper), values, 100);
            for (qsizetype i = 0; i < pictures->size(); ++i) {
                pictures->at(i).save(u"%1/many-%2-%3.png"_qs.arg(folder).arg(paper).arg(i));
            }
        }
    }

    void tearsOnlyARowThatIsTooHighForHalfAPage()
    {
        SlipValues values = samples::later();
        const QString sentence = u"Đề nghị giải trình rõ nguồn gốc của giấy tờ này, vì thông tin không khớp. "_qs;
        values.items = {{.name = u"Giấy tờ thứ nhất"_qs, .reason = sentence.repeated(60)}, {.name = u"Giấy tờ thứ hai"_qs, .copies = 1}};
        const QStringList pages = samples::sheetText(rendered(u"02"_qs, values)).split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.size() >= 3);
        for (qsizetype i = 0; i + 1 < pages.size(); ++i) {
            QVERIFY2(pages.at(i).contains(u"Thành phần hồ sơ"), "the header is repeated over the rest of a row too");
        }
        const QString text = flowing(samples::plainText(rendered(u"02"_qs, values)));
        QCOMPARE(text.count(squeezed(sentence)), 60);
        QVERIFY(text.contains(u"Giấytờthứhai"));
    }

    void losesNothingOfWhatIsLong_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("paper");
        QTest::addColumn<QString>("name");
        const QList<QPair<const char *, QString>> names = {{"150 letters", u"Công Tằng Tôn Nữ Huyền Trân Nguyễn Phúc Hoài Thương "_qs.repeated(3).left(150).trimmed()},
            {"no space", QString(120, u'Ư')}, {"K’Brôi", u"K’Brôi Ka Să"_qs}, {"Ê Đê", u"H’Lan Êñuôl Kbuôr Ƀuôn Čư̆ Ê̆ban"_qs}, {"Gia Rai", u"Rơ Châm H'Ƀơ̆p"_qs},
            {"every letter of the highlands", u"ƀɃčČĕĔê\u0306Ê\u0306ĭĬñÑŏŎô\u0306Ô\u0306ơ\u0306Ơ\u0306ŭŬư\u0306Ư\u0306’"_qs}};
        for (const char *number : {"02", "03", "04", "05", "lostSlip"}) {
            QTest::addRow("%s: 150 letters on A4", number) << QString::fromLatin1(number) << A4 << names.constFirst().second;
            for (const auto &[what, name] : names) {
                QTest::addRow("%s: %s on A5", number, what) << QString::fromLatin1(number) << A5 << name;
            }
        }
    }
    void losesNothingOfWhatIsLong()
    {
        QFETCH(QString, number);
        QFETCH(int, paper);
        QFETCH(QString, name);
        SlipValues values = samples::later();
        values.applicantName = name;
        values.reason = u"Vì "_qs + name + u'\n' + u"Căn cứ khoản 2 Điều 17 và các quy định có liên quan, cơ quan không có thẩm quyền. "_qs.repeated(20);
        values.items = {{.name = name, .reason = u"của "_qs + name, .originals = 1}};
        values.returned = {name + u" (bản chính)"_qs};
        const QByteArray pdf = rendered(number, values, paper);
        const QString text = flowing(samples::plainText(pdf));
        QVERIFY(text.count(squeezed(name)) >= (number == u"02" ? 4 : 2));
        const bool saysWhy = form(number).writes(u"reason"_qs);
        QCOMPARE(text.count(squeezed(u"cơ quan không có thẩm quyền."_qs)), saysWhy ? 20 : 0);
        const auto pages = SlipDocument::pictures(form(number, paper), values, 60);
        QVERIFY(pages);
        const int margin = qRound(form(number, paper).marginMillimetres() / 25.4 * 60) - 2;
        for (const QImage &page : *pages) {
            for (int y = 0; y < page.height(); ++y) {
                for (int x = 0; x < page.width(); ++x) {
                    const bool inside = x >= margin && x < page.width() - margin && y >= margin && y < page.height() - margin;
                    QVERIFY2(inside || page.pixelColor(x, y).lightness() > 200, qPrintable(u"%1,%2"_qs.arg(x).arg(y)));
                }
            }
        }
    }

    void anOlderRequestHasOnlyItsReason()
    {
        SlipValues values = samples::later();
        values.items.clear();
        values.answerBy = {};
        const QString text = samples::plainText(rendered(u"02"_qs, values));
        QVERIFY(!text.contains(u"Thành phần hồ sơ"));
        QVERIFY(!text.contains(u"Thời hạn bổ sung"));
        QVERIFY(text.contains(u"Lý do: Hồ sơ còn thiếu"));
    }

    void whatWasNotGivenBackIsLeftToThePen()
    {
        SlipValues values = samples::later();
        values.returned.clear();
        values.reason.clear();
        values.event = u"withdraw_granted"_qs;
        const QString text = samples::sheetText(rendered(u"05"_qs, values));
        QVERIFY(text.contains(QRegularExpression(u"Ông/Bà gồm: \\.{10,}"_qs)));
        QVERIFY(text.contains(u"Theo đề nghị rút hồ sơ của Ông/Bà."));
    }

    void thePicturesShowThePagesOfTheSheet_data() { everyFormOnBothPapers(); }
    void thePicturesShowThePagesOfTheSheet()
    {
        QFETCH(QString, number);
        QFETCH(int, paper);
        SlipValues values = samples::later();
        values.reason = u"Một đoạn lý do dài để sang trang.\n"_qs.repeated(70);
        values.returned = QStringList(70, u"Giấy tờ dài để sang trang"_qs);
        const QByteArray pdf = rendered(number, values, paper);
        const auto pictures = SlipDocument::pictures(form(number, paper), values, 50);
        QVERIFY(pictures);
        QCOMPARE(pictures->size(), samples::sheetText(pdf).count(u'\f'));
        QVERIFY(pictures->size() > 1);
        for (const QImage &picture : *pictures) {
            QVERIFY(qAbs(picture.width() - (paper == A4 ? 210 : 148) / 25.4 * 50) <= 1);
            QCOMPARE(picture.pixelColor(1, 1), QColor(Qt::white));
            int dark = 0;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    dark += picture.pixelColor(x, y).lightness() < 128;
                }
            }
            QVERIFY(dark > 100);
        }
        values.mark = SlipMark::Copy;
        const auto refused = SlipDocument::pictures(form(number, paper), values, 50);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
    }

    /** Only to look at: MOTCUA_SCREENSHOTS names a folder. */
    void canBeLookedAt()
    {
        const QString folder = qEnvironmentVariable("MOTCUA_SCREENSHOTS");
        for (const SlipTemplate &each : std::as_const(m_forms)) {
            for (const PaperSize paper : {PaperSize::A5, PaperSize::A4}) {
                const auto pages = SlipDocument::pictures(each.on(paper), samples::later(), paper == PaperSize::A5 ? 140 : 100);
                QVERIFY(pages);
                const QString name = folder + u"/slip-"_qs + each.form() + (paper == PaperSize::A5 ? u"-A5.png"_qs : u"-A4.png"_qs);
                QVERIFY(folder.isEmpty() || pages->constFirst().save(name));
            }
        }
    }
};

QTEST_MAIN(tst_SlipForms)
#include "tst_SlipForms.moc"
