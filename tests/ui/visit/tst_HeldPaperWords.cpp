// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/HeldPaperWords.h"

#include "models/base/VietnamTime.h"

#include <QTest>

using namespace motcua;

/** What is said of a paper that was filed before. */
class tst_HeldPaperWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDayIsThatOfVietnam()
    {
        // Five minutes past midnight there is still the day before by the clock of Greenwich.
        QCOMPARE(heldSince(vietnamTime(QDate(2026, 11, 23), QTime(0, 5)).toMSecsSinceEpoch()), u"23/11/2026"_qs);
    }

    void pagesAreToldWhereTheyAreKnown()
    {
        HeldPaper held;
        held.files = {PaperFile{}, PaperFile{}};
        QVERIFY2(heldAmount(held).startsWith(u"2 file"), qPrintable(heldAmount(held)));
        held.files.first().pages = 3;
        QVERIFY2(heldAmount(held).startsWith(u"3 page"), qPrintable(heldAmount(held)));
    }

    void whoHoldsItIsNamedOrElseItsCodeIs()
    {
        HeldPaper held{.unit = u"H26.31.05"_qs};
        QCOMPARE(heldBy(held), u"H26.31.05"_qs);
        held.unitName = u"Phường Hòa An"_qs;
        QCOMPARE(heldBy(held), u"Phường Hòa An"_qs);
    }

    void anEndThatMayLieInThePaperIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::addRow("accepted") << 2 << QString();
        QTest::addRow("refused") << 3 << u"refused"_qs;
        QTest::addRow("to be withdrawn") << 7 << u"withdrawn"_qs;
        QTest::addRow("stopped") << 8 << u"withdrawn or stopped"_qs;
        QTest::addRow("handed over") << 10 << QString();
        QTest::addRow("not known") << 0 << QString();
    }
    void anEndThatMayLieInThePaperIsSaid()
    {
        QFETCH(int, status);
        QFETCH(QString, word);
        HeldPaper held;
        held.status = status;
        const QString said = heldCaution(held);
        QVERIFY2(word.isEmpty() ? said.isEmpty() : said.contains(word), qPrintable(said));
    }

    void theSourceIsNamedByCodeAndDay()
    {
        const PaperReuse reuse{.code = u"H26.31.05-261123-0301"_qs, .receivedAtMs = vietnamTime(QDate(2026, 11, 23), QTime(8, 0)).toMSecsSinceEpoch()};
        QCOMPARE(reuseWords(reuse), u"taken from what was filed before: H26.31.05-261123-0301, 23/11/2026"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_HeldPaperWords)
#include "tst_HeldPaperWords.moc"
