// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/page/PageFrame.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::PageRequest)
Q_DECLARE_METATYPE(motcua::PageAnswer)

/** What is said through the pipe is read as it was written, and nothing else is read at all. */
class tst_PageFrame : public QObject
{
    Q_OBJECT

    template <std::size_t Size>
    static QByteArray bytesOf(const std::array<std::uint8_t, Size> &bytes)
    {
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(Size));
    }

    static PageAnswer page()
    {
        return {.outcome = PageAnswer::Outcome::Page, .isColour = true, .dpi = 300, .askew = -170, .codes = 2, .width = 2480, .height = 3508, .jpegSize = 1'000'000, .smallWidth = 226, .smallHeight = 320, .codesSize = 90};
    }

private Q_SLOTS:
    void requestsComeThrough_data()
    {
        using What = PageRequest::What;
        QTest::addColumn<PageRequest>("request");
        QTest::addColumn<bool>("isOne");
        QTest::addRow("a page") << PageRequest{.pictureSize = 3} << true;
        QTest::addRow("a page with every wish") << PageRequest{.straightens = true, .crops = true, .clears = true, .readsCodes = true, .quarterTurns = 3, .pictureSize = PageLimits::MostBytes} << true;
        QTest::addRow("a look") << PageRequest{.what = What::Look, .boxWidth = 1, .boxHeight = 65'500, .pictureSize = 3} << true;
        QTest::addRow("five quarters") << PageRequest{.quarterTurns = 4} << false;
        QTest::addRow("a byte too many") << PageRequest{.pictureSize = PageLimits::MostBytes + 1} << false;
        QTest::addRow("a page in a box") << PageRequest{.boxWidth = 10, .boxHeight = 10} << false;
        QTest::addRow("a look without a box") << PageRequest{.what = What::Look} << false;
        QTest::addRow("a look into a line") << PageRequest{.what = What::Look, .boxWidth = 10} << false;
        QTest::addRow("a look with a wish") << PageRequest{.what = What::Look, .clears = true, .boxWidth = 10, .boxHeight = 10} << false;
        QTest::addRow("a look that turns") << PageRequest{.what = What::Look, .quarterTurns = 1, .boxWidth = 10, .boxHeight = 10} << false;
        QTest::addRow("a box too large") << PageRequest{.what = What::Look, .boxWidth = 65'501, .boxHeight = 10} << false;
    }
    void requestsComeThrough()
    {
        QFETCH(PageRequest, request);
        QFETCH(bool, isOne);
        const auto read = PageRequest::fromBytes(request.toBytes());
        QCOMPARE(read.has_value(), isOne);
        QVERIFY(!isOne || *read == request);
    }

    void answersComeThrough_data()
    {
        using Outcome = PageAnswer::Outcome;
        QTest::addColumn<PageAnswer>("answer");
        QTest::addColumn<bool>("isOne");
        const auto row = [](const char *name, bool isOne, auto change) {
            PageAnswer answer = page();
            change(answer);
            QTest::newRow(name) << answer << isOne;
        };
        row("a page", true, [](PageAnswer &) {});
        row("the same bytes", true, [](PageAnswer &answer) { answer.isSame = true, answer.jpegSize = 0; });
        row("blank", true, [](PageAnswer &answer) { answer.isBlank = true; });
        row("as large as may be", true, [](PageAnswer &answer) { answer.width = 12'000, answer.height = 10'000, answer.jpegSize = PageLimits::MostBytes; });
        row("turned as far as may be", true, [](PageAnswer &answer) { answer.askew = 1'000; });
        row("the same bytes, and others", false, [](PageAnswer &answer) { answer.isSame = true; });
        row("neither the same nor others", false, [](PageAnswer &answer) { answer.jpegSize = 0; });
        row("no pixel", false, [](PageAnswer &answer) { answer.height = 0; });
        row("too many pixels", false, [](PageAnswer &answer) { answer.width = 12'001, answer.height = 10'000; });
        row("a side too long", false, [](PageAnswer &answer) { answer.width = 65'501, answer.height = 1; });
        row("too many bytes", false, [](PageAnswer &answer) { answer.jpegSize = PageLimits::MostBytes + 1; });
        row("too fine", false, [](PageAnswer &answer) { answer.dpi = 1'201; });
        row("turned too far", false, [](PageAnswer &answer) { answer.askew = 1'001; });
        row("a large small picture", false, [](PageAnswer &answer) { answer.smallWidth = 321; });
        row("no small picture", false, [](PageAnswer &answer) { answer.smallHeight = 0; });
        row("too many codes", false, [](PageAnswer &answer) { answer.codes = PageCodeBody::MostCodes + 1; });
        row("too many bytes of codes", false, [](PageAnswer &answer) { answer.codesSize = PageCodeBody::MostBytes + 1; });
        row("a fault with a page", false, [](PageAnswer &answer) { answer.outcome = Outcome::CannotDecode; });
        row("a look with a page", false, [](PageAnswer &answer) { answer.outcome = Outcome::Look; });
        QTest::addRow("a look") << PageAnswer{.outcome = Outcome::Look, .smallWidth = 1'200, .smallHeight = 1'600} << true;
        QTest::addRow("a look at nothing") << PageAnswer{.outcome = Outcome::Look} << false;
        QTest::addRow("a look at too much") << PageAnswer{.outcome = Outcome::Look, .smallWidth = 12'001, .smallHeight = 10'000} << false;
        QTest::addRow("it cannot") << PageAnswer{.outcome = Outcome::CannotDecode} << true;
        QTest::addRow("too large") << PageAnswer{.outcome = Outcome::TooLarge} << true;
        QTest::addRow("too large, with a picture") << PageAnswer{.outcome = Outcome::TooLarge, .smallWidth = 1, .smallHeight = 1} << false;
    }
    void answersComeThrough()
    {
        QFETCH(PageAnswer, answer);
        QFETCH(bool, isOne);
        const auto read = PageAnswer::fromBytes(answer.toBytes());
        QCOMPARE(read.has_value(), isOne);
        QVERIFY(!isOne || *read == answer);
    }

    /** Every byte but the numbers that mean something else is looked at. */
    void aWrongByteIsNoticed_data()
    {
        QTest::addColumn<bool>("isRequest");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("value");
        for (const int at : {0, 1, 2, 3}) {
            QTest::addRow("request, magic %d", at) << true << at << int('x');
            QTest::addRow("answer, magic %d", at) << false << at << int('x');
        }
        QTest::addRow("request, another verb") << true << 4 << 2;
        QTest::addRow("request, a wish nobody knows") << true << 5 << 16;
        QTest::addRow("request, the zero") << true << 7 << 1;
        QTest::addRow("answer, another outcome") << false << 4 << 4;
        QTest::addRow("answer, a bit nobody knows") << false << 5 << 8;
    }
    void aWrongByteIsNoticed()
    {
        QFETCH(bool, isRequest);
        QFETCH(int, at);
        QFETCH(int, value);
        PageRequest::Bytes request = PageRequest{.pictureSize = 3}.toBytes();
        PageAnswer::Bytes answer = page().toBytes();
        if (isRequest) {
            request[std::size_t(at)] = std::uint8_t(value);
            QVERIFY(!PageRequest::fromBytes(request));
        } else {
            answer[std::size_t(at)] = std::uint8_t(value);
            QVERIFY(!PageAnswer::fromBytes(answer));
        }
    }

    void bytesAreWhereTheyAreSaidToBe()
    {
        QCOMPARE(bytesOf(PageRequest{.what = PageRequest::What::Look, .boxWidth = 0x0102, .boxHeight = 0x0304, .pictureSize = 0x01020304}.toBytes()).toHex(), QByteArray("4d4351310100000001020304" "01020304"));
        QCOMPARE(bytesOf(page().toBytes()).toHex(), QByteArray("4d434131" "00" "02" "012c" "033e" "0002" "000009b0" "00000db4" "000f4240" "00e2" "0140" "0000005a"));
        const PageCodeBody code{.kind = PageCodeBody::Kind::Pdf417, .corners = {{{1, -1}, {2, 3}, {4, 5}, {6, 7}}}, .text = "đ"};
        const auto bytes = PageCodeBody::toBytes({code});
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())).toHex(),
            QByteArray("02" "00000001" "ffffffff" "00000002" "00000003" "00000004" "00000005" "00000006" "00000007" "0002" "c491"));
    }

    void codesComeThrough()
    {
        const std::vector<PageCodeBody> codes = {{.kind = PageCodeBody::Kind::Qr, .corners = {{{-5, 7}, {100'000, 7}, {1, 1}, {2, 2}}}, .text = "Nguyễn"}, {.kind = PageCodeBody::Kind::Code128, .text = ""},
            {.kind = PageCodeBody::Kind::Pdf417, .text = std::string(PageCodeBody::LongestText, 'x')}};
        const std::vector<std::uint8_t> bytes = PageCodeBody::toBytes(codes);
        const auto read = PageCodeBody::fromBytes(bytes);
        QVERIFY(read);
        QVERIFY(*read == codes);
        for (std::size_t size = 1; size < 50; ++size) { // the first two have 35 + 8 and 35 bytes
            QCOMPARE(PageCodeBody::fromBytes(std::span(bytes).first(size)).has_value(), size == 43);
        }
        std::vector<std::uint8_t> wrong = bytes;
        wrong[0] = 3;
        QVERIFY(!PageCodeBody::fromBytes(wrong));
        QVERIFY(!PageCodeBody::fromBytes(PageCodeBody::toBytes({{.text = std::string(PageCodeBody::LongestText + 1, 'x')}})));
        QVERIFY(PageCodeBody::fromBytes(PageCodeBody::toBytes(std::vector<PageCodeBody>(PageCodeBody::MostCodes))));
        QVERIFY(!PageCodeBody::fromBytes(PageCodeBody::toBytes(std::vector<PageCodeBody>(PageCodeBody::MostCodes + 1))));
    }
};

QTEST_GUILESS_MAIN(tst_PageFrame)
#include "tst_PageFrame.moc"
