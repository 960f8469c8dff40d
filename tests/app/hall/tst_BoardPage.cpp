// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/BoardPage.h"
#include "app/hall/BoardPageParts.h"
#include "tests/app/hall/BoardSamples.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace motcua;
using namespace motcua::test;

namespace {

/** The page as a parser reads it; it fails the test when the page is not well-formed. */
struct Parsed
{
    QStringList elements = {}; ///< names in order
    QMap<QString, QStringList> attributes = {}; ///< by "element@name"
    QString text = {}; ///< outside of style and script
    QString mistake = {};

    explicit Parsed(const QByteArray &html)
    {
        QXmlStreamReader reader(html);
        QStringList open;
        while (!reader.atEnd()) {
            const auto token = reader.readNext();
            if (token == QXmlStreamReader::StartElement) {
                open.append(reader.name().toString());
                elements.append(open.constLast());
                for (const QXmlStreamAttribute &one : reader.attributes()) {
                    attributes[open.constLast() + u'@' + one.name().toString()].append(one.value().toString());
                }
            } else if (token == QXmlStreamReader::EndElement) {
                open.removeLast();
            } else if (token == QXmlStreamReader::Characters && open.constLast() != u"style" && open.constLast() != u"script") {
                text += reader.text().toString();
            }
        }
        mistake = reader.hasError() ? reader.errorString() : QString();
    }
};

BoardPage pageOf(const Board &board, const BoardPlace &place = boardPlace())
{
    return BoardPage::of(board, place);
}

double luminance(const QString &hex)
{
    const auto linear = [&hex](int at) {
        const double channel = hex.mid(at, 2).toInt(nullptr, 16) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}

} // namespace

/** The board for a telephone: whole, harmless, and the same as the one on the wall. */
class tst_BoardPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsWellFormedWhateverItTells_data()
    {
        QTest::addColumn<bool>("full");
        QTest::addColumn<bool>("live");
        QTest::addColumn<bool>("training");
        QTest::newRow("a full hall") << true << true << false;
        QTest::newRow("an empty hall") << false << true << false;
        QTest::newRow("not live, in training") << true << false << true;
    }
    void itIsWellFormedWhateverItTells()
    {
        QFETCH(bool, full);
        QFETCH(bool, live);
        QFETCH(bool, training);
        const Board board = boardOf(full ? fullHall() : HallView());
        BoardPlace place = boardPlace();
        place.isTraining = training;
        const Parsed page(pageOf(live ? board : board.stale(), place).html);
        QCOMPARE(page.mistake, QString());
        QVERIFY(page.text.contains(u"Trung tâm Phục vụ hành chính công phường Hòa An"_qs));
        QCOMPARE(page.text.contains(u"Chưa gọi ai."_qs), !full);
        QCOMPARE(page.text.contains(u"TẬP HUẤN"_qs), training);
        QCOMPARE(page.attributes.value(u"main@data-live"_qs), QStringList(live ? u"1"_qs : u"0"_qs));
        QCOMPARE(page.elements.count(u"script"_qs), 1);
    }

    void itTellsWhatTheBoardTells()
    {
        const Parsed page(pageOf(boardOf(fullHall())).html);
        for (const QString &told : {u"A012"_qs, u"→ 03"_qs, u"Hộ tịch"_qs, u"Civil status"_qs, u"07:30–11:30, 13:00–17:00"_qs, u"Lấy số đến 16:30."_qs,
                 u"Ngày mai nghỉ (Ngày Văn hóa Việt Nam)."_qs, u"Quầy 02 tạm nghỉ đến 15:00."_qs, u"Quầy 07 tạm nghỉ."_qs, u"Xin chuẩn bị sẵn"_qs, u"Please have your card"_qs,
                 u"14:52 23/11/2026"_qs}) {
            QVERIFY2(page.text.contains(told), qPrintable(told));
        }
    }

    /** `#A013` is found in the page by its number, and how many are before it by where it stands. */
    void everyTicketIsThereOnceAndInItsPlace()
    {
        const Parsed page(pageOf(boardOf(fullHall())).html);
        const QStringList numbers = page.attributes.value(u"li@data-number"_qs) + page.attributes.value(u"tr@data-number"_qs);
        QCOMPARE(numbers.size(), 2 + 1 + 14 + 2 + 7);
        QCOMPARE(QSet<QString>(numbers.cbegin(), numbers.cend()).size(), numbers.size());
        const QStringList inLine = page.attributes.value(u"li@data-number"_qs).mid(3, 14);
        QCOMPARE(inLine.constFirst(), u"A013"_qs);
        QCOMPARE(inLine.indexOf(u"B007"_qs), 9);
        QCOMPARE(page.attributes.value(u"li@data-kind"_qs).count(u"waiting"_qs), 16);
        QCOMPARE(page.attributes.value(u"tr@data-kind"_qs).count(u"called"_qs), 2);
        QCOMPARE(page.attributes.value(u"tr@data-desk"_qs).constFirst(), u"03"_qs);
    }

    void nothingThatIsWrittenIntoItDoesAnything_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a script") << u"<script>alert(1)</script>"_qs;
        QTest::newRow("out of a quote") << u"\" onload=\"alert(1)"_qs;
        QTest::newRow("an image") << u"<img src=x onerror=alert(1)>"_qs;
        QTest::newRow("the end of a script") << u"</script><script>alert(1)//"_qs;
        QTest::newRow("the end of everything") << u"]]></main></body></html>"_qs;
        QTest::newRow("an entity nobody knows") << u"&nbsp;&bogus;"_qs;
        QTest::newRow("places for values") << u"%1 %2 %3 %L1"_qs;
        QTest::newRow("what no page may hold") << QString(u"a\u0001b\u0000c\uFFFE\u0085"_qs) + QChar(0xD800) + u"d"_qs;
        QTest::newRow("letters turned round") << u"\u202Eevil\u2066"_qs;
        QTest::newRow("a pair of halves") << u"đến 🙂 nhé"_qs;
    }
    void nothingThatIsWrittenIntoItDoesAnything()
    {
        QFETCH(QString, text);
        BoardPlan plan = boardPlan();
        plan.notices = {{text, text, {}, {}}};
        BoardPlace place = boardPlace();
        place.unitName = text;
        place.rules.groups[0].name = text;
        place.rules.groups[0].nameEn = text;
        BoardDay day = boardDay();
        day.tomorrow = text;
        const Board board = Board::of(fullHall(), boardRules(), plan, day, boardNow(), {});
        const Parsed plain(pageOf(boardOf(fullHall())).html);
        const BoardPage made = pageOf(board, place);
        const Parsed page(made.html);
        QCOMPARE(page.mistake, QString());
        QCOMPARE(page.elements, plain.elements); // words, and no element more
        QCOMPARE(page.attributes.keys(), plain.attributes.keys());
        QVERIFY(!page.text.contains(QChar(0x202E)) && !page.text.contains(QChar(1)));
        QCOMPARE(QJsonDocument::fromJson(made.json).object().value(u"unit"_qs).toString().left(3), text.left(3));
    }

    /** Only what the page came with runs or is worn; it asks nobody but the place it came from. */
    void itLoadsNothingFromElsewhere()
    {
        const QByteArray html = pageOf(boardOf(fullHall())).html;
        const Parsed page(html);
        for (auto it = page.attributes.cbegin(); it != page.attributes.cend(); ++it) {
            const QString name = it.key().section(u'@', 1);
            QVERIFY2(name != u"src" && name != u"href" && name != u"action" && name != u"style" && !name.startsWith(u"on"), qPrintable(it.key()));
        }
        QCOMPARE(html.count("://"), 1); // the name of the language it is written in
        QVERIFY(html.contains("http://www.w3.org/1999/xhtml"));
        const auto between = [&html](const QByteArray &from, const QByteArray &to) {
            const qsizetype start = html.indexOf(from) + from.size();
            return html.mid(start, html.indexOf(to, start) - start);
        };
        const auto hash = [](const QByteArray &bytes) { return "'sha256-" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toBase64() + "'"; };
        const QString policy = page.attributes.value(u"meta@content"_qs).filter(u"default-src"_qs).constFirst();
        QVERIFY(policy.startsWith(u"default-src 'none'; "_qs));
        QVERIFY(policy.contains(u"script-src "_qs + QString::fromLatin1(hash(between("<script>", "</script>"))) + u";"_qs));
        QVERIFY(policy.contains(u"style-src "_qs + QString::fromLatin1(hash(between("<style>", "</style>"))) + u";"_qs));
        QVERIFY(!policy.contains(u"unsafe"_qs));
    }

    void itsColoursAreReadByDayAndByNight()
    {
        const QString style = QString::fromLatin1(boardpage::Style);
        const auto colour = [&style](const QString &name, bool dark) {
            const qsizetype from = dark ? style.indexOf(u"prefers-color-scheme: dark"_qs) : 0;
            return style.mid(style.indexOf(u"--%1: #"_qs.arg(name), from) + name.size() + 4, 7);
        };
        for (const bool dark : {false, true}) {
            for (const auto &[text, ground] : {std::pair("text", "page"), std::pair("quiet", "page"), std::pair("text", "surface"), std::pair("text", "mine"), std::pair("quiet", "mine"),
                     std::pair("warning", "warned")}) {
                const double one = luminance(colour(QString::fromLatin1(text), dark));
                const double other = luminance(colour(QString::fromLatin1(ground), dark));
                const double ratio = (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
                QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_qs.arg(QLatin1String(text), QLatin1String(ground)).arg(ratio)));
            }
        }
    }

    void programsReadTheSame()
    {
        const QJsonObject json = QJsonDocument::fromJson(pageOf(boardOf(fullHall()).stale()).json).object();
        QCOMPARE(json.value(u"schema"_qs).toString(), u"motcua.board-now/1"_qs);
        QCOMPARE(json.value(u"isLive"_qs).toBool(true), false);
        QCOMPARE(json.value(u"at"_qs).toString(), u"2026-11-23T14:52:00+07:00"_qs);
        QCOMPARE(json.value(u"calls"_qs).toArray().at(0)[u"number"].toString(), u"A012"_qs);
        QCOMPARE(json.value(u"calls"_qs).toArray().at(0)[u"desk"].toInt(), 3);
        QCOMPARE(json.value(u"groups"_qs).toArray().at(0)[u"waiting"].toInt(), 9);
        QCOMPARE(json.value(u"lines"_qs).toArray().at(1).toArray().at(0).toString(), u"D002"_qs);
        QVERIFY(!QJsonDocument::fromJson(pageOf(boardOf(HallView())).json).object().value(u"calls"_qs).toArray().size());
    }

    void bothFilesAreThereForEverybodyOrTheOldOnesStay()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"www/hall"_qs);
        QVERIFY(pageOf(boardOf(HallView())).writeTo(folder));
        const BoardPage full = pageOf(boardOf(fullHall()));
        QVERIFY(full.writeTo(folder));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList({u"board.json"_qs, u"index.html"_qs})); // and nothing half done
        QFile html(folder + u"/index.html"_qs);
        QVERIFY(html.open(QIODevice::ReadOnly));
        QCOMPARE(html.readAll(), full.html);
        QVERIFY(QFileInfo(html).permissions().testFlag(QFile::ReadOther)); // a web server is somebody else
        const Result<> refused = full.writeTo(folder + u"/index.html"_qs);
        QVERIFY(!refused && refused.error().code == ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(tst_BoardPage)
#include "tst_BoardPage.moc"
