// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/PassiveAuthentication.h"
#include "tests/app/devices/eid/CardFiles.h"
#include "tests/app/devices/eid/TestPki.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;

Q_DECLARE_METATYPE(motcua::CardVerdict)
Q_DECLARE_METATYPE(motcua::CheckOutcome)

/** The invented cards, and what a forger would make of them. */
class tst_PassiveAuthentication : public QObject
{
    Q_OBJECT

    TestCertificate m_authority;
    TestCertificate m_signer{.name = "Test DS", .isAuthority = false, .serial = 7};

    static TrustStore storeOf(const QList<QByteArray> &certificates)
    {
        TrustStore store;
        for (const QByteArray &der : certificates) {
            const auto read = TrustCertificate::fromDer(der);
            if (!read || store.add(*read)) {
                qFatal("not taken in");
            }
        }
        return store;
    }
    static TrustStore storeOfCard(const QString &card) { return storeOf({cardFile(card, u"csca.der"_qs)}); }
    static CheckOutcome failed(CheckReason reason) { return CheckOutcome::failed(reason); }

    /** The verdict when the reader enters that the chip is the right one and the document good. */
    static CardVerdict verdictOf(CardProof proof)
    {
        if (proof.outcome(CardCheck::ChipAuthentication).reason == CheckReason::NotYet) {
            proof.set(CardCheck::ChipAuthentication, CheckOutcome::passed());
        }
        proof.set(CardCheck::Expiry, CheckOutcome::passed());
        return proof.verdict();
    }
    static PassiveFacts vietnamese() { return {.states = {u"VN"_qs}}; }
    /** EF.SOD over the files of a card by our own signer. */
    QByteArray signedAnew(const QMap<int, QByteArray> &files) const
    {
        return sodFile(TestSignature{.content = securityObject(files), .signer = m_signer.der(&m_authority), .key = m_signer.key}.der());
    }

private Q_SLOTS:
    void theCardsAreGenuine_data()
    {
        QTest::addColumn<QString>("card");
        for (const QString &card : cards()) {
            QTest::newRow(qPrintable(card)) << card;
        }
    }
    void theCardsAreGenuine()
    {
        QFETCH(QString, card);
        const auto files = groupsOf(card);
        const auto sod = Sod::fromBytes(sodOf(card));
        QVERIFY(sod);
        QCOMPARE(sod->signature, CheckOutcome::passed());
        QVERIFY(sod->signedAt.isValid());
        const auto made = PassiveAuthentication::of(sod, files, storeOfCard(card), vietnamese());
        QCOMPARE(made.proof.outcome(CardCheck::Issuer), CheckOutcome::passed());
        QCOMPARE(made.proof.groups().keys(), files.keys());
        QCOMPARE(made.proof.outcome(CardCheck::Groups), CheckOutcome::passed());
        QVERIFY(made.authority->subject().contains(u"TEST CSCA"_qs));
        // Alone it is not enough: whether the chip is a copy is not known yet.
        QCOMPARE(made.proof.verdict(), CardVerdict::Unproved);
        QCOMPARE(verdictOf(made.proof), CardVerdict::Verified);
        // Without the issuer it is intact and no more.
        const auto stranger = PassiveAuthentication::of(sod, files, TrustStore());
        QCOMPARE(verdictOf(stranger.proof), CardVerdict::IssuerUnknown);
        QCOMPARE(stranger.proof.outcome(CardCheck::Signature), CheckOutcome::passed());
        QVERIFY(!stranger.authority);
    }

    void whatAForgerWouldMake_data()
    {
        QTest::addColumn<QByteArray>("sod");
        QTest::addColumn<QMap<int, QByteArray>>("files");
        QTest::addColumn<QList<QByteArray>>("trusted");
        QTest::addColumn<CardVerdict>("verdict");
        const QString card = u"bp512-ec"_qs;
        const auto files = groupsOf(card);
        const QByteArray sod = sodOf(card);
        const QByteArray csca = cardFile(card, u"csca.der"_qs);
        const QByteArray ours = m_authority.der();
        using V = CardVerdict;
        const auto row = [](const char *claim, const QByteArray &one, const QMap<int, QByteArray> &all, const QList<QByteArray> &trusted, V verdict) {
            QTest::newRow(claim) << one << all << trusted << verdict;
        };
        const auto with = [&files](int group, const QByteArray &bytes) {
            auto changed = files;
            changed[group] = bytes;
            return changed;
        };
        row("nothing", sod, files, {csca}, V::Verified);
        for (const int group : files.keys()) {
            QByteArray changed = files[group];
            changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
            row(qPrintable(u"one bit of DG%1"_qs.arg(group)), sod, with(group, changed), {csca}, V::Altered);
        }
        row("the photograph of another card", sod, with(2, [&] { auto face = groupsOf(u"p256-rsa2048"_qs)[2]; face.back() = 'x'; return face; }()), {csca}, V::Altered);
        row("the zone of another card", sod, with(1, groupsOf(u"p256-rsa2048"_qs)[1]), {csca}, V::Altered);
        row("a group cut short", sod, with(13, files[13].chopped(1)), {csca}, V::Altered);
        row("an empty group", sod, with(13, {}), {csca}, V::Altered);
        row("a group that was not signed", sod, with(11, "more"), {csca}, V::Altered);
        row("the EF.SOD of another card", sodOf(u"p256-rsa2048"_qs), files, {csca, cardFile(u"p256-rsa2048"_qs, u"csca.der"_qs)}, V::Altered);
        row("another card whole", sodOf(u"p256-rsa2048"_qs), groupsOf(u"p256-rsa2048"_qs), {csca}, V::IssuerUnknown);
        row("signed anew by who is not trusted", signedAnew(files), files, {csca}, V::IssuerUnknown);
        row("signed anew by who is", signedAnew(files), files, {csca, ours}, V::Verified);
        row("other data, signed anew", signedAnew(with(13, "other")), with(13, "other"), {csca}, V::IssuerUnknown);
        // The authority's own name on a key of the forger's.
        TestCertificate forger{.name = "TEST CSCA Viet Nam (SYNTHETIC)"};
        const QByteArray forged = sodFile(TestSignature{.content = securityObject(files), .signer = m_signer.der(&forger), .key = m_signer.key}.der());
        row("signed in the authority's name", forged, files, {csca}, V::IssuerUnknown);
        QByteArray flipped = sod;
        flipped.back() = static_cast<char>(flipped.back() ^ 1);
        row("one bit of the signature", flipped, files, {csca}, V::SignatureWrong);
        row("one bit of a hash in EF.SOD", QByteArray(sod).replace(QByteArray::fromHex("02010D0430") , QByteArray::fromHex("02010C0430")), with(13, files[13]), {csca}, V::Altered);
        row("no EF.SOD, but nonsense", "nonsense", files, {csca}, V::SignatureWrong);
        row("an empty EF.SOD", {}, files, {csca}, V::SignatureWrong);
        row("no data group was read", sod, {}, {csca}, V::Unproved);
        for (const int group : files.keys()) {
            auto fewer = files;
            fewer.remove(group);
            row(qPrintable(u"DG%1 was not read"_qs.arg(group)), sod, fewer, {csca}, V::Unproved);
        }
        row("signed by an authority itself", sodFile(TestSignature{.content = securityObject(files), .signer = ours, .key = m_authority.key}.der()), files, {ours}, V::IssuerRefused);
        TestCertificate over = m_signer;
        over.to = QDateTime({2022, 1, 1}, {0, 0}, Qt::UTC);
        row("signed with a certificate that was over", sodFile(TestSignature{.content = securityObject(files), .signer = over.der(&m_authority), .key = m_signer.key}.der()), files, {ours}, V::IssuerRefused);
        TestCertificate foreign{.name = "Foreign CSCA", .country = "XY"};
        TestCertificate foreignSigner{.name = "Foreign DS", .country = "XY", .isAuthority = false};
        row("signed by a state we trust, for a document that is not its own",
            sodFile(TestSignature{.content = securityObject(files), .signer = foreignSigner.der(&foreign), .key = foreignSigner.key}.der()), files, {csca, foreign.der()}, V::IssuerRefused);
        auto noKeys = files;
        noKeys.remove(14);
        noKeys.remove(15);
        row("a document without keys", signedAnew(noKeys), noKeys, {ours}, V::ChipUnproved);
    }
    void whatAForgerWouldMake()
    {
        QFETCH(QByteArray, sod);
        QFETCH(QList<QByteArray>, trusted);
        using Files = QMap<int, QByteArray>;
        QFETCH(Files, files);
        const auto made = PassiveAuthentication::of(Sod::fromBytes(sod), files, storeOf(trusted), vietnamese());
        QTEST(verdictOf(made.proof), "verdict");
    }

    void whoseStateIsNotKnownIsNotProved_data()
    {
        QTest::addColumn<QStringList>("states");
        QTest::addColumn<CheckOutcome>("issuer");
        QTest::newRow("of this state") << QStringList{u"VN"_qs} << CheckOutcome::passed();
        QTest::newRow("of a state that has several") << QStringList{u"XY"_qs, u"VN"_qs} << CheckOutcome::passed();
        QTest::newRow("of another") << QStringList{u"XY"_qs} << failed(CheckReason::OtherState);
        QTest::newRow("of nobody knows which") << QStringList() << CheckOutcome::notDone(CheckReason::StateUnknown);
    }
    void whoseStateIsNotKnownIsNotProved()
    {
        QFETCH(QStringList, states);
        QFETCH(CheckOutcome, issuer);
        const QString card = u"bp512-ec"_qs;
        const auto made = PassiveAuthentication::of(Sod::fromBytes(sodOf(card)), groupsOf(card), storeOfCard(card), {.states = states});
        QCOMPARE(made.proof.outcome(CardCheck::Issuer), issuer);
        QCOMPARE(verdictOf(made.proof) == CardVerdict::Verified, issuer.isPassed());
    }

    void aSignatureNeedsItsKind_data()
    {
        QTest::addColumn<TestKey>("key");
        QTest::addColumn<QByteArray>("digest");
        using enum TestKey::Kind;
        QTest::newRow("ECDSA, SHA-1") << TestKey(P256) << QByteArray("SHA1");
        QTest::newRow("ECDSA, SHA-224") << TestKey(P256) << QByteArray("SHA224");
        QTest::newRow("ECDSA on a curve written out, SHA-384") << TestKey(Brainpool384Written) << QByteArray("SHA384");
        QTest::newRow("RSA, SHA-256") << TestKey(Rsa2048) << QByteArray("SHA256");
        QTest::newRow("RSA, SHA-512") << TestKey(Rsa2048) << QByteArray("SHA512");
        QTest::newRow("RSA by PSS, SHA-384") << TestKey(RsaPss2048) << QByteArray("SHA384");
    }
    void aSignatureNeedsItsKind()
    {
        QFETCH(TestKey, key);
        QFETCH(QByteArray, digest);
        TestCertificate signer = m_signer;
        signer.key = key;
        const auto files = groupsOf(u"bp512-ec"_qs);
        const auto sod = Sod::fromBytes(sodFile(TestSignature{.content = securityObject(files, digest, 1), .signer = signer.der(&m_authority), .key = key, .digest = digest}.der()));
        QVERIFY(sod);
        QCOMPARE(sod->digest, digest);
        QCOMPARE(sod->version, 1);
        QCOMPARE(sod->ldsVersion, u"0108"_qs);
        QCOMPARE(sod->signedAt, QDateTime({2024, 6, 1}, {8, 0}, Qt::UTC));
        QCOMPARE(verdictOf(PassiveAuthentication::of(sod, files, storeOf({m_authority.der()}), vietnamese()).proof), CardVerdict::Verified);
    }

    void signatures_data()
    {
        QTest::addColumn<QByteArray>("sod");
        QTest::addColumn<CheckOutcome>("outcome");
        const auto files = groupsOf(u"bp512-ec"_qs);
        const TestSignature good{.content = securityObject(files), .signer = m_signer.der(&m_authority), .key = m_signer.key};
        const auto row = [&good](const char *claim, CheckOutcome outcome, auto change) {
            TestSignature one = good;
            change(one);
            QTest::newRow(claim) << sodFile(one.der()) << outcome;
        };
        row("good", CheckOutcome::passed(), [](TestSignature &) {});
        row("more certificates than needed", CheckOutcome::passed(), [this](TestSignature &one) { one.along = {m_authority.der()}; });
        row("the content itself signed", CheckOutcome::passed(), [](TestSignature &one) { one.hasSignedAttributes = false; });
        row("without the signer's certificate", CheckOutcome::notDone(CheckReason::SignerMissing), [](TestSignature &one) { one.hasSignerAlong = false; });
        row("another certificate in its place", CheckOutcome::notDone(CheckReason::SignerMissing), [this](TestSignature &one) {
            one.hasSignerAlong = false;
            one.along = {m_authority.der()};
        });
        row("two signers", failed(CheckReason::Malformed), [](TestSignature &one) { one.signers = 2; });
        row("under another kind of content", failed(CheckReason::SignatureWrong), [](TestSignature &one) { one.signedContentType = "2.23.136.1.1.2"; });
        const TestKey small(TestKey::Kind::Rsa1024);
        row("with a short key", failed(CheckReason::Unsupported), [&](TestSignature &one) {
            one.signer = TestCertificate{.name = "Test DS", .key = small, .isAuthority = false}.der(&m_authority);
            one.key = small;
        });
        const TestKey rsa(TestKey::Kind::Rsa2048);
        row("over MD5", failed(CheckReason::Unsupported), [&](TestSignature &one) {
            one.signer = TestCertificate{.name = "Test DS", .key = rsa, .isAuthority = false}.der(&m_authority);
            one.key = rsa;
            one.digest = "MD5";
        });
        const TestKey other(TestKey::Kind::OtherCurveWritten);
        row("on a curve of somebody's own", failed(CheckReason::Unsupported), [&](TestSignature &one) {
            one.signer = TestCertificate{.name = "Test DS", .key = other, .isAuthority = false}.der(&m_authority);
            one.key = other;
        });
    }
    void signatures()
    {
        QFETCH(QByteArray, sod);
        QFETCH(CheckOutcome, outcome);
        const auto read = Sod::fromBytes(sod);
        QVERIFY(read);
        QCOMPARE(read->signature, outcome);
        const auto made = PassiveAuthentication::of(read, groupsOf(u"bp512-ec"_qs), storeOf({m_authority.der()}), vietnamese());
        QCOMPARE(verdictOf(made.proof) == CardVerdict::Verified, outcome.isPassed());
    }

    void securityObjects_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray algorithm = tlv(0x30, tlv(0x06, QByteArray::fromHex("608648016503040201")));
        const QByteArray version = tlv(0x02, QByteArray(1, '\0'));
        const auto hash = [](int group, qsizetype size) { return tlv(0x30, tlv(0x02, QByteArray(1, static_cast<char>(group))) + tlv(0x04, QByteArray(size, 'h'))); };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no sequence") << QByteArray("nonsense");
        QTest::newRow("no hashes") << tlv(0x30, version + algorithm + tlv(0x30, {}));
        QTest::newRow("a version to come") << tlv(0x30, tlv(0x02, "\2") + algorithm + tlv(0x30, hash(1, 32)));
        QTest::newRow("an algorithm nobody knows") << tlv(0x30, version + tlv(0x30, tlv(0x06, QByteArray::fromHex("2A864886F70D0205"))) + tlv(0x30, hash(1, 16)));
        QTest::newRow("a hash too short") << tlv(0x30, version + algorithm + tlv(0x30, hash(1, 31)));
        QTest::newRow("an empty hash") << tlv(0x30, version + algorithm + tlv(0x30, hash(1, 0)));
        QTest::newRow("a group twice") << tlv(0x30, version + algorithm + tlv(0x30, hash(1, 32) + hash(1, 32)));
        QTest::newRow("group 0") << tlv(0x30, version + algorithm + tlv(0x30, hash(0, 32)));
        QTest::newRow("group 17") << tlv(0x30, version + algorithm + tlv(0x30, hash(17, 32)));
        QTest::newRow("broken hashes") << tlv(0x30, version + algorithm + tlv(0x30, hash(1, 32) + QByteArray::fromHex("307F02")));
        QTest::newRow("more behind it") << tlv(0x30, version + algorithm + tlv(0x30, hash(1, 32)) + tlv(0x30, {}) + tlv(0x30, {}));
    }
    void securityObjects()
    {
        QFETCH(QByteArray, content);
        const auto sod = Sod::fromBytes(sodFile(TestSignature{.content = content, .signer = m_signer.der(&m_authority), .key = m_signer.key}.der()));
        QVERIFY(!sod);
        QCOMPARE(sod.error().fault, CardFault::Nonsense);
    }

    void filesThatAreNoSod_data()
    {
        QTest::addColumn<QByteArray>("file");
        const TestSignature signature{.content = securityObject({{1, "a"}}), .signer = m_signer.der(&m_authority), .key = m_signer.key};
        const QByteArray cms = signature.der();
        TestSignature list = signature;
        list.contentType = "2.23.136.1.1.2";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another file") << tlv(0x75, cms);
        QTest::newRow("something behind it") << sodFile(cms) + '\0';
        QTest::newRow("something behind the signature") << sodFile(cms + '\0');
        QTest::newRow("cut short") << sodFile(cms.chopped(20));
        QTest::newRow("a signature of something else") << sodFile(list.der());
        QTest::newRow("larger than any") << sodFile(QByteArray(Sod::Largest, '0'));
    }
    void filesThatAreNoSod()
    {
        QFETCH(QByteArray, file);
        const auto sod = Sod::fromBytes(file);
        QVERIFY(!sod);
        QCOMPARE(sod.error().fault, CardFault::Nonsense);
    }

    void theDayOfIssueStandsInForTheDayOfSigning_data()
    {
        QTest::addColumn<QDate>("issued");
        QTest::addColumn<CheckOutcome>("outcome");
        QTest::newRow("good then") << QDate(2024, 6, 1) << CheckOutcome::passed();
        QTest::newRow("not good then") << QDate(2018, 6, 1) << failed(CheckReason::OutsideValidity);
        QTest::newRow("nobody knows when") << QDate() << CheckOutcome::passed();
    }
    void theDayOfIssueStandsInForTheDayOfSigning()
    {
        QFETCH(QDate, issued);
        const auto files = groupsOf(u"bp512-ec"_qs);
        TestSignature signature{.content = securityObject(files), .signer = m_signer.der(&m_authority), .key = m_signer.key, .hasSignedAttributes = false};
        const auto sod = Sod::fromBytes(sodFile(signature.der()));
        QVERIFY(sod && sod->signedAt.isNull());
        QTEST(PassiveAuthentication::of(sod, files, storeOf({m_authority.der()}), {.issued = issued, .states = {u"VN"_qs}}).proof.outcome(CardCheck::Issuer), "outcome");
        // Where the signer says when, its word counts.
        signature.hasSignedAttributes = true;
        QCOMPARE(PassiveAuthentication::of(Sod::fromBytes(sodFile(signature.der())), files, storeOf({m_authority.der()}), {.issued = issued, .states = {u"VN"_qs}}).proof.outcome(CardCheck::Issuer),
            CheckOutcome::passed());
    }

    void aRevokedSignerIsRefused()
    {
        const auto files = groupsOf(u"bp512-ec"_qs);
        TrustStore store = storeOf({m_authority.der()});
        QVERIFY(!store.addRevocations(revocationList(m_authority, {7}, m_authority.key)));
        const auto made = PassiveAuthentication::of(Sod::fromBytes(signedAnew(files)), files, store);
        QCOMPARE(made.proof.outcome(CardCheck::Issuer), failed(CheckReason::Revoked));
        QCOMPARE(verdictOf(made.proof), CardVerdict::IssuerRefused);
    }

    void onlyWhatIsSignedSaysThatAChipHasNoKey()
    {
        const auto without = PassiveAuthentication::of(Sod::fromBytes(sodOf(u"pkcs1-none"_qs)), groupsOf(u"pkcs1-none"_qs), storeOfCard(u"pkcs1-none"_qs));
        QCOMPARE(without.proof.outcome(CardCheck::ActiveAuthentication), CheckOutcome::notDone(CheckReason::NotOffered));
        QCOMPARE(without.proof.outcome(CardCheck::ChipAuthentication), CheckOutcome::notDone(CheckReason::NotYet));
        // A copy that leaves the keys out is asked for them all the same.
        auto files = groupsOf(u"bp512-ec"_qs);
        files.remove(14);
        files.remove(15);
        const auto copy = PassiveAuthentication::of(Sod::fromBytes(sodOf(u"bp512-ec"_qs)), files, storeOfCard(u"bp512-ec"_qs));
        QCOMPARE(copy.proof.outcome(CardCheck::ActiveAuthentication), CheckOutcome::notDone(CheckReason::NotYet));
        QCOMPARE(copy.proof.verdict(), CardVerdict::Unproved);
    }

    void anUnreadSodIsNotHeldAgainstTheCard()
    {
        const auto made = PassiveAuthentication::of(CardError{CardFault::Removed, 0, -1, {}}, groupsOf(u"bp512-ec"_qs), TrustStore());
        QCOMPARE(made.proof.outcome(CardCheck::Signature), CheckOutcome::notDone(CheckReason::NotRead));
        QCOMPARE(made.proof.verdict(), CardVerdict::Unproved);
    }

    void noDamageIsEverVerified()
    {
        const QString card = u"p256-rsa2048"_qs;
        const auto files = groupsOf(card);
        const TrustStore store = storeOfCard(card);
        const QByteArray sod = sodOf(card);
        int wrong = 0;
        const auto judge = [&](const QByteArray &bytes) {
            const auto read = Sod::fromBytes(bytes);
            if (bytes != sod && verdictOf(PassiveAuthentication::of(read, files, store, vietnamese()).proof) == CardVerdict::Verified) {
                // A bit outside what is signed (of a certificate nobody asks, say) may leave all that counts as it was.
                const auto good = Sod::fromBytes(sod);
                wrong += read->hashes == good->hashes && read->signer == good->signer && read->signedAt == good->signedAt ? 0 : 1;
            }
        };
        QVERIFY(survives(sod, judge));
        QCOMPARE(wrong, 0);
    }
};

QTEST_GUILESS_MAIN(tst_PassiveAuthentication)
#include "tst_PassiveAuthentication.moc"
