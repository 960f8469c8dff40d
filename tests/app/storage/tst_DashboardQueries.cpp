// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "app/storage/Connection.h"
#include "app/storage/DashboardQueries.h"
#include "app/storage/DashboardSql.h"

#include <QSet>

using namespace motcua;
using namespace motcua::storage;

namespace {

qint64 moment(const QString &text)
{
    const QDateTime read = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return vietnamTime(read.date(), read.time()).toMSecsSinceEpoch();
}

Id ticketId(int n)
{
    return Id::v7(1'771'000'000'000 + n, QByteArray(6, 't') + QByteArray::number(n + 1000).right(4));
}

} // namespace

/** The numbers of the dashboard, told by a store in which things happened when they did. */
class tst_DashboardQueries : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Store> m_store;

    [[nodiscard]] DashboardFigures figures() const
    {
        return Desk::done(m_store->ask(DashboardNow{DashboardDays::of(*m_desk->clock, m_desk->rules.calendar)}));
    }

    /** "2026-11-23 08:00:00 accept 1": of dossier n accept, process, ready, handOver, cancel, away; "accept 1 H26.16" is decided there. */
    void happen(const QString &line) const
    {
        const QStringList words = line.split(u' ');
        *m_desk->clock = moment(words.at(0) + u' ' + words.at(1));
        if (words.size() < 4) {
            return;
        }
        const QString &what = words.at(2);
        const int n = words.at(3).toInt();
        if (what == u"accept") {
            Act act = m_desk->accepting(n);
            AcceptDossier accepting = *act.what.as<AcceptDossier>();
            accepting.competentUnit = words.value(4);
            act.what = accepting;
            Desk::done(m_store->record(act));
        } else if (what == u"away") {
            TurnAway away{.procedure = QStringLiteral("9.000001"), .procedureName = QStringLiteral("Thủ tục thử")};
            away.reason = QStringLiteral("thiếu giấy");
            away.asked = {{.name = QStringLiteral("Giấy chứng sinh")}};
            Desk::done(m_store->record(m_desk->about(Desk::dossier(n), away)));
        } else {
            const DossierStatus to = what == u"process" ? DossierStatus::Processing
                : what == u"ready"                      ? DossierStatus::Processed
                                                        : DossierStatus::HandedOver;
            Desk::done(m_store->record(m_desk->stepping(n, to)));
        }
    }

    void step(int ticket, TicketStep what) const { Desk::done(m_store->record(m_desk->about(ticketId(ticket), StepTicket{.step = what}))); }

    /** Every number has exactly as many rows behind it, each once, however they are paged. */
    void everyNumberIsItsRows(const DashboardFigures &now) const
    {
        for (const Figure &figure : now.all()) {
            const DashboardList &list = figure.list;
            const QByteArray which = QByteArray("list ") + QByteArray::number(static_cast<int>(list.what)) + ' ' + list.first.toString(Qt::ISODate).toLatin1();
            if (list.isOfTickets()) {
                QVERIFY2(Desk::done(m_store->ask(DashboardTickets{list})).size() == figure.count, which);
                continue;
            }
            QVERIFY2(Desk::done(m_store->ask(DashboardCount{list})) == figure.count, which);
            QSet<qint64> rows;
            std::optional<WorklistKey> after;
            for (qint64 read = 0; read <= figure.count; ++read) {
                const QList<DossierSummary> page = Desk::done(m_store->ask(DashboardRows{.list = list, .after = after, .limit = 2}));
                if (page.isEmpty()) {
                    break;
                }
                for (const DossierSummary &row : page) {
                    rows.insert(row.key.no);
                    QVERIFY(row.name.isEmpty());
                }
                after = page.constLast().key;
            }
            QVERIFY2(rows.size() == figure.count, which);
            QVERIFY2(Desk::done(m_store->ask(DashboardRows{.list = list, .offset = figure.count})).isEmpty(), which);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>();
        const CalendarYear year{.year = 2026, .daysOff = {{QDate(2026, 11, 24), {DayKind::Statutory, QStringLiteral("Ngày Văn hóa Việt Nam")}}}};
        m_desk->rules.calendar
            = WorkingCalendar({year}, {1, 2, 3, 4, 5}, {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}});
        *m_desk->clock = moment(QStringLiteral("2026-10-01 08:00:00"));
        m_store = std::make_unique<Store>(m_desk->founded(m_folder->filePath(QStringLiteral("store"))));
    }

    void whatHappenedIsCounted_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("accepted"); // today, this month, as many days of the month before
        QTest::addColumn<QString>("finished"); // this month early, on time, late
        QTest::addColumn<QString>("inHand"); // all = within time + overdue
        QTest::addColumn<QString>("due"); // within two hours, today, tomorrow, the next working day after

        QTest::addRow("nothing") << "2026-11-23 10:42:00" << "0 0 0" << "0 0 0" << "0 = 0 + 0" << "0 0 0 0";
        QTest::addRow("a day ends at midnight in Vietnam")
            << "2026-11-25 23:59:59 accept 1, 2026-11-26 00:00:00 accept 2, 2026-11-26 08:00:00"
            << "1 2 0" << "0 0 0" << "2 = 2 + 0" << "0 0 0 1";
        // Monday 16/11 and three working days: Thursday 19/11.
        QTest::addRow("finished on a day before the promise is early, on the day on time, after it late")
            << "2026-11-16 08:00:00 accept 1, 2026-11-16 08:00:01 accept 2, 2026-11-16 08:00:02 accept 3, 2026-11-17 08:00:00 process 1, "
               "2026-11-17 08:00:01 process 2, 2026-11-17 08:00:02 process 3, 2026-11-18 16:00:00 ready 1, 2026-11-19 16:59:00 ready 2, "
               "2026-11-20 08:00:00 ready 3, 2026-11-20 09:00:00"
            << "0 3 0" << "1 1 1" << "0 = 0 + 0" << "0 0 0 0";
        QTest::addRow("a result that waits to be collected is not overdue")
            << "2026-11-16 08:00:00 accept 1, 2026-11-17 08:00:00 process 1, 2026-11-18 08:00:00 ready 1, 2026-11-30 08:00:00"
            << "0 1 0" << "1 0 0" << "0 = 0 + 0" << "0 0 0 0";
        QTest::addRow("collected later, it counts on the day its result was there")
            << "2026-10-26 08:00:00 accept 1, 2026-10-27 08:00:00 process 1, 2026-10-28 08:00:00 ready 1, 2026-11-02 08:00:00 handOver 1, "
               "2026-11-30 08:00:00"
            << "0 0 1" << "0 0 0" << "0 = 0 + 0" << "0 0 0 0";
        QTest::addRow("the last day of a month is compared with the whole month before")
            << "2026-10-01 08:00:00 accept 1, 2026-10-31 23:30:00 accept 2, 2026-11-01 00:10:00 accept 3, 2026-11-30 08:00:00"
            << "0 1 2" << "0 0 0" << "3 = 0 + 3" << "0 0 0 0";
        QTest::addRow("another day with as many days as this month has had")
            << "2026-10-01 08:00:00 accept 1, 2026-10-31 23:30:00 accept 2, 2026-11-01 00:10:00 accept 3, 2026-11-29 08:00:00"
            << "0 1 1" << "0 0 0" << "3 = 0 + 3" << "0 0 0 0";
        // Thursday 19/11: Friday, Monday, and Wednesday because Tuesday is off.
        QTest::addRow("nothing is due on a holiday tomorrow, and the day after it stands by itself")
            << "2026-11-19 08:00:00 accept 1, 2026-11-23 08:00:00" << "0 1 0" << "0 0 0" << "1 = 1 + 0" << "0 0 0 1";
        QTest::addRow("due today, and within two hours of the close")
            << "2026-11-16 08:00:00 accept 1, 2026-11-19 15:30:00" << "0 1 0" << "0 0 0" << "1 = 1 + 0" << "1 1 0 0";
        QTest::addRow("due today, and more than two hours are left")
            << "2026-11-16 08:00:00 accept 1, 2026-11-19 14:00:00" << "0 1 0" << "0 0 0" << "1 = 1 + 0" << "0 1 0 0";
        QTest::addRow("due tomorrow") << "2026-11-16 08:00:00 accept 1, 2026-11-18 14:00:00" << "0 1 0" << "0 0 0" << "1 = 1 + 0" << "0 0 1 0";
        QTest::addRow("at the moment of its promise a dossier is not overdue yet")
            << "2026-11-16 08:00:00 accept 1, 2026-11-19 17:00:00" << "0 1 0" << "0 0 0" << "1 = 1 + 0" << "1 1 0 0";
        QTest::addRow("a second later it is") << "2026-11-16 08:00:00 accept 1, 2026-11-19 17:00:01" << "0 1 0" << "0 0 0" << "1 = 0 + 1"
                                              << "0 0 0 0";
        QTest::addRow("who was turned away at the counter is in no number")
            << "2026-11-16 08:00:00 away 1, 2026-11-16 09:00:00" << "0 0 0" << "0 0 0" << "0 = 0 + 0" << "0 0 0 0";
    }

    void whatHappenedIsCounted()
    {
        QFETCH(QString, story);
        for (const QString &line : story.split(QStringLiteral(", "))) {
            happen(line);
        }
        const DashboardFigures now = figures();
        const auto told = [](const QString &pattern, const QList<Figure> &numbers) {
            QString text = pattern;
            for (const Figure &one : numbers) {
                text = text.replace(text.indexOf(u'#'), 1, QString::number(one.count));
            }
            return text;
        };
        QTEST(told(u"# # #"_qs, {now.today.accepted, now.month.accepted, now.before.accepted}), "accepted");
        QTEST(told(u"# # #"_qs, {now.month.finished.early, now.month.finished.onTime, now.month.finished.late}), "finished");
        QTEST(told(u"# = # + #"_qs, {now.inHand, now.withinTime, now.overdue}), "inHand");
        QTEST(told(u"# # # #"_qs, {now.dueSoon, now.dueToday, now.dueTomorrow, now.dueNext}), "due");
        everyNumberIsItsRows(now);
    }

    void overdueIsToldByWhoDecides()
    {
        happen(QStringLiteral("2026-11-16 08:00:00 accept 1"));
        happen(QStringLiteral("2026-11-16 08:00:01 accept 2 H26.16"));
        happen(QStringLiteral("2026-11-16 08:00:02 accept 3 H26.16"));
        happen(QStringLiteral("2026-11-20 08:00:00"));
        const DashboardFigures now = figures();
        QStringList told;
        for (const DashboardFigures::Unit &one : now.overdueByUnit) {
            told.append(one.unit + u' ' + QString::number(one.overdue.count));
        }
        QCOMPARE(told, (QStringList{u"H26.15 1"_qs, u"H26.16 2"_qs}));
        QCOMPARE(now.overdue.count, qint64{3});
        everyNumberIsItsRows(now);
    }

    void whatWasReceivedTodayIsToldByStatus()
    {
        happen(QStringLiteral("2026-11-15 08:00:00 accept 9"));
        happen(QStringLiteral("2026-11-16 08:00:00 accept 1"));
        happen(QStringLiteral("2026-11-16 08:00:01 accept 2"));
        happen(QStringLiteral("2026-11-16 08:00:02 accept 3"));
        happen(QStringLiteral("2026-11-16 09:00:00 process 2"));
        happen(QStringLiteral("2026-11-16 09:00:01 process 9"));
        const DashboardFigures now = figures();
        QCOMPARE(now.todayByStatus.size(), 2);
        QCOMPARE(now.todayByStatus.at(0).status, 2);
        QCOMPARE(now.todayByStatus.at(0).dossiers.count, qint64{2});
        QCOMPARE(now.todayByStatus.at(1).status, 4);
        QCOMPARE(now.todayByStatus.at(1).dossiers.count, qint64{1});
        everyNumberIsItsRows(now);
    }

    void whatIsToBeScannedIsCountedAndWhatIsDigitisedOnlyWhenItIs()
    {
        CalendarLaw law = m_desk->rules.calendar.law();
        law.services.transferCutOff = QTime(15, 0);
        law.services.scanLater = {true, true};
        m_desk->rules.calendar = WorkingCalendar(law);
        m_store.reset();
        m_store = std::make_unique<Store>(m_desk->founded(m_folder->filePath(QStringLiteral("scans"))));
        *m_desk->clock = moment(QStringLiteral("2026-11-16 08:00:00"));
        const auto told = [this](const char *at) {
            *m_desk->clock = moment(QStringLiteral("2026-11-") + QLatin1String(at));
            const DashboardFigures now = figures();
            everyNumberIsItsRows(now);
            return QStringLiteral("%1 to scan, %2 over, %3 digitised, %4").arg(now.notScanned.count).arg(now.scanOverdue.count).arg(now.digitised.count).arg(now.digitisedPermille());
        };
        const auto scan = [this](int n, const QString &paper) {
            Desk::done(m_store->record(m_desk->about(Desk::dossier(n), AddPaper{.paper = paper, .attachment = QStringLiteral("77aa"), .details = {}})));
        };
        const auto accept = [this](int n) { Desk::done(m_store->record(m_desk->accepting(n))); };
        m_desk->papers = {{.id = QStringLiteral("card"), .name = QStringLiteral("Căn cước")}, {.id = QStringLiteral("deed"), .name = QStringLiteral("Hợp đồng")}};
        accept(1);
        accept(2);
        m_desk->results = {{QStringLiteral("KQ.1"), QStringLiteral("Trích lục")}};
        accept(3);
        m_desk->papers.clear();
        m_desk->results.clear();
        accept(4); // nothing to scan, and nothing digitised
        QCOMPARE(told("16 08:00:01"), QStringLiteral("3 to scan, 0 over, 0 digitised, 0"));
        QCOMPARE(told("16 17:00:00"), QStringLiteral("3 to scan, 0 over, 0 digitised, 0"));
        QCOMPARE(told("16 17:00:01"), QStringLiteral("3 to scan, 3 over, 0 digitised, 0"));
        scan(1, QStringLiteral("card"));
        QCOMPARE(told("17 08:00:00"), QStringLiteral("3 to scan, 3 over, 1 digitised, 250")); // one paper is enough for the index, not for the list
        scan(1, QStringLiteral("deed"));
        scan(3, QStringLiteral("card"));
        scan(3, QStringLiteral("deed"));
        QCOMPARE(told("17 08:00:01"), QStringLiteral("1 to scan, 1 over, 1 digitised, 250")); // the third yields a paper that is not there
        scan(3, QStringLiteral("result"));
        QCOMPARE(told("17 08:00:02"), QStringLiteral("1 to scan, 1 over, 2 digitised, 500"));
        QCOMPARE(figures().month.accepted.count, 4);
        *m_desk->clock = moment(QStringLiteral("2026-12-01 08:00:00"));
        QCOMPARE(figures().digitised.count, 0); // of this month
        QCOMPARE(figures().digitisedPermille(), -1);
    }

    void whatUsesAPaperAgainIsCountedOnce()
    {
        *m_desk->clock = moment(QStringLiteral("2026-11-16 08:00:00"));
        m_desk->papers = {{.id = QStringLiteral("card"), .name = QStringLiteral("Căn cước")}, {.id = QStringLiteral("deed"), .name = QStringLiteral("Hợp đồng")}};
        const auto paper = [this](int n, const QString &id, const std::optional<PaperReuse> &reuse) {
            PaperFile file{.attachment = QStringLiteral("77aa"), .mediaType = QStringLiteral("application/pdf"), .bytes = 9, .digest = QString(64, u'7')};
            file.reuse = reuse;
            return m_desk->about(Desk::dossier(n), AddPaper{.paper = id, .attachment = file.attachment, .details = file.details()});
        };
        const auto told = [this] {
            const DashboardFigures now = figures();
            everyNumberIsItsRows(now);
            return QStringLiteral("%1 of %2, %3").arg(now.reusing.count).arg(now.month.accepted.count).arg(now.reusingPermille());
        };
        const Recorded first = Desk::done(m_store->record(m_desk->accepting(1)));
        Desk::done(m_store->record(paper(1, QStringLiteral("card"), std::nullopt)));
        Desk::done(m_store->record(paper(1, QStringLiteral("deed"), std::nullopt)));
        Desk::done(m_store->record(m_desk->accepting(2)));
        *m_desk->clock = moment(QStringLiteral("2026-11-17 08:00:00"));
        QCOMPARE(told(), QStringLiteral("0 of 2, 0"));
        for (const QString &id : {QStringLiteral("card"), QStringLiteral("deed")}) {
            Desk::done(m_store->record(paper(2, id, PaperReuse{.dossier = Desk::dossier(1), .code = first.dossier->code, .receivedAtMs = first.receiptMs, .paper = id})));
            QCOMPARE(told(), QStringLiteral("1 of 2, 500"));
        }
        *m_desk->clock = moment(QStringLiteral("2026-12-01 08:00:00"));
        QCOMPARE(figures().reusing.count, 0); // of this month
        QCOMPARE(figures().reusingPermille(), -1);
    }

    void daysWithoutWorkStandOnlyWhereSomethingWasFinished()
    {
        // Saturday 21/11 was worked on one dossier; Sunday and the holiday are left out.
        happen(QStringLiteral("2026-11-19 08:00:00 accept 1"));
        happen(QStringLiteral("2026-11-20 08:00:00 process 1"));
        happen(QStringLiteral("2026-11-21 09:00:00 ready 1"));
        happen(QStringLiteral("2026-11-25 09:00:00"));
        const DashboardFigures now = figures();
        QStringList told;
        for (const OutcomeFigures &day : now.byDay) {
            told.append(day.first.toString(u"dd") + u':' + QString::number(day.finished()));
        }
        QCOMPARE(told.join(u' '), QStringLiteral("12:0 13:0 16:0 17:0 18:0 19:0 20:0 21:1 23:0 25:0"));
        everyNumberIsItsRows(now);
    }

    void theHallIsToldWithoutAName()
    {
        QVERIFY(!figures().usesTickets);
        const auto at = [this](const char *time) { *m_desk->clock = moment(QStringLiteral("2026-11-23 ") + QLatin1String(time)); };
        const auto issue = [this](int n, const QString &group) { Desk::done(m_store->record(m_desk->about(ticketId(n), IssueTicket{.group = group}))); };
        at("08:00:00");
        Desk::done(m_store->record(m_desk->about(ticketId(90), OpenShift{})));
        issue(1, u"A"_qs);
        issue(2, u"A"_qs);
        at("08:10:00");
        issue(3, u"B"_qs);
        step(1, TicketStep::Call);
        step(1, TicketStep::Begin);
        at("08:20:00");
        step(1, TicketStep::Finish);
        at("09:05:00");
        issue(4, u"B"_qs);
        step(2, TicketStep::Call);
        step(2, TicketStep::Begin);
        at("09:06:00");
        const DashboardFigures now = figures();
        QVERIFY(now.usesTickets);
        QCOMPARE(now.hall.waiting, 2);
        QCOMPARE(now.hall.hourAgo, std::optional(2)); // at 8:06, before B001
        QCOMPARE(now.hall.longest, QStringLiteral("B001"));
        QCOMPARE(now.hall.desks.size(), 1);
        const DeskFigures desk = now.hall.desks.constFirst();
        QCOMPARE(desk.desk, QStringLiteral("H26.15/3"));
        QCOMPARE(desk.ticket, QStringLiteral("A002"));
        QCOMPARE(desk.served, 1);
        QVERIFY(desk.isOpened);
        QCOMPARE(now.officers.value(desk.person), QStringLiteral("Người Thử"));
        everyNumberIsItsRows(now);
        *m_desk->clock = moment(QStringLiteral("2026-11-24 09:06:00"));
        QCOMPARE(figures().hall.waiting, 0); // tickets are of their day
    }

    // At a million dossiers nothing may be looked through: every question has an index, and of no list more is sorted than what is due at
    // one moment.
    void everyQuestionIsAnsweredByAnIndex()
    {
        using namespace dashboardsql;
        QList<QByteArray> all{AcceptedByDay, FinishedByDay, DayByStatus, InHand, OverdueByUnit, DueBetween, TicketsOfDay, ShiftsOfDay, ShiftsLeftOpen, FeedbackOpen, FeedbackOfDay,
            NotScanned, Digitised, Reusing};
        for (int what = static_cast<int>(DashboardList::What::Accepted); what <= static_cast<int>(DashboardList::What::Reusing); ++what) {
            for (const bool narrow : {false, true}) {
                const DashboardList list{.what = static_cast<DashboardList::What>(what), .status = narrow ? 4 : 0, .outcome = narrow ? 3 : 1,
                    .unit = narrow ? QStringLiteral("H26.15") : QString()};
                all.append(count(list));
                all.append(page(list, false));
                all.append(page(list, true));
            }
        }
        Connection connection(m_folder->filePath(QStringLiteral("store")), Desk::key(), {});
        for (const QByteArray &sql : all) {
            Statement plan = connection.oneOff("EXPLAIN QUERY PLAN " + sql);
            while (plan.step()) {
                const QString step = plan.string(3);
                const bool isFound = !step.startsWith(u"SCAN") || step.contains(u"COVERING INDEX p_dossier_in_hand") || step.contains(u"COVERING INDEX p_dossier_unscanned") || step.contains(u"p_shift_open")
                    || step.contains(u"COVERING INDEX p_feedback_open");
                QVERIFY2(isFound && !step.contains(u"FOR ORDER BY"), qPrintable(step + u'\n' + QString::fromUtf8(sql)));
            }
            if (sql.contains("finished_at = 0")) {
                Statement way = connection.oneOff("EXPLAIN QUERY PLAN " + sql);
                QVERIFY(way.step());
                QVERIFY2(way.string(3).contains(u"p_dossier_in_hand"), qPrintable(way.string(3) + u'\n' + QString::fromUtf8(sql)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_DashboardQueries)
#include "tst_DashboardQueries.moc"
