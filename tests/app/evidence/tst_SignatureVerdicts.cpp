// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/evidence/SignatureBench.h"

#include <QTest>

#include <limits>

using namespace motcua;
using namespace motcua::evidence;
using namespace motcua::test;
using State = SignatureVerdict::State;
Q_DECLARE_METATYPE(State)

/** Nothing is called valid that anybody could have changed, whatever a file says of itself. */
class tst_SignatureVerdicts : public QObject
{
    Q_OBJECT

private:
    SignatureBench m_bench;
    QByteArray m_signed;

    [[nodiscard]] QByteArray signedBy(const IssuedCertificate &one) const
    {
        const auto made = signedCopy(SignatureBench::paper(), *m_bench.signer(one), SignatureBench::look());
        return made ? *made : QByteArray();
    }
    [[nodiscard]] State stateOf(const QByteArray &pdf, const SignatureTrust &trust) const
    {
        const auto all = verdicts(pdf, SignatureBench::signaturesIn(pdf), trust, SignatureBench::now());
        return all.isEmpty() ? State::Unreadable : all.constFirst().state;
    }
    [[nodiscard]] State stateOf(const QByteArray &pdf) const { return stateOf(pdf, m_bench.trust()); }
    [[nodiscard]] State stateOf(const PdfSignature &signature) const
    {
        return verdicts(m_signed, {signature}, m_bench.trust(), SignatureBench::now()).constFirst().state;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_signed = signedBy(IssuedCertificate(SignatureBench::wish(), &m_bench.root));
        QVERIFY(!m_signed.isEmpty());
        QCOMPARE(stateOf(m_signed), State::Valid);
    }

    void everyByteCounts()
    {
        const PdfSignature signature = SignatureBench::signaturesIn(m_signed).constFirst();
        const qint64 gap = signature.byteRange.at(1);
        const qint64 gapEnd = signature.byteRange.at(2);
        for (const qint64 at : {qint64{0}, qint64{9}, qint64{1'000}, gap - 1, gapEnd, m_signed.size() - 1}) {
            QByteArray changed = m_signed;
            changed[at] = static_cast<char>(changed.at(at) ^ 1);
            const auto all = verdicts(changed, {signature}, m_bench.trust(), SignatureBench::now());
            QVERIFY2(all.constFirst().state == State::Altered, qPrintable(QString::number(at)));
        }
        QByteArray changed = m_signed;
        changed[1'000] = static_cast<char>(changed.at(1'000) ^ 1);
        if (SignatureBench::whyNot().isEmpty()) {
            QVERIFY(SignatureBench::pdfsig(changed).contains("Digest Mismatch"));
        }
    }

    void whatWasAddedIsTold()
    {
        QCOMPARE(stateOf(m_signed + '\n'), State::AddedAfter);
        QCOMPARE(stateOf(m_signed + "1 0 obj\n<< >>\nendobj\n"), State::AddedAfter);
        const auto told = verdicts(m_signed + ' ', SignatureBench::signaturesIn(m_signed), SignatureTrust(), SignatureBench::now()).constFirst();
        QCOMPARE(told.state, State::UnknownSigner);
        QCOMPARE(told.signer, QStringLiteral("Ksor H’Lan")); // as it says itself
    }

    void forgedRanges_data()
    {
        using Change = std::function<void(PdfSignature &, qint64)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<State>("state");
        const auto row = [](const char *name, State state, Change change) { QTest::newRow(name) << change << state; };
        row("not from the beginning", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange[0] = 1; });
        row("nothing before", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange[1] = 0; });
        row("nothing after", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange[3] = 0; });
        row("negative", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange[1] = -1; });
        row("a negative length", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange[3] = -one.byteRange.at(3); });
        row("overlapping", State::Unreadable, [](PdfSignature &one, qint64) { std::swap(one.byteRange[1], one.byteRange[2]); });
        row("touching", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange[2] = one.byteRange.at(1); });
        row("past the end", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange[3] += 1; });
        row("far past the end", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange[3] = std::numeric_limits<qint64>::max(); });
        row("beginning past the end", State::Unreadable, [](PdfSignature &one, qint64 size) { one.byteRange[2] = size + 1; });
        row("one pair", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange.resize(2); });
        row("none", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange.clear(); });
        row("three pairs", State::Unreadable, [](PdfSignature &one, qint64) { one.byteRange += {5, 5}; });
        row("a gap that begins sooner", State::Altered, [](PdfSignature &one, qint64) { one.byteRange[1] -= 1; });
        row("a gap that begins later", State::Altered, [](PdfSignature &one, qint64) { one.byteRange[1] += 1; });
        row("a gap that ends later", State::Altered, [](PdfSignature &one, qint64) {
            one.byteRange[2] += 2;
            one.byteRange[3] -= 2;
        });
        row("a gap over a word more", State::Altered, [](PdfSignature &one, qint64) { one.byteRange[1] -= 12; });
        row("a gap elsewhere", State::Altered, [](PdfSignature &one, qint64) {
            one.byteRange[1] = 100;
            one.byteRange[2] = 120;
        });
        row("other contents than in the gap", State::Altered, [](PdfSignature &one, qint64) { one.contents[20] = static_cast<char>(one.contents.at(20) ^ 1); });
        row("more contents than in the gap", State::Altered, [](PdfSignature &one, qint64) { one.contents += QByteArray(100'000, 'x'); });
        row("half of the contents", State::Altered, [](PdfSignature &one, qint64) { one.contents.truncate(one.contents.size() / 2); });
        row("no contents", State::Altered, [](PdfSignature &one, qint64) { one.contents.clear(); });
        row("contents too large to look at", State::Unreadable, [](PdfSignature &one, qint64) { one.contents = QByteArray(MostContentsBytes + 1, '0'); });
        row("a way of yesterday", State::Unreadable, [](PdfSignature &one, qint64) { one.subFilter = "adbe.x509.rsa_sha1"; });
        row("a kind nobody knows", State::Unreadable, [](PdfSignature &one, qint64) { one.subFilter.clear(); });
        row("as it is", State::Valid, [](PdfSignature &, qint64) { });
        row("the other kind that is understood", State::Valid, [](PdfSignature &one, qint64) { one.subFilter = "adbe.pkcs7.detached"; });
    }
    void forgedRanges()
    {
        QFETCH(std::function<void(PdfSignature &, qint64)>, change);
        PdfSignature signature = SignatureBench::signaturesIn(m_signed).constFirst();
        change(signature, m_signed.size());
        QTEST(stateOf(signature), "state");
    }

    void wrapped()
    {
        // What was signed is moved to the end, and something else stands in the widened gap.
        const PdfSignature good = SignatureBench::signaturesIn(m_signed).constFirst();
        const qint64 gapEnd = good.byteRange.at(2);
        const QByteArray evil = " 9 0 obj << /Type /Page >> endobj ";
        QByteArray pdf = m_signed;
        pdf.insert(gapEnd, evil);
        PdfSignature moved = good;
        moved.byteRange[2] += evil.size();
        QCOMPARE(verdicts(pdf, {moved}, m_bench.trust(), SignatureBench::now()).constFirst().state, State::Altered);
        // The same hidden as another string of digits: the gap holds two contents.
        const QByteArray second = "> /Contents <" + QByteArray(64, '0');
        pdf = m_signed;
        pdf.insert(gapEnd - 1, second);
        moved = good;
        moved.byteRange[2] += second.size();
        QCOMPARE(verdicts(pdf, {moved}, m_bench.trust(), SignatureBench::now()).constFirst().state, State::Altered);
    }

    void nothingHidesInTheRoomThatIsLeft()
    {
        const PdfSignature good = SignatureBench::signaturesIn(m_signed).constFirst();
        QByteArray pdf = m_signed;
        pdf.replace(good.byteRange.at(2) - 9, 8, "4869646e");
        QCOMPARE(stateOf(pdf), State::Unreadable);
        PdfSignature shown = good;
        QCOMPARE(verdicts(pdf, {shown}, m_bench.trust(), SignatureBench::now()).constFirst().state, State::Altered);
    }

    void aSignatureOfAnotherPaperIsNoneOfThis()
    {
        const auto other = signedCopy(SignatureBench::paper(QPageSize(QPageSize::A5)), *m_bench.signer(), SignatureBench::look());
        QVERIFY(other);
        const QByteArray foreign = SignatureBench::signaturesIn(*other).constFirst().contents;
        PdfSignature good = SignatureBench::signaturesIn(m_signed).constFirst();
        QByteArray pdf = m_signed;
        const qint64 room = good.byteRange.at(2) - good.byteRange.at(1) - 2;
        pdf.replace(good.byteRange.at(1) + 1, room, foreign.toHex().leftJustified(room, '0'));
        QCOMPARE(stateOf(pdf), State::Altered);
    }

    void whoMaySign_data()
    {
        using Wish = IssuedCertificate::Wish;
        QTest::addColumn<Wish>("wish");
        QTest::addColumn<State>("state");
        const auto row = [](const char *name, State state, const std::function<void(Wish &)> &change) {
            Wish wish = SignatureBench::wish();
            change(wish);
            QTest::newRow(name) << wish << state;
        };
        row("for signatures", State::Valid, [](Wish &wish) { wish.keyUsage = "critical,nonRepudiation"; });
        row("not said what for", State::Valid, [](Wish &wish) { wish.keyUsage.clear(); });
        row("for keys alone", State::UnknownSigner, [](Wish &wish) { wish.keyUsage = "critical,keyAgreement"; });
        row("RSA", State::Valid, [](Wish &wish) { wish.key = IssuedCertificate::Key::Rsa2048; });
        row("given with SHA-1", State::UnknownSigner, [](Wish &wish) { wish.digest = "SHA1"; });
    }
    void whoMaySign()
    {
        QFETCH(IssuedCertificate::Wish, wish);
        QTEST(stateOf(signedBy(IssuedCertificate(wish, &m_bench.root))), "state");
    }

    void whoIsTrusted()
    {
        const IssuedCertificate middle(IssuedCertificate::authority("Between"), &m_bench.root);
        const IssuedCertificate own(SignatureBench::wish(), &middle);
        auto brought = BroughtKey::fromPem(own.secretKeyPem(), {own.der(), middle.der()});
        QVERIFY(brought);
        const auto signer = SealedSigner::of(std::move(brought->key), brought->certificates);
        const auto made = signedCopy(SignatureBench::paper(), **signer, SignatureBench::look());
        QVERIFY(made);
        QCOMPARE(stateOf(*made), State::Valid);
        QCOMPARE(stateOf(*made, {}), State::UnknownSigner);
        for (const QByteArray &one : {middle.pem(), own.der()}) {
            SignatureTrust trust;
            QVERIFY(trust.add(one));
            QCOMPARE(stateOf(*made, trust), State::Valid);
        }
        SignatureTrust other;
        QVERIFY(other.add(IssuedCertificate(IssuedCertificate::authority("Gốc thử")).der())); // of the same name
        QCOMPARE(stateOf(*made, other), State::UnknownSigner);
        // Who was let sign may not let others.
        const IssuedCertificate given(SignatureBench::wish(), &own);
        auto below = BroughtKey::fromPem(given.secretKeyPem(), {given.der(), own.der(), middle.der()});
        const auto lower = SealedSigner::of(std::move(below->key), below->certificates);
        const auto forged = signedCopy(SignatureBench::paper(), **lower, SignatureBench::look());
        QVERIFY(forged);
        QCOMPARE(stateOf(*forged), State::UnknownSigner);
    }

    void whoWasTakenBackIsNotKnown()
    {
        const IssuedCertificate own(SignatureBench::wish(), &m_bench.root);
        const IssuedCertificate other(SignatureBench::wish(), &m_bench.root);
        const QByteArray pdf = signedBy(own);
        SignatureTrust trust = m_bench.trust();
        QVERIFY(trust.addRevocations(m_bench.root.revocationList(&other)));
        QCOMPARE(stateOf(pdf, trust), State::Valid);
        QVERIFY(trust.addRevocations(m_bench.root.revocationList(&own)));
        SignatureTrust alone = m_bench.trust();
        QVERIFY(alone.addRevocations(m_bench.root.revocationList(&own)));
        QCOMPARE(stateOf(pdf, alone), State::UnknownSigner);
        QVERIFY(!alone.addRevocations("none"));
    }

    void theFolderIsRead()
    {
        const QTemporaryDir folder;
        const auto put = [&folder](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(put(QStringLiteral("root.PEM"), m_bench.root.pem()) && put(QStringLiteral("list.crl"), m_bench.root.revocationList(nullptr)));
        QVERIFY(put(QStringLiteral("bad.der"), "none") && put(QStringLiteral("large.cer"), QByteArray(SignatureTrust::LargestCertificate + 1, ' ')) && put(QStringLiteral("notes.txt"), "none"));
        QStringList leftOut;
        const SignatureTrust trust = SignatureTrust::load({folder.path(), folder.filePath(QStringLiteral("none"))}, &leftOut);
        QCOMPARE(trust.certificates(), (QList<QByteArray>{m_bench.root.der()}));
        QCOMPARE(trust.revocations().size(), 1);
        QCOMPARE(leftOut.size(), 2);
        QCOMPARE(stateOf(m_signed, trust), State::Valid);
    }

    void theTimeIsAsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDateTime>("at");
        const QDateTime at(QDate(2026, 12, 1), QTime(3, 15), Qt::UTC);
        QTest::newRow("Vietnam") << QByteArray("D:20261201101500+07'00'") << at;
        QTest::newRow("the newer way") << QByteArray("D:20261201101500+07'00") << at;
        QTest::newRow("west") << QByteArray("D:20261130221500-05'00'") << at;
        QTest::newRow("Greenwich") << QByteArray("D:20261201031500Z") << at;
        QTest::newRow("no zone") << QByteArray("D:20261201101500") << QDateTime();
        QTest::newRow("half") << QByteArray("D:202612") << QDateTime();
        QTest::newRow("noise") << QByteArray("D:2026120110150x+07'00'") << QDateTime();
        QTest::newRow("nothing") << QByteArray() << QDateTime();
    }
    void theTimeIsAsSaid()
    {
        QFETCH(QByteArray, text);
        PdfSignature signature = SignatureBench::signaturesIn(m_signed).constFirst();
        signature.time = text;
        QTEST(verdicts(m_signed, {signature}, m_bench.trust(), SignatureBench::now()).constFirst().at, "at");
    }

    void namesAreCleaned()
    {
        IssuedCertificate::Wish wish = SignatureBench::wish();
        wish.name = QStringLiteral("A\u202Enal\u200B\tB\u2028C").toUtf8();
        const QByteArray pdf = signedBy(IssuedCertificate(wish, &m_bench.root));
        QCOMPARE(m_bench.judged(pdf).constFirst().signer, QStringLiteral("A nal B C"));
    }

    void tooManyAreNotLookedAt()
    {
        const PdfSignature good = SignatureBench::signaturesIn(m_signed).constFirst();
        const auto all = verdicts(m_signed, QList<PdfSignature>(MostSignatures + 1, good), m_bench.trust(), SignatureBench::now());
        QCOMPARE(all.size(), MostSignatures + 1);
        QCOMPARE(all.at(MostSignatures - 1).state, State::Valid);
        QCOMPARE(all.at(MostSignatures).state, State::Unreadable);
    }

    void brokenMessagesHurtNobody()
    {
        const PdfSignature good = SignatureBench::signaturesIn(m_signed).constFirst();
        for (qsizetype at = 0; at < good.contents.size(); at += 3) {
            for (const int change : {0x01, 0x80, 0xff}) {
                QByteArray contents = good.contents;
                contents[at] = static_cast<char>(contents.at(at) ^ change);
                QByteArray pdf = m_signed;
                pdf.replace(good.byteRange.at(1) + 1, 2 * contents.size(), contents.toHex());
                PdfSignature broken = good;
                broken.contents = contents;
                const auto told = verdicts(pdf, {broken}, m_bench.trust(), SignatureBench::now()).constFirst();
                // The certificates that come along are not signed: without the one between, the chain is the same.
                QVERIFY(told.state != State::Valid || told.signer == QStringLiteral("Ksor H’Lan"));
            }
        }
    }
};

QTEST_MAIN(tst_SignatureVerdicts)
#include "tst_SignatureVerdicts.moc"
