// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/Seed.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/Intake.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QSet>
#include <QTest>

using namespace motcua;

class tst_Seed : public QObject
{
    Q_OBJECT

    const Catalogue m_catalogue = test::shippedCatalogue();

    static constexpr quint64 People = 400;

private Q_SLOTS:
    void everyShippedEditionIsAnsweredSoThatItCanBeAccepted_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QDate>("day");
        const QList<Procedure> editions = m_catalogue.editions();
        for (const Procedure &edition : editions) {
            // A Tuesday of the edition on which nobody has a day off.
            const QDate day = edition.validTo.isValid() ? QDate(2026, 7, 14) : QDate(2026, 11, 17);
            QTest::addRow("%s from %s", qPrintable(edition.code), qPrintable(edition.validFrom.toString(Qt::ISODate)))
                << edition.code << day;
        }
    }
    void everyShippedEditionIsAnsweredSoThatItCanBeAccepted()
    {
        QFETCH(QString, code);
        QFETCH(QDate, day);
        const Procedure procedure = *m_catalogue.procedure(code, day);
        QVERIFY(procedure.isInForce(day));
        for (quint64 place = 0; place < People; ++place) {
            const FormDraft form = training::inventedForm(procedure, 20261123, place, day);
            const auto intake = Intake::from(
                procedure, form, training::inventedPapers(procedure, form, day), m_catalogue.calendar(), vietnamTime(day, QTime(9, 0)));
            if (!intake) {
                const Violation &first = intake.error().constFirst();
                QFAIL(
                    qPrintable(u"%1: %2 %3 %4"_qs.arg(place).arg(first.field, violationName(first.code), first.params.value(u"rule"_qs))));
            }
            QVERIFY(!intake->role(u"applicant.name"_qs).isEmpty());
        }
    }

    void theSamePlaceGivesTheSameForm()
    {
        const QDate day(2026, 11, 17);
        const Procedure procedure = *m_catalogue.procedure(u"1.001193"_qs, day);
        QCOMPARE(training::inventedForm(procedure, 1, 5, day), training::inventedForm(procedure, 1, 5, day));
        QVERIFY(training::inventedForm(procedure, 1, 5, day) != training::inventedForm(procedure, 1, 6, day));
    }

    void casesVaryFromPersonToPerson()
    {
        const QDate day(2026, 11, 17);
        const Procedure procedure = *m_catalogue.procedure(u"1.004194"_qs, day);
        QSet<QString> lodgings;
        for (quint64 place = 0; place < 50; ++place) {
            lodgings.insert(training::inventedForm(procedure, 20261123, place, day).text(u"request.lodging"_qs));
        }
        QCOMPARE(lodgings.size(), 4);
    }
};

QTEST_APPLESS_MAIN(tst_Seed)
#include "tst_Seed.moc"
