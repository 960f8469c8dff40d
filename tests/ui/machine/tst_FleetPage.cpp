// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Fleet.h"
#include "app/sync/Peer.h"
#include "app/workflows/CentreLink.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/machine/FleetPage.h"
#include "ui/machine/FleetWords.h"
#include "ui/machine/MachinePage.h"
#include "ui/messages/Language.h"
#include "ui/widgets/Theme.h"

#include <QApplication>

using namespace motcua;
using namespace motcua::test;
using What = FleetFinding::What;

namespace {

constexpr qint64 Minute = 60'000;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

FleetDesk healthy(int number)
{
    return {.login = u"motcua_%1"_qs.arg(number), .name = u"Quầy %1"_qs.arg(number), .desk = u"H26.31.05/%1"_qs.arg(number), .agoMs = 20'000, .clockOffMs = 40, .isUnreadable = false,
        .health = DeskHealth{.toldMs = nowMs(), .program = u"0.9.1"_qs, .build = u"3f9a2c00d1e2"_qs, .schema = 13, .startedMs = nowMs() - 100 * Minute, .freeBytes = 90'000'000'000, .allBytes = 250'000'000'000,
            .hasPortal = true, .backupMs = nowMs() - 1000 * Minute, .devices = {{DeskHealth::Device::Kind::CardReader, DeskHealth::Device::State::Fine}}}};
}

/** A centre of which a desk hears only how the machines are, or not even that. */
class ScriptedFleet final : public sync::Peer, public sync::Fleet
{
public:
    QList<FleetDesk> known = {};
    bool isAway = false;
    int asked = 0;

    [[nodiscard]] QString name() const override { return u"centre"_qs; }
    [[nodiscard]] journal::PeerRole role() const override { return journal::PeerRole::Centre; }
    [[nodiscard]] QFuture<sync::Heard<sync::Greeting>> greet(const sync::Greeting &) override { return gone<sync::Greeting>(); }
    [[nodiscard]] QFuture<sync::Heard<sync::Receipt>> give(const QByteArray &) override { return gone<sync::Receipt>(); }
    [[nodiscard]] QFuture<sync::Heard<QByteArray>> take(const sync::Wanted &) override { return gone<QByteArray>(); }
    [[nodiscard]] QFuture<sync::Heard<qint64>> heldOf(const QByteArray &) override { return gone<qint64>(); }
    [[nodiscard]] QFuture<sync::Heard<qint64>> giveChunk(const QByteArray &, qint64, const QByteArray &) override { return gone<qint64>(); }
    [[nodiscard]] QFuture<sync::Heard<QByteArray>> takeChunk(const QByteArray &, qint64) override { return gone<QByteArray>(); }
    [[nodiscard]] sync::Fleet *fleet() override { return this; }
    [[nodiscard]] QFuture<Result<>> tellHealth(const QByteArray &, const DeskHealth &) override
    {
        return QtFuture::makeReadyFuture(isAway ? Result<>(unreached()) : Result<>());
    }
    [[nodiscard]] QFuture<Result<QList<FleetDesk>>> desks() override
    {
        ++asked;
        return QtFuture::makeReadyFuture(isAway ? Result<QList<FleetDesk>>(unreached()) : Result<QList<FleetDesk>>(known));
    }

private:
    static Error unreached() { return {ErrorCode::DatabaseUnreachable, {}}; }
    template <typename T>
    static QFuture<sync::Heard<T>> gone()
    {
        return QtFuture::makeReadyFuture(sync::Heard<T>(sync::PeerFailure{unreached(), Fault::Network, {}}));
    }
};

} // namespace

/** Whoever leads the centre, or sets its desks up, sees by keys alone which machine has to be seen to. */
class tst_FleetPage : public CounterStory
{
    Q_OBJECT

    std::unique_ptr<Language> m_english;
    std::unique_ptr<CentreLink> m_link;
    std::shared_ptr<ScriptedFleet> m_fleet;

    void sit(const QStringList &roles, bool hasCentre)
    {
        m_fleet = std::make_shared<ScriptedFleet>();
        openDesk([&](const Workplace &place) {
            if (!roles.contains(u"administrator"_qs)) { // somebody is one in every centre
                QVERIFY(place.store.record(place.act(Id::v7(7, QByteArray(10, 'a')), AdmitStaff{.name = u"Đỗ Hạnh"_qs, .title = {}, .roles = {u"administrator"_qs}, .publicKey = QByteArray(32, 'p'), .wrappedKey = "w"})).result());
            }
            const auto changed = place.store.record(place.act(place.person, ChangeStaff{.roles = roles, .reason = u"thử"_qs})).result();
            QVERIFY(changed || changed.error().code == ErrorCode::Refused); // those they have
            if (hasCentre) {
                QVERIFY(place.store.keepSetting(CentreLink::setting(), "x").result());
            }
        });
        m_link = std::make_unique<CentreLink>(CentreLink::Setup{.resources = QStringLiteral(MOTCUA_TEST_DATA "/../../resources"),
            .peer = [fleet = m_fleet](const storage::Store &, const QByteArray &) { return Result<std::shared_ptr<sync::Peer>>(fleet); }, .firstWaitMs = 50, .longestWaitMs = 200, .settlesMs = 20});
        m_counter->share(m_link.get());
        signIn();
        if (hasCentre) {
            QTRY_VERIFY(m_link->standing().isThere && m_link->peer());
        }
    }
    void openByMachine()
    {
        press(Qt::Key_F1, Qt::ControlModifier);
        QTRY_VERIFY(shown<MachinePage>());
        QTRY_VERIFY2(([this] {
            press(Qt::Key_E, Qt::ControlModifier);
            return shown<FleetPage>() != nullptr;
        }()), qPrintable(said()));
    }

private Q_SLOTS:
    void initTestCase() { Theme::named(Theme::Name::Light).wear(*qApp, 100); }
    void init() { m_english = std::make_unique<Language>(Language::Code::English); }
    void cleanup()
    {
        closeDesk();
        m_link.reset();
        m_fleet.reset();
        m_english.reset();
    }

    void anOfficeOfOneDeskSeesItself()
    {
        sit({u"administrator"_qs, u"officer"_qs}, false);
        openByMachine();
        QTRY_COMPARE(shown<FleetPage>()->view().lines.size(), 1);
        QVERIFY2(shown<FleetPage>()->top().startsWith(u"This desk has no centre: only its own machine is shown."), qPrintable(shown<FleetPage>()->top()));
        QVERIFY2(shown<FleetPage>()->details().contains(u"program " MOTCUA_VERSION), qPrintable(shown<FleetPage>()->details()));
        QVERIFY2(shown<FleetPage>()->details().contains(u"No back-up of it was ever made."), qPrintable(shown<FleetPage>()->details()));
        screenshot(window(), u"fleet-alone"_qs);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<MachinePage>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }

    void theWorstComesFirstAndItsDetailsBelow()
    {
        sit({u"administrator"_qs, u"officer"_qs, u"supervisor"_qs}, true);
        for (int number = 1; number <= 20; ++number) {
            m_fleet->known.append(healthy(number));
        }
        m_fleet->known[6].agoMs = 45 * Minute;
        m_fleet->known[11].clockOffMs = 9'000;
        m_fleet->known[11].health->devices[0].state = DeskHealth::Device::State::Broken;
        m_fleet->known[15].health->isClosing = true;
        m_fleet->known[15].agoMs = 900 * Minute;
        QTRY_VERIFY2(([this] {
            press(Qt::Key_D, Qt::AltModifier);
            return shown<DashboardPage>() != nullptr;
        }()), qPrintable(said()));
        QTRY_VERIFY2(([this] {
            press(Qt::Key_E, Qt::ControlModifier);
            return shown<FleetPage>() != nullptr;
        }()), qPrintable(said()));
        QTRY_COMPARE(shown<FleetPage>()->view().lines.size(), 20);
        auto *page = shown<FleetPage>();
        QCOMPARE(page->top(), u"To see to: 1. To look at: 1. In order: 18."_qs);
        QVERIFY2(page->details().startsWith(u"✖ Not heard for 45 min"), qPrintable(page->details()));
        press(Qt::Key_Down);
        QVERIFY2(page->details().startsWith(u"▲ Its clock is 9 s ahead of the server's."), qPrintable(page->details()));
        QVERIFY2(page->details().contains(u"Does not work there: card reader."), qPrintable(page->details()));
        QVERIFY2(page->details().contains(u"card reader does not work"), qPrintable(page->details()));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        screenshot(window(), u"fleet"_qs);

        // It gets worse while it is looked at: the keyboard stays at its desk.
        m_fleet->known[2].agoMs = 45 * Minute;
        const int asked = m_fleet->asked;
        press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(m_fleet->asked > asked);
        QTRY_COMPARE(page->top(), u"To see to: 2. To look at: 1. In order: 17."_qs);
        QVERIFY2(page->details().startsWith(u"▲ Its clock is 9 s"), qPrintable(page->details()));

        // The centre is gone: what is known stays, and is said to be old.
        m_fleet->isAway = true;
        press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY2(page->top().startsWith(u"The centre is out of reach: this is how it was at "), qPrintable(page->top()));
        QCOMPARE(page->view().lines.size(), 20);
        screenshot(window(), u"fleet-away"_qs);
        m_fleet->isAway = false;
        press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(page->top(), u"To see to: 2. To look at: 1. In order: 17."_qs);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<DashboardPage>());
    }

    void aCentreThatWasNeverReachedShowsThisDesk()
    {
        sit({u"administrator"_qs, u"officer"_qs}, true);
        m_fleet->isAway = true;
        openByMachine();
        QTRY_COMPARE(shown<FleetPage>()->view().lines.size(), 1);
        QVERIFY2(shown<FleetPage>()->top().startsWith(u"The centre is out of reach"), qPrintable(shown<FleetPage>()->top()));
    }

    void whoOnlyWorksAtADeskSeesItsOwnMachineAlone()
    {
        sit({u"officer"_qs}, true);
        press(Qt::Key_F1, Qt::ControlModifier);
        QTRY_VERIFY(shown<MachinePage>());
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(shown<MachinePage>());
        QCOMPARE(m_fleet->asked, 0);
    }

    void everyFindingHasItsSentence_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("begins");
        const auto row = [](const char *name, What what, qint64 amount, const char *begins) { QTest::newRow(name) << static_cast<int>(what) << amount << QString::fromUtf8(begins); };
        row("silent", What::Silent, 45, "Not heard for 45 min");
        row("silent for days", What::Silent, 5 * 1440, "Not heard for 5 days");
        row("never", What::Never, 0, "Has told nothing of itself yet");
        row("unreadable", What::Unreadable, 0, "Says something that this program does not understand");
        row("room", What::Room, 512LL * 1024 * 1024, "Only 512,0 MB are free");
        row("ahead", What::Clock, 61'000, "Its clock is 61 s ahead");
        row("behind", What::Clock, -3'600'000 * 3, "Its clock is 3 h behind");
        row("portal", What::PortalUnsent, 300, "Something has been waiting for the portal for 5 h");
        row("centre", What::CentreUnsent, 300, "Something has not come to the other desks for 5 h");
        row("over", What::CatalogueOver, 0, "It has not heard of the procedures for too long");
        row("soon over", What::CatalogueOver, 4, "It has to hear of the procedures again within 4 days");
        row("another edition", What::CatalogueOther, 7, "It works by another edition");
        row("program", What::Program, 0, "It runs another program than most desks: 0.9.1 3f9a2c00d1e2");
        row("no back-up", What::Backup, -1, "No back-up of it was ever made");
        row("old back-up", What::Backup, 31, "Its last back-up is 31 days old");
        row("taken back", What::RolledBack, 0, "Version  of the program did not work there. What was there before works again");
        row("away", What::Away, 20, "Closed, and not heard for 20 days");
    }
    void everyFindingHasItsSentence()
    {
        QFETCH(int, what);
        QFETCH(qint64, amount);
        QFETCH(QString, begins);
        const FleetLine line{.desk = healthy(3), .findings = {{static_cast<What>(what), FleetLevel::Look, amount}, {What::Device, FleetLevel::Look, 1}}};
        const QString told = fleetwords::sentence(line.findings.constFirst(), line);
        QVERIFY2(told.startsWith(begins), qPrintable(told));
        QCOMPARE(fleetwords::summary(line), u"(+1) "_qs + told);
    }
};

QTEST_MAIN(tst_FleetPage)
#include "tst_FleetPage.moc"
