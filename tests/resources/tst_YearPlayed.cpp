// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierClock.h"
#include "tests/models/dossier/Counter.h"
#include "tests/resources/Samples.h"

#include <QTest>

using namespace motcua;

/** The year 2026 at one desk: a dossier of temporary residence every day, over every holiday and over the change of edition on 5 August. */
class tst_YearPlayed : public QObject
{
    Q_OBJECT

    const QString m_code = u"1.004194"_qs;
    const QDate m_change = QDate(2026, 8, 5); // NĐ 309/2026/NĐ-CP

private Q_SLOTS:
    void everyDayHasItsEditionAndALawfulPromise()
    {
        const test::Sample before(m_code, u"before-august"_qs);
        const test::Sample after(m_code, u"complete"_qs);
        const Catalogue &law = test::trainingCatalogue();
        QVERIFY(before.procedure().edition != after.procedure().edition);
        QDateTime lastDue;
        int switches = 0;
        QString edition;
        for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1)) {
            const Procedure procedure = *law.procedure(m_code, day);
            const test::Sample &sample = day < m_change ? before : after;
            QCOMPARE(procedure.edition, sample.procedure().edition);
            switches += !edition.isEmpty() && edition != procedure.edition ? 1 : 0;
            edition = procedure.edition;
            const auto intake = Intake::from(procedure, sample.form(), sample.papers(), law.calendar(), vietnamTime(day, QTime(10, 0)));
            QVERIFY2(intake, qPrintable(day.toString(Qt::ISODate) + u' ' + (intake ? QString() : violationName(intake.error().constFirst().code))));
            QCOMPARE(intake->edition(), edition);
            const QDateTime due = intake->promise().dueAt;
            QVERIFY2(law.calendar().isWorkingDay(due.date()), qPrintable(due.toString(Qt::ISODate)));
            QVERIFY2(due.date() > day && (lastDue.isNull() || due >= lastDue), qPrintable(due.toString(Qt::ISODate)));
            // Only a promise that reaches into 2027, which is not published yet, may still move.
            QCOMPARE(intake->promise().provisional, due.date().year() > 2026);
            lastDue = due;
        }
        QCOMPARE(switches, 1);
    }

    void afterThreeACopyWaitsForTheNextDayTheDeskIsOpen()
    {
        const test::Sample copy(u"2.000815"_qs, u"complete"_qs);
        const Catalogue &law = test::trainingCatalogue();
        int waited = 0;
        for (QDate day(2026, 1, 1); day < QDate(2026, 12, 31); day = day.addDays(1)) {
            const Procedure procedure = *law.procedure(u"2.000815"_qs, day);
            const auto morning = Intake::from(procedure, copy.form(), copy.papers(), law.calendar(), vietnamTime(day, QTime(9, 0)));
            const auto late = Intake::from(procedure, copy.form(), copy.papers(), law.calendar(), vietnamTime(day, QTime(15, 20)));
            QVERIFY2(morning && late, qPrintable(day.toString(Qt::ISODate)));
            const bool isOpen = law.calendar().isOpen(day);
            QCOMPARE(morning->promise().dueAt.date() == day, isOpen);
            QCOMPARE(late->promise().dueAt.date(), *law.calendar().nextOpenDay(day));
            QVERIFY(late->promise().dueAt >= morning->promise().dueAt);
            QCOMPARE(late->fee(), morning->fee());
            waited += isOpen ? 1 : 0;
        }
        QVERIFY(waited > 240 && waited < 310);
    }

    void aDossierOfTheOldEditionIsCarriedOnUnderTheNew()
    {
        const test::Sample before(m_code, u"before-august"_qs);
        Counter counter;
        counter.now.calendar = test::trainingCatalogue().calendar();
        const auto on = [&counter](int day, QTime time) { counter.now.nowMs = vietnamTime(QDate(2026, 8, day), time).toMSecsSinceEpoch(); };
        on(3, QTime(9, 0)); // a Monday
        const auto intake = Intake::from(before.procedure(), before.form(), before.papers(), counter.now.calendar, vietnamTime(counter.now.nowMs));
        QVERIFY(intake);
        QVERIFY(counter.act(Officer, AcceptDossier{*intake}));
        QVERIFY(counter.act(Officer, StepDossier{.event = u"transfer"_qs}));
        const QDateTime promised = vietnamTime(QDate(2026, 8, 6), QTime(17, 0));
        QCOMPARE(vietnamTime(counter.now.dossier->dueAtMs()), promised);
        on(4, QTime(10, 0));
        QVERIFY(counter.act(Officer, StepDossier{.reason = u"lý do"_qs, .event = u"request_supplement"_qs, .asked = {{.name = u"Giấy tờ chỗ ở"_qs, .copies = 1}}}));
        on(6, QTime(8, 0)); // the law has changed in between
        QVERIFY(counter.act(Officer, StepDossier{.event = u"supplement_received"_qs}));
        const Dossier &dossier = *counter.now.dossier;
        const QDateTime anew = vietnamTime(QDate(2026, 8, 11), QTime(17, 0)); // P9: three working days from Thursday the 6th
        QCOMPARE(vietnamTime(dossier.dueAtMs()), anew);
        const auto dates = dueDates(dossier, counter.now.calendar);
        QVERIFY(dates);
        QCOMPARE(dates->original, promised);
        QCOMPARE(dates->legal, anew);
        QCOMPARE(dates->index, vietnamTime(QDate(2026, 8, 10), QTime(17, 0))); // moved by the two working days away
        on(10, QTime(9, 0));
        QVERIFY(counter.act(Officer, StepDossier{.event = u"result_ready"_qs}));
        const StepDossier handOver{.event = u"hand_over_result"_qs, .confirmed = allConfirmations()};
        QCOMPARE(counter.ask(Officer, handOver).error().detail, u"feesCollected"_qs);
        QVERIFY(counter.act(Officer, TakeFee{.amount = intake->fee().total(), .means = u"cash"_qs, .series = u"AA/26"_qs, .number = u"0000001"_qs}));
        QVERIFY(counter.act(Officer, handOver));
        QCOMPARE(counter.now.dossier->status.status, DossierStatus::HandedOver);
        QCOMPARE(counter.now.dossier->edition(), before.procedure().edition);
        QVERIFY(counter.now.dossier->code.contains(u"260803"));
    }

    void aFormBegunUnderTheOldEditionLosesNothingUnderTheNew()
    {
        const test::Sample before(m_code, u"before-august"_qs);
        const Procedure now = *test::trainingCatalogue().procedure(m_code, m_change);
        const FormDraft then = before.procedure().checker.filed(normalised(before.procedure().form(), before.form(), before.day()), before.day());
        const FormDraft filed = now.checker.filed(normalised(now.form(), before.form(), m_change), m_change);
        QVERIFY(then.values().size() > 10);
        for (auto it = then.values().cbegin(); it != then.values().cend(); ++it) {
            QCOMPARE(filed.value(it.key()), *it); // the form is the same; what changed are the papers
        }
        QCOMPARE(Intake::from(before.procedure(), before.form(), before.papers(), test::trainingCatalogue().calendar(), vietnamTime(m_change, QTime(9, 0)))
                     .error()
                     .constFirst()
                     .code,
            ViolationCode::NoEdition); // the old one receives nothing any more
    }
};

QTEST_APPLESS_MAIN(tst_YearPlayed)
#include "tst_YearPlayed.moc"
