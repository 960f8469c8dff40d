// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/CounterStory.h"
#include "ui/shell/MiniPanel.h"

#include <QLabel>
#include <QLineEdit>

using namespace motcua;
using namespace motcua::test;
using Turn = ServeVisit::Turn;

/** A real desk that is served from the small window, by keys alone. */
class tst_MiniStory : public CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk();
        signIn();
    }
    void cleanup() { closeDesk(); }

    void aTicketIsCalledAndServedFromIt()
    {
        draw();
        draw();
        press(Qt::Key_F11);
        QVERIFY(window()->isMini());
        here(Qt::Key_F3);
        QTRY_COMPARE(turn(), Turn::Called);
        QTRY_VERIFY2(small().contains(u"A001"_qs), qPrintable(small()));
        here(Qt::Key_F5);
        QTRY_COMPARE(turn(), Turn::Serving);
        QVERIFY(window()->isMini()); // the visit is begun behind it
        here(Qt::Key_A); // nothing that is typed here goes into a page nobody sees
        here(Qt::Key_F8);
        QTRY_COMPARE(turn(), Turn::None);
        QVERIFY(window()->isMini());
        here(Qt::Key_F3);
        QTRY_COMPARE(turn(), Turn::Called);
        QTRY_VERIFY2(small().contains(u"A002"_qs), qPrintable(small()));
        here(Qt::Key_F11);
        QVERIFY(!window()->isMini());
        QVERIFY2(shown<WorklistPage>(), "where the whole window was");
    }

    void whoIsServedIsThereInTheWholeWindow()
    {
        draw();
        press(Qt::Key_F11);
        here(Qt::Key_F3);
        QTRY_COMPARE(turn(), Turn::Called);
        here(Qt::Key_F5);
        QTRY_COMPARE(turn(), Turn::Serving);
        here(Qt::Key_F11);
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said()));
        commit(window(), u"trich luc"_qs); // the caret is where it belongs
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<FormPage>(), qPrintable(said()));
    }

    void whoGoesAwayIsHeldAndComesBack()
    {
        draw();
        press(Qt::Key_F11);
        here(Qt::Key_F3);
        QTRY_COMPARE(turn(), Turn::Called);
        here(Qt::Key_F5);
        QTRY_COMPARE(turn(), Turn::Serving);
        here(Qt::Key_F7);
        QTRY_VERIFY(window()->strip()->isAsking()); // where they are, asked below the two lines
        QTRY_VERIFY2(clipped(window()).isEmpty(), qPrintable(clipped(window()).join(u'|')));
        screenshot(window(), u"mini-story-hold"_qs);
        here(Qt::Key_1);
        QTRY_COMPARE(turn(), Turn::None);
        QVERIFY(window()->isMini());
        here(Qt::Key_H, Qt::ControlModifier);
        QTRY_COMPARE(turn(), Turn::Serving);
        QVERIFY(window()->isMini());
    }

private:
    void draw()
    {
        const int before = m_counter->hall()->waiting();
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        press(Qt::Key_A);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_counter->hall()->waiting(), before + 1);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }
    /** Where the system would send the key. */
    void here(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QVERIFY(window()->focusWidget());
        QVERIFY2(window()->focusWidget()->isVisible(), window()->focusWidget()->metaObject()->className());
        QTest::keyClick(window()->focusWidget(), key, with);
    }
    [[nodiscard]] Turn turn() const { return m_counter->hall()->turn()->turn(); }
    [[nodiscard]] QString small() const
    {
        QStringList all;
        for (const QLabel *label : window()->findChild<MiniPanel *>()->findChildren<QLabel *>()) {
            all.append(label->text());
        }
        return all.join(u'|');
    }
};

QTEST_MAIN(tst_MiniStory)
#include "tst_MiniStory.moc"
