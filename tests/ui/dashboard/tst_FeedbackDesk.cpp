// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Random.h"
#include "app/storage/FeedbackQueries.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dashboard/DashboardDesk.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/dashboard/FeedbackDesk.h"
#include "ui/dashboard/FeedbackPage.h"
#include "ui/kiosk/KioskDesk.h"

#include <QListWidget>
#include <QPlainTextEdit>

using namespace motcua;
using namespace motcua::test;

/** What citizens said, as whoever leads the centre reads and answers it, by keys alone. */
class tst_FeedbackDesk : public CounterStory
{
    Q_OBJECT

    static void give(const Workplace &place, const GiveFeedback &what)
    {
        Act act = place.act(security::random::id(QDateTime::currentMSecsSinceEpoch()), what);
        act.actor = {journal::Actor::Kind::Device, place.store.origin()};
        QVERIFY(place.store.record(act).result());
    }
    void prepare(const QStringList &roles, const QList<GiveFeedback> &given)
    {
        openDesk([&](const Workplace &place) {
            QVERIFY(place.store.record(place.act(place.person, ChangeStaff{.roles = roles, .reason = u"thử"_qs})).result());
            for (const GiveFeedback &one : given) {
                give(place, one);
            }
        });
        signIn();
        const auto opens = [this] { // as soon as it is known that they may
            press(Qt::Key_D, Qt::AltModifier);
            return shown<DashboardPage>() != nullptr;
        };
        QTRY_VERIFY(opens());
    }
    void openFeedback()
    {
        QSignalSpy looked(m_counter->dashboard()->feedback(), &FeedbackDesk::looked);
        press(Qt::Key_Y, Qt::ControlModifier);
        QTRY_VERIFY(shown<FeedbackPage>());
        QTRY_VERIFY(!looked.isEmpty());
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        const auto *list = window()->page()->findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row) {
            all.append(list->item(row)->text());
        }
        return all;
    }

private Q_SLOTS:
    void cleanup() { closeDesk(); }

    void whatWaitsIsAnswered()
    {
        prepare({u"administrator"_qs, u"supervisor"_qs},
            {{.score = 5}, {.score = 1, .reasons = {u"waited"_qs, u"gone"_qs}, .text = u"Chờ <b>lâu</b> quá"_qs, .contact = u"0900 000 001"_qs, .ticket = u"A013"_qs}, {.score = 0, .text = u"Thiếu ghế"_qs}});
        QTRY_VERIFY(shown<DashboardPage>()->figures());
        QTRY_COMPARE(shown<DashboardPage>()->figures()->feedback.open, 2);
        openFeedback();
        QCOMPARE(shown<FeedbackPage>()->heading(), u"Feedback · 2 not answered"_qs);
        QCOMPARE(rows().size(), 3);
        QVERIFY2(rows().at(0).startsWith(u"● "_qs) && rows().at(0).endsWith(u"Chờ <b>lâu</b> quá"_qs), qPrintable(rows().at(0))); // the oldest first
        QVERIFY2(rows().at(2).contains(u"★★★★★"_qs), qPrintable(rows().at(2)));
        const QString told = written();
        QVERIFY2(told.contains(u"Waited long · gone · ticket A013"_qs), qPrintable(told)); // a reason nobody knows any more is its id
        QVERIFY2(told.contains(u"An answer is wanted: 0900 000 001"_qs), qPrintable(told));
        QVERIFY2(told.contains(u"Chờ <b>lâu</b> quá"_qs), qPrintable(told));
        screenshot(window(), u"feedback"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"It is not said yet what was done"_qs), qPrintable(said()));
        press(Qt::Key_Return); // on to the answer
        type(u"Đã gọi lại xin lỗi."_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"The answer is kept"_qs), qPrintable(said()));
        QTRY_COMPARE(shown<FeedbackPage>()->heading(), u"Feedback · 1 not answered"_qs);
        QVERIFY(rows().at(0).endsWith(u"Thiếu ghế"_qs));
        QVERIFY(window()->page()->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
        QTRY_VERIFY2(rows().filter(u"lâu"_qs).value(0).startsWith(u"    "_qs), qPrintable(rows().join(u'\n')));
        press(Qt::Key_Escape); // what was told
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<DashboardPage>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }

    void whoMayNotAnswerReads()
    {
        prepare({u"administrator"_qs, u"inspector"_qs}, {{.score = 2, .text = u"Chờ lâu"_qs}});
        openFeedback();
        QVERIFY(!window()->page()->findChild<QPlainTextEdit *>()->isVisibleTo(window()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"Answering is a supervisor's"_qs), qPrintable(said()));
    }

    void withoutAnyThereIsAWord()
    {
        prepare({u"administrator"_qs, u"supervisor"_qs}, {});
        openFeedback();
        QVERIFY2(written().contains(u"Nobody has said anything yet"_qs), qPrintable(written()));
        screenshot(window(), u"feedback-empty"_qs);
    }

    void whatIsBeingTypedStaysWhenMoreComesIn()
    {
        prepare({u"administrator"_qs, u"supervisor"_qs}, {{.score = 1, .text = u"Một"_qs}});
        openFeedback();
        press(Qt::Key_Return);
        type(u"Đang hỏi"_qs);
        QSignalSpy looked(m_counter->dashboard()->feedback(), &FeedbackDesk::looked);
        give(*m_counter->kiosk()->place(), {.score = 2, .text = u"Hai"_qs});
        QTRY_COMPARE(rows().size(), 2);
        QVERIFY(!looked.isEmpty());
        QCOMPARE(window()->page()->findChild<QPlainTextEdit *>()->toPlainText(), u"Đang hỏi"_qs);
        QVERIFY2(written().contains(u"Một"_qs) && !written().contains(u"Hai"_qs), qPrintable(written()));
    }
};

QTEST_MAIN(tst_FeedbackDesk)
#include "tst_FeedbackDesk.moc"
