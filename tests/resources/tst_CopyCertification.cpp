// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/resources/Samples.h"

using namespace motcua;

/** 2.000815 as it is shipped: nobody's identity, one document, and a price by pages. */
class tst_CopyCertification : public QObject
{
    Q_OBJECT

    static test::Sample sample(const QString &name) { return test::Sample(u"2.000815"_qs, name); }

private Q_SLOTS:
    void costsByThePagesOfTheOriginal_data()
    {
        QTest::addColumn<int>("pages");
        QTest::addColumn<int>("copies");
        QTest::addColumn<QString>("expected");
        QTest::addRow("one page") << 1 << 1 << u"2000×1=2000"_qs;
        QTest::addRow("two pages") << 2 << 1 << u"4000×1=4000"_qs;
        QTest::addRow("the third page is cheaper") << 3 << 1 << u"5000×1=5000"_qs;
        QTest::addRow("ten pages, three copies") << 10 << 3 << u"12000×3=36000"_qs;
        QTest::addRow("the last before the cap") << 198 << 1 << u"200000×1=200000"_qs;
        QTest::addRow("one page more costs no more") << 199 << 2 << u"200000×2=400000"_qs;
    }
    void costsByThePagesOfTheOriginal()
    {
        QFETCH(int, pages);
        QFETCH(int, copies);
        QFETCH(QString, expected);
        test::Sample one = sample(u"complete"_qs);
        one.change(u"document.pages=%1; copies=%2"_qs.arg(pages).arg(copies));
        QCOMPARE(one.fees(), QStringList{u"certification "_qs + expected});
    }

    void asksNobodyWhoTheyAre()
    {
        const test::Sample one = sample(u"complete"_qs);
        QCOMPARE(one.procedure().identity.level, IdentityNeed::Level::None);
        QCOMPARE(one.violations(), QStringList());
        QCOMPARE(one.neededPapers(), QStringList{u"original 1+0"_qs});
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QStringList>("expected");
        QTest::addRow("a document without pages")
            << u"complete"_qs << u"document.pages=0"_qs << QStringList{u"document.pages OutOfRange"_qs};
        QTest::addRow("no copy at all") << u"complete"_qs << u"copies="_qs << QStringList{u"copies Missing"_qs};
        QTest::addRow("a foreign paper nobody legalised")
            << u"complete"_qs << u"document.origin=foreign"_qs << QStringList{u"legalisation PaperMissing"_qs};
        QTest::addRow("nothing of a foreign paper that is exempt")
            << u"complete"_qs << u"document.origin=foreignExempt"_qs << QStringList();
        QTest::addRow("nothing of one that was legalised") << u"foreign"_qs << QString() << QStringList();
    }
    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QString, changes);
        test::Sample one = sample(name);
        one.change(changes);
        QTEST(one.violations(), "expected");
    }

    void mayBePromisedLater_data()
    {
        QTest::addColumn<QString>("ground");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("agreed");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<QDate>("due");
        QTest::addRow("P18: many pages, a working day more") << u"manyPages"_qs << 1 << false << QStringList() << QDate(2026, 11, 25);
        QTest::addRow("P18: many pages, two working days more") << u"manyPages"_qs << 2 << false << QStringList() << QDate(2026, 11, 26);
        QTest::addRow("P18: many pages do not make it three") << u"manyPages"_qs << 3 << false << QStringList{u"LongerTermRefused"_qs} << QDate();
        QTest::addRow("no day more is no later day") << u"manyPages"_qs << 0 << false << QStringList{u"LongerTermRefused"_qs} << QDate();
        QTest::addRow("P18: ten days by an agreement in writing") << u"agreement"_qs << 10 << true << QStringList() << QDate(2026, 12, 8);
        QTest::addRow("P18: an agreement nobody has seen") << u"agreement"_qs << 10 << false << QStringList{u"agreement PaperMissing"_qs} << QDate();
        QTest::addRow("a ground the law does not know") << u"holiday"_qs << 1 << true << QStringList{u"LongerTermUnknown"_qs} << QDate();
    }
    void mayBePromisedLater()
    {
        QFETCH(QString, ground);
        QFETCH(int, days);
        QFETCH(bool, agreed);
        QFETCH(QDate, due);
        test::Sample one = sample(u"complete"_qs);
        one.settle({ground, days});
        if (agreed) {
            one.seen(u"agreement"_qs);
        }
        QTEST(one.violations(), "expected");
        if (const auto intake = one.intake()) {
            QCOMPARE(intake->promise().dueAt, vietnamTime(due, QTime(17, 0)));
            const QJsonObject longer = intake->toJson().value(u"longer"_qs).toObject();
            QCOMPARE(longer.value(u"ground"_qs).toString(), ground);
            QCOMPARE(longer.value(u"days"_qs).toInt(), days);
            const QString reason = agreed ? u"theo thỏa thuận bằng văn bản"_qs : u"vì nhiều loại, nhiều trang hoặc nhiều bản"_qs;
            QCOMPARE(longer.value(u"text"_qs).toString(), u"Hẹn thêm %1 ngày làm việc "_qs.arg(days, 2, 10, QLatin1Char('0')) + reason);
        } else {
            QVERIFY(due.isNull());
        }
    }

    void isTakenInPersonOnly()
    {
        test::Sample one = sample(u"complete"_qs);
        one.setChannel(2);
        QCOMPARE(one.violations(), QStringList{u"ChannelRefused"_qs});
    }
};

QTEST_APPLESS_MAIN(tst_CopyCertification)
#include "tst_CopyCertification.moc"
