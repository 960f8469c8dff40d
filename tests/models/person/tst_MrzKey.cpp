// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/MrzKey.h"

#include <QTest>

using namespace motcua;

class tst_MrzKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkDigits_data()
    {
        QTest::addColumn<QString>("characters");
        QTest::addColumn<QChar>("digit");
        // The worked examples of Doc 9303-3 and 9303-11.
        QTest::newRow("a date") << u"520727"_qs << QChar(u'3');
        QTest::newRow("letters and fillers") << u"AB2134<<<"_qs << QChar(u'5');
        QTest::newRow("a number") << u"HA672242<"_qs << QChar(u'6');
        QTest::newRow("a passport's") << u"L898902C<"_qs << QChar(u'3');
        QTest::newRow("one longer than its field") << u"D23145890734"_qs << QChar(u'9');
        QTest::newRow("nothing but fillers") << u"<<<<<<"_qs << QChar(u'0');
        QTest::newRow("nothing") << QString() << QChar(u'0');
        QTest::newRow("a small letter is none") << u"a"_qs << QChar();
        QTest::newRow("a letter with a mark is none") << u"Đ"_qs << QChar();
        QTest::newRow("a space is none") << u"12 4"_qs << QChar();
        QTest::newRow("a digit of another script is none") << u"12٣"_qs << QChar();
    }
    void checkDigits()
    {
        QFETCH(QString, characters);
        QTEST(mrzCheckDigit(characters), "digit");
    }

    void information_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("expiry");
        QTest::addColumn<QString>("information");
        QTest::newRow("a number shorter than its field") << u"L898902C"_qs << u"690806"_qs << u"940623"_qs << u"L898902C<369080619406236"_qs;
        QTest::newRow("with its filler already") << u"L898902C<"_qs << u"690806"_qs << u"940623"_qs << u"L898902C<369080619406236"_qs;
        QTest::newRow("one longer than its field") << u"D23145890734"_qs << u"340712"_qs << u"950712"_qs << u"D23145890734934071279507122"_qs;
        QTest::newRow("nine characters") << u"T22000129"_qs << u"640812"_qs << u"101031"_qs << u"T22000129364081251010318"_qs;
        QTest::newRow("a Vietnamese card") << u"199140891"_qs << u"990209"_qs << u"390209"_qs << u"199140891699020933902091"_qs;
        QTest::newRow("an unknown day") << u"199140891"_qs << u"4103<<"_qs << u"390209"_qs << u"19914089164103<<23902091"_qs;
        QTest::newRow("no number") << QString() << u"990209"_qs << u"390209"_qs << QString();
        QTest::newRow("a space in it") << u"19914 891"_qs << u"990209"_qs << u"390209"_qs << QString();
        QTest::newRow("a longer number than any zone has") << QString(23, u'1') << u"990209"_qs << u"390209"_qs << QString();
        QTest::newRow("half a birth date") << u"199140891"_qs << u"9902"_qs << u"390209"_qs << QString();
        QTest::newRow("letters in a date") << u"199140891"_qs << u"990209"_qs << u"39O209"_qs << QString();
    }
    void information()
    {
        QFETCH(QString, number);
        QFETCH(QString, birth);
        QFETCH(QString, expiry);
        QTEST((MrzKey{number, birth, expiry}.information().value_or(QString())), "information");
    }

    void whatTheTwelveDigitsOpen_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("access");
        QTest::addColumn<QString>("document");
        QTest::newRow("twelve digits") << u"001199140891"_qs << u"140891"_qs << u"199140891"_qs;
        QTest::newRow("zeros count") << u"001199000001"_qs << u"000001"_qs << u"199000001"_qs;
        QTest::newRow("nine digits open nothing") << u"012345678"_qs << QString() << QString();
        QTest::newRow("thirteen digits neither") << u"0011991408911"_qs << QString() << QString();
        QTest::newRow("nor letters") << u"00119914O891"_qs << QString() << QString();
        QTest::newRow("nor digits of another script") << u"٠٠١١٩٩١٤٠٨٩١"_qs << QString() << QString();
    }
    void whatTheTwelveDigitsOpen()
    {
        QFETCH(QString, digits);
        QTEST(cardAccessNumber(digits).value_or(QString()), "access");
        QTEST(cardDocumentNumber(digits).value_or(QString()), "document");
    }
};

QTEST_GUILESS_MAIN(tst_MrzKey)
#include "tst_MrzKey.moc"
