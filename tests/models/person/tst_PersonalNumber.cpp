// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PersonalNumber.h"
#include "tests/models/person/ShippedRules.h"

#include <QTest>

using namespace motcua;

using Fault = PersonalNumberFault;
using Contradictions = QList<Contradiction>;

Q_DECLARE_METATYPE(motcua::PersonalNumberFault)

class tst_PersonalNumber : public QObject
{
    Q_OBJECT

    const PersonalNumberScheme m_scheme = test::shippedRules().personalNumbers.value_or(PersonalNumberScheme());

    static PersonalNumber number(const QString &digits) { return *PersonalNumber::fromText(digits); }

private Q_SLOTS:
    void readsTwelveDigits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addRow("plain") << u"001185012345"_qs;
        QTest::addRow("spaces and stops") << u" 001 185.012-345 "_qs;
        QTest::addRow("full width") << u"００１１８５０１２３４５"_qs;
        QTest::addRow("zero width") << u"\uFEFF001\u200B185\u200D012345"_qs;
        QTest::addRow("direction marks") << u"\u202D001185012345\u202C\u200F"_qs;
        QTest::addRow("a space that does not break") << u"001\u00A0185\u3000012345"_qs;
        QTest::addRow("a line end of the scanner") << u"001185012345\r\n"_qs;
    }
    void readsTwelveDigits()
    {
        QFETCH(QString, typed);
        const auto read = PersonalNumber::fromText(typed);
        QVERIFY(read);
        QCOMPARE(read->digits(), u"001185012345"_qs);
        QCOMPARE(read->place(), u"001"_qs);
        QCOMPARE(read->centuryDigit(), 1);
        QCOMPARE(read->yearOfCentury(), 85);
    }

    void saysWhyATextIsNone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Fault>("fault");
        QTest::addRow("nothing") << u""_qs << Fault::Empty;
        QTest::addRow("only spaces and stops") << u" . - \u200B"_qs << Fault::Empty;
        QTest::addRow("eleven digits") << u"00118501234"_qs << Fault::WrongLength;
        QTest::addRow("thirteen digits") << u"0011850123456"_qs << Fault::WrongLength;
        QTest::addRow("an old identity card") << u"012345678"_qs << Fault::WrongLength;
        QTest::addRow("5,000 digits") << QString(5'000, u'1') << Fault::WrongLength;
        QTest::addRow("the letter O") << u"00118501234O"_qs << Fault::NotDigits;
        QTest::addRow("Arabic-Indic digits") << u"٠٠١١٨٥٠١٢٣٤٥"_qs << Fault::NotDigits;
        QTest::addRow("a passport") << u"C1234567"_qs << Fault::NotDigits;
        QTest::addRow("a mark on a digit") << u"001185012345\u0301"_qs << Fault::NotDigits;
    }
    void saysWhyATextIsNone()
    {
        QFETCH(QString, typed);
        QFETCH(Fault, fault);
        const auto read = PersonalNumber::fromText(typed);
        QVERIFY(!read);
        QCOMPARE(read.error(), fault);
    }

    void theDigitsTellSexAndYear_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<bool>("female");
        QTest::addColumn<int>("year");
        QTest::addRow("0") << u"001085000001"_qs << false << 1985;
        QTest::addRow("1") << u"001185000001"_qs << true << 1985;
        QTest::addRow("2") << u"001205000001"_qs << false << 2005;
        QTest::addRow("3") << u"001305000001"_qs << true << 2005;
        QTest::addRow("4") << u"001401000001"_qs << false << 2101;
        QTest::addRow("5") << u"001599000001"_qs << true << 2199;
        QTest::addRow("6") << u"001600000001"_qs << false << 2200;
        QTest::addRow("7") << u"001700000001"_qs << true << 2200;
        QTest::addRow("8") << u"001899000001"_qs << false << 2399;
        QTest::addRow("9") << u"001999000001"_qs << true << 2399;
    }
    void theDigitsTellSexAndYear()
    {
        QFETCH(QString, digits);
        QFETCH(bool, female);
        QFETCH(int, year);
        QCOMPARE(m_scheme.sex(number(digits)), std::optional(female ? Sex::Female : Sex::Male));
        QCOMPARE(m_scheme.birthYear(number(digits)), std::optional(year));
    }

    void knowsThe63Places()
    {
        QCOMPARE(m_scheme.places.size(), 63);
        const auto place = [this](const QString &code) {
            return m_scheme.place(number(code + u"085000001"_qs)).value_or(RegistrationPlace());
        };
        QCOMPARE(place(u"002"_qs).name, u"Hà Giang"_qs);
        QCOMPARE(place(u"002"_qs).now, u"Tuyên Quang"_qs);
        // The code of a province that lost its name lives on under the name of another: the name is the one of the list.
        QCOMPARE(place(u"015"_qs).name, u"Yên Bái"_qs);
        QCOMPARE(place(u"015"_qs).now, u"Lào Cai"_qs);
        QCOMPARE(place(u"010"_qs).now, u"Lào Cai"_qs);
        QCOMPARE(place(u"096"_qs).now, u"Cà Mau"_qs);
        QVERIFY(place(u"003"_qs).name.isEmpty());
        for (const RegistrationPlace &one : m_scheme.places) {
            QVERIFY(!one.now.isEmpty());
        }
        QVERIFY(m_scheme.mark.contains(u"UNVERIFIED"));
    }

    void warnsOfContradictions_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("sex"); // m, f or unknown
        QTest::addColumn<QString>("birth");
        QTest::addColumn<Contradictions>("expected");
        using enum Contradiction;
        QTest::addRow("nothing known") << u"001185012345"_qs << u""_qs << u""_qs << Contradictions{};
        QTest::addRow("all as told") << u"001185012345"_qs << u"f"_qs << u"1985-03-05"_qs << Contradictions{};
        QTest::addRow("the year is enough") << u"001185012345"_qs << u"f"_qs << u"1985"_qs << Contradictions{};
        QTest::addRow("month and year") << u"001185012345"_qs << u"f"_qs << u"1985-03"_qs << Contradictions{};
        QTest::addRow("the other sex") << u"001185012345"_qs << u"m"_qs << u"1985"_qs << Contradictions{SexDiffers};
        QTest::addRow("another year") << u"001185012345"_qs << u"f"_qs << u"1986-03-05"_qs << Contradictions{BirthYearDiffers};
        QTest::addRow("the same year of another century")
            << u"001385012345"_qs << u"f"_qs << u"1985"_qs << Contradictions{BirthYearDiffers, BornLater};
        QTest::addRow("both") << u"001185012345"_qs << u"m"_qs << u"1990"_qs << Contradictions{SexDiffers, BirthYearDiffers};
        QTest::addRow("no such place") << u"003185012345"_qs << u"f"_qs << u"1985"_qs << Contradictions{PlaceUnknown};
        QTest::addRow("abroad") << u"120185012345"_qs << u""_qs << u""_qs << Contradictions{PlaceUnknown};
        QTest::addRow("not born yet") << u"001327012345"_qs << u""_qs << u""_qs << Contradictions{BornLater};
        QTest::addRow("born this year") << u"001326012345"_qs << u""_qs << u""_qs << Contradictions{};
        QTest::addRow("everything") << u"999999999999"_qs << u"m"_qs << u"1985"_qs
                                    << Contradictions{SexDiffers, BirthYearDiffers, BornLater, PlaceUnknown};
    }
    void warnsOfContradictions()
    {
        QFETCH(QString, digits);
        QFETCH(QString, sex);
        QFETCH(QString, birth);
        QFETCH(Contradictions, expected);
        KnownOfPerson known{.sex = {}, .birth = PartialDate::fromIso(birth), .day = QDate(2026, 11, 23)};
        if (!sex.isEmpty()) {
            known.sex = sex == u"m" ? Sex::Male : Sex::Female;
        }
        QCOMPARE(m_scheme.contradictions(number(digits), known), expected);
    }

    void aSchemeThatSaysNothingWarnsOfThat()
    {
        using enum Contradiction;
        const KnownOfPerson known{.sex = Sex::Male, .birth = PartialDate::of(1985), .day = QDate(2026, 11, 23)};
        QCOMPARE(PersonalNumberScheme().contradictions(number(u"001185012345"_qs), known), Contradictions({PlaceUnknown, DigitUnknown}));
    }
};

QTEST_APPLESS_MAIN(tst_PersonalNumber)
#include "tst_PersonalNumber.moc"
