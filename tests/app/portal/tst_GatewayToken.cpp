// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HouseQueries.h"
#include "app/storage/LocalTables.h"
#include "app/workflows/Enrolment.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/PortalLink.h"
#include "app/workflows/PortalSetup.h"
#include "tests/app/ctl/CtlBench.h"
#include "tests/app/portal/GatewayBench.h"
#include "tests/app/token/SoftToken.h"

#include <QTest>

using namespace motcua;
using namespace motcua::portal;
using motcua::test::SoftToken;
using storage::Desk;
using storage::Store;
using sync::SyncScene;
using Phase = PortalStanding::Phase;

/** A desk whose key is on a token, at the gateway behind a real nginx: enrolled, renewed, and patient while the token is away. */
class tst_GatewayToken : public QObject
{
    Q_OBJECT

private:
    template <typename T>
    static Result<T> come(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000) || future.resultCount() == 0) {
            return Error{ErrorCode::Internal, QStringLiteral("nobody was answered")};
        }
        return future.result();
    }
    static QString toldOf(const Result<PortalAccess> &access)
    {
        return access ? QStringLiteral("enrolled") : errorName(access.error().code) + u' ' + access.error().detail;
    }
    [[nodiscard]] static sync::Invitation invited(PortalScene &scene, GatewayBench &bench)
    {
        sync::Invitation invitation = scene.invite(bench.portal);
        invitation.portal = QUrl(QStringLiteral("https://localhost:%1").arg(bench.nginx().port()));
        invitation.authority = bench.settings.authority.pem();
        return invitation;
    }
    [[nodiscard]] static QByteArray kept(const Store &store)
    {
        return Desk::done(store.ask(storage::Setting{QString::fromLatin1(storage::local::Portal)})).value_or(QByteArray());
    }
    [[nodiscard]] static QByteArray keyOf(const PortalAccess &access)
    {
        return TlsIdentity::withToken(access.chain, access.token)->publicPoint();
    }
    [[nodiscard]] static PortalSetup link()
    {
        PortalSetup setup;
        setup.resources = QStringLiteral(MOTCUA_TEST_DATA "/../../resources");
        setup.options = {.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 50, .longestWaitMs = 500};
        setup.settlesMs = 20;
        return setup;
    }
    static bool comesTo(const PortalLink &link, Phase phase)
    {
        return QTest::qWaitFor([&] { return link.standing().phase == phase; }, 60'000);
    }

    /** As the administrator of that desk, while the gateway here goes on. */
    static CtlBench::Outcome run(const CtlBench &bench, const QStringList &words, const QByteArray &pin)
    {
        qputenv("MOTCUA_TOKEN_PIN", pin);
        QProcess process;
        bench.start(process, words, CtlBench::head(), CtlBench::headPassword());
        qunsetenv("MOTCUA_TOKEN_PIN");
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000)) {
            return {};
        }
        const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
        return {process.exitCode(), QJsonDocument::fromJson(lines.constLast()).object(), process.readAllStandardError()};
    }

    std::unique_ptr<SoftToken> m_token;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
            qunsetenv(name);
        }
        if (test::NginxBench::program().isEmpty()) {
            QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
        }
        if (const QString why = SoftToken::whyNot(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
    }
    void init()
    {
        m_token = std::make_unique<SoftToken>();
        QVERIFY(m_token->begin());
    }

    void enrolsAndRenewsWithTheSameKey()
    {
        PortalScene scene;
        GatewayBench bench(scene);
        QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
        const Store desk = scene.sync.desk(3);
        Enrolment enrolment(desk);
        const auto access = come(enrolment.enrol(invited(scene, bench), SoftToken::key()));
        QVERIFY2(access, qPrintable(toldOf(access)));
        QVERIFY(!access->key && access->token);
        const auto found = SoftToken::key()->find();
        QVERIFY(found);
        QCOMPARE(keyOf(*access), found->point);
        // What is kept is enough, and has no key in it.
        const QByteArray before = kept(desk);
        QVERIFY(!before.contains("PRIVATE KEY"));
        const auto read = PortalAccess::fromJson(before);
        QVERIFY(read && read->token);
        const auto next = come(enrolment.renew(*read));
        QVERIFY2(next, qPrintable(toldOf(next)));
        QVERIFY(next->chain != access->chain);
        QCOMPARE(keyOf(*next), found->point);
        QVERIFY(kept(desk) != before);
        QCOMPARE(bench.faults(), QStringList());
    }

    void aWrongPinEnrolsNobodyAndUsesUpNothing()
    {
        PortalScene scene;
        GatewayBench bench(scene);
        QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
        const Store desk = scene.sync.desk(3);
        const sync::Invitation invitation = invited(scene, bench);
        Enrolment enrolment(desk);
        const auto wrong = come(enrolment.enrol(invitation, SoftToken::key("portal", "000000")));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::TokenPinWrong);
        QCOMPARE(kept(desk), QByteArray());
        QVERIFY(scene.registry(bench.portal).desks().isEmpty());
        const auto right = come(enrolment.enrol(invitation, SoftToken::key()));
        QVERIFY2(right, qPrintable(toldOf(right)));
        // Who heard no answer asks again: the same key, no second one.
        const auto again = come(enrolment.enrol(invitation, SoftToken::key()));
        QVERIFY2(again, qPrintable(toldOf(again)));
        QCOMPARE(keyOf(*again), keyOf(*right));
    }

    void whatIsRecordedGoesWhenTheTokenIsBack()
    {
        PortalScene scene;
        GatewayBench bench(scene);
        QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
        const Store desk = scene.sync.desk(3);
        Enrolment enrolment(desk);
        QVERIFY(come(enrolment.enrol(invited(scene, bench), SoftToken::key())));
        QVERIFY(m_token->pullOut());
        scene.sync.accept(desk, 3, 1, 2);
        PortalLink link(this->link());
        link.begin(desk);
        QVERIFY(comesTo(link, Phase::Waiting));
        QVERIFY2(link.standing().failure->code == ErrorCode::TokenMissing, qPrintable(errorName(link.standing().failure->code)));
        QCOMPARE(link.standing().fault, PortalVerdict::Fault::Desk);
        QCOMPARE(SyncScene::held(bench.portal, desk.origin()), 0U);
        QTRY_VERIFY_WITH_TIMEOUT(link.standing().tries >= 3, 30'000);
        // Nobody does anything but plug it in.
        QVERIFY(m_token->plugIn());
        QVERIFY(comesTo(link, Phase::Resting));
        QCOMPARE(SyncScene::held(bench.portal, desk.origin()), SyncScene::held(desk, desk.origin()));
        QVERIFY(!link.standing().failure);
    }

    void aWrongPinIsNotTriedOverAndOver()
    {
        PortalScene scene;
        GatewayBench bench(scene);
        QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
        const Store desk = scene.sync.desk(3);
        Enrolment enrolment(desk);
        auto access = come(enrolment.enrol(invited(scene, bench), SoftToken::key()));
        QVERIFY2(access, qPrintable(toldOf(access)));
        access->token = SoftToken::key("portal", "000000"); // another PIN was set at the token
        QVERIFY(KeptPortal::keep(desk, *access));
        PortalLink link(this->link());
        link.begin(desk);
        QVERIFY(comesTo(link, Phase::Waiting));
        QCOMPARE(link.standing().failure->code, ErrorCode::TokenPinWrong);
        QTRY_VERIFY_WITH_TIMEOUT(link.standing().tries >= 3, 30'000);
        QCOMPARE(link.standing().failure->code, ErrorCode::TokenPinWrong);
        // Somebody enters it anew, as "motcua-ctl token pin" does.
        access->token = SoftToken::key();
        QVERIFY(access->token->find());
        access->pinMs += 1;
        QVERIFY(KeptPortal::keep(desk, *access));
        link.tryNow();
        QVERIFY(comesTo(link, Phase::Resting));
    }

    void byTheCommand()
    {
        CtlBench ctl;
        QVERIFY(ctl.prepare(3, false));
        PortalScene scene;
        GatewayBench bench(scene);
        QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
        const QString file = ctl.path(QStringLiteral("invitation"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(invited(scene, bench).toJson());
        out.close();
        const QString uri = SoftToken::uri().toString();
        const QStringList enrol{QStringLiteral("enrol"), file, QStringLiteral("--token")};
        // A PIN is nobody's business on a command line, not even in the answer.
        const auto careless = run(
            ctl, enrol + QStringList{uri + QStringLiteral("&pin-value=") + QString::fromUtf8(SoftToken::pin())}, SoftToken::pin());
        QCOMPARE(careless.code, 6);
        QVERIFY(!careless.errors.contains(SoftToken::pin()) && !QJsonDocument(careless.json).toJson().contains(SoftToken::pin()));
        const auto wrong = run(ctl, enrol + QStringList{uri}, "000000");
        QCOMPARE(wrong.code, 3);
        QCOMPARE(wrong.json.value(u"error").toString(), QStringLiteral("TokenPinWrong"));
        const auto away = run(ctl, enrol + QStringList{SoftToken::uri("portal", "Desk 4").toString()}, SoftToken::pin());
        QCOMPARE(away.code, 1);
        QCOMPARE(away.json.value(u"error").toString(), QStringLiteral("TokenMissing"));
        const auto enrolled = run(ctl, enrol + QStringList{uri}, SoftToken::pin());
        QVERIFY2(enrolled.code == 0, enrolled.errors.constData());
        QCOMPARE(enrolled.json.value(u"token").toString(), uri);
        QVERIFY(!enrolled.errors.contains(SoftToken::pin()) && !QJsonDocument(enrolled.json).toJson().contains(SoftToken::pin()));
        const auto sent = run(ctl, {QStringLiteral("sync"), QStringLiteral("now")}, {});
        QVERIFY2(sent.code == 0, sent.errors.constData());
        const auto other = run(ctl, {QStringLiteral("token"), QStringLiteral("pin")}, "000000");
        QCOMPARE(other.json.value(u"error").toString(), QStringLiteral("TokenPinWrong"));
        const auto same = run(ctl, {QStringLiteral("token"), QStringLiteral("pin")}, SoftToken::pin());
        QVERIFY2(same.code == 0, same.errors.constData());
        QCOMPARE(run(ctl, {QStringLiteral("sync"), QStringLiteral("now")}, {}).code, 0);
        QCOMPARE(bench.faults(), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_GatewayToken)
#include "tst_GatewayToken.moc"
