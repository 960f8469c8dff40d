// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/TicketPhone.h"

#include <QTest>

using namespace motcua;

/** To which number a message can be sent, and how it lies among what is kept of a ticket. */
class tst_TicketPhone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsKeptInOneWay_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const QString &typed, const QString &kept) { QTest::newRow(name) << typed << kept; };
        row("ten digits", u"0901234567"_qs, u"0901234567"_qs);
        row("with blanks", u" 0901 234 567 "_qs, u"0901234567"_qs);
        row("with stops and strokes", u"0901.234-567"_qs, u"0901234567"_qs);
        row("full-width digits", u"０９０１２３４５６７"_qs, u"0901234567"_qs);
        row("from home with the code of the country", u"+84901234567"_qs, u"0901234567"_qs);
        row("with both", u"+84 (0)901 234 567"_qs, u"0901234567"_qs);
        row("with two noughts", u"0084 901 234 567"_qs, u"0901234567"_qs);
        row("without a plus", u"84901234567"_qs, u"0901234567"_qs);
        row("a mobile number that begins with 08", u"0841234567"_qs, u"0841234567"_qs);
        row("abroad", u"+49 30 123456"_qs, u"+4930123456"_qs);
        row("abroad with two noughts", u"0049 30 123456"_qs, u"+4930123456"_qs);
        row("a fixed line", u"024 3825 3456"_qs, {});
        row("a fixed line with the code of the country", u"+84 24 3825 3456"_qs, {});
        row("a digit too few", u"090123456"_qs, {});
        row("a digit too many", u"09012345678"_qs, {});
        row("no such beginning", u"0201234567"_qs, {});
        row("a country of nought", u"+084901234567"_qs, {});
        row("more digits than there are anywhere", u"+1234567890123456"_qs, {});
        row("a hotline", u"113"_qs, {});
        row("letters", u"0901 23A 567"_qs, {});
        row("a line of its own", u"0901234567\ntold:soon"_qs, {});
        row("nothing", {}, {});
    }
    void aNumberIsKeptInOneWay()
    {
        QFETCH(QString, typed);
        QTEST(TicketPhone::of(typed), "kept");
    }

    void itLiesAmongTheNeedsAndIsNone()
    {
        const QStringList needs{u"deaf"_qs, u"elderly"_qs};
        const QStringList lines = TicketPhone::linesOf(needs, u"0901234567"_qs) + QStringList{TicketPhone::takenLine(u"soon"_qs)};
        QCOMPARE(TicketPhone::needsIn(lines), needs);
        QCOMPARE(TicketPhone::phoneIn(lines), u"0901234567"_qs);
        QCOMPARE(TicketPhone::takenIn(lines), QStringList(u"soon"_qs));
        QVERIFY(TicketPhone::takenIn(needs).isEmpty());
        QCOMPARE(TicketPhone::linesOf(needs, {}), needs);
        QVERIFY(TicketPhone::phoneIn(needs).isEmpty());
        // Whoever passes such a line for a need has none.
        QCOMPARE(TicketPhone::linesOf({u"tel:0907654321"_qs, u"told:called"_qs}, {}), QStringList());
    }
};

QTEST_APPLESS_MAIN(tst_TicketPhone)
#include "tst_TicketPhone.moc"
