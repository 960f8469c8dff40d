// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace motcua;

class tst_Text : public QObject
{
    Q_OBJECT

    /** The search key told as simply as it can be: the answer of folded() must always be this one. */
    static QString foldedPlainly(const QString &any)
    {
        QString key;
        const QString apart = any.normalized(QString::NormalizationForm_D);
        for (const QChar c : apart) {
            if (c.category() == QChar::Mark_NonSpacing) {
                continue;
            }
            if ((!c.isLetterOrNumber() && !c.isSurrogate()) || u"\u02BC\u02BB\u02B9\uA78B\uA78C"_qs.contains(c)) {
                key.append(u' ');
            } else if (u"ƀɃ"_qs.contains(c)) {
                key.append(u'b');
            } else if (u"đĐðÐ"_qs.contains(c)) {
                key.append(u'd');
            } else {
                key.append(c.toLower());
            }
        }
        return key.simplified();
    }

private Q_SLOTS:
    void fitsWhereEveryWordTypedBeginsAWord_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("label");
        QTest::addColumn<bool>("isFitting");
        QTest::addRow("nothing typed") << QString() << u"Người dân nói vậy"_qs << true;
        QTest::addRow("a beginning") << u"ngu"_qs << u"Người dân nói vậy"_qs << true;
        QTest::addRow("any order, without tone marks") << u"noi dan"_qs << u"Người dân nói vậy"_qs << true;
        QTest::addRow("the middle of a word") << u"guoi"_qs << u"Người dân nói vậy"_qs << false;
        QTest::addRow("one of two is not there") << u"dan khac"_qs << u"Người dân nói vậy"_qs << false;
        QTest::addRow("no label") << u"a"_qs << QString() << false;
    }

    void fitsWhereEveryWordTypedBeginsAWord()
    {
        QFETCH(QString, typed);
        QFETCH(QString, label);
        QTEST(text::fits(text::foldedWords(typed), label), "isFitting");
    }

    void foldsToTheSearchKey_data()
    {
        QTest::addColumn<QString>("any");
        QTest::addColumn<QString>("key");
        QTest::addRow("plain") << u"Nguyễn Thị Hoa"_qs << u"nguyen thi hoa"_qs;
        QTest::addRow("capitals") << u"NGUYỄN THỊ HOA"_qs << u"nguyen thi hoa"_qs;
        QTest::addRow("old and new tone place are one") << u"Hòa Hoà Thủy Thuỷ"_qs << u"hoa hoa thuy thuy"_qs;
        QTest::addRow("đ is a letter of its own, not d with a mark") << u"Đặng Đình Đức"_qs << u"dang dinh duc"_qs;
        QTest::addRow("the look-alike Ð") << u"\u00D0\u1EB7ng"_qs << u"dang"_qs;
        QTest::addRow("decomposed") << u"Nguy\u1EC5n"_qs.normalized(QString::NormalizationForm_D) << u"nguyen"_qs;
        QTest::addRow("horns and hooks") << u"Lưu Trường Ơn"_qs << u"luu truong on"_qs;
        QTest::addRow("K’ with a typographic apostrophe") << u"K’Brôi"_qs << u"k broi"_qs;
        QTest::addRow("H' with a typewriter apostrophe") << u"Ksor H'Lan"_qs << u"ksor h lan"_qs;
        QTest::addRow("Ê Đê letters") << u"Y Thiêm Êñuôl Ƀ"_qs << u"y thiem enuol b"_qs;
        QTest::addRow("b with stroke") << u"ƀuôn Ƀlĕč"_qs << u"buon blec"_qs;
        QTest::addRow("c with caron") << u"čư Čư̆"_qs << u"cu cu"_qs;
        QTest::addRow("e with breve, e with circumflex and breve") << u"ĕĔ ê\u0306Ê\u0306"_qs << u"ee ee"_qs;
        QTest::addRow("i, u and u with horn and breve") << u"ĭĬ ŭŬ ư\u0306Ư\u0306"_qs << u"ii uu uu"_qs;
        QTest::addRow("o with breve, circumflex and breve, horn and breve") << u"ŏŎ ô\u0306Ô\u0306 ơ\u0306Ơ\u0306"_qs << u"oo oo oo"_qs;
        QTest::addRow("n with tilde") << u"ñÑ"_qs << u"nn"_qs;
        QTest::addRow("an apostrophe that is a letter to Unicode") << u"K\u02BCBrôi H\u02BBLan"_qs << u"k broi h lan"_qs;
        QTest::addRow("spaces and stops") << u"  Lê   Thị,B. "_qs << u"le thi b"_qs;
        QTest::addRow("digits stay") << u"Tổ 5, phố 12"_qs << u"to 5 pho 12"_qs;
        QTest::addRow("nothing") << u""_qs << u""_qs;
        QTest::addRow("only marks") << u"---"_qs << u""_qs;
    }
    void foldsToTheSearchKey()
    {
        QFETCH(QString, any);
        QFETCH(QString, key);
        QCOMPARE(text::folded(any), key);
        QCOMPARE(text::folded(any.normalized(QString::NormalizationForm_D)), key);
        QCOMPARE(text::folded(text::folded(any)), key);
    }

    void foldsEveryCharacterAsToldPlainly()
    {
        for (int unit = 0; unit <= 0xFFFF; ++unit) {
            const QString between = u'a' + QString(QChar(static_cast<char16_t>(unit))) + u'B';
            QVERIFY2(text::folded(between) == foldedPlainly(between), qPrintable(QString::number(unit, 16)));
        }
    }

    void foldsEveryTextAsToldPlainly()
    {
        // Mostly Vietnamese, with whatever a clipboard may bring: other scripts, marks in any order, halves of pairs.
        QString alphabet = u"aAăÂđĐÐeêoơôuưyỳẤộỡựƀɃČñ\u02BC0'’-. \u0301\u0323\u0302\u031B\u0306\u0344\u00A0\u200B\u2028яЖ한中\uFF21\u0E33"_qs;
        alphabet += QChar(0xD835);
        alphabet += QChar(0xDC00);
        QRandomGenerator random(20261123);
        for (int round = 0; round < 20'000; ++round) {
            QString any;
            for (quint32 length = random.bounded(24U); length > 0; --length) {
                any.append(alphabet[random.bounded(static_cast<int>(alphabet.size()))]);
            }
            QCOMPARE(text::folded(any), foldedPlainly(any));
        }
    }

    void tonesMayStandInTwoPlaces_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::addRow("oa") << u"hòa"_qs << u"hoà"_qs << true;
        QTest::addRow("oe") << u"khỏe"_qs << u"khoẻ"_qs << true;
        QTest::addRow("uy") << u"thủy"_qs << u"thuỷ"_qs << true;
        QTest::addRow("capitals") << u"THỦY HÒA"_qs << u"THUỶ HOÀ"_qs << true;
        QTest::addRow("all five tones") << u"hòa hỏa hõa hóa họa"_qs << u"hoà hoả hoã hoá hoạ"_qs << true;
        QTest::addRow("a slip: qúy") << u"quý"_qs << u"qúy"_qs << true;
        QTest::addRow("a slip: hòan") << u"hoàn"_qs << u"hòan"_qs << true;
        QTest::addRow("a slip: gìa") << u"già"_qs << u"gìa"_qs << true;
        QTest::addRow("on a letter with a mark of its own") << u"thuở"_qs << u"thủơ"_qs << true;
        QTest::addRow("two syllables written as one word") << u"HòaBình"_qs << u"HoàBình"_qs << true;
        QTest::addRow("decomposed") << u"ho\u0300a"_qs << u"hoà"_qs << true;
        QTest::addRow("marks in any order") << u"o\u0306\u031B\u0301"_qs << u"ơ\u0301\u0306"_qs.normalized(QString::NormalizationForm_D)
                                            << true;
        QTest::addRow("another tone") << u"hòa"_qs << u"hóa"_qs << false;
        QTest::addRow("no tone") << u"hòa"_qs << u"hoa"_qs << false;
        QTest::addRow("another letter") << u"hùa"_qs << u"hừa"_qs << false;
        QTest::addRow("case stays") << u"Hòa"_qs << u"hoà"_qs << false;
        QTest::addRow("đ is not d") << u"đò"_qs << u"dò"_qs << false;
        QTest::addRow("ñ has no tone") << u"ñu"_qs << u"nũ"_qs << false;
        QTest::addRow("another syllable's tone") << u"hòa bình"_qs << u"hoa bình"_qs << false;
        QTest::addRow("several tones are no syllable") << u"òá"_qs << u"óà"_qs << false;
        QTest::addRow("one of several tones is not dropped") << u"òà"_qs << u"oà"_qs << false;
        QTest::addRow("a consonant parts syllables") << u"tạna"_qs << u"tanạ"_qs << false;
    }
    void tonesMayStandInTwoPlaces()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, same);
        QCOMPARE(text::toneKey(one) == text::toneKey(other), same);
        QCOMPARE(text::toneKey(text::toneKey(one)), text::toneKey(one));
        QCOMPARE(text::folded(text::toneKey(one)), text::folded(one));
    }

    void plainWidth()
    {
        QCOMPARE(text::plainWidth(u"ＡＢ１２３（：～"_qs), u"AB123(:~"_qs);
        QCOMPARE(text::plainWidth(u"Nguyễn ٣"_qs), u"Nguyễn ٣"_qs);
    }

    void whatNobodySeesCanBeLeftOut()
    {
        QCOMPARE(text::withoutInvisible(u"\uFEFF0\u200B0\u202E1\u00AD8\u2066"_qs), u"0018"_qs);
        QCOMPARE(text::withoutInvisible(u"Y\u0301 \t\n"_qs), u"Y\u0301 \t\n"_qs);
    }

    void countsCharactersAsAReader()
    {
        QCOMPARE(text::characters(u""_qs), 0);
        QCOMPARE(text::characters(u"Đỗ"_qs), 2);
        QCOMPARE(text::characters(u"a\U00020000b"_qs), 3);
    }

    void tidiesWithoutChangingLetters() { QCOMPARE(text::tidy(u"  Nguye\u0302\u0303n   Văn\tA "_qs), u"Nguyễn Văn A"_qs); }
};

QTEST_APPLESS_MAIN(tst_Text)
#include "tst_Text.moc"
