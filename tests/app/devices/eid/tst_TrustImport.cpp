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
    TestCertificate m_signer{.name = "List signer", .isAuthority = false, .serial = 7, .extendedUsage = "2.23.136.1.1.3"};

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
        // Nobody answers for it: nothing is kept.
        QVERIFY(read.isUnconfirmed());
        QCOMPARE(read.keepIn(dir.path()).error().code, ErrorCode::Invalid);
        QVERIFY(QDir(dir.path()).isEmpty());
        TrustImport confirmed = read;
        QVERIFY(!confirmed.confirm(TrustCertificate::fromDer(known)->fingerprint())); // somebody of the list, who did not sign it
        QVERIFY(!confirmed.confirm({}));
        QVERIFY(confirmed.isUnconfirmed());
        QVERIFY(confirmed.confirm(confirmed.list->signer->fingerprint()));
        QVERIFY(TrustImport(read).confirm(read.list->authority->fingerprint()));
        QVERIFY(confirmed.keepIn(dir.path()));
        const TrustStore grown = TrustStore::load({dir.path()});
        QCOMPARE(grown.certificates().size(), 2);
        const TrustImport again = taken(bytes, grown);
        QCOMPARE(again.signer.outcome, CheckOutcome::passed());
        QVERIFY(!again.isUnconfirmed());
    }

    void aMasterListNeedsItsSigner()
    {
        const auto faultOf = [&](TestSignature signature, const TrustStore &store = TrustStore()) {
            const auto read = TrustImport::of(signature.der(), store);
            return read ? std::optional<TrustFault>() : std::optional(read.error());
        };
        const TestSignature good{.contentType = "2.23.136.1.1.2", .content = certificateList({m_authority.der()}), .signer = m_signer.der(&m_authority), .key = m_signer.key};
        QCOMPARE(faultOf(good), std::nullopt);
        TestSignature without = good;
        without.hasSignerAlong = false;
        QCOMPARE(faultOf(without), std::optional(TrustFault::SignerMissing));
        TestSignature documents = good;
        documents.signer = TestCertificate{.name = "DS", .key = m_signer.key, .isAuthority = false}.der(&m_authority);
        QCOMPARE(faultOf(documents), std::optional(TrustFault::SignerRefused));
        TrustStore store;
        QVERIFY(!store.add(*TrustCertificate::fromDer(m_authority.der())));
        QVERIFY(!store.addRevocations(revocationList(m_authority, {7}, m_authority.key)));
        QCOMPARE(faultOf(good, store), std::optional(TrustFault::SignerRefused));
    }

    void aRevocationList()
    {
        QTemporaryDir dir;
        const TrustImport read = taken(revocationList(m_authority, {7}, m_authority.key));
        QCOMPARE(read.kind, Kind::RevocationList);
        QVERIFY(read.added.isEmpty());
        QVERIFY(!read.revokedBy); // nobody who is known signed it
        TrustStore knowing;
        QVERIFY(!knowing.add(*TrustCertificate::fromDer(m_authority.der())));
        QVERIFY(taken(read.revocations, knowing).revokedBy);
        QVERIFY(read.keepIn(dir.path()));
        QVERIFY(taken(m_authority.der()).keepIn(dir.path()));
        const TrustStore store = TrustStore::load({dir.path()});
        QCOMPARE(store.revocationLists(), 1);
        QCOMPARE(store.judge(*TrustCertificate::fromDer(m_signer.der(&m_authority)), {}, SignerUse::MasterLists).outcome, CheckOutcome::failed(CheckReason::Revoked));
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
