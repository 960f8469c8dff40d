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

    void theLinesOfAZoneAreOneCode_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QList<QByteArray>>("codes");
        const QByteArray first = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
        const QByteArray second = "L898902C<3UTO6908061F9406236ZE184226B<<<<<14";
        const QByteArray card = "IDVNM1991408916001199140891<<7\r9902093F3902091VNM<<<<<<<<<<<6\rNGUYEN<<THI<THU<NGHIEM<<<<<<<<\r";
        QTest::newRow("a passport") << first + '\r' + second + '\r' << QList<QByteArray>{first + '\n' + second};
        QTest::newRow("in small letters")
            << first.toLower() + '\r' + second.toLower() + '\r' << QList<QByteArray>{first.toLower() + '\n' + second.toLower()};
        QTest::newRow("with both line ends") << first + "\r\n" + second + "\r\n" << QList<QByteArray>{first + '\n' + second};
        QTest::newRow("a card, and another code")
            << card + "A013\r" << QList<QByteArray>{QByteArray(card).chopped(1).replace('\r', '\n'), "A013"};
        QTest::newRow("what goes on otherwise is two codes") << first + "\rA013\r" << QList<QByteArray>{first, "A013"};
        QTest::newRow("the second line alone, twice") << second + "\rA013\r" << QList<QByteArray>{second, "A013"};
        QTest::newRow("as long, and no zone") << QByteArray(44, 'A') + "\rA013\r" << QList<QByteArray>{QByteArray(44, 'A'), "A013"};
    }
    void theLinesOfAZoneAreOneCode()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QList<QByteArray>, codes);
        for (qsizetype piece = 1; piece <= sent.size(); ++piece) {
            CodeFrames frames(4096);
            QList<QByteArray> got;
            for (qsizetype from = 0; from < sent.size(); from += piece) {
                got += frames.take(sent.mid(from, piece));
            }
            QCOMPARE(got, codes);
            QVERIFY(!frames.isOpen());
        }
    }

    void aZoneThatLacksALineIsToldInTheSilence()
    {
        CodeFrames frames(4096);
        const QByteArray first = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
        QVERIFY(frames.take(first + '\r').isEmpty());
        QVERIFY(frames.isOpen());
        QCOMPARE(frames.silence(), first);
        QCOMPARE(frames.take("A013\r"), QList<QByteArray>{"A013"});
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
