// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/BoardSource.h"
#include "tests/app/hall/BoardSamples.h"
#include "ui/board/BoardScreen.h"
#include "ui/board/BoardWindow.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;

namespace {

/** Tells what it is told to. */
class ToldSource : public BoardSource
{
public:
    void start() override { isStarted = true; }
    [[nodiscard]] const BoardState &state() const override { return told; }
    [[nodiscard]] std::optional<Error> failure() const override { return {}; }
    [[nodiscard]] qint64 nowMs() const override { return boardNow(); }
    void tell(const BoardState &state)
    {
        told = state;
        Q_EMIT changed();
    }

    bool isStarted = false;
    BoardState told = {};
};

/** As it came over the line. */
BoardState sent(const QByteArray &row = {})
{
    QByteArray json = BoardState{boardOf(fullHall()), boardPlace(), 3}.toJson();
    if (!row.isEmpty()) {
        json.replace("\"calls\":[", "\"calls\":[" + row + ',');
    }
    BoardState state = *BoardState::fromJson(json);
    state.board.atMs = boardNow();
    return state;
}

} // namespace

/** A machine that is nothing but a board, from the moment its power comes back. */
class tst_BoardScreen : public QObject
{
    Q_OBJECT

    static QString wordsOn(const BoardScreen &screen)
    {
        QString all;
        for (const BoardMark &mark : screen.window()->face().marks()) {
            all += mark.text + u'\n';
        }
        return all;
    }

private Q_SLOTS:
    void nobodySignsInAndItSaysThatItIsNotLiveYet()
    {
        ToldSource source;
        BoardScreen screen(&source);
        screen.start();
        QVERIFY(source.isStarted);
        QVERIFY(screen.window()->isVisible());
        QVERIFY(wordsOn(screen).contains(u"! Not live yet"_qs));
    }

    void itShowsWhatTheDeskTellsAndSinceWhenItDoesNot()
    {
        ToldSource source;
        BoardScreen screen(&source);
        screen.start();
        source.tell(sent());
        QVERIFY(wordsOn(screen).contains(u"A012"_qs));
        QVERIFY(wordsOn(screen).contains(u"live"_qs));
        QVERIFY(!wordsOn(screen).contains(u"Not live"_qs));
        QVERIFY(!screen.window()->isFlashing()); // the first board is simply shown
        BoardState lost = source.told;
        lost.board = lost.board.stale();
        source.tell(lost);
        QVERIFY(wordsOn(screen).contains(u"! Not live since 14:52"_qs));
        QVERIFY(wordsOn(screen).contains(u"A012"_qs)); // what it knew stays
        BoardState back = sent();
        back.board.calls.prepend({BoardNumber{u'A', 13, 0}, u'A', 3, boardNow(), boardNow(), 1, false});
        source.tell(back);
        QVERIFY(screen.window()->isFlashing());
        QVERIFY(!wordsOn(screen).contains(u"Not live"_qs));
    }

    void aBadRowTakesNothingElseAway()
    {
        ToldSource source;
        BoardScreen screen(&source);
        screen.start();
        source.tell(sent("\"Nguyen Thi Hoa 001185012345\""));
        QVERIFY(wordsOn(screen).contains(u"A012"_qs));
        QVERIFY(!wordsOn(screen).contains(u"0011850"_qs));
    }

    void itTakesNeitherKeyboardNorFocus()
    {
        ToldSource source;
        BoardScreen screen(&source);
        screen.start();
        QVERIFY(screen.window()->windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
        QTest::keyClick(screen.window(), Qt::Key_Escape);
        QTest::keyClick(screen.window(), Qt::Key_F4, Qt::AltModifier);
        QVERIFY(screen.window()->isVisible());
    }
};

QTEST_MAIN(tst_BoardScreen)
#include "tst_BoardScreen.moc"
