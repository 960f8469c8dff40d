// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Judging.h"
#include "app/portal/Verdicts.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/VerdictQueries.h"
#include "app/sync/Batch.h"
#include "models/base/VietnamTime.h"
#include "tests/app/portal/PortalScene.h"
#include "tests/support/StatementFault.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace motcua::portal;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using sync::SyncScene;

namespace {

/** Judges acceptances and notes, refuses whom it is told to, and keeps what it was asked. */
class Teller final : public Assessor
{
public:
    [[nodiscard]] QSet<QByteArray> kinds() const override { return {"dossier.accepted", "dossier.noted", "dossier.corrected"}; }
    [[nodiscard]] bool givesNumber(const QByteArray &kind) const override { return kind != "dossier.noted"; }
    [[nodiscard]] Finding assess(const Dossier &dossier, const journal::Entry &entry) const override
    {
        return refuses && refuses(dossier, entry)
            ? Finding{.isAccepted = false, .code = QStringLiteral("missingField"), .fields = {QStringLiteral("name")}, .text = QStringLiteral("Thiếu họ tên")}
            : Finding();
    }
    std::function<bool(const Dossier &, const journal::Entry &)> refuses = {};
};

struct Verdict
{
    Id judged = {};
    QByteArray kind = {};
    QString number = {};
};

/** All that a portal said, in its order. */
QList<Verdict> verdictsOf(const Store &portal)
{
    QList<Verdict> all;
    for (const journal::Entry &entry : SyncScene::log(portal, portal.origin())) {
        if (entry.header.kind.startsWith("portal.")) {
            const QJsonObject said = QJsonDocument::fromJson(entry.payload->bytes).object();
            all.append({Id::fromString(said[u"entry"].toString()), entry.header.kind, said[u"number"].toString()});
        }
    }
    return all;
}

QSet<Id> entriesOf(const Store &store, const Id &log, const QByteArray &kind)
{
    QSet<Id> ids;
    for (const journal::Entry &entry : SyncScene::log(store, log)) {
        if (entry.header.kind == kind) {
            ids.insert(entry.header.id);
        }
    }
    return ids;
}

QByteArray batchOf(const Store &from, quint64 first, quint64 last, const journal::SharePolicy &policy)
{
    sync::Exchange exchange(from, policy, PeerRole::Portal);
    return Desk::done(exchange.made({from.origin(), first, last, {}})).batch;
}

void take(const Store &portal, const QByteArray &batch)
{
    sync::Exchange exchange(portal, SyncScene::policy(), PeerRole::Desk);
    (void)Desk::done(exchange.taken(batch));
}

/** Everything of a desk's log, notes too. */
journal::SharePolicy everything()
{
    return *journal::SharePolicy::fromJson(R"({"default": {"centre": "full", "portal": "full"}, "kinds": []})");
}
journal::SharePolicy headersOnly()
{
    return *journal::SharePolicy::fromJson(
        R"({"default": {"centre": "full", "portal": "header"}, "kinds": [{"kind": "origin.started", "centre": "full", "portal": "full"}]})");
}

} // namespace

/** Each entry is judged once, whatever fails meanwhile, and by nobody but the portal. */
class tst_Verdicts : public QObject
{
    Q_OBJECT

private:
    struct House
    {
        explicit House(PortalScene &scene)
            : portal([&scene, this] {
                scene.setClock([this] { return now; });
                return scene.portal();
            }())
            , verdicts(portal, teller, *NumberPattern::fromText(QStringLiteral("{yy}.{MM}.{dd}.{n:5}")), [this] { return now; })
        {
        }
        int judgeAll()
        {
            int judged = 0;
            for (;;) {
                const auto step = verdicts.step();
                if (!step) {
                    qFatal("%s %s", qPrintable(errorName(step.error().code)), qPrintable(step.error().detail));
                }
                judged += step->judged;
                if (!step->isMore && step->judged == 0) {
                    return judged;
                }
            }
        }

        qint64 now = vietnamTime(QDate(2026, 11, 23), QTime(9, 0)).toMSecsSinceEpoch();
        std::shared_ptr<Teller> teller = std::make_shared<Teller>();
        Store portal;
        Verdicts verdicts;
    };

private Q_SLOTS:
    void eachIsJudgedOnce();
    void numbersAreCountedByDay();
    void aDossierHasOneNumber();
    void aRefusalReachesTheDeskAndIsSettled();
    void whatWasGoneThroughIsNotLookedAtAgainAndMayBe();
    void whatADeskSaysOfItselfIsNoVerdict();
    void aPayloadThatComesLaterIsJudgedThen();
    void nothingIsJudgedBehindAGap();
    void anAcceptanceThatIsMissingIsWaitedFor();
    void aFaultAnywhereJudgesNothingTwice();
    void whatComesInIsJudgedByItself();
};

void tst_Verdicts::eachIsJudgedOnce()
{
    PortalScene scene;
    House house(scene);
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 3);
    scene.sync.note(desk, 3, 1, 120, 3);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    QCOMPARE(house.judgeAll(), 123);
    QCOMPARE(house.judgeAll(), 0);
    QSet<Id> judged;
    for (const Verdict &verdict : verdictsOf(house.portal)) {
        QCOMPARE(verdict.kind, "portal.accepted");
        QVERIFY(!judged.contains(verdict.judged));
        judged.insert(verdict.judged);
    }
    QCOMPARE(judged, entriesOf(desk, desk.origin(), "dossier.accepted") + entriesOf(desk, desk.origin(), "dossier.noted"));
    // And nothing of its own.
    QCOMPARE(verdictsOf(house.portal).size(), 123);
}

void tst_Verdicts::numbersAreCountedByDay()
{
    PortalScene scene;
    House house(scene);
    const Store desk = scene.sync.desk(3);
    const auto numbers = [&] {
        QStringList all;
        for (const Verdict &verdict : verdictsOf(house.portal)) {
            if (!verdict.number.isEmpty()) {
                all.append(verdict.number);
            }
        }
        return all;
    };
    scene.sync.accept(desk, 3, 1, 2);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    house.judgeAll();
    QCOMPARE(numbers(), QStringList({QStringLiteral("26.11.23.00001"), QStringLiteral("26.11.23.00002")}));
    scene.sync.accept(desk, 3, 3, 1);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    house.judgeAll();
    QCOMPARE(numbers().last(), QStringLiteral("26.11.23.00003"));
    // Midnight is that of Vietnam.
    house.now = vietnamTime(QDate(2026, 11, 24), QTime(0, 0)).toMSecsSinceEpoch();
    scene.sync.accept(desk, 3, 4, 1);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    house.judgeAll();
    QCOMPARE(numbers().last(), QStringLiteral("26.11.24.00001"));
    // A clock that is set back over it gives no number a second time.
    house.now = vietnamTime(QDate(2026, 11, 23), QTime(23, 59)).toMSecsSinceEpoch();
    scene.sync.accept(desk, 3, 5, 1);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    house.judgeAll();
    QCOMPARE(numbers().last(), QStringLiteral("26.11.23.00004"));
}

void tst_Verdicts::aDossierHasOneNumber()
{
    PortalScene scene;
    House house(scene);
    class Generous final : public Assessor
    {
        [[nodiscard]] QSet<QByteArray> kinds() const override { return {"dossier.accepted", "dossier.noted"}; }
        [[nodiscard]] bool givesNumber(const QByteArray &) const override { return true; }
        [[nodiscard]] Finding assess(const Dossier &, const journal::Entry &) const override { return {}; }
    };
    const Verdicts verdicts(house.portal, std::make_shared<Generous>(), *NumberPattern::fromText(QStringLiteral("{yy}.{MM}.{dd}.{n:5}")), [&house] { return house.now; });
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 1);
    scene.sync.note(desk, 3, 1, 3);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    QCOMPARE(verdicts.step()->judged, 4);
    scene.sync.note(desk, 3, 1, 3);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    QCOMPARE(verdicts.step()->judged, 3);
    const QList<Verdict> all = verdictsOf(house.portal);
    QCOMPARE(std::count_if(all.begin(), all.end(), [](const Verdict &one) { return !one.number.isEmpty(); }), 1);
}

void tst_Verdicts::aRefusalReachesTheDeskAndIsSettled()
{
    PortalScene scene;
    House house(scene);
    house.teller->refuses = [](const Dossier &, const journal::Entry &entry) { return entry.header.kind == "dossier.accepted"; };
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 1);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    house.judgeAll();
    const auto toDesk = [&] {
        sync::Exchange from(house.portal, SyncScene::policy(), PeerRole::Desk);
        sync::Exchange to(desk, SyncScene::policy(), PeerRole::Portal);
        (void)Desk::done(to.taken(Desk::done(from.made({house.portal.origin(), 1, 1'000, {}})).batch));
        return Desk::done(desk.ask(storage::DossierById{Desk::dossier(1)}))->portal;
    };
    const PortalAnswers refused = toDesk();
    QCOMPARE(refused.standing().size(), 1);
    QCOMPARE(refused.standing().constFirst().code, QStringLiteral("missingField"));
    QCOMPARE(refused.standing().constFirst().fault, PortalVerdict::Fault::Data);
    QCOMPARE(refused.standing().constFirst().fields, QStringList{QStringLiteral("name")});
    QVERIFY(!refused.isAccepted());
    Desk officer(3, static_cast<char>('a' + 3));
    (void)Desk::done(desk.record(officer.about(Desk::dossier(1), CorrectDossier{{{QStringLiteral("name"), FieldValue::given(QStringLiteral("Trần Văn Đạt"))}}, QStringLiteral("sai tên")})));
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    QCOMPARE(house.judgeAll(), 1);
    const PortalAnswers settled = toDesk();
    QCOMPARE(settled.standing().size(), 0);
    QVERIFY(settled.isAccepted());
}

void tst_Verdicts::whatWasGoneThroughIsNotLookedAtAgainAndMayBe()
{
    PortalScene scene;
    House house(scene);
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 5);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    QCOMPARE(house.judgeAll(), 5);
    const auto asked = Desk::done(house.portal.ask(storage::UnjudgedEntries{.kinds = house.teller->kinds()}));
    QVERIFY(asked.entries.isEmpty() && asked.soFar.isEmpty() && !asked.isMore);
    // As if the program had died after the verdicts and before it wrote down how far it was: what was judged stands in the journal.
    const qint64 log = [&] {
        for (const storage::OriginRow &row : Desk::done(house.portal.ask(storage::Origins{}))) {
            if (row.id == desk.origin()) {
                return row.no;
            }
        }
        return qint64{0};
    }();
    (void)Desk::done(house.portal.keep(storage::JudgedSoFar{.upTo = {{log, 0}}}));
    QCOMPARE(house.judgeAll(), 0);
    QCOMPARE(verdictsOf(house.portal).size(), 5);
    // And what is asked for with little patience is found all the same.
    (void)Desk::done(house.portal.keep(storage::JudgedSoFar{.upTo = {{log, 0}}}));
    const auto part = Desk::done(house.portal.ask(storage::UnjudgedEntries{.kinds = house.teller->kinds(), .rows = 2}));
    QVERIFY(part.isMore);
    QCOMPARE(part.soFar.upTo.value(log), 2U);
}

void tst_Verdicts::whatADeskSaysOfItselfIsNoVerdict()
{
    PortalScene scene;
    House house(scene);
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 1);
    const Id accepted = *entriesOf(desk, desk.origin(), "dossier.accepted").begin();
    // A program that is not ours can sign this into its own log.
    (void)Desk::done(desk.record(Act{.actor = {journal::Actor::Kind::Portal, desk.origin()}, .subject = Desk::dossier(1),
        .what = GiveVerdict{PortalVerdict{.judged = accepted, .number = QStringLiteral("26.11.23.77777")}}}));
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    QCOMPARE(house.judgeAll(), 1);
    const QList<Verdict> all = verdictsOf(house.portal);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].judged, accepted);
    QCOMPARE(all[0].number, QStringLiteral("26.11.23.00001")); // nor does it take part in the counting
}

void tst_Verdicts::aPayloadThatComesLaterIsJudgedThen()
{
    PortalScene scene;
    House house(scene);
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 2);
    take(house.portal, batchOf(desk, 1, 1'000, headersOnly()));
    QCOMPARE(house.judgeAll(), 0);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    QCOMPARE(house.judgeAll(), 2);
    QCOMPARE(house.judgeAll(), 0);
}

void tst_Verdicts::nothingIsJudgedBehindAGap()
{
    PortalScene scene;
    House house(scene);
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 2);
    scene.sync.note(desk, 3, 1, 4);
    const quint64 last = SyncScene::held(desk, desk.origin());
    take(house.portal, batchOf(desk, 1, 3, everything())); // the beginning, and one acceptance
    take(house.portal, batchOf(desk, last - 1, last, everything()));
    house.judgeAll();
    const qsizetype before = verdictsOf(house.portal).size();
    QVERIFY(before <= 2);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    QCOMPARE(before + house.judgeAll(), 6);
    QCOMPARE(verdictsOf(house.portal).size(), 6);
}

void tst_Verdicts::anAcceptanceThatIsMissingIsWaitedFor()
{
    PortalScene scene;
    House house(scene);
    const Store one = scene.sync.desk(3);
    const Store other = scene.sync.desk(4);
    scene.sync.accept(one, 3, 1, 1);
    sync::Exchange to(other, everything(), PeerRole::Centre);
    (void)Desk::done(to.taken(batchOf(one, 1, 1'000, everything())));
    scene.sync.note(other, 4, 1, 1); // about the dossier of the first
    take(house.portal, batchOf(other, 1, 1'000, everything()));
    QCOMPARE(house.judgeAll(), 0);
    take(house.portal, batchOf(one, 1, 1'000, everything()));
    QCOMPARE(house.judgeAll(), 2);
}

void tst_Verdicts::aFaultAnywhereJudgesNothingTwice()
{
    PortalScene scene;
    House house(scene);
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 3);
    scene.sync.note(desk, 3, 1, 3, 3);
    take(house.portal, batchOf(desk, 1, 1'000, everything()));
    house.portal.close();
    const QString golden = scene.sync.path(QStringLiteral("portal"));
    const QString path = scene.sync.path(QStringLiteral("copy"));
    const QSet<Id> expected = entriesOf(desk, desk.origin(), "dossier.accepted") + entriesOf(desk, desk.origin(), "dossier.noted");
    Desk law;
    storage::StoreOptions options = law.options();
    options.now = [&house] { return house.now; };
    const auto open = [&] { return Store::open(path, Desk::key(), options); };
    const auto verdicts = [&](const Store &store) {
        return Verdicts(store, house.teller, *NumberPattern::fromText(QStringLiteral("{yy}.{MM}.{dd}.{n:5}")), [&house] { return house.now; });
    };
    testsupport::StatementFault fault;
    int failures = 0;
    for (qint64 nth = 1;; ++nth) {
        for (const char *ending : {"", "-wal", "-shm"}) {
            QFile::remove(path + QLatin1StringView(ending));
        }
        QVERIFY(QFile::copy(golden, path));
        fault.failAt(nth);
        {
            const Result<Store> store = open();
            for (int round = 0; store && round < 4; ++round) {
                if (!verdicts(*store).step()) {
                    ++failures;
                    break;
                }
            }
            if (store) {
                store->close();
            }
        }
        const bool hasFailed = fault.hasFailed();
        fault.failAt(0);
        const Result<Store> store = open();
        QVERIFY(store);
        for (;;) {
            const auto step = verdicts(*store).step();
            QVERIFY(step);
            if (step->judged == 0 && !step->isMore) {
                break;
            }
        }
        const QList<Verdict> all = verdictsOf(*store);
        QSet<Id> judged;
        QSet<QString> numbers;
        for (const Verdict &verdict : all) {
            judged.insert(verdict.judged);
            if (!verdict.number.isEmpty()) {
                numbers.insert(verdict.number);
            }
        }
        QVERIFY2(all.size() == expected.size() && judged == expected, qPrintable(QString::number(nth)));
        QCOMPARE(numbers, QSet<QString>({QStringLiteral("26.11.23.00001"), QStringLiteral("26.11.23.00002"), QStringLiteral("26.11.23.00003")}));
        store->close();
        if (!hasFailed) {
            break;
        }
    }
    QVERIFY2(failures > 10, qPrintable(QString::number(failures)));
}

void tst_Verdicts::whatComesInIsJudgedByItself()
{
    PortalScene scene;
    House house(scene);
    const Store desk = scene.sync.desk(3);
    Judging judging(house.portal, std::make_shared<Verdicts>(house.portal, house.teller, *NumberPattern::fromText(QStringLiteral("{yy}.{MM}.{dd}.{n:5}")), [&house] { return house.now; }), 20);
    QSignalSpy rested(&judging, &Judging::rested);
    judging.wake();
    QTRY_VERIFY(!rested.isEmpty());
    for (int n = 1; n <= 3; ++n) {
        scene.sync.accept(desk, 3, n, 1);
        take(house.portal, batchOf(desk, 1, 1'000, everything()));
        QTRY_COMPARE(verdictsOf(house.portal).size(), n);
    }
    QSignalSpy failed(&judging, &Judging::failed);
    house.portal.close();
    judging.wake();
    QTRY_VERIFY(failed.size() > 1); // and it tries again
}

QTEST_GUILESS_MAIN(tst_Verdicts)
#include "tst_Verdicts.moc"
