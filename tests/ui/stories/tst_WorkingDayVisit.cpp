// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HouseQueries.h"
#include "tests/ui/stories/StoryPaper.h"
#include "tests/ui/support/DossierStory.h"
#include "ui/dossier/CorrectPage.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/visit/FeePage.h"
#include "ui/visit/PapersPage.h"

using namespace motcua;

/** One citizen with five dossiers, and one whose papers were taken for the wrong procedure. */
class tst_WorkingDayVisit : public test::DossierStory
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

    void fiveDossiersArePaidAndAcceptedOnceAndTheRefusedOneHoldsNobodyUp()
    {
        beginForm();
        fillForm();
        QList<Id> dossiers{filing()->dossier()};
        while (dossiers.size() < 5) {
            press(Qt::Key_T, Qt::ControlModifier);
            QTRY_VERIFY(shown<ProcedurePage>());
            chooseProcedure(u"trich luc"_qs);
            // The person is not asked for again.
            QCOMPARE(filing()->form().text(u"requester.name"_qs), u"Nguyễn Thị Hoa"_qs);
            dossiers.append(filing()->dossier());
            if (dossiers.size() < 5) {
                fillForm();
            }
        }
        const QString listed = window()->findChild<QLabel *>(u"visitDossiers"_qs)->text();
        QCOMPARE(listed.split(u'\n').size(), 5);
        test::screenshot(window(), u"five-dossiers"_qs);

        // The fifth is for a record this commune may not give out: it is refused, and the visit goes on.
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(shown<StepPage>());
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_COMPARE(shown<StepPage>()->heading(), u"Refuse the papers"_qs);
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"không thuộc thẩm quyền giải quyết"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(turn()->visit().count(VisitDossier::State::TurnedAway), 1);
        QTRY_VERIFY2(shown<FormPage>(), qPrintable(said())); // the next of them, without a way through the list
        QTRY_VERIFY2(said().contains(u"papers go back"), qPrintable(said()));
        QCOMPARE(filing()->dossier(), dossiers.at(3));
        QTRY_COMPARE(m_paper->count(), 1); // form 03
        press(Qt::Key_5, Qt::AltModifier);
        QVERIFY(shown<FeePage>());
        press(Qt::Key_Return);
        type(u"500k"_qs);
        QVERIFY2(written().contains(u"468.000"), qPrintable(written())); // 4 × 8.000 are due
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<AcceptPage>());
        QTRY_COMPARE(shown<AcceptPage>()->acts().constLast().label, u"ACCEPT 4 DOSSIER(S)"_qs);
        press(Qt::Key_Return, Qt::ControlModifier); // one key for all of them
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QCOMPARE(TrainingDesk::told(store(), "dossier.accepted"), 4);
        QCOMPARE(turn()->visit().count(VisitDossier::State::Filed), 4);
        qint64 taken = 0;
        for (const Id &dossier : dossiers.mid(0, 4)) {
            QCOMPARE(stored(dossier).fees.size(), 1);
            taken += stored(dossier).fees.constFirst().what.value(u"amount").toInteger();
        }
        QCOMPARE(taken, 32'000);
        QTRY_COMPARE(m_paper->count(), 2); // one job with a slip each, and nothing had to be pressed for it
        const QString slips = m_paper->text(2);
        for (const Dossier &dossier : {stored(dossiers.at(0)), stored(dossiers.at(1)), stored(dossiers.at(2)), stored(dossiers.at(3))}) {
            QVERIFY2(slips.contains(u"Mã số hồ sơ: "_qs + dossier.code), qPrintable(slips));
        }
        QVERIFY2(!slips.contains(u"BẢN"), qPrintable(slips)); // each is the original of its own dossier
        QCOMPARE(stored(dossiers.constLast()).status.status, DossierStatus::Refused);
    }

    void halfAMillionForEightThousandIsTypedInFourLettersAndGivenBackByNote()
    {
        beginForm();
        fillForm();
        press(Qt::Key_5, Qt::AltModifier);
        QVERIFY(shown<FeePage>());
        press(Qt::Key_Return);
        type(u"500k"_qs);
        const QString page = written();
        QVERIFY2(page.contains(u"492.000 đ"), qPrintable(page));
        QVERIFY2(page.contains(u"200+200+50+20+20+2"), qPrintable(page));
        const Id dossier = filing()->dossier();
        accept();
        QCOMPARE(stored(dossier).fees.constFirst().what.value(u"amount").toInteger(), 8'000);
    }

    void theWrongProcedureIsCancelledAfterAcceptanceAndThePapersReceivedAgain()
    {
        admitSupervisor();
        beginForm();
        fillForm();
        const Id wrong = filing()->dossier();
        accept();
        const QString code = filing()->accepted()->code;
        QTRY_COMPARE(m_paper->count(), 1);
        cancel(code);
        press(Qt::Key_1); // and received again at once
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said()));
        QVERIFY2(said().contains(code) && said().contains(u"slip is void"), qPrintable(said()));
        QVERIFY2(shown<ProcedurePage>()->heading().contains(u"2.000635"), qPrintable(shown<ProcedurePage>()->heading()));
        test::screenshot(window(), u"cancelled-again"_qs);
        const Id right = filing()->dossier();
        QVERIFY(right != wrong);
        const Dossier cancelled = stored(wrong);
        QVERIFY(cancelled.isCancelled());
        QCOMPARE(cancelled.code, code); // it stays with it, and nobody else gets it
        QCOMPARE(cancelled.events.constLast().what.value(u"replacedBy").toString(), right.toString());
        chooseProcedure(u"1.001193"_qs);
        QCOMPARE(filing()->dossier(), right);
        QCOMPARE(filing()->form().text(u"requester.name"_qs), u"Nguyễn Thị Hoa"_qs);
        QCOMPARE(filing()->papers().paper(u"identity"_qs).state, Paper::State::Met);
        press(Qt::Key_2, Qt::AltModifier);
        chooseProcedure(u"trich luc"_qs); // it was right after all: nothing was lost on the way
        QTRY_VERIFY(filing()->missing().size() <= 1);
        fillForm();
        accept();
        QVERIFY(filing()->accepted()->code != code);
        QCOMPARE(filing()->accepted()->id, right);
        openDossier(code);
        QTRY_VERIFY2(written().contains(u"received again as "_qs + stored(right).code), qPrintable(written()));
        test::screenshot(window(), u"cancelled-dossier"_qs);
    }

    void whatIsReceivedAgainOutlivesTheProgram()
    {
        admitSupervisor();
        beginForm();
        fillForm();
        press(Qt::Key_5, Qt::AltModifier);
        QVERIFY(shown<FeePage>());
        press(Qt::Key_Return);
        type(u"8k"_qs);
        accept();
        cancel(filing()->accepted()->code);
        bool isKept = false; // before anybody heard of the cancellation
        connect(m_counter->findChild<DossierDesk *>(), &DossierDesk::stepTaken, this, [this, &isKept](const Dossier &cancelled) {
            const Id again = Id::fromString(cancelled.events.constLast().what.value(u"replacedBy").toString());
            isKept = store().ask(storage::DraftById{again}).result()->has_value();
        });
        press(Qt::Key_1);
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said()));
        QVERIFY(isKept);
        QVERIFY2(said().contains(u"8.000 đ was taken for it: give it back"), qPrintable(said()));
        const Id right = filing()->dossier();
        restart();
        signIn();
        press(Qt::Key_7, Qt::ControlModifier);
        const auto *list = shown<WorklistPage>()->model();
        QTRY_VERIFY(list->rowCount({}) == 1 && list->row(0) && list->row(0)->id == right); // counted before it is read
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(filing()->form().text(u"requester.name"_qs), u"Nguyễn Thị Hoa"_qs);
    }

    void whatIsNotCancelledIsNotReceivedAgain()
    {
        admitSupervisor();
        beginForm();
        fillForm();
        const Id wrong = filing()->dossier();
        accept();
        cancel(filing()->accepted()->code);
        // Somebody handed it on meanwhile.
        QVERIFY(store().record(filing()->place().act(wrong, StepDossier{.event = u"transfer"_qs})).result());
        press(Qt::Key_1);
        QTRY_VERIFY2(!said().isEmpty() && !said().contains(u"received again"), qPrintable(said()));
        QVERIFY(shown<StepPage>());
        QVERIFY(!stored(wrong).isCancelled());
        QTRY_VERIFY(store().ask(storage::Drafts{filing()->place().person}).result()->isEmpty());
    }

    void aNameThatWasPutRightIsRightInTheNextFormToo()
    {
        beginForm();
        fillForm();
        accept();
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        type(u"nguyen thi hoa"_qs);
        press(Qt::Key_Return);
        test::commit(window(), u"Nguyễn Thị Hòa"_qs);
        press(Qt::Key_Return);
        type(u"c"_qs);
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said()));
        chooseProcedure(u"trich luc"_qs);
        QCOMPARE(filing()->form().text(u"requester.name"_qs), u"Nguyễn Thị Hòa"_qs);
    }

    void onlyCancelledMeansOnlyCancelled()
    {
        admitSupervisor();
        beginForm();
        fillForm();
        const Id wrong = filing()->dossier();
        accept();
        cancel(filing()->accepted()->code);
        press(Qt::Key_2);
        QTRY_COMPARE(status(), u"8 Stopped"_qs);
        QVERIFY(!stored(wrong).events.constLast().what.contains(u"replacedBy"));
        QVERIFY(store().ask(storage::Drafts{filing()->place().person}).result()->isEmpty());
    }

private:
    /** With a reason and the supervisor beside; the question what comes after it stands in the strip. */
    void cancel(const QString &code)
    {
        QTRY_VERIFY2(written().contains(u"slip is printed"), qPrintable(written()));
        openDossier(code);
        chooseStep(u"Cancel a mistaken acceptance"_qs);
        press(Qt::Key_1); // the slip was taken back
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"nhận nhầm thủ tục"_qs);
        press(Qt::Key_E, Qt::ControlModifier);
        type(TrainingDesk::officer());
        press(Qt::Key_Return);
        type(TrainingDesk::officerPassword());
        test::screenshot(window(), u"cancel-step"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"received again at once"), qPrintable(said()));
    }

    std::unique_ptr<test::StoryPaper> m_paper;
};

QTEST_MAIN(tst_WorkingDayVisit)
#include "tst_WorkingDayVisit.moc"
