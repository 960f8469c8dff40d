// SPDX-License-Identifier: GPL-3.0-or-later
#include "CopySamples.h"
#include "SheetText.h"

#include "app/documents/CopyFont.h"
#include "app/documents/PaperCopy.h"
#include "app/documents/SrgbProfile.h"
#include "tests/support/PdfStandard.h"

#include <QColorSpace>
#include <QDir>
#include <QFile>
#include <QPainterPath>
#include <QProcess>
#include <QRandomGenerator>
#include <QRawFont>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace motcua;
using testsupport::pdfA2uFaults;

namespace {

constexpr double PointsPerMillimetre = 72 / 25.4;
constexpr QSize A4At200(1654, 2339);

/** Every letter of the alphabet with every tone, both cases, a line of words for each vowel. Words of one letter pdftotext would take for one word in spaced letters. */
QStringList vietnameseLines()
{
    QStringList lines{u"bé cô dì đá gà hồ kẻ lá mẹ nó phố quê rể sẽ tủ vợ xã"_qs};
    for (const QString &vowel :
        {u"a"_qs, u"ă"_qs, u"â"_qs, u"e"_qs, u"ê"_qs, u"i"_qs, u"o"_qs, u"ô"_qs, u"ơ"_qs, u"u"_qs, u"ư"_qs, u"y"_qs}) {
        QStringList toned{u'm' + vowel};
        for (const QChar tone : {u'\u0300', u'\u0301', u'\u0309', u'\u0303', u'\u0323'}) {
            toned.append((u'm' + vowel + tone).normalized(QString::NormalizationForm_C));
        }
        lines.append(toned.join(u' '));
    }
    const QStringList lower = lines;
    for (const QString &line : lower) {
        lines.append(line.toUpper());
    }
    return lines;
}

struct FoundWord
{
    QString text;
    QRectF box; ///< points from the upper left corner
};

QList<FoundWord> foundWords(const QByteArray &pdf)
{
    QList<FoundWord> words;
    const QString xml = samples::read(u"pdftotext"_qs, {u"-bbox"_qs, u"-"_qs, u"-"_qs}, pdf);
    static const QRegularExpression one(u"<word xMin=\"(.*?)\" yMin=\"(.*?)\" xMax=\"(.*?)\" yMax=\"(.*?)\">(.*?)</word>"_qs);
    for (auto all = one.globalMatch(xml); all.hasNext();) {
        const auto word = all.next();
        const auto number = [&word](int part) { return word.captured(part).toDouble(); };
        words.append({word.captured(5), QRectF(QPointF(number(1), number(2)), QPointF(number(3), number(4)))});
    }
    return words;
}

/** The JPEGs in a PDF, in order. */
QList<QByteArray> picturesIn(const QByteArray &pdf)
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"copy.pdf"_qs));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.flush()) {
        return {};
    }
    if (QProcess::execute(u"pdfimages"_qs, {u"-all"_qs, file.fileName(), dir.filePath(u"p"_qs)}) != 0) {
        return {};
    }
    QList<QByteArray> pictures;
    const QStringList names = QDir(dir.path()).entryList({u"p-*.jpg"_qs}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile picture(dir.filePath(name));
        pictures.append(picture.open(QIODevice::ReadOnly) ? picture.readAll() : QByteArray());
    }
    return pictures;
}

/** What qpdf has against it, for its own reader repairs much without a word to us. */
QString qpdfComplaint(const QByteArray &pdf)
{
    QTemporaryFile file;
    if (!file.open() || file.write(pdf) != pdf.size() || !file.flush()) {
        return u"no room for a file"_qs;
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"qpdf"_qs, {u"--check"_qs, file.fileName()});
    process.waitForFinished(60'000);
    const QString output = QString::fromUtf8(process.readAll());
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0
            && output.contains(u"No syntax or stream encoding errors"_qs)
        ? QString()
        : u"qpdf: "_qs + output;
}

/** Peak memory of this process in bytes; it counts from zero again after forgetPeak(). */
qint64 peak()
{
    QFile file(u"/proc/self/status"_qs);
    static const QRegularExpression line(u"VmHWM:\\s+(\\d+) kB"_qs);
    return file.open(QIODevice::ReadOnly) ? line.match(QString::fromLatin1(file.readAll())).captured(1).toLongLong() * 1024 : 0;
}

bool forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_qs);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("5") == 1;
}

} // namespace

/** The electronic copy is what the standard wants, what went in, and what is searched in it. */
class tst_PaperCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto pdf = paperCopy({wordPage(), wordPage()}, samples::copyFacts());
        QVERIFY(pdf);
        m_earlier = *pdf;
    }

    void isPdfA2u_data()
    {
        QTest::addColumn<int>("pages");
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<bool>("isColour");
        QTest::addColumn<bool>("hasText");
        QTest::addColumn<QSizeF>("millimetres");

        QTest::newRow("one page, 200 dpi, colour") << 1 << A4At200 << 200 << true << true << QSizeF(210.06, 297.05);
        QTest::newRow("one page, 200 dpi, grey") << 1 << A4At200 << 200 << false << true << QSizeF(210.06, 297.05);
        QTest::newRow("one page, nothing read") << 1 << A4At200 << 200 << true << false << QSizeF(210.06, 297.05);
        QTest::newRow("300 dpi") << 2 << QSize(2480, 3508) << 300 << true << true << QSizeF(209.97, 297.01);
        QTest::newRow("600 dpi") << 1 << QSize(4960, 7016) << 600 << false << true << QSizeF(209.97, 297.01);
        QTest::newRow("no dpi, upright") << 1 << QSize(900, 1600) << 0 << true << true << QSizeF(210, 297);
        QTest::newRow("no dpi, lying") << 1 << QSize(1600, 900) << 0 << true << true << QSizeF(297, 210);
        QTest::newRow("A3 lying") << 1 << QSize(3307, 2339) << 200 << false << true << QSizeF(419.99, 297.05);
        QTest::newRow("a card") << 2 << QSize(1011, 638) << 300 << true << true << QSizeF(85.6, 54.02);
        QTest::newRow("ten pages") << 10 << QSize(827, 1170) << 100 << true << true << QSizeF(210.06, 297.18);
        QTest::newRow("fifty pages") << 50 << QSize(413, 585) << 50 << false << true << QSizeF(209.8, 297.18);
    }

    void isPdfA2u()
    {
        QFETCH(int, pages);
        QFETCH(QSize, pixels);
        QFETCH(int, dpi);
        QFETCH(bool, isColour);
        QFETCH(bool, hasText);
        QFETCH(QSizeF, millimetres);

        QList<CopyPage> stack;
        for (int i = 0; i < pages; ++i) {
            CopyPage page = samples::copyPage(pixels, dpi, isColour, 7 * i);
            if (hasText) {
                page.text = samples::typedText(pixels, {QStringLiteral("Trang %1 của NGUYỄN").arg(i + 1), u"hết"_qs}, {30, 30}, 9, 20);
            }
            stack.append(page);
        }
        const auto pdf = paperCopy(stack, samples::copyFacts());
        QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().detail));
        QCOMPARE(pdfA2uFaults(*pdf), QStringList());
        QCOMPARE(qpdfComplaint(*pdf), QString());

        const QString info = samples::read(u"pdfinfo"_qs, {u"-f"_qs, u"1"_qs, u"-l"_qs, QString::number(pages), u"-"_qs}, *pdf);
        static const QRegularExpression size(u"Page +\\d+ size: +([\\d.]+) x ([\\d.]+) pts"_qs);
        int sizes = 0;
        for (auto all = size.globalMatch(info); all.hasNext(); ++sizes) {
            const auto one = all.next();
            QVERIFY2(std::abs(one.captured(1).toDouble() / PointsPerMillimetre - millimetres.width()) < 0.1, qPrintable(one.captured()));
            QVERIFY2(std::abs(one.captured(2).toDouble() / PointsPerMillimetre - millimetres.height()) < 0.1, qPrintable(one.captured()));
        }
        QCOMPARE(sizes, pages);

        const QList<QByteArray> pictures = picturesIn(*pdf);
        QCOMPARE(pictures.size(), stack.size());
        qsizetype bytes = 0;
        for (qsizetype i = 0; i < pictures.size(); ++i) {
            QVERIFY(pictures.at(i) == stack.at(i).jpeg);
            bytes += pictures.at(i).size();
        }
        QVERIFY2(pdf->size() - bytes < 6000 + 1000 * pages, qPrintable(QString::number(pdf->size() - bytes)));

        const QString text = samples::plainText(*pdf);
        if (hasText) {
            QStringList said;
            for (int i = 0; i < pages; ++i) {
                said.append(QStringLiteral("Trang %1 của NGUYỄN hết").arg(i + 1));
            }
            QCOMPARE(text, said.join(u' '));
        } else {
            QCOMPARE(text, QString());
        }
        const QStringList fonts = samples::read(u"pdffonts"_qs, {u"-"_qs}, *pdf).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QCOMPARE(fonts.size(), hasText ? 1 : 0);
        for (const QString &font : fonts) {
            static const QRegularExpression embedded(u"CID TrueType +Identity-H +yes +no +yes "_qs);
            QVERIFY2(embedded.match(font).hasMatch(), qPrintable(font));
        }
    }

    void looksLikeItsPicture_data()
    {
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<bool>("isColour");
        QTest::addColumn<QRect>("shown"); // at 50 dpi; the rest of the page is white

        QTest::newRow("colour") << QSize(827, 1170) << 100 << true << QRect(0, 0, 413, 585);
        QTest::newRow("grey") << QSize(827, 1170) << 100 << false << QRect(0, 0, 413, 585);
        QTest::newRow("narrow, fitted to A4") << QSize(400, 1200) << 0 << true << QRect(109, 0, 195, 585);
        QTest::newRow("wide, fitted to A4") << QSize(1200, 400) << 0 << true << QRect(0, 109, 585, 195);
    }

    void looksLikeItsPicture()
    {
        QFETCH(QSize, pixels);
        QFETCH(int, dpi);
        QFETCH(bool, isColour);
        QFETCH(QRect, shown);

        CopyPage page = samples::copyPage(pixels, dpi, isColour, 200);
        page.text = samples::typedText(pixels, vietnameseLines(), {20, 20}, 8, 16);
        const auto pdf = paperCopy({page}, samples::copyFacts());
        QVERIFY(pdf);
        QProcess draw;
        draw.start(u"pdftoppm"_qs, {u"-r"_qs, u"50"_qs, u"-png"_qs, u"-"_qs});
        draw.write(*pdf);
        draw.closeWriteChannel();
        QVERIFY(draw.waitForFinished());
        const QImage drawn = QImage::fromData(draw.readAllStandardOutput(), "PNG").convertToFormat(QImage::Format_RGB32);
        const QImage wanted = QImage::fromData(page.jpeg)
                                  .scaled(shown.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                  .convertToFormat(QImage::Format_RGB32);
        QVERIFY(drawn.rect().adjusted(0, 0, 1, 1).contains(shown));
        for (int y = 3; y < drawn.height() - 3; ++y) {
            for (int x = 3; x < drawn.width() - 3; ++x) {
                const QPoint at(x, y);
                const bool isNearEdge = shown.adjusted(-3, -3, 3, 3).contains(at) && !shown.adjusted(3, 3, -3, -3).contains(at);
                const QPoint inside = at - shown.topLeft();
                const bool isNearCorner = std::abs(inside.x() - shown.width() / 4) < 4 || std::abs(inside.y() - shown.height() / 4) < 4;
                if (isNearEdge || isNearCorner) {
                    continue;
                }
                const QColor got = drawn.pixelColor(at);
                const QColor want = shown.contains(at) ? wanted.pixelColor(inside) : QColor(Qt::white);
                const int off = std::abs(got.red() - want.red()) + std::abs(got.green() - want.green())
                    + std::abs(got.blue() - want.blue());
                QVERIFY2(off <= 12, qPrintable(QStringLiteral("%1, %2: %3 for %4").arg(x).arg(y).arg(got.name(), want.name())));
            }
        }
    }

    void everyLetterIsFound()
    {
        CopyPage page = samples::copyPage(A4At200, 200);
        const QStringList lines = vietnameseLines();
        page.text = samples::typedText(A4At200, lines);
        const auto pdf = paperCopy({page}, samples::copyFacts());
        QVERIFY(pdf);
        QCOMPARE(pdfA2uFaults(*pdf), QStringList());
        QCOMPARE(samples::read(u"pdftotext"_qs, {u"-"_qs, u"-"_qs}, *pdf).remove(u'\f').split(u'\n', Qt::SkipEmptyParts), lines);
        QCOMPARE(
            samples::read(u"pdftotext"_qs, {u"-raw"_qs, u"-"_qs, u"-"_qs}, *pdf).remove(u'\f').split(u'\n', Qt::SkipEmptyParts), lines);
    }

    void wordsLieWhereTheyWereRead_data()
    {
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<QSize>("readOn");

        QTest::newRow("200 dpi") << A4At200 << 200 << A4At200;
        QTest::newRow("300 dpi") << QSize(2480, 3508) << 300 << QSize(2480, 3508);
        QTest::newRow("read on a smaller picture") << A4At200 << 200 << QSize(827, 1170);
        QTest::newRow("fitted to A4") << QSize(1000, 2000) << 0 << QSize(1000, 2000);
    }

    void wordsLieWhereTheyWereRead()
    {
        QFETCH(QSize, pixels);
        QFETCH(int, dpi);
        QFETCH(QSize, readOn);

        CopyPage page = samples::copyPage(pixels, dpi);
        page.text = samples::typedText(readOn,
            {u"Ông NGUYỄN Văn Ánh, trú tại phường Bến Nghé"_qs, u"i iiii WWWW | một"_qs, u"số 12/CT-UBND ngày 01/02/2026"_qs}, {60, 200},
            13, 30);
        const auto pdf = paperCopy({page}, samples::copyFacts());
        QVERIFY(pdf);
        const QList<FoundWord> found = foundWords(*pdf);
        QCOMPARE(found.size(), page.text.words.size());
        const double scale = dpi > 0 ? 25.4 / dpi * pixels.width() / readOn.width() : 297.0 / readOn.height();
        const double left = dpi > 0 ? 0 : (210 - readOn.width() * scale) / 2;
        for (qsizetype i = 0; i < found.size(); ++i) {
            const QRect box = page.text.words.at(i).box;
            const QRectF got(found.at(i).box.topLeft() / PointsPerMillimetre, found.at(i).box.bottomRight() / PointsPerMillimetre);
            const QRectF want(left + box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
            QCOMPARE(found.at(i).text, page.text.words.at(i).text);
            for (const double off :
                {got.left() - want.left(), got.right() - want.right(), got.top() - want.top(), got.bottom() - want.bottom()}) {
                QVERIFY2(std::abs(off) < 1, qPrintable(QStringLiteral("%1: %2 mm").arg(found.at(i).text).arg(off)));
            }
        }
    }

    void aRaggedLineIsOneLine()
    {
        // Boxes as they are read: as high as the letters in them, a little up and down, and once a stroke of dirt with the line's number far from it.
        CopyPage page = samples::copyPage(A4At200, 200);
        page.text = PageText{.pixels = A4At200,
            .words = {{u"nam"_qs, QRect(100, 112, 50, 15), 90, 0}, {u"NGUYỄN"_qs, QRect(165, 98, 140, 29), 90, 0},
                {u"thấy,"_qs, QRect(318, 101, 70, 33), 80, 0}, {u"v"_qs, QRect(402, 113, 12, 14), 80, 0},
                {u"x"_qs, QRect(1200, 900, 60, 300), 5, 0}, {u"dưới"_qs, QRect(100, 171, 60, 29), 90, 1}}};
        const auto pdf = paperCopy({page}, samples::copyFacts());
        QVERIFY(pdf);
        QCOMPARE(samples::read(u"pdftotext"_qs, {u"-"_qs, u"-"_qs}, *pdf).simplified(), u"nam NGUYỄN thấy, v dưới x"_qs);
        const QList<FoundWord> found = foundWords(*pdf);
        QCOMPARE(found.size(), 6);
        for (const FoundWord &word : found) {
            const auto read = std::find_if(
                page.text.words.cbegin(), page.text.words.cend(), [&word](const auto &one) { return one.text == word.text; });
            QVERIFY(read != page.text.words.cend());
            const QPointF middle = QRectF(read->box).center() * 72 / 200;
            QVERIFY2((word.box.center() - middle).manhattanLength() < PointsPerMillimetre, qPrintable(word.text));
        }
    }

    void hostileTextIsNoHarm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");

        QTest::newRow("control characters") << u"a\u0001\u0002b\u001B[31m\u007F"_qs << u"ab[31m"_qs;
        QTest::newRow("nul") << QString(u"a"_qs + QChar(0) + u"b"_qs) << u"ab"_qs;
        QTest::newRow("parentheses and backslash") << u"(a\\)) Tj ET"_qs << u"(a\\)) Tj ET"_qs;
        QTest::newRow("angles") << u"<</S/JavaScript>>"_qs << u"<</S/JavaScript>>"_qs;
        QTest::newRow("half a pair") << QString(u"a"_qs + QChar(0xD800) + u"b"_qs + QChar(0xDC00)) << u"ab"_qs;
        QTest::newRow("outside the basic plane") << u"x𝔸𠀀y"_qs << u"x𝔸𠀀y"_qs;
        QTest::newRow("turned about") << u"\u202Egnp.exe\u2066"_qs << u"gnp.exe"_qs;
        QTest::newRow("byte order marks") << u"\uFEFFa\uFFFEb\uFFFF"_qs << u"ab"_qs;
        QTest::newRow("private use") << u"a\uE000b"_qs << u"ab"_qs;
        QTest::newRow("white space") << u" a\t\r\nb\u00A0\u2003c "_qs << u"a b c"_qs;
        QTest::newRow("decomposed") << u"NGUYỄN"_qs.normalized(QString::NormalizationForm_D) << u"NGUYỄN"_qs;
        QTest::newRow("nothing but what is left out") << u"\u200B\u0000\u0007"_qs << QString();
        QTest::newRow("long") << QString(20'000, u'ở') << QString(20'000, u'ở');
    }

    void hostileTextIsNoHarm()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);

        CopyPage page = samples::copyPage(A4At200, 200);
        page.text = PageText{.pixels = A4At200, .words = {{text, QRect(100, 100, 1200, 40), 1, 0}}};
        CopyFacts facts = samples::copyFacts();
        facts.title = text;
        facts.subject = text;
        facts.maker = text;
        const auto pdf = paperCopy({page}, facts);
        QVERIFY(pdf);
        QCOMPARE(pdfA2uFaults(*pdf), QStringList());
        QCOMPARE(qpdfComplaint(*pdf), QString());
        QCOMPARE(samples::plainText(*pdf), found);
        static const QRegularExpression title(u"^Title: +(.*)$"_qs, QRegularExpression::MultilineOption);
        QCOMPARE(title.match(samples::read(u"pdfinfo"_qs, {u"-"_qs}, *pdf)).captured(1), found.left(2000));
    }

    void wordsInWildPlaces()
    {
        constexpr int Far = 1'000'000'000;
        CopyPage page = samples::copyPage(A4At200, 200);
        page.text = PageText{.pixels = A4At200,
            .words = {{u"ngoài"_qs, QRect(Far, Far, 10, 10), 1, 0}, {u"trước"_qs, QRect(-Far, -Far, 10, 10), 1, 0},
                {u"rỗng"_qs, QRect(), 1, 0}, {u"ngược"_qs, QRect(QPoint(500, 500), QPoint(400, 400)), 1, -7},
                {u"tràn"_qs, QRect(QPoint(-Far, 300), QPoint(Far, 330)), 1, 2}, {u"chấm"_qs, QRect(700, 700, 1, 1), 1, 3},
                {u"dọc"_qs, QRect(900, 300, 8, 900), 1, 4}}};
        const auto pdf = paperCopy({page}, samples::copyFacts());
        QVERIFY(pdf);
        QCOMPARE(pdfA2uFaults(*pdf), QStringList());
        const QString text = samples::plainText(*pdf);
        QCOMPARE(text, u"tràn chấm dọc"_qs);

        page.text.pixels = {};
        const auto unread = paperCopy({page}, samples::copyFacts());
        QVERIFY(unread);
        QCOMPARE(samples::plainText(*unread), QString());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("jpeg");
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<QString>("why");

        const QSize small(16, 16);
        const QByteArray good = samples::jpegOf(samples::pagePicture(small, true, 0));
        QTest::newRow("good after all") << good << small << 200 << QString();
        QTest::newRow("nothing") << QByteArray() << QSize() << 200 << u"copy: a picture that is no JPEG, page 2"_qs;
        QTest::newRow("no pixels") << good << QSize() << 200 << u"copy: a picture of another size than is said, page 2"_qs;
        QTest::newRow("other pixels") << good << QSize(16, 17) << 200 << u"copy: a picture of another size than is said, page 2"_qs;
        QTest::newRow("CMYK") << samples::strangeJpeg('\xC0', 4) << small << 200
                              << u"copy: a picture that is neither grey nor of three colours, page 2"_qs;
        QTest::newRow("smaller than a page may be")
            << good << small << 1200 << u"copy: a page of a size that PDF/A does not know, page 2"_qs;
        const QSize long_(20'000, 16);
        QTest::newRow("larger than a page may be") << samples::jpegOf(samples::pagePicture(long_, false, 0)) << long_ << 10
                                                   << u"copy: a page of a size that PDF/A does not know, page 2"_qs;
    }

    void refuses()
    {
        QFETCH(QByteArray, jpeg);
        QFETCH(QSize, pixels);
        QFETCH(int, dpi);
        QFETCH(QString, why);

        const auto pdf = paperCopy({samples::copyPage({40, 40}, 100), {.jpeg = jpeg, .pixels = pixels, .dpi = dpi}}, samples::copyFacts());
        QCOMPARE(pdf ? QString() : pdf.error().detail, why);
        if (!why.isEmpty()) {
            QCOMPARE(pdf.error().code, ErrorCode::Invalid);
        }
    }

    void needsAPage()
    {
        const auto pdf = paperCopy({}, samples::copyFacts());
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, ErrorCode::Invalid);
    }

    void sameInputSameBytes()
    {
        CopyPage page = wordPage();
        const CopyFacts facts = samples::copyFacts();
        CopyFacts elsewhere = facts;
        elsewhere.madeAt = facts.madeAt.toTimeZone(QTimeZone("America/New_York"));
        const auto first = paperCopy({page, page}, elsewhere);
        QVERIFY(first);
        QVERIFY(*first == m_earlier); // by more than a second: no clock is in it

        const auto idOf = [](const QByteArray &pdf) { return pdf.mid(pdf.lastIndexOf("/ID")); };
        CopyFacts other = facts;
        other.title = u"Giấy khác"_qs;
        const auto renamed = paperCopy({page, page}, other);
        page.jpeg = samples::jpegOf(samples::pagePicture(page.pixels, true, 9));
        const auto repainted = paperCopy({page, page}, facts);
        QVERIFY(renamed && repainted);
        QVERIFY(idOf(*first) != idOf(*renamed));
        QVERIFY(idOf(*first) != idOf(*repainted));
    }

    void saysNoMoreThanItsFacts()
    {
        const CopyPage page = samples::copyPage({413, 585}, 50);
        const auto pdf = paperCopy({page}, samples::copyFacts());
        QVERIFY(pdf);
        const auto said = [](const QByteArray &bytes) {
            QStringList lines = samples::read(u"pdfinfo"_qs, {u"-isodates"_qs, u"-"_qs}, bytes).split(u'\n', Qt::SkipEmptyParts);
            lines.resize(lines.indexOf(QRegularExpression(u"^Custom Metadata.*"_qs)));
            for (QString &line : lines) {
                line = line.simplified();
            }
            return lines;
        };
        QCOMPARE(said(*pdf),
            QStringList({u"Title: Giấy khai sinh"_qs, u"Subject: Sao từ bản chính <đã đối chiếu> & lưu"_qs,
                u"Author: UBND phường Bến Nghé"_qs, u"CreationDate: 2026-03-02T08:15:30+07"_qs, u"ModDate: 2026-03-02T08:15:30+07"_qs}));
        QVERIFY(pdf->contains("<xmp:CreateDate>2026-03-02T08:15:30+07:00</xmp:CreateDate>"));
        QVERIFY(pdf->contains("/Lang (vi-VN)"));
        QVERIFY(pdf->contains("/DisplayDocTitle true"));

        const auto silent = paperCopy({page}, {});
        QVERIFY(silent);
        QCOMPARE(pdfA2uFaults(*silent), QStringList());
        QCOMPARE(said(*silent), QStringList());
    }

    void fiftyPagesCostTheirPicturesTwice()
    {
        // Data that no decoder would like, but nobody decodes it here: as long as a page at 300 dpi may be.
        constexpr int Pages = 50;
        constexpr qsizetype Data = 1 << 20;
        QList<CopyPage> stack;
        for (int i = 0; i < Pages; ++i) {
            QByteArray noise(Data, '\0');
            QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(noise.data()), Data / 4);
            noise.replace('\xFF', '\x7F');
            stack.append(
                {.jpeg = samples::strangeJpeg('\xC0', 3).chopped(2) + noise + QByteArray("\xFF\xD9"), .pixels = {16, 16}, .dpi = 200});
        }
        if (!forgetPeak()) {
            QSKIP("this system does not let a process measure itself");
        }
        const qint64 before = peak();
        const auto pdf = paperCopy(stack, samples::copyFacts());
        const qint64 cost = peak() - before;
        QVERIFY(pdf);
        QVERIFY(pdf->size() > Pages * Data);
        QVERIFY2(cost < Pages * Data * 5 / 4, qPrintable(QString::number(cost)));
    }

    void fontIsAFont()
    {
        CopyFont font;
        QVERIFY(!font.isUsed());
        QCOMPARE(font.codes(u"aba"_qs), QByteArray("\0\1\0\2\0\1", 6));
        QCOMPARE(font.codes(u"𝔸b"_qs), QByteArray("\0\3\0\2", 4));
        QVERIFY(font.toUnicode().contains("3 beginbfchar\n<0001> <0061>\n<0002> <0062>\n<0003> <D835DD38>\nendbfchar"));
        const QRawFont raw(font.program(), 100, QFont::PreferNoHinting);
        QVERIFY(raw.isValid());
        QCOMPARE(raw.unitsPerEm(), 1000.0);
        const QList<QPointF> advances = raw.advancesForGlyphIndexes({0, 1, 2, 3});
        QCOMPARE(advances.size(), 4);
        for (const QPointF &advance : advances) {
            QVERIFY(std::abs(advance.x() - 50) < 0.05); // in sixty-fourths
        }
        QVERIFY(raw.pathForGlyph(2).isEmpty());

        QString many;
        for (char32_t c = 0x20000; c < 0x31000; ++c) {
            many += QChar::fromUcs4(c);
        }
        CopyFont full;
        QCOMPARE(full.codes(many).size(), 2 * 65'534);
        QVERIFY(QRawFont(full.program(), 10).isValid());
    }

    void profileIsSrgb()
    {
        const QByteArray bytes = srgbProfile();
        const QColorSpace space = QColorSpace::fromIccProfile(bytes);
        QVERIFY(space.isValid());
        QCOMPARE(space.primaries(), QColorSpace::Primaries::SRgb);
        QCOMPARE(space.transferFunction(), QColorSpace::TransferFunction::SRgb);
        QCOMPARE(bytes.size() % 4, 0);
    }

private:
    static CopyPage wordPage()
    {
        CopyPage page = samples::copyPage({413, 585}, 50);
        page.text = samples::typedText(page.pixels, {u"một hai ba"_qs}, {20, 20}, 8, 16);
        return page;
    }

    QByteArray m_earlier; ///< a copy that was made first of all
};

QTEST_MAIN(tst_PaperCopy)
#include "tst_PaperCopy.moc"
