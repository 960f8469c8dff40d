// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/DossierStory.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/dossier/NotePage.h"
#include "ui/widgets/CountBox.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>

using namespace motcua;

/** What an officer does with a dossier that exists, by keys alone. */
class tst_DossierDesk : public test::DossierStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk([this](const Workplace &place) { m_code = file(place, m_change); });
        QVERIFY(!m_code.isEmpty());
        signIn();
        openDossier(m_code);
    }
    void cleanup()
    {
        closeDesk();
        m_change = {};
    }

    void aDossierGoesItsWayToTheResult()
    {
        bringToResult();

        // With a queue waiting, a result is handed over with at most four keys once the dossier is shown.
        int keys = 0;
        const auto key = [&](int pressed, Qt::KeyboardModifiers with = Qt::NoModifier) {
            ++keys;
            press(pressed, with);
        };
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<StepPage>());
        test::screenshot(window(), u"step-hand-over"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        key(Qt::Key_1); // the applicant, identified
        key(Qt::Key_3); // the fee that was to be paid with the result
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(keys <= 4, "four keys");
        QTRY_COMPARE(status(), u"10 Handed over"_qs);
        QVERIFY2(texts().contains(u"Received by: the applicant"), qPrintable(texts()));
        QVERIFY2(texts().contains(u"Fee taken"), qPrintable(texts()));
        QVERIFY(!window()->findChild<QWidget *>(u"nextSteps"_qs)->isVisible());
    }

    void aSupplementIsAskedForAndTakenIn()
    {
        takeStep(u"Hand on to the deciding unit"_qs);
        QTRY_COMPARE(status(), u"4 Processing"_qs);
        chooseStep(u"Request a supplement"_qs);
        QVERIFY(shown<StepPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"Nothing is asked for yet"), qPrintable(said()));
        press(Qt::Key_Insert, Qt::AltModifier);
        type(u"Bản sao quyết định cải chính hộ tịch"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"without a reason"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"ngày sinh trên hai giấy khác nhau"_qs);
        test::screenshot(window(), u"step-supplement"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(status(), u"5 Supplement requested"_qs);
        QVERIFY2(texts().contains(u"Bản sao quyết định cải chính hộ tịch"), qPrintable(texts()));

        press(Qt::Key_Return, Qt::ControlModifier); // the one step that is the counter's own
        QVERIFY(shown<StepPage>());
        press(Qt::Key_1);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(status(), u"4 Processing"_qs);

        // A second request is warned of, and wants a reason.
        chooseStep(u"Request a supplement"_qs);
        QVERIFY2(texts().contains(u"counts as overdue in index 2.1"), qPrintable(texts()));
        press(Qt::Key_Insert, Qt::AltModifier);
        type(u"Giấy tờ khác"_qs);
        press(Qt::Key_Return);
        type(u"thiếu chữ ký"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"why it is done all the same"), qPrintable(said()));
        press(Qt::Key_Escape); // what is said
        press(Qt::Key_Escape);
        QVERIFY(shown<DossierPage>());
        QCOMPARE(status(), u"4 Processing"_qs);
        press(Qt::Key_Escape);
        QVERIFY(shown<WorklistPage>());
    }

    void somebodyElseTakesTheResultAwayWithAnAuthority()
    {
        bringToResult();
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_2); // the applicant handed the papers in; somebody else comes next
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"The name of who receives it is missing"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"Trần Thử"_qs);
        press(Qt::Key_Return);
        type(u"identity"_qs); // card
        press(Qt::Key_Return);
        type(u"000185012346"_qs);
        press(Qt::Key_Return);
        type(u"paper"_qs); // that shows the kinship: it was seen, and bears neither number nor date
        press(Qt::Key_Return);
        press(Qt::Key_Return); // to the fee, which is not paid yet
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"why it is done all the same"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"miễn theo quyết định của trung tâm"_qs);
        test::screenshot(window(), u"step-hand-over-delegate"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(status(), u"10 Handed over"_qs);
        QVERIFY2(texts().contains(u"Trần Thử, Thẻ căn cước, 000185012346, Giấy tờ chứng minh quan hệ"), qPrintable(texts()));
    }

    void anAcceptanceIsCancelledWithASecondPersonOnly()
    {
        chooseStep(u"Cancel a mistaken acceptance"_qs);
        QVERIFY(shown<StepPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"The reason is missing"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"nhận nhầm thủ tục"_qs);
        // The same person may not answer for themselves.
        press(Qt::Key_E, Qt::ControlModifier);
        type(TrainingDesk::administrator());
        press(Qt::Key_Return);
        type(TrainingDesk::password());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"received again"), qPrintable(said()));
        press(Qt::Key_2); // only cancelled
        QTRY_VERIFY2(said().contains(u"A second person has to answer"), qPrintable(said()));
        QVERIFY(shown<StepPage>());
        QVERIFY2(texts().contains(u"A SECOND PERSON"), qPrintable(texts()));
        test::screenshot(window(), u"step-second-person"_qs);
    }

    void aSupervisorBesideTheOfficerCancelsAMistakenAcceptance()
    {
        admitSupervisor();
        chooseStep(u"Cancel a mistaken acceptance"_qs);
        type(u"nhận nhầm thủ tục"_qs);
        press(Qt::Key_E, Qt::ControlModifier);
        type(TrainingDesk::officer());
        press(Qt::Key_Return);
        type(TrainingDesk::officerPassword());
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_2); // only cancelled
        QTRY_COMPARE(status(), u"8 Stopped"_qs);
        QVERIFY2(texts().contains(u"acceptance cancelled"), qPrintable(texts()));
    }

    void whoLeavesWhileThePasswordIsComparedHasTakenNothing()
    {
        admitSupervisor();
        chooseStep(u"Cancel a mistaken acceptance"_qs);
        type(u"nhận nhầm thủ tục"_qs);
        press(Qt::Key_E, Qt::ControlModifier);
        type(TrainingDesk::officer());
        press(Qt::Key_Return);
        type(TrainingDesk::officerPassword());
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_2); // only cancelled
        while (shown<StepPage>()) {
            press(Qt::Key_Escape);
        }
        QVERIFY(shown<DossierPage>());
        chooseStep(u"Hand on to the deciding unit"_qs); // what was vouched for is not this
        // Passwords are compared one after the other: when this one is answered, that one was.
        const auto asked = m_door->pinAvailable(TrainingDesk::officer());
        QTRY_VERIFY(asked.isFinished());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<DossierPage>());
        for (const QString &note : {u"ngay sau đó"_qs, u"lát sau"_qs}) { // what is written after it, if it was written at all
            press(Qt::Key_M, Qt::ControlModifier);
            type(note);
            press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY(texts().contains(note));
        }
        QCOMPARE(status(), u"2 Received"_qs);
    }

    void aNoteIsKeptInTheHistory()
    {
        press(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(shown<NotePage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"Nothing is written yet"), qPrintable(said()));
        type(u"Công dân hẹn gọi lại"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(texts().contains(u"Công dân hẹn gọi lại"), qPrintable(texts()));
        QVERIFY(shown<DossierPage>());
        test::screenshot(window(), u"dossier-page"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
    }

    void whatIsAnsweredOfOneDossierDoesNotTakeThePlaceOfAnother()
    {
        const Workplace place = m_counter->visit()->filing()->place();
        const QString other = file(place);
        const Id next = (**place.store.ask(storage::DossierByCode{other}).result()).id;
        press(Qt::Key_M, Qt::ControlModifier);
        type(u"Công dân hẹn gọi lại"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_counter->findChild<DossierDesk *>()->open(next);
        QTRY_VERIFY2(said().contains(u"The note is kept"), qPrintable(said()));
        QTRY_VERIFY2(shown<DossierPage>() && shown<DossierPage>()->heading().contains(other), qPrintable(window()->page()->heading()));
    }

    // The last one: what the program wears stays on it.
    void whatIsAskedForIsReadInLargeLettersToo()
    {
        Theme::named(Theme::Name::Light).wear(*qApp, 150);
        window()->setTextScale(150);
        takeStep(u"Hand on to the deciding unit"_qs);
        QTRY_COMPARE(status(), u"4 Processing"_qs);
        chooseStep(u"Request a supplement"_qs);
        press(Qt::Key_Space);
        press(Qt::Key_Insert, Qt::AltModifier);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"step-supplement-150"_qs);
        // And nothing lies over anything else.
        const QList<CountBox *> boxes = window()->page()->findChildren<CountBox *>();
        QVERIFY(!boxes.isEmpty());
        for (const CountBox *box : boxes) {
            for (const QLineEdit *line : box->parentWidget()->findChildren<QLineEdit *>(Qt::FindDirectChildrenOnly)) {
                QVERIFY(!box->isVisible() || !box->geometry().intersects(line->geometry()));
            }
        }
    }

private:
    void bringToResult()
    {
        takeStep(u"Hand on to the deciding unit"_qs);
        QTRY_COMPARE(status(), u"4 Processing"_qs);
        takeStep(u"The result is here"_qs);
        QTRY_COMPARE(status(), u"9 Processed"_qs);
    }
    [[nodiscard]] QString texts() const { return written(); }

    QString m_code;
    std::function<void(FileDossier &)> m_change;
};

QTEST_MAIN(tst_DossierDesk)
#include "tst_DossierDesk.moc"
