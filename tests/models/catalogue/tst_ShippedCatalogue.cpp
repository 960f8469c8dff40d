// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

#include <algorithm>

using namespace motcua;

class tst_ShippedCatalogue : public QObject
{
    Q_OBJECT

    const Catalogue m_catalogue = test::shippedCatalogue();

private Q_SLOTS:
    void loads()
    {
        const auto catalogue = Catalogue::fromFiles(test::shippedFiles());
        QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().value(0).detail));
        QVERIFY(!catalogue->editions().isEmpty());
    }

    void theExtractIsAsPublished()
    {
        const Procedure extract = *m_catalogue.procedure(u"2.000635"_qs, QDate(2026, 11, 23));
        QCOMPARE(extract.name, u"Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"_qs);
        QCOMPARE(extract.limit, (Limit{Limit::Kind::SameDay, 0, QTime(15, 0)}));
        QCOMPARE(extract.channels, QList<int>({1, 2, 3}));
        QCOMPARE(extract.fees.size(), 1);
        QCOMPARE(extract.fees[0].unitPrice, Money{8000});
        QCOMPARE(extract.results[0].code, u"KQ.G15.000342"_qs);
        QCOMPARE(extract.legalBasis.size(), 16);
        QVERIFY(extract.form.field(u"requester.name"_qs)->maxLength == 150);
    }

    void everyFactSaysHowCertainItIs()
    {
        const QList<Procedure> editions = m_catalogue.editions();
        for (const Procedure &edition : editions) {
            QVERIFY(!edition.mark.isEmpty());
            QVERIFY(!edition.form.mark.isEmpty());
            for (const RequiredPaper &paper : edition.papers) {
                QVERIFY(!paper.mark.isEmpty());
            }
            for (const FeeRule &fee : edition.fees) {
                QVERIFY(!fee.mark.isEmpty());
                QVERIFY(!fee.basis.isEmpty());
            }
        }
        for (const CodePattern &pattern : m_catalogue.codePatterns()) {
            QVERIFY(!pattern.mark.isEmpty());
            QVERIFY(!pattern.basis.isEmpty());
        }
        const QList<CalendarYear> years = m_catalogue.calendar().years();
        for (const CalendarYear &year : years) {
            QVERIFY(!year.mark.isEmpty());
        }
        const CalendarLaw &law = m_catalogue.calendar().law();
        for (const HolidayRule &rule : law.forecast.rules) {
            QVERIFY(!rule.mark.isEmpty() && !rule.basis.isEmpty());
        }
        for (const OfficeSchedule &schedule : law.schedules) {
            QVERIFY(!schedule.mark.isEmpty());
        }
        QVERIFY(!law.hours.mark.isEmpty() && !law.counting.mark.isEmpty() && !law.clock.mark.isEmpty());
    }

    void theLawOfTheClockIsAsTheDecreesHaveIt()
    {
        const CalendarLaw &law = m_catalogue.calendar().law();
        QCOMPARE(law.clock.policy, ClockPolicy::Restart); // NĐ 61/2018 Đ.19.4
        QVERIFY(law.clock.basis.contains(u"Đ.19.4"));
        QCOMPARE(law.services, (ServiceLimits{QTime(15, 0), 3, 1, 1, 1}));
        QCOMPARE(law.counting.dayZero, CountingRules::DayZero::Receipt); // BLDS 2015 Đ.147.2
        QCOMPARE(law.counting.dueTime, CountingRules::DueTime::Closing);
        QCOMPARE(m_catalogue.procedure(u"2.000635"_qs, QDate(2026, 11, 23))->clock, law.clock);
    }

    void whatIsSwappedOffIsMadeUpFor()
    {
        const QList<CalendarYear> years = m_catalogue.calendar().law().years;
        for (const CalendarYear &year : years) {
            const auto swapped = std::count_if(
                year.daysOff.begin(), year.daysOff.end(), [](const DayOff &off) { return off.kind == DayKind::SwappedOff; });
            QCOMPARE(year.makeUpDays.size(), swapped);
        }
    }

    void theBanksOfThePublishedSamplesAreNamed()
    {
        QCOMPARE(m_catalogue.bank(u"970436"_qs)->name, u"Vietcombank"_qs);
        QCOMPARE(m_catalogue.bank(u"970403"_qs)->name, u"Sacombank"_qs);
        QVERIFY(m_catalogue.bank(u"970407"_qs)->mark.startsWith(u"UNVERIFIED"));
    }

    void nobodyIsTurnedAwayForWantOfATelephone()
    {
        const QList<Procedure> editions = m_catalogue.editions();
        for (const Procedure &edition : editions) {
            for (const FormSection &section : edition.form.sections) {
                for (const Field &field : section.fields) {
                    if (field.type == FieldType::Phone || field.type == FieldType::Email) {
                        QVERIFY(field.need != Field::Need::Required);
                    }
                }
            }
        }
    }

    void aMistakeInAShippedFileIsPlaced()
    {
        QList<SourceFile> files = test::shippedFiles();
        for (SourceFile &file : files) {
            file.bytes.replace("\"limit\": {", "\"limit\": { \"limits\": 1,");
        }
        const auto catalogue = Catalogue::fromFiles(files);
        QVERIFY(!catalogue);
        QCOMPARE(catalogue.error().size(), 1);
        QVERIFY(catalogue.error()[0].detail.startsWith(u"2.000635.json:"));
        QVERIFY(catalogue.error()[0].detail.endsWith(u":14: unknown key \"limits\""));
    }
};

QTEST_APPLESS_MAIN(tst_ShippedCatalogue)
#include "tst_ShippedCatalogue.moc"
