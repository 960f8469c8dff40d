// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/TrackedDossier.h"
#include "tests/models/dossier/Counter.h"

using namespace motcua;

class tst_TrackedDossier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereItStandsAndNobodysName()
    {
        Counter counter;
        counter.accept();
        const Dossier dossier = DossierFold::fold(Subject, counter.log, counter.now.table);
        const Result<TrackedDossier> tracked = TrackedDossier::of(dossier);
        QVERIFY(tracked);
        QCOMPARE(tracked->code, dossier.code);
        QCOMPARE(tracked->procedureName, dossier.procedureName());
        QCOMPARE(tracked->status, DossierStatus::Accepted);
        QCOMPARE(tracked->receivedAtMs, dossier.receivedAtMs);
        QVERIFY(tracked->dueAtMs > tracked->receivedAtMs);
        QVERIFY(TrackedDossier::digitsOf(dossier).isEmpty()); // its form asks for no number, so nobody can know its digits
    }

    void ofNothingNothingIsTold()
    {
        QCOMPARE(TrackedDossier::of(Dossier()).error().code, ErrorCode::NotFound);
        QVERIFY(TrackedDossier::digitsOf(Dossier()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_TrackedDossier)
#include "tst_TrackedDossier.moc"
