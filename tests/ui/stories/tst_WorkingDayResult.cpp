// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/IssuedSlip.h"
#include "tests/ui/support/DossierStory.h"
#include "ui/dossier/ReceiverBox.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QCheckBox>

using namespace motcua;

/** A result is fetched by somebody else, who has lost the slip; an original lies here, and the fee was left to the result. */
class tst_WorkingDayResult : public test::DossierStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk([this](const Workplace &place) {
            m_code = file(place, [](FileDossier &filing) {
                Paper identity = filing.papers().paper(u"identity"_qs);
                identity.originalsHeld = 1;
                filing.look(identity);
            });
            // The slip was given out then, by this desk or the one that filed it.
            const auto dossier = [&] { return **place.store.ask(storage::DossierByCode{m_code}).result(); };
            QTRY_VERIFY(issueSlip(place, dossier()) || !dossier().slips.isEmpty());
        });
        QVERIFY(!m_code.isEmpty());
        signIn();
        // Without the slip the dossier is found by the name, and without its marks.
        press(Qt::Key_F2);
        type(u"ng t hoa"_qs);
        QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount({}), 1);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<DossierPage>());
        takeStep(u"Hand on to the deciding unit"_qs);
        QTRY_COMPARE(status(), u"4 Processing"_qs);
        takeStep(u"The result is here"_qs);
        QTRY_COMPARE(status(), u"9 Processed"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<StepPage>());
    }
    void cleanup() { closeDesk(); }

    void whatIsOwedEitherWayIsSeenBeforeItIsHandedOver()
    {
        QVERIFY2(written().contains(u"To give back: Giấy tờ tùy thân của người yêu cầu"), qPrintable(written()));
        QVERIFY(box(u"8.000 đ was taken now"_qs));
        press(Qt::Key_1); // the applicant
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(shown<StepPage>() && said().contains(u"Not recorded yet"), qPrintable(said())); // the original still lies here
    }

    void theDelegateIsIdentifiedLikeASubmitterAndBringsAnAuthority()
    {
        press(Qt::Key_2); // somebody else
        press(Qt::Key_5); // who has no slip
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"Trần Thử"_qs);
        press(Qt::Key_Return);
        type(u"identity"_qs); // card
        press(Qt::Key_Return);
        type(u"000185012346"_qs);
        press(Qt::Key_Return);
        type(u"notar"_qs); // a contract before a notary
        press(Qt::Key_Return);
        type(u"số 12, ngày 20/11/2026"_qs);
        tickBox(u"8.000 đ was taken now"_qs);
        tickBox(u"originals"_qs);
        test::screenshot(window(), u"result-delegate"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(status() == u"10 Handed over", qPrintable(said()));
        // All of it stands in the entry of the hand-over, and the sheet that was made is a line of its own.
        QVERIFY2(written().contains(u"Received by: Trần Thử, Thẻ căn cước, 000185012346, Hợp đồng ủy quyền công chứng, số 12, ngày 20/11/2026"), qPrintable(written()));
        QVERIFY2(written().contains(u"the slip was lost: a sheet was made to be signed for it"), qPrintable(written()));
        QVERIFY2(written().contains(u"Fee taken"), qPrintable(written()));
        QTRY_COMPARE(sheets(), (QStringList{u"01"_qs, u"lostSlip"_qs}));
        QTRY_VERIFY2(written().contains(u"sheet signed for a lost slip · original"), qPrintable(written()));
        const QJsonObject receiver = handedOver().events.constLast().what.value(u"receiver").toObject();
        QCOMPARE(receiver.value(u"authorityKind").toString(), u"notarised"_qs);
        QVERIFY(receiver.value(u"shown").toObject().value(u"proves").toBool());
    }

    void whoeverHasTheSlipIsAskedNothingMore()
    {
        press(Qt::Key_1); // the applicant
        press(Qt::Key_4); // the slip
        QVERIFY2(!asked(u"Identity shown by"_qs), qPrintable(written()));
        press(Qt::Key_3); // the original
        press(Qt::Key_6); // and the fee
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(status() == u"10 Handed over", qPrintable(said()));
        QVERIFY2(written().contains(u"Received by: the applicant") && !written().contains(u"lost"), qPrintable(written()));
        QCOMPARE(sheets(), QStringList{u"01"_qs});
    }

    void withoutTheSlipWhoTheyAreIsProvedAndNotStated()
    {
        press(Qt::Key_4);
        press(Qt::Key_5); // it is lost: what was ticked before was a slip of the finger
        QVERIFY(!box(u"taken back"_qs)->isChecked());
        press(Qt::Key_3);
        press(Qt::Key_6);
        press(Qt::Key_1);
        QVERIFY(asked(u"Identity shown by"_qs));
        QVERIFY(!asked(u"The paper that gives the authority"_qs)); // they come for themselves
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY2(said().contains(u"how they showed who they are"), qPrintable(said()));
        type(u"stated"_qs); // it was only said
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(shown<StepPage>() && said().contains(u"does not prove"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"other"_qs); // another paper with a photograph: it has a number of its own, whatever personal number the dossier knows
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(shown<StepPage>() && said().contains(u"number of the paper they showed is missing"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"GPLX 790123456789"_qs);
        press(Qt::Key_Return, Qt::ControlModifier); // and why there is no card is asked too
        QVERIFY2(shown<StepPage>() && said().contains(u"why there is no identity card"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"lost"_qs);
        test::screenshot(window(), u"result-lost"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        tickBox(u"a sheet for them to sign"_qs, false); // they sign the register
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(status() == u"10 Handed over", qPrintable(said()));
        QVERIFY2(written().contains(u"Received by: the applicant, Giấy khác có ảnh (Đã mất), GPLX 790123456789"), qPrintable(written()));
        QVERIFY2(written().contains(u"the register was signed for it"), qPrintable(written()));
        QCOMPARE(sheets(), QStringList{u"01"_qs});
    }

    void theCardBearsTheNumberTheDossierKnowsAndAPassportDoesNot_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<bool>("bears");
        QTest::newRow("the card") << u"identity c"_qs << true;
        QTest::newRow("on the telephone") << u"vneid"_qs << true;
        QTest::newRow("a passport") << u"passport"_qs << false;
    }
    void theCardBearsTheNumberTheDossierKnowsAndAPassportDoesNot()
    {
        QFETCH(QString, way);
        QFETCH(bool, bears);
        press(Qt::Key_1);
        press(Qt::Key_5); // no slip
        press(Qt::Key_3);
        press(Qt::Key_6);
        press(Qt::Key_E, Qt::ControlModifier);
        type(way);
        press(Qt::Key_Return, Qt::ControlModifier);
        if (!bears) {
            QVERIFY2(shown<StepPage>() && said().contains(u"number of the paper they showed is missing"), qPrintable(said()));
            return;
        }
        QTRY_VERIFY2(status() == u"10 Handed over", qPrintable(said()));
        const Receiver receiver = *Receiver::fromJson(handedOver().events.constLast().what.value(u"receiver").toObject());
        QCOMPARE(receiver.document, handedOver().role(u"applicant.number"_qs).text);
    }

    void whatIsNoNameIsNoReceiver()
    {
        press(Qt::Key_2); // somebody else
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"0001"_qs);
        press(Qt::Key_Return);
        type(u"identity c"_qs);
        press(Qt::Key_Return);
        type(u"000185012346"_qs);
        press(Qt::Key_Return);
        type(u"notar"_qs);
        press(Qt::Key_Return);
        tickBox(u"receipt slip was taken back"_qs);
        tickBox(u"originals"_qs);
        tickBox(u"8.000 đ was taken now"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(shown<StepPage>() && said().contains(u"Full name"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"Trần Thử"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(status() == u"10 Handed over", qPrintable(said()));
    }

    void whatWillHappenTellsOfTheSheetForTheLostSlip()
    {
        const QString sheet = u"sheet signed for a lost slip"_qs;
        QVERIFY2(!written().contains(sheet), qPrintable(written()));
        press(Qt::Key_1);
        press(Qt::Key_5); // no slip
        QVERIFY2(written().contains(sheet), qPrintable(written()));
        tickBox(u"a sheet for them to sign"_qs, false); // the register
        QVERIFY2(!written().contains(sheet), qPrintable(written()));
        tickBox(u"a sheet for them to sign"_qs);
        press(Qt::Key_4); // it was taken back
        QVERIFY2(!written().contains(sheet), qPrintable(written()));
    }

    // The last one: what the program wears stays on it.
    void whatIsAskedIsReadInLargeLettersAndInTheDarkToo()
    {
        Theme::named(Theme::Name::Dark).wear(*qApp, 150);
        window()->setTextScale(150);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<DossierPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<StepPage>());
        press(Qt::Key_2);
        press(Qt::Key_5);
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"Trần Thử"_qs);
        press(Qt::Key_Return);
        type(u"other"_qs); // and why it is not the card
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"result-delegate-150"_qs);
    }

    void whoCannotComeBackHasItSent()
    {
        const QString byPost = window()->page()->findChild<ReceiverBox *>()->choices().constLast()->text();
        QVERIFY2(byPost.contains(u"by post, to Nguyễn Thị Hoa"), qPrintable(byPost));
        press(Qt::Key_0 + byPost.section(u' ', 0, 0).toInt()); // behind what every result wants, so the other digits are as ever
        tickBox(u"originals"_qs); // into the envelope
        tickBox(u"8.000 đ was taken now"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"number of the envelope that goes back"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"RN987654327VN"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(status() == u"10 Handed over", qPrintable(said()));
        QVERIFY2(written().contains(u"Sent by post, number RN987654327VN"), qPrintable(written()));
    }

private:
    [[nodiscard]] QCheckBox *box(const QString &words) const
    {
        for (QCheckBox *one : window()->page()->findChildren<QCheckBox *>()) {
            if (one->text().contains(words)) {
                return one;
            }
        }
        return nullptr;
    }

    [[nodiscard]] Dossier handedOver() const { return **store().ask(storage::DossierByCode{m_code}).result(); }
    [[nodiscard]] QStringList sheets() const
    {
        QStringList all;
        for (const DossierLine &line : handedOver().slips) {
            all.append(line.what.value(u"slip").toString());
        }
        all.removeDuplicates();
        return all;
    }
    /** A question of the page that is to be seen. */
    [[nodiscard]] bool asked(const QString &words) const
    {
        const QList<QLabel *> labels = window()->page()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *one) { return one->isVisible() && one->text() == words; });
    }

    QString m_code;
};

QTEST_MAIN(tst_WorkingDayResult)
#include "tst_WorkingDayResult.moc"
