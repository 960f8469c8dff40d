// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/SimulatedCodeReader.h"
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

namespace {

const QByteArray Card("001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Phường Mẫu, Hà Nội|24072021");

} // namespace

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

    // The mother comes with her card and three papers, and names no father; what is the child's own is its own to type.
    void aBirthTakesFortyKeysBeyondTheChildsOwnData()
    {
        openDesk();
        m_counter->listen(&m_reader);
        signIn();
        m_keys = 0;
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        type(u"khai s"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(filing()->procedure().code, u"1.001193"_qs);
        m_reader.send(Card);
        QTRY_VERIFY(filing()->form().value(u"requester.personalNumber"_qs).isGiven());
        press(Qt::Key_Return, Qt::AltModifier); // where she lives now may have changed since the card: looked at, and taken
        press(Qt::Key_Return, Qt::AltModifier);
        QStringList asked;
        while (!filing()->judgement().violations.isEmpty()) {
            press(Qt::Key_E, Qt::ControlModifier);
            const QString field = shown<FormPage>()->focusedField();
            QVERIFY2(!asked.contains(field), qPrintable(field + u' ' + said()));
            asked.append(field);
            answer(field);
        }
        // What her card says was asked once, though the form asks about her twice.
        QVERIFY2(!asked.contains(u"mother.name"_qs) && !asked.contains(u"mother.residence"_qs), qPrintable(asked.join(u' ')));
        QCOMPARE(filing()->form().text(u"mother.name"_qs), u"Nguyễn Thị Thử Nghiệm"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_Plus); // the declaration, the birth notice, and the card that was looked at
        press(Qt::Key_Plus);
        press(Qt::Key_Plus);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(shown<AcceptPage>(), qPrintable(said()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QVERIFY2(m_keys <= 40, qPrintable(QString::number(m_keys)));
    }

    void theNextTicketIsCalledWithOneKey()
    {
        openDesk();
        signIn();
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
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
    /** In the field the caret is in; what is typed of the child is its own and costs nothing here. */
    void answer(const QString &field)
    {
        const QMap<QString, QString> ofChild{{u"child[1].name"_qs, u"Nguyễn Bảo An"_qs}, {u"child[1].birth"_qs, u"15/11/2026"_qs},
            {u"child[1].ethnicity"_qs, u"k"_qs}, {u"child[1].birthplace"_qs, u"Bệnh viện Hòa An"_qs}, {u"child[1].hometown"_qs, u"Hòa An"_qs}};
        const int before = m_keys;
        if (field.startsWith(u"child")) {
            ofChild.contains(field) ? type(ofChild.value(field)) : press(Qt::Key_Down);
            m_keys = before;
        } else if (field == u"requester.relation") {
            type(u"me"_qs);
        } else if (field == u"mother.ethnicity") {
            type(u"k"_qs);
        } else if (field == u"father.name") {
            press(Qt::Key_0, Qt::AltModifier); // he is not named
            press(Qt::Key_Down);
        } else {
            press(Qt::Key_Down);
        }
    }

    [[nodiscard]] FileDossier *filing() const { return m_counter->visit()->filing(); }

    SimulatedCodeReader m_reader;
};

QTEST_MAIN(tst_Budgets)
#include "tst_Budgets.moc"
