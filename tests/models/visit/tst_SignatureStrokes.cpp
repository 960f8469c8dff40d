// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/SignatureStrokes.h"

#include <QTest>

using namespace motcua;

using Lines = QList<QList<QPointF>>;

/** What was drawn to sign, and what is too little to be a signature. */
class tst_SignatureStrokes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsASignatureFromASlip_data()
    {
        QTest::addColumn<Lines>("lines");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("nothing") << Lines{} << false;
        QTest::newRow("a dot") << Lines{{{0.5, 0.5}}} << false;
        QTest::newRow("many dots") << Lines{{{0.1, 0.5}}, {{0.9, 0.5}}, {{1.8, 0.2}}} << false;
        QTest::newRow("a short dash") << Lines{{{0.5, 0.5}, {0.7, 0.5}}} << false;
        QTest::newRow("long, but all on one spot") << Lines{{{0.5, 0.5}, {0.6, 0.5}, {0.5, 0.5}, {0.6, 0.5}, {0.5, 0.5}, {0.6, 0.5}}} << false;
        QTest::newRow("one long line") << Lines{{{0.2, 0.5}, {1.2, 0.6}}} << true;
        QTest::newRow("two strokes that are long enough together") << Lines{{{0.2, 0.3}, {0.4, 0.5}}, {{0.6, 0.3}, {0.4, 0.5}}} << true;
    }
    void tellsASignatureFromASlip()
    {
        QFETCH(Lines, lines);
        QFETCH(bool, isOne);
        SignatureStrokes strokes;
        for (const QList<QPointF> &line : lines) {
            strokes.begin(line.constFirst());
            for (const QPointF &point : line.mid(1)) {
                strokes.go(point);
            }
        }
        QCOMPARE(strokes.isSignature(), isOne);
        strokes.clear();
        QVERIFY(strokes.isEmpty() && !strokes.isSignature());
    }

    void nothingIsDrawnBeforeThePenIsSetDown()
    {
        SignatureStrokes strokes;
        strokes.go({0.5, 0.5});
        QVERIFY(strokes.isEmpty());
        QCOMPARE(strokes.bounds(), QRectF());
        strokes.begin({0.2, 0.3});
        strokes.go({0.2005, 0.3}); // trembling
        strokes.go({0.5, 0.7});
        QCOMPARE(strokes.strokes().constFirst().size(), 2);
        QCOMPARE(strokes.bounds(), QRectF(QPointF(0.2, 0.3), QPointF(0.5, 0.7)));
        QVERIFY(qAbs(strokes.length() - 0.5) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(tst_SignatureStrokes)
#include "tst_SignatureStrokes.moc"
