// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/TrustStore.h"
#include "tests/app/devices/eid/CardFiles.h"
#include "tests/app/devices/eid/TestPki.h"

#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::test;

Q_DECLARE_METATYPE(motcua::TrustFault)
Q_DECLARE_METATYPE(motcua::CheckOutcome)
Q_DECLARE_METATYPE(motcua::test::TestCertificate)
Q_DECLARE_METATYPE(motcua::test::TestKey::Kind)

class tst_TrustStore : public QObject
{
    Q_OBJECT

    TestCertificate m_authority;
    TestCertificate m_signer{.name = "Test DS", .isAuthority = false, .serial = 7};

    static TrustCertificate certificate(const QByteArray &der)
    {
        const auto read = TrustCertificate::fromDer(der);
        if (!read) {
            qFatal("no certificate: %s", qPrintable(trustFaultName(read.error())));
        }
        return *read;
    }
    static TrustStore storeOf(const QList<QByteArray> &certificates)
    {
        TrustStore store;
        for (const QByteArray &der : certificates) {
            (void)store.add(certificate(der));
        }
        return store;
    }
    static QDateTime day(int year) { return QDateTime({year, 6, 1}, {8, 0}, Qt::UTC); }
    static QByteArray pem(const QByteArray &der, const QByteArray &kind)
    {
        QByteArray text = "-----BEGIN " + kind + "-----\n";
        const QByteArray coded = der.toBase64();
        for (qsizetype i = 0; i < coded.size(); i += 64) {
            text += coded.mid(i, 64) + '\n';
        }
        return text + "-----END " + kind + "-----\n";
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

private Q_SLOTS:
    void whatACertificateSays()
    {
        const TrustCertificate authority = certificate(m_authority.der());
        QCOMPARE(authority.subject(), u"C=VN, O=Nobody's Test Authority, CN=Test CSCA"_qs);
        QCOMPARE(authority.issuer(), authority.subject());
        QCOMPARE(authority.country(), u"VN"_qs);
        QCOMPARE(authority.notBefore(), m_authority.from);
        QCOMPARE(authority.notAfter(), m_authority.to);
        QCOMPARE(authority.fingerprint().size(), 32);
        QVERIFY(authority.isAuthority() && authority.isSelfSigned() && !authority.isSigner());
        const TrustCertificate signer = certificate(m_signer.der(&m_authority));
        QVERIFY(signer.isSigner() && !signer.isAuthority() && !signer.isSelfSigned());
        QVERIFY(signer.names(authority) && signer.namesKeyOf(authority) && signer.isSignedBy(authority));
        QVERIFY(!authority.names(signer));
        TestCertificate vietnamese = m_authority;
        vietnamese.name = "Cơ quan thử";
        QVERIFY(certificate(vietnamese.der()).subject().endsWith(u"CN=Cơ quan thử"_qs));
    }

    void keys_data()
    {
        QTest::addColumn<TestKey::Kind>("kind");
        QTest::addColumn<bool>("taken");
        using enum TestKey::Kind;
        QTest::newRow("a curve of the NIST") << P384 << true;
        QTest::newRow("a curve of RFC 5639") << Brainpool384 << true;
        QTest::newRow("the same written out in full") << Brainpool384Written << true;
        QTest::newRow("a curve with a generator of somebody's own") << OtherCurveWritten << false;
        QTest::newRow("a small curve") << P192 << false;
        QTest::newRow("RSA") << Rsa2048 << true;
        QTest::newRow("RSA, signing by PSS") << RsaPss2048 << true;
        QTest::newRow("short RSA") << Rsa1024 << false;
    }
    void keys()
    {
        QFETCH(TestKey::Kind, kind);
        QFETCH(bool, taken);
        const auto read = TrustCertificate::fromDer(TestCertificate{.key = TestKey(kind)}.der());
        QCOMPARE(bool(read), taken);
        if (!taken) {
            QCOMPARE(read.error(), TrustFault::Unsupported);
        } else {
            QVERIFY(read->isSelfSigned());
        }
    }

    void refusesWhatIsNoCertificate()
    {
        const QByteArray der = m_authority.der();
        for (const QByteArray &bytes : {QByteArray(), QByteArray("nonsense"), der.chopped(1), der + '\0', m_authority.name}) {
            QCOMPARE(TrustCertificate::fromDer(bytes).error(), TrustFault::Unreadable);
        }
        QCOMPARE(TrustCertificate::fromDer(QByteArray(TrustCertificate::Largest + 1, '0')).error(), TrustFault::TooLarge);
        QCOMPARE(TrustCertificate::fromDer(TestCertificate{.key = TestKey(TestKey::Kind::Rsa2048), .digest = "MD5"}.der()).error(), TrustFault::Unsupported);
        QVERIFY(survives(der, [](const QByteArray &bytes) { (void)TrustCertificate::fromDer(bytes); }));
    }

    void whatIsTakenIn_data()
    {
        QTest::addColumn<TestCertificate>("offered");
        QTest::addColumn<bool>("taken");
        QTest::newRow("an authority") << TestCertificate{.name = "A"} << true;
        QTest::newRow("one that says nothing of its use") << TestCertificate{.name = "A", .hasKeyUsage = false} << true;
        QTest::newRow("one that is over") << TestCertificate{.name = "A", .to = day(2021)} << true;
        QTest::newRow("one with an extension that must be understood") << TestCertificate{.name = "A", .hasUnknownExtension = true} << false;
        QTest::newRow("a signer of documents") << TestCertificate{.name = "A", .isAuthority = false} << false;
        QTest::newRow("an authority that may not sign certificates") << TestCertificate{.name = "A", .mayNotSign = true} << false;
    }
    void whatIsTakenIn()
    {
        QFETCH(TestCertificate, offered);
        QFETCH(bool, taken);
        TrustStore store;
        const auto fault = store.add(certificate(offered.der()));
        QCOMPARE(fault, taken ? std::nullopt : std::optional(TrustFault::NotAnAuthority));
        QCOMPARE(store.certificates().size(), taken ? 1 : 0);
    }

    void theSameIsTakenOnce()
    {
        const QByteArray der = m_authority.der();
        TrustStore store;
        QVERIFY(!store.add(certificate(der)));
        QCOMPARE(store.add(certificate(der)), std::optional(TrustFault::KnownAlready));
        QCOMPARE(store.certificates().size(), 1);
    }

    void judges_data()
    {
        QTest::addColumn<QList<QByteArray>>("trusted");
        QTest::addColumn<QByteArray>("signer");
        QTest::addColumn<QDateTime>("moment");
        QTest::addColumn<CheckOutcome>("outcome");
        const QByteArray authority = m_authority.der();
        const QByteArray signer = m_signer.der(&m_authority);
        const auto passed = CheckOutcome::passed();
        const auto failed = [](CheckReason reason) { return CheckOutcome::failed(reason); };
        const auto unknown = CheckOutcome::notDone(CheckReason::IssuerUnknown);
        const auto row = [](const char *claim, const QList<QByteArray> &trusted, const QByteArray &one, CheckOutcome outcome, const QDateTime &moment = day(2024)) {
            QTest::newRow(claim) << trusted << one << moment << outcome;
        };
        row("given by who is trusted", {authority}, signer, passed);
        row("nobody is trusted", {}, signer, unknown);
        row("somebody else is", {TestCertificate{.name = "Other"}.der()}, signer, unknown);
        // A forger takes the name and a key of his own: the signer's certificate then names his key.
        TestCertificate forger = m_authority;
        forger.key = TestKey();
        row("by somebody of the same name", {authority}, m_signer.der(&forger), unknown);
        TestCertificate silent = m_signer;
        silent.hasKeyIdentifiers = false;
        row("without naming a key", {authority}, silent.der(&m_authority), passed);
        row("by somebody of the same name, without naming a key", {authority}, silent.der(&forger), unknown);
        // He may also copy the identifier of the key he does not have.
        row("by who has not the key that is named", {authority}, QByteArray(signer).replace(signer.right(8), QByteArray(8, '\x11')), failed(CheckReason::IssuerSignatureWrong));
        row("after it was over", {authority}, signer, failed(CheckReason::OutsideValidity), day(2041));
        row("before it began", {authority}, signer, failed(CheckReason::OutsideValidity), day(2019));
        row("a day of clocks is not held against it", {authority}, signer, passed, m_signer.from.addSecs(-3600));
        row("when nobody knows when", {authority}, signer, passed, QDateTime());
        TestCertificate old = m_authority;
        old.to = day(2022);
        row("an authority that was over by then", {old.der()}, signer, failed(CheckReason::OutsideValidity));
        row("an authority that is over today and was not then", {old.der()}, signer, passed, day(2021));
        row("it may give certificates itself", {authority}, TestCertificate{.name = "X"}.der(&m_authority), failed(CheckReason::NotASigner));
        row("an authority that signs a document itself", {authority}, authority, failed(CheckReason::NotASigner));
        row("it may not sign", {authority}, TestCertificate{.name = "X", .isAuthority = false, .mayNotSign = true}.der(&m_authority), failed(CheckReason::NotASigner));
        row("of another state than its authority", {authority}, TestCertificate{.name = "X", .country = "LA", .isAuthority = false}.der(&m_authority), failed(CheckReason::OtherState));

        // A certificate is for what it says; what it says and is not understood may forbid all.
        row("for another use", {authority}, TestCertificate{.name = "X", .isAuthority = false, .extendedUsage = "1.3.6.1.5.5.7.3.1"}.der(&m_authority), failed(CheckReason::NotASigner));
        row("for master lists", {authority}, TestCertificate{.name = "X", .isAuthority = false, .extendedUsage = "2.23.136.1.1.3"}.der(&m_authority), failed(CheckReason::NotASigner));
        row("with an extension that must be understood", {authority}, TestCertificate{.name = "X", .isAuthority = false, .hasUnknownExtension = true}.der(&m_authority),
            failed(CheckReason::NotASigner));
        TestCertificate coming = m_signer;
        coming.from = day(2200);
        coming.to = day(2210);
        row("that has not begun, when nobody knows when", {authority}, coming.der(&m_authority), failed(CheckReason::OutsideValidity), QDateTime());
        TestCertificate past = m_signer;
        past.to = day(2021);
        row("that is over, when nobody knows when", {authority}, past.der(&m_authority), passed, QDateTime());

        // A new key of the authority: linked by the old one, in the same name or another.
        TestCertificate renewed{.name = "Test CSCA", .serial = 2};
        const QByteArray link = renewed.der(&m_authority);
        row("over a link", {authority, link}, m_signer.der(&renewed), passed);
        row("over a link that nobody trusted gave", {link}, m_signer.der(&renewed), unknown);
        TestCertificate linkOver = renewed;
        linkOver.to = day(2022);
        row("over a link that was over", {authority, linkOver.der(&m_authority)}, m_signer.der(&renewed), failed(CheckReason::OutsideValidity));
        row("over a link that was over, beside a good one", {authority, linkOver.der(&m_authority), link}, m_signer.der(&renewed), passed);
        TestCertificate again{.name = "Test CSCA 3", .serial = 3};
        row("over two links", {again.der(&renewed), link, authority}, m_signer.der(&again), passed);
        // Two that vouch for one another and nobody for them.
        TestCertificate left{.name = "L"};
        TestCertificate right{.name = "R"};
        row("over a circle", {left.der(&right), right.der(&left)}, m_signer.der(&left), unknown);
    }
    void judges()
    {
        QFETCH(QList<QByteArray>, trusted);
        QFETCH(QByteArray, signer);
        QFETCH(QDateTime, moment);
        const SignerJudgement judgement = storeOf(trusted).judge(certificate(signer), moment);
        QTEST(judgement.outcome, "outcome");
        QVERIFY(judgement.authority || !judgement.outcome.isPassed());
    }

    void revocation()
    {
        const TrustCertificate signer = certificate(m_signer.der(&m_authority));
        const auto outcome = [&](const QByteArray &list) {
            TrustStore store = storeOf({m_authority.der()});
            if (store.addRevocations(list)) {
                return CheckOutcome::notDone(CheckReason::Malformed);
            }
            return store.judge(signer, day(2024)).outcome;
        };
        QCOMPARE(outcome(revocationList(m_authority, {7}, m_authority.key)), CheckOutcome::failed(CheckReason::Revoked));
        QCOMPARE(outcome(pem(revocationList(m_authority, {7}, m_authority.key), "X509 CRL")), CheckOutcome::failed(CheckReason::Revoked));
        QCOMPARE(outcome(revocationList(m_authority, {6, 8}, m_authority.key)), CheckOutcome::passed());
        QCOMPARE(outcome(revocationList(m_authority, {}, m_authority.key)), CheckOutcome::passed());
        // A list that the authority did not sign, or of somebody else, takes nothing back.
        QCOMPARE(outcome(revocationList(m_authority, {7}, TestKey())), CheckOutcome::passed());
        const TestCertificate other{.name = "Other"};
        QCOMPARE(outcome(revocationList(other, {7}, other.key)), CheckOutcome::passed());
        QCOMPARE(outcome("nonsense"), CheckOutcome::notDone(CheckReason::Malformed));
    }

    void revocationsOutliveAKey()
    {
        // The authority has a new key, in the same name, and signs its lists with that; the signer is of the old one.
        const TestCertificate renewed{.name = "Test CSCA", .serial = 2};
        const TrustCertificate signer = certificate(m_signer.der(&m_authority));
        const QByteArray list = revocationList(renewed, {7}, renewed.key);
        const auto outcome = [&](const QList<QByteArray> &trusted) {
            TrustStore store = storeOf(trusted);
            (void)store.addRevocations(list);
            return store.judge(signer, day(2024)).outcome;
        };
        QCOMPARE(outcome({m_authority.der(), renewed.der()}), CheckOutcome::failed(CheckReason::Revoked));
        QCOMPARE(outcome({m_authority.der(), renewed.der(&m_authority)}), CheckOutcome::failed(CheckReason::Revoked));
        QCOMPARE(outcome({m_authority.der()}), CheckOutcome::passed()); // nobody known signed it
        // A link that nobody trusted gave takes nothing back.
        const TestCertificate stranger{.name = "Stranger"};
        QCOMPARE(outcome({m_authority.der(), renewed.der(&stranger)}), CheckOutcome::passed());
        const auto by = storeOf({m_authority.der(), renewed.der()}).signerOfRevocations(list);
        QVERIFY(by && by->isSelfSigned() && by->subject() == certificate(renewed.der()).subject());
        QVERIFY(!storeOf({m_authority.der()}).signerOfRevocations(list));
        QVERIFY(!storeOf({m_authority.der()}).signerOfRevocations("nonsense"));
    }

    void listsNeedASignerOfLists()
    {
        const TrustStore store = storeOf({m_authority.der()});
        const auto outcome = [&](const TestCertificate &one) { return store.judge(certificate(one.der(&m_authority)), day(2024), SignerUse::MasterLists).outcome; };
        QCOMPARE(outcome({.name = "X", .isAuthority = false, .extendedUsage = "2.23.136.1.1.3"}), CheckOutcome::passed());
        QCOMPARE(outcome(m_signer), CheckOutcome::failed(CheckReason::NotASigner));
        QCOMPARE(outcome({.name = "X", .isAuthority = false, .extendedUsage = "1.3.6.1.5.5.7.3.1"}), CheckOutcome::failed(CheckReason::NotASigner));
        QCOMPARE(outcome({.name = "X"}), CheckOutcome::failed(CheckReason::NotASigner));
    }

    void loadsFolders()
    {
        QTemporaryDir own;
        QTemporaryDir shipped;
        const QByteArray der = m_authority.der();
        QVERIFY(write(own.filePath(u"a.der"_qs), der));
        QVERIFY(write(own.filePath(u"b.pem"_qs), pem(TestCertificate{.name = "B"}.der(), "CERTIFICATE")));
        QVERIFY(write(own.filePath(u"c.CRT"_qs), TestCertificate{.name = "C"}.der()));
        QVERIFY(write(own.filePath(u"d.cer"_qs), m_signer.der(&m_authority)));
        QVERIFY(write(own.filePath(u"e.pem"_qs), "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n"));
        QVERIFY(write(own.filePath(u"f.crl"_qs), revocationList(m_authority, {7}, m_authority.key)));
        QVERIFY(write(own.filePath(u"README.md"_qs), "words"));
        QVERIFY(write(shipped.filePath(u"a.der"_qs), der));
        QList<TrustStore::LeftOut> leftOut;
        const TrustStore store = TrustStore::load({shipped.path(), own.path(), u"/nowhere"_qs}, &leftOut);
        QCOMPARE(store.certificates().size(), 3);
        QCOMPARE(store.revocationLists(), 1);
        QCOMPARE(leftOut.size(), 2);
        QCOMPARE(leftOut[0].path, own.filePath(u"d.cer"_qs));
        QCOMPARE(leftOut[0].fault, TrustFault::NotAnAuthority);
        QCOMPARE(leftOut[1].fault, TrustFault::Unreadable);
    }

    void theCardsHaveTheirAuthority()
    {
        for (const QString &card : cards()) {
            const TrustCertificate authority = certificate(cardFile(card, u"csca.der"_qs));
            QVERIFY(authority.isAuthority() && authority.isSelfSigned());
            QCOMPARE(authority.country(), u"VN"_qs);
        }
    }

    void everyFaultHasItsName()
    {
        QCOMPARE(trustFaultName(TrustFault::NotAnAuthority), u"NotAnAuthority"_qs);
        QCOMPARE(trustFaultName(TrustFault::KnownAlready), u"KnownAlready"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_TrustStore)
#include "tst_TrustStore.moc"
