// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ScanPapers.h"

#include "app/training/scan/SimulatedScanner.h"
#include "tests/app/workflows/ScriptedScanner.h"
#include "tests/support/FaultFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace motcua;
using testsupport::FaultFiles;

Q_DECLARE_METATYPE(motcua::ScanFault::What)
Q_DECLARE_METATYPE(motcua::PageFault)

namespace {

/** What a stack tells, in the order in which it tells it: "page 1", "fault of page 2", "lost 3", "scanner", "ended 2". */
struct ToldScan : QObject
{
    QStringList all;
    QList<ArrivedPage> pages;
    QList<ScanTrouble> troubles;

    explicit ToldScan(ScanPapers &scan)
    {
        connect(&scan, &ScanPapers::arrived, this, [this](const ArrivedPage &page) {
            pages.append(page);
            all.append(u"page %1"_qs.arg(page.number));
        });
        connect(&scan, &ScanPapers::troubled, this, [this](const QString &, const ScanTrouble &trouble) {
            troubles.append(trouble);
            all.append(trouble.page ? u"fault of page %1"_qs.arg(trouble.number) : trouble.kept ? u"lost %1"_qs.arg(trouble.number) : u"scanner"_qs);
        });
        connect(&scan, &ScanPapers::ended, this, [this](const QString &, int count) { all.append(u"ended %1"_qs.arg(count)); });
    }
    [[nodiscard]] bool hasEnded() const { return !all.isEmpty() && all.constLast().startsWith(u"ended"); }
    [[nodiscard]] QString words() const { return all.join(u", "_qs); }
};

QByteArray sheet(int number)
{
    return "sheet " + QByteArray::number(number);
}

} // namespace

/** From the glass to the paper: in order, whatever breaks on the way, and never more in memory than a few pages. */
class tst_ScanPapers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FaultFiles> m_files;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<ScriptedScanner> m_scanner;
    std::unique_ptr<ScriptedPages> m_pages;
    std::unique_ptr<ScanPapers> m_scan;

    [[nodiscard]] QByteArray bytesOf(const QString &attachment) const
    {
        const Result<QByteArray> bytes = m_place->store.attachments().read(attachment);
        return bytes ? *bytes : QByteArray();
    }
    [[nodiscard]] qsizetype onDisk() const { return QDir(m_place->store.attachments().folder()).entryList({u"*.mca"_qs}).size(); }
    static ScanRules rules()
    {
        ScanRules rules;
        rules.profiles = {{.id = u"glass"_qs, .name = u"Mặt kính"_qs}, {.id = u"feeder"_qs, .name = u"Khay nạp"_qs, .device = u"feeder"_qs, .source = ScanSource::Feeder}};
        return rules;
    }
    /** A stack of so many sheets is laid in, and has gone through. */
    void feed(int sheets)
    {
        m_scan->scan(u"identity"_qs);
        QTRY_VERIFY(m_scanner->isScanning());
        for (int number = 1; number <= sheets; ++number) {
            m_scanner->give(sheet(number));
        }
        m_scanner->end();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = std::make_shared<FaultFiles>();
        storage::StoreOptions options;
        options.files = m_files;
        Result<storage::Store> store = storage::Store::create(m_folder->filePath(u"store"_qs), security::SecretBytes::copyOf(QByteArray(32, 'k')), {}, options);
        QVERIFY(store);
        m_place = std::make_unique<Workplace>(Workplace{.store = *store});
        m_scanner = std::make_unique<ScriptedScanner>();
        m_pages = std::make_unique<ScriptedPages>();
        m_scan = std::make_unique<ScanPapers>(*m_place, *m_scanner, *m_pages);
        m_scan->setRules(rules());
    }
    void cleanup()
    {
        m_scan.reset();
        m_pages.reset();
        m_scanner.reset();
        m_place.reset();
    }

    void pagesAreToldInTheirOrderHoweverLongEachTook()
    {
        ToldScan told(*m_scan);
        feed(3);
        QTRY_COMPARE(m_pages->asked.size(), 3);
        m_pages->answer(2);
        m_pages->answer(1);
        QTRY_COMPARE(onDisk(), 4); // two pictures and their thumbnails
        QCoreApplication::sendPostedEvents();
        QVERIFY(told.all.isEmpty());
        QVERIFY(m_scan->isBusy());
        m_pages->answer(0);
        QTRY_VERIFY(told.hasEnded());
        QCOMPARE(told.words(), u"page 1, page 2, page 3, ended 3"_qs);
        QVERIFY(!m_scan->isBusy());
        for (const ArrivedPage &one : told.pages) {
            const QByteArray jpeg = sheet(one.number) + " ready";
            QCOMPARE(one.paper, u"identity"_qs);
            QCOMPARE(bytesOf(one.page.attachment), jpeg);
            QCOMPARE(one.page.digest, QString::fromLatin1(QCryptographicHash::hash(jpeg, QCryptographicHash::Sha256).toHex()));
            QCOMPARE(QImage::fromData(bytesOf(one.page.thumbnail), "PNG").size(), QSize(24, 32));
            QCOMPARE(one.thumbnail.size(), QSize(24, 32));
            QCOMPARE(one.page.pixels, QSize(590, 780)); // as it was made ready
            QCOMPARE(one.page.dpi, 300); // as the scanner said, where the page does not
            QVERIFY(!one.page.isColour);
            QCOMPARE(one.page.source, u"scan"_qs);
            QCOMPARE(one.codes.constFirst().text, QString::fromUtf8(sheet(one.number)));
            QCOMPARE(PaperPage::fromJson(one.page.toJson()).operator bool(), true);
        }
        QCOMPARE(m_pages->asked.constFirst().wish, PageWish());
    }

    void ofAWholeStackOnlyAFewAreInMemory()
    {
        constexpr int Sheets = 50;
        ToldScan told(*m_scan);
        m_scan->scan(u"identity"_qs);
        QTRY_VERIFY(m_scanner->isScanning());
        for (int number = 1; number <= Sheets; ++number) {
            m_scanner->give(sheet(number));
        }
        m_scanner->end();
        // Nothing is made ready yet, and all but what is being read lies on the disk.
        QTRY_COMPARE(onDisk(), Sheets - m_pages->asked.size());
        QVERIFY(m_pages->asked.size() <= 4);
        for (qsizetype place = 0; place < Sheets; ++place) {
            QTRY_VERIFY(m_pages->asked.size() > place);
            m_pages->answer(place);
        }
        QTRY_VERIFY(told.hasEnded());
        QVERIFY(m_pages->mostOpen <= 4);
        QCOMPARE(told.pages.size(), Sheets);
        for (int number = 1; number <= Sheets; ++number) {
            QCOMPARE(told.pages.at(number - 1).number, number);
            QCOMPARE(bytesOf(told.pages.at(number - 1).page.attachment), sheet(number) + " ready");
        }
    }

    void whatGoesWrongWithTheScannerCostsWhatDidNotCome_data()
    {
        QTest::addColumn<ScanFault::What>("what");
        QTest::addColumn<int>("after");
        using What = ScanFault::What;
        for (const What what : {What::FeederEmpty, What::Jam, What::DoubleFeed, What::CoverOpen, What::Crashed, What::TimedOut, What::Broken}) {
            for (const int after : {0, 2}) {
                QTest::addRow("%d after %d", int(what), after) << what << after;
            }
        }
    }
    void whatGoesWrongWithTheScannerCostsWhatDidNotCome()
    {
        QFETCH(ScanFault::What, what);
        QFETCH(int, after);
        SimulatedScanner scanner({.aPage = std::chrono::milliseconds(0)});
        scanner.setFault(ScanFault{what, {}}, after);
        m_pages->answersAtOnce = true;
        ScanPapers scan(*m_place, scanner, *m_pages);
        ScanRules duplex = rules();
        duplex.profiles = {{.id = u"p"_qs, .name = u"p"_qs, .source = ScanSource::Duplex, .dpi = 75, .page = {210, 297}}};
        scan.setRules(duplex);
        ToldScan told(scan);
        scan.scan(u"identity"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(told.hasEnded(), 60'000);
        QCOMPARE(told.words(), after == 0 ? u"scanner, ended 0"_qs : u"page 1, page 2, scanner, ended 2"_qs);
        QCOMPARE(told.troubles.constFirst().scanner->what, what);
        // And it is well again.
        scanner.setFault({});
        ToldScan again(scan);
        scan.scan(u"identity"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(again.hasEnded(), 60'000);
        QCOMPARE(again.words(), u"page 1, page 2, page 3, page 4, ended 4"_qs);
    }

    void aPageThatCannotBeMadeReadyIsKeptAsItCame_data()
    {
        QTest::addColumn<PageFault>("fault");
        for (const PageFault fault : {PageFault::CannotDecode, PageFault::TooLarge, PageFault::TimedOut, PageFault::Crashed, PageFault::NotInstalled}) {
            QTest::addRow("%d", int(fault)) << fault;
        }
    }
    void aPageThatCannotBeMadeReadyIsKeptAsItCame()
    {
        QFETCH(PageFault, fault);
        m_pages->answersAtOnce = true;
        m_pages->faults = {{sheet(2), fault}};
        ToldScan told(*m_scan);
        feed(3);
        QTRY_VERIFY(told.hasEnded());
        QCOMPARE(told.words(), u"page 1, fault of page 2, page 2, page 3, ended 3"_qs);
        QCOMPARE(told.troubles.constFirst().page, std::optional(fault));
        const ArrivedPage &kept = told.pages.at(1);
        QCOMPARE(bytesOf(kept.page.attachment), sheet(2));
        QCOMPARE(kept.page.pixels, QSize(600, 800)); // as the scanner says
        QVERIFY(kept.page.isColour && !kept.page.isBlank);
        QVERIFY(kept.page.thumbnail.isEmpty() && kept.thumbnail.isNull());
    }

    void blankSidesAreToldAsSuch()
    {
        m_pages->answersAtOnce = true;
        ToldScan told(*m_scan);
        m_scan->scan(u"identity"_qs);
        QTRY_VERIFY(m_scanner->isScanning());
        m_scanner->give("front");
        m_scanner->give("blank back");
        m_scanner->end();
        QTRY_VERIFY(told.hasEnded());
        QVERIFY(!told.pages.at(0).page.isBlank);
        QVERIFY(told.pages.at(1).page.isBlank);
    }

    void whatArrivedBeforeItWasStoppedIsKept()
    {
        ToldScan told(*m_scan);
        m_scan->scan(u"identity"_qs);
        m_scan->scan(u"residence"_qs); // pressed twice
        QTRY_VERIFY(m_scanner->isScanning());
        m_scanner->give(sheet(1));
        m_scanner->give(sheet(2));
        m_scan->cancel();
        m_scan->cancel();
        QTRY_VERIFY(!m_scanner->isScanning());
        QVERIFY(m_scan->isBusy());
        m_pages->answer(1);
        m_pages->answer(0);
        QTRY_VERIFY(told.hasEnded());
        QCOMPARE(told.words(), u"page 1, page 2, scanner, ended 2"_qs);
        QCOMPARE(told.troubles.constFirst().scanner->what, ScanFault::What::Cancelled);
        QCOMPARE(m_scanner->cancels, 1);
        QCOMPARE(told.pages.constFirst().paper, u"identity"_qs);
    }

    void itIsStoppedBeforeTheScannerWasFound()
    {
        ToldScan told(*m_scan);
        m_scan->scan(u"identity"_qs);
        m_scan->cancel();
        QTRY_VERIFY(told.hasEnded());
        QCOMPARE(told.words(), u"scanner, ended 0"_qs);
        QCOMPARE(told.troubles.constFirst().scanner->what, ScanFault::What::Cancelled);
        QVERIFY(m_scanner->scannedWith.isEmpty());
    }

    void aFullDiskStopsTheScanAndWhatArrivedStays_data()
    {
        QTest::addColumn<int>("lost"); // the sheet that finds the disk full
        QTest::newRow("the first") << 1;
        QTest::newRow("one in the midst") << 3;
        QTest::newRow("one that is to wait on the disk") << 5;
    }
    void aFullDiskStopsTheScanAndWhatArrivedStays()
    {
        QFETCH(int, lost);
        ToldScan told(*m_scan);
        m_scan->scan(u"identity"_qs);
        QTRY_VERIFY(m_scanner->isScanning());
        for (int number = 1; number <= std::min(lost, 4); ++number) {
            m_scanner->give(sheet(number));
        }
        const auto answerTo = [&](int number) {
            m_pages->answer(number - 1);
            QTRY_COMPARE(told.pages.size(), number);
        };
        if (lost <= 4) {
            for (int number = 1; number < lost; ++number) {
                answerTo(number);
            }
            m_files->failAt(1, ErrorCode::DiskFull, true);
            m_pages->answer(lost - 1);
        } else { // four are being read
            m_files->failAt(1, ErrorCode::DiskFull, true);
            m_scanner->give(sheet(lost));
            QTRY_VERIFY(!m_scanner->isScanning());
            m_files->heal();
            for (int number = 1; number < lost; ++number) {
                answerTo(number);
            }
        }
        QTRY_COMPARE(m_scanner->cancels, 1);
        m_scanner->give(sheet(9)); // on its way while it is being stopped
        QTRY_VERIFY(told.hasEnded());
        QStringList expected;
        for (int number = 1; number < lost; ++number) {
            expected.append(u"page %1"_qs.arg(number));
        }
        expected << u"lost %1"_qs.arg(lost) << u"ended %1"_qs.arg(lost - 1);
        QCOMPARE(told.all, expected);
        QCOMPARE(told.troubles.constFirst().kept->code, ErrorCode::DiskFull);
        QVERIFY(!m_scanner->isScanning());
        for (const ArrivedPage &one : std::as_const(told.pages)) {
            QCOMPARE(bytesOf(one.page.attachment), sheet(one.number) + " ready");
        }
        // There is room again.
        m_files->heal();
        m_pages->answersAtOnce = true;
        ToldScan again(*m_scan);
        feed(2);
        QTRY_VERIFY(again.hasEnded());
        QCOMPARE(again.words(), u"page 1, page 2, ended 2"_qs);
    }

    void theScannerIsThatOfTheProfileAndIsRememberedWhileItWorks()
    {
        m_pages->answersAtOnce = true;
        ToldScan told(*m_scan);
        QCOMPARE(m_scan->profile()->id, u"glass"_qs); // the first
        feed(1);
        QTRY_VERIFY(told.hasEnded());
        QVERIFY(!m_scan->choose(u"nothing"_qs));
        QVERIFY(m_scan->choose(u"feeder"_qs));
        ToldScan second(*m_scan);
        feed(1);
        QTRY_VERIFY(second.hasEnded());
        QCOMPARE(m_scanner->profile.source, ScanSource::Feeder);
        ToldScan third(*m_scan);
        feed(1);
        QTRY_VERIFY(third.hasEnded());
        QCOMPARE(m_scanner->scannedWith, QStringList({u"one"_qs, u"two"_qs, u"two"_qs}));
        QCOMPARE(m_scanner->asked, 2); // once for each
    }

    void aScannerThatWasPluggedInElsewhereIsFoundAgain()
    {
        m_pages->answersAtOnce = true;
        ToldScan told(*m_scan);
        feed(1);
        QTRY_VERIFY(told.hasEnded());
        m_scanner->there = QList<ScannerDevice>{{u"elsewhere"_qs, u"Maker"_qs, u"Flat 1"_qs, {}}};
        ToldScan again(*m_scan);
        m_scan->scan(u"identity"_qs);
        m_scanner->end(ScanFault{ScanFault::What::Gone, {}});
        QTRY_COMPARE(m_scanner->scannedWith, QStringList({u"one"_qs, u"one"_qs, u"elsewhere"_qs}));
        QVERIFY(again.all.isEmpty()); // nobody was told that it was gone
        m_scanner->give(sheet(1));
        m_scanner->end();
        QTRY_VERIFY(again.hasEnded());
        QCOMPARE(again.words(), u"page 1, ended 1"_qs);
        // Gone in the midst of a stack it is told, and asked for anew the next time.
        ToldScan third(*m_scan);
        m_scan->scan(u"identity"_qs);
        m_scanner->give(sheet(1));
        m_scanner->end(ScanFault{ScanFault::What::Gone, {}});
        QTRY_VERIFY(third.hasEnded());
        QCOMPARE(third.words(), u"page 1, scanner, ended 1"_qs);
        const int before = m_scanner->asked;
        feed(0);
        QCOMPARE(m_scanner->asked, before + 1);
    }

    void withoutAScannerItEndsAtOnce_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<ScanFault::What>("what");
        QTest::newRow("there is none") << 0 << ScanFault::What::Gone;
        QTest::newRow("none that the profile means") << 1 << ScanFault::What::Gone;
        QTest::newRow("nobody knows") << 2 << ScanFault::What::TimedOut;
        QTest::newRow("the office has no profile") << 3 << ScanFault::What::Unsupported;
        QTest::newRow("another part of the program scans") << 4 << ScanFault::What::Busy;
    }
    void withoutAScannerItEndsAtOnce()
    {
        QFETCH(int, how);
        QFETCH(ScanFault::What, what);
        if (how == 0) {
            m_scanner->there = QList<ScannerDevice>();
        } else if (how == 1) {
            m_scanner->there = QList<ScannerDevice>{{u"one"_qs, u"Maker"_qs, u"Flat 1"_qs, {}}};
            QVERIFY(m_scan->choose(u"feeder"_qs));
        } else if (how == 2) {
            m_scanner->there = ScanFault{ScanFault::What::TimedOut, {}};
        } else if (how == 3) {
            m_scan->setRules({});
            QVERIFY(!m_scan->profile());
        } else {
            m_scanner->scan(u"one"_qs, {});
        }
        ToldScan told(*m_scan);
        m_scan->scan(u"identity"_qs);
        QVERIFY(told.all.isEmpty()); // never inside the call
        QTRY_VERIFY(told.hasEnded());
        QCOMPARE(told.words(), u"scanner, ended 0"_qs);
        QCOMPARE(told.troubles.constFirst().scanner->what, what);
        if (how == 4) { // and what comes for the other is not ours
            m_scanner->give(sheet(1));
            m_scanner->end();
            QCOMPARE(told.all.size(), 2);
        }
    }

    void picturesThatAreBroughtGoTheSameWay()
    {
        m_pages->answersAtOnce = true;
        m_pages->faults = {{"no picture", PageFault::CannotDecode}};
        ToldScan told(*m_scan);
        m_scan->take(u"residence"_qs, {"photograph", "no picture", "another"});
        QVERIFY(m_scan->isBusy());
        m_scan->scan(u"identity"_qs); // later
        QTRY_VERIFY(told.hasEnded());
        QCOMPARE(told.words(), u"page 1, fault of page 2, page 3, ended 2"_qs);
        QCOMPARE(told.pages.constFirst().paper, u"residence"_qs);
        QCOMPARE(told.pages.constFirst().page.source, u"file"_qs);
        QCOMPARE(told.pages.constFirst().page.dpi, 0); // a telephone does not say
        QVERIFY(m_pages->asked.constFirst().wish.clears);
        QVERIFY(m_scanner->scannedWith.isEmpty());
        QCOMPARE(onDisk(), 4);
        ToldScan none(*m_scan);
        m_scan->take(u"residence"_qs, {});
        QTRY_VERIFY(none.hasEnded());
        QCOMPARE(none.words(), u"ended 0"_qs);
    }

    void whatIsBroughtCanBeStopped()
    {
        ToldScan told(*m_scan);
        m_scan->take(u"residence"_qs, {sheet(1), sheet(2), sheet(3), sheet(4), sheet(5), sheet(6)});
        QCOMPARE(m_pages->asked.size(), 4);
        m_scan->cancel();
        for (qsizetype place = 0; place < 4; ++place) {
            m_pages->answer(place);
        }
        QTRY_VERIFY(told.hasEnded());
        QCOMPARE(told.words(), u"page 1, page 2, page 3, page 4, scanner, ended 4"_qs);
    }

    void aPageIsTurned_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("quarters");
        QTest::newRow("right") << 1 << 1;
        QTest::newRow("left") << -1 << 3;
        QTest::newRow("round and a half") << 6 << 2;
    }
    void aPageIsTurned()
    {
        QFETCH(int, asked);
        QFETCH(int, quarters);
        m_pages->answersAtOnce = true;
        ToldScan told(*m_scan);
        feed(1);
        QTRY_VERIFY(told.hasEnded());
        PaperPage page = told.pages.constFirst().page;
        page.isBlank = true; // as the officer decided
        PaperPage turned;
        int place = -1;
        connect(m_scan.get(), &ScanPapers::turned, this, [&](const QString &, int at, const PaperPage &now, const QImage &thumbnail) {
            turned = thumbnail.isNull() ? PaperPage() : now;
            place = at;
        });
        m_scan->turn(u"identity"_qs, 7, page, asked);
        QTRY_COMPARE(place, 7);
        const PageWish wish = m_pages->asked.constLast().wish;
        QCOMPARE(wish, (PageWish{.straightens = false, .crops = false, .readsCodes = false, .quarterTurns = quarters}));
        QCOMPARE(bytesOf(turned.attachment), sheet(1) + " ready ready");
        QVERIFY(turned.attachment != page.attachment && turned.thumbnail != page.thumbnail && turned.digest != page.digest);
        QVERIFY(turned.isBlank);
        QCOMPARE(turned.dpi, page.dpi);
    }

    void aPageThatCannotBeTurnedIsToldAsSuch_data()
    {
        QTest::addColumn<QString>("why");
        QTest::newRow("not there") << u"missing"_qs;
        QTest::newRow("not to be decoded") << u"fault"_qs;
        QTest::newRow("no room") << u"full"_qs;
    }
    void aPageThatCannotBeTurnedIsToldAsSuch()
    {
        QFETCH(QString, why);
        m_pages->answersAtOnce = true;
        ToldScan told(*m_scan);
        feed(1);
        QTRY_VERIFY(told.hasEnded());
        PaperPage page = told.pages.constFirst().page;
        if (why == u"missing") {
            page.attachment = u"a1.no"_qs;
        } else if (why == u"fault") {
            m_pages->faults = {{sheet(1) + " ready", PageFault::Crashed}};
        } else {
            m_files->failAt(1, ErrorCode::DiskFull, true);
        }
        std::optional<ScanTrouble> trouble;
        connect(m_scan.get(), &ScanPapers::notTurned, this, [&](const QString &, int, const ScanTrouble &said) { trouble = said; });
        m_scan->turn(u"identity"_qs, 2, page, 1);
        QTRY_VERIFY(trouble);
        QCOMPARE(trouble->number, 3);
        QCOMPARE(trouble->page.has_value(), why == u"fault");
        QCOMPARE(trouble->kept.has_value(), why != u"fault");
    }

    void whoGoesStopsTheScanner()
    {
        m_scan->scan(u"identity"_qs);
        QTRY_VERIFY(m_scanner->isScanning());
        m_scanner->give(sheet(1));
        m_scan.reset();
        QCOMPARE(m_scanner->cancels, 1);
        m_pages->answer(0); // nobody's
        QTRY_VERIFY(!m_scanner->isScanning());
    }
};

QTEST_MAIN(tst_ScanPapers)
#include "tst_ScanPapers.moc"
