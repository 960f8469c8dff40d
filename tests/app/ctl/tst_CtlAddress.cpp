// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/CtlBench.h"

#include <QJsonArray>
#include <QTest>

/** Administrative units as a script asks for them: no store, no password. */
class tst_CtlAddress : public QObject
{
    Q_OBJECT

    CtlBench m_bench;

    [[nodiscard]] CtlBench::Outcome address(const QStringList &words) const
    {
        return m_bench.run(QStringList{QStringLiteral("address")} + words);
    }

private Q_SLOTS:
    void findsCommunesByTheirBeginning()
    {
        const CtlBench::Outcome found = address({u"find"_qs, u"hoa"_qs, u"an"_qs});
        QVERIFY2(found.code == 0, found.errors.constData());
        const QJsonArray communes = found.json.value(u"communes"_qs).toArray();
        QCOMPARE(communes.size(), 3);
        QCOMPARE(communes[1][u"display"_qs].toString(), u"Xã Hòa An, Tỉnh Cao Bằng"_qs);
        QCOMPARE(communes[1][u"provinceCode"_qs].toString(), u"04"_qs);
        QCOMPARE(address({u"find"_qs, u"tan"_qs, u"--limit"_qs, u"7"_qs}).json.value(u"communes"_qs).toArray().size(), 7);
    }

    void looksUpAnOldAddress()
    {
        const QString text = u"12 Trần Phú, xã Hoà An, huyện Krông Pắc, Đắk Lắk"_qs;
        const CtlBench::Outcome found = address({u"old"_qs, text});
        QVERIFY2(found.code == 0, found.errors.constData());
        QCOMPARE(found.json.value(u"quoted"_qs).toString(), text);
        QCOMPARE(found.json.value(u"verdict"_qs).toString(), u"one"_qs);
        QCOMPARE(found.json.value(u"detail"_qs).toString(), u"12 Trần Phú"_qs);
        const QJsonValue candidate = found.json.value(u"candidates"_qs)[0];
        QCOMPARE(candidate[u"name"_qs].toString(), u"Xã Hòa An"_qs);
        QCOMPARE(candidate[u"district"_qs].toString(), u"Huyện Krông Pắc"_qs);
        QCOMPARE(candidate[u"now"_qs][0][u"display"_qs].toString(), u"Xã Krông Pắc, Tỉnh Đắk Lắk"_qs);
        QCOMPARE(candidate[u"now"_qs][0][u"code"_qs].toString(), u"24490"_qs);
    }

    void saysWhenItWasSplitOrIsAmbiguous()
    {
        const CtlBench::Outcome split = address({u"old"_qs, u"P9, TP Tuy Hòa, Phú Yên"_qs});
        QCOMPARE(split.code, 0);
        QCOMPARE(split.json.value(u"verdict"_qs).toString(), u"split"_qs);
        QCOMPARE(split.json.value(u"candidates"_qs)[0][u"now"_qs].toArray().size(), 2);
        const CtlBench::Outcome several = address({u"old"_qs, u"xã Hòa An"_qs});
        QCOMPARE(several.code, 0);
        QCOMPARE(several.json.value(u"verdict"_qs).toString(), u"ambiguous"_qs);
        QVERIFY(several.json.value(u"candidates"_qs).toArray().size() > 5);
    }

    void saysWhichPartContradicts()
    {
        const CtlBench::Outcome outcome = address({u"old"_qs, u"Xã Tân Lập, huyện Không Có, tỉnh Thái Nguyên"_qs});
        QCOMPARE(outcome.code, 6);
        QCOMPARE(outcome.json.value(u"verdict"_qs).toString(), u"contradicted"_qs);
        QCOMPARE(outcome.json.value(u"contradicted"_qs)[0].toString(), u"huyện Không Có"_qs);
        QCOMPARE(outcome.json.value(u"candidates"_qs).toArray().size(), 1);
        const QString told = QString::fromUtf8(outcome.errors);
        QVERIFY2(told.contains(u"không có xã, phường nào tên này thuộc \"huyện Không Có\""), outcome.errors.constData());
        const QString ambiguous = QString::fromUtf8(address({u"old"_qs, u"Xã Hòa An, Cao Bằng"_qs, u"--language"_qs, u"en"_qs}).errors);
        QVERIFY2(ambiguous.contains(u"\"Cao Bằng\"") && !ambiguous.contains(u"add the district"), qPrintable(ambiguous));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addRow("no commune begins so") << QStringList{u"find"_qs, u"xyz"_qs} << 5;
        QTest::addRow("nothing to find") << QStringList{u"find"_qs} << 6;
        QTest::addRow("spaces to find") << QStringList{u"find"_qs, u" "_qs} << 6;
        QTest::addRow("5,000 characters to find") << QStringList{u"find"_qs, QString(5000, u'a')} << 6;
        QTest::addRow("no limit") << QStringList{u"find"_qs, u"hoa"_qs, u"--limit"_qs, u"0"_qs} << 6;
        QTest::addRow("a limit that is no number") << QStringList{u"find"_qs, u"hoa"_qs, u"--limit"_qs, u"all"_qs} << 6;
        QTest::addRow("no former commune") << QStringList{u"old"_qs, u"12 Trần Phú, Hà Nội"_qs} << 5;
        QTest::addRow("nothing to look up") << QStringList{u"old"_qs} << 6;
        QTest::addRow("5,000 characters to look up") << QStringList{u"old"_qs, QString(5000, u'a')} << 6;
        QTest::addRow("no units there") << QStringList{u"find"_qs, u"hoa"_qs, u"--resources"_qs, u"/nonexistent"_qs} << 1;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QStringList, words);
        QTEST(address(words).code, "code");
    }
};

QTEST_GUILESS_MAIN(tst_CtlAddress)
#include "tst_CtlAddress.moc"
