// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/apart/WorkerQuestion.h"

#include "tests/app/devices/StandIn.h"

#include <QTest>

#include <memory>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::WorkerFault)

/** Whatever a worker does or does not do, there is one answer, and no process is left. */
class tst_WorkerQuestion : public QObject
{
    Q_OBJECT

    using Future = QFuture<WorkerQuestion::Answer>;

    static constexpr std::chrono::minutes LongPatience{1}; ///< as long as a busy machine needs: no row waits for it to pass

    static WorkerQuestion::Settings settings(const QString &program, qsizetype mostOutput = 1'000'000, std::chrono::milliseconds patience = LongPatience)
    {
        return {.program = program, .mostOutput = mostOutput, .patience = patience};
    }

    static void ended(const Future &future) { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000); }

    test::StandIn m_standIn;

private Q_SLOTS:
    void bringsAnswersBack_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("a word") << QByteArray("xin chào");
        QTest::addRow("every byte, and more than a pipe holds") << [] {
            QByteArray bytes;
            for (int i = 0; i < 900'000; ++i) {
                bytes.append(static_cast<char>(i * 7));
            }
            return bytes;
        }();
    }
    void bringsAnswersBack()
    {
        QFETCH(QByteArray, input);
        QObject parent;
        const Future future = WorkerQuestion::ask(settings(m_standIn.program("exec cat\n")), input, &parent);
        QVERIFY(!future.isFinished());
        ended(future);
        QVERIFY(future.result());
        QCOMPARE(*future.result(), input);
        QTRY_VERIFY(parent.children().isEmpty());
    }

    void mayLeaveItsInputUnread()
    {
        QObject parent;
        const Future future = WorkerQuestion::ask(settings(m_standIn.program("exec 0<&-; printf enough\n")), QByteArray(8'000'000, 'x'), &parent);
        ended(future);
        QVERIFY(future.result());
        QCOMPARE(*future.result(), QByteArray("enough"));
    }

    void tellsWhyThereIsNone_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<WorkerFault>("fault");
        QTest::addRow("nothing there") << m_standIn.path(QStringLiteral("nobody")) << WorkerFault::NotInstalled;
        QTest::addRow("a folder") << m_standIn.path(QString()) << WorkerFault::NotInstalled;
        QTest::addRow("no name") << QString() << WorkerFault::NotInstalled;
        QTest::addRow("may not run") << m_standIn.program("exit 0\n", false) << WorkerFault::NotInstalled;
        QTest::addRow("no program") << m_standIn.noProgram() << WorkerFault::Crashed;
        QTest::addRow("it fails") << m_standIn.program("cat > /dev/null; exit 3\n") << WorkerFault::Crashed;
        QTest::addRow("it crashes") << m_standIn.program("cat > /dev/null; kill -SEGV $$\n") << WorkerFault::Crashed;
        QTest::addRow("the system ends it") << m_standIn.program("kill -SYS $$\n") << WorkerFault::Crashed;
        QTest::addRow("an answer, and then it fails") << m_standIn.saying("good", "exit 1\n") << WorkerFault::Crashed;
        QTest::addRow("an answer, and then it crashes") << m_standIn.saying("good", "kill -SEGV $$\n") << WorkerFault::Crashed;
        QTest::addRow("a byte too many") << m_standIn.saying(QByteArray(1'000'001, 'x')) << WorkerFault::Crashed;
        QTest::addRow("no end of it") << m_standIn.program("exec cat /dev/zero\n") << WorkerFault::Crashed;
    }
    void tellsWhyThereIsNone()
    {
        QFETCH(QString, program);
        QFETCH(WorkerFault, fault);
        QObject parent;
        const Future future = WorkerQuestion::ask(settings(program), "x", &parent);
        QVERIFY(!future.isFinished());
        ended(future);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), fault);
        QTRY_VERIFY(parent.children().isEmpty());
    }

    void takesAsMuchAsAnAnswerMayHave()
    {
        QObject parent;
        const Future future = WorkerQuestion::ask(settings(m_standIn.saying(QByteArray(1'000'000, 'x'))), "x", &parent);
        ended(future);
        QVERIFY(future.result());
        QCOMPARE(future.result()->size(), 1'000'000);
    }

    void endsOneThatHangs()
    {
        QObject parent;
        const QString name = QStringLiteral("hangs");
        const Future future = WorkerQuestion::ask(settings(m_standIn.hanging(name), 1'000, std::chrono::seconds(1)), "x", &parent);
        ended(future);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), WorkerFault::TimedOut);
        QTRY_VERIFY(parent.children().isEmpty());
        QVERIFY(!m_standIn.runs(name));
    }

    void endsWithWhoeverAsked()
    {
        const QString name = QStringLiteral("left");
        auto parent = std::make_unique<QObject>();
        const Future future = WorkerQuestion::ask(settings(m_standIn.hanging(name)), "x", parent.get());
        QTRY_VERIFY_WITH_TIMEOUT(m_standIn.runs(name), 60'000);
        QVERIFY(!future.isFinished());
        parent.reset();
        QVERIFY(!m_standIn.runs(name));
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error(), WorkerFault::Cancelled);
    }

    void isCancelledBeforeItBegan()
    {
        auto parent = std::make_unique<QObject>();
        const Future future = WorkerQuestion::ask(settings(m_standIn.program("exec cat\n")), "x", parent.get());
        parent.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error(), WorkerFault::Cancelled);
    }

    void givesAWorkerNothingOfOurs()
    {
        qputenv("MOTCUA_SECRET_OF_A_TEST", "1");
        // Two variables there are: a library of the system speaks plainly, and starts no threads.
        const QString program = m_standIn.program(R"sh(cat > /dev/null
test "$(tr '\0' '\n' < /proc/$$/environ | sort | tr '\n' ' ')" = 'LC_ALL=C OMP_THREAD_LIMIT=1 ' || exit 4
test $# = 0 || exit 5
test "$(pwd)" = / || exit 6
test "$(readlink /proc/$$/fd/2)" = /dev/null || exit 7
printf right
)sh");
        QObject parent;
        const Future future = WorkerQuestion::ask(settings(program), "x", &parent);
        ended(future);
        QVERIFY(future.result());
        QCOMPARE(*future.result(), QByteArray("right"));
    }

    void liesBesideThisProgram()
    {
        QCOMPARE(WorkerQuestion::besideThisProgram(QStringLiteral("page")), QCoreApplication::applicationDirPath() + QStringLiteral("/motcua-worker-page"));
    }
};

QTEST_GUILESS_MAIN(tst_WorkerQuestion)
#include "tst_WorkerQuestion.moc"
