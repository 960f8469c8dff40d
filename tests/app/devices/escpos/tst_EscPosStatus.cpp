// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/EscPosStatus.h"

#include <QRandomGenerator>
#include <QTest>

using namespace motcua;

using What = TicketFault::What;

class tst_EscPosStatus : public QObject
{
    Q_OBJECT

    static EscPosStatus of(const QByteArray &answers)
    {
        EscPosStatus status;
        for (int part = 1; part <= EscPosStatus::Parts && part <= answers.size(); ++part) {
            status.take(part, answers.at(part - 1));
        }
        return status;
    }

private Q_SLOTS:
    void whatAPrinterSaysOfItselfIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("answers"); // hex, of the four parts
        QTest::addColumn<int>("fault"); // -1: none
        QTest::addColumn<int>("paper");
        const int none = -1;
        const auto row = [](const char *name, const char *hex, int fault, TicketPaper paper) {
            QTest::newRow(name) << QByteArray::fromHex(hex) << fault << static_cast<int>(paper);
        };
        const auto fault = [](What what) { return static_cast<int>(what); };
        row("nothing was said", "", none, TicketPaper::Unknown);
        row("all is well", "12121212", none, TicketPaper::Enough);
        row("all is well, and the drawer is open", "16121212", none, TicketPaper::Enough);
        row("one that knows the first question alone", "12", none, TicketPaper::Enough);
        row("the roll is about to end", "1212121e", none, TicketPaper::Low);
        row("one of its two sensors says so", "12121216", none, TicketPaper::Low);
        row("no paper", "1a32127e", fault(What::PaperOut), TicketPaper::Out);
        row("no paper, by the second answer", "1a321212", fault(What::PaperOut), TicketPaper::Out);
        row("no paper, by the fourth answer", "12121272", fault(What::PaperOut), TicketPaper::Out);
        row("an open cover, which hides the paper", "1a36127e", fault(What::CoverOpen), TicketPaper::Out);
        row("a stuck cutter", "1a521a12", fault(What::Broken), TicketPaper::Enough);
        row("an error it does not name", "1a521212", fault(What::Broken), TicketPaper::Enough);
        row("a hot head", "12125212", fault(What::Broken), TicketPaper::Enough);
        row("off line without a reason", "1a121212", fault(What::Stuck), TicketPaper::Enough);
        row("the button is held", "1a1a1212", fault(What::Stuck), TicketPaper::Enough);
        row("noise", "ff00807f", none, TicketPaper::Unknown);
    }
    void whatAPrinterSaysOfItselfIsUnderstood()
    {
        QFETCH(QByteArray, answers);
        QFETCH(int, fault);
        QFETCH(int, paper);
        const EscPosStatus status = of(answers);
        QCOMPARE(static_cast<int>(status.paper()), paper);
        QCOMPARE(static_cast<bool>(status.told()), fault < 0);
        if (fault >= 0) {
            QCOMPARE(static_cast<int>(status.told().error().what), fault);
            QVERIFY(!status.told().error().mayBeOut);
        } else {
            QCOMPARE(static_cast<int>(*status.told()), paper);
        }
    }

    void noByteIsAnAnswerToTwoQuestions()
    {
        int answers = 0;
        int ends = 0;
        for (int byte = 0; byte < 256; ++byte) {
            const char one = static_cast<char>(byte);
            QVERIFY(!EscPosStatus::isAnswer(one) || !EscPosStatus::isDone(one));
            answers += EscPosStatus::isAnswer(one) ? 1 : 0;
            ends += EscPosStatus::isDone(one) ? 1 : 0;
        }
        QCOMPARE(answers, 16);
        QCOMPARE(ends, 64);
        QVERIFY(!EscPosStatus::isAnswer(0x11)); // XON and XOFF, and what a printer sends by itself (ASB)
        QVERIFY(!EscPosStatus::isAnswer(0x13));
        QVERIFY(!EscPosStatus::isAnswer(0x14));
    }

    // Whatever comes, and in whatever order: it says one thing of the paper, and a fault is one of its five.
    void itSaysSomethingWhateverComes()
    {
        QRandomGenerator random(20'261'130);
        for (int round = 0; round < 20'000; ++round) {
            EscPosStatus status;
            bool isTold = false;
            for (int i = random.bounded(8); i > 0; --i) {
                const int part = random.bounded(-2, 8);
                const char byte = static_cast<char>(random.bounded(256));
                status.take(part, byte);
                isTold = isTold || (part >= 1 && part <= EscPosStatus::Parts && EscPosStatus::isAnswer(byte));
            }
            QCOMPARE(status.paper() == TicketPaper::Unknown, !isTold);
            const auto told = status.told();
            const QList<What> known{What::PaperOut, What::CoverOpen, What::Broken, What::Stuck};
            QVERIFY(told ? *told == status.paper() : isTold && known.contains(told.error().what));
            QVERIFY(!told || *told != TicketPaper::Out);
        }
    }
};

QTEST_GUILESS_MAIN(tst_EscPosStatus)
#include "tst_EscPosStatus.moc"
