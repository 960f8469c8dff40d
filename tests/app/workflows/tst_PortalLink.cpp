// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/PortalLink.h"

#include "tests/app/sync/SyncScene.h"
#include "tests/app/workflows/PortalScene.h"
#include "tests/support/ScriptedLine.h"

#include <QSignalSpy>

using namespace motcua;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using sync::StorePeer;
using sync::SyncScene;
using Phase = PortalStanding::Phase;

namespace {

constexpr qint64 DayMs = PortalAccess::DayMs;

} // namespace

/** The engine of a desk while its store is open: there when there is a portal, gone with the store, and as people want it. */
class tst_PortalLink : public QObject
{
    Q_OBJECT

private:
    struct Line
    {
        explicit Line(SyncScene &of)
            : scene(of)
            , desk(of.desk(3))
            , portal(of.hub())
            , peer(std::make_shared<StorePeer>(portal, SyncScene::policy(), PeerRole::Portal, of.clock()))
            , setup(test::linkTo(peer, of.clock()))
        {
        }
        [[nodiscard]] PortalAccess access(qint64 days = 300) const { return test::inventedAccess(scene.clock()() + days * DayMs); }
        [[nodiscard]] bool isDelivered() const { return SyncScene::held(portal, desk->origin()) == SyncScene::held(*desk, desk->origin()); }
        /** The same store in another program, as far as the store can tell. */
        [[nodiscard]] Store elsewhere() const
        {
            Desk other;
            storage::StoreOptions options = other.options();
            options.now = scene.clock();
            Result<Store> store = Store::open(scene.path(QStringLiteral("desk3")), Desk::key(), options);
            return store ? *store : (qFatal("elsewhere"), *store);
        }

        SyncScene &scene;
        std::optional<Store> desk;
        Store portal;
        std::shared_ptr<StorePeer> peer;
        PortalSetup setup;
    };

    static bool comesTo(const PortalLink &link, Phase phase)
    {
        return QTest::qWaitFor([&] { return link.standing().phase == phase; }, 20'000);
    }

private Q_SLOTS:
    void withoutAPortalNothingIsSent()
    {
        SyncScene scene;
        Line line(scene);
        PortalLink link(line.setup);
        link.begin(*line.desk);
        scene.accept(*line.desk, 3, 1, 2);
        // What was asked of the store before this was read by then.
        QTRY_COMPARE(test::settingOf(*line.desk, KeptPortal::lastSetting()), QByteArray());
        QVERIFY(!link.standing().isThere());
        QCOMPARE(line.peer->questions.load(), 0);
    }

    void whatIsThereAndWhatComesIsDelivered()
    {
        SyncScene scene;
        Line line(scene);
        const PortalAccess access = line.access();
        test::keepAccess(*line.desk, access);
        scene.accept(*line.desk, 3, 1, 2);
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Resting));
        QTRY_COMPARE(link.standing().waiting, 0);
        QVERIFY(line.isDelivered());
        QCOMPARE(link.standing().host, QStringLiteral("portal.example"));
        QTRY_COMPARE(link.standing().deliveredMs, scene.clock()());
        QCOMPARE(link.standing().certificateUntilMs, access.untilMs);
        QVERIFY(!link.standing().isEnding);
        scene.accept(*line.desk, 3, 10, 3);
        QTRY_VERIFY(line.isDelivered());
        QTRY_COMPARE(link.standing().waiting, 0);
        // For a start without a line and for other programs; not for every batch, but once more at the end.
        const auto kept = [&line] { return LastDelivery::fromJson(test::settingOf(*line.desk, KeptPortal::lastSetting())).contactMs; };
        const qint64 last = link.standing().contactMs;
        QVERIFY(kept() > 0 && kept() < last);
        link.end();
        QTRY_COMPARE(kept(), last);
    }

    void anOutageIsAStateWithItsBeginning()
    {
        SyncScene scene;
        Line line(scene);
        test::keepAccess(*line.desk, line.access());
        line.peer->isDown = true;
        line.peer->broken = {{ErrorCode::NetUnreachable, {}}};
        const qint64 began = scene.clock()();
        {
            PortalLink link(line.setup);
            link.begin(*line.desk);
            QVERIFY(comesTo(link, Phase::Waiting));
            QCOMPARE(link.standing().sinceMs, began);
            QCOMPARE(link.standing().fault, PortalVerdict::Fault::Network);
            QCOMPARE(link.standing().failure->code, ErrorCode::NetUnreachable);
            QVERIFY(link.standing().nextTryMs > began);
            QVERIFY(link.standing().waiting > 0);
            scene.pass(600'000);
            QSignalSpy spy(&link, &PortalLink::changed);
            const int asked = line.peer->questions;
            link.tryNow();
            QTRY_VERIFY(line.peer->questions > asked);
            QTRY_COMPARE(link.standing().tries, 2);
            QCOMPARE(link.standing().phase, Phase::Waiting); // also while it tried anew
            QCOMPARE(link.standing().sinceMs, began);
            // Reading what stands in the store is no wish to try: another program may write there all day.
            for (int i = 0; i < 3; ++i) {
                link.begin(*line.desk);
                QVERIFY(!QTest::qWaitFor([&link] { return link.standing().tries != 2; }, 30));
            }
        }
        const LastDelivery kept = LastDelivery::fromJson(test::settingOf(*line.desk, KeptPortal::lastSetting()));
        QCOMPARE(kept.failingMs, began);
        QCOMPARE(kept.failure, QStringLiteral("NetUnreachable"));
        QCOMPARE(kept.fault, QStringLiteral("network"));
        // The program starts anew, and it is down still: since then.
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Waiting));
        QCOMPARE(link.standing().sinceMs, began);
        line.peer->isDown = false;
        link.tryNow();
        QVERIFY(comesTo(link, Phase::Resting));
        QCOMPARE(link.standing().sinceMs, 0);
        QVERIFY(!link.standing().failure);
        QVERIFY(line.isDelivered());
    }

    void aLineThatComesBackIsUsedAtOnce()
    {
        SyncScene scene;
        Line line(scene);
        test::keepAccess(*line.desk, line.access());
        line.peer->isDown = true;
        testsupport::ScriptedLine *cable = nullptr;
        line.setup.line = [&cable] {
            auto made = std::make_unique<testsupport::ScriptedLine>();
            cable = made.get();
            return made;
        };
        PortalLink link(line.setup);
        QVERIFY(!cable);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Waiting));
        line.peer->isDown = false;
        cable->become({.reach = motcua::Line::Reach::Online});
        QVERIFY(comesTo(link, Phase::Resting));
    }

    void aPauseOutlivesTheProgram()
    {
        SyncScene scene;
        Line line(scene);
        test::keepAccess(*line.desk, line.access());
        const qint64 paused = scene.clock()();
        {
            PortalLink link(line.setup);
            link.begin(*line.desk);
            QVERIFY(comesTo(link, Phase::Resting));
            link.setPaused(true);
            QCOMPARE(link.standing().phase, Phase::Paused);
            QCOMPARE(link.standing().sinceMs, paused);
            scene.accept(*line.desk, 3, 1, 2);
            QTRY_COMPARE(link.standing().waiting, 2);
        }
        QTRY_COMPARE(test::settingOf(*line.desk, KeptPortal::pausedSetting()), QByteArray::number(paused));
        scene.pass(60'000);
        const int asked = line.peer->questions;
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Paused));
        QCOMPARE(link.standing().sinceMs, paused);
        QTRY_COMPARE(link.standing().waiting, 2);
        link.tryNow();
        QCOMPARE(line.peer->questions.load(), asked);
        link.setPaused(false);
        QVERIFY(comesTo(link, Phase::Resting));
        QTRY_VERIFY(line.isDelivered());
    }

    void whatOtherProgramsWantIsFollowed()
    {
        SyncScene scene;
        Line line(scene);
        PortalLink link(line.setup);
        link.begin(*line.desk);
        const Store other = line.elsewhere();
        test::keepAccess(other, line.access()); // motcua-ctl enrol
        QVERIFY(comesTo(link, Phase::Resting));
        QVERIFY(other.keepSetting(KeptPortal::pausedSetting(), "1").result()); // sync pause
        QVERIFY(comesTo(link, Phase::Paused));
        line.peer->isDown = true;
        QVERIFY(other.keepSetting(KeptPortal::pausedSetting(), {}).result()); // sync resume
        QVERIFY(comesTo(link, Phase::Waiting));
        line.peer->isDown = false;
        QVERIFY(other.keepSetting(KeptPortal::wokenSetting(), "2").result()); // sync now, an hour before the next try
        QVERIFY(comesTo(link, Phase::Resting));
    }

    void onlyOneProgramExchanges()
    {
        SyncScene scene;
        Line line(scene);
        test::keepAccess(*line.desk, line.access());
        const Store other = line.elsewhere();
        QVERIFY(!other.holdsEngine());
        PortalLink link(line.setup);
        link.begin(other);
        QVERIFY(comesTo(link, Phase::Elsewhere));
        QTRY_VERIFY(link.standing().waiting > 0);
        QCOMPARE(line.peer->questions.load(), 0);
        // The other one is closed, and this one goes on.
        line.desk->close();
        line.desk.reset();
        QVERIFY(comesTo(link, Phase::Resting));
    }

    void itEndsWithTheStore()
    {
        SyncScene scene;
        Line line(scene);
        test::keepAccess(*line.desk, line.access());
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Resting));
        link.end();
        QVERIFY(!link.standing().isThere());
        line.desk.reset(); // the last handle: what was under way lets go of its own soon
        QTRY_VERIFY(line.elsewhere().holdsEngine());
        const int asked = line.peer->questions;
        line.desk = line.elsewhere();
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Resting));
        QVERIFY(line.peer->questions > asked);
        // Somebody comes back after a lock: of the same store it goes on, and is not built anew.
        const int now = line.peer->questions;
        link.begin(*line.desk);
        QTRY_COMPARE(test::settingOf(*line.desk, KeptPortal::pausedSetting()), QByteArray());
        QCOMPARE(link.standing().phase, Phase::Resting);
        QCOMPARE(line.peer->questions.load(), now);
    }

    void aRecordThatCannotBeReadIsToldAndSendsNothing()
    {
        SyncScene scene;
        Line line(scene);
        QVERIFY(line.desk->keepSetting(QString::fromLatin1(storage::local::Portal), "https://portal.example").result());
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Stopped));
        QCOMPARE(link.standing().failure->code, ErrorCode::PortalMissing);
        QCOMPARE(link.standing().fault, PortalVerdict::Fault::Desk);
        test::keepAccess(line.elsewhere(), line.access());
        QVERIFY(comesTo(link, Phase::Resting));
    }

    void aRestoredStoreIsAnotherDesk()
    {
        SyncScene scene;
        Line line(scene);
        PortalAccess before = line.access();
        before.desk = Id::v7(1, QByteArray(10, 'b'));
        test::keepAccess(*line.desk, before);
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Stopped));
        QCOMPARE(link.standing().failure->code, ErrorCode::DeskUnknown);
        QCOMPARE(line.peer->questions.load(), 0);
    }

    void aKeyThatFitsNoCertificateIsToldSo()
    {
        SyncScene scene;
        Line line(scene);
        test::keepAccess(*line.desk, line.access()); // "authorities" are none
        line.setup.peer = PortalSetup::overHttp;
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Stopped));
        QCOMPARE(link.standing().failure->code, ErrorCode::Invalid);
    }

    void aCertificateIsRenewedThirtyDaysBeforeItsEnd_data()
    {
        QTest::addColumn<qint64>("leftMs");
        QTest::addColumn<bool>("isRenewed");
        QTest::newRow("long before") << 300 * DayMs << false;
        QTest::newRow("a moment before") << 30 * DayMs + 1 << false;
        QTest::newRow("thirty days") << 30 * DayMs << true;
        QTest::newRow("the last day") << DayMs / 2 << true;
        QTest::newRow("too late, and tried all the same") << -DayMs << true;
    }
    void aCertificateIsRenewedThirtyDaysBeforeItsEnd()
    {
        QFETCH(qint64, leftMs);
        QFETCH(bool, isRenewed);
        SyncScene scene;
        Line line(scene);
        const PortalAccess ending = test::inventedAccess(scene.clock()() + leftMs);
        const PortalAccess next = test::inventedAccess(scene.clock()() + 365 * DayMs);
        test::keepAccess(*line.desk, ending);
        int renewals = 0;
        line.setup.renew = [&](const Store &store, const PortalAccess &held) {
            ++renewals;
            [&] { QCOMPARE(held.untilMs, ending.untilMs); }();
            test::keepAccess(store, next);
            return QtFuture::makeReadyFuture(Result<PortalAccess>(next));
        };
        QStringList spokenTo;
        line.setup.peer = [&spokenTo, peer = line.peer](const PortalAccess &access) {
            spokenTo.append(QString::number(access.untilMs)); // on another thread, one at a time
            return Result<std::shared_ptr<sync::Peer>>(peer);
        };
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Resting));
        QTRY_COMPARE(link.standing().certificateUntilMs, isRenewed ? next.untilMs : ending.untilMs);
        QVERIFY(!link.standing().isEnding);
        QCOMPARE(renewals, isRenewed ? 1 : 0);
        QVERIFY(comesTo(link, Phase::Resting));
        QCOMPARE(spokenTo.constLast(), QString::number(link.standing().certificateUntilMs)); // with the new one from then on
    }

    void whatIsHeldBackRenewsNothing()
    {
        SyncScene scene;
        Line line(scene);
        test::keepAccess(*line.desk, line.access(20));
        QVERIFY(line.desk->keepSetting(KeptPortal::pausedSetting(), "1").result());
        int renewals = 0;
        line.setup.renewalMs = 5;
        line.setup.renew = [&renewals](const Store &, const PortalAccess &access) {
            ++renewals;
            return QtFuture::makeReadyFuture(Result<PortalAccess>(access));
        };
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QVERIFY(comesTo(link, Phase::Paused));
        QCOMPARE(renewals, 0);
        link.setPaused(false);
        QTRY_VERIFY(renewals > 0);
    }

    void aRenewalThatFailsIsTriedAgain()
    {
        SyncScene scene;
        Line line(scene);
        test::keepAccess(*line.desk, line.access(20));
        int renewals = 0;
        line.setup.renewalMs = 10;
        line.setup.renew = [&renewals](const Store &, const PortalAccess &) {
            ++renewals;
            return QtFuture::makeReadyFuture(Result<PortalAccess>(Error{ErrorCode::ServerFailed, {}}));
        };
        PortalLink link(line.setup);
        link.begin(*line.desk);
        QTRY_VERIFY(renewals > 2);
        QVERIFY(link.standing().isEnding); // and is warned of
        QVERIFY(comesTo(link, Phase::Resting)); // it goes on with the old one
    }
};

QTEST_GUILESS_MAIN(tst_PortalLink)
#include "tst_PortalLink.moc"
