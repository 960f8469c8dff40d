// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/story/Remarks.h"
#include "tests/models/catalogue/ShippedCatalogue.h"
#include "tests/models/journal/Author.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;
using Kind = Remark::Kind;
using journal::testId;

Q_DECLARE_METATYPE(motcua::Story)
Q_DECLARE_METATYPE(motcua::VisitSeen)

/** One story and many ways to serve it: each row says what is remarked. */
class tst_Remarks : public QObject
{
    Q_OBJECT

    const QDate m_day{2026, 11, 23};
    const Procedure m_extract = test::extractProcedure();

    static Story story()
    {
        Story story;
        story.id = u"test"_qs;
        story.name = u"H’Ƀuôn Niê"_qs;
        story.identity = {StoryIdentity::Kind::Card, u"000190123456"_qs, {}};
        story.procedure = u"2.000635"_qs;
        story.papers = {{u"identity"_qs, StoryPaper::State::Good, {}, {}}};
        story.answers = {{u"copies"_qs, false, u"2"_qs, {u"Hai bản."_qs, u"Two copies."_qs}}};
        story.outcomes = {Visit::Outcome::Filed};
        story.outcomeWhy = {u"Nhận được."_qs, u"It can be accepted."_qs};
        return story;
    }

    static Visit visit(Visit::Outcome outcome, VisitDossier::State state = VisitDossier::State::Filed)
    {
        const Visit begun = *Visit::begun(testId('v'), 1000, u"A001"_qs);
        if (outcome == Visit::Outcome::GuidanceOnly || outcome == Visit::Outcome::Left) {
            return *begun.closed(outcome, 2000);
        }
        const Visit with = *(*begun.withDossier(testId('d'), u"2.000635"_qs)).withState(testId('d'), state);
        return *with.closed(outcome, 2000, outcome == Visit::Outcome::TurnedAway ? u"2.000635"_qs : QString());
    }

    static Dossier dossier(const QString &state = u"met"_qs, const QString &kind = u"originalSeen"_qs)
    {
        Dossier one;
        one.id = testId('d');
        one.code = u"H26.31.05-261123-0301"_qs;
        one.acceptance = {{u"procedure"_qs, u"2.000635"_qs}, {u"procedureName"_qs, u"Cấp bản sao"_qs},
            {u"roles"_qs, QJsonObject{{u"applicant.name"_qs, u"requester.name"_qs}}},
            {u"papers"_qs, QJsonArray{QJsonObject{{u"id"_qs, u"identity"_qs}, {u"name"_qs, u"Giấy tờ tùy thân"_qs}, {u"state"_qs, state}, {u"kind"_qs, kind}}}},
            {u"fee"_qs, QJsonObject{{u"total"_qs, 16000}}}};
        set(one, u"requester.name"_qs, u"H'Ƀuôn Niê"_qs);
        set(one, u"copies"_qs, u"2"_qs);
        one.due.value = u"2026-11-23T17:00:00.000+07:00"_qs;
        one.slips = {DossierLine()};
        return one;
    }

    static void set(Dossier &dossier, const QString &field, const QString &value) { dossier.fields[field].value = QJsonObject{{u"v"_qs, value}}; }

    static Dossier sentBack(const QStringList &papers, const QString &event = event::ReturnIncomplete)
    {
        Dossier one = dossier();
        QJsonArray asked;
        for (const QString &paper : papers) {
            asked.append(QJsonObject{{u"paper"_qs, paper}, {u"name"_qs, paper}});
        }
        DossierEvent step;
        step.event = event;
        step.what = {{u"asked"_qs, asked}};
        one.events = {step};
        return one;
    }

    static Ticket ticket(char id, qint64 issuedAtMs, int ahead, qint64 calledAtMs = 0)
    {
        Ticket one;
        one.id = testId(id);
        one.number = QStringLiteral("A00") + QLatin1Char(id);
        one.issuedAtMs = issuedAtMs;
        one.aheadMinutes = ahead;
        one.intervals = {{TicketState::Waiting, u"A"_qs, issuedAtMs, calledAtMs, {}, {}, {}}};
        if (calledAtMs != 0) {
            one.intervals.append({TicketState::Called, u"A"_qs, calledAtMs, 0, testId('p'), {}, {}});
        }
        return one;
    }

    static QList<int> kinds(const QList<Remark> &remarks)
    {
        QList<int> all;
        for (const Remark &one : remarks) {
            all.append(static_cast<int>(one.kind));
        }
        return all;
    }

private Q_SLOTS:
    void whatWasNotRightIsRemarked_data()
    {
        QTest::addColumn<Story>("story");
        QTest::addColumn<VisitSeen>("seen");
        QTest::addColumn<QList<int>>("expected");
        const auto row = [this](const char *name, const Story &story, const Visit &visit, const QList<Dossier> &dossiers, const QList<Kind> &expected) {
            QList<int> numbers;
            for (const Kind kind : expected) {
                numbers.append(static_cast<int>(kind));
            }
            QTest::newRow(name) << story << VisitSeen{visit, dossiers, {}, {}, m_day} << numbers;
        };
        const auto changed = [](const std::function<void(Story &)> &change) {
            Story one = story();
            change(one);
            return one;
        };
        const auto with = [](const std::function<void(Dossier &)> &change, const QString &kind = u"originalSeen"_qs) {
            Dossier one = dossier(u"met"_qs, kind);
            change(one);
            return QList<Dossier>{one};
        };
        const auto nothing = [](auto &) {};
        const Visit filed = visit(Visit::Outcome::Filed);
        const Visit away = visit(Visit::Outcome::TurnedAway, VisitDossier::State::TurnedAway);
        const Story missing = changed([](Story &one) {
            one.papers.append({u"authorisation"_qs, StoryPaper::State::Missing, {}, {u"Không có."_qs, u"There is none."_qs}});
            one.outcomes = {Visit::Outcome::TurnedAway};
        });
        const Story expired = changed([](Story &one) { one.identity.validUntil = QDate(2026, 11, 22); });

        row("all was right", story(), filed, {dossier()}, {});
        row("an apostrophe is one however it is typed", story(), filed, with([](Dossier &one) { set(one, u"requester.name"_qs, u"H’Ƀuôn  Niê"_qs); }), {});
        row("b is not ƀ", story(), filed, with([](Dossier &one) { set(one, u"requester.name"_qs, u"H’Buôn Niê"_qs); }), {Kind::NameOther});
        row("who comes for another is not the applicant", changed([](Story &one) { one.forAnother = true; }), filed,
            with([](Dossier &one) { set(one, u"requester.name"_qs, u"Lê Thu"_qs); }), {});
        row("another answer", story(), filed, with([](Dossier &one) { set(one, u"copies"_qs, u"1"_qs); }), {Kind::AnswerOther});
        row("an answer left out", story(), filed, with([](Dossier &one) { one.fields.remove(u"copies"_qs); }), {Kind::AnswerOther});
        row("an answer where none may stand", changed([](Story &one) { one.answers = {{u"copies"_qs, true, {}, {u"x"_qs, u"x"_qs}}}; }), filed, {dossier()},
            {Kind::AnswerOther});
        row("the fee that was to be", changed([](Story &one) { one.fee = Money{16000}; }), filed, {dossier()}, {});
        row("an exemption was not considered", changed([](Story &one) { one.fee = Money{0}; }), filed, {dossier()}, {Kind::FeeOther});
        row("a promise without a slip", story(), filed, with([](Dossier &one) { one.slips.clear(); }), {Kind::SlipMissing});
        row("no promise needs no slip", story(), filed,
            with([](Dossier &one) {
                one.slips.clear();
                one.due = {};
            }),
            {});
        row("for another procedure", changed([](Story &one) { one.procedure = u"2.000815"_qs; }), filed, {dossier()}, {Kind::ProcedureOther});
        row("a wrong paper was taken", changed([](Story &one) { one.papers[0] = {u"identity"_qs, StoryPaper::State::Wrong, {}, {u"x"_qs, u"x"_qs}}; }), filed,
            {dossier()}, {Kind::PaperTaken});
        row("wrong only as the paper itself", changed([](Story &one) {
            one.papers[0] = {u"identity"_qs, StoryPaper::State::Wrong, {PaperKind::OriginalSeen}, {u"x"_qs, u"x"_qs}};
        }), filed, with(nothing, u"fromDatabase"_qs), {});
        row("an expired card was taken as proof", expired, filed, {dossier()}, {Kind::IdentityNotValid});
        row("of an expired card the database knows", expired, filed, with(nothing, u"fromDatabase"_qs), {});
        row("on its last day a card proves", changed([this](Story &one) { one.identity.validUntil = m_day; }), filed, {dossier()}, {});
        row("an expired card is remarked once", changed([](Story &one) {
            one.identity.validUntil = QDate(2026, 1, 1);
            one.papers[0] = {u"identity"_qs, StoryPaper::State::Wrong, {PaperKind::OriginalSeen}, {u"x"_qs, u"x"_qs}};
        }), filed, {dossier()}, {Kind::PaperTaken});
        row("filed instead of sent back", missing, filed, {dossier()}, {Kind::OutcomeOther});
        row("sent back for what was missing", missing, away, {sentBack({u"authorisation"_qs})}, {});
        row("what was missing was not asked for", missing, away, {sentBack({u"residence"_qs})}, {Kind::PaperNotAsked});
        row("what lay there was asked for again", missing, away, {sentBack({u"authorisation"_qs, u"identity"_qs})}, {Kind::PaperAskedAgain});
        row("a refusal asks for nothing", missing, away, {sentBack({}, event::Refuse)}, {});
        row("guided instead of filed", story(), visit(Visit::Outcome::GuidanceOnly), {}, {Kind::OutcomeOther});
        row("nothing was done", story(), visit(Visit::Outcome::Left), {}, {Kind::NothingDone});
        row("each outcome of several is right",
            changed([](Story &one) { one.outcomes = {Visit::Outcome::TurnedAway, Visit::Outcome::GuidanceOnly}; }), visit(Visit::Outcome::GuidanceOnly), {}, {});
    }
    void whatWasNotRightIsRemarked()
    {
        QFETCH(Story, story);
        QFETCH(VisitSeen, seen);
        QFETCH(QList<int>, expected);
        QCOMPARE(kinds(remarks(story, seen, &m_extract)), expected);
    }

    void aRemarkNamesThePaperAndGivesTheReasonOfTheStory()
    {
        Story one = story();
        one.papers[0] = {u"identity"_qs, StoryPaper::State::Wrong, {}, {u"Hết hạn."_qs, u"It has expired."_qs}};
        const QList<Remark> told = remarks(one, {visit(Visit::Outcome::Filed), {dossier()}, {}, {}, m_day}, &m_extract);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].what.vi, m_extract.paper(u"identity"_qs)->name);
        QCOMPARE(told[0].why, (StoryWords{u"Hết hạn."_qs, u"It has expired."_qs}));
    }

    void whoStoodBeforeWithAPriorityIsTold_data()
    {
        QTest::addColumn<qint64>("issued");
        QTest::addColumn<int>("ahead");
        QTest::addColumn<qint64>("until");
        QTest::addColumn<bool>("told");
        constexpr qint64 Minute = 60'000;
        // Ours was drawn at minute 10 and called at minute 30.
        QTest::newRow("ahead by a priority") << 20 * Minute << 30 << qint64{0} << true;
        QTest::newRow("a priority that does not reach so far") << 20 * Minute << 5 << qint64{0} << false;
        QTest::newRow("before, and without a priority") << 5 * Minute << 0 << qint64{0} << false;
        QTest::newRow("drawn after the call") << 31 * Minute << 60 << qint64{0} << false;
        QTest::newRow("called elsewhere before") << 20 * Minute << 30 << 25 * Minute << false;
        QTest::newRow("waited on until later") << 20 * Minute << 30 << 35 * Minute << true;
    }
    void whoStoodBeforeWithAPriorityIsTold()
    {
        QFETCH(qint64, issued);
        QFETCH(int, ahead);
        QFETCH(qint64, until);
        QFETCH(bool, told);
        const Ticket ours = ticket('1', 600'000, 0, 1'800'000);
        Ticket other = ticket('2', issued, ahead);
        other.intervals[0].untilMs = until;
        QCOMPARE(overtaken(ours, {ours, other}).size(), told ? 1 : 0);
        const QList<Remark> remarked = remarks(story(), {visit(Visit::Outcome::Filed), {dossier()}, ours, {other}, m_day}, &m_extract);
        QCOMPARE(remarked.size(), told ? 1 : 0);
        QVERIFY(!told || remarked[0].what.vi == other.number);
    }

    void whoIsSentToAnotherDeskIsNotOvertaken()
    {
        Ticket other = ticket('2', 600'000, 240);
        other.forDesk = u"H26.31.05/4"_qs;
        QVERIFY(overtaken(ticket('1', 600'000, 0, 1'800'000), {other}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_Remarks)
#include "tst_Remarks.moc"
