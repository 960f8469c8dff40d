// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/JournalQueries.h"

using namespace motcua;
using namespace motcua::storage;

/** Steps, visits and mistakes as the store keeps them: nothing needs a table of its own, and a rebuild tells the same. */
class tst_StoreSteps : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    static const Id &turn()
    {
        static const Id id = Id::v7(1'770'000'000'000, QByteArray(10, 'v'));
        return id;
    }
    static Dossier dossier(const Store &store, int n) { return *Desk::done(store.ask(DossierById{Desk::dossier(n)})); }
    static void rebuildTellsTheSame(const Store &store)
    {
        const QByteArray digest = Desk::done(store.digest());
        Desk::done(store.rebuild());
        QCOMPARE(Desk::done(store.digest()), digest);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theNumberOfACancelledDossierIsNeverGivenOutAgain()
    {
        const Desk desk;
        const Store store = desk.founded(m_folder->filePath(QStringLiteral("store")));
        const Id supervisor = Desk::idOf('q');
        Desk::done(store.record(desk.about(supervisor,
            AdmitStaff{QStringLiteral("Người Duyệt"), {}, {QStringLiteral("supervisor")}, QByteArray(32, 'p'), "w"})));
        Desk::done(store.record(desk.accepting(1)));
        Act cancel = desk.about(Desk::dossier(1),
            CancelAcceptance{.reason = QStringLiteral("nhầm thủ tục"), .confirmed = allConfirmations()});
        QCOMPARE(Desk::refused(store.record(cancel)), ErrorCode::SecondPersonMissing);
        cancel.approver = supervisor;
        const Recorded cancelled = Desk::done(store.record(cancel));
        QVERIFY(cancelled.dossier->isCancelled());
        QCOMPARE(cancelled.dossier->code, QStringLiteral("H26.15-261123-3000"));
        const Recorded next = Desk::done(store.record(desk.accepting(2)));
        QCOMPARE(next.dossier->code, QStringLiteral("H26.15-261123-3001"));
        rebuildTellsTheSame(store);
        QCOMPARE(Desk::done(store.record(desk.accepting(3))).dossier->code, QStringLiteral("H26.15-261123-3002"));
    }

    void whoWasTurnedAwayTakesNoNumberUntilAccepted()
    {
        const Desk desk;
        const Store store = desk.founded(m_folder->filePath(QStringLiteral("store")));
        TurnAway away{.procedure = QStringLiteral("9.000001"), .procedureName = QStringLiteral("Thủ tục thử")};
        away.reason = QStringLiteral("thiếu giấy");
        away.asked = {{.name = QStringLiteral("Giấy chứng sinh")}};
        const Recorded sent = Desk::done(store.record(desk.about(Desk::dossier(1), away)));
        QCOMPARE(sent.dossier->status.status, DossierStatus::Registered);
        QCOMPARE(Desk::done(store.record(desk.accepting(2))).dossier->code, QStringLiteral("H26.15-261123-3000"));
        QCOMPARE(Desk::done(store.record(desk.accepting(1))).dossier->code, QStringLiteral("H26.15-261123-3001"));
        QCOMPARE(dossier(store, 1).events.constFirst().event, QStringLiteral("return_incomplete"));
        rebuildTellsTheSame(store);
    }

    void onlyWhatWaitsForSomebodyIsOpen_data()
    {
        QTest::addColumn<bool>("away");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<bool>("rebuilt");
        QTest::addColumn<qint64>("open");
        QTest::addRow("sent away") << true << false << false << qint64{0};
        QTest::addRow("sent away, the tables made anew") << true << false << true << qint64{0};
        QTest::addRow("sent away, then accepted") << true << true << false << qint64{1};
        QTest::addRow("accepted at once") << false << true << true << qint64{1};
    }

    void onlyWhatWaitsForSomebodyIsOpen()
    {
        QFETCH(bool, away);
        QFETCH(bool, accepted);
        QFETCH(bool, rebuilt);
        QFETCH(qint64, open);
        const Desk desk;
        const Store store = desk.founded(m_folder->filePath(QStringLiteral("store")));
        if (away) {
            TurnAway what{.procedure = QStringLiteral("9.000001"), .procedureName = QStringLiteral("Thủ tục thử")};
            what.reason = QStringLiteral("thiếu giấy");
            what.asked = {{.name = QStringLiteral("Giấy chứng sinh")}};
            Desk::done(store.record(desk.about(Desk::dossier(1), what)));
        }
        if (accepted) {
            Desk::done(store.record(desk.accepting(1)));
        }
        if (rebuilt) {
            rebuildTellsTheSame(store);
        }
        QCOMPARE(Desk::done(store.ask(WorklistPage{.list = WorklistPage::List::Open})).count, open);
        QCOMPARE(Desk::done(store.ask(WorklistPage{.list = WorklistPage::List::Open})).rows.size(), open);
        QCOMPARE(Desk::done(store.ask(WorklistPage{.list = WorklistPage::List::All})).count, qint64{1});
    }

    void supplementsAreCountedByTheStoresCalendar()
    {
        const Desk desk;
        const Store store = desk.founded(m_folder->filePath(QStringLiteral("store")));
        Desk::done(store.record(desk.accepting(1)));
        Desk::done(store.record(desk.stepping(1, DossierStatus::Processing)));
        StepDossier ask{.reason = QStringLiteral("thiếu"), .event = QStringLiteral("request_supplement")};
        ask.asked = {{.name = QStringLiteral("Giấy chứng sinh")}};
        // Monday 23/11 received; Friday 27/11 is the fourth working day.
        *desk.clock = vietnamTime(QDate(2026, 11, 27), QTime(8, 0)).toMSecsSinceEpoch();
        QCOMPARE(Desk::refused(store.record(desk.about(Desk::dossier(1), ask))), ErrorCode::RuleNeedsReason);
        ask.overrideReason = QStringLiteral("chờ tra cứu");
        Desk::done(store.record(desk.about(Desk::dossier(1), ask)));
        QCOMPARE(dossier(store, 1).supplementRounds().size(), 1);
        rebuildTellsTheSame(store);
        QCOMPARE(dossier(store, 1).supplementRounds().constFirst().asked, ask.asked);
    }

    void aVisitIsOpenedClosedAndPurged()
    {
        const Desk desk;
        const Store store = desk.founded(m_folder->filePath(QStringLiteral("store")));
        const auto record = [&](const ActKind &what) { return store.record(desk.about(turn(), what)); };
        const Visit visit = *Visit::begun(turn(), *desk.clock, QStringLiteral("A013"));
        QCOMPARE(Desk::refused(record(CloseVisit{*visit.closed(Visit::Outcome::Left, *desk.clock)})), ErrorCode::NotFound);
        Desk::done(record(OpenVisit{QStringLiteral("A013")}));
        QCOMPARE(Desk::refused(record(OpenVisit{QStringLiteral("A013")})), ErrorCode::Refused);
        QCOMPARE(Desk::refused(record(PurgePayloads{QStringLiteral("hết hạn")})), ErrorCode::Refused);
        const Visit ended = *visit.closed(Visit::Outcome::TurnedAway, *desk.clock + 60'000, QStringLiteral("sai nơi nộp"));
        Desk::done(record(CloseVisit{ended}));
        QCOMPARE(Desk::refused(record(CloseVisit{ended})), ErrorCode::Refused);
        rebuildTellsTheSame(store);
        Desk::done(record(PurgePayloads{QStringLiteral("hết hạn")}));
        const QList<journal::Entry> log = Desk::done(store.ask(JournalRange{.origin = store.origin(), .limit = 100}));
        QCOMPARE(log.constLast().header.kind, QByteArray("payload.purged"));
        QVERIFY(!log.at(log.size() - 2).payload); // the closing, with its words
        QVERIFY(log.at(log.size() - 3).payload); // the opening holds a ticket's number
        QVERIFY(!Desk::done(store.ask(VerifyJournal{})).firstBreak);
        rebuildTellsTheSame(store);
    }
};

QTEST_GUILESS_MAIN(tst_StoreSteps)
#include "tst_StoreSteps.moc"
