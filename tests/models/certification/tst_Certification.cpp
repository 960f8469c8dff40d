// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/certification/Certification.h"

#include "models/certification/CertificationRules.h"
#include "models/journal/Kind.h"
#include "tests/models/journal/Author.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Line = testId('q');
constexpr qint64 Morning = 1'795'000'000'000;

QByteArray contents(const QString &path)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/") + path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no %s", qPrintable(path));
    }
    return file.readAll();
}

QJsonObject golden(const QString &name)
{
    return QJsonDocument::fromJson(contents(u"journal/"_qs + name)).object();
}

} // namespace

class tst_Certification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGoldenPayloadsFoldInAnyOrder()
    {
        Author a('a');
        const Entry entered = a.write(Line, kind::CertificationEntered, golden(u"certification.entered.v1.json"_qs), {}, Morning);
        const Entry voided = a.write(Line, kind::CertificationVoided, golden(u"certification.voided.v1.json"_qs), {entered.header.key}, Morning + 60'000);
        const Certification held = Certification::fold(Line, {entered});
        QVERIFY(held.isKnown() && !held.isVoid());
        QCOMPARE(held.number, 41);
        QCOMPARE(held.series, u"03"_qs);
        QCOMPARE(held.paper, u"Bằng tốt nghiệp"_qs);
        QCOMPARE(held.fee, Money{15'000});
        const Certification one = Certification::fold(Line, {voided, entered, voided});
        QCOMPARE(one, Certification::fold(Line, {entered, voided}));
        QVERIFY(one.isVoid());
        QCOMPARE(one.number, 41);
        QCOMPARE(one.voidReason, u"ghi nhầm số bản"_qs);
        QCOMPARE(Certification::fromJson(one.toJson()), one);
        QVERIFY(!Certification::fold(Line, {voided}).isKnown());
    }

    void booksOfADeskAreItsNumberAndThoseApartTellTheirLog()
    {
        QCOMPARE(Certification::seriesOf(3, testId('a'), false), u"03"_qs);
        const QString apart = Certification::seriesOf(3, testId('a'), true);
        QVERIFY(apart.startsWith(u"03."_qs));
        QVERIFY(apart != Certification::seriesOf(3, testId('b'), true));
    }

    void theShippedRegistersAreRead()
    {
        const auto rules = CertificationRules::read({u"register.json"_qs, contents(u"../../resources/certification/register.json"_qs)});
        QVERIFY(rules);
        const CertificationRules::Kind *kind = rules->ofProcedure(u"2.000815"_qs);
        QVERIFY(kind);
        QCOMPARE(kind->id, u"copy"_qs);
        QCOMPARE(rules->ofProcedure(u"2.000815.000.00.00.H55"_qs), kind);
        QVERIFY(!rules->ofProcedure(u"2.0008151"_qs));
        QVERIFY(!rules->columns.isEmpty());
        Certification one;
        one.kind = kind->id;
        one.series = u"03"_qs;
        one.year = 2026;
        one.number = 41;
        QVERIFY(rules->bookOf(one).contains(u"03"_qs) && rules->bookOf(one).contains(u"2026"_qs));
        QCOMPARE(rules->numberOf(one), u"41"_qs);
        QVERIFY(rules->statementOf(one).contains(u"41"_qs) && rules->statementOf(one).contains(rules->bookOf(one)) && !rules->statementOf(one).contains(u'{'));
        one.kind = u"later"_qs;
        QVERIFY(rules->statementOf(one).isEmpty());
        QCOMPARE(rules->bookOf(one), u"03/2026"_qs);
    }

    void mistakesAreTold_data()
    {
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        QTest::newRow("a book of no year") << QByteArray("{series}/{year}-SCT/BS") << QByteArray("{series}-SCT/BS");
        QTest::newRow("a number without itself") << QByteArray("\"{number}\"") << QByteArray("\"{series}\"");
        QTest::newRow("a statement of no book") << QByteArray("quyển số {book}") << QByteArray("quyển số");
        QTest::newRow("a procedure twice") << QByteArray("2.000884") << QByteArray("2.000815");
        QTest::newRow("no certainty") << QByteArray("\"mark\": \"UNVERIFIED: the letters") << QByteArray("\"remark\": \"UNVERIFIED: the letters");
        QTest::newRow("an unknown column") << QByteArray("\"id\": \"paper\"") << QByteArray("\"id\": \"colour\"");
    }
    void mistakesAreTold()
    {
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, wrong);
        QByteArray json = contents(u"../../resources/certification/register.json"_qs);
        QVERIFY(json.contains(right));
        QVERIFY(!CertificationRules::read({u"register.json"_qs, json.replace(right, wrong)}));
    }
};

QTEST_GUILESS_MAIN(tst_Certification)
#include "tst_Certification.moc"
