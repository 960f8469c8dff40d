// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/HidBench.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <linux/uhid.h>

#include <cerrno>
#include <cstring>

using namespace motcua;

using State = CodeReader::State;
using Trouble = CodeReader::Trouble;

namespace {

const QByteArray Card = QByteArray("001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Hà Nội|24072021");

HidCodeReader::Settings searching(const HidBench &bench)
{
    HidCodeReader::Settings settings = bench.settings();
    settings.path.clear();
    return settings;
}

/** A scanner that the kernel itself believes to be there (uhid). */
class UhidScanner
{
public:
    /** Empty when it stands; otherwise what is missing. */
    QString plugIn(const ScannerShape &shape)
    {
        m_fd = ::open("/dev/uhid", O_RDWR | O_CLOEXEC);
        if (m_fd < 0) {
            return u"/dev/uhid cannot be opened here (%1): the kernel has no uhid, or only root may use it"_qs.arg(
                QString::fromLocal8Bit(std::strerror(errno)));
        }
        const QByteArray descriptor = shape.descriptor();
        uhid_event event{};
        event.type = UHID_CREATE2;
        std::memcpy(event.u.create2.name, "motcua test scanner", 20);
        std::memcpy(event.u.create2.rd_data, descriptor.constData(), static_cast<size_t>(descriptor.size()));
        event.u.create2.rd_size = static_cast<quint16>(descriptor.size());
        event.u.create2.bus = 0x03; // USB
        return write(event) ? QString() : u"uhid takes no device"_qs;
    }
    void send(const QByteArray &report) const
    {
        uhid_event event{};
        event.type = UHID_INPUT2;
        event.u.input2.size = static_cast<quint16>(report.size());
        std::memcpy(event.u.input2.data, report.constData(), static_cast<size_t>(report.size()));
        QVERIFY(write(event));
    }
    void pullOut()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
            m_fd = -1;
        }
    }
    ~UhidScanner() { pullOut(); }

private:
    bool write(const uhid_event &event) const { return ::write(m_fd, &event, sizeof event) == sizeof event; }

    int m_fd = -1;
};

} // namespace

/** What only a HID device has: reports that belong together, a descriptor, and a place in the system where it is found. */
class tst_HidCodeReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsThatContinueAreOneCode_data()
    {
        QTest::addColumn<ScannerShape>("shape");
        QTest::addRow("numbered, with a length") << ScannerShape{};
        QTest::addRow("without a number") << ScannerShape{.number = 0};
        QTest::addRow("a length of two bytes") << ScannerShape{.lengthBytes = 2, .room = 40};
        QTest::addRow("without a length") << ScannerShape{.lengthBytes = 0};
        QTest::addRow("a byte a report") << ScannerShape{.room = 1};
        QTest::addRow("all in one report") << ScannerShape{.number = 0, .lengthBytes = 2, .room = 1000, .continues = false};
    }
    void reportsThatContinueAreOneCode()
    {
        QFETCH(ScannerShape, shape);
        HidBench bench(shape);
        HidCodeReader::Settings patient = bench.settings();
        patient.silenceMs = 60'000; // so that only the report without the flag ends it
        HidCodeReader reader(patient);
        QSignalSpy codes(&reader, &CodeReader::scanned);
        reader.start();
        QTRY_COMPARE(reader.state(), State::Ready);
        bench.send(Card);
        bench.send("A013\r");
        QTRY_COMPARE(codes.size(), 2);
        QCOMPARE(codes.at(0).at(0).toByteArray(), Card);
        QCOMPARE(codes.at(1).at(0).toByteArray(), QByteArray("A013"));
    }

    void aFlagThatNothingFollowsEndsInSilence()
    {
        HidBench bench;
        const std::unique_ptr<CodeReader> reader = bench.reader();
        QSignalSpy codes(reader.get(), &CodeReader::scanned);
        reader->start();
        QTRY_COMPARE(reader->state(), State::Ready);
        bench.sendReport(ScannerShape().report(QByteArray(56, '7'), true));
        QTRY_COMPARE(codes.size(), 1);
        QCOMPARE(codes.constFirst().at(0).toByteArray(), QByteArray(56, '7'));
    }

    void noPartOfACodeIsToldThatCameCut()
    {
        HidBench bench;
        const std::unique_ptr<CodeReader> reader = bench.reader();
        QSignalSpy codes(reader.get(), &CodeReader::scanned);
        QSignalSpy drops(reader.get(), &CodeReader::dropped);
        reader->start();
        QTRY_COMPARE(reader->state(), State::Ready);
        const ScannerShape shape;
        bench.sendReport(shape.report(QByteArray(56, '1'), true));
        bench.sendReport(shape.report(QByteArray(56, '2'), true).left(30));
        bench.sendReport(shape.report(QByteArray(56, '3'), true));
        bench.sendReport(shape.report("4"));
        bench.send("A013");
        QTRY_COMPARE(codes.size(), 1);
        QCOMPARE(codes.constFirst().at(0).toByteArray(), QByteArray("A013"));
        QCOMPARE(drops.size(), 1);
    }

    void whatItSendsBesideCodesIsLeftAlone()
    {
        HidBench bench;
        const std::unique_ptr<CodeReader> reader = bench.reader();
        QSignalSpy codes(reader.get(), &CodeReader::scanned);
        reader->start();
        QTRY_COMPARE(reader->state(), State::Ready);
        const ScannerShape shape;
        bench.sendReport(shape.report("A0", true));
        bench.sendReport(QByteArray("\1\0\4\0\0\0\0\0", 8)); // a key of its keyboard
        bench.sendReport(shape.report("13"));
        bench.sendReport(shape.report({})); // nothing was read
        bench.sendReport(shape.report("B007"));
        QTRY_COMPARE(codes.size(), 2);
        QCOMPARE(codes.at(0).at(0).toByteArray(), QByteArray("A013"));
        QCOMPARE(codes.at(1).at(0).toByteArray(), QByteArray("B007"));
    }

    void whatWasReadInPartGoesWithTheCable()
    {
        HidBench bench;
        HidCodeReader::Settings patient = bench.settings();
        patient.silenceMs = 60'000;
        HidCodeReader reader(patient);
        QSignalSpy codes(&reader, &CodeReader::scanned);
        reader.start();
        QTRY_COMPARE(reader.state(), State::Ready);
        bench.sendReport(ScannerShape().report("001199", true));
        bench.pullOut();
        QTRY_COMPARE(reader.state(), State::None);
        bench.plugIn();
        QTRY_COMPARE(reader.state(), State::Ready);
        bench.send("A013");
        QTRY_COMPARE(codes.size(), 1);
        QCOMPARE(codes.constFirst().at(0).toByteArray(), QByteArray("A013"));
    }

    void whatWasScannedBeforeAnybodyListenedMeansNothing()
    {
        HidBench bench;
        bench.send("A013");
        const std::unique_ptr<CodeReader> reader = bench.reader();
        QSignalSpy codes(reader.get(), &CodeReader::scanned);
        reader->start();
        QTRY_COMPARE(reader->state(), State::Ready);
        bench.send("B007");
        QTRY_COMPARE(codes.size(), 1);
        QCOMPARE(codes.constFirst().at(0).toByteArray(), QByteArray("B007"));
    }

    void itIsFoundAmongOtherDevices()
    {
        HidBench bench;
        bench.describe(u"hidraw1"_qs, Hid::application(0x01, 0x06, Hid::page(0x07) + Hid::size(8) + Hid::count(8) + Hid::input()));
        bench.describe(u"hidraw2"_qs, "no descriptor at all");
        HidCodeReader reader(searching(bench));
        QSignalSpy codes(&reader, &CodeReader::scanned);
        reader.start();
        QTRY_COMPARE(reader.state(), State::Ready);
        bench.send("A013");
        QTRY_COMPARE(codes.size(), 1);
    }

    void whereOneIsTakenTheNextIsUsed()
    {
        HidBench bench;
        bench.describe(u"hidraw3"_qs, ScannerShape().descriptor());
        const int first = bench.pipe(u"hidraw3"_qs);
        QCOMPARE(::flock(first, LOCK_EX | LOCK_NB), 0);
        HidCodeReader reader(searching(bench));
        QSignalSpy codes(&reader, &CodeReader::scanned);
        reader.start();
        QTRY_COMPARE(reader.state(), State::Ready);
        bench.send("A013");
        QTRY_COMPARE(codes.size(), 1);
        bench.pullOut();
        QTRY_COMPARE(reader.state(), State::Failed); // of the one that is left
        QCOMPARE(reader.trouble(), Trouble::InUse);
        ::close(first);
        QTRY_COMPARE(reader.state(), State::Ready);
    }

    void aMachineWithoutOneMissesNothingUntilOneWasThere()
    {
        HidBench bench;
        bench.pullOut();
        bench.describe(u"hidraw1"_qs, Hid::application(0x01, 0x06, Hid::page(0x07) + Hid::size(8) + Hid::count(8) + Hid::input()));
        HidCodeReader reader(searching(bench));
        QSignalSpy states(&reader, &CodeReader::stateChanged);
        reader.start();
        HidCodeReader named(bench.settings());
        named.start();
        QTRY_COMPARE(named.state(), State::None); // and so the other has looked too
        named.stop();
        QCOMPARE(reader.state(), State::Off);
        QCOMPARE(states.size(), 0);
        reader.start(); // started twice is started once
        bench.plugIn();
        QTRY_COMPARE(reader.state(), State::Ready);
        QCOMPARE(states.size(), 1);
        bench.pullOut();
        QTRY_COMPARE(reader.state(), State::None);
        reader.stop();
        QCOMPARE(reader.state(), State::Off);
    }

    void whatIsNoScannerIsNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<State>("state");
        QTest::addColumn<Trouble>("trouble");
        QTest::addRow("nothing there") << u"nothing"_qs << State::None << Trouble::Nothing;
        QTest::addRow("a link that leads nowhere") << u"gone"_qs << State::None << Trouble::Nothing;
        QTest::addRow("a file") << u"file"_qs << State::Failed << Trouble::NotAReader;
        QTest::addRow("a folder") << u"."_qs << State::Failed << Trouble::NotAReader;
        QTest::addRow("a device of another kind") << u"/dev/null"_qs << State::Failed << Trouble::NotAReader;
        QTest::addRow("a HID device of another kind") << u"hidraw1"_qs << State::Failed << Trouble::NotAReader;
        QTest::addRow("a link to the scanner") << u"scanner"_qs << State::Ready << Trouble::Nothing;
    }
    void whatIsNoScannerIsNamed()
    {
        QFETCH(QString, path);
        HidBench bench;
        bench.describe(u"hidraw1"_qs, Hid::application(0x01, 0x06, Hid::page(0x07) + Hid::size(8) + Hid::count(8) + Hid::input()));
        const int keyboard = bench.pipe(u"hidraw1"_qs);
        const QDir devices(bench.devices());
        QFile file(devices.filePath(u"file"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(devices.filePath(u"unplugged"_qs), devices.filePath(u"gone"_qs)));
        QVERIFY(QFile::link(bench.device(), devices.filePath(u"scanner"_qs)));
        HidCodeReader::Settings settings = bench.settings();
        settings.path = path.startsWith(u'/') ? path : devices.filePath(path);
        HidCodeReader reader(settings);
        QSignalSpy states(&reader, &CodeReader::stateChanged);
        reader.start();
        QTRY_COMPARE(states.size(), 1);
        QTEST(reader.state(), "state");
        QTEST(reader.trouble(), "trouble");
        ::close(keyboard);
    }

    void whatThisAccountMayNotOpenIsNamed()
    {
        if (::geteuid() == 0) {
            QSKIP("root may open everything");
        }
        HidBench bench;
        QVERIFY(QFile::setPermissions(bench.device(), {}));
        HidCodeReader reader(searching(bench));
        reader.start();
        QTRY_COMPARE(reader.state(), State::Failed);
        QCOMPARE(reader.trouble(), Trouble::NotAllowed);
    }

    void thisMachineSaysWhichOne_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<bool>("isUsed");
        QTest::addColumn<QString>("path");
        QTest::addRow("nothing: the first there is") << QByteArray() << true << QString();
        QTest::addRow("a device") << QByteArray("hid=/dev/hidraw3\n") << true << u"/dev/hidraw3"_qs;
        QTest::addRow("none") << QByteArray("hid=none\n") << false << QString();
    }
    void thisMachineSaysWhichOne()
    {
        QFETCH(QByteArray, written);
        QFETCH(bool, isUsed);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"motcua.ini"_qs);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[appearance]\ntheme=dark\n\n[codeReader]\n" + written);
        file.close();
        const auto found = HidCodeReader::configured(path);
        QCOMPARE(found.has_value(), isUsed);
        if (found) {
            QTEST(found->path, "path");
        }
    }

    void udevIsToldWhichDeviceIsAReader_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("said");
        QTest::addRow("a scanner") << u"hidraw7"_qs << QByteArray("ID_MOTCUA_CODE_READER=1\n");
        QTest::addRow("a keyboard") << u"hidraw1"_qs << QByteArray();
        QTest::addRow("a device that is gone") << u"hidraw9"_qs << QByteArray();
    }
    void udevIsToldWhichDeviceIsAReader()
    {
        QFETCH(QString, name);
        HidBench bench;
        bench.describe(u"hidraw1"_qs, Hid::application(0x01, 0x06, Hid::page(0x07) + Hid::size(8) + Hid::count(8) + Hid::input()));
        QProcess asked;
        asked.start(QStringLiteral(MOTCUA_CODE_READER_ID), {bench.descriptors() + u'/' + name});
        QVERIFY(asked.waitForFinished());
        QTEST(asked.readAllStandardOutput(), "said");
        QCOMPARE(asked.exitStatus(), QProcess::NormalExit);
        QCOMPARE(asked.exitCode(), name == u"hidraw7" ? 0 : 1);
    }

    void aDeviceOfTheKernelIsFoundReadAndMissed()
    {
        UhidScanner scanner;
        if (const QString missing = scanner.plugIn({}); !missing.isEmpty()) {
            QSKIP(qPrintable(missing));
        }
        HidCodeReader::Settings settings;
        settings.lookMs = 20;
        HidCodeReader reader(settings);
        QSignalSpy codes(&reader, &CodeReader::scanned);
        reader.start();
        QTRY_COMPARE(reader.state(), State::Ready);
        for (const QByteArray &report : ScannerShape().reports(Card)) {
            scanner.send(report);
        }
        QTRY_COMPARE(codes.size(), 1);
        QCOMPARE(codes.constFirst().at(0).toByteArray(), Card);
        scanner.pullOut();
        QTRY_COMPARE(reader.state(), State::None);
    }
};

QTEST_GUILESS_MAIN(tst_HidCodeReader)
#include "tst_HidCodeReader.moc"
