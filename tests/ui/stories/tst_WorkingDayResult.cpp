// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/DossierStory.h"
#include "ui/dossier/ReceiverBox.h"

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
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"Trần Thử"_qs);
        press(Qt::Key_Return);
        type(u"CCCD 000185012346"_qs);
        press(Qt::Key_Return);
        type(u"Giấy uỷ quyền ngày 20/11/2026, có chứng thực"_qs);
        tickBox(u"8.000 đ was taken now"_qs);
        tickBox(u"originals"_qs);
        test::screenshot(window(), u"result-delegate"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(status() == u"10 Handed over", qPrintable(said()));
        QVERIFY2(written().contains(u"Trần Thử") && written().contains(u"uỷ quyền"), qPrintable(written()));
        QVERIFY2(written().contains(u"Fee taken"), qPrintable(written()));
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

    QString m_code;
};

QTEST_MAIN(tst_WorkingDayResult)
#include "tst_WorkingDayResult.moc"
