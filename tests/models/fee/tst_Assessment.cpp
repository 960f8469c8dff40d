// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/Assessment.h"
#include "models/form/FormDraft.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;

class tst_Assessment : public QObject
{
    Q_OBJECT

    static FormDraft copies(const QString &text)
    {
        FormDraft draft;
        draft.set(u"copies"_qs, FieldValue::given(text));
        return draft;
    }

    const QDate Day = QDate(2026, 11, 23);

    static FeeRule fee(const QString &id, qint64 dong, const QString &mark)
    {
        FeeRule rule;
        rule.id = id;
        rule.text = u"Lệ phí"_qs;
        rule.unitPrice = Money{dong};
        rule.mark = mark;
        return rule;
    }

    static FeeRule perCopy(qint64 dong)
    {
        FeeRule rule = fee(u"copy"_qs, dong, u"VERIFIED"_qs);
        rule.quantityField = u"copies"_qs;
        return rule;
    }

private Q_SLOTS:
    void multipliesPriceAndQuantity_data()
    {
        QTest::addColumn<qint64>("price");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<qint64>("quantity");
        QTest::addColumn<qint64>("total");
        QTest::addRow("one copy") << qint64{8000} << u"1"_qs << qint64{1} << qint64{8000};
        QTest::addRow("three copies") << qint64{8000} << u"3"_qs << qint64{3} << qint64{24000};
        QTest::addRow("free") << qint64{0} << u"3"_qs << qint64{3} << qint64{0};
        QTest::addRow("not answered yet") << qint64{8000} << u""_qs << qint64{0} << qint64{0};
        QTest::addRow("no number yet") << qint64{8000} << u"ba"_qs << qint64{0} << qint64{0};
        QTest::addRow("below zero counts as nothing") << qint64{8000} << u"-3"_qs << qint64{0} << qint64{0};
        QTest::addRow("more than numbers can hold counts as nothing")
            << qint64{8000} << u"9223372036854775807"_qs << qint64{0} << qint64{0};
    }
    void multipliesPriceAndQuantity()
    {
        QFETCH(qint64, price);
        QFETCH(QString, answer);
        QFETCH(qint64, quantity);
        QFETCH(qint64, total);
        const Assessment assessment = Assessment::of({perCopy(price)}, copies(answer), Day);
        QCOMPARE(assessment.lines.size(), 1);
        QCOMPARE(assessment.lines[0].quantity, quantity);
        QCOMPARE(assessment.isComplete(), quantity > 0); // what is not counted is not free
        QCOMPARE(*Assessment::fromJson(assessment.toJson()), assessment);
        QCOMPARE(assessment.lines[0].mark, u"VERIFIED"_qs);
        QCOMPARE(assessment.total(), Money{total});
    }

    void aNumberDeclaredAbsentOrToFollowIsNoQuantity()
    {
        FormDraft draft;
        draft.set(u"copies"_qs, {FieldValue::State::ToFollow, u"7"_qs});
        QCOMPARE(Assessment::of({perCopy(8000)}, draft, Day).total(), Money{0});
    }

    void chargesOnlyThroughTheChannelsOfTheRule()
    {
        FeeRule post = fee(u"post"_qs, 30000, u"VERIFIED"_qs);
        post.channels = {3};
        const QList<FeeRule> rules{perCopy(8000), post};
        QCOMPARE(Assessment::of(rules, copies(u"2"_qs), Day, 1).total(), Money{16000});
        QCOMPARE(Assessment::of(rules, copies(u"2"_qs), Day, 3).total(), Money{46000});
    }

    void aPriceHoldsFromItsFirstDayToItsLast_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<bool>("holds"); // on 23/11/2026
        QTest::addRow("from the day itself") << Day << QDate() << true;
        QTest::addRow("from the day after") << Day.addDays(1) << QDate() << false;
        QTest::addRow("to the day itself") << QDate() << Day << true;
        QTest::addRow("to the day before") << QDate() << Day.addDays(-1) << false;
        QTest::addRow("on that day alone") << Day << Day << true;
        QTest::addRow("for ever") << QDate() << QDate() << true;
    }
    void aPriceHoldsFromItsFirstDayToItsLast()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(bool, holds);
        const FeeValidity validity{from, to};
        FeeRule priced = perCopy(8000);
        priced.validity = validity;
        QCOMPARE(Assessment::of({priced}, copies(u"1"_qs), Day).lines.size(), holds ? 1 : 0);

        FeeRule less = perCopy(8000);
        less.reductions = {{.id = u"half"_qs, .text = u"Giảm"_qs, .validity = validity, .percent = 50}};
        QCOMPARE(Assessment::of({less}, copies(u"1"_qs), Day).total(), Money{holds ? 4000 : 8000});

        FeeRule local = perCopy(0);
        local.setLocally = true;
        local.local = {{.unitPrice = Money{7000}, .validity = validity, .basis = u"NQ 1"_qs, .mark = u"VERIFIED"_qs}};
        const Assessment told = Assessment::of({local}, copies(u"1"_qs), Day);
        QCOMPARE(told.isComplete(), holds); // a price that has run out is no price
        QCOMPARE(told.total(), Money{holds ? 7000 : 0});
    }

    void theGreatestReductionCounts_data()
    {
        QTest::addColumn<QList<int>>("percents");
        QTest::addColumn<int>("holding"); // how many of them, from the first
        QTest::addColumn<qint64>("total");
        QTest::addRow("one") << QList<int>{30} << 1 << qint64{5600};
        QTest::addRow("the later is greater") << QList<int>{30, 50} << 2 << qint64{4000};
        QTest::addRow("the earlier is greater") << QList<int>{50, 30} << 2 << qint64{4000};
        QTest::addRow("the greatest does not hold") << QList<int>{30, 50, 100} << 2 << qint64{4000};
        QTest::addRow("none holds") << QList<int>{30, 50} << 0 << qint64{8000};
    }
    void theGreatestReductionCounts()
    {
        QFETCH(QList<int>, percents);
        QFETCH(int, holding);
        FeeRule rule = perCopy(8000);
        for (qsizetype i = 0; i < percents.size(); ++i) {
            rule.reductions.append({.id = QString::number(i), .channels = {i < holding ? 1 : 3}, .percent = percents.at(i)});
        }
        const Assessment assessment = Assessment::of({rule}, copies(u"1"_qs), Day);
        QTEST(assessment.total().dong, "total");
        QCOMPARE(assessment.lines[0].steps.size(), holding > 0 ? 1 : 0);
    }

    void halfADongGoesUpwards_data()
    {
        QTest::addColumn<qint64>("price");
        QTest::addColumn<int>("percent");
        QTest::addColumn<qint64>("total");
        QTest::addRow("half a đồng") << qint64{8001} << 50 << qint64{4001};
        QTest::addRow("less than half") << qint64{8001} << 51 << qint64{3920};
        QTest::addRow("more than half") << qint64{8001} << 49 << qint64{4081};
        QTest::addRow("nothing left of one đồng") << qint64{1} << 51 << qint64{0};
    }
    void halfADongGoesUpwards()
    {
        QFETCH(qint64, price);
        QFETCH(int, percent);
        QFETCH(qint64, total);
        FeeRule rule = perCopy(price);
        rule.reductions = {{.id = u"less"_qs, .percent = percent}};
        QCOMPARE(Assessment::of({rule}, copies(u"1"_qs), Day).total(), Money{total});
    }

    void readsWhatItWrites()
    {
        const FeeRule once = fee(u"once"_qs, 5000, u"UNVERIFIED"_qs);
        const Assessment written = Assessment::of({perCopy(8000), once}, copies(u"3"_qs), Day);
        const auto read = Assessment::fromJson(written.toJson());
        QVERIFY(read);
        QCOMPARE(*read, written);
        QCOMPARE(written.toJson().value(u"total"_qs).toInteger(), 29000);
        QCOMPARE(*Assessment::fromJson(Assessment().toJson()), Assessment());
    }

    void refusesSumsThatDoNotAddUp_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addRow("another price") << u"unitPrice"_qs << QJsonValue(7000);
        QTest::addRow("another quantity") << u"quantity"_qs << QJsonValue(4);
        QTest::addRow("another amount") << u"amount"_qs << QJsonValue(1);
        QTest::addRow("half a đồng") << u"amount"_qs << QJsonValue(24000.5);
        QTest::addRow("an amount as text") << u"amount"_qs << QJsonValue(u"24000"_qs);
        QTest::addRow("below zero") << u"quantity"_qs << QJsonValue(-3);
        QTest::addRow("another total") << u"total"_qs << QJsonValue(23000);
        QTest::addRow("no lines") << u"lines"_qs << QJsonValue();
    }
    void refusesSumsThatDoNotAddUp()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = Assessment::of({perCopy(8000)}, copies(u"3"_qs), Day).toJson();
        if (json.contains(key)) {
            json.insert(key, value);
        } else {
            QJsonObject line = json.value(u"lines"_qs).toArray().at(0).toObject();
            line.insert(key, value);
            json.insert(u"lines"_qs, QJsonArray{line});
        }
        const auto read = Assessment::fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::EntryMalformed);
    }
};

QTEST_APPLESS_MAIN(tst_Assessment)
#include "tst_Assessment.moc"
