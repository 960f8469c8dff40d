// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/People.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace motcua::training;

class tst_People : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSamePlaceIsTheSamePerson()
    {
        QCOMPARE(People(7).at(123), People(7).at(123));
        QVERIFY(People(7).at(123) != People(8).at(123));
        QVERIFY(People(7).at(123) != People(7).at(124));
    }

    void familyNamesAreAsCommonAsInVietnam()
    {
        const People people(1);
        QHash<QString, int> families;
        for (quint64 i = 0; i < 20000; ++i) {
            ++families[people.at(i).name.section(u' ', 0, 0)];
        }
        // Of a thousand: the weight, and three standard deviations of 20,000 draws either way.
        const int nguyen = families.value(u"Nguyễn"_qs) / 20;
        const int tran = families.value(u"Trần"_qs) / 20;
        QVERIFY2(nguyen > 285 && nguyen < 325, qPrintable(QString::number(nguyen)));
        QVERIFY2(tran > 92 && tran < 120, qPrintable(QString::number(tran)));
        QVERIFY(families.contains(u"Đặng"_qs));
    }

    void nobodyCanBeReal()
    {
        const People people(42);
        const QRegularExpression number(u"^000[0-3][0-9]{8}$"_qs);
        const QRegularExpression phone(u"^0200[0-9]{7}$"_qs);
        QSet<QString> numbers;
        for (quint64 i = 0; i < 20000; ++i) {
            const InventedPerson person = people.at(i);
            QVERIFY2(number.match(person.number).hasMatch(), qPrintable(person.number));
            QVERIFY2(phone.match(person.phone).hasMatch(), qPrintable(person.phone));
            QVERIFY(person.birth.isValid());
            QCOMPARE(person.number.mid(4, 2).toInt(), person.birth.year() % 100);
            QVERIFY(!person.name.contains(u"  "_qs) && !person.name.isEmpty() && !person.address.isEmpty());
            numbers.insert(person.number.right(6));
        }
        QCOMPARE(numbers.size(), 20000);
    }
};

QTEST_APPLESS_MAIN(tst_People)
#include "tst_People.moc"
