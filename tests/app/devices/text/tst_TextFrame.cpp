// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/text/TextFrame.h"

#include <QTest>

using motcua::TextFrame;

class tst_TextFrame : public QObject
{
    Q_OBJECT

    using Outcome = TextFrame::Outcome;

    static TextFrame twoWords()
    {
        return {Outcome::Text, 300, 200, {{"Số", 10, 20, 30, 40, 0, 96}, {"15/11", 250, 160, 50, 40, 1, 0}}};
    }

    /** The bytes of twoWords() with those from `at` on others. */
    static QByteArray with(qsizetype at, const QByteArray &others)
    {
        const std::vector<std::uint8_t> bytes = twoWords().bytes();
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())).replace(at, others.size(), others);
    }

    static std::optional<TextFrame> read(const QByteArray &bytes)
    {
        return TextFrame::fromBytes({reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())});
    }

private Q_SLOTS:
    void isReadAsItWasWritten_data()
    {
        QTest::addColumn<TextFrame>("frame");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("two words") << twoWords()
                                   << QByteArray("MCT1\0\0\0\0\x01\x2C\0\xC8\0\0\0\2"
                                                 "\0\x0A\0\x14\0\x1E\0\x28\0\0\x60\4S\xE1\xBB\x91"
                                                 "\0\xFA\0\xA0\0\x32\0\x28\0\1\0\5"
                                                 "15/11",
                                          49);
        QTest::addRow("a page with nothing on it") << TextFrame{Outcome::Text, 65'500, 1, {}} << QByteArray("MCT1\0\0\0\0\xFF\xDC\0\1\0\0\0\0", 16);
        QTest::addRow("cannot decode") << TextFrame{} << QByteArray("MCT1\1\0\0\0\0\0\0\0\0\0\0\0", 16);
        QTest::addRow("too large") << TextFrame{.outcome = Outcome::TooLarge} << QByteArray("MCT1\2\0\0\0\0\0\0\0\0\0\0\0", 16);
        QTest::addRow("no language") << TextFrame{.outcome = Outcome::NoLanguage} << QByteArray("MCT1\3\0\0\0\0\0\0\0\0\0\0\0", 16);
    }
    void isReadAsItWasWritten()
    {
        QFETCH(TextFrame, frame);
        QFETCH(QByteArray, bytes);
        const std::vector<std::uint8_t> written = frame.bytes();
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(written.data()), qsizetype(written.size())), bytes);
        QCOMPARE(read(bytes), std::optional(frame));
    }

    void isNotBelievedWhenAByteIsWrong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("half a head") << with(0, {}).first(8);
        QTest::addRow("another magic") << with(3, "2");
        QTest::addRow("an outcome nobody knows") << QByteArray("MCT1\4\0\0\0\0\0\0\0\0\0\0\0", 16);
        QTest::addRow("something between") << with(6, "\1");
        QTest::addRow("no width") << QByteArray("MCT1\0\0\0\0\0\0\0\1\0\0\0\0", 16);
        QTest::addRow("no height") << QByteArray("MCT1\0\0\0\0\0\1\0\0\0\0\0\0", 16);
        QTest::addRow("broader than a JPEG can be") << QByteArray("MCT1\0\0\0\0\xFF\xDD\0\1\0\0\0\0", 16);
        QTest::addRow("a fault with a size") << QByteArray("MCT1\1\0\0\0\0\1\0\0\0\0\0\0", 16);
        QTest::addRow("a fault with a word") << QByteArray("MCT1\1\0\0\0\0\0\0\0\0\0\0\1", 16);
        QTest::addRow("a fault and more") << QByteArray("MCT1\1\0\0\0\0\0\0\0\0\0\0\0x", 17);
        QTest::addRow("a word too few") << with(15, "\3");
        QTest::addRow("a word too many") << with(15, "\1");
        QTest::addRow("more words than a page has") << with(12, "\xFF\xFF\xFF\xFF");
        QTest::addRow("a byte is missing") << with(0, {}).chopped(1);
        QTest::addRow("a byte too many") << with(0, {}) + 'x';
        QTest::addRow("no broadness") << with(20, QByteArray(2, '\0'));
        QTest::addRow("no tallness") << with(22, QByteArray(2, '\0'));
        QTest::addRow("past the right edge") << with(16, "\x01\x0F");
        QTest::addRow("past the lower edge") << with(18, QByteArray("\0\xA1", 2));
        QTest::addRow("the first line is not the first") << with(24, QByteArray("\0\1", 2));
        QTest::addRow("a line is left out") << with(40, QByteArray("\0\2", 2));
        QTest::addRow("surer than sure") << with(26, "\x65");
        QTest::addRow("a word of nothing") << QByteArray("MCT1\0\0\0\0\0\1\0\1\0\0\0\1\0\0\0\0\0\1\0\1\0\0\0\0", 28);
        QTest::addRow("a character cut in two") << with(30, QByteArray("\xBB\x41", 2));
        QTest::addRow("a control character") << with(44, "\x1B");
        QTest::addRow("a line break") << with(44, "\n");
        QTest::addRow("a space") << with(44, " ");
    }
    void isNotBelievedWhenAByteIsWrong()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!read(bytes));
    }

    void textIsCleaned_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("clean");
        const auto same = [](const char *name, const QByteArray &text) { QTest::addRow("%s", name) << text << text; };
        const auto gone = [](const char *name, const QByteArray &text) { QTest::addRow("%s", name) << "a" + text + "b" << QByteArray("ab"); };
        same("Vietnamese", QString(u"Nguyễn-Đức/15.11"_qs).toUtf8());
        same("marks by themselves", QString(u"Nguyễn"_qs).normalized(QString::NormalizationForm_D).toUtf8());
        same("the last of two bytes", "\xDF\xBF");
        same("the first of three", "\xE0\xA0\x80");
        same("beyond the basic plane", "\xF0\x9F\x98\x80");
        same("before the surrogates", "\xED\x9F\xBB");
        gone("controls", QByteArray("\0\x01\x1B\x1F", 4));
        gone("spaces", " \t\r\n");
        gone("DEL and C1", "\x7F\xC2\x80\xC2\x9F");
        gone("spaces of Unicode", "\xC2\xA0\xE2\x80\x83\xE3\x80\x80");
        gone("a soft hyphen", "\xC2\xAD");
        gone("nothing between", "\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF");
        gone("what turns text", "\xE2\x80\xAE\xE2\x81\xA6\xD8\x9C");
        gone("breaks of lines and paragraphs", "\xE2\x80\xA8\xE2\x80\xA9");
        gone("a private place", "\xEE\x80\x80\xF3\xB0\x80\x80");
        gone("no character", "\xEF\xBF\xBF\xF0\x9F\xBF\xBE");
        gone("tags nobody sees", "\xF3\xA0\x81\xA1");
        gone("bytes alone", "\x80\xBF\xC3");
        gone("longer than need be", "\xC0\xAF\xC1\x81\xE0\x80\xAF\xF0\x80\x80\xAF");
        gone("a surrogate", "\xED\xA0\x80\xED\xBF\xBF");
        gone("past the last", "\xF4\x90\x80\x80\xF5\x80\x80\x80\xFF");
        gone("cut short", "\xE2\x82");
        QTest::addRow("too long, in the middle of a character") << QByteArray(254, 'x') + "\xC4\x91" << QByteArray(254, 'x');
    }
    void textIsCleaned()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, clean);
        QCOMPARE(QByteArray::fromStdString(TextFrame::cleaned(text.toStdString())), clean);
    }
};

QTEST_GUILESS_MAIN(tst_TextFrame)
#include "tst_TextFrame.moc"
