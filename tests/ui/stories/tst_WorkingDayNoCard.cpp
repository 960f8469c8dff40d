// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stories/StoryPaper.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/visit/NeedsPage.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/WorklistPage.h"

#include <QApplication>

using namespace motcua;

/** Somebody comes without an identity card: how it is known who they are is kept, and who cannot prove it goes home knowing what to bring. */
class tst_WorkingDayNoCard : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_paper = std::make_unique<test::StoryPaper>();
        m_printer = m_paper->printer();
        openDesk();
        signIn();
    }
    void cleanup()
    {
        closeDesk();
        m_printer = nullptr;
        m_paper.reset();
    }

    void theWayIsChosenInTheStripAndKeptWithTheDossier()
    {
        beginForm();
        fillForm();
        unseeIdentity();
        QVERIFY(isUnproved());
        press(Qt::Key_F9);
        QVERIFY2(said().contains(u"No card reader"), qPrintable(said()));
        test::screenshot(window(), u"identity-ways"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_3); // a passport
        QVERIFY(!isUnproved());
        QVERIFY2(visitPanel().contains(u"Passport"), qPrintable(visitPanel()));
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY2(written().contains(u"Identity shown by"), qPrintable(written()));
        const Id dossier = filing()->dossier();
        accept();
        QCOMPARE(stored(dossier).role(u"applicant.shown"_qs).text, u"passport"_qs);
        QTRY_COMPARE(m_paper->count(), 1);
    }

    void anotherPaperWantsTheReason()
    {
        beginForm();
        fillForm();
        unseeIdentity();
        press(Qt::Key_F9);
        press(Qt::Key_4); // another paper with a photograph
        QVERIFY2(said().contains(u"Why without"), qPrintable(said()));
        press(Qt::Key_2); // lost
        QVERIFY2(said().contains(u"Kept with the dossier"), qPrintable(said()));
        QVERIFY2(visitPanel().contains(u"(Lost)"), qPrintable(visitPanel()));
        const Id dossier = filing()->dossier();
        accept();
        QCOMPARE(stored(dossier).role(u"applicant.shownReason"_qs).text, u"lost"_qs);
        QTRY_COMPARE(m_paper->count(), 1);
    }

    // Whoever stands at the desk with a ticket is found as anything is found.
    void theNumberOnATicketIsTypedAtTheSearch()
    {
        drawTicket();
        drawTicket();
        press(Qt::Key_F2);
        QTRY_VERIFY(shown<WorklistPage>());
        type(u"a009"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY2(said().contains(u"A009 is no ticket of today"), qPrintable(said()));
        press(Qt::Key_F2);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"a002"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY2(turn()->ticket() && turn()->ticket()->number == u"A002", qPrintable(said()));
        QCOMPARE(turn()->ticket()->state, TicketState::Called);
    }

    void theNextDossierOfTheVisitKnowsItToo()
    {
        beginForm();
        fillForm();
        press(Qt::Key_F9);
        press(Qt::Key_1); // VNeID
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        chooseProcedure(u"1.001193"_qs);
        QCOMPARE(filing()->form().text(u"requester.shown"_qs), u"vneid"_qs);
    }

    void whoHasNothingGoesHomeWithTheSheetAndComesBackWithoutQueueing()
    {
        drawTicket(); // A001, who has no card
        drawTicket(); // A002 waits
        press(Qt::Key_F3);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::Called);
        press(Qt::Key_F5);
        QTRY_VERIFY(shown<ProcedurePage>());
        chooseProcedure(u"1.001193"_qs);
        QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs));
        test::commit(window(), u"Nguyễn Thị Thử"_qs);
        const Id dossier = filing()->dossier();
        press(Qt::Key_F9);
        press(Qt::Key_6); // nothing
        press(Qt::Key_1); // left at home
        QVERIFY2(said().contains(u"cannot be accepted") && said().contains(u"kept"), qPrintable(said()));
        test::screenshot(window(), u"identity-none"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_1); // what to bring
        QTRY_VERIFY2(said().contains(u"sent to the printer"), qPrintable(said()));
        QVERIFY2(said().contains(u"F7"), qPrintable(said()));
        QTRY_COMPARE(m_paper->count(), 1);
        const QString sheet = m_paper->text(1);
        QVERIFY2(sheet.contains(u"Đăng ký khai sinh (1.001193)") && sheet.contains(u"Giấy tờ tùy thân của người yêu cầu"), qPrintable(sheet));
        QVERIFY2(!sheet.contains(u"Thử") && !sheet.contains(u"THỬ"), qPrintable(sheet)); // of nobody
        press(Qt::Key_F7);
        press(Qt::Key_3); // back today
        QTRY_VERIFY2(said().contains(u"back today"), qPrintable(said()));
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        QCOMPARE(TrainingDesk::told(store(), "dossier.accepted"), 0);

        // An hour later they are back, while somebody else waits since this morning.
        press(Qt::Key_H, Qt::ControlModifier);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::Serving);
        QCOMPARE(turn()->ticket()->number, u"A001"_qs);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(filing()->dossier(), dossier);
        QCOMPARE(filing()->form().text(u"requester.name"_qs), u"Nguyễn Thị Thử"_qs);
        press(Qt::Key_F9);
        press(Qt::Key_2); // the card is here now, and looked at
        QVERIFY2(!visitPanel().contains(u"Left at home"), qPrintable(visitPanel()));
    }

    void anAnswerIsForWhatWasAskedLast()
    {
        serveTicket(Qt::Key_A);
        chooseProcedure(u"trich luc"_qs);
        press(Qt::Key_F7);
        QVERIFY2(said().startsWith(u"Where does A001 go"), qPrintable(said()));
        press(Qt::Key_Escape); // they stay after all
        press(Qt::Key_F9);
        press(Qt::Key_3);
        QCOMPARE(filing()->form().text(u"requester.shown"_qs), u"passport"_qs);
        QTRY_VERIFY(!turn()->isBusy());
        QCOMPARE(turn()->turn(), ServeVisit::Turn::Serving);
    }

    void guidanceAloneAsksWhetherTheyComeBackWhenAFormWasBegun()
    {
        serveTicket(Qt::Key_A);
        press(Qt::Key_G, Qt::ControlModifier); // nothing was begun, so nothing is asked
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        serveTicket(Qt::Key_A);
        chooseProcedure(u"trich luc"_qs);
        press(Qt::Key_G, Qt::ControlModifier);
        QVERIFY2(said().contains(u"back today"), qPrintable(said()));
        press(Qt::Key_2);
        QVERIFY2(said().startsWith(u"Where does A002 go"), qPrintable(said()));
        press(Qt::Key_3);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        press(Qt::Key_H, Qt::ControlModifier);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::Serving);
        QTRY_VERIFY(shown<FormPage>());
        QTRY_VERIFY(!turn()->isBusy());
        press(Qt::Key_G, Qt::ControlModifier);
        QVERIFY2(said().contains(u"back today"), qPrintable(said()));
        QVERIFY(window()->strip()->isAncestorOf(window()->focusWidget()));
        press(Qt::Key_1);
        QTRY_VERIFY2(said().contains(u"A002 is finished"), qPrintable(said()));
        QVERIFY2(said().contains(u"kept under"), qPrintable(said()));
    }

    void whatToBringIsToldBeforeAnythingIsTyped_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("scale");
        QTest::newRow("light") << int(Theme::Name::Light) << 100;
        QTest::newRow("dark") << int(Theme::Name::Dark) << 100;
        QTest::newRow("in large letters") << int(Theme::Name::Light) << 150;
    }
    void whatToBringIsToldBeforeAnythingIsTyped()
    {
        QFETCH(int, theme);
        QFETCH(int, scale);
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
        window()->setTextScale(scale);
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        test::commit(window(), u"khai sinh"_qs);
        test::screenshot(window(), u"procedures-%1-%2"_qs.arg(theme).arg(scale));
        press(Qt::Key_Left); // between the letters the arrow is the field's
        press(Qt::Key_Right);
        QVERIFY(shown<ProcedurePage>());
        press(Qt::Key_Right);
        QVERIFY(shown<NeedsPage>());
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"needs-%1-%2"_qs.arg(theme).arg(scale));
        QVERIFY2(written().contains(u"Giấy chứng sinh") && written().contains(u"8.000 đ/bản"), qPrintable(written()));
        QVERIFY(shown<NeedsPage>()->accessibleDescription().contains(u"8.000 đ/bản"));
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(m_paper->count(), 1);
        QVERIFY2(m_paper->text(1).contains(u"HƯỚNG DẪN CHUẨN BỊ HỒ SƠ"), qPrintable(m_paper->text(1)));
        QTRY_VERIFY(!said().isEmpty()); // the sheet lies there before anybody says so
        press(Qt::Key_Escape); // what is said
        press(Qt::Key_Escape);
        QVERIFY(shown<ProcedurePage>());
        press(Qt::Key_Right);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(filing()->procedure().code, u"1.001193"_qs);
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

    void theKeySaysWhyItCannotAct()
    {
        QTRY_VERIFY2((press(Qt::Key_F9), said().contains(u"No form is open")), qPrintable(said())); // once the hall of the day was read
        beginForm(u"chung thuc ban sao"_qs);
        press(Qt::Key_F9);
        QVERIFY2(said().contains(u"asks nobody who they are"), qPrintable(said()));
    }

private:
    /** As if nobody had looked at a paper that proves who is here. */
    void unseeIdentity()
    {
        for (const RequiredPaper &paper : filing()->procedure().papers) {
            if (!paper.provesIdentityOf.isEmpty()) {
                filing()->look({.id = paper.id, .name = paper.name});
            }
        }
    }
    void drawTicket()
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
    [[nodiscard]] bool isUnproved() const
    {
        const QList<Violation> missing = filing()->missing();
        return std::any_of(missing.cbegin(), missing.cend(), [](const Violation &one) { return one.code == ViolationCode::IdentityNotProved; });
    }
    [[nodiscard]] QString visitPanel() const { return written(window()->findChild<QWidget *>(u"visitPanel"_qs)); }

    std::unique_ptr<test::StoryPaper> m_paper;
};

QTEST_MAIN(tst_WorkingDayNoCard)
#include "tst_WorkingDayNoCard.moc"
