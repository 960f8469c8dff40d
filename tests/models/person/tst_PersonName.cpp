// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PersonName.h"
#include "tests/models/person/ShippedRules.h"

#include <QTest>

using namespace motcua;

using Fault = PersonNameFault;
using Suspicions = QList<NameSuspicion>;

Q_DECLARE_METATYPE(motcua::PersonNameFault)

class tst_PersonName : public QObject
{
    Q_OBJECT

    const TextRule m_rule = test::shippedRules().rules.value(u"personName"_qs);

private Q_SLOTS:
    void takesNamesAsTheyAre_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        const auto same = [](const char *row, const QString &name) { QTest::addRow("%s", row) << name << name; };
        same("of four words", u"Nguyễn Thị Thanh Hoa"_qs);
        same("of one word", u"Tuấn"_qs);
        same("of ten words", u"Công Tằng Tôn Nữ Thị Thanh Hoa Mai Lan"_qs);
        same("capitals stay", u"NGUYỄN THỊ HOA"_qs);
        same("small letters stay", u"nguyễn thị hoa"_qs);
        same("Ê Đê", u"Y Thiêm Êñuôl"_qs);
        same("Ê Đê with marks that have no letter of their own", u"H’Bia Ksơ̆r Mlô̆ Niê̆"_qs);
        same("Gia Rai", u"Rơ Châm H'Ƀlĕč"_qs);
        same("Ba Na", u"Đinh Ŏng Bĭk"_qs);
        same("Cơ Ho", u"K’Brôi"_qs);
        same("letter apostrophe", u"KʼBrôi"_qs);
        same("hyphen and stop", u"Anna-Maria St. Müller"_qs);
        same("one letter", u"Y"_qs);
        same("150 characters", QString(150, u'ợ'));
        QTest::addRow("spaces") << u"  Nguyễn \u00A0 Thị\tHoa\n"_qs << u"Nguyễn Thị Hoa"_qs;
        QTest::addRow("decomposed") << u"Nguyễn Thị Hoa"_qs.normalized(QString::NormalizationForm_D) << u"Nguyễn Thị Hoa"_qs;
        QTest::addRow("150 decomposed characters") << QString(150, u'ợ').normalized(QString::NormalizationForm_D) << QString(150, u'ợ');
    }
    void takesNamesAsTheyAre()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        const auto read = PersonName::fromText(typed, m_rule);
        QVERIFY(read);
        QCOMPARE(read->text(), name.normalized(QString::NormalizationForm_C));
    }

    void saysWhyATextIsNoName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Fault>("fault");
        QTest::addRow("nothing") << u""_qs << Fault::Empty;
        QTest::addRow("only spaces") << u" \u00A0\n"_qs << Fault::Empty;
        QTest::addRow("151 characters") << QString(151, u'ợ') << Fault::TooLong;
        QTest::addRow("5,000 characters") << QString(5'000, u'a') << Fault::TooLong;
        QTest::addRow("a digit") << u"Hoa 2"_qs << Fault::Malformed;
        QTest::addRow("a bracket") << u"Hoa (Lan)"_qs << Fault::Malformed;
        QTest::addRow("zero width") << u"Nguyễn\u200BHoa"_qs << Fault::Malformed;
        QTest::addRow("right to left override") << u"Hoa\u202Eaoh"_qs << Fault::Malformed;
        QTest::addRow("a question mark of a scanner") << u"Nguy?n"_qs << Fault::Malformed;
    }
    void saysWhyATextIsNoName()
    {
        QFETCH(QString, typed);
        QFETCH(Fault, fault);
        const auto read = PersonName::fromText(typed, m_rule);
        QVERIFY(!read);
        QCOMPARE(read.error(), fault);
    }

    void knowsWhichTextsAreOneName_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::addRow("itself") << u"Nguyễn Thị Hoa"_qs << u"Nguyễn Thị Hoa"_qs << true;
        QTest::addRow("capitals") << u"Nguyễn Thị Hoa"_qs << u"NGUYỄN THỊ HOA"_qs << true;
        QTest::addRow("decomposed") << u"Nguyễn Thị Hoa"_qs << u"Nguyễn Thị Hoa"_qs.normalized(QString::NormalizationForm_D) << true;
        QTest::addRow("spaces") << u" Nguyễn  Thị\u00A0Hoa"_qs << u"Nguyễn Thị Hoa "_qs << true;
        QTest::addRow("hòa, hoà") << u"Lê Hòa"_qs << u"LÊ HOÀ"_qs << true;
        QTest::addRow("thủy, thuỷ") << u"Lê Thủy"_qs << u"Lê Thuỷ"_qs << true;
        QTest::addRow("khỏe, khoẻ") << u"Khỏe"_qs << u"Khoẻ"_qs << true;
        QTest::addRow("quý and its slip qúy") << u"Quý"_qs << u"Qúy"_qs << true;
        QTest::addRow("apostrophes") << u"K’Brôi"_qs << u"K'BRÔI"_qs << true;
        QTest::addRow("letter apostrophe") << u"KʼBrôi"_qs << u"K´Brôi"_qs << true;
        QTest::addRow("a space after the apostrophe") << u"H' Lan"_qs << u"H’Lan"_qs << true;
        QTest::addRow("a space before the apostrophe") << u"H 'Lan"_qs << u"H’Lan"_qs << true;
        QTest::addRow("hyphens") << u"Anna\u2010Maria"_qs << u"Anna-Maria"_qs << true;
        QTest::addRow("Ð for Đ") << u"\u00D0ỗ Văn An"_qs << u"Đỗ Văn An"_qs << true;
        QTest::addRow("ð for đ, and Ɖ") << u"l\u00EA \u00F0\u1EE9c \u0189"_qs << u"Lê Đức Đ"_qs << true;
        QTest::addRow("zero width") << u"Lê\u200B An"_qs << u"Lê An"_qs << true;
        QTest::addRow("full width") << u"Ｌê　Ａn"_qs << u"Lê An"_qs << true;
        QTest::addRow("marks in another order") << u"Ksơ\u0306r"_qs << u"Kso\u0306\u031Br"_qs << true;
        QTest::addRow("another tone") << u"Hòa"_qs << u"Hóa"_qs << false;
        QTest::addRow("no tone") << u"Hòa"_qs << u"Hoa"_qs << false;
        QTest::addRow("another vowel") << u"Tú"_qs << u"Tứ"_qs << false;
        QTest::addRow("D is not Đ") << u"Dỗ"_qs << u"Đỗ"_qs << false;
        QTest::addRow("a letter with its mark") << u"Êñuôl"_qs << u"Ênuôl"_qs << false;
        QTest::addRow("i is not y") << u"Quý"_qs << u"Quí"_qs << false;
        QTest::addRow("a word more") << u"Nguyễn Hoa"_qs << u"Nguyễn Thị Hoa"_qs << false;
        QTest::addRow("words joined") << u"Lê An"_qs << u"LêAn"_qs << false;
        QTest::addRow("no apostrophe") << u"K’Brôi"_qs << u"KBrôi"_qs << false;
        QTest::addRow("words in another order") << u"An Lê"_qs << u"Lê An"_qs << false;
        QTest::addRow("a Cyrillic а") << u"L\u00EA \u0430n"_qs << u"Lê an"_qs << false;
        QTest::addRow("ma mạ") << u"mạ"_qs << u"ma"_qs << false;
    }
    void knowsWhichTextsAreOneName()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, same);
        QCOMPARE(sameName(one, other), same);
        QCOMPARE(sameName(other, one), same);
        QCOMPARE(sameName(one.normalized(QString::NormalizationForm_D), other), same);
        QCOMPARE(nameKey(nameKey(one)), nameKey(one));
    }

    void noToneOrLetterIsLostInTheKey()
    {
        const QStringList vowels{u"aàảãáạ"_qs, u"ăằẳẵắặ"_qs, u"âầẩẫấậ"_qs, u"eèẻẽéẹ"_qs, u"êềểễếệ"_qs, u"iìỉĩíị"_qs, u"oòỏõóọ"_qs,
            u"ôồổỗốộ"_qs, u"ơờởỡớợ"_qs, u"uùủũúụ"_qs, u"ưừửữứự"_qs, u"yỳỷỹýỵ"_qs};
        QSet<QString> keys;
        for (const QString &tones : vowels) {
            for (const QChar vowel : tones) {
                for (const QString &frame : {u"%1"_qs, u"m%1"_qs, u"đ%1n"_qs, u"qu%1"_qs, u"ho%1"_qs}) {
                    keys.insert(nameKey(frame.arg(vowel)));
                }
            }
        }
        QCOMPARE(keys.size(), 12 * 6 * 5);
    }

    void pointsAtWhatLooksWrong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Suspicions>("expected");
        using Kind = NameSuspicion::Kind;
        QTest::addRow("nothing") << u"Đỗ Thị K’Ñuôl Ơ\u0306n"_qs << Suspicions{};
        QTest::addRow("nothing in a foreign name") << u"Anna-Maria Müller"_qs << Suspicions{};
        QTest::addRow("nothing in a name of another script") << u"Анна"_qs << Suspicions{};
        QTest::addRow("Ð") << u"\u00D0\u1ED7 Văn \u00F0"_qs << Suspicions{{Kind::LookAlikeD, 1}, {Kind::LookAlikeD, 8}};
        QTest::addRow("Ɖ") << u"\u0189\u1ED7"_qs << Suspicions{{Kind::LookAlikeD, 1}};
        QTest::addRow("a digit") << u"H0a"_qs << Suspicions{{Kind::Digit, 2}};
        QTest::addRow("a Cyrillic letter") << u"Ho\u0430"_qs << Suspicions{{Kind::MixedScripts, 3}};
        QTest::addRow("a Greek letter") << u"\u039Dam"_qs << Suspicions{{Kind::MixedScripts, 1}};
        QTest::addRow("zero width") << u"Ho\u200Ba\u202E"_qs << Suspicions{{Kind::Invisible, 3}, {Kind::Invisible, 5}};
        QTest::addRow("full width") << u"Ｈoa ２"_qs << Suspicions{{Kind::FullWidth, 1}, {Kind::FullWidth, 5}};
        QTest::addRow("counted in characters") << u"\U00020000\u200B"_qs << Suspicions{{Kind::Invisible, 2}};
        QTest::addRow("nothing at all") << u""_qs << Suspicions{};
    }
    void pointsAtWhatLooksWrong()
    {
        QFETCH(QString, name);
        QFETCH(Suspicions, expected);
        QCOMPARE(suspicions(name), expected);
    }
};

QTEST_APPLESS_MAIN(tst_PersonName)
#include "tst_PersonName.moc"
