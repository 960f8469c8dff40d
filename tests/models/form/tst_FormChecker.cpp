// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FieldPath.h"
#include "tests/models/form/EngineForm.h"

#include <QTest>

using namespace motcua;
using State = FieldValue::State;
using Answers = QMap<QString, QString>;

class tst_FormChecker : public QObject
{
    Q_OBJECT

    const FormSchema m_form = test::engineForm();
    const FormChecker m_checker = FormChecker(m_form);
    const QDate m_today = QDate(2026, 11, 23);

    /** A draft that may be filed, with `changes`: an answer, "-" for none, "absent:reason", "follow". */
    [[nodiscard]] FormDraft draft(const Answers &changes = {}) const
    {
        Answers all{{u"asker.name"_qs, u"Nguyễn Thị Hoa"_qs}, {u"asker.birth"_qs, u"1990-05-17"_qs}, {u"asker.phone"_qs, u"0901234567"_qs},
            {u"asker.married"_qs, u"2015-03-01"_qs}, {u"father.name"_qs, u"Trần Văn Bình"_qs}, {u"father.birth"_qs, u"1988"_qs},
            {u"child[1].name"_qs, u"Trần Thị An"_qs}, {u"child[1].birth"_qs, u"2026-11-01"_qs}};
        all.insert(changes);
        FormDraft made;
        for (auto it = all.cbegin(); it != all.cend(); ++it) {
            if (it->startsWith(u"absent")) {
                made.set(it.key(), FieldValue::absent(it->section(u':', 1)));
            } else if (*it == u"follow") {
                made.set(it.key(), {State::ToFollow, {}});
            } else if (*it != u"-") {
                made.set(it.key(), FieldValue::given(*it));
            }
        }
        return m_checker.completed(made, m_today);
    }

    static QStringList told(const QList<Violation> &all)
    {
        QStringList lines;
        for (const Violation &one : all) {
            const QString rule = one.params.value(u"rule"_qs);
            lines.append(one.field + u' ' + violationName(one.code) + (one.code == ViolationCode::RuleBroken ? u' ' + rule : QString()));
        }
        return lines;
    }

private Q_SLOTS:
    void theFormOfTheTestIsRead() { QVERIFY(!m_form.id.isEmpty()); }

    void whatKeepsADossierOut_data()
    {
        QTest::addColumn<Answers>("changes");
        QTest::addColumn<QStringList>("expected");
        const QStringList none;
        QTest::addRow("nothing") << Answers{} << none;
        QTest::addRow("a block's field, prefixed") << Answers{{u"asker.name"_qs, u"-"_qs}} << QStringList{u"asker.name Missing"_qs};
        QTest::addRow("a need changed where the block is used") << Answers{{u"father.birth"_qs, u"-"_qs}} << QStringList{u"father.birth Missing"_qs};
        QTest::addRow("the same field elsewhere stays soft") << Answers{{u"asker.birth"_qs, u"-"_qs}} << none;
        QTest::addRow("a condition inside a block") << Answers{{u"father.document"_qs, u"passport"_qs}} << QStringList{u"father.passport Missing"_qs};
        QTest::addRow("an omitted field does not exist") << Answers{{u"asker.ethnicity"_qs, u"1"_qs}} << QStringList{u"asker.ethnicity UnknownField"_qs};
        QTest::addRow("an item of the list") << Answers{{u"father.ethnicity"_qs, u"20"_qs}} << none;
        QTest::addRow("an open list takes another text") << Answers{{u"father.ethnicity"_qs, u"Khác"_qs}} << none;

        QTest::addRow("required by two conditions") << Answers{{u"asker.document"_qs, u"passport"_qs}, {u"asker.passport"_qs, u"C123"_qs}}
                                                   << QStringList{u"asker.reason Missing"_qs};
        QTest::addRow("to follow answers what is required by conditions")
            << Answers{{u"asker.document"_qs, u"passport"_qs}, {u"asker.passport"_qs, u"C123"_qs}, {u"asker.reason"_qs, u"follow"_qs}} << none;
        QTest::addRow("one of the two conditions does not hold")
            << Answers{{u"asker.document"_qs, u"passport"_qs}, {u"asker.passport"_qs, u"C123"_qs}, {u"father"_qs, u"absent:wish"_qs}} << none;

        QTest::addRow("a father declared absent hides his block") << Answers{{u"father"_qs, u"absent:wish"_qs}, {u"father.name"_qs, u"-"_qs}, {u"father.birth"_qs, u"-"_qs}} << none;
        QTest::addRow("... whatever stands in it") << Answers{{u"father"_qs, u"absent:unknown"_qs}, {u"father.birth"_qs, u"nonsense"_qs}} << none;
        QTest::addRow("... but not without a reason") << Answers{{u"father"_qs, u"absent:"_qs}} << QStringList{u"father AbsenceReasonMissing"_qs};
        QTest::addRow("... nor for one the form does not give") << Answers{{u"father"_qs, u"absent:forgot"_qs}} << QStringList{u"father AbsenceReasonMissing"_qs};
        QTest::addRow("a section that cannot be absent") << Answers{{u"asker"_qs, u"absent:wish"_qs}} << QStringList{u"asker MayNotBeAbsent"_qs};
        QTest::addRow("an answer to a section is no answer") << Answers{{u"father"_qs, u"yes"_qs}} << QStringList{u"father UnknownField"_qs};

        QTest::addRow("a field declared absent with its reason") << Answers{{u"asker.married"_qs, u"absent:single"_qs}} << none;
        QTest::addRow("a field declared absent without one") << Answers{{u"asker.married"_qs, u"absent:"_qs}} << QStringList{u"asker.married AbsenceReasonMissing"_qs};
        QTest::addRow("a field that cannot be absent") << Answers{{u"asker.name"_qs, u"absent:"_qs}} << QStringList{u"asker.name MayNotBeAbsent"_qs};
        QTest::addRow("a field that cannot follow") << Answers{{u"asker.name"_qs, u"follow"_qs}} << QStringList{u"asker.name MayNotFollow"_qs};
        QTest::addRow("tomorrow where nothing lies ahead") << Answers{{u"asker.married"_qs, u"2026-11-24"_qs}} << QStringList{u"asker.married InFuture"_qs};
        QTest::addRow("tomorrow where it may") << Answers{{u"asker.until"_qs, u"2027-11-24"_qs}} << none;

        QTest::addRow("seventeen for one day more") << Answers{{u"asker.birth"_qs, u"2008-11-24"_qs}} << QStringList{u"asker.guardian Missing"_qs};
        QTest::addRow("eighteen today") << Answers{{u"asker.birth"_qs, u"2008-11-23"_qs}} << none;
        QTest::addRow("perhaps seventeen is not surely seventeen") << Answers{{u"asker.birth"_qs, u"2008"_qs}} << none;
        QTest::addRow("surely seventeen by the year") << Answers{{u"asker.birth"_qs, u"2009"_qs}} << QStringList{u"asker.guardian Missing"_qs};

        QTest::addRow("a second row") << Answers{{u"child"_qs, u"2"_qs}} << QStringList{u"child[2].name Missing"_qs, u"child[2].birth Missing"_qs};
        QTest::addRow("an answer makes its row") << Answers{{u"child[2].name"_qs, u"Trần Văn Em"_qs}} << QStringList{u"child[2].birth Missing"_qs};
        QTest::addRow("too many rows") << Answers{{u"child[4].name"_qs, u"A"_qs}, {u"child[4].birth"_qs, u"2026-11-01"_qs}, {u"child[2].name"_qs, u"B"_qs}, {u"child[2].birth"_qs, u"2026-11-01"_qs},
                                              {u"child[3].name"_qs, u"C"_qs}, {u"child[3].birth"_qs, u"2026-11-01"_qs}}
                                       << QStringList{u"child TooManyRows"_qs};
        QTest::addRow("no row where one is needed at least") << Answers{{u"child[1].name"_qs, u"-"_qs}, {u"child[1].birth"_qs, u"-"_qs}}
                                                            << QStringList{u"child[1].name Missing"_qs, u"child[1].birth Missing"_qs};
        QTest::addRow("row nought") << Answers{{u"child[0].name"_qs, u"A"_qs}} << QStringList{u"child[0].name UnknownField"_qs};
        QTest::addRow("a row with a leading zero") << Answers{{u"child[01].name"_qs, u"A"_qs}} << QStringList{u"child[01].name UnknownField"_qs};
        QTest::addRow("a row without its brackets") << Answers{{u"child.name"_qs, u"A"_qs}} << QStringList{u"child.name UnknownField"_qs};
        QTest::addRow("a row of a section without rows") << Answers{{u"father[1].name"_qs, u"A"_qs}} << QStringList{u"father[1].name UnknownField"_qs};
        QTest::addRow("a condition in a row means that row")
            << Answers{{u"child[1].weight"_qs, u"1400"_qs}, {u"child[2].name"_qs, u"B"_qs}, {u"child[2].birth"_qs, u"2026-11-01"_qs}, {u"child[2].weight"_qs, u"3000"_qs}}
            << QStringList{u"child[1].small Missing"_qs};

        QTest::addRow("the rule of order, certain") << Answers{{u"father.birth"_qs, u"2026-11-02"_qs}} << QStringList{u"child[1].birth RuleBroken fatherBeforeChild"_qs};
        QTest::addRow("the rule of order on the same day") << Answers{{u"father.birth"_qs, u"2026-11-01"_qs}} << QStringList{u"child[1].birth RuleBroken fatherBeforeChild"_qs};
        QTest::addRow("the rule of order, the same month") << Answers{{u"father.birth"_qs, u"2026-11"_qs}} << QStringList{u"child[1].birth RuleBroken fatherBeforeChild"_qs};
        QTest::addRow("the rule of order, the same year only") << Answers{{u"father.birth"_qs, u"2026"_qs}} << none;
        QTest::addRow("the rule of order in the second row")
            << Answers{{u"father.birth"_qs, u"2000-01-01"_qs}, {u"child[2].name"_qs, u"B"_qs}, {u"child[2].birth"_qs, u"1999-01-01"_qs}}
            << QStringList{u"child[2].birth RuleBroken fatherBeforeChild"_qs};
        QTest::addRow("a rule about somebody declared absent is silent") << Answers{{u"father"_qs, u"absent:wish"_qs}, {u"father.birth"_qs, u"2026-11-02"_qs}} << none;
        QTest::addRow("married on the day of birth, where the same day will do") << Answers{{u"asker.married"_qs, u"1990-05-17"_qs}} << none;
        QTest::addRow("married before birth") << Answers{{u"asker.married"_qs, u"1990-05-16"_qs}} << QStringList{u"asker.married RuleBroken married"_qs};
        QTest::addRow("the same person twice, capitals aside")
            << Answers{{u"asker.sex"_qs, u"female"_qs}, {u"father.name"_qs, u"NGUYỄN  THỊ HOA"_qs}} << QStringList{u"father.name RuleBroken notBoth"_qs};
        QTest::addRow("the same name when the rule does not apply") << Answers{{u"asker.sex"_qs, u"male"_qs}, {u"father.name"_qs, u"Nguyễn Thị Hoa"_qs}} << none;
        QTest::addRow("a name that differs in a tone") << Answers{{u"asker.sex"_qs, u"female"_qs}, {u"father.name"_qs, u"Nguyễn Thị Hòa"_qs}} << none;
        QTest::addRow("a name with its tone on the other letter is the same name")
            << Answers{{u"asker.sex"_qs, u"female"_qs}, {u"asker.name"_qs, u"Nguyễn Thị Hòa"_qs}, {u"father.name"_qs, u"Nguyễn Thị Hoà"_qs}}
            << QStringList{u"father.name RuleBroken notBoth"_qs};
        QTest::addRow("one name where one is wanted")
            << Answers{{u"asker.birth"_qs, u"2010"_qs}, {u"asker.guardian"_qs, u"TRẦN VĂN HOÀ"_qs}, {u"father.name"_qs, u"Trần Văn Hòa"_qs}} << none;
        QTest::addRow("two names where one is wanted")
            << Answers{{u"asker.birth"_qs, u"2010"_qs}, {u"asker.guardian"_qs, u"Trần Văn Hoa"_qs}, {u"father.name"_qs, u"Trần Văn Hòa"_qs}}
            << QStringList{u"father.name RuleBroken guardianIsFather"_qs};
        QTest::addRow("what is never so")
            << Answers{{u"asker.birth"_qs, u"2010"_qs}, {u"asker.guardian"_qs, u"Trần Văn Hòa"_qs}, {u"father.name"_qs, u"Trần Văn Hòa"_qs},
                   {u"asker.document"_qs, u"passport"_qs}, {u"asker.passport"_qs, u"C123"_qs}, {u"asker.reason"_qs, u"follow"_qs}}
            << QStringList{u"asker.guardian RuleBroken guardianOfNobody"_qs};
        QTest::addRow("a sum above its bound")
            << Answers{{u"child[2].name"_qs, u"B"_qs}, {u"child[2].birth"_qs, u"2026-11-01"_qs}, {u"money.rent"_qs, u"3000000"_qs}, {u"money.food"_qs, u"2000001"_qs}}
            << QStringList{u"money.all RuleBroken budget"_qs};
        QTest::addRow("a sum on its bound")
            << Answers{{u"child[2].name"_qs, u"B"_qs}, {u"child[2].birth"_qs, u"2026-11-01"_qs}, {u"money.rent"_qs, u"3000000"_qs}, {u"money.food"_qs, u"2000000"_qs}} << none;
        QTest::addRow("a sum of what is hidden") << Answers{{u"money.rent"_qs, u"9000000"_qs}} << none;
        QTest::addRow("two first children")
            << Answers{{u"child[1].first"_qs, u"1"_qs}, {u"child[2].name"_qs, u"B"_qs}, {u"child[2].birth"_qs, u"2026-11-01"_qs}, {u"child[2].first"_qs, u"1"_qs}}
            << QStringList{u"child RuleBroken oneFirst"_qs};
        QTest::addRow("an amount below zero") << Answers{{u"child[2].name"_qs, u"B"_qs}, {u"child[2].birth"_qs, u"2026-11-01"_qs}, {u"money.rent"_qs, u"-5"_qs}}
                                              << QStringList{u"money.rent NotANumber"_qs};
        QTest::addRow("an amount with leading zeros") << Answers{{u"child[2].name"_qs, u"B"_qs}, {u"child[2].birth"_qs, u"2026-11-01"_qs}, {u"money.rent"_qs, u"005"_qs}}
                                                      << QStringList{u"money.rent NotANumber"_qs};
    }
    void whatKeepsADossierOut()
    {
        QFETCH(Answers, changes);
        QFETCH(QStringList, expected);
        QCOMPARE(told(m_checker.judge(draft(changes), m_today).violations), expected);
    }

    void whatIsOnlyAskedAbout_data()
    {
        QTest::addColumn<Answers>("changes");
        QTest::addColumn<QStringList>("expected");
        const QStringList none;
        const QString number = u"asker.number RuleBroken number"_qs;
        QTest::addRow("nothing") << Answers{} << none;
        const auto born = [](const QString &birth, const QString &until) {
            return Answers{{u"asker.birth"_qs, birth}, {u"asker.until"_qs, until}, {u"asker.married"_qs, u"absent:single"_qs},
                {u"asker.guardian"_qs, u"Trần Văn Bình"_qs}};
        };
        const QStringList sixty{u"asker.until RuleBroken sixty"_qs};
        QTest::addRow("the sixtieth day") << born(u"2026-11-01"_qs, u"2026-12-31"_qs) << none;
        QTest::addRow("the sixty-first") << born(u"2026-11-01"_qs, u"2027-01-01"_qs) << sixty;
        QTest::addRow("the sixtieth day is a holiday before a weekend: Monday") << born(u"2026-11-02"_qs, u"2027-01-04"_qs) << none;
        QTest::addRow("and not Tuesday") << born(u"2026-11-02"_qs, u"2027-01-05"_qs) << sixty;
        QTest::addRow("some day of November: sixty days from its last") << born(u"2026-11"_qs, u"2027-01-29"_qs) << none;
        QTest::addRow("and no day more") << born(u"2026-11"_qs, u"2027-01-30"_qs) << sixty;
        QTest::addRow("the third day is too early") << born(u"2026-11-03"_qs, u"2026-11-06"_qs) << sixty;
        QTest::addRow("the fourth is not") << born(u"2026-11-03"_qs, u"2026-11-07"_qs) << none;
        QTest::addRow("while three days end on a Monday, so is the fourth") << born(u"2026-11-05"_qs, u"2026-11-09"_qs) << sixty;
        QTest::addRow("where the calendar does not reach, nobody is late") << born(u"2025-01-01"_qs, u"2027-01-05"_qs) << none;
        QTest::addRow("before the day itself is earlier still") << born(u"2026-11-05"_qs, u"2026-11-04"_qs) << sixty;
        QTest::addRow("but too early is too early") << born(u"2025-12-20"_qs, u"2025-12-23"_qs) << sixty;
        QTest::addRow("a letter that looks like Đ") << Answers{{u"asker.name"_qs, u"Ðặng Thị Hoa"_qs}} << QStringList{u"asker.name NameSuspicious"_qs};
        QTest::addRow("a letter of another alphabet") << Answers{{u"child[1].name"_qs, u"Trần Văn \u0410nh"_qs}} << QStringList{u"child[1].name NameSuspicious"_qs};
        QTest::addRow("letters of the Ê Đê") << Answers{{u"asker.name"_qs, u"Y Bhiăo Êñuôl"_qs}} << none;
        QTest::addRow("a father of thirteen") << Answers{{u"father.birth"_qs, u"2013-01-01"_qs}} << QStringList{u"father.birth RuleBroken fatherAge"_qs};
        QTest::addRow("a father of fourteen today") << Answers{{u"father.birth"_qs, u"2012-11-23"_qs}} << none;
        QTest::addRow("a father perhaps fourteen") << Answers{{u"father.birth"_qs, u"2012"_qs}} << none;
        QTest::addRow("a father of 111") << Answers{{u"father.birth"_qs, u"1915"_qs}} << none;
        QTest::addRow("a father of surely more than 110") << Answers{{u"father.birth"_qs, u"1914"_qs}} << QStringList{u"father.birth RuleBroken fatherAge"_qs};
        QTest::addRow("no way to reach the person") << Answers{{u"asker.phone"_qs, u"-"_qs}} << QStringList{u"asker.phone RuleBroken contact"_qs};
        QTest::addRow("one way is enough") << Answers{{u"asker.phone"_qs, u"-"_qs}, {u"asker.number"_qs, u"001190012345"_qs}} << none;
        QTest::addRow("a number of another year") << Answers{{u"asker.number"_qs, u"001191012345"_qs}} << QStringList{number};
        QTest::addRow("a number of another century") << Answers{{u"asker.number"_qs, u"001390012345"_qs}} << QStringList{number};
        QTest::addRow("a number of the other sex") << Answers{{u"asker.number"_qs, u"001190012345"_qs}, {u"asker.sex"_qs, u"male"_qs}} << QStringList{number};
        QTest::addRow("a number that agrees") << Answers{{u"asker.number"_qs, u"001190012345"_qs}, {u"asker.sex"_qs, u"female"_qs}} << none;
    }
    void whatIsOnlyAskedAbout()
    {
        QFETCH(Answers, changes);
        QFETCH(QStringList, expected);
        const Judgement judgement = m_checker.judge(draft(changes), m_today);
        QCOMPARE(told(judgement.warnings), expected);
        QCOMPARE(told(judgement.violations), QStringList());
    }

    void softQuestionsAreRemindedOfUntilAnsweredInAnyWay()
    {
        QCOMPARE(m_checker.judge(draft(), m_today).unanswered, QStringList());
        QCOMPARE(m_checker.judge(draft({{u"asker.birth"_qs, u"-"_qs}}), m_today).unanswered, QStringList{u"asker.birth"_qs});
        QCOMPARE(m_checker.judge(draft({{u"asker.birth"_qs, u" "_qs}}), m_today).unanswered, QStringList{u"asker.birth"_qs});
        QCOMPARE(m_checker.judge(draft({{u"asker.birth"_qs, u"absent:"_qs}}), m_today).unanswered, QStringList());
    }

    void computedAnswersFollowFromTheOthers_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<Answers>("changes");
        QTest::addColumn<QString>("expected");
        const Answers two{{u"child[2].name"_qs, u"Trần Văn Em"_qs}, {u"child[2].birth"_qs, u"2026-11-01"_qs}};
        const auto with = [&](Answers more) {
            more.insert(two);
            return more;
        };
        QTest::addRow("capitals with every mark") << u"child[2].capitals"_qs << two << u"TRẦN VĂN EM"_qs;
        QTest::addRow("a sum") << u"money.all"_qs << with({{u"money.rent"_qs, u"3000"_qs}, {u"money.food"_qs, u"21"_qs}}) << u"3021"_qs;
        QTest::addRow("a sum of one of two") << u"money.all"_qs << with({{u"money.rent"_qs, u"3000"_qs}}) << u"3000"_qs;
        QTest::addRow("a sum of nothing is no answer") << u"money.all"_qs << two << u""_qs;
        QTest::addRow("a sum of no number is no answer") << u"money.all"_qs << with({{u"money.rent"_qs, u"ba"_qs}}) << u""_qs;
        QTest::addRow("a sum over rows") << u"money.weight"_qs << with({{u"child[1].weight"_qs, u"2900"_qs}, {u"child[2].weight"_qs, u"2700"_qs}}) << u"5600"_qs;
        QTest::addRow("a count of rows") << u"money.children"_qs << two << u"2"_qs;
        QTest::addRow("a product of a computed answer") << u"money.product"_qs << with({{u"money.rent"_qs, u"50"_qs}}) << u"100"_qs;
        QTest::addRow("a product lacks a factor") << u"money.product"_qs << two << u""_qs;
        QTest::addRow("joined as printed") << u"money.who"_qs << with({{u"asker.document"_qs, u"number"_qs}}) << u"Nguyễn Thị Hoa, Số định danh, 17/05/1990"_qs;
        QTest::addRow("joined without what is missing") << u"money.who"_qs << two << u"Nguyễn Thị Hoa, 17/05/1990"_qs;
        QTest::addRow("years on the day before the birthday") << u"money.age"_qs << with({{u"asker.birth"_qs, u"1990-11-24"_qs}}) << u"35"_qs;
        QTest::addRow("years on the birthday") << u"money.age"_qs << with({{u"asker.birth"_qs, u"1990-11-23"_qs}}) << u"36"_qs;
        QTest::addRow("years of a partial date are not known") << u"money.age"_qs << with({{u"asker.birth"_qs, u"1990"_qs}}) << u""_qs;
    }
    void computedAnswersFollowFromTheOthers()
    {
        QFETCH(QString, field);
        QFETCH(Answers, changes);
        QFETCH(QString, expected);
        const FormDraft made = draft(changes);
        QCOMPARE(made.text(field), expected);
        if (!expected.isEmpty()) {
            QCOMPARE(made.value(field).source, Provenance::Computed);
        }
        QCOMPARE(m_checker.completed(made, m_today), made); // nothing changes when it is done again
    }

    void onlyWhatIsVisibleIsFiled()
    {
        FormDraft whole = draft({{u"father"_qs, u"absent:wish"_qs}, {u"asker.passport"_qs, u"C1234567"_qs}, {u"money.rent"_qs, u"77"_qs}, {u"nonsense"_qs, u"x"_qs}});
        const FormDraft filed = m_checker.filed(whole, m_today);
        QCOMPARE(filed.value(u"father"_qs), FieldValue::absent(u"wish"_qs));
        QCOMPARE(filed.value(u"child"_qs), FieldValue::given(u"1"_qs));
        QCOMPARE(filed.text(u"child[1].name"_qs), u"Trần Thị An"_qs);
        for (const QString &hidden : {u"father.name"_qs, u"asker.passport"_qs, u"money.rent"_qs, u"nonsense"_qs}) {
            QCOMPARE(filed.value(hidden).state, State::NotAsked);
        }
        QCOMPARE(m_checker.filed(filed, m_today), filed);
        QCOMPARE(told(m_checker.judge(filed, m_today).violations), QStringList());
    }

    void whatIsShownHangsOnTheAnswers()
    {
        auto view = m_checker.view(draft(), m_today);
        QVERIFY(!view.sections.contains(u"money"_qs));
        QVERIFY(!view.fields.contains(u"money.rent"_qs));
        QVERIFY(view.fields.contains(u"father.name"_qs));
        view = m_checker.view(draft({{u"child"_qs, u"2"_qs}, {u"father"_qs, u"absent:wish"_qs}}), m_today);
        QVERIFY(view.sections.contains(u"money"_qs));
        QVERIFY(view.sections.contains(u"father"_qs));
        QVERIFY(!view.fields.contains(u"father.name"_qs));
        QVERIFY(view.fields.indexOf(u"child[1].name"_qs) < view.fields.indexOf(u"child[2].name"_qs));
    }

    void rowsComeAndGo()
    {
        FormDraft rows = m_form.withNewRow(draft(), u"child"_qs);
        QCOMPARE(rowsIn(rows, u"child"_qs), 2);
        rows.set(u"child[2].name"_qs, FieldValue::given(u"Trần Văn Em"_qs));
        rows = m_form.withNewRow(rows, u"child"_qs);
        rows.set(u"child[3].name"_qs, FieldValue::given(u"Trần Thị Út"_qs));
        QCOMPARE(m_form.withNewRow(rows, u"child"_qs), rows); // three are the most
        QCOMPARE(m_form.withNewRow(rows, u"father"_qs), rows);
        const FormDraft fewer = withoutRow(rows, u"child"_qs, 2);
        QCOMPARE(rowsIn(fewer, u"child"_qs), 2);
        QCOMPARE(fewer.text(u"child[1].name"_qs), u"Trần Thị An"_qs);
        QCOMPARE(fewer.text(u"child[2].name"_qs), u"Trần Thị Út"_qs);
        QCOMPARE(fewer.text(u"asker.name"_qs), u"Nguyễn Thị Hoa"_qs);
        QCOMPARE(withRowOf(fewer, u"child"_qs, 2, rows), rows);
        FormDraft since = fewer; // what was typed after the row went stays, at its new place
        since.set(u"child[2].weight"_qs, FieldValue::given(u"2900"_qs));
        since = withRowOf(since, u"child"_qs, 2, rows);
        QCOMPARE(since.text(u"child[2].name"_qs), u"Trần Văn Em"_qs);
        QVERIFY(since.text(u"child[2].weight"_qs).isEmpty());
        QCOMPARE(since.text(u"child[3].weight"_qs), u"2900"_qs);
        QCOMPARE(rowsIn(m_form.blank(), u"child"_qs), 0);
        QCOMPARE(rowsIn(withRows(rows, u"child"_qs, 1), u"child"_qs), 1);
    }

    void aHostileDraftCostsNoMoreThanItsRows()
    {
        FormDraft hostile = draft();
        hostile.set(u"child"_qs, FieldValue::given(u"999999999999"_qs));
        QCOMPARE(rowsIn(hostile, u"child"_qs), 1);
        hostile.set(u"child[999].name"_qs, FieldValue::given(QString(5000, u'a')));
        QVERIFY(told(m_checker.judge(hostile, m_today).violations).contains(u"child TooManyRows"_qs));
        hostile.set(u"child[1000].name"_qs, FieldValue::given(u"x"_qs));
        QVERIFY(told(m_checker.judge(hostile, m_today).violations).contains(u"child[1000].name UnknownField"_qs));
    }

    void aCircleIsNamedAndCut()
    {
        FormSchema ring;
        Field a;
        a.id = u"a"_qs;
        a.visibleIf = Condition::any({Condition{u"b"_qs, {u"1"_qs}}, Condition{u"none"_qs, {u"1"_qs}}});
        Field b;
        b.id = u"b"_qs;
        b.computed = Computation{Computation::Kind::Copy, {u"c"_qs}, {}};
        Field c;
        c.id = u"c"_qs;
        c.visibleIf = Condition::negated(Condition::absent(u"s"_qs));
        FormSection section;
        section.id = u"s"_qs;
        section.fields = {a, b, c};
        ring.sections = {section};
        QCOMPARE(FormChecker::circle(ring), QStringList());
        ring.sections[0].fields[2].visibleIf = Condition{u"a"_qs, {u"1"_qs}};
        const QStringList circle = FormChecker::circle(ring);
        QCOMPARE(QSet<QString>(circle.begin(), circle.end()), QSet<QString>({u"a"_qs, u"b"_qs, u"c"_qs}));
        const Judgement judgement = FormChecker(ring).judge({}, m_today); // comes back
        QCOMPARE(judgement, Judgement());
        ring.sections[0].fields[2].visibleIf = {};
        ring.sections[0].visibleIf = Condition{u"a"_qs, {u"1"_qs}};
        QVERIFY(!FormChecker::circle(ring).isEmpty());
    }

    void aCheckerWithoutAFormFindsNothing()
    {
        QVERIFY(FormChecker().isNull());
        QCOMPARE(FormChecker().judge(draft(), m_today), Judgement());
        QCOMPARE(FormChecker().filed(draft(), m_today), FormDraft());
        QVERIFY(FormChecker(m_form) == m_checker);
        QVERIFY(!(FormChecker() == m_checker));
    }
};

QTEST_APPLESS_MAIN(tst_FormChecker)
#include "tst_FormChecker.moc"
