// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Said = testId('w');
constexpr qint64 DayMs = 24LL * 3'600'000;

/** The counter with one call, or one notice, as its subject. */
class Hall : public Counter
{
public:
    Result<QList<EntryDraft>> take(const Actor &actor, const ActKind &what)
    {
        auto drafts = decide(now, {.actor = actor, .subject = Said, .what = what});
        for (const EntryDraft &draft : drafts ? *drafts : QList<EntryDraft>()) {
            Entry entry = author.writeBytes(draft.subject, draft.kind, draft.payload, draft.basis, now.nowMs, draft.version);
            entry.header.actor = actor; // a log of one machine, at which several people sit
            log.append(entry);
        }
        const HelpCall call = HelpCall::fold(Said, log);
        const HallNotice notice = HallNotice::fold(Said, log);
        now.help = call.isKnown() ? std::optional(call) : std::nullopt;
        now.notice = notice.isKnown() ? std::optional(notice) : std::nullopt;
        now.heads = call.heads;
        return drafts;
    }
    Result<QList<EntryDraft>> take(const Id &person, const ActKind &what) { return take(Actor{Actor::Kind::Person, person}, what); }

    static inline const Actor Device{Actor::Kind::Device, testId('d')};
};

} // namespace

class tst_HallWordDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenCallIsAnsweredBySupervisorsAndEndedByWhoCalled()
    {
        Hall hall;
        QCOMPARE(codeOf(hall.take(Supervisor, AnswerHelp{})), ErrorCode::NotFound);
        QCOMPARE(codeOf(hall.take(Hall::Device, CallHelp{})), ErrorCode::NotAllowed);
        const auto called = hall.take(Officer, CallHelp{});
        QVERIFY(called);
        QCOMPARE(called->constFirst().kind, QByteArray("help.called"));
        QVERIFY(!hall.now.help->silent);
        QCOMPARE(codeOf(hall.take(Officer, CallHelp{})), ErrorCode::Refused);
        QCOMPARE(codeOf(hall.take(Officer, AnswerHelp{})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(hall.take(Administrator, AnswerHelp{})), ErrorCode::NotAllowed);
        QVERIFY(hall.take(Supervisor, AnswerHelp{}));
        QCOMPARE(codeOf(hall.take(Supervisor, AnswerHelp{})), ErrorCode::Refused);
        QCOMPARE(codeOf(hall.take(Trainee, EndHelp{})), ErrorCode::NotAllowed);
        QVERIFY(hall.take(Officer, EndHelp{}));
        QCOMPARE(codeOf(hall.take(Officer, EndHelp{})), ErrorCode::Refused);
        QCOMPARE(codeOf(hall.take(Supervisor, AnswerHelp{})), ErrorCode::Refused);
    }

    void anAlarmIsEndedByASupervisorAlone()
    {
        Hall hall;
        QVERIFY(hall.take(Officer, CallHelp{.silent = true}));
        QVERIFY(hall.now.help->silent);
        QCOMPARE(codeOf(hall.take(Officer, EndHelp{})), ErrorCode::NotAllowed);
        QVERIFY(hall.take(Supervisor, EndHelp{}));
        QVERIFY(!hall.now.help->isOpen());
    }

    void whoeverLeadsTheHallTellsIt()
    {
        Hall hall;
        QCOMPARE(codeOf(hall.take(Officer, PostNotice{.text = u"x"_qs})), ErrorCode::NotAllowed);
        QVERIFY(hall.take(Supervisor, PostNotice{.text = u"  Mất   điện.\n"_qs, .textEn = u"Power cut."_qs, .untilMs = hall.now.nowMs + 60'000, .closes = true}));
        QCOMPARE(hall.now.notice->text, u"Mất điện."_qs);
        QVERIFY(hall.now.notice->closes && hall.now.notice->stands(hall.now.nowMs));
        QCOMPARE(codeOf(hall.take(Supervisor, PostNotice{.text = u"again"_qs})), ErrorCode::Refused);
        QCOMPARE(codeOf(hall.take(Officer, WithdrawNotice{})), ErrorCode::NotAllowed);
        QVERIFY(hall.take(Supervisor, WithdrawNotice{}));
        QCOMPARE(codeOf(hall.take(Supervisor, WithdrawNotice{})), ErrorCode::Refused);
    }

    void whatCannotBeTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("english");
        QTest::addColumn<qint64>("ahead");
        QTest::addColumn<bool>("isTold");
        const QString longest(HallNotice::LongestText, u'a');
        QTest::newRow("the longest") << longest << longest << qint64{0} << true;
        QTest::newRow("one more") << longest + u'a' << QString() << qint64{0} << false;
        QTest::newRow("one more in English") << u"x"_qs << longest + u'a' << qint64{0} << false;
        QTest::newRow("nothing") << u" \n"_qs << u"x"_qs << qint64{0} << false;
        QTest::newRow("until now") << u"x"_qs << QString() << qint64{-1} << false;
        QTest::newRow("for sixty days") << u"x"_qs << QString() << HallNotice::MostDays * DayMs << true;
        QTest::newRow("for longer") << u"x"_qs << QString() << HallNotice::MostDays * DayMs + 1 << false;
        QTest::newRow("writing that turns round") << u"abc\u202Edef"_qs << QString() << qint64{0} << false;
    }
    void whatCannotBeTold()
    {
        QFETCH(QString, text);
        QFETCH(QString, english);
        QFETCH(qint64, ahead);
        QFETCH(bool, isTold);
        Hall hall;
        const qint64 untilMs = ahead == 0 ? 0 : ahead < 0 ? hall.now.nowMs : hall.now.nowMs + ahead;
        const auto drafts = hall.take(Supervisor, PostNotice{.text = text, .textEn = english, .untilMs = untilMs});
        QCOMPARE(bool(drafts), isTold);
        if (!drafts) {
            QCOMPARE(drafts.error().code, ErrorCode::Invalid);
        }
    }
};

QTEST_GUILESS_MAIN(tst_HallWordDecision)
#include "tst_HallWordDecision.moc"
