// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Rollout.h"

#include <QTest>

#include <functional>

using namespace motcua;
using What = RolloutObstacle::What;

namespace {

Rollout release(const char *version, std::optional<FleetRing> ring, const char *follows = "0.0", int schemaFrom = 1, int schema = 14)
{
    return {{.version = QString::fromLatin1(version), .follows = QString::fromLatin1(follows), .schema = schema, .schemaFrom = schemaFrom, .bytes = 7, .sha256 = QByteArray(32, 'h'), .madeMs = 1}, ring, false};
}

Rollout halted(const char *version, std::optional<FleetRing> ring)
{
    Rollout one = release(version, ring);
    one.isHalted = true;
    return one;
}

RolloutDesk desk(int number, FleetRing ring, const char *program)
{
    RolloutDesk one{.ring = ring};
    one.line.desk.login = QStringLiteral("motcua_%1").arg(number);
    one.line.desk.name = QStringLiteral("Quầy %1").arg(number);
    if (*program) {
        one.line.desk.health = DeskHealth{.toldMs = 1, .program = QString::fromLatin1(program), .schema = 13};
    }
    return one;
}

RolloutDesk found(RolloutDesk one, FleetFinding::What what, FleetLevel level)
{
    one.line.findings.append({what, level, 1});
    return one;
}

} // namespace

Q_DECLARE_METATYPE(motcua::RolloutTarget)

/** Which release gets to which desk, and what holds it up. */
class tst_Rollout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatADeskShouldHave_data()
    {
        QTest::addColumn<QList<Rollout>>("all");
        QTest::addColumn<RolloutTarget>("one");
        QTest::addColumn<QString>("version");
        const auto row = [](const char *name, const QList<Rollout> &all, const std::function<void(RolloutTarget &)> &change, const char *version) {
            RolloutTarget one{FleetRing::First, QStringLiteral("0.9.1"), 13, {}};
            change(one);
            QTest::newRow(name) << all << one << QString::fromLatin1(version);
        };
        const auto same = [](RolloutTarget &) {};
        row("nothing lies there", {}, same, "");
        row("lies there and was not let go", {release("0.9.2", {})}, same, "");
        row("only the pilots", {release("0.9.2", FleetRing::Pilot)}, same, "");
        row("only the pilots, and this is one", {release("0.9.2", FleetRing::Pilot)}, [](RolloutTarget &one) { one.ring = FleetRing::Pilot; }, "0.9.2");
        row("its ring", {release("0.9.2", FleetRing::First)}, same, "0.9.2");
        row("all", {release("0.9.2", FleetRing::All)}, same, "0.9.2");
        row("all, and this is in the last", {release("0.9.2", FleetRing::All)}, [](RolloutTarget &one) { one.ring = FleetRing::All; }, "0.9.2");
        row("the first, and this is in the last", {release("0.9.2", FleetRing::First)}, [](RolloutTarget &one) { one.ring = FleetRing::All; }, "");
        row("halted", {halted("0.9.2", FleetRing::All)}, same, "");
        row("has it", {release("0.9.1", FleetRing::All)}, same, "");
        row("has a later one", {release("0.9.0", FleetRing::All)}, same, "");
        row("the latest of several", {release("0.9.2", FleetRing::All), release("0.10.0", FleetRing::All), release("0.9.9", FleetRing::All)}, same, "0.10.0");
        row("the latest is halted", {release("0.9.2", FleetRing::All), halted("0.10.0", FleetRing::All)}, same, "0.9.2");
        row("the latest is for pilots", {release("0.9.2", FleetRing::All), release("0.10.0", FleetRing::Pilot)}, same, "0.9.2");
        row("cannot be put over it", {release("1.0.0", FleetRing::All, "0.9.2")}, same, "");
        row("one between is first", {release("1.0.0", FleetRing::All, "0.9.2"), release("0.9.2", FleetRing::All)}, same, "0.9.2");
        row("over just this one", {release("1.0.0", FleetRing::All, "0.9.1")}, same, "1.0.0");
        row("its data are too old", {release("1.0.0", FleetRing::All, "0.0", 14)}, same, "");
        row("its data are just right", {release("1.0.0", FleetRing::All, "0.0", 13, 13)}, same, "1.0.0");
        row("its data are later", {release("1.0.0", FleetRing::All, "0.0", 1, 12)}, same, "");
        row("was taken back", {release("0.9.2", FleetRing::All)}, [](RolloutTarget &one) { one.rolledBack = QStringList{QStringLiteral("0.9.2")}; }, "");
        row("an earlier one was taken back", {release("0.9.3", FleetRing::All), release("0.9.2", FleetRing::All)}, [](RolloutTarget &one) { one.rolledBack = QStringList{QStringLiteral("0.9.2")}; }, "0.9.3");
        row("two were taken back", {release("0.9.3", FleetRing::All), release("0.9.2", FleetRing::All)}, [](RolloutTarget &one) { one.rolledBack = QStringList{QStringLiteral("0.9.3"), QStringLiteral("0.9.2")}; }, "");
    }

    void whatADeskShouldHave()
    {
        QFETCH(QList<Rollout>, all);
        QFETCH(RolloutTarget, one);
        QFETCH(QString, version);
        const std::optional<ReleaseHead> wanted = rollout::wanted(all, one);
        QCOMPARE(wanted ? wanted->version : QString(), version);
    }

    void howItStands()
    {
        const Rollout first = release("0.9.2", FleetRing::First);
        const auto state = [](const Rollout &release, const RolloutDesk &one) { return rolloutStateName(rollout::stateOf(release, one)); };
        QCOMPARE(state(first, desk(1, FleetRing::First, "0.9.1")), QStringLiteral("waiting"));
        QCOMPARE(state(first, desk(1, FleetRing::First, "")), QStringLiteral("waiting")); // it never spoke
        QCOMPARE(state(first, desk(1, FleetRing::All, "0.9.1")), QStringLiteral("out"));
        QCOMPARE(state(first, desk(1, FleetRing::All, "0.9.2")), QStringLiteral("has")); // by hand
        QCOMPARE(state(first, desk(1, FleetRing::Pilot, "0.10.0")), QStringLiteral("has"));
        QCOMPARE(state(halted("0.9.2", FleetRing::All), desk(1, FleetRing::Pilot, "0.9.1")), QStringLiteral("out"));
        RolloutDesk ready = desk(1, FleetRing::Pilot, "0.9.1");
        ready.line.desk.health->ready = QStringLiteral("0.9.2");
        QCOMPARE(state(first, ready), QStringLiteral("ready"));
        ready.line.desk.health->rolledBack = QStringLiteral("0.9.2");
        QCOMPARE(state(first, ready), QStringLiteral("rolledBack"));
    }

    void whatSpeaksAgainst_data()
    {
        QTest::addColumn<QList<RolloutDesk>>("desks");
        QTest::addColumn<QList<RolloutObstacle>>("against");
        const auto against = [](What what, int number) { return RolloutObstacle{what, QStringLiteral("motcua_%1").arg(number), QStringLiteral("Quầy %1").arg(number)}; };
        const RolloutObstacle untried{What::Untried, {}, {}};
        const RolloutDesk well = desk(1, FleetRing::Pilot, "0.9.2");
        RolloutDesk back = desk(2, FleetRing::Pilot, "0.9.1");
        back.line.desk.health->rolledBack = QStringLiteral("0.9.2");
        RolloutDesk backElsewhere = back;
        backElsewhere.ring = FleetRing::All;
        RolloutDesk ready = desk(3, FleetRing::Pilot, "0.9.1");
        ready.line.desk.health->ready = QStringLiteral("0.9.2");
        using Desks = QList<RolloutDesk>;
        using Against = QList<RolloutObstacle>;
        QTest::newRow("no desk") << Desks{} << Against{untried};
        QTest::newRow("no pilot has it") << Desks{desk(1, FleetRing::Pilot, "0.9.1")} << Against{untried};
        QTest::newRow("a pilot has it") << Desks{well} << Against{};
        QTest::newRow("one of two has it") << Desks{well, desk(2, FleetRing::Pilot, "0.9.1")} << Against{};
        QTest::newRow("a pilot should be looked at") << Desks{found(well, FleetFinding::What::Backup, FleetLevel::Look)} << Against{};
        QTest::newRow("a pilot has to be seen to") << Desks{found(well, FleetFinding::What::Room, FleetLevel::Act)} << Against{against(What::Act, 1)};
        QTest::newRow("a pilot is silent since") << Desks{found(well, FleetFinding::What::Silent, FleetLevel::Act)} << Against{against(What::Silent, 1)};
        QTest::newRow("a pilot that has another one is silent") << Desks{well, found(desk(2, FleetRing::Pilot, "0.9.1"), FleetFinding::What::Silent, FleetLevel::Act)} << Against{};
        QTest::newRow("a pilot that was given it is silent") << Desks{well, found(ready, FleetFinding::What::Silent, FleetLevel::Act)} << Against{against(What::Silent, 3)};
        QTest::newRow("a pilot was put back") << Desks{well, back} << Against{against(What::RolledBack, 2)};
        QTest::newRow("the only pilot was put back") << Desks{back} << Against{untried, against(What::RolledBack, 2)};
        QTest::newRow("another desk was put back") << Desks{well, backElsewhere} << Against{against(What::RolledBack, 2)};
        QTest::newRow("another desk has to be seen to") << Desks{well, found(desk(2, FleetRing::First, "0.9.1"), FleetFinding::What::Room, FleetLevel::Act)} << Against{};
    }

    void whatSpeaksAgainst()
    {
        QFETCH(QList<RolloutDesk>, desks);
        QFETCH(QList<RolloutObstacle>, against);
        QVERIFY(rollout::obstacles(release("0.9.2", FleetRing::Pilot), desks) == against);
        QVERIFY(rollout::obstacles(release("0.9.2", {}), desks).isEmpty()); // the pilots are there to try it
    }

    void ringsAreInTheirOrder()
    {
        QCOMPARE(rollout::next(release("1.0.0", {})), std::optional(FleetRing::Pilot));
        QCOMPARE(rollout::next(release("1.0.0", FleetRing::Pilot)), std::optional(FleetRing::First));
        QCOMPARE(rollout::next(release("1.0.0", FleetRing::First)), std::optional(FleetRing::All));
        QCOMPARE(rollout::next(release("1.0.0", FleetRing::All)), std::nullopt);
        for (const FleetRing ring : {FleetRing::Pilot, FleetRing::First, FleetRing::All}) {
            QCOMPARE(fleetRingOf(fleetRingName(ring)), std::optional(ring));
        }
        QCOMPARE(fleetRingOf(QStringLiteral("second")), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(tst_Rollout)
#include "tst_Rollout.moc"
