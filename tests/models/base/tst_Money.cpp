// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Money.h"

#include <QTest>

using namespace motcua;

class tst_Money : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesThousandsWithDots_data()
    {
        QTest::addColumn<qint64>("dong");
        QTest::addColumn<QString>("text");
        QTest::addRow("nothing") << qint64{0} << u"0 đ"_qs;
        QTest::addRow("three digits") << qint64{500} << u"500 đ"_qs;
        QTest::addRow("four digits") << qint64{8000} << u"8.000 đ"_qs;
        QTest::addRow("seven digits") << qint64{1234567} << u"1.234.567 đ"_qs;
        QTest::addRow("difference of a till") << qint64{-2000} << u"-2.000 đ"_qs;
        QTest::addRow("three digits below zero") << qint64{-200} << u"-200 đ"_qs;
    }
    void writesThousandsWithDots()
    {
        QFETCH(qint64, dong);
        QFETCH(QString, text);
        QCOMPARE(Money{dong}.toString(), text);
    }
};

QTEST_APPLESS_MAIN(tst_Money)
#include "tst_Money.moc"
