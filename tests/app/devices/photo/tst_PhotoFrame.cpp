// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/photo/PhotoFrame.h"

#include <QTest>

#include <algorithm>

using motcua::PhotoFrame;

class tst_PhotoFrame : public QObject
{
    Q_OBJECT

    static std::optional<PhotoFrame> read(const QByteArray &bytes)
    {
        PhotoFrame::Head head{};
        std::copy(bytes.begin(), bytes.end(), head.begin());
        return PhotoFrame::fromHead(head);
    }

private Q_SLOTS:
    void isReadAsItWasWritten_data()
    {
        QTest::addColumn<PhotoFrame>("frame");
        QTest::addColumn<QByteArray>("bytes");
        using Outcome = PhotoFrame::Outcome;
        QTest::addRow("colours") << PhotoFrame{Outcome::Picture, 3, 480, 640}
                                 << QByteArray("MCP1\0\3\x01\xE0\x02\x80\0\0\x00\x0E\x10\x00", 16);
        QTest::addRow("with opacity") << PhotoFrame{Outcome::Picture, 4, 1, 2} << QByteArray("MCP1\0\4\0\1\0\2\0\0\0\0\0\10", 16);
        QTest::addRow("cannot decode") << PhotoFrame{} << QByteArray("MCP1\1\0\0\0\0\0\0\0\0\0\0\0", 16);
        QTest::addRow("too large") << PhotoFrame{.outcome = Outcome::TooLarge} << QByteArray("MCP1\2\0\0\0\0\0\0\0\0\0\0\0", 16);
    }
    void isReadAsItWasWritten()
    {
        QFETCH(PhotoFrame, frame);
        QFETCH(QByteArray, bytes);
        const PhotoFrame::Head head = frame.head();
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(head.data()), head.size()), bytes);
        QCOMPARE(read(bytes), std::optional(frame));
    }

    void isNotBelievedWhenAByteIsWrong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("another magic") << QByteArray("MCP2\0\3\0\2\0\2\0\0\0\0\0\14", 16);
        QTest::addRow("an outcome nobody knows") << QByteArray("MCP1\3\0\0\0\0\0\0\0\0\0\0\0", 16);
        QTest::addRow("two bytes a pixel") << QByteArray("MCP1\0\2\0\2\0\2\0\0\0\0\0\10", 16);
        QTest::addRow("five bytes a pixel") << QByteArray("MCP1\0\5\0\2\0\2\0\0\0\0\0\24", 16);
        QTest::addRow("no width") << QByteArray("MCP1\0\3\0\0\0\2\0\0\0\0\0\0", 16);
        QTest::addRow("no height") << QByteArray("MCP1\0\3\0\2\0\0\0\0\0\0\0\0", 16);
        QTest::addRow("481 broad") << QByteArray("MCP1\0\3\x01\xE1\0\1\0\0\0\0\x05\xA3", 16);
        QTest::addRow("641 high") << QByteArray("MCP1\0\3\0\1\x02\x81\0\0\0\0\x07\x83", 16);
        QTest::addRow("a length too long") << QByteArray("MCP1\0\3\0\2\0\2\0\0\0\0\0\15", 16);
        QTest::addRow("a length too short") << QByteArray("MCP1\0\3\0\2\0\2\0\0\0\0\0\13", 16);
        QTest::addRow("a huge length") << QByteArray("MCP1\0\3\0\2\0\2\0\0\xFF\xFF\xFF\xFF", 16);
        QTest::addRow("something between") << QByteArray("MCP1\0\3\0\2\0\2\0\1\0\0\0\14", 16);
        QTest::addRow("a fault with a size") << QByteArray("MCP1\1\0\0\2\0\2\0\0\0\0\0\0", 16);
        QTest::addRow("a fault with a length") << QByteArray("MCP1\1\0\0\0\0\0\0\0\0\0\0\1", 16);
    }
    void isNotBelievedWhenAByteIsWrong()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!read(bytes));
    }
};

QTEST_GUILESS_MAIN(tst_PhotoFrame)
#include "tst_PhotoFrame.moc"
