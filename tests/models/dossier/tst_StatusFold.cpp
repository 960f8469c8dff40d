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
