// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/CounterStory.h"
#include "ui/form/FormPage.h"
#include "ui/hall/HallDesk.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/FeePage.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/ProcedurePage.h"

using namespace motcua;

/** How many keys the everyday acts cost; nobody with a queue of forty presses one more than is needed, and none of it takes a mouse. */
class tst_Budgets : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { closeDesk(); }

    // Three pages, two copies, cash, nobody asked who they are; what the document is called is its own to type.
    void certifiedCopiesTakeTwelveKeys()
    {
        openDesk([](const Workplace &place) { QVERIFY(!file(place, {}, u"2.000815"_qs).isEmpty()); }); // what was done today stands first
        signIn();
        m_keys = 0;
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(filing()->procedure().code, u"2.000815"_qs);
        test::commit(window(), u"bằng tốt nghiệp"_qs);
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"3"_qs);
        press(Qt::Key_Return);
        type(u"2"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<PapersPage>());
        QCOMPARE(filing()->form().text(u"document.pages"_qs), u"3"_qs);
        QCOMPARE(filing()->form().text(u"copies"_qs), u"2"_qs);
        press(Qt::Key_Plus);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(shown<FeePage>(), qPrintable(said()));
        press(Qt::Key_Equal);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(shown<AcceptPage>(), qPrintable(said()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QVERIFY(filing()->accepted());
        QCOMPARE(filing()->accepted()->fees.size(), 1);
        QVERIFY2(m_keys <= 12, qPrintable(QString::number(m_keys)));
    }

    void theNextTicketIsCalledWithOneKey()
    {
        openDesk();
        signIn();
        press(Qt::Key_N, Qt::AltModifier);
        press(Qt::Key_A);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_counter->hall()->waiting(), 1);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        m_keys = 0;
        press(Qt::Key_F3);
        QTRY_COMPARE(m_counter->hall()->turn()->turn(), ServeVisit::Turn::Called);
        QCOMPARE(m_keys, 1);
    }

private:
    [[nodiscard]] FileDossier *filing() const { return m_counter->visit()->filing(); }
};

QTEST_MAIN(tst_Budgets)
#include "tst_Budgets.moc"
