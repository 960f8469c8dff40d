// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Backup.h"
#include "app/storage/CertificationQueries.h"
#include "app/storage/JournalQueries.h"
#include "tests/app/storage/Desk.h"

#include <numeric>
#include <thread>
#include <vector>

using namespace motcua;
using namespace motcua::storage;

namespace {

Id entered(int n)
{
    return Id::v7(1'770'000'000'000 + n, QByteArray(6, 'q') + QByteArray::number(n + 1000).right(4));
}

/** Of dossier `n`. */
EnterCertification copies(int n, const QString &paper = u"Bằng tốt nghiệp"_qs, int pages = 3, int count = 2)
{
    return {.kind = u"copy"_qs, .dossier = Desk::dossier(n), .paper = paper, .pages = pages, .copies = count, .fee = {10'000}, .signer = u"Người Ký Thử"_qs, .title = u"Phó Chủ tịch"_qs};
}

} // namespace

class tst_CertificationQueries : public QObject
{
    Q_OBJECT

    void accept(int n) { Desk::done(m_store->record(m_desk->accepting(n))); }
    /** Dossier `n` is accepted and entered. */
    void enter(int n) { enter(n, copies(n)); }
    void enter(int n, const EnterCertification &what)
    {
        accept(n);
        certify(n, what);
    }
    void certify(int n, const EnterCertification &what) { Desk::done(m_store->record(m_desk->about(entered(n), what))); }
    void at(QDate day, QTime time) { *m_desk->clock = vietnamTime(day, time).toMSecsSinceEpoch(); }
    [[nodiscard]] QList<CertificationLine> year(int year, int limit = 1000) const { return Desk::done(m_store->ask(CertificationsOfYear{.year = year, .limit = limit})); }
    [[nodiscard]] QList<int> numbers(int of) const
    {
        QList<int> found;
        for (const CertificationLine &line : year(of)) {
            found.append(line.certification.number);
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>();
        m_store = m_desk->founded(m_folder->filePath(QStringLiteral("store")));
    }
    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    // Every third transaction fails after it gave out a number: nothing of it stays, neither the line nor its number.
    void twoHundredNumbersHaveNoGapWhateverFailsInBetween()
    {
        int n = 0;
        while (n < 200) {
            accept(n);
            accept(n + 1);
            if (n % 3 == 2) {
                const QList<Act> torn{m_desk->about(entered(1'000 + n), copies(n)), m_desk->about(entered(2'000 + n), copies(n + 1, u"  "_qs))};
                QCOMPARE(Desk::refused(m_store->recordAll(torn)), ErrorCode::Invalid);
            }
            Desk::done(m_store->recordAll({m_desk->about(entered(n), copies(n)), m_desk->about(entered(n + 1), copies(n + 1, u"Căn cước"_qs, 2))}));
            n += 2;
        }
        const QList<int> found = numbers(2026);
        QCOMPARE(found.size(), 200);
        for (int i = 0; i < found.size(); ++i) {
            QCOMPARE(found.at(i), i + 1);
        }
    }

    void aYearBeginsWithOneAndAVoidedNumberStaysUsed()
    {
        for (int n = 1; n <= 5; ++n) {
            accept(n); // while the calendar of the tests has days to promise
        }
        at(QDate(2026, 12, 31), QTime(16, 0));
        certify(1, copies(1));
        certify(2, copies(2));
        Desk::done(m_store->record(m_desk->about(entered(2), VoidCertification{u"ghi nhầm"_qs})));
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(entered(2), VoidCertification{u"lần nữa"_qs}))), ErrorCode::Refused);
        certify(3, copies(3));
        QCOMPARE(numbers(2026), (QList<int>{1, 2, 3}));
        QCOMPARE(year(2026).at(1).certification.voidReason, u"ghi nhầm"_qs);
        QCOMPARE(Desk::done(m_store->ask(CertificationMonths{2026})), (QList<CertificationMonths::Month>{{u"copy"_qs, 12, 2, 4, 6, {20'000}}}));
        at(QDate(2027, 1, 1), QTime(8, 0));
        certify(4, copies(4));
        EnterCertification signature = copies(5);
        signature.kind = u"signature"_qs; // another register with numbers of its own
        certify(5, signature);
        QCOMPARE(numbers(2027), (QList<int>{1, 1}));
        // A clock that went back over the year could go on in the book that is closed.
        at(QDate(2026, 12, 31), QTime(16, 5));
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(entered(6), copies(5)))), ErrorCode::ClockBack);
    }

    void twoDesksHaveSeriesOfTheirOwnAlsoWithOneDeskNumber()
    {
        enter(1);
        enter(2);
        const Desk same(3, 'o');
        const Store other = same.founded(m_folder->filePath(QStringLiteral("other")));
        const auto there = Desk::done(m_store->ask(JournalRange{.origin = m_store->origin(), .limit = 1'000}));
        Desk::done(other.ingest(there));
        Desk::done(other.record(same.accepting(7)));
        Desk::done(other.record(same.about(entered(7), copies(7))));
        const auto lines = Desk::done(other.ask(CertificationsOfYear{.year = 2026}));
        QCOMPARE(lines.size(), 3); // of the other log the first two
        QCOMPARE(lines.at(1).certification.series, u"03"_qs);
        QCOMPARE(lines.at(2).certification.series, Certification::seriesOf(3, other.origin(), true));
        QCOMPARE(lines.at(2).certification.number, 1);
    }

    void papersAreFoundByHowTheirNameBegins()
    {
        enter(1);
        enter(2, copies(2, u"Căn cước"_qs));
        const auto found = Desk::done(m_store->ask(CertificationsByPaper{2026, u"bang TOT"_qs}));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.constFirst().requester, u"Nguyễn Thị Hoà"_qs);
        QVERIFY(!found.constFirst().code.isEmpty());
        QVERIFY(Desk::done(m_store->ask(CertificationsByPaper{2025, u"bang"_qs})).isEmpty());
        QVERIFY(Desk::done(m_store->ask(CertificationsByPaper{2026, u" "_qs})).isEmpty());
        QCOMPARE(Desk::done(m_store->ask(CertificationsOfDossier{Desk::dossier(1)})).size(), 1);
        const auto second = Desk::done(m_store->ask(CertificationsByNumber{2026, 2}));
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.constFirst().certification.paper, u"Căn cước"_qs);
        QVERIFY(Desk::done(m_store->ask(CertificationsByNumber{2026, 3})).isEmpty());
        QVERIFY(Desk::done(m_store->ask(CertificationsByNumber{2025, 2})).isEmpty());
        // Page by page it is the same register.
        const Certification first = year(2026, 1).constFirst().certification;
        const auto next = Desk::done(m_store->ask(CertificationsOfYear{2026, {first.kind, first.unit, first.series, first.number}, 1}));
        QCOMPARE(next.size(), 1);
        QCOMPARE(next.constFirst().certification.number, 2);
    }

    void rebuiltItIsTheSame()
    {
        enter(1);
        enter(2);
        Desk::done(m_store->record(m_desk->about(entered(1), VoidCertification{u"ghi nhầm"_qs})));
        const auto before = year(2026);
        const QByteArray digest = Desk::done(m_store->digest());
        Desk::done(m_store->rebuild());
        QCOMPARE(Desk::done(m_store->digest()), digest);
        QCOMPARE(year(2026), before);
        enter(3); // and it goes on where it was
        QCOMPARE(numbers(2026), (QList<int>{1, 2, 3}));
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(entered(9), copies(2)))), ErrorCode::Refused);
    }

    void aDossierIsEnteredOnceAndAgainOnlyAfterItWasVoided()
    {
        enter(1);
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(entered(2), copies(1)))), ErrorCode::Refused);
        // Nor twice in one transaction: the second sees the first.
        accept(2);
        QCOMPARE(Desk::refused(m_store->recordAll({m_desk->about(entered(3), copies(2)), m_desk->about(entered(4), copies(2))})), ErrorCode::Refused);
        QCOMPARE(numbers(2026), (QList<int>{1}));
        Desk::done(m_store->record(m_desk->about(entered(1), VoidCertification{u"ghi nhầm"_qs})));
        Desk::done(m_store->record(m_desk->about(entered(5), copies(1))));
        QCOMPARE(numbers(2026), (QList<int>{1, 2}));
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(entered(6), copies(1)))), ErrorCode::Refused);
    }

    void onlyWhatWasAcceptedIsEntered()
    {
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(entered(1), copies(1)))), ErrorCode::NotFound);
        EnterCertification line = copies(1);
        line.dossier = entered(7); // nothing anybody knows
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(entered(1), line))), ErrorCode::NotFound);
        QVERIFY(numbers(2026).isEmpty());
    }

    // Whoever asks at the same moment: one number each, none left out; and one dossier asked for by all gets one.
    void callersAtOneTimeGetOneNumberEach()
    {
        constexpr int Callers = 4;
        constexpr int Each = 10;
        for (int n = 1; n <= Callers * Each; ++n) {
            accept(n);
        }
        accept(500);
        std::atomic<int> failed = 0;
        std::atomic<int> wrote = 0;
        std::vector<std::thread> callers;
        for (int caller = 0; caller < Callers; ++caller) {
            callers.emplace_back([this, caller, &failed, &wrote] {
                for (int i = 1; i <= Each; ++i) {
                    const int n = caller * Each + i;
                    failed += Desk::refused(m_store->record(m_desk->about(entered(n), copies(n)))) == ErrorCode::Cancelled ? 0 : 1;
                }
                wrote += Desk::refused(m_store->record(m_desk->about(entered(600 + caller), copies(500)))) == ErrorCode::Cancelled ? 1 : 0;
            });
        }
        for (std::thread &caller : callers) {
            caller.join();
        }
        QCOMPARE(failed.load(), 0);
        QCOMPARE(wrote.load(), 1);
        QList<int> all(Callers * Each + 1);
        std::iota(all.begin(), all.end(), 1);
        QCOMPARE(numbers(2026), all);
    }

    void whatCannotStandInARegisterIsRefused_data()
    {
        QTest::addColumn<QString>("paper");
        QTest::addColumn<int>("pages");
        QTest::addColumn<int>("count");
        QTest::newRow("no name") << u" "_qs << 1 << 1;
        QTest::newRow("a long name") << QString(Certification::LongestText + 1, u'a') << 1 << 1;
        QTest::newRow("no page") << u"Bằng"_qs << 0 << 1;
        QTest::newRow("too many pages") << u"Bằng"_qs << Certification::MostPages + 1 << 1;
        QTest::newRow("no copy") << u"Bằng"_qs << 1 << 0;
        QTest::newRow("too many copies") << u"Bằng"_qs << 1 << Certification::MostCopies + 1;
    }
    void whatCannotStandInARegisterIsRefused()
    {
        QFETCH(QString, paper);
        QFETCH(int, pages);
        QFETCH(int, count);
        accept(1);
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(entered(1), copies(1, paper, pages, count)))), ErrorCode::Invalid);
        QVERIFY(numbers(2026).isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::optional<Store> m_store;
};

QTEST_GUILESS_MAIN(tst_CertificationQueries)
#include "tst_CertificationQueries.moc"
