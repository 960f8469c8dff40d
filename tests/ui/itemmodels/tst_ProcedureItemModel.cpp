// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/ProcedureItemModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace motcua;

class tst_ProcedureItemModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersFind_data();
    void lettersFind();
    void whatIsUsedMostComesFirst();
};

namespace {

QList<Procedure> three()
{
    QList<Procedure> made(3);
    made[0].code = QStringLiteral("2.000635");
    made[0].name = QStringLiteral("Cấp bản sao Trích lục hộ tịch");
    made[1].code = QStringLiteral("1.001193");
    made[1].name = QStringLiteral("Đăng ký khai sinh");
    made[2].code = QStringLiteral("2.000815");
    made[2].name = QStringLiteral("Chứng thực bản sao từ bản chính");
    return made;
}

} // namespace

void tst_ProcedureItemModel::lettersFind_data()
{
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("nothing typed shows all") << "" << QStringList{u"2.000635"_qs, u"1.001193"_qs, u"2.000815"_qs};
    QTest::newRow("letters without marks") << "khai sinh" << QStringList{u"1.001193"_qs};
    QTest::newRow("letters with marks") << "trích" << QStringList{u"2.000635"_qs};
    QTest::newRow("đ typed as d") << "dang" << QStringList{u"1.001193"_qs};
    QTest::newRow("any order of words") << "sao ban" << QStringList{u"2.000635"_qs, u"2.000815"_qs};
    QTest::newRow("the code") << "2.0008" << QStringList{u"2.000815"_qs};
    QTest::newRow("inside of a word does not count") << "inh" << QStringList{};
}

void tst_ProcedureItemModel::lettersFind()
{
    QFETCH(QString, letters);
    QFETCH(QStringList, codes);
    ProcedureItemModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProcedures(three());
    model.setLetters(letters);
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row) {
        shown.append(model.procedure(row)->code);
    }
    QCOMPARE(shown, codes);
}

void tst_ProcedureItemModel::whatIsUsedMostComesFirst()
{
    ProcedureItemModel model;
    model.setProcedures(three(), {{QStringLiteral("2.000815"), 7}, {QStringLiteral("1.001193"), 2}});
    QCOMPARE(model.procedure(0)->code, QStringLiteral("2.000815"));
    QCOMPARE(model.procedure(1)->code, QStringLiteral("1.001193"));
    QCOMPARE(model.data(model.index(0, ProcedureItemModel::Used)).toString(), QStringLiteral("7"));
}

QTEST_GUILESS_MAIN(tst_ProcedureItemModel)
#include "tst_ProcedureItemModel.moc"
