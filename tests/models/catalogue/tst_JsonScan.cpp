// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonScan.h"

#include <QJsonDocument>
#include <QTest>

using namespace motcua;

class tst_JsonScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRfc8259_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("mistake");
        const int good = -1;
        QTest::addRow("everything there is") << QByteArray(" {\"a\": [1, -2.5e+3, 0, \"x\\\"\\u00e9\\n\", true, false, null], \"b\": {}} ")
                                             << good;
        QTest::addRow("empty list") << QByteArray("[]") << good;
        QTest::addRow("empty object with spaces") << QByteArray("{ }") << good;
        QTest::addRow("letters beyond ASCII") << QByteArray("[\"đồng\"]") << good;
        QTest::addRow("nothing") << QByteArray("") << 0;
        QTest::addRow("only spaces") << QByteArray("  ") << 2;
        QTest::addRow("a byte order mark") << QByteArray("\xEF\xBB\xBF{}") << 0;
        QTest::addRow("a comma before the end of a list") << QByteArray("[1,]") << 3;
        QTest::addRow("a comma before the end of an object") << QByteArray(R"({"a":1,})") << 7;
        QTest::addRow("no comma") << QByteArray("[1 2]") << 3;
        QTest::addRow("no colon") << QByteArray(R"({"a" 1})") << 5;
        QTest::addRow("a key without quotation marks") << QByteArray("{a:1}") << 1;
        QTest::addRow("a key with single quotation marks") << QByteArray("{'a':1}") << 1;
        QTest::addRow("the same key twice") << QByteArray(R"({"a":1,"a":2})") << 7;
        QTest::addRow("the same key twice, once escaped") << QByteArray(R"({"a":1,"\u0061":2})") << 7;
        QTest::addRow("the same key in different objects") << QByteArray(R"({"a":{"a":1}})") << good;
        QTest::addRow("a leading zero") << QByteArray("[01]") << 1;
        QTest::addRow("a plus sign") << QByteArray("[+1]") << 1;
        QTest::addRow("a stop without digits") << QByteArray("[1.]") << 1;
        QTest::addRow("an exponent without digits") << QByteArray("[1e]") << 1;
        QTest::addRow("a minus alone") << QByteArray("[-]") << 1;
        QTest::addRow("a word cut short") << QByteArray("[tru]") << 1;
        QTest::addRow("a text never closed") << QByteArray("[\"abc") << 1;
        QTest::addRow("a text over the end of a line") << QByteArray("[\"a\nb\"]") << 3;
        QTest::addRow("an unknown escape") << QByteArray(R"(["a\q"])") << 3;
        QTest::addRow("an escape cut short") << QByteArray(R"(["\u12"])") << 2;
        QTest::addRow("an escape at the very end") << QByteArray("[\"\\") << 2;
        QTest::addRow("half a letter") << QByteArray("[\"\xC4\"]") << 2;
        QTest::addRow("an overlong letter") << QByteArray("[\"\xC0\xAF\"]") << 2;
        QTest::addRow("something after the end") << QByteArray("{} x") << 3;
        QTest::addRow("a comment") << QByteArray("[1] // one") << 4;
        QTest::addRow("an object never closed") << QByteArray(R"({"a":1)") << 6;
    }
    void agreesWithRfc8259()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, mistake);
        const auto found = JsonScan(text).mistake();
        QCOMPARE(found ? found->offset : -1, qsizetype(mistake));
        if (!found) {
            QVERIFY(!QJsonDocument::fromJson(text).isNull());
        }
    }

    void depthIsBounded()
    {
        QVERIFY(!JsonScan(QByteArray(60, '[') + QByteArray(60, ']')).mistake());
        QVERIFY(JsonScan(QByteArray(200'000, '[')).mistake());
    }

    void findsValuesAndKeys()
    {
        const QByteArray text = R"({"a": {"x": 1}, "list": [10, {"x": "đ", "y": 20}], "a/b": 3})";
        const auto valueAt = [&text](const JsonPath &path) { return text.mid(JsonScan(text).value(path), 2); };
        const auto keyAt = [&text](const JsonPath &path) { return text.mid(JsonScan(text).key(path), 3); };
        QCOMPARE(valueAt({}), QByteArray("{\""));
        QCOMPARE(valueAt({{u"a"_qs}, {u"x"_qs}}), QByteArray("1}"));
        QCOMPARE(valueAt({{u"list"_qs}, {{}, 0}}), QByteArray("10"));
        QCOMPARE(valueAt({{u"list"_qs}, {{}, 1}, {u"y"_qs}}), QByteArray("20"));
        QCOMPARE(valueAt({{u"a/b"_qs}}), QByteArray("3}"));
        QCOMPARE(keyAt({{u"list"_qs}, {{}, 1}, {u"y"_qs}}), QByteArray("\"y\""));
        QCOMPARE(keyAt({{u"list"_qs}, {{}, 0}}), QByteArray("10,"));
        QCOMPARE(JsonScan(text).value({{u"none"_qs}}), qsizetype(-1));
        QCOMPARE(JsonScan(text).value({{u"list"_qs}, {{}, 7}}), qsizetype(-1));
    }

    void countsLinesAndCharactersNotBytes()
    {
        const QByteArray text = "{\n  \"tên\": \"Nguyễn\", \"x\": 1\r\n}";
        const auto place = [&text](const char *what) { return JsonScan(text).place(text.indexOf(what)); };
        QCOMPARE(place("{").line, 1);
        QCOMPARE(place("{").column, 1);
        QCOMPARE(place("\"tên").line, 2);
        QCOMPARE(place("\"tên").column, 3);
        QCOMPARE(place("\"x\"").column, 20);
        QCOMPARE(place("}").line, 3);
        QCOMPARE(place("}").column, 1);
    }
};

QTEST_APPLESS_MAIN(tst_JsonScan)
#include "tst_JsonScan.moc"
