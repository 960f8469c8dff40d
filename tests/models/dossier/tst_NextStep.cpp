// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/NextStep.h"
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

using Status = DossierStatus;

} // namespace

class tst_NextStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOfferedIsWhatThePersonMayTakeFromThere_data()
    {
        QTest::addColumn<Status>("from");
        QTest::addColumn<Id>("person");
        QTest::addColumn<QStringList>("offered");
        QTest::newRow("an officer after the acceptance") << Status::Accepted << Officer << QStringList{u"transfer"_qs, u"cancel_acceptance"_qs};
        QTest::newRow("what begins at the papers is not offered") << Status::Registered << Officer << QStringList{};
        QTest::newRow("a result is handed over") << Status::Processed << Officer << QStringList{u"hand_over_result"_qs};
        QTest::newRow("a trainee has no right to hand over, not even under supervision") << Status::Processed << Trainee << QStringList{};
        QTest::newRow("a trainee takes other steps beside a supervisor") << Status::SupplementRequested << Trainee
                                                                         << QStringList{u"supplement_received"_qs, u"supplement_expired"_qs};
        QTest::newRow("an inspector only reads") << Status::Accepted << Inspector << QStringList{};
        QTest::newRow("nothing follows the end") << Status::HandedOver << Supervisor << QStringList{};
        QTest::newRow("nobody knows a stranger") << Status::Accepted << testId('9') << QStringList{};
    }
    void whatIsOfferedIsWhatThePersonMayTakeFromThere()
    {
        QFETCH(Status, from);
        QFETCH(Id, person);
        QFETCH(QStringList, offered);
        QStringList events;
        for (const NextStep &next : steps(at(from), person)) {
            events.append(next.step.event);
        }
        QCOMPARE(events, offered);
    }

    void whoNeedsASecondPerson_data()
    {
        QTest::addColumn<Status>("from");
        QTest::addColumn<Id>("person");
        QTest::addColumn<QString>("event");
        QTest::addColumn<bool>("needed");
        QTest::newRow("the step says so, even of a supervisor") << Status::Accepted << Supervisor << u"cancel_acceptance"_qs << true;
        QTest::newRow("under supervision only") << Status::Accepted << Trainee << u"transfer"_qs << true;
        QTest::newRow("of one's own right") << Status::Accepted << Officer << u"transfer"_qs << false;
    }
    void whoNeedsASecondPerson()
    {
        QFETCH(Status, from);
        QFETCH(Id, person);
        QFETCH(QString, event);
        QFETCH(bool, needed);
        QCOMPARE(offer(at(from), event, person).needsApprover, needed);
    }

    void whatStandsAgainstAStepBeforeAnythingIsSaid()
    {
        // An acceptance is cancelled on its day; the day after nothing that is said helps.
        const Dossier dossier = at(Status::Accepted);
        QVERIFY(!offer(dossier, u"cancel_acceptance"_qs, Officer).hindrance());
        m_nowMs = on(24);
        const std::optional<Guard> late = offer(dossier, u"cancel_acceptance"_qs, Officer).hindrance();
        QVERIFY(late && late->word == Guard::Word::SameDayAsReceipt);

        // A second request is the officer's to answer for; the first is not.
        Dossier asked = at(Status::Processing);
        QVERIFY(offer(asked, u"request_supplement"_qs, Officer).wantReason().isEmpty());
        asked.events.append({.atMs = on(23), .event = u"request_supplement"_qs, .clock = ClockEffect::SupplementRequested});
        const QList<Guard> wanted = offer(asked, u"request_supplement"_qs, Officer).wantReason();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().word, Guard::Word::AtMostOnce);
        QVERIFY(!offer(asked, u"request_supplement"_qs, Officer).hindrance()); // it is soft
    }

    void nothingIsOfferedOfWhatCannotBeActedOn_data()
    {
        QTest::addColumn<Dossier>("dossier");
        Dossier purged = at(Status::Processed);
        purged.purged = true;
        QTest::newRow("its content is deleted") << purged;
        Dossier inConflict = at(Status::Processed);
        inConflict.status.conflict.append(Candidate{});
        QTest::newRow("two desks contradict each other") << inConflict;
        Dossier unknown = at(Status::Processed);
        unknown.status.status.reset();
        QTest::newRow("nobody knows where it stands") << unknown;
        Dossier incomplete = at(Status::Processed);
        incomplete.incomplete = true;
        QTest::newRow("its acceptance has not come") << incomplete;
    }
    void nothingIsOfferedOfWhatCannotBeActedOn()
    {
        QFETCH(Dossier, dossier);
        QVERIFY(steps(dossier, Officer).isEmpty());
    }

    void originalsAreHeldUntilAStepGaveThemBack()
    {
        Dossier dossier = at(Status::Processed);
        dossier.acceptance.insert(u"papers",
            QJsonArray{QJsonObject{{u"id"_qs, u"a"_qs}, {u"name"_qs, u"Giấy kết hôn"_qs}, {u"state"_qs, u"met"_qs}, {u"held"_qs, 2}},
                QJsonObject{{u"id"_qs, u"b"_qs}, {u"name"_qs, u"Tờ khai"_qs}, {u"state"_qs, u"met"_qs}}});
        const QList<Paper> held = originalsHeld(dossier);
        QCOMPARE(held.size(), 1);
        QCOMPARE(held.constFirst().originalsHeld, 2);
        dossier.events.append({.what = {{u"confirmed"_qs, QJsonArray{u"originalsReturned"_qs}}}});
        QVERIFY(originalsHeld(dossier).isEmpty());
    }

    void whatIsDueIsThePriceWithoutWhatWasTaken_data()
    {
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QList<qint64>>("taken");
        QTest::addColumn<QList<qint64>>("online");
        QTest::addColumn<qint64>("due");
        QTest::newRow("nothing yet") << qint64{8000} << QList<qint64>{} << QList<qint64>{} << qint64{8000};
        QTest::newRow("a part") << qint64{8000} << QList<qint64>{3000} << QList<qint64>{} << qint64{5000};
        QTest::newRow("all, in two") << qint64{8000} << QList<qint64>{3000, 5000} << QList<qint64>{} << qint64{0};
        QTest::newRow("more than was due is not owed back here") << qint64{8000} << QList<qint64>{10'000} << QList<qint64>{} << qint64{0};
        QTest::newRow("a part before it was received") << qint64{8000} << QList<qint64>{3000} << QList<qint64>{2000, 1000} << qint64{2000};
        QTest::newRow("all before it was received") << qint64{8000} << QList<qint64>{} << QList<qint64>{8000} << qint64{0};
        QTest::newRow("free of charge") << qint64{0} << QList<qint64>{} << QList<qint64>{} << qint64{0};
    }
    void whatIsDueIsThePriceWithoutWhatWasTaken()
    {
        QFETCH(qint64, total);
        QFETCH(QList<qint64>, taken);
        QFETCH(QList<qint64>, online);
        QFETCH(qint64, due);
        Dossier dossier;
        dossier.acceptance.insert(u"fee", QJsonObject{{u"total"_qs, total}});
        for (const qint64 amount : std::as_const(taken)) {
            dossier.fees.append({.what = {{u"amount"_qs, amount}}});
            // That this money has come is no other money.
            dossier.confirmations.append({.what = {{u"amount"_qs, amount}, {u"fee"_qs, u"1"_qs}}});
        }
        for (const qint64 amount : std::as_const(online)) {
            dossier.confirmations.append({.what = {{u"amount"_qs, amount}}});
        }
        QCOMPARE(feeDue(dossier).dong, due);
    }

    // Two machines of one portal may each have been told, while neither could know of the other.
    void whatIsToldTwiceIsPaidOnce()
    {
        Dossier dossier;
        const auto told = [](qint64 amount, const QString &reference, const QString &source) {
            return DossierLine{.what = {{u"amount"_qs, amount}, {u"reference"_qs, reference}, {u"source"_qs, source}}};
        };
        dossier.confirmations = {told(5'000, u"FT1"_qs, u"dvc"_qs), told(5'000, u"FT1"_qs, u"dvc"_qs), told(3'000, u"FT2"_qs, u"dvc"_qs), told(2'000, u"FT1"_qs, u"bank"_qs)};
        QCOMPARE(paidOnline(dossier), Money{10'000});
        dossier.confirmations.append({.what = {{u"amount"_qs, 1'000}}});
        dossier.confirmations.append({.what = {{u"amount"_qs, 1'000}}}); // without a reference nobody can say that they are one
        QCOMPARE(paidOnline(dossier), Money{12'000});
    }

    void whoTookAResultAwayIsWritten_data()
    {
        QTest::addColumn<Receiver>("receiver");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("the applicant") << Receiver{} << Taken;
        QTest::newRow("somebody with an authority")
            << Receiver{Receiver::Who::Delegate, u"Trần Thử"_qs, u"CCCD 1"_qs, u"giấy uỷ quyền"_qs} << Taken;
        QTest::newRow("somebody whose authority has a kind, and who showed a card")
            << Receiver{Receiver::Who::Delegate, u"Trần Thử"_qs, u"000185012346"_qs, u"Giấy ủy quyền, số 12"_qs, u"plain"_qs,
                   {u"otherPaper"_qs, u"Giấy khác có ảnh"_qs, u"lost"_qs, u"Đã mất"_qs, true}}
            << Taken;
        QTest::newRow("a way nobody sees the words of")
            << Receiver{.who = Receiver::Who::Applicant, .shown = {u"passport"_qs, u"Hộ\u200B chiếu"_qs, {}, {}, true}} << ErrorCode::Invalid;
        QTest::newRow("somebody without an authority") << Receiver{Receiver::Who::Delegate, u"Trần Thử"_qs, {}, {}} << ErrorCode::Invalid;
        QTest::newRow("somebody without a name") << Receiver{Receiver::Who::Delegate, u" "_qs, {}, u"giấy uỷ quyền"_qs} << ErrorCode::Invalid;
        QTest::newRow("the post, with the number of the envelope") << Receiver{.who = Receiver::Who::Post, .tracking = u"RN123456785VN"_qs} << Taken;
        QTest::newRow("the post without a number nobody can ask after") << Receiver{.who = Receiver::Who::Post} << ErrorCode::Invalid;
        QTest::newRow("the post with words instead of a number") << Receiver{.who = Receiver::Who::Post, .tracking = u"thư bảo đảm"_qs} << ErrorCode::Invalid;
        QTest::newRow("a name that nobody sees") << Receiver{Receiver::Who::Delegate, u"\u200BX"_qs, {}, u"giấy"_qs} << ErrorCode::Invalid;
    }
    void whoTookAResultAwayIsWritten()
    {
        QFETCH(Receiver, receiver);
        QFETCH(ErrorCode, code);
        StepDossier step{.event = u"hand_over_result"_qs,
            .confirmed = {Confirmation::ReceiverIdentified, Confirmation::OriginalsReturned, Confirmation::SlipWithdrawn},
            .overrideReason = Reason,
            .receiver = receiver};
        const Result<QList<EntryDraft>> drafts = decided(Status::Processed, step);
        QCOMPARE(codeOf(drafts), code);
        if (drafts) {
            QCOMPARE(Receiver::fromJson(payloadOf(drafts).value(u"receiver").toObject()), std::optional(receiver));
        }
        step.event = u"stop"_qs;
        step.reason = Reason;
        step.confirmed.clear();
        QCOMPARE(codeOf(decided(Status::Processing, step)), ErrorCode::Invalid); // nobody takes anything away
    }

private:
    [[nodiscard]] static Dossier at(Status status)
    {
        Dossier dossier;
        dossier.id = Subject;
        dossier.incomplete = false;
        dossier.status.status = status;
        dossier.receivedAtMs = on(23, 8);
        return dossier;
    }
    [[nodiscard]] QList<NextStep> steps(const Dossier &dossier, const Id &person) const
    {
        return nextSteps(dossier, m_counter.now.table, m_counter.now.staff, person, testCalendar(), m_nowMs);
    }
    [[nodiscard]] NextStep offer(const Dossier &dossier, const QString &event, const Id &person) const
    {
        const QList<NextStep> all = steps(dossier, person);
        const auto found = std::find_if(all.cbegin(), all.cend(), [&event](const NextStep &one) { return one.step.event == event; });
        return found == all.cend() ? NextStep() : *found;
    }
    [[nodiscard]] static Result<QList<EntryDraft>> decided(Status from, const StepDossier &step)
    {
        motcua::Counter counter;
        counter.bringTo(from);
        return counter.ask(Officer, step);
    }

    motcua::Counter m_counter;
    qint64 m_nowMs = on(23, 10);
};

QTEST_APPLESS_MAIN(tst_NextStep)
#include "tst_NextStep.moc"
