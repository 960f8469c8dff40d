// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/ctl/CtlBench.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSettings>
#include <QTest>

using namespace motcua;

/** One file makes a new machine a desk of the centre, on a real server; and how the machines are is told to scripts. */
class tst_CtlFleet : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QStringList owned(const QStringList &words) const
    {
        return words + QStringList{QStringLiteral("--database"), m_server.access(QStringLiteral("centre1")).address};
    }
    [[nodiscard]] CtlBench::Outcome written(const QString &file, const QStringList &more = {}) const
    {
        return m_first.asHead(owned(QStringList{QStringLiteral("centre"), QStringLiteral("provision"), QStringLiteral("--desk"), QString::number(7), file} + more));
    }
    /** On a new machine; its store is in a folder of the bench. */
    [[nodiscard]] CtlBench::Outcome provisioned(const QString &file, const QString &code, const QString &store, const QString &password = QStringLiteral("bon mua hoa no ro"))
    {
        qputenv("MOTCUA_DESK_CODE", code.toUtf8());
        const auto outcome = m_machine.run({QStringLiteral("provision"), file, QStringLiteral("--store"), store}, QStringLiteral("Vàng Thị Dếnh"), password);
        qunsetenv("MOTCUA_DESK_CODE");
        return outcome;
    }
    [[nodiscard]] CtlBench::Outcome at(const QString &store, const QStringList &words) const
    {
        return m_machine.run(words + QStringList{QStringLiteral("--store"), store}, QStringLiteral("vang thi denh"), QStringLiteral("bon mua hoa no ro"));
    }
    /** Neither a store nor a part of one. */
    [[nodiscard]] static bool isNothing(const QString &store) { return !QFileInfo::exists(store) && !QFileInfo::exists(store + QStringLiteral(".new")); }
    [[nodiscard]] int logins() const { return static_cast<int>(m_first.asHead(owned({QStringLiteral("centre"), QStringLiteral("desks")})).json[u"desks"].toArray().size()); }

    CtlBench m_first;
    CtlBench m_machine;
    test::PostgresBench m_server;
    QTemporaryDir m_config;
    QString m_file;
    QString m_code;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        qputenv("XDG_CONFIG_HOME", m_config.path().toUtf8());
        QVERIFY(m_first.prepare(3));
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        qputenv("MOTCUA_DATABASE_PASSWORD", m_server.database(QStringLiteral("centre1")).password.toUtf8());
        QVERIFY(m_server.run("ALTER ROLE centre1 CREATEROLE"));
        m_file = m_first.path(QStringLiteral("quay7.motcua"));
    }

    void aDeskAloneHasNothingToProvision()
    {
        const auto alone = written(m_file);
        QCOMPARE(alone.code, 1);
        QVERIFY2(alone.errors.contains("DatabaseForeign"), alone.errors.constData());
        QVERIFY(!QFileInfo::exists(m_file));
        const auto made = m_first.asHead(owned({QStringLiteral("centre"), QStringLiteral("init")}));
        QVERIFY2(made.code == 0, made.errors.constData());
    }

    void whatIsWrongIsSaidBeforeALoginExists()
    {
        const int before = logins();
        QCOMPARE(m_first.asHead({QStringLiteral("centre"), QStringLiteral("provision"), m_file}).code, 2);
        QCOMPARE(m_first.asOfficer(owned({QStringLiteral("centre"), QStringLiteral("provision"), QStringLiteral("--desk"), QStringLiteral("7"), m_file})).code, 3);
        const auto same = m_first.asHead(owned({QStringLiteral("centre"), QStringLiteral("provision"), QStringLiteral("--desk"), QStringLiteral("3"), m_file}));
        QCOMPARE(same.code, 1);
        QVERIFY2(same.errors.contains("RangeOverlap"), same.errors.constData());
        QCOMPARE(m_first.asHead(owned({QStringLiteral("centre"), QStringLiteral("provision"), QStringLiteral("--desk"), QStringLiteral("9999"), m_file})).code, 6);
        QCOMPARE(written(m_first.path(QStringLiteral("no/such/folder/file"))).code, 1);
        QCOMPARE(logins(), before);
        QVERIFY(!QFileInfo::exists(m_file));
    }

    void oneFileIsWritten()
    {
        // What the office shares: a plan of its kiosks, and the printer of tickets on the network.
        QFile kiosk(m_first.path(QStringLiteral("centre/kiosk.json")));
        QVERIFY(kiosk.open(QIODevice::WriteOnly) && kiosk.write("{\"schema\": \"motcua.kiosk/1\"}\n") > 0);
        kiosk.close();
        {
            QSettings ini(m_config.filePath(QStringLiteral("motcua/desk.ini")), QSettings::IniFormat);
            ini.setValue(QStringLiteral("ticketPrinter/tcp"), QStringLiteral("10.1.2.3:9100"));
            ini.setValue(QStringLiteral("codeReader/path"), QStringLiteral("/dev/ttyUSB7"));
        }
        const auto made = written(m_file);
        QVERIFY2(made.code == 0, made.errors.constData());
        m_code = made.json[u"code"].toString();
        QCOMPARE(m_code.size(), 19);
        QCOMPARE(made.json[u"desk"].toInt(), 7);
        QCOMPARE(made.json[u"files"].toInt(), 1);
        QVERIFY(!(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("motcua-desk-1\n"));
        for (const QByteArray &open : {QByteArray("postgresql"), m_code.toLatin1(), made.json[u"login"].toString().toLatin1(), QByteArray("10.1.2.3")}) {
            QVERIFY2(!bytes.contains(open), open.constData());
        }
        QCOMPARE(written(m_file).code, 1); // never overwritten
        // The new machine has settings of its own.
        QVERIFY(QFile::remove(m_config.filePath(QStringLiteral("motcua/desk.ini"))));
    }

    void aWrongCodeACutFileAndAnAwayServerLeaveNothing()
    {
        const QString store = m_machine.path(QStringLiteral("none"));
        QString other = m_code;
        other[0] = other[0] == u'A' ? u'B' : u'A';
        const auto wrong = provisioned(m_file, other, store);
        QCOMPARE(wrong.code, 3);
        QVERIFY2(wrong.errors.contains("WrongPassword"), wrong.errors.constData());
        QVERIFY2(wrong.errors.contains("not the code"), wrong.errors.constData());
        QVERIFY(isNothing(store));

        QFile whole(m_file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        for (const qsizetype length : {qsizetype{0}, qsizetype{5}, qsizetype{40}, bytes.size() / 2, bytes.size() - 1}) {
            QFile cut(m_first.path(QStringLiteral("cut")));
            QVERIFY(cut.open(QIODevice::WriteOnly));
            cut.write(bytes.first(length));
            cut.close();
            const auto refused = provisioned(cut.fileName(), m_code, store);
            QVERIFY2(refused.code == 1 && refused.errors.contains("InvitationUnreadable"), refused.errors.constData());
            QVERIFY(isNothing(store));
        }
        QCOMPARE(provisioned(m_first.path(QStringLiteral("no-file")), m_code, store).code, 5);
        QCOMPARE(provisioned(m_file, m_code, store, QStringLiteral("x")).code, 6); // too short a password
        QVERIFY(isNothing(store));

        m_server.stop();
        const auto away = provisioned(m_file, m_code, store);
        QCOMPARE(away.code, 1);
        QVERIFY2(away.errors.contains("DatabaseUnreachable"), away.errors.constData());
        QVERIFY(isNothing(store));
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
    }

    void aNewMachineBecomesADesk()
    {
        const QString store = m_machine.path(QStringLiteral("desk7"));
        // What an earlier try left when the power went is in nobody's way.
        QVERIFY(QDir().mkpath(store + QStringLiteral(".new")));
        QFile left(store + QStringLiteral(".new/centre.db"));
        QVERIFY(left.open(QIODevice::WriteOnly) && left.write("half") > 0);
        left.close();

        const auto made = provisioned(m_file, u' ' + m_code.toLower().remove(u'-') + u' ', store); // as somebody types it
        QVERIFY2(made.code == 0, made.errors.constData());
        QVERIFY(made.json[u"new"].toBool());
        QVERIFY(!made.json[u"recoveryKey"].toString().isEmpty());
        QVERIFY(!QFileInfo::exists(store + QStringLiteral(".new")));
        QFile kiosk(store + QStringLiteral("/kiosk.json"));
        QVERIFY(kiosk.open(QIODevice::ReadOnly));
        QCOMPARE(kiosk.readAll(), QByteArray("{\"schema\": \"motcua.kiosk/1\"}\n"));
        const QSettings ini(m_config.filePath(QStringLiteral("motcua/desk.ini")), QSettings::IniFormat);
        QCOMPARE(ini.value(QStringLiteral("ticketPrinter/tcp")).toString(), QStringLiteral("10.1.2.3:9100"));
        QVERIFY(!ini.contains(QStringLiteral("codeReader/path"))); // of one machine

        const auto unit = at(store, {QStringLiteral("unit"), QStringLiteral("show")});
        QVERIFY2(unit.code == 0, unit.errors.constData());
        QCOMPARE(unit.json[u"deskNumber"].toInt(), 7);
        QCOMPARE(unit.json[u"unitName"].toString(), QStringLiteral("TTPVHCC phường Hòa An"));
        const auto first = m_first.asHead({QStringLiteral("unit"), QStringLiteral("show")});
        QVERIFY(unit.json[u"rangeFirst"].toInt() > first.json[u"rangeLast"].toInt() || unit.json[u"rangeLast"].toInt() < first.json[u"rangeFirst"].toInt());
        const auto status = at(store, {QStringLiteral("centre"), QStringLiteral("status")});
        QVERIFY2(status.code == 0, status.errors.constData());
        QCOMPARE(status.json[u"centre"], m_first.asHead({QStringLiteral("centre"), QStringLiteral("status")}).json[u"centre"]);

        // Again: nothing is done twice. With another file, or another store in the place, nothing is touched.
        const auto again = provisioned(m_file, m_code, store);
        QVERIFY2(again.code == 0, again.errors.constData());
        QVERIFY(!again.json[u"new"].toBool() && again.json[u"recoveryKey"].isNull());
        QCOMPARE(again.json[u"origin"], made.json[u"origin"]);
        QCOMPARE(at(store, {QStringLiteral("unit"), QStringLiteral("show")}).json[u"deskNumber"].toInt(), 7);
        const auto foreign = m_machine.run({QStringLiteral("list"), QStringLiteral("--store"), store}, QStringLiteral("nobody"), QStringLiteral("x"));
        QVERIFY(foreign.code != 0);
    }

    void anotherStoreInThePlaceIsLeftAlone()
    {
        CtlBench other;
        QVERIFY(other.prepare(9));
        qputenv("MOTCUA_DESK_CODE", m_code.toUtf8());
        const auto refused = other.asHead({QStringLiteral("provision"), m_file});
        qunsetenv("MOTCUA_DESK_CODE");
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains("StoreExists"), refused.errors.constData());
        QCOMPARE(other.asHead({QStringLiteral("unit"), QStringLiteral("show")}).json[u"deskNumber"].toInt(), 9);
        QVERIFY(other.asHead({QStringLiteral("centre"), QStringLiteral("status")}).json[u"centre"].isNull());
    }

    void aPortalThatIsAwayIsEnrolledWithLater()
    {
        CtlBench portal;
        QVERIFY(portal.prepare(1));
        const auto set = portal.asHead({QStringLiteral("portal"), QStringLiteral("setup"), QStringLiteral("--address"), QStringLiteral("https://127.0.0.1:9")});
        QVERIFY2(set.code == 0, set.errors.constData());
        const QString invitation = portal.path(QStringLiteral("invitation"));
        const auto invited = portal.asHead({QStringLiteral("portal"), QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Quầy 8"), invitation});
        QVERIFY2(invited.code == 0, invited.errors.constData());
        const QString file = m_first.path(QStringLiteral("quay8.motcua"));
        const auto made = m_first.asHead(owned({QStringLiteral("centre"), QStringLiteral("provision"), QStringLiteral("--desk"), QStringLiteral("8"), QStringLiteral("--portal-invitation"), invitation, file}));
        QVERIFY2(made.code == 0, made.errors.constData());
        QVERIFY(made.json[u"portal"].toBool());
        const QString store = m_machine.path(QStringLiteral("desk8"));
        for (const bool isNew : {true, false}) {
            const auto done = provisioned(file, made.json[u"code"].toString(), store);
            QCOMPARE(done.code, 1);
            QVERIFY2(done.errors.contains("run the same command again"), done.errors.constData());
            QCOMPARE(done.json[u"new"].toBool(), isNew);
            QCOMPARE(done.json[u"recoveryKey"].isNull(), !isNew); // never lost, and never told twice
            QVERIFY(!done.json[u"error"].toString().isEmpty());
            QCOMPARE(at(store, {QStringLiteral("centre"), QStringLiteral("status")}).code, 0); // whole without the portal
        }
    }

    void scriptsSeeHowTheMachinesAre()
    {
        const auto own = m_first.asHead({QStringLiteral("centre"), QStringLiteral("desks")}); // without the password of the owner
        QVERIFY2(own.code == 0, own.errors.constData());
        const QJsonArray rows = own.json[u"desks"].toArray();
        QCOMPARE(rows.size(), 3);
        for (const QJsonValue &row : rows) {
            QCOMPARE(row[u"level"].toString(), QStringLiteral("look")); // invited, and no window was opened yet
            QCOMPARE(row[u"findings"][0][u"what"].toString(), QStringLiteral("never"));
            QVERIFY(row[u"health"].isNull() && row[u"agoMs"].isNull() && row[u"connected"].isBool());
        }
        QCOMPARE(m_first.asOfficer({QStringLiteral("centre"), QStringLiteral("desks")}).code, 3);

        // A desk spoke an hour ago and did not say that it closes: that ends with 1, for whoever watches.
        const QString login = rows[0][u"login"].toString();
        QVERIFY(m_server.run("INSERT INTO motcua.desk_health(login, desk, told, clock) VALUES ('" + login.toUtf8()
                + "', 'H26.31.05/8', '{\"version\":1,\"told\":1795000000000,\"closing\":false,\"program\":\"0.9.1\",\"build\":\"\",\"schema\":13,\"started\":0,\"catalogue\":0,\"catalogueUntil\":0,\"free\":-1,\"volume\":0,"
                  "\"portal\":false,\"portalWaiting\":0,\"portalOldest\":0,\"centreWaiting\":0,\"centreOldest\":0,\"backup\":1795000000000,\"devices\":[{\"kind\":\"cardReader\",\"state\":\"fine\"}]}', motcua.hall_ms()); "
                  "ALTER TABLE motcua.desk_health DISABLE TRIGGER health_told; UPDATE motcua.desk_health SET at = at - 3600000, clock = clock - 3600000; ALTER TABLE motcua.desk_health ENABLE TRIGGER health_told",
            QStringLiteral("centre1")));
        const auto silent = m_first.asHead({QStringLiteral("centre"), QStringLiteral("desks")});
        QCOMPARE(silent.code, 1);
        QCOMPARE(silent.json[u"level"].toString(), QStringLiteral("act"));
        const QJsonValue worst = silent.json[u"desks"].toArray().at(0);
        QCOMPARE(worst[u"login"].toString(), login);
        QCOMPARE(worst[u"findings"][0][u"what"].toString(), QStringLiteral("silent"));
        QCOMPARE(worst[u"findings"][0][u"amount"].toInt(), 60);
        QCOMPARE(worst[u"health"][u"program"].toString(), QStringLiteral("0.9.1"));
        QCOMPARE(worst[u"health"][u"devices"][0][u"kind"].toString(), QStringLiteral("cardReader"));
        // Its number is taken now, as far as the centre knows.
        const auto taken = m_first.asHead(owned({QStringLiteral("centre"), QStringLiteral("provision"), QStringLiteral("--desk"), QStringLiteral("8"), m_first.path(QStringLiteral("again"))}));
        QCOMPARE(taken.code, 1);
        QVERIFY2(taken.errors.contains("RangeOverlap"), taken.errors.constData());
    }
};

QTEST_GUILESS_MAIN(tst_CtlFleet)
#include "tst_CtlFleet.moc"
