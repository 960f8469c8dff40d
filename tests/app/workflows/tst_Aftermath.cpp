// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Aftermath.h"

#include "models/journal/Kind.h"
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;
using Left = AftermathItem::Kind;

namespace {

/** A dossier in the midst of an outage, and what became of it. */
class Case : public Counter
{
public:
    Case() { accept(); }

    void refuse()
    {
        Author portal('P', Actor::Kind::Portal);
        log.append(portal.write(Subject, kind::PortalRefused,
            {{u"entry"_qs, log.constFirst().header.id.toString()}, {u"code"_qs, u"missingField"_qs}, {u"fault"_qs, u"data"_qs}, {u"text"_qs, u"Thiếu số điện thoại"_qs}},
            {log.constFirst().header.key}, now.nowMs));
        refold();
    }
    [[nodiscard]] QList<Left> left(qint64 dayEndsMs = 0) const
    {
        QList<Left> kinds;
        for (const AftermathItem &item : aftermathOf({}, {*now.dossier}, now.table, dayEndsMs)) {
            kinds.append(item.kind);
        }
        return kinds;
    }
};

} // namespace

class tst_Aftermath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalIsLeftUntilTheCitizenWasTold()
    {
        Case one;
        QVERIFY(one.left().isEmpty());
        one.now.nowMs = on(24);
        one.refuse();
        QCOMPARE(one.left(), QList<Left>{Left::Refusal});
        const AftermathItem item = aftermathOf({}, {*one.now.dossier}, one.now.table, 0).constFirst();
        QCOMPARE(item.code, one.now.dossier->code);
        QCOMPARE(item.text, u"Thiếu số điện thoại"_qs);
        one.now.nowMs = on(25);
        QVERIFY(one.act(Officer, TellCitizen{TellCitizen::About::NewDate, TellCitizen::Means::Telephone, {}})); // of something else
        QCOMPARE(one.left(), QList<Left>{Left::Refusal});
        QVERIFY(one.act(Officer, TellCitizen{TellCitizen::About::Refusal, TellCitizen::Means::Telephone, {}}));
        QVERIFY(one.left().isEmpty());
    }

    void aPromiseThatHasPassedIsLeftUntilThereIsAnotherOrTheResult()
    {
        Case one;
        const qint64 due = one.now.dossier->dueAtMs();
        QVERIFY(one.left(due - 1).isEmpty());
        QCOMPARE(one.left(due), QList<Left>{Left::Late});
        QVERIFY(one.act(Officer, StepDossier{.reason = Reason, .event = u"transfer"_qs}));
        QCOMPARE(one.left(due), QList<Left>{Left::Late});
        QVERIFY(one.act(Officer, StepDossier{.reason = Reason, .event = u"result_ready"_qs}));
        QVERIFY(one.left(due).isEmpty());
    }

    void aNewDateIsToldOnce()
    {
        Case one;
        QVERIFY(one.act(Officer, StepDossier{.reason = Reason, .event = u"transfer"_qs}));
        const qint64 due = one.now.dossier->dueAtMs();
        one.now.nowMs = on(24);
        one.write(kind::DossierStepped, {{u"from"_qs, 4}, {u"to"_qs, 4}, {u"event"_qs, u"extend"_qs}, {u"dueAt"_qs, vietnamTime(due + 86'400'000).toString(Qt::ISODateWithMs)}});
        QVERIFY(one.now.dossier->dueAtMs() > due);
        QCOMPARE(one.left(), QList<Left>{Left::NewDate});
        one.now.nowMs = on(25);
        QVERIFY(one.act(Officer, TellCitizen{TellCitizen::About::NewDate, TellCitizen::Means::Letter, {}}));
        QVERIFY(one.left().isEmpty());
    }

    void moneyComesFirstAndOnlyWhatHasNotCome()
    {
        Case one;
        one.now.nowMs = on(24);
        one.refuse();
        const storage::OpenFee fee{.dossier = Subject, .code = u"H26.15-261123-3001"_qs, .name = u"Nguyễn Thị Hoà"_qs, .due = Money{16'000}, .came = Money{6'000}};
        const QList<AftermathItem> items = aftermathOf({fee}, {*one.now.dossier}, one.now.table, 0);
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.constFirst().kind, Left::Payment);
        QCOMPARE(items.constFirst().due, Money{10'000});
    }

    void whatWasTakenBackLeavesNothing()
    {
        Case one;
        one.refuse();
        one.write(kind::DossierCancelled, {{u"from"_qs, 2}, {u"to"_qs, 8}, {u"event"_qs, u"cancel_acceptance"_qs}, {u"reason"_qs, Reason}});
        QVERIFY(one.now.dossier->isCancelled());
        QVERIFY(one.left(on(30)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_Aftermath)
#include "tst_Aftermath.moc"
