// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hall/BoardSamples.h"

#include "app/hall/BoardPage.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;

/** What of a hall is for everybody. */
class tst_Board : public QObject
{
    Q_OBJECT

    static QStringList shown(const QList<BoardCall> &calls)
    {
        QStringList list;
        for (const BoardCall &call : calls) {
            list.append(u"%1>%2%3"_qs.arg(call.number.shown(), QString::number(call.desk), call.isHere ? QString() : u"!"_qs));
        }
        return list;
    }

    static QStringList shown(const QList<BoardNumber> &numbers)
    {
        QStringList list;
        for (const BoardNumber &number : numbers) {
            list.append(number.shown());
        }
        return list;
    }

private Q_SLOTS:
    void whatWasJustToldStandsBeforeTheFile()
    {
        HallView view = fullHall();
        HallNotice told;
        told.text = u"Quầy 7 đã mở."_qs;
        HallNotice closing;
        closing.text = u"Mất <b>điện</b>."_qs;
        closing.textEn = u"Power cut."_qs;
        closing.closes = true;
        view.word.notices = {told, closing};
        BoardPlan plan;
        plan.notices = {{u"Xin chuẩn bị giấy tờ."_qs, {}, {}, {}}};
        const Board board = Board::of(view, boardRules(), plan, boardDay(), boardNow(), {});
        QCOMPARE(board.notices, (QList<BoardNotice>{{u"Quầy 7 đã mở."_qs, {}, {}, {}}, {u"Mất <b>điện</b>."_qs, u"Power cut."_qs, {}, {}}, plan.notices.constFirst()}));
        QCOMPARE(board.closing->text, u"Mất <b>điện</b>."_qs);
        const BoardPage page = BoardPage::of(board, boardPlace());
        QVERIFY(page.html.contains("Tạm ngừng phục vụ"));
        QVERIFY(page.html.contains("Mất &lt;b&gt;điện"));
        QVERIFY(page.json.contains("\"isClosed\":true"));
        view.word.notices.removeLast();
        const Board open = Board::of(view, boardRules(), plan, boardDay(), boardNow(), board);
        QVERIFY(!open.closing);
        QVERIFY(!BoardPage::of(open, boardPlace()).html.contains("Tạm ngừng phục vụ"));
    }

    void onlyTheNumberOfATicketIsOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a ticket") << u"A013"_qs << u"A013"_qs;
        QTest::newRow("the thousandth") << u"B1000"_qs << u"B1000"_qs;
        QTest::newRow("of a desk that gave it out alone") << u"A03-01"_qs << u"A03-01"_qs;
        QTest::newRow("of desk 120") << u"A120-117"_qs << u"A120-117"_qs;
        QTest::newRow("a number with a dash") << u"A0185-0123"_qs << QString();
        QTest::newRow("a personal number behind a letter") << u"A001185012345"_qs << QString();
        QTest::newRow("a telephone behind a letter") << u"A0912345"_qs << QString();
        QTest::newRow("a name") << u"Nguyễn Thị Hoa"_qs << QString();
        QTest::newRow("a name that begins as a letter") << u"ANNA"_qs << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("a small letter") << u"a013"_qs << QString();
        QTest::newRow("below one") << u"A000"_qs << QString();
        QTest::newRow("below nothing") << u"A-13"_qs << QString();
    }
    void onlyTheNumberOfATicketIsOne()
    {
        QFETCH(QString, text);
        const auto number = BoardNumber::read(text);
        QTEST(number ? number->shown() : QString(), "shown");
    }

    /** Whatever somebody or some other program writes into a ticket: what a board tells names nobody. */
    void nothingOfAPersonStandsOnIt()
    {
        const QString person = u"Nguyễn Thị Hoa 001185012345 0912345678"_qs;
        const Id officer = Id::fromBytes(QByteArray(16, 'q'));
        HallView view = fullHall();
        const auto soil = [&](Ticket &ticket) {
            ticket.reason = person;
            ticket.forDesk = person;
            for (TicketInterval &one : ticket.intervals) {
                one.place = person;
                one.person = officer;
            }
        };
        for (QList<Ticket> *list : {&view.next, &view.elsewhere, &view.held, &view.missed, &view.atOthers}) {
            for (Ticket &ticket : *list) {
                soil(ticket);
                view.needs.insert(ticket.id, {person});
            }
            Ticket named = waitingTicket(u"A077"_qs);
            named.number = person;
            list->append(named);
            named = moved(named, TicketState::Called, 1);
            named.intervals.last().desk = person;
            named.group = person;
            list->append(named);
            named.number = u"A078"_qs;
            list->append(named);
        }
        for (Shift &shift : view.shifts) {
            shift.person = officer;
            shift.desk = person + u'/' + shift.desk.section(u'/', -1);
        }
        view.shifts.append(shiftAt(1, ShiftState::OnBreak));
        view.shifts.last().desk = u"H26/001185012345"_qs;
        const BoardPage page = BoardPage::of(boardOf(view), boardPlace());
        for (const QByteArray &told : {page.html, page.json}) {
            const QString text = QString::fromUtf8(told);
            for (const QString &part : {u"Nguyễn"_qs, u"Hoa "_qs, u"185012345"_qs, u"0912345678"_qs, u"912345"_qs, officer.toString()}) {
                QVERIFY2(!text.contains(part), qPrintable(part));
            }
        }
        QVERIFY(page.html.contains("A078")); // the ticket itself is told
    }

    void theLatestCallComesFirst()
    {
        const Board board = boardOf(fullHall());
        QCOMPARE(shown(board.calls),
            QStringList({u"A012>3!"_qs, u"B006>1"_qs, u"C004>2!"_qs, u"A011>12"_qs, u"B005>4"_qs, u"A010>5"_qs, u"E001>6"_qs}));
        QCOMPARE(board.calls.at(1).calledMs, boardNow() - 3 * Minute); // when they were called, not when they came
    }

    void whoIsCalledOnceMoreIsToldOnceMoreAndComesFirst()
    {
        HallView view = fullHall();
        const Board first = boardOf(view);
        QVERIFY(first.calledSince({}).isEmpty()); // a board that is just switched on disturbs nobody
        const Board second = boardOf(view, 3, first, boardNow() + 1000);
        QVERIFY(second.calledSince(first).isEmpty());
        QVERIFY(second.tellsAs(first));
        view.atOthers[2].calls = 2; // C004
        const Board third = boardOf(view, 3, second, boardNow() + 20'000);
        QCOMPARE(shown(third.calledSince(second)), QStringList(u"C004"_qs));
        QCOMPARE(shown(third.calls).constFirst(), u"C004>2!"_qs);
        const Board fourth = boardOf(view, 3, third, boardNow() + 21'000);
        QVERIFY(fourth.calledSince(third).isEmpty());
        QCOMPARE(shown(fourth.calls).constFirst(), u"C004>2!"_qs); // and stays there
    }

    void whoIsCalledToAnotherDeskIsToldOnceMore()
    {
        HallView view = fullHall();
        const Board before = boardOf(view);
        view.atOthers[0] = moved(moved(view.atOthers[0], TicketState::Waiting, 0), TicketState::Called, 0, 9);
        QCOMPARE(shown(boardOf(view, 3, before).calledSince(before)), QStringList(u"A012"_qs));
    }

    void whoCameIsNotCalledAndWhoIsFinishedIsGone()
    {
        HallView view = fullHall();
        const Board before = boardOf(view);
        view.atOthers[0] = moved(view.atOthers[0], TicketState::Serving, 0);
        const Board served = boardOf(view, 3, before);
        QVERIFY(served.calledSince(before).isEmpty());
        QVERIFY(shown(served.calls).contains(u"A012>3"_qs));
        view.atOthers.removeAt(0);
        view.inHand.reset();
        const QStringList left = shown(boardOf(view, 3, served).calls);
        QVERIFY2(left.filter(u"A012"_qs).isEmpty() && left.filter(u"A011"_qs).isEmpty(), qPrintable(left.join(u' ')));
    }

    void whoWaitsIsCountedWhereTheyWait()
    {
        HallView view = fullHall();
        const Board board = boardOf(view);
        QStringList groups;
        for (const BoardGroup &one : board.groups) {
            groups.append(u"%1 %2"_qs.arg(QString(one.letter), QString::number(one.waiting)));
        }
        QCOMPARE(groups, QStringList({u"A 9"_qs, u"B 4"_qs, u"C 0"_qs, u"D 2"_qs, u"E 0"_qs, u"F 1"_qs, u"G 0"_qs}));
        QVERIFY(board.groups.at(0).wait.has_value());
        QCOMPARE(board.lines.size(), 2); // of the land registry somebody else calls
        QCOMPARE(board.lines.at(0).size(), 14);
        QCOMPARE(shown(board.lines.at(1)), QStringList({u"D002"_qs, u"D003"_qs}));
        view.servedMs.clear();
        QVERIFY(!boardOf(view).groups.at(0).wait); // an empty place tells less wrong than a guess
    }

    void aBoardOfSomeGroupsShowsTheirCallsOnly()
    {
        BoardPlan plan = boardPlan();
        plan.groups = {u"B"_qs, u"Z"_qs};
        QCOMPARE(shown(Board::of(fullHall(), boardRules(), plan, boardDay(), boardNow(), {}).calls), QStringList({u"B006>1"_qs, u"B005>4"_qs}));
        plan.groups = {u"Z"_qs}; // of nothing that there is: then all
        QCOMPARE(Board::of(fullHall(), boardRules(), plan, boardDay(), boardNow(), {}).calls.size(), 7);
    }

    void whoWasSentOnIsLookedForUnderTheLetterOnTheTicket()
    {
        HallView view = fullHall();
        view.atOthers[0].group = u"D"_qs;
        QCOMPARE(boardOf(view).calls.constFirst().group, QChar(u'A'));
        BoardPlan plan = boardPlan();
        plan.groups = {u"D"_qs};
        const Board land = Board::of(view, boardRules(), plan, boardDay(), boardNow(), {});
        QCOMPARE(shown(land.calls), QStringList(u"A012>3!"_qs)); // on the board of where they wait, too
        QCOMPARE(land.calls.constFirst().group, QChar(u'D'));
    }

    void missedAndBreaksAreTold()
    {
        const Board board = boardOf(fullHall());
        QCOMPARE(shown(board.missed), QStringList({u"B002"_qs, u"A008"_qs})); // the latest first
        QCOMPARE(shown(board.held), QStringList(u"A009"_qs));
        QCOMPARE(board.breaks.size(), 2);
        QCOMPARE(board.breaks.at(0), (BoardBreak{2, vietnamTime(QDate(2026, 11, 23), QTime(15, 0)).toMSecsSinceEpoch()}));
        QCOMPARE(board.breaks.at(1), (BoardBreak{7, 0}));
        QCOMPARE(boardOf(fullHall(), 3, {}, boardNow() + 20 * Minute).breaks.at(0).untilMs, qint64{0}); // it takes longer, and nobody knows how much
        HallView view = fullHall();
        view.shifts.append(shiftAt(2, ShiftState::Serving));
        QCOMPARE(boardOf(view).breaks.size(), 1); // a colleague sits there
    }

    void theHoursOfTheHouseAreThoseOfItsCalendar()
    {
        CalendarYear year;
        year.year = 2026;
        const WorkingCalendar calendar({year}, {1, 2, 3, 4, 5}, {{QTime(8, 0), QTime(12, 0)}});
        const BoardDay monday = BoardDay::of(calendar, QDate(2026, 11, 23));
        QVERIFY(monday.isKnown && !monday.closedTomorrow);
        QCOMPARE(monday.hours.size(), 1);
        const BoardDay friday = BoardDay::of(calendar, QDate(2026, 11, 27));
        QVERIFY(friday.closedTomorrow);
        QVERIFY(BoardDay::of(calendar, QDate(2026, 11, 28)).hours.isEmpty());
        QVERIFY(!BoardDay::of(calendar, QDate(2031, 1, 6)).isKnown); // nobody knows yet
    }

    void theLastTicketIsToldUntilClosing()
    {
        QCOMPARE(boardOf(fullHall()).lastTicket, QTime(16, 30));
        QVERIFY(!boardOf(fullHall(), 3, {}, boardNow() + 150 * Minute).lastTicket.isValid());
    }

    void aDeskOnItsOwnHasNoLiveBoard()
    {
        HallView view = fullHall();
        view.aloneSinceMs = boardNow() - 3 * Minute;
        const Board board = boardOf(view);
        QVERIFY(!board.isLive);
        QCOMPARE(board.atMs, view.aloneSinceMs);
    }

    void oldNumbersAreToldToBeOld()
    {
        const Board board = boardOf(fullHall());
        const Board old = board.stale();
        QVERIFY(board.isLive && !old.isLive);
        QCOMPARE(old.atMs, board.atMs);
        QCOMPARE(shown(old.calls), shown(board.calls));
        QVERIFY(!old.tellsAs(board));
    }
};

QTEST_APPLESS_MAIN(tst_Board)
#include "tst_Board.moc"
