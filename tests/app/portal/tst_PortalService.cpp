// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/FrontSecret.h"
#include "app/sync/PortalPeer.h"
#include "app/sync/SyncEngine.h"
#include "tests/app/ctl/CtlBench.h"
#include "tests/app/net/NetBench.h"
#include "tests/app/net/NginxBench.h"
#include "tests/app/portal/PortalScene.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace motcua;
using namespace motcua::portal;
using storage::Desk;
using storage::Store;
using sync::SyncState;

/** A portal as an administrator sets it up: motcua-ctl, the program itself, nginx as it is shipped, and a desk that enrols with the file it was given. */
class tst_PortalService : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QStringList words(const QStringList &more) const { return QStringList{QStringLiteral("portal")} + more; }
    [[nodiscard]] QString front() const { return m_bench.path(QStringLiteral("nginx/front.conf")); }

    /** The program, listening on a free port; its port, 0 when it did not come up. */
    int start(QProcess &process) const
    {
        process.setProcessChannelMode(QProcess::SeparateChannels);
        process.start(QStringLiteral(MOTCUA_PORTAL),
            {QStringLiteral("--store"), m_bench.path(QStringLiteral("centre")), QStringLiteral("--machine-key"), m_bench.path(QStringLiteral("machine.key")),
                QStringLiteral("--front-secret"), front(), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--json")});
        (void)QTest::qWaitFor([&process] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, 30'000);
        return QJsonDocument::fromJson(process.readLine())[u"port"].toInt();
    }
    /** The shipped configuration, with the files that motcua-ctl wrote. */
    [[nodiscard]] QByteArray front(quint16 at, int gateway, const QString &logs) const
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../installer/nginx-motcua-portal.conf"));
        QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        text.replace("listen 443 ssl", "listen 127.0.0.1:" + QByteArray::number(at) + " ssl");
        text.replace("/etc/motcua/portal/", m_bench.path(QStringLiteral("nginx/")).toUtf8());
        text.replace("/var/log/nginx/", logs.toUtf8() + '/');
        text.replace("http://127.0.0.1:8470", "http://127.0.0.1:" + QByteArray::number(gateway));
        return text;
    }
    static void end(QProcess &process, int signal = SIGTERM)
    {
        ::kill(static_cast<pid_t>(process.processId()), signal);
        process.waitForFinished(30'000);
    }
    static QJsonObject deskNamed(const CtlBench::Outcome &outcome, const QString &name)
    {
        for (const QJsonValue &desk : outcome.json[u"desks"].toArray()) {
            if (desk[u"name"].toString() == name) {
                return desk.toObject();
            }
        }
        return {};
    }

    CtlBench m_bench;

private Q_SLOTS:
    void initTestCase();
    void aStoreThatIsNoPortalIsNotServed();
    void setUpOnceTheAuthorityStays();
    void filesAreForTheirOwners();
    void anInvitationIsWrittenOnceAndCounted();
    void onlyWhoMayKeepsDesks();
    void anotherSystemIsLetInAndShutOut();
    void deskAndPortalThroughNginx();
    void aDeskOfItsOwnProgramsEnrolsAndProvesItsLog();
    void aPublishedCatalogueIsTheLawOfADeskFromItsNextStart();
    void itEndsInGoodOrder();
    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
};

void tst_PortalService::initTestCase()
{
    QVERIFY(m_bench.prepare());
    QCOMPARE(m_bench.asHead({QStringLiteral("keys"), QStringLiteral("machine"), QStringLiteral("add"), m_bench.path(QStringLiteral("machine.key"))}).code, 0);
}

void tst_PortalService::aStoreThatIsNoPortalIsNotServed()
{
    const CtlBench::Outcome invited = m_bench.asHead(words({QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Quầy"), m_bench.path(QStringLiteral("too-early"))}));
    QCOMPARE(invited.code, 1);
    QVERIFY(invited.errors.contains("PortalMissing"));
    QVERIFY(!QFileInfo::exists(m_bench.path(QStringLiteral("too-early"))));
    QVERIFY(FrontSecret::write(m_bench.path(QStringLiteral("front"))));
    QProcess process;
    process.start(QStringLiteral(MOTCUA_PORTAL), {QStringLiteral("--store"), m_bench.path(QStringLiteral("centre")), QStringLiteral("--machine-key"),
        m_bench.path(QStringLiteral("machine.key")), QStringLiteral("--front-secret"), m_bench.path(QStringLiteral("front"))});
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("PortalMissing"));
}

void tst_PortalService::setUpOnceTheAuthorityStays()
{
    QCOMPARE(m_bench.asHead(words({QStringLiteral("setup"), QStringLiteral("--address"), QStringLiteral("http://portal.example")})).code, 2);
    const auto first = m_bench.asHead(words({QStringLiteral("setup"), QStringLiteral("--address"), QStringLiteral("https://portal.example")}));
    QCOMPARE(first.code, 0);
    QVERIFY(first.json[u"new"].toBool());
    const auto second = m_bench.asHead(words({QStringLiteral("setup"), QStringLiteral("--address"), QStringLiteral("https://localhost:8443")}));
    QCOMPARE(second.code, 0);
    QVERIFY(!second.json[u"new"].toBool());
    QCOMPARE(second.json[u"authorityUntil"], first.json[u"authorityUntil"]);
}

void tst_PortalService::filesAreForTheirOwners()
{
    const QString folder = m_bench.path(QStringLiteral("nginx"));
    const QStringList asked = words({QStringLiteral("certificate"), QStringLiteral("--host"), QStringLiteral("localhost"), QStringLiteral("--out"), folder});
    QCOMPARE(m_bench.asHead(asked).code, 0);
    const auto all = [&folder](const char *name) {
        QFile file(folder + u'/' + QLatin1StringView(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(TlsPins::fromPem(all("authority.pem")));
    QVERIFY(TlsIdentity::fromPem(all("server.pem"), security::SecretBytes::copyOf(all("server.key"))));
    constexpr auto Others = QFile::ReadOther | QFile::WriteOther | QFile::ReadGroup | QFile::WriteGroup;
    QVERIFY(!(QFile::permissions(folder + QStringLiteral("/server.key")) & Others));
    QVERIFY(!(QFile::permissions(front()) & (Others & ~QFile::ReadGroup)));
    // A second time: another certificate, and the same secret, since nginx and the gateway have read it.
    const QByteArray server = all("server.pem");
    const QByteArray secret = all("front.conf");
    QCOMPARE(m_bench.asHead(asked).code, 0);
    QVERIFY(all("server.pem") != server);
    QCOMPARE(all("front.conf"), secret);
    QCOMPARE(m_bench.asHead(words({QStringLiteral("certificate"), QStringLiteral("--host"), QStringLiteral("a,b"), QStringLiteral("--out"), folder})).code, 6);
}

void tst_PortalService::anInvitationIsWrittenOnceAndCounted()
{
    const QString file = m_bench.path(QStringLiteral("quay3.json"));
    const QStringList asked = words({QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Phường Hòa An · Quầy 3"), file});
    QCOMPARE(m_bench.asHead(asked).code, 0);
    QVERIFY(!(QFile::permissions(file) & (QFile::ReadOther | QFile::ReadGroup | QFile::WriteOther | QFile::WriteGroup)));
    QFile read(file);
    QVERIFY(read.open(QIODevice::ReadOnly));
    const QByteArray bytes = read.readAll();
    const auto invitation = sync::Invitation::fromJson(bytes);
    QVERIFY(invitation);
    QCOMPARE(invitation->portal, QUrl(QStringLiteral("https://localhost:8443")));
    QCOMPARE(invitation->name, QStringLiteral("Phường Hòa An · Quầy 3"));
    QVERIFY(invitation->training);
    // It is never overwritten, and so what was given away stays the one that is known.
    const auto again = m_bench.asHead(asked);
    QCOMPARE(again.code, 1);
    QVERIFY(read.seek(0));
    QCOMPARE(read.readAll(), bytes);
    QCOMPARE(m_bench.asHead(words({QStringLiteral("desks")})).json[u"invitations"].toArray().size(), 1);
    for (const char *days : {"0", "91", "x"}) {
        QCOMPARE(m_bench.asHead(words({QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Q"), QStringLiteral("--days"), QLatin1StringView(days), file + u'2'})).code, 2);
    }
    QVERIFY(!QFileInfo::exists(file + u'2'));
}

void tst_PortalService::onlyWhoMayKeepsDesks()
{
    const QString file = m_bench.path(QStringLiteral("officer.json"));
    for (const QStringList &asked : {words({QStringLiteral("setup"), QStringLiteral("--address"), QStringLiteral("https://elsewhere.example")}),
             words({QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Q"), file}), words({QStringLiteral("desks")}),
             words({QStringLiteral("certificate"), QStringLiteral("--host"), QStringLiteral("h"), QStringLiteral("--out"), file}),
             words({QStringLiteral("revoke"), QStringLiteral("Q"), QStringLiteral("--reason"), QStringLiteral("r")})}) {
        QCOMPARE(m_bench.asOfficer(asked).code, 3);
    }
    QVERIFY(!QFileInfo::exists(file));
}

void tst_PortalService::anotherSystemIsLetInAndShutOut()
{
    const QString file = m_bench.path(QStringLiteral("dvc.secret"));
    const QStringList asked = words({QStringLiteral("admit"), QStringLiteral("--name"), QStringLiteral("Cổng tỉnh Thử"), file});
    QCOMPARE(m_bench.asOfficer(asked).code, 3);
    QVERIFY(!QFileInfo::exists(file));
    const auto admitted = m_bench.asHead(asked);
    QCOMPARE(admitted.code, 0);
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QFile read(file);
    QVERIFY(read.open(QIODevice::ReadOnly));
    const QByteArray line = read.readAll();
    QCOMPARE(line.size(), 44); // 32 bytes in base64url, and a new line
    QVERIFY(!QJsonDocument(admitted.json).toJson().contains(line.trimmed()) && !admitted.errors.contains(line.trimmed())); // it stands in the file alone
    QCOMPARE(m_bench.asHead(asked).code, 1); // and is never overwritten
    QCOMPARE(m_bench.asHead(words({QStringLiteral("admit"), QStringLiteral("--name"), QStringLiteral("Cổng tỉnh Thử"), file + u'2'})).code, 6); // nor is its name given twice
    QVERIFY(!QFileInfo::exists(file + u'2'));
    const auto one = [this] { return m_bench.asHead(words({QStringLiteral("systems")})).json[u"systems"].toArray().at(0).toObject(); };
    QCOMPARE(one()[u"name"].toString(), QStringLiteral("Cổng tỉnh Thử"));
    QVERIFY(!one()[u"removed"].toBool());
    const QStringList remove = words({QStringLiteral("remove"), QStringLiteral("Cổng tỉnh Thử"), QStringLiteral("--reason"), QStringLiteral("lộ khoá")});
    QCOMPARE(m_bench.asHead(words({QStringLiteral("remove"), QStringLiteral("Cổng tỉnh Thử")})).code, 2);
    QCOMPARE(m_bench.asHead(remove).code, 0);
    QVERIFY(one()[u"removed"].toBool());
    QCOMPARE(one()[u"reason"].toString(), QStringLiteral("lộ khoá"));
    QCOMPARE(m_bench.asHead(remove).code, 5); // nobody of that name any more
}

void tst_PortalService::deskAndPortalThroughNginx()
{
    if (test::NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
    QProcess program;
    const int port = start(program);
    QVERIFY2(port > 0, program.readAllStandardError().constData());
    QTemporaryDir folder;
    test::NginxBench nginx(folder.path(), [&](quint16 at) { return front(at, port, folder.path()); });
    QVERIFY2(nginx.start(), qPrintable(nginx.output()));

    PortalScene scene;
    const Store desk = scene.sync.desk(3, {.training = true});
    scene.sync.accept(desk, 3, 1, 3);
    QFile read(m_bench.path(QStringLiteral("quay3.json")));
    QVERIFY(read.open(QIODevice::ReadOnly));
    const auto invitation = sync::Invitation::fromJson(read.readAll());
    QVERIFY(invitation);
    const auto setup = [&](std::shared_ptr<const TlsIdentity> identity) {
        HttpSetup made;
        made.base = QUrl(QStringLiteral("https://localhost:%1").arg(nginx.port()));
        made.pins = *TlsPins::fromPem(invitation->authority);
        made.identity = std::move(identity);
        return std::make_shared<HttpClient>(std::move(made));
    };
    PortalScene::Asking asking = PortalScene::asking(desk, *invitation);
    const auto enrolled = test::answered(setup({})->send({.method = "POST", .path = QStringLiteral("/v1/enrolments"), .mediaType = "application/json",
        .body = QJsonDocument(asking.json).toJson()}));
    QVERIFY2(enrolled && enrolled->status == 200, qPrintable(test::told(enrolled)));
    auto identity = TlsIdentity::fromPem(QJsonDocument::fromJson(enrolled->body)[u"certificate"].toString().toLatin1(), std::move(asking.key));
    QVERIFY(identity);
    sync::SyncEngine engine(desk, sync::SyncScene::policy(),
        std::make_shared<sync::PortalPeer>(setup(std::make_shared<const TlsIdentity>(*std::move(identity)))), {.gatherMs = 1, .firstWaitMs = 50, .longestWaitMs = 200});
    engine.begin();
    QTRY_VERIFY_WITH_TIMEOUT(engine.state().phase == SyncState::Phase::Resting && engine.state().waiting == 0 && !engine.state().failure, 20'000);

    // Seen, and shut out, by another program that has the same store open.
    QTRY_VERIFY(!deskNamed(m_bench.asHead(words({QStringLiteral("desks")})), invitation->name)[u"lastContact"].toString().isEmpty());
    const QJsonObject known = deskNamed(m_bench.asHead(words({QStringLiteral("desks")})), invitation->name);
    QCOMPARE(known[u"origin"].toString(), desk.origin().toString());
    QCOMPARE(known[u"entries"].toInteger(), static_cast<qint64>(sync::SyncScene::held(desk, desk.origin())));
    QVERIFY(!known[u"revoked"].toBool());
    QCOMPARE(m_bench.asHead(words({QStringLiteral("revoke"), QStringLiteral("nobody"), QStringLiteral("--reason"), QStringLiteral("r")})).code, 1);
    QCOMPARE(m_bench.asHead(words({QStringLiteral("revoke"), invitation->name})).code, 2); // without a reason
    QCOMPARE(m_bench.asHead(words({QStringLiteral("revoke"), invitation->name, QStringLiteral("--reason"), QStringLiteral("mất máy")})).code, 0);
    scene.sync.note(desk, 3, 1, 1);
    QTRY_VERIFY_WITH_TIMEOUT(engine.state().failure && engine.state().failure->code == ErrorCode::DeskRevoked, 20'000);
    QVERIFY(engine.state().waiting > 0); // nothing is lost by it
    QVERIFY(deskNamed(m_bench.asHead(words({QStringLiteral("desks")})), invitation->name)[u"revoked"].toBool());
    end(program);
    QCOMPARE(program.exitCode(), 0);
}

void tst_PortalService::aDeskOfItsOwnProgramsEnrolsAndProvesItsLog()
{
    if (test::NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
    QProcess program;
    const int port = start(program);
    QVERIFY2(port > 0, program.readAllStandardError().constData());
    QTemporaryDir folder;
    test::NginxBench nginx(folder.path(), [&](quint16 at) { return front(at, port, folder.path()); });
    QVERIFY2(nginx.start(), qPrintable(nginx.output()));
    QCOMPARE(m_bench.asHead(words({QStringLiteral("setup"), QStringLiteral("--address"), QStringLiteral("https://localhost:%1").arg(nginx.port())})).code, 0);
    const QString file = m_bench.path(QStringLiteral("quay7.json"));
    QCOMPARE(m_bench.asHead(words({QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Quầy 7"), file})).code, 0);

    CtlBench desk;
    QVERIFY(desk.prepare());
    const QStringList proved{QStringLiteral("journal"), QStringLiteral("verify"), QStringLiteral("--against-portal")};
    const auto before = desk.asHead(proved);
    QCOMPARE(before.code, 1);
    QVERIFY(before.errors.contains("PortalMissing"));
    const auto enrolled = desk.asHead({QStringLiteral("enrol"), file});
    QVERIFY2(enrolled.code == 0, enrolled.errors.constData());
    const auto nothing = desk.asHead(proved);
    QVERIFY2(nothing.code == 5, nothing.errors.constData());
    QCOMPARE(nothing.json[u"portal"].toString(), QStringLiteral("nothing"));
    const auto sent = desk.asHead({QStringLiteral("sync"), QStringLiteral("now")});
    QVERIFY2(sent.code == 0, sent.errors.constData());
    const auto same = desk.asHead(proved);
    QVERIFY2(same.code == 0, same.errors.constData());
    QCOMPARE(same.json[u"portal"].toString(), QStringLiteral("same"));
    QVERIFY(same.json[u"seen"].toInteger() > 0);
    QVERIFY(!deskNamed(m_bench.asHead(words({QStringLiteral("desks")})), QStringLiteral("Quầy 7")).isEmpty());
    // The same told by a script that shares nothing with the programs but what they export. Whoever exports signs in, and that is an entry.
    const QString ours = desk.path(QStringLiteral("desk.mcj"));
    const QString theirs = m_bench.path(QStringLiteral("portal.mcj"));
    QCOMPARE(desk.asHead({QStringLiteral("journal"), QStringLiteral("export"), ours, QStringLiteral("--payloads")}).code, 0);
    QCOMPARE(m_bench.asHead({QStringLiteral("journal"), QStringLiteral("export"), theirs, QStringLiteral("--payloads")}).code, 0);
    QProcess script;
    script.setProcessChannelMode(QProcess::MergedChannels);
    script.start(QStringLiteral("python3"), {QStringLiteral(MOTCUA_TEST_DATA "/../fault/compare_journals.py"), ours, theirs, QStringLiteral("--judged"),
        QStringLiteral(MOTCUA_TEST_DATA "/../../resources/portal/verdicts.json"), QStringLiteral("--behind"), QStringLiteral("4")});
    QVERIFY(script.waitForFinished(60'000));
    const QByteArray alike = script.readAll();
    QVERIFY2(script.exitCode() == 0 && alike.contains("alike: 2 logs"), alike.constData());
    // The same file lets nobody else in.
    CtlBench other;
    QVERIFY(other.prepare());
    const auto late = other.asHead({QStringLiteral("enrol"), file});
    QVERIFY(late.code != 0 && late.errors.contains("InvitationUnknown"));
    end(program);
    QCOMPARE(program.exitCode(), 0);
}

void tst_PortalService::aPublishedCatalogueIsTheLawOfADeskFromItsNextStart()
{
    if (test::NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
    // The law of the program with another name of one procedure.
    const QString law = m_bench.path(QStringLiteral("law-of-tomorrow"));
    for (const char *sub : {"calendars", "catalogue", "categories", "declarations", "fees", "forms", "papers", "slips", "journal", "hall", "letters", "portal", "fleet", "certification"}) {
        const QString from = QStringLiteral(MOTCUA_TEST_DATA "/../../resources/") + QLatin1StringView(sub);
        QVERIFY(QDir().mkpath(law + u'/' + QLatin1StringView(sub)));
        const QStringList names = QDir(from).entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &name : names) {
            QVERIFY(QFile::copy(from + u'/' + name, law + u'/' + QLatin1StringView(sub) + u'/' + name));
        }
    }
    QFile procedure(law + QStringLiteral("/catalogue/2.000815.json"));
    QVERIFY(procedure.open(QIODevice::ReadOnly));
    QByteArray text = procedure.readAll();
    procedure.close();
    QFile::setPermissions(procedure.fileName(), QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray name = QJsonDocument::fromJson(text)[u"name"].toString().toUtf8();
    QVERIFY(!name.isEmpty() && text.contains(name));
    QVERIFY(procedure.open(QIODevice::WriteOnly) && procedure.write(text.replace(name, "Tên của ngày mai")) > 0);
    procedure.close();
    const QString package = m_bench.path(QStringLiteral("package.json"));
    const auto packed = m_bench.run({QStringLiteral("catalogue"), QStringLiteral("pack"), law, package, QStringLiteral("--name"), QStringLiteral("ngày mai")});
    QVERIFY2(packed.code == 0, packed.errors.constData());
    QCOMPARE(m_bench.asOfficer(words({QStringLiteral("catalogue"), QStringLiteral("publish"), package})).code, 3);
    const auto first = m_bench.asHead(words({QStringLiteral("catalogue"), QStringLiteral("publish"), package}));
    QVERIFY2(first.code == 0, first.errors.constData());
    const auto second = m_bench.asHead(words({QStringLiteral("catalogue"), QStringLiteral("publish"), package}));
    QVERIFY(second.json[u"edition"].toInteger() > first.json[u"edition"].toInteger());
    // One that no program could work by is not published.
    const QString broken = m_bench.path(QStringLiteral("broken.json"));
    QFile out(broken);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(R"({"schema": "motcua.catalogue-package/1", "name": "x", "files": {"catalogue/x.json": "{}"}})") > 0);
    out.close();
    const auto refused = m_bench.asHead(words({QStringLiteral("catalogue"), QStringLiteral("publish"), broken}));
    QVERIFY2(refused.code == 6, refused.errors.constData());

    QProcess program;
    const int port = start(program);
    QVERIFY2(port > 0, program.readAllStandardError().constData());
    QTemporaryDir folder;
    test::NginxBench nginx(folder.path(), [&](quint16 at) { return front(at, port, folder.path()); });
    QVERIFY2(nginx.start(), qPrintable(nginx.output()));
    QCOMPARE(m_bench.asHead(words({QStringLiteral("setup"), QStringLiteral("--address"), QStringLiteral("https://localhost:%1").arg(nginx.port())})).code, 0);
    const QString file = m_bench.path(QStringLiteral("quay8.json"));
    QCOMPARE(m_bench.asHead(words({QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Quầy 8"), file})).code, 0);
    CtlBench desk;
    QVERIFY(desk.prepare());
    const auto nameAtDesk = [&desk] { return desk.run({QStringLiteral("catalogue"), QStringLiteral("show"), QStringLiteral("2.000815")}).json[u"name"].toString(); };
    QCOMPARE(nameAtDesk(), QString::fromUtf8(name));
    QCOMPARE(desk.asHead({QStringLiteral("enrol"), file}).code, 0);
    const auto sent = desk.asHead({QStringLiteral("sync"), QStringLiteral("now")});
    QVERIFY2(sent.code == 0, sent.errors.constData());
    const QJsonObject status = desk.asHead({QStringLiteral("sync"), QStringLiteral("status")}).json[u"catalogue"].toObject();
    QCOMPARE(status[u"edition"].toInteger(), second.json[u"edition"].toInteger());
    QCOMPARE(status[u"days"].toInteger(-1), 0);
    QVERIFY(status[u"failure"].isNull());
    QCOMPARE(nameAtDesk(), QStringLiteral("Tên của ngày mai"));
    // What lies beside the store and was changed since is not gone by, and said.
    const QStringList kept = QDir(desk.path(QStringLiteral("centre/law"))).entryList({QStringLiteral("*.package")}, QDir::Files);
    QCOMPARE(kept.size(), 1);
    QFile changed(desk.path(QStringLiteral("centre/law/")) + kept.constFirst());
    QVERIFY(changed.open(QIODevice::ReadWrite) && changed.seek(200) && changed.putChar('#'));
    changed.close();
    QCOMPARE(nameAtDesk(), QString::fromUtf8(name));
    QVERIFY(desk.run({QStringLiteral("catalogue"), QStringLiteral("show"), QStringLiteral("2.000815")}).errors.contains("SignatureWrong"));
    // And fetched anew.
    QCOMPARE(desk.asHead({QStringLiteral("sync"), QStringLiteral("now")}).code, 0);
    QCOMPARE(nameAtDesk(), QStringLiteral("Tên của ngày mai"));
    end(program);
    QCOMPARE(program.exitCode(), 0);
}

void tst_PortalService::itEndsInGoodOrder()
{
    for (const int signal : {SIGTERM, SIGINT}) {
        QProcess program;
        QVERIFY(start(program) > 0);
        end(program, signal);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        const QByteArray said = program.readAllStandardError();
        QVERIFY(said.startsWith("*** FAULTS CAN BE ASKED FOR") && said.count('\n') == 1); // a store for practice, and nothing else
    }
    // After a kill it comes up again.
    QProcess killed;
    QVERIFY(start(killed) > 0);
    end(killed, SIGKILL);
    QProcess next;
    QVERIFY(start(next) > 0);
    // Nobody else serves the store while it does: a second one waits for its turn.
    QProcess second;
    second.start(QStringLiteral(MOTCUA_PORTAL), next.arguments());
    QVERIFY(second.waitForStarted());
    end(next);
    QVERIFY(QTest::qWaitFor([&second] { return second.canReadLine(); }, 30'000));
    QVERIFY(QJsonDocument::fromJson(second.readLine())[u"port"].toInt() > 0);
    end(second);
    QCOMPARE(second.exitCode(), 0);
}

void tst_PortalService::whatIsMissingIsSaid_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("told");
    const QString key = m_bench.path(QStringLiteral("machine.key"));
    const QString store = m_bench.path(QStringLiteral("centre"));
    const auto row = [&](const char *name, const QString &where, const QString &machine, const QString &secret, const QString &listen, const char *told) {
        QTest::newRow(name) << QStringList{QStringLiteral("--store"), where, QStringLiteral("--machine-key"), machine, QStringLiteral("--front-secret"), secret, QStringLiteral("--listen"), listen}
                            << QByteArray(told);
    };
    const QString here = QStringLiteral("127.0.0.1:0");
    row("no store", m_bench.path(QStringLiteral("nowhere")), key, front(), here, "StoreMissing");
    row("no key", store, m_bench.path(QStringLiteral("nothing")), front(), here, "NotFound");
    row("no secret", store, key, m_bench.path(QStringLiteral("nothing")), here, "FileUnreadable");
    row("a secret that is none", store, key, m_bench.path(QStringLiteral("machine.key")), here, "Invalid");
    row("everywhere", store, key, front(), QStringLiteral("0.0.0.0:0"), "Invalid");
    row("no port", store, key, front(), QStringLiteral("127.0.0.1:99999"), "Invalid");
}

void tst_PortalService::whatIsMissingIsSaid()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, told);
    QProcess process;
    process.start(QStringLiteral(MOTCUA_PORTAL), words);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains(told), said.constData());
}

QTEST_GUILESS_MAIN(tst_PortalService)
#include "tst_PortalService.moc"
