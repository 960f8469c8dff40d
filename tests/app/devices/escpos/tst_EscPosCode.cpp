// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/EscPosCode.h"
#include "tests/app/devices/EscPosMachine.h"

#include <QRandomGenerator>
#include <QTest>

using namespace motcua;

class tst_EscPosCode : public QObject
{
    Q_OBJECT

    static QImage blank(int width, int height)
    {
        QImage picture(width, height, QImage::Format_Grayscale8);
        picture.fill(Qt::white);
        return picture;
    }

    static bool isBlack(const QImage &paper, int x, int y) { return qGray(paper.pixel(x, y)) < 128; }

private Q_SLOTS:
    void onePictureIsTheBytesOfTheReference()
    {
        QImage picture = blank(16, 2);
        picture.setPixel(0, 0, 0);
        picture.setPixel(15, 1, 0);
        QCOMPARE(EscPosCode::ticket(picture).toHex(' '), QByteArray("1b 40 1d 76 30 00 02 00 02 00 80 00 00 01 1d 56 42 00"));
        QCOMPARE(EscPosCode::ask(4).toHex(' '), QByteArray("10 04 04"));
        QCOMPARE(EscPosCode::askWhenDone().toHex(' '), QByteArray("1d 72 01"));
    }

    void whatIsDarkerThanTheMiddleIsBlack_data()
    {
        QTest::addColumn<QColor>("colour");
        QTest::addColumn<bool>("black");
        QTest::newRow("black") << QColor(0, 0, 0) << true;
        QTest::newRow("dark grey") << QColor(120, 120, 120) << true;
        QTest::newRow("light grey") << QColor(135, 135, 135) << false;
        QTest::newRow("white") << QColor(255, 255, 255) << false;
        QTest::newRow("transparent") << QColor(0, 0, 0, 0) << false;
    }
    void whatIsDarkerThanTheMiddleIsBlack()
    {
        QFETCH(QColor, colour);
        QFETCH(bool, black);
        QImage picture(8, 1, QImage::Format_ARGB32);
        picture.fill(colour);
        QCOMPARE(EscPosCode::ticket(picture).at(10), static_cast<char>(black ? 0xFF : 0x00));
    }

    void everyRowComesOutOnceWhateverTheHeight_data()
    {
        QTest::addColumn<int>("height");
        for (const int height : {1, EscPosCode::BandRows - 1, EscPosCode::BandRows, EscPosCode::BandRows + 1, 1000}) {
            QTest::addRow("%d", height) << height;
        }
    }
    void everyRowComesOutOnceWhateverTheHeight()
    {
        QFETCH(int, height);
        QImage picture = blank(576, height);
        for (int y = 0; y < height; ++y) {
            picture.setPixel(y % 576, y, 0);
        }
        EscPosMachine machine;
        QVERIFY(machine.take(EscPosCode::ticket(picture)).isEmpty());
        QCOMPARE(machine.complaints(), QStringList());
        QCOMPARE(machine.tickets().size(), 1);
        const QImage paper = machine.tickets().constFirst();
        QCOMPARE(paper.height(), height);
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < 576; ++x) {
                QCOMPARE(isBlack(paper, x, y), x == y % 576);
            }
        }
    }

    // The machine complains of every such command; the picture may have a dot more for it, and none less.
    void noPictureHasACommandInIt_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QTest::addRow("%u", seed) << seed;
        }
    }
    void noPictureHasACommandInIt()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const QList<uchar> bytes{0x10, 0x04, 0x05, 0x14, 0x00, 0x1B, 0x1D, 0x10};
        QImage picture = blank(576, 150);
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < 576; x += 8) {
                const uchar byte = bytes.at(random.bounded(8));
                for (int bit = 0; bit < 8; ++bit) {
                    picture.setPixel(x + bit, y, byte & (0x80 >> bit) ? 0 : 0xFFFFFF);
                }
            }
        }
        EscPosMachine machine;
        (void)machine.take(EscPosCode::ticket(picture));
        QCOMPARE(machine.complaints(), QStringList());
        QCOMPARE(machine.tickets().size(), 1);
        int more = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < 576; ++x) {
                const bool was = qGray(picture.pixel(x, y)) < 128;
                const bool is = isBlack(machine.tickets().constFirst(), x, y);
                QVERIFY(is || !was);
                more += is && !was ? 1 : 0;
            }
        }
        QVERIFY(more > 0);
    }

    void aPictureThatWasBrokenOffAnywhereSpoilsNoOther_data()
    {
        QTest::addColumn<int>("sent");
        for (int sent = 0; sent < 18; ++sent) {
            QTest::addRow("after %d bytes", sent) << sent;
        }
        QTest::newRow("in the midst") << 3000;
    }
    void aPictureThatWasBrokenOffAnywhereSpoilsNoOther()
    {
        QFETCH(int, sent);
        QImage picture = blank(576, 100);
        picture.setPixel(5, 99, 0);
        EscPosMachine machine;
        (void)machine.take(EscPosCode::ticket(picture).first(sent));
        (void)machine.take(EscPosCode::afterBreak(576) + EscPosCode::ticket(picture));
        QCOMPARE(machine.tickets().size(), 1);
        const QImage paper = machine.tickets().constFirst();
        QVERIFY(isBlack(paper, 5, paper.height() - 1));
        for (int y = paper.height() - 100; y < paper.height(); ++y) {
            for (int x = 0; x < 576; ++x) {
                QCOMPARE(isBlack(paper, x, y), x == 5 && y == paper.height() - 1);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_EscPosCode)
#include "tst_EscPosCode.moc"
