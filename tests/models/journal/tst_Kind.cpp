// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Kind.h"

#include "tests/models/journal/Author.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace motcua::journal;

class tst_Kind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVersionOfEveryKindHasAGoldenFileThatReads()
    {
        const QDir folder(QStringLiteral(MOTCUA_TEST_DATA "/journal"));
        QStringList files = folder.entryList({u"*.json"_qs});
        const QList<QByteArray> names = Kinds::known().names();
        QCOMPARE(names.size(), 56);
        for (const QByteArray &name : names) {
            for (quint16 version = 1; version <= Kinds::known().find(name)->version; ++version) {
                const QString begin = QString::fromLatin1(name) + u".v%1."_qs.arg(version);
                QVERIFY2(files.contains(begin + u"json"_qs), qPrintable(begin));
                // Members added since, which the version allows to be missing, have files of their own beside it.
                for (const QString &fileName : files.filter(begin)) {
                    QFile file(folder.filePath(fileName));
                    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(fileName));
                    Author author('o');
                    const Entry entry = author.writeBytes(testId('s'), name, file.readAll(), {}, 0, version);
                    const Reading reading = Kinds::known().read(entry);
                    QCOMPARE(reading.state, Reading::State::Read);
                    QVERIFY2(!reading.payload.isEmpty(), qPrintable(fileName));
                    files.removeOne(fileName);
                }
            }
        }
        QVERIFY2(files.isEmpty(), qPrintable(files.join(u' ')));
    }

    void whatPeersAreGivenIsSaidOfEveryKind()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/journal/kinds.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject table = QJsonDocument::fromJson(file.readAll()).object();
        const QStringList shares{u"full"_qs, u"header"_qs, u"never"_qs};
        QList<QByteArray> named;
        const QJsonArray rows = table.value(u"kinds").toArray();
        for (const QJsonValue &row : rows) {
            named.append(row[u"kind"].toString().toLatin1());
            QVERIFY(shares.contains(row[u"centre"].toString()) && shares.contains(row[u"portal"].toString()));
        }
        std::sort(named.begin(), named.end());
        QCOMPARE(named, Kinds::known().names());
    }

    void olderVersionsAreBroughtUpToDate()
    {
        const auto rename = [](const QString &from, const QString &to) {
            return [=](QJsonObject payload) {
                payload.insert(to, payload.take(from));
                return payload;
            };
        };
        const auto kinds = Kinds::of({{"test.kind", 3, true, {rename(u"a"_qs, u"b"_qs), rename(u"b"_qs, u"c"_qs)}}});
        QVERIFY(kinds);
        Author author('o');
        const auto read = [&](const QJsonObject &payload, quint16 version) {
            return kinds->read(author.write(testId('s'), "test.kind", payload, {}, 0, version));
        };
        QCOMPARE(read({{u"a"_qs, 1}}, 1).payload, (QJsonObject{{u"c"_qs, 1}}));
        QCOMPARE(read({{u"b"_qs, 1}}, 2).payload, (QJsonObject{{u"c"_qs, 1}}));
        QCOMPARE(read({{u"c"_qs, 1}}, 3).payload, (QJsonObject{{u"c"_qs, 1}}));
        QCOMPARE(read({{u"d"_qs, 1}}, 4).state, Reading::State::FromNewerProgram);
    }

    void whatCannotBeReadSaysWhy()
    {
        Author author('o');
        const Entry unknown = author.write(testId('s'), "dossier.teleported", {{u"a"_qs, 1}});
        QCOMPARE(Kinds::known().read(unknown).state, Reading::State::FromNewerProgram);
        QVERIFY(Kinds::known().isFromNewerProgram(unknown.header));
        const Entry newer = author.write(testId('s'), "dossier.noted", {{u"text"_qs, u"x"_qs}}, {}, 0, 2);
        QCOMPARE(Kinds::known().read(newer).state, Reading::State::FromNewerProgram);
        QCOMPARE(Kinds::known().read(withoutPayload(newer)).state, Reading::State::FromNewerProgram);
        const Entry known = author.write(testId('s'), "dossier.noted", {{u"text"_qs, u"x"_qs}});
        QCOMPARE(Kinds::known().read(withoutPayload(known)).state, Reading::State::Absent);
        for (const char *bytes : {"", "[]", "{", "null", "{} x"}) {
            QCOMPARE(Kinds::known().read(author.writeBytes(testId('s'), "dossier.noted", bytes)).state, Reading::State::Malformed);
        }
        const QByteArray deep = QByteArray(5000, '[') + QByteArray(5000, ']');
        QCOMPARE(
            Kinds::known().read(author.writeBytes(testId('s'), "dossier.noted", R"({"a":)" + deep + '}')).state, Reading::State::Malformed);
    }

    void refusesARegistryThatCannotWork()
    {
        const Upcaster same = [](const QJsonObject &payload) { return payload; };
        QVERIFY(!Kinds::of({{"a.b", 1, true, {}}, {"a.b", 1, true, {}}}));
        QVERIFY(!Kinds::of({{"a.b", 2, true, {}}}));
        QVERIFY(!Kinds::of({{"a.b", 1, true, {same}}}));
        QVERIFY(!Kinds::of({{"a b", 1, true, {}}}));
        QVERIFY(!Kinds::of({{"", 1, true, {}}}));
        QVERIFY(Kinds::of({{"a.b", 2, true, {same}}}));
    }

    void payloadsAreWrittenOneWay() { QCOMPARE(payloadBytes({{u"b"_qs, 1}, {u"a"_qs, u"Lệ"_qs}}), QByteArray(R"({"a":"Lệ","b":1})")); }
};

QTEST_APPLESS_MAIN(tst_Kind)
#include "tst_Kind.moc"
