// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "app/storage/DossierRow.h"
#include "app/storage/HouseQueries.h"

#include <QJsonArray>

using namespace motcua;
using namespace motcua::storage;

/** What the tables say of a dossier for the lists and for the figures of what was finished. */
class tst_DossierRow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    static QJsonObject paper(const QString &id, const QString &state, int held = 0)
    {
        return {{QStringLiteral("id"), id}, {QStringLiteral("name"), id}, {QStringLiteral("state"), state}, {QStringLiteral("held"), held}};
    }
    static DossierLine scanOf(const QString &id, const QString &attachment = QStringLiteral("77aa"))
    {
        DossierLine line;
        line.what = {{QStringLiteral("paper"), id}, {QStringLiteral("attachment"), attachment}};
        return line;
    }
    static Dossier with(const QJsonArray &papers, const QList<DossierLine> &scans = {}, const QList<DossierEvent> &events = {})
    {
        Dossier dossier;
        dossier.acceptance = {{QStringLiteral("papers"), papers}, {QStringLiteral("channel"), 3}};
        dossier.papers = scans;
        dossier.events = events;
        dossier.status.status = DossierStatus::Processed;
        return dossier;
    }
    static DossierEvent confirming(const QString &what)
    {
        return {.what = {{QStringLiteral("confirmed"), QJsonArray{what}}}};
    }
    static QString outcomesOf(const Store &store)
    {
        QStringList told;
        for (const Outcomes::Row &row : Desk::done(store.ask(Outcomes{QDate(2026, 11, 1), QDate(2026, 12, 31)}))) {
            told.append(QStringLiteral("%1 %2/%3 %4 outcome %5: %6")
                            .arg(row.day.toString(QStringLiteral("dd/MM")), row.unit).arg(row.desk).arg(row.procedure)
                            .arg(static_cast<int>(row.outcome)).arg(row.dossiers));
        }
        return told.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void tellsWhatIsHeldAndWhatIsScanned_data()
    {
        QTest::addColumn<Dossier>("dossier");
        QTest::addColumn<int>("held");
        QTest::addColumn<bool>("digitised");
        const QJsonObject card = paper(QStringLiteral("card"), QStringLiteral("met"), 1);
        const QJsonObject deed = paper(QStringLiteral("deed"), QStringLiteral("met"), 2);
        const QJsonObject later = paper(QStringLiteral("later"), QStringLiteral("toFollow"));
        QTest::addRow("no papers") << with({}) << 0 << true;
        QTest::addRow("two papers, three originals") << with({card, deed}) << 3 << false;
        QTest::addRow("one of two scanned") << with({card, deed}, {scanOf(QStringLiteral("card"))}) << 3 << false;
        QTest::addRow("both scanned") << with({card, deed}, {scanOf(QStringLiteral("card")), scanOf(QStringLiteral("deed"))}) << 3 << true;
        QTest::addRow("a line without a file is no scan")
            << with({card}, {scanOf(QStringLiteral("card"), QString())}) << 1 << false;
        QTest::addRow("what is to follow needs none yet") << with({later}) << 0 << true;
        QTest::addRow("given back") << with({card, deed}, {}, {confirming(QStringLiteral("originalsReturned"))}) << 0 << false;
        QTest::addRow("something else confirmed") << with({card, deed}, {}, {confirming(QStringLiteral("slipWithdrawn"))}) << 3 << false;
        Dossier handedOver = with({card});
        handedOver.status.status = DossierStatus::HandedOver;
        QTest::addRow("handed over") << handedOver << 0 << false;
    }
    void tellsWhatIsHeldAndWhatIsScanned()
    {
        QFETCH(Dossier, dossier);
        const DossierRow row = DossierRow::of(dossier, Desk().rules);
        QTEST(row.held, "held");
        QTEST(row.digitised, "digitised");
        QCOMPARE(row.channel, 3);
    }

    void figuresOfWhatWasFinishedFollowEveryStep()
    {
        const Desk desk;
        const Store store = desk.founded(m_folder->filePath(QStringLiteral("store")));
        constexpr qint64 DayMs = 24 * 60 * 60 * 1000;
        // Received on Monday with three working days: due on Thursday.
        for (int n = 1; n <= 4; ++n) {
            Desk::done(store.record(desk.accepting(n)));
            Desk::done(store.record(desk.stepping(n, DossierStatus::Processing)));
        }
        QCOMPARE(outcomesOf(store), QString());
        Desk::done(store.record(desk.stepping(1, DossierStatus::Processed)));
        QCOMPARE(outcomesOf(store), QStringLiteral("23/11 H26.15/3 9.000001 outcome 1: 1"));
        *desk.clock += 3 * DayMs;
        Desk::done(store.record(desk.stepping(2, DossierStatus::Processed)));
        Desk::done(store.record(desk.stepping(3, DossierStatus::Processed)));
        *desk.clock += DayMs;
        Desk::done(store.record(desk.stepping(4, DossierStatus::Processed)));
        const QString all = QStringLiteral("23/11 H26.15/3 9.000001 outcome 1: 1, 26/11 H26.15/3 9.000001 outcome 2: 2, "
                                           "27/11 H26.15/3 9.000001 outcome 3: 1");
        QCOMPARE(outcomesOf(store), all);
        Desk::done(store.record(desk.stepping(4, DossierStatus::HandedOver)));
        QCOMPARE(outcomesOf(store), all);
        const QByteArray digest = Desk::done(store.digest());
        Desk::done(store.rebuild());
        QCOMPARE(outcomesOf(store), all);
        QCOMPARE(Desk::done(store.digest()), digest);
        Desk::done(store.record(desk.about(Desk::dossier(4), PurgePayloads{QStringLiteral("hết hạn lưu")})));
        QCOMPARE(outcomesOf(store), all);
    }

    void whatACalendarJudgedBeforeIsTakenOutAsItWentIn()
    {
        Desk desk;
        const QString path = m_folder->filePath(QStringLiteral("store"));
        {
            const Store store = desk.founded(path);
            Desk::done(store.record(desk.accepting(1)));
            Desk::done(store.record(desk.stepping(1, DossierStatus::Processing)));
            *desk.clock += qint64{4} * 24 * 60 * 60 * 1000;
            Desk::done(store.record(desk.stepping(1, DossierStatus::Processed)));
            QCOMPARE(outcomesOf(store), QStringLiteral("27/11 H26.15/3 9.000001 outcome 3: 1"));
        }
        // Published since: nobody worked on that Wednesday.
        desk.rules.calendar = WorkingCalendar(
            {{.year = 2026, .daysOff = {{QDate(2026, 11, 25), DayOff{}}}}}, {1, 2, 3, 4, 5}, {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}});
        const Result<Store> store = Store::open(path, Desk::key(), desk.options());
        QVERIFY(store);
        QCOMPARE(outcomesOf(*store), QStringLiteral("27/11 H26.15/3 9.000001 outcome 3: 1"));
        Desk::done(store->record(desk.stepping(1, DossierStatus::HandedOver)));
        QCOMPARE(outcomesOf(*store), QStringLiteral("27/11 H26.15/3 9.000001 outcome 2: 1"));
    }
};

QTEST_GUILESS_MAIN(tst_DossierRow)
#include "tst_DossierRow.moc"
