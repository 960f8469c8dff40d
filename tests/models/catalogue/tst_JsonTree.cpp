// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonTree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace motcua;

class tst_JsonTree : public QObject
{
    Q_OBJECT

    /** Whether the tree says what Qt's parser says. */
    static bool sameAsQt(const JsonValue &ours, const QJsonValue &theirs)
    {
        if (ours.isObject()) {
            const QJsonObject object = theirs.toObject();
            qsizetype count = 0;
            for (JsonValue one = ours.first(); !one.isUndefined(); one = one.after(ours), ++count) {
                if (!object.contains(one.key()) || !sameAsQt(one, object.value(one.key()))) {
                    return false;
                }
            }
            return theirs.isObject() && count == object.size();
        }
        if (ours.isArray()) {
            const QJsonArray array = theirs.toArray();
            qsizetype count = 0;
            for (JsonValue one = ours.first(); !one.isUndefined(); one = one.after(ours), ++count) {
                if (!sameAsQt(one, array.at(count))) {
                    return false;
                }
            }
            return theirs.isArray() && count == array.size();
        }
        return ours.isString() == theirs.isString() && ours.toString() == theirs.toString() && ours.isDouble() == theirs.isDouble()
            && (!ours.isDouble() || ours.written().toDouble() == theirs.toDouble()) && ours.isBool() == theirs.isBool() && ours.toBool() == theirs.toBool()
            && ours.isNull() == theirs.isNull();
    }

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
        const JsonTree tree(text);
        QCOMPARE(tree.mistake() ? tree.mistake()->offset : -1, qsizetype(mistake));
        QCOMPARE(tree.root().isUndefined(), tree.mistake().has_value());
        if (!tree.mistake()) {
            QVERIFY(sameAsQt(tree.root(), QJsonDocument::fromJson('[' + text + ']').array().at(0)));
        }
    }

    void depthIsBounded()
    {
        QVERIFY(!JsonTree(QByteArray(64, '[') + QByteArray(64, ']')).mistake());
        QCOMPARE(JsonTree(QByteArray(65, '[') + QByteArray(65, ']')).mistake()->offset, 64);
        QVERIFY(JsonTree(QByteArray(200'000, '[')).mistake());
    }

    void manyKeysAreToldApart_data()
    {
        QTest::addColumn<int>("keys");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<bool>("taken");
        // Few keys are compared, many are hashed.
        for (const int keys : {1, 23, 24, 25, 200}) {
            QTest::addRow("the first of %d again", keys) << keys << QByteArray("k0") << true;
            QTest::addRow("the last of %d again", keys) << keys << "k" + QByteArray::number(keys - 1) << true;
            QTest::addRow("the first of %d again, escaped", keys) << keys << QByteArray("\\u006b0") << true;
            QTest::addRow("another after %d", keys) << keys << QByteArray("k") << false;
        }
    }
    void manyKeysAreToldApart()
    {
        QFETCH(int, keys);
        QFETCH(QByteArray, again);
        QFETCH(bool, taken);
        QByteArray text = "{";
        for (int key = 0; key < keys; ++key) {
            text += "\"k" + QByteArray::number(key) + "\": {\"k0\": [1, {}]}, ";
        }
        const qsizetype at = text.size();
        text += '"' + again + "\": 0}";
        const JsonTree tree(text);
        QCOMPARE(tree.mistake() ? tree.mistake()->offset : -1, taken ? at : -1);
    }

    void aLateKeyUnlikeAllOthersIsKeptToo()
    {
        // Thirty keys of one hash, then one that could be told from them by its hash alone, twice.
        QByteArray text = "{";
        for (int key = 0; key < 30; ++key) {
            const QByteArray two = QByteArray::number(key).rightJustified(2, '0');
            text += "\"a" + two.left(1) + "b" + two.right(1) + "c\": 0, ";
        }
        QVERIFY(!JsonTree(text + "\"zz\": 0}").mistake());
        const JsonTree twice(text + "\"zz\": 0, \"zz\": 0}");
        QVERIFY(twice.mistake());
        QCOMPARE(twice.mistake()->offset, text.size() + 9);
    }

    void findsValuesAndKeys()
    {
        const QByteArray text = R"({"a": {"x": 1}, "list": [10, {"x": "đ", "y": 20}], "a/b": 3, "tên": 4, "\u0078": 5})";
        const JsonTree tree(text);
        const JsonValue root = tree.root();
        const auto valueAt = [&text](const JsonValue &value) { return text.mid(value.offset(), 2); };
        const auto keyAt = [&text](const JsonValue &value) { return text.mid(value.keyOffset(), 3); };
        QCOMPARE(valueAt(root), QByteArray("{\""));
        QCOMPARE(valueAt(root.member(u"a").member(u"x")), QByteArray("1}"));
        const JsonValue list = root.member(u"list");
        const JsonValue second = list.first().after(list);
        QCOMPARE(valueAt(list.first()), QByteArray("10"));
        QCOMPARE(valueAt(second.member(u"y")), QByteArray("20"));
        QCOMPARE(valueAt(root.member(u"a/b")), QByteArray("3,"));
        QCOMPARE(root.member(u"tên").toWhole(), std::optional<qint64>(4));
        QCOMPARE(root.member(u"x").toWhole(), std::optional<qint64>(5));
        QCOMPARE(root.member(u"x").key(), u"x"_qs);
        QCOMPARE(keyAt(second.member(u"y")), QByteArray("\"y\""));
        QCOMPARE(keyAt(list.first()), QByteArray("10,"));
        QCOMPARE(second.member(u"x").toString(), u"đ"_qs);
        QCOMPARE(second.written(), QByteArray(R"({"x": "đ", "y": 20})"));
        QVERIFY(second.after(list).isUndefined());
        for (const QStringView none : {u"none", u"", u"lis", u"listen", u"y"}) {
            QVERIFY(root.member(none).isUndefined());
        }
        QVERIFY(list.member(u"x").isUndefined());
        QVERIFY(JsonValue().member(u"x").isUndefined());
    }

    void looksFromWhereTheReaderStands()
    {
        const JsonTree tree(R"({"a": 1, "b": 2, "c": 3})");
        const JsonValue root = tree.root();
        const JsonValue b = root.member(u"b");
        QCOMPARE(root.member(u"c", b).toWhole(), std::optional<qint64>(3));
        QCOMPARE(root.member(u"b", b).toWhole(), std::optional<qint64>(2));
        QCOMPARE(root.member(u"a", b).toWhole(), std::optional<qint64>(1));
        QVERIFY(root.member(u"d", b).isUndefined());
    }

    void textsEndWhereverTheyEnd_data()
    {
        QTest::addColumn<QByteArray>("sign"); // put into a text
        QTest::addColumn<bool>("good");
        QTest::addRow("a letter") << QByteArray("b") << true;
        QTest::addRow("a letter of two bytes") << QByteArray("đ") << true;
        QTest::addRow("a letter of three bytes") << QByteArray("ẩ") << true;
        QTest::addRow("a space") << QByteArray(" ") << true;
        QTest::addRow("the sign before a quotation mark") << QByteArray("!") << true;
        QTest::addRow("the sign after a quotation mark") << QByteArray("#") << true;
        QTest::addRow("a delete sign") << QByteArray("\x7F") << true;
        QTest::addRow("an escaped quotation mark") << QByteArray("\\\"") << true;
        QTest::addRow("an escaped backslash") << QByteArray("\\\\") << true;
        QTest::addRow("the end of a line") << QByteArray("\n") << false;
        QTest::addRow("a nought") << QByteArray(1, '\0') << false;
        QTest::addRow("the last control character") << QByteArray("\x1F") << false;
        QTest::addRow("a backslash alone") << QByteArray("\\z") << false;
    }
    void textsEndWhereverTheyEnd()
    {
        QFETCH(QByteArray, sign);
        QFETCH(bool, good);
        // Texts are walked eight bytes at a time: the sign stands at each place of more than two such steps, and texts end at each.
        for (int length = 0; length < 20; ++length) {
            for (int at = 0; at <= length; ++at) {
                const QByteArray text = "[\"" + QByteArray(at, 'a') + sign + QByteArray(length - at, 'c') + "\",1]";
                const JsonTree tree(text);
                QCOMPARE(tree.mistake() ? tree.mistake()->offset : -1, good ? -1 : qsizetype(at) + 2);
                if (good) {
                    QVERIFY(sameAsQt(tree.root(), QJsonDocument::fromJson(text).array()));
                }
            }
        }
    }

    void takesAnyIndentation()
    {
        for (const char blank : {' ', '\t', '\n', '\r'}) {
            for (int width = 0; width < 40; ++width) {
                const QByteArray spaces(width, blank);
                const JsonTree tree(spaces + '[' + spaces + '1' + spaces + ',' + spaces + "\"a        b\"" + spaces + ']' + spaces);
                QVERIFY(!tree.mistake());
                QCOMPARE(tree.root().first().after(tree.root()).toString(), u"a        b"_qs);
            }
        }
    }

    void keysOfOneHashAreToldApart()
    {
        // Alike in length, beginning, middle and end.
        const JsonTree tree(R"({"abcde": 1, "aXcYe": 2, "đẩt": 3, "đất": 4})");
        QVERIFY(!tree.mistake());
        QCOMPARE(tree.root().member(u"abcde").toWhole(), std::optional<qint64>(1));
        QCOMPARE(tree.root().member(u"aXcYe").toWhole(), std::optional<qint64>(2));
        QCOMPARE(tree.root().member(u"đẩt").toWhole(), std::optional<qint64>(3));
        QCOMPARE(tree.root().member(u"đất").toWhole(), std::optional<qint64>(4));
        QVERIFY(tree.root().member(u"aZcZe").isUndefined());
        QVERIFY(JsonTree(R"({"abcde": 1, "aXcYe": 2, "abcde": 3})").mistake());
    }

    void saysWhatItSays_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("same");
        QTest::addRow("a word") << QByteArray("\"always\"") << u"always"_qs << true;
        QTest::addRow("another of its length") << QByteArray("\"always\"") << u"alwayz"_qs << false;
        QTest::addRow("its beginning") << QByteArray("\"always\"") << u"alway"_qs << false;
        QTest::addRow("a longer one") << QByteArray("\"always\"") << u"always "_qs << false;
        QTest::addRow("letters beyond ASCII") << QByteArray("\"đồng\"") << u"đồng"_qs << true;
        QTest::addRow("others of as many bytes") << QByteArray("\"đồng\"") << u"đổng"_qs << false;
        QTest::addRow("bytes read as letters") << QByteArray("\"é\"") << u"Ã©"_qs << false;
        QTest::addRow("an escape") << QByteArray("\"a\\u006cways\"") << u"always"_qs << true;
        QTest::addRow("an escape as it is written") << QByteArray("\"a\\nb\"") << u"a\\nb"_qs << false;
        QTest::addRow("nothing") << QByteArray("\"\"") << QString() << true;
        QTest::addRow("a number") << QByteArray("12") << u"12"_qs << false;
        QTest::addRow("a list") << QByteArray("[\"a\"]") << u"a"_qs << false;
    }
    void saysWhatItSays()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, text);
        const JsonTree tree(written);
        QTEST(tree.root().says(text), "same");
        QVERIFY(!JsonValue().says(text));
    }

    void wholeNumbersAreWholeHoweverWritten_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("whole");
        QTest::addRow("nought") << QByteArray("0") << u"0"_qs;
        QTest::addRow("minus nought") << QByteArray("-0") << u"0"_qs;
        QTest::addRow("a negative one") << QByteArray("-17") << u"-17"_qs;
        QTest::addRow("one a double cannot hold") << QByteArray("9007199254740993") << u"9007199254740993"_qs;
        QTest::addRow("the largest") << QByteArray("9223372036854775807") << u"9223372036854775807"_qs;
        QTest::addRow("the smallest") << QByteArray("-9223372036854775808") << u"-9223372036854775808"_qs;
        QTest::addRow("one too large") << QByteArray("9223372036854775808") << QString();
        QTest::addRow("far too large") << QByteArray("1e300") << QString();
        QTest::addRow("beyond doubles") << QByteArray("1e999") << QString();
        QTest::addRow("with a nought behind the stop") << QByteArray("8000.0") << u"8000"_qs;
        QTest::addRow("with an exponent") << QByteArray("8e3") << u"8000"_qs;
        QTest::addRow("a fraction a double cannot hold") << QByteArray("9007199254740992.5") << QString();
        QTest::addRow("the largest with a stop") << QByteArray("9007199254740991.0") << u"9007199254740991"_qs;
        QTest::addRow("a fraction") << QByteArray("0.5") << QString();
        QTest::addRow("a negative fraction") << QByteArray("-1.25") << QString();
        QTest::addRow("a text") << QByteArray("\"1\"") << QString();
        QTest::addRow("null") << QByteArray("null") << QString();
    }
    void wholeNumbersAreWholeHoweverWritten()
    {
        QFETCH(QByteArray, written);
        const JsonTree tree(written);
        const std::optional<qint64> number = tree.root().toWhole();
        QTEST(number ? QString::number(*number) : QString(), "whole");
        QVERIFY(!JsonValue().toWhole());
    }

    void countsLinesAndCharactersNotBytes()
    {
        const QByteArray text = "{\n  \"tên\": \"Nguyễn\", \"x\": 1\r\n}";
        const auto place = [&text](const char *what) { return JsonTree(text).place(text.indexOf(what)); };
        QCOMPARE(place("{").line, 1);
        QCOMPARE(place("{").column, 1);
        QCOMPARE(place("\"tên").line, 2);
        QCOMPARE(place("\"tên").column, 3);
        QCOMPARE(place("\"x\"").column, 20);
        QCOMPARE(place("}").line, 3);
        QCOMPARE(place("}").column, 1);
    }
};

QTEST_APPLESS_MAIN(tst_JsonTree)
#include "tst_JsonTree.moc"
