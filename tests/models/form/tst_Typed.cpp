// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Typed.h"
#include "tests/models/person/ShippedRules.h"

#include <QTest>

using namespace motcua;

class tst_Typed : public QObject
{
    Q_OBJECT

    static Field fieldOf(FieldType type)
    {
        Field field;
        field.id = u"f"_qs;
        field.type = type;
        // The rules as shipped: what may be typed around a number is theirs to say.
        static const RuleBook book = test::shippedRules();
        if (type == FieldType::Phone) {
            field.rule = book.rules.value(u"phone"_qs);
        } else if (type == FieldType::PersonalNumber) {
            field.rule = book.rules.value(u"personalNumber"_qs);
        }
        return field;
    }

private Q_SLOTS:
    void understandsDatesAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("normal");
        QTest::addRow("5/3/41") << u"5/3/41"_qs << u"1941-03-05"_qs;
        QTest::addRow("050341") << u"050341"_qs << u"1941-03-05"_qs;
        QTest::addRow("05031941") << u"05031941"_qs << u"1941-03-05"_qs;
        QTest::addRow("5-3-1941") << u"5-3-1941"_qs << u"1941-03-05"_qs;
        QTest::addRow("5.3.1941") << u"5.3.1941"_qs << u"1941-03-05"_qs;
        QTest::addRow("5 3 1941") << u" 5 3  1941 "_qs << u"1941-03-05"_qs;
        QTest::addRow("normal form stays") << u"1941-03-05"_qs << u"1941-03-05"_qs;
        QTest::addRow("today's two digits are today") << u"23/11/26"_qs << u"2026-11-23"_qs;
        QTest::addRow("tomorrow's two digits are a century ago") << u"24/11/26"_qs << u"1926-11-24"_qs;
        QTest::addRow("last month is this century") << u"31/10/26"_qs << u"2026-10-31"_qs;
        QTest::addRow("next month is the last century") << u"1/12/26"_qs << u"1926-12-01"_qs;
        QTest::addRow("next year is the last century") << u"1/1/27"_qs << u"1927-01-01"_qs;
        QTest::addRow("29/2/00 existed in 2000") << u"29/2/00"_qs << u"2000-02-29"_qs;
        QTest::addRow("29/2/24") << u"290224"_qs << u"2024-02-29"_qs;
        QTest::addRow("29/2/28 is 1928, a leap year") << u"29/2/28"_qs << u"1928-02-29"_qs;
        QTest::addRow("29/2/25 never was") << u"29/2/25"_qs << u"29/2/25"_qs;
        QTest::addRow("31/4 never is") << u"31/4/1990"_qs << u"31/4/1990"_qs;
        QTest::addRow("month before day is not guessed") << u"12/31/1990"_qs << u"12/31/1990"_qs;
        QTest::addRow("full-width digits") << u"５／３／１９４１"_qs << u"1941-03-05"_qs;
        QTest::addRow("three digits of a year") << u"5/3/941"_qs << u"5/3/941"_qs;
        QTest::addRow("a year before 1000 is a slip of the finger") << u"5/3/0941"_qs << u"5/3/0941"_qs;
        QTest::addRow("seven digits") << u"5031941"_qs << u"5031941"_qs;
        QTest::addRow("a year alone is no whole date") << u"1941"_qs << u"1941"_qs;
        QTest::addRow("month and year are no whole date") << u"3/1941"_qs << u"3/1941"_qs;
        QTest::addRow("a far future of four digits stays what it says") << u"1/1/2999"_qs << u"2999-01-01"_qs;
        QTest::addRow("Arabic-Indic digits are not read") << u"٥/٣/١٩٤١"_qs << u"٥/٣/١٩٤١"_qs;
        QTest::addRow("words") << u"mồng năm"_qs << u"mồng năm"_qs;
        QTest::addRow("nothing") << u"  "_qs << u""_qs;
        QTest::addRow("only separators") << u"//"_qs << u"//"_qs;
    }
    void understandsDatesAsTheyAreTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, normal);
        const QDate today(2026, 11, 23);
        QCOMPARE(normalised(fieldOf(FieldType::Date), typed, today), normal);
        QCOMPARE(normalised(fieldOf(FieldType::Date), normal, today), normal);
    }

    void understandsPartsOfDates_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("normal");
        QTest::addRow("a year") << u"1941"_qs << u"1941"_qs;
        QTest::addRow("month and year") << u"3/1941"_qs << u"1941-03"_qs;
        QTest::addRow("month and year in one") << u"031941"_qs << u"1941-03"_qs;
        QTest::addRow("six digits that are a day are a day") << u"050341"_qs << u"1941-03-05"_qs;
        QTest::addRow("normal form of a month stays") << u"1941-03"_qs << u"1941-03"_qs;
        QTest::addRow("a whole date") << u"5/3/41"_qs << u"1941-03-05"_qs;
        QTest::addRow("month 13") << u"13/1941"_qs << u"13/1941"_qs;
        QTest::addRow("a year of two digits alone is not guessed") << u"41"_qs << u"41"_qs;
        QTest::addRow("month and two digits are not guessed") << u"3/41"_qs << u"3/41"_qs;
        QTest::addRow("29/2 without a leap year") << u"29/2/1941"_qs << u"29/2/1941"_qs;
        QTest::addRow("year 0941") << u"0941"_qs << u"0941"_qs;
    }
    void understandsPartsOfDates()
    {
        QFETCH(QString, typed);
        QFETCH(QString, normal);
        QCOMPARE(normalised(fieldOf(FieldType::PartialDate), typed, QDate(2026, 11, 23)), normal);
    }

    void aTwoDigitYearIsNeverInTheFutureAndLessThanACenturyAgo()
    {
        const QDate today(2026, 11, 23);
        for (QDate day = today.addYears(-100).addDays(1); day <= today; day = day.addDays(1)) {
            const QString typed = day.toString(u"ddMMyy"_qs);
            QCOMPARE(normalised(fieldOf(FieldType::Date), typed, today), day.toString(Qt::ISODate));
        }
    }

    void tidiesNamesButNeverRecasesOrSplitsThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("normal");
        QTest::addRow("case stays") << u"nguyễn THỊ Hoa"_qs << u"nguyễn THỊ Hoa"_qs;
        QTest::addRow("spaces") << u"  Nguyễn   Thị\tHoa "_qs << u"Nguyễn Thị Hoa"_qs;
        QTest::addRow("decomposed becomes composed") << u"Nguye\u0302\u0303n"_qs << u"Nguyễn"_qs;
        QTest::addRow("tone place stays as typed") << u"Hoà Hòa"_qs << u"Hoà Hòa"_qs;
        QTest::addRow("ethnic names") << u"H’Hen Niê K'Brôi"_qs << u"H’Hen Niê K'Brôi"_qs;
        QTest::addRow("a zero-width space is kept for the check to find") << u"Ho\u200Ba"_qs << u"Ho\u200Ba"_qs;
    }
    void tidiesNamesButNeverRecasesOrSplitsThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, normal);
        QCOMPARE(normalised(fieldOf(FieldType::Name), typed, QDate(2026, 11, 23)), normal);
    }

    void bringsNumbersIntoOneForm_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("normal");
        QTest::addRow("copies with a zero in front") << FieldType::Integer << u"02"_qs << u"2"_qs;
        QTest::addRow("no copies") << FieldType::Integer << u"00"_qs << u"0"_qs;
        QTest::addRow("full-width copies") << FieldType::Integer << u"１２"_qs << u"12"_qs;
        QTest::addRow("a fraction stays wrong") << FieldType::Integer << u"1,5"_qs << u"1,5"_qs;
        QTest::addRow("a personal number in groups") << FieldType::PersonalNumber << u"001 185 012 345"_qs << u"001185012345"_qs;
        QTest::addRow("a full-width personal number") << FieldType::PersonalNumber << u"００１１８５０１２３４５"_qs << u"001185012345"_qs;
        QTest::addRow("letters stay for the check to find") << FieldType::PersonalNumber << u"00118501234O"_qs << u"00118501234O"_qs;
        QTest::addRow("a telephone in groups") << FieldType::Phone << u"(090) 123-45.67"_qs << u"0901234567"_qs;
        QTest::addRow("a telephone with the country") << FieldType::Phone << u"+84 901 234 567"_qs << u"0901234567"_qs;
        QTest::addRow("a telephone of another country") << FieldType::Phone << u"+33 1 23 45 67 89"_qs << u"+33123456789"_qs;
        QTest::addRow("a telephone with words stays") << FieldType::Phone << u"090 123 (con)"_qs << u"090 123 (con)"_qs;
        QTest::addRow("mail keeps its case") << FieldType::Email << u" Hoa@Example.vn "_qs << u"Hoa@Example.vn"_qs;
    }
    void bringsNumbersIntoOneForm()
    {
        QFETCH(FieldType, type);
        QFETCH(QString, typed);
        QFETCH(QString, normal);
        QCOMPARE(normalised(fieldOf(type), typed, QDate(2026, 11, 23)), normal);
    }

    void readsMoneyAsItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("dong"); ///< -1: no amount
        QTest::addRow("thousands") << u"500k"_qs << qint64{500'000};
        QTest::addRow("thousands with a space") << u" 500 k "_qs << qint64{500'000};
        QTest::addRow("a million") << u"1tr"_qs << qint64{1'000'000};
        QTest::addRow("half a million") << u"0,5tr"_qs << qint64{500'000};
        QTest::addRow("in groups") << u"1.200.000"_qs << qint64{1'200'000};
        QTest::addRow("full-width") << u"８０００"_qs << qint64{8'000};
        QTest::addRow("nothing given is an amount") << u"0"_qs << qint64{0};
        QTest::addRow("nothing typed is none") << QString() << qint64{-1};
        QTest::addRow("a letter too many") << u"500ko"_qs << qint64{-1};
        QTest::addRow("less than nothing") << u"-8000"_qs << qint64{-1};
        QTest::addRow("groups of two") << u"12.00"_qs << qint64{-1};
        QTest::addRow("more than a number holds") << u"99999999999999999999"_qs << qint64{-1};
    }
    void readsMoneyAsItIsTyped()
    {
        QFETCH(QString, typed);
        const std::optional<Money> read = typedMoney(typed);
        QTEST(read ? read->dong : qint64{-1}, "dong");
    }

    void showsDatesTheVietnameseWay_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("shown");
        QTest::addRow("day") << u"1941-03-05"_qs << u"05/03/1941"_qs;
        QTest::addRow("month") << u"1941-03"_qs << u"03/1941"_qs;
        QTest::addRow("year") << u"1941"_qs << u"1941"_qs;
        QTest::addRow("what is no date stays") << u"31/4/1990"_qs << u"31/4/1990"_qs;
    }
    void showsDatesTheVietnameseWay()
    {
        QFETCH(QString, stored);
        QFETCH(QString, shown);
        QCOMPARE(edited(FieldType::PartialDate, stored), shown);
        QCOMPARE(normalised(fieldOf(FieldType::PartialDate), shown, QDate(2026, 11, 23)), stored);
        QCOMPARE(edited(FieldType::Text, stored), stored);
    }

    void aWholeDraftKeepsSourcesAndEmpties()
    {
        FormSchema schema;
        schema.sections = {{u"s"_qs, {}, {}, {fieldOf(FieldType::Date)}}};
        FormDraft draft;
        draft.set(u"f"_qs, FieldValue::given(u"5/3/41"_qs, Provenance::CardQr));
        draft.set(u"other"_qs, FieldValue::given(u" x "_qs));
        const FormDraft normal = normalised(schema, draft, QDate(2026, 11, 23));
        QCOMPARE(normal.value(u"f"_qs), FieldValue::given(u"1941-03-05"_qs, Provenance::CardQr));
        QCOMPARE(normal.text(u"other"_qs), u" x "_qs);
        draft.set(u"f"_qs, {FieldValue::State::ToFollow});
        QCOMPARE(normalised(schema, draft, QDate(2026, 11, 23)).value(u"f"_qs).state, FieldValue::State::ToFollow);
    }
};

QTEST_APPLESS_MAIN(tst_Typed)
#include "tst_Typed.moc"
