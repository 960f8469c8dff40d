// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/OutageLog.h"

#include "tests/app/storage/Desk.h"

#include <QSignalSpy>

using namespace motcua;
using storage::Desk;
using storage::Outage;
using Phase = PortalStanding::Phase;
using Fault = PortalVerdict::Fault;

namespace {

constexpr qint64 Minute = 60'000;
constexpr qint64 Nine = 1'795'000'000'000;

PortalStanding away(qint64 sinceMs, Fault fault = Fault::Network)
{
    return {.phase = Phase::Waiting, .sinceMs = sinceMs, .fault = fault};
}

PortalStanding reached(qint64 contactMs, Phase phase = Phase::Resting)
{
    return {.phase = phase, .contactMs = contactMs};
}

} // namespace

class tst_OutageLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = Desk().founded(m_folder->filePath(QStringLiteral("desk")));
        m_now = Nine;
    }
    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void whatLastsIsKeptFromItsBeginningToItsEnd()
    {
        const auto log = begun();
        QVERIFY(!log->last());
        log->see(away(Nine));
        m_now = Nine + 29 * Minute;
        log->see(away(Nine));
        QVERIFY(!log->last());
        m_now = Nine + 30 * Minute;
        log->see(away(Nine));
        QCOMPARE(*log->last(), (Outage{.beganMs = Nine}));
        QTRY_COMPARE(kept(), QList<Outage>{Outage{.beganMs = Nine}});
        m_now = Nine + 90 * Minute;
        log->see(reached(m_now, Phase::Exchanging));
        QCOMPARE(log->last()->endedMs, Nine + 90 * Minute);
        log->see(reached(m_now + Minute)); // and not later
        QCOMPARE(log->last()->endedMs, Nine + 90 * Minute);
        m_now += 5 * Minute;
        log->setSeen();
        QTRY_COMPARE(kept(), (QList<Outage>{Outage{Nine, Nine + 90 * Minute, Nine + 95 * Minute}}));
    }

    void whatIsNobodysFaultOutsideIsNone_data()
    {
        QTest::addColumn<PortalStanding>("standing");
        QTest::newRow("paused") << PortalStanding{.phase = Phase::Paused, .sinceMs = Nine};
        QTest::newRow("stopped") << PortalStanding{.phase = Phase::Stopped, .sinceMs = Nine, .fault = Fault::Network};
        QTest::newRow("what was sent is wrong") << away(Nine, Fault::Data);
        QTest::newRow("this desk's own fault") << away(Nine, Fault::Desk);
        QTest::newRow("no portal") << PortalStanding();
        QTest::newRow("since nobody knows when") << away(0);
    }
    void whatIsNobodysFaultOutsideIsNone()
    {
        QFETCH(PortalStanding, standing);
        const auto log = begun();
        m_now = Nine + 90 * Minute;
        log->see(standing);
        QVERIFY(!log->last());
    }

    void oneThatWasUnderWayWhenTheProgramEndedGoesOn()
    {
        (void)Desk::done(m_store->keep(storage::KeptOutage{{.beganMs = Nine}}));
        m_now = Nine + 300 * Minute;
        const auto log = begun();
        log->see(away(m_now - 40 * Minute)); // it fails since the start
        QCOMPARE(*log->last(), (Outage{.beganMs = Nine}));
        log->see(reached(m_now));
        QCOMPARE(log->last()->endedMs, m_now);
        QTRY_COMPARE(kept().size(), 1);
    }

    void whatWasSeenBeforeTheStoreAnsweredCounts()
    {
        OutageLog log(30, [this] { return m_now; });
        m_now = Nine + 31 * Minute;
        log.begin(*m_store);
        log.see(away(Nine));
        QTRY_VERIFY(log.last());
    }

    void theNextOneIsAnother()
    {
        const auto log = begun();
        m_now = Nine + 30 * Minute;
        log->see(away(Nine));
        log->see(reached(m_now));
        m_now = Nine + 100 * Minute;
        log->see(away(Nine + 60 * Minute));
        log->setSeen(); // it lasts: nobody has gone through it
        QTRY_COMPARE(kept(), (QList<Outage>{Outage{.beganMs = Nine + 60 * Minute}, Outage{.beganMs = Nine, .endedMs = Nine + 30 * Minute}}));
    }

private:
    [[nodiscard]] std::unique_ptr<OutageLog> begun()
    {
        auto log = std::make_unique<OutageLog>(30, [this] { return m_now; });
        log->begin(*m_store);
        [&log] { QTRY_VERIFY(log->isKnown()); }();
        return log;
    }
    [[nodiscard]] QList<Outage> kept() const { return Desk::done(m_store->ask(storage::LastOutages{})); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<storage::Store> m_store;
    qint64 m_now = Nine;
};

QTEST_GUILESS_MAIN(tst_OutageLog)
#include "tst_OutageLog.moc"
