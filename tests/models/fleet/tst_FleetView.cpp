// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetView.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace motcua;
using What = FleetFinding::What;
using Level = FleetLevel;
using Found = QList<FleetFinding>;

namespace {

constexpr qint64 Minute = 60'000;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;
constexpr qint64 Now = 1'795'000'000'000;
constexpr qint64 Mega = 1024 * 1024;

FleetLimits limits()
{
    return {.freeLookMegabytes = 5000, .freeActMegabytes = 1000, .clockLookSeconds = 5, .clockActSeconds = 60, .silentMinutes = 10, .awayDays = 14, .catalogueDays = 7, .unsentLookHours = 4, .unsentActHours = 24,
        .backupLookDays = 7, .backupActDays = 30, .mark = QStringLiteral("test")};
}

FleetDesk desk(int number)
{
    return {.login = QStringLiteral("motcua_%1").arg(number), .name = QStringLiteral("Quầy %1").arg(number), .desk = QStringLiteral("H26.31.05/%1").arg(number), .agoMs = 20'000, .clockOffMs = 40, .isUnreadable = false,
        .health = DeskHealth{.toldMs = Now, .program = QStringLiteral("0.9.1"), .build = QStringLiteral("3f9a2c00d1e2"), .schema = 31, .startedMs = Now - Hour, .catalogue = 7, .catalogueUntilMs = Now + 20 * Day,
            .freeBytes = 100'000 * Mega, .allBytes = 250'000 * Mega, .hasPortal = true, .backupMs = Now - Day}};
}

} // namespace

Q_DECLARE_METATYPE(motcua::FleetDesk)

/** Whose machine is judged how, and in which order. */
class tst_FleetView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeskIsJudged_data()
    {
        QTest::addColumn<FleetDesk>("one");
        QTest::addColumn<Found>("found");
        const auto row = [](const char *name, const std::function<void(FleetDesk &, DeskHealth &)> &change, const Found &found) {
            FleetDesk one = desk(3);
            change(one, *one.health);
            QTest::newRow(name) << one << found;
        };
        row("all is well", [](FleetDesk &, DeskHealth &) {}, {});
        row("nearly silent", [](FleetDesk &d, DeskHealth &) { d.agoMs = 10 * Minute - 1; }, {});
        row("silent", [](FleetDesk &d, DeskHealth &) { d.agoMs = 10 * Minute; }, {{What::Silent, Level::Act, 10}});
        row("closed over night", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 15 * Hour, h.isClosing = true; }, {});
        row("closed for two weeks", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 14 * Day, h.isClosing = true, h.catalogueUntilMs = 0, h.backupMs = Now + 10 * Day; }, {{What::Away, Level::Look, 14}});
        row("never", [](FleetDesk &d, DeskHealth &) { d.agoMs = -1, d.desk.clear(), d.health.reset(); }, {{What::Never, Level::Look, 0}});
        row("unreadable", [](FleetDesk &d, DeskHealth &) { d.isUnreadable = true, d.health.reset(); }, {{What::Unreadable, Level::Look, 0}});
        row("unreadable and silent", [](FleetDesk &d, DeskHealth &) { d.isUnreadable = true, d.agoMs = Hour, d.health.reset(); }, {{What::Silent, Level::Act, 60}, {What::Unreadable, Level::Look, 0}});
        row("room enough", [](FleetDesk &, DeskHealth &h) { h.freeBytes = 5000 * Mega; }, {});
        row("little room", [](FleetDesk &, DeskHealth &h) { h.freeBytes = 5000 * Mega - 1; }, {{What::Room, Level::Look, 5000 * Mega - 1}});
        row("no room", [](FleetDesk &, DeskHealth &h) { h.freeBytes = 1000 * Mega - 1; }, {{What::Room, Level::Act, 1000 * Mega - 1}});
        row("nothing at all is free", [](FleetDesk &, DeskHealth &h) { h.freeBytes = 0; }, {{What::Room, Level::Act, 0}});
        row("room not known", [](FleetDesk &, DeskHealth &h) { h.freeBytes = -1; }, {});
        row("clock nearly off", [](FleetDesk &d, DeskHealth &) { d.clockOffMs = 4'999; }, {});
        row("clock ahead", [](FleetDesk &d, DeskHealth &) { d.clockOffMs = 5'000; }, {{What::Clock, Level::Look, 5'000}});
        row("clock behind", [](FleetDesk &d, DeskHealth &) { d.clockOffMs = -60'000; }, {{What::Clock, Level::Act, -60'000}});
        row("waits since a while", [](FleetDesk &, DeskHealth &h) { h.portalWaiting = 9, h.portalOldestMs = Now - 3 * Hour; }, {});
        row("waits since the morning", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 0, h.portalWaiting = 9, h.portalOldestMs = Now - 4 * Hour; }, {{What::PortalUnsent, Level::Look, 240}});
        row("waits since yesterday", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 0, h.portalWaiting = 9, h.portalOldestMs = Now - Day; }, {{What::PortalUnsent, Level::Act, 1440}});
        row("closed with what waits", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 23 * Hour, h.isClosing = true, h.portalWaiting = 1, h.portalOldestMs = Now - Hour; }, {{What::PortalUnsent, Level::Act, 1440}});
        row("an oldest of nothing", [](FleetDesk &, DeskHealth &h) { h.portalOldestMs = Now - 9 * Day; }, {});
        row("no portal", [](FleetDesk &, DeskHealth &h) { h.hasPortal = false, h.portalWaiting = 900, h.portalOldestMs = Now - 9 * Day; }, {});
        row("not shared", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 0, h.centreWaiting = 4, h.centreOldestMs = Now - 5 * Hour; }, {{What::CentreUnsent, Level::Look, 300}});
        row("catalogue good for a while", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 0, h.catalogueUntilMs = Now + 7 * Day + 1; }, {});
        row("catalogue soon over", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 0, h.catalogueUntilMs = Now + 7 * Day; }, {{What::CatalogueOver, Level::Look, 7}});
        row("catalogue over", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 0, h.catalogueUntilMs = Now; }, {{What::CatalogueOver, Level::Act, 0}});
        row("taken back from a release", [](FleetDesk &, DeskHealth &h) { h.rolledBack = QStringLiteral("0.9.2"); }, {{What::RolledBack, Level::Look, 0}});
        row("a release lies ready", [](FleetDesk &, DeskHealth &h) { h.ready = QStringLiteral("0.9.2"); }, {});
        row("another catalogue", [](FleetDesk &, DeskHealth &h) { h.catalogue = 6; }, {{What::CatalogueOther, Level::Look, 7}});
        row("another program", [](FleetDesk &, DeskHealth &h) { h.program = QStringLiteral("0.10.0"); }, {{What::Program, Level::Look, 0}});
        row("another build", [](FleetDesk &, DeskHealth &h) { h.build = QStringLiteral("aaaaaaaaaaaa"); }, {{What::Program, Level::Look, 0}});
        row("devices", [](FleetDesk &, DeskHealth &h) {
            h.devices = {{DeskHealth::Device::Kind::CardReader, DeskHealth::Device::State::Broken}, {DeskHealth::Device::Kind::CodeReader, DeskHealth::Device::State::None},
                {DeskHealth::Device::Kind::SlipPrinter, DeskHealth::Device::State::Fine}, {DeskHealth::Device::Kind::TicketPrinter, DeskHealth::Device::State::Broken}};
        }, {{What::Device, Level::Look, 2}});
        row("back-up of last week", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 0, h.backupMs = Now - 7 * Day; }, {{What::Backup, Level::Look, 7}});
        row("back-up of last month", [](FleetDesk &d, DeskHealth &h) { d.agoMs = 0, h.backupMs = Now - 30 * Day; }, {{What::Backup, Level::Act, 30}});
        row("no back-up", [](FleetDesk &, DeskHealth &h) { h.backupMs = 0; }, {{What::Backup, Level::Look, -1}});
        row("the worst first", [](FleetDesk &d, DeskHealth &h) { h.freeBytes = 4000 * Mega, d.clockOffMs = Hour, h.backupMs = 0; },
            {{What::Clock, Level::Act, Hour}, {What::Room, Level::Look, 4000 * Mega}, {What::Backup, Level::Look, -1}});
    }
    void aDeskIsJudged()
    {
        QFETCH(FleetDesk, one);
        QFETCH(Found, found);
        const FleetView view = FleetView::of(limits(), {desk(1), desk(2), one});
        const auto line = std::find_if(view.lines.cbegin(), view.lines.cend(), [&one](const FleetLine &each) { return each.desk.login == one.login; });
        QVERIFY(line != view.lines.cend());
        QCOMPARE(line->findings, found);
        QCOMPARE(line->level(), found.isEmpty() ? Level::Good : found.constFirst().level);
        QCOMPARE(view.level(), line->level());
        QCOMPARE(view.count(Level::Good), found.isEmpty() ? 3 : 2);
        for (const FleetLine &other : view.lines) { // what is wrong with one is nothing of the others
            QVERIFY(other.desk.login == one.login || other.findings.isEmpty());
        }
    }

    void theWorstComesFirst()
    {
        FleetDesk silent = desk(12);
        silent.agoMs = Hour;
        FleetDesk late = desk(11);
        late.clockOffMs = 10'000;
        FleetDesk far = desk(4);
        far.clockOffMs = 10'000;
        const FleetView view = FleetView::of(limits(), {desk(10), late, desk(2), silent, far});
        QStringList order;
        for (const FleetLine &line : view.lines) {
            order.append(line.desk.desk.section(u'/', -1));
        }
        QCOMPARE(order.join(u' '), QStringLiteral("12 4 11 2 10"));
    }

    void whatMostHaveIsTheMeasure()
    {
        const auto with = [](int number, const char *program, qint64 catalogue) {
            FleetDesk one = desk(number);
            one.health->program = QString::fromLatin1(program);
            one.health->catalogue = catalogue;
            return one;
        };
        const auto behind = [](const FleetView &view) {
            QStringList numbers;
            for (const FleetLine &line : view.lines) {
                if (!line.findings.isEmpty()) {
                    numbers.append(line.desk.desk.section(u'/', -1));
                }
            }
            return numbers.join(u' ');
        };
        QCOMPARE(behind(FleetView::of(limits(), {with(1, "0.9.1", 7), with(2, "0.9.1", 7), with(3, "0.10.0", 8)})), QStringLiteral("3"));
        // Of as many each the later one is what the others should have.
        QCOMPARE(behind(FleetView::of(limits(), {with(1, "0.9.1", 7), with(2, "0.10.0", 7)})), QStringLiteral("1"));
        QCOMPARE(behind(FleetView::of(limits(), {with(1, "0.9.1", 7), with(2, "0.9.1", 8)})), QStringLiteral("1"));
        QCOMPARE(FleetView::of(limits(), {with(1, "0.9.1", 7), with(2, "0.10.0", 7)}).program, QStringLiteral("0.10.0 3f9a2c00d1e2"));
        QCOMPARE(behind(FleetView::of(limits(), {with(1, "0.9.1", 7)})), QString());
        QVERIFY(FleetView::of(limits(), {}).lines.isEmpty());
        QCOMPARE(FleetView::of(limits(), {}).level(), Level::Good);
    }

    void aMistakeInTheFileIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a desk is not silent so soon") << QByteArray("\"silentMinutes\": 10") << QByteArray("\"silentMinutes\": 1");
        QTest::newRow("worse than the worse") << QByteArray("\"freeLookMegabytes\": 5120") << QByteArray("\"freeLookMegabytes\": 500");
        QTest::newRow("a member nobody knows") << QByteArray("\"awayDays\": 14") << QByteArray("\"awayDays\": 14, \"weeks\": 1");
        QTest::newRow("missing") << QByteArray("\"awayDays\": 14,") << QByteArray();
        QTest::newRow("another kind of file") << QByteArray("motcua.fleet/1") << QByteArray("motcua.fleet/2");
    }
    void aMistakeInTheFileIsSaidWithItsPlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/fleet/limits.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        const auto good = FleetLimits::read({QStringLiteral("limits.json"), text});
        QVERIFY(good);
        QCOMPARE(good->silentMinutes, 10);
        QVERIFY(good->mark.startsWith(u"UNVERIFIED"));
        QVERIFY(text.contains(from));
        const auto read = FleetLimits::read({QStringLiteral("limits.json"), text.replace(from, to)});
        QVERIFY(!read);
        QVERIFY2(read.error().constFirst().detail.startsWith(u"limits.json:"), qPrintable(read.error().constFirst().detail));
    }
};

QTEST_APPLESS_MAIN(tst_FleetView)
#include "tst_FleetView.moc"
