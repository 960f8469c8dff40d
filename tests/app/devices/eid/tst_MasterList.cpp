// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/MasterList.h"
#include "app/devices/eid/Tlv.h"
#include "tests/app/devices/eid/CardFiles.h"
#include "tests/app/devices/eid/TestPki.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;

Q_DECLARE_METATYPE(motcua::TrustFault)

class tst_MasterList : public QObject
{
    Q_OBJECT

    TestCertificate m_authority{.name = "List CSCA", .country = "DE"};
    TestCertificate m_signer{.name = "List signer", .country = "DE", .isAuthority = false, .serial = 7, .extendedUsage = "2.23.136.1.1.3"};

    [[nodiscard]] TestSignature signature(const QByteArray &content) const
    {
        return {.contentType = "2.23.136.1.1.2", .content = content, .signer = m_signer.der(&m_authority), .key = m_signer.key, .along = {m_authority.der()}};
    }
    static QByteArray vietnamese() { return cardFile(u"bp512-ec"_qs, u"csca.der"_qs); }

private Q_SLOTS:
    void readsAList()
    {
        const QByteArray content = certificateList({vietnamese(), TestCertificate{.name = "B"}.der(), vietnamese(),
            TestCertificate{.name = "C", .isAuthority = false}.der(), TestCertificate{.name = "D", .key = TestKey(TestKey::Kind::P192)}.der()});
        const auto list = MasterList::fromBytes(signature(content).der());
        QVERIFY(list);
        QCOMPARE(list->authorities.size(), 2);
        QCOMPARE(list->authorities[0].country(), u"VN"_qs);
        QCOMPARE(list->leftOut, 2); // a signer, and a key too small
        QCOMPARE(list->signature, CheckOutcome::passed());
        QCOMPARE(list->signer->subject(), u"C=DE, O=Nobody's Test Authority, CN=List signer"_qs);
        QCOMPARE(list->authority->subject(), u"C=DE, O=Nobody's Test Authority, CN=List CSCA"_qs);
        QCOMPARE(list->signedAt, QDateTime({2024, 6, 1}, {8, 0}, Qt::UTC));
    }

    void whoGaveTheSignersCertificate()
    {
        const QByteArray alone = certificateList({vietnamese()});
        TestSignature without = signature(alone);
        without.along.clear();
        QVERIFY(!MasterList::fromBytes(without.der())->authority);
        without.content = certificateList({vietnamese(), m_authority.der()});
        QVERIFY(MasterList::fromBytes(without.der())->authority);
        // In the list stands one of the same name, which signed nothing.
        TestCertificate other = m_authority;
        other.key = TestKey();
        without.content = certificateList({other.der()});
        QVERIFY(!MasterList::fromBytes(without.der())->authority);
    }

    void whatIsNotCheckedIsSaid()
    {
        TestSignature unsaid = signature(certificateList({vietnamese()}));
        unsaid.hasSignerAlong = false;
        const auto list = MasterList::fromBytes(unsaid.der());
        QVERIFY(list);
        QCOMPARE(list->signature, CheckOutcome::notDone(CheckReason::SignerMissing));
        QVERIFY(!list->signer);
        QCOMPARE(list->authorities.size(), 1);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<TrustFault>("fault");
        const TestSignature good = signature(certificateList({vietnamese()}));
        const QByteArray bytes = good.der();
        QByteArray flipped = bytes;
        flipped.back() = static_cast<char>(flipped.back() ^ 1);
        QByteArray exchanged = bytes;
        exchanged.replace(vietnamese(), QByteArray(vietnamese()).replace("TEST CSCA", "BEST CSCA"));
        TestSignature sod = good;
        sod.contentType = "2.23.136.1.1.1";
        QTest::newRow("nothing") << QByteArray() << TrustFault::Unreadable;
        QTest::newRow("nonsense") << QByteArray("nonsense") << TrustFault::Unreadable;
        QTest::newRow("cut short") << bytes.chopped(5) << TrustFault::Unreadable;
        QTest::newRow("something behind it") << bytes + '\0' << TrustFault::Unreadable;
        QTest::newRow("the EF.SOD of a card") << sod.der() << TrustFault::Unreadable;
        QTest::newRow("a wrong signature") << flipped << TrustFault::SignatureWrong;
        QTest::newRow("another certificate put into it") << exchanged << TrustFault::SignatureWrong;
        QTest::newRow("larger than any") << QByteArray(MasterList::Largest + 1, '0') << TrustFault::TooLarge;
        for (const auto &[claim, content] : {std::pair("no sequence", QByteArray("x")), {"no certificates", tlv(0x30, tlv(0x02, "\0"))}, {"broken within", tlv(0x30, tlv(0x02, "\0") + tlv(0x31, QByteArray::fromHex("307F02")))},
                 {"more certificates than any", certificateList(QList<QByteArray>(MasterList::MostCertificates + 1, tlv(0x30, {})))}}) {
            QTest::newRow(claim) << signature(content).der() << TrustFault::Unreadable;
        }
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto list = MasterList::fromBytes(bytes);
        QVERIFY(!list);
        QTEST(list.error(), "fault");
    }

    void survivesDamage()
    {
        QVERIFY(survives(signature(certificateList({m_authority.der()})).der(), [](const QByteArray &bytes) { (void)MasterList::fromBytes(bytes); }));
    }
};

QTEST_GUILESS_MAIN(tst_MasterList)
#include "tst_MasterList.moc"
