// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/LocalHall.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/training/Morning.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QTest>

using namespace motcua;

/** A hall filled on a real store, on whatever day it is.*/
class tst_Morning : public QObject
{
    Q_OBJECT

    static QDateTime now() { return vietnamTime(QDateTime::currentMSecsSinceEpoch()); }

    static Result<MorningFilled> fill(const Workplace &place, int tickets, quint64 seed = 1)
    {
        const Result<QList<Story>> stories = training::storiesIn(Lawbook::folder());
        return stories ? training::fillMorning(place, *stories, {.tickets = tickets, .seed = seed, .now = now()}) : Result<MorningFilled>(stories.error());
    }

    static storage::HallNow::Hall hall(const Workplace &place) { return *place.store.ask(storage::HallNow{now().date()}).result(); }

    static QList<storage::DossierSummary> listed(const Workplace &place, storage::WorklistPage::List list, int status = 0, qint64 until = 0)
    {
        return place.store.ask(storage::WorklistPage{.list = list, .status = status, .until = until, .limit = 1000}).result()->rows;
    }

    /** Numbers in the order of the hall with whose they are. */
    static QStringList people(const Workplace &place)
    {
        const QMap<Id, QString> known = *training::peopleOf(place, now().date());
        QStringList all;
        for (const Ticket &one : hall(place).live) {
            all.append(one.number + u' ' + known.value(one.id));
        }
        return all;
    }

private Q_SLOTS:
    void theHallIsFilledAndTheListsAre()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        const Result<MorningFilled> filled = fill(*place, 8);
        QVERIFY2(filled, filled ? "" : qPrintable(filled.error().detail));
        QCOMPARE(filled->tickets, 8);
        QVERIFY(filled->dossiers >= 8);
        QCOMPARE(filled->drafts, place->store.ask(storage::Drafts{place->person}).result()->size());

        const storage::HallNow::Hall live = hall(*place);
        QCOMPARE(live.live.size(), 8);
        const QMap<Id, QString> whose = *training::peopleOf(*place, now().date());
        QCOMPARE(whose.size(), 8);
        for (const Ticket &one : live.live) {
            QVERIFY(whose.contains(one.id));
            QCOMPARE(one.state, TicketState::Waiting);
            QVERIFY(one.issuedAtMs <= now().toMSecsSinceEpoch());
            QCOMPARE(vietnamTime(one.issuedAtMs).date(), now().date());
            QVERIFY(one.number.startsWith(one.group));
        }

        using List = storage::WorklistPage::List;
        const qint64 startOfDay = vietnamTime(now().date(), QTime(0, 0)).toMSecsSinceEpoch();
        QVERIFY(!listed(*place, List::DueUntil, 0, startOfDay).isEmpty()); // overdue
        QVERIFY(!listed(*place, List::Awaiting).isEmpty());
        QVERIFY(!listed(*place, List::Ready).isEmpty());
        const QList<storage::DossierSummary> all = listed(*place, List::All);
        QCOMPARE(all.size(), filled->dossiers);
        QVERIFY(std::any_of(all.cbegin(), all.cend(), [startOfDay](const auto &one) { return one.receivedAt >= startOfDay; }));
        QVERIFY(std::all_of(all.cbegin(), all.cend(), [](const auto &one) { return !one.conflict && one.dueAt != 0; }));
        QCOMPARE(TrainingDesk::told(place->store, "dossier.accepted"), all.size());
        QCOMPARE(TrainingDesk::told(place->store, "ticket.issued"), 8);
        place->store.close();
    }

    void whatSomebodyCollectsIsReadyUnderTheirName()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        const Result<QList<Story>> stories = training::storiesIn(Lawbook::folder());
        QVERIFY(stories);
        QVERIFY(fill(*place, static_cast<int>(stories->size())));
        int collected = 0;
        for (const Story &one : *stories) {
            if (one.collects.isEmpty()) {
                continue;
            }
            const QString name = one.forAnother ? one.applicant : one.name;
            const auto found = place->store.ask(storage::FindDossiers{.text = name}).result();
            QVERIFY(found);
            QVERIFY2(std::any_of(found->cbegin(), found->cend(), [&one](const auto &row) { return row.procedure == one.collects && row.status == 9; }), qPrintable(name));
            ++collected;
        }
        QVERIFY(collected >= 2);
        place->store.close();
    }

    void theSameSeedBringsTheSamePeopleInTheSameOrder()
    {
        QStringList orders;
        for (const quint64 seed : {quint64{5}, quint64{5}, quint64{6}}) {
            const TrainingDesk desk;
            const Result<Workplace> place = desk.setUp();
            QVERIFY(place);
            QVERIFY(fill(*place, 10, seed));
            QStringList ids;
            for (const QString &one : people(*place)) {
                ids.append(one);
            }
            orders.append(ids.join(u','));
            place->store.close();
        }
        QCOMPARE(orders[0], orders[1]);
        QVERIFY(orders[0] != orders[2]);
    }

    void aSecondMorningOfTheDayBringsPeopleAndNoMorePapers()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        QVERIFY(fill(*place, 3, 1));
        const Result<MorningFilled> again = fill(*place, 4, 2);
        QVERIFY(again);
        QCOMPARE(again->tickets, 4);
        QCOMPARE(again->drafts, 0);
        QVERIFY(again->dossiers <= 2); // what those who came collect
        QCOMPARE(hall(*place).live.size(), 7);
        QCOMPARE(training::peopleOf(*place, now().date())->size(), 7);
        QCOMPARE(training::peopleOf(*place, now().date().addDays(1))->size(), 0);
        place->store.close();
    }

    void aNumberThatCannotBeHadIsRefused_data()
    {
        QTest::addColumn<int>("tickets");
        QTest::newRow("none") << 0;
        QTest::newRow("fewer than none") << -1;
        QTest::newRow("more than there are people") << 1000;
    }
    void aNumberThatCannotBeHadIsRefused()
    {
        QFETCH(int, tickets);
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        QCOMPARE(fill(*place, tickets).error().code, ErrorCode::Invalid);
        QVERIFY(hall(*place).live.isEmpty());
        place->store.close();
    }

    void aRealStoreIsLeftAlone()
    {
        const QTemporaryDir dir;
        CentreFacts facts = TrainingDesk::facts();
        facts.training = false;
        const Result<security::Password> chosen = security::Password::chosen(TrainingDesk::password(), TrainingDesk::administrator());
        const Result<Workplace> place = SetUpCentre::run(StoreFolder(dir.filePath(u"real"_qs)), TrainingDesk::law(), facts, TrainingDesk::administrator(), *chosen,
            security::RecoveryKey::generate(), security::ScryptCost::forTests());
        QVERIFY(place);
        QVERIFY(!place->isTraining());
        const Result<MorningFilled> filled = fill(*place, 5);
        QVERIFY(!filled);
        QCOMPARE(filled.error().code, ErrorCode::NotAllowed);
        QCOMPARE(training::peopleOf(*place, now().date()).error().code, ErrorCode::NotAllowed);
        QVERIFY(hall(*place).live.isEmpty());
        QCOMPARE(TrainingDesk::told(place->store, "dossier.accepted"), 0);
        QVERIFY(place->store.ask(storage::Drafts{}).result()->isEmpty());
        place->store.close();
    }
};

QTEST_GUILESS_MAIN(tst_Morning)
#include "tst_Morning.moc"
