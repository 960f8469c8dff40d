// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DashboardQueries.h"
#include "app/storage/FeedbackQueries.h"
#include "tests/app/storage/Desk.h"

using namespace motcua;
using namespace motcua::storage;

namespace {

Id said(int n)
{
    return Id::v7(1'770'000'000'000 + n, QByteArray(6, 'f') + QByteArray::number(n + 1000).right(4));
}

} // namespace

class tst_FeedbackQueries : public QObject
{
    Q_OBJECT

    void give(int n, const GiveFeedback &what)
    {
        Act act = m_desk->about(said(n), what);
        act.actor = {journal::Actor::Kind::Device, m_store->origin()};
        Desk::done(m_store->record(act));
        *m_desk->clock += 60'000;
    }
    [[nodiscard]] QStringList texts(bool onlyOpen, qint64 offset = 0, int limit = 50) const
    {
        QStringList told;
        for (const Feedback &one : Desk::done(m_store->ask(FeedbackRows{onlyOpen, offset, limit}))) {
            told.append(one.text.isEmpty() ? QString::number(one.score) : one.text);
        }
        return told;
    }
    [[nodiscard]] DashboardFigures::Feedback figures() const
    {
        return Desk::done(m_store->ask(DashboardNow{DashboardDays::of(m_desk->clock->load(), m_desk->rules.calendar)})).feedback;
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

    void whatWaitsForAnAnswerStandsFirstIn()
    {
        give(1, {.score = 5});
        give(2, {.score = 1, .text = u"chờ lâu"_qs});
        give(3, {.score = 0, .text = u"thiếu ghế"_qs});
        give(4, {.score = 5});
        QCOMPARE(texts(false), (QStringList{u"5"_qs, u"thiếu ghế"_qs, u"chờ lâu"_qs, u"5"_qs})); // the latest first
        QCOMPARE(texts(true), (QStringList{u"chờ lâu"_qs, u"thiếu ghế"_qs})); // the oldest first
        QCOMPARE(texts(false, 1, 2), (QStringList{u"thiếu ghế"_qs, u"chờ lâu"_qs}));
        QCOMPARE(figures().open, 2);
        QCOMPARE(figures().today, (QMap<int, int>{{1, 1}, {5, 2}}));
        Desk::done(m_store->record(m_desk->about(said(2), SettleFeedback{u"đã xin lỗi"_qs})));
        QCOMPARE(texts(true), QStringList{u"thiếu ghế"_qs});
        QCOMPARE(figures().open, 1);
        const std::optional<Feedback> answered = Desk::done(m_store->ask(FeedbackById{said(2)}));
        QVERIFY(answered);
        QCOMPARE(answered->answer, u"đã xin lỗi"_qs);
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(said(2), SettleFeedback{u"nữa"_qs}))), ErrorCode::Refused);
        QVERIFY(!Desk::done(m_store->ask(FeedbackById{said(9)})));
        *m_desk->clock += 24LL * 3'600'000;
        QVERIFY(figures().today.isEmpty()); // of its day
        QCOMPARE(figures().open, 1); // of any
    }

    void theTablesAreWhatTheJournalSays()
    {
        give(1, {.score = 2, .reasons = {u"waited"_qs}, .text = u"chờ lâu"_qs, .contact = u"0900 000 001"_qs});
        give(2, {.score = 4});
        Desk::done(m_store->record(m_desk->about(said(1), SettleFeedback{u"đã gọi"_qs})));
        Desk::done(m_store->record(m_desk->about(said(1), PurgePayloads{u"hết hạn"_qs})));
        const std::optional<Feedback> purged = Desk::done(m_store->ask(FeedbackById{said(1)}));
        QVERIFY(purged && purged->purged && purged->text.isEmpty());
        QCOMPARE(figures().today, (QMap<int, int>{{2, 1}, {4, 1}})); // the figure stays
        const QByteArray digest = Desk::done(m_store->digest());
        Desk::done(m_store->rebuild());
        QCOMPARE(Desk::done(m_store->digest()), digest);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::optional<Store> m_store;
};

QTEST_GUILESS_MAIN(tst_FeedbackQueries)
#include "tst_FeedbackQueries.moc"
