// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/LockDown.h"
#include "tests/support/Program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using motcua::testsupport::Program;

/** What a process that is locked in can still do: a program of the test's own locks itself in by the worker's function and tries. */
class tst_LockDown : public QObject
{
    Q_OBJECT

    static constexpr int Done = 42;
    static constexpr int Refused = 43;

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QByteArray line(const QByteArray &text, const QByteArray &start)
    {
        for (const QByteArray &one : text.split('\n')) {
            if (one.startsWith(start)) {
                return one.mid(start.size()).simplified();
            }
        }
        return {};
    }

    /** Gone, or ended and not yet collected by whoever inherited it. */
    static bool hasEnded(const QByteArray &process)
    {
        const QByteArray stat = contents(u"/proc/"_qs + QString::fromLatin1(process) + u"/stat"_qs);
        return stat.isEmpty() || stat.mid(stat.lastIndexOf(')') + 2).startsWith('Z');
    }

private Q_SLOTS:
    void endsWhatIsTried_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("signal");
        QTest::addRow("nothing, and it ends by itself") << u"nothing"_qs << Done << 0;
        QTest::addRow("memory, which it may have") << u"some memory"_qs << Done << 0;
#if !defined(__SANITIZE_ADDRESS__)
        QTest::addRow("all the memory there is") << u"much memory"_qs << Refused << 0;
#endif
        QTest::addRow("a file is opened") << u"open"_qs << -1 << SIGSYS;
        QTest::addRow("a file is made") << u"create"_qs << -1 << SIGSYS;
        QTest::addRow("a connection") << u"socket"_qs << -1 << SIGSYS;
        QTest::addRow("a process") << u"fork"_qs << -1 << SIGSYS;
        QTest::addRow("a thread") << u"thread"_qs << -1 << SIGSYS;
        QTest::addRow("another program") << u"exec"_qs << -1 << SIGSYS;
        QTest::addRow("a signal to its parent") << u"signal"_qs << -1 << SIGSYS;
        QTest::addRow("a debugger") << u"trace"_qs << -1 << SIGSYS;
        QTest::addRow("memory that can be run") << u"run memory"_qs << -1 << SIGSYS;
        QTest::addRow("memory that becomes such") << u"make memory run"_qs << -1 << SIGSYS;
        QTest::addRow("a file in memory") << u"map a file"_qs << -1 << SIGSYS;
        QTest::addRow("reading where it should not") << u"read another file"_qs << -1 << SIGSYS;
        QTest::addRow("complaining in a log") << u"complain"_qs << -1 << SIGSYS;
        QTest::addRow("writing, but to a file") << u"write a file"_qs << -1 << SIGXFSZ;
        QTest::addRow("ending with a core file") << u"dump"_qs << -1 << SIGSYS;
    }
    void endsWhatIsTried()
    {
        QFETCH(QString, deed);
        QFETCH(int, code);
        QFETCH(int, signal);
        QTemporaryDir folder;
        Program program(QStringLiteral(MOTCUA_LOCKED_IN), {deed}, folder.path());
        program.setOutput(folder.filePath(u"output"_qs));
        QVERIFY(program.start());
        const Program::End end = program.waitForEnd();
        QCOMPARE(end.signal, signal);
        QCOMPARE(end.code, code);
        QVERIFY(!end.dumped);
        QVERIFY(contents(folder.filePath(u"output"_qs)).isEmpty());
        QVERIFY(!QFile::exists(folder.filePath(u"left-behind"_qs)));
    }

    /** What a driver needs it keeps; what none needs it is refused, and lives. */
    void leavesADriverWhatItNeeds_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<int>("code");
        QTest::addRow("nothing") << u"nothing"_qs << Done;
        QTest::addRow("a file is opened") << u"open"_qs << Done;
        QTest::addRow("a connection") << u"socket"_qs << Done;
        QTest::addRow("memory") << u"some memory"_qs << Done;
        QTest::addRow("another program") << u"exec"_qs << Refused;
        QTest::addRow("a debugger") << u"trace"_qs << Refused;
        QTest::addRow("the memory of others") << u"read memory of others"_qs << Refused;
        QTest::addRow("a large file") << u"grow a file"_qs << Refused;
    }
    void leavesADriverWhatItNeeds()
    {
        QFETCH(QString, deed);
        QFETCH(int, code);
        QTemporaryDir folder;
        Program program(QStringLiteral(MOTCUA_LOCKED_IN), {u"device: "_qs + deed}, folder.path());
        program.setOutput(folder.filePath(u"output"_qs));
        QVERIFY(program.start());
        const Program::End end = program.waitForEnd();
        QCOMPARE(end.signal, 0);
        QCOMPARE(end.code, code);
    }

    void closesWhatWasOpen()
    {
        Program program(QStringLiteral(MOTCUA_LOCKED_IN), {u"inherited"_qs}, u"/"_qs);
        QVERIFY(program.start());
        QCOMPARE(program.waitForEnd().code, Refused);
    }

    void diesWithItsParent()
    {
        QTemporaryDir folder;
        const QString output = folder.filePath(u"output"_qs);
        Program program(QStringLiteral(MOTCUA_LOCKED_IN), {u"orphan"_qs}, folder.path());
        program.setOutput(output);
        QVERIFY(program.start());
        QCOMPARE(program.waitForEnd().code, Done);
        const QByteArray child = contents(output).trimmed();
        QVERIFY(child.toInt() > 1);
        const bool died = QTest::qWaitFor([&child] { return hasEnded(child); });
        if (!died) {
            ::kill(child.toInt(), SIGKILL);
        }
        QVERIFY(died);
    }

    /** The shipped program, as it waits for its first byte. */
    void holdsForTheWorker()
    {
        Program worker(QStringLiteral(MOTCUA_WORKER), {u"photo"_qs}, u"/"_qs);
        QVERIFY(worker.start());
        const QString place = u"/proc/%1/"_qs.arg(worker.id());
        QTRY_COMPARE(line(contents(place + u"status"_qs), "Seccomp:"), QByteArray("2")); // a filter
        QCOMPARE(line(contents(place + u"status"_qs), "NoNewPrivs:"), QByteArray("1"));
        const QByteArray limits = contents(place + u"limits"_qs);
        QCOMPARE(line(limits, "Max core file size"), QByteArray("0 0 bytes"));
        QCOMPARE(line(limits, "Max cpu time"), QByteArray("5 5 seconds"));
        QCOMPARE(line(limits, "Max file size"), QByteArray("0 0 bytes"));
        QCOMPARE(line(limits, "Max processes"), QByteArray("0 0 processes"));
        QCOMPARE(line(limits, "Max open files"), QByteArray("3 3 files"));
#if !defined(__SANITIZE_ADDRESS__)
        const QByteArray memory = QByteArray::number(static_cast<qulonglong>(motcua::worker::MostMemory));
        QCOMPARE(line(limits, "Max address space"), memory + ' ' + memory + " bytes");
#endif
    }

    /** It may have more memory and time, and nothing else more. */
    void holdsForTheWorkerOfPages()
    {
        Program worker(QStringLiteral(MOTCUA_WORKER_PAGE), {}, u"/"_qs);
        QVERIFY(worker.start());
        const QString place = u"/proc/%1/"_qs.arg(worker.id());
        QTRY_COMPARE(line(contents(place + u"status"_qs), "Seccomp:"), QByteArray("2"));
        QCOMPARE(line(contents(place + u"status"_qs), "NoNewPrivs:"), QByteArray("1"));
        const QByteArray limits = contents(place + u"limits"_qs);
        QCOMPARE(line(limits, "Max core file size"), QByteArray("0 0 bytes"));
        QCOMPARE(line(limits, "Max cpu time"), QByteArray("20 20 seconds"));
        QCOMPARE(line(limits, "Max file size"), QByteArray("0 0 bytes"));
        QCOMPARE(line(limits, "Max processes"), QByteArray("0 0 processes"));
        QCOMPARE(line(limits, "Max open files"), QByteArray("3 3 files"));
#if !defined(__SANITIZE_ADDRESS__)
        QCOMPARE(line(limits, "Max address space"), QByteArray("1073741824 1073741824 bytes"));
#endif
    }

    void holdsForTheScanningWorker()
    {
        Program worker(QStringLiteral(MOTCUA_WORKER), {u"scan"_qs}, u"/"_qs);
        QVERIFY(worker.start());
        const QString place = u"/proc/%1/"_qs.arg(worker.id());
        QTRY_COMPARE(line(contents(place + u"status"_qs), "Seccomp:"), QByteArray("2"));
        QCOMPARE(line(contents(place + u"status"_qs), "NoNewPrivs:"), QByteArray("1"));
        const QByteArray limits = contents(place + u"limits"_qs);
        QCOMPARE(line(limits, "Max core file size"), QByteArray("0 0 bytes"));
        QCOMPARE(line(limits, "Max open files"), QByteArray("256 256 files"));
    }

    /** Tesseract has opened its data by then, and has no thread: it answers a page from in there. Nobody waits for it, so everything else goes first. */
    void holdsForTheReaderOfText()
    {
        Program worker(QStringLiteral(MOTCUA_WORKER_TEXT), {}, u"/"_qs);
        worker.setEnvironment(u"OMP_THREAD_LIMIT"_qs, u"1"_qs);
        QVERIFY(worker.start());
        const QString place = u"/proc/%1/"_qs.arg(worker.id());
        QTRY_COMPARE_WITH_TIMEOUT(line(contents(place + u"status"_qs), "Seccomp:"), QByteArray("2"), 100'000);
        const QByteArray status = contents(place + u"status"_qs);
        QCOMPARE(line(status, "NoNewPrivs:"), QByteArray("1"));
        QCOMPARE(line(status, "Threads:"), QByteArray("1"));
        const QByteArray limits = contents(place + u"limits"_qs);
        QCOMPARE(line(limits, "Max core file size"), QByteArray("0 0 bytes"));
        QCOMPARE(line(limits, "Max cpu time"), QByteArray("60 60 seconds"));
        QCOMPARE(line(limits, "Max file size"), QByteArray("0 0 bytes"));
        QCOMPARE(line(limits, "Max processes"), QByteArray("0 0 processes"));
        QCOMPARE(line(limits, "Max open files"), QByteArray("3 3 files"));
#if !defined(__SANITIZE_ADDRESS__)
        constexpr qulonglong Memory = 768ULL * 1024 * 1024;
        QCOMPARE(line(limits, "Max address space"), QByteArray::number(Memory) + ' ' + QByteArray::number(Memory) + " bytes");
#endif
        const QByteArray stat = contents(place + u"stat"_qs);
        QCOMPARE(stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(16), QByteArray("19"));
        Program asked(QStringLiteral(MOTCUA_WORKER_TEXT), {u"/etc/passwd"_qs}, u"/"_qs);
        QVERIFY(asked.start());
        QCOMPARE(asked.waitForEnd().code, 64);
    }

    void answersNothingElse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addRow("nothing said") << QStringList();
        QTest::addRow("another word") << QStringList{u"open"_qs};
        QTest::addRow("a word too many") << QStringList{u"photo"_qs, u"/etc/passwd"_qs};
    }
    void answersNothingElse()
    {
        QFETCH(QStringList, arguments);
        Program worker(QStringLiteral(MOTCUA_WORKER), arguments, u"/"_qs);
        QVERIFY(worker.start());
        QCOMPARE(worker.waitForEnd().code, 64);
    }
};

QTEST_GUILESS_MAIN(tst_LockDown)
#include "tst_LockDown.moc"
