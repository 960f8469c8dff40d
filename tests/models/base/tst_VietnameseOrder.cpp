// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnameseOrder.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace motcua;

class tst_VietnameseOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsTheClassicalCases_data()
    {
        QTest::addColumn<QString>("sorted"); // words in their order, parted by |
        QTest::addRow("six tones") << u"ma|mà|mả|mã|má|mạ"_qs;
        QTest::addRow("six tones of a letter with a mark") << u"mơ|mờ|mở|mỡ|mớ|mợ"_qs;
        QTest::addRow("a ă â b") << u"a|ạ|ă|ặ|â|ậ|b"_qs;
        QTest::addRow("d before đ before e") << u"da|dy|đa|đy|e"_qs;
        QTest::addRow("e ê g") << u"e|ẹ|ê|ệ|g"_qs;
        QTest::addRow("o ô ơ p") << u"o|ọ|ô|ộ|ơ|ợ|p"_qs;
        QTest::addRow("u ư v") << u"u|ụ|ư|ự|v"_qs;
        QTest::addRow("the whole alphabet") << u"a|ă|â|b|c|d|đ|e|ê|f|g|h|i|j|k|l|m|n|o|ô|ơ|p|q|r|s|t|u|ư|v|w|x|y|z"_qs;
        QTest::addRow("letters of the highlands") << u"b|ƀ|c|č|d|e|ĕ|ê|ê\u0306|g|i|ĭ|n|ñ|o|ŏ|ô|ô\u0306|ơ|ơ\u0306|u|ŭ|ư|ư\u0306"_qs;
        QTest::addRow("letters before tones") << u"mạ|man|màn"_qs;
        QTest::addRow("a space before every letter") << u"an|an bình|anh|ánh|ân"_qs;
        QTest::addRow("word by word") << u"Lê An|Lê Bình|Lên"_qs;
        QTest::addRow("all letters before any tone") << u"Hoà An|Hoa Bình|Hòa Bình|Hoa Cương"_qs;
        QTest::addRow("the first tone decides before the second") << u"hoa quỳ|hoà quy|hoá quy"_qs;
        QTest::addRow("small before capital, after all tones") << u"hoa|Hoa|HOA|hoà|Hoà"_qs;
        QTest::addRow("names")
            << u"Đinh Văn An|Đỗ Thị Ba|Lê Ánh|Lê Ân|Lý Thị Xuân|Ngụy Văn Tư|Nguyễn Thị Hoa|Nguyễn Thị Hoà|Nguyễn Thị Hoá"_qs;
        QTest::addRow("digits before letters") << u"Tổ 1|Tổ 2|Tổ ba"_qs;
        QTest::addRow("foreign marks after plain letters") << u"muller|Muller|müller|Müller|mulles"_qs;
        QTest::addRow("a mark outweighs no capital elsewhere") << u"Phan Muller|Phan Müller"_qs;
        QTest::addRow("a space before digits") << u"Tổ 1|Tổ A|Tổ1|Tổa"_qs;
        QTest::addRow("several tones, which no syllable has") << u"oa|òa|óa|òà|óà"_qs;
        QTest::addRow("other scripts last") << u"zố|Жук|中"_qs;
        QTest::addRow("nothing before something") << u"|a"_qs;
    }
    void sortsTheClassicalCases()
    {
        QFETCH(QString, sorted);
        const QStringList words = sorted.split(u'|');
        for (qsizetype i = 1; i < words.size(); ++i) {
            const QString pair = words[i - 1] + u" < "_qs + words[i];
            QVERIFY2(vietnameseOrderKey(words[i - 1]) < vietnameseOrderKey(words[i]), qPrintable(pair));
        }
    }

    void writesOneKeyForOneName_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addRow("old and new tone place") << u"Hòa Thủy"_qs << u"Hoà Thuỷ"_qs;
        QTest::addRow("decomposed") << u"Nguyễn Ơ\u0306n"_qs << u"Nguyễn Ơ\u0306n"_qs.normalized(QString::NormalizationForm_D);
        QTest::addRow("the look-alike Ð") << u"\u00D0\u1ED7 \u00F0"_qs << u"Đỗ đ"_qs;
        QTest::addRow("kinds of apostrophe") << u"K’Brôi"_qs << u"K'Brôi"_qs;
        QTest::addRow("spaces") << u"  Lê \u00A0An "_qs << u"Lê An"_qs;
        QTest::addRow("zero width") << u"Lê\u200B An"_qs << u"Lê An"_qs;
        QTest::addRow("full width") << u"Ｌｅ　１２"_qs << u"Le 12"_qs;
    }
    void writesOneKeyForOneName()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(vietnameseOrderKey(one), vietnameseOrderKey(other));
    }

    void keysAreAnOrderOfLetterThenTone()
    {
        // Of two syllables with the same letters the tone alone decides; else the tones never do.
        const QStringList vowels{u"aàảãáạ"_qs, u"ăằẳẵắặ"_qs, u"âầẩẫấậ"_qs, u"eèẻẽéẹ"_qs, u"êềểễếệ"_qs, u"iìỉĩíị"_qs, u"oòỏõóọ"_qs,
            u"ôồổỗốộ"_qs, u"ơờởỡớợ"_qs, u"uùủũúụ"_qs, u"ưừửữứự"_qs, u"yỳỷỹýỵ"_qs};
        QRandomGenerator random(7);
        for (int round = 0; round < 20'000; ++round) {
            const int first = random.bounded(12);
            const int second = random.bounded(12);
            const int firstTone = random.bounded(6);
            const int secondTone = random.bounded(6);
            const QByteArray one = vietnameseOrderKey(u"m"_qs + vowels[first][firstTone] + u"n an"_qs);
            const QByteArray other = vietnameseOrderKey(u"m"_qs + vowels[second][secondTone] + u"n an"_qs);
            QCOMPARE(one < other, first != second ? first < second : firstTone < secondTone);
        }
    }

    void anyTextHasAKey()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 5'000; ++round) {
            QString any;
            for (quint32 length = random.bounded(12U); length > 0; --length) {
                any.append(QChar(static_cast<char16_t>(random.bounded(0x10000))));
            }
            const QByteArray key = vietnameseOrderKey(any);
            QCOMPARE(vietnameseOrderKey(any.normalized(QString::NormalizationForm_D)), key);
            QVERIFY(!(vietnameseOrderKey(any + u"x"_qs) < key));
        }
        QVERIFY(vietnameseOrderKey(QString(5'000, u'ợ')).size() < 5 * 5'000);
    }
};

QTEST_APPLESS_MAIN(tst_VietnameseOrder)
#include "tst_VietnameseOrder.moc"
