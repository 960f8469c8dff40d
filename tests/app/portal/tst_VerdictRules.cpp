// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/VerdictRules.h"

#include "models/form/FormDraft.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace motcua::portal;

namespace {

QByteArray shipped()
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/portal/verdicts.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject table()
{
    return QJsonDocument::fromJson(shipped()).object();
}

journal::Entry entry(const char *kind, const QJsonObject &said)
{
    journal::Entry entry;
    entry.header.kind = kind;
    entry.payload = journal::Payload{QByteArray(16, 's'), QJsonDocument(said).toJson()};
    return entry;
}

Dossier dossier(const QString &name)
{
    Dossier dossier;
    dossier.acceptance = {{QStringLiteral("roles"), QJsonObject{{QStringLiteral("applicant.name"), QStringLiteral("hoTen")}}}};
    FormDraft draft;
    draft.set(QStringLiteral("hoTen"), FieldValue::given(name));
    dossier.fields[QStringLiteral("hoTen")].value = draft.toJson()[u"hoTen"];
    return dossier;
}

} // namespace

/** What is judged and by what stands in a file, and so does how a number is written. */
class tst_VerdictRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsShippedIsRead();
    void whatIsMissingIsRefused_data();
    void whatIsMissingIsRefused();
    void anotherFileIsNoRules_data();
    void anotherFileIsNoRules();
    void numbersAreWrittenAndRead_data();
    void numbersAreWrittenAndRead();
    void otherPatternsAreNone_data();
    void otherPatternsAreNone();
};

void tst_VerdictRules::whatIsShippedIsRead()
{
    const auto rules = VerdictRules::fromJson(shipped());
    QVERIFY2(rules, qPrintable(rules ? QString() : rules.error().detail));
    QVERIFY((*rules)->kinds().contains("dossier.accepted"));
    QVERIFY((*rules)->givesNumber("dossier.accepted"));
    QVERIFY(!(*rules)->givesNumber("dossier.stepped"));
    QVERIFY(!(*rules)->kinds().contains("slip.issued"));
}

void tst_VerdictRules::whatIsMissingIsRefused_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QJsonObject>("said");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code"); ///< empty: accepted
    QTest::addColumn<QStringList>("fields");
    const QJsonObject whole{{QStringLiteral("code"), QStringLiteral("H26.15-261123-0001")}, {QStringLiteral("procedure"), QStringLiteral("9.000001")}};
    QTest::newRow("whole") << QByteArray("dossier.accepted") << whole << QStringLiteral("Nguyễn Thị Hoà") << QString() << QStringList();
    QTest::newRow("no name") << QByteArray("dossier.accepted") << whole << QString() << QStringLiteral("missingField") << QStringList{QStringLiteral("hoTen")};
    QTest::newRow("a blank name") << QByteArray("dossier.accepted") << whole << QStringLiteral("  ") << QStringLiteral("missingField") << QStringList{QStringLiteral("hoTen")};
    QTest::newRow("nothing at all") << QByteArray("dossier.accepted") << QJsonObject() << QString() << QStringLiteral("missingCode") << QStringList{QStringLiteral("hoTen")};
    QTest::newRow("an empty code") << QByteArray("dossier.accepted") << QJsonObject{{QStringLiteral("code"), QString()}, {QStringLiteral("procedure"), QStringLiteral("9")}}
                                   << QStringLiteral("Hoà") << QStringLiteral("missingCode") << QStringList();
    QTest::newRow("a step to nowhere") << QByteArray("dossier.stepped") << QJsonObject() << QString() << QStringLiteral("missingStatus") << QStringList();
    QTest::newRow("a step") << QByteArray("dossier.stepped") << QJsonObject{{QStringLiteral("to"), 4}} << QString() << QString() << QStringList();
    QTest::newRow("nothing is asked of it") << QByteArray("dossier.cancelled") << QJsonObject() << QString() << QString() << QStringList();
}

void tst_VerdictRules::whatIsMissingIsRefused()
{
    QFETCH(QByteArray, kind);
    QFETCH(QJsonObject, said);
    QFETCH(QString, name);
    QFETCH(QString, code);
    const Finding finding = (*VerdictRules::fromJson(shipped()))->assess(dossier(name), entry(kind.constData(), said));
    QCOMPARE(finding.isAccepted, code.isEmpty());
    QCOMPARE(finding.code, code);
    QTEST(finding.fields, "fields");
    QCOMPARE(finding.text.isEmpty(), code.isEmpty());
    QCOMPARE(finding.fault, PortalVerdict::Fault::Data);
}

void tst_VerdictRules::anotherFileIsNoRules_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto with = [](const char *name, const QJsonValue &value) {
        QJsonObject changed = table();
        value.isUndefined() ? changed.remove(QLatin1StringView(name)) : void(changed[QLatin1StringView(name)] = value);
        return QJsonDocument(changed).toJson();
    };
    const auto kinds = [&](const QJsonArray &array) { return with("kinds", array); };
    const auto kind = [&](const QJsonArray &needs) { return kinds({QJsonObject{{QStringLiteral("kind"), QStringLiteral("dossier.accepted")}, {QStringLiteral("needs"), needs}}}); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << shipped().first(400);
    QTest::newRow("another schema") << with("schema", QStringLiteral("motcua.verdicts/2"));
    QTest::newRow("no number") << with("number", QJsonValue::Undefined);
    QTest::newRow("no kinds") << kinds({});
    QTest::newRow("a kind without a name") << kinds({QJsonObject{{QStringLiteral("needs"), QJsonArray()}}});
    QTest::newRow("a kind without needs") << kinds({QJsonObject{{QStringLiteral("kind"), QStringLiteral("dossier.accepted")}}});
    QTest::newRow("a kind twice") << kinds({table()[u"kinds"][0], table()[u"kinds"][0]});
    QTest::newRow("a need of nothing") << kind({QJsonObject{{QStringLiteral("code"), QStringLiteral("c")}, {QStringLiteral("text"), QStringLiteral("t")}}});
    QTest::newRow("a need of two") << kind({QJsonObject{{QStringLiteral("role"), QStringLiteral("r")}, {QStringLiteral("said"), QStringLiteral("s")}, {QStringLiteral("code"), QStringLiteral("c")}, {QStringLiteral("text"), QStringLiteral("t")}}});
    QTest::newRow("a need without a code") << kind({QJsonObject{{QStringLiteral("role"), QStringLiteral("r")}, {QStringLiteral("text"), QStringLiteral("t")}}});
    QTest::newRow("a need without a text") << kind({QJsonObject{{QStringLiteral("role"), QStringLiteral("r")}, {QStringLiteral("code"), QStringLiteral("c")}}});
}

void tst_VerdictRules::anotherFileIsNoRules()
{
    QFETCH(QByteArray, json);
    const auto rules = VerdictRules::fromJson(json);
    QVERIFY(!rules);
    QCOMPARE(rules.error().code, ErrorCode::CatalogueSchema);
}

void tst_VerdictRules::numbersAreWrittenAndRead_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("number");
    QTest::newRow("the first") << QStringLiteral("{yy}.{MM}.{dd}.{n:5}") << 1 << QStringLiteral("26.11.23.00001");
    QTest::newRow("the last that fits") << QStringLiteral("{yy}.{MM}.{dd}.{n:5}") << 99'999 << QStringLiteral("26.11.23.99999");
    QTest::newRow("one more") << QStringLiteral("{yy}.{MM}.{dd}.{n:5}") << 100'000 << QStringLiteral("26.11.23.100000");
    QTest::newRow("words around it") << QStringLiteral("LC-{yyyy}{MM}{dd}/{n:3}-M") << 7 << QStringLiteral("LC-20261123/007-M");
    QTest::newRow("the day behind it") << QStringLiteral("{n:2}/{dd}/{MM}/{yy}") << 7 << QStringLiteral("07/23/11/26");
}

void tst_VerdictRules::numbersAreWrittenAndRead()
{
    QFETCH(QString, pattern);
    QFETCH(int, count);
    QFETCH(QString, number);
    const auto read = NumberPattern::fromText(pattern);
    QVERIFY(read);
    const QDate day(2026, 11, 23);
    QCOMPARE(read->number(day, count), number);
    QCOMPARE(read->countIn(number, day), std::optional(count));
    QVERIFY(!read->countIn(number, day.addDays(1)));
    QVERIFY(!read->countIn(number + u'x', day));
    QVERIFY(!read->countIn(number.chopped(1), day) || number.endsWith(u'0'));
    QVERIFY(!read->countIn({}, day));
}

void tst_VerdictRules::otherPatternsAreNone_data()
{
    QTest::addColumn<int>("none");
    for (const char *pattern : {"", "26.11.23.00001", "{n:5}", "{yy}.{MM}.{dd}", "{yy}.{MM}.{n:5}", "{yy}.{MM}.{dd}.{n:0}", "{yy}.{MM}.{dd}.{n}", "{yy}{MM}{dd}{n:5}",
             "{yy}.{MM}.{dd}.{n:5}.{n:5}", "{yy}.{MM}.{dd}.{hh}.{n:5}", "{yy}.{MM}.{dd}.1{n:5}", "{yy}.{MM}.{dd}.{n:5", "{yy}.{MM}.{dd}.{n:5}}"}) {
        QTest::newRow(pattern[0] == '\0' ? "nothing" : pattern) << 0;
    }
}

void tst_VerdictRules::otherPatternsAreNone()
{
    const QString pattern = QString::fromLatin1(QTest::currentDataTag());
    const auto read = NumberPattern::fromText(pattern == u"nothing" ? QString() : pattern);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::CatalogueSchema);
}

QTEST_GUILESS_MAIN(tst_VerdictRules)
#include "tst_VerdictRules.moc"
