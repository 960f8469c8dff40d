// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/BoardState.h"
#include "tests/app/hall/BoardSamples.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;

/** What of a board goes to other screens, and comes back the same. */
class tst_BoardState : public QObject
{
    Q_OBJECT

    static BoardState full()
    {
        BoardState state{boardOf(fullHall()), boardPlace(), 4};
        state.board.closing = state.board.notices.constFirst();
        return state;
    }

private Q_SLOTS:
    void whatAWallShowsComesBackAsItWas()
    {
        const BoardState sent = full();
        const Result<BoardState> read = BoardState::fromJson(sent.toJson());
        QVERIFY(read);
        QCOMPARE(read->columns, 4);
        QCOMPARE(read->place.unitName, sent.place.unitName);
        QCOMPARE(read->board.calls, sent.board.calls);
        QCOMPARE(read->board.groups, sent.board.groups);
        QCOMPARE(read->board.missed, sent.board.missed);
        QCOMPARE(read->board.breaks, sent.board.breaks);
        QCOMPARE(read->board.notices, sent.board.notices);
        QCOMPARE(read->board.closing, sent.board.closing);
        QCOMPARE(read->board.day, sent.board.day);
        QCOMPARE(read->board.lastTicket, sent.board.lastTicket);
        QVERIFY(read->board.isLive);
        QVERIFY(!read->board.lastTicket.isNull());
        QVERIFY(!sent.board.groups.isEmpty());
        for (const BoardGroup &group : sent.board.groups) {
            QVERIFY(read->place.rules.group(QString(group.letter)));
            QCOMPARE(read->place.rules.group(QString(group.letter))->name, sent.place.rules.group(QString(group.letter))->name);
        }
    }

    /** Who waits in which order, and who is away, is no wall's to know. */
    void noMoreGoesThanAWallShows()
    {
        const BoardState sent = full();
        QVERIFY(!sent.board.lines.isEmpty() && !sent.board.held.isEmpty());
        const Result<BoardState> read = BoardState::fromJson(sent.toJson());
        QVERIFY(read);
        QVERIFY(read->board.lines.isEmpty());
        QVERIFY(read->board.held.isEmpty());
        QVERIFY(!sent.toJson().contains(sent.board.held.constFirst().shown().toUtf8()));
    }

    void whenItWasLookedAtMakesNoOther()
    {
        BoardState later = full();
        const QByteArray before = later.toJson();
        later.board.atMs += 60'000;
        QCOMPARE(later.toJson(), before);
        later.board.groups.first().waiting += 1;
        QVERIFY(later.toJson() != before);
    }

    void numbersOfEveryKindComeThrough_data()
    {
        QTest::addColumn<BoardNumber>("number");
        QTest::newRow("the first") << BoardNumber{u'A', 1, 0};
        QTest::newRow("the last") << BoardNumber{u'Z', BoardNumber::Most, 0};
        QTest::newRow("of desk 3 alone") << BoardNumber{u'A', 1, 3};
        QTest::newRow("of desk 120 alone") << BoardNumber{u'B', 117, 120};
    }
    void numbersOfEveryKindComeThrough()
    {
        QFETCH(BoardNumber, number);
        BoardState state = full();
        state.board.calls = {{number, number.letter, 7, 12, 34, 2, false}};
        state.board.missed = {number};
        const Result<BoardState> read = BoardState::fromJson(state.toJson());
        QVERIFY(read);
        QCOMPARE(read->board.calls, state.board.calls);
        QCOMPARE(read->board.missed, state.board.missed);
    }

    void aBadRowIsLeftOutAndTheRestCounts_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("a name") << QByteArray("\"Nguyen Thi Hoa 1 2 3 0\"");
        QTest::newRow("a word too few") << QByteArray("\"A013 A 3 1 2 1\"");
        QTest::newRow("a word too many") << QByteArray("\"A013 A 3 1 2 1 0 x\"");
        QTest::newRow("no desk") << QByteArray("\"A013 A x 1 2 1 0\"");
        QTest::newRow("a desk that is a telephone") << QByteArray("\"A013 A 0912345678 1 2 1 0\"");
        QTest::newRow("a personal number") << QByteArray("\"A001185012345 A 3 1 2 1 0\"");
        QTest::newRow("a dash alone") << QByteArray("\"A- A 3 1 2 1 0\"");
        QTest::newRow("a mark of one digit") << QByteArray("\"A3-01 A 3 1 2 1 0\"");
        QTest::newRow("nothing") << QByteArray("\"\"");
        QTest::newRow("a number") << QByteArray("13");
        QTest::newRow("an object") << QByteArray("{\"n\":\"A013\"}");
    }
    void aBadRowIsLeftOutAndTheRestCounts()
    {
        QFETCH(QByteArray, row);
        const BoardState sent = full();
        QByteArray json = sent.toJson();
        json.replace("\"calls\":[", "\"calls\":[" + row + ',');
        const Result<BoardState> read = BoardState::fromJson(json);
        QVERIFY(read);
        QCOMPARE(read->board.calls, sent.board.calls);
    }

    void whatIsNoBoardIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nothing") << QByteArray() << ErrorCode::AnswerMalformed;
        QTest::newRow("half of one") << full().toJson().first(200) << ErrorCode::AnswerMalformed;
        QTest::newRow("a list") << QByteArray("[]") << ErrorCode::AnswerMalformed;
        QTest::newRow("of another kind") << full().toJson().replace("board-feed/1", "board-feed/2") << ErrorCode::AnswerMalformed;
        QTest::newRow("that says not whether it is live") << full().toJson().replace("\"isLive\":true", "\"isLive\":1") << ErrorCode::AnswerMalformed;
        QTest::newRow("without an end") << QByteArray(BoardState::MostBytes + 1, ' ') << ErrorCode::AnswerTooLarge;
    }
    void whatIsNoBoardIsRefused()
    {
        QFETCH(QByteArray, json);
        const Result<BoardState> read = BoardState::fromJson(json);
        QVERIFY(!read);
        QTEST(read.error().code, "code");
    }
};

QTEST_GUILESS_MAIN(tst_BoardState)
#include "tst_BoardState.moc"
