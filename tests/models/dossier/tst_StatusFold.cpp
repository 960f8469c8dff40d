// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierFold.h"

#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;
using namespace motcua::journal;

class tst_StatusFold : public QObject
{
    Q_OBJECT

private:
    Entry accepted(Author &author) { return author.write(testId('s'), kind::DossierAccepted, golden(kind::DossierAccepted), {}, ++m_ms); }
    Entry step(Author &author, int from, int to, const QList<Entry> &seen)
    {
        return author.write(testId('s'), kind::DossierStepped, {{u"from"_qs, from}, {u"to"_qs, to}}, keysOf(seen), ++m_ms);
    }
    Entry resolved(Author &author, int to, const QList<Entry> &seen)
    {
        return author.write(testId('s'), kind::DossierResolved, {{u"status"_qs, to}}, keysOf(seen), ++m_ms);
    }
    static StatusRegister status(const QList<Entry> &entries)
    {
        QList<Entry> backwards(entries.crbegin(), entries.crend());
        const Dossier dossier = DossierFold::fold(testId('s'), entries, shippedTable());
        if (DossierFold::fold(testId('s'), backwards, shippedTable()) != dossier) {
            qFatal("the order of arrival shows");
        }
        return dossier.status;
    }
    static QList<int> shown(const StatusRegister &status)
    {
        QList<int> codes;
        for (const Candidate &candidate : status.conflict) {
            codes.append(candidate.value.toInt());
        }
        return codes;
    }

    static QList<EntryKey> standing(const QList<Entry> &entries)
    {
        QList<EntryKey> keys;
        for (const DossierEvent &event : DossierFold::fold(testId('s'), entries, shippedTable()).events) {
            keys.append(event.entry);
        }
        return keys;
    }

    qint64 m_ms = 1'795'000'000'000;

private Q_SLOTS:
    void acceptanceAndLawfulStepsFollowOneAnother()
    {
        Author a('a');
        Author b('b');
        const Entry e1 = accepted(a);
        const Entry e2 = step(b, 2, 4, {e1});
        const Entry e3 = step(a, 4, 9, {e2});
        QCOMPARE(status({e1}).status, DossierStatus::Accepted);
        QCOMPARE(status({e1, e2, e3}).status, DossierStatus::Processed);
        QCOMPARE(status({e1, e2, e3}).entry, e3.header.key);
    }

    void anUnlawfulStepChangesNothing()
    {
        Author a('a');
        const Entry e1 = accepted(a);
        const Entry e2 = step(a, 2, 10, {e1});
        const StatusRegister after = status({e1, e2});
        QCOMPARE(after.status, DossierStatus::Accepted);
        QVERIFY(!after.isInConflict());
        const Entry e3 = step(a, 2, 4, {e2});
        QCOMPARE(status({e1, e2, e3}).status, DossierStatus::Processing);
    }

    void branchesThatEndAlikeAgree()
    {
        Author a('a');
        Author b('b');
        const Entry e1 = accepted(a);
        const Entry left = step(a, 2, 4, {e1});
        const Entry right = step(b, 2, 4, {e1});
        const StatusRegister after = status({e1, left, right});
        QCOMPARE(after.status, DossierStatus::Processing);
        QVERIFY(!after.isInConflict());
    }

    void aStepThatTheOtherBranchMadeUnlawfulIsAConflict()
    {
        Author a('a');
        Author b('b');
        const Entry e1 = accepted(a);
        const Entry e2 = step(a, 2, 4, {e1});
        const Entry left = step(a, 4, 9, {e2});
        const Entry right = step(b, 4, 5, {e2});
        const StatusRegister after = status({e1, e2, left, right});
        QCOMPARE(after.status, DossierStatus::Processing);
        QCOMPARE(after.entry, e2.header.key);
        QCOMPARE(shown(after), (QList<int>{9, 5}));
    }

    void aStepThatTheOtherBranchAllowsGoesOn()
    {
        Author a('a');
        Author b('b');
        const Entry e1 = accepted(a);
        const Entry e2 = step(a, 2, 4, {e1});
        const Entry self = step(a, 4, 4, {e2});
        const Entry right = step(b, 4, 5, {e2});
        const StatusRegister after = status({e1, e2, self, right});
        QCOMPARE(after.status, DossierStatus::SupplementRequested);
        QVERIFY(!after.isInConflict());
    }

    void aStepThatLeavesTheStatusClaimsNothingOfIt_data()
    {
        QTest::addColumn<int>("to");
        QTest::addRow("beside a supplement request, which it must not take back") << 5;
        QTest::addRow("beside a result") << 9;
        QTest::addRow("beside stopping") << 8;
    }
    void aStepThatLeavesTheStatusClaimsNothingOfIt()
    {
        QFETCH(int, to);
        Author a('a');
        Author b('b');
        const Entry e1 = accepted(a);
        const Entry e2 = step(a, 2, 4, {e1});
        const Entry moved = step(a, 4, to, {e2});
        const Entry handedOn = step(b, 4, 4, {e2}); // later by the clock, and without having seen it
        const QList<Entry> all{e1, e2, moved, handedOn};
        QCOMPARE(status(all).status, dossierStatus(to));
        QVERIFY(!status(all).isInConflict());
        QCOMPARE(standing(all), keysOf({e2, moved, handedOn}));
    }

    void theStepsThatLedThereStand()
    {
        Author a('a');
        Author b('b');
        Author c('c');
        const Entry e1 = accepted(a);
        const Entry e2 = step(a, 2, 4, {e1});
        const Entry unlawful = step(a, 4, 10, {e2});
        QCOMPARE(standing({e1, e2, unlawful}), keysOf({e2}));
        const Entry left = step(a, 4, 9, {unlawful});
        const Entry right = step(b, 4, 5, {e2});
        const Entry answered = step(b, 5, 4, {right});
        const Entry again = step(b, 4, 6, {answered});
        // Until somebody decides, only what both had seen counts.
        const QList<Entry> odds{e1, e2, unlawful, left, right, answered, again};
        QVERIFY(status(odds).isInConflict());
        QCOMPARE(standing(odds), keysOf({e2}));
        QCOMPARE(standing(odds + QList<Entry>{resolved(c, 6, {left, again})}),
            (QList<EntryKey>{e2.header.key, right.header.key, answered.header.key, again.header.key}));
        QCOMPARE(standing(odds + QList<Entry>{resolved(c, 9, {left, again})}), (QList<EntryKey>{e2.header.key, left.header.key}));
        QCOMPARE(standing(odds + QList<Entry>{resolved(c, 4, {left, again})}), keysOf({e2}));
        // A step over the conflict goes on from what both had seen.
        const Entry over = step(c, 4, 8, {left, again});
        QCOMPARE(standing(odds + QList<Entry>{over}), (QList<EntryKey>{e2.header.key, over.header.key}));
    }

    void branchesThatAgreeBothStand()
    {
        Author a('a');
        Author b('b');
        const Entry e1 = accepted(a);
        const Entry left = step(a, 2, 4, {e1});
        const Entry right = step(b, 2, 4, {e1});
        QCOMPARE(standing({e1, left, right}), keysOf({left, right}));
    }

    void aDecisionThatIsOverruledUpholdsNothing()
    {
        Author a('a');
        Author b('b');
        Author c('c');
        const Entry e1 = accepted(a);
        const Entry e2 = step(a, 2, 4, {e1});
        const Entry left = step(a, 4, 9, {e2});
        const Entry right = step(b, 4, 5, {e2});
        const Entry forLeft = resolved(a, 9, {left, right});
        const Entry forRight = resolved(b, 5, {left, right});
        const QList<Entry> odds{e1, e2, left, right, forLeft, forRight};
        QCOMPARE(standing(odds), keysOf({e2}));
        const Entry last = resolved(c, 9, {forLeft, forRight});
        QCOMPARE(standing(odds + QList<Entry>{last}), (QList<EntryKey>{e2.header.key, left.header.key}));
    }

    void aDecisionThatSawBothHeadsSettlesIt()
    {
        Author a('a');
        Author b('b');
        Author c('c');
        const Entry e1 = accepted(a);
        const Entry e2 = step(a, 2, 4, {e1});
        const Entry left = step(a, 4, 9, {e2});
        const Entry right = step(b, 4, 5, {e2});
        const Entry decided = resolved(c, 5, {left, right});
        QCOMPARE(status({e1, e2, left, right, decided}).status, DossierStatus::SupplementRequested);
        QVERIFY(!status({e1, e2, left, right, decided}).isInConflict());
        const Entry next = step(b, 5, 4, {decided});
        QCOMPARE(status({e1, e2, left, right, decided, next}).status, DossierStatus::Processing);
    }

    void twoDecisionsThatDifferAreAConflictAgain()
    {
        Author a('a');
        Author b('b');
        const Entry e1 = accepted(a);
        const Entry e2 = step(a, 2, 4, {e1});
        const Entry left = step(a, 4, 9, {e2});
        const Entry right = step(b, 4, 5, {e2});
        const Entry decidedA = resolved(a, 9, {left, right});
        const Entry decidedB = resolved(b, 5, {left, right});
        const StatusRegister after = status({e1, e2, left, right, decidedA, decidedB});
        QCOMPARE(after.status, DossierStatus::Processing);
        QCOMPARE(shown(after), (QList<int>{9, 5}));
        const Entry alike = resolved(b, 9, {left, right});
        QVERIFY(status({e1, e2, left, right, decidedA, alike}).status == DossierStatus::Processed);
    }

    void aDecisionDoesNotRunOverAStepItHadNotSeen()
    {
        Author a('a');
        Author b('b');
        Author c('c');
        const Entry e1 = accepted(a);
        const Entry e2 = step(a, 2, 4, {e1});
        const Entry left = step(a, 4, 9, {e2});
        const Entry right = step(b, 4, 5, {e2});
        const Entry decided = resolved(c, 5, {left, right});
        const Entry unseen = step(b, 5, 8, {right});
        QVERIFY(status({e1, e2, left, right, decided, unseen}).isInConflict());
    }

    void withoutTheAcceptanceTheStepsOwnWordCounts()
    {
        Author a('a');
        Author b('b');
        const Entry e1 = accepted(a);
        const Entry e2 = step(b, 2, 4, {e1});
        QCOMPARE(status({e2}).status, DossierStatus::Processing);
        const Entry unlawful = step(b, 2, 9, {e1});
        QCOMPARE(status({unlawful}).status, std::nullopt);
    }
};

QTEST_APPLESS_MAIN(tst_StatusFold)
#include "tst_StatusFold.moc"
