// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierCode.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

#include <random>

using namespace motcua;

class tst_DossierCode : public QObject
{
    Q_OBJECT

    const Catalogue m_catalogue = test::shippedCatalogue();

private Q_SLOTS:
    void readsBothGrammarsAndRefusesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::addRow("level one last") << u"000.00.01.H26-260930-0012"_qs << true;
        QTest::addRow("level one last with letters") << u"000.A0.01.H26-210212-9090"_qs << true;
        QTest::addRow("level one first") << u"H15.50.05.13-261008-0975"_qs << true;
        QTest::addRow("level one alone") << u"H26-261123-0001"_qs << true;
        QTest::addRow("a ministry's six digits") << u"G09-261123-090123"_qs << true;
        QTest::addRow("a ministry's seven digits") << u"G09-261123-0901234"_qs << true;
        QTest::addRow("level one last, six digits") << u"000.00.01.G09-260930-090123"_qs << true;
        QTest::addRow("level one last, seven digits") << u"000.00.01.G09-260930-0901234"_qs << true;
        QTest::addRow("level one last, five digits") << u"000.00.01.G09-260930-09012"_qs << false;
        QTest::addRow("eight digits") << u"G09-261123-09012345"_qs << false;
        QTest::addRow("level one last, 29 February 2026") << u"000.00.01.H26-260229-0012"_qs << false;
        QTest::addRow("level one last, one part short") << u"00.00.01.H26-260930-0012"_qs << false;
        QTest::addRow("level one last, no level one") << u"000.00.01.Z26-260930-0012"_qs << false;
        QTest::addRow("the last day of the century") << u"H26-991231-9999"_qs << true;
        QTest::addRow("the first day of the century") << u"H26-000101-0001"_qs << true;
        QTest::addRow("day 0") << u"H26-261100-0001"_qs << false;
        QTest::addRow("day 32") << u"H26-261032-0001"_qs << false;
        QTest::addRow("eleven parts") << u"H26.1.2.3.4.5.6.7.8.9.A-261123-0001"_qs << true;
        QTest::addRow("twelve parts") << u"H26.1.2.3.4.5.6.7.8.9.A.B-261123-0001"_qs << false;
        QTest::addRow("an empty part") << u"H26..05-261123-0001"_qs << false;
        QTest::addRow("full-width digits in the unit") << u"H２６-261123-0001"_qs << false;
        QTest::addRow("digits of another script in the unit") << u"H٢٦-261123-0001"_qs << false;
        QTest::addRow("full-width digits in the date") << u"H26-２６1123-0001"_qs << false;
        QTest::addRow("a letter that only becomes a capital S") << u"ſ26-261123-0001"_qs << false;
        QTest::addRow("a zero-width space inside") << u"H26-261123-\u200b0001"_qs << false;
        QTest::addRow("right-to-left inside") << u"H26-\u202e261123-0001"_qs << false;
        QTest::addRow("a soft hyphen for a hyphen") << u"H26\u00ad261123\u00ad0001"_qs << false;
        QTest::addRow("5,000 characters") << QString(5000, u'H') << false;
        QTest::addRow("five digits") << u"H26-261123-00001"_qs << false;
        QTest::addRow("three digits") << u"H26-261123-001"_qs << false;
        QTest::addRow("number zero") << u"H26-261123-0000"_qs << false;
        QTest::addRow("31 November") << u"H26-261131-0001"_qs << false;
        QTest::addRow("29 February 2026") << u"H26-260229-0001"_qs << false;
        QTest::addRow("29 February 2028") << u"H26-280229-0001"_qs << true;
        QTest::addRow("month 13") << u"H26-261301-0001"_qs << false;
        QTest::addRow("month 0") << u"H26-260001-0001"_qs << false;
        QTest::addRow("a unit starting with Z") << u"Z26-261123-0001"_qs << false;
        QTest::addRow("a unit part of seven characters") << u"H26.1234567-261123-0001"_qs << false;
        QTest::addRow("a unit of 35 characters") << u"H26.123456.123456.123456.123456.123-261123-0001"_qs << true;
        QTest::addRow("a unit of 36 characters") << u"H26.123456.123456.123456.123456.1234-261123-0001"_qs << false;
        QTest::addRow("no unit") << u"-261123-0001"_qs << false;
        QTest::addRow("no date") << u"H26--0001"_qs << false;
        QTest::addRow("letters in the number") << u"H26-261123-00O1"_qs << false;
        QTest::addRow("full-width digits") << u"H26-261123-０００１"_qs << false;
        QTest::addRow("a minus in the date") << u"H26--61123-0001"_qs << false;
        QTest::addRow("something behind") << u"H26-261123-0001-1"_qs << false;
        QTest::addRow("a personal number") << u"001185012345"_qs << false;
        QTest::addRow("nothing") << u""_qs << false;
    }
    void readsBothGrammarsAndRefusesTheRest()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto code = DossierCode::parse(m_catalogue.codeGrammars(), text);
        QCOMPARE(bool(code), good);
        if (good) {
            QCOMPARE(code->toString(), text);
        } else {
            QCOMPARE(code.error().code, ErrorCode::Invalid);
            QVERIFY(text.isEmpty() || !code.error().detail.contains(text));
        }
    }

    void readsWhatAReaderOrAHandGives()
    {
        const auto code = DossierCode::parse(m_catalogue.codeGrammars(), u"\ufeff  h15.50.05.13-261008-0975\u200b\r\n"_qs);
        QVERIFY(code);
        QCOMPARE(*code, (DossierCode{u"H15.50.05.13"_qs, QDate(2026, 10, 8), 975, 4}));
    }

    void writesUnitDayAndFourDigits()
    {
        const QString unit = u"H26.1.13"_qs;
        const CodeGrammar grammar = *m_catalogue.codeGrammar(unit);
        QCOMPARE(DossierCode::compose(grammar, unit, QDate(2026, 11, 23), 301)->toString(), u"H26.1.13-261123-0301"_qs);
        QCOMPARE(DossierCode::compose(grammar, unit, QDate(2026, 1, 2), 9999)->toString(), u"H26.1.13-260102-9999"_qs);
    }

    void theUnitsOwnCodePicksTheGrammar()
    {
        QCOMPARE(m_catalogue.codeGrammar(u"H26.1.13"_qs)->id, u"level-one-first"_qs);
        QCOMPARE(m_catalogue.codeGrammar(u"000.00.01.H26"_qs)->id, u"level-one-last"_qs);
        QVERIFY(!m_catalogue.codeGrammar(u"phường Hòa An"_qs));
    }

    void refusesToWriteWhatCouldNotBeRead_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("sequence");
        QTest::addColumn<ErrorCode>("code");
        const QDate day(2026, 11, 23);
        QTest::addRow("unit in small letters") << u"h26"_qs << day << 1 << ErrorCode::Invalid;
        QTest::addRow("unit with a dash") << u"H26-1"_qs << day << 1 << ErrorCode::Invalid;
        QTest::addRow("no unit") << u""_qs << day << 1 << ErrorCode::Invalid;
        QTest::addRow("no date") << u"H26"_qs << QDate() << 1 << ErrorCode::Invalid;
        QTest::addRow("a year two digits cannot say") << u"H26"_qs << QDate(1999, 12, 31) << 1 << ErrorCode::Invalid;
        QTest::addRow("the next century") << u"H26"_qs << QDate(2100, 1, 1) << 1 << ErrorCode::Invalid;
        QTest::addRow("number zero") << u"H26"_qs << day << 0 << ErrorCode::Invalid;
        QTest::addRow("number 10,000") << u"H26"_qs << day << 10000 << ErrorCode::NumbersExhausted;
    }
    void refusesToWriteWhatCouldNotBeRead()
    {
        QFETCH(QString, unit);
        QFETCH(QDate, date);
        QFETCH(int, sequence);
        QFETCH(ErrorCode, code);
        const auto composed = DossierCode::compose(*m_catalogue.codeGrammar(u"H26"_qs), unit, date, sequence);
        QVERIFY(!composed);
        QCOMPARE(composed.error().code, code);
    }

    void differentNumbersGiveDifferentCodes()
    {
        std::mt19937 random(261123);
        const auto below = [&random](int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random); };
        QHash<QString, DossierCode> seen;
        const QStringList units{u"H26"_qs, u"H26.1"_qs, u"H26.1.13"_qs, u"G09"_qs, u"000.00.01.H26"_qs};
        for (const CodeGrammar &grammar : m_catalogue.codeGrammars()) {
            for (int round = 0; round < 500; ++round) {
                const QDate day = QDate(2000, 1, 1).addDays(below(36525));
                const auto code = DossierCode::compose(grammar, units[below(int(units.size()))], day, 1 + below(grammar.maxSequence()));
                if (!code) {
                    continue; // a unit of the other order
                }
                const QString text = code->toString();
                QVERIFY(!seen.contains(text) || seen.value(text) == *code);
                seen.insert(text, *code);
                QCOMPARE(*DossierCode::parse(m_catalogue.codeGrammars(), text), *code);
            }
        }
        QVERIFY(seen.size() > 1000);
    }

    void everyDeskOwnsItsHundred_data()
    {
        QTest::addColumn<int>("desk");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addRow("desk 1") << 1 << 101 << 199;
        QTest::addRow("desk 3") << 3 << 301 << 399;
        QTest::addRow("desk 99") << 99 << 9901 << 9999;
        QTest::addRow("desk 100 has no room") << 100 << 0 << 0;
        QTest::addRow("desk 0 is none") << 0 << 0 << 0;
        QTest::addRow("desk -1 is none") << -1 << 0 << 0;
    }
    void everyDeskOwnsItsHundred()
    {
        QFETCH(int, desk);
        QFETCH(int, first);
        QFETCH(int, last);
        const auto range = StandingRange::ofDesk(desk);
        QCOMPARE(bool(range), first > 0);
        if (range) {
            QCOMPARE(*range, (StandingRange{first, last}));
        } else {
            QCOMPARE(range.error().code, ErrorCode::Invalid);
        }
    }

    void widthAndLengthAreConfigurable()
    {
        QCOMPARE(*StandingRange::ofDesk(3, 1000), (StandingRange{3001, 3999}));
        QCOMPARE(*StandingRange::ofDesk(9, 1000), (StandingRange{9001, 9999}));
        QVERIFY(!StandingRange::ofDesk(10, 1000));
        QCOMPARE(*StandingRange::ofDesk(10, 1000, 999999), (StandingRange{10001, 10999}));
        QVERIFY(!StandingRange::ofDesk(1, 1));
        QCOMPARE(StandingRange::whole(), (StandingRange{1, 9999}));
    }

    void drawsEveryNumberOnceAndThenSaysSo()
    {
        const StandingRange range = *StandingRange::ofDesk(3);
        int used = 0;
        int drawn = 0;
        while (const auto number = range.next(used)) {
            QVERIFY(*number > used);
            QVERIFY(range.contains(*number));
            used = *number;
            ++drawn;
        }
        QCOMPARE(drawn, 99);
        QCOMPARE(used, 399);
        QCOMPARE(range.next(used).error().code, ErrorCode::NumbersExhausted);
        QCOMPARE(*range.next(0), 301);
        QCOMPARE(*range.next(350), 351);
        QCOMPARE(*StandingRange::whole().next(9998), 9999);
        QVERIFY(!StandingRange::whole().next(9999));
    }

    void rangesOfAUnitMustBeDisjoint_data()
    {
        QTest::addColumn<QList<StandingRange>>("ranges");
        QTest::addColumn<QString>("expected");
        const auto rows = [](std::initializer_list<StandingRange> all) { return QList<StandingRange>(all); };
        QTest::addRow("neighbours") << rows({{301, 399}, {101, 199}, {201, 299}}) << u""_qs;
        QTest::addRow("touching") << rows({{1, 100}, {101, 200}}) << u""_qs;
        QTest::addRow("sharing one number") << rows({{101, 200}, {1, 101}}) << u"RangeOverlap"_qs;
        QTest::addRow("one inside another") << rows({{1, 9999}, {301, 399}}) << u"RangeOverlap"_qs;
        QTest::addRow("the same twice") << rows({{301, 399}, {301, 399}}) << u"RangeOverlap"_qs;
        QTest::addRow("upside down") << rows({{399, 301}}) << u"Invalid"_qs;
        QTest::addRow("from zero") << rows({{0, 99}}) << u"Invalid"_qs;
        QTest::addRow("none") << rows({}) << u""_qs;
    }
    void rangesOfAUnitMustBeDisjoint()
    {
        QFETCH(QList<StandingRange>, ranges);
        QFETCH(QString, expected);
        const auto checked = StandingRange::disjoint(ranges);
        QCOMPARE(checked ? QString() : errorName(checked.error().code), expected);
    }
};

QTEST_APPLESS_MAIN(tst_DossierCode)
#include "tst_DossierCode.moc"
