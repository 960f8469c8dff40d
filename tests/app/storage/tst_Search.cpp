// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/NameIndex.h"
#include "models/base/Text.h"

#include <QRandomGenerator>

#include <limits>

using namespace motcua;
using namespace motcua::storage;

class tst_Search : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Desk m_desk;
    std::optional<Store> m_store;
    QStringList m_names; ///< by number of the dossier

    static QString inventedName(QRandomGenerator &random)
    {
        static const QStringList families{QStringLiteral("Nguyễn"), QStringLiteral("Nguyễn"), QStringLiteral("Trần"), QStringLiteral("Lê"),
            QStringLiteral("Phạm"), QStringLiteral("Phan"), QStringLiteral("Đặng"), QStringLiteral("Đỗ"), QStringLiteral("Y"), QStringLiteral("Hoàng")};
        static const QStringList middles{QStringLiteral("Thị"), QStringLiteral("Văn"), QStringLiteral("Thị Thanh"), QStringLiteral("Đức"),
            QStringLiteral("Ngọc"), QStringLiteral("Thị Thị"), QString(), QStringLiteral("Trần")};
        static const QStringList given{QStringLiteral("Hoà"), QStringLiteral("Hòa"), QStringLiteral("Hoàn"), QStringLiteral("Hương"),
            QStringLiteral("Nghiêng"), QStringLiteral("Thiêm Êñuôl"), QStringLiteral("Đạt"), QStringLiteral("Anh"), QStringLiteral("K’Brôi"), QStringLiteral("An")};
        const auto pick = [&random](const QStringList &list) { return list[random.bounded(list.size())]; };
        return QStringLiteral("%1 %2 %3").arg(pick(families), pick(middles), pick(given)).simplified();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_store = m_desk.founded(m_folder.filePath(QStringLiteral("store.db")));
        QRandomGenerator random(3);
        QList<Act> acts;
        for (int n = 0; n < 900; ++n) {
            m_names.append(inventedName(random));
            acts.append(m_desk.accepting(n, m_names.last(), QStringLiteral("0001900%1").arg(n, 5, 10, QChar(u'0')), QStringLiteral("0200%1").arg(n, 7, 10, QChar(u'0'))));
            *m_desk.clock += n % 3 ? 1000 : 0; // some at the same moment: the order must still be total
        }
        Desk::done(m_store->recordAll(acts));
    }

    void findsEveryNameThatBruteForceFinds()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 400; ++round) {
            QStringList words = m_names[random.bounded(m_names.size())].split(u' ');
            std::shuffle(words.begin(), words.end(), random);
            words = words.mid(0, 1 + random.bounded(words.size()));
            for (QString &word : words) {
                word = word.left(1 + random.bounded(word.size()));
                word = random.bounded(2) ? word.toUpper() : word;
            }
            QString typed = words.join(u' ');
            typed = random.bounded(2) ? typed.normalized(QString::NormalizationForm_D) : typed;
            typed = random.bounded(3) ? typed : text::folded(typed);
            const QStringList folded = text::foldedWords(typed);
            QSet<Id> expected;
            for (qsizetype n = 0; n < m_names.size(); ++n) {
                if (names::matches(text::folded(m_names[n]), folded)) {
                    expected.insert(Desk::dossier(static_cast<int>(n)));
                }
            }
            QSet<Id> found;
            for (const DossierSummary &row : Desk::done(m_store->ask(FindDossiers{typed, 1000}))) {
                found.insert(row.id);
            }
            QVERIFY2(!expected.isEmpty(), qPrintable(typed));
            QVERIFY2(found == expected, qPrintable(QStringLiteral("%1: %2 instead of %3").arg(typed).arg(found.size()).arg(expected.size())));
        }
    }

    void wordsMatch_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("matches");
        QTest::newRow("beginnings of words") << QStringLiteral("Nguyễn Thị Hoàn") << QStringLiteral("ng t hoa") << true;
        QTest::newRow("in any order") << QStringLiteral("Nguyễn Thị Hoàn") << QStringLiteral("hoan nguyen") << true;
        QTest::newRow("đ as d") << QStringLiteral("Đặng Đức Đạt") << QStringLiteral("dang dat") << true;
        QTest::newRow("each word once") << QStringLiteral("Nguyễn Thị Hoàn") << QStringLiteral("thi thi") << false;
        QTest::newRow("unless it stands there twice") << QStringLiteral("Lê Thị Thị Hoa") << QStringLiteral("thi thi") << true;
        QTest::newRow("a short word leaves a longer one its place") << QStringLiteral("Tran Trang") << QStringLiteral("tran trang") << true;
        QTest::newRow("not inside a word") << QStringLiteral("Nguyễn Thị Hoàn") << QStringLiteral("oan") << false;
    }

    void wordsMatch()
    {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(bool, matches);
        QCOMPARE(names::matches(names::key({name}), text::foldedWords(typed)), matches);
    }

    void exactCodeStandsFirst()
    {
        const auto rows = Desk::done(m_store->ask(FindDossiers{QStringLiteral("h26.15-261123-3007"), 10}));
        QCOMPARE(rows.first().id, Desk::dossier(7));
        const auto begins = Desk::done(m_store->ask(FindDossiers{QStringLiteral("H26.15-261123-31"), 1000}));
        QCOMPARE(begins.size(), 100);
    }

    void findsNumbersByTheirBeginning()
    {
        QCOMPARE(Desk::done(m_store->ask(FindDossiers{QStringLiteral("000190000042")})).first().id, Desk::dossier(42));
        QCOMPARE(Desk::done(m_store->ask(FindDossiers{QStringLiteral("0001 9000 0042")})).first().id, Desk::dossier(42));
        QCOMPARE(Desk::done(m_store->ask(FindDossiers{QStringLiteral("02000000123")})).first().id, Desk::dossier(123));
        QCOMPARE(Desk::done(m_store->ask(FindDossiers{QStringLiteral("0200000012"), 1000})).size(), 10);
    }

    void takesAnyTextWithoutHarm_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"", "   ", "\"", "'", "*", "a\" OR \"b", "(", "NEAR", "-", "%", "_", "\\", "AND OR NOT", "🙂", "a:b"}) {
            QTest::newRow(typed) << QString::fromUtf8(typed);
        }
    }

    void takesAnyTextWithoutHarm()
    {
        QFETCH(QString, typed);
        Desk::done(m_store->ask(FindDossiers{typed}));
    }

    void pagesOfAListJoinWithoutGapOrRepetition_data()
    {
        QTest::addColumn<int>("list");
        QTest::addColumn<int>("limit");
        QTest::newRow("all") << int(WorklistPage::List::All) << 37;
        QTest::newRow("open") << int(WorklistPage::List::Open) << 100;
        QTest::newRow("by promise") << int(WorklistPage::List::DueUntil) << 64;
        QTest::newRow("of one status") << int(WorklistPage::List::OfStatus) << 41;
    }

    void pagesOfAListJoinWithoutGapOrRepetition()
    {
        QFETCH(int, list);
        QFETCH(int, limit);
        WorklistPage query{.list = static_cast<WorklistPage::List>(list), .status = 2, .until = m_desk.clock->load() + qint64{30} * 86'400'000, .limit = limit};
        const bool ascending = query.list == WorklistPage::List::DueUntil;
        QList<DossierSummary> all;
        for (;;) {
            const auto page = Desk::done(m_store->ask(query));
            QCOMPARE(page.count, 900);
            if (page.rows.isEmpty()) {
                break;
            }
            all += page.rows;
            query.after = page.rows.last().key;
        }
        QCOMPARE(all.size(), 900);
        for (qsizetype i = 1; i < all.size(); ++i) {
            QVERIFY(ascending ? all[i - 1].key < all[i].key : all[i - 1].key > all[i].key);
        }
        query.after.reset();
        query.before = all[500].key;
        query.limit = 10;
        QCOMPARE(Desk::done(m_store->ask(query)).rows, all.mid(490, 10));
        query.before.reset();
        query.offset = 700;
        QCOMPARE(Desk::done(m_store->ask(query)).rows, all.mid(700, 10));
    }

    void aJumpLandsWhereWalkingWould_data()
    {
        QTest::addColumn<int>("list");
        QTest::newRow("all") << int(WorklistPage::List::All);
        QTest::newRow("open") << int(WorklistPage::List::Open);
        QTest::newRow("of one status") << int(WorklistPage::List::OfStatus);
        QTest::newRow("by promise") << int(WorklistPage::List::DueUntil);
    }

    void aJumpLandsWhereWalkingWould()
    {
        QFETCH(int, list);
        const QTemporaryDir folder;
        const Desk desk;
        const Store store = desk.founded(folder.filePath(QStringLiteral("store.db")));
        QList<Act> acts;
        for (int n = 0; n < 2400; ++n) {
            acts.append(desk.accepting(n));
            // Days of 100, now and then a pair at one moment.
            *desk.clock += n % 100 == 99 ? 86'400'000 - 99 * 60'000 : n % 7 == 0 ? 0 : 60'000;
        }
        Desk::done(store.recordAll(acts));
        acts.clear();
        for (int n = 0; n < 2400; n += 3) {
            acts.append(desk.stepping(n, DossierStatus::Processing));
            acts.append(desk.stepping(n, DossierStatus::Stopped));
        }
        Desk::done(store.recordAll(acts));
        WorklistPage query{.list = static_cast<WorklistPage::List>(list), .status = 2, .until = std::numeric_limits<qint64>::max(), .limit = 1000};
        QList<DossierSummary> all;
        for (;;) {
            const auto page = Desk::done(store.ask(query));
            if (page.rows.isEmpty()) {
                break;
            }
            all += page.rows;
            query.after = page.rows.last().key;
        }
        QVERIFY(all.size() >= 1600);
        query.limit = 5;
        for (const qsizetype from : {qsizetype{-1}, qsizetype{0}, qsizetype{433}}) {
            query.after = from < 0 ? std::nullopt : std::optional(all[from].key);
            for (qsizetype skipped = 0; from + 1 + skipped < all.size() + 40; skipped += 31) {
                query.offset = skipped;
                QCOMPARE(Desk::done(store.ask(query)).rows, all.mid(from + 1 + skipped, 5));
            }
        }
    }

    void whoIsKnownSeesTheirOwn()
    {
        const QString number = QStringLiteral("000190077777");
        QList<Act> acts;
        for (int n = 6000; n < 6023; ++n) {
            *m_desk.clock += 1000;
            acts.append(m_desk.accepting(n, QStringLiteral("Nguyễn Thị Hoà"), number));
        }
        Desk::done(m_store->recordAll(acts));
        const QList<Dossier> own = Desk::done(m_store->ask(DossiersOfApplicant{number, 0}));
        QCOMPARE(own.size(), 20);
        for (qsizetype at = 0; at < own.size(); ++at) {
            QCOMPARE(own.at(at).role(QStringLiteral("applicant.number")).text, number);
            QVERIFY(at == 0 || own.at(at).receivedAtMs < own.at(at - 1).receivedAtMs);
        }
        QCOMPARE(Desk::done(m_store->ask(DossiersOfApplicant{number, 0, 3})).size(), 3);
        // All of them are open, so they are there whenever they came.
        QCOMPARE(Desk::done(m_store->ask(DossiersOfApplicant{number, std::numeric_limits<qint64>::max()})).size(), 20);
        QVERIFY(Desk::done(m_store->ask(DossiersOfApplicant{number.chopped(1), 0})).isEmpty()); // the beginning of a number is nobody's
        QVERIFY(Desk::done(m_store->ask(DossiersOfApplicant{QString(), 0})).isEmpty());
    }

    void oneNewRowDoesNotShiftTheNextPage()
    {
        WorklistPage query{.list = WorklistPage::List::All, .limit = 20};
        const auto first = Desk::done(m_store->ask(query));
        query.after = first.rows.last().key;
        const auto second = Desk::done(m_store->ask(query));
        *m_desk.clock += 1000;
        Desk::done(m_store->record(m_desk.accepting(5000)));
        QCOMPARE(Desk::done(m_store->ask(query)).rows, second.rows);
    }
};

QTEST_GUILESS_MAIN(tst_Search)
#include "tst_Search.moc"
