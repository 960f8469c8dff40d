// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/VietQr.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::VietQrError)

class tst_VietQr : public QObject
{
    Q_OBJECT

    /** The codes that NAPAS prints in its specification, and some of ours after its rules. */
    static QString sample(const QString &name)
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/vietqr/") + name + u".txt"_qs);
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
    }

    /** `body` with tag 63 behind it. */
    static QString sealed(const QString &body)
    {
        const QString covered = body + u"6304"_qs;
        return covered + QString::number(VietQr::checksum(covered.toUtf8()), 16).toUpper().rightJustified(4, u'0');
    }

    static VietQr order()
    {
        return {.use = VietQr::Use::Dynamic,
            .bin = u"970436"_qs,
            .number = u"1234567890"_qs,
            .amount = Money{8000},
            .purpose = u"TT LE PHI H26-261123-0001"_qs};
    }

    static QString described(const Result<VietQr, VietQrError> &code) { return code ? QString() : code.error().toString(); }

private Q_SLOTS:
    void theChecksumIsTheOneOfTheStandard_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("expected");
        QTest::addRow("the check value of CRC-16/CCITT-FALSE") << QByteArray("123456789") << 0x29B1;
        QTest::addRow("nothing") << QByteArray() << 0xFFFF;
        QTest::addRow("bytes above 127 are not negative") << QByteArray("\xFF\x80") << 0x8F78;
    }
    void theChecksumIsTheOneOfTheStandard()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, expected);
        QCOMPARE(int(VietQr::checksum(bytes)), expected);
    }

    void publishedCodesAreReadAndWrittenBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<VietQr::Use>("use");
        QTest::addColumn<VietQr::Target>("target");
        QTest::addColumn<QString>("bin");
        QTest::addColumn<QString>("number");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("bill");
        QTest::addColumn<QString>("purpose");
        using Use = VietQr::Use;
        using Target = VietQr::Target;
        const QString napas = u"970403"_qs;
        QTest::addRow("static, to a card") << u"q2"_qs << Use::Static << Target::Card << napas << u"9704031101234567"_qs << qint64(0)
                                           << u""_qs << u""_qs;
        QTest::addRow("dynamic, to an account") << u"q3"_qs << Use::Dynamic << Target::Account << napas << u"0011012345678"_qs
                                                << qint64(180000) << u"NPS6869"_qs << u"thanh toan don hang"_qs;
        QTest::addRow("dynamic, to a card") << u"q4"_qs << Use::Dynamic << Target::Card << napas << u"9704031101234567"_qs << qint64(180000)
                                            << u"NPS6869"_qs << u"thanh toan don hang"_qs;
        QTest::addRow("static, to an account") << u"q5"_qs << Use::Static << Target::Account << napas << u"0011012345678"_qs << qint64(0)
                                               << u""_qs << u""_qs;
        QTest::addRow("a fee of 8.000 đ") << u"q6"_qs << Use::Dynamic << Target::Account << u"970436"_qs << u"1234567890"_qs << qint64(8000)
                                          << u""_qs << u"TT LE PHI H26-261123-0001"_qs;
        QTest::addRow("a fee of 50.000 đ") << u"q7"_qs << Use::Dynamic << Target::Account << u"970418"_qs << u"1234567890"_qs
                                           << qint64(50000) << u""_qs << u"TT LE PHI H26-261123-0002"_qs;
        QTest::addRow("static, no amount") << u"q8"_qs << Use::Static << Target::Account << u"970405"_qs << u"1234567890"_qs << qint64(0)
                                           << u""_qs << u""_qs;
    }
    void publishedCodesAreReadAndWrittenBack()
    {
        QFETCH(QString, name);
        const QString text = sample(name);
        const auto code = VietQr::decoded(text);
        QVERIFY2(code, qPrintable(described(code)));
        QTEST(code->use, "use");
        QTEST(code->target, "target");
        QTEST(code->bin, "bin");
        QTEST(code->number, "number");
        QTEST(code->amount.value_or(Money{}).dong, "amount");
        QTEST(code->billNumber, "bill");
        QTEST(code->purpose, "purpose");
        const auto again = code->encoded();
        QVERIFY(again);
        QCOMPARE(*again, text);
    }

    void refusesByNameAndPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString good = sample(u"q6"_qs);
        const QString body = good.chopped(8);
        const auto with = [&body](const QString &before, const QString &after) { return sealed(QString(body).replace(before, after)); };
        QTest::addRow("the erratum of NAPAS: the checksum holds, a length does not")
            << sample(u"q1"_qs) << u"LengthMismatch at 38/01/01, character 61"_qs;
        QTest::addRow("nothing") << u""_qs << u"Empty"_qs;
        QTest::addRow("5,000 characters") << QString(5000, u'0') << u"TooLong, character 513"_qs;
        QTest::addRow("513 characters") << QString(513, u'0') << u"TooLong, character 513"_qs;
        QTest::addRow("full-width digits") << QString(good).replace(5, 1, u"１"_qs) << u"NotAscii, character 6"_qs;
        QTest::addRow("a zero-width space") << QString(good).insert(20, QChar(0x200B)) << u"NotAscii, character 21"_qs;
        QTest::addRow("a right-to-left mark") << good + QChar(0x200F) << QStringLiteral("NotAscii, character %1").arg(good.size() + 1);
        QTest::addRow("marks in the purpose") << with(u"TT LE PHI"_qs, u"TT LỆ PHÍ"_qs) << u"NotAscii, character 104"_qs;
        QTest::addRow("a line end behind it") << good + u'\n' << QStringLiteral("NotAscii, character %1").arg(good.size() + 1);
        QTest::addRow("a NUL") << QString(good).replace(3, 1, QChar(0)) << u"NotAscii, character 4"_qs;
        QTest::addRow("an address of the web") << u"https://example.vn"_qs << u"TagMalformed, character 1"_qs;
        QTest::addRow("a personal number") << u"000185012345"_qs << u"LengthTooLarge at 50, character 8"_qs;
        QTest::addRow("a tag with a letter") << with(u"5802VN"_qs, u"5A02VN"_qs) << u"TagMalformed, character 86"_qs;
        QTest::addRow("a length with a letter") << with(u"5802VN"_qs, u"580xVN"_qs) << u"LengthMalformed at 58, character 88"_qs;
        QTest::addRow("a length of none") << with(u"5802VN"_qs, u"5800"_qs) << u"LengthMalformed at 58, character 88"_qs;
        QTest::addRow("a length past the end") << with(u"6229"_qs, u"6299"_qs) << u"LengthTooLarge at 62, character 94"_qs;
        QTest::addRow("a length past its template")
            << with(u"0110123456"_qs, u"0130123456"_qs) << u"LengthTooLarge at 38/01/01, character 47"_qs;
        QTest::addRow("a length short in a template") << with(u"0825TT"_qs, u"0822TT"_qs) << u"LengthMismatch at 62/08, character 122"_qs;
        QTest::addRow("cut in the middle") << good.left(40) << u"LengthTooLarge at 38, character 15"_qs;
        QTest::addRow("cut before the checksum")
            << good.chopped(8) << QStringLiteral("MissingTag at 63, character %1").arg(good.size() - 7);
        QTest::addRow("cut inside the checksum")
            << good.chopped(1) << QStringLiteral("LengthTooLarge at 63, character %1").arg(good.size() - 5);
        QTest::addRow("a tag twice") << sealed(body + u"5802VN"_qs) << u"DuplicateTag at 58, character 125"_qs;
        QTest::addRow("a tag twice inside") << with(u"6229"_qs, u"62340801X"_qs) << u"DuplicateTag at 62/08, character 101"_qs;
        QTest::addRow("00 is not the first") << sealed(body.sliced(6) + body.first(6)) << u"WrongOrder at 00, character 119"_qs;
        QTest::addRow("63 is not the last") << good + u"5902AB"_qs << QStringLiteral("WrongOrder at 63, character %1").arg(good.size() - 7);
        QTest::addRow("a byte behind the checksum") << good + u'1' << QStringLiteral("TrailingBytes, character %1").arg(good.size() + 1);
        QTest::addRow("words behind the checksum")
            << good + u" cam on"_qs << QStringLiteral("TrailingBytes, character %1").arg(good.size() + 1);
        QTest::addRow("half an element behind the checksum")
            << good + u"5909A"_qs << QStringLiteral("TrailingBytes, character %1").arg(good.size() + 1);
        QTest::addRow("a second 63") << good + u"6304ABCD"_qs << QStringLiteral("TrailingBytes, character %1").arg(good.size() + 1);
        QTest::addRow("no 00") << sealed(body.sliced(6)) << u"MissingTag at 00, character 1"_qs;
        QTest::addRow("no 01") << with(u"010212"_qs, u""_qs) << u"MissingTag at 01"_qs;
        QTest::addRow("no 38") << with(body.mid(12, 58), u""_qs) << u"MissingTag at 38"_qs;
        QTest::addRow("no service") << with(
            u"38540010A00000072701240006970436011012345678900208QRIBFTTA"_qs, u"38420010A0000007270124000697043601101234567890"_qs)
                                    << u"MissingTag at 38/02"_qs;
        QTest::addRow("no currency") << with(u"5303704"_qs, u""_qs) << u"MissingTag at 53"_qs;
        QTest::addRow("no country") << with(u"5802VN"_qs, u""_qs) << u"MissingTag at 58"_qs;
        QTest::addRow("dynamic without an amount") << with(u"54048000"_qs, u""_qs) << u"MissingTag at 54"_qs;
        QTest::addRow("one digit of the amount changed")
            << QString(good).replace(u"8000"_qs, u"9000"_qs) << QStringLiteral("ChecksumWrong at 63, character %1").arg(good.size() - 3);
        QTest::addRow("the checksum in small letters")
            << QString(sample(u"q3"_qs)).replace(u"2E2E"_qs, u"2e2e"_qs) << u"ChecksumMalformed at 63, character 139"_qs;
        QTest::addRow("a checksum of three digits")
            << body + u"6303441"_qs << QStringLiteral("ChecksumMalformed at 63, character %1").arg(good.size() - 3);
        QTest::addRow("another format") << with(u"000201"_qs, u"000202"_qs) << u"ValueWrong at 00, character 5"_qs;
        QTest::addRow("neither static nor dynamic") << with(u"010212"_qs, u"010213"_qs) << u"ValueWrong at 01, character 11"_qs;
        QTest::addRow("another scheme") << with(u"A000000727"_qs, u"A000000728"_qs) << u"ValueWrong at 38/00, character 21"_qs;
        QTest::addRow("another service") << with(u"QRIBFTTA"_qs, u"QRPUSHXX"_qs) << u"ValueWrong at 38/02, character 63"_qs;
        QTest::addRow("a letter in the BIN") << with(u"970436"_qs, u"97043O"_qs) << u"ValueWrong at 38/01/00, character 39"_qs;
        QTest::addRow("a card number with a letter")
            << sealed(u"00020101021138600010A00000072701300006970403011697040311012345A70208QRIBFTTC53037045802VN"_qs)
            << u"ValueWrong at 38/01/01, character 49"_qs;
        QTest::addRow("an account with a stop")
            << with(u"01101234567890"_qs, u"0110123.567890"_qs) << u"ValueWrong at 38/01/01, character 49"_qs;
        QTest::addRow("an account of twenty characters") << sealed(u"00020101021138640010A00000072701340006970405012012345678901234567890"
                                                                   "0208QRIBFTTA53037045802VN"_qs)
                                                         << u"ValueTooLong at 38/01/01, character 49"_qs;
        QTest::addRow("US dollars") << with(u"5303704"_qs, u"5303840"_qs) << u"CurrencyNotDong at 53, character 75"_qs;
        QTest::addRow("the currency by name") << with(u"5303704"_qs, u"5303VND"_qs) << u"CurrencyNotDong at 53, character 75"_qs;
        QTest::addRow("another country") << with(u"5802VN"_qs, u"5802LA"_qs) << u"ValueWrong at 58, character 90"_qs;
        for (const QString &amount : {u"0"_qs, u"08000"_qs, u"8000.0"_qs, u"8.000"_qs, u"8,000"_qs, u"-8000"_qs, u"+8000"_qs, u"8 000"_qs,
                 u"8e3"_qs, u"12345678901234"_qs}) {
            QTest::addRow("the amount %s", qPrintable(amount))
                << with(u"54048000"_qs, QStringLiteral("54%1").arg(amount.size(), 2, 10, QLatin1Char('0')) + amount)
                << u"AmountMalformed at 54, character 82"_qs;
        }
        QTest::addRow("a purpose of 26 characters")
            << with(u"62290825TT"_qs, u"62300826TTT"_qs) << u"ValueTooLong at 62/08, character 100"_qs;
    }
    void refusesByNameAndPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(described(VietQr::decoded(text)), expected);
    }

    void anyHurtIsNoticed()
    {
        const QString good = sample(u"q7"_qs);
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (const QChar c : {u'0', u'9', u'A', u' '}) {
                if (good[at] != c) {
                    QVERIFY2(!VietQr::decoded(QString(good).replace(at, 1, c)), qPrintable(QString::number(at)));
                }
            }
            QVERIFY(!VietQr::decoded(QString(good).remove(at, 1)));
            QVERIFY(!VietQr::decoded(good.left(at)));
        }
    }

    void aFaultNeverRepeatsTheAccount()
    {
        VietQr wrong = order();
        wrong.number = u"12345678901234567890"_qs;
        QVERIFY(!wrong.encoded().error().toString().contains(u"12345678"_qs));
    }

    void keepsWhatItDoesNotInterpret()
    {
        VietQr code = order();
        code.others = {{u"52"_qs, u"9399"_qs}, {u"59"_qs, u"UBND PHUONG HOA AN"_qs}, {u"60"_qs, u"CAO BANG"_qs}, {u"62/07"_qs, u"Q3"_qs}};
        const auto text = code.encoded();
        QVERIFY(text);
        QVERIFY(text->contains(u"5918UBND PHUONG HOA AN6008CAO BANG62350702Q30825TT LE"_qs));
        QCOMPARE(*VietQr::decoded(*text), code);
    }

    void readsTagsInAnyOrderTheStandardLeavesFree()
    {
        const QString good = sample(u"q6"_qs);
        const QString body = good.chopped(8);
        const auto code = VietQr::decoded(sealed(body.first(6) + u"5802VN"_qs + QString(body.sliced(6)).remove(u"5802VN"_qs)));
        QVERIFY2(code, qPrintable(described(code)));
        QCOMPARE(*code->encoded(), good);
    }

    void refusesToWriteWhatItWouldNotRead_data()
    {
        QTest::addColumn<VietQr>("code");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, auto change, const QString &expected) {
            VietQr code = order();
            change(code);
            QTest::addRow("%s", name) << code << expected;
        };
        row(
            "no bank", [](VietQr &code) { code.bin.clear(); }, u"MissingTag at 38/01/00"_qs);
        row(
            "no account", [](VietQr &code) { code.number.clear(); }, u"MissingTag at 38/01/01"_qs);
        row(
            "neither", [](VietQr &code) { code.number = code.bin = QString(); }, u"MissingTag at 38/01"_qs);
        row(
            "a bank of five digits", [](VietQr &code) { code.bin = u"97043"_qs; }, u"ValueWrong at 38/01/00"_qs);
        row(
            "a full-width account", [](VietQr &code) { code.number = u"１２３４５"_qs; }, u"NotAscii at 38/01/01"_qs);
        row(
            "an account with a space", [](VietQr &code) { code.number = u"123 456"_qs; }, u"ValueWrong at 38/01/01"_qs);
        row(
            "5,000 digits", [](VietQr &code) { code.number = QString(5000, u'1'); }, u"ValueTooLong at 38/01/01"_qs);
        row(
            "no amount", [](VietQr &code) { code.amount.reset(); }, u"MissingTag at 54"_qs);
        row(
            "nothing to pay", [](VietQr &code) { code.amount = Money{0}; }, u"AmountMalformed at 54"_qs);
        row(
            "a debt", [](VietQr &code) { code.amount = Money{-8000}; }, u"AmountMalformed at 54"_qs);
        row(
            "more than thirteen digits", [](VietQr &code) { code.amount = Money{10'000'000'000'000}; }, u"AmountMalformed at 54"_qs);
        row(
            "marks in the purpose", [](VietQr &code) { code.purpose = u"Lệ phí"_qs; }, u"NotAscii at 62/08"_qs);
        row(
            "a long purpose", [](VietQr &code) { code.purpose = QString(26, u'x'); }, u"ValueTooLong at 62/08"_qs);
        row(
            "a long bill number", [](VietQr &code) { code.billNumber = QString(26, u'1'); }, u"ValueTooLong at 62/01"_qs);
        row(
            "a foreign element in the place of ours",
            [](VietQr &code) {
                code.others = {{u"53"_qs, u"840"_qs}};
            },
            u"ValueWrong"_qs);
        row(
            "a foreign element nowhere",
            [](VietQr &code) {
                code.others = {{u"abc"_qs, u"1"_qs}};
            },
            u"TagMalformed"_qs);
    }
    void refusesToWriteWhatItWouldNotRead()
    {
        QFETCH(VietQr, code);
        const auto text = code.encoded();
        QVERIFY(!text);
        QTEST(text.error().toString(), "expected");
    }

    void thirteenDigitsAreTheMost()
    {
        VietQr code = order();
        code.amount = Money{9'999'999'999'999};
        QCOMPARE(VietQr::decoded(*code.encoded())->amount, code.amount);
    }

    void aPurposeIsPlain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::addRow("marks") << u"Nộp lệ phí trích lục, Đắk Lắk"_qs << u"Nop le phi trich luc, Dak Lak"_qs;
        QTest::addRow("decomposed") << u"Nộp lệ phí đất"_qs.normalized(QString::NormalizationForm_D) << u"Nop le phi dat"_qs;
        QTest::addRow("the look-alike Đ") << u"Ðắk"_qs << u"Dak"_qs;
        QTest::addRow("full-width") << u"Ｈ２６－０１"_qs << u"H26-01"_qs;
        QTest::addRow("zero-width and right-to-left") << u"LE\u200b \u202ePHI"_qs << u"LE PHI"_qs;
        QTest::addRow("another script") << u"费 8000"_qs << u"8000"_qs;
        QTest::addRow("line ends") << u" a\r\nb\t c "_qs << u"a b c"_qs;
        QTest::addRow("nothing") << u""_qs << u""_qs;
    }
    void aPurposeIsPlain()
    {
        QFETCH(QString, text);
        QTEST(VietQr::plain(text), "plain");
    }

    void theDossierCodeIsNeverCut_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        QTest::addRow("both fit") << u"TT lệ phí"_qs << u"H26-261123-0001"_qs << u"TT le phi H26-261123-0001"_qs;
        QTest::addRow("words are cut at a space") << u"TT lệ phí hộ tịch"_qs << u"H26-261123-0001"_qs << u"TT le phi H26-261123-0001"_qs;
        QTest::addRow("a code of three levels") << u"TT lệ phí"_qs << u"H26.31.05-261123-0301"_qs << u"TT H26.31.05-261123-0301"_qs;
        QTest::addRow("a first word too long") << u"Thanhtoan"_qs << u"H26.31.05-261123-0301"_qs << u"H26.31.05-261123-0301"_qs;
        QTest::addRow("no room for a word") << u"TT"_qs << u"H26.31.05.13-261123-03011"_qs << u"H26.31.05.13-261123-03011"_qs;
        QTest::addRow("one character of room") << u"T T"_qs << u"H26.31.05.1-261123-0301"_qs << u"T H26.31.05.1-261123-0301"_qs;
        QTest::addRow("no words") << u""_qs << u"H26-261123-0001"_qs << u"H26-261123-0001"_qs;
        QTest::addRow("a code that cannot be carried") << u""_qs << u"H26.31.05.13.07-261123-0301"_qs << u"ValueTooLong at 62/08"_qs;
    }
    void theDossierCodeIsNeverCut()
    {
        QFETCH(QString, words);
        QFETCH(QString, code);
        const auto purpose = VietQr::purposeFor(words, code);
        QTEST(purpose ? *purpose : purpose.error().toString(), "expected");
        QVERIFY(!purpose || purpose->size() <= VietQr::LongestText);
    }

    void whatIsWrittenIsReadBack()
    {
        std::mt19937 random(261123);
        const auto below = [&random](int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random); };
        const auto text = [&below](int longest, const QString &letters) {
            QString made;
            for (int length = below(longest + 1); length > 0; --length) {
                made.append(letters[below(int(letters.size()))]);
            }
            return made;
        };
        const QString digits = u"0123456789"_qs;
        QString any;
        for (char c = ' '; c <= '~'; ++c) {
            any.append(QLatin1Char(c));
        }
        for (int round = 0; round < 2000; ++round) {
            VietQr code;
            code.use = below(2) != 0 ? VietQr::Use::Dynamic : VietQr::Use::Static;
            code.target = below(2) != 0 ? VietQr::Target::Card : VietQr::Target::Account;
            code.bin = QString::number(100000 + below(900000));
            code.number = QString::number(below(10)) + text(18, code.target == VietQr::Target::Card ? digits : digits + u"AZaz"_qs);
            if (code.use == VietQr::Use::Dynamic || below(2) != 0) {
                code.amount = Money{std::uniform_int_distribution<qint64>(1, 9'999'999'999'999)(random)};
            }
            code.billNumber = text(25, any);
            code.purpose = text(25, any);
            for (const QString &path : {u"38/03"_qs, u"52"_qs, u"59"_qs, u"62/07"_qs, u"80"_qs}) {
                const QString value = below(3) == 0 ? text(12, any) : QString();
                if (!value.isEmpty()) {
                    code.others.append({path, value});
                }
            }
            const auto written = code.encoded();
            QVERIFY2(written, written ? "" : qPrintable(written.error().toString()));
            const auto read = VietQr::decoded(*written);
            QVERIFY2(read, qPrintable(described(read)));
            QCOMPARE(*read, code);
        }
    }

    void everyFaultHasAName()
    {
        QSet<QString> names;
        for (int fault = 0; fault <= int(VietQrFault::AmountMalformed); ++fault) {
            const QString name = faultName(VietQrFault(fault));
            QVERIFY(!name.isEmpty());
            QVERIFY(!names.contains(name));
            names.insert(name);
        }
    }
};

QTEST_APPLESS_MAIN(tst_VietQr)
#include "tst_VietQr.moc"
