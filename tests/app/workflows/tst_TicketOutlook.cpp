// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TicketOutlook.h"

#include <QTest>

using namespace motcua;

/** What a ticket tells of the wait, by who waits before it. */
class tst_TicketOutlook : public QObject
{
    Q_OBJECT

    static constexpr qint64 Morning = 1'795'400'000'000;
    static constexpr qint64 Minute = 60'000;

    static Ticket ticket(int count, const QString &group, int aheadMinutes = 0)
    {
        Ticket one;
        one.id = Id::v7(Morning + count, "0123456789");
        one.number = Ticket::numberOf(group, count);
        one.group = group;
        one.issuedAtMs = Morning + count * Minute;
        one.aheadMinutes = aheadMinutes;
        return one;
    }

    static HallRules rules()
    {
        HallRules rules;
        rules.groups = {{u"A"_qs, u"Hộ tịch"_qs, u"Civil status"_qs, {}}, {u"B"_qs, u"Chứng thực"_qs, u"Certification"_qs, {}}};
        return rules;
    }

    static HallView view()
    {
        HallView view;
        view.desks = {{u"A"_qs, 2}};
        view.next = {ticket(1, u"A"_qs), ticket(2, u"A"_qs), ticket(3, u"A"_qs)};
        view.elsewhere = {ticket(1, u"B"_qs), ticket(2, u"B"_qs)};
        view.servedMs = {{u"A"_qs, {10 * Minute, 10 * Minute, 10 * Minute}}};
        return view;
    }

private Q_SLOTS:
    void whoIsCalledBeforeIsCounted_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("group");
        QTest::addColumn<int>("aheadMinutes");
        QTest::addColumn<int>("ahead");
        QTest::newRow("the next of the desk's own") << 4 << u"A"_qs << 0 << 3;
        QTest::newRow("one that is in the view already") << 3 << u"A"_qs << 0 << 2;
        QTest::newRow("an old lady goes first") << 4 << u"A"_qs << 30 << 0;
        QTest::newRow("of a group of other desks") << 3 << u"B"_qs << 0 << 2;
        QTest::newRow("of a group nobody waits for") << 1 << u"C"_qs << 0 << 0;
    }
    void whoIsCalledBeforeIsCounted()
    {
        QFETCH(int, count);
        QFETCH(QString, group);
        QFETCH(int, aheadMinutes);
        QFETCH(int, ahead);
        QCOMPARE(TicketOutlook::ahead(view(), ticket(count, group, aheadMinutes)), ahead);
    }

    void theTicketSaysWhatIsKnown()
    {
        const Ticket drawn = ticket(4, u"A"_qs);
        const TicketValues values = TicketOutlook::values(view(), rules(), drawn);
        QCOMPARE(values.number, u"A004"_qs);
        QCOMPARE(values.group, u"Hộ tịch"_qs);
        QCOMPARE(values.groupEn, u"Civil status"_qs);
        QCOMPARE(values.ahead, std::optional<int>(3));
        QCOMPARE(values.wait, expectedWait(3, 2, QList<qint64>{10 * Minute, 10 * Minute, 10 * Minute}));
        QVERIFY(values.wait);
        QCOMPARE(values.drawnAt.toMSecsSinceEpoch(), drawn.issuedAtMs);
    }

    void whereNobodyServesNothingIsGuessed()
    {
        HallView closed = view();
        closed.desks.clear();
        const TicketValues values = TicketOutlook::values(closed, rules(), ticket(3, u"B"_qs));
        QVERIFY(!values.wait);
        QCOMPARE(values.ahead, std::optional<int>(2));
    }
};

QTEST_GUILESS_MAIN(tst_TicketOutlook)
#include "tst_TicketOutlook.moc"
