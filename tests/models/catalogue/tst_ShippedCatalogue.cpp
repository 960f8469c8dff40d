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

    void everyEditionIsAsPublished_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("edition");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QList<int>>("channels");
        QTest::addColumn<Limit>("limit");
        QTest::addColumn<QStringList>("results");
        QTest::addColumn<int>("laws");
        QTest::addColumn<QStringList>("fees");
        const QDate january(2026, 1, 1);
        const QDate eve(2026, 8, 4); // NĐ 309/2026 applies from 5/8/2026
        const QDate switched(2026, 8, 5);
        const QList<int> all{1, 2, 3};
        const Limit sameDay{Limit::Kind::SameDay, 0, QTime(15, 0)};
        const Limit threeDays{Limit::Kind::WorkingDays, 3, {}};
        const QStringList residence{u"KQ.G01.000065"_qs, u"KQ.G01.000066"_qs, u"KQ.G01.000064"_qs, u"KQ.G01.000067"_qs};
        const QStringList list{u"direct"_qs, u"online"_qs, u"list"_qs, u"listOnline"_qs};
        QTest::addRow("birth until 4/8/2026") << u"1.001193"_qs << u"163/QĐ-BTP"_qs << january << eve << all << sameDay << QStringList{u"KQ.G15.000031"_qs} << 16
                                              << QStringList{u"registration"_qs, u"copy"_qs};
        QTest::addRow("birth from 5/8/2026") << u"1.001193"_qs << u"163/QĐ-BTP; NĐ 309/2026"_qs << switched << QDate() << all << sameDay << QStringList{u"KQ.G15.000031"_qs}
                                             << 18 << QStringList{u"registration"_qs, u"copy"_qs};
        QTest::addRow("household business") << u"1.001612"_qs << u"2353/QĐ-BTC"_qs << january << QDate() << all << threeDays
                                            << QStringList{u"KQ.G12.001041"_qs, u"KQ.G12.001009"_qs} << 5 << QStringList{u"registration"_qs};
        QTest::addRow("temporary residence until 4/8/2026")
            << u"1.004194"_qs << u"9354/QĐ-BCA-C06"_qs << january << eve << QList<int>{1, 2} << threeDays << residence << 12 << list;
        QTest::addRow("temporary residence from 5/8/2026")
            << u"1.004194"_qs << u"9354/QĐ-BCA-C06; NĐ 309/2026"_qs << switched << QDate() << QList<int>{1, 2} << threeDays << residence << 14 << list;
        QTest::addRow("extract until 4/8/2026") << u"2.000635"_qs << u"163/QĐ-BTP"_qs << january << eve << all << sameDay << QStringList{u"KQ.G15.000342"_qs} << 16
                                                << QStringList{u"extract-copy"_qs};
        QTest::addRow("extract from 5/8/2026") << u"2.000635"_qs << u"163/QĐ-BTP; NĐ 309/2026"_qs << switched << QDate() << all << sameDay
                                               << QStringList{u"KQ.G15.000342"_qs} << 18 << QStringList{u"extract-copy"_qs};
        QTest::addRow("certified copies") << u"2.000815"_qs << u"3152/QĐ-BTP"_qs << january << QDate() << QList<int>{1} << sameDay << QStringList{u"KQ.G15.000021"_qs} << 7
                                          << QStringList{u"certification"_qs};
    }
    void everyEditionIsAsPublished()
    {
        QFETCH(QString, code);
        QFETCH(QDate, from);
        const auto found = m_catalogue.procedure(code, from);
        QVERIFY(found);
        QTEST(found->edition, "edition");
        QCOMPARE(found->validFrom, from);
        QTEST(found->validTo, "to");
        QTEST(found->channels, "channels");
        QTEST(found->limit, "limit");
        QCOMPARE(found->clock, m_catalogue.calendar().law().clock); // none of them has been found to depart from NĐ 61/2018 Đ.19.4
        QTEST(int(found->legalBasis.size()), "laws");
        QStringList results;
        std::transform(found->results.begin(), found->results.end(), std::back_inserter(results), [](const ProcedureResult &one) { return one.code; });
        QTEST(results, "results");
        QStringList fees;
        std::transform(found->fees.begin(), found->fees.end(), std::back_inserter(fees), [](const FeeRule &one) { return one.id; });
        QTEST(fees, "fees");
    }

    void noEditionIsUntold()
    {
        QCOMPARE(m_catalogue.editions().size(), 8);
        const Procedure extract = *m_catalogue.procedure(u"2.000635"_qs, QDate(2026, 11, 23));
        QCOMPARE(extract.name, u"Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"_qs);
        QCOMPARE(extract.fees[0].unitPrice, Money{8000});
        QVERIFY(extract.form().field(u"requester.name"_qs)->maxLength == 150);
    }

    void everyFactSaysHowCertainItIs()
    {
        const QList<Procedure> editions = m_catalogue.editions();
        for (const Procedure &edition : editions) {
            QVERIFY(!edition.mark.isEmpty());
            QVERIFY(!edition.form().mark.isEmpty());
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
        QCOMPARE(law.services.transferCutOff, QTime(15, 0));
        QCOMPARE(law.services.mostExtensions, 1);
        QCOMPARE(law.services.mostRequests, 1);
        QCOMPARE(law.services.scanLater, (ScanLater{true, true}));
        QCOMPARE(law.services.digitised.id, u"4.2"_qs);
        QCOMPARE(law.services.digitised.fullPercent, 80);
        QCOMPARE(law.services.reusing.id, u"4.3"_qs);
        QCOMPARE(law.services.reusing.fullPercent, 80);
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

    void filesOfThreeKindsAreTakenIn()
    {
        QCOMPARE(m_catalogue.fileRules().largestBytes, 20 * 1024 * 1024);
        QCOMPARE(m_catalogue.fileRules().mediaTypes, QStringList({u"application/pdf"_qs, u"image/jpeg"_qs, u"image/png"_qs}));
        QVERIFY(m_catalogue.fileRules().mark.startsWith(u"UNVERIFIED"));
    }

    void changeIsGivenInTwelveNotes()
    {
        QCOMPARE(m_catalogue.notes().size(), 12);
        QCOMPARE(m_catalogue.notes().constFirst().value, Money{500'000});
        QCOMPARE(m_catalogue.notes().constLast().value, Money{100});
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
            for (const FormSection &section : edition.form().sections) {
                for (const Field &field : section.fields) {
                    if (field.type == FieldType::Phone || field.type == FieldType::Email) {
                        QVERIFY(field.need != Field::Need::Required);
                    }
                }
            }
        }
    }

    void everyProcedureIsInForceToday_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("form");
        QTest::addColumn<IdentityNeed::Level>("level");
        QTest::addColumn<bool>("hasLayout");
        QTest::addRow("birth") << u"1.001193"_qs << u"birth-declaration"_qs << IdentityNeed::Level::Proved << true;
        QTest::addRow("household business") << u"1.001612"_qs << u"household-business"_qs << IdentityNeed::Level::Stated << true;
        QTest::addRow("temporary residence") << u"1.004194"_qs << u"residence-change"_qs << IdentityNeed::Level::Stated << true;
        QTest::addRow("extract") << u"2.000635"_qs << u"extract-request"_qs << IdentityNeed::Level::Proved << true;
        QTest::addRow("certified copies") << u"2.000815"_qs << u"copy-certification"_qs << IdentityNeed::Level::None << false;
    }
    void everyProcedureIsInForceToday()
    {
        QFETCH(QString, code);
        QFETCH(QString, form);
        QFETCH(IdentityNeed::Level, level);
        QFETCH(bool, hasLayout);
        const auto procedure = m_catalogue.procedure(code, QDate(2026, 11, 23));
        QVERIFY(procedure);
        QCOMPARE(procedure->form().id, form);
        QCOMPARE(procedure->identity.level, level);
        QCOMPARE(procedure->declaration.isNull(), !hasLayout);
        QVERIFY(procedure->guidance.ask.size() >= 3 && procedure->guidance.ask.size() <= 6);
        QVERIFY(procedure->guidance.lookAt.size() >= 3 && procedure->guidance.lookAt.size() <= 6);
        QVERIFY(procedure->guidance.mistakes.size() >= 3 && procedure->guidance.mistakes.size() <= 6);
        QVERIFY(procedure->guidance.mark.contains(u"DERIVED"));
        QVERIFY(!procedure->results.isEmpty() && !procedure->fees.isEmpty());
    }

    void noOtherProcedureIsInForceToday() { QCOMPARE(m_catalogue.procedures(QDate(2026, 11, 23)).size(), 5); }

    void theLawOfTheFifthOfAugustBeginsOnTheFifthOfAugust_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addRow("birth") << u"1.001193"_qs;
        QTest::addRow("temporary residence") << u"1.004194"_qs;
        QTest::addRow("extract") << u"2.000635"_qs;
    }
    void theLawOfTheFifthOfAugustBeginsOnTheFifthOfAugust()
    {
        QFETCH(QString, code);
        const Procedure before = *m_catalogue.procedure(code, QDate(2026, 8, 4));
        const Procedure after = *m_catalogue.procedure(code, QDate(2026, 8, 5));
        QVERIFY(before.edition != after.edition);
        QVERIFY(before.papers != after.papers);
        QVERIFY(!before.legalBasis.contains(u"309/2026/NĐ-CP"_qs));
        QVERIFY(after.legalBasis.contains(u"309/2026/NĐ-CP"_qs));
        QCOMPARE(before.form(), after.form());
        QVERIFY(after.mark.contains(u"DERIVED"));
    }

    void theNewCivilStatusLawIsForetoldWithItsCertainty()
    {
        int told = 0;
        const QList<Procedure> editions = m_catalogue.editions();
        for (const Procedure &edition : editions) {
            if (!edition.legalBasis.contains(u"60/2014/QH13"_qs)) {
                continue;
            }
            ++told;
            QVERIFY2(edition.mark.contains(u"VERIFIED: Luật Hộ tịch 03/2026/QH16, the new civil-status law, is in force from 1/3/2027."), qPrintable(edition.code));
            QVERIFY2(edition.mark.contains(u"UNVERIFIED: its text was not read"), qPrintable(edition.code));
            QVERIFY(!edition.legalBasis.contains(u"03/2026/QH16"_qs)); // not before it was read
        }
        QCOMPARE(told, 4);
        for (const QString &code : {u"1.001193"_qs, u"2.000635"_qs}) {
            QVERIFY(!m_catalogue.procedure(code, QDate(2027, 3, 1))->validTo.isValid());
        }
    }

    void aCertaintyMarkSaysHowCertain()
    {
        static const QRegularExpression word(u"\\b(VERIFIED|UNVERIFIED|DERIVED|INVENTED)\\b"_qs);
        const QList<Procedure> editions = m_catalogue.editions();
        for (const Procedure &edition : editions) {
            QStringList marks{edition.mark, edition.form().mark, edition.identity.mark, edition.guidance.mark};
            if (!edition.declaration.isNull()) {
                marks.append(edition.declaration.mark);
            }
            for (const RequiredPaper &paper : edition.papers) {
                marks.append(paper.mark);
            }
            for (const FeeRule &fee : edition.fees) {
                marks.append(fee.mark);
                for (const FeeReduction &reduction : fee.reductions) {
                    marks.append(reduction.mark);
                }
            }
            for (const FormRule &rule : edition.form().rules) {
                marks.append(rule.mark);
            }
            for (const QString &mark : std::as_const(marks)) {
                QVERIFY2(word.match(mark).hasMatch(), qPrintable(edition.code + u": "_qs + mark));
            }
        }
    }

    void noPriceOfAProvinceStandsInAProcedure()
    {
        const QList<Procedure> editions = m_catalogue.editions();
        for (const Procedure &edition : editions) {
            for (const FeeRule &fee : edition.fees) {
                if (fee.basis.contains(u"Hội đồng nhân dân")) {
                    QVERIFY(fee.setLocally);
                    QVERIFY2(fee.local.isEmpty(), "the invented prices of the training centre are not the shipped law");
                }
            }
        }
    }

    void everyAnswerOfAListIsFoundByItsName_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("items");
        QTest::addRow("ethnic groups") << u"1.001193"_qs << u"mother.ethnicity"_qs << u"e de"_qs << u"12"_qs << 54;
        QTest::addRow("nationalities") << u"1.001193"_qs << u"mother.nationality"_qs << u"viet nam"_qs << u"VNM"_qs << 199;
        QTest::addRow("relations to a child") << u"1.001193"_qs << u"requester.relation"_qs << u"me"_qs << u"mother"_qs << 10;
        QTest::addRow("relations to the head") << u"1.004194"_qs << u"head.relation"_qs << u"chu ho"_qs << u"head"_qs << 18;
        QTest::addRow("lines of business") << u"1.001612"_qs << u"lines[1].line"_qs << u"dich vu lam toc"_qs << u"9621"_qs << 125;
    }
    void everyAnswerOfAListIsFoundByItsName()
    {
        QFETCH(QString, code);
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const Procedure procedure = *m_catalogue.procedure(code, QDate(2026, 11, 23));
        const Field *one = procedure.form().field(field);
        QVERIFY(one);
        QTEST(int(one->category.items().size()), "items");
        QVERIFY(one->category.isOpen());
        QCOMPARE(one->category.codeOf(typed), expected);
    }

    void aMistakeInAShippedFileIsPlaced()
    {
        QList<SourceFile> files = test::shippedFiles();
        for (SourceFile &file : files) {
            if (file.name == u"2.000815.json") {
                file.bytes.replace("\"limit\": {", "\"limit\": { \"limits\": 1,");
            }
        }
        const auto catalogue = Catalogue::fromFiles(files);
        QVERIFY(!catalogue);
        QCOMPARE(catalogue.error().size(), 1);
        QVERIFY(catalogue.error()[0].detail.startsWith(u"2.000815.json:"));
        QVERIFY(catalogue.error()[0].detail.endsWith(u":14: unknown key \"limits\""));
    }
};

QTEST_APPLESS_MAIN(tst_ShippedCatalogue)
#include "tst_ShippedCatalogue.moc"
