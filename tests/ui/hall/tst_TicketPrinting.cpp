// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderTicketPrinter.h"
#include "app/workflows/PrintTicket.h"
#include "tests/ui/support/CounterStory.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/hall/HallDesk.h"
#include "ui/hall/TicketPage.h"
#include "ui/messages/Language.h"

#include <QDir>
#include <QLabel>
#include <QTemporaryDir>

using namespace motcua;
using Trouble = FolderTicketPress::Trouble;

/** Reception draws tickets, and they come out on paper, by keys alone. */
class tst_TicketPrinting : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk();
        m_paper = std::make_unique<QTemporaryDir>();
        m_roll = std::make_unique<FolderTicketPrinter>(m_paper->path());
        m_tickets = std::make_unique<PrintTicket>(m_roll.get(), Lawbook::folder());
    }
    void cleanup()
    {
        closeDesk();
        m_tickets.reset();
        m_roll.reset();
    }

    void whatIsDrawnIsPrinted()
    {
        begin();
        draw(Qt::Key_A);
        QTRY_VERIFY2(shows(u"A001 is printed."_qs), qPrintable(said()));
        QVERIFY(shows(u"A001"_qs));
        QCOMPARE(tickets(), 1);
        draw(Qt::Key_B);
        QTRY_COMPARE(tickets(), 2);
        QTRY_VERIFY(shows(u"B001 is printed."_qs));
        QVERIFY(shows(u"B001"_qs) && !shows(u"A001"_qs));
        test::screenshot(window(), u"ticket-printed"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
    }

    void whatDoesNotComeOutIsTheirsAllTheSameAndIsPrintedByAKey_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("kept");
        QTest::newRow("no paper") << int(Trouble::PaperOut) << u"The ticket printer is out of paper."_qs << u"The number A001 counts, it only did not come out on paper."_qs;
        QTest::newRow("an open cover") << int(Trouble::CoverOpen) << u"The cover of the ticket printer is open."_qs << u"The number A001 counts, it only did not come out on paper."_qs;
        QTest::newRow("unplugged") << int(Trouble::Unplugged) << u"The ticket printer does not answer."_qs << u"The number A001 counts, it only did not come out on paper."_qs;
        QTest::newRow("unplugged halfway") << int(Trouble::UnpluggedHalfway) << u"The ticket printer went away while it printed."_qs
                                           << u"The number A001 counts; its ticket, or a part of it, may have come out."_qs;
    }
    void whatDoesNotComeOutIsTheirsAllTheSameAndIsPrintedByAKey()
    {
        QFETCH(int, trouble);
        QFETCH(QString, why);
        QFETCH(QString, kept);
        begin();
        m_roll->setTrouble(static_cast<Trouble>(trouble));
        draw(Qt::Key_A);
        QTRY_VERIFY2(said().startsWith(why), qPrintable(said()));
        QVERIFY2(said().contains(kept) && said().contains(u"Ctrl+P"), qPrintable(said()));
        QVERIFY(shows(u"A001"_qs));
        QVERIFY(shows(u"A001 is not on paper: tell them the number, or write it down."_qs));
        QCOMPARE(m_counter->hall()->waiting(), 1); // nobody loses their turn for a roll of paper
        test::screenshot(window(), u"ticket-not-printed"_qs);
        QCOMPARE(tickets(), 0);

        m_roll->setTrouble(Trouble::None);
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY2(shows(u"A001 is printed."_qs), qPrintable(said()));
        QCOMPARE(tickets(), 1);
        QCOMPARE(m_counter->hall()->waiting(), 1);
    }

    // Another citizen came meanwhile: the one whose ticket is missing is named, and theirs is printed.
    void theOneThatDidNotComeOutIsPrintedAgain()
    {
        begin();
        draw(Qt::Key_A);
        QTRY_VERIFY(shows(u"A001 is printed."_qs));
        draw(Qt::Key_B);
        QTRY_VERIFY(shows(u"B001 is printed."_qs));
        Q_EMIT m_tickets->failed(u"A001"_qs, TicketFault{.what = TicketFault::What::Stuck, .mayBeOut = true});
        QVERIFY(shows(u"B001"_qs) && shows(u"A001 is not on paper: tell them the number, or write it down."_qs));
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(shows(u"A001 is printed."_qs));
        QCOMPARE(tickets(), 3);
        Q_EMIT m_tickets->printed(u"C001"_qs, TicketPaper::Enough); // of nobody who stands here
        QVERIFY(shows(u"A001 is printed."_qs));
    }

    void thePaperThatEndsIsTold()
    {
        begin();
        m_roll->setTrouble(Trouble::LastTicket);
        draw(Qt::Key_A);
        QTRY_VERIFY2(said().startsWith(u"The paper of the ticket printer has ended with this ticket"), qPrintable(said()));
        QVERIFY(shows(u"A001 is printed."_qs));
    }

    void withoutAPrinterTheNumberIsTold()
    {
        signIn();
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        draw(Qt::Key_A);
        QTRY_VERIFY(shows(u"A001"_qs));
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"nothing to do on this page"), qPrintable(said()));
    }

private:
    void begin()
    {
        m_counter->printTickets(m_tickets.get());
        signIn();
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
    }
    void draw(Qt::Key letter)
    {
        const int before = m_counter->hall()->waiting();
        press(letter);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_counter->hall()->waiting(), before + 1);
    }
    /** Some label of the page says just this. */
    [[nodiscard]] bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = window()->page() ? window()->page()->findChildren<QLabel *>() : QList<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }
    [[nodiscard]] int tickets() const { return static_cast<int>(QDir(m_paper->path()).entryList({u"*.png"_qs}, QDir::Files).size()); }

    Language m_language{Language::Code::English};
    std::unique_ptr<QTemporaryDir> m_paper;
    std::unique_ptr<FolderTicketPrinter> m_roll;
    std::unique_ptr<PrintTicket> m_tickets;
};

QTEST_MAIN(tst_TicketPrinting)
#include "tst_TicketPrinting.moc"
