// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/OfflineQueries.h"
#include "app/storage/JournalQueries.h"
#include "models/fee/Payment.h"
#include "models/journal/Json.h"
#include "models/journal/Kind.h"
#include "tests/app/storage/Desk.h"
#include "tests/models/journal/Author.h"

#include <QTemporaryDir>

using namespace motcua;
using namespace motcua::storage;
using journal::Author;
using journal::Entry;

/** The tables of what comes by the portal: filed, paid, answered, and of dossiers nobody here holds. */
class tst_OnlineRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_portal = std::make_unique<Author>('P', journal::Actor::Kind::Portal);
    }

    void ofDossiersNobodyHoldsTheAnswersMakeNoRows()
    {
        const Store store = founded(u"one"_qs);
        QList<Entry> answers;
        for (int n = 0; n < 20; ++n) {
            answers.append(m_portal->write(Desk::dossier(500 + n), journal::kind::PortalAccepted, {{u"entry"_qs, Desk::idOf('j').toString()}, {u"number"_qs, QString::number(n)}}, {}, now()));
        }
        QVERIFY(Desk::done(store.ingest(answers)).refused.isEmpty());
        for (const WorklistPage::List list : {WorklistPage::List::All, WorklistPage::List::Open, WorklistPage::List::NewOnline}) {
            QCOMPARE(Desk::done(store.ask(WorklistPage{.list = list})).rows.size(), 0);
        }
        QVERIFY(!Desk::done(store.ask(DossierById{Desk::dossier(500)})));
        QVERIFY(Desk::done(store.ask(FindDossiers{u"3"_qs})).isEmpty());
        QVERIFY(Desk::done(store.ask(Figures{QDate(1970, 1, 1), QDate(2100, 1, 1)})).isEmpty());
        checkRebuilt(store);
    }

    /** Whatever comes first, the tables are the same in the end. */
    void anAnswerThatComesBeforeItsDossierCounts()
    {
        const Store author = founded(u"author"_qs);
        (void)Desk::done(author.record(Desk().accepting(1)));
        const QList<Entry> own = Desk::done(author.ask(JournalRange{.origin = author.origin(), .limit = 1'000}));
        QCOMPARE(own.constLast().header.kind, QByteArray(journal::kind::DossierAccepted));
        const Entry verdict = m_portal->write(Desk::dossier(1), journal::kind::PortalAccepted,
            {{u"entry"_qs, own.constLast().header.id.toString()}, {u"number"_qs, u"26.11.23.88121"_qs}}, {own.constLast().header.key}, now());
        const Store first = founded(u"first"_qs, 5);
        const Store last = founded(u"last"_qs, 5);
        QVERIFY(Desk::done(first.ingest({verdict})).refused.isEmpty());
        QCOMPARE(Desk::done(first.ask(WorklistPage{.list = WorklistPage::List::All})).rows.size(), 0);
        QVERIFY(Desk::done(first.ingest(own)).refused.isEmpty());
        QVERIFY(Desk::done(last.ingest(own)).refused.isEmpty());
        QVERIFY(Desk::done(last.ingest({verdict})).refused.isEmpty());
        for (const Store &store : {first, last}) {
            QCOMPARE(Desk::done(store.ask(FindDossiers{u"26.11.23.88121"_qs})).size(), 1);
            QVERIFY(Desk::done(store.ask(DossierById{Desk::dossier(1)}))->portal.isAccepted());
            checkRebuilt(store);
        }
    }

    void whatIsFiledOnlineStandsInItsListAndIsFoundByItsNumber()
    {
        const Store store = founded(u"one"_qs);
        const Id id = Desk::dossier(1);
        QVERIFY(Desk::done(store.ingest({submission(id, u"Nguyễn Văn Thử"_qs)})).refused.isEmpty());
        QCOMPARE(online(store), 1);
        QCOMPARE(Desk::done(store.ask(FindDossiers{u"26.11.22.88121"_qs})).size(), 1);
        QCOMPARE(Desk::done(store.ask(FindDossiers{u"thu"_qs})).size(), 1);
        checkRebuilt(store);
        TurnAway away;
        away.procedure = u"9.000001"_qs;
        away.procedureName = u"Thủ tục thử"_qs;
        away.channel = 2;
        away.reason = u"thiếu"_qs;
        away.asked = {{.name = u"Giấy chứng sinh"_qs, .originals = 1}};
        (void)Desk::done(store.record(Desk().about(id, away)));
        QCOMPARE(online(store), 0);
        checkRebuilt(store);
        // Filed again by its citizen, who has read what was missing.
        QVERIFY(Desk::done(store.ingest({submission(id, u"Nguyễn Văn Thử Hai"_qs, Desk::done(store.ask(DossierById{id}))->heads)})).refused.isEmpty());
        QCOMPARE(online(store), 1);
        (void)Desk::done(store.record(accepting(id)));
        QCOMPARE(online(store), 0);
        QCOMPARE(Desk::done(store.ask(FindDossiers{u"26.11.22.88121"_qs})).size(), 1); // its citizen still calls it so
        checkRebuilt(store);
    }

    void moneyIsOpenUntilItHasCome()
    {
        const Store store = founded(u"one"_qs);
        Act accepting = Desk().accepting(1);
        const Id turn = Id::v7(1'770'000'000'000, "visitvisit");
        (void)Desk::done(store.record(accepting));
        Act fee = Desk().about(Desk::dossier(1), TakeFee{.amount = {8000}, .means = u"transfer"_qs, .series = {}, .number = {}, .text = {}});
        fee.visit = turn;
        (void)Desk::done(store.record(fee));
        (void)Desk::done(store.record(Desk().accepting(2)));
        (void)Desk::done(store.record(Desk().about(Desk::dossier(2), TakeFee{.amount = {8000}, .means = u"cash"_qs, .series = {}, .number = {}, .text = {}})));
        QList<OpenFee> open = Desk::done(store.ask(OpenFees{}));
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().dossier, Desk::dossier(1));
        QCOMPARE(open.constFirst().visit, turn);
        QCOMPARE(open.constFirst().due, Money{8000});
        QCOMPARE(Desk::done(store.ask(OpenFees{.reference = Payment::reference(turn)})).size(), 1);
        QCOMPARE(Desk::done(store.ask(OpenFees{.reference = u"ZZZZZZ"_qs})).size(), 0);
        QCOMPARE(Desk::done(store.ask(OpenFees{.dossier = Desk::dossier(2)})).size(), 0);
        QCOMPARE(Desk::done(store.ask(OpenFees{.fromMs = open.constFirst().receivedAtMs + 1})).size(), 0);
        QCOMPARE(Desk::done(store.ask(OpenFees{.untilMs = open.constFirst().receivedAtMs})).size(), 0);
        checkRebuilt(store);
        const auto confirm = [&](qint64 dong, const QString &reference) {
            QVERIFY(Desk::done(store.ingest({m_portal->write(Desk::dossier(1), journal::kind::FeeConfirmed,
                {{u"fee"_qs, journal::keyText(open.constFirst().fee)}, {u"amount"_qs, dong}, {u"reference"_qs, reference}, {u"source"_qs, u"dvc"_qs}},
                Desk::done(store.ask(DossierById{Desk::dossier(1)}))->heads, now())})).refused.isEmpty());
        };
        confirm(3000, u"FT1"_qs);
        QCOMPARE(Desk::done(store.ask(OpenFees{})).constFirst().came, Money{3000});
        confirm(5000, u"FT2"_qs);
        QVERIFY(Desk::done(store.ask(OpenFees{})).isEmpty());
        checkRebuilt(store);
    }

    void whatWasReceivedMeanwhileIsThisDesks()
    {
        const Store store = founded(u"one"_qs);
        (void)Desk::done(store.record(Desk().accepting(1)));
        const qint64 at = Desk::done(store.ask(DossierById{Desk::dossier(1)}))->receivedAtMs;
        QCOMPARE(Desk::done(store.ask(ReceivedBetween{.fromMs = at, .untilMs = at + 1})).size(), 1);
        QCOMPARE(Desk::done(store.ask(ReceivedBetween{.fromMs = at + 1, .untilMs = at + 2})).size(), 0);
        const Store other = founded(u"other"_qs, 5);
        QVERIFY(Desk::done(other.ingest(Desk::done(store.ask(JournalRange{.origin = store.origin(), .limit = 1'000})))).refused.isEmpty());
        QCOMPARE(Desk::done(other.ask(ReceivedBetween{.fromMs = at, .untilMs = at + 1})).size(), 0);
    }

    void theLastDecisionOfThisDeskHolds()
    {
        const Store store = founded(u"one"_qs);
        QVERIFY(!Desk::done(store.ask(OfflineDecision{})));
        const Desk officer;
        (void)Desk::done(store.record(officer.about(store.origin(), DecideOffline{DecideOffline::Choice::Paper, 0, u"đứt cáp"_qs})));
        (void)Desk::done(store.record(officer.about(store.origin(), DecideOffline{DecideOffline::Choice::Resume, 0, u"có điện lại"_qs})));
        const auto decided = Desk::done(store.ask(OfflineDecision{}));
        QCOMPARE(decided->choice, u"resume"_qs);
        QCOMPARE(decided->reason, u"có điện lại"_qs);
        // What another desk decided is for that one.
        Author other('q');
        QVERIFY(Desk::done(store.ingest({other.write(other.origin(), journal::kind::OfflineDecided, {{u"choice"_qs, u"paper"_qs}, {u"reason"_qs, u"x"_qs}}, {}, now() + 1'000)})).refused.isEmpty());
        QCOMPARE(Desk::done(store.ask(OfflineDecision{}))->choice, u"resume"_qs);
        checkRebuilt(store);
    }

private:
    [[nodiscard]] Store founded(const QString &name, int number = 3) const { return Desk(number).founded(m_folder->filePath(name)); }
    [[nodiscard]] static qint64 now() { return Desk().clock->load(); }
    [[nodiscard]] static qsizetype online(const Store &store) { return Desk::done(store.ask(WorklistPage{.list = WorklistPage::List::NewOnline})).rows.size(); }
    [[nodiscard]] static Act accepting(const Id &id)
    {
        Act act = Desk().accepting(1);
        act.subject = id;
        return act;
    }
    Entry submission(const Id &id, const QString &name, const QList<journal::EntryKey> &basis = {})
    {
        return m_portal->write(id, journal::kind::DossierSubmitted,
            {{u"procedure"_qs, u"9.000001"_qs}, {u"procedureName"_qs, u"Thủ tục thử"_qs}, {u"edition"_qs, u"9.000001@2026"_qs}, {u"channel"_qs, 2},
                {u"unit"_qs, u"H26.15"_qs}, {u"unitName"_qs, u"Trung tâm thử"_qs}, {u"number"_qs, u"26.11.22.88121"_qs}, {u"system"_qs, u"dvc"_qs},
                {u"receivedAt"_qs, u"2026-11-22T20:15:00.000+07:00"_qs}, {u"roles"_qs, QJsonObject{{u"applicant.name"_qs, u"name"_qs}}},
                {u"fields"_qs, QJsonObject{{u"name"_qs, QJsonObject{{u"v"_qs, name}}}}}, {u"brought"_qs, QJsonArray()}, {u"event"_qs, u"submit_online_or_draft"_qs},
                {u"from"_qs, basis.isEmpty() ? 0 : 1}, {u"to"_qs, 1}},
            basis, now());
    }
    /** The tables are what the journal tells. */
    static void checkRebuilt(const Store &store)
    {
        const QByteArray before = Desk::done(store.digest());
        (void)Desk::done(store.rebuild());
        QCOMPARE(Desk::done(store.digest()), before);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Author> m_portal;
};

QTEST_GUILESS_MAIN(tst_OnlineRows)
#include "tst_OnlineRows.moc"
