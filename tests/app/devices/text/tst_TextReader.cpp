// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/text/TextReader.h"

#include "app/devices/text/TextFrame.h"
#include "models/scan/TextSuggestion.h"
#include "tests/app/devices/text/DrawnPage.h"
#include "tests/app/worker/Pictures.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QFile>
#include <QFontMetrics>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <numeric>

using namespace motcua;
using namespace motcua::test;

Q_DECLARE_METATYPE(motcua::TextFault)

namespace {

/** How many characters have to be put in, taken out or changed to make one of the other (Levenshtein). */
qsizetype editsBetween(const QString &one, const QString &other)
{
    QList<qsizetype> row(other.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        qsizetype diagonal = row.at(0);
        row[0] = i + 1;
        for (qsizetype j = 0; j < other.size(); ++j) {
            const qsizetype changed = diagonal + (one.at(i) == other.at(j) ? 0 : 1);
            diagonal = row.at(j + 1);
            row[j + 1] = std::min({changed, row.at(j) + 1, diagonal + 1});
        }
    }
    return row.last();
}

QString wordsOf(const PageText &text)
{
    QStringList words;
    for (const PageText::Word &word : text.words) {
        words.append(word.text);
    }
    return words.join(u' ');
}

/** Of a hundred characters that were drawn, how many came back. */
double accuracy(const PageText &text, const QStringList &drawn)
{
    const QString all = drawn.join(u' ').simplified();
    return 100.0 - 100.0 * double(editsBetween(all, wordsOf(text))) / double(all.size());
}

} // namespace

class tst_TextReader : public QObject
{
    Q_OBJECT

    using Read = TextReader::Read;
    using Future = QFuture<Read>;

    static constexpr std::chrono::minutes Patient{10}; ///< as long as a machine needs that gives everybody else more: no row waits for it to pass

    static QString worker() { return QStringLiteral(MOTCUA_WORKER_TEXT); }

    /** A program that is started in place of the worker: a script. */
    QString standIn(const QByteArray &script)
    {
        const QString path = m_folder.filePath(u"worker-%1"_qs.arg(m_scripts++));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script) < 0) {
            return {};
        }
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    /** One that takes everything and then says `bytes`. */
    QByteArray saying(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"answer-%1"_qs.arg(m_scripts++));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            return {};
        }
        return "cat > /dev/null\ncat '" + QFile::encodeName(path) + "'\n";
    }

    static QByteArray told(const TextFrame &frame)
    {
        const std::vector<std::uint8_t> bytes = frame.bytes();
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    }

    static TextFrame oneWord() { return {TextFrame::Outcome::Text, 30, 20, {{"đây", 3, 4, 5, 6, 0, 77}}}; }

    static bool runs(const QString &number)
    {
        QFile file(number);
        return file.open(QIODevice::ReadOnly) && ::kill(file.readAll().trimmed().toInt(), 0) == 0;
    }

    /** Says its number and hangs. */
    QString hanging(const QString &number)
    {
        const QByteArray file = QFile::encodeName(number);
        return standIn("echo $$ > '" + file + ".new'; mv '" + file + ".new' '" + file + "'\nexec sleep 600\n");
    }

    static void ended(const Future &future) { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 600'000); }

    QTemporaryDir m_folder;
    int m_scripts = 0;

private Q_SLOTS:
    void aWholePageIsRead()
    {
        const DrawnPage page{.lines = fullPage()};
        TextReader reader(worker());
        reader.setPatience(Patient);
        const Future future = reader.read(page.jpeg());
        QVERIFY(!future.isFinished());
        ended(future);
        const Read read = future.result();
        QVERIFY2(read, read ? "" : qPrintable(QString::number(int(read.error()))));
        const double right = accuracy(*read, page.lines);
        QVERIFY2(right >= 97, qPrintable(QString::number(right)));
        QCOMPARE(read->pixels, page.image().size());
        QCOMPARE(read->words.last().line, int(page.lines.size()) - 1); // a line of print is a line
        int line = 0;
        int sure = 0;
        for (const PageText::Word &word : read->words) {
            QVERIFY(word.line == line || word.line == line + 1);
            line = word.line;
            QVERIFY(QRect(QPoint(), read->pixels).contains(word.box));
            QVERIFY(std::abs(word.box.bottom() - page.begin(line).y()) < page.font().pixelSize() / 2);
            sure += word.confidence >= 80;
        }
        QVERIFY(sure * 10 >= read->words.size() * 9);
        const PageText::Word first = read->words.first();
        QCOMPARE(first.text, u"CỘNG"_qs);
        const QRect drawn = QFontMetrics(page.font()).tightBoundingRect(first.text).translated(page.begin(0));
        QVERIFY2((first.box.topLeft() - drawn.topLeft()).manhattanLength() < 12 && (first.box.bottomRight() - drawn.bottomRight()).manhattanLength() < 12,
            qPrintable(u"%1 %2 %3 %4"_qs.arg(first.box.left()).arg(drawn.left()).arg(first.box.bottom()).arg(drawn.bottom())));
    }

    void pagesOfAllKindsAreRead_data()
    {
        QTest::addColumn<QByteArray>("jpeg");
        QTest::addColumn<QSize>("size");
        const auto row = [](const char *name, DrawnPage page) {
            page.lines = fullPage().mid(3, 6);
            QTest::addRow("%s", name) << page.jpeg() << page.image().size();
        };
        row("200 dpi", {.dpi = 200});
        row("400 dpi", {.dpi = 400});
        row("600 dpi", {.dpi = 600});
        row("600 dpi, progressive", {.dpi = 600, .isProgressive = true});
        row("300 dpi and does not say so", {.saysDpi = false});
        row("600 dpi and does not say so", {.dpi = 600, .saysDpi = false});
        row("blue on pink", {.ground = QColor(250, 190, 200), .ink = QColor(40, 40, 120)});
        row("black on a red ground", {.ground = QColor(220, 120, 100)});
        row("red on a yellow ground", {.ground = QColor(250, 240, 150), .ink = QColor(190, 20, 20)});
        row("small print", {.points = 8});
    }
    void pagesOfAllKindsAreRead()
    {
        QFETCH(QByteArray, jpeg);
        QFETCH(QSize, size);
        TextReader reader(worker());
        reader.setPatience(Patient);
        const Future future = reader.read(jpeg);
        ended(future);
        QVERIFY(future.result());
        const double right = accuracy(*future.result(), fullPage().mid(3, 6));
        QVERIFY2(right >= 97, qPrintable(QString::number(right) + wordsOf(*future.result())));
        QCOMPARE(future.result()->pixels, size); // as the page is, however it was read
        QVERIFY(future.result()->words.last().box.right() > size.width() / 3);
    }

    /** From the paper to what the officer is offered in the shipped form. */
    void itsWordsAreOfferedToTheForm()
    {
        const FormSchema form = shippedCatalogue().form(u"birth-declaration"_qs);
        TextReader reader(worker());
        reader.setPatience(Patient);
        const Future future = reader.read(DrawnPage{.lines = fullPage()}.jpeg());
        ended(future);
        QVERIFY(future.result());
        QStringList offered;
        for (const FieldSuggestion &one : fieldSuggestions({*future.result()}, form, QDate(2026, 11, 23))) {
            offered.append(one.path + u" = "_qs + one.value);
            for (const int word : one.words) {
                QVERIFY(word >= 0 && word < future.result()->words.size());
            }
        }
        for (const char *const right : {"requester.name = Nguyễn Thị Thuỳ Dương", "requester.personalNumber = 001190012345", "requester.relation = mother",
                 "child[1].name = Trần Nguyễn Bảo Khánh", "child[1].birth = 2026-10-03", "mother.name = Nguyễn Thị Thuỳ Dương", "father.name = Trần Đức Quỳnh",
                 "father.birth = 1988", "father.ethnicity = 02"}) {
            QVERIFY2(offered.contains(QString::fromUtf8(right)), qPrintable(QString::fromUtf8(right) + u" in "_qs + offered.join(u"; "_qs)));
        }
        QCOMPARE(offered.filter(u"personalNumber"_qs).size(), 1);
        QCOMPARE(offered.filter(u".name"_qs).size(), 4);
        QCOMPARE(offered.filter(u"father."_qs).size(), 4); // name, birth, ethnic group and nationality, and nobody else's
    }

    void anEmptyPageHasNoWords()
    {
        TextReader reader(worker());
        reader.setPatience(Patient);
        const Future future = reader.read(DrawnPage{}.jpeg());
        ended(future);
        QVERIFY(future.result());
        QCOMPARE(*future.result(), (PageText{DrawnPage{}.image().size(), {}}));
        const Future pixel = reader.read(jpeg(fourFields({1, 1})));
        ended(pixel);
        QVERIFY(pixel.result());
        QCOMPARE(*pixel.result(), (PageText{QSize(1, 1), {}}));
    }

    void whatIsNoPageIsNamed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<TextFault>("fault");
        const QByteArray page = DrawnPage{.lines = fullPage(), .dpi = 100}.jpeg();
        QByteArray random(50'000, '\0');
        QRandomGenerator dice(1);
        dice.fillRange(reinterpret_cast<quint32 *>(random.data()), random.size() / 4);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && fourFields({96, 128}).save(&buffer, "PNG"));
        QTest::addRow("nothing") << QByteArray() << TextFault::CannotDecode;
        QTest::addRow("random bytes") << random << TextFault::CannotDecode;
        QTest::addRow("a JPEG's start and random bytes") << QByteArray("\xFF\xD8\xFF\xE0") + random << TextFault::CannotDecode;
        QTest::addRow("PNG") << png << TextFault::CannotDecode;
        QTest::addRow("half a page") << page.first(page.size() / 2) << TextFault::CannotDecode;
        QTest::addRow("65500 x 65500") << test::saying(page, 65500, 65500) << TextFault::TooLarge;
        QTest::addRow("121 million pixels") << test::saying(page, 11000, 11000) << TextFault::TooLarge;
        QTest::addRow("a byte more than may be") << page + QByteArray(qsizetype(TextFrame::LargestInput) + 1 - page.size(), 'x') << TextFault::TooLarge;
    }
    void whatIsNoPageIsNamed()
    {
        QFETCH(QByteArray, file);
        QFETCH(TextFault, fault);
        TextReader reader(worker());
        reader.setPatience(Patient);
        const Future future = reader.read(file);
        QVERIFY(!future.isFinished());
        ended(future);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), fault);
    }

    void withoutVietnameseNothingIsRead()
    {
        TextReader reader(standIn("TESSDATA_PREFIX=/nowhere exec '" + QFile::encodeName(worker()) + "'\n"));
        reader.setPatience(Patient);
        const Future future = reader.read(DrawnPage{.lines = fullPage()}.jpeg());
        ended(future);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), TextFault::NoLanguage);
    }

    void aWorkerIsNotTrusted_data()
    {
        using Outcome = TextFrame::Outcome;
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<TextFault>("fault");
        const auto row = [](const char *name, const QByteArray &script, TextFault fault = TextFault::Crashed) { QTest::addRow("%s", name) << script << fault; };
        const QByteArray good = told(oneWord());
        TextFrame evil = oneWord();
        evil.words.front().text = "\x1B[2J";
        row("it says nothing", "cat > /dev/null\n");
        row("it does not even listen", "exit 0\n");
        row("it fails", "cat > /dev/null; exit 3\n");
        row("it crashes", "cat > /dev/null; kill -SEGV $$\n");
        row("a byte is missing", saying(good.chopped(1)));
        row("a byte too many", saying(good + 'x'));
        row("what moves a cursor", saying(told(evil)));
        row("a word off the page", saying(QByteArray(good).replace(16, 2, "\xFF\xFF")));
        row("no end of it", "cat > /dev/null; exec cat /dev/zero\n");
        row("a good answer, and then it fails", saying(good) + "exit 1\n");
        row("a good answer, and then it crashes", saying(good) + "kill -SEGV $$\n");
        row("it cannot decode", saying(told({})), TextFault::CannotDecode);
        row("it is too large", saying(told({.outcome = Outcome::TooLarge})), TextFault::TooLarge);
        row("it knows no Vietnamese", saying(told({.outcome = Outcome::NoLanguage})), TextFault::NoLanguage);
    }
    void aWorkerIsNotTrusted()
    {
        QFETCH(QByteArray, script);
        QFETCH(TextFault, fault);
        TextReader reader(standIn(script));
        const Future future = reader.read("x");
        ended(future);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), fault);
    }

    void wordsComeAsTheyWereSaid()
    {
        // Letters and marks apart, as some fonts have them: one spelling in the program.
        TextFrame frame = oneWord();
        frame.words.front().text = QString(u"Hoà"_qs).normalized(QString::NormalizationForm_D).toStdString();
        TextReader reader(standIn("test \"$#\" = 0 || exit 5\n" + saying(told(frame))));
        const Future future = reader.read("x");
        ended(future);
        QVERIFY(future.result());
        QCOMPARE(*future.result(), (PageText{QSize(30, 20), {{u"Hoà"_qs, QRect(3, 4, 5, 6), 77, 0}}}));
    }

    void whatCannotBeStartedIsNamed()
    {
        TextReader reader(m_folder.filePath(u"nobody"_qs));
        const Future future = reader.read("x");
        QVERIFY(!future.isFinished());
        ended(future);
        QCOMPARE(future.result().error(), TextFault::NotInstalled);
    }

    /** One that finds another one at work fails. */
    void onePageIsReadAfterTheOther()
    {
        const QByteArray place = QFile::encodeName(m_folder.filePath(u"at-work"_qs));
        const QByteArray order = QFile::encodeName(m_folder.filePath(u"order"_qs));
        TextReader reader(standIn("mkdir '" + place + "' || exit 4\ncat >> '" + order + "'\nsleep 0.1\n" + saying(told(oneWord())) + "rmdir '" + place + "'\n"));
        QList<Future> futures;
        for (const char page : {'a', 'b', 'c', 'd'}) {
            futures.append(reader.read(QByteArray(1, page)));
        }
        for (const Future &future : futures) {
            ended(future);
            QVERIFY(future.result());
        }
        const Future after = reader.read("e"); // it had come to rest
        ended(after);
        QVERIFY(after.result());
        QFile file(m_folder.filePath(u"order"_qs));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("abcde"));
    }

    void aWorkerThatHangsIsEndedAndTheNextPageGoesOn()
    {
        const QString number = m_folder.filePath(u"hangs"_qs);
        TextReader reader(hanging(number));
        reader.setPatience(std::chrono::milliseconds(700));
        const Future future = reader.read("x");
        const Future next = reader.read("y");
        ended(future);
        QCOMPARE(future.result().error(), TextFault::TimedOut);
        ended(next);
        QCOMPARE(next.result().error(), TextFault::TimedOut);
        QTRY_VERIFY(!runs(number));
    }

    void aReaderThatGoesTakesItsWorkAlong()
    {
        const QString number = m_folder.filePath(u"left"_qs);
        auto reader = std::make_unique<TextReader>(hanging(number));
        const Future future = reader->read("x");
        const Future waiting = reader->read("y");
        QTRY_VERIFY_WITH_TIMEOUT(runs(number), 60'000);
        QVERIFY(!future.isFinished() && !waiting.isFinished());
        reader.reset();
        QVERIFY(!runs(number));
        for (const Future &one : {future, waiting}) {
            QVERIFY(one.isFinished());
            QCOMPARE(one.result().error(), TextFault::Cancelled);
        }
    }
};

QTEST_MAIN(tst_TextReader)
#include "tst_TextReader.moc"
