// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/CounterStory.h"
#include "ui/board/BoardDesk.h"
#include "ui/board/BoardWindow.h"
#include "ui/shell/KeysPage.h"

#include <QGuiApplication>

using namespace motcua;
using namespace motcua::test;

/** The board at a real desk, by keys alone. */
class tst_BoardStory : public CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk();
        m_counter->board()->setFinder([] { return QGuiApplication::primaryScreen(); });
    }
    void cleanup() { closeDesk(); }

    void aKeyPutsTheHallOnTheWallAndTakesItAway()
    {
        signIn();
        press(Qt::Key_F1);
        QTRY_VERIFY(shown<KeysPage>());
        QVERIFY2(written().contains(u"Alt+B\n\nHall board"_qs), qPrintable(written()));
        press(Qt::Key_Escape);
        press(Qt::Key_B, Qt::AltModifier);
        QVERIFY(board()->isShowing());
        QVERIFY(window()->isActiveWindow()); // the keyboard stays where it was
        QVERIFY2(said().startsWith(u"The hall board is on the second screen"_qs), qPrintable(said()));
        serveTicket(Qt::Key_A);
        QTRY_COMPARE(board()->board().calls.size(), 1);
        QCOMPARE(board()->board().calls.constFirst().number.shown(), u"A001"_qs);
        QCOMPARE(board()->board().calls.constFirst().desk, 3);
        QCOMPARE(board()->board().groups.size(), 7);
        screenshot(board()->window(), u"board-story"_qs);
        press(Qt::Key_B, Qt::AltModifier);
        QVERIFY(!board()->isShowing());
    }

    void behindALockItGoesOn()
    {
        signIn();
        press(Qt::Key_B, Qt::AltModifier);
        QTRY_VERIFY(board()->board().isLive);
        press(Qt::Key_F12);
        QTRY_VERIFY(window()->isLocked());
        const qint64 before = board()->board().atMs;
        QTRY_VERIFY(board()->board().atMs > before);
        QVERIFY(board()->isShowing() && board()->board().isLive);
    }

    void onAMachineThatIsThereForItItComesByItself()
    {
        m_counter->openBoard();
        signIn();
        QTRY_VERIFY(board()->isShowing());
        QTRY_VERIFY(board()->board().isLive);
    }

private:
    [[nodiscard]] BoardDesk *board() const { return m_counter->board(); }
};

QTEST_MAIN(tst_BoardStory)
#include "tst_BoardStory.moc"
