// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/sane/SaneScanner.h"

#include "tests/app/devices/sane/ScannerBench.h"

#include <QTest>

#include <csignal>
#include <functional>

using namespace motcua;
using namespace motcua::test;

Q_DECLARE_METATYPE(motcua::ScanFault::What)

/** What a driver or a worker does wrong costs a message: SANE's test backend with each of its faults, and workers that lie. */
class tst_SaneScanner : public QObject
{
    Q_OBJECT

    using What = ScanFault::What;
    using Kind = ScanFrame::Kind;

    ScannerBench m_bench;

    static ScanProfile profile(int dpi = 100, ScanSource source = ScanSource::Flatbed)
    {
        return {.id = u"p"_qs, .name = u"p"_qs, .source = source, .dpi = dpi, .page = {100, 150}};
    }

    static QByteArray frame(Kind kind, const std::vector<std::uint8_t> &body)
    {
        const ScanFrame::Head head = ScanFrame::head(kind, body.size());
        return QByteArray(reinterpret_cast<const char *>(head.data()), head.size()) + QByteArray(reinterpret_cast<const char *>(body.data()), static_cast<qsizetype>(body.size()));
    }
    static QByteArray began(unsigned page) { return frame(Kind::Began, ScanProgressBody{page, 0, 10}.toBody()); }
    static QByteArray grew(unsigned page, unsigned rows) { return frame(Kind::Progress, ScanProgressBody{page, rows, 10}.toBody()); }
    static QByteArray came(unsigned page, const QByteArray &jpeg = "\xFF\xD8\xFF\xD9")
    {
        std::vector<std::uint8_t> body = ScanPageHead{page, 8, 10, 300, 3}.toBody();
        body.insert(body.end(), jpeg.begin(), jpeg.end());
        return frame(Kind::Page, body);
    }
    static QByteArray done(unsigned pages, ScanEndBody::How how = ScanEndBody::How::Done) { return frame(Kind::End, ScanEndBody{how, pages, {}}.toBody()); }

    /** A worker that says `bytes`, and then does as `after` says. */
    QString saying(const QByteArray &bytes, const QByteArray &after = {})
    {
        return m_bench.script("cat > /dev/null\ncat '" + QFile::encodeName(m_bench.newFile(bytes)) + "'\n" + after);
    }

    /** The real worker, which writes its process id down before. */
    QString noted(const QString &file)
    {
        return m_bench.script("echo $$ > '" + QFile::encodeName(file) + "'\nexec '" + QFile::encodeName(SaneScanner::besideThisProgram()) + "' \"$@\"\n");
    }
    static pid_t processIn(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
    }

    static constexpr auto Slow = "read-delay true\nread-delay-duration 200000\nread-limit true\nread-limit-size 1000";

private Q_SLOTS:
    void everyFaultIsTold_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<What>("what");
        QTest::addRow("unsupported") << QByteArray("UNSUPPORTED") << What::Unsupported;
        QTest::addRow("stopped at the device") << QByteArray("CANCELLED") << What::Cancelled;
        QTest::addRow("busy") << QByteArray("DEVICE_BUSY") << What::Busy;
        QTest::addRow("a page of no rows") << QByteArray("EOF") << What::Broken;
        QTest::addRow("jam") << QByteArray("JAMMED") << What::Jam;
        QTest::addRow("no paper") << QByteArray("NO_DOCS") << What::FeederEmpty;
        QTest::addRow("cover") << QByteArray("COVER_OPEN") << What::CoverOpen;
        QTest::addRow("broken") << QByteArray("IO_ERROR") << What::Broken;
        QTest::addRow("no memory") << QByteArray("NO_MEM") << What::Broken;
        QTest::addRow("refused") << QByteArray("ACCESS_DENIED") << What::NotAllowed;
    }
    void everyFaultIsTold()
    {
        QFETCH(QByteArray, status);
        QFETCH(What, what);
        SaneScanner scanner({.configFolder = m_bench.testBackend("read-status-code \"SANE_STATUS_" + status + '"')});
        ToldStack told(scanner);
        scanner.scan(ScannerBench::testId(), profile());
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY2(told.isOf(what), told.fault ? qPrintable(QString::number(int(told.fault->what))) : "none");
        QCOMPARE(told.counted, 0);
    }

    void faultsOfTheNetworkAreTold_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<What>("what");
        QTest::addColumn<int>("pages");
        QTest::addRow("jam after two pages") << QStringList{u"--fault"_qs, u"ScannerAdfJam"_qs, u"--after"_qs, u"2"_qs} << What::Jam << 2;
        QTest::addRow("the feeder is empty") << QStringList{u"--fault"_qs, u"ScannerAdfEmpty"_qs} << What::FeederEmpty << 0;
        QTest::addRow("its door is open") << QStringList{u"--fault"_qs, u"ScannerAdfDoorOpen"_qs} << What::CoverOpen << 0;
    }
    void faultsOfTheNetworkAreTold()
    {
        QFETCH(QStringList, options);
        QFETCH(What, what);
        QFETCH(int, pages);
        SaneScanner scanner({.configFolder = m_bench.escl(3, options)});
        ToldStack told(scanner);
        scanner.scan(ScannerBench::esclId(), profile(300, ScanSource::Feeder));
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY2(told.isOf(what), told.fault ? qPrintable(QString::number(int(told.fault->what))) : "none");
        QCOMPARE(told.pages.size(), pages); // what came before is good
        QCOMPARE(told.counted, pages);
    }

    void aScannerPulledOffTheNetworkIsGone()
    {
        SaneScanner scanner({.configFolder = m_bench.escl(1)});
        m_bench.unplugEscl();
        ToldStack told(scanner);
        scanner.scan(ScannerBench::esclId(), profile(300));
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(What::Gone));
        // sane-airscan goes on listing one that its configuration names; opening it shows that it is not there.
        const auto abilities = scanner.abilities(ScannerBench::esclId());
        QTRY_VERIFY_WITH_TIMEOUT(abilities.isFinished(), 60'000);
        QVERIFY(!abilities.result());
        QCOMPARE(abilities.result().error().what, What::Gone);
    }

    void theNextFinerResolutionIsTaken()
    {
        SaneScanner scanner({.configFolder = m_bench.escl(1, {u"--dpi"_qs, u"100"_qs, u"300"_qs, u"600"_qs})});
        ToldStack told(scanner);
        scanner.scan(ScannerBench::esclId(), profile(200));
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(!told.fault);
        QCOMPARE(told.pages.constFirst().dpi, 300);
    }

    /** However a driver sends its rows, the same page comes out: the pattern of the test backend, compared with one that is sent plainly. */
    void rowsComeInEveryWay_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QSize>("size");
        const QSize whole(393, 590); // 100 × 150 mm at 100 dpi, as the backend counts
        QTest::addRow("plainly") << QByteArray() << whole;
        QTest::addRow("in three passes") << QByteArray("three-pass true") << whole;
        QTest::addRow("in three passes, blue first") << QByteArray("three-pass true\nthree-pass-order BGR") << whole;
        QTest::addRow("eleven bytes at a time") << QByteArray("read-limit true\nread-limit-size 11") << whole;
        QTest::addRow("with parameters that are only about right before") << QByteArray("fuzzy-parameters true") << whole;
        QTest::addRow("with some it fills up") << QByteArray("ppl-loss 7") << QSize(386, 590);
        QTest::addRow("without blocking") << QByteArray("select-fd true") << whole;
        QTest::addRow("by hand, of a length nobody knows") << QByteArray("hand-scanner true") << QSize(433, 669);
        QTest::addRow("by hand, in three passes") << QByteArray("hand-scanner true\nthree-pass true") << QSize(433, 669);
    }
    void rowsComeInEveryWay()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QSize, size);
        const auto scanned = [this](const QByteArray &with) {
            SaneScanner scanner({.configFolder = m_bench.testBackend(with)});
            ToldStack told(scanner);
            scanner.scan(ScannerBench::testId(), profile());
            return QTest::qWaitFor([&told] { return told.ends == 1; }, 60'000) && !told.fault && told.pages.size() == 1 ? told.pages.constFirst() : ScannedPage();
        };
        const ScannedPage page = scanned(lines);
        QCOMPARE(page.size, size);
        QCOMPARE(page.dpi, 100);
        const QImage picture = QImage::fromData(page.jpeg, "jpeg");
        QCOMPARE(picture.size(), size);
        if (size == QSize(393, 590)) {
            QCOMPARE(picture, QImage::fromData(scanned({}).jpeg, "jpeg"));
        }
    }

    void aWorkerKilledInTheMidstOfAPageCostsThatPage()
    {
        const QString file = m_bench.path(u"killed"_qs);
        SaneScanner scanner({.worker = noted(file), .configFolder = m_bench.testBackend(Slow)});
        ToldStack told(scanner);
        scanner.scan(ScannerBench::testId(), profile());
        QTRY_VERIFY_WITH_TIMEOUT(!told.progress.isEmpty(), 60'000);
        const pid_t worker = processIn(file);
        QVERIFY(worker > 0 && ::kill(worker, SIGKILL) == 0);
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(What::Crashed));
        // And the program goes on.
        const auto devices = scanner.devices();
        QTRY_VERIFY_WITH_TIMEOUT(devices.isFinished(), 60'000);
        QCOMPARE(devices.result()->size(), 1);
    }

    void aDriverThatHangsIsEnded()
    {
        const QString file = m_bench.path(u"hangs"_qs);
        SaneScanner::Patience patience;
        patience.nextWord = std::chrono::milliseconds(500);
        SaneScanner scanner({.worker = noted(file), .configFolder = m_bench.escl(1, {u"--hang-after"_qs, u"0"_qs}), .patience = patience});
        ToldStack told(scanner);
        scanner.scan(ScannerBench::esclId(), profile(300));
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(What::TimedOut));
        const pid_t worker = processIn(file);
        QVERIFY(worker > 0);
        QTRY_VERIFY(::kill(worker, 0) != 0);
    }

    void aQuestionThatHangsIsEnded()
    {
        SaneScanner::Patience patience;
        patience.list = patience.look = std::chrono::milliseconds(300);
        SaneScanner scanner({.worker = m_bench.script("exec sleep 600\n"), .patience = patience});
        const auto devices = scanner.devices();
        const auto abilities = scanner.abilities(u"x"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(devices.isFinished() && abilities.isFinished(), 60'000);
        QCOMPARE(devices.result().error().what, What::TimedOut);
        QCOMPARE(abilities.result().error().what, What::TimedOut);
        QTRY_VERIFY(scanner.children().isEmpty());
    }

    void whoeverIsStoppedMayPutThingsInOrder()
    {
        const QString stopped = m_bench.path(u"stopped"_qs);
        const QByteArray end = "cat '" + QFile::encodeName(m_bench.newFile(done(1, ScanEndBody::How::Cancelled))) + "'";
        const QByteArray trap = "trap \"" + end + "; echo > '" + QFile::encodeName(stopped) + "'; exit 0\" USR1\n";
        SaneScanner scanner({.worker = m_bench.script(trap + "cat > /dev/null\ncat '" + QFile::encodeName(m_bench.newFile(began(1) + came(1) + began(2))) + "'\nwhile true; do read -r nothing < '" + QFile::encodeName(m_bench.silence()) + "'; done\n")});
        ToldStack told(scanner);
        scanner.scan(u"x"_qs, profile());
        QTRY_COMPARE_WITH_TIMEOUT(told.progress.size(), 2, 60'000);
        scanner.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(What::Cancelled));
        QCOMPARE(told.counted, 1); // what came before is good
        QVERIFY(QFile::exists(stopped));
    }

    void whoDoesNotStopIsEnded()
    {
        // It has no ear for the signal, as a driver that hangs in its own cancelling.
        SaneScanner scanner({.worker = saying(began(1), "trap '' USR1\nread -r nothing < '" + QFile::encodeName(m_bench.silence()) + "'\n")});
        ToldStack told(scanner);
        scanner.scan(u"x"_qs, profile());
        QTRY_VERIFY_WITH_TIMEOUT(!told.progress.isEmpty(), 60'000);
        scanner.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(What::Cancelled));
    }

    void whatIsNotInstalledIsNamed()
    {
        SaneScanner scanner({.worker = m_bench.path(u"nobody"_qs)});
        ToldStack told(scanner);
        scanner.scan(u"x"_qs, profile());
        QTRY_COMPARE(told.ends, 1);
        QVERIFY(told.isOf(What::NotInstalled));
        SaneScanner without({.worker = saying(done(0, ScanEndBody::How::NoLibrary))});
        const auto devices = without.devices();
        QTRY_VERIFY_WITH_TIMEOUT(devices.isFinished(), 60'000);
        QCOMPARE(devices.result().error().what, What::NotInstalled);
    }

    void aWorkerGetsNothingOfOurs()
    {
        qputenv("MOTCUA_SECRET_OF_A_TEST", "1");
        const QByteArray script = R"sh(cat > /dev/null
test "$(tr '\0' '\n' < /proc/$$/environ | sort | tr '\n' ' ')" = 'LC_ALL=C SANE_CONFIG_DIR=/nowhere ' || exit 4
test "$*" = scan || exit 5
test "$(pwd)" = / || exit 6
)sh";
        SaneScanner scanner({.worker = m_bench.script(script + "cat '" + QFile::encodeName(m_bench.newFile(done(0))) + "'\n"), .configFolder = u"/nowhere"_qs});
        const auto devices = scanner.devices();
        QTRY_VERIFY_WITH_TIMEOUT(devices.isFinished(), 60'000);
        QVERIFY(devices.result());
    }

    void aWorkerIsNotTrusted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("pages"); ///< that are taken before
        const QByteArray good = began(1) + grew(1, 5) + came(1);
        QTest::addRow("it says nothing") << QByteArray() << 0;
        QTest::addRow("it ends without an end") << good << 1;
        QTest::addRow("half a head") << began(1).first(6) << 0;
        QTest::addRow("half a page") << began(1) + came(1).chopped(1) << 0;
        QTest::addRow("garbage") << QByteArray(100'000, 'x') << 0;
        QTest::addRow("another magic") << QByteArray(began(1)).replace(0, 4, "MCS9") << 0;
        QTest::addRow("a kind there is not") << QByteArray(began(1)).replace(4, 1, "\x09") << 0;
        QTest::addRow("what stands for nothing is something") << QByteArray(began(1)).replace(5, 1, "x") << 0;
        QTest::addRow("a length larger than may be") << QByteArray(came(1)).replace(8, 4, "\x7F\xFF\xFF\xFF") << 0;
        QTest::addRow("a body that is too short") << frame(Kind::Began, {0, 0, 0}) << 0;
        QTest::addRow("a body that is too long") << frame(Kind::End, std::vector<std::uint8_t>(40, 0)) << 0;
        QTest::addRow("a request") << frame(Kind::Request, ScanRequest{}.toBody()) << 0;
        QTest::addRow("a device nobody asked for") << frame(Kind::Device, ScanDeviceBody{"a", "b", "c", "d"}.toBody()) + done(0) << 0;
        QTest::addRow("a page that never began") << came(1) + done(1) << 0;
        QTest::addRow("another page than began") << began(1) + came(2) + done(1) << 0;
        QTest::addRow("the second page first") << began(2) + came(2) + done(1) << 0;
        QTest::addRow("a page twice") << good + came(1) + done(2) << 1;
        QTest::addRow("the same page begins again") << began(1) + began(1) << 0;
        QTest::addRow("another page grows") << began(1) + grew(2, 5) << 0;
        QTest::addRow("a page that is no picture") << began(1) + came(1, "PDF-") + done(1) << 0;
        QTest::addRow("a picture without an end") << began(1) + came(1, "\xFF\xD8\xFF") + done(1) << 0;
        QTest::addRow("it miscounts") << good + done(2) << 1;
        QTest::addRow("an end that is none") << good + frame(Kind::End, {99, 0, 0, 0, 1, 0, 0}) << 1;
        QTest::addRow("it goes on after its end") << good + done(1) + began(2) << 1;
        QTest::addRow("two ends") << good + done(1) + done(1) << 1;
        QTest::addRow("a byte after its end") << good + done(1) + "x" << 1;
    }
    void aWorkerIsNotTrusted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, pages);
        SaneScanner scanner({.worker = saying(bytes)});
        ToldStack told(scanner);
        scanner.scan(u"x"_qs, profile());
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY2(told.isOf(What::Crashed), told.fault ? qPrintable(QString::number(int(told.fault->what))) : "none");
        QCOMPARE(told.pages.size(), pages);
        QCOMPARE(told.counted, pages);
    }

    void thereIsAnEndToWhatIsListenedTo()
    {
        SaneScanner scanner({.worker = m_bench.script("cat > /dev/null\nexec cat /dev/zero\n")});
        ToldStack told(scanner);
        scanner.scan(u"x"_qs, profile());
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(What::Crashed));
    }

    void aGoodWorkerIsBelieved()
    {
        SaneScanner scanner({.worker = saying(began(1) + grew(1, 5) + came(1) + began(2) + came(2) + done(2), "exit 3\n")}); // how it goes home is its own affair
        ToldStack told(scanner);
        scanner.scan(u"x"_qs, profile());
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(!told.fault);
        QCOMPARE(told.pages.size(), 2);
        QCOMPARE(told.progress.size(), 3);
    }

    /** Names come from anybody on the network. */
    void namesMoveNoCursor()
    {
        const auto device = [](const std::string &id, const std::string &model) { return frame(Kind::Device, ScanDeviceBody{id, "Maker", model, "kind"}.toBody()); };
        SaneScanner scanner({.worker = saying(device("net:1", "Good\x1B[2J\n" + std::string(400, 'x')) + device("net:\x1B[2J", "Evil") + device("net:2", "\xC3\x28") + done(0))});
        const auto devices = scanner.devices();
        QTRY_VERIFY_WITH_TIMEOUT(devices.isFinished(), 60'000);
        QVERIFY(devices.result());
        QCOMPARE(devices.result()->size(), 2); // one whose id cannot be shown is none
        for (const ScannerDevice &one : *devices.result()) {
            const QString text = one.id + one.model;
            QVERIFY(std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isPrint(); }));
        }
        QVERIFY(devices.result()->constFirst().model.startsWith(u"Good?[2J?"));
        QCOMPARE(devices.result()->constFirst().model.size(), 200);
    }

    void theOneThatIsMeantIsChosen()
    {
        const QList<ScannerDevice> all{{u"net:a"_qs, u"Alpha"_qs, u"One"_qs, {}}, {u"usb:b"_qs, u"Beta"_qs, u"Two 200"_qs, {}}, {u"a"_qs, u"Gamma"_qs, u"Three"_qs, {}}};
        QCOMPARE(ScannerDevice::chosen(all, {})->id, u"net:a"_qs);
        QCOMPARE(ScannerDevice::chosen(all, u"beta two"_qs)->id, u"usb:b"_qs);
        QCOMPARE(ScannerDevice::chosen(all, u"a"_qs)->id, u"a"_qs); // an id that is whole goes before a part
        QVERIFY(!ScannerDevice::chosen(all, u"delta"_qs));
        QVERIFY(!ScannerDevice::chosen({}, {}));
    }
};

QTEST_MAIN(tst_SaneScanner)
#include "tst_SaneScanner.moc"
