// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/IcaoNationality.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace motcua;

/** The two shipped lists together are all a zone may name. */
class tst_IcaoNationality : public QObject
{
    Q_OBJECT

    Category m_nationality;
    Category m_codes;

private Q_SLOTS:
    void initTestCase()
    {
        const Catalogue catalogue = test::shippedCatalogue();
        m_nationality = catalogue.category(u"nationality"_qs);
        m_codes = catalogue.category(u"icao-codes"_qs);
        QVERIFY(!m_nationality.isNull() && !m_codes.isNull());
        QVERIFY(catalogue.category(u"nobody's"_qs).isNull());
    }

    void codes_data()
    {
        QTest::addColumn<QString>("icao");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("name");
        QTest::newRow("a code of both standards") << u"VNM"_qs << u"VNM"_qs << u"Việt Nam"_qs;
        QTest::newRow("a code that ICAO writes otherwise is the nationality all the same") << u"D"_qs << u"DEU"_qs << u"Đức"_qs;
        QTest::newRow("a kind of British that is no state's") << u"GBN"_qs << u"Quốc dân Anh (hải ngoại)"_qs << u"Quốc dân Anh (hải ngoại)"_qs;
        QTest::newRow("an organisation") << u"UNO"_qs << u"Liên hợp quốc"_qs << u"Liên hợp quốc"_qs;
        QTest::newRow("a territory") << u"GUM"_qs << u"Gu-am (Mỹ)"_qs << u"Gu-am (Mỹ)"_qs;
        QTest::newRow("nobody's") << u"XXA"_qs << u"XXA"_qs << u"Không quốc tịch"_qs;
        QTest::newRow("a code nobody knows stays") << u"QQQ"_qs << u"QQQ"_qs << u"QQQ"_qs;
        QTest::newRow("none stays none") << QString() << QString() << QString();
    }
    void codes()
    {
        QFETCH(QString, icao);
        QTEST(nationalityAnswer(icao, m_nationality, m_codes), "answer");
        QTEST(nationalityName(icao, m_nationality, m_codes), "name");
    }

    void noCodeStandsInBoth()
    {
        for (const FieldOption &item : m_codes.items()) {
            QVERIFY2(!m_nationality.item(item.code), qPrintable(item.code));
            QVERIFY2(QRegularExpression(u"^[A-Z]{1,3}$"_qs).match(item.code).hasMatch(), qPrintable(item.code));
        }
    }

    void onlyGermanyHasANameInBoth()
    {
        QStringList same;
        QSet<QString> labels;
        for (const FieldOption &item : m_codes.items()) {
            QVERIFY2(!labels.contains(item.label), qPrintable(item.label));
            labels.insert(item.label);
            if (!m_nationality.codeOf(item.label).isEmpty()) {
                same.append(item.code);
            }
        }
        QCOMPARE(same, QStringList({u"D"_qs}));
    }

    void everythingDoc9303NamesIsThere_data()
    {
        QTest::addColumn<QString>("code");
        const QString all = u"D EUE GBD GBN GBO GBP GBS RKS UNO UNA UNK XAU XBA XIM XCC XCE XCO XDC XEC XES XMP XOM XPO XXA XXB XXC XXX"_qs;
        for (const QString &code : all.split(u' ')) {
            QTest::newRow(qPrintable(code)) << code;
        }
    }
    void everythingDoc9303NamesIsThere()
    {
        QFETCH(QString, code);
        QVERIFY(nationalityName(code, m_nationality, m_codes) != code);
    }

    void thereAreAsManyAsTheStandardHas()
    {
        // ISO 3166-1 has 249 codes; XXA is counted among the nationalities.
        int three = 0;
        for (const FieldOption &item : m_codes.items()) {
            three += item.code.startsWith(u'X') || item.code.size() < 3 ? 0 : 1;
        }
        const int ofIcaoAlone = 12; // RKS, five kinds of British, EUE, three of the United Nations, NTZ, UTO
        QCOMPARE(three - ofIcaoAlone + m_nationality.items().size() - 1, 249);
    }
};

QTEST_GUILESS_MAIN(tst_IcaoNationality)
#include "tst_IcaoNationality.moc"
