// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Kind.h"
#include "models/journal/PayloadParts.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;
using namespace motcua::journal;

class tst_PayloadParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsToWhatTheWholeIsWrittenAs_data()
    {
        QTest::addColumn<QJsonObject>("payload");
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("one member") << QJsonObject{{u"a"_qs, 1}};
        QTest::newRow("names in order of their letters") << QJsonObject{{u"procedureName"_qs, 1}, {u"procedure"_qs, 2}, {u"Procedure"_qs, 3}, {u"đơn"_qs, 4}};
        QTest::newRow("every kind of value")
            << QJsonObject{{u"array"_qs, QJsonArray{1, u"b"_qs, QJsonObject{{u"c"_qs, true}}}}, {u"bool"_qs, false}, {u"double"_qs, 1.5},
                   {u"large"_qs, 9007199254740993LL}, {u"null"_qs, QJsonValue()}, {u"object"_qs, QJsonObject{{u"b"_qs, 1}, {u"a"_qs, 2}}},
                   {u"text"_qs, u"Lệ phí"_qs}};
        QTest::newRow("what must be escaped") << QJsonObject{{u"a\"b\\"_qs, u"\"\\/\b\f\n\r\t\u0001\u007f"_qs}};
        QTest::newRow("beyond the first plane") << QJsonObject{{u"tên"_qs, u"𠀀 ả"_qs}};
        QTest::newRow("braces and commas in text") << QJsonObject{{u"{"_qs, u"},{"_qs}, {u"}"_qs, u"\":\""_qs}};
    }

    void joinsToWhatTheWholeIsWrittenAs()
    {
        QFETCH(QJsonObject, payload);
        QCOMPARE(PayloadParts(payload).toBytes(), payloadBytes(payload));
        PayloadParts oneByOne;
        const QStringList names = payload.keys();
        for (auto name = names.crbegin(); name != names.crend(); ++name) {
            oneByOne.insert(*name, u"something else"_qs);
            oneByOne.insert(*name, payload.value(*name));
        }
        QCOMPARE(oneByOne.toBytes(), payloadBytes(payload));
        oneByOne.insert(u"undefined"_qs, u"something"_qs);
        oneByOne.insert(u"undefined"_qs, QJsonValue(QJsonValue::Undefined));
        QCOMPARE(oneByOne.toBytes(), payloadBytes(payload));
    }
};

QTEST_APPLESS_MAIN(tst_PayloadParts)
#include "tst_PayloadParts.moc"
