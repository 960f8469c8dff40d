// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/CardSeen.h"

#include <QTest>

using namespace motcua;

/** What a dossier keeps of a card: what was proved, never what it says. */
class tst_CardSeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTellsWhatPassedAndWhatFailed()
    {
        CardProof proof;
        proof.set(CardCheck::Signature, CheckOutcome::passed());
        proof.set(CardCheck::Issuer, CheckOutcome::notDone(CheckReason::IssuerUnknown));
        proof.setGroup(1, CheckOutcome::passed());
        proof.set(CardCheck::ActiveAuthentication, CheckOutcome::failed(CheckReason::KeyNotProved));
        const CardSeen seen = CardSeen::of(u"applicant"_qs, proof, proof.verdict(), QByteArray("\x01\xab", 2), 1'795'000'000'000);
        QCOMPARE(seen.verdict, u"ChipCopied"_qs);
        QCOMPARE(seen.passed, u"signature groups"_qs);
        QCOMPARE(seen.failed, u"activeAuthentication"_qs);
        QCOMPARE(seen.signer, u"01ab"_qs);
        QCOMPARE(CardSeen::fromJson(seen.toJson()), seen);
        QCOMPARE(seen.toJson().keys(), QStringList({u"failed"_qs, u"passed"_qs, u"person"_qs, u"readAt"_qs, u"signer"_qs, u"verdict"_qs}));
    }

    void whyNoneWasReadIsAllItTellsThen()
    {
        const CardSeen seen = CardSeen::unread(u"submitter"_qs, u"readerBroken"_qs, u"Đầu đọc hỏng"_qs);
        QCOMPARE(seen.toJson(), QJsonObject({{u"person"_qs, u"submitter"_qs}, {u"notRead"_qs, u"readerBroken"_qs}, {u"notReadText"_qs, u"Đầu đọc hỏng"_qs}}));
        QCOMPARE(CardSeen::fromJson(seen.toJson()), seen);
    }

    void aZoneInPlaceOfTheChipIsTold_data()
    {
        QTest::addColumn<bool>("isExpired");
        QTest::newRow("in date") << false;
        QTest::newRow("expired") << true;
    }
    void aZoneInPlaceOfTheChipIsTold()
    {
        QFETCH(bool, isExpired);
        const CardSeen seen = CardSeen::ofZone(u"applicant"_qs, u"noChip"_qs, u"Giấy tờ không có chip"_qs, isExpired);
        QVERIFY(seen.isZone() && seen.isOfOnePerson());
        QCOMPARE(seen.toJson().value(u"instead"_qs).toString(), u"zone"_qs);
        QCOMPARE(seen.toJson().value(u"failed"_qs).toString(), isExpired ? u"expiry"_qs : QString());
        QCOMPARE(CardSeen::fromJson(seen.toJson()), seen);
        QVERIFY(!CardSeen::unread(u"applicant"_qs, u"noReader"_qs, u"Không có"_qs).isOfOnePerson()); // which holds for the whole desk
    }

    void whatTellsNothingIsNothing_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::newRow("empty") << QJsonObject();
        QTest::newRow("only whose") << QJsonObject{{u"person"_qs, u"applicant"_qs}};
        QTest::newRow("of another shape") << QJsonObject{{u"verdict"_qs, 7}};
    }
    void whatTellsNothingIsNothing()
    {
        QFETCH(QJsonObject, json);
        QVERIFY(!CardSeen::fromJson(json));
    }

    void everyVerdictHasANameOfItsOwn()
    {
        QStringList names;
        for (int at = static_cast<int>(CardVerdict::Altered); at <= static_cast<int>(CardVerdict::Verified); ++at) {
            const QString name = verdictName(static_cast<CardVerdict>(at));
            QVERIFY(!name.isEmpty() && !names.contains(name));
            QCOMPARE(verdictNamed(name), static_cast<CardVerdict>(at));
            names.append(name);
        }
        QVERIFY(!verdictNamed(u"Genuine"_qs));
    }
};

QTEST_APPLESS_MAIN(tst_CardSeen)
#include "tst_CardSeen.moc"
