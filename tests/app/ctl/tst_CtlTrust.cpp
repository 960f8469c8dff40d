// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/TrustCertificate.h"
#include "tests/app/ctl/CtlBench.h"
#include "tests/app/devices/eid/TestPki.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

/** Whom a centre trusts to sign chip cards, as its administrator says. */
class tst_CtlTrust : public QObject
{
    Q_OBJECT

    CtlBench m_bench;

    static QString authority(const QString &card = u"bp512-ec"_qs) { return QStringLiteral(MOTCUA_TEST_DATA "/eid/%1/csca.der").arg(card); }
    [[nodiscard]] CtlBench::Outcome listed() const { return m_bench.run({u"trust"_qs, u"list"_qs}); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bench.prepare()); }

    void nobodyIsTrustedAtFirst()
    {
        const CtlBench::Outcome told = listed();
        QCOMPARE(told.code, 0);
        QVERIFY(told.json.value(u"certificates"_qs).toArray().isEmpty());
    }

    void onlyTheAdministratorSaysWhom()
    {
        QCOMPARE(m_bench.asOfficer({u"trust"_qs, u"import"_qs, authority()}).code, 3);
        QCOMPARE(m_bench.run({u"trust"_qs, u"import"_qs, authority()}).code, 3);
        QVERIFY(listed().json.value(u"certificates"_qs).toArray().isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        QTest::newRow("no file") << u"/nowhere.der"_qs << 1 << u"/nowhere.der"_qs;
        QTest::newRow("no certificate") << QStringLiteral(MOTCUA_TEST_DATA "/eid/README.md") << 6 << u"Unreadable"_qs;
        QTest::newRow("what a card says") << QStringLiteral(MOTCUA_TEST_DATA "/eid/bp512-ec/ef_011D.bin") << 6 << u"Unreadable"_qs;
    }
    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QString, detail);
        const CtlBench::Outcome told = m_bench.asHead({u"trust"_qs, u"import"_qs, file});
        QTEST(told.code, "code");
        QVERIFY(told.json.value(u"detail"_qs).toString().contains(detail));
        QCOMPARE(m_bench.asHead({u"trust"_qs, u"import"_qs}).code, 2);
        QCOMPARE(m_bench.run({u"trust"_qs, u"list"_qs, u"more"_qs}).code, 2);
    }

    void importsAndLists()
    {
        const CtlBench::Outcome told = m_bench.asHead({u"trust"_qs, u"import"_qs, authority()});
        QVERIFY2(told.code == 0, told.errors.constData());
        QCOMPARE(told.json.value(u"added"_qs).toArray().size(), 1);
        QVERIFY(told.json.value(u"journalled"_qs).toBool());
        QCOMPARE(m_bench.asHead({u"journal"_qs, u"export"_qs, m_bench.path(u"log.mcj"_qs), u"--payloads"_qs}).code, 0);
        QFile log(m_bench.path(u"log.mcj"_qs));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray entries = log.readAll();
        QVERIFY(entries.contains("trust.imported"));
        QVERIFY(entries.contains(told.json.value(u"added"_qs)[0][u"sha256"_qs].toString().toLatin1()));
        const CtlBench::Outcome again = m_bench.asHead({u"trust"_qs, u"import"_qs, authority()});
        QCOMPARE(again.json.value(u"added"_qs).toArray().size(), 0);
        QCOMPARE(again.json.value(u"known"_qs).toInt(), 1);
        QVERIFY(!again.json.value(u"journalled"_qs).toBool()); // nothing new to write down
        QCOMPARE(m_bench.asHead({u"trust"_qs, u"import"_qs, authority(u"pss-rsa1024"_qs)}).code, 0);
        const QJsonArray all = listed().json.value(u"certificates"_qs).toArray();
        QCOMPARE(all.size(), 2);
        for (const QJsonValue &one : all) {
            QCOMPARE(one[u"country"_qs].toString(), u"VN"_qs);
            QCOMPARE(one[u"sha256"_qs].toString().size(), 64);
            QVERIFY(one[u"subject"_qs].toString().contains(u"TEST CSCA"_qs));
            QVERIFY(!one[u"link"_qs].toBool());
        }
    }

    void aMasterListIsWorthWhatItsSignerIs()
    {
        const motcua::test::TestCertificate authority{.name = "List CSCA", .country = "XY"};
        const motcua::test::TestCertificate signer{.name = "List signer", .country = "XY", .isAuthority = false, .serial = 7, .extendedUsage = "2.23.136.1.1.3"};
        const QByteArray der = signer.der(&authority);
        motcua::test::TestSignature signature{
            .contentType = "2.23.136.1.1.2", .content = motcua::test::certificateList({authority.der()}), .signer = der, .key = signer.key};
        const auto written = [&](const QString &name) {
            QFile file(m_bench.path(name));
            return file.open(QIODevice::WriteOnly) && file.write(signature.der()) > 0;
        };
        QVERIFY(written(u"list.ml"_qs));
        signature.hasSignerAlong = false;
        QVERIFY(written(u"nobody.ml"_qs));
        const QString list = m_bench.path(u"list.ml"_qs);
        const QString fingerprint = QString::fromLatin1(motcua::TrustCertificate::fromDer(der)->fingerprint().toHex());
        const auto before = listed().json.value(u"certificates"_qs).toArray().size();

        QCOMPARE(m_bench.asHead({u"trust"_qs, u"import"_qs, m_bench.path(u"nobody.ml"_qs), u"--yes-unknown-signer"_qs}).code, 6);
        const CtlBench::Outcome refused = m_bench.asHead({u"trust"_qs, u"import"_qs, list});
        QCOMPARE(refused.code, 6);
        QVERIFY(refused.errors.contains(fingerprint.toLatin1())); // what to compare
        QCOMPARE(m_bench.asHead({u"trust"_qs, u"import"_qs, list, u"--signer"_qs, QString(64, u'0')}).code, 6);
        QCOMPARE(listed().json.value(u"certificates"_qs).toArray().size(), before); // nothing of it was kept
        const CtlBench::Outcome told = m_bench.asHead({u"trust"_qs, u"import"_qs, list, u"--signer"_qs, fingerprint.toUpper()});
        QVERIFY2(told.code == 0, told.errors.constData());
        QCOMPARE(told.json.value(u"masterList"_qs).toString(), u"confirmed"_qs);
        QCOMPARE(listed().json.value(u"certificates"_qs).toArray().size(), before + 1);
        // From now on its signer is known by who gave it its certificate.
        QCOMPARE(m_bench.asHead({u"trust"_qs, u"import"_qs, list}).json.value(u"masterList"_qs).toString(), u"trusted"_qs);
    }

    void whomACentreTrustsComesBackOnAnotherMachine()
    {
        const QJsonArray before = listed().json.value(u"certificates"_qs).toArray();
        QVERIFY(!before.isEmpty());
        QCOMPARE(m_bench.asHead({u"backup"_qs, m_bench.path(u"backup"_qs)}).code, 0);
        const QStringList other{u"--store"_qs, m_bench.path(u"other"_qs)};
        const CtlBench::Outcome restored = m_bench.run(
            QStringList{u"restore"_qs, m_bench.path(u"backup"_qs), u"--numbers-used"_qs, u"0"_qs} + other, {}, m_bench.recoveryKey());
        QVERIFY2(restored.code == 0, restored.errors.constData());
        QCOMPARE(m_bench.run(QStringList{u"trust"_qs, u"list"_qs} + other).json.value(u"certificates"_qs).toArray(), before);
    }

    void whatDoesNotBelongIntoTheFolderIsTold()
    {
        QFile stray(m_bench.path(u"centre/trust/stray.der"_qs));
        QVERIFY(stray.open(QIODevice::WriteOnly) && stray.write("stray") > 0 && stray.flush());
        const CtlBench::Outcome told = listed();
        QCOMPARE(told.code, 0);
        QCOMPARE(told.json.value(u"leftOut"_qs).toArray().size(), 1);
        QCOMPARE(told.json.value(u"leftOut"_qs)[0][u"fault"_qs].toString(), u"Unreadable"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_CtlTrust)
#include "tst_CtlTrust.moc"
