// SPDX-License-Identifier: GPL-3.0-or-later
// Ten pages out of the feeder of a scanner on the network, until their copy is signed and saved: beside the scan alone.
#include "app/devices/page/PageReader.h"
#include "app/devices/sane/SaneScanner.h"
#include "app/devices/text/TextReader.h"
#include "app/workflows/MakeCopies.h"
#include "app/workflows/ScanPapers.h"
#include "tests/app/devices/sane/ScannerBench.h"
#include "tests/app/evidence/SignatureBench.h"
#include "tests/bench/Benches.h"
#include "tests/bench/TimedApplication.h"

#include <QFutureWatcher>
#include <QTemporaryDir>

namespace motcua::bench {

using storage::Store;
using testsupport::StoreScene;

namespace {

constexpr int Rounds = 3;
constexpr int Pages = 10;
constexpr int ManyPages = 50;
constexpr int APageMs = 1'000; // 60 pages a minute in colour at 300 dpi: a fast scanner of an office
constexpr double MostBeside = 1.1;
constexpr double MostOcrMs = 2'000;
constexpr double MostMiB = 200;
constexpr double MostStallMs = 16;

ScanProfile fromTheFeeder()
{
    return {.id = QStringLiteral("bench"), .name = QStringLiteral("bench"), .device = {}, .source = ScanSource::Feeder, .dpi = 300, .colour = ScanColour::Colour, .page = QSize(210, 297), .isLocked = false};
}

/** Runs the event loop until `future` has its answer. */
template <typename T>
T answerOf(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    watcher.setFuture(future);
    TimedApplication::exec();
    return watcher.result();
}

/** The largest part of the memory that was resident since the last forgetPeak(), in MiB. */
double peakMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:")) {
                return line.mid(6).simplified().split(' ').constFirst().toDouble() / 1024;
            }
        }
    }
    qFatal("/proc/self/status");
}

void forgetPeak()
{
    QFile refs(QStringLiteral("/proc/self/clear_refs"));
    if (!refs.open(QIODevice::WriteOnly) || refs.write("5") != 1) {
        qFatal("/proc/self/clear_refs");
    }
}

void scanAlone(Scanner &scanner, int pages)
{
    const QMetaObject::Connection ended = QObject::connect(&scanner, &Scanner::ended, &scanner, [pages](int arrived, const std::optional<ScanFault> &fault) {
        if (fault || arrived != pages) {
            qFatal("the scanner ended with %d pages", arrived);
        }
        QCoreApplication::exit(0);
    });
    scanner.scan(test::ScannerBench::esclId(), fromTheFeeder());
    TimedApplication::exec();
    QObject::disconnect(ended);
}

/** Scans into a paper; all its pages. */
QList<PaperPage> scanned(ScanPapers &scan)
{
    QList<PaperPage> pages;
    QObject context;
    QObject::connect(&scan, &ScanPapers::arrived, &context, [&pages](const ArrivedPage &page) { pages.append(page.page); });
    QObject::connect(&scan, &ScanPapers::troubled, &context, [](const QString &, const ScanTrouble &) { qFatal("a page is missing"); });
    QObject::connect(&scan, &ScanPapers::ended, &context, [] { QCoreApplication::exit(0); });
    scan.scan(QStringLiteral("paper"));
    TimedApplication::exec();
    return pages;
}

/** One paper: scanned, made ready, its copy made, signed and kept. */
struct Saved
{
    QList<PaperPage> pages = {};
    qint64 bytes = 0;
};

Saved saved(MediaThreads &threads, const Workplace &place, ScanPapers &scan, const CopySigner &signer)
{
    Saved saved{scanned(scan), 0};
    Paper paper{.id = QStringLiteral("paper"), .name = QStringLiteral("Giấy chứng sinh")};
    paper.pages = saved.pages;
    const QList<MadeCopy> made = answerOf(makeCopies(threads, place, {{.paper = paper, .title = paper.name}}, signer));
    if (made.size() != 1 || !made.constFirst().file || made.constFirst().unsignedBecause) {
        qFatal("no signed copy was made");
    }
    saved.bytes = made.constFirst().file->bytes;
    return saved;
}

} // namespace

int benchScan(const Options &options, TimedApplication &application)
{
    const QTemporaryDir folder(options.folder + QStringLiteral("/motcua-bench-scan-XXXXXX"));
    const StoreScene scene;
    const Result<Store> store = scene.founded(folder.filePath(QStringLiteral("store")), scene.options());
    if (!store) {
        qFatal("%s", qPrintable(errorName(store.error().code)));
    }
    const Workplace place{.store = *store};
    const test::SignatureBench trust;
    const CopySigner signer{.signer = trust.signer(), .timestamper = {}, .name = QStringLiteral("bench")};
    MediaThreads threads;
    PageReader reader;
    ScanRules rules;
    rules.profiles = {fromTheFeeder()};
    const auto scannerOf = [](const QString &configuration) {
        SaneScanner::Settings settings;
        settings.configFolder = configuration;
        return std::make_unique<SaneScanner>(settings);
    };

    test::ScannerBench network;
    Samples ours;
    Samples floor;
    Samples ratios;
    double longestTurn = 0;
    Saved last;
    {
        const auto scanner = scannerOf(network.escl(Pages, {QStringLiteral("--page-ms"), QString::number(APageMs)}));
        ScanPapers scan(place, *scanner, reader);
        scan.setRules(rules);
        scanAlone(*scanner, Pages); // whatever is only done once
        for (int round = 0; round < Rounds; ++round) {
            floor.add(timed([&] { scanAlone(*scanner, Pages); }));
            application.forget();
            ours.add(timed([&] { last = saved(threads, place, scan, signer); }));
            longestTurn = std::max(longestTurn, application.longestTurn());
            ratios.add(ours.last() / floor.last());
        }
    }
    Table table(QStringLiteral("A feeder of %1 A4 pages in colour at 300 dpi, %2 ms a page").arg(Pages).arg(APageMs));
    table.row(QStringLiteral("to a signed copy that is saved, beside the scan alone"), ours.at(0.5), floor.at(0.5), ratios.at(0.5), Table::Holds::AtMost, MostBeside);
    table.bound(QStringLiteral("longest turn of the window's thread meanwhile"), longestTurn, 0, MostStallMs);
    table.note(QStringLiteral("the copy"), QStringLiteral("%1 KiB a page").arg(last.bytes / Pages / 1024));

    TextReader text;
    Samples ocr;
    for (const PaperPage &page : std::as_const(last.pages)) {
        const Result<QByteArray> jpeg = store->attachments().read(page.attachment);
        if (!page.isBlank && jpeg) {
            ocr.add(timed([&] {
                if (!answerOf(text.read(*jpeg))) {
                    qFatal("no text was read");
                }
            }));
        }
    }
    table.bound(QStringLiteral("text of a page, in the background, on one processor"), ocr.at(0.5), 0, MostOcrMs);

    const auto many = scannerOf(network.escl(ManyPages));
    ScanPapers scan(place, *many, reader);
    scan.setRules(rules);
    forgetPeak();
    const double before = peakMiB();
    (void)saved(threads, place, scan, signer);
    table.bound(QStringLiteral("memory of this program for %1 pages and their copy").arg(ManyPages), peakMiB() - before, 0, MostMiB, QStringLiteral("MiB"));
    return table.missed();
}

} // namespace motcua::bench
