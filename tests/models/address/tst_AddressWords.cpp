// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/AddressWords.h"

#include <QTest>

using namespace motcua;

class tst_AddressWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTextLegible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("legible");
        QTest::addRow("decomposed") << u"Hòa An"_qs.normalized(QString::NormalizationForm_D) << u"Hòa An"_qs;
        QTest::addRow("full-width") << u"Ｐ．１２，　Ｑ．３"_qs << u"P.12, Q.3"_qs;
        QTest::addRow("no-break and other spaces") << u"Hòa\u00a0An\u2003\t"_qs << u"Hòa An  "_qs;
        QTest::addRow("zero-width and right-to-left") << u"\ufeffHòa\u200b A\u202en\u2069"_qs << u"Hòa An"_qs;
        QTest::addRow("line ends stay") << u"a\r\nb\0c"_qs << u"a\n\nbc"_qs;
        QTest::addRow("fractions stay") << u"12½"_qs << u"12½"_qs;
        QTest::addRow("nothing") << u""_qs << u""_qs;
    }
    void makesTextLegible()
    {
        QFETCH(QString, text);
        QTEST(address::legible(text), "legible");
    }

    void takesTextApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("sounds");
        QTest::addRow("tone on either vowel") << u"Hòa Hoà"_qs << QByteArray("hoa hoa") << QByteArray("hoa2 hoa2");
        QTest::addRow("all tones") << u"ma má mà mả mã mạ"_qs << QByteArray("ma ma ma ma ma ma") << QByteArray("ma ma5 ma2 ma3 ma4 ma6");
        QTest::addRow("marks of letters stay") << u"Đắk Ấp"_qs << QByteArray("dak ap") << QByteArray("đăk5 âp5");
        QTest::addRow("the look-alike Đ") << u"Ðông"_qs << QByteArray("dong") << QByteArray("đông");
        QTest::addRow("letters and digits part") << u"P12 Q3a"_qs << QByteArray("p 12 q 3 a") << QByteArray("p 12 q 3 a");
        QTest::addRow("leading zeros") << u"Phường 01, 00"_qs << QByteArray("phuong 1 0") << QByteArray("phương2 1 0");
        QTest::addRow("an apostrophe parts") << u"Ea H’Leo, M'Drắk"_qs << QByteArray("ea h leo m drak") << QByteArray("ea h leo m drăk5");
        QTest::addRow("signs only") << u" .,;-–()/ "_qs << QByteArray() << QByteArray();
        QTest::addRow("a lone mark") << u"\u0301"_qs << QByteArray() << QByteArray();
    }
    void takesTextApart()
    {
        QFETCH(QString, text);
        QTEST(address::spacedKey(text), "key");
        QFETCH(QByteArray, sounds);
        QCOMPARE(address::spacedSounds(text), QString::fromUtf8(sounds).normalized(QString::NormalizationForm_D).toUtf8());
        QCOMPARE(address::spacedKey(text.normalized(QString::NormalizationForm_D)), address::spacedKey(text));
    }

    void knowsWhereAPartBegins()
    {
        const QList<AddressWord> words = address::words(u"12 Trần Phú, Hòa An - Krông Pắc\nTP.HCM"_qs);
        QStringList starts;
        for (const AddressWord &word : words) {
            if (word.apart) {
                starts.append(QString::fromUtf8(word.key));
            }
        }
        QCOMPARE(starts, QStringList({u"12"_qs, u"hoa"_qs, u"tp"_qs}));
        QCOMPARE(words[1].from, qsizetype(3));
        QCOMPARE(words[1].end, qsizetype(7));
    }

    void namesThatSoundAlikeHaveOneLooseKey_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("alike");
        QTest::addRow("Đắk Lắk, Daklak") << u"Đắk Lắk"_qs << u"Daklak"_qs << true;
        QTest::addRow("Đắk Lắk, Đắc Lắc") << u"Đắk Lắk"_qs << u"Đắc Lắc"_qs << true;
        QTest::addRow("Quy Nhơn, Qui Nhơn") << u"Quy Nhơn"_qs << u"Qui Nhơn"_qs << true;
        QTest::addRow("Kon Tum, Kontum") << u"Kon Tum"_qs << u"Kontum"_qs << true;
        QTest::addRow("Bắc Kạn, Bắc Cạn") << u"Bắc Kạn"_qs << u"Bắc Cạn"_qs << true;
        QTest::addRow("Hòa An, Hoa Ân") << u"Hòa An"_qs << u"Hoa Ân"_qs << true;
        QTest::addRow("Hòa An, Hòa Ninh") << u"Hòa An"_qs << u"Hòa Ninh"_qs << false;
    }
    void namesThatSoundAlikeHaveOneLooseKey()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(address::looseKey(address::spacedKey(one)) == address::looseKey(address::spacedKey(other)), "alike");
    }

    void tellsTypedMarksFromMissingOnes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        QTest::addColumn<Likeness>("expected");
        QTest::addRow("the same") << u"Hòa An"_qs << u"Hòa An"_qs << Likeness::Same;
        QTest::addRow("the same, placed otherwise") << u"HOÀ AN"_qs << u"Hòa An"_qs << Likeness::Same;
        QTest::addRow("without marks") << u"hoa an"_qs << u"Hòa An"_qs << Likeness::Unmarked;
        QTest::addRow("half without marks") << u"hòa an"_qs << u"Hòa Ân"_qs << Likeness::Unmarked;
        QTest::addRow("other marks") << u"Hóa An"_qs << u"Hòa An"_qs << Likeness::Other;
        QTest::addRow("marks where there are none") << u"Hòa Ân"_qs << u"Hòa An"_qs << Likeness::Other;
        QTest::addRow("a name without marks") << u"Ea Kly"_qs << u"Ea Kly"_qs << Likeness::Same;
        QTest::addRow("another letter") << u"Ea Cly"_qs << u"Ea Kly"_qs << Likeness::Other;
        QTest::addRow("another number of words") << u"EaKly"_qs << u"Ea Kly"_qs << Likeness::Other;
    }
    void tellsTypedMarksFromMissingOnes()
    {
        QFETCH(QString, typed);
        QFETCH(QString, written);
        QTEST(address::likeness(address::words(typed), address::words(written)), "expected");
    }
};

QTEST_APPLESS_MAIN(tst_AddressWords)
#include "tst_AddressWords.moc"
