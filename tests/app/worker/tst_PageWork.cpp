// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageWork.h"

#include "tests/app/worker/DrawnPage.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace motcua;
using motcua::test::DrawnPage;
using motcua::worker::PageWork;

Q_DECLARE_METATYPE(motcua::test::DrawnPage)
Q_DECLARE_METATYPE(motcua::test::DrawnPage::Draw)

namespace {

constexpr PageRequest Usual{.straightens = true, .crops = true, .readsCodes = true};

PageWork worked(const QByteArray &picture, PageRequest request = Usual)
{
    request.pictureSize = static_cast<std::uint32_t>(picture.size());
    return worker::workOn(request, {reinterpret_cast<const std::uint8_t *>(picture.constData()), static_cast<std::size_t>(picture.size())});
}

QByteArray jpegOf(const PageWork &work, const QByteArray &picture)
{
    return work.answer.isSame ? picture : QByteArray(reinterpret_cast<const char *>(work.jpeg.data()), static_cast<qsizetype>(work.jpeg.size()));
}

QImage imageOf(const PageWork &work, const QByteArray &picture)
{
    return QImage::fromData(jpegOf(work, picture), "jpeg").convertToFormat(QImage::Format_RGB32);
}

/** How much red there is, in square millimetres. */
double redOn(const QImage &image, int dpi)
{
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *const row = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        count += std::count_if(row, row + image.width(), [](QRgb pixel) { return qRed(pixel) > 150 && qGreen(pixel) < 110 && qBlue(pixel) < 110; });
    }
    return double(count) * 25.4 * 25.4 / (dpi * dpi);
}

/** A red disc near each corner. */
void discs(QPainter &painter, QSizeF sheet, double inset)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::red);
    for (const QPointF at : {QPointF(inset, inset), QPointF(sheet.width() - inset, inset), QPointF(inset, sheet.height() - inset), QPointF(sheet.width() - inset, sheet.height() - inset)}) {
        painter.drawEllipse(at, 3, 3);
    }
}

void holes(QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(25, 25, 28)); // of the lid
    for (const double y : {108.5, 188.5}) {
        painter.drawEllipse(QPointF(12, y), 3, 3);
    }
}

void dust(QPainter &painter, int specks)
{
    QRandomGenerator dice(3);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < specks; ++i) {
        painter.setBrush(QColor::fromHsv(0, 0, dice.bounded(60, 190)));
        const double size = 0.1 + dice.bounded(0.35);
        painter.drawEllipse(QRectF(dice.bounded(210.0), dice.bounded(297.0), size, size));
    }
}

/** The other side's words, mirrored and dim. */
void showThrough(QPainter &painter, int depth)
{
    painter.save();
    painter.translate(210, 0);
    painter.scale(-1, 1);
    for (int line = 0; line < 24; ++line) {
        DrawnPage::write(painter, {30, 55.0 + 8 * line}, QStringLiteral("Chữ của mặt bên kia hiện qua giấy mỏng, không ai viết ở đây."), 4,
            QColor(250 - depth, 249 - depth, 245 - depth));
    }
    painter.restore();
}

void table(QPainter &painter)
{
    painter.setPen(QPen(QColor(30, 30, 40), 0.3));
    for (int i = 0; i <= 20; ++i) {
        painter.drawLine(QPointF(20, 30 + i * 10), QPointF(190, 30 + i * 10));
    }
    for (const double x : {20.0, 40.0, 120.0, 190.0}) {
        painter.drawLine(QPointF(x, 30), QPointF(x, 230));
    }
    for (int i = 0; i < 20; i += 3) {
        DrawnPage::write(painter, {22, 37.0 + i * 10}, QString::number(i));
        DrawnPage::write(painter, {42, 37.0 + i * 10}, QStringLiteral("Bản sao trích lục"));
    }
}

QImage halfBlack(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).fillRect(0, 0, size.width() / 2, size.height(), Qt::black);
    return image;
}

/** Soft blots, as of a photograph of a garden. */
void garden(QPainter &painter)
{
    QRandomGenerator dice(11);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 900; ++i) {
        painter.setBrush(QColor(dice.bounded(256), dice.bounded(256), dice.bounded(200), 90));
        painter.drawEllipse(QPointF(dice.bounded(210.0), dice.bounded(297.0)), 1 + dice.bounded(12.0), 1 + dice.bounded(12.0));
    }
}

} // namespace

class tst_PageWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void straightens_data()
    {
        QTest::addColumn<DrawnPage::Draw>("draw");
        QTest::addColumn<double>("askew");
        QTest::addColumn<int>("dpi");
        for (const double askew : {-9.6, -5.0, -2.0, -0.7, 0.5, 1.3, 3.0, 8.4}) {
            QTest::addRow("a letter, %.1f degrees", askew) << DrawnPage::Draw(&DrawnPage::letter) << askew << 150;
        }
        QTest::addRow("a letter of 300 dpi") << DrawnPage::Draw(&DrawnPage::letter) << 1.7 << 300;
        QTest::addRow("a table") << DrawnPage::Draw(&table) << 2.2 << 150;
        QTest::addRow("it lies sideways") << DrawnPage::Draw([](QPainter &painter) {
            painter.translate(210, 0);
            painter.rotate(90);
            DrawnPage::letter(painter);
        }) << -3.1 << 150;
        QTest::addRow("upside down") << DrawnPage::Draw([](QPainter &painter) {
            painter.translate(210, 297);
            painter.rotate(180);
            DrawnPage::letter(painter);
        }) << 2.6 << 150;
        QTest::addRow("three lines") << DrawnPage::Draw([](QPainter &painter) {
            for (const int line : {0, 1, 2}) {
                DrawnPage::write(painter, {30, 60.0 + 8 * line}, QStringLiteral("Chỉ có ba dòng chữ trên trang giấy này thôi."));
            }
        }) << 4.0 << 150;
    }
    void straightens()
    {
        QFETCH(DrawnPage::Draw, draw);
        QFETCH(double, askew);
        QFETCH(int, dpi);
        const QByteArray picture = DrawnPage{.dpi = dpi, .askew = askew}.jpeg(draw);
        const PageWork work = worked(picture);
        QCOMPARE(work.answer.outcome, PageAnswer::Outcome::Page);
        QVERIFY2(std::abs(work.answer.askew / 100.0 + askew) <= 0.2, qPrintable(QString::number(work.answer.askew)));
        QVERIFY(!work.answer.isSame);
        QCOMPARE(work.answer.dpi, unsigned(dpi));
        const QByteArray straight = jpegOf(work, picture);
        const PageWork again = worked(straight);
        QVERIFY2(again.answer.isSame, qPrintable(QString::number(again.answer.askew)));
        QCOMPARE(again.answer.askew, 0);
    }

    void leavesAlone_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addRow("a straight letter") << DrawnPage{}.jpeg(&DrawnPage::letter);
        QTest::addRow("a fifth of a degree") << DrawnPage{.askew = 0.2}.jpeg(&DrawnPage::letter);
        QTest::addRow("eleven degrees") << DrawnPage{.askew = 11}.jpeg(&DrawnPage::letter);
        QTest::addRow("twenty degrees") << DrawnPage{.askew = -20}.jpeg(&DrawnPage::letter);
        QTest::addRow("a photograph") << DrawnPage{.askew = 3}.jpeg(&garden);
        QTest::addRow("nothing") << DrawnPage{}.jpeg(&DrawnPage::nothing);
        QTest::addRow("dust") << DrawnPage{}.jpeg([](QPainter &painter) { dust(painter, 60); });
        QTest::addRow("grey") << DrawnPage{.isGrey = true}.jpeg(&DrawnPage::letter);
        QTest::addRow("a few pixels") << DrawnPage::jpegOf(halfBlack({3, 2}));
        QTest::addRow("a line of pixels") << DrawnPage::jpegOf(halfBlack({5000, 1}));
        QTest::addRow("a column of pixels") << DrawnPage::jpegOf(halfBlack({1, 9000}));
        QTest::addRow("a sheet that is red all over") << DrawnPage{.paper = QColor(140, 20, 30)}.jpeg([](QPainter &painter) { DrawnPage::write(painter, {40, 100}, QStringLiteral("GIẤY CHỨNG NHẬN"), 12, QColor(240, 210, 90)); });
        QTest::addRow("a dark sheet") << DrawnPage{.paper = QColor(40, 40, 42)}.jpeg(&DrawnPage::nothing);
        QTest::addRow("a frame to the edge") << DrawnPage{}.jpeg([](QPainter &painter) {
            painter.fillRect(QRectF(0, 0, 210, 297), QColor(120, 30, 40));
            painter.fillRect(QRectF(8, 8, 194, 281), QColor(250, 249, 245));
            DrawnPage::letter(painter);
        });
        QTest::addRow("a black heading with words to the edge") << DrawnPage{}.jpeg([](QPainter &painter) {
            painter.fillRect(QRectF(0, 0, 90, 25), QColor(20, 20, 20));
            DrawnPage::write(painter, {10, 15}, QStringLiteral("THÔNG BÁO"), 8, Qt::white);
            DrawnPage::letter(painter);
        });
    }
    void leavesAlone()
    {
        QFETCH(QByteArray, picture);
        const PageWork work = worked(picture);
        QCOMPARE(work.answer.outcome, PageAnswer::Outcome::Page);
        QCOMPARE(work.answer.askew, 0);
        QVERIFY2(work.answer.isSame, qPrintable(QString::number(work.answer.width) + u'x' + QString::number(work.answer.height)));
    }

    void doesOnlyWhatIsWished()
    {
        const QByteArray picture = DrawnPage{.sheet = {148, 210}, .askew = 3, .glass = {210, 297}}.jpeg([](QPainter &painter) { DrawnPage::code(painter, {40, 20}, QStringLiteral("A"), ZXing::BarcodeFormat::QRCode, 25); });
        const PageWork work = worked(picture, {});
        QVERIFY(work.answer.isSame);
        QCOMPARE(work.answer.codes, 0U);
    }

    /** What stands in the corners of a page is still there when it was turned. */
    void losesNoInk_data()
    {
        QTest::addColumn<double>("askew");
        for (const double askew : {-8.0, -2.5, 1.0, 5.0}) {
            QTest::addRow("%.1f", askew) << askew;
        }
    }
    void losesNoInk()
    {
        QFETCH(double, askew);
        const DrawnPage page{.askew = askew};
        const QByteArray picture = page.jpeg([page](QPainter &painter) {
            DrawnPage::letter(painter);
            // In the corners of what the scanner sees, which are turned out of it.
            painter.translate(page.sheet.width() / 2, page.sheet.height() / 2);
            painter.rotate(-page.askew);
            painter.translate(-page.sheet.width() / 2, -page.sheet.height() / 2);
            discs(painter, page.sheet, 4);
        });
        const PageWork work = worked(picture);
        QVERIFY(work.answer.askew != 0);
        const double before = redOn(QImage::fromData(picture), page.dpi);
        const double after = redOn(imageOf(work, picture), page.dpi);
        QVERIFY2(std::abs(before - after) < 0.02 * before, qPrintable(QString::number(before) + u' ' + QString::number(after)));
    }

    void cutsAwayTheLid_data()
    {
        QTest::addColumn<DrawnPage>("page");
        QTest::addRow("a half sheet, straight") << DrawnPage{.sheet = {148, 210}, .glass = {210, 297}};
        QTest::addRow("a half sheet, askew") << DrawnPage{.sheet = {148, 210}, .askew = 4, .glass = {210, 297}};
        QTest::addRow("askew the other way, on grey") << DrawnPage{.sheet = {148, 210}, .askew = -2, .glass = {210, 297}, .lid = QColor(110, 110, 112)};
        QTest::addRow("in grey") << DrawnPage{.sheet = {148, 210}, .askew = 1, .glass = {210, 297}, .isGrey = true};
    }
    void cutsAwayTheLid()
    {
        QFETCH(DrawnPage, page);
        const QByteArray picture = page.jpeg([page](QPainter &painter) {
            for (int line = 0; line < 15; ++line) {
                DrawnPage::write(painter, {15, 40.0 + 9 * line}, QStringLiteral("Chữ trên nửa tờ giấy, không có thật."));
            }
            discs(painter, page.sheet, 5);
        });
        const PageWork work = worked(picture);
        const double millimetre = page.dpi / 25.4;
        QVERIFY2(std::abs(work.answer.width / millimetre - page.sheet.width()) < 2.5, qPrintable(QString::number(work.answer.width / millimetre)));
        QVERIFY2(std::abs(work.answer.height / millimetre - page.sheet.height()) < 2.5, qPrintable(QString::number(work.answer.height / millimetre)));
        QVERIFY(work.answer.width / millimetre >= page.sheet.width() - 0.5);
        QVERIFY(work.answer.height / millimetre >= page.sheet.height() - 0.5);
        QVERIFY(std::abs(work.answer.askew / 100.0 + page.askew) <= 0.2);
        if (!page.isGrey) {
            const double before = redOn(QImage::fromData(picture), page.dpi);
            QVERIFY(std::abs(before - redOn(imageOf(work, picture), page.dpi)) < 0.02 * before);
        }
    }

    void knowsABlankPage_data()
    {
        QTest::addColumn<DrawnPage>("page");
        QTest::addColumn<DrawnPage::Draw>("draw");
        QTest::addColumn<bool>("isBlank");
        const auto blank = [](const char *name, const DrawnPage::Draw &draw, const DrawnPage &page = {}) { QTest::newRow(name) << page << draw << true; };
        const auto written = [](const char *name, const DrawnPage::Draw &draw, const DrawnPage &page = {}) { QTest::newRow(name) << page << draw << false; };
        blank("nothing", &DrawnPage::nothing);
        blank("nothing, on coarse paper", &DrawnPage::nothing, {.grain = 12});
        blank("nothing, on grey paper", &DrawnPage::nothing, {.paper = QColor(205, 200, 190), .grain = 6});
        blank("nothing, at 300 dpi", &DrawnPage::nothing, {.dpi = 300});
        blank("nothing, in grey", &DrawnPage::nothing, {.isGrey = true});
        blank("dust", [](QPainter &painter) { dust(painter, 60); });
        blank("holes of a punch", &holes);
        blank("holes and dust", [](QPainter &painter) {
            holes(painter);
            dust(painter, 40);
        });
        blank("the other side shines through", [](QPainter &painter) { showThrough(painter, 20); });
        blank("a line of dirt", [](QPainter &painter) { painter.fillRect(QRectF(131, 0, 0.2, 297), QColor(120, 120, 120)); });
        blank("ruled paper", [](QPainter &painter) {
            for (int y = 20; y < 290; y += 8) {
                painter.fillRect(QRectF(0, y, 210, 0.2), QColor(150, 160, 200));
            }
        });
        blank("a shadow at the edge", [](QPainter &painter) { painter.fillRect(QRectF(0, 0, 2, 297), QColor(150, 150, 150)); });
        blank("a shadow over half of it", [](QPainter &painter) {
            QLinearGradient shadow(0, 0, 210, 0);
            shadow.setColorAt(0, QColor(170, 168, 165));
            shadow.setColorAt(0.5, QColor(250, 249, 245));
            painter.fillRect(QRectF(0, 0, 210, 297), shadow);
        });
        blank("within a dark lid", &holes, {.sheet = {148, 210}, .glass = {210, 297}});
        written("a letter", &DrawnPage::letter);
        written("a line", [](QPainter &painter) { DrawnPage::write(painter, {40, 150}, QStringLiteral("Đã nhận đủ.")); });
        written("a faint line", [](QPainter &painter) { DrawnPage::write(painter, {40, 150}, QStringLiteral("Đã nhận đủ hồ sơ, hẹn ngày mai."), 3.5, QColor(185, 185, 190)); });
        written("a faint line at 300 dpi", [](QPainter &painter) { DrawnPage::write(painter, {40, 150}, QStringLiteral("Đã nhận đủ hồ sơ, hẹn ngày mai."), 3.5, QColor(185, 185, 190)); }, {.dpi = 300});
        written("a faint line on what shines through", [](QPainter &painter) {
            showThrough(painter, 15);
            DrawnPage::write(painter, {40, 250}, QStringLiteral("Đã nhận đủ hồ sơ, hẹn ngày mai."), 3.5, QColor(180, 180, 185));
        });
        written("pencil", [](QPainter &painter) { DrawnPage::write(painter, {40, 270}, QStringLiteral("ký nháy"), 5, QColor(170, 170, 170)); });
        written("a name beside the holes", [](QPainter &painter) {
            holes(painter);
            DrawnPage::write(painter, {15, 150}, QStringLiteral("Mẫu"));
        });
        written("a red seal", [](QPainter &painter) {
            painter.setPen(QPen(QColor(225, 150, 150), 0.6));
            painter.drawEllipse(QPointF(150, 250), 17, 17);
        });
        written("yellow ink", [](QPainter &painter) { DrawnPage::write(painter, {40, 100}, QStringLiteral("chữ màu vàng"), 5, QColor(255, 240, 60)); });
        written("a stroke of a pen", [](QPainter &painter) {
            painter.setPen(QPen(QColor(40, 60, 160), 0.4));
            painter.drawLine(QPointF(120, 200), QPointF(150, 190));
        });
        written("ruled paper with a line", [](QPainter &painter) {
            for (int y = 20; y < 290; y += 8) {
                painter.fillRect(QRectF(0, y, 210, 0.2), QColor(150, 160, 200));
            }
            DrawnPage::write(painter, {40, 99}, QStringLiteral("Đồng ý cho con."), 5, QColor(60, 60, 150));
        });
        written("a photograph", &garden);
    }
    void knowsABlankPage()
    {
        QFETCH(DrawnPage, page);
        QFETCH(DrawnPage::Draw, draw);
        QFETCH(bool, isBlank);
        const PageWork work = worked(page.jpeg(draw));
        QCOMPARE(work.answer.outcome, PageAnswer::Outcome::Page);
        QCOMPARE(work.answer.isBlank, isBlank);
    }

    void readsCodes_data()
    {
        using Kind = PageCodeBody::Kind;
        using Format = ZXing::BarcodeFormat;
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("askew");
        QTest::addColumn<int>("dpi");
        for (const double askew : {0.0, 4.0, -8.5}) {
            QTest::addRow("QR, %.1f", askew) << int(Kind::Qr) << int(Format::QRCode) << QStringLiteral("H26.48.2-261130-0007") << 25.0 << askew << 200;
            QTest::addRow("Code 128, %.1f", askew) << int(Kind::Code128) << int(Format::Code128) << QStringLiteral("H26.48.2-261130-0007") << 70.0 << askew << 200;
            QTest::addRow("Code 128 that stands, %.1f", askew) << int(Kind::Code128) << int(Format::Code128) << QStringLiteral("DUNG-1") << -50.0 << askew << 200;
            QTest::addRow("PDF417, %.1f", askew) << int(Kind::Pdf417) << int(Format::PDF417) << QStringLiteral("Tờ phân cách hồ sơ số 7") << 60.0 << askew << 200;
        }
        QTest::addRow("QR in Vietnamese") << int(Kind::Qr) << int(Format::QRCode) << QStringLiteral("Nguyễn Văn Mẫu|01011990|Đường Số Không") << 30.0 << 1.5 << 300;
        QTest::addRow("Code 128 at 600 dpi") << int(Kind::Code128) << int(Format::Code128) << QStringLiteral("MOTCUA-TACH-01") << 60.0 << 0.0 << 600;
    }
    void readsCodes()
    {
        QFETCH(int, kind);
        QFETCH(int, format);
        QFETCH(QString, text);
        QFETCH(double, width);
        QFETCH(double, askew);
        QFETCH(int, dpi);
        QRectF bars;
        const QByteArray picture = DrawnPage{.dpi = dpi, .askew = askew}.jpeg([&](QPainter &painter) {
            DrawnPage::letter(painter);
            if (width > 0) {
                bars = DrawnPage::code(painter, {110, 252}, text, ZXing::BarcodeFormat(format), width);
                return;
            }
            painter.translate(20, 200); // turned clockwise: what was its upper left corner is the upper right one
            painter.rotate(90);
            const QRectF lying = DrawnPage::code(painter, {0, 0}, text, ZXing::BarcodeFormat(format), -width);
            bars = QRectF(20 - lying.height(), 200, lying.height(), lying.width());
        });
        const PageWork work = worked(picture);
        const auto codes = PageCodeBody::fromBytes(work.codes);
        QVERIFY(codes);
        QCOMPARE(codes->size(), std::size_t(1));
        const PageCodeBody &code = codes->front();
        QCOMPARE(int(code.kind), kind);
        QCOMPARE(QString::fromStdString(code.text), text);
        // Turned about the middle of the page, so it is where it was drawn; the page may have grown around it.
        const double millimetre = dpi / 25.4;
        const QPointF grown((work.answer.width - 210 * millimetre) / 2, (work.answer.height - 297 * millimetre) / 2);
        std::array<QPointF, 4> wanted = {bars.topLeft(), bars.topRight(), bars.bottomRight(), bars.bottomLeft()};
        if (width < 0) {
            std::rotate(wanted.begin(), wanted.begin() + 1, wanted.end());
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const QPointF at = (QPointF(code.corners[i].x, code.corners[i].y) - grown) / millimetre;
            const bool isRight = std::abs(at.x() - wanted[i].x()) < 2.5 && std::abs(at.y() - wanted[i].y()) < 2.5;
            QVERIFY2(isRight, qPrintable(QStringLiteral("corner %1 is at %2, %3 and not %4, %5").arg(i).arg(at.x()).arg(at.y()).arg(wanted[i].x()).arg(wanted[i].y())));
        }
    }

    void readsSeveralCodes()
    {
        const PageWork work = worked(DrawnPage{.dpi = 200}.jpeg([](QPainter &painter) {
            DrawnPage::code(painter, {20, 20}, QStringLiteral("một"), ZXing::BarcodeFormat::QRCode, 25);
            DrawnPage::code(painter, {140, 20}, QStringLiteral("hai"), ZXing::BarcodeFormat::QRCode, 25);
            for (const QPointF at : {QPointF(30, 150), QPointF(110, 150), QPointF(30, 185)}) { // the same three times
                DrawnPage::code(painter, at, QStringLiteral("BA-3"), ZXing::BarcodeFormat::Code128, 60);
            }
            DrawnPage::code(painter, {110, 185}, QStringLiteral("NAM-5"), ZXing::BarcodeFormat::Code128, 60);
            DrawnPage::code(painter, {30, 220}, QStringLiteral("bốn"), ZXing::BarcodeFormat::PDF417, 60);
        }));
        const auto codes = PageCodeBody::fromBytes(work.codes);
        QVERIFY(codes);
        QStringList texts;
        for (const PageCodeBody &code : *codes) {
            texts << QString::fromStdString(code.text);
        }
        texts.sort();
        QStringList wanted = {QStringLiteral("một"), QStringLiteral("hai"), QStringLiteral("BA-3"), QStringLiteral("BA-3"), QStringLiteral("BA-3"), QStringLiteral("NAM-5"), QStringLiteral("bốn")};
        wanted.sort();
        QCOMPARE(texts, wanted);
    }

    void clearsTheGroundOfAPhotograph()
    {
        const auto draw = [](QPainter &painter) {
            QLinearGradient light(0, 0, 210, 297);
            light.setColorAt(0, QColor(205, 190, 160));
            light.setColorAt(1, QColor(120, 112, 100));
            painter.fillRect(QRectF(0, 0, 210, 297), light);
            DrawnPage::letter(painter);
            discs(painter, {210, 297}, 20);
        };
        const QByteArray picture = DrawnPage{}.jpeg(draw);
        const QImage before = QImage::fromData(picture).convertToFormat(QImage::Format_RGB32);
        const PageWork work = worked(picture, {.clears = true});
        const QImage after = imageOf(work, picture);
        QCOMPARE(after.size(), before.size());
        for (const QPointF at : {QPointF(0.03, 0.5), QPointF(0.97, 0.5), QPointF(0.5, 0.03), QPointF(0.5, 0.97)}) {
            const QPoint pixel(int(at.x() * after.width()), int(at.y() * after.height()));
            QVERIFY(qGray(before.pixel(pixel)) < 215);
            QVERIFY2(qRed(after.pixel(pixel)) > 244 && qGreen(after.pixel(pixel)) > 244 && qBlue(after.pixel(pixel)) > 244, qPrintable(QColor(after.pixel(pixel)).name()));
        }
        int dark = 0;
        for (int y = 0; y < after.height(); ++y) {
            for (int x = 0; x < after.width(); ++x) {
                dark += qGray(after.pixel(x, y)) < 110 ? 1 : 0;
            }
        }
        QVERIFY(dark > 5'000); // the words
        QVERIFY(redOn(after, 150) > 80); // and the seal
    }

    void turnsByQuarters_data()
    {
        QTest::addColumn<unsigned>("turns");
        for (unsigned turns = 0; turns < 4; ++turns) {
            QTest::addRow("%u", turns) << turns;
        }
    }
    void turnsByQuarters()
    {
        QFETCH(unsigned, turns);
        const QImage image = DrawnPage{.dpi = 100, .grain = 0}.drawn([](QPainter &painter) {
            DrawnPage::letter(painter);
            painter.fillRect(QRectF(0, 0, 60, 20), Qt::red);
            painter.fillRect(QRectF(180, 0, 30, 20), Qt::green);
        });
        const QByteArray picture = DrawnPage::jpegOf(image, 100);
        const PageWork work = worked(picture, {.quarterTurns = turns});
        QCOMPARE(work.answer.isSame, turns == 0);
        const QImage turned = image.transformed(QTransform().rotate(90 * turns)).convertToFormat(QImage::Format_RGB32);
        const QImage page = imageOf(work, picture);
        QCOMPARE(page.size(), turned.size());
        QCOMPARE(QSize(int(work.answer.width), int(work.answer.height)), turned.size());
        qint64 unlike = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                unlike += std::abs(qGray(page.pixel(x, y)) - qGray(turned.pixel(x, y))) > 40 ? 1 : 0;
            }
        }
        QVERIFY2(unlike * 200 < qint64(page.width()) * page.height(), qPrintable(QString::number(unlike)));
        QCOMPARE(work.answer.smallWidth > work.answer.smallHeight, turns % 2 == 1);
    }
};

QTEST_MAIN(tst_PageWork)
#include "tst_PageWork.moc"
