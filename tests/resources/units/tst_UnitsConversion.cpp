// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/AdministrativeUnits.h"
#include "models/address/OldAddress.h"
#include "models/address/UnitsWriter.h"
#include "resources/units/convert/UnitsConversion.h"

#include <QFile>
#include <QTest>

using namespace motcua;

/** A published list in small: what is taken from it, what is put right, and what stops the build. */
class tst_UnitsConversion : public QObject
{
    Q_OBJECT

    static QByteArray supplement()
    {
        return R"({
  "schema": "motcua.units/1",
  "source": "test", "mark": "invented",
  "placeIdentifier": { "pattern": "[0-9]{12}", "basis": "test", "mark": "test" },
  "kinds": [
    { "id": "province", "name": "Tỉnh", "shorts": ["T"], "levels": ["province"] },
    { "id": "city", "name": "Thành phố", "shorts": ["TP"], "levels": ["province", "district"] },
    { "id": "district", "name": "Huyện", "levels": ["district"] },
    { "id": "town", "name": "Thị xã", "levels": ["district"] },
    { "id": "ward", "name": "Phường", "levels": ["commune"] },
    { "id": "commune", "name": "Xã", "levels": ["commune"] }
  ],
  "provinces": [ { "code": "02", "kind": "city", "mark": "test" } ],
  "formerProvincesMark": "test",
  "formerProvinces": [ { "name": "Tỉnh Núi", "code": "09" } ],
  "formerUnits": [
    { "name": "Huyện Đảo", "district": "Huyện Đảo", "province": "Tỉnh Biển", "now": ["00203"], "mark": "test" }
  ],
  "aliases": [
    { "of": "province", "unit": "Tỉnh Biển", "texts": ["Bể", "Thành phố Bể"], "mark": "test" },
    { "of": "district", "unit": "Thị xã Bãi", "province": "Tỉnh Biển", "texts": ["Huyện Cát"], "mark": "test" },
    { "of": "country", "texts": ["Nước"], "mark": "test" }
  ]
})";
    }
    static QByteArray list()
    {
        return R"([
  { "type": "header", "version": "9" },
  { "type": "table", "name": "ward_mappings", "data": [
    { "old_ward_code": "00301", "old_ward_name": "Xã Hòa An", "old_district_name": "Huyện Suối", "old_province_name": "Tỉnh Núi", "new_ward_code": "00101", "new_ward_name": "Xã Hoà An", "new_province_name": "Núi" },
    { "old_ward_code": null, "old_ward_name": "Xã Hoà An", "old_district_name": "Huyện Suối", "old_province_name": "Tỉnh Núi", "new_ward_code": "102", "new_ward_name": "Xã Đá", "new_province_name": "Tỉnh Núi" },
    { "old_ward_code": "", "old_ward_name": "Xã Hòa An", "old_district_name": "Huyện Suối", "old_province_name": "Tỉnh Núi", "new_ward_code": "00203", "new_ward_name": "Xã Đá", "new_province_name": "Núi" },
    { "old_ward_code": "00302", "old_ward_name": "Phường Cát", "old_district_name": "Thị xã Bãi", "old_province_name": "Tỉnh Biển", "new_ward_code": "00201", "new_ward_name": "Phường Cát", "new_province_name": "Biển", "note": "ignored" },
    { "old_ward_code": "", "old_ward_name": null, "old_district_name": null, "old_province_name": null, "new_ward_code": "00203", "new_ward_name": "Xã Đảo", "new_province_name": "Biển" }
  ] },
  { "type": "table", "name": "provinces", "data": [
    { "province_code": "01", "name": "Núi", "place_type": "Tỉnh" },
    { "province_code": "02", "name": "Biển", "place_type": "Tỉnh" }
  ] },
  { "type": "table", "name": "wards", "data": [
    { "ward_code": "00101", "name": "Xã Hòa An", "province_code": "01" },
    { "ward_code": "00102", "name": "Xã Đá", "province_code": "01" },
    { "ward_code": "00201", "name": "Phường Cát", "province_code": "02" },
    { "ward_code": "00203", "name": "Xã Đảo", "province_code": "02" }
  ] }
])";
    }

    static Result<UnitsConversion, QList<Error>> convert(const QByteArray &list, const QByteArray &supplement)
    {
        return UnitsConversion::from({u"list.json"_qs, list}, {u"supplement.json"_qs, supplement});
    }

private Q_SLOTS:
    void readsWhatTheListSays()
    {
        const auto conversion = convert(list(), supplement());
        QVERIFY2(conversion, conversion ? "" : qPrintable(conversion.error()[0].detail));
        const UnitsTables &tables = conversion->tables;
        QCOMPARE(tables.provinces.size(), 2);
        QCOMPARE(tables.communes.size(), 4);
        QCOMPARE(tables.formerUnits.size(), 3);
        QCOMPARE(tables.formerUnits[0].code, 301);
        QCOMPARE(tables.formerUnits[0].now, QList<qsizetype>({0, 1})); // one commune in three rows, tones placed both ways
        QCOMPARE(conversion->byName, qsizetype(2)); // a code nobody has, and one of another commune
        QCOMPARE(conversion->nameless, qsizetype(1));
    }

    void addsWhatWeKnowBetter()
    {
        const auto conversion = convert(list(), supplement());
        QVERIFY(conversion);
        const auto units = AdministrativeUnits::fromBytes(unitsFile(conversion->tables));
        QVERIFY(units);
        QCOMPARE(units->province(u"02"_qs)->fullName(), u"Thành phố Biển"_qs);
        QCOMPARE(units->province(u"02"_qs)->mark, u"test"_qs);
        QCOMPARE(units->formerProvince(u"09"_qs)->name, u"Tỉnh Núi"_qs);
        const auto now = [&units](const QString &text) {
            const auto address = OldAddress::read(*units, text);
            return address && address->communes().size() == 1 ? address->communes()[0].code : QString();
        };
        QCOMPARE(now(u"huyện Đảo, tỉnh Biển"_qs), u"00203"_qs);
        QCOMPARE(now(u"phường Cát, huyện Cát, Bể, Nước"_qs), u"00201"_qs);
        QVERIFY(OldAddress::read(*units, u"phường Cát, huyện Cát, Bể, Nước"_qs)->unread.isEmpty());
    }

    void theShippedSupplementIsReadWithAnyListThatHasItsUnits()
    {
        QFile file(QStringLiteral(MOTCUA_SUPPLEMENT));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto conversion = convert(list(), file.readAll());
        QVERIFY(!conversion);
        for (const Error &error : conversion.error()) {
            QVERIFY2(error.detail.contains(u"the list has no") || error.detail.contains(u"in a former province of the list"),
                qPrintable(error.detail));
        }
    }

    void stopsAtAMistakeWithItsPlace_data()
    {
        QTest::addColumn<bool>("inList");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QString>("expected");
        const auto list = [](const char *row, const char *right, const char *wrong, const QString &expected) {
            QTest::addRow("list: %s", row) << true << QByteArray(right) << QByteArray(wrong) << u"list.json:"_qs + expected;
        };
        const auto ours = [](const char *row, const char *right, const char *wrong, const QString &expected) {
            QTest::addRow("supplement: %s", row) << false << QByteArray(right) << QByteArray(wrong) << u"supplement.json:"_qs + expected;
        };
        list("no JSON", "[\n", "[,\n", u"1:2: a value is expected here"_qs);
        list("no table", "\"wards\"", "\"communes\"", u"1:1: there is no table \"wards\""_qs);
        list("a code of one digit", "\"province_code\": \"01\", \"name\": \"Núi\"", "\"province_code\": \"1\", \"name\": \"Núi\"",
            u"11:5: a province has a code of two digits"_qs);
        list("a province without a kind", "\"place_type\": \"Tỉnh\"", "\"place_type\": \"Bang\"", u"11:5: a province has"_qs);
        list("a province twice", "\"province_code\": \"02\", \"name\": \"Biển\"", "\"province_code\": \"01\", \"name\": \"Biển\"",
            u"12:5: a province has a code of two digits that no other has"_qs);
        list("a commune in full-width digits", "\"ward_code\": \"00101\"", "\"ward_code\": \"0010１\"", u"15:5: a commune has a code"_qs);
        list("a commune twice", "\"ward_code\": \"00102\"", "\"ward_code\": \"00101\"",
            u"16:5: a commune has a code of five digits that no other has"_qs);
        list("a commune without a kind", "\"Xã Đá\", \"province_code\"", "\"Đá\", \"province_code\"", u"16:5: a commune has"_qs);
        list(
            "a commune with nothing but its kind", "\"Xã Đá\", \"province_code\"", "\"Xã \", \"province_code\"", u"16:5: a commune has"_qs);
        list("a commune in no province", "\"name\": \"Phường Cát\", \"province_code\": \"02\"",
            "\"name\": \"Phường Cát\", \"province_code\": \"03\"", u"17:5: a commune has"_qs);
        list("a former code of four digits", "\"00302\"", "\"0302\"", u"7:5: a former commune has"_qs);
        list("a former commune without a kind", "\"Phường Cát\", \"old_district", "\"Cát\", \"old_district",
            u"7:5: a former commune has"_qs);
        list("a former district without a kind", "\"Thị xã Bãi\"", "\"Bãi\"", u"7:5: a former commune has"_qs);
        list("a former commune without a province", "\"Tỉnh Biển\"", "null", u"7:5: a former commune has"_qs);
        list("a commune of today nobody knows", "\"new_ward_name\": \"Phường Cát\"", "\"new_ward_name\": \"Xã Cát\"",
            u"7:5: the list has no commune \"Xã Cát\" in \"Biển\""_qs);
        list("a name of 5,000 letters", "\"Xã Đá\", \"province_code\"",
            (QByteArray("\"Xã ") + QByteArray(5000, 'x') + "\", \"province_code\"").constData(), u"16:5: a commune has"_qs);
        ours("no JSON", "{\n", "{,\n", u"1:2: a key in quotation marks is expected here"_qs);
        ours("another schema", "motcua.units/1", "motcua.units/2", u"2:13: \"schema\" must be one of: motcua.units/1"_qs);
        ours("an unknown key", "\"source\"", "\"sauce\": 1, \"source\"", u"3:3: unknown key \"sauce\""_qs);
        ours("no mark", "\"mark\": \"invented\",", "", u"1:1: \"mark\" is missing"_qs);
        ours("a kind twice", "\"id\": \"city\"", "\"id\": \"province\"", u"7:13: the kind \"province\" stands here twice"_qs);
        ours("a level nobody knows", "[\"province\"]", "[\"state\"]", u"6:68: a level is one of: province, district, commune"_qs);
        ours("no regular expression", "[0-9]{12}", "([0-9]{12}", u"4:35: \"pattern\" is no regular expression"_qs);
        ours("a province that is not there", "\"code\": \"02\"", "\"code\": \"03\"", u"13:28: the list has no province 03"_qs);
        ours("a kind of another level", "\"kind\": \"city\"", "\"kind\": \"ward\"", u"13:42: there is no kind of province \"ward\""_qs);
        ours("a former province that is not there", "\"Tỉnh Núi\"", "\"Tỉnh Đồi\"",
            u"15:34: the list has no former province of this name"_qs);
        ours("a former code of three digits", "\"09\"", "\"009\"", u"15:54: the code of a province is two digits"_qs);
        ours("a commune that is not there", "[\"00203\"]", "[\"00204\"]", u"17:85: the list has no commune 00204"_qs);
        ours("a former unit without a kind", "\"name\": \"Huyện Đảo\"", "\"name\": \"Đảo\"", u"17:15: a kind, then a name"_qs);
        ours("an alias of nothing", "\"Thị xã Bãi\"", "\"Thị xã Bờ\"", u"21:33: the list has no former unit of this name"_qs);
    }
    void stopsAtAMistakeWithItsPlace()
    {
        QFETCH(bool, inList);
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, wrong);
        QFETCH(QString, expected);
        QByteArray bytes = inList ? list() : supplement();
        const qsizetype at = bytes.indexOf(right);
        QVERIFY(at >= 0);
        bytes.replace(at, right.size(), wrong);
        const auto conversion = convert(inList ? bytes : list(), inList ? supplement() : bytes);
        QVERIFY(!conversion);
        QVERIFY2(conversion.error()[0].detail.startsWith(expected), qPrintable(conversion.error()[0].detail));
    }
};

QTEST_APPLESS_MAIN(tst_UnitsConversion)
#include "tst_UnitsConversion.moc"
