// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HallWordQueries.h"
#include "tests/app/storage/Desk.h"

using namespace motcua;
using namespace motcua::storage;

namespace {

constexpr qint64 Hour = 3'600'000;

Id said(int n)
{
    return Id::v7(1'770'000'000'000 + n, QByteArray(6, 'w') + QByteArray::number(n + 1000).right(4));
}

} // namespace

class tst_HallWordQueries : public QObject
{
    Q_OBJECT

    void keep(int n, const ActKind &what) { Desk::done(m_store->record(m_desk->about(said(n), what))); }
    [[nodiscard]] HallWord word() const { return Desk::done(m_store->ask(HallWordAt{m_desk->clock->load()})); }
    [[nodiscard]] QStringList texts() const
    {
        QStringList told;
        for (const HallNotice &one : word().notices) {
            told.append(one.text);
        }
        return told;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>();
        *m_desk->clock = vietnamTime(QDate(2026, 11, 23), QTime(8, 30)).toMSecsSinceEpoch();
        m_store = m_desk->founded(m_folder->filePath(QStringLiteral("store")));
    }
    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void callsStandUntilTheyAreEndedOrTheirDayIsOver()
    {
        QCOMPARE(word(), HallWord());
        keep(1, CallHelp{});
        *m_desk->clock += 1;
        keep(2, CallHelp{.silent = true});
        QCOMPARE(word().calls.size(), 2);
        QCOMPARE(word().calls.constFirst().id, said(1));
        keep(2, AnswerHelp{});
        QCOMPARE(word().calls.constLast().coming.size(), 1);
        keep(1, EndHelp{});
        QCOMPARE(word().calls.size(), 1);
        QCOMPARE(word().calls.constFirst().id, said(2));
        *m_desk->clock += 15 * Hour + Hour / 2; // midnight
        QVERIFY(word().calls.isEmpty());
    }

    void noticesStandForTheirTime()
    {
        const qint64 now = m_desk->clock->load();
        keep(1, PostNotice{.text = u"cả ngày"_qs});
        *m_desk->clock += 1;
        keep(2, PostNotice{.text = u"một giờ"_qs, .untilMs = now + Hour, .closes = true});
        *m_desk->clock += 1;
        keep(3, PostNotice{.text = u"một tuần"_qs, .untilMs = now + 7 * 24 * Hour});
        QCOMPARE(texts(), QStringList({u"cả ngày"_qs, u"một giờ"_qs, u"một tuần"_qs}));
        QCOMPARE(word().closing()->text, u"một giờ"_qs);
        *m_desk->clock = now + Hour;
        QCOMPARE(texts(), QStringList({u"cả ngày"_qs, u"một tuần"_qs}));
        QVERIFY(!word().closing());
        keep(3, WithdrawNotice{});
        QCOMPARE(texts(), QStringList{u"cả ngày"_qs});
        *m_desk->clock = now + 16 * Hour;
        QVERIFY(texts().isEmpty());
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(said(3), WithdrawNotice{}))), ErrorCode::Refused);
        QCOMPARE(Desk::refused(m_store->record(m_desk->about(said(9), WithdrawNotice{}))), ErrorCode::NotFound);
    }

    void theTablesAreWhatTheJournalSays()
    {
        keep(1, CallHelp{.silent = true});
        keep(1, AnswerHelp{});
        keep(2, CallHelp{});
        keep(2, EndHelp{});
        keep(3, PostNotice{.text = u"x"_qs, .closes = true});
        keep(4, PostNotice{.text = u"y"_qs});
        keep(4, WithdrawNotice{});
        const HallWord before = word();
        const QByteArray digest = Desk::done(m_store->digest());
        Desk::done(m_store->rebuild());
        QCOMPARE(Desk::done(m_store->digest()), digest);
        QCOMPARE(word(), before);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::optional<Store> m_store;
};

QTEST_GUILESS_MAIN(tst_HallWordQueries)
#include "tst_HallWordQueries.moc"
