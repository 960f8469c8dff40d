// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitSteps.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::Payment)

class tst_VisitSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeAProcedureOnlyTheFirstTwoStepsAreKnown();
    void aStepSaysWhatItWants_data();
    void aStepSaysWhatItWants();
    void thePersonIsKnownAsFarAsTheProcedureAsks_data();
    void thePersonIsKnownAsFarAsTheProcedureAsks();
    void theFeeIsDoneOnceItIsSaidHowItIsPaid_data();
    void theFeeIsDoneOnceItIsSaidHowItIsPaid();
    void afterAcceptanceAllAreDone();

private:
    static AcceptFacts facts(const QStringList &missing)
    {
        AcceptFacts made;
        made.procedure.papers = {RequiredPaper{.id = QStringLiteral("declaration")}, RequiredPaper{.id = QStringLiteral("identity")}};
        made.papers = PaperSet::of(made.procedure);
        for (const QString &field : missing) {
            made.missing.append(Violation{.field = field});
        }
        return made;
    }
};

void tst_VisitSteps::beforeAProcedureOnlyTheFirstTwoStepsAreKnown()
{
    const QList<StepMark> marks = visitSteps(std::nullopt, VisitStep::Procedure);
    QCOMPARE(marks.size(), 6);
    QCOMPARE(marks.at(1).state, StepMark::State::Current);
    for (const int i : {0, 2, 3, 4, 5}) {
        QCOMPARE(marks.at(i).state, StepMark::State::Open);
        QVERIFY(marks.at(i).missing.isEmpty());
    }
}

void tst_VisitSteps::aStepSaysWhatItWants_data()
{
    QTest::addColumn<QStringList>("missing");
    QTest::addColumn<StepMark::State>("declaration");
    QTest::addColumn<bool>("fieldsMissing");
    QTest::addColumn<StepMark::State>("papers");
    QTest::addColumn<QString>("paperCount");
    using State = StepMark::State;
    QTest::newRow("nothing missing") << QStringList() << State::Done << false << State::Done << QString();
    QTest::newRow("two fields") << QStringList{QStringLiteral("name"), QStringLiteral("birth")} << State::Open << true << State::Done << QString();
    QTest::newRow("a paper") << QStringList{QStringLiteral("identity")} << State::Done << false << State::Open << QStringLiteral("0/2");
    QTest::newRow("both") << QStringList{QStringLiteral("name"), QStringLiteral("identity")} << State::Open << true << State::Open << QStringLiteral("0/2");
}

void tst_VisitSteps::aStepSaysWhatItWants()
{
    QFETCH(QStringList, missing);
    QFETCH(StepMark::State, declaration);
    QFETCH(bool, fieldsMissing);
    QFETCH(StepMark::State, papers);
    QFETCH(QString, paperCount);
    const QList<StepMark> marks = visitSteps(facts(missing), VisitStep::Acceptance);
    QCOMPARE(marks.at(1).state, StepMark::State::Done);
    QCOMPARE(marks.at(2).state, declaration);
    QCOMPARE(!marks.at(2).missing.isEmpty(), fieldsMissing);
    QCOMPARE(marks.at(3).state, papers);
    QCOMPARE(marks.at(3).missing, paperCount);
    QCOMPARE(marks.at(4).state, StepMark::State::Done); // nothing is due
    QCOMPARE(marks.at(5).state, StepMark::State::Current);
}

void tst_VisitSteps::thePersonIsKnownAsFarAsTheProcedureAsks_data()
{
    QTest::addColumn<IdentityNeed::Level>("level");
    QTest::addColumn<QStringList>("missing");
    QTest::addColumn<StepMark::State>("state");
    using Level = IdentityNeed::Level;
    QTest::newRow("nobody is asked") << Level::None << QStringList{QStringLiteral("who.name")} << StepMark::State::Done;
    QTest::newRow("named") << Level::Stated << QStringList{QStringLiteral("child.name")} << StepMark::State::Done;
    QTest::newRow("without a name") << Level::Stated << QStringList{QStringLiteral("who.name")} << StepMark::State::Open;
    QTest::newRow("not proved") << Level::Proved << QStringList{QStringLiteral("who.shown")} << StepMark::State::Open;
}

void tst_VisitSteps::thePersonIsKnownAsFarAsTheProcedureAsks()
{
    QFETCH(IdentityNeed::Level, level);
    QFETCH(QStringList, missing);
    AcceptFacts known = facts(missing);
    known.procedure.identity.level = level;
    FormSchema schema;
    schema.roles = {{QStringLiteral("applicant.name"), QStringLiteral("who.name")}, {QStringLiteral("applicant.shown"), QStringLiteral("who.shown")}};
    known.procedure.checker = FormChecker(schema);
    QTEST(visitSteps(known, VisitStep::Papers).at(0).state, "state");
}

void tst_VisitSteps::theFeeIsDoneOnceItIsSaidHowItIsPaid_data()
{
    QTest::addColumn<Payment>("payment");
    QTest::addColumn<StepMark::State>("state");
    const auto cash = [](qint64 given) { return Payment{.given = Money{given}}; };
    QTest::newRow("nobody said") << Payment() << StepMark::State::Open;
    QTest::newRow("too little") << cash(7'999) << StepMark::State::Open;
    QTest::newRow("exactly") << cash(8'000) << StepMark::State::Done;
    QTest::newRow("with the result") << Payment{.when = Payment::When::WithResult} << StepMark::State::Done;
    QTest::newRow("by card") << Payment{.means = PaymentMeans::Card} << StepMark::State::Done;
}

void tst_VisitSteps::theFeeIsDoneOnceItIsSaidHowItIsPaid()
{
    QFETCH(Payment, payment);
    QFETCH(StepMark::State, state);
    AcceptFacts known = facts({});
    known.due = Money{8'000};
    known.payment = payment;
    const StepMark mark = visitSteps(known, VisitStep::Acceptance).at(4);
    QCOMPARE(mark.state, state);
    QCOMPARE(mark.missing, state == StepMark::State::Done ? QString() : Money{8'000}.toString());
}

void tst_VisitSteps::afterAcceptanceAllAreDone()
{
    const QList<StepMark> marks = finishedSteps();
    QCOMPARE(marks.size(), 6);
    for (const StepMark &mark : marks) {
        QCOMPARE(mark.state, StepMark::State::Done);
    }
}

QTEST_APPLESS_MAIN(tst_VisitSteps)
#include "tst_VisitSteps.moc"
