// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/SecurityInfos.h"
#include "app/devices/eid/Tlv.h"

#include <QTest>

using namespace motcua;

class tst_SecurityInfos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsThatOfTheVietnameseCard();
    void readsDataGroup14();
    void knowsEachWayOfPace_data();
    void knowsEachWayOfPace();
    void readsKeyNumbers();
    void leavesOthersAside_data();
    void leavesOthersAside();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void boundsTheirNumber();

private:
    static QByteArray set(const QByteArray &infosHex) { return tlv(0x31, QByteArray::fromHex(infosHex)); }
};

void tst_SecurityInfos::readsThatOfTheVietnameseCard()
{
    const auto infos = SecurityInfos::ofCardAccess(QByteArray::fromHex(
        "3134300D060804007F0007020202020101300F060A04007F000702020302020201013012060A04007F0007020204020202010202010D"));
    QVERIFY(infos);
    QVERIFY(infos->terminalAuthentication);
    QCOMPARE(infos->others, 0);
    QCOMPARE(infos->chipAuthentication.size(), 1);
    const ChipAuthenticationInfo &chip = infos->chipAuthentication.first();
    QCOMPARE(chip.oid.toHex(), QByteArray("04007f00070202030202"));
    QVERIFY(chip.kind == AgreementKind::Ecdh && chip.suite == CipherSuite::Aes128 && chip.version == 1 && !chip.keyId);
    QCOMPARE(infos->pace.size(), 1);
    const PaceInfo &pace = infos->pace.first();
    QCOMPARE(pace.oid.toHex(), QByteArray("04007f00070202040202"));
    QVERIFY(pace.kind == AgreementKind::Ecdh && pace.mapping == PaceInfo::Mapping::Generic && pace.suite == CipherSuite::Aes128);
    QCOMPARE(pace.version, 2);
    QCOMPARE(pace.parameterId, std::optional(13));
}

void tst_SecurityInfos::readsDataGroup14()
{
    const QByteArray key = QByteArray::fromHex("300906072A8648CE3D0201"); // stands for a SubjectPublicKeyInfo
    const QByteArray active = tlv(0x30, QByteArray::fromHex("0606678108010105020101060A04007F00070101040103"));
    const QByteArray file = tlv(0x6E, tlv(0x31, tlv(0x30, QByteArray::fromHex("060904007F000702020102") + key) + active));
    const auto infos = SecurityInfos::ofDataGroup14(file);
    QVERIFY(infos);
    QCOMPARE(infos->chipAuthenticationKeys.size(), 1);
    QCOMPARE(infos->chipAuthenticationKeys.first().publicKeyInfo.toHex(), key.toHex());
    QVERIFY(infos->chipAuthenticationKeys.first().kind == AgreementKind::Ecdh);
    QCOMPARE(infos->activeAuthentication.size(), 1);
    QCOMPARE(infos->activeAuthentication.first().signatureAlgorithm.toHex(), QByteArray("04007f00070101040103"));
    QVERIFY(!SecurityInfos::ofDataGroup14(file.chopped(1)));
    QVERIFY(!SecurityInfos::ofCardAccess(file));
}

void tst_SecurityInfos::knowsEachWayOfPace_data()
{
    using Mapping = PaceInfo::Mapping;
    QTest::addColumn<int>("arc");
    QTest::addColumn<int>("cipher");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("mapping");
    QTest::addColumn<int>("suite");

    const auto row = [](const char *name, int arc, int cipher, AgreementKind kind, Mapping mapping, CipherSuite suite) {
        QTest::newRow(name) << arc << cipher << int(kind) << int(mapping) << int(suite);
    };
    row("DH-GM-3DES", 1, 1, AgreementKind::Dh, Mapping::Generic, CipherSuite::TripleDes);
    row("DH-GM-AES-256", 1, 4, AgreementKind::Dh, Mapping::Generic, CipherSuite::Aes256);
    row("ECDH-GM-3DES", 2, 1, AgreementKind::Ecdh, Mapping::Generic, CipherSuite::TripleDes);
    row("ECDH-GM-AES-192", 2, 3, AgreementKind::Ecdh, Mapping::Generic, CipherSuite::Aes192);
    row("DH-IM-AES-128", 3, 2, AgreementKind::Dh, Mapping::Integrated, CipherSuite::Aes128);
    row("ECDH-IM-AES-128", 4, 2, AgreementKind::Ecdh, Mapping::Integrated, CipherSuite::Aes128);
    row("ECDH-CAM-AES-128", 6, 2, AgreementKind::Ecdh, Mapping::ChipAuthentication, CipherSuite::Aes128);
}

void tst_SecurityInfos::knowsEachWayOfPace()
{
    QFETCH(int, arc);
    QFETCH(int, cipher);
    QFETCH(int, kind);
    QFETCH(int, mapping);
    QFETCH(int, suite);

    QByteArray oid = QByteArray::fromHex("04007F00070202040000");
    oid[8] = static_cast<char>(arc);
    oid[9] = static_cast<char>(cipher);
    const auto infos = SecurityInfos::ofCardAccess(tlv(0x31, tlv(0x30, tlv(0x06, oid) + QByteArray::fromHex("020102020110"))));
    QVERIFY(infos);
    QCOMPARE(infos->pace.size(), 1);
    const PaceInfo &pace = infos->pace.first();
    QCOMPARE(pace.oid, oid);
    QCOMPARE(int(pace.kind), kind);
    QCOMPARE(int(pace.mapping), mapping);
    QCOMPARE(int(pace.suite), suite);
    QCOMPARE(pace.parameterId, std::optional(16));
}

void tst_SecurityInfos::readsKeyNumbers()
{
    const auto infos = SecurityInfos::ofCardAccess(set("3012060A04007F00070202030204020101020109"
                                                       "3012060A04007F0007020203010102010102017F"));
    QVERIFY(infos);
    QCOMPARE(infos->chipAuthentication.size(), 2);
    QCOMPARE(infos->chipAuthentication.at(0).keyId, std::optional(9u));
    QVERIFY(infos->chipAuthentication.at(0).suite == CipherSuite::Aes256);
    QVERIFY(infos->chipAuthentication.at(1).kind == AgreementKind::Dh);
    QCOMPARE(infos->chipAuthentication.at(1).keyId, std::optional(127u));
}

void tst_SecurityInfos::leavesOthersAside_data()
{
    QTest::addColumn<QByteArray>("info");

    QTest::newRow("another protocol of the same family") << QByteArray("300D060804007F0007020208020101");
    QTest::newRow("card information") << QByteArray("300D060804007F0007020206020101");
    QTest::newRow("another family") << QByteArray("300806032A03040201FF");
    QTest::newRow("a cipher nobody has defined") << QByteArray("3012060A04007F0007020204020902010202010D");
    QTest::newRow("a mapping nobody has defined") << QByteArray("3012060A04007F0007020204090202010202010D");
}

void tst_SecurityInfos::leavesOthersAside()
{
    QFETCH(QByteArray, info);
    const auto infos = SecurityInfos::ofCardAccess(set(info + "3012060A04007F0007020204020202010202010D"));
    QVERIFY(infos);
    QCOMPARE(infos->others, 1);
    QCOMPARE(infos->pace.size(), 1);
}

void tst_SecurityInfos::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("file");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a sequence") << QByteArray("3000");
    QTest::newRow("a set of numbers") << QByteArray("3103020101");
    QTest::newRow("an info without identifier") << QByteArray("31053003020101");
    QTest::newRow("PACE without version") << QByteArray("310E300C060A04007F00070202040202");
    QTest::newRow("PACE with a negative version") << QByteArray("3111300F060A04007F00070202040202020182");
    QTest::newRow("PACE with a word as parameters") << QByteArray("31143012060A04007F000702020402020201020C0141");
    QTest::newRow("PACE with more than there can be") << QByteArray("31173015060A04007F0007020204020202010202010D020101");
    QTest::newRow("a key that is no sequence") << QByteArray("3110300E060904007F000702020102020101");
    QTest::newRow("an info that runs past the end") << QByteArray("3114301F060A04007F0007020204020202010202010D");
}

void tst_SecurityInfos::refusesWhatIsNone()
{
    QFETCH(QByteArray, file);
    QVERIFY(!SecurityInfos::ofCardAccess(QByteArray::fromHex(file)));
}

void tst_SecurityInfos::boundsTheirNumber()
{
    const QByteArray one("300806032A0304020101");
    QCOMPARE(SecurityInfos::ofCardAccess(set(one.repeated(SecurityInfos::Most)))->others, SecurityInfos::Most);
    QVERIFY(!SecurityInfos::ofCardAccess(set(one.repeated(SecurityInfos::Most + 1))));
}

QTEST_GUILESS_MAIN(tst_SecurityInfos)
#include "tst_SecurityInfos.moc"
