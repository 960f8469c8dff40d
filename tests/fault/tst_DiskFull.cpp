// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FaultFiles.h"
#include "tests/support/FaultVfs.h"
#include "tests/support/ScratchFolder.h"
#include "tests/support/StoreVerdict.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QStorageInfo>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

using namespace motcua;
using namespace motcua::testsupport;
using storage::Store;

/** A full disk is told as one, loses nothing, and is forgotten when there is room again. */
class tst_DiskFull : public QObject
{
    Q_OBJECT

private:
    StoreScene m_scene;

private Q_SLOTS:
    void theLogHasNoRoom_data()
    {
        QTest::addColumn<qint64>("room");
        for (const qint64 room : {0, 1, 7, 40, 133}) {
            QTest::addRow("after %lld more writes", room) << room;
        }
    }
    void theLogHasNoRoom()
    {
        QFETCH(qint64, room);
        FaultVfs vfs("full");
        const ScratchFolder scratch;
        const QString path = scratch.file(u"store"_qs);
        const Result<Store> store = m_scene.founded(path, m_scene.options(vfs.name()));
        QVERIFY(store);
        StoreWorkload workload(m_scene, *store);
        QVERIFY(workload.step());
        vfs.failFrom(room + 1, SQLITE_FULL, [](const IoCall &call) { return call.kind == IoKind::Write || call.kind == IoKind::Create; });
        Result<> last;
        int done = 0;
        while (done < 60 && (last = workload.step())) {
            ++done;
        }
        QVERIFY2(!last, "the disk was full and nothing was told");
        QCOMPARE(last.error().code, ErrorCode::DiskFull);
        QCOMPARE(workload.step().error().code, ErrorCode::DiskFull);
        vfs.heal();
        const Result<> healed = workload.step();
        QVERIFY2(healed, qPrintable(healed ? QString() : errorName(healed.error().code) + healed.error().detail));
        store->close();
        quint64 head = 0;
        const QString wrong = StoreVerdict::whole(path, &head);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QCOMPARE(head, workload.expected().head);
    }

    void attachmentsAndBackupsHaveNoRoom()
    {
        const ScratchFolder scratch;
        const QString disk = scratch.file(u"disk"_qs);
        QVERIFY(QDir().mkpath(disk));
        if (::mount("tmpfs", QFile::encodeName(disk).constData(), "tmpfs", 0, "size=3m") != 0) {
            QSKIP("a disk of 3 MB needs the right to mount; tst_StatementFaults fails the same operations one by one");
        }
        const auto unmounted = qScopeGuard([&] { ::umount2(QFile::encodeName(disk).constData(), MNT_DETACH); });
        const QString path = disk + u"/store"_qs;
        const Result<Store> store = m_scene.founded(path, m_scene.options());
        QVERIFY(store);
        QVERIFY(store->record(m_scene.accepting(1)).result());
        const Result<storage::AttachmentReference> kept = store->attachments().keep(QByteArray(200'000, 'a'));
        QVERIFY(kept);

        const Result<storage::AttachmentReference> tooLarge = store->attachments().keep(QByteArray(4'000'000, 'b'));
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().code, ErrorCode::DiskFull);
        const QStringList left = QDir(store->attachments().folder()).entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(left.size(), 1);
        QVERIFY(store->attachments().read(*kept));

        const QByteArray ballast(4096, 'c');
        QFile filler(disk + u"/filler"_qs);
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (QStorageInfo(disk).bytesAvailable() > 30'000) {
            QCOMPARE(filler.write(ballast), ballast.size());
        }
        const Result<storage::BackupReport> backup = store->backUp(disk + u"/backup"_qs).result();
        QVERIFY(!backup);
        QCOMPARE(backup.error().code, ErrorCode::DiskFull);
        QVERIFY(!storage::checkBackup(disk + u"/backup"_qs));

        // The very disk of the store is full: acts are refused as such until there is room.
        while (filler.write(ballast) == ballast.size()) {
        }
        Result<storage::Recorded> last = store->record(m_scene.accepting(2)).result();
        for (quint64 place = 3; last && place < 200; ++place) {
            last = store->record(m_scene.accepting(place)).result();
        }
        QVERIFY(!last);
        QCOMPARE(last.error().code, ErrorCode::DiskFull);
        QVERIFY(filler.remove());
        QDir(disk + u"/backup"_qs).removeRecursively();
        const Result<storage::Recorded> again = store->record(m_scene.accepting(500)).result();
        QVERIFY2(again, qPrintable(again ? QString() : errorName(again.error().code) + again.error().detail));
        store->close();
        quint64 head = 0;
        const QString wrong = StoreVerdict::whole(path, &head);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QCOMPARE(head, again->entries.constLast().seq);
    }
};

QTEST_GUILESS_MAIN(tst_DiskFull)
#include "tst_DiskFull.moc"
