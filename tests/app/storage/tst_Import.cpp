// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"

using namespace motcua;
using namespace motcua::storage;

class tst_Import : public QObject
{
    Q_OBJECT

private:
    static constexpr int Many = 300;

    QTemporaryDir m_folder;

    [[nodiscard]] QString freshPath() const
    {
        static int made = 0;
        return m_folder.filePath(QStringLiteral("store-%1").arg(++made));
    }

    /** Dossiers of three days, a hundred each. */
    [[nodiscard]] static QList<Act> many(const Desk &desk)
    {
        QList<Act> acts;
        for (int n = 0; n < Many; ++n) {
            acts.append(desk.accepting(n, QStringLiteral("Đỗ Văn Số %1").arg(n)));
            *desk.clock += n % 100 == 99 ? 86'400'000 - 99 * 1000 : 1000;
        }
        return acts;
    }

    [[nodiscard]] static Dossier dossierOf(const Store &store, int n)
    {
        const auto dossier = Desk::done(store.ask(DossierById{Desk::dossier(n)}));
        return dossier.value_or(Dossier());
    }

private Q_SLOTS:
    void tellsWhatTheSameActsOneByOneTell()
    {
        const Desk desk;
        const QList<Act> acts = many(desk);
        const Store atOnce = desk.founded(freshPath());
        const Store oneByOne = desk.founded(freshPath());
        const QList<Recorded> recorded = Desk::done(atOnce.recordAll(acts));
        QCOMPARE(recorded.size(), Many);
        for (int n = 0; n < Many; ++n) {
            const Recorded single = Desk::done(oneByOne.record(acts.at(n)));
            const Recorded &batch = recorded.at(n);
            QCOMPARE(batch.subject, single.subject);
            QCOMPARE(batch.receiptMs, single.receiptMs);
            QCOMPARE(batch.clockBack, single.clockBack);
            QCOMPARE(batch.entries.size(), 1);
            QCOMPARE(batch.entries.first().seq, single.entries.first().seq);
            QCOMPARE(batch.dossier->code, single.dossier->code);
            QCOMPARE(batch.dossier->acceptance, single.dossier->acceptance);
        }
        QCOMPARE(recorded.at(99).dossier->code.right(4), QStringLiteral("3099"));
        QCOMPARE(recorded.at(100).dossier->code.right(4), QStringLiteral("3000"));
        const auto figures = [](const Store &store) { return Desk::done(store.ask(WorklistPage{.list = WorklistPage::List::Open, .limit = 1000})); };
        QCOMPARE(figures(atOnce).count, figures(oneByOne).count);
        QCOMPARE(figures(atOnce).rows, figures(oneByOne).rows);
    }

    void isReadAsItWasRecorded()
    {
        const Desk desk;
        const Store store = desk.founded(freshPath());
        const QList<Recorded> recorded = Desk::done(store.recordAll(many(desk)));
        for (int n = 0; n < Many; n += 7) {
            QCOMPARE(dossierOf(store, n).toJson(), recorded.at(n).dossier->toJson());
        }
        const auto report = Desk::done(store.ask(VerifyJournal{}));
        QVERIFY(!report.firstBreak);
        QVERIFY(report.entries >= Many);
        const QByteArray before = Desk::done(store.digest());
        Desk::done(store.rebuild());
        QCOMPARE(Desk::done(store.digest()), before);
    }

    void goesOnWhereASingleActStopped()
    {
        const Desk desk;
        const Store store = desk.founded(freshPath());
        const QList<Act> acts = many(desk);
        Desk::done(store.record(acts.first()));
        Desk::done(store.recordAll(acts.mid(1, 50)));
        const Recorded last = Desk::done(store.record(acts.at(51)));
        QCOMPARE(last.dossier->code.right(4), QStringLiteral("3051"));
        // What was imported is stepped and corrected like anything else.
        Desk::done(store.record(desk.stepping(20, DossierStatus::Processing)));
        QCOMPARE(*dossierOf(store, 20).status.status, DossierStatus::Processing);
        QCOMPARE(*dossierOf(store, 21).status.status, DossierStatus::Accepted);
        const QByteArray before = Desk::done(store.digest());
        Desk::done(store.rebuild());
        QCOMPARE(Desk::done(store.digest()), before);
    }

    void isDoneWholeOrNotAtAll_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("flaw");
        for (const int at : {0, 1, 60, Many - 1}) {
            QTest::addRow("not allowed at %d", at) << at << QStringLiteral("actor");
            QTest::addRow("the same dossier twice at %d", at) << at << QStringLiteral("twice");
            QTest::addRow("a desk of too many letters at %d", at) << at << QStringLiteral("desk");
        }
        QTest::newRow("the numbers of the day run out") << 0 << QStringLiteral("numbers");
    }

    void isDoneWholeOrNotAtAll()
    {
        QFETCH(int, at);
        QFETCH(QString, flaw);
        const Desk desk;
        const Store store = desk.founded(freshPath());
        QList<Act> acts = many(desk);
        if (flaw == u"actor") {
            acts[at].actor.id = Desk::idOf('?');
        } else if (flaw == u"twice") {
            acts[at].subject = acts.at(at == 0 ? 1 : 0).subject;
        } else if (flaw == u"desk") {
            acts[at].desk = QByteArray(65, 'x');
        } else {
            for (int n = Many; n < Many + 1001; ++n) {
                acts.append(desk.accepting(n));
            }
        }
        const QByteArray before = Desk::done(store.digest());
        QVERIFY(Desk::refused(store.recordAll(acts)) != ErrorCode::Cancelled);
        QCOMPARE(Desk::done(store.digest()), before);
        QCOMPARE(Desk::done(store.ask(WorklistPage{.list = WorklistPage::List::All})).count, 0);
        const Recorded next = Desk::done(store.record(desk.accepting(5000)));
        QCOMPARE(next.dossier->code.right(4), QStringLiteral("3000"));
    }
};

QTEST_GUILESS_MAIN(tst_Import)
#include "tst_Import.moc"
