// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/CardProof.h"

#include <QTest>

#include <functional>

using namespace motcua;

using enum CardCheck;
using Change = std::function<void(CardProof &)>;

Q_DECLARE_METATYPE(motcua::CardVerdict)
Q_DECLARE_METATYPE(motcua::CheckOutcome)
Q_DECLARE_METATYPE(Change)

class tst_CardProof : public QObject
{
    Q_OBJECT

    static CheckOutcome failed(CheckReason reason) { return CheckOutcome::failed(reason); }
    static CheckOutcome notDone(CheckReason reason) { return CheckOutcome::notDone(reason); }

    static CardProof whole()
    {
        CardProof proof;
        proof.set(Signature, CheckOutcome::passed());
        proof.set(Issuer, CheckOutcome::passed());
        proof.setGroup(1, CheckOutcome::passed());
        proof.setGroup(13, CheckOutcome::passed());
        proof.set(ChipAuthentication, CheckOutcome::passed());
        proof.set(Expiry, CheckOutcome::passed());
        return proof;
    }

private Q_SLOTS:
    void nothingDoneProvesNothing()
    {
        const CardProof proof;
        QCOMPARE(proof.verdict(), CardVerdict::Unproved);
        QVERIFY(!proof.isVerified());
        for (const CardCheck check : {Signature, Issuer, Groups, ChipAuthentication, ActiveAuthentication, Expiry}) {
            QCOMPARE(proof.outcome(check), notDone(CheckReason::NotYet));
        }
    }

    void verdicts_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<CardVerdict>("verdict");
        const auto row = [](const char *claim, CardVerdict verdict, const Change &change) { QTest::newRow(claim) << change << verdict; };
        using V = CardVerdict;
        row("all is proved", V::Verified, [](CardProof &) {});
        row("one proof of the chip is enough", V::Verified, [](CardProof &p) {
            p.set(ChipAuthentication, notDone(CheckReason::NotOffered));
            p.set(ActiveAuthentication, CheckOutcome::passed());
        });
        row("a chip that keeps its stronger key back", V::Unproved, [](CardProof &p) {
            p.set(ChipAuthentication, notDone(CheckReason::NotRead));
            p.set(ActiveAuthentication, CheckOutcome::passed());
        });
        row("a chip whose stronger key nobody asked for", V::Unproved, [](CardProof &p) {
            p.set(ChipAuthentication, notDone(CheckReason::NotYet));
            p.set(ActiveAuthentication, CheckOutcome::passed());
        });
        row("a chip whose stronger key is not known here", V::Verified, [](CardProof &p) {
            p.set(ChipAuthentication, notDone(CheckReason::Unsupported));
            p.set(ActiveAuthentication, CheckOutcome::passed());
        });
        row("a group that is another", V::Altered, [](CardProof &p) { p.setGroup(2, failed(CheckReason::HashDiffers)); });
        row("a group nobody signed", V::Altered, [](CardProof &p) { p.setGroup(11, failed(CheckReason::NotListed)); });
        row("an altered group before a wrong signature", V::Altered, [](CardProof &p) {
            p.setGroup(2, failed(CheckReason::HashDiffers));
            p.set(Signature, failed(CheckReason::SignatureWrong));
        });
        row("a wrong signature", V::SignatureWrong, [](CardProof &p) { p.set(Signature, failed(CheckReason::SignatureWrong)); });
        row("a signature that was not checked", V::Unproved, [](CardProof &p) { p.set(Signature, notDone(CheckReason::SignerMissing)); });
        row("a revoked signer", V::IssuerRefused, [](CardProof &p) { p.set(Issuer, failed(CheckReason::Revoked)); });
        row("an unknown issuer is never genuine", V::IssuerUnknown, [](CardProof &p) { p.set(Issuer, notDone(CheckReason::IssuerUnknown)); });
        row("an issuer nobody asked about", V::Unproved, [](CardProof &p) { p.set(Issuer, notDone(CheckReason::NotYet)); });
        row("a copy", V::ChipCopied, [](CardProof &p) { p.set(ChipAuthentication, failed(CheckReason::KeyNotProved)); });
        row("a copy, although the other proof passed", V::ChipCopied, [](CardProof &p) { p.set(ActiveAuthentication, failed(CheckReason::KeyNotProved)); });
        row("a copy of an unknown issuer's card", V::ChipCopied, [](CardProof &p) {
            p.set(Issuer, notDone(CheckReason::IssuerUnknown));
            p.set(ActiveAuthentication, failed(CheckReason::KeyNotProved));
        });
        row("a chip that was not asked", V::Unproved, [](CardProof &p) { p.set(ChipAuthentication, notDone(CheckReason::NotYet)); });
        row("a chip without any key", V::ChipUnproved, [](CardProof &p) {
            p.set(ChipAuthentication, notDone(CheckReason::NotOffered));
            p.set(ActiveAuthentication, notDone(CheckReason::NotOffered));
        });
        row("a chip whose other key was not asked for", V::Unproved, [](CardProof &p) {
            p.set(ChipAuthentication, notDone(CheckReason::NotOffered));
            p.set(ActiveAuthentication, notDone(CheckReason::NotRead));
        });
        row("over", V::Expired, [](CardProof &p) { p.set(Expiry, failed(CheckReason::Over)); });
        row("over is told after what proves nothing", V::IssuerUnknown, [](CardProof &p) {
            p.set(Expiry, failed(CheckReason::Over));
            p.set(Issuer, notDone(CheckReason::IssuerUnknown));
        });
        row("an expiry nobody looked at", V::Unproved, [](CardProof &p) { p.set(Expiry, notDone(CheckReason::NotYet)); });
        row("a group that was not judged", V::Unproved, [](CardProof &p) { p.setGroup(2, notDone(CheckReason::Unsupported)); });
        row("no group at all", V::Unproved, [](CardProof &p) {
            p = CardProof();
            for (const CardCheck check : {Signature, Issuer, ChipAuthentication, ActiveAuthentication, Expiry}) {
                p.set(check, CheckOutcome::passed());
            }
        });
        row("that the groups are right cannot be entered", V::Unproved, [](CardProof &p) {
            p = CardProof();
            for (const CardCheck check : {Signature, Issuer, Groups, ChipAuthentication, ActiveAuthentication, Expiry}) {
                p.set(check, CheckOutcome::passed());
            }
        });
    }
    void verdicts()
    {
        QFETCH(Change, change);
        QFETCH(CardVerdict, verdict);
        CardProof proof = whole();
        change(proof);
        QCOMPARE(proof.verdict(), verdict);
        QCOMPARE(proof.isVerified(), verdict == CardVerdict::Verified);
        QCOMPARE(proof.verifiedGroups(), verdict == CardVerdict::Verified ? QList<int>({1, 13}) : QList<int>());
    }

    void verifiedNeedsEveryCheck()
    {
        // Whatever is missing or failed of what whole() has, it is not Verified.
        for (const CardCheck check : {Signature, Issuer, ChipAuthentication, Expiry}) {
            for (int reason = 0; reason <= static_cast<int>(CheckReason::Over); ++reason) {
                for (const CheckOutcome &outcome : {failed(static_cast<CheckReason>(reason)), notDone(static_cast<CheckReason>(reason))}) {
                    CardProof proof = whole();
                    proof.set(check, outcome);
                    QVERIFY(!proof.isVerified());
                }
            }
        }
    }

    void expiry_data()
    {
        QTest::addColumn<QDate>("lastDay");
        QTest::addColumn<CheckOutcome>("outcome");
        QTest::newRow("its last day is a good one") << QDate(2026, 11, 28) << CheckOutcome::passed();
        QTest::newRow("the day after is not") << QDate(2026, 11, 27) << failed(CheckReason::Over);
        QTest::newRow("one that was not understood is none") << QDate() << notDone(CheckReason::Malformed);
    }
    void expiry()
    {
        QFETCH(QDate, lastDay);
        QFETCH(CheckOutcome, outcome);
        QCOMPARE(CardProof::expiryOn(lastDay, {2026, 11, 28}), outcome);
        QVERIFY(!CardProof::expiryOn(lastDay, {}).isPassed()); // who does not know today knows nothing of it
    }
};

QTEST_GUILESS_MAIN(tst_CardProof)
#include "tst_CardProof.moc"
