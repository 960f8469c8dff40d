// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Registers.h"

#include "models/journal/SubjectLog.h"
#include "tests/models/journal/Author.h"

#include <QTest>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Subject = testId('s');

QMap<QString, Register> folded(const QList<Entry> &entries, Registers::Sameness sameness = nullptr)
{
    const SubjectLog log(Subject, entries);
    Registers registers(log.order(), log.headers(), sameness);
    for (qsizetype place = 0; place < log.size(); ++place) {
        const QJsonObject payload = Kinds::known().read(log.at(place)).payload;
        for (auto it = payload.constBegin(); it != payload.constEnd(); ++it) {
            registers.write(it.key(), place, it.value());
        }
    }
    return registers.folded();
}

Entry write(Author &author, const QJsonObject &fields, const QList<Entry> &basis = {})
{
    static qint64 ms = 1000;
    QList<EntryKey> keys;
    for (const Entry &entry : basis) {
        keys.append(entry.header.key);
    }
    return author.write(Subject, "dossier.noted", fields, keys, ++ms);
}

} // namespace

class tst_Registers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterSupersedesEarlier()
    {
        Author a('a');
        Author b('b');
        const Entry first = write(a, {{u"name"_qs, u"Lan"_qs}});
        const Entry second = write(b, {{u"name"_qs, u"Loan"_qs}}, {first});
        const Register name = folded({second, first}).value(u"name"_qs);
        QCOMPARE(name.value, QJsonValue(u"Loan"_qs));
        QCOMPARE(name.entry, second.header.key);
        QVERIFY(!name.isInConflict());
    }

    void differentFieldsBothStand()
    {
        Author a('a');
        Author b('b');
        const Entry base = write(a, {{u"name"_qs, u"Lan"_qs}, {u"year"_qs, 1990}});
        const Entry left = write(a, {{u"name"_qs, u"Loan"_qs}}, {base});
        const Entry right = write(b, {{u"year"_qs, 1991}}, {base});
        const auto fields = folded({base, left, right});
        QCOMPARE(fields.value(u"name"_qs).value, QJsonValue(u"Loan"_qs));
        QCOMPARE(fields.value(u"year"_qs).value, QJsonValue(1991));
    }

    void theSameValueTwiceIsNoConflict()
    {
        Author a('a');
        Author b('b');
        const Entry base = write(a, {{u"name"_qs, u"Lan"_qs}});
        const Entry left = write(a, {{u"name"_qs, u"Loan"_qs}}, {base});
        const Entry right = write(b, {{u"name"_qs, u"Loan"_qs}}, {base});
        const Register name = folded({base, left, right}).value(u"name"_qs);
        QCOMPARE(name.value, QJsonValue(u"Loan"_qs));
        QVERIFY(!name.isInConflict());
    }

    void inConflictTheLastCommonValueStaysAndBothAreShown()
    {
        Author a('a');
        Author b('b');
        const Entry base = write(a, {{u"name"_qs, u"Lan"_qs}});
        const Entry left = write(a, {{u"name"_qs, u"Loan"_qs}}, {base});
        const Entry right = write(b, {{u"name"_qs, u"Liên"_qs}}, {base});
        const Register name = folded({right, base, left}).value(u"name"_qs);
        QCOMPARE(name.value, QJsonValue(u"Lan"_qs));
        QCOMPARE(name.entry, base.header.key);
        QCOMPARE(name.conflict,
            (QList<Candidate>{{u"Loan"_qs, left.header.key, left.header.time}, {u"Liên"_qs, right.header.key, right.header.time}}));
    }

    void commonIsOnlyWhatEveryAuthorHadSeen()
    {
        Author a('a');
        Author b('b');
        const Entry base = write(a, {{u"name"_qs, u"Lan"_qs}});
        const Entry left = write(a, {{u"name"_qs, u"Loan"_qs}}, {base});
        const Entry right = write(b, {{u"name"_qs, u"Liên"_qs}}, {base});
        const Entry again = write(b, {{u"name"_qs, u"Liễu"_qs}}, {right});
        const Register name = folded({base, left, right, again}).value(u"name"_qs);
        QCOMPARE(name.value, QJsonValue(u"Lan"_qs));
        QCOMPARE(name.conflict.size(), 2);
        QCOMPARE(name.conflict.at(1).entry, again.header.key);
    }

    void withoutACommonValueNothingStands()
    {
        Author a('a');
        Author b('b');
        const Register name = folded({write(a, {{u"name"_qs, 1}}), write(b, {{u"name"_qs, 2}})}).value(u"name"_qs);
        QVERIFY(name.value.isUndefined());
        QCOMPARE(name.conflict.size(), 2);
    }

    void anEntryThatSawBothHeadsSettlesIt()
    {
        Author a('a');
        Author b('b');
        Author c('c');
        const Entry base = write(a, {{u"name"_qs, u"Lan"_qs}});
        const Entry left = write(a, {{u"name"_qs, u"Loan"_qs}}, {base});
        const Entry right = write(b, {{u"name"_qs, u"Liên"_qs}}, {base});
        const Entry half = write(c, {{u"name"_qs, u"Liễu"_qs}}, {right});
        QVERIFY(folded({base, left, right, half}).value(u"name"_qs).isInConflict());
        const Entry both = write(c, {{u"name"_qs, u"Liên"_qs}}, {left, half});
        const Register name = folded({base, left, right, half, both}).value(u"name"_qs);
        QCOMPARE(name.value, QJsonValue(u"Liên"_qs));
        QVERIFY(!name.isInConflict());
    }

    void anEntryThatSawBothAndWroteSomethingElseLeavesTheConflict()
    {
        Author a('a');
        Author b('b');
        const Entry base = write(a, {{u"name"_qs, u"Lan"_qs}});
        const Entry left = write(a, {{u"name"_qs, u"Loan"_qs}}, {base});
        const Entry right = write(b, {{u"name"_qs, u"Liên"_qs}}, {base});
        const Entry other = write(a, {{u"year"_qs, 1990}}, {left, right});
        QVERIFY(folded({base, left, right, other}).value(u"name"_qs).isInConflict());
    }

    void aConflictUnderAConflictFallsBackFurther()
    {
        Author a('a');
        Author b('b');
        Author c('c');
        const Entry base = write(a, {{u"name"_qs, u"gốc"_qs}});
        const Entry left = write(a, {{u"name"_qs, u"trái"_qs}}, {base});
        const Entry right = write(b, {{u"name"_qs, u"phải"_qs}}, {base});
        // Both later authors had seen the first conflict and answer it differently.
        const Entry answerB = write(b, {{u"name"_qs, u"trái"_qs}}, {left, right});
        const Entry answerC = write(c, {{u"name"_qs, u"phải"_qs}}, {left, right});
        const Register name = folded({base, left, right, answerB, answerC}).value(u"name"_qs);
        QCOMPARE(name.value, QJsonValue(u"gốc"_qs));
        QCOMPARE(name.conflict.size(), 2);
        QCOMPARE(name.conflict.at(0).entry, answerB.header.key);
    }

    void whatDecidesSamenessIsTheCallersWord()
    {
        Author a('a');
        Author b('b');
        const Entry left = write(a, {{u"f"_qs, QJsonObject{{u"v"_qs, 1}, {u"s"_qs, 1}}}});
        const Entry right = write(b, {{u"f"_qs, QJsonObject{{u"v"_qs, 1}, {u"s"_qs, 2}}}});
        QVERIFY(folded({left, right}).value(u"f"_qs).isInConflict());
        const auto byValue = [](const QJsonValue &value) { return value[u"v"]; };
        const Register field = folded({left, right}, byValue).value(u"f"_qs);
        QVERIFY(!field.isInConflict());
        QCOMPARE(field.value[u"s"].toInt(), 2);
    }
};

QTEST_APPLESS_MAIN(tst_Registers)
#include "tst_Registers.moc"
