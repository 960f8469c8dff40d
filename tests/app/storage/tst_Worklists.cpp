// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "app/storage/Connection.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/LocalTables.h"
#include "tests/models/journal/Author.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>
#include <functional>

using namespace motcua;
using namespace motcua::storage;
using List = WorklistPage::List;

namespace {

constexpr int Many = 3000;
constexpr qint64 MinuteMs = 60'000;
const qint64 First = vietnamTime(QDate(2026, 11, 2), QTime(8, 0)).toMSecsSinceEpoch();

/** An invented dossier: everything about it follows from its number. */
struct Invented
{
    int n = 0;

    [[nodiscard]] int channel() const { return n % 10 == 3 ? 2 : n % 10 == 7 ? 3 : 1; }
    [[nodiscard]] int status() const
    {
        static const QList<int> ways{2, 4, 5, 9, 10, 2, 4, 8};
        return channel() == 2 && n % 4 == 3 ? 1 : ways.at((n / 10) % ways.size());
    }
    [[nodiscard]] bool isOpen() const { return status() != 10 && status() != 8; }
    [[nodiscard]] int held() const { return status() == 10 ? 0 : n % 6 == 0 ? 2 : 0; }
    [[nodiscard]] bool hasPaper() const { return n % 3 == 0; }
    [[nodiscard]] bool isScanned() const { return !hasPaper() || n % 9 == 0; }
    /** Of what came by post; an older program wrote down none. */
    [[nodiscard]] std::optional<Envelope> envelope() const
    {
        return channel() == 3 && n % 4 != 1 ? std::optional(Envelope{QStringLiteral("RN%1VN").arg(n, 9, 10, QChar(u'0')), false, QDate(2026, 11, 2), n + 1,
                                                  n % 8 == 3 ? Envelope::Answer::AtCounter : Envelope::Answer::ByPost})
                                            : std::nullopt;
    }
    [[nodiscard]] qint64 receivedAt() const { return First + (n / 2) * MinuteMs; } // two at one moment
    [[nodiscard]] qint64 dueAt() const { return First + ((n * 37) % 4000) * 10 * MinuteMs; }
    [[nodiscard]] QString procedure() const { return n % 5 == 0 ? QStringLiteral("1.001193") : QStringLiteral("2.000635"); }
};

QString iso(qint64 ms)
{
    return vietnamTime(ms).toString(Qt::ISODate);
}

} // namespace

/** The lists of the counter on some thousand dossiers: what is in them, in which order, and that no list is looked for row by row. */
class tst_Worklists : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Desk m_desk;
    std::optional<Store> m_store;
    QList<journal::Entry> m_entries;

    static QList<journal::Entry> entriesOf(journal::Author &author, const Invented &one, const QJsonObject &golden)
    {
        QJsonObject payload = golden;
        payload.insert(QStringLiteral("channel"), one.channel());
        if (const auto envelope = one.envelope()) {
            payload.insert(QStringLiteral("post"), envelope->toJson());
        }
        payload.insert(QStringLiteral("status"), one.status() == 1 ? 1 : 2);
        payload.insert(QStringLiteral("code"), QStringLiteral("H26.1.13-261102-%1").arg(one.n, 4, 10, QChar(u'0')));
        payload.insert(QStringLiteral("procedure"), one.procedure());
        payload.insert(QStringLiteral("receivedAt"), iso(one.receivedAt()));
        payload.insert(QStringLiteral("dueAt"), iso(one.dueAt()));
        QJsonArray papers;
        if (one.hasPaper()) {
            papers.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("id-card")}, {QStringLiteral("name"), QStringLiteral("Căn cước")}, {QStringLiteral("state"), QStringLiteral("met")},
                {QStringLiteral("held"), one.n % 6 == 0 ? 2 : 0}});
        }
        payload.insert(QStringLiteral("papers"), papers);
        QList<journal::Entry> entries;
        const auto add = [&](const char *kind, const QJsonObject &what) {
            const QList<journal::EntryKey> basis = entries.isEmpty() ? QList<journal::EntryKey>() : QList{entries.constLast().header.key};
            entries.append(author.write(Desk::dossier(one.n), kind, what, basis, one.receivedAt() + entries.size() * 1000));
        };
        const auto step = [&add](int from, int to, const char *event) {
            QJsonObject what{{QStringLiteral("from"), from}, {QStringLiteral("to"), to}};
            what.insert(QStringLiteral("event"), QLatin1String(event));
            add(journal::kind::DossierStepped, what);
        };
        add(journal::kind::DossierAccepted, payload);
        if (one.hasPaper() && one.isScanned()) {
            add(journal::kind::PaperAdded, {{QStringLiteral("paper"), QStringLiteral("id-card")}, {QStringLiteral("attachment"), QStringLiteral("77aa")}});
        }
        if (one.status() > 2) {
            step(2, 4, "transfer");
        }
        if (one.status() == 5) {
            step(4, 5, "request_supplement");
        } else if (one.status() == 8) {
            step(4, 8, "stop");
        } else if (one.status() > 8) {
            step(4, 9, "result_ready");
        }
        if (one.status() == 10) {
            step(9, 10, "hand_over_result");
        }
        return entries;
    }

    [[nodiscard]] static QList<journal::Entry> madeUp()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/journal/dossier.accepted.v1.terms.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no golden acceptance");
        }
        const QJsonObject golden = QJsonDocument::fromJson(file.readAll()).object();
        journal::Author author('w');
        QList<journal::Entry> entries;
        for (int n = 0; n < Many; ++n) {
            entries += entriesOf(author, {n}, golden);
        }
        return entries;
    }

    static void take(const Store &store, const QList<journal::Entry> &entries, int batch)
    {
        for (qsizetype at = 0; at < entries.size(); at += batch) {
            QVERIFY(Desk::done(store.ingest(entries.mid(at, batch))).refused.isEmpty());
        }
    }

    static qint64 endOfToday() { return vietnamTime(QDate(2026, 11, 11), QTime(0, 0)).toMSecsSinceEpoch() - 1; }

    [[nodiscard]] qint64 scanDueOf(const Invented &one) const { return scanDue(vietnamTime(one.receivedAt()), m_desk.rules.calendar)->toMSecsSinceEpoch(); }

    [[nodiscard]] QList<int> expected(List list, const WorklistFilter &filter = {}) const
    {
        QList<int> all;
        const bool byPromise = list == List::DueUntil || list == List::Ready;
        for (int n = 0; n < Many; ++n) {
            const Invented one{n};
            const int status = one.status();
            bool isIn = true;
            switch (list) {
            case List::All:
                break;
            case List::Open:
                isIn = one.isOpen();
                break;
            case List::OfStatus:
            case List::InConflict:
                isIn = false;
                break;
            case List::DueUntil:
                isIn = one.isOpen() && one.dueAt() <= endOfToday();
                break;
            case List::NewOnline:
                isIn = one.channel() == 2 && status == 1;
                break;
            case List::ByPost:
                isIn = one.channel() == 3 && one.isOpen();
                break;
            case List::Awaiting:
                isIn = status == 5;
                break;
            case List::Ready:
                isIn = status == 9;
                break;
            case List::NotDigitised:
                isIn = one.isOpen() && !one.isScanned();
                break;
            case List::Held:
                isIn = one.held() > 0;
                break;
            }
            isIn = isIn && (filter.procedure.isEmpty() || one.procedure() == filter.procedure);
            if (isIn && (!filter.dueUntil || one.dueAt() <= *filter.dueUntil)) {
                all.append(n);
            }
        }
        const bool ascending = WorklistPage::isAscending(list);
        std::sort(all.begin(), all.end(), [=, this](int a, int b) {
            const auto key = [=, this](int n) {
                return std::pair(list == List::NotDigitised ? scanDueOf({n}) : byPromise ? Invented{n}.dueAt() : Invented{n}.receivedAt(), n);
            };
            return ascending ? key(a) < key(b) : key(a) > key(b);
        });
        return all;
    }

    [[nodiscard]] QList<int> walked(WorklistPage query) const
    {
        QList<int> all;
        for (;;) {
            const WorklistPage::Page page = Desk::done(m_store->ask(query));
            if (page.rows.isEmpty()) {
                return all;
            }
            for (const DossierSummary &row : page.rows) {
                all.append(QStringView(row.code).right(4).toInt());
            }
            query.after = page.rows.constLast().key;
        }
    }

    static void eachList()
    {
        QTest::addColumn<int>("list");
        const QList<std::pair<const char *, List>> lists{{"all", List::All}, {"open", List::Open}, {"due today", List::DueUntil},
            {"new online", List::NewOnline}, {"by post", List::ByPost}, {"awaiting a supplement", List::Awaiting}, {"ready", List::Ready},
            {"not scanned", List::NotDigitised}, {"originals held", List::Held}, {"in conflict", List::InConflict}};
        for (const auto &[name, list] : lists) {
            QTest::newRow(name) << static_cast<int>(list);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        CalendarLaw law = m_desk.rules.calendar.law();
        law.services.transferCutOff = QTime(15, 0);
        law.services.scanLater = {true, true};
        m_desk.rules.calendar = WorkingCalendar(law);
        m_store = m_desk.founded(m_folder.filePath(QStringLiteral("store.db")));
        m_entries = madeUp();
        take(*m_store, m_entries, 500);
    }

    void eachListHoldsWhatItSaysInItsOrder_data() { eachList(); }
    void eachListHoldsWhatItSaysInItsOrder()
    {
        QFETCH(int, list);
        const WorklistPage query{.list = static_cast<List>(list), .until = endOfToday(), .limit = 37};
        const QList<int> should = expected(query.list);
        QCOMPARE(walked(query), should);
        QCOMPARE(Desk::done(m_store->ask(query)).count, qint64{should.size()});
        QVERIFY(query.list == List::InConflict || should.size() > 30);
    }

    void theListOfThePostTellsOfTheEnvelopes()
    {
        const QList<DossierSummary> rows = Desk::done(m_store->ask(WorklistPage{.list = List::ByPost, .limit = 1000})).rows;
        QVERIFY(rows.size() > 100);
        int stepped = 0; // whose state is more than the place of its acceptance
        for (const DossierSummary &row : rows) {
            const Invented one{QStringView(row.code).right(4).toInt()};
            QCOMPARE(row.post, one.envelope());
            stepped += one.status() > 2 ? 1 : 0;
        }
        QVERIFY(stepped > 0 && stepped < rows.size());
        for (const DossierSummary &row : Desk::done(m_store->ask(WorklistPage{.list = List::Open, .limit = 1000})).rows) {
            QVERIFY(!row.post); // nothing else is read for the other lists
        }
    }

    void theListOfScansTellsOfPapersAndTheirTime()
    {
        const QList<DossierSummary> rows = Desk::done(m_store->ask(WorklistPage{.list = List::NotDigitised, .limit = 1000})).rows;
        QVERIFY(rows.size() > 100);
        for (const DossierSummary &row : rows) {
            QCOMPARE(row.unscanned, QStringList{QStringLiteral("Căn cước")});
            QCOMPARE(row.scanDueAt, scanDueOf({QStringView(row.code).right(4).toInt()}));
        }
        // Whoever looks in the middle of the second day sees the first day's above today's.
        QVERIFY(rows.constFirst().scanDueAt < rows.constLast().scanDueAt);
        for (const DossierSummary &row : Desk::done(m_store->ask(WorklistPage{.list = List::Open, .limit = 1000})).rows) {
            QVERIFY(row.unscanned.isEmpty() && row.scanDueAt == 0);
        }
    }

    void aFilterLeavesTheOrder_data() { eachList(); }
    void aFilterLeavesTheOrder()
    {
        QFETCH(int, list);
        const qint64 soon = First + 9000 * MinuteMs;
        for (const WorklistFilter &filter : {WorklistFilter{.procedure = QStringLiteral("1.001193")}, WorklistFilter{.dueUntil = soon},
                 WorklistFilter{.procedure = QStringLiteral("2.000635"), .dueUntil = soon}}) {
            const WorklistPage query{.list = static_cast<List>(list), .until = endOfToday(), .limit = 50, .filter = filter};
            const QList<int> should = expected(query.list, filter);
            QCOMPARE(walked(query), should);
            QCOMPARE(Desk::done(m_store->ask(query)).count, qint64{should.size()});
            WorklistPage far = query;
            far.offset = should.size() / 2;
            far.limit = 1;
            const WorklistPage::Page page = Desk::done(m_store->ask(far));
            QCOMPARE(page.rows.isEmpty() ? -1 : QStringView(page.rows.constFirst().code).right(4).toInt(), should.value(should.size() / 2, -1));
        }
    }

    void aPageInFrontIsTheNearest_data() { eachList(); }
    void aPageInFrontIsTheNearest()
    {
        QFETCH(int, list);
        WorklistPage query{.list = static_cast<List>(list), .until = endOfToday(), .limit = 1000};
        const QList<DossierSummary> all = Desk::done(m_store->ask(query)).rows;
        if (all.isEmpty()) {
            return;
        }
        query.before = all.at(all.size() / 2).key;
        query.limit = 10;
        QCOMPARE(Desk::done(m_store->ask(query)).rows, all.mid(std::max<qsizetype>(0, all.size() / 2 - 10), std::min<qsizetype>(10, all.size() / 2)));
    }

    void countsAreThoseOfTheLists()
    {
        Draft draft{Desk::dossier(9000), Desk::idOf('o'), Desk::idOf('v'), QStringLiteral("9.000001"), QStringLiteral("e"), "{}", 5};
        Desk::done(m_store->keepDraft(draft));
        WorklistCounts query{.lists = {List::DueUntil, List::NewOnline, List::ByPost, List::Awaiting, List::Ready, List::NotDigitised, List::Held,
                                 List::InConflict, List::Open, List::All}, .until = endOfToday(), .person = Desk::idOf('o')};
        const WorklistCounts::Counts counts = Desk::done(m_store->ask(query));
        for (const List list : query.lists) {
            QCOMPARE(counts.lists.value(list), qint64{expected(list).size()});
        }
        QCOMPARE(counts.drafts, 1);
        query.person = Desk::idOf('x');
        QCOMPARE(Desk::done(m_store->ask(query)).drafts, 0);
    }

    void noListIsLookedForRowByRow_data() { eachList(); }
    void noListIsLookedForRowByRow()
    {
        QFETCH(int, list);
        Connection connection(m_store->path(), Desk::key(), {});
        static const QMap<List, QString> indexes{{List::All, QStringLiteral("p_dossier_received")}, {List::Open, QStringLiteral("p_dossier_open")},
            {List::DueUntil, QStringLiteral("p_dossier_due")}, {List::NewOnline, QStringLiteral("p_dossier_online")},
            {List::ByPost, QStringLiteral("p_dossier_post")}, {List::Awaiting, QStringLiteral("p_dossier_status")},
            {List::Ready, QStringLiteral("p_dossier_ready")}, {List::NotDigitised, QStringLiteral("p_dossier_unscanned")},
            {List::Held, QStringLiteral("p_dossier_held")}, {List::InConflict, QStringLiteral("p_dossier_conflict")}};
        const WorklistPage page{.list = static_cast<List>(list)};
        for (const QByteArray &sql : {page.rowsSql(false), page.rowsSql(true), page.countSql()}) {
            QStringList plan;
            Statement row = connection.oneOff("EXPLAIN QUERY PLAN " + sql);
            while (row.step()) {
                plan.append(row.string(3));
            }
            const QString told = plan.join(u'\n');
            const auto of = [&plan](const QString &what) {
                return std::count_if(plan.cbegin(), plan.cend(), [&what](const QString &line) { return line.contains(what); });
            };
            // Found in order in the index, of lists that may be long in it alone; only the rows of the page are looked up and put in order again.
            const bool isShort = page.list == List::NewOnline;
            const QString index = (isShort ? QStringLiteral("INDEX ") : QStringLiteral("COVERING INDEX ")) + indexes.value(page.list);
            QVERIFY2(of(index) == 1, qPrintable(told));
            QVERIFY2(of(QStringLiteral("SCAN d")) + of(QStringLiteral("SEARCH d USING COVERING")) + of(QStringLiteral("SEARCH d USING INDEX")) == 1,
                qPrintable(told));
            QVERIFY2(of(QStringLiteral("TEMP B-TREE")) <= 1 && of(QStringLiteral("AUTOMATIC")) == 0, qPrintable(told));
        }
    }

    void anyOrderOfArrivalGivesTheSameTables()
    {
        QRandomGenerator random(5);
        QList<journal::Entry> order = m_entries.mid(0, 1500);
        QByteArray told;
        for (int round = 0; round < 3; ++round) {
            const Desk desk(9, 'q');
            const Store store = desk.founded(m_folder.filePath(QStringLiteral("r%1").arg(round)));
            take(store, order, 400);
            std::shuffle(order.begin(), order.end(), random);
            const auto rows = [&store](List list) {
                QList<QString> codes;
                for (const DossierSummary &row : Desk::done(store.ask(WorklistPage{.list = list, .until = endOfToday(), .limit = 1000})).rows) {
                    codes.append(row.code);
                }
                std::sort(codes.begin(), codes.end()); // dossiers of one moment stand in the order of their arrival
                return codes.join(u' ').toUtf8();
            };
            const QByteArray now = rows(List::Ready) + rows(List::Held) + rows(List::NotDigitised) + rows(List::ByPost) + rows(List::NewOnline);
            QVERIFY(told.isEmpty() || now == told);
            told = now;
            const QByteArray digest = Desk::done(store.digest());
            Desk::done(store.rebuild());
            QCOMPARE(Desk::done(store.digest()), digest);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Worklists)
#include "tst_Worklists.moc"
