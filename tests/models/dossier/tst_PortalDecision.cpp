// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Portal = testId('P');
const Id Judged = testId('j');
const Id Desk = testId('e');

PortalVerdict refusal(const QString &code, PortalVerdict::Fault fault)
{
    PortalVerdict verdict;
    verdict.judged = Judged;
    verdict.state = PortalVerdict::State::Refused;
    verdict.code = code;
    verdict.fault = fault;
    verdict.fields = {u"requesterPhone"_qs};
    verdict.text = u"Thiếu số điện thoại"_qs;
    return verdict;
}

PortalVerdict acceptance(const QString &number)
{
    PortalVerdict verdict;
    verdict.judged = Judged;
    verdict.number = number;
    return verdict;
}

/** What the portal itself wants written. */
auto byPortal(const Counter &counter, const Id &subject, const ActKind &what)
{
    return decide(counter.now, {.actor = {Actor::Kind::Portal, Portal}, .subject = subject, .what = what});
}

} // namespace

class tst_PortalDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVerdictIsReadAsItWasGiven()
    {
        const Counter counter;
        for (const PortalVerdict &given : {acceptance(u"26.11.23.88121"_qs), acceptance({}), refusal(u"missingField"_qs, PortalVerdict::Fault::Data)}) {
            const auto drafts = byPortal(counter, Subject, GiveVerdict{given});
            QVERIFY(drafts);
            Header header;
            header.kind = drafts->constFirst().kind;
            header.actor = {Actor::Kind::Portal, Portal};
            PortalVerdict read = PortalVerdict::of(header, payloadOf(drafts)).value_or(PortalVerdict());
            read.atMs = 0;
            read.entry = {};
            QCOMPARE(read, given);
        }
    }

    void aVerdictSaysWhatItIsAbout_data()
    {
        QTest::addColumn<PortalVerdict>("verdict");
        PortalVerdict about = acceptance(u"1"_qs);
        about.judged = {};
        QTest::addRow("about nothing") << about;
        QTest::addRow("refused without a code") << refusal({}, PortalVerdict::Fault::Data);
        QTest::addRow("nobody's fault") << refusal(u"missingField"_qs, PortalVerdict::Fault::Unknown);
        PortalVerdict settled = acceptance(u"1"_qs);
        settled.state = PortalVerdict::State::Settled;
        QTest::addRow("settled by a word") << settled;
    }
    void aVerdictSaysWhatItIsAbout()
    {
        QFETCH(PortalVerdict, verdict);
        QCOMPARE(codeOf(byPortal(Counter(), Subject, GiveVerdict{verdict})), ErrorCode::Invalid);
    }

    void nobodySpeaksForThePortal()
    {
        Counter counter;
        const ActKind verdict = GiveVerdict{acceptance(u"1"_qs)};
        const ActKind enrolment = EnrolDesk{{}, u"Quầy 03"_qs, QByteArray(32, 'f'), counter.now.nowMs + 1};
        for (char person = '1'; person <= '6'; ++person) {
            QCOMPARE(codeOf(counter.ask(testId(person), verdict)), ErrorCode::NotAllowed);
            QCOMPARE(codeOf(counter.ask(testId(person), enrolment, {}, Desk)), ErrorCode::NotAllowed);
        }
        const Actor device{Actor::Kind::Device, Portal};
        QCOMPARE(codeOf(decide(counter.now, {.actor = device, .subject = Subject, .what = verdict})), ErrorCode::NotAllowed);
    }

    void anInvitationNamesADeskAndLapses_data()
    {
        QTest::addColumn<InviteDesk>("what");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray hash(32, 's');
        const qint64 later = Morning.toMSecsSinceEpoch() + 60'001;
        QTest::addRow("good") << InviteDesk{u"Quầy 03"_qs, hash, later} << ErrorCode::Internal;
        QTest::addRow("no name") << InviteDesk{u" "_qs, hash, later} << ErrorCode::Invalid;
        QTest::addRow("the secret itself") << InviteDesk{u"Quầy 03"_qs, "K7PQ-9M2X", later} << ErrorCode::Invalid;
        QTest::addRow("lapsed") << InviteDesk{u"Quầy 03"_qs, hash, later - 1} << ErrorCode::Invalid;
    }
    void anInvitationNamesADeskAndLapses()
    {
        QFETCH(InviteDesk, what);
        QFETCH(ErrorCode, code);
        QCOMPARE(codeOf(Counter().ask(Administrator, what, {}, testId('i'))), code);
    }

    void aDeskIsEnrolledByACertificate_data()
    {
        QTest::addColumn<EnrolDesk>("what");
        QTest::addColumn<Id>("subject");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray print(32, 'f');
        const qint64 later = Morning.toMSecsSinceEpoch() + 60'001;
        QTest::addRow("the first") << EnrolDesk{testId('i'), u"Quầy 03"_qs, print, later} << Desk << ErrorCode::Internal;
        QTest::addRow("renewed") << EnrolDesk{{}, u"Quầy 03"_qs, print, later} << Desk << ErrorCode::Internal;
        QTest::addRow("the portal itself") << EnrolDesk{{}, u"Quầy 03"_qs, print, later} << Counter().now.origin << ErrorCode::Refused;
        QTest::addRow("no fingerprint") << EnrolDesk{{}, u"Quầy 03"_qs, {}, later} << Desk << ErrorCode::Invalid;
        QTest::addRow("no name") << EnrolDesk{{}, {}, print, later} << Desk << ErrorCode::Invalid;
        QTest::addRow("over already") << EnrolDesk{{}, u"Quầy 03"_qs, print, later - 1} << Desk << ErrorCode::Invalid;
    }
    void aDeskIsEnrolledByACertificate()
    {
        QFETCH(EnrolDesk, what);
        QFETCH(Id, subject);
        QFETCH(ErrorCode, code);
        const auto drafts = byPortal(Counter(), subject, what);
        QCOMPARE(codeOf(drafts), code);
        if (drafts) {
            QCOMPARE(payloadOf(drafts).value(u"sha256").toString(), QString::fromLatin1(what.fingerprint.toHex()));
            QCOMPARE(payloadOf(drafts).contains(u"invitation"), !what.invitation.isNull());
        }
    }

    void whyADeskIsShutOutIsSaid()
    {
        Counter counter;
        QCOMPARE(codeOf(counter.ask(Administrator, RevokeDesk{}, {}, Desk)), ErrorCode::Invalid);
        QCOMPARE(payloadOf(counter.ask(Administrator, RevokeDesk{u"máy hỏng"_qs}, {}, Desk)).value(u"reason").toString(), u"máy hỏng"_qs);
    }
};

QTEST_APPLESS_MAIN(tst_PortalDecision)
#include "tst_PortalDecision.moc"
