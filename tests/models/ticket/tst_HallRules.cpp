// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/HallRules.h"

#include <QTest>

using namespace motcua;

/** Most rows change one line of a good file; the complaint must name the place and what is wrong. */
class tst_HallRules : public QObject
{
    Q_OBJECT

    static QByteArray good()
    {
        return R"json({
  "schema": "motcua.hall/1", "mark": "test",
  "groups": [
    { "letter": "A", "name": "Một", "nameEn": "One", "fields": ["x", "y"] },
    { "letter": "Z", "name": "Hai", "nameEn": "Two" }
  ],
  "priorities": [
    { "id": "old", "name": "Già", "nameEn": "Old", "aheadMinutes": 20, "mark": "read" },
    { "id": "ill", "name": "Ốm", "nameEn": "Ill", "aheadMinutes": 240, "mark": "test" },
    { "id": "dear", "name": "Quý", "nameEn": "Dear", "aheadMinutes": 0, "mark": "test" }
  ],
  "needs": [ { "id": "deaf", "name": "Điếc", "nameEn": "Deaf" }, { "id": "old", "name": "Chậm", "nameEn": "Slow" } ],
  "holdPlaces": [ { "id": "home", "name": "Nhà", "nameEn": "Home" }, { "id": "bank", "name": "Kho bạc", "nameEn": "Bank" } ],
  "recalls": 9, "forgottenMinutes": 480,
  "appointments": { "minutes": 15, "each": 2, "daysAhead": 30, "aheadMinutes": 40, "lateMinutes": 10, "mark": "test" },
  "messages": { "before": 3, "quietMinutes": 2, "holdMinutes": 20, "usefulSeconds": 90, "texts": [
    { "kind": "soon", "text": "{number} {before}" },
    { "kind": "called", "text": "Gọi {number} {desk}" },
    { "kind": "called", "need": "old", "text": "Mời {number} {desk}" },
    { "kind": "held", "text": "{number} giữ" }
  ], "mark": "test" }
})json";
    }

    static HallRules goodRules()
    {
        const auto rules = HallRules::read({u"good.json"_qs, good()});
        return rules ? *rules : HallRules();
    }

private Q_SLOTS:
    void keepsWhatAGoodFileSaysInItsOrder()
    {
        const auto read = HallRules::read({u"good.json"_qs, good()});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        HallRules expected;
        expected.groups = {{u"A"_qs, u"Một"_qs, u"One"_qs, {u"x"_qs, u"y"_qs}}, {u"Z"_qs, u"Hai"_qs, u"Two"_qs, {}}};
        expected.priorities = {{u"old"_qs, u"Già"_qs, u"Old"_qs, 20, u"read"_qs}, {u"ill"_qs, u"Ốm"_qs, u"Ill"_qs, 240, u"test"_qs},
            {u"dear"_qs, u"Quý"_qs, u"Dear"_qs, 0, u"test"_qs}};
        expected.needs = {{u"deaf"_qs, u"Điếc"_qs, u"Deaf"_qs}, {u"old"_qs, u"Chậm"_qs, u"Slow"_qs}};
        expected.holdPlaces = {{u"home"_qs, u"Nhà"_qs, u"Home"_qs}, {u"bank"_qs, u"Kho bạc"_qs, u"Bank"_qs}};
        expected.appointments = {15, 2, 30, 40, 10, u"test"_qs};
        using Kind = TicketMessageKind;
        expected.messages = {3, 2, 20, 90,
            {{Kind::Soon, {}, u"{number} {before}"_qs}, {Kind::Called, {}, u"Gọi {number} {desk}"_qs}, {Kind::Called, u"old"_qs, u"Mời {number} {desk}"_qs},
                {Kind::HeldLong, {}, u"{number} giữ"_qs}},
            u"test"_qs};
        expected.recalls = 9;
        expected.forgottenMinutes = 480;
        QVERIFY(*read == expected);
    }

    void anAppointmentCountsAsWaiting_data()
    {
        QTest::addColumn<int>("minutesBefore");
        QTest::addColumn<int>("ahead");
        QTest::newRow("on time") << 0 << 40;
        QTest::newRow("ten minutes early") << 10 << 30;
        QTest::newRow("when it begins to count") << 40 << 0;
        QTest::newRow("much too early") << 300 << 0;
        QTest::newRow("a little late") << -10 << 50;
        QTest::newRow("too late") << -11 << 0;
    }
    void anAppointmentCountsAsWaiting()
    {
        QFETCH(int, minutesBefore);
        constexpr qint64 At = 1'770'000'000'000;
        QTEST(goodRules().aheadMinutes(At, At - minutesBefore * 60'000LL), "ahead");
    }

    void aHouseWithoutAppointmentsGivesNone()
    {
        QByteArray file = good();
        const qsizetype from = file.indexOf(",\n  \"appointments\"");
        file.remove(from, file.lastIndexOf('\n') - from);
        const auto read = HallRules::read({u"good.json"_qs, file});
        QVERIFY(read);
        QCOMPARE(read->appointments, AppointmentRule());
        QCOMPARE(read->appointments.minutes, 0);
        QCOMPARE(read->messages, TicketMessageRule()); // nor sends it anything
    }

    void aGroupIsFoundByItsLetterAlone()
    {
        const HallRules rules = goodRules();
        QVERIFY(rules.group(u"Z"_qs));
        QCOMPARE(rules.group(u"Z"_qs)->nameEn, u"Two"_qs);
        QVERIFY(!rules.group(u"z"_qs));
        QVERIFY(!rules.group(u"B"_qs));
        QVERIFY(!rules.group(QString()));
    }

    void ageAloneMayDecide_data()
    {
        QTest::addColumn<QString>("born");
        QTest::addColumn<QStringList>("expected");
        const QStringList both{u"old"_qs, u"dear"_qs};
        QTest::addRow("sixty today") << u"1966-11-30"_qs << QStringList{u"old"_qs};
        QTest::addRow("sixty tomorrow") << u"1966-12-01"_qs << QStringList();
        QTest::addRow("ninety") << u"1936-11-30"_qs << both;
        QTest::addRow("a year that may be too late") << u"1966"_qs << QStringList();
        QTest::addRow("a year that is early enough") << u"1965"_qs << QStringList{u"old"_qs};
        QTest::addRow("a month whose last day is today") << u"1966-11"_qs << QStringList{u"old"_qs};
        QTest::addRow("a child") << u"2020-01-01"_qs << QStringList();
        QTest::addRow("not born yet") << u"2030-01-01"_qs << QStringList();
    }
    void ageAloneMayDecide()
    {
        QFETCH(QString, born);
        QByteArray file = good();
        file.replace("\"mark\": \"read\"", "\"fromAge\": 60, \"mark\": \"read\"");
        file.replace("\"aheadMinutes\": 0", "\"fromAge\": 90, \"aheadMinutes\": 0");
        const auto rules = HallRules::read({u"good.json"_qs, file});
        QVERIFY(rules);
        QTEST(rules->prioritiesOf(*PartialDate::fromIso(born), QDate(2026, 11, 30)), "expected");
        QVERIFY(goodRules().prioritiesOf(*PartialDate::fromIso(u"1900-01-01"), QDate(2026, 11, 30)).isEmpty()); // a file that says nothing of age
    }

    void aResultIsCollectedInOneGroup()
    {
        QVERIFY(!goodRules().collecting());
        const auto rules = HallRules::read({u"good.json"_qs, good().replace("\"Two\"", "\"Two\", \"collects\": true")});
        QVERIFY(rules);
        QCOMPARE(rules->collecting()->letter, u"Z"_qs);
        QCOMPARE(rules->groupOf(u"y"_qs)->letter, u"A"_qs);
        QVERIFY(!rules->groupOf(u"z"_qs));
        QVERIFY(!rules->groupOf(QString()));
    }

    void theLargestReasonCountsAndNoneAddsUp_data()
    {
        QTest::addColumn<QStringList>("priorities");
        QTest::addColumn<int>("expected");
        QTest::addRow("none") << QStringList() << 0;
        QTest::addRow("one") << QStringList{u"old"_qs} << 20;
        QTest::addRow("two, the larger first") << QStringList{u"ill"_qs, u"old"_qs} << 240;
        QTest::addRow("two, the larger last") << QStringList{u"old"_qs, u"ill"_qs} << 240;
        QTest::addRow("the same twice") << QStringList{u"old"_qs, u"old"_qs} << 20;
        QTest::addRow("one that puts nobody ahead") << QStringList{u"dear"_qs} << 0;
        QTest::addRow("unknown") << QStringList{u"rich"_qs} << 0;
        QTest::addRow("unknown and known") << QStringList{u"rich"_qs, u"old"_qs} << 20;
        QTest::addRow("a need is no reason") << QStringList{u"deaf"_qs} << 0;
    }
    void theLargestReasonCountsAndNoneAddsUp()
    {
        QFETCH(QStringList, priorities);
        QFETCH(int, expected);
        QCOMPARE(goodRules().aheadMinutes(priorities), expected);
    }

    void namesLineColumnAndWhat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("changed");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *text, const char *changed, const QStringList &expected) {
            QTest::addRow("%s", name) << QByteArray(text) << QByteArray(changed) << expected;
        };
        row("another kind of file", "motcua.hall/1", "motcua.hall/2", {u"2:13: \"schema\" must be one of: motcua.hall/1"_qs});
        row("a file without a mark", ", \"mark\": \"test\",\n  \"groups\"", ",\n  \"groups\"", {u"1:1: \"mark\" is missing"_qs});
        row("a small letter", "\"Z\"", "\"z\"", {u"5:17: \"letter\" must be one capital letter from A to Z"_qs});
        row("two letters", "\"Z\"", "\"ZZ\"", {u"5:17: \"letter\" must be one capital letter"_qs});
        row("a letter of Vietnamese", "\"Z\"", "\"Đ\"", {u"5:17: \"letter\" must be one capital letter"_qs});
        row("a full-width letter", "\"Z\"", "\"Ｚ\"", {u"5:17: \"letter\" must be one capital letter"_qs});
        row("a digit for a letter", "\"Z\"", "\"7\"", {u"5:17: \"letter\" must be one capital letter"_qs});
        row("no letter", "\"Z\"", "\"\"", {u"5:17: \"letter\" must not be empty"_qs});
        row("a letter twice", "\"Z\"", "\"A\"", {u"5:17: the letter \"A\" stands here twice"_qs});
        row("a field twice in a group", "\"y\"]", "\"x\"]", {u"4:70: the field \"x\" stands here twice"_qs});
        row("a field in two groups", "\"Two\"", "\"Two\", \"fields\": [\"y\"]", {u"5:65: the field \"y\" stands here twice"_qs});
        row("an empty field", "\"y\"]", "\" \"]", {u"4:70: a text is expected here"_qs});
        row("a group without a name", "\"Hai\"", "\" \"", {u"5:30: \"name\" must not be empty"_qs});
        row("a group without an English name", ", \"nameEn\": \"Two\"", "", {u"5:5: \"nameEn\" is missing"_qs});
        row("an unknown member of a group", "\"Two\"", "\"Two\", \"desk\": 1", {u"5:54: unknown key \"desk\""_qs});
        row("a priority twice", "\"ill\"", "\"old\"", {u"9:13: the id \"old\" stands here twice"_qs});
        row("a priority without a name", "\"Ốm\"", "\"\"", {u"9:28: \"name\" must not be empty"_qs});
        row("a priority without an English name", "\"Ill\"", "\"\"", {u"9:44: \"nameEn\" must not be empty"_qs});
        row("a priority without its mark", ", \"mark\": \"read\"", "", {u"8:5: \"mark\" is missing"_qs});
        row("a priority that puts behind", "240", "-1", {u"9:67: \"aheadMinutes\" must be a whole number from 0 to 240"_qs});
        row("a priority of more than four hours", "240", "241", {u"9:67: \"aheadMinutes\" must be a whole number from 0 to 240"_qs});
        row("a priority of half a minute", "240", "0.5", {u"9:67: \"aheadMinutes\" must be a whole number from 0 to 240"_qs});
        row("an unknown member of a priority", "240", "240, \"first\": true", {u"9:72: unknown key \"first\""_qs});
        row("an age of nobody", "240", "240, \"fromAge\": 151", {u"9:83: \"fromAge\" must be a whole number from 1 to 150"_qs});
        row("an age in words", "240", "240, \"fromAge\": \"60\"", {u"9:83: \"fromAge\" must be a whole number"_qs});
        row("two groups that collect", "[\"x\", \"y\"] },\n    { \"letter\": \"Z\", \"name\": \"Hai\",", "[\"x\", \"y\"], \"collects\": true },\n    { \"letter\": \"Z\", \"collects\": true, \"name\": \"Hai\",",
            {u"5:34: one group is for results that are ready"_qs});
        row("a need twice", "\"id\": \"old\", \"name\": \"Chậm\"", "\"id\": \"deaf\", \"name\": \"Chậm\"",
            {u"12:74: the id \"deaf\" stands here twice"_qs, u"19:33: there is no need \"old\""_qs});
        row("a need that changes the order", "\"Deaf\"", "\"Deaf\", \"aheadMinutes\": 5", {u"12:64: unknown key \"aheadMinutes\""_qs});
        row("a place twice", "\"bank\"", "\"home\"", {u"13:78: the id \"home\" stands here twice"_qs});
        row("a place without an id", "\"id\": \"bank\", ", "", {u"13:70: \"id\" is missing"_qs});
        row("no call at all", "\"recalls\": 9", "\"recalls\": 0", {u"14:14: \"recalls\" must be a whole number from 1 to 9"_qs});
        row("ten calls", "\"recalls\": 9", "\"recalls\": 10", {u"14:14: \"recalls\" must be a whole number from 1 to 9"_qs});
        row("appointments every moment", "\"minutes\": 15", "\"minutes\": 4", {u"15:32: \"minutes\" must be a whole number from 5 to 120"_qs});
        row("appointments for nobody", "\"each\": 2", "\"each\": 0", {u"15:44: \"each\" must be a whole number from 1 to 50"_qs});
        row("appointments without a mark", "\"lateMinutes\": 10, \"mark\": \"test\"", "\"lateMinutes\": 10", {u"15:19: \"mark\" is missing"_qs});
        row("a message to everybody who waits", "\"before\": 3", "\"before\": 21", {u"16:27: \"before\" must be a whole number from 1 to 20"_qs});
        row("a message of yesterday", "\"usefulSeconds\": 90", "\"usefulSeconds\": 601", {u"16:85: \"usefulSeconds\" must be a whole number from 10 to 600"_qs});
        row("a message that does not say whose turn it is", "{number} giữ", "giữ", {u"20:31: \"text\" must have {number}, of a call {desk} too, and no place but {number} and {minutes}"_qs});
        row("a call that does not say where to", "Gọi {number} {desk}", "Gọi {number}", {u"18:33: \"text\" must have {number}, of a call {desk} too, and no place but {number} and {desk}"_qs});
        row("a place that is not filled", "{number} giữ", "{number} {desk}", {u"20:31: \"text\" must have {number}, of a call {desk} too, and no place but {number} and {minutes}"_qs});
        row("a message for a need there is not", "\"need\": \"old\"", "\"need\": \"rich\"", {u"19:33: there is no need \"rich\""_qs});
        row("a message twice", "\"kind\": \"called\", \"text\"", "\"kind\": \"soon\", \"text\"",
            {u"16:98: \"texts\" has no \"called\" for everybody"_qs, u"18:5: there is such a message already"_qs, u"18:31: \"text\" must have {number}, of a call {desk} too, and no place but {number} and {before}"_qs});
        row("messages without a mark", "  ], \"mark\": \"test\" }", "  ] }", {u"16:15: \"mark\" is missing"_qs});
        row("a need with a colon", "\"id\": \"deaf\"", "\"id\": \"tel:1\"", {u"12:22: \"id\" must not have a colon"_qs});
        row("forgotten at once", "480", "0", {u"14:37: \"forgottenMinutes\" must be a whole number from 1 to 480"_qs});
        row("forgotten after a day", "480", "481", {u"14:37: \"forgottenMinutes\" must be a whole number from 1 to 480"_qs});
        row("an unknown member", "\"recalls\"", "\"oldestFirst\": 1, \"recalls\"", {u"14:3: unknown key \"oldestFirst\""_qs});
        row("a rule of the post without its English sentence", "\"recalls\"", "\"post\": {\"text\": \"Không\", \"mark\": \"test\"}, \"recalls\"",
            {u"14:11: \"textEn\" is missing"_qs});
        row("an unknown member of the rule of the post", "\"recalls\"",
            "\"post\": {\"text\": \"Không\", \"textEn\": \"No\", \"mark\": \"test\", \"day\": 1}, \"recalls\"", {u"14:61: unknown key \"day\""_qs});
        row("no needs", "\"needs\"", "\"need\"", {u"1:1: \"needs\" is missing"_qs, u"12:3: unknown key \"need\""_qs, u"19:33: there is no need \"old\""_qs});
        row("every mistake at once", "\"ill\", \"name\": \"Ốm\"", "\"old\", \"name\": \"\"",
            {u"9:13: the id \"old\" stands here twice"_qs, u"9:28: \"name\" must not be empty"_qs});
    }
    void namesLineColumnAndWhat()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, changed);
        QFETCH(QStringList, expected);
        QByteArray bytes = good();
        QCOMPARE(bytes.count(text), 1);
        bytes.replace(text, changed);
        const auto rules = HallRules::read({u"bad.json"_qs, bytes});
        QVERIFY(!rules);
        QStringList found;
        for (const Error &error : rules.error()) {
            QCOMPARE(error.code, ErrorCode::CatalogueSchema);
            found.append(error.detail);
        }
        QVERIFY2(found.size() == expected.size(), qPrintable(found.join(u'\n')));
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QVERIFY2(found[i].startsWith(u"bad.json:"_qs + expected[i]), qPrintable(found.join(u'\n')));
        }
    }

    void refusesWhatIsNoHallAtAll_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("first");
        QTest::addRow("nothing") << QByteArray() << ErrorCode::CatalogueSyntax << u"bad.json:1:1: "_qs;
        QTest::addRow("a comma too many") << QByteArray("{\n\"recalls\": 3,\n}") << ErrorCode::CatalogueSyntax << u"bad.json:3:1: "_qs;
        QTest::addRow("a list") << QByteArray("[]") << ErrorCode::CatalogueSchema << u"bad.json:1:1: an object is expected here"_qs;
        const QByteArray empty(R"({"schema": "motcua.hall/1", "mark": "m", "groups": [], "priorities": [], "needs": [], "holdPlaces": [],
"recalls": 3, "forgottenMinutes": 45})");
        QTest::addRow("no groups") << empty << ErrorCode::CatalogueSchema << u"bad.json:1:52: \"groups\" must not be empty"_qs;
    }
    void refusesWhatIsNoHallAtAll()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QString, first);
        const auto rules = HallRules::read({u"bad.json"_qs, bytes});
        QVERIFY(!rules);
        QCOMPARE(rules.error().constFirst().code, code);
        QVERIFY2(rules.error().constFirst().detail.startsWith(first), qPrintable(rules.error().constFirst().detail));
    }
};

QTEST_APPLESS_MAIN(tst_HallRules)
#include "tst_HallRules.moc"
