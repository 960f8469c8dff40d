// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/handbook/Handbook.h"

#include <QTest>

using namespace motcua;

class tst_Handbook : public QObject
{
    Q_OBJECT

    static QByteArray index() { return R"({"pages": ["02-second", "01-first"], "screens": {"FormPage": "01-first"}})"; }
    static QMap<QString, QString> texts()
    {
        return {{u"01-first"_qs, u"# First\nSee ![it](../pictures/one.png)."_qs}, {u"02-second"_qs, u"# Second \n\nWords."_qs}};
    }
    static QHash<QString, QByteArray> pictures() { return {{u"one.png"_qs, "bytes"}}; }

private Q_SLOTS:
    void keepsTheOrderOfTheIndex()
    {
        const auto book = Handbook::read(index(), texts(), pictures());
        QVERIFY(book);
        QCOMPARE(book->parts().size(), 2);
        QCOMPARE(book->parts().at(0).title, u"Second"_qs);
        QCOMPARE(book->parts().at(1).markdown, u"See ![it](../pictures/one.png)."_qs);
        QCOMPARE(book->picture(u"one.png"_qs), QByteArray("bytes"));
    }

    void givesAScreenItsPageAndAnyOtherTheFirst()
    {
        const auto book = Handbook::read(index(), texts(), pictures());
        QVERIFY(book);
        QCOMPARE(book->partFor(u"FormPage"_qs), 1);
        QCOMPARE(book->partFor(u"NoPage"_qs), 0);
        QCOMPARE(book->indexOf(u"03-third"_qs), -1);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("index");
        QTest::addColumn<QString>("firstText");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("word");
        const QString good = texts().value(u"01-first"_qs);
        QTest::addRow("no JSON") << QByteArray("{") << good << ErrorCode::CatalogueSyntax << u"handbook.json"_qs;
        QTest::addRow("no pages") << QByteArray("{}") << good << ErrorCode::CatalogueSchema << u"no pages"_qs;
        QTest::addRow("a page that is not there") << QByteArray(R"({"pages": ["03-third"]})") << good << ErrorCode::CatalogueSchema << u"03-third"_qs;
        QTest::addRow("a page without a title") << index() << u"First"_qs << ErrorCode::CatalogueSchema << u"01-first"_qs;
        QTest::addRow("a picture that is not there") << index() << u"# First\n![x](../pictures/two.png)"_qs << ErrorCode::CatalogueSchema << u"two.png"_qs;
        QTest::addRow("a screen whose page is not there")
            << QByteArray(R"({"pages": ["01-first"], "screens": {"FormPage": "02-second"}})") << good << ErrorCode::CatalogueSchema << u"FormPage"_qs;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, index);
        QFETCH(QString, firstText);
        QFETCH(ErrorCode, code);
        QFETCH(QString, word);
        QMap<QString, QString> all = texts();
        all[u"01-first"_qs] = firstText;
        const auto book = Handbook::read(index, all, pictures());
        QVERIFY(!book);
        QCOMPARE(errorName(book.error().code), errorName(code));
        QVERIFY2(book.error().detail.contains(word), qPrintable(book.error().detail));
    }

    void writesTheKeysThatAreKnown()
    {
        const auto shown = [](const QString &name) { return name == u"help" ? u"F1"_qs : QString(); };
        QCOMPARE(Handbook::withKeys(u"`{key:help}` and {key:nothing}, {key:help}"_qs, shown), u"`F1` and {key:nothing}, F1"_qs);
        QCOMPARE(Handbook::keysIn(u"{key:help} {key:a}"_qs), (QStringList{u"help"_qs, u"a"_qs}));
    }
};

QTEST_APPLESS_MAIN(tst_Handbook)
#include "tst_Handbook.moc"
