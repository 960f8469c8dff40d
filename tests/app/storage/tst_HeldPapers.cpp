// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HeldPaperQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/JournalQueries.h"
#include "tests/app/storage/Desk.h"

using namespace motcua;
using namespace motcua::storage;

namespace {

/** The statement's way, as SQLite tells it. */
struct PlanOf
{
    using Answer = QStringList;
    QByteArray sql = {};

    [[nodiscard]] QStringList run(Connection &connection) const
    {
        QStringList steps;
        Statement plan = connection.oneOff("EXPLAIN QUERY PLAN " + sql);
        while (plan.step()) {
            steps.append(plan.string(3));
        }
        return steps;
    }
};

} // namespace

/** Papers that were filed before, asked of a real store by whose they are; and that the tables say the same when they are made anew. */
class tst_HeldPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>();
        m_desk->papers = {{.id = u"deed"_qs, .name = u"Hợp đồng"_qs}, {.id = u"map"_qs, .name = u"Bản đồ"_qs}};
        m_store = std::make_unique<Store>(m_desk->founded(m_folder->filePath(u"store"_qs)));
    }

    void areFoundByWhoseTheyAre()
    {
        accept(1);
        add(1, u"deed"_qs);
        later();
        accept(2);
        add(2, u"map"_qs);
        accept(3, u"000190000002"_qs);
        add(3, u"deed"_qs);
        accept(4); // and nothing of it was scanned
        QCOMPARE(told(u"000190000001"_qs), (QStringList{u"2 map"_qs, u"1 deed"_qs})); // the newest first
        QCOMPARE(told(u"000 190 000 001"_qs), (QStringList{u"2 map"_qs, u"1 deed"_qs}));
        QCOMPARE(told(u"000190000002"_qs), QStringList{u"3 deed"_qs});
        QCOMPARE(told(u"00019000000"_qs), QStringList()); // the beginning of a number is nobody's
        QCOMPARE(told({}), QStringList());
        unchangedWhenMadeAnew();
    }

    void olderDossiersAreLeftAndSaidToBe()
    {
        for (int n = 1; n <= 4; ++n) {
            accept(n);
            add(n, u"deed"_qs);
            later();
        }
        const HeldPapers::Found some = Desk::done(m_store->ask(HeldPapers{.number = u"000190000001"_qs, .limit = 3}));
        QCOMPARE(some.papers.size(), 3);
        QCOMPARE(some.papers.constFirst().dossier, Desk::dossier(4));
        QVERIFY(some.more);
        const HeldPapers::Found all = Desk::done(m_store->ask(HeldPapers{.number = u"000190000001"_qs, .limit = 4}));
        QCOMPARE(all.papers.size(), 4);
        QVERIFY(!all.more);
    }

    void ofAnEndedDossierAreHeldAndSayHowItEnded()
    {
        accept(1);
        add(1, u"deed"_qs);
        Desk::done(m_store->record(m_desk->stepping(1, DossierStatus::Processing)));
        Desk::done(m_store->record(m_desk->stepping(1, DossierStatus::Stopped)));
        const HeldPapers::Found found = Desk::done(m_store->ask(HeldPapers{.number = u"000190000001"_qs}));
        QCOMPARE(found.papers.size(), 1);
        QCOMPARE(found.papers.constFirst().status, 8);
        unchangedWhenMadeAnew();
    }

    void usedAgainAPaperIsToldOnceWhereItWasFiled()
    {
        accept(1);
        add(1, u"deed"_qs);
        later();
        accept(2);
        again(2, 1, u"deed"_qs);
        QCOMPARE(told(u"000190000001"_qs), QStringList{u"1 deed"_qs});
        unchangedWhenMadeAnew();
    }

    void purgedPapersAreGoneAndWhatUsedThemKeepsThem()
    {
        accept(1);
        add(1, u"deed"_qs);
        later();
        accept(2);
        again(2, 1, u"deed"_qs);
        later();
        accept(3);
        const PaperFile offered = held(1, u"deed"_qs);
        purge(1);
        QCOMPARE(told(u"000190000001"_qs), QStringList{u"2 deed"_qs}); // evidence there of its own
        // Chosen before the purge: nothing of the act is written.
        const QByteArray before = Desk::done(m_store->digest());
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(Desk::dossier(3), AddPaper{.paper = u"deed"_qs, .attachment = offered.attachment, .details = offered.details()}))),
            ErrorCode::HeldPaperGone);
        QCOMPARE(Desk::done(m_store->digest()), before);
        unchangedWhenMadeAnew();
    }

    void nothingIsAcceptedWithAPaperOfAnother()
    {
        accept(1);
        add(1, u"deed"_qs);
        later();
        const PaperFile theirs = held(1, u"deed"_qs);
        const auto acting = [&](const QString &number) {
            return m_store->recordAll({m_desk->accepting(2, u"Lê Văn Khác"_qs, number),
                m_desk->about(Desk::dossier(2), AddPaper{.paper = u"deed"_qs, .attachment = theirs.attachment, .details = theirs.details()})});
        };
        QCOMPARE(Desk::refused(acting(u"000190000002"_qs)), ErrorCode::HeldPaperGone);
        QCOMPARE(told(u"000190000002"_qs), QStringList());
        Desk::done(acting(u"000190000001"_qs)); // the same in one transaction, of whoever filed it
    }

    void aMillionDossiersAreNotWalked()
    {
        const QStringList plan = Desk::done(m_store->ask(PlanOf{HeldPapers::sql()}));
        QVERIFY2(plan.size() == 1 && plan.constFirst().startsWith(u"SEARCH") && plan.constFirst().contains(u"p_dossier_held_papers (personal_number=?)"), qPrintable(plan.join(u'\n')));
    }

private:
    void accept(int n, const QString &number = QStringLiteral("000190000001"))
    {
        Desk::done(m_store->record(m_desk->accepting(n, QStringLiteral("Nguyễn Thị Hoà"), number)));
    }

    void add(int n, const QString &paper)
    {
        const Result<AttachmentReference> reference = m_store->attachments().keep("bytes of " + QByteArray::number(n) + paper.toUtf8());
        QVERIFY(reference);
        const PaperFile file{.attachment = reference->toString(), .mediaType = QStringLiteral("application/pdf"), .bytes = 9, .digest = QString::number(n).repeated(64)};
        Desk::done(m_store->record(m_desk->about(Desk::dossier(n), AddPaper{.paper = paper, .attachment = file.attachment, .details = file.details()})));
    }

    /** The file of a paper of dossier `from`, as it is named again. */
    [[nodiscard]] PaperFile held(int from, const QString &paper) const
    {
        for (const HeldPaper &one : Desk::done(m_store->ask(HeldPapers{.number = QStringLiteral("000190000001")})).papers) {
            if (one.dossier == Desk::dossier(from) && one.paper == paper) {
                return usedAgain({.id = paper}, one, {}).files.constFirst();
            }
        }
        return {};
    }

    void again(int n, int from, const QString &paper)
    {
        const PaperFile file = held(from, paper);
        QVERIFY(file.reuse);
        Desk::done(m_store->record(m_desk->about(Desk::dossier(n), AddPaper{.paper = paper, .attachment = file.attachment, .details = file.details()})));
    }

    void purge(int n)
    {
        for (const DossierStatus to : {DossierStatus::Processing, DossierStatus::Processed, DossierStatus::HandedOver}) {
            Desk::done(m_store->record(m_desk->stepping(n, to)));
        }
        Desk::done(m_store->record(m_desk->about(Desk::dossier(n), PurgePayloads{QStringLiteral("hết thời hạn lưu trữ")})));
    }

    void later() { *m_desk->clock += 60'000; }

    [[nodiscard]] QStringList told(const QString &number) const
    {
        QStringList all;
        for (const HeldPaper &one : Desk::done(m_store->ask(HeldPapers{.number = number})).papers) {
            int n = 1;
            while (Desk::dossier(n) != one.dossier) {
                ++n;
            }
            all.append(QString::number(n) + u' ' + one.paper);
        }
        return all;
    }

    void unchangedWhenMadeAnew()
    {
        const QByteArray digest = Desk::done(m_store->digest());
        Desk::done(m_store->rebuild());
        QCOMPARE(Desk::done(m_store->digest()), digest);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(tst_HeldPapers)
#include "tst_HeldPapers.moc"
