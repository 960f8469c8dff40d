// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnameseWords.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace motcua;

using Reason = WordsFault::Reason;

Q_DECLARE_METATYPE(motcua::WordsFault::Reason)

class tst_VietnameseWords : public QObject
{
    Q_OBJECT

    /** Every choice of spellings. */
    static QList<VietnameseWords> styles()
    {
        using W = VietnameseWords;
        QList<W> all;
        for (const auto nought : {W::Nought::Linh, W::Nought::Le}) {
            for (const auto thousand : {W::Thousand::Nghin, W::Thousand::Ngan}) {
                for (const auto milliard : {W::Milliard::TyY, W::Milliard::TyI}) {
                    all.append({nought, thousand, milliard, W::FirstTen::Mong});
                    all.append({nought, thousand, milliard, W::FirstTen::Mung});
                }
            }
        }
        return all;
    }

private Q_SLOTS:
    void saysNumbers_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QString>("words");
        const auto row = [](qint64 number, const QString &words) {
            QTest::addRow("%lld", static_cast<long long>(number)) << number << words;
        };
        row(0, u"không"_qs);
        row(1, u"một"_qs);
        row(4, u"bốn"_qs);
        row(5, u"năm"_qs);
        row(10, u"mười"_qs);
        row(11, u"mười một"_qs);
        row(14, u"mười bốn"_qs);
        row(15, u"mười lăm"_qs);
        row(20, u"hai mươi"_qs);
        row(21, u"hai mươi mốt"_qs);
        row(24, u"hai mươi tư"_qs);
        row(25, u"hai mươi lăm"_qs);
        row(55, u"năm mươi lăm"_qs);
        row(99, u"chín mươi chín"_qs);
        row(100, u"một trăm"_qs);
        row(101, u"một trăm linh một"_qs);
        row(104, u"một trăm linh bốn"_qs);
        row(105, u"một trăm linh năm"_qs);
        row(110, u"một trăm mười"_qs);
        row(111, u"một trăm mười một"_qs);
        row(115, u"một trăm mười lăm"_qs);
        row(555, u"năm trăm năm mươi lăm"_qs);
        row(1'000, u"một nghìn"_qs);
        row(1'005, u"một nghìn không trăm linh năm"_qs);
        row(1'010, u"một nghìn không trăm mười"_qs);
        row(1'100, u"một nghìn một trăm"_qs);
        row(2'026, u"hai nghìn không trăm hai mươi sáu"_qs);
        row(10'000, u"mười nghìn"_qs);
        row(21'021, u"hai mươi mốt nghìn không trăm hai mươi mốt"_qs);
        row(104'000, u"một trăm linh bốn nghìn"_qs);
        row(1'000'000, u"một triệu"_qs);
        row(1'000'001, u"một triệu không trăm linh một"_qs);
        row(1'001'000, u"một triệu không trăm linh một nghìn"_qs);
        row(1'234'567, u"một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"_qs);
        row(1'000'000'000, u"một tỷ"_qs);
        row(1'000'000'005, u"một tỷ không trăm linh năm"_qs);
        row(1'005'000'000, u"một tỷ không trăm linh năm triệu"_qs);
        row(12'000'000'000, u"mười hai tỷ"_qs);
        row(1'000'000'000'000, u"một nghìn tỷ"_qs);
        row(1'000'002'000'000'000, u"một triệu không trăm linh hai tỷ"_qs);
        row(1'000'000'000'000'000, u"một triệu tỷ"_qs);
        row(1'000'000'000'000'000'000, u"một tỷ tỷ"_qs);
        row(-5, u"âm năm"_qs);
        row(-1'005, u"âm một nghìn không trăm linh năm"_qs);
    }
    void saysNumbers()
    {
        QFETCH(qint64, number);
        QFETCH(QString, words);
        QCOMPARE(VietnameseWords().number(number), words);
        QCOMPARE(*VietnameseWords::numberIn(words), number);
    }

    void choosesBetweenSpellings()
    {
        const VietnameseWords south{
            VietnameseWords::Nought::Le, VietnameseWords::Thousand::Ngan, VietnameseWords::Milliard::TyI, VietnameseWords::FirstTen::Mung};
        QCOMPARE(south.number(2'000'001'005), u"hai tỉ không trăm lẻ một ngàn không trăm lẻ năm"_qs);
        QCOMPARE(south.date(QDate(2026, 4, 5)), u"ngày mùng năm tháng tư năm hai ngàn không trăm hai mươi sáu"_qs);
    }

    void saysAmounts()
    {
        const VietnameseWords words;
        QCOMPARE(words.amount({1'234'567}), u"Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng"_qs);
        QCOMPARE(words.amount({8'000}), u"Tám nghìn đồng"_qs);
        QCOMPARE(words.amount({0}), u"Không đồng"_qs);
        QCOMPARE(words.amount({-50'000}), u"Âm năm mươi nghìn đồng"_qs);
        QCOMPARE(VietnameseWords::amountIn(u"Năm mươi nghìn đồng chẵn"_qs)->dong, 50'000);
        QCOMPARE(VietnameseWords::amountIn(words.amount({1'234'567}))->dong, 1'234'567);
        QCOMPARE(VietnameseWords::amountIn(u"năm mươi nghìn"_qs).error(), (WordsFault{Reason::Unfinished, 3}));
        QCOMPARE(VietnameseWords::amountIn(u"đồng"_qs).error(), (WordsFault{Reason::Empty, 0}));
        QCOMPARE(VietnameseWords::amountIn(u"chẵn"_qs).error(), (WordsFault{Reason::Unfinished, 1}));
        QCOMPARE(VietnameseWords::amountIn(u""_qs).error(), (WordsFault{Reason::Empty, 0}));
    }

    void numbersComeBackFromTheirWords()
    {
        const QList<VietnameseWords> all = styles();
        for (qint64 number = 0; number <= 10'000; ++number) {
            const VietnameseWords &style = all[number % all.size()];
            const auto back = VietnameseWords::numberIn(style.number(number));
            QVERIFY2(back && *back == number, qPrintable(style.number(number)));
        }
        QList<qint64> edges{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()};
        qint64 power = 1;
        for (int zeros = 0; zeros <= 18; ++zeros) {
            edges.append({power - 1, power, power + 1, power + 5, 5 * power, power * 2 - 1, 1 - power, -power});
            power = zeros < 18 ? power * 10 : power;
        }
        for (const qint64 number : std::as_const(edges)) {
            for (const VietnameseWords &style : all) {
                const auto back = VietnameseWords::numberIn(style.number(number));
                QVERIFY2(back && *back == number, qPrintable(QString::number(number) + u": "_qs + style.number(number)));
            }
        }
        QRandomGenerator64 random(2026);
        for (int round = 0; round < 20'000; ++round) {
            // As many numbers of four digits as of fifteen.
            const auto number = static_cast<qint64>(random.generate() >> (1 + random.bounded(62)));
            const QString words = all[round % all.size()].number(number);
            const auto back = VietnameseWords::numberIn(words);
            QVERIFY2(back && *back == number, qPrintable(QString::number(number) + u": "_qs + words));
        }
    }

    void noTwoNumbersAreSaidAlike()
    {
        QSet<QString> said;
        for (qint64 number = -2'000; number < 20'000; ++number) {
            said.insert(VietnameseWords().number(number));
        }
        QCOMPARE(said.size(), 22'000);
    }

    void takesEveryRightSpelling_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<qint64>("number");
        QTest::addRow("bốn after mươi") << u"hai mươi bốn"_qs << qint64(24);
        QTest::addRow("tư after linh") << u"một trăm linh tư"_qs << qint64(104);
        QTest::addRow("năm after mươi") << u"hai mươi năm"_qs << qint64(25);
        QTest::addRow("nhăm") << u"hai mươi nhăm"_qs << qint64(25);
        QTest::addRow("năm after mười") << u"mười năm"_qs << qint64(15);
        QTest::addRow("lẻ") << u"một trăm lẻ năm"_qs << qint64(105);
        QTest::addRow("mixed spellings") << u"một tỉ không trăm lẻ năm ngàn"_qs << qint64(1'000'005'000);
        QTest::addRow("capitals") << u"HAI MƯƠI MỐT"_qs << qint64(21);
        QTest::addRow("spaces") << u"  hai \t mươi\u00A0mốt "_qs << qint64(21);
        QTest::addRow("decomposed") << u"hai mươi mốt"_qs.normalized(QString::NormalizationForm_D) << qint64(21);
    }
    void takesEveryRightSpelling()
    {
        QFETCH(QString, words);
        QFETCH(qint64, number);
        const auto read = VietnameseWords::numberIn(words);
        QVERIFY(read);
        QCOMPARE(*read, number);
    }

    void refusesWhatIsNoNumber_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<int>("word");
        QTest::addRow("nothing") << u""_qs << Reason::Empty << 0;
        QTest::addRow("only spaces") << u" \u00A0"_qs << Reason::Empty << 0;
        QTest::addRow("digits") << u"25"_qs << Reason::Unknown << 1;
        QTest::addRow("another word") << u"hai mươi cái"_qs << Reason::Unknown << 3;
        QTest::addRow("without marks") << u"hai muoi"_qs << Reason::Unknown << 2;
        QTest::addRow("two digits side by side") << u"hai ba"_qs << Reason::OutOfPlace << 2;
        QTest::addRow("mươi after mười") << u"mười mươi"_qs << Reason::OutOfPlace << 2;
        QTest::addRow("one ten is mười") << u"một mươi"_qs << Reason::OutOfPlace << 2;
        QTest::addRow("mốt after mười") << u"mười mốt"_qs << Reason::OutOfPlace << 2;
        QTest::addRow("tư after mười") << u"mười tư"_qs << Reason::OutOfPlace << 2;
        QTest::addRow("một after mươi") << u"hai mươi một"_qs << Reason::OutOfPlace << 3;
        QTest::addRow("tư alone") << u"tư"_qs << Reason::OutOfPlace << 1;
        QTest::addRow("lăm alone") << u"lăm"_qs << Reason::OutOfPlace << 1;
        QTest::addRow("lăm after linh") << u"một trăm linh lăm"_qs << Reason::OutOfPlace << 4;
        QTest::addRow("linh before a ten") << u"một trăm linh mười"_qs << Reason::OutOfPlace << 4;
        QTest::addRow("linh and nothing") << u"một trăm linh"_qs << Reason::Unfinished << 3;
        QTest::addRow("a hundred and a half is speech") << u"một trăm năm"_qs << Reason::OutOfPlace << 3;
        QTest::addRow("hundreds left out") << u"hai nghìn hai"_qs << Reason::OutOfPlace << 3;
        QTest::addRow("hundreds left out before linh") << u"hai nghìn linh năm"_qs << Reason::OutOfPlace << 3;
        QTest::addRow("nothing spoken in front") << u"không trăm linh năm"_qs << Reason::OutOfPlace << 1;
        QTest::addRow("a group of nothing") << u"một triệu không trăm nghìn"_qs << Reason::OutOfPlace << 5;
        QTest::addRow("thousands before millions") << u"một nghìn một trăm triệu"_qs << Reason::OutOfPlace << 5;
        QTest::addRow("thousands twice") << u"một nghìn một trăm nghìn"_qs << Reason::OutOfPlace << 5;
        QTest::addRow("a unit without number") << u"nghìn"_qs << Reason::OutOfPlace << 1;
        QTest::addRow("nothing and more") << u"không một"_qs << Reason::OutOfPlace << 1;
        QTest::addRow("less than nothing") << u"âm không"_qs << Reason::OutOfPlace << 2;
        QTest::addRow("minus alone") << u"âm"_qs << Reason::Unfinished << 1;
        QTest::addRow("minus twice") << u"âm âm một"_qs << Reason::OutOfPlace << 2;
        QTest::addRow("more than 64 bits") << u"mười tỷ tỷ"_qs << Reason::TooLarge << 3;
        QTest::addRow("so much more that 64 bits run over") << u"một nghìn tỷ tỷ"_qs << Reason::TooLarge << 4;
        QTest::addRow("one more than there can be")
            << VietnameseWords().number(std::numeric_limits<qint64>::min()).mid(3) << Reason::TooLarge << 36;
        QTest::addRow("a long repetition") << u"một"_qs + u" tỷ"_qs.repeated(5'000) << Reason::TooLarge << 4;
    }
    void refusesWhatIsNoNumber()
    {
        QFETCH(QString, words);
        QFETCH(Reason, reason);
        QFETCH(int, word);
        const auto read = VietnameseWords::numberIn(words);
        QVERIFY(!read);
        QCOMPARE(read.error().reason, reason);
        QCOMPARE(read.error().word, word);
    }

    void saysDates_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("words");
        QTest::addRow("mồng") << QDate(1941, 3, 5) << u"ngày mồng năm tháng ba năm một nghìn chín trăm bốn mươi mốt"_qs;
        QTest::addRow("the tenth") << QDate(1990, 1, 10) << u"ngày mồng mười tháng một năm một nghìn chín trăm chín mươi"_qs;
        QTest::addRow("the eleventh") << QDate(2000, 12, 11) << u"ngày mười một tháng mười hai năm hai nghìn"_qs;
        QTest::addRow("the fourth month") << QDate(2024, 4, 24) << u"ngày hai mươi tư tháng tư năm hai nghìn không trăm hai mươi tư"_qs;
        QTest::addRow("five of the fifth of 2005") << QDate(2005, 5, 5) << u"ngày mồng năm tháng năm năm hai nghìn không trăm linh năm"_qs;
        QTest::addRow("the last of a leap February")
            << QDate(2024, 2, 29) << u"ngày hai mươi chín tháng hai năm hai nghìn không trăm hai mươi tư"_qs;
        QTest::addRow("no date") << QDate() << u""_qs;
        QTest::addRow("before our era") << QDate(-5, 1, 1) << u""_qs;
    }
    void saysDates()
    {
        QFETCH(QDate, date);
        QFETCH(QString, words);
        QCOMPARE(VietnameseWords().date(date), words);
    }

    void datesComeBackFromTheirWords()
    {
        const QList<VietnameseWords> all = styles();
        for (QDate date(1899, 12, 1); date.year() < 2030; date = date.addDays(1)) {
            const QString words = all[date.toJulianDay() % all.size()].date(date);
            QVERIFY2(VietnameseWords::dateIn(words) == date, qPrintable(words));
        }
        QCOMPARE(VietnameseWords::dateIn(u"Ngày năm tháng bốn năm hai nghìn"_qs), QDate(2000, 4, 5));
        QCOMPARE(VietnameseWords::dateIn(u"ngày mười năm tháng mười năm hai nghìn"_qs), QDate(2000, 10, 15));
    }

    void refusesWhatIsNoDate_data()
    {
        QTest::addColumn<QString>("words");
        for (const QString &words : {u""_qs, u"ngày"_qs, u"tháng"_qs, u"ngày tháng năm"_qs, u"ngày mồng tháng ba năm hai nghìn"_qs,
                 u"ngày năm tháng ba"_qs, u"ngày năm tháng ba năm"_qs, u"mồng năm tháng ba năm hai nghìn"_qs,
                 u"ngày mồng mười một tháng ba năm hai nghìn"_qs, u"ngày ba mươi tháng hai năm hai nghìn"_qs,
                 u"ngày hai mươi chín tháng hai năm hai nghìn không trăm hai mươi sáu"_qs, u"ngày năm tháng mười ba năm hai nghìn"_qs,
                 u"ngày năm tháng ba năm không"_qs, u"ngày năm tháng ba năm mười nghìn"_qs, u"ngày không tháng ba năm hai nghìn"_qs,
                 u"ngày năm tháng ba năm hai nghìn tháng ba"_qs, u"ngày năm tháng giêng năm hai nghìn"_qs}) {
            QTest::addRow("%s", qPrintable(words)) << words;
        }
    }
    void refusesWhatIsNoDate()
    {
        QFETCH(QString, words);
        QVERIFY(VietnameseWords::dateIn(words).isNull());
    }
};

QTEST_APPLESS_MAIN(tst_VietnameseWords)
#include "tst_VietnameseWords.moc"
