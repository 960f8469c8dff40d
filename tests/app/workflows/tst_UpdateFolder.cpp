// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/UpdateFolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace motcua;

/** What programs and the root service of a machine leave each other. */
class tst_UpdateFolder : public QObject
{
    Q_OBJECT

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray word(const char *what) const
    {
        QFile file(m_folder->filePath(QStringLiteral("inbox/%1-%2").arg(QLatin1StringView(what)).arg(::getuid())));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString store() const { return m_folder->filePath(QStringLiteral("store")); }
    void onTrial(const QString &version) const
    {
        write(QStringLiteral("trial"), QStringLiteral("version %1\nbefore 0.9.1\nstore %2 %3\n").arg(version).arg(::getuid()).arg(store()).toUtf8());
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("inbox")) && QDir(m_folder->path()).mkpath(QStringLiteral("store")));
    }

    void aMachineWithoutTheServiceIsAsBefore()
    {
        const QTemporaryDir empty;
        const UpdateFolder folder(empty.path());
        QVERIFY(!folder.isBusy() && folder.asked().isEmpty() && folder.rolledBack().isEmpty());
        QCOMPARE(folder.key().error().code, ErrorCode::NotFound);
        QVERIFY(folder.begin(store()) && folder.confirm(store()));
        folder.fail(store(), QStringLiteral("StoreDamaged"));
        QVERIFY(QDir(empty.path()).isEmpty());
        QVERIFY(!folder.ask(QStringLiteral("0.9.2"), QStringLiteral("/a"), store()));
    }

    void aReleaseIsAskedFor()
    {
        const UpdateFolder folder(m_folder->path());
        QVERIFY(folder.ask(QStringLiteral("0.9.2"), QStringLiteral("/srv/a b/update/0.9.2.release"), store()));
        QCOMPARE(word("request"), "0.9.2\n/srv/a b/update/0.9.2.release\n" + store().toUtf8() + '\n');
        QCOMPARE(folder.asked(), QStringLiteral("0.9.2"));
        QVERIFY(!folder.ask(QStringLiteral("0.9.3"), QStringLiteral("/a\nb"), store())); // it would be another line
        QCOMPARE(folder.asked(), QStringLiteral("0.9.2"));
    }

    void whileItIsAtWorkNothingIsOpened()
    {
        write(QStringLiteral("busy"), {});
        const Result<> may = UpdateFolder(m_folder->path()).begin(store());
        QVERIFY(!may);
        QCOMPARE(may.error().code, ErrorCode::StoreBusy);
    }

    void onTrialEveryOpeningIsTold()
    {
        const UpdateFolder folder(m_folder->path(), {}, QStringLiteral("0.9.2"));
        QVERIFY(folder.begin(store()) && folder.confirm(store())); // nothing is on trial
        QVERIFY(word("begun").isEmpty() && word("confirm").isEmpty());
        onTrial(QStringLiteral("0.9.2"));
        QVERIFY(folder.begin(m_folder->filePath(QStringLiteral("inbox")))); // a store that was not there then
        QVERIFY(word("begun").isEmpty());
        QVERIFY(folder.begin(store()));
        QCOMPARE(word("begun"), "0.9.2\n" + store().toUtf8() + '\n');
        folder.fail(store(), QStringLiteral("StoreDamaged"));
        QCOMPARE(word("failed"), "0.9.2\n" + store().toUtf8() + "\nStoreDamaged\n");
        QVERIFY(folder.confirm(store()));
        QCOMPARE(word("confirm"), "0.9.2\n" + store().toUtf8() + '\n');
        // From then on it is judged, and no later opening takes that back.
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("inbox/begun-%1").arg(::getuid()))));
        QVERIFY(folder.begin(store()));
        QVERIFY(word("begun").isEmpty());
        // A program that runs since before the release was put in may neither speak for it nor write anything.
        onTrial(QStringLiteral("0.9.3"));
        const Result<> may = folder.begin(store());
        QVERIFY(!may);
        QCOMPARE(may.error().code, ErrorCode::StoreNewer);
        QVERIFY(folder.confirm(store()));
        QVERIFY(word("confirm").startsWith("0.9.2\n"));
        const UpdateFolder next(m_folder->path(), {}, QStringLiteral("0.9.3"));
        QVERIFY(next.begin(store()));
        QVERIFY(word("begun").startsWith("0.9.3\n"));
    }

    void whatCannotBeToldIsAnError()
    {
        const UpdateFolder folder(m_folder->path(), {}, QStringLiteral("0.9.2"));
        onTrial(QStringLiteral("0.9.2"));
        QVERIFY(QDir(m_folder->filePath(QStringLiteral("inbox"))).removeRecursively());
        QVERIFY(!folder.begin(store()));
        QVERIFY(!folder.confirm(store()));
    }

    void whatWasTakenBackIsKnown()
    {
        write(QStringLiteral("rolled-back"), "0.9.2 self-test\nnonsense\n0.9.3 open StoreDamaged\n");
        QCOMPARE(UpdateFolder(m_folder->path()).rolledBack(), (QStringList{QStringLiteral("0.9.2"), QStringLiteral("0.9.3")}));
    }
};

QTEST_GUILESS_MAIN(tst_UpdateFolder)
#include "tst_UpdateFolder.moc"
