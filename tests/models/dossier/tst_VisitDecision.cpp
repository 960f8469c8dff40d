// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Turn = testId('v');

/** The counter with one visit as its subject. */
class Turns : public Counter
{
public:
    Result<QList<EntryDraft>> of(const Id &person, const ActKind &what) { return ask(person, what, {}, Turn); }

    Result<QList<EntryDraft>> take(const ActKind &what, const Id &person = Officer)
    {
        auto drafts = of(person, what);
        for (const EntryDraft &draft : drafts ? *drafts : QList<EntryDraft>()) {
            log.append(author.writeBytes(draft.subject, draft.kind, draft.payload, draft.basis, now.nowMs, draft.version));
        }
        const VisitRecord record = VisitRecord::fold(Turn, log);
        now.visit = record.isKnown() ? std::optional(record) : std::nullopt;
        now.heads = record.heads;
        return drafts;
    }
};

Visit ended(const Id &id = Turn, const QString &reason = {})
{
    return *(*Visit::begun(id, 1'000, u"A013"_qs))
                .closed(reason.isEmpty() ? Visit::Outcome::Left : Visit::Outcome::TurnedAway, 2'000, reason);
}

} // namespace

class tst_VisitDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVisitIsOpenedAndClosedOnce()
    {
        Turns turns;
        QCOMPARE(codeOf(turns.of(Officer, CloseVisit{ended()})), ErrorCode::NotFound);
        QVERIFY(turns.take(OpenVisit{u"A013"_qs}));
        QCOMPARE(turns.now.visit->ticket, u"A013"_qs);
        QCOMPARE(turns.now.visit->startedAtMs, turns.now.nowMs);
        QCOMPARE(codeOf(turns.of(Officer, OpenVisit{u"A014"_qs})), ErrorCode::Refused);
        QCOMPARE(codeOf(turns.of(Officer, CloseVisit{*Visit::begun(Turn, 1'000)})), ErrorCode::Invalid);
        QCOMPARE(codeOf(turns.of(Officer, CloseVisit{ended(testId('w'))})), ErrorCode::Invalid);
        const auto drafts = turns.take(CloseVisit{ended()});
        QVERIFY(drafts);
        QCOMPARE(drafts->constFirst().kind, QByteArray("visit.closed"));
        QCOMPARE(turns.now.visit->outcome(), Visit::Outcome::Left);
        QCOMPARE(codeOf(turns.of(Officer, CloseVisit{ended()})), ErrorCode::Refused);
    }

    void whoeverServesPeopleMay_data()
    {
        QTest::addColumn<char>("person");
        QTest::addColumn<bool>("may");
        QTest::addRow("an officer") << '1' << true;
        QTest::addRow("a supervisor") << '2' << true;
        QTest::addRow("an administrator") << '3' << false;
        QTest::addRow("a trainee, who receives people") << '4' << true;
        QTest::addRow("an inspector") << '5' << false;
        QTest::addRow("somebody who left") << '6' << false;
    }
    void whoeverServesPeopleMay()
    {
        QFETCH(char, person);
        QFETCH(bool, may);
        Turns turns;
        QCOMPARE(codeOf(turns.of(testId(person), OpenVisit{})), may ? ErrorCode::Internal : ErrorCode::NotAllowed);
        QVERIFY(turns.take(OpenVisit{}));
        QCOMPARE(codeOf(turns.of(testId(person), CloseVisit{ended()})), may ? ErrorCode::Internal : ErrorCode::NotAllowed);
    }

    void nothingUnreadableIsWritten()
    {
        Turns turns;
        QCOMPARE(codeOf(turns.of(Officer, OpenVisit{QString(17, u'A')})), ErrorCode::Invalid);
        QVERIFY(turns.take(OpenVisit{}));
        QCOMPARE(codeOf(turns.of(Officer, CloseVisit{ended(Turn, u"sai\u202E"_qs)})), ErrorCode::Invalid);
        QVERIFY(turns.of(Officer, CloseVisit{ended(Turn, u"không thuộc thẩm quyền"_qs)}));
    }

    void aClosedVisitIsPurgedOnceAndKeepsItsFigures()
    {
        Turns turns;
        QVERIFY(turns.take(OpenVisit{u"A013"_qs}));
        const PurgePayloads purge{u"hết hạn lưu"_qs};
        QCOMPARE(codeOf(turns.of(Administrator, purge)), ErrorCode::Refused);
        QVERIFY(turns.take(CloseVisit{ended(Turn, u"ông Thử gây rối"_qs)}));
        QCOMPARE(codeOf(turns.of(Officer, purge)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(turns.of(Administrator, PurgePayloads{})), ErrorCode::Invalid);
        const auto drafts = turns.take(purge, Administrator);
        QVERIFY(drafts);
        QVERIFY(!drafts->constFirst().payload.contains("Thử"));
        QVERIFY(turns.now.visit->purged);
        QCOMPARE(turns.now.visit->outcome(), Visit::Outcome::TurnedAway);
        QCOMPARE(turns.now.visit->endedAtMs(), 2'000);
        QVERIFY(!turns.now.visit->closing.value.toObject().contains(u"reason"_qs));
        QCOMPARE(codeOf(turns.of(Administrator, purge)), ErrorCode::Refused);
    }
};

QTEST_APPLESS_MAIN(tst_VisitDecision)
#include "tst_VisitDecision.moc"
