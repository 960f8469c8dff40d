// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/FrontSecret.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/NationalQueries.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/RotateKeys.h"
#include "tests/app/ctl/CtlBench.h"
#include "tests/app/net/NginxBench.h"
#include "tests/app/portal/national/NationalEndpoint.h"
#include "tests/app/portal/national/NationalScene.h"
#include "tests/app/sync/SyncScene.h"

#include <QTcpSocket>

#include <condition_variable>
#include <csignal>

using namespace motcua;
using namespace motcua::national;
using storage::Desk;
using storage::Store;

using Mischief = NationalEndpoint::Mischief;

/** The gateway as a program tells a stand-in of the national system on this machine what its desks deliver; nobody else is ever reached. */
class tst_PortalNational : public QObject
{
    Q_OBJECT

    /** A portal set up by motcua-ctl. */
    struct House
    {
        explicit House(bool isTraining = false)
        {
            isMade = bench.prepare(3, isTraining)
                && bench.asHead({u"keys"_qs, u"machine"_qs, u"add"_qs, bench.path(u"machine.key"_qs)}).code == 0
                && portal({u"setup"_qs, u"--address"_qs, u"https://localhost:8443"_qs}).code == 0
                && bool(portal::FrontSecret::write(bench.path(u"front.conf"_qs)));
        }

        CtlBench::Outcome portal(const QStringList &more) const { return bench.asHead(QStringList{u"portal"_qs} + more); }
        CtlBench::Outcome national(const QStringList &more = {}) const { return portal(QStringList{u"national"_qs} + more); }

        /** The store, for as long as no program serves it. */
        [[nodiscard]] Store store() const
        {
            const auto keys = security::KeySlots(bench.storeFile()).openWithMachine(bench.path(u"machine.key"_qs));
            const auto law = Lawbook::load(QStringLiteral(MOTCUA_TEST_DATA "/../../resources"));
            if (!keys || !law) {
                qFatal("the portal's store");
            }
            storage::StoreOptions options;
            options.rules = journalRules(*law);
            const auto opened = RotateKeys::opened(bench.storeFile(), keys->dataKeys, options);
            if (!opened) {
                qFatal("the portal's store: %s", qPrintable(opened.error().detail));
            }
            return opened->store;
        }
        /** What a desk wrote, as if the desk had delivered it. */
        void takeIn(const Store &desk) const
        {
            const Store into = store();
            (void)Desk::done(into.ingest(sync::SyncScene::log(desk, desk.origin())));
            into.close();
        }

        int start(QProcess &process) const
        {
            process.start(QStringLiteral(MOTCUA_PORTAL),
                {u"--store"_qs, bench.path(u"centre"_qs), u"--machine-key"_qs, bench.path(u"machine.key"_qs), u"--front-secret"_qs,
                    bench.path(u"front.conf"_qs), u"--listen"_qs, u"127.0.0.1:0"_qs, u"--json"_qs});
            (void)QTest::qWaitFor([&process] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, 30'000);
            return QJsonDocument::fromJson(process.readLine())[u"port"].toInt();
        }

        CtlBench bench;
        bool isMade = false;
    };

    [[nodiscard]] QString accessFile(const House &house, const QString &address) const
    {
        QFile file(house.bench.path(u"access.json"_qs));
        const QJsonObject json{{u"schema"_qs, u"motcua.national-access/1"_qs}, {u"address"_qs, address},
            {u"authorities"_qs, QString::fromLatin1(m_net.root.pem())}, {u"signInPath"_qs, QString::fromLatin1(SignInPath)},
            {u"servicePath"_qs, QString::fromLatin1(ServicePath)}, {u"unit"_qs, u"000.00.00.H26"_qs}, {u"username"_qs, StandInUser},
            {u"password"_qs, StandInPassword}};
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(QJsonDocument(json).toJson()) <= 0) {
            qFatal("access.json");
        }
        return file.fileName();
    }
    [[nodiscard]] static QString here(quint16 port) { return u"https://localhost:%1"_qs.arg(port); }
    [[nodiscard]] CtlBench::Outcome tellAt(const House &house, quint16 port, const QStringList &more = {}) const
    {
        return house.national(QStringList{u"--access"_qs, accessFile(house, here(port))} + more);
    }
    static void end(QProcess &process, int signal = SIGTERM)
    {
        ::kill(static_cast<pid_t>(process.processId()), signal);
        process.waitForFinished(30'000);
    }
    /** "accepted" and "refused CODE" of the portal's own log. */
    [[nodiscard]] static QStringList verdicts(const House &house)
    {
        const Store store = house.store();
        QStringList all;
        for (const journal::Entry &entry : sync::SyncScene::log(store, store.origin())) {
            const QJsonObject payload = QJsonDocument::fromJson(entry.payload->bytes).object();
            if (entry.header.kind.startsWith("portal.")) {
                all.append((QString::fromLatin1(entry.header.kind).sliced(7) + u' ' + payload[u"code"].toString()).trimmed());
            }
        }
        store.close();
        all.sort();
        return all;
    }

    const test::NetBench m_net;
    const NationalProfile m_profile = shippedProfile();

private Q_SLOTS:
    void whatADeskDeliversIsToldByItself();
    void eachIsToldOnceAndInOrderByAProgramThatIsKilled();
    void aStandInThatIsAwayCostsNothing();
    void whatIsRefusedIsSetAsideAndToldAgainWhenAsked();
    void theNationalAnswerIsAVerdictOnlyWhereAsked_data();
    void theNationalAnswerIsAVerdictOnlyWhereAsked();
    void whoEndsHearsWhatWasSaid();
    void aStoreForPracticeTellsOnlyThisMachine_data();
    void aStoreForPracticeTellsOnlyThisMachine();
    void aStoreForPracticeThatWasTamperedWithTellsNobody();
    void nothingIsKeptOfWhatIsWrong_data();
    void nothingIsKeptOfWhatIsWrong();
    void onlyWhoMayChoosesWhomIsTold();
};

void tst_PortalNational::whatADeskDeliversIsToldByItself()
{
    if (test::NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
    const House house(true);
    QVERIFY(house.isMade);
    QVERIFY(QFile::remove(house.bench.path(u"front.conf"_qs)));
    QCOMPARE(house.portal({u"certificate"_qs, u"--host"_qs, u"localhost"_qs, u"--out"_qs, house.bench.path(u"."_qs)}).code, 0);
    QProcess program;
    const int port = house.start(program);
    QVERIFY2(port > 0, program.readAllStandardError().constData());
    QTemporaryDir folder;
    test::NginxBench nginx(folder.path(), [&](quint16 at) {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../installer/nginx-motcua-portal.conf"));
        QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        text.replace("listen 443 ssl", "listen 127.0.0.1:" + QByteArray::number(at) + " ssl");
        text.replace("/etc/motcua/portal/", house.bench.path(u"./"_qs).toUtf8());
        text.replace("/var/log/nginx/", folder.path().toUtf8() + '/');
        return text.replace("http://127.0.0.1:8470", "http://127.0.0.1:" + QByteArray::number(port));
    });
    QVERIFY2(nginx.start(), qPrintable(nginx.output()));
    QCOMPARE(house.portal({u"setup"_qs, u"--address"_qs, here(nginx.port())}).code, 0);
    const QString invitation = house.bench.path(u"quay.json"_qs);
    QCOMPARE(house.portal({u"invite"_qs, u"--name"_qs, u"Quầy"_qs, invitation}).code, 0);
    // Configured while it runs.
    NationalSystem system(m_profile);
    NationalEndpoint endpoint(m_net, m_profile, system, {}, false);
    QCOMPARE(tellAt(house, endpoint.port()).code, 0);

    CtlBench desk;
    QVERIFY(desk.prepare());
    QCOMPARE(desk.asHead({u"seed"_qs, u"--dossiers"_qs, u"12"_qs}).code, 0);
    QCOMPARE(desk.asHead({u"enrol"_qs, invitation}).code, 0);
    const auto sent = desk.asHead({u"sync"_qs, u"now"_qs});
    QVERIFY2(sent.code == 0, sent.errors.constData());
    const auto told = [&] { return system.known().size() + house.national().json[u"aside"].toInt(); };
    QTRY_COMPARE_WITH_TIMEOUT(told(), 12, 30'000);
    QVERIFY(system.known().size() > 6);
    QCOMPARE(system.faults(), QStringList());
    const QMap<QString, NationalSystem::Known> known = system.known();
    for (const NationalSystem::Known &one : known) {
        QCOMPARE(one.news, 1);
        QVERIFY(!one.record.value(u"TenLinhVuc"_qs).toString().isEmpty()); // of the catalogue
    }
    // What it says of itself names no secret.
    QTRY_VERIFY(!house.national({u"--status"_qs}).json[u"lastTold"].isNull());
    const auto status = house.national();
    QCOMPARE(status.json[u"address"].toString(), here(endpoint.port()));
    QVERIFY(!QJsonDocument(status.json).toJson().contains(StandInPassword.toUtf8()));
    end(program);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(!program.readAllStandardError().contains("national"));
}

void tst_PortalNational::eachIsToldOnceAndInOrderByAProgramThatIsKilled()
{
    std::mt19937 chance(11);
    NationalScene scene;
    scene.fill(30, chance);
    const House house;
    QVERIFY(house.isMade);
    NationalSystem system(m_profile);
    // Some answers never come as well.
    NationalEndpoint endpoint(
        m_net, m_profile, system, [](int n) { return n % 23 == 5 ? Mischief::LostAfter : Mischief::None; }, false);
    QCOMPARE(tellAt(house, endpoint.port()).code, 0);
    house.takeIn(scene.store());
    int killed = 0;
    for (bool isDone = false; !isDone;) {
        QProcess program;
        QVERIFY2(house.start(program) > 0, program.readAllStandardError().constData());
        const int last = endpoint.requests() + 1 + static_cast<int>(chance() % 30);
        (void)QTest::qWaitFor([&] { return endpoint.requests() >= last; }, 2'000);
        isDone = endpoint.requests() < last && house.national().json[u"waiting"].toInt() == 0;
        if (isDone) {
            end(program);
            QCOMPARE(program.exitCode(), 0);
        } else {
            QVERIFY(++killed < 60);
            end(program, SIGKILL);
        }
    }
    QVERIFY(killed > 2);
    QCOMPARE(scene.mistakes(system), QStringList());
    QCOMPARE(house.national().json[u"aside"].toInt(), 0);
}

void tst_PortalNational::aStandInThatIsAwayCostsNothing()
{
    NationalScene scene;
    const QString first = scene.accept(1);
    scene.step(1, DossierStatus::Processing);
    (void)scene.accept(2);
    const House house;
    QVERIFY(house.isMade);
    quint16 nobody = 0;
    {
        const testsupport::TestServer gone(testsupport::TestServer::always("200 OK", "", ""));
        nobody = gone.port();
    }
    QCOMPARE(tellAt(house, nobody).code, 0);
    house.takeIn(scene.store());
    QProcess program;
    QVERIFY(house.start(program) > 0);
    QTRY_COMPARE_WITH_TIMEOUT(house.national().json[u"failure"].toString(), u"NetRefused"_qs, 20'000);
    const QJsonObject status = house.national().json;
    QCOMPARE(status[u"waiting"].toInt(), 2);
    QVERIFY(!status[u"failingSince"].isNull());
    QVERIFY(!status[u"nextTry"].isNull());
    // It comes back under another address, and whoever says so need not wait for the next try.
    NationalSystem system(m_profile);
    NationalEndpoint endpoint(m_net, m_profile, system, {}, false);
    QCOMPARE(house.national({u"--address"_qs, here(endpoint.port())}).code, 0);
    QTRY_COMPARE_WITH_TIMEOUT(house.national().json[u"waiting"].toInt(), 0, 20'000);
    QCOMPARE(scene.mistakes(system), QStringList());
    QCOMPARE(system.known().value(first).steps, QStringList{u"4"_qs});
    QTRY_VERIFY_WITH_TIMEOUT(house.national().json[u"failure"].isNull(), 20'000);
    end(program);
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.readAllStandardError().count("NetRefused"), 1); // said once, however often it was tried
    // The desks were answered all the same.
    QCOMPARE(verdicts(house), (QStringList{u"accepted"_qs, u"accepted"_qs, u"accepted"_qs}));
}

void tst_PortalNational::whatIsRefusedIsSetAsideAndToldAgainWhenAsked()
{
    NationalScene scene;
    const QString refused = scene.accept(1);
    const QString mute = scene.accept(2, {});
    const QString good = scene.accept(3);
    const House house;
    QVERIFY(house.isMade);
    NationalSystem system(m_profile);
    system.refuse({refused});
    NationalEndpoint endpoint(m_net, m_profile, system, {}, false);
    QCOMPARE(tellAt(house, endpoint.port()).code, 0);
    house.takeIn(scene.store());
    QProcess program;
    QVERIFY(house.start(program) > 0);
    QTRY_COMPARE_WITH_TIMEOUT(house.national().json[u"aside"].toInt(), 2, 20'000);
    QTRY_COMPARE(system.known().keys(), QStringList{good});
    QMap<QString, QJsonObject> problems;
    const QJsonArray rows = house.national({u"list"_qs}).json[u"rows"].toArray();
    for (const QJsonValue &row : rows) {
        problems.insert(row[u"code"].toString(), row[u"problem"].toObject());
    }
    QCOMPARE(problems.keys(), (QStringList{refused, mute}));
    QCOMPARE(problems[refused][u"code"].toString(), u"12"_qs);
    QCOMPARE(problems[refused][u"by"].toString(), u"national"_qs);
    QCOMPARE(problems[refused][u"fault"].toString(), u"data"_qs);
    QCOMPARE(problems[refused][u"text"].toString(), u"Sai mã thủ tục"_qs);
    QCOMPARE(problems[mute][u"code"].toString(), u"missingField"_qs);
    QCOMPARE(problems[mute][u"by"].toString(), u"profile"_qs);
    QCOMPARE(problems[mute][u"fields"].toArray(), QJsonArray{u"SoDienThoai"_qs});

    QCOMPARE(house.national({u"retry"_qs}).code, 2);
    QCOMPARE(house.national({u"retry"_qs, good}).code, 5);
    system.refuse({});
    QCOMPARE(house.national({u"retry"_qs, refused}).json[u"retried"].toInt(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(system.known().contains(refused), 20'000);
    QCOMPARE(house.national({u"retry"_qs, u"all"_qs}).json[u"retried"].toInt(), 1);
    // What is missing is still missing, and nothing of it is sent.
    QTRY_COMPARE_WITH_TIMEOUT(house.national({u"list"_qs}).json[u"rows"].toArray().size(), 1, 20'000);
    QVERIFY(!system.known().contains(mute));
    QCOMPARE(system.faults(), QStringList());
    // Off, nothing more is told; on again it goes on there.
    QCOMPARE(house.national({u"--off"_qs}).code, 0);
    QVERIFY(!house.national().json[u"on"].toBool());
    end(program);
    QCOMPARE(program.exitCode(), 0);
}

void tst_PortalNational::theNationalAnswerIsAVerdictOnlyWhereAsked_data()
{
    QTest::addColumn<QString>("whose");
    QTest::addColumn<QStringList>("verdicts");
    QTest::newRow("unless asked: the portal's own rules") << QString() << QStringList{u"accepted"_qs, u"accepted"_qs};
    QTest::newRow("own") << u"own"_qs << QStringList{u"accepted"_qs, u"accepted"_qs};
    QTest::newRow("national") << u"national"_qs << QStringList{u"accepted"_qs, u"refused 12"_qs};
}

void tst_PortalNational::theNationalAnswerIsAVerdictOnlyWhereAsked()
{
    QFETCH(QString, whose);
    QFETCH(QStringList, verdicts);
    NationalScene scene;
    const QString refused = scene.accept(1);
    (void)scene.accept(2);
    const House house;
    QVERIFY(house.isMade);
    NationalSystem system(m_profile);
    system.refuse({refused});
    NationalEndpoint endpoint(m_net, m_profile, system, {}, false);
    QCOMPARE(tellAt(house, endpoint.port(), whose.isEmpty() ? QStringList() : QStringList{u"--verdicts"_qs, whose}).code, 0);
    house.takeIn(scene.store());
    QProcess program;
    QVERIFY(house.start(program) > 0);
    QTRY_COMPARE_WITH_TIMEOUT(house.national().json[u"aside"].toInt(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(tst_PortalNational::verdicts(house), verdicts, 20'000);
    end(program);
    QCOMPARE(program.exitCode(), 0);
}

void tst_PortalNational::whoEndsHearsWhatWasSaid()
{
    NationalScene scene;
    for (int n = 1; n <= 12; ++n) {
        (void)scene.accept(n);
        scene.step(n, DossierStatus::Processing);
    }
    const House house;
    QVERIFY(house.isMade);
    std::mutex mutex;
    std::condition_variable released;
    bool isReleased = false;
    NationalSystem system(m_profile);
    NationalEndpoint endpoint(
        m_net, m_profile, system,
        [&](int) {
            std::unique_lock lock(mutex);
            released.wait(lock, [&] { return isReleased; });
            return Mischief::None;
        },
        false);
    QCOMPARE(tellAt(house, endpoint.port()).code, 0);
    house.takeIn(scene.store());
    QProcess program;
    const int port = house.start(program);
    QVERIFY(port > 0);
    QTRY_COMPARE(endpoint.signIns(), 1);
    QTRY_VERIFY(!Desk::done([&] {
        const Store store = house.store();
        auto rows = store.ask(storage::NationalDue{.nowMs = QDateTime::currentMSecsSinceEpoch()});
        rows.waitForFinished();
        store.close();
        return rows;
    }()).constFirst().doubt.isEmpty());
    ::kill(static_cast<pid_t>(program.processId()), SIGTERM);
    // It has begun to end once nobody may ask it anything more.
    QTRY_VERIFY([port] {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_qs, static_cast<quint16>(port));
        return !socket.waitForConnected(1'000);
    }());
    {
        const std::lock_guard lock(mutex);
        isReleased = true;
    }
    released.notify_all();
    QVERIFY(program.waitForFinished(30'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    const Store store = house.store();
    const auto rows = Desk::done(store.ask(storage::NationalDue{.nowMs = QDateTime::currentMSecsSinceEpoch(), .limit = 100}));
    QVERIFY(!rows.isEmpty()); // there was more to say
    QVERIFY(std::all_of(rows.begin(), rows.end(), [](const storage::NationalRow &row) { return row.doubt.isEmpty(); }));
    const auto told = std::count_if(rows.begin(), rows.end(), [](const storage::NationalRow &row) { return !row.record.isEmpty(); });
    QCOMPARE(qsizetype(told), system.known().size());
    store.close();
}

void tst_PortalNational::aStoreForPracticeTellsOnlyThisMachine_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("the nation") << u"https://nation.invalid/adapter"_qs << false;
    QTest::newRow("a name that only begins so") << u"https://localhost.nation.invalid"_qs << false;
    QTest::newRow("an address in the house") << u"https://10.0.0.7:8443"_qs << false;
    QTest::newRow("every address") << u"https://0.0.0.0:8443"_qs << false;
    QTest::newRow("this machine by name") << u"https://localhost:8443"_qs << true;
    QTest::newRow("this machine by address") << u"https://127.0.0.1:8443"_qs << true;
    QTest::newRow("this machine by its other address") << u"https://[::1]:8443"_qs << true;
}

void tst_PortalNational::aStoreForPracticeTellsOnlyThisMachine()
{
    QFETCH(QString, address);
    QFETCH(bool, isTaken);
    static const House house(true);
    QVERIFY(house.isMade);
    QCOMPARE(house.national({u"--off"_qs}).code, 0);
    const QString file = accessFile(house, u"https://nation.invalid"_qs);
    const auto outcome = house.national({u"--access"_qs, file, u"--address"_qs, address});
    QCOMPARE(outcome.code, isTaken ? 0 : 1);
    if (!isTaken) {
        QVERIFY2(outcome.errors.contains("OriginForeign") && outcome.errors.contains("for practice"), outcome.errors.constData());
        QCOMPARE(house.national({u"--access"_qs, accessFile(house, address)}).code, 1); // said in the file itself
    }
    QCOMPARE(house.national().json[u"on"].toBool(), isTaken);
}

void tst_PortalNational::aStoreForPracticeThatWasTamperedWithTellsNobody()
{
    const House house(true);
    QVERIFY(house.isMade);
    QCOMPARE(house.bench.asHead({u"seed"_qs, u"--dossiers"_qs, u"3"_qs}).code, 0);
    QFile file(accessFile(house, u"https://nation.invalid"_qs));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(house.store().keepSetting(u"national.access"_qs, file.readAll()).result());
    QProcess program;
    QVERIFY(house.start(program) > 0);
    QTRY_COMPARE_WITH_TIMEOUT(house.national().json[u"failure"].toString(), u"OriginForeign"_qs, 20'000);
    QCOMPARE(house.national().json[u"waiting"].toInt(), 0); // not even followed
    end(program);
    QVERIFY(program.readAllStandardError().contains("OriginForeign"));
}

void tst_PortalNational::nothingIsKeptOfWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("no file") << QStringList{u"--access"_qs, u"/nowhere/access.json"_qs} << 5;
    QTest::newRow("in the clear") << QStringList{u"--access"_qs, u"FILE"_qs, u"--address"_qs, u"http://localhost"_qs} << 6;
    QTest::newRow("with a password") << QStringList{u"--access"_qs, u"FILE"_qs, u"--address"_qs, u"https://a:b@localhost"_qs} << 6;
    QTest::newRow("nobody's word") << QStringList{u"--access"_qs, u"FILE"_qs, u"--verdicts"_qs, u"ours"_qs} << 2;
    QTest::newRow("an address of nothing") << QStringList{u"--address"_qs, u"https://localhost"_qs} << 2;
    QTest::newRow("on and off") << QStringList{u"--access"_qs, u"FILE"_qs, u"--off"_qs} << 2;
    QTest::newRow("off and asked") << QStringList{u"--off"_qs, u"--status"_qs} << 2;
    QTest::newRow("a word too many") << QStringList{u"show"_qs} << 2;
}

void tst_PortalNational::nothingIsKeptOfWhatIsWrong()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    static const House house;
    QVERIFY(house.isMade);
    words.replaceInStrings(u"FILE"_qs, accessFile(house, u"https://localhost:8443"_qs));
    const auto outcome = house.national(words);
    QVERIFY2(outcome.code == code, outcome.errors.constData());
    QVERIFY(!outcome.errors.contains(StandInPassword.toUtf8()));
    QVERIFY(!house.national().json[u"on"].toBool());
}

void tst_PortalNational::onlyWhoMayChoosesWhomIsTold()
{
    const House house;
    QVERIFY(house.isMade);
    const QString file = accessFile(house, u"https://localhost:8443"_qs);
    for (const QStringList &words : {QStringList{u"--access"_qs, file}, QStringList{u"--off"_qs}, QStringList(), QStringList{u"list"_qs}, QStringList{u"retry"_qs, u"all"_qs}}) {
        QCOMPARE(house.bench.asOfficer(QStringList{u"portal"_qs, u"national"_qs} + words).code, 3);
    }
    CtlBench desk;
    QVERIFY(desk.prepare());
    const auto nobody = desk.asHead({u"portal"_qs, u"national"_qs, u"--access"_qs, file});
    QVERIFY(nobody.code == 1 && nobody.errors.contains("PortalMissing"));
}

QTEST_GUILESS_MAIN(tst_PortalNational)
#include "tst_PortalNational.moc"
