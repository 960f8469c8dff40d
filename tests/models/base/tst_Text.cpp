// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Text.h"

#include <QTest>

using namespace motcua;

class tst_Text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        QTest::addRow("Ê Đê letters") << u"Y Thiêm Êñuôl Ƀ"_qs << u"y thiem enuol ƀ"_qs;
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

    void tidiesWithoutChangingLetters()
    {
        QCOMPARE(text::tidy(u"  Nguye\u0302\u0303n   Văn\tA "_qs), u"Nguyễn Văn A"_qs);
    }
};

QTEST_APPLESS_MAIN(tst_Text)
#include "tst_Text.moc"
