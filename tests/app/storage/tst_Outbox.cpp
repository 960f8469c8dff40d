// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/OutboxQueries.h"
#include "tests/models/journal/Author.h"

using namespace motcua;
using namespace motcua::storage;
using journal::Author;
using journal::Entry;

namespace {

const QString Portal = QStringLiteral("portal");

using State = OutboxRow::State;

} // namespace

/** What is waiting, what was refused, and what the portal called it. */
class tst_Outbox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    Desk m_desk;
    std::optional<Store> m_store;
    Author m_portal = Author('P', journal::Actor::Kind::Portal);

    [[nodiscard]] QList<Entry> log() const { return Desk::done(m_store->ask(JournalRange{.origin = m_store->origin(), .limit = 100'000})); }
    void deliver(quint64 seq) const
    {
        journal::VersionVector vector;
        vector.set(m_store->origin(), seq);
        Desk::done(m_store->keepPeerVector(Portal, vector));
    }
    Entry answer(const Entry &of, const QString &number = {}, const QList<Entry> &seen = {})
    {
        QList<journal::EntryKey> basis{of.header.key};
        for (const Entry &one : seen) {
            basis.append(one.header.key);
        }
        const bool accepts = !number.isEmpty();
        const QJsonObject payload = accepts
            ? QJsonObject{{QStringLiteral("entry"), of.header.id.toString()}, {QStringLiteral("number"), number}}
            : QJsonObject{{QStringLiteral("entry"), of.header.id.toString()}, {QStringLiteral("code"), QStringLiteral("missingField")},
                {QStringLiteral("fault"), QStringLiteral("data")}, {QStringLiteral("fields"), QJsonArray{QStringLiteral("phone")}},
                {QStringLiteral("text"), QStringLiteral("Thiếu số điện thoại")}};
        return m_portal.write(of.header.subject, accepts ? journal::kind::PortalAccepted : journal::kind::PortalRefused, payload, basis, m_desk.clock->load());
    }
    void take(const QList<Entry> &entries) const { QVERIFY(Desk::done(m_store->ingest(entries)).refused.isEmpty()); }
    [[nodiscard]] QList<OutboxRow> page(quint64 before = ~quint64{0}, int limit = 50, bool isWhole = false) const
    {
        return Desk::done(m_store->ask(OutboxPage{Portal, before, limit, isWhole}));
    }
    [[nodiscard]] OutboxCount::Count count() const { return Desk::done(m_store->ask(OutboxCount{Portal})); }
    static QList<quint64> places(const QList<OutboxRow> &rows)
    {
        QList<quint64> all;
        for (const OutboxRow &row : rows) {
            all.append(row.key.seq);
        }
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_portal = Author('P', journal::Actor::Kind::Portal);
        m_store = m_desk.founded(m_folder->filePath(QStringLiteral("store")));
        for (int n = 0; n < 6; ++n) {
            Desk::done(m_store->record(m_desk.accepting(n)));
            *m_desk.clock += 60'000;
        }
    }
    void cleanup() { m_store.reset(); }

    void everythingWaitsForAPeerNeverMet()
    {
        const QList<Entry> all = log();
        QCOMPARE(all.size(), 9); // start, unit, officer, six dossiers
        QCOMPARE(count().waiting, 9);
        QCOMPARE(count().oldestWaitingMs, all.first().header.receiptMs);
        QCOMPARE(count().needsAttention, 0);
        const QList<OutboxRow> rows = page();
        QCOMPARE(places(rows), (QList<quint64>{9, 8, 7, 6, 5, 4, 3, 2, 1}));
        const OutboxRow &newest = rows.first();
        QCOMPARE(newest.entry, all.last().header.id);
        QCOMPARE(newest.kind, QByteArray("dossier.accepted"));
        QCOMPARE(newest.subject, Desk::dossier(5));
        QCOMPARE(newest.code, QStringLiteral("H26.15-261123-3005"));
        QCOMPARE(newest.receiptMs, all.last().header.receiptMs);
        QCOMPARE(newest.state, State::Waiting);
        QVERIFY(!newest.verdict);
        QVERIFY(rows.last().code.isEmpty()); // the start of the log is about no dossier
    }

    void whatAPeerHoldsWaitsNoLonger_data()
    {
        QTest::addColumn<quint64>("delivered");
        QTest::addColumn<int>("waiting");
        QTest::newRow("nothing") << quint64{0} << 9;
        QTest::newRow("some") << quint64{7} << 2;
        QTest::newRow("all but one") << quint64{8} << 1;
        QTest::newRow("all") << quint64{9} << 0;
        QTest::newRow("more than was ever written") << quint64{4000} << 0;
    }
    void whatAPeerHoldsWaitsNoLonger()
    {
        QFETCH(quint64, delivered);
        QFETCH(int, waiting);
        deliver(delivered);
        QCOMPARE(count().waiting, waiting);
        QCOMPARE(page().size(), waiting);
        QCOMPARE(count().oldestWaitingMs, waiting == 0 ? 0 : log().at(static_cast<qsizetype>(delivered)).header.receiptMs);
        // Another peer has its own.
        QCOMPARE(Desk::done(m_store->ask(OutboxCount{QStringLiteral("centre")})).waiting, 9);
        const QList<OutboxRow> whole = page(~quint64{0}, 50, true);
        QCOMPARE(whole.size(), 9);
        QCOMPARE(std::count_if(whole.cbegin(), whole.cend(), [](const OutboxRow &row) { return row.state == State::Delivered; }), 9 - waiting);
    }

    void aRefusalIsWorkUntilItIsPutRight()
    {
        const QList<Entry> all = log();
        deliver(9);
        const Entry refused = answer(all.at(4));
        take({refused, answer(all.at(5), QStringLiteral("26.11.23.1"))});
        QCOMPARE(count().needsAttention, 1);
        QList<OutboxRow> rows = page();
        QCOMPARE(places(rows), QList<quint64>{5});
        QCOMPARE(rows.first().state, State::Refused);
        QCOMPARE(rows.first().verdict->code, QStringLiteral("missingField"));
        QCOMPARE(rows.first().verdict->fault, PortalVerdict::Fault::Data);
        QCOMPARE(rows.first().verdict->fields, QStringList{QStringLiteral("phone")});
        QCOMPARE(rows.first().verdict->text, QStringLiteral("Thiếu số điện thoại"));
        QCOMPARE(rows.first().verdict->atMs, refused.header.receiptMs);
        // Put right, sent, and taken: what waits stands before what is work.
        Desk::done(m_store->record(m_desk.about(Desk::dossier(1),
            CorrectDossier{{{QStringLiteral("phone"), FieldValue::given(QStringLiteral("02009999999"))}}, QStringLiteral("thiếu")})));
        QCOMPARE(places(page()), (QList<quint64>{10, 5}));
        QCOMPARE(count().needsAttention, 1);
        deliver(10);
        take({answer(log().last(), QStringLiteral("26.11.23.2"))});
        QCOMPARE(count().needsAttention, 0);
        QVERIFY(page().isEmpty());
        rows = page(~quint64{0}, 50, true);
        QCOMPARE(rows.at(0).state, State::Accepted);
        QCOMPARE(rows.at(0).verdict->number, QStringLiteral("26.11.23.2"));
        QCOMPARE(rows.at(5).state, State::Settled);
        QCOMPARE(rows.at(4).state, State::Accepted);
    }

    void whatIsToPutRightIsFoundByItself()
    {
        const QList<Entry> all = log();
        deliver(6);
        take({answer(all.at(3)), answer(all.at(4), QStringLiteral("26.11.23.1")), answer(all.at(5)), answer(all.at(8))});
        const auto refused = [this](quint64 before, int limit) {
            return Desk::done(m_store->ask(OutboxPage{.peer = Portal, .before = before, .limit = limit, .isRefusedOnly = true}));
        };
        QCOMPARE(places(refused(~quint64{0}, 50)), (QList<quint64>{9, 6, 4})); // also what the peer is not known to hold yet, and nothing that only waits
        QCOMPARE(places(refused(~quint64{0}, 2)), (QList<quint64>{9, 6}));
        QCOMPARE(places(refused(6, 50)), QList<quint64>{4});
        QVERIFY(refused(4, 50).isEmpty());
        QCOMPARE(count().needsAttention, 3);
    }

    void whoJudgedAnEntryHoldsIt()
    {
        // The answer came before the acknowledgement: refused, counted once, and not called waiting.
        const QList<Entry> all = log();
        deliver(6);
        take({answer(all.at(8))});
        QCOMPARE(places(page()), (QList<quint64>{9, 8, 7}));
        QCOMPARE(page().first().state, State::Refused);
        QCOMPARE(count().needsAttention, 1);
    }

    void pagesMeetWithoutGapOrRepetition()
    {
        const QList<Entry> all = log();
        deliver(6);
        take({answer(all.at(3)), answer(all.at(4)), answer(all.at(5))});
        const QList<quint64> expected{9, 8, 7, 6, 5, 4};
        for (const int size : {1, 2, 4, 50}) {
            QList<quint64> found;
            for (QList<OutboxRow> rows = page(~quint64{0}, size); !rows.isEmpty(); rows = page(rows.last().key.seq, size)) {
                found += places(rows);
                QVERIFY(found.size() < 20);
            }
            QCOMPARE(found, expected);
        }
        QVERIFY(page(1).isEmpty());
    }

    void whatOthersWroteIsNotSentFromHere()
    {
        const Desk other(4, 'x');
        other.clock->store(m_desk.clock->load());
        const Store store = other.founded(m_folder->filePath(QStringLiteral("other")));
        Desk::done(store.record(other.accepting(50)));
        const QList<Entry> theirs = Desk::done(store.ask(JournalRange{.origin = store.origin()}));
        take(theirs);
        take({answer(theirs.last())});
        QCOMPARE(count().waiting, 9);
        QCOMPARE(count().needsAttention, 0);
        QCOMPARE(page().size(), 9);
        QCOMPARE(Desk::done(m_store->ask(DossierById{Desk::dossier(50)}))->portal.standing().size(), 1);
    }

    void anAnswerThatComesFirstFindsWhatItIsAbout()
    {
        const Desk other(4, 'x');
        other.clock->store(m_desk.clock->load());
        const QString path = m_folder->filePath(QStringLiteral("other"));
        QList<Entry> theirs;
        {
            const Store store = other.founded(path);
            Desk::done(store.record(other.accepting(50)));
            theirs = Desk::done(store.ask(JournalRange{.origin = store.origin()}));
            Desk::done(m_store->ingest({answer(theirs.last())}));
        }
        Desk::done(m_store->ingest(theirs));
        const QByteArray digest = Desk::done(m_store->digest());
        m_store->close();
        Connection connection(m_store->path(), Desk::key(), {});
        QCOMPARE(connection.number("SELECT count(*) FROM p_verdict v JOIN j_entry e ON e.place = v.place AND e.id = v.entry"), 1);
        QVERIFY(!digest.isEmpty());
    }

    void theNumberOfThePortalFindsTheDossier()
    {
        const QList<Entry> all = log();
        take({answer(all.at(3), QStringLiteral("26.11.23.88121a")), answer(all.at(4), QStringLiteral("26.11.23.88200"))});
        const auto found = [this](const QString &typed) { return Desk::done(m_store->ask(FindDossiers{typed})); };
        QCOMPARE(found(QStringLiteral("26.11.23.88121a")).size(), 1);
        QCOMPARE(found(QStringLiteral("26.11.23.88121A")).first().id, Desk::dossier(0));
        QCOMPARE(found(QStringLiteral("26.11.23.88")).size(), 2);
        QVERIFY(found(QStringLiteral("26.11.24")).isEmpty());
        QCOMPARE(Desk::done(m_store->ask(DossierById{Desk::dossier(0)}))->portal.number, QStringLiteral("26.11.23.88121a"));
        const QByteArray digest = Desk::done(m_store->digest());
        Desk::done(m_store->rebuild());
        QCOMPARE(Desk::done(m_store->digest()), digest);
        QCOMPARE(found(QStringLiteral("26.11.23.88121a")).size(), 1);
    }

    void aNumberGivenAnewTakesThePlaceOfTheOld()
    {
        const QList<Entry> all = log();
        const Entry first = answer(all.at(3), QStringLiteral("1.1"));
        take({first});
        take({answer(all.at(3), QStringLiteral("2.2"), {first})});
        QVERIFY(Desk::done(m_store->ask(FindDossiers{QStringLiteral("1.1")})).isEmpty());
        QCOMPARE(Desk::done(m_store->ask(FindDossiers{QStringLiteral("2.2")})).size(), 1);
    }

    void theDigestSeesWhatWasSaid_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a verdict") << QByteArray("UPDATE p_verdict SET text = 'x'");
        QTest::newRow("its state") << QByteArray("UPDATE p_verdict SET state = 1 WHERE state = 2");
        QTest::newRow("a number") << QByteArray("UPDATE p_portal SET number = 'x'");
        QTest::newRow("since when it has it") << QByteArray("UPDATE p_portal SET accepted_at = 1");
    }
    void theDigestSeesWhatWasSaid()
    {
        QFETCH(QByteArray, sql);
        const QList<Entry> all = log();
        take({answer(all.at(3), QStringLiteral("1.1")), answer(all.at(4))});
        const QByteArray before = Desk::done(m_store->digest());
        {
            Connection connection(m_store->path(), Desk::key(), {.access = ConnectionOptions::Access::Writer});
            connection.execute(sql.constData());
        }
        QVERIFY(Desk::done(m_store->digest()) != before);
        Desk::done(m_store->rebuild());
        QCOMPARE(Desk::done(m_store->digest()), before);
    }

    void aDossierInConflictIsWorkUntilItIsDecided()
    {
        QCOMPARE(count().inConflict, 0);
        const Entry acceptance = log().at(4);
        Desk::done(m_store->record(m_desk.about(Desk::dossier(1),
            CorrectDossier{{{QStringLiteral("phone"), FieldValue::given(QStringLiteral("02009999999"))}}, QStringLiteral("r")})));
        Author other('z');
        take({other.write(Desk::dossier(1), journal::kind::DossierCorrected,
            {{QStringLiteral("fields"), QJsonObject{{QStringLiteral("phone"), QJsonObject{{QStringLiteral("v"), QStringLiteral("02008888888")}}}}}}, {acceptance.header.key},
            m_desk.clock->load())});
        QCOMPARE(count().inConflict, 1);
        const QList<OutboxRow> rows = page();
        QCOMPARE(std::count_if(rows.cbegin(), rows.cend(), [](const OutboxRow &row) { return row.inConflict; }), 2); // what this store wrote about it
        Desk::done(m_store->record(m_desk.about(Desk::dossier(1), ResolveConflict{.fields = {{QStringLiteral("phone"), FieldValue::given(QStringLiteral("02008888888"))}}})));
        QCOMPARE(count().inConflict, 0);
        QVERIFY(!page().constFirst().inConflict);
    }

    // At a million entries nothing may be looked through.
    void everyQuestionIsAnsweredByAnIndex()
    {
        Connection connection(m_store->path(), Desk::key(), {});
        const QByteArray search = "SELECT 1 FROM p_portal p CROSS JOIN p_dossier d ON d.no = p.no WHERE p.number >= ?1 AND p.number < ?2 AND p.number <> ''";
        for (const QByteArray &sql : {OutboxPage::stretchSql(), OutboxPage::refusedSql(), OutboxCount::attentionSql(), search, OutboxCount::conflictSql()}) {
            Statement plan = connection.oneOff("EXPLAIN QUERY PLAN " + sql);
            while (plan.step()) {
                const QString step = plan.string(3);
                const bool isScan = step.startsWith(u"SCAN") && !step.contains(u"p_dossier_conflict") && !step.contains(u"SUBQUERY") && !step.startsWith(u"SCAN (");
                QVERIFY2(!isScan && !step.contains(u"TEMP B-TREE") && !step.contains(u"AUTOMATIC"), qPrintable(step + u'\n' + QString::fromUtf8(sql)));
            }
        }
        Statement plan = connection.oneOff("EXPLAIN QUERY PLAN " + OutboxCount::attentionSql());
        bool isCovered = false;
        while (plan.step()) {
            isCovered = isCovered || plan.string(3).contains(u"COVERING INDEX p_verdict_refused");
        }
        QVERIFY(isCovered);
    }
};

QTEST_GUILESS_MAIN(tst_Outbox)
#include "tst_Outbox.moc"
