// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/SharedHall.h"

#include "app/centre/Postgres.h"
#include "models/base/VietnamTime.h"
#include "tests/app/centre/HallScene.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using test::HallScene;
using Place = test::HallScene::Place;

/** What the hall of a centre knows of whoever is told by telephone how it stands with their ticket. */
class tst_HallMessages : public QObject
{
    Q_OBJECT

private:
    static HallView look(const Place &place) { return Desk::done(place.hall->look()); }
    static Ticket issue(const Place &place, const QString &phone)
    {
        return Desk::done(place.hall->issue({.group = QStringLiteral("A"), .needs = {QStringLiteral("deaf")}, .phone = phone}));
    }
    static bool takes(const Place &place, const Ticket &ticket, const QString &message) { return Desk::done(place.hall->takeMessage(ticket.id, message)); }
    static QStringList keptOf(const Place &place, const Ticket &ticket)
    {
        return Desk::done(place.store.ask(storage::HallNow{vietnamTime(QDateTime::currentMSecsSinceEpoch()).date()})).needs.value(ticket.id);
    }
    [[nodiscard]] QString database() const { return QStringLiteral("d%1").arg(m_databases); }
    QByteArray scalar(const QByteArray &sql)
    {
        const auto database = Postgres::open(m_scene->access());
        const auto rows = database ? (*database)->run(sql.constData()) : Result<PgRows>(database.error());
        return rows && !rows->isEmpty() ? rows->text(0, 0).toUtf8() : QByteArray("?");
    }

    test::PostgresBench m_server;
    std::unique_ptr<HallScene> m_scene;
    int m_databases = 0;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
    }
    void init()
    {
        ++m_databases;
        m_scene = std::make_unique<HallScene>(HallScene::founded(m_server, database()));
    }

    void aTelephoneIsSealedAndAMessageIsTakenOnOnce()
    {
        const auto one = m_scene->place(3);
        const auto other = m_scene->place(4);
        const Ticket ticket = Desk::done(one->hall->issue({.group = QStringLiteral("A"), .needs = {QStringLiteral("deaf")}, .phone = QStringLiteral("0901234567")}));
        QCOMPARE(look(*other).phones.value(ticket.id), QStringLiteral("0901234567"));
        QCOMPARE(look(*other).needs.value(ticket.id), QStringList{QStringLiteral("deaf")});
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket WHERE position('0901234567'::bytea in needs) > 0"), QByteArray("0"));
        // What others need not know when they are cut off they do not keep.
        QVERIFY(TicketPhone::phoneIn(Desk::done(other->store.ask(storage::HallNow{vietnamTime(QDateTime::currentMSecsSinceEpoch()).date()})).needs.value(ticket.id)).isEmpty());
        QList<QFuture<Result<bool>>> asked;
        for (int i = 0; i < 10; ++i) {
            asked.append((i % 2 == 0 ? one : other)->hall->takeMessage(ticket.id, QStringLiteral("called")));
        }
        QCOMPARE(std::count_if(asked.cbegin(), asked.cend(), [](const QFuture<Result<bool>> &taken) { return Desk::done(taken); }), 1);
        HallScene::open(*one);
        QVERIFY(!Desk::done(one->hall->takeMessage(ticket.id, QStringLiteral("called"))));
        QVERIFY(Desk::done(other->hall->takeMessage(ticket.id, QStringLiteral("held"))));
        QVERIFY(m_server.run("UPDATE motcua.hall_ticket SET day = day - 1; UPDATE motcua.hall_step SET day = day - 1; UPDATE motcua.hall_told SET day = day - 1", QStringLiteral("d%1").arg(m_databases)));
        (void)Desk::done(one->hall->clearUp());
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket WHERE needs IS NOT NULL"), QByteArray("0"));
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_told"), QByteArray("0"));
    }

    // Of two desks that cannot ask each other both would send it.
    void aDeskThatIsCutOffTellsItsOwnAlone()
    {
        const auto place = m_scene->place(3);
        const Ticket theirs = Desk::done(place->hall->issue({.group = QStringLiteral("A"), .phone = QStringLiteral("0901234567")}));
        (void)look(*place);
        m_server.stop();
        (void)place->hall->look().result();
        const Ticket own = Desk::done(place->hall->issue({.group = QStringLiteral("A"), .phone = QStringLiteral("0907654321")}));
        QVERIFY2(own.number.startsWith(QStringLiteral("A03-")), qPrintable(own.number));
        QCOMPARE(Desk::refused(place->hall->takeMessage(theirs.id, QStringLiteral("called"))), ErrorCode::DatabaseUnreachable);
        QVERIFY(Desk::done(place->hall->takeMessage(own.id, QStringLiteral("called"))));
        QVERIFY(!Desk::done(place->hall->takeMessage(own.id, QStringLiteral("called"))));
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
    }

    // What was told at the kiosk while nobody could be asked is known to all when they can.
    void aNumberDrawnAloneKeepsItsTelephone_data()
    {
        QTest::addColumn<bool>("joinsLater");
        QTest::newRow("cut off") << false;
        QTest::newRow("a desk that joins at noon") << true;
    }
    void aNumberDrawnAloneKeepsItsTelephone()
    {
        QFETCH(const bool, joinsLater);
        const auto place = m_scene->place(3, !joinsLater);
        const auto other = m_scene->place(4);
        if (!joinsLater) {
            (void)look(*place);
            m_server.stop();
            (void)place->hall->look().result();
        }
        const Ticket own = issue(*place, QStringLiteral("0907654321"));
        QCOMPARE(own.number, joinsLater ? QStringLiteral("A001") : QStringLiteral("A03-01"));
        QVERIFY(takes(*place, own, QStringLiteral("called")));
        if (joinsLater) {
            (void)Desk::done(place->store.keepSetting(storage::centreSetting(), m_scene->access().toJson()));
        } else {
            QVERIFY2(m_server.start(), qPrintable(m_server.output()));
            QVERIFY(Desk::done(place->hall->reconcile()) > 0);
        }
        QTRY_COMPARE(look(*place).aloneSinceMs, 0);
        const HallView there = look(*other);
        QCOMPARE(there.phones.value(own.id), QStringLiteral("0907654321"));
        QCOMPARE(there.needs.value(own.id), QStringList{QStringLiteral("deaf")});
        QCOMPARE(scalar("SELECT count(*)::text FROM motcua.hall_ticket WHERE position('0907654321'::bytea in needs) > 0 OR position('told'::bytea in needs) > 0"), QByteArray("0"));
        // What was sent is not sent again, whoever asks, also when this desk is alone once more.
        QVERIFY(!takes(*other, own, QStringLiteral("called")));
        QVERIFY(!takes(*place, own, QStringLiteral("called")));
        QVERIFY(takes(*other, own, QStringLiteral("called-2")));
        QVERIFY(!takes(*place, own, QStringLiteral("called-2")));
        QStringList kept{QStringLiteral("deaf"), QStringLiteral("tel:0907654321"), QStringLiteral("told:called")};
        if (!joinsLater) {
            kept.append(QStringLiteral("told:called-2")); // by another desk
        }
        QCOMPARE(keptOf(*place, own), kept);
    }

    void theClockIsTheServers()
    {
        constexpr qint64 Hour = 3'600'000;
        const auto place = m_scene->place(3);
        QVERIFY(qAbs(look(*place).clockOffMs) < Hour / 60);
        QVERIFY(m_server.run("CREATE OR REPLACE FUNCTION motcua.hall_ms() RETURNS bigint LANGUAGE sql VOLATILE AS $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint + 3600000 $$", database()));
        (void)issue(*place, QStringLiteral("0901234567"));
        (void)Desk::done(place->hall->callNext());
        const HallView view = look(*place);
        QVERIFY2(qAbs(view.clockOffMs - Hour) < Hour / 60, qPrintable(QString::number(view.clockOffMs)));
        QVERIFY(qAbs(view.inHand->now().fromMs - view.clockOffMs - QDateTime::currentMSecsSinceEpoch()) < Hour / 60);
    }

    void itIsKnownWhoCallsWhom()
    {
        const auto place = m_scene->place(3);
        QVERIFY(look(*place).calling.isEmpty());
        Act open = place->author();
        open.subject = Desk::idOf('s');
        open.what = OpenShift{};
        (void)Desk::done(place->store.record(open));
        (void)Desk::done(place->store.record(place->desk->about(place->store.origin(), AssignDesk{{QStringLiteral("B")}})));
        QTRY_COMPARE(look(*place).calling, QList<CallingDesk>({{QStringLiteral("H26.15/3"), {QStringLiteral("B")}}}));
    }

    // It would have every desk look again for each message.
    void aMessageIsNoNewsForOthers()
    {
        const auto listener = Postgres::open(m_scene->access());
        QVERIFY(listener && (*listener)->script("LISTEN motcua_hall"));
        const auto heard = [&listener] {
            const Result<bool> noticed = (*listener)->noticed();
            return noticed && *noticed;
        };
        const auto place = m_scene->place(3, true, true);
        const QSignalSpy changed(place->hall.get(), &Hall::changed);
        QTRY_VERIFY(!changed.isEmpty()); // from then on it tells
        const Ticket ticket = issue(*place, QStringLiteral("0901234567"));
        QVERIFY(QTest::qWaitFor(heard)); // heard once: QTRY_VERIFY asks again
        while (QTest::qWaitFor(heard, 300)) { } // what was told of its coming, and twice
        QVERIFY(takes(*place, ticket, QStringLiteral("called")));
        QVERIFY(!QTest::qWaitFor(heard, 500));
        (void)Desk::done(place->hall->callNext());
        QVERIFY(QTest::qWaitFor(heard)); // heard once: QTRY_VERIFY asks again
    }
};

QTEST_GUILESS_MAIN(tst_HallMessages)

#include "tst_HallMessages.moc"
