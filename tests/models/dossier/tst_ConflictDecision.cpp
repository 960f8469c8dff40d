// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/ConflictDecision.h"
#include "models/dossier/DossierFold.h"
#include "models/journal/Kind.h"
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using journal::Author;
using journal::Entry;
using journal::EntryKey;

/** What is in conflict, who wrote it, and what becomes of choosing. */
class tst_ConflictDecision : public QObject
{
    Q_OBJECT

    static QJsonObject fields(const QMap<QString, QString> &answers)
    {
        QJsonObject said;
        for (auto one = answers.cbegin(); one != answers.cend(); ++one) {
            said.insert(one.key(), QJsonObject{{u"v"_qs, *one}});
        }
        return {{u"fields"_qs, said}};
    }
    static FormSchema form()
    {
        FormSchema form;
        form.id = u"test"_qs;
        Field words{.id = u"a.words"_qs};
        words.computed = Computation{.kind = Computation::Kind::Upper, .of = {u"a.name"_qs}};
        Field born{.id = u"a.born"_qs, .type = FieldType::Date};
        form.sections = {{.id = u"a"_qs, .fields = {{.id = u"a.phone"_qs, .type = FieldType::Phone}, {.id = u"a.name"_qs, .type = FieldType::Name, .need = Field::Need::Required}, words, born}},
            {.id = u"people"_qs, .fields = {{.id = u"people.name"_qs}, {.id = u"people.kin"_qs}}, .repeats = Repetition{.least = 0, .most = 9}},
            {.id = u"b"_qs, .fields = {{.id = u"copies"_qs, .type = FieldType::Integer}}}};
        return form;
    }

    /** A dossier that all have seen, and the desks that go on from there apart. */
    struct Scene
    {
        Author acceptor{'a'};
        Author here{'h'};
        Author there{'t'};
        Author third{'u'};
        QList<Entry> log = {};
        QList<EntryKey> seen = {};
        QStringList money = {};

        Scene()
        {
            QJsonObject accepted = golden(journal::kind::DossierAccepted);
            accepted.insert(u"fields"_qs, fields({{u"a.phone"_qs, u"0900000000"_qs}, {u"a.name"_qs, u"Nguyễn Thử"_qs}, {u"a.words"_qs, u"NGUYỄN THỬ"_qs}, {u"copies"_qs, u"1"_qs}})[u"fields"]);
            log = {acceptor.write(Subject, journal::kind::DossierAccepted, accepted, {}, on(23))};
            seen = keysOf(log);
        }
        void correct(Author &author, const QMap<QString, QString> &answers, qint64 ms = on(24)) { log.append(author.write(Subject, journal::kind::DossierCorrected, fields(answers), seen, ms)); }
        void step(Author &author, DossierStatus to, qint64 ms = on(24))
        {
            log.append(author.write(Subject, journal::kind::DossierStepped,
                {{u"from"_qs, 4}, {u"to"_qs, statusCode(to)}, {u"reason"_qs, u"r"_qs}}, seen, ms));
        }
        void handOn()
        {
            log.append(acceptor.write(Subject, journal::kind::DossierStepped, {{u"from"_qs, 2}, {u"to"_qs, 4}}, seen, on(23, 10)));
            seen = {log.constLast().header.key};
        }
        [[nodiscard]] Dossier dossier() const { return DossierFold::fold(Subject, log, shippedTable()); }
        [[nodiscard]] ConflictDecision decision() const
        {
            return {dossier(), log, {.form = FormChecker(form()), .money = money, .today = QDate(2026, 11, 25), .own = here.origin()}};
        }
        [[nodiscard]] static QStringList names(const ConflictDecision &decision)
        {
            QStringList names;
            for (const ConflictDecision::Question &one : decision.questions()) {
                names.append(one.about.name());
            }
            return names;
        }
        /** The resolution as an entry that saw everything. */
        void record(Author &author, const ResolveConflict &act)
        {
            FormDraft draft;
            for (auto one = act.fields.cbegin(); one != act.fields.cend(); ++one) {
                draft.set(one.key(), *one);
            }
            QJsonObject payload{{u"fields"_qs, draft.toJson()}};
            if (act.status) {
                payload.insert(u"status"_qs, statusCode(*act.status));
            }
            log.append(author.write(Subject, journal::kind::DossierResolved, payload, dossier().heads, on(26)));
        }
    };

private Q_SLOTS:
    void eachVoiceIsToldWithWhoWroteItOursFirst()
    {
        Scene scene;
        scene.correct(scene.there, {{u"a.phone"_qs, u"0911111111"_qs}}, on(24, 9));
        scene.correct(scene.here, {{u"a.phone"_qs, u"0922222222"_qs}}, on(24, 10));
        scene.correct(scene.third, {{u"a.phone"_qs, u"0933333333"_qs}}, on(24, 11));
        const ConflictDecision decision = scene.decision();
        QCOMPARE(Scene::names(decision), QStringList{u"a.phone"_qs});
        const Dispute dispute = decision.questions().constFirst().about;
        QCOMPARE(dispute.answer(dispute.common).text, u"0900000000"_qs);
        QCOMPARE(dispute.voices.size(), 3);
        QCOMPARE(dispute.answer(dispute.voices.at(0).value).text, u"0922222222"_qs);
        QCOMPARE(dispute.voices.at(0).entry.origin, scene.here.origin());
        QCOMPARE(dispute.voices.at(0).writtenMs, on(24, 10));
        QCOMPARE(dispute.voices.at(0).actor, scene.log.at(2).header.actor);
        QCOMPARE(dispute.voices.at(1).desk, scene.log.at(1).header.desk);
        QCOMPARE(dispute.answer(dispute.voices.at(2).value).text, u"0933333333"_qs);
        // An entry that is not here leaves the value, and nobody's name.
        QVERIFY(disputes(scene.dossier(), {}, nullptr).constFirst().voices.constFirst().desk.isEmpty());
    }

    void theyStandInTheOrderOfTheFormAndWhatItDoesNotAskComesLast()
    {
        Scene scene;
        const QMap<QString, QString> left{{u"a.phone"_qs, u"1"_qs}, {u"copies"_qs, u"2"_qs}, {u"a.name"_qs, u"Lê"_qs}, {u"a.words"_qs, u"LÊ"_qs}, {u"of.old"_qs, u"x"_qs},
            {u"people[2].name"_qs, u"B"_qs}, {u"people[10].name"_qs, u"J"_qs}, {u"people[2].kin"_qs, u"con"_qs}};
        QMap<QString, QString> right;
        for (auto one = left.cbegin(); one != left.cend(); ++one) {
            right.insert(one.key(), *one + u'x');
        }
        scene.handOn();
        scene.correct(scene.here, left);
        scene.correct(scene.there, right);
        scene.step(scene.third, DossierStatus::Processed);
        scene.step(scene.acceptor, DossierStatus::SupplementRequested);
        const ConflictDecision decision = scene.decision();
        QStringList expected{u"status"_qs, u"a.phone"_qs, u"a.name"_qs, u"a.words"_qs, u"people[2].name"_qs, u"people[2].kin"_qs, u"people[10].name"_qs, u"copies"_qs, u"of.old"_qs};
        QCOMPARE(Scene::names(decision), expected);
        QVERIFY(decision.questions().at(3).follows);
        QVERIFY(!decision.questions().constLast().field);
        QVERIFY(!decision.questions().constLast().isTypeable());
    }

    void nothingIsDecidedOfWhatIsNotChosen()
    {
        Scene scene;
        scene.correct(scene.here, {{u"a.phone"_qs, u"0911111111"_qs}, {u"copies"_qs, u"2"_qs}});
        scene.correct(scene.there, {{u"a.phone"_qs, u"0922222222"_qs}, {u"copies"_qs, u"3"_qs}});
        ConflictDecision decision = scene.decision();
        QVERIFY(decision.isEmpty());
        QCOMPARE(decision.open(), 2);
        decision.keep(0, 1);
        QCOMPARE(decision.open(), 1);
        QCOMPARE(decision.act({}).fields.keys(), QStringList{u"a.phone"_qs});
        QCOMPARE(decision.act({}).fields.value(u"a.phone"_qs).text, u"0922222222"_qs);
        decision.say(1, FieldValue::given(u"4"_qs));
        QCOMPARE(decision.act(u"vì"_qs).fields.value(u"copies"_qs).text, u"4"_qs);
        QCOMPARE(decision.act(u"vì"_qs).reason, u"vì"_qs);
        decision.leave(0);
        QCOMPARE(decision.act({}).fields.keys(), QStringList{u"copies"_qs});
        decision.keep(1, 7); // no such voice
        QVERIFY(decision.said(1));
    }

    void whatFollowsIsDecidedWithWhatItIsMadeOf()
    {
        Scene scene;
        scene.correct(scene.here, {{u"a.name"_qs, u"Lê Thử"_qs}, {u"a.words"_qs, u"LÊ THỬ"_qs}, {u"a.phone"_qs, u"1"_qs}});
        scene.correct(scene.there, {{u"a.name"_qs, u"Trần Thử"_qs}, {u"a.words"_qs, u"TRẦN THỬ"_qs}, {u"a.phone"_qs, u"2"_qs}});
        ConflictDecision decision = scene.decision();
        QCOMPARE(Scene::names(decision), (QStringList{u"a.phone"_qs, u"a.name"_qs, u"a.words"_qs}));
        decision.keep(2, 0);
        QVERIFY(decision.isEmpty()); // nobody chooses what follows
        decision.keep(0, 0);
        QVERIFY(!decision.isDecided(2));
        decision.say(1, FieldValue::given(u"Đỗ Thử"_qs));
        QVERIFY(decision.isDecided(2));
        QCOMPARE(decision.act({}).fields.value(u"a.words"_qs).text, u"ĐỖ THỬ"_qs);
        scene.record(scene.here, decision.act({}));
        QVERIFY(!scene.dossier().hasConflict());
        QCOMPARE(scene.dossier().field(u"a.words"_qs).text, u"ĐỖ THỬ"_qs);
    }

    void whatIsTypedIsJudgedAndWhatIsKeptIsNot()
    {
        Scene scene;
        scene.correct(scene.here, {{u"a.born"_qs, u"không rõ"_qs}});
        scene.correct(scene.there, {{u"a.born"_qs, u"1990-05-17"_qs}});
        ConflictDecision decision = scene.decision();
        decision.keep(0, 0);
        QVERIFY(decision.violations().isEmpty());
        decision.say(0, FieldValue::given(u"31/31"_qs));
        QCOMPARE(decision.violations().size(), 1);
        QCOMPARE(decision.violations().constFirst().field, u"a.born"_qs);
        decision.say(0, FieldValue::given(u"1990-05-18"_qs));
        QVERIFY(decision.violations().isEmpty());
        // What nobody touched is nobody's fault here.
        Scene empty;
        empty.correct(empty.here, {{u"a.name"_qs, u"Lê"_qs}});
        empty.correct(empty.there, {{u"a.name"_qs, u"Trần"_qs}});
        ConflictDecision none = empty.decision();
        none.say(0, FieldValue());
        QCOMPARE(none.violations().constFirst().code, ViolationCode::Missing);
    }

    void aThirdVoiceMeanwhileTakesTheChoiceOfThatOneBack()
    {
        Scene scene;
        scene.correct(scene.here, {{u"a.phone"_qs, u"0911111111"_qs}, {u"copies"_qs, u"2"_qs}});
        scene.correct(scene.there, {{u"a.phone"_qs, u"0922222222"_qs}, {u"copies"_qs, u"3"_qs}});
        ConflictDecision decision = scene.decision();
        decision.keep(0, 0);
        decision.keep(1, 1);
        scene.correct(scene.third, {{u"a.phone"_qs, u"0933333333"_qs}});
        const ConflictDecision now = decision.onto(scene.dossier(), scene.log);
        QCOMPARE(decision.overtaken(now), QStringList{u"a.phone"_qs});
        QCOMPARE(now.questions().constFirst().about.voices.size(), 3);
        QVERIFY(!now.kept(0));
        QCOMPARE(now.kept(1), std::optional(1));
        // A note beside it changes nothing.
        scene.log.append(scene.acceptor.write(Subject, journal::kind::DossierNoted, {{u"text"_qs, u"x"_qs}}, scene.dossier().heads, on(25)));
        QVERIFY(now.overtaken(now.onto(scene.dossier(), scene.log)).isEmpty());
    }

    void decidedApartAlikeItIsDecidedAndOtherwiseInConflictAgain_data()
    {
        QTest::addColumn<int>("theirs");
        QTest::addColumn<bool>("agree");
        QTest::newRow("alike") << 0 << true;
        QTest::newRow("otherwise") << 1 << false;
    }
    void decidedApartAlikeItIsDecidedAndOtherwiseInConflictAgain()
    {
        QFETCH(const int, theirs);
        QFETCH(const bool, agree);
        Scene scene;
        scene.correct(scene.here, {{u"a.phone"_qs, u"0911111111"_qs}});
        scene.correct(scene.there, {{u"a.phone"_qs, u"0922222222"_qs}});
        const QList<EntryKey> heads = scene.dossier().heads;
        ConflictDecision here = scene.decision();
        here.keep(0, 0);
        ConflictDecision there = scene.decision();
        there.keep(0, theirs);
        const auto write = [&](Author &author, const ResolveConflict &act) {
            FormDraft draft;
            draft.set(u"a.phone"_qs, act.fields.value(u"a.phone"_qs));
            return author.write(Subject, journal::kind::DossierResolved, {{u"fields"_qs, draft.toJson()}}, heads, on(26));
        };
        const Entry one = write(scene.here, here.act({}));
        const Entry two = write(scene.there, there.act({}));
        scene.log += {one, two};
        const Dossier first = scene.dossier();
        scene.log.swapItemsAt(scene.log.size() - 1, scene.log.size() - 2);
        scene.log.append(two);
        QCOMPARE(scene.dossier(), first);
        QCOMPARE(first.hasConflict(), !agree);
        if (!agree) {
            QCOMPARE(scene.decision().questions().constFirst().about.voices.size(), 2);
        }
    }

    void aStatusIsKeptAsOneOfThemHadItAndOneThatIsUnknownIsNot()
    {
        Scene scene;
        scene.handOn();
        scene.step(scene.there, DossierStatus::SupplementRequested);
        scene.step(scene.here, DossierStatus::Processed);
        QVERIFY(scene.dossier().status.isInConflict());
        ConflictDecision decision = scene.decision();
        QCOMPARE(decision.questions().constFirst().about.about, Dispute::About::Status);
        QVERIFY(decision.questions().constFirst().needsSupervisor());
        QCOMPARE(decision.questions().constFirst().about.common.toInt(), 4);
        decision.keep(0, 1);
        QCOMPARE(decision.act({}).status, DossierStatus::SupplementRequested);
        decision.keep(0, 0);
        QCOMPARE(decision.act({}).status, DossierStatus::Processed);
        decision.say(0, FieldValue::given(u"9"_qs));
        QVERIFY(decision.kept(0)); // nothing else can be said of it
        scene.record(scene.here, decision.act({}));
        QCOMPARE(scene.dossier().status.status, DossierStatus::Processed);
        QVERIFY(!scene.dossier().hasConflict());
    }

    void moneyIsWhatAFeeIsCountedBy()
    {
        FeeRule fee{.id = u"f"_qs, .quantityField = u"copies"_qs, .tieredBy = u"pages"_qs};
        fee.when = Condition{.field = u"record.kind"_qs, .anyOf = {u"birth"_qs}};
        FeeReduction reduction;
        reduction.when = Condition{.field = u"poor"_qs, .anyOf = {u"1"_qs}};
        fee.reductions = {reduction};
        FormSchema money = form();
        money.sections[0].fields.append({.id = u"a.capital"_qs, .type = FieldType::Money});
        QStringList ids = moneyAnswers(money, {fee, FeeRule{}});
        ids.sort();
        QCOMPARE(ids, (QStringList{u"a.capital"_qs, u"copies"_qs, u"pages"_qs, u"poor"_qs, u"record.kind"_qs}));
        QVERIFY(!needsSupervisor({.fields = {{u"a.phone"_qs, {}}}}, ids));
        QVERIFY(needsSupervisor({.fields = {{u"a.phone"_qs, {}}, {u"copies"_qs, {}}}}, ids));
        QVERIFY(needsSupervisor({.fields = {{u"people[3].kin"_qs, {}}}}, {u"people.kin"_qs}));
        QVERIFY(needsSupervisor({.status = DossierStatus::Processing}, {}));
        QVERIFY(needsSupervisor({.dueAtMs = 1}, {}));
    }
};

QTEST_APPLESS_MAIN(tst_ConflictDecision)
#include "tst_ConflictDecision.moc"
