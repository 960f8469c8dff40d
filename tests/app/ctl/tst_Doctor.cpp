// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/pcsc/PcscBench.h"
#include "tests/app/devices/pcsc/VirtualCard.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

/** What the doctor says of a machine, on machines made for it: other files lie over those of the system while it looks. */
class tst_Doctor : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    motcua::PcscBench m_service; ///< started by the tests that need one; until then nobody answers, whatever this machine has
    std::optional<QString> m_why; ///< there is none, once it was to be started

    /** Everything the doctor says; `prelude`: what is mounted before. Empty when it ended with another code than 0. */
    QJsonArray findings(const QString &prelude, const QString &store = QStringLiteral("none"))
    {
        QProcess process;
        process.start(QStringLiteral("unshare"),
            {QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"),
                prelude + QStringLiteral(" && exec \"$2\" doctor --json --language en --store \"$1/$3\""), QStringLiteral("sh"), m_dir.path(), QStringLiteral(MOTCUA_CTL), store});
        if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
            return {};
        }
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object().value(QStringLiteral("findings")).toArray();
    }
    static QList<QJsonObject> about(const QString &what, const QJsonArray &findings)
    {
        QList<QJsonObject> found;
        for (const QJsonValue &one : findings) {
            if (one[QStringLiteral("what")].toString() == what) {
                found.append(one.toObject());
            }
        }
        return found;
    }
    /** Why it cannot be, or empty. */
    QString startedService()
    {
        if (!m_why) {
            m_why = m_service.start();
        }
        return *m_why;
    }
    static QString text(const QJsonObject &finding) { return finding.value(QStringLiteral("text")).toString(); }
    static QString grade(const QJsonObject &finding) { return finding.value(QStringLiteral("grade")).toString(); }

    /** The finding about `what` when /proc/swaps holds `swaps` and CUPS is set up with `cups`; null: it is not set up. */
    QJsonObject finding(const QString &what, const QByteArray &swaps, const QByteArray &cups)
    {
        QFile swapFile(m_dir.filePath(QStringLiteral("swaps")));
        if (!swapFile.open(QIODevice::WriteOnly | QIODevice::Truncate) || swapFile.write(swaps) != swaps.size()) {
            return {};
        }
        swapFile.close();
        QFile cupsFile(m_dir.filePath(QStringLiteral("cupsd.conf")));
        if (!cupsFile.open(QIODevice::WriteOnly | QIODevice::Truncate) || cupsFile.write(cups) != cups.size()) {
            return {};
        }
        cupsFile.close();
        // dm-1 is encrypted, dm-2 a plain logical volume.
        QString script = QStringLiteral("mount --bind \"$1/swaps\" /proc/swaps && mount -t tmpfs tmpfs /etc/cups && mount -t tmpfs tmpfs /sys/block && "
                                        "mkdir -p /sys/block/dm-1/dm /sys/block/dm-2/dm && printf CRYPT-LUKS2-1f2e >/sys/block/dm-1/dm/uuid && "
                                        "printf LVM-9a8b >/sys/block/dm-2/dm/uuid");
        if (!cups.isNull()) {
            script += QStringLiteral(" && cp \"$1/cupsd.conf\" /etc/cups/cupsd.conf");
        }
        const QList<QJsonObject> found = about(what, findings(script));
        return found.size() == 1 ? found.constFirst() : QJsonObject();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess tried;
        tried.start(QStringLiteral("unshare"), {QStringLiteral("-m"), QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"),
                                                   QStringLiteral("tmpfs"), QStringLiteral("/mnt")});
        if (!tried.waitForFinished() || tried.exitCode() != 0 || !QFileInfo(QStringLiteral("/etc/cups")).isDir()) {
            QSKIP("a machine of its own needs the right to mount, and a folder of CUPS");
        }
    }

    void unencryptedSwapIsTold_data()
    {
        QTest::addColumn<QByteArray>("swaps");
        QTest::addColumn<QString>("grade");
        QTest::addColumn<QString>("named");
        const QByteArray head("Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n");
        QTest::addRow("none") << head << QStringLiteral("ok") << QString();
        QTest::addRow("a partition") << head + "/dev/sda3                               partition\t975868\t\t0\t\t-2\n" << QStringLiteral("look")
                                     << QStringLiteral("/dev/sda3");
        QTest::addRow("a file") << head + "/swapfile                               file\t\t2097148\t\t0\t\t-2\n" << QStringLiteral("look")
                                << QStringLiteral("/swapfile");
        QTest::addRow("in memory") << head + "/dev/zram0                              partition\t975868\t\t0\t\t100\n" << QStringLiteral("ok") << QString();
        QTest::addRow("encrypted, and another that is not")
            << head + "/dev/dm-1 partition\t9\t0\t-2\n/dev/nvme0n1p3 partition\t9\t0\t-3\n" << QStringLiteral("look") << QStringLiteral("/dev/nvme0n1p3");
        QTest::addRow("mapped, but not encrypted") << head + "/dev/dm-2 partition\t9\t0\t-2\n" << QStringLiteral("look") << QStringLiteral("/dev/dm-2");
    }
    void unencryptedSwapIsTold()
    {
        QFETCH(QByteArray, swaps);
        QFETCH(QString, grade);
        QFETCH(QString, named);
        const QJsonObject found = finding(QStringLiteral("swap"), swaps, "PreserveJobFiles No\n");
        QCOMPARE(found.value(QStringLiteral("grade")).toString(), grade);
        QVERIFY(found.value(QStringLiteral("text")).toString().contains(named));
        QVERIFY(!found.value(QStringLiteral("text")).toString().contains(QStringLiteral("dm-1")));
    }

    void aSpoolerThatKeepsSlipsIsTold_data()
    {
        QTest::addColumn<QByteArray>("cups");
        QTest::addColumn<QString>("grade");
        QTest::addRow("as it comes") << QByteArray("LogLevel warn\nWebInterface Yes\n") << QStringLiteral("look");
        QTest::addRow("told to keep none") << QByteArray("LogLevel warn\n  preservejobfiles   no\n") << QStringLiteral("ok");
        QTest::addRow("told to keep them") << QByteArray("PreserveJobFiles Yes\n") << QStringLiteral("look");
        QTest::addRow("told so in a comment only") << QByteArray("# PreserveJobFiles No\n") << QStringLiteral("look");
        QTest::addRow("not set up") << QByteArray() << QStringLiteral("look");
    }
    void aSpoolerThatKeepsSlipsIsTold()
    {
        QFETCH(QByteArray, cups);
        QFETCH(QString, grade);
        const QJsonObject found = finding(QStringLiteral("spooler"), "Filename\n", cups);
        QCOMPARE(found.value(QStringLiteral("grade")).toString(), grade);
        QCOMPARE(found.value(QStringLiteral("text")).toString().contains(QStringLiteral("PreserveJobFiles No")),
            grade == QStringLiteral("look") && !cups.isNull());
    }

    void whomTheCentreTrustsIsCounted()
    {
        const QString folder = m_dir.filePath(QStringLiteral("centre/trust"));
        QVERIFY(QDir().mkpath(folder));
        const auto told = [this] {
            const QList<QJsonObject> found = about(QStringLiteral("trust"), findings(QStringLiteral("true"), QStringLiteral("centre")));
            return found.size() == 1 ? found.constFirst() : QJsonObject();
        };
        QCOMPARE(grade(told()), QStringLiteral("look"));
        QVERIFY(text(told()).contains(QStringLiteral("trust import")));
        QVERIFY(QFile::copy(QStringLiteral(MOTCUA_TEST_DATA "/eid/bp512-ec/csca.der"), folder + QStringLiteral("/one.der")));
        QVERIFY(text(told()).startsWith(QStringLiteral("certificates of who signs chips: 1, of them over: 0; no revocation list")));
        QCOMPARE(grade(told()), QStringLiteral("ok"));
        QVERIFY(QFile::copy(QStringLiteral(MOTCUA_TEST_DATA "/eid/README.md"), folder + QStringLiteral("/two.der")));
        QCOMPARE(grade(told()), QStringLiteral("look"));
        QVERIFY(text(told()).contains(QStringLiteral("files left out: 1")));
    }

    void aServiceThatIsMissingIsAHint()
    {
        const QList<QJsonObject> silent = about(QStringLiteral("cards"), findings(QStringLiteral("true")));
        QCOMPARE(silent.size(), 1);
        QCOMPARE(grade(silent.constFirst()), QStringLiteral("look"));
        const bool isInstalled = QFileInfo::exists(QStringLiteral("/usr/sbin/pcscd"));
        QVERIFY2(text(silent.constFirst()).contains(isInstalled ? QStringLiteral("pcscd.socket") : QStringLiteral("install the package pcscd")),
            qPrintable(text(silent.constFirst())));
        const QList<QJsonObject> missing = about(QStringLiteral("cards"), findings(QStringLiteral("mount -t tmpfs tmpfs /usr/sbin")));
        QCOMPARE(missing.size(), 1);
        QVERIFY(text(missing.constFirst()).contains(QStringLiteral("install the package pcscd")));
    }

    void readersAreNamed()
    {
        if (const QString why = startedService(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
        QJsonArray all;
        const auto readers = [&] {
            all = findings(QStringLiteral("true"));
            return about(QStringLiteral("reader"), all);
        };
        QTRY_COMPARE_WITH_TIMEOUT(readers().size(), 2, 20000);
        QCOMPARE(grade(about(QStringLiteral("cards"), all).value(0)), QStringLiteral("ok"));
        const QString first = motcua::PcscBench::reader(0);
        QVERIFY2(text(readers().value(0)).startsWith(first + QStringLiteral("; no card on it")), qPrintable(text(readers().value(0))));
        QCOMPARE(grade(readers().value(0)), QStringLiteral("ok"));

        const motcua::VirtualCard card(m_service.cardPath(0), QByteArray::fromHex("3B85800180738421C057"), [](const QByteArray &) { return QByteArray::fromHex("6D00"); });
        QTRY_VERIFY_WITH_TIMEOUT(text(readers().value(0)).startsWith(first + QStringLiteral("; a card lies on it")), 20000);
        QVERIFY(text(readers().value(1)).startsWith(motcua::PcscBench::reader(1) + QStringLiteral("; no card on it")));
        // Nothing the card said of itself is told.
        QVERIFY(!text(readers().value(0)).contains(QStringLiteral("3B85"), Qt::CaseInsensitive));
    }

    void aServiceThatHangsIsTold()
    {
        if (const QString why = startedService(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
        QVERIFY(m_service.freezeService());
        const QList<QJsonObject> told = about(QStringLiteral("cards"), findings(QStringLiteral("true"))); // and does not wait for it for ever
        QVERIFY(m_service.thawService());
        QCOMPARE(told.size(), 1);
        QCOMPARE(grade(told.constFirst()), QStringLiteral("look"));
        QVERIFY2(text(told.constFirst()).contains(QStringLiteral("does not answer")), qPrintable(text(told.constFirst())));
    }
};

QTEST_GUILESS_MAIN(tst_Doctor)
#include "tst_Doctor.moc"
