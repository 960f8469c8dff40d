// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/PtyBench.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>

using namespace motcua;

using State = CodeReader::State;
using Trouble = CodeReader::Trouble;

Q_DECLARE_METATYPE(motcua::CodeReader::Trouble)

namespace {

qsizetype openFiles()
{
    return QDir(u"/proc/self/fd"_qs).entryList(QDir::NoDotAndDotDot | QDir::System | QDir::AllEntries).size();
}

/** Bytes that nobody has read yet. */
int unread(int line)
{
    int bytes = -1;
    ::ioctl(line, FIONREAD, &bytes);
    return bytes;
}

} // namespace

/** What only a line of the system has: its settings, its lock, and bytes that come in pieces. */
class tst_SerialCodeReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesAreOneCode()
    {
        PtyBench bench;
        const int line = bench.line();
        SerialCodeReader::Settings patient = bench.settings();
        patient.silenceMs = 60'000; // so that only the line end ends it, however slow the machine is
        SerialCodeReader reader(patient);
        QSignalSpy codes(&reader, &CodeReader::scanned);
        reader.start();
        QTRY_COMPARE(reader.state(), State::Ready);
        const QByteArray card = QByteArray("001199140891||Nguyễn Thị Thử|09021999|Nữ|Hà Nội|24072021");
        for (qsizetype from = 0; from < card.size(); from += 7) {
            bench.send(card.mid(from, 7));
            // The system hands the bytes over when it likes, so "nothing unread" may be true, false and true again: once is enough.
            bool wasRead = false;
            QTRY_VERIFY((wasRead = wasRead || unread(line) == 0));
            QCOMPARE(codes.size(), 0);
        }
        bench.send("\r\n");
        QTRY_COMPARE(codes.size(), 1);
        QCOMPARE(codes.constFirst().at(0).toByteArray(), card);
        ::close(line);
    }

    void whatWasReadInPartGoesWithTheCable()
    {
        PtyBench bench;
        SerialCodeReader::Settings patient = bench.settings();
        patient.silenceMs = 60'000;
        SerialCodeReader reader(patient);
        QSignalSpy codes(&reader, &CodeReader::scanned);
        reader.start();
        QTRY_COMPARE(reader.state(), State::Ready);
        bench.send("001199");
        bench.pullOut();
        QTRY_COMPARE(reader.state(), State::None);
        bench.plugIn();
        QTRY_COMPARE(reader.state(), State::Ready);
        bench.send("A013\r");
        QTRY_COMPARE(codes.size(), 1);
        QCOMPARE(codes.constFirst().at(0).toByteArray(), QByteArray("A013"));
    }

    void whatWasScannedBeforeAnybodyListenedMeansNothing()
    {
        PtyBench bench;
        const int kept = bench.line(); // else a line nobody has open forgets by itself
        bench.send("A013\r");
        const std::unique_ptr<CodeReader> reader = bench.reader();
        QSignalSpy codes(reader.get(), &CodeReader::scanned);
        reader->start();
        QTRY_COMPARE(reader->state(), State::Ready);
        bench.send("B007\r");
        QTRY_COMPARE(codes.size(), 1);
        QCOMPARE(codes.constFirst().at(0).toByteArray(), QByteArray("B007"));
        ::close(kept);
    }

    void theLineIsSetAsItIsAskedFor_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<uint>("speed");
        QTest::addRow("9600") << 9600 << uint{B9600};
        QTest::addRow("19200") << 19200 << uint{B19200};
        QTest::addRow("38400") << 38400 << uint{B38400};
        QTest::addRow("57600") << 57600 << uint{B57600};
        QTest::addRow("115200") << 115200 << uint{B115200};
        QTest::addRow("a speed that is none") << 1234 << uint{B9600};
    }
    void theLineIsSetAsItIsAskedFor()
    {
        QFETCH(int, asked);
        PtyBench bench;
        const int other = bench.line();
        SerialCodeReader::Settings settings = bench.settings();
        settings.baud = asked;
        SerialCodeReader reader(settings);
        reader.start();
        QTRY_COMPARE(reader.state(), State::Ready);
        termios line{};
        QCOMPARE(::tcgetattr(other, &line), 0);
        QTEST(uint{::cfgetispeed(&line)}, "speed");
        QCOMPARE(line.c_lflag & static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN), tcflag_t{0});
        QCOMPARE(line.c_iflag & static_cast<tcflag_t>(IXON | ICRNL | INLCR | ISTRIP), tcflag_t{0});
        QCOMPARE(line.c_cflag & static_cast<tcflag_t>(CSIZE), tcflag_t{CS8});
        ::close(other);
    }

    void noOtherProgramGetsItMeanwhile()
    {
        PtyBench bench;
        const std::unique_ptr<CodeReader> first = bench.reader();
        first->start();
        QTRY_COMPARE(first->state(), State::Ready);
        const std::unique_ptr<CodeReader> second = bench.reader();
        second->start();
        QTRY_COMPARE(second->state(), State::Failed);
        QCOMPARE(second->trouble(), Trouble::InUse);
        first->stop();
        QTRY_COMPARE(second->state(), State::Ready);
        // A program that knows nothing of locks is kept off by the line itself; root is let through.
        const int other = bench.line();
        int held = 0;
        QCOMPARE(other >= 0, ::geteuid() == 0);
        if (other >= 0) {
            QCOMPARE(::ioctl(other, TIOCGEXCL, &held), 0);
            QVERIFY(held != 0);
            ::close(other);
        }
    }

    void whatIsNoLineIsNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<State>("state");
        QTest::addColumn<Trouble>("trouble");
        QTest::addRow("nothing there") << u"nothing"_qs << State::None << Trouble::Nothing;
        QTest::addRow("a link that leads nowhere") << u"gone"_qs << State::None << Trouble::Nothing;
        QTest::addRow("a file") << u"file"_qs << State::Failed << Trouble::NotAReader;
        QTest::addRow("a folder") << u"."_qs << State::Failed << Trouble::NotAReader;
        QTest::addRow("a device of another kind") << u"/dev/null"_qs << State::Failed << Trouble::NotAReader;
        QTest::addRow("a pipe nobody writes to") << u"pipe"_qs << State::Failed << Trouble::NotAReader;
    }
    void whatIsNoLineIsNamed()
    {
        QFETCH(QString, path);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(folder.filePath(u"unplugged"_qs), folder.filePath(u"gone"_qs)));
        QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe"_qs)).constData(), 0600), 0);
        SerialCodeReader reader({.path = path.startsWith(u'/') ? path : folder.filePath(path), .baud = 9600, .silenceMs = 20, .lookMs = 1});
        QSignalSpy states(&reader, &CodeReader::stateChanged);
        const qsizetype before = openFiles();
        reader.start();
        QTRY_COMPARE(states.size(), 1);
        QTEST(reader.state(), "state");
        QTEST(reader.trouble(), "trouble");
        QCOMPARE(openFiles(), before);
    }

    void thisMachineSaysWhichLine()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"motcua.ini"_qs);
        QVERIFY(!SerialCodeReader::configured(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[appearance]\ntheme=dark\n\n[codeReader]\npath=/dev/serial/by-id/usb-Reader-if00\nbaud=115200\n");
        file.close();
        const auto found = SerialCodeReader::configured(path);
        QVERIFY(found);
        QCOMPARE(found->path, u"/dev/serial/by-id/usb-Reader-if00"_qs);
        QCOMPARE(found->baud, 115200);
    }

    void linksAreListedInOrder()
    {
        QTemporaryDir folder;
        QVERIFY(QFile::link(u"/dev/null"_qs, folder.filePath(u"usb-Second-if00"_qs)));
        QVERIFY(QFile::link(u"/dev/null"_qs, folder.filePath(u"usb-First-if00"_qs)));
        QCOMPARE(SerialCodeReader::candidates(folder.path()),
            QStringList({folder.filePath(u"usb-First-if00"_qs), folder.filePath(u"usb-Second-if00"_qs)}));
        QCOMPARE(SerialCodeReader::candidates(folder.filePath(u"none"_qs)), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_SerialCodeReader)
#include "tst_SerialCodeReader.moc"
