// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/CtlBench.h"

#include <QJsonArray>
#include <QTest>

/** Payment pictures as a script makes and reads them: no store, no password. */
class tst_CtlVietQr : public QObject
{
    Q_OBJECT

    CtlBench m_bench;

    [[nodiscard]] CtlBench::Outcome vietqr(const QStringList &words) const
    {
        return m_bench.run(QStringList{QStringLiteral("vietqr")} + words);
    }

private Q_SLOTS:
    void encodesAndDecodes()
    {
        const CtlBench::Outcome made = vietqr({u"encode"_qs, u"--bin"_qs, u"970436"_qs, u"--account"_qs, u"1234567890"_qs, u"--amount"_qs,
            u"8000"_qs, u"--purpose"_qs, u"TT LỆ PHÍ H26-261123-0001"_qs});
        QVERIFY2(made.code == 0, made.errors.constData());
        const QString text = made.json.value(u"text"_qs).toString();
        QCOMPARE(text,
            u"00020101021238540010A00000072701240006970436011012345678900208QRIBFTTA5303704540480005802VN"
            "62290825TT LE PHI H26-261123-0001630441B2"_qs);
        const CtlBench::Outcome read = vietqr({u"decode"_qs, text});
        QVERIFY2(read.code == 0, read.errors.constData());
        QCOMPARE(read.json.value(u"bank"_qs).toString(), u"Vietcombank"_qs);
        QCOMPARE(read.json.value(u"account"_qs).toString(), u"1234567890"_qs);
        QCOMPARE(read.json.value(u"amount"_qs).toInteger(), qint64(8000));
        QCOMPARE(read.json.value(u"dynamic"_qs).toBool(), true);
        QCOMPARE(read.json.value(u"purpose"_qs).toString(), u"TT LE PHI H26-261123-0001"_qs);
    }

    void aBankNobodyNamedIsNoError()
    {
        const CtlBench::Outcome made = vietqr({u"encode"_qs, u"--bin"_qs, u"999999"_qs, u"--card"_qs, u"9704031101234567"_qs});
        QCOMPARE(made.code, 0);
        const CtlBench::Outcome read = vietqr({u"decode"_qs, made.json.value(u"text"_qs).toString()});
        QCOMPARE(read.code, 0);
        QCOMPARE(read.json.value(u"bank"_qs).toString(), QString());
        QCOMPARE(read.json.value(u"card"_qs).toString(), u"9704031101234567"_qs);
        QVERIFY(!read.json.contains(u"amount"_qs));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        const QStringList encode{u"encode"_qs, u"--bin"_qs, u"970436"_qs};
        const QStringList account = encode + QStringList{u"--account"_qs, u"1234567890"_qs};
        QTest::addRow("the erratum of NAPAS") << QStringList{u"decode"_qs,
            u"00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5"_qs}
                                              << 6 << u"LengthMismatch at 38/01/01, character 61"_qs;
        QTest::addRow("nothing to decode") << QStringList{u"decode"_qs, u""_qs} << 6 << u"Empty"_qs;
        QTest::addRow("no text") << QStringList{u"decode"_qs} << 2 << u"Which code? Give its text as one word."_qs;
        const QString usage = u"Give --bin and either --account or --card, then --amount, --bill and --purpose as needed."_qs;
        QTest::addRow("neither account nor card") << encode << 2 << usage;
        QTest::addRow("both") << account + QStringList{u"--card"_qs, u"1"_qs} << 2 << usage;
        QTest::addRow("no bank") << QStringList{u"encode"_qs, u"--account"_qs, u"1"_qs} << 6 << u"MissingTag at 38/01/00"_qs;
        QTest::addRow("a fraction of a đồng") << account + QStringList{u"--amount"_qs, u"0.5"_qs} << 6 << u"AmountMalformed at 54"_qs;
        QTest::addRow("nothing to pay") << account + QStringList{u"--amount"_qs, u"0"_qs} << 6 << u"AmountMalformed at 54"_qs;
        QTest::addRow("a long purpose") << account + QStringList{u"--purpose"_qs, QString(26, u'đ')} << 6 << u"ValueTooLong at 62/08"_qs;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QStringList, words);
        const CtlBench::Outcome outcome = vietqr(words);
        QTEST(outcome.code, "code");
        QTEST(outcome.json.value(u"detail"_qs).toString(), "reason");
    }
};

QTEST_GUILESS_MAIN(tst_CtlVietQr)
#include "tst_CtlVietQr.moc"
