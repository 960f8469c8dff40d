// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Program.h"
#include "tests/support/ScratchFolder.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace motcua::testsupport;

/** A program that crashes while it holds keys and names leaves no picture of its memory. */
class tst_NoCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCrashLeavesNoCore_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("signal");
        const QStringList asking{QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("X"), QStringLiteral("--governing-body"), QStringLiteral("Ủy ban nhân dân phường Hòa An"), QStringLiteral("--place"),
            QStringLiteral("Hòa An"), QStringLiteral("--organisation"),
            QStringLiteral("H26.31.05"), QStringLiteral("--desk"), QStringLiteral("3"), QStringLiteral("--person"), QStringLiteral("Ai"),
            QStringLiteral("--password-fd"), QStringLiteral("0"), QStringLiteral("--store"), QStringLiteral("centre")};
        const QStringList window{QStringLiteral("--training"), QStringLiteral("--store"), QStringLiteral("centre")};
        QTest::addRow("the window, segmentation fault") << QStringLiteral(MOTCUA_WINDOW) << window << SIGSEGV;
        QTest::addRow("the window, abort") << QStringLiteral(MOTCUA_WINDOW) << window << SIGABRT;
        QTest::addRow("motcua-ctl while a password is typed, segmentation fault") << QStringLiteral(MOTCUA_CTL) << asking << SIGSEGV;
        QTest::addRow("motcua-ctl while a password is typed, abort") << QStringLiteral(MOTCUA_CTL) << asking << SIGABRT;
    }
    void aCrashLeavesNoCore()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(int, signal);
        const ScratchFolder scratch;
        Program running(program, arguments, scratch.path());
        QVERIFY(running.start());
        QTRY_COMPARE(running.coreLimit(), QByteArray("0"));
        running.kill(signal);
        const Program::End end = running.waitForEnd();
        QCOMPARE(end.signal, signal);
        QVERIFY(!end.dumped);
        QCOMPARE(QDir(scratch.path()).entryList({QStringLiteral("core*")}, QDir::Files | QDir::Hidden), QStringList());
    }

    void anotherProgramWouldHaveLeftOne()
    {
        const ScratchFolder scratch;
        Program running(QStringLiteral("/bin/cat"), {}, scratch.path());
        QVERIFY(running.start());
        running.kill(SIGABRT);
        const Program::End end = running.waitForEnd();
        QCOMPARE(end.signal, SIGABRT);
        if (!end.dumped) {
            QSKIP("this machine keeps no core files at all, so the test above shows only the limit");
        }
    }
};

QTEST_GUILESS_MAIN(tst_NoCore)
#include "tst_NoCore.moc"
