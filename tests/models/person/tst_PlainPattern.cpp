// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PlainPattern.h"
#include "tests/models/person/ShippedRules.h"

#include <QRandomGenerator>
#include <QTest>

using namespace motcua;

class tst_PlainPattern : public QObject
{
    Q_OBJECT

    static QRegularExpression engine(const QString &pattern)
    {
        return QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::UseUnicodePropertiesOption);
    }

    /** A text made of what patterns speak of, and of what they do not. */
    static QString invented(QRandomGenerator &random)
    {
        static const QString letters = u"0123456789012345678901234567890+-. /'’ABCXZabcxyzĐđễỹŨ\u0301\u0323ÐʼK_@\n٣５"_qs;
        QString text;
        const int length = random.bounded(16);
        for (int i = 0; i < length; ++i) {
            text.append(letters[random.bounded(letters.size())]);
        }
        return text;
    }

private Q_SLOTS:
    void saysWhatTheEngineSays_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addRow("digits") << u"[0-9]{3}"_qs;
        QTest::addRow("digits, three to five") << u"[0-9]{3,5}"_qs;
        QTest::addRow("names") << u"[\\p{L}\\p{M}'’ʼ\\-. ]+"_qs;
        QTest::addRow("alternatives") << u"0[2-9][0-9]{2,3}|\\+[1-9][0-9]{1,4}"_qs;
        QTest::addRow("runs that end by themselves") << u"[A-Z]{1,2}[0-9]+-[a-z]{0,3}"_qs;
        QTest::addRow("perhaps nothing") << u"[a-z]*"_qs;
        QTest::addRow("an empty alternative") << u"[0-9]{2}|"_qs;
        QTest::addRow("escaped signs") << u"\\+[0-9]\\.?"_qs;
        QTest::addRow("a range beyond ASCII") << u"[\u1EA0-\u1EF9đ]{1,3}"_qs;
        QTest::addRow("a hyphen at the end of a class") << u"[0-9.-]+"_qs;
        const RuleBook book = test::shippedRules();
        for (const TextRule &rule : book.rules) {
            if (rule.plain) {
                const QString around = QRegularExpression::anchoredPattern(QString());
                const QString written = rule.pattern.pattern();
                QTest::addRow("shipped: %s", qPrintable(rule.id)) << written.mid(around.indexOf(u')'), written.size() - around.size());
            }
        }
    }
    void saysWhatTheEngineSays()
    {
        QFETCH(QString, pattern);
        const auto plain = PlainPattern::from(pattern);
        QVERIFY(plain);
        const QRegularExpression expression = engine(pattern);
        QVERIFY(expression.isValid());
        QRandomGenerator random(20261127);
        int fitting = 0;
        for (int i = 0; i < 20'000; ++i) {
            const QString text = invented(random);
            const bool fits = expression.match(text).hasMatch();
            QVERIFY2(plain->fits(text) == fits, qPrintable(text));
            fitting += fits ? 1 : 0;
        }
        // Every character of the basic plane by itself, and doubled.
        for (int code = 1; code < 0x10000; ++code) {
            const QChar c(static_cast<char16_t>(code));
            if (!c.isSurrogate() && plain->fits(QString(c)) != expression.match(QString(c)).hasMatch()) {
                QFAIL(qPrintable(QStringLiteral("U+%1").arg(code, 4, 16)));
            }
        }
    }

    void theRulesOfNamesAndNumbersArePlain()
    {
        const RuleBook book = test::shippedRules();
        for (const QString &id : {u"personName"_qs, u"personalNumber"_qs, u"documentNumber"_qs}) {
            QVERIFY2(book.rules.value(id).plain, qPrintable(id));
        }
    }

    void leavesTheRestToTheEngine_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const QString &pattern : {u"(a)"_qs, u"a(?=b)"_qs, u"[^a]"_qs, u"\\d+"_qs, u"\\w"_qs, u"."_qs, u"a+?"_qs, u"a++"_qs, u"a{2}{3}"_qs, u"[a-z]+[m-p]"_qs,
                 u"[a-z]{1,3}x"_qs, u"[0-9]?[0-9]"_qs, u"\\p{Lu}"_qs, u"\\p{L}+đ"_qs, u"[[:alpha:]]"_qs, u"a{,3}"_qs, u"a{3,2}"_qs, u"[a"_qs, u"a\\"_qs, u"^a$"_qs, u"[]a]"_qs, u"[z-a]"_qs, u"\\p"_qs}) {
            QTest::addRow("%s", qPrintable(pattern)) << pattern;
        }
    }
    void leavesTheRestToTheEngine()
    {
        QFETCH(QString, pattern);
        QVERIFY(!PlainPattern::from(pattern));
    }

    void lettersOutsideTheBasicPlaneAreJudgedByTheEngine()
    {
        const TextRule rule = test::shippedRules().rules.value(u"personName"_qs);
        const QString nom = QString::fromUcs4(U"\U00020000"); // an ideograph of old names
        QCOMPARE(verdict(rule, nom), RuleVerdict::Fits);
        QCOMPARE(verdict(rule, nom + u'7'), RuleVerdict::Malformed);
    }
};

QTEST_APPLESS_MAIN(tst_PlainPattern)
#include "tst_PlainPattern.moc"
