// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Said = testId('f');

/** The counter with what one citizen said as its subject. */
class Box : public Counter
{
public:
    Result<QList<EntryDraft>> take(const Actor &actor, const ActKind &what)
    {
        auto drafts = decide(now, {.actor = actor, .subject = Said, .what = what});
        for (const EntryDraft &draft : drafts ? *drafts : QList<EntryDraft>()) {
            log.append(author.writeBytes(draft.subject, draft.kind, draft.payload, draft.basis, now.nowMs, draft.version));
        }
        const Feedback feedback = Feedback::fold(Said, log);
        now.feedback = feedback.isKnown() ? std::optional(feedback) : std::nullopt;
        now.heads = feedback.heads;
        return drafts;
    }
    Result<QList<EntryDraft>> take(const Id &person, const ActKind &what) { return take(Actor{Actor::Kind::Person, person}, what); }
};

const Actor Kiosk{Actor::Kind::Device, testId('k')};

} // namespace

class tst_FeedbackDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKioskKeepsWhatIsSaidAndASupervisorAnswers()
    {
        Box box;
        const auto given = box.take(Kiosk, GiveFeedback{.score = 2, .reasons = {u"waited"_qs}, .text = u"  Chờ lâu.  "_qs, .contact = u"0900 000 001"_qs, .ticket = u"a013"_qs});
        QVERIFY(given);
        QCOMPARE(given->constFirst().kind, QByteArray("feedback.given"));
        QCOMPARE(box.now.feedback->text, u"Chờ lâu."_qs);
        QCOMPARE(box.now.feedback->ticket, u"A013"_qs);
        QVERIFY(box.now.feedback->isOpen());
        QCOMPARE(codeOf(box.take(Kiosk, GiveFeedback{.score = 5})), ErrorCode::Refused);
        QCOMPARE(codeOf(box.take(Officer, SettleFeedback{u"đã xem"_qs})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(box.take(Kiosk, SettleFeedback{u"đã xem"_qs})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(box.take(Supervisor, SettleFeedback{u" \n"_qs})), ErrorCode::Invalid);
        QVERIFY(box.take(Supervisor, SettleFeedback{u"Kê thêm ghế."_qs}));
        QCOMPARE(box.now.feedback->answer, u"Kê thêm ghế."_qs);
        QCOMPARE(codeOf(box.take(Supervisor, SettleFeedback{u"lần nữa"_qs})), ErrorCode::Refused);
    }

    void whatCannotBeKept_data()
    {
        QTest::addColumn<int>("score");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("contact");
        QTest::addColumn<int>("reasons");
        QTest::addColumn<bool>("isKept");
        const QString longest(Feedback::LongestText, u'a');
        QTest::newRow("a mark") << 5 << QString() << QString() << 0 << true;
        QTest::newRow("words") << 0 << u"Cảm ơn"_qs << QString() << 0 << true;
        QTest::newRow("nothing at all") << 0 << u"  "_qs << QString() << 0 << false;
        QTest::newRow("six of five") << 6 << QString() << QString() << 0 << false;
        QTest::newRow("less than nothing") << -1 << u"x"_qs << QString() << 0 << false;
        QTest::newRow("the longest") << 1 << longest << QString() << 0 << true;
        QTest::newRow("one more") << 1 << longest + u'a' << QString() << 0 << false;
        QTest::newRow("a long telephone") << 1 << QString() << QString(Feedback::LongestContact + 1, u'0') << 0 << false;
        QTest::newRow("ten reasons") << 1 << QString() << QString() << 10 << true;
        QTest::newRow("eleven") << 1 << QString() << QString() << 11 << false;
        QTest::newRow("writing that turns round") << 1 << u"abc\u202Edef"_qs << QString() << 0 << false;
    }
    void whatCannotBeKept()
    {
        QFETCH(int, score);
        QFETCH(QString, text);
        QFETCH(QString, contact);
        QFETCH(int, reasons);
        QFETCH(bool, isKept);
        Box box;
        const auto drafts = box.take(Kiosk, GiveFeedback{.score = score, .reasons = QStringList(reasons, u"waited"_qs), .text = text, .contact = contact});
        QCOMPARE(bool(drafts), isKept);
        if (!drafts) {
            QCOMPARE(drafts.error().code, ErrorCode::Invalid);
        }
    }

    void whoeverServesPeopleMayWriteItDown()
    {
        for (const auto &[person, may] : {std::pair(Officer, true), std::pair(Supervisor, true), std::pair(Administrator, false), std::pair(Inspector, false), std::pair(Gone, false)}) {
            Box box;
            QCOMPARE(bool(box.take(person, GiveFeedback{.score = 3})), may);
        }
    }

    void whatIsAnsweredMayGo()
    {
        Box box;
        QVERIFY(box.take(Kiosk, GiveFeedback{.score = 1, .text = u"x"_qs}));
        QCOMPARE(codeOf(box.take(Administrator, PurgePayloads{u"hết hạn"_qs})), ErrorCode::Refused); // nobody has answered
        QVERIFY(box.take(Supervisor, SettleFeedback{u"đã xem"_qs}));
        QCOMPARE(codeOf(box.take(Officer, PurgePayloads{u"hết hạn"_qs})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(box.take(Administrator, PurgePayloads{})), ErrorCode::Invalid);
        const auto purged = box.take(Administrator, PurgePayloads{u"hết hạn"_qs});
        QVERIFY(purged);
        QVERIFY(!purged->constFirst().payload.contains("đã xem"));
        QCOMPARE(box.now.feedback->score, 1);
        QCOMPARE(codeOf(box.take(Administrator, PurgePayloads{u"hết hạn"_qs})), ErrorCode::Refused);
    }
};

QTEST_GUILESS_MAIN(tst_FeedbackDecision)
#include "tst_FeedbackDecision.moc"
