// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FlowRow.h"

#include <QTest>
#include <QWidget>

using namespace motcua;

class tst_FlowRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFindsNoRoomBeginsAnotherLine_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<QPoint>>("places");
        QTest::addColumn<int>("height");
        QTest::addRow("all in one line") << 320 << QList<QPoint>{{0, 5}, {110, 0}, {220, 5}} << 30;
        QTest::addRow("one short of a line") << 319 << QList<QPoint>{{0, 5}, {110, 0}, {0, 34}} << 54;
        QTest::addRow("one below the other") << 100 << QList<QPoint>{{0, 0}, {0, 24}, {0, 58}} << 78;
        QTest::addRow("narrower than any") << 40 << QList<QPoint>{{0, 0}, {0, 24}, {0, 58}} << 78;
    }
    void whatFindsNoRoomBeginsAnotherLine()
    {
        QFETCH(int, width);
        QFETCH(QList<QPoint>, places);
        QWidget parent;
        auto *row = new FlowRow(&parent);
        row->setGaps(10, 4);
        QList<QWidget *> things;
        for (const int height : {20, 30, 20}) {
            things.append(new QWidget(&parent));
            things.constLast()->setFixedSize(100, height);
            row->addWidget(things.constLast());
        }
        auto *hidden = new QWidget(&parent);
        hidden->setFixedSize(500, 500);
        row->addWidget(hidden);
        hidden->hide();
        QTEST(row->heightForWidth(width), "height");
        row->setGeometry({0, 0, width, 100});
        for (qsizetype at = 0; at < things.size(); ++at) {
            QCOMPARE(things.at(at)->pos(), places.at(at));
        }
        QCOMPARE(row->minimumSize().width(), 100);
        QCOMPARE(row->sizeHint().width(), 320);
    }
};

QTEST_MAIN(tst_FlowRow)
#include "tst_FlowRow.moc"
