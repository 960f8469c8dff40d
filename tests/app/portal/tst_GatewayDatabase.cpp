// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Mirroring.h"
#include "app/storage/SyncQueries.h"
#include "app/sync/Batch.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/portal/PortalScene.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace motcua::portal;
using centre::CentreJournal;
using centre::DatabaseAccess;
using centre::JournalMirror;
using storage::Desk;
using storage::Store;
using sync::SyncScene;

/** Nobody is told of anything that is not in the database: each answer of a gateway, with a server that comes and goes. */
class tst_GatewayDatabase : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] DatabaseAccess access() const
    {
        DatabaseAccess access = m_server.access(QStringLiteral("d%1").arg(m_databases));
        access.house = Id::v7(m_databases, QByteArray(10, 'h'));
        access.key = Desk::key('p');
        return access;
    }
    /** A portal that writes to a database of its own. */
    void open()
    {
        m_scene = std::make_unique<PortalScene>();
        m_portal = m_scene->portal();
        ++m_databases;
        (void)m_server.database(QStringLiteral("d%1").arg(m_databases));
        QVERIFY(CentreJournal::establish(access(), access().house, false));
        m_mirror = std::make_shared<JournalMirror>(*m_portal, access(),
            centre::MirrorOptions{.storeKey = std::make_shared<const security::SecretBytes>(Desk::key()), .store = Desk().options(), .settings = GatewaySettings::lastingNames()});
        QVERIFY(m_mirror->take());
        QVERIFY(m_mirror->settle());
        m_gateway = std::make_unique<Gateway>(*m_portal, SyncScene::policy(), m_settings, GatewayOptions{.frontSecret = QByteArray(43, 's'), .mirror = m_mirror});
    }
    [[nodiscard]] Answer asked(Question question, const QStringList &path)
    {
        question.path = path;
        question.headers.insert("x-motcua-front", QByteArray(43, 's'));
        const QFuture<Answer> answer = m_gateway->answer(question);
        return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000) ? answer.result() : Answer{.status = 0};
    }
    /** As the desk with this certificate. */
    [[nodiscard]] Answer askedBy(const QByteArray &certificate, Question question, const QStringList &path)
    {
        question.headers.insert("x-motcua-verified", "SUCCESS");
        question.headers.insert("x-motcua-certificate", certificate.toPercentEncoding());
        return asked(question, path);
    }
    /** What the server has of a log, asked straight. */
    [[nodiscard]] quint64 there(const Id &origin) const { return CentreJournal(access()).vector()->highest(origin); }

    test::PostgresBench m_server;
    GatewaySettings m_settings = PortalScene::settings();
    std::unique_ptr<PortalScene> m_scene;
    std::optional<Store> m_portal;
    std::shared_ptr<JournalMirror> m_mirror;
    std::unique_ptr<Gateway> m_gateway;
    int m_databases = 0;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
    }
    void cleanup()
    {
        m_gateway.reset();
        m_mirror.reset();
        m_portal.reset();
        m_scene.reset();
    }

    void whatIsToldIsThere()
    {
        open();
        const QStringList enrolments{QStringLiteral("v1"), QStringLiteral("enrolments")};
        const sync::Invitation invitation = m_scene->invite(*m_portal);
        const Store desk = m_scene->sync.desk(3);
        m_scene->sync.accept(desk, 3, 1, 2);
        const PortalScene::Asking asking = PortalScene::asking(desk, invitation);
        QSignalSpy failed(m_gateway.get(), &Gateway::databaseFailed);

        // A certificate that was written and is not in the database is not handed out; asked for again it is, and is another.
        m_server.kill();
        const Answer away = asked(PortalScene::question(asking.json), enrolments);
        QCOMPARE(PortalScene::told(away), QStringLiteral("503 DatabaseUnreachable"));
        QVERIFY(std::any_of(away.headers.cbegin(), away.headers.cend(), [](const auto &header) { return header.first.toLower() == "retry-after"; }));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        const Answer enrolled = asked(PortalScene::question(asking.json), enrolments);
        QCOMPARE(enrolled.status, 200);
        QCOMPARE(there(m_portal->origin()), SyncScene::held(*m_portal, m_portal->origin()));
        const QByteArray certificate = PortalScene::said(enrolled)[u"certificate"].toString().toLatin1();

        // A batch.
        const auto run = Desk::done(desk.ask(storage::OutgoingRun{.origin = desk.origin()}));
        const Question give{.method = "POST", .headers = {{"content-type", "application/vnd.motcua.batch"}}, .body = sync::batchOf(*run)};
        const QStringList batches{QStringLiteral("v1"), QStringLiteral("batches")};
        m_server.kill();
        QCOMPARE(PortalScene::told(askedBy(certificate, give, batches)), QStringLiteral("503 DatabaseUnreachable"));
        // Not even in a greeting: what is only here could still be lost.
        sync::Greeting greeting{.origin = desk.origin(), .nowMs = PortalScene::now(), .has = Desk::done(desk.ask(storage::VersionVectorNow{}))};
        const Question greet = PortalScene::question(greeting.toJson());
        const QStringList greetings{QStringLiteral("v1"), QStringLiteral("greeting")};
        QCOMPARE(PortalScene::told(askedBy(certificate, greet, greetings)), QStringLiteral("503 DatabaseUnreachable"));
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        const Answer heard = askedBy(certificate, greet, greetings);
        QCOMPARE(heard.status, 200);
        QCOMPARE(sync::Greeting::fromJson(PortalScene::said(heard))->has.highest(desk.origin()), there(desk.origin()));
        QCOMPARE(there(desk.origin()), SyncScene::held(desk, desk.origin()));
        QCOMPARE(askedBy(certificate, give, batches).status, 200); // once more changes nothing
    }

    // What fails for the one who asks is told without asking the database.
    void aRefusalNeedsNoDatabase()
    {
        open();
        m_server.kill();
        const Answer answer = asked(PortalScene::question({{QStringLiteral("secret"), QStringLiteral("x")}}), {QStringLiteral("v1"), QStringLiteral("enrolments")});
        QVERIFY2(answer.status >= 400 && answer.status < 500, qPrintable(PortalScene::told(answer)));
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
    }

    void itBeginsWaitsAndIsFencedOff()
    {
        open();
        m_gateway.reset();
        Mirroring first(m_mirror, *m_portal, {.retryMs = 50, .lookMs = 100});
        QSignalSpy began(&first, &Mirroring::began);
        QSignalSpy lost(&first, &Mirroring::lost);
        first.begin();
        QTRY_COMPARE(began.size(), 1);
        QTRY_VERIFY(!CentreJournal(access()).base()->isEmpty());
        // What is written without anybody asking goes there as well.
        (void)m_scene->invite(*m_portal, QStringLiteral("Quầy 5"));
        QTRY_COMPARE(there(m_portal->origin()), SyncScene::held(*m_portal, m_portal->origin()));
        // So do settings, once they are others.
        const qint64 based = CentreJournal(access()).standing()->baseMs;
        Desk::done(m_portal->keepSetting(GatewaySettings::editionName(), "7"));
        QTRY_VERIFY(CentreJournal(access()).standing()->baseMs > based);

        const Store other = m_scene->sync.hub(QStringLiteral("other"));
        const auto second = std::make_shared<JournalMirror>(other, access(), centre::MirrorOptions{.storeKey = std::make_shared<const security::SecretBytes>(Desk::key()), .store = Desk().options(), .settings = {}});
        Mirroring waiting(second, other, {.retryMs = 50, .lookMs = 100});
        QSignalSpy standingBy(&waiting, &Mirroring::standingBy);
        waiting.begin();
        QTRY_COMPARE(standingBy.size(), 1);
        QTRY_COMPARE(SyncScene::held(other, m_portal->origin()), SyncScene::held(*m_portal, m_portal->origin())); // it follows
        // The server is started anew: who wrote goes on, and nobody is told that it lost anything.
        m_server.kill();
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        // Whoever is quicker: one of them has it, and the other knows.
        QTRY_VERIFY_WITH_TIMEOUT(m_mirror->holds() != second->holds(), 20'000);
        if (second->holds()) {
            QTRY_VERIFY_WITH_TIMEOUT(!lost.isEmpty(), 20'000);
            return;
        }
        QVERIFY(lost.isEmpty());
        // Somebody else takes the right while this one is cut off for longer than a look: it is lost, and says so once it looks again.
        QVERIFY(m_server.run("UPDATE motcua.house SET epoch = epoch + 100", QStringLiteral("d%1").arg(m_databases)));
        (void)m_scene->invite(*m_portal, QStringLiteral("Quầy 6"));
        QTRY_VERIFY_WITH_TIMEOUT(!lost.isEmpty(), 20'000);
    }
};

QTEST_GUILESS_MAIN(tst_GatewayDatabase)
#include "tst_GatewayDatabase.moc"
