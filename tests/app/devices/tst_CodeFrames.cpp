// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/CodeFrames.h"

#include <QTest>

using namespace motcua;

class tst_CodeFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howTheBytesArriveDoesNotMatter()
    {
        const QByteArray sent = "A013\r\n\r\nB007\nC100\r";
        for (qsizetype piece = 1; piece <= sent.size(); ++piece) {
            CodeFrames frames(16);
            QList<QByteArray> codes;
            for (qsizetype from = 0; from < sent.size(); from += piece) {
                codes += frames.take(sent.mid(from, piece));
            }
            QCOMPARE(codes, (QList<QByteArray>{"A013", "B007", "C100"}));
            QVERIFY(!frames.isOpen());
        }
    }

    void silenceEndsWhatHasNoEnd()
    {
        CodeFrames frames(16);
        QVERIFY(frames.take("A0").isEmpty());
        QVERIFY(frames.isOpen());
        QVERIFY(frames.take("13").isEmpty());
        QCOMPARE(frames.silence(), QByteArray("A013"));
        QVERIFY(!frames.isOpen());
        QCOMPARE(frames.silence(), QByteArray());
    }

    void whatIsTooLongGoesAsAWhole()
    {
        CodeFrames frames(4);
        QCOMPARE(frames.take("12345"), QList<QByteArray>());
        QCOMPARE(frames.dropped(), 1);
        QCOMPARE(frames.dropped(), 0);
        // What follows belongs to it until it ends, however much that is.
        QCOMPARE(frames.take("67"), QList<QByteArray>());
        QVERIFY(frames.isOpen());
        QCOMPARE(frames.take("89\r1234\r"), QList<QByteArray>{"1234"});
        QCOMPARE(frames.dropped(), 0);
        QCOMPARE(frames.take("123456"), QList<QByteArray>());
        QCOMPARE(frames.silence(), QByteArray());
        QCOMPARE(frames.take("12\r"), QList<QByteArray>{"12"});
    }

    void whatLacksAPartGoesAsAWhole()
    {
        CodeFrames frames(16);
        (void)frames.take("A0");
        frames.spoil();
        QVERIFY(frames.isOpen());
        QCOMPARE(frames.dropped(), 1);
        QCOMPARE(frames.take("13\rB007\r"), QList<QByteArray>{"B007"});
        frames.spoil();
        QCOMPARE(frames.silence(), QByteArray());
        QCOMPARE(frames.take("C100\r"), QList<QByteArray>{"C100"});
    }

    void whatIsForgottenIsNotTold()
    {
        CodeFrames frames(16);
        (void)frames.take("A0");
        frames.forget();
        QCOMPARE(frames.take("B007\r"), QList<QByteArray>{"B007"});
    }
};

QTEST_APPLESS_MAIN(tst_CodeFrames)
#include "tst_CodeFrames.moc"
