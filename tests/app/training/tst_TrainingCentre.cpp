// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/TrainingCentre.h"

#include "models/fee/VietQr.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

class tst_TrainingCentre : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedCentreCanBeSetUp()
    {
        const Result<TrainingCentre> centre = TrainingCentre::load(Lawbook::folder());
        QVERIFY(centre);
        const auto law = Lawbook::load(Lawbook::folder(), Lawbook::Prices::Invented);
        QVERIFY(law);
        QVERIFY(!SetUpCentre::flaw(centre->facts, *law));
    }

    void itsAccountMakesAPictureAndIsNobodys()
    {
        const Result<TrainingCentre> centre = TrainingCentre::load(Lawbook::folder());
        QVERIFY(centre && centre->facts.account);
        const UnitAccount &account = *centre->facts.account;
        const VietQr order{.use = VietQr::Use::Dynamic, .bin = account.bin, .number = account.number, .amount = Money{8'000}};
        QVERIFY(order.encoded());
        // No bank gives out a number of such letters, so what somebody sends by mistake comes back.
        QVERIFY(account.number.startsWith(u"TAPHUAN"));
        QVERIFY(account.holder.contains(u"TAP HUAN"));
    }

    void anAccountWithoutItsHolderIsNoCentre()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"training"_qs));
        QFile shipped(Lawbook::folder() + u"/training/centre.json"_qs);
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        QByteArray bytes = shipped.readAll();
        QVERIFY(bytes.contains("\"holder\""));
        QFile changed(folder.filePath(u"training/centre.json"_qs));
        QVERIFY(changed.open(QIODevice::WriteOnly));
        changed.write(bytes.replace("\"holder\"", "\"holders\""));
        changed.close();
        const Result<TrainingCentre> centre = TrainingCentre::load(folder.path());
        QVERIFY(!centre);
        QCOMPARE(centre.error().code, ErrorCode::CatalogueSchema);
    }
};

QTEST_GUILESS_MAIN(tst_TrainingCentre)
#include "tst_TrainingCentre.moc"
