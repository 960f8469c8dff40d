// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Provenance.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::Provenance)

/** From where an answer comes: a word in the journal for ever, and one order of what proves more. */
class tst_Provenance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceHasAWordOfItsOwn_data()
    {
        QTest::addColumn<Provenance>("source");
        QTest::addColumn<QString>("word");
        QTest::newRow("typed") << Provenance::Typed << u"typed"_qs;
        QTest::newRow("earlier paper") << Provenance::EarlierPaper << u"earlierPaper"_qs;
        QTest::newRow("code on a telephone") << Provenance::TelephoneQr << u"telephoneQr"_qs;
        QTest::newRow("code of the card") << Provenance::CardQr << u"cardQr"_qs;
        QTest::newRow("zone") << Provenance::Mrz << u"mrz"_qs;
        QTest::newRow("chip, read") << Provenance::ChipRead << u"chipRead"_qs;
        QTest::newRow("chip, verified") << Provenance::ChipVerified << u"chipVerified"_qs;
        QTest::newRow("database") << Provenance::Database << u"database"_qs;
        QTest::newRow("computed") << Provenance::Computed << u"computed"_qs;
    }
    void everySourceHasAWordOfItsOwn()
    {
        QFETCH(Provenance, source);
        QFETCH(QString, word);
        QCOMPARE(provenanceName(source), word);
        QCOMPARE(provenanceNamed(word), source);
    }

    void aWordOfANewerProgramIsNoSource()
    {
        QVERIFY(!provenanceNamed(u"portal"_qs));
        QVERIFY(!provenanceNamed(QString()));
    }

    void whatProvesMoreIsSaidInOneOrder()
    {
        const QList<Provenance> shown{Provenance::Typed, Provenance::EarlierPaper, Provenance::TelephoneQr, Provenance::CardQr,
            Provenance::Mrz, Provenance::ChipRead, Provenance::ChipVerified, Provenance::Database};
        for (qsizetype more = 0; more < shown.size(); ++more) {
            for (qsizetype less = 0; less < shown.size(); ++less) {
                QCOMPARE(provesMore(shown[more], shown[less]), more > less);
            }
        }
        for (const Provenance source : shown) {
            QVERIFY(!provesMore(source, Provenance::Computed)); // what follows from others, no card outdoes
        }
        QVERIFY(!provesMore(Provenance::Computed, Provenance::Database));
    }
};

QTEST_APPLESS_MAIN(tst_Provenance)
#include "tst_Provenance.moc"
