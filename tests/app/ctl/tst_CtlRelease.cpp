// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/ctl/CtlBench.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

using namespace motcua;

/** A release from the package to the ring, by motcua-ctl on a real server; and what a desk tells its machine while one is on trial. */
class tst_CtlRelease : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static QStringList words(const QString &line) { return line.split(u' ', Qt::SkipEmptyParts); }
    [[nodiscard]] CtlBench::Outcome owned(const QString &line) const
    {
        return m_desk.asHead(words(line) + QStringList{QStringLiteral("--database"), m_server.access(QStringLiteral("centre1")).address});
    }
    /** A Debian package of that name and version, with a file of its own in it. */
    [[nodiscard]] bool package(const QString &file, const QString &name, const QString &version) const
    {
        const QString tree = m_desk.path(QStringLiteral("tree"));
        QDir(tree).removeRecursively();
        QDir().mkpath(tree + QStringLiteral("/DEBIAN"));
        QDir().mkpath(tree + QStringLiteral("/usr/share/motcua"));
        return write(tree + QStringLiteral("/DEBIAN/control"),
                   QStringLiteral("Package: %1\nVersion: %2\nArchitecture: all\nMaintainer: nobody <nobody@motcua.invalid>\nDescription: for a test\n").arg(name, version).toUtf8())
            && write(tree + QStringLiteral("/usr/share/motcua/bytes"), QByteArray(400'000, 'x')) && QProcess::execute(QStringLiteral("dpkg-deb"), {QStringLiteral("-Znone"), QStringLiteral("-b"), tree, file}) == 0;
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    CtlBench m_desk;
    test::PostgresBench m_server;
    QTemporaryDir m_updates;
    QString m_release;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty() || QStandardPaths::findExecutable(QStringLiteral("dpkg-deb")).isEmpty()) {
            QSKIP("There is no PostgreSQL here, or no dpkg-deb: ./dev setup installs the first.");
        }
        qputenv("MOTCUA_UPDATES", m_updates.path().toUtf8());
        QVERIFY(QDir(m_updates.path()).mkpath(QStringLiteral("inbox")));
        QVERIFY(m_desk.prepare(3));
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        qputenv("MOTCUA_DATABASE_PASSWORD", m_server.database(QStringLiteral("centre1")).password.toUtf8());
        QVERIFY(m_server.run("ALTER ROLE centre1 CREATEROLE"));
        const auto made = owned(QStringLiteral("centre init"));
        QVERIFY2(made.code == 0, made.errors.constData());
        m_release = m_desk.path(QStringLiteral("motcua.release"));
    }

    void theHouseMakesAKeyAndSigns()
    {
        const QString key = m_desk.path(QStringLiteral("house.key"));
        QCOMPARE(m_desk.run(words(QStringLiteral("release key ") + key)).code, 0);
        QCOMPARE(QFile::permissions(key) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(m_desk.run(words(QStringLiteral("release key ") + key)).code != 0); // the one that is there stays
        const QString deb = m_desk.path(QStringLiteral("motcua.deb"));
        const QString make = QStringLiteral("release make ") + deb + u' ' + m_release + QStringLiteral(" --key ") + key;
        QVERIFY(m_desk.run(words(make)).code != 0); // there is no package
        QVERIFY(package(deb, QStringLiteral("other"), QStringLiteral(MOTCUA_VERSION)));
        QCOMPARE(m_desk.run(words(make)).code, 6);
        QVERIFY(package(deb, QStringLiteral("motcua"), QStringLiteral("77.1")));
        QCOMPARE(m_desk.run(words(make)).code, 6); // what it makes of a store another program does not know
        QVERIFY(package(deb, QStringLiteral("motcua"), QStringLiteral(MOTCUA_VERSION)));
        QVERIFY(write(m_desk.path(QStringLiteral("notes")), "Gọi số nhanh hơn\n\n  In phiếu rõ hơn \n"));
        QVERIFY(!QFileInfo::exists(m_release));
        const auto made = m_desk.run(words(make + QStringLiteral(" --notes ") + m_desk.path(QStringLiteral("notes"))));
        QVERIFY2(made.code == 0, made.errors.constData());
        QCOMPARE(made.json[u"version"].toString(), QStringLiteral(MOTCUA_VERSION));
        const QString check = QStringLiteral("release check ") + m_release;
        QVERIFY(m_desk.run(words(check)).code != 0); // root named nobody on this machine
        const auto checked = m_desk.run(words(check + QStringLiteral(" --key ") + key + QStringLiteral(".pem")));
        QVERIFY2(checked.code == 0, checked.errors.constData());
        QCOMPARE(checked.json[u"notes"].toArray().size(), 2);
        QVERIFY(QFile::copy(key + QStringLiteral(".pem"), m_updates.filePath(QStringLiteral("release.pem"))));
        QCOMPARE(m_desk.run(words(check)).code, 0);
    }

    void itGoesFromRingToRing()
    {
        const auto published = owned(QStringLiteral("release publish ") + m_release);
        QVERIFY2(published.code == 0, published.errors.constData());
        QVERIFY(owned(QStringLiteral("release publish ") + m_release).code != 0);
        const QString version = QStringLiteral(MOTCUA_VERSION);
        const auto status = [&] { return owned(QStringLiteral("release status")).json[u"releases"].toArray().at(0).toObject(); };
        QVERIFY(status()[u"ring"].isNull());
        QCOMPARE(owned(QStringLiteral("release advance ") + version).code, 1); // nobody started it
        QCOMPARE(m_desk.asOfficer(words(QStringLiteral("release start ") + version + QStringLiteral(" --database ") + m_server.access(QStringLiteral("centre1")).address)).code, 3);
        QCOMPARE(owned(QStringLiteral("release start 9.9")).code, 5);
        QCOMPARE(owned(QStringLiteral("release start ") + version).code, 0);
        QCOMPARE(status()[u"ring"].toString(), QStringLiteral("pilot"));
        // No desk ever told that it has it.
        const auto refused = owned(QStringLiteral("release advance ") + version);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains("untried"), refused.errors.constData());
        QVERIFY(owned(QStringLiteral("release advance ") + version + QStringLiteral(" --force")).code != 0); // without a reason
        QCOMPARE(status()[u"ring"].toString(), QStringLiteral("pilot"));
        QCOMPARE(owned(QStringLiteral("release advance ") + version + QStringLiteral(" --force --reason tried-by-hand")).code, 0);
        QCOMPARE(status()[u"ring"].toString(), QStringLiteral("first"));
        QCOMPARE(owned(QStringLiteral("release halt ") + version).code, 2); // why?
        QCOMPARE(owned(QStringLiteral("release halt ") + version + QStringLiteral(" --reason slow")).code, 0);
        QVERIFY(status()[u"halted"].toBool());
        QCOMPARE(owned(QStringLiteral("release advance ") + version).code, 1);
        QCOMPARE(owned(QStringLiteral("release start ") + version).code, 0);
        QCOMPARE(status()[u"ring"].toString(), QStringLiteral("first"));
    }

    void ringsAreOfDesks()
    {
        const auto invited = owned(QStringLiteral("centre invite --name Quay4 ") + m_desk.path(QStringLiteral("quay4")));
        QVERIFY2(invited.code == 0, invited.errors.constData());
        QCOMPARE(owned(QStringLiteral("release rings Quay4=second")).code, 6);
        QCOMPARE(owned(QStringLiteral("release rings Quay5=pilot")).code, 5);
        QCOMPARE(owned(QStringLiteral("release rings Quay4=pilot")).code, 0);
        bool isPilot = false;
        for (const QJsonValue &desk : owned(QStringLiteral("release rings")).json[u"desks"].toArray()) {
            isPilot = isPilot || (desk[u"name"].toString() == u"Quay4" && desk[u"ring"].toString() == u"pilot");
        }
        QVERIFY(isPilot);
    }

    void aProgramTestsItself()
    {
        const auto tested = m_desk.run(words(QStringLiteral("release self-test --training")));
        QVERIFY2(tested.code == 0, tested.errors.constData());
        QCOMPARE(tested.json[u"version"].toString(), QStringLiteral(MOTCUA_VERSION));
        QVERIFY(tested.json[u"store"].toBool());
        QVERIFY(m_desk.run(words(QStringLiteral("release self-test --resources /nowhere"))).code != 0);
    }

    void onTrialAStoreTellsThatItWasOpened()
    {
        const QString inbox = m_updates.filePath(QStringLiteral("inbox/%1-%2")).arg(QStringLiteral("confirm")).arg(::getuid());
        QCOMPARE(m_desk.entering(CtlBench::head(), CtlBench::headPassword()), 0);
        QVERIFY(!QFileInfo::exists(inbox));
        QVERIFY(write(m_updates.filePath(QStringLiteral("trial")),
            QStringLiteral("version " MOTCUA_VERSION "\nbefore 0.0.1\nstore %1 %2\n").arg(::getuid()).arg(QFileInfo(m_desk.path(QStringLiteral("centre"))).canonicalFilePath()).toUtf8()));
        QVERIFY(m_desk.entering(CtlBench::head(), QStringLiteral("mot mat khau sai")) != 0);
        QVERIFY(!QFileInfo::exists(inbox)); // a wrong password is nobody's fault
        QTRY_COMPARE_WITH_TIMEOUT(m_desk.entering(CtlBench::head(), CtlBench::headPassword()), 0, 30'000); // after one a short wait is asked for
        QVERIFY(QFileInfo::exists(inbox));
        QVERIFY(QFile::remove(inbox));

        // What it cannot open it tells as well, and the store is as it was.
        QVERIFY(QFile::copy(m_desk.storeFile(), m_desk.path(QStringLiteral("good.db"))));
        QVERIFY(write(m_desk.storeFile(), QByteArray(40'960, 'x')));
        QVERIFY(m_desk.entering(CtlBench::head(), CtlBench::headPassword()) != 0);
        QFile failed(m_updates.filePath(QStringLiteral("inbox/failed-%1")).arg(::getuid()));
        QVERIFY(failed.open(QIODevice::ReadOnly));
        QVERIFY(failed.readAll().startsWith(MOTCUA_VERSION "\n"));
        QVERIFY(!QFileInfo::exists(inbox));
        QVERIFY(QFile::remove(m_desk.storeFile()) && QFile::rename(m_desk.path(QStringLiteral("good.db")), m_desk.storeFile()));

        // While the service is at work nobody comes in, and nothing is told.
        QVERIFY(write(m_updates.filePath(QStringLiteral("busy")), {}));
        QVERIFY(m_desk.entering(CtlBench::head(), CtlBench::headPassword()) != 0);
        QVERIFY(!QFileInfo::exists(inbox));
        QVERIFY(QFile::remove(m_updates.filePath(QStringLiteral("busy"))));
        QCOMPARE(m_desk.entering(CtlBench::head(), CtlBench::headPassword()), 0);
        QVERIFY(QFileInfo::exists(inbox));
    }
};

QTEST_GUILESS_MAIN(tst_CtlRelease)
#include "tst_CtlRelease.moc"
