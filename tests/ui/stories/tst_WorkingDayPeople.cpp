// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/ui/stories/StoryPaper.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/citizen/CitizenDesk.h"
#include "ui/citizen/CitizenWindow.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/shell/TopBar.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/GuideStrip.h"

#include <QGuiApplication>

using namespace motcua;

/** Whoever comes: with a name no keyboard has the letters for, with a passport, without hearing; and an officer on the first day. */
class tst_WorkingDayPeople : public test::CounterStory
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

    void aMinorityNameIsKeptFoundAndPrintedWithEveryMark_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("searched");
        QTest::addColumn<QString>("printed");
        QTest::newRow("one syllable and its mark") << u"K’Brôi"_qs << u"k’broi"_qs << u"K’BRÔI"_qs;
        QTest::newRow("letters of the highlands") << u"Y Thiêm Êñuôl"_qs << u"y thiem enuol"_qs << u"Y THIÊM ÊÑUÔL"_qs;
        QTest::newRow("a short vowel") << u"H’Bĭa Niê Kdăm"_qs << u"h’bia nie kdam"_qs << u"H’BĬA NIÊ KDĂM"_qs;
    }
    void aMinorityNameIsKeptFoundAndPrintedWithEveryMark()
    {
        QFETCH(QString, name);
        QFETCH(QString, searched);
        QFETCH(QString, printed);
        beginForm();
        fillForm();
        rename(name);
        const Id dossier = filing()->dossier();
        accept();
        QCOMPARE(stored(dossier).role(u"applicant.name"_qs).text, name); // one field, nothing split off and nothing put in its place
        QTRY_COMPARE(m_paper->count(), 1);
        QVERIFY2(m_paper->text(1).toUpper().contains(printed), qPrintable(m_paper->text(1)));
        press(Qt::Key_F2);
        type(searched);
        QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount({}), 1);
        QCOMPARE(shown<WorklistPage>()->model()->row(0)->id, dossier);
    }

    void aForeignerIsServedWithAPassport_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("kept");
        QTest::newRow("a single name, and the year alone") << u"Suharto"_qs << u"1961"_qs << u"1961"_qs;
        QTest::newRow("a long name, and no day") << u"Maria de la Concepción Fernández-Villaverde y García de los Ríos"_qs << u"6/1961"_qs << u"1961-06"_qs;
    }
    void aForeignerIsServedWithAPassport()
    {
        QFETCH(QString, name);
        QFETCH(QString, birth);
        QFETCH(QString, kept);
        beginForm();
        fillForm();
        rename(name);
        filing()->answer(u"requester.personalNumber"_qs, {});
        press(Qt::Key_3, Qt::AltModifier);
        QVERIFY(shown<FormPage>()->focusField(u"requester.document"_qs));
        press(Qt::Key_Down); // a passport instead of the personal number
        QCOMPARE(filing()->form().text(u"requester.document"_qs), u"passport"_qs);
        retype(u"requester.documentNumber"_qs, u"C01234567"_qs);
        retype(u"record.birth"_qs, birth);
        QCOMPARE(filing()->form().text(u"record.birth"_qs), kept);
        press(Qt::Key_F9);
        press(Qt::Key_3);
        QVERIFY2(filing()->missing().isEmpty(), qPrintable(filing()->missing().isEmpty() ? QString() : filing()->missing().constFirst().field));
        const Id dossier = filing()->dossier();
        accept();
        const Dossier dossierAsKept = stored(dossier);
        QCOMPARE(dossierAsKept.role(u"applicant.name"_qs).text, name);
        QCOMPARE(dossierAsKept.role(u"applicant.document"_qs).text, u"C01234567"_qs);
        QCOMPARE(dossierAsKept.role(u"applicant.shown"_qs).text, u"passport"_qs);
        QCOMPARE(dossierAsKept.role(u"subject.birth"_qs).text, kept);
        QTRY_COMPARE(m_paper->count(), 1);
        QVERIFY2(m_paper->text(1).contains(name, Qt::CaseInsensitive), qPrintable(m_paper->text(1)));
    }

    void whoDoesNotHearIsSeenInTheHallAndReadsFromTheSecondScreen()
    {
        m_counter->visit()->citizen()->setFinder([] { return QGuiApplication::primaryScreen(); });
        serveTicket(Qt::Key_A, {u"Does not hear"_qs});
        QTRY_VERIFY2(written(window()->hall()).contains(u"Does not hear"), qPrintable(written(window()->hall())));
        chooseProcedure(u"trich luc"_qs);
        fillForm();
        press(Qt::Key_J, Qt::ControlModifier);
        QVERIFY(m_counter->visit()->citizen()->isShowing());
        const QString shownThere = written(m_counter->visit()->citizen()->window());
        QVERIFY2(shownThere.contains(u"Nguyễn Thị Hoa"), qPrintable(shownThere));
        press(Qt::Key_J, Qt::ControlModifier);
        QVERIFY(!m_counter->visit()->citizen()->isShowing());
        // The need is told to nobody but the desk of today: no entry holds it.
        const Result<QList<journal::Entry>> entries = store().ask(storage::JournalPage{}).result();
        QVERIFY(entries && !entries->isEmpty());
        for (const journal::Entry &entry : *entries) {
            QVERIFY2(!entry.payload || !entry.payload->bytes.contains("deaf"), entry.header.kind.constData());
        }
    }

    void whoIsLedToTheDeskIsSeenToWant()
    {
        serveTicket(Qt::Key_A, {u"Does not see"_qs, u"Wants to be met"_qs});
        QTRY_VERIFY2(written(window()->hall()).contains(u"Wants to be met"), qPrintable(written(window()->hall())));
    }

    void onTheFirstDayTheGuideStandsBesideTheFormAndTheBandOverTheWindow()
    {
        QVERIFY2(written(window()->topBar()).contains(u"TRAINING"), qPrintable(written(window()->topBar())));
        beginForm();
        QWidget *caret = window()->focusWidget();
        press(Qt::Key_F1, Qt::ShiftModifier);
        const auto *guide = window()->findChild<GuideStrip *>(u"guideStrip"_qs);
        QTRY_VERIFY(guide->isVisible());
        QCOMPARE(window()->focusWidget(), caret);
        QVERIFY2(written(guide).contains(u"Bản sao của ai"), qPrintable(written(guide)));
        test::screenshot(window(), u"first-day-guide"_qs);
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        QTRY_VERIFY(guide->isVisible()); // and on the next step
    }

private:
    void rename(const QString &name)
    {
        retype(u"requester.name"_qs, name);
        QCOMPARE(filing()->form().text(u"requester.name"_qs), name);
    }

    std::unique_ptr<test::StoryPaper> m_paper;
};

QTEST_MAIN(tst_WorkingDayPeople)
#include "tst_WorkingDayPeople.moc"
