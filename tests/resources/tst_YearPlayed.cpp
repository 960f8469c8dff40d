// SPDX-License-Identifier: GPL-3.0-or-later
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
