// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Text.h"
#include "models/catalogue/LettersReader.h"

#include <QFile>
#include <QTest>

using namespace motcua;

/** Most rows change one place of a good file; the complaint must name it and what is wrong. */
class tst_LettersReader : public QObject
{
    Q_OBJECT

    static QByteArray good()
    {
        return R"json({
  "schema": "motcua.letters/1", "mark": "test",
  "letters": [
    { "small": "ƀ", "capital": "Ƀ", "key": "B", "name": "b gạch", "nameEn": "b with stroke", "mark": "read" },
    { "small": "ê̆", "capital": "Ê̆", "key": "R", "name": "ê trăng", "nameEn": "e with breve", "mark": "test" }
  ]
})json";
    }

    static QList<MinorityLetter> shipped()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/letters/minority.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        const auto read = readLetters({file.fileName(), opened ? file.readAll() : QByteArray()});
        return read ? *read : QList<MinorityLetter>();
    }

private Q_SLOTS:
    void keepsWhatAGoodFileSaysInItsOrder()
    {
        const auto read = readLetters({u"good.json"_qs, good()});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        QCOMPARE(read->size(), 2);
        QCOMPARE(read->at(0).small, u"ƀ"_qs);
        QCOMPARE(read->at(0).capital, u"Ƀ"_qs);
        QCOMPARE(read->at(1).key, QChar(u'R'));
        QCOMPARE(read->at(1).name, u"ê trăng"_qs);
        QCOMPARE(read->at(1).nameEn, u"e with breve"_qs);
    }

    void namesEveryMistake_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const char *from, const char *to, const QString &complaint) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << complaint;
        };
        row("another kind of file", "letters/1", "letters/2", u"2:13: \"schema\" must be one of: motcua.letters/1"_qs);
        row("two letters in one", "\"small\": \"ƀ\"", "\"small\": \"ƀb\"", u"4:16: \"small\" must be one letter with its marks"_qs);
        row("a mark without a letter", "\"small\": \"ƀ\"", "\"small\": \"\u0306\"", u"4:16: \"small\" must be one letter with its marks"_qs);
        row("taken apart", "Ê\u0306", "E\u0302\u0306", u"5:33: \"capital\" must be in normal form C, as names are stored"_qs);
        row("a digit for a key", "\"key\": \"B\"", "\"key\": \"1\"", u"4:44: \"key\" must be one capital letter from A to Z"_qs);
        row("a key twice", "\"key\": \"R\"", "\"key\": \"B\"", u"the key \"B\" stands here twice"_qs);
        row("a letter twice", "\"small\": \"ê\u0306\"", "\"small\": \"ƀ\"", u"the letter \"ƀ\" stands here twice"_qs);
        row("no mark", ", \"mark\": \"read\"", "", u"mark"_qs);
        row("something more", "\"nameEn\": \"b", "\"more\": 1, \"nameEn\": \"b", u"more"_qs);
    }
    void namesEveryMistake()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, complaint);
        QByteArray bytes = good();
        QVERIFY(bytes.contains(from));
        const auto read = readLetters({u"bad.json"_qs, bytes.replace(from, to)});
        QVERIFY(!read);
        QVERIFY2(read.error().constFirst().detail.contains(complaint), qPrintable(read.error().constFirst().detail));
    }

    void wantsALetter()
    {
        const auto read = readLetters({u"bad.json"_qs, QByteArray(R"({"schema": "motcua.letters/1", "mark": "m", "letters": []})")});
        QVERIFY(!read);
        QVERIFY(read.error().constFirst().detail.contains(u"must not be empty"_qs));
    }

    void theLettersOfTheSpecificationAreThere()
    {
        QStringList capitals;
        for (const MinorityLetter &letter : shipped()) {
            capitals.append(letter.capital);
        }
        for (const QString &wanted : {u"Ƀ"_qs, u"Č"_qs, u"Ê\u0306"_qs, u"Ĭ"_qs, u"Ñ"_qs, u"Ŏ"_qs, u"Ŭ"_qs, u"’"_qs}) {
            QVERIFY2(capitals.contains(wanted), qPrintable(wanted));
        }
    }

    void eachShippedLetterIsStoredAsItIsAndFoundWithoutMarks_data()
    {
        QTest::addColumn<QString>("letter");
        const QList<MinorityLetter> letters = shipped();
        for (const MinorityLetter &one : letters) {
            QTest::addRow("%s", qPrintable(one.nameEn)) << one.small;
            QTest::addRow("capital %s", qPrintable(one.nameEn)) << one.capital;
        }
    }
    void eachShippedLetterIsStoredAsItIsAndFoundWithoutMarks()
    {
        QFETCH(QString, letter);
        QCOMPARE(text::tidy(letter), letter);
        const QString key = text::folded(u'K' + letter + u'l');
        QVERIFY2(std::all_of(key.cbegin(), key.cend(), [](QChar c) { return (c >= u'a' && c <= u'z') || c == u' '; }), qPrintable(key));
        QCOMPARE(key.size(), 3);
    }

    void eachCapitalIsTheCapitalOfItsLetter()
    {
        for (const MinorityLetter &letter : shipped()) {
            QCOMPARE(letter.small.toUpper(), letter.capital);
        }
    }
};

QTEST_APPLESS_MAIN(tst_LettersReader)
#include "tst_LettersReader.moc"
