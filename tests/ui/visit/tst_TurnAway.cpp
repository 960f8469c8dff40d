// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HouseQueries.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dossier/StepPage.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/visit/PapersPage.h"

#include <QCheckBox>

using namespace motcua;

/** Papers that are not received: what is missing is asked for once and whole, or they are refused; by keys alone. */
class tst_TurnAway : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk();
        signIn();
        beginForm();
        fillForm();
        m_dossier = filing()->dossier();
    }
    void cleanup() { closeDesk(); }

    void whatIsMissingIsAskedForOnceAndTheFormWaits()
    {
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_Minus); // the signed declaration is not as it should be
        type(u"chưa ký"_qs);
        press(Qt::Key_Return);
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(shown<StepPage>());
        test::screenshot(window(), u"turn-away-ask"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        const QList<SupplementItem> asked = shown<StepPage>()->answer().said.asked;
        QCOMPARE(asked.size(), 1); // what was found wanting stands there already, with why
        QCOMPARE(asked.constFirst().paper, u"declaration"_qs);
        QCOMPARE(asked.constFirst().reason, u"chưa ký"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_VERIFY2(said().contains(u"papers go back"), qPrintable(said()));
        const Dossier dossier = stored();
        QVERIFY(dossier.isRegisteredOnly());
        QVERIFY(dossier.code.isEmpty());
        QCOMPARE(dossier.role(u"applicant.name"_qs).text, u"Nguyễn Thị Hoa"_qs);
        QCOMPARE(dossier.supplementRounds().size(), 0); // no round of a dossier that was received: the time has not begun
        QVERIFY(!dossier.fields.contains(u"subject.name"_qs)); // nor more of them than is needed to reach them
        QCOMPARE(m_counter->hall()->turn()->visit().count(VisitDossier::State::TurnedAway), 1);

        // They come back with it: the form stands as it was, and is accepted under the same id.
        takeUpDraft();
        QCOMPARE(filing()->dossier(), m_dossier);
        TrainingDesk::fill(*filing());
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QVERIFY(!stored().code.isEmpty());
    }

    void askingASecondTimeWantsAReason()
    {
        askForDeclaration();
        takeUpDraft();
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(shown<StepPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"why it is done all the same"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"giấy thay thế vẫn thiếu chữ ký"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
    }

    void papersAreRefusedWithAReasonAndTheFormIsGone()
    {
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(shown<StepPage>());
        press(Qt::Key_U, Qt::ControlModifier); // to refuse instead
        QTRY_COMPARE(shown<StepPage>()->heading(), u"Refuse the papers"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"The reason is missing"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"không thuộc thẩm quyền giải quyết"_qs);
        test::screenshot(window(), u"turn-away-refuse"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
        QCOMPARE(stored().status.status, DossierStatus::Refused);
        const Result<std::optional<storage::Draft>> draft = store().ask(storage::DraftById{m_dossier}).result();
        QVERIFY(draft && !*draft);
    }

    void escLeadsBackToWhereTheOfficerWas()
    {
        press(Qt::Key_4, Qt::AltModifier);
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(shown<StepPage>());
        press(Qt::Key_Escape);
        QVERIFY(shown<PapersPage>());
        QCOMPARE(filing()->step(), FileDossier::Step::Filling);
    }

private:
    void takeUpDraft()
    {
        press(Qt::Key_7, Qt::ControlModifier);
        const auto isThere = [this] {
            const WorklistItemModel *model = shown<WorklistPage>()->model();
            const WorklistRow *row = model->rowCount({}) == 1 ? model->row(0) : nullptr;
            return row && row->isDraft && row->id == m_dossier;
        };
        QTRY_VERIFY(isThere());
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
    }
    void askForDeclaration()
    {
        press(Qt::Key_4, Qt::AltModifier);
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_Minus);
        type(u"chưa ký"_qs);
        press(Qt::Key_Return);
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(shown<StepPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
    }
    [[nodiscard]] Dossier stored() const { return CounterStory::stored(m_dossier); }

    Id m_dossier;
};

QTEST_MAIN(tst_TurnAway)
#include "tst_TurnAway.moc"
