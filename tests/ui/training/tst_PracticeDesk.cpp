// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/PracticeGround.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/hall/HallDesk.h"
#include "ui/messages/Language.h"
#include "ui/training/PracticePage.h"
#include "ui/widgets/GuideStrip.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>

using namespace motcua;
using Turn = ServeVisit::Turn;

/** A trainee asks for a morning, serves somebody who does not exist and reads what was not right, by keys alone. */
class tst_PracticeDesk : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk();
        m_ground = std::make_unique<training::PracticeGround>(Lawbook::folder());
        m_counter->practise(m_ground.get());
        signIn();
    }
    void cleanup()
    {
        closeDesk();
        m_ground.reset();
    }

    void aMorningComesOnRequest()
    {
        press(Qt::Key_T, Qt::AltModifier);
        QVERIFY(shown<PracticePage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2_WITH_TIMEOUT(said().startsWith(u"The hall is filled: 8 tickets"_qs), qPrintable(said()), 20'000);
        QVERIFY(shown<WorklistPage>());
        QTRY_COMPARE(m_counter->hall()->waiting(), 8);
    }

    void aNumberThatIsNoneSaysWhyAndDoesNothing()
    {
        press(Qt::Key_T, Qt::AltModifier);
        press(Qt::Key_Backspace);
        type(u"99"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"A morning has 1 to"_qs), qPrintable(said()));
        QCOMPARE(m_counter->hall()->waiting(), 0);
        press(Qt::Key_Escape); // the message
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }

    void whoIsCalledIsToldAndWhatWasNotRightToo()
    {
        fill();
        QVERIFY(!strip()->isVisible());
        press(Qt::Key_F3);
        QTRY_VERIFY(strip()->isVisible());
        const QString number = m_counter->hall()->turn()->ticket()->number;
        QVERIFY(strip()->blocks().constFirst().title.contains(number));
        QVERIFY(strip()->blocks().constFirst().title.startsWith(u"PRACTICE"_qs));
        press(Qt::Key_F5);
        QTRY_COMPARE(m_counter->hall()->turn()->turn(), Turn::Serving);
        QVERIFY(strip()->isVisible());
        QTRY_VERIFY(!m_counter->hall()->turn()->isBusy());
        press(Qt::Key_F8); // without doing anything
        QTRY_VERIFY(shown<PracticePage>());
        QVERIFY(!strip()->isVisible());
        const PracticeNotes notes = shown<PracticePage>()->notes();
        QVERIFY(notes.visit.startsWith(number));
        QVERIFY2(notes.remarks.join(u'|').contains(u"without anything being done"_qs), qPrintable(notes.remarks.join(u'|')));
        QVERIFY2(said().contains(u"takes it back"_qs), qPrintable(said())); // what was told of the end is still there
        press(Qt::Key_Return, Qt::ControlModifier); // goes on, and fills no hall
        QTRY_VERIFY(shown<WorklistPage>());
        QCOMPARE(m_counter->hall()->waiting(), 7);
        press(Qt::Key_T, Qt::AltModifier);
        QCOMPARE(shown<PracticePage>()->notes(), notes);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }

    void insideAVisitThePageLeadsBackToIt()
    {
        fill();
        press(Qt::Key_F3);
        QTRY_COMPARE(m_counter->hall()->turn()->turn(), Turn::Called);
        QTRY_VERIFY(!m_counter->hall()->turn()->isBusy());
        press(Qt::Key_F5);
        QTRY_COMPARE(m_counter->hall()->turn()->turn(), Turn::Serving);
        QTRY_VERIFY(!shown<WorklistPage>());
        const Page *before = window()->page();
        press(Qt::Key_T, Qt::AltModifier);
        QVERIFY(shown<PracticePage>());
        QVERIFY(strip()->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(window()->page() == before || shown<WorklistPage>());
        QCOMPARE(m_counter->hall()->turn()->turn(), Turn::Serving);
    }

    void theKeyIsListedInATrainingCentre()
    {
        press(Qt::Key_F1);
        QStringList words;
        const QList<QLabel *> labels = window()->page()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            words.append(label->text());
        }
        QVERIFY(words.contains(u"Alt+T"_qs));
    }

    void looksRight_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::Name::Light);
        QTest::newRow("dark") << int(Theme::Name::Dark);
    }
    void looksRight()
    {
        QFETCH(int, theme);
        const Language vietnamese;
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, 100);
        cleanup();
        init();
        fill();
        press(Qt::Key_F3);
        QTRY_VERIFY(strip()->isVisible());
        QTRY_VERIFY(!m_counter->hall()->turn()->isBusy());
        press(Qt::Key_F5);
        QTRY_COMPARE(m_counter->hall()->turn()->turn(), Turn::Serving);
        QTRY_VERIFY(!shown<WorklistPage>());
        QTRY_VERIFY2(test::clipped(strip()).isEmpty(), qPrintable(test::clipped(strip()).join(u'|')));
        test::screenshot(window(), u"practice-story-%1"_qs.arg(QString::fromLatin1(QTest::currentDataTag())));
        QTRY_VERIFY(!m_counter->hall()->turn()->isBusy());
        press(Qt::Key_F8);
        QTRY_VERIFY(shown<PracticePage>());
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"practice-remarks-%1"_qs.arg(QString::fromLatin1(QTest::currentDataTag())));
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

private:
    void fill()
    {
        press(Qt::Key_T, Qt::AltModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(m_counter->hall()->waiting(), 8, 20'000);
        QTRY_VERIFY(shown<WorklistPage>());
    }
    [[nodiscard]] GuideStrip *strip() const { return window()->findChild<GuideStrip *>(u"practiceStrip"_qs); }

    std::unique_ptr<training::PracticeGround> m_ground;
};

QTEST_MAIN(tst_PracticeDesk)
#include "tst_PracticeDesk.moc"
