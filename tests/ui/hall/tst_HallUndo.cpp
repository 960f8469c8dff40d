// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Kind.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/hall/HallDesk.h"
#include "ui/messages/Language.h"
#include "ui/visit/ProcedurePage.h"

using namespace motcua;
using Turn = ServeVisit::Turn;

/** What a slip of the finger began at the desk, and one key takes back. */
class tst_HallUndo : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void whoWasServedByASlipOfTheFingerIsTakenBack()
    {
        signIn();
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QCOMPARE(hall()->turn()->turn(), Turn::None);
        QVERIFY2(said().startsWith(u"Taken back."), qPrintable(said()));
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        press(Qt::Key_Return); // a form is begun: that key takes no visit back any more
        QTRY_COMPARE(hall()->turn()->visit().dossiers().size(), 1);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(hall()->turn()->turn(), Turn::Serving);
    }

    void aBreakIsTakenBackOnce()
    {
        signIn();
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"How long is the break?"), qPrintable(said()));
        press(Qt::Key_5); // the back office; nobody opened the day, which comes first
        QTRY_VERIFY(hall()->isPaused());
        QVERIFY2(said().contains(u"Ctrl+Z takes it back"), qPrintable(said()));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!hall()->isPaused());
        QVERIFY2(!said().contains(u"Ctrl+Z"), qPrintable(said()));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!hall()->isPaused());
    }

private:
    [[nodiscard]] HallDesk *hall() const { return m_counter->hall(); }

    Language m_language{Language::Code::English};
};

QTEST_MAIN(tst_HallUndo)
#include "tst_HallUndo.moc"
