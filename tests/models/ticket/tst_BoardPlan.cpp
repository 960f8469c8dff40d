// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/BoardPlan.h"

#include <QTest>

using namespace motcua;

/** How a board is laid out, as a file says it: strictly read, and whatever is right in it is used. */
class tst_BoardPlan : public QObject
{
    Q_OBJECT

    static QByteArray good()
    {
        return R"json({
  "schema": "motcua.board/1", "mark": "test",
  "columns": 6,
  "groups": ["B", "A"],
  "lastTicketMinutes": 30,
  "notices": [
    { "text": "Một", "textEn": "One", "from": "2026-11-23", "until": "2026-11-24" },
    { "text": "Hai", "textEn": "Two" }
  ],
  "page": "/srv/hall"
})json";
    }

    static QStringList told(const QList<Error> &faults)
    {
        QStringList list;
        for (const Error &fault : faults) {
            list.append(fault.detail);
        }
        return list;
    }

private Q_SLOTS:
    void keepsWhatAGoodFileSays()
    {
        const auto read = BoardPlan::read({u"board.json"_qs, good()});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        QCOMPARE(read->columns, 6);
        QCOMPARE(read->groups, QStringList({u"B"_qs, u"A"_qs}));
        QCOMPARE(read->lastTicketMinutes, 30);
        QCOMPARE(read->notices.size(), 2);
        QCOMPARE(read->page, u"/srv/hall"_qs);
    }

    void aNoticeIsShownOnItsDaysOnly_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("the day before") << QDate(2026, 11, 22) << QStringList{u"Two"_qs};
        QTest::newRow("the first") << QDate(2026, 11, 23) << QStringList{u"One"_qs, u"Two"_qs};
        QTest::newRow("the last") << QDate(2026, 11, 24) << QStringList{u"One"_qs, u"Two"_qs};
        QTest::newRow("the day after") << QDate(2026, 11, 25) << QStringList{u"Two"_qs};
    }
    void aNoticeIsShownOnItsDaysOnly()
    {
        QFETCH(QDate, day);
        QStringList shown;
        for (const BoardNotice &one : BoardPlan::read({u"board.json"_qs, good()})->noticesOn(day)) {
            shown.append(one.textEn);
        }
        QTEST(shown, "shown");
    }

    /** What is wrong is told with its place, and all the rest of the file counts. */
    void aMistakeCostsItsRowOnly_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("kept"); ///< columns, groups, notices, page
        const auto row = [](const char *name, const char *from, const char *to, const char *fault, const char *kept) {
            QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(fault) << QString::fromUtf8(kept);
        };
        row("too many columns", "\"columns\": 6", "\"columns\": 7", "board.json:3:14: \"columns\" must be a whole number from 1 to 6", "2 B A 2 /srv/hall");
        row("no column", "\"columns\": 6", "\"columns\": 0", "board.json:3:14: \"columns\" must be a whole number from 1 to 6", "2 B A 2 /srv/hall");
        row("columns in words", "\"columns\": 6", "\"columns\": \"six\"", "board.json:3:14: \"columns\" must be a whole number", "2 B A 2 /srv/hall");
        row("a small letter", "[\"B\", \"A\"]", "[\"b\", \"A\"]", "board.json:4:14: a group is one capital letter from A to Z", "6 A 2 /srv/hall");
        row("a letter twice", "[\"B\", \"A\"]", "[\"B\", \"B\"]", "board.json:4:19: the letter \"B\" stands here twice", "6 B 2 /srv/hall");
        row("a notice in one language", ", \"textEn\": \"Two\"", "", "board.json:8:5: \"textEn\" is missing", "6 B A 1 /srv/hall");
        row("a day there never was", "2026-11-24", "2026-11-31", "board.json:7:70: \"until\" must be a date", "6 B A 1 /srv/hall");
        row("an end before the beginning", "2026-11-24", "2026-11-22", "board.json:7:70: the notice ends before it begins", "6 B A 1 /srv/hall");
        row("a misspelt member of a notice", "\"from\"", "\"form\"", "board.json:7:39: unknown key \"form\"", "6 B A 1 /srv/hall");
        row("a misspelt member", "\"lastTicketMinutes\"", "\"lastTicket\"", "board.json:5:3: unknown key \"lastTicket\"", "6 B A 2 /srv/hall");
        row("a folder nobody finds", "/srv/hall", "srv/hall", "board.json:10:11: \"page\" must be an absolute path", "6 B A 2 ");
        row("another kind of file", "motcua.board/1", "motcua.hall/1", "board.json:2:13: \"schema\" must be one of: motcua.board/1", "6 B A 2 /srv/hall");
        row("half a file", "\"notices\": [", "\"notices\": ", "board.json:", "2  0 ");
    }
    void aMistakeCostsItsRowOnly()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, fault);
        QString text = QString::fromUtf8(good());
        QVERIFY(text.contains(from));
        text.replace(from, to);
        const SourceFile source{u"board.json"_qs, text.toUtf8()};
        const auto strict = BoardPlan::read(source);
        QVERIFY(!strict);
        QVERIFY2(told(strict.error()).constFirst().startsWith(fault), qPrintable(told(strict.error()).join(u'|')));
        const BoardPlan::Reading reading = BoardPlan::readWhatIsRight(source, {.columns = 2});
        QCOMPARE(told(reading.faults), told(strict.error()));
        const BoardPlan &plan = reading.plan;
        const QString kept = u"%1 %2 %3 %4"_qs.arg(QString::number(plan.columns), plan.groups.join(u' '), QString::number(plan.notices.size()), plan.page);
        QTEST(kept, "kept");
    }

    void whatAFileDoesNotSayStaysAsItWas()
    {
        const BoardPlan before{.columns = 4, .groups = {u"C"_qs}, .lastTicketMinutes = 20, .notices = {{u"a"_qs, u"b"_qs, {}, {}}}, .page = u"/p"_qs};
        const BoardPlan::Reading reading = BoardPlan::readWhatIsRight({u"b"_qs, R"({"schema": "motcua.board/1", "mark": "m"})"}, before);
        QVERIFY(reading.faults.isEmpty());
        QVERIFY(reading.plan == before);
        const BoardPlan::Reading emptied
            = BoardPlan::readWhatIsRight({u"b"_qs, R"({"schema": "motcua.board/1", "mark": "m", "groups": [], "notices": [], "page": ""})"}, before);
        QVERIFY(emptied.plan.groups.isEmpty() && emptied.plan.notices.isEmpty() && emptied.plan.page.isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_BoardPlan)
#include "tst_BoardPlan.moc"
