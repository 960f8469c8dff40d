// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/OwnDossier.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::DossierStatus)

/** What its applicant is told at a kiosk to wait for. */
class tst_OwnDossier : public QObject
{
    Q_OBJECT

    static Dossier dossier(DossierStatus status)
    {
        Dossier made;
        made.code = u"H26.31.05-261123-0001"_qs;
        made.status.status = status;
        return made;
    }
    static HallRules rules(bool collects)
    {
        HallRules made;
        made.groups = {{u"A"_qs, u"Hộ tịch"_qs, u"Civil status"_qs, {u"Hộ tịch"_qs}}, {u"E"_qs, u"Trả kết quả"_qs, u"Collecting"_qs, {}, collects}};
        return made;
    }

private Q_SLOTS:
    void aNumberIsDrawnWhereSomethingIsToBeDone_data()
    {
        QTest::addColumn<DossierStatus>("status");
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("collects");
        QTest::addColumn<QString>("letter");
        const QString field = u"Hộ tịch"_qs;
        QTest::newRow("ready") << DossierStatus::Processed << field << true << u"E"_qs;
        QTest::newRow("ready, and no group is for that") << DossierStatus::Processed << field << false << u"A"_qs;
        QTest::newRow("ready, of a field nobody knows") << DossierStatus::Processed << QString() << true << u"E"_qs;
        QTest::newRow("something is missing") << DossierStatus::SupplementRequested << field << true << u"A"_qs;
        QTest::newRow("something is missing, of a field of no group") << DossierStatus::SupplementRequested << u"Khác"_qs << true << QString();
        QTest::newRow("to be paid") << DossierStatus::PaymentRequested << field << true << u"A"_qs;
        QTest::newRow("under way") << DossierStatus::Processing << field << true << QString();
        QTest::newRow("received") << DossierStatus::Accepted << field << true << QString();
        QTest::newRow("handed over") << DossierStatus::HandedOver << field << true << QString();
        QTest::newRow("stopped") << DossierStatus::Stopped << field << true << QString();
    }
    void aNumberIsDrawnWhereSomethingIsToBeDone()
    {
        QFETCH(DossierStatus, status);
        QFETCH(QString, field);
        QFETCH(bool, collects);
        const Result<OwnDossier> own = OwnDossier::of(dossier(status), field, rules(collects));
        QVERIFY(own);
        QCOMPARE(own->tracked.status, status);
        QCOMPARE(own->tracked.code, u"H26.31.05-261123-0001"_qs);
        QTEST(own->letter, "letter");
    }

    void ofNothingNothingIsTold()
    {
        QCOMPARE(OwnDossier::of(Dossier(), {}, rules(true)).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(tst_OwnDossier)
#include "tst_OwnDossier.moc"
