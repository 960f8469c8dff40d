// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HouseQueries.h"
#include "app/training/SimulatedCodeReader.h"
#include "models/base/VietnamTime.h"
#include "tests/ui/stories/StoryPaper.h"
#include "tests/ui/support/DossierStory.h"
#include "ui/visit/EnvelopeBox.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QListWidget>

using namespace motcua;

namespace {

const QString Number = QStringLiteral("RN123456785VN");
const QString Back = QStringLiteral("RN987654327VN");

QDate today()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
}

} // namespace

/** The morning's post: envelopes are opened, received or sent back, and answered by post, and nobody stands at the desk. */
class tst_WorkingDayPost : public test::DossierStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
        m_paper = std::make_unique<test::StoryPaper>();
        m_printer = m_paper->printer();
        openDesk();
        signIn();
        QTRY_VERIFY(turn() && !turn()->isTakingUp());
    }
    void cleanup()
    {
        closeDesk();
        m_printer = nullptr;
        m_paper.reset();
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

    void anEnvelopeIsOpenedReceivedAndAnsweredByPost()
    {
        openEnvelope();
        QVERIFY(box()->isVisible());
        QVERIFY2(written(box()).contains(u"state secrecy"), qPrintable(written(box()))); // what the law keeps out of the post
        type(u"rn 123 456 785 vn"_qs);
        walkTo(u"Sheets inside"_qs);
        type(u"3"_qs);
        walkTo(u"Procedure"_qs);
        chooseProcedure(u"trich luc"_qs);
        QVERIFY(filing()->envelope());
        QCOMPARE(filing()->envelope()->number, Number);
        QCOMPARE(filing()->envelope()->arrivedOn, today()); // it was there this morning
        QVERIFY2(visitPanel().contains(Number), qPrintable(visitPanel()));
        fillForm();
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY(shown<AcceptPage>());
        QVERIFY2(written().contains(Number) && written().contains(u"3 sheet") && written().contains(u"goes back by post"), qPrintable(written()));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"post-accept"_qs);
        const Id dossier = filing()->dossier();
        accept();
        QTRY_COMPARE(m_paper->count(), 1);
        const QString slip = m_paper->text(1);
        QVERIFY2(slip.contains(Number) && slip.contains(u"qua dịch vụ bưu chính") && slip.contains(u"(nộp qua bưu chính)"), qPrintable(slip));
        const Dossier filed = stored(dossier);
        QCOMPARE(filed.acceptance.value(u"channel").toInt(), 3);
        QCOMPARE(Envelope::fromJson(filed.acceptance.value(u"post").toObject())->sheets, 3);

        // Back in the list of the post, where it waits until its answer has gone.
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount({}), 1);
        QTRY_COMPARE(cell(WorklistItemModel::Envelope), Number + u" ⇄"_qs);
        QTRY_COMPARE(countOf(u"Came by post"_qs), u"1"_qs);
        QTRY_VERIFY2(written().contains(u"came by post: RN123456785VN") && written().contains(u"goes back by post"), qPrintable(written()));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"post-list"_qs);

        openDossier(filed.code);
        QVERIFY2(written().contains(u"Came by post") && written().contains(u"By post: RN123456785VN"), qPrintable(written()));
        takeStep(u"Hand on to the deciding unit"_qs);
        QTRY_COMPARE(status(), u"4 Processing"_qs);
        takeStep(u"The result is here"_qs);
        QTRY_COMPARE(status(), u"9 Processed"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<StepPage>());
        QVERIFY(isAsked(u"receipt slip was taken back"_qs));
        tickBox(u"receipt slip was taken back"_qs); // a slip of the finger
        press(Qt::Key_1); // by post, which stands first for what came so
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(shown<StepPage>() && said().contains(u"number of the envelope that goes back is missing"), qPrintable(said()));
        QVERIFY(!isAsked(u"receipt slip was taken back"_qs)); // nobody is here to give it back
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"rn 987 654 327 vn"_qs);
        tickBox(u"8.000 đ was taken now"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"post-back"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(status() == u"10 Handed over", qPrintable(said()));
        QVERIFY2(written().contains(u"Sent by post, number RN987654327VN"), qPrintable(written()));
        QVERIFY(!stored(dossier).events.constLast().what.value(u"confirmed").toArray().contains(u"slipWithdrawn"_qs));
        test::screenshot(window(), u"post-dossier"_qs);
        press(Qt::Key_Escape);
        press(Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount({}), 0);
        QTRY_VERIFY2(written().contains(u"Nothing came by post"), qPrintable(written()));
    }

    void whatIsStillMissingOfTheEnvelopeIsSaidBeforeTheForm()
    {
        openEnvelope();
        const auto isHeldUp = [this](QStringView why) {
            press(Qt::Key_Return, Qt::ControlModifier);
            QVERIFY2(shown<ProcedurePage>() && said().contains(why), qPrintable(said()));
        };
        isHeldUp(u"number of the envelope is missing");
        type(u"RN12"_qs);
        isHeldUp(u"5 to 35 letters");
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"RN123456786VN"_qs);
        QVERIFY2(written().contains(u"last digit does not fit"), qPrintable(written())); // to be looked at, and no more
        isHeldUp(u"How many sheets");
        type(u"2"_qs);
        walkBackTo(u"Arrived on"_qs);
        press(Qt::Key_A, Qt::ControlModifier);
        type(today().addDays(1).toString(u"dd/MM/yyyy"));
        isHeldUp(u"still lies ahead");
        test::screenshot(window(), u"post-envelope"_qs);
        press(Qt::Key_A, Qt::ControlModifier);
        type(today().addDays(-3).toString(u"ddMMyyyy"));
        walkTo(u"Procedure"_qs);
        chooseProcedure(u"trich luc"_qs);
        QCOMPARE(filing()->envelope()->arrivedOn, today().addDays(-3));
    }

    void whoeverBeganWithoutATicketSaysOnTheNextPageThatItCameByPost()
    {
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        QVERIFY(!box()->isVisible());
        press(Qt::Key_Insert, Qt::AltModifier);
        QTRY_VERIFY(turn()->visit().envelope());
        QVERIFY(box()->isVisible());
        tickBox(u"ordinary letter"_qs);
        press(Qt::Key_Delete, Qt::AltModifier); // somebody is here after all
        QTRY_VERIFY(!turn()->visit().envelope());
        QVERIFY(!box()->isVisible());
        chooseProcedure(u"trich luc"_qs);
        QVERIFY(!filing()->envelope());
    }

    void theNumberIsScannedHereAndForTheWayBack()
    {
        SimulatedCodeReader reader;
        m_counter->listen(&reader);
        openEnvelope();
        reader.send("RN123456785VN\r\n");
        QTRY_COMPARE(turn()->visit().envelope()->number, Number);
        QVERIFY2(said().contains(u"was scanned"), qPrintable(said()));
        QCOMPARE(window()->focusWidget()->accessibleName(), u"Arrived on"_qs);
        reader.send("RN987654327VN\r\n"); // what stands there is not overwritten
        QTRY_VERIFY2(said().contains(u"Nothing was changed"), qPrintable(said()));
        QCOMPARE(turn()->visit().envelope()->number, Number);
    }

    void aWrongNumberIsPutRightWhileTheFormIsOpen()
    {
        openEnvelope();
        sayEnvelope(u"RN12345678"_qs);
        chooseProcedure(u"trich luc"_qs);
        press(Qt::Key_3, Qt::AltModifier); // the procedure, and the envelope beside it
        press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        walkBackTo(u"Number"_qs);
        press(Qt::Key_A, Qt::ControlModifier);
        type(Number);
        QTRY_COMPARE(filing()->envelope()->number, Number);
        QTRY_COMPARE(turn()->visit().envelope()->number, Number);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<FormPage>());
        QVERIFY2(visitPanel().contains(Number), qPrintable(visitPanel()));
    }

    void anIncompleteEnvelopeIsSentBackAndItsFormWaits()
    {
        const Id dossier = sendBackUnfinished();
        QTRY_COMPARE(m_paper->count(), 1); // the letter, and nobody had to sign for it
        QVERIFY2(m_paper->text(1).contains(u"PHIẾU YÊU CẦU BỔ SUNG"), qPrintable(m_paper->text(1)));
        const Dossier away = stored(dossier);
        QCOMPARE(away.acceptance.value(u"channel").toInt(), 3);
        QCOMPARE(Envelope::fromJson(away.acceptance.value(u"post").toObject())->number, Number);

        // The rest comes in another envelope, and the form goes on as the one of that.
        press(Qt::Key_3, Qt::ControlModifier);
        openEnvelope();
        sayEnvelope(Back);
        takeUp(dossier);
        QCOMPARE(filing()->form().text(u"requester.name"_qs), u"Nguyễn Thị Thử"_qs);
        QCOMPARE(filing()->envelope()->number, Back);
    }

    void whoBringsTheRestThemselvesIsHere()
    {
        const Id dossier = sendBackUnfinished();
        takeUp(dossier); // nobody is here yet
        QCOMPARE(filing()->envelope()->number, Number);
        serveTicket(Qt::Key_A);
        takeUp(dossier);
        QVERIFY(!filing()->envelope());
        QVERIFY2(!visitPanel().contains(Number), qPrintable(visitPanel()));
        QVERIFY(!filing()->draftSlip().post); // what would be filed now
        press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        QVERIFY(!box()->isVisible());
    }

    void thatItDidNotComeByPostHoldsForEveryDossierOfTheTurn()
    {
        openEnvelope();
        sayEnvelope();
        chooseProcedure(u"trich luc"_qs);
        const Id first = filing()->dossier();
        fillForm();
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        chooseProcedure(u"trich luc"_qs);
        press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        press(Qt::Key_Delete, Qt::AltModifier); // somebody is here after all
        QTRY_VERIFY(!turn()->visit().envelope());
        QVERIFY(!box()->isVisible());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<FormPage>());
        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(filing()->dossier(), first);
        QVERIFY(!filing()->envelope());
    }

    void whatIsRefusedIsSignedForByNobody()
    {
        openEnvelope();
        sayEnvelope();
        chooseProcedure(u"1.001193"_qs);
        QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs));
        test::commit(window(), u"Nguyễn Thị Thử"_qs);
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY2(shown<StepPage>(), qPrintable(said()));
        press(Qt::Key_U, Qt::ControlModifier); // refused, and not asked for
        QTRY_VERIFY2(written().contains(u"The form is discarded"), qPrintable(written()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"Không thuộc thẩm quyền"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"into an envelope"), qPrintable(said()));
        QTRY_COMPARE(m_paper->count(), 1);
        const QString letter = m_paper->text(1);
        QVERIFY2(letter.contains(u"PHIẾU TỪ CHỐI") && letter.contains(u"(nộp qua bưu chính)"), qPrintable(letter));
    }

    void whatIsHalfSaidOfTheEnvelopeIsToldAndLedTo_data()
    {
        QTest::addColumn<bool>("accepts");
        QTest::newRow("before it is accepted") << true;
        QTest::newRow("before it is sent back") << false;
    }
    void whatIsHalfSaidOfTheEnvelopeIsToldAndLedTo()
    {
        QFETCH(bool, accepts);
        beginForm();
        fillForm();
        press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        press(Qt::Key_Insert, Qt::AltModifier); // it came by post, and nothing more is said of it
        press(Qt::Key_Escape);
        QTRY_VERIFY2(shown<FormPage>(), window()->page()->metaObject()->className());
        if (accepts) {
            press(Qt::Key_6, Qt::AltModifier);
            QTRY_VERIFY(shown<AcceptPage>());
            press(Qt::Key_Return, Qt::ControlModifier);
            QVERIFY2(shown<AcceptPage>() && said().contains(u"of the envelope it came in something is missing"), qPrintable(said()));
            press(Qt::Key_E, Qt::ControlModifier);
        } else {
            press(Qt::Key_U, Qt::ControlModifier);
        }
        QTRY_VERIFY(shown<ProcedurePage>());
        QVERIFY2(said().contains(u"number of the envelope is missing"), qPrintable(said()));
        QCOMPARE(window()->focusWidget()->accessibleName(), u"Number"_qs);
        sayEnvelope();
        press(Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(shown<FormPage>());
        if (accepts) {
            accept();
        } else {
            press(Qt::Key_U, Qt::ControlModifier);
            QTRY_VERIFY2(shown<StepPage>(), qPrintable(said()));
        }
    }

    void howTheOthersOfTheTurnCameIsJudgedAsItsEnvelopeSays()
    {
        openEnvelope();
        sayEnvelope();
        chooseProcedure(u"chung thuc ban sao"_qs); // which no envelope may bring
        fillForm();
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        chooseProcedure(u"trich luc"_qs);
        press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        press(Qt::Key_Delete, Qt::AltModifier); // they are here after all
        press(Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(shown<FormPage>());
        fillForm();
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY(shown<AcceptPage>());
        QTRY_VERIFY2(written().contains(u"And with it"), qPrintable(written()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QCOMPARE(turn()->visit().count(VisitDossier::State::Filed), 2);
        for (const VisitDossier &one : turn()->visit().dossiers()) {
            QCOMPARE(stored(one.id).acceptance.value(u"channel").toInt(), 1);
        }
    }

    void whatIsPostedIsHandedToNobodyAtTheDesk()
    {
        openEnvelope();
        sayEnvelope();
        chooseProcedure(u"trich luc"_qs);
        fillForm();
        const Id dossier = filing()->dossier();
        accept();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        serveTicket(Qt::Key_A);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        openDossier(stored(dossier).code);
        takeStep(u"Hand on to the deciding unit"_qs);
        QTRY_COMPARE(status(), u"4 Processing"_qs);
        takeStep(u"The result is here"_qs);
        QTRY_COMPARE(status(), u"9 Processed"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_1); // by post
        press(Qt::Key_E, Qt::ControlModifier);
        type(Back);
        tickBox(u"8.000 đ was taken now"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(status() == u"10 Handed over", qPrintable(said()));
        QCOMPARE(turn()->visit().count(VisitDossier::State::HandedOver), 0);
    }

    void anEnvelopeThatIsBegunBeforeTheTurnIsKnownWaitsForIt()
    {
        restart();
        connect(m_counter.get(), &Counter::signedIn, this, [this] { m_counter->hall()->beginEnvelope(); });
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said()));
        QVERIFY(turn()->visit().envelope());
    }

    void aProcedureThatIsNotReceivedByPostGoesBack()
    {
        openEnvelope();
        sayEnvelope();
        chooseProcedure(u"chung thuc ban sao"_qs);
        QVERIFY2(said().contains(u"not received by post") && said().contains(u"Ctrl+U"), qPrintable(said()));
    }

    void whoHasATicketComesBeforeTheEnvelope()
    {
        press(Qt::Key_3, Qt::ControlModifier);
        serveTicket(Qt::Key_A);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        press(Qt::Key_3, Qt::ControlModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"A001 is still here"), qPrintable(said()));
        QCOMPARE(turn()->ticket()->number, u"A001"_qs);
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        press(Qt::Key_Insert, Qt::AltModifier); // and theirs is no envelope either
        QVERIFY(!turn()->visit().envelope());
    }

    void afterACrashTheEnvelopeIsStillOpen()
    {
        openEnvelope();
        sayEnvelope();
        chooseProcedure(u"trich luc"_qs);
        QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs));
        test::commit(window(), u"Nguyễn Thị Thử"_qs);
        const QString place = u"visit."_qs + filing()->place().person.toString();
        const QByteArray dossier = filing()->dossier().toString().toUtf8();
        QTRY_VERIFY(!filing()->drafts().hasUnkept() && store().ask(storage::OpenParts{}).result()->value(place).contains(dossier));
        restart();
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<FormPage>(), qPrintable(said()));
        QTRY_VERIFY(turn()->visit().envelope());
        QCOMPARE(turn()->visit().envelope()->number, Number);
        QCOMPARE(filing()->envelope()->number, Number);
    }

    void theEnvelopeIsReadInEveryDress_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("scale");
        QTest::newRow("light") << int(Theme::Name::Light) << 100;
        QTest::newRow("dark") << int(Theme::Name::Dark) << 100;
        QTest::newRow("in large letters") << int(Theme::Name::Light) << 150;
    }
    void theEnvelopeIsReadInEveryDress()
    {
        QFETCH(int, theme);
        QFETCH(int, scale);
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
        window()->setTextScale(scale);
        serveTicket(Qt::Key_A); // the hall takes its column
        press(Qt::Key_F8);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        openEnvelope();
        type(u"RN123456786VN"_qs);
        walkTo(u"Procedure"_qs);
        test::commit(window(), u"trich luc"_qs); // the prices of another procedure are wider than their column
        test::screenshot(window(), u"post-open-%1-%2"_qs.arg(theme).arg(scale));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        walkBackTo(u"Sheets inside"_qs);
        type(u"2"_qs);
        walkTo(u"Procedure"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<FormPage>(), qPrintable(said()));
        fillForm();
        accept();
        QTRY_COMPARE(m_paper->count(), 1);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_VERIFY(shown<WorklistPage>()->model()->row(0));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"post-list-%1-%2"_qs.arg(theme).arg(scale));
    }

private:
    void openEnvelope()
    {
        press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said()));
        QVERIFY(turn()->visit().envelope());
    }
    /** A form of an envelope was begun, and asks for the rest by letter; the envelope is done with. */
    Id sendBackUnfinished()
    {
        Id dossier;
        [this, &dossier] {
            openEnvelope();
            sayEnvelope();
            chooseProcedure(u"1.001193"_qs);
            QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs));
            test::commit(window(), u"Nguyễn Thị Thử"_qs);
            dossier = filing()->dossier();
            press(Qt::Key_U, Qt::ControlModifier);
            QTRY_VERIFY2(shown<StepPage>(), qPrintable(said()));
            QVERIFY2(written().contains(u"envelope with the rest"), qPrintable(written()));
            press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY2(said().contains(u"into an envelope"), qPrintable(said()));
            press(Qt::Key_F8);
            QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        }();
        return dossier;
    }
    /** From "My drafts". */
    void takeUp(const Id &draft)
    {
        if (!shown<WorklistPage>()) {
            press(Qt::Key_Escape);
        }
        QTRY_VERIFY(shown<WorklistPage>());
        press(Qt::Key_7, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>()->model()->row(0) && shown<WorklistPage>()->model()->row(0)->id == draft);
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<FormPage>(), qPrintable(said()));
        QCOMPARE(filing()->dossier(), draft);
    }
    void sayEnvelope(const QString &number = Number)
    {
        type(number);
        walkTo(u"Sheets inside"_qs);
        type(u"2"_qs);
        walkTo(u"Procedure"_qs);
    }
    /** With Tab, to what bears this name. */
    void walkTo(const QString &name, Qt::Key key = Qt::Key_Tab)
    {
        for (int tabs = 0; tabs < 12 && window()->focusWidget()->accessibleName() != name; ++tabs) {
            press(key);
        }
        QCOMPARE(window()->focusWidget()->accessibleName(), name);
    }
    void walkBackTo(const QString &name) { walkTo(name, Qt::Key_Backtab); }

    /** A box with these words stands on the page. */
    [[nodiscard]] bool isAsked(const QString &words) const
    {
        const QList<QCheckBox *> boxes = window()->page()->findChildren<QCheckBox *>();
        return std::any_of(boxes.cbegin(), boxes.cend(), [&words](const QCheckBox *one) { return one->isVisible() && one->text().contains(words); });
    }
    [[nodiscard]] EnvelopeBox *box() const { return window()->page()->findChild<EnvelopeBox *>(); }
    [[nodiscard]] QString visitPanel() const { return written(window()->findChild<QWidget *>(u"visitPanel"_qs)); }
    [[nodiscard]] QString cell(int column) const
    {
        const WorklistItemModel *model = shown<WorklistPage>()->model();
        return model->data(model->index(0, column)).toString();
    }
    /** How many a list tells of, beside its name. */
    [[nodiscard]] QString countOf(const QString &list) const
    {
        for (const QListWidget *tabs : window()->page()->findChildren<QListWidget *>()) {
            for (int row = 0; row < tabs->count(); ++row) {
                const QString spoken = tabs->item(row)->data(Qt::AccessibleTextRole).toString();
                if (spoken.startsWith(list)) {
                    return spoken.section(u", "_qs, 1);
                }
            }
        }
        return {};
    }

    std::unique_ptr<test::StoryPaper> m_paper;
};

QTEST_MAIN(tst_WorkingDayPost)
#include "tst_WorkingDayPost.moc"
