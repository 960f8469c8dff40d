// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pdf/PdfFrame.h"

#include <QTest>

using motcua::PdfFrame;
using motcua::PdfFrameSignature;
using motcua::PdfQuestion;

Q_DECLARE_METATYPE(motcua::PdfFrame)

/** What goes through the pipe to the worker for PDFs, to the byte. */
class tst_PdfFrame : public QObject
{
    Q_OBJECT

    static QByteArray written(const PdfFrame &frame)
    {
        const std::vector<std::uint8_t> beginning = frame.beginning();
        return QByteArray(reinterpret_cast<const char *>(beginning.data()), static_cast<qsizetype>(beginning.size()))
            + QByteArray(reinterpret_cast<const char *>(frame.cleaned.data()), static_cast<qsizetype>(frame.cleaned.size()));
    }
    static std::span<const std::uint8_t> span(const QByteArray &bytes)
    {
        return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
    }
    static std::optional<PdfFrame> read(const QByteArray &bytes) { return PdfFrame::fromBytes(span(bytes)); }

    static PdfFrame full()
    {
        return {.outcome = PdfFrame::Outcome::Facts, .isDamaged = true, .dangers = 0b10'0001, .pages = 2, .version = "1.7", .signatures = {{{0, -1}, {0x30, 0}, "x", "D:1"}}, .cleaned = {'%', 'P'}};
    }
    static QByteArray fullBytes()
    {
        return QByteArray("MCPA\0\1\x21\3\0\0\0\2\1\0\0\0\0\0\0\2", 20) + "1.7" + QByteArray("\2\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 17)
            + QByteArray("\0\0\0\2\x30\0\1x\3", 9) + "D:1%P";
    }

private Q_SLOTS:
    void isReadAsItWasWritten_data()
    {
        QTest::addColumn<PdfFrame>("frame");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("everything") << full() << fullBytes();
        QTest::addRow("a plain one") << PdfFrame{.outcome = PdfFrame::Outcome::Facts, .pages = 2000} << QByteArray("MCPA\0\0\0\0\0\0\x07\xD0\0\0\0\0\0\0\0\0", 20);
        QTest::addRow("locked") << PdfFrame{.outcome = PdfFrame::Outcome::Encrypted} << QByteArray("MCPA\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20);
    }
    void isReadAsItWasWritten()
    {
        QFETCH(PdfFrame, frame);
        QFETCH(QByteArray, bytes);
        QVERIFY(frame.fits());
        QCOMPARE(written(frame), bytes);
        QCOMPARE(read(bytes), std::optional(frame));
    }

    void isNotBelievedWhenAByteIsMissingOrTooMany()
    {
        const QByteArray bytes = fullBytes();
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QVERIFY2(!read(bytes.first(size)), qPrintable(QString::number(size)));
        }
        QVERIFY(!read(bytes + 'x'));
    }

    void isNotBelievedWhenAByteIsWrong_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("byte");
        QTest::addRow("another magic") << 3 << int('B');
        QTest::addRow("an outcome nobody knows") << 4 << 6;
        QTest::addRow("a fault with facts") << 4 << 1;
        QTest::addRow("twice damaged") << 5 << 2;
        QTest::addRow("a danger nobody knows") << 6 << 0x40;
        QTest::addRow("a longer version") << 7 << 4;
        QTest::addRow("no page") << 11 << 0;
        QTest::addRow("millions of pages") << 8 << 1;
        QTest::addRow("a signature less") << 12 << 0;
        QTest::addRow("a signature more") << 12 << 2;
        QTest::addRow("something between") << 14 << 1;
        QTest::addRow("cleaned bytes that are not there") << 19 << 3;
        QTest::addRow("a huge length of them") << 16 << 0xFF;
        QTest::addRow("a longer range") << 23 << 3;
        QTest::addRow("a range without end") << 23 << 0xFF;
        QTest::addRow("contents without end") << 40 << 0xFF;
    }
    void isNotBelievedWhenAByteIsWrong()
    {
        QFETCH(int, at);
        QFETCH(int, byte);
        QByteArray bytes = fullBytes();
        bytes[at] = static_cast<char>(byte);
        QVERIFY(!read(bytes));
    }

    void hasItsLimits_data()
    {
        QTest::addColumn<PdfFrame>("frame");
        PdfFrame frame = full();
        frame.pages = PdfFrame::MostPages + 1;
        QTest::addRow("pages") << frame;
        frame = full();
        frame.version = "1.7.7.7.7";
        QTest::addRow("version") << frame;
        frame = full();
        frame.signatures.resize(PdfFrame::MostSignatures + 1);
        QTest::addRow("signatures") << frame;
        frame = full();
        frame.signatures[0].byteRange.resize(PdfFrameSignature::MostNumbers + 1);
        QTest::addRow("numbers") << frame;
        frame = full();
        frame.signatures[0].contents.resize(PdfFrameSignature::LargestContents + 1);
        QTest::addRow("contents") << frame;
        frame = full();
        frame.signatures.assign(5, {{}, std::vector<std::uint8_t>(PdfFrameSignature::LargestContents), {}, {}});
        QTest::addRow("contents of all") << frame;
        frame = full();
        frame.signatures[0].time.resize(PdfFrameSignature::LongestWord + 1);
        QTest::addRow("time") << frame;
        frame = full();
        frame.cleaned.resize(PdfFrame::LargestCleaned + 1);
        QTest::addRow("cleaned bytes") << frame;
    }
    void hasItsLimits()
    {
        QFETCH(PdfFrame, frame);
        QVERIFY(!frame.fits());
        QVERIFY(!read(written(frame)));
    }

    void theQuestionIsEightBytes()
    {
        for (const bool cleans : {false, true}) {
            const PdfQuestion::Head head = PdfQuestion{cleans}.head();
            const QByteArray bytes(reinterpret_cast<const char *>(head.data()), PdfQuestion::HeadSize);
            QCOMPARE(bytes, QByteArray(cleans ? "MCPQ\1\0\0\0" : "MCPQ\0\0\0\0", 8));
            const auto read = PdfQuestion::fromHead(head);
            QVERIFY(read && read->cleans == cleans);
        }
        for (const QByteArray &bytes : {QByteArray("MCPQ\2\0\0\0", 8), QByteArray("MCPA\1\0\0\0", 8), QByteArray("MCPQ\1\0\0\1", 8), QByteArray("MCPQ\1\0\0", 7), QByteArray()}) {
            QVERIFY(!PdfQuestion::fromHead(span(bytes)));
        }
    }
};

QTEST_GUILESS_MAIN(tst_PdfFrame)
#include "tst_PdfFrame.moc"
