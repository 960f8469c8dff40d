// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan/StackSort.h"

#include <QSet>
#include <QTest>

using namespace motcua;

namespace {

/** "A" the slip of dossier A, "#x" a separator of paper x, "!" a code that is nobody's, "o" a code of others, "." a page, "_" a blank one; "+" joins codes. */
StackPage stackPageOf(const QString &word)
{
    StackPage page{{}, word == u"_"};
    for (const QString &code : word.split(u'+')) {
        if (code.startsWith(u'#')) {
            page.codes.append({StackCode::Kind::Separator, code, {QStringLiteral("1.001193"), code.mid(1)}});
        } else if (code.startsWith(u'!')) {
            page.codes.append({StackCode::Kind::Stranger, code, {}});
        } else if (code == u"o") {
            page.codes.append({StackCode::Kind::Other, code, {}});
        } else if (code != u"." && code != u"_") {
            page.codes.append({StackCode::Kind::Dossier, code, {}});
        }
    }
    return page;
}

QString stackPlaces(const QList<int> &pages)
{
    QStringList places;
    for (const int page : pages) {
        places.append(QString::number(page));
    }
    return places.join(u',');
}

QString stackWords(const QList<StackPart> &parts)
{
    QStringList words;
    for (const StackPart &part : parts) {
        words.append(QStringLiteral("%1/%2:%3").arg(part.dossier, part.separator.paper, stackPlaces(part.pages)));
    }
    return words.join(u' ');
}

} // namespace

class tst_StackSort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesGoWhereTheirCodesSay_data()
    {
        QTest::addColumn<QString>("stack");
        QTest::addColumn<QString>("parts");
        QTest::addColumn<QString>("covers");
        QTest::addColumn<QString>("unsorted");
        QTest::addColumn<QString>("dropped");
        QTest::addColumn<QString>("strangers");
        const auto row = [](const char *name, const char *stack, const char *parts, const char *covers, const char *unsorted = "", const char *dropped = "", const char *strangers = "") {
            QTest::newRow(name) << QString::fromLatin1(stack) << QString::fromLatin1(parts) << QString::fromLatin1(covers) << QString::fromLatin1(unsorted)
                                << QString::fromLatin1(dropped) << QString::fromLatin1(strangers);
        };
        row("nothing", "", "", "");
        row("a slip alone", "A", "", "A/:0");
        row("a slip and its pages", "A . .", "A/:1,2", "A/:0");
        row("two dossiers", "A . B . .", "A/:1 B/:3,4", "A/:0 B/:2");
        row("two slips one behind the other", "A B .", "B/:2", "A/:0 B/:1");
        row("pages before any code", ". . A .", "A/:3", "A/:2", "/:0,1");
        row("no code at all", ". . .", "", "", "/:0,1,2");
        row("a separator names a paper", "A #x . .", "A/x:2,3", "A/:0", "", "1");
        row("two papers", "A #x . #y . .", "A/x:2 A/y:4,5", "A/:0", "", "1,3");
        row("pages between slip and separator have no paper", "A . #x .", "A/:1 A/x:3", "A/:0", "", "2");
        row("a paper that comes twice is joined", "A #x . #y . #x .", "A/x:2,6 A/y:4", "A/:0", "", "1,3,5");
        row("a dossier that comes twice is joined", "A . B . A .", "A/:1,5 B/:3", "A/:0,4 B/:2");
        row("a joined dossier stays where it first came", "A #x . B . A #y .", "A/x:2 A/y:7 B/:4", "A/:0,5 B/:3", "", "1,6");
        row("a new slip forgets the separator", "A #x . B .", "A/x:2 B/:4", "A/:0 B/:3", "", "1");
        row("the same slip again forgets the separator", "A #x . A .", "A/x:2 A/:4", "A/:0,3", "", "1");
        row("a separator before any slip", "#x . A .", "A/:3", "A/:2", "/x:1", "0");
        row("papers before any slip stay apart", "#x . #y . #x .", "", "", "/x:1,5 /y:3", "0,2,4");
        row("the back of a slip", "A _ . _", "A/:2,3", "A/:0", "", "1");
        row("the back of a separator", "A _ #x _ . .", "A/x:4,5", "A/:0", "", "1,2,3");
        row("only the back itself", "A #x _ _ .", "A/x:3,4", "A/:0", "", "1,2");
        row("a written back of a slip is a page", "A . #x .", "A/:1 A/x:3", "A/:0", "", "2");
        row("blank pages elsewhere stay", "A #x . _ . _", "A/x:2,3,4,5", "A/:0", "", "1");
        row("a blank first page is unsorted", "_ A .", "A/:2", "A/:1", "/:0");
        row("separators one behind the other", "A #x #y .", "A/y:3", "A/:0", "", "1,2");
        row("separators with backs one behind the other", "A _ #x _ #y _ .", "A/y:6", "A/:0", "", "1,2,3,4,5");
        row("both codes of a slip are one", "A+A .", "A/:1", "A/:0");
        row("slips of two dossiers on one page", "A . A+B .", "A/:1", "A/:0", "/:2,3");
        row("a code that is nobody's", "A . !q . .", "A/:1", "A/:0", "/:2,3,4", "", "!q");
        row("behind a stranger the next slip counts", "!q . A .", "A/:3", "A/:2", "/:0,1", "", "!q");
        row("a stranger forgets the separator", "A #x . !q .", "A/x:2", "A/:0", "/:3,4", "1", "!q");
        row("a stranger is told once", "!q . !q !p", "", "", "/:0,1,2,3", "", "!q !p");
        row("a stranger beside our slip", "A+!q .", "A/:1", "A/:0", "", "", "!q");
        row("codes of others change nothing", "A #x o o+. o", "A/x:2,3,4", "A/:0", "", "1");
        row("a code of others on a blank page is no back", "A o", "A/:1", "A/:0");
        row("a slip and a separator on one page", "A+#x .", "A/:1", "A/:0");
    }

    void pagesGoWhereTheirCodesSay()
    {
        QFETCH(QString, stack);
        QList<StackPage> pages;
        for (const QString &word : stack.split(u' ', Qt::SkipEmptyParts)) {
            pages.append(stackPageOf(word));
        }
        const SortedStack sorted = sortStack(pages);
        QTEST(stackWords(sorted.parts), "parts");
        QTEST(stackWords(sorted.covers), "covers");
        QTEST(stackWords(sorted.unsorted), "unsorted");
        QTEST(stackPlaces(sorted.dropped), "dropped");
        QTEST(sorted.strangers.join(u' '), "strangers");
        QSet<int> seen;
        int count = static_cast<int>(sorted.dropped.size());
        for (const int page : sorted.dropped) {
            seen.insert(page);
        }
        for (const QList<StackPart> *list : {&sorted.parts, &sorted.covers, &sorted.unsorted}) {
            for (const StackPart &part : *list) {
                count += static_cast<int>(part.pages.size());
                for (const int page : part.pages) {
                    seen.insert(page);
                }
            }
        }
        QCOMPARE(count, pages.size()); // none is lost, none is there twice
        QCOMPARE(seen.size(), pages.size());
    }

    void aSeparatorIsReadAsItWasWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SeparatorCode>("code");
        QTest::newRow("written") << SeparatorCode{QStringLiteral("1.001193"), QStringLiteral("birth-certificate")}.text()
                                 << SeparatorCode{QStringLiteral("1.001193"), QStringLiteral("birth-certificate")};
        QTest::newRow("around it") << QStringLiteral(" motcua:paper:2.000635:result\r\n") << SeparatorCode{QStringLiteral("2.000635"), QStringLiteral("result")};
        QTest::newRow("no paper") << QStringLiteral("motcua:paper:2.000635:") << SeparatorCode();
        QTest::newRow("no colon") << QStringLiteral("motcua:paper:2.000635") << SeparatorCode();
        QTest::newRow("no procedure") << QStringLiteral("motcua:paper::x") << SeparatorCode();
        QTest::newRow("a dossier") << QStringLiteral("H26.31.05-261123-0301") << SeparatorCode();
        QTest::newRow("other letters") << QStringLiteral("MOTCUA:PAPER:1:x") << SeparatorCode();
        QTest::newRow("nothing") << QString() << SeparatorCode();
    }

    void aSeparatorIsReadAsItWasWritten()
    {
        QFETCH(QString, text);
        QTEST(SeparatorCode::of(text), "code");
    }
};

QTEST_APPLESS_MAIN(tst_StackSort)
#include "tst_StackSort.moc"
