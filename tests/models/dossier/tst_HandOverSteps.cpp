// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Counter.h"
#include "tests/models/dossier/SaidSteps.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

using Status = DossierStatus;

} // namespace

/** What a result is handed over against: whoever receives it, the slip that comes back, and what stands for one that was lost. */
class tst_HandOverSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesByPostWantsNobodyAtTheDesk_data()
    {
        QTest::addColumn<Receiver>("receiver");
        QTest::addColumn<int>("held");
        QTest::addColumn<QList<Confirmation>>("confirmed");
        QTest::addColumn<ErrorCode>("code");
        const Receiver posted{.who = Receiver::Who::Post, .tracking = u"RN123456785VN"_qs};
        const QList<Confirmation> known{Confirmation::ReceiverIdentified};
        QTest::addRow("by post: neither who receives it nor the slip") << posted << 0 << QList<Confirmation>{} << Taken;
        QTest::addRow("by post: the originals go along all the same") << posted << 1 << QList<Confirmation>{} << ErrorCode::NotConfirmed;
        QTest::addRow("by post: with the originals in it") << posted << 1 << QList{Confirmation::OriginalsReturned} << Taken;
        QTest::addRow("at the desk: somebody is identified") << Receiver{} << 0 << QList<Confirmation>{} << ErrorCode::NotConfirmed;
        QTest::addRow("at the desk: the slip wants a reason") << Receiver{} << 0 << known << ErrorCode::RuleNeedsReason;
    }
    void whatGoesByPostWantsNobodyAtTheDesk()
    {
        QFETCH(Receiver, receiver);
        QFETCH(int, held);
        QFETCH(QList<Confirmation>, confirmed);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.bringTo(Status::Processed);
        QVERIFY(counter.act(Officer, IssueSlip{.slip = u"01"_qs, .sheet = testId('x')}));
        QJsonObject acceptance = counter.now.dossier->acceptance;
        acceptance.insert(u"papers", QJsonArray{QJsonObject{{u"id"_qs, u"id-card"_qs}, {u"held"_qs, held}}});
        counter.now.dossier->acceptance = acceptance;
        StepDossier step = handOver(confirmed);
        step.receiver = receiver;
        const auto drafts = counter.act(Officer, step);
        QCOMPARE(codeOf(drafts), code);
        if (drafts) {
            QCOMPARE(payloadOf(drafts).value(u"receiver").toObject(), (QJsonObject{{u"who"_qs, u"post"_qs}, {u"tracking"_qs, u"RN123456785VN"_qs}}));
        }
    }

    void theSlipComesBackWithTheResult_data()
    {
        QTest::addColumn<QStringList>("slips"); // issued at the receipt
        QTest::addColumn<QList<Confirmation>>("confirmed");
        QTest::addColumn<QString>("overrideReason");
        QTest::addColumn<ErrorCode>("code");
        const QList<Confirmation> known{Confirmation::ReceiverIdentified};
        const QList<Confirmation> all{Confirmation::ReceiverIdentified, Confirmation::SlipWithdrawn};
        QTest::addRow("with the slip") << QStringList{u"01"_qs} << all << QString() << Taken;
        QTest::addRow("without it") << QStringList{u"01"_qs} << known << QString() << ErrorCode::RuleNeedsReason;
        QTest::addRow("without one that was issued by its name") << QStringList{u"receipt"_qs} << known << QString() << ErrorCode::RuleNeedsReason;
        QTest::addRow("without it, for a reason") << QStringList{u"01"_qs} << known << Reason << Taken;
        QTest::addRow("P7: decided at once, there never was a slip") << QStringList{} << known << QString() << Taken;
        QTest::addRow("a request for supplements is none to give back") << QStringList{u"02"_qs} << known << QString() << Taken;
        QTest::addRow("a slip of the sector is none to give back") << QStringList{u"CT06"_qs} << known << QString() << Taken;
    }
    void theSlipComesBackWithTheResult()
    {
        QFETCH(QStringList, slips);
        QFETCH(QList<Confirmation>, confirmed);
        QFETCH(QString, overrideReason);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.bringTo(Status::Processed);
        for (const QString &slip : slips) {
            QVERIFY(counter.act(Officer, IssueSlip{.slip = slip, .sheet = testId('x')}));
        }
        const auto drafts = counter.act(Officer, handOver(confirmed, overrideReason));
        QCOMPARE(codeOf(drafts), code);
        QCOMPARE(drafts ? QString() : detailOf(drafts), drafts ? QString() : u"confirmed.slipWithdrawn"_qs);
        QCOMPARE(overridden(drafts), overrideReason.isEmpty() ? QStringList() : QStringList{u"confirmed.slipWithdrawn"_qs});
        // P7: with a slip or without, what happened is in the journal.
        QCOMPARE(counter.now.dossier->status.status, drafts ? Status::HandedOver : Status::Processed);
    }

    void aLostSlipIsSignedForByWhoProvesWhoTheyAre_data()
    {
        QTest::addColumn<StepDossier>("step");
        QTest::addColumn<bool>("hadSlip");
        QTest::addColumn<ErrorCode>("code");
        const ShownIdentity passport{u"passport"_qs, u"Hộ chiếu"_qs, {}, {}, true};
        const ShownIdentity stated{u"stated"_qs, u"Chỉ tự khai"_qs, u"forgotten"_qs, u"Để quên"_qs, false};
        const auto step = [](const std::optional<Receiver> &receiver, bool withdrawn = false) {
            StepDossier said = handOver({Confirmation::ReceiverIdentified});
            if (withdrawn) {
                said.confirmed.append(Confirmation::SlipWithdrawn);
            }
            said.receiver = receiver;
            said.slipLost = LostSlip{};
            return said;
        };
        const auto who = [](Receiver::Who one, const ShownIdentity &shown) { return Receiver{.who = one, .name = u"Trần Thử"_qs, .authority = u"Giấy ủy quyền"_qs, .shown = shown}; };
        QTest::newRow("the applicant, by a passport") << step(who(Receiver::Who::Applicant, passport)) << true << Taken;
        QTest::newRow("a delegate, by a passport") << step(who(Receiver::Who::Delegate, passport)) << true << Taken;
        QTest::newRow("a delegate without an authority") << step(Receiver{.who = Receiver::Who::Delegate, .name = u"Trần Thử"_qs, .shown = passport}) << true << ErrorCode::Invalid;
        QTest::newRow("who only says who they are") << step(who(Receiver::Who::Applicant, stated)) << true << ErrorCode::NotConfirmed;
        QTest::newRow("whom nobody asked") << step(Receiver{}) << true << ErrorCode::NotConfirmed;
        QTest::newRow("nobody is named") << step(std::nullopt) << true << ErrorCode::NotConfirmed;
        QTest::newRow("lost and taken back at once") << step(who(Receiver::Who::Applicant, passport), true) << true << ErrorCode::Invalid;
        QTest::newRow("P7: there never was a slip to lose") << step(who(Receiver::Who::Applicant, passport)) << false << ErrorCode::Invalid;
    }
    void aLostSlipIsSignedForByWhoProvesWhoTheyAre()
    {
        QFETCH(StepDossier, step);
        QFETCH(bool, hadSlip);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.bringTo(Status::Processed);
        if (hadSlip) {
            QVERIFY(counter.act(Officer, IssueSlip{.slip = u"01"_qs, .sheet = testId('x')}));
        }
        const auto drafts = counter.ask(Officer, step);
        QCOMPARE(codeOf(drafts), code);
        if (drafts) {
            // No rule was passed over, so nobody had to say why.
            QVERIFY(overridden(drafts).isEmpty());
            QCOMPARE(LostSlip::fromJson(payloadOf(drafts).value(u"slipLost").toObject()), step.slipLost);
            QCOMPARE(Receiver::fromJson(payloadOf(drafts).value(u"receiver").toObject())->shown, step.receiver->shown);
        }
    }

    void onlyAStepThatTakesTheSlipBackMayLackIt()
    {
        StepDossier stop = stepBy(u"stop"_qs);
        stop.reason = Reason;
        stop.slipLost = LostSlip{};
        Counter counter;
        counter.bringTo(Status::Processing);
        QVERIFY(counter.act(Officer, IssueSlip{.slip = u"01"_qs, .sheet = testId('x')}));
        QCOMPARE(codeOf(counter.ask(Officer, stop)), ErrorCode::Invalid);
    }
};

QTEST_APPLESS_MAIN(tst_HandOverSteps)
#include "tst_HandOverSteps.moc"
