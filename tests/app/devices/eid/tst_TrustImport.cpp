// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/TrustImport.h"
#include "tests/app/devices/eid/CardFiles.h"
#include "tests/app/devices/eid/TestPki.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::test;

using Kind = TrustImport::Kind;

Q_DECLARE_METATYPE(motcua::TrustFault)

class tst_TrustImport : public QObject
{
    Q_OBJECT

    TestCertificate m_authority;
    TestCertificate m_signer{.name = "List signer", .isAuthority = false, .serial = 7};

    [[nodiscard]] QByteArray list(const QList<QByteArray> &certificates) const
    {
        return TestSignature{.contentType = "2.23.136.1.1.2", .content = certificateList(certificates), .signer = m_signer.der(&m_authority), .key = m_signer.key}.der();
    }
    static TrustImport taken(const QByteArray &bytes, const TrustStore &store = TrustStore())
    {
        const auto read = TrustImport::of(bytes, store);
        return read ? *read : TrustImport();
    }

private Q_SLOTS:
    void aCertificate()
    {
        QTemporaryDir dir;
        const QString folder = dir.filePath(u"trust"_qs);
        const QByteArray der = m_authority.der();
        const TrustImport read = taken(der);
        QCOMPARE(read.kind, Kind::Certificate);
        QCOMPARE(read.added.size(), 1);
        QVERIFY(!QDir(folder).exists()); // nothing is trusted yet
        QVERIFY(read.keepIn(folder));
        QVERIFY(read.keepIn(folder)); // twice is once
        const TrustStore store = TrustStore::load({folder});
        QCOMPARE(store.certificates(), read.added);
        const TrustImport again = taken(der, store);
        QVERIFY(again.added.isEmpty());
        QCOMPARE(again.known, 1);
    }

    void aMasterList()
    {
        QTemporaryDir dir;
        const QByteArray known = cardFile(u"bp512-ec"_qs, u"csca.der"_qs);
        const TrustStore store = [&known] {
            TrustStore made;
            (void)made.add(*TrustCertificate::fromDer(known));
            return made;
        }();
        const QByteArray bytes = list({known, cardFile(u"pss-rsa1024"_qs, u"csca.der"_qs), m_authority.der(), m_signer.der(&m_authority)});
        const TrustImport read = taken(bytes, store);
        QCOMPARE(read.kind, Kind::MasterList);
        QCOMPARE(read.added.size(), 2);
        QCOMPARE(read.known, 1);
        QCOMPARE(read.leftOut, 1);
        QCOMPARE(read.list->signature, CheckOutcome::passed());
        // That its own authority stands in it makes the signer no better known than before.
        QCOMPARE(read.signer.outcome, CheckOutcome::notDone(CheckReason::IssuerUnknown));
        QVERIFY(read.keepIn(dir.path()));
        const TrustStore grown = TrustStore::load({dir.path()});
        QCOMPARE(grown.certificates().size(), 2);
        QCOMPARE(taken(bytes, grown).signer.outcome, CheckOutcome::passed());
    }

    void aRevocationList()
    {
        QTemporaryDir dir;
        const TrustImport read = taken(revocationList(m_authority, {7}, m_authority.key));
        QCOMPARE(read.kind, Kind::RevocationList);
        QVERIFY(read.added.isEmpty());
        QVERIFY(read.keepIn(dir.path()));
        QVERIFY(taken(m_authority.der()).keepIn(dir.path()));
        const TrustStore store = TrustStore::load({dir.path()});
        QCOMPARE(store.revocationLists(), 1);
        QCOMPARE(store.judge(*TrustCertificate::fromDer(m_signer.der(&m_authority)), {}).outcome, CheckOutcome::failed(CheckReason::Revoked));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<TrustFault>("fault");
        QByteArray changed = list({m_authority.der()});
        changed.back() = static_cast<char>(changed.back() ^ 1);
        QTest::newRow("nothing") << QByteArray() << TrustFault::Unreadable;
        QTest::newRow("a picture") << QByteArray("\xFF\xD8\xFF nonsense") << TrustFault::Unreadable;
        QTest::newRow("the certificate of a signer") << m_signer.der(&m_authority) << TrustFault::NotAnAuthority;
        QTest::newRow("a key that is too small") << TestCertificate{.key = TestKey(TestKey::Kind::Rsa1024)}.der() << TrustFault::Unsupported;
        QTest::newRow("a list that was changed") << changed << TrustFault::SignatureWrong;
        QTest::newRow("larger than any") << QByteArray(TrustImport::Largest + 1, '0') << TrustFault::TooLarge;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto read = TrustImport::of(bytes, TrustStore());
        QVERIFY(!read);
        QTEST(read.error(), "fault");
    }

    void aFolderThatCannotBeWrittenIsTold()
    {
        const auto kept = taken(m_authority.der()).keepIn(u"/proc/nowhere"_qs);
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(tst_TrustImport)
#include "tst_TrustImport.moc"
