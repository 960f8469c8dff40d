// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DossierQueries.h"
#include "tests/app/workflows/ScriptedPrinter.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SignInPage.h"
#include "ui/visit/SheetQuestion.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace motcua;

/** The power went while slips were printed; the officer answers by keyboard alone. */
class tst_SheetQuestion : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;
    QStringList m_codes;
    QList<Id> m_dossiers;

    ScriptedPrinter m_printer;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<SlipDesk> m_slips;
    std::unique_ptr<SheetQuestion> m_question;
    WorklistPage *m_list = nullptr;

    [[nodiscard]] const Notice &shown() const { return m_window->strip()->notice(); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), key, with); }

    /** Out of the search box, where a digit is a digit, and then the answer. */
    void answer(Qt::Key digit)
    {
        press(Qt::Key_F6);
        press(digit);
    }

    /** Two slips at the printer when the program ended, and nobody knows what became of them. */
    void leaveTwoSheets()
    {
        ScriptedPrinter before;
        SlipDesk slips(&before);
        const QSignalSpy handed(&slips, &SlipDesk::handed);
        for (int n = 0; n < 2; ++n) {
            FileDossier filing(*m_place, &slips);
            QVERIFY(filing.choose(u"2.000635"_qs));
            TrainingDesk::fill(filing);
            filing.accept();
            QTRY_COMPARE(handed.size(), n + 1);
            m_codes.append(filing.accepted()->code.section(u'-', -1));
            m_dossiers.append(filing.dossier());
        }
    }

    void signIn()
    {
        m_window->show(m_list);
        m_question->begin(*m_place);
        QTRY_COMPARE(m_slips->doubts().size(), 2);
        QTRY_VERIFY(m_window->strip()->isVisible());
    }

    [[nodiscard]] QStringList marks(int dossier) const
    {
        QStringList marks;
        const Dossier read = **m_place->store.ask(storage::DossierById{.id = m_dossiers.at(dossier)}).result();
        for (const DossierLine &line : read.slips) {
            marks.append(line.what.value(u"mark").toString());
        }
        return marks;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> place = m_desk->setUp();
        QVERIFY(place);
        m_place = *place;
        m_codes.clear();
        m_dossiers.clear();
        leaveTwoSheets();
        m_printer.answersState = PrintState{PrintState::Progress::Unknown, {}};
        m_printer.sheets.clear();
        m_window = std::make_unique<MainWindow>();
        m_slips = std::make_unique<SlipDesk>(&m_printer);
        m_question = std::make_unique<SheetQuestion>(m_slips.get(), m_window.get());
        m_list = new WorklistPage(m_window.get());
        connect(m_question.get(), &SheetQuestion::tasksChanged, m_list, &WorklistPage::setTasks);
        connect(m_list, &WorklistPage::taskAsked, m_question.get(), &SheetQuestion::ask);
        m_window->show(m_list);
        test::present(m_window.get(), {1366, 698});
    }
    void cleanup()
    {
        m_question.reset();
        m_slips.reset();
        m_window.reset();
        m_place.reset();
    }

    void oneSheetAfterTheOtherByTheDigit()
    {
        signIn();
        QCOMPARE(shown().kind, Notice::Kind::Question);
        QVERIFY2(shown().text.contains(u"…"_qs + m_codes.at(0)), qPrintable(shown().text));
        QVERIFY(shown().text.contains(u"Giấy tiếp nhận hồ sơ và hẹn trả kết quả"_qs));
        QCOMPARE(shown().choices.size(), 2);
        answer(Qt::Key_1);
        QTRY_VERIFY(shown().text.contains(u"…"_qs + m_codes.at(1)));
        answer(Qt::Key_2);
        QTRY_COMPARE_WITH_TIMEOUT(m_printer.sheets.size(), 1, 30000);
        QVERIFY(!m_window->strip()->isVisible());
        QCOMPARE(marks(0), QStringList{u"original"_qs});
        QCOMPARE(marks(1), (QStringList{u"original"_qs, u"replacement"_qs}));
        QVERIFY(m_list->tasks().isEmpty());
    }

    void theQuestionNamesNobody()
    {
        const Language vietnamese;
        signIn();
        for (const QString &name : {u"Hoa"_qs, u"Bảo An"_qs, u"Nguyễn"_qs, TrainingDesk::administrator()}) {
            QVERIFY2(!shown().text.contains(name, Qt::CaseInsensitive), qPrintable(shown().text));
        }
        test::screenshot(m_window.get(), u"sheet-question"_qs);
        QCOMPARE(test::clipped(m_window.get()), QStringList());
    }

    void escapeLeavesItForLaterAsATask()
    {
        signIn();
        press(Qt::Key_Escape);
        QVERIFY(shown().text.contains(u"…"_qs + m_codes.at(1)));
        press(Qt::Key_Escape);
        QVERIFY(!m_window->strip()->isVisible());
        QCOMPARE(m_list->tasks().size(), 2);
        QVERIFY(m_list->tasks().constFirst().contains(m_codes.at(0)));
        QCOMPARE(m_slips->doubts().size(), 2);
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(shown().text.contains(u"…"_qs + m_codes.at(0)));
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        // At the next sign-in it is asked again.
        m_question->begin(*m_place);
        QVERIFY(m_window->strip()->isVisible());
        QVERIFY(shown().text.contains(u"…"_qs + m_codes.at(0)));
    }

    void afterTheProgramEndedAgainItIsStillAsked()
    {
        signIn();
        press(Qt::Key_Escape);
        m_question.reset();
        m_slips = std::make_unique<SlipDesk>(&m_printer);
        m_question = std::make_unique<SheetQuestion>(m_slips.get(), m_window.get());
        signIn();
        QVERIFY(shown().text.contains(u"…"_qs + m_codes.at(0)));
    }

    void aMessageStandsBeforeTheQuestionAndPagesKeepIt()
    {
        signIn();
        m_window->tell({Notice::Kind::Told, u"x"_qs, {}});
        QCOMPARE(shown().text, u"x"_qs);
        press(Qt::Key_Escape); // the message first
        QCOMPARE(shown().kind, Notice::Kind::Question);
        m_window->show(new WorklistPage(m_window.get()));
        QCOMPARE(shown().kind, Notice::Kind::Question);
        auto *door = new SignInPage(m_window.get());
        m_window->show(door);
        QVERIFY(!m_window->strip()->isVisible()); // nobody is signed in to answer it
        m_window->show(m_list);
        QCOMPARE(shown().kind, Notice::Kind::Question);
    }

    void aDigitTypedIntoTheSearchIsNoAnswer()
    {
        signIn();
        auto *search = qobject_cast<QLineEdit *>(m_list->firstField());
        search->setFocus();
        press(Qt::Key_2);
        QCOMPARE(search->text(), u"2"_qs);
        QCOMPARE(m_slips->doubts().size(), 2);
    }

    void whatWasNeverPrintedIsOfferedAsItIs()
    {
        signIn();
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        m_printer.refusal = Error{ErrorCode::PrinterMissing, {}};
        const QSignalSpy failed(m_slips.get(), &SlipDesk::failed);
        FileDossier filing(*m_place, m_slips.get());
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        filing.accept();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(shown().choices.size(), 1);
        m_printer.refusal.reset();
        answer(Qt::Key_1);
        QTRY_COMPARE_WITH_TIMEOUT(m_printer.sheets.size(), 1, 30000);
        QCOMPARE(m_slips->doubts().size(), 2);
        m_dossiers.append(filing.dossier());
        QCOMPARE(marks(2), QStringList{u"original"_qs});
    }
};

QTEST_MAIN(tst_SheetQuestion)
#include "tst_SheetQuestion.moc"
