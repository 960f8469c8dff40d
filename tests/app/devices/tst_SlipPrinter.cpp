// SPDX-License-Identifier: GPL-3.0-or-later
#include "CupsBench.h"
#include "FolderBench.h"
#include "app/devices/SpooledSlipPrinter.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace motcua;

namespace {

constexpr int Patience = 15000;

QByteArray sheet(QPageSize::PageSizeId size = QPageSize::A5)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(size));
    QPainter painter(&writer);
    painter.drawText(500, 500, u"Giấy tiếp nhận"_qs);
    painter.end();
    return pdf;
}

JobTitle title()
{
    return JobTitle(u"01"_qs, Id::v7(1795432514000, "0123456789"));
}

template <typename T>
Result<T> answered(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, Patience)) {
        return Error{ErrorCode::Internal, u"no answer in time"_qs};
    }
    return future.result();
}

/** Answers only when its thread is told to end. */
class HeldSpooler : public Spooler
{
public:
    Result<QList<Printer>> printers() override
    {
        entered.release();
        while (!QThread::currentThread()->isInterruptionRequested()) {
            QThread::yieldCurrentThread();
        }
        return QList<Printer>();
    }
    Result<PrintJob> print(const QByteArray &, const QString &, const QString &, PaperSize) override { return PrintJob(); }
    Result<PrintState> state(const PrintJob &) override { return PrintState(); }
    Result<> cancel(const PrintJob &) override { return std::monostate(); }

    QSemaphore entered;
};

class HeldSlipPrinter : public SpooledSlipPrinter
{
public:
    explicit HeldSlipPrinter(std::unique_ptr<Spooler> spooler)
        : SpooledSlipPrinter(std::move(spooler), nullptr)
    {
    }
};

} // namespace

/** The contract of SlipPrinter, kept by a real print server and by the simulator. */
class tst_SlipPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<FolderBench>();
        QVERIFY(m_folder->start().isEmpty());
        if (::geteuid() == 0) {
            m_cups = std::make_unique<CupsBench>();
            const QString missing = m_cups->start();
            QVERIFY2(missing.isEmpty(), qPrintable(missing));
        }
        // From here on a document that took the way through a temporary file would not arrive.
        qputenv("TMPDIR", "/nonexistent");
    }

    void cleanupTestCase()
    {
        m_cups.reset();
        m_folder.reset();
    }

    void cleanup()
    {
        if (QTest::currentTestFailed() && m_cups) {
            qWarning().noquote() << m_cups->log();
        }
    }

    void listsThePrintersWithTheDefaultFirst_data() { benches(); }
    void listsThePrintersWithTheDefaultFirst()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        const auto device = bench->printer();
        const auto list = answered(device->printers());
        QVERIFY2(list, qPrintable(list ? QString() : list.error().detail));
        QVERIFY(list->size() >= 2);
        QCOMPARE(list->constFirst().name, bench->defaultPrinter());
        QVERIFY(list->constFirst().isDefault);
        QVERIFY(list->constFirst().accepting);
        QVERIFY(list->constFirst().reasons.isEmpty());
        QVERIFY(!list->constFirst().description.isEmpty());
        QVERIFY(!list->constLast().isDefault);
    }

    void printsOneSheetAndSaysSoOnce_data() { benches(); }
    void printsOneSheetAndSaysSoOnce()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        const auto device = bench->printer();
        QSignalSpy printed(device.get(), &SlipPrinter::printed);
        QSignalSpy failed(device.get(), &SlipPrinter::failed);
        const qsizetype before = bench->sheets().size();
        const auto job = answered(device->print(sheet(), title(), {}, PaperSize::A5));
        QVERIFY2(job, qPrintable(job ? QString() : job.error().detail));
        QVERIFY(job->number > 0);
        QCOMPARE(job->printer, bench->defaultPrinter());
        QCOMPARE(job->paper, PaperSize::A5);
        device->follow(*job); // following twice is following once
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, Patience);
        QCOMPARE(printed.constFirst().constFirst().value<PrintJob>(), *job);
        QCOMPARE(answered(device->state(*job))->progress, PrintState::Progress::Printed);

        QCOMPARE(bench->sheets().size(), before + 1);
        QFile file(bench->sheets().constLast());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));
        QCOMPARE(printed.size(), 1);
        QCOMPARE(failed.size(), 0);
    }

    void numbersJobsUpwards_data() { benches(); }
    void numbersJobsUpwards()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        const auto first = bench->printer();
        const auto a = answered(first->print(sheet(), title(), bench->defaultPrinter(), PaperSize::A5));
        const auto second = bench->printer(); // the program was started again
        const auto b = answered(second->print(sheet(), title(), bench->defaultPrinter(), PaperSize::A5));
        QVERIFY(a && b);
        QVERIFY(b->number > a->number);
        for (const PrintJob &job : {*a, *b}) {
            QTRY_COMPARE_WITH_TIMEOUT(answered(second->state(job))->progress, PrintState::Progress::Printed, Patience);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("printer");
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<int>("code");
        for (const QString &which : {u"folder"_qs, u"cups"_qs}) {
            const QByteArray tag = which.toLatin1();
            QTest::addRow("%s: a printer that is not there", tag.constData()) << which << u"Kho-cu"_qs << sheet() << int(ErrorCode::PrinterMissing);
            QTest::addRow("%s: a printer name with a path in it", tag.constData())
                << which << u"../../etc"_qs << sheet() << int(ErrorCode::PrinterMissing);
            QTest::addRow("%s: what is not a PDF", tag.constData()) << which << QString() << QByteArray("hello") << int(ErrorCode::Invalid);
            QTest::addRow("%s: nothing", tag.constData()) << which << QString() << QByteArray() << int(ErrorCode::Invalid);
        }
    }
    void refuses()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        QFETCH(QString, printer);
        QFETCH(QByteArray, pdf);
        QFETCH(int, code);
        const auto device = bench->printer();
        QSignalSpy failed(device.get(), &SlipPrinter::failed);
        const qsizetype before = bench->sheets().size();
        const auto job = answered(device->print(pdf, title(), printer, PaperSize::A5));
        QVERIFY(!job);
        QCOMPARE(int(job.error().code), code);
        QCOMPARE(bench->sheets().size(), before);
        QCOMPARE(failed.size(), 0); // the future has said it
    }

    void saysThatAPrinterRefusesJobs_data() { benches(); }
    void saysThatAPrinterRefusesJobs()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        const auto device = bench->printer();
        bench->refuseJobs(*device);
        const auto job = answered(device->print(sheet(), title(), bench->refusingPrinter(), PaperSize::A5));
        QVERIFY(!job);
        QCOMPARE(job.error().code, ErrorCode::PrintFailed);
        const auto list = answered(device->printers());
        QVERIFY(list);
        for (const Printer &printer : *list) {
            if (printer.name == bench->refusingPrinter()) {
                QVERIFY(!printer.accepting);
            }
        }
    }

    void waitsForPaperAndThenPrints_data() { benches(); }
    void waitsForPaperAndThenPrints()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        const auto device = bench->printer();
        QSignalSpy stalled(device.get(), &SlipPrinter::stalled);
        QSignalSpy printed(device.get(), &SlipPrinter::printed);
        const qsizetype before = bench->sheets().size();
        bench->stop(*device);
        const auto job = answered(device->print(sheet(), title(), {}, PaperSize::A5));
        QVERIFY(job);
        QTRY_VERIFY_WITH_TIMEOUT(!stalled.isEmpty(), Patience);
        QVERIFY(!stalled.constFirst().at(1).toStringList().isEmpty());
        const auto state = answered(device->state(*job));
        QVERIFY(state);
        QCOMPARE(state->progress, PrintState::Progress::Stalled);
        QVERIFY(!state->isFinal());
        QCOMPARE(bench->sheets().size(), before);
        QCOMPARE(printed.size(), 0);
        bench->resume(*device);
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, Patience);
        QCOMPARE(bench->sheets().size(), before + 1);
        QCOMPARE(stalled.size(), 1); // said once, not at every look
    }

    void withdrawsAWaitingJob_data() { benches(); }
    void withdrawsAWaitingJob()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        const auto device = bench->printer();
        QSignalSpy failed(device.get(), &SlipPrinter::failed);
        const qsizetype before = bench->sheets().size();
        bench->stop(*device);
        const auto job = answered(device->print(sheet(), title(), {}, PaperSize::A5));
        QVERIFY(job);
        QCOMPARE(bench->unfinished(), 1);
        QVERIFY(answered(device->cancel(*job)));
        QCOMPARE(bench->unfinished(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
        QVERIFY(failed.constFirst().at(1).value<Error>().detail.startsWith(u"cancelled"));
        const auto again = answered(device->cancel(*job));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::NotFound);
        bench->resume(*device);
        const auto next = answered(device->print(sheet(), title(), {}, PaperSize::A5));
        QVERIFY(next);
        QTRY_COMPARE_WITH_TIMEOUT(bench->sheets().size(), before + 1, Patience);
    }

    void saysThatAJobWasAborted_data() { benches(); }
    void saysThatAJobWasAborted()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        const auto device = bench->printer();
        QSignalSpy failed(device.get(), &SlipPrinter::failed);
        QSignalSpy printed(device.get(), &SlipPrinter::printed);
        QByteArray pdf = sheet();
        bench->breakDown(*device, pdf);
        const auto job = answered(device->print(pdf, title(), {}, PaperSize::A5));
        QVERIFY(job);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
        QCOMPARE(failed.constFirst().constFirst().value<PrintJob>(), *job);
        QCOMPARE(failed.constFirst().at(1).value<Error>().code, ErrorCode::PrintFailed);
        QCOMPARE(printed.size(), 0);
        QCOMPARE(bench->unfinished(), 0); // nobody can release it later
    }

    void knowsAJobOfAnEarlierRun_data() { benches(); }
    void knowsAJobOfAnEarlierRun()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        PrintJob job;
        {
            const auto earlier = bench->printer();
            bench->resume(*earlier);
            const auto given = answered(earlier->print(sheet(), title(), {}, PaperSize::A5));
            QVERIFY(given);
            job = *given;
        }
        const auto device = bench->printer();
        QSignalSpy printed(device.get(), &SlipPrinter::printed);
        QSignalSpy failed(device.get(), &SlipPrinter::failed);
        device->follow(job);
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, Patience);

        PrintJob forgotten = job;
        forgotten.number = 99999;
        device->follow(forgotten);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
        QVERIFY(failed.constFirst().at(1).value<Error>().detail.startsWith(u"unknown"));
    }

    void answersEverythingWhenItIsDestroyed_data() { benches(); }
    void answersEverythingWhenItIsDestroyed()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        auto device = bench->printer();
        QList<QFuture<Result<QList<Printer>>>> futures;
        for (int i = 0; i < 200; ++i) {
            futures.append(device->printers());
        }
        device.reset();
        for (const auto &future : futures) {
            QVERIFY(future.isFinished());
            QCOMPARE(future.resultCount(), 1);
            QVERIFY(future.result() || future.result().error().code == ErrorCode::Closed);
        }
    }

    void endsWithTheCallItIsIn()
    {
        auto held = std::make_unique<HeldSpooler>();
        QSemaphore &entered = held->entered;
        auto device = std::make_unique<HeldSlipPrinter>(std::move(held));
        const auto first = device->printers();
        const auto second = device->printers();
        const auto job = device->print(sheet(), title(), {}, PaperSize::A5);
        QVERIFY(entered.tryAcquire(1, Patience));
        device.reset(); // while the spooler is asked for the first
        QVERIFY(first.isFinished() && second.isFinished() && job.isFinished());
        QVERIFY(first.result());
        QCOMPARE(second.result().error().code, ErrorCode::Closed);
        QCOMPARE(job.result().error().code, ErrorCode::Closed);
    }

    void fallsBackToA4WhereThereIsNoA5()
    {
        if (!m_cups) {
            QSKIP("a print server of one's own needs root");
        }
        const auto device = m_cups->printer();
        QSignalSpy printed(device.get(), &SlipPrinter::printed);
        const auto job = answered(device->print(sheet(), title(), m_cups->a4Printer(), PaperSize::A5));
        QVERIFY(job);
        QCOMPARE(job->paper, PaperSize::A4);
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, Patience);
    }

    void keepsSheetsOfTheSimulatorToTheirOwner()
    {
        QVERIFY(!m_folder->sheets().isEmpty());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(m_folder->folder()).permissions() & others));
        const QStringList sheets = m_folder->sheets();
        for (const QString &path : sheets) {
            QVERIFY(!(QFileInfo(path).permissions() & others));
            QVERIFY(QFileInfo(path).completeBaseName().toInt() > 0);
        }
        QVERIFY(QDir(m_folder->folder()).entryList({u"*.part"_qs}).isEmpty());
    }

    void titlesCannotCarryANarrative()
    {
        const JobTitle named(u"01 Nguyễn Thị Hoa <012345>"_qs, Id::fromString(u"01890000-0000-7000-8000-000000000001"));
        QCOMPARE(named.text(), u"01NguynThHoa012345 01890000-0000-7000-8000-000000000001"_qs);
        // And is a name of a job, however many sheets it has.
        const JobTitle many(u"01-large"_qs, QList<Id>(40, Id::fromString(u"01890000-0000-7000-8000-000000000001"_qs)));
        QVERIFY(many.text().toUtf8().size() <= 255);
        QVERIFY(many.text().endsWith(u" +34"));
    }

    // Last: it takes the spooler away.
    void saysThatTheSpoolerIsGone_data() { benches(); }
    void saysThatTheSpoolerIsGone()
    {
        PrinterBench *const bench = chosen();
        if (!bench) {
            QSKIP("a print server of one's own needs root");
        }
        const auto device = bench->printer();
        QSignalSpy stalled(device.get(), &SlipPrinter::stalled);
        bench->stop(*device);
        const auto job = answered(device->print(sheet(), title(), {}, PaperSize::A5));
        QVERIFY(job);
        QTRY_COMPARE_WITH_TIMEOUT(stalled.size(), 1, Patience);
        bench->vanish(*device);
        QTRY_COMPARE_WITH_TIMEOUT(stalled.size(), 2, Patience);
        QCOMPARE(stalled.constLast().at(1).toStringList(), QStringList(u"spooler-unreachable"_qs));
        const auto list = answered(device->printers());
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::PrinterMissing);
        const auto another = answered(device->print(sheet(), title(), {}, PaperSize::A5));
        QVERIFY(!another);
        QCOMPARE(another.error().code, ErrorCode::PrinterMissing);
        const auto state = answered(device->state(*job));
        QVERIFY(!state);
        QCOMPARE(state.error().code, ErrorCode::PrinterMissing);
    }

private:
    static void benches()
    {
        QTest::addColumn<QString>("which");
        QTest::addRow("folder") << u"folder"_qs;
        QTest::addRow("cups") << u"cups"_qs;
    }

    PrinterBench *chosen() const
    {
        QFETCH(QString, which);
        return which == u"cups" ? static_cast<PrinterBench *>(m_cups.get()) : m_folder.get();
    }

    std::unique_ptr<FolderBench> m_folder;
    std::unique_ptr<CupsBench> m_cups;
};

QTEST_MAIN(tst_SlipPrinter)
#include "tst_SlipPrinter.moc"
