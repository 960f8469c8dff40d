// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskKeys.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace motcua;

class tst_KioskKeys : public QObject
{
    Q_OBJECT

    static void press(const KioskKeys &keys, const QString &sequence)
    {
        for (const QString &shown : sequence.split(u' ', Qt::SkipEmptyParts)) {
            bool found = false;
            for (QPushButton *key : keys.findChildren<QPushButton *>()) {
                if (key->text() == shown || key->text() == QStringLiteral("\u25CC") + shown) {
                    QTest::mouseClick(key, Qt::LeftButton);
                    found = true;
                }
            }
            QVERIFY2(found, qPrintable(shown));
        }
    }

private Q_SLOTS:
    void aToneGoesOntoTheVowelBefore_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QChar>("mark");
        QTest::addColumn<QString>("toned");
        const QChar sharp(0x0301);
        const QChar falling(0x0300);
        const QChar heavy(0x0323);
        QTest::newRow("plain") << u"a"_qs << sharp << u"á"_qs;
        QTest::newRow("with a hat") << u"nguyê"_qs << QChar(0x0303) << u"nguyễ"_qs;
        QTest::newRow("with a horn") << u"ngươ"_qs << falling << u"ngườ"_qs;
        QTest::newRow("horn and dot") << u"ơ"_qs << heavy << u"ợ"_qs;
        QTest::newRow("another tone instead") << u"má"_qs << falling << u"mà"_qs;
        QTest::newRow("the same takes it away") << u"má"_qs << sharp << u"ma"_qs;
        QTest::newRow("a capital") << u"Ô"_qs << QChar(0x0309) << u"Ổ"_qs;
        QTest::newRow("no vowel") << u"đ"_qs << sharp << u"đ"_qs;
        QTest::newRow("nothing") << QString() << sharp << QString();
        QTest::newRow("a digit") << u"a1"_qs << sharp << u"a1"_qs;
    }
    void aToneGoesOntoTheVowelBefore()
    {
        QFETCH(QString, text);
        QFETCH(QChar, mark);
        QTEST(KioskKeys::toned(text, mark), "toned");
    }

    void vietnameseIsTypedWithAFinger()
    {
        KioskKeys keys(KioskKeys::Kind::Words, {}, KioskWords(Language::Code::English));
        QPlainTextEdit words;
        keys.writesInto(&words);
        press(keys, u"c h ơ ̀ ␣ l â u q ⌫"_qs);
        QCOMPARE(words.toPlainText(), u"chờ lâu"_qs);
        QLineEdit line;
        keys.writesInto(&line);
        press(keys, u"đ ư ơ ̣ c"_qs);
        QCOMPARE(line.text(), u"được"_qs);
        QCOMPARE(words.toPlainText(), u"chờ lâu"_qs);
        line.setCursorPosition(3);
        press(keys, u"̀"_qs);
        QCOMPARE(line.text(), u"đườc"_qs);
        QCOMPARE(line.cursorPosition(), 3);
    }

    void aNameBeginsWithACapital()
    {
        KioskKeys keys(KioskKeys::Kind::Words, {}, KioskWords(Language::Code::English));
        QLineEdit line;
        keys.writesInto(&line);
        press(keys, u"⇧ Đ à o"_qs.replace(u"à"_qs, u"a ̀"_qs));
        QCOMPARE(line.text(), u"Đào"_qs); // the next letter is a small one again
        press(keys, u"␣ ⇧ ⇧ m"_qs); // asked for by mistake
        QCOMPARE(line.text(), u"Đào m"_qs);
        press(keys, u"⇧ 2 Ơ ̉"_qs); // a digit has no capital, and takes none away
        QCOMPARE(line.text(), u"Đào m2Ở"_qs);
    }

    void aCodeIsCapitalsAndDigits()
    {
        KioskKeys keys(KioskKeys::Kind::Code, {}, KioskWords());
        QLineEdit line;
        keys.writesInto(&line);
        press(keys, u"H 2 6 . 3 1 - 0 ⌫ 9"_qs);
        QCOMPARE(line.text(), u"H26.31-9"_qs);
        keys.writesInto(nullptr);
        press(keys, u"H"_qs);
        QCOMPARE(line.text(), u"H26.31-9"_qs);
    }

    void aKeyThatIsASignHasAName()
    {
        KioskKeys keys(KioskKeys::Kind::Words, {}, KioskWords(Language::Code::English));
        QStringList named;
        for (const QPushButton *key : keys.findChildren<QPushButton *>()) {
            if (!key->accessibleName().isEmpty()) {
                named.append(key->accessibleName());
            }
        }
        QCOMPARE(named.join(u", "), u"Delete, Capital letter, sharp tone, falling tone, asking tone, tumbling tone, heavy tone, Space"_qs);
    }
};

QTEST_MAIN(tst_KioskKeys)
#include "tst_KioskKeys.moc"
