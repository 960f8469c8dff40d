// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/EscPosBench.h"
#include "tests/app/devices/FolderTicketBench.h"

#include <QPainter>
#include <QTest>

using namespace motcua;

using Trouble = TicketBench::Trouble;
using What = TicketFault::What;
using Told = TicketPrinter::Told;

namespace {

constexpr int Patience = 20'000;

/** A ticket that is like no other of another `mark`: lines, and dots whose bytes are commands. */
QImage ticket(int mark, int height = 300)
{
    QImage picture(TicketPrinter::Dots, height, QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.fillRect(20, 10, 40 * mark, 60, Qt::black);
    painter.drawLine(0, height - 1, TicketPrinter::Dots - 1, 100);
    painter.fillRect(0, height - 1, TicketPrinter::Dots, 1, Qt::black);
    painter.fillRect(0, 0, TicketPrinter::Dots, 1, Qt::black);
    return picture;
}

QImage inBlackAndWhite(const QImage &picture)
{
    return picture.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither).convertToFormat(QImage::Format_Grayscale8);
}

bool isSame(const QImage &paper, const QImage &picture)
{
    return paper.convertToFormat(QImage::Format_Grayscale8) == inBlackAndWhite(picture);
}

/** After a broken one, what was left of that may stand above it. */
bool endsWith(const QImage &paper, const QImage &picture)
{
    return paper.height() >= picture.height() && isSame(paper.copy(0, paper.height() - picture.height(), paper.width(), picture.height()), picture);
}

Told answered(const QFuture<Told> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, Patience)) {
        return TicketFault{.what = What::Closed, .detail = u"no answer in time"_qs};
    }
    return future.result();
}

} // namespace

/** The contract of TicketPrinter, kept by the simulator and by the real one on a network and on a cable. */
class tst_TicketPrinter : public QObject
{
    Q_OBJECT

    static std::unique_ptr<TicketBench> bench(const QString &kind)
    {
        if (kind == u"folder") {
            return std::make_unique<FolderTicketBench>();
        }
        return std::make_unique<EscPosBench>(kind == u"tcp" ? EscPosBench::Line::Tcp : EscPosBench::Line::Device);
    }

    static void benches()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"folder", "tcp", "device"}) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }

    template <typename... Columns>
    static void row(const char *name, Trouble trouble, Columns... columns)
    {
        for (const char *kind : {"folder", "tcp", "device"}) {
            ((QTest::addRow("%s, %s", name, kind) << QString::fromLatin1(kind) << static_cast<int>(trouble)) << ... << static_cast<int>(columns));
        }
    }

private Q_SLOTS:
    void aTicketComesOutWholeAndCut_data() { benches(); }
    void aTicketComesOutWholeAndCut()
    {
        QFETCH(QString, kind);
        const auto stand = bench(kind);
        const auto printer = stand->printer();
        const Told told = answered(printer->print({ticket(1)}));
        QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
        QCOMPARE(*told, TicketPaper::Enough);
        QCOMPARE(stand->tickets().size(), 1);
        QVERIFY(isSame(stand->tickets().constFirst(), ticket(1)));
        QCOMPARE(stand->complaints(), QStringList());
    }

    void ticketsComeOutInTheOrderInWhichTheyWereAsked_data() { benches(); }
    void ticketsComeOutInTheOrderInWhichTheyWereAsked()
    {
        QFETCH(QString, kind);
        const auto stand = bench(kind);
        const auto printer = stand->printer();
        QList<QFuture<Told>> asked;
        for (int mark = 1; mark <= 4; ++mark) {
            asked.append(printer->print({ticket(mark, 200 + 50 * mark)}));
        }
        for (const QFuture<Told> &one : asked) {
            QVERIFY(answered(one));
        }
        const QList<QImage> out = stand->tickets();
        QCOMPARE(out.size(), 4);
        for (int mark = 1; mark <= 4; ++mark) {
            QVERIFY(isSame(out.at(mark - 1), ticket(mark, 200 + 50 * mark)));
        }
        QCOMPARE(stand->complaints(), QStringList());
    }

    void whatKeepsItFromPrintingIsToldBeforeADotIsPrinted_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("trouble");
        QTest::addColumn<int>("what");
        row("no paper", Trouble::PaperOut, What::PaperOut);
        row("an open cover", Trouble::CoverOpen, What::CoverOpen);
        row("a stuck cutter", Trouble::Broken, What::Broken);
        row("unplugged", Trouble::Unplugged, What::NotThere);
    }
    void whatKeepsItFromPrintingIsToldBeforeADotIsPrinted()
    {
        QFETCH(QString, kind);
        QFETCH(int, trouble);
        QFETCH(int, what);
        const auto stand = bench(kind);
        const auto printer = stand->printer();
        stand->make(*printer, static_cast<Trouble>(trouble));
        const Told state = answered(printer->state());
        QVERIFY(!state);
        QCOMPARE(static_cast<int>(state.error().what), what);
        const Told told = answered(printer->print({ticket(1)}));
        QVERIFY(!told);
        QCOMPARE(static_cast<int>(told.error().what), what);
        QVERIFY(!told.error().mayBeOut);

        stand->make(*printer, Trouble::None);
        QVERIFY(answered(printer->state()));
        QVERIFY(answered(printer->print({ticket(2)})));
        QCOMPARE(stand->tickets().size(), 1);
        QVERIFY(isSame(stand->tickets().constFirst(), ticket(2)));
        QCOMPARE(stand->complaints(), QStringList());
    }

    void howMuchPaperIsLeftIsToldAfterIt_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("trouble");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        row("enough", Trouble::None, TicketPaper::Enough, TicketPaper::Enough);
        row("nearly at its end", Trouble::PaperLow, TicketPaper::Low, TicketPaper::Low);
        row("at its end", Trouble::LastTicket, TicketPaper::Enough, TicketPaper::Out);
        row("one that says nothing", Trouble::Silent, TicketPaper::Unknown, TicketPaper::Unknown);
    }
    void howMuchPaperIsLeftIsToldAfterIt()
    {
        QFETCH(QString, kind);
        QFETCH(int, trouble);
        QFETCH(int, before);
        QFETCH(int, after);
        const auto stand = bench(kind);
        const auto printer = stand->printer();
        stand->make(*printer, static_cast<Trouble>(trouble));
        const Told state = answered(printer->state());
        QVERIFY(state);
        QCOMPARE(static_cast<int>(*state), before);
        const Told told = answered(printer->print({ticket(3)}));
        QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
        QCOMPARE(static_cast<int>(*told), after);
        QTRY_COMPARE(stand->tickets().size(), 1); // one that says nothing may still be at it
        QVERIFY(isSame(stand->tickets().constFirst(), ticket(3)));
        QCOMPARE(stand->complaints(), QStringList());
    }

    void whatBreaksOffHalfwayMayBeOutAndTheNextIsWhole_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("trouble");
        QTest::addColumn<int>("what");
        row("the cable", Trouble::UnpluggedHalfway, What::Unplugged);
        row("the paper", Trouble::EndsHalfway, What::PaperOut);
    }
    void whatBreaksOffHalfwayMayBeOutAndTheNextIsWhole()
    {
        QFETCH(QString, kind);
        QFETCH(int, trouble);
        QFETCH(int, what);
        const auto stand = bench(kind);
        const auto printer = stand->printer();
        stand->make(*printer, static_cast<Trouble>(trouble));
        const Told told = answered(printer->print({ticket(1)}));
        QVERIFY(!told);
        QCOMPARE(static_cast<int>(told.error().what), what);
        QVERIFY(told.error().mayBeOut);

        stand->make(*printer, Trouble::None);
        const Told next = answered(printer->print({ticket(2)}));
        QVERIFY2(next, qPrintable(next ? QString() : next.error().detail));
        QVERIFY(!stand->tickets().isEmpty());
        QVERIFY(endsWith(stand->tickets().constLast(), ticket(2)));
        QCOMPARE(stand->complaints(), QStringList());
    }

    void whatIsNoTicketIsNotPrinted_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QSize>("size");
        for (const char *kind : {"folder", "tcp"}) {
            QTest::addRow("nothing, %s", kind) << QString::fromLatin1(kind) << QSize();
            QTest::addRow("too narrow, %s", kind) << QString::fromLatin1(kind) << QSize(575, 100);
            QTest::addRow("too long, %s", kind) << QString::fromLatin1(kind) << QSize(576, 4001);
        }
    }
    void whatIsNoTicketIsNotPrinted()
    {
        QFETCH(QString, kind);
        QFETCH(QSize, size);
        const auto stand = bench(kind);
        const auto printer = stand->printer();
        const Told told = answered(printer->print({size.isValid() ? QImage(size, QImage::Format_Mono) : QImage()}));
        QVERIFY(!told);
        QCOMPARE(told.error().what, What::NotDrawn);
        QVERIFY(stand->tickets().isEmpty());
    }

    void whoeverWaitsIsAnsweredWhenThePrinterGoes_data() { benches(); }
    void whoeverWaitsIsAnsweredWhenThePrinterGoes()
    {
        QFETCH(QString, kind);
        const auto stand = bench(kind);
        auto printer = stand->printer();
        QList<QFuture<Told>> asked;
        for (int i = 0; i < 20; ++i) {
            asked.append(printer->print({ticket(1)}));
        }
        printer.reset();
        int done = 0;
        for (const QFuture<Told> &one : asked) {
            QVERIFY(one.isFinished());
            const Told told = one.result();
            done += told ? 1 : 0;
            QVERIFY(told || told.error().what == What::Closed);
        }
        QVERIFY(done < asked.size());
    }
};

QTEST_GUILESS_MAIN(tst_TicketPrinter)
#include "tst_TicketPrinter.moc"
