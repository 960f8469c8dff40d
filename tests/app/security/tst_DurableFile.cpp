// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/DurableFile.h"
#include "app/security/FileLock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <csignal>
#include <thread>

using namespace motcua;
using namespace motcua::security;

class tst_DurableFile : public QObject
{
    Q_OBJECT

    static QByteArray content(const QString &path)
    {
        const Result<QByteArray> bytes = readWhole(path, 1000);
        return bytes ? *bytes : QByteArray("-");
    }

private Q_SLOTS:
    void replacesTogether()
    {
        const QTemporaryDir folder;
        const QString one = folder.filePath(u"một"_qs);
        const QString two = folder.filePath(u"hai"_qs);
        QVERIFY(replaceDurably({{one, "1"}, {two, "2"}}));
        QVERIFY(replaceDurably({{one, "eins"}, {two, ""}}));
        QCOMPARE(content(one), QByteArray("eins"));
        QCOMPARE(content(two), QByteArray());
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(one).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }

    void flushesEverythingBeforeTheFirstRename()
    {
        const QTemporaryDir folder;
        QStringList steps;
        QVERIFY(replaceDurably({{folder.filePath(u"a"_qs), "1"}, {folder.filePath(u"b"_qs), "2"}}, [&steps](const QString &step) {
            steps.append(step.section(u' ', 0, 0));
            return Result<>();
        }));
        QCOMPARE(steps, u"open write fsync open write fsync rename rename fsync"_qs.split(u' '));
    }

    void theNthCallFails_data()
    {
        QTest::addColumn<int>("failing");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        for (int failing = 1; failing <= 7; ++failing) {
            QTest::addRow("call %d: nothing changed", failing) << failing << QByteArray("old") << QByteArray("old");
        }
        QTest::addRow("the second rename: the first file is new") << 8 << QByteArray("new") << QByteArray("old");
        QTest::addRow("the last flush: both are new") << 9 << QByteArray("new") << QByteArray("new");
    }
    void theNthCallFails()
    {
        QFETCH(int, failing);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        const QTemporaryDir folder;
        const QString one = folder.filePath(u"a"_qs);
        const QString two = folder.filePath(u"b"_qs);
        QVERIFY(replaceDurably({{one, "old"}, {two, "old"}}));
        int step = 0;
        const Result<> outcome = replaceDurably({{one, "new"}, {two, "new"}}, [&](const QString &) -> Result<> {
            return ++step == failing ? Result<>(Error{ErrorCode::FileUnwritable}) : Result<>();
        });
        QVERIFY(!outcome);
        QCOMPARE(content(one), first);
        QCOMPARE(content(two), second);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }

    void aFullDiskChangesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a"_qs);
        QVERIFY(replaceDurably({{path, "old"}}));
        // The nearest thing to a full disk without one: no file may grow beyond this.
        rlimit before = {};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small = {4096, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const Result<> outcome = replaceDurably({{path, QByteArray(10000, 'x')}});
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::DiskFull);
        QCOMPARE(content(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void saysWhatItCouldNotDo()
    {
        const QTemporaryDir folder;
        QCOMPARE(readWhole(folder.filePath(u"none"_qs), 10).error().code, ErrorCode::NotFound);
        QCOMPARE(readWhole(folder.path(), 10).error().code, ErrorCode::FileUnreadable);
        QVERIFY(replaceDurably({{folder.filePath(u"a"_qs), "12345678901"}}));
        QCOMPARE(readWhole(folder.filePath(u"a"_qs), 10).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(replaceDurably({{folder.filePath(u"no/such/folder"_qs), "1"}}).error().code, ErrorCode::FileUnwritable);
    }

    void doesNotWriteThroughALink()
    {
        const QTemporaryDir folder;
        const QString victim = folder.filePath(u"victim"_qs);
        QVERIFY(replaceDurably({{victim, "mine"}}));
        QVERIFY(QFile::link(victim, folder.filePath(u"a.new"_qs)));
        QVERIFY(!replaceDurably({{folder.filePath(u"a"_qs), "yours"}}));
        QCOMPARE(content(victim), QByteArray("mine"));
    }

    void aPlaceIsHeldByOneAtATime()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"lock"_qs);
        std::atomic<int> inside = 0;
        std::atomic<int> most = 0;
        const auto work = [&](quint16 place) {
            for (int turn = 0; turn < 200; ++turn) {
                const FileLock lock(path, place);
                const int now = ++inside;
                most = std::max(most.load(), lock.held() ? now : 99);
                std::this_thread::yield();
                --inside;
            }
        };
        std::thread one(work, quint16(7));
        std::thread two(work, quint16(7));
        one.join();
        two.join();
        QCOMPARE(most.load(), 1);
        const FileLock here(path, 7);
        const FileLock beside(path, 8); // would wait for ever if places were one
        QVERIFY(here.held() && beside.held());
    }

    void aLockThatCannotBeSaysSo()
    {
        QVERIFY(!FileLock(u"/nonexistent/folder/lock"_qs).held());
    }
};

QTEST_APPLESS_MAIN(tst_DurableFile)
#include "tst_DurableFile.moc"
