// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/KioskFiles.h"
#include "app/workflows/Lawbook.h"

#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

/** PlanFiles is shown by tst_BoardFiles; here that a kiosk reads its own. */
class tst_KioskFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAdministratorsFileGoesOverTheShippedOne()
    {
        QTemporaryDir store;
        const KioskFiles shipped = KioskFiles::read(Lawbook::folder(), store.path());
        QVERIFY(shipped.faults.isEmpty());
        QCOMPARE(shipped.plan.offers.size(), 6);
        QVERIFY(!shipped.plan.reasons.isEmpty());
        QFile file(store.filePath(u"kiosk.json"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema": "motcua.kiosk/1", "mark": "m", "offers": ["ticket"], "idleSeconds": 4})");
        file.close();
        const KioskFiles own = KioskFiles::read(Lawbook::folder(), store.path());
        QCOMPARE(own.plan.offers, QList{KioskPlan::Offer::Ticket});
        QCOMPARE(own.plan.idleSeconds, shipped.plan.idleSeconds);
        QCOMPARE(own.plan.reasons, shipped.plan.reasons);
        QCOMPARE(own.faults.size(), 1);
        QVERIFY2(own.faults.constFirst().detail.startsWith(u"kiosk.json:1:"_qs), qPrintable(own.faults.constFirst().detail));
    }
};

QTEST_GUILESS_MAIN(tst_KioskFiles)
#include "tst_KioskFiles.moc"
