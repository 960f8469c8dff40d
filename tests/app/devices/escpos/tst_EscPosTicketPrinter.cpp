// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/EscPosBench.h"

#include <QElapsedTimer>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace motcua;

using Line = EscPosBench::Line;
using Told = TicketPrinter::Told;
using What = TicketFault::What;

namespace {

constexpr int Patience = 20'000;

QImage ticket(int height = 300)
{
    QImage picture(TicketPrinter::Dots, height, QImage::Format_Mono);
    picture.fill(0);
    return picture;
}

Told answered(const QFuture<Told> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, Patience)) {
        return TicketFault{.what = What::Closed, .detail = u"no answer in time"_qs};
    }
    return future.result();
}

} // namespace

/** What only a printer on a line can do to whoever prints. */
class tst_EscPosTicketPrinter : public QObject
{
    Q_OBJECT

    static void lines()
    {
        QTest::addColumn<int>("line");
        QTest::newRow("tcp") << static_cast<int>(Line::Tcp);
        QTest::newRow("device") << static_cast<int>(Line::Device);
    }

private Q_SLOTS:
    void oneThatDoesNotKnowTheEndPrintsAllTheSame_data() { lines(); }
    void oneThatDoesNotKnowTheEndPrintsAllTheSame()
    {
        QFETCH(int, line);
        EscPosBench bench(static_cast<Line>(line));
        bench.with([](EscPosMachine &machine) { machine.knowsEnd = false; });
        const auto printer = bench.printer();
        const Told told = answered(printer->print({ticket()}));
        QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
        QCOMPARE(*told, TicketPaper::Enough);
        QCOMPARE(bench.tickets().size(), 1);
    }

    void whatElseAPrinterSaysIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("noise");
        QTest::newRow("flow control") << QByteArray("\x11\x13");
        QTest::newRow("a state sent by itself") << QByteArray::fromHex("14000f");
        QTest::newRow("bytes of another table") << QByteArray(300, '\xFF');
    }
    void whatElseAPrinterSaysIsPassedOver()
    {
        QFETCH(QByteArray, noise);
        EscPosBench bench(Line::Tcp);
        bench.with([&noise](EscPosMachine &machine) { machine.noise = noise; });
        const auto printer = bench.printer();
        const Told told = answered(printer->print({ticket()}));
        QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
        QCOMPARE(*told, TicketPaper::Enough);
        QCOMPARE(bench.tickets().size(), 1);
    }

    void oneThatSaysNothingButNonsensePrintsAllTheSame()
    {
        EscPosBench bench(Line::Tcp);
        bench.with([](EscPosMachine &machine) { machine.noise = QByteArray(5000, '\x80'); });
        const auto printer = bench.printer();
        const Told told = answered(printer->print({ticket()}));
        QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
        QCOMPARE(*told, TicketPaper::Unknown);
        QTRY_COMPARE(bench.tickets().size(), 1);
    }

    // What it has not read yet keeps the question from it; a new line does not.
    void oneThatReadsNothingMoreIsAskedOnAnotherLineWhy()
    {
        EscPosBench bench(Line::Tcp);
        bench.setReadsOn(false);
        bench.with([](EscPosMachine &machine) { machine.rowsLeft = 50; });
        const auto printer = bench.printer();
        const Told told = answered(printer->print({ticket(3000)}));
        QVERIFY(!told);
        QVERIFY(told.error().mayBeOut);
        QCOMPARE(told.error().what, What::PaperOut);
    }

    void oneThatTakesNothingIsToldInTime()
    {
        EscPosBench bench(Line::Tcp);
        bench.setDeaf(true);
        const auto printer = bench.printer();
        QElapsedTimer clock;
        clock.start();
        const Told told = answered(printer->print({ticket(4000)}));
        QVERIFY(!told);
        QCOMPARE(told.error().what, What::Stuck);
        QVERIFY(told.error().mayBeOut);
        QVERIFY(clock.elapsed() < 5000);
    }

    void whoeverQuitsWaitsForNoPrinter_data() { lines(); }
    void whoeverQuitsWaitsForNoPrinter()
    {
        QFETCH(int, line);
        EscPosBench bench(static_cast<Line>(line));
        bench.setDeaf(true);
        EscPosSettings patient = bench.settings();
        patient.answerMs = patient.stallMs = patient.doneMs = 60'000;
        auto printer = std::make_unique<EscPosTicketPrinter>(patient);
        const QFuture<Told> first = printer->print({ticket()});
        const QFuture<Told> second = printer->state();
        QVERIFY(!first.isFinished());
        QElapsedTimer clock;
        clock.start();
        printer.reset();
        QVERIFY(clock.elapsed() < 2000);
        QVERIFY(first.isFinished() && second.isFinished());
        QCOMPARE(first.result().error().what, What::Closed);
        QCOMPARE(second.result().error().what, What::Closed);
    }

    void aHostNobodyKnowsIsNotWaitedForLong()
    {
        EscPosSettings settings{.host = u"printer.invalid"_qs, .device = {}};
        settings.openMs = 500;
        settings.busyMs = 0;
        EscPosTicketPrinter printer(settings);
        QElapsedTimer clock;
        clock.start();
        const Told told = answered(printer.state());
        QVERIFY(!told);
        QCOMPARE(told.error().what, What::NotThere);
        QVERIFY(clock.elapsed() < 3000);
    }

    void whatIsNoPrinterIsLeftAsItIs()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"notes.txt"_qs);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        EscPosTicketPrinter printer(EscPosSettings{.host = {}, .device = path});
        const Told told = answered(printer.print({ticket()}));
        QVERIFY(!told);
        QCOMPARE(told.error().what, What::NoPrinter);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }

    void aDeviceThatSomebodyElseHasIsNotDisturbed()
    {
        EscPosBench bench(Line::Device);
        const int other = ::open(QFile::encodeName(bench.link()).constData(), O_RDWR | O_NOCTTY | O_CLOEXEC);
        QVERIFY(other >= 0 && ::flock(other, LOCK_EX | LOCK_NB) == 0);
        const auto printer = bench.printer();
        const Told told = answered(printer->print({ticket()}));
        QVERIFY(!told);
        QCOMPARE(told.error().what, What::InUse);
        QVERIFY(bench.tickets().isEmpty());
        ::close(other);
        QVERIFY(answered(printer->print({ticket()})));
    }

    void desksShareOnePrinter()
    {
        EscPosBench bench(Line::Tcp);
        const auto one = bench.printer();
        const auto other = bench.printer();
        QList<QFuture<Told>> asked;
        for (int i = 0; i < 3; ++i) {
            asked << one->print({ticket()}) << other->print({ticket()});
        }
        for (const QFuture<Told> &each : asked) {
            const Told told = answered(each);
            QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
        }
        QTRY_COMPARE(bench.tickets().size(), 6);
        QCOMPARE(bench.complaints(), QStringList());
    }

    void theDeskSaysWhichPrinterItIs_data()
    {
        QTest::addColumn<QByteArray>("ini");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("device");
        const auto row = [](const char *name, const char *ini, bool isThere, const QString &host = {}, int port = 9100, const QString &device = {}) {
            QTest::newRow(name) << QByteArray(ini) << isThere << host << port << device;
        };
        row("nothing", "", false);
        row("something else", "[codeReader]\npath=/dev/ttyS0\n", false);
        row("sheets", "[ticketPrinter]\na6=Lobby\n", false);
        row("an address", "[ticketPrinter]\ntcp=192.0.2.7\n", true, u"192.0.2.7"_qs);
        row("an address and a port", "[ticketPrinter]\ntcp=192.0.2.7:9101\n", true, u"192.0.2.7"_qs, 9101);
        row("a name", "[ticketPrinter]\ntcp=tickets.hoa-an.lan:9100\n", true, u"tickets.hoa-an.lan"_qs);
        row("the newer internet", "[ticketPrinter]\ntcp=[2001:db8::7]:9100\n", true, u"2001:db8::7"_qs);
        row("a device", "[ticketPrinter]\ndevice=/dev/usb/lp0\n", true, {}, 9100, u"/dev/usb/lp0"_qs);
        row("the network goes before the device", "[ticketPrinter]\ntcp=192.0.2.7\ndevice=/dev/usb/lp0\n", true, u"192.0.2.7"_qs);
        row("no port", "[ticketPrinter]\ntcp=192.0.2.7:print\n", true);
        row("a port too high", "[ticketPrinter]\ntcp=192.0.2.7:70000\n", true);
        row("an address of a page", "[ticketPrinter]\ntcp=http://192.0.2.7/\n", true);
        row("half a bracket", "[ticketPrinter]\ntcp=[2001:db8::7\n", true);
    }
    void theDeskSaysWhichPrinterItIs()
    {
        QFETCH(QByteArray, ini);
        QFETCH(bool, isThere);
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(QString, device);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"desk.ini"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ini);
        file.close();
        const auto found = EscPosTicketPrinter::configured(file.fileName());
        QCOMPARE(found.has_value(), isThere);
        if (found) {
            QCOMPARE(found->host, host);
            QCOMPARE(static_cast<int>(found->port), port);
            QCOMPARE(found->device, device);
        }
    }

    // Whoever wrote it wants a printer: better a sentence than no paper without one.
    void whatCannotBeUnderstoodIsTold()
    {
        EscPosTicketPrinter printer(EscPosSettings{});
        const Told told = answered(printer.print({ticket()}));
        QVERIFY(!told);
        QCOMPARE(told.error().what, What::NoPrinter);
    }
};

QTEST_GUILESS_MAIN(tst_EscPosTicketPrinter)
#include "tst_EscPosTicketPrinter.moc"
