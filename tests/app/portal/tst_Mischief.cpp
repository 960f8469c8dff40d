// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Mischief.h"

#include "app/sync/PortalPeer.h"
#include "app/sync/SyncEngine.h"
#include "tests/app/portal/GatewayBench.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

using namespace motcua;
using namespace motcua::portal;
using storage::Desk;
using storage::Store;
using sync::SyncEngine;
using sync::SyncScene;
using sync::SyncState;

/** Every fault that can be practised, seen by a real engine behind a real nginx: it says what it met, and in the end nothing is lost or doubled. */
class tst_Mischief : public QObject
{
    Q_OBJECT

private:
    /** What the gateway answers to somebody on its own machine. */
    static QByteArray told(quint16 port, const QByteArray &method, const QByteArray &body)
    {
        QTcpSocket socket;
        bool isOver = false;
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] {
            socket.write(method + " /faults HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
        QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&isOver] { isOver = true; });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return QTest::qWaitFor([&isOver] { return isOver; }, 10'000) ? socket.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase();
    void anEngineHealsOfIt_data();
    void anEngineHealsOfIt();
    void onlyWhereItIsPractised();
    void neverByWayOfTheFront();
    void whatIsNoFaultIsRefused_data();
    void whatIsNoFaultIsRefused();
    void eachCountsDown();
};

void tst_Mischief::initTestCase()
{
    if (test::NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
}

void tst_Mischief::anEngineHealsOfIt_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QList<ErrorCode>>("codes"); ///< what is seen of it; empty: nothing
    const auto row = [](const char *name, const QByteArray &fault, const QList<ErrorCode> &codes) { QTest::newRow(name) << fault << codes; };
    for (const QByteArray operation : {"greet", "give", "take"}) {
        const auto made = [&operation](const QByteArray &rest) { return "{\"operation\":\"" + operation + "\"," + rest + "}"; };
        const auto named = [&operation](const char *name) { return operation + ": " + name; };
        row(named("late").constData(), made(R"("kind":"delay","delayMs":300)"), {});
        row(named("503").constData(), made(R"("kind":"storm","status":503,"retryAfter":1,"times":2)"), {ErrorCode::ServerBusy});
        row(named("429").constData(), made(R"("kind":"storm","status":429,"retryAfter":0,"times":5)"), {ErrorCode::ServerBusy});
        row(named("500").constData(), made(R"("kind":"storm","status":500,"times":3)"), {ErrorCode::ServerFailed});
        // nginx in between says that there was no answer.
        row(named("done, and not heard").constData(), made(R"("kind":"lostReply")"), {ErrorCode::ServerBusy});
        row(named("twice").constData(), made(R"("kind":"duplicate","times":10)"), {});
        // nginx ends the stream of HTTP/2 with an error of its own.
        row(named("cut").constData(), made(R"("kind":"cut")"), {ErrorCode::AnswerMalformed});
        row(named("a page").constData(), made(R"("kind":"wrongType")"), {ErrorCode::AnswerForeign});
        row(named("huge").constData(), made(R"("kind":"hugeBody")"), {ErrorCode::AnswerTooLarge});
    }
    row("a forged batch", R"({"operation":"take","kind":"wrongSignature"})", {ErrorCode::SignatureWrong});
    row("everything, in turn", R"({"operation":"*","kind":"storm","status":502,"times":4})", {ErrorCode::ServerFailed});
}

void tst_Mischief::anEngineHealsOfIt()
{
    QFETCH(QByteArray, fault);
    QFETCH(QList<ErrorCode>, codes);
    PortalScene scene;
    GatewayBench bench(scene, {.training = true});
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3, {.training = true});
    scene.sync.accept(desk, 3, 1, 3);
    const auto identity = bench.enrolled(desk);
    QVERIFY(told(bench.port(), "POST", fault).startsWith("HTTP/1.1 200 "));
    SyncEngine engine(desk, SyncScene::policy(), std::make_shared<sync::PortalPeer>(bench.client(identity)),
        {.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 20, .longestWaitMs = 100});
    QSet<ErrorCode> seen;
    QObject::connect(&engine, &SyncEngine::changed, this, [&seen](const SyncState &state) {
        if (state.failure) {
            seen.insert(state.failure->code);
        }
    });
    engine.begin();
    QVERIFY(QTest::qWaitFor([&] {
        return engine.state().phase == SyncState::Phase::Resting && engine.state().waiting == 0 && !engine.state().failure;
    }, 30'000));
    if (codes.isEmpty()) {
        QVERIFY2(seen.isEmpty(), qPrintable(seen.isEmpty() ? QString() : errorName(*seen.begin())));
    } else {
        QVERIFY2(std::any_of(codes.begin(), codes.end(), [&seen](ErrorCode code) { return seen.contains(code); }),
            qPrintable(seen.isEmpty() ? QStringLiteral("nothing") : errorName(*seen.begin())));
    }
    const QList<journal::Entry> here = SyncScene::log(desk, desk.origin());
    const QList<journal::Entry> there = SyncScene::log(bench.portal, desk.origin());
    QCOMPARE(there.size(), here.size());
    for (qsizetype i = 0; i < here.size(); ++i) {
        QCOMPARE(there[i].headerBytes, here[i].headerBytes);
    }
    QCOMPARE(SyncScene::held(desk, bench.portal.origin()), SyncScene::held(bench.portal, bench.portal.origin()));
}

void tst_Mischief::onlyWhereItIsPractised()
{
    const QByteArray fault = R"({"kind":"storm"})";
    PortalScene real;
    GatewayBench none(real);
    QVERIFY(!none.gateway->allowsFaults());
    QVERIFY(told(none.port(), "POST", fault).startsWith("HTTP/1.1 403 "));
    QVERIFY(told(none.port(), "GET", {}).startsWith("HTTP/1.1 403 "));
    PortalScene asked;
    GatewayBench allowed(asked, {}, {.allowsFaults = true});
    QVERIFY(told(allowed.port(), "POST", fault).startsWith("HTTP/1.1 200 "));
}

void tst_Mischief::neverByWayOfTheFront()
{
    PortalScene scene;
    GatewayBench bench(scene, {.training = true});
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const auto client = bench.client(bench.enrolled(scene.sync.desk(3, {.training = true})));
    for (const char *path : {"/faults", "/v1/faults"}) {
        const auto answer = test::answered(
            client->send({.method = "POST", .path = QString::fromLatin1(path), .mediaType = "application/json", .body = R"({"kind":"storm"})"}));
        QVERIFY2(answer && answer->status == 404, qPrintable(test::told(answer)));
    }
    QVERIFY(told(bench.port(), "GET", {}).endsWith(R"({"faults":[]})"));
}

void tst_Mischief::whatIsNoFaultIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"", "[]", "{}", R"({"kind":"fire"})", R"({"kind":"delay","delayMs":60001})", R"({"kind":"delay","delayMs":-1})", R"({"kind":"delay","times":0})",
             R"({"kind":"delay","times":1001})", R"({"kind":"delay","times":1.5})", R"({"kind":"storm","status":404})", R"({"kind":"storm","status":600})",
             R"({"kind":"storm","status":"503"})", R"({"kind":"delay","operation":""})", R"({"kind":["delay"]})"}) {
        QTest::newRow(json[0] == '\0' ? "nothing" : json) << QByteArray(json);
    }
}

void tst_Mischief::whatIsNoFaultIsRefused()
{
    QFETCH(QByteArray, json);
    Mischief mischief;
    const Result<> set = mischief.set(json);
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::Invalid);
    QVERIFY(!mischief.take(QStringLiteral("greet")));
}

void tst_Mischief::eachCountsDown()
{
    Mischief mischief;
    QVERIFY(mischief.set(R"({"kind":"cut","operation":"take","times":2})"));
    QVERIFY(mischief.set(R"({"kind":"storm","operation":"*"})"));
    QVERIFY(mischief.take(QStringLiteral("greet"))->kind == Mischief::Kind::Storm);
    QVERIFY(!mischief.take(QStringLiteral("greet")));
    QCOMPARE(mischief.toJson()[u"faults"].toArray().size(), 1);
    QVERIFY(mischief.take(QStringLiteral("take"))->kind == Mischief::Kind::Cut);
    QVERIFY(mischief.take(QStringLiteral("take")));
    QVERIFY(!mischief.take(QStringLiteral("take")));
    QVERIFY(mischief.set(R"({"kind":"cut","times":1000})"));
    QVERIFY(mischief.set(R"({"kind":"none"})"));
    QVERIFY(!mischief.take(QStringLiteral("take")));
}

QTEST_GUILESS_MAIN(tst_Mischief)
#include "tst_Mischief.moc"
