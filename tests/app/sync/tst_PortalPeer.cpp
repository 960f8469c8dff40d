// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/PortalPeer.h"

#include "app/sync/Batch.h"
#include "app/sync/SyncEngine.h"
#include "tests/app/storage/PublishedCatalogue.h"
#include "tests/app/sync/PortalServer.h"
#include "tests/app/sync/SyncScene.h"

#include <QTest>

using namespace motcua;
using namespace motcua::sync;
using journal::PeerRole;
using journal::VersionVector;
using storage::Desk;
using storage::Store;
using Phase = SyncState::Phase;

namespace {

const QString Schemas = QStringLiteral("#/components/schemas/");
const Id Somebody = Id::fromString(u"0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c");

QList<ErrorCode> allCodes()
{
    QList<ErrorCode> all;
    for (int code = 0; code <= static_cast<int>(ErrorCode::PrintFailed); ++code) {
        all.append(static_cast<ErrorCode>(code));
    }
    return all;
}

journal::LogHead head()
{
    return {{Somebody, 12}, QByteArray(32, 'h'), QByteArray(32, 'k'), QByteArray(64, 's')};
}

VersionVector logs(int count)
{
    VersionVector vector;
    for (int i = 1; i <= count; ++i) {
        vector.set(Id::v7(1'795'910'400'000 + i, QByteArray(10, 'r')), 7);
    }
    return vector;
}

/** Nothing left out that may be there. */
Greeting greeting()
{
    Greeting greeting{
        .origin = Somebody, .training = false, .program = QStringLiteral("motcua 1"), .nowMs = 1'795'910'400'000, .yours = head(), .catalogue = 7, .yoursToo = head()};
    greeting.has.set(Somebody, 12);
    greeting.offers.set(Somebody, 12);
    return greeting;
}

Receipt receipt()
{
    Receipt receipt{
        .stored = 3, .duplicates = 2, .refused = {{{Somebody, 9}, {ErrorCode::ChainBroken, QStringLiteral("why")}}}, .otherHead = head()};
    receipt.has.set(Somebody, 8);
    return receipt;
}

constexpr int NoWait = -1; ///< the conversation goes on

/** The answer, waited for. */
template <typename T>
Heard<T> heard(const QFuture<Heard<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000) || future.resultCount() == 0) {
        return PeerFailure{{ErrorCode::Internal, QStringLiteral("nobody was answered")}};
    }
    return future.result();
}

} // namespace

/** Desk and portal over mutual TLS, both held to app/sync/portal-openapi.yaml. */
class tst_PortalPeer : public QObject
{
    Q_OBJECT

private:
    /** A desk with something to give, and a portal with something to take. */
    struct Line
    {
        explicit Line(SyncScene &scene)
            : desk(scene.desk(3))
            , portal(scene.hub())
            , server(bench, portal, SyncScene::policy(), desk.origin(), scene.clock())
            , peer(std::make_shared<PortalPeer>(std::make_shared<HttpClient>(bench.setup(server.port()))))
            , engine(desk, SyncScene::policy(), peer,
                  {.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 1'000, .now = scene.clock(), .chance = [] { return 0.5; }})
        {
            const Store other = scene.desk(4);
            scene.accept(other, 4, 50, 2);
            StorePeer there(portal, SyncScene::policy(), PeerRole::Centre, scene.clock());
            Exchange exchange(other, SyncScene::policy(), PeerRole::Centre);
            (void)there.give(Desk::done(exchange.made({other.origin(), 1, 1'000, {}})).batch).result();
            scene.accept(desk, 3, 1, 4);
        }

        /** Whether both have every header of the three logs, the desk every payload, and the portal those it is given. */
        [[nodiscard]] bool areAlike() const
        {
            const VersionVector vector = Desk::done(desk.ask(storage::VersionVectorNow{}));
            if (vector.origins().size() != 3 || vector != Desk::done(portal.ask(storage::VersionVectorNow{}))) {
                return false;
            }
            for (const Id &origin : vector.origins().keys()) {
                const QList<journal::Entry> here = SyncScene::log(desk, origin);
                const QList<journal::Entry> there = SyncScene::log(portal, origin);
                for (qsizetype i = 0; i < here.size(); ++i) {
                    const bool isGiven = origin != desk.origin()
                        || SyncScene::policy().share(here[i].header.kind, PeerRole::Portal) == journal::Share::Full;
                    if (here[i].headerBytes != there.value(i).headerBytes || !here[i].payload || there[i].payload.has_value() != isGiven) {
                        return false;
                    }
                }
            }
            return true;
        }
        [[nodiscard]] bool delivers() const
        {
            return QTest::qWaitFor(
                [this] { return engine.state().phase == Phase::Resting && engine.state().waiting == 0 && !engine.state().failure; },
                20'000);
        }

        test::NetBench bench;
        Store desk;
        Store portal;
        PortalServer server;
        std::shared_ptr<PortalPeer> peer;
        SyncEngine engine;
    };

private Q_SLOTS:
    void aConversationLeavesBothAlike();
    void filesComeAfterTheEntriesThatNameThem();
    void whatIsTooMuchForWhoeverStandsBeforeItIsHalved();
    void whatIsNotThereIsNotGiven();
    void theAskedStretchIsTheOneThatComes();
    void wrongAnswersLoseNothing_data();
    void wrongAnswersLoseNothing();
    void aCodeIsKnownOrIsNot();
    void anotherDeskIsRefused();
    void theDocumentIsWhole();
    void membersAreThoseOfTheDocument_data();
    void membersAreThoseOfTheDocument();
    void membersOfAProblemAreThoseOfTheDocument();
    void whatIsAddedIsPassedOver();
    void limitsAreThoseOfTheDocument();
};

void tst_PortalPeer::aConversationLeavesBothAlike()
{
    SyncScene scene;
    Line line(scene);
    scene.note(line.desk, 3, 1, 1'100, 4);
    line.engine.begin();
    QVERIFY(line.delivers());
    QVERIFY(line.areAlike());
    // Once more, with the portal knowing the desk's head.
    scene.accept(line.desk, 3, 20, 1);
    QTRY_VERIFY(line.areAlike());
    QVERIFY(line.delivers());
    line.engine.setPaused(true);
    line.engine.setPaused(false);
    QVERIFY(line.delivers());
    QCOMPARE(line.server.faults(), QStringList());
    QCOMPARE(line.server.seen(),
        QSet<QString>({QStringLiteral("greet"), QStringLiteral("greet 200"), QStringLiteral("give"), QStringLiteral("give 200"),
            QStringLiteral("take"), QStringLiteral("take 200")}));
}

void tst_PortalPeer::filesComeAfterTheEntriesThatNameThem()
{
    SyncScene scene;
    Line line(scene);
    const QByteArray scan = SyncScene::scan(700'000);
    const QString given = scene.addPaper(line.desk, 3, 1, scan);
    line.engine.begin();
    QTRY_VERIFY_WITH_TIMEOUT(line.portal.attachments().read(given), 20'000);
    QCOMPARE(*line.portal.attachments().read(given), scan);
    QTRY_VERIFY(line.engine.state().deliveredMs > 0 && line.engine.state().files == 0);
    const auto reference = storage::AttachmentReference::fromString(given);
    QCOMPARE(*heard(line.peer->takeChunk(reference->name, 0)), scan.isEmpty() ? QByteArray() : *storage::AttachmentParts(line.desk.attachments()).chunk(*reference, 0));
    // What no entry names is neither asked after nor taken in.
    const Heard<qint64> unknown = heard(line.peer->heldOf(QByteArray(32, 'u')));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().error.code, ErrorCode::AttachmentMissing);
    QVERIFY(!heard(line.peer->giveChunk(QByteArray(32, 'u'), 0, QByteArray(1'000, 'x'))));
    QCOMPARE(line.server.faults(), QStringList());
    for (const char *seen : {"heldOf 200", "heldOf 422", "giveChunk 200", "giveChunk 422", "takeChunk 200"}) {
        QVERIFY2(line.server.seen().contains(QString::fromLatin1(seen)), seen);
    }
}

void tst_PortalPeer::whatIsTooMuchForWhoeverStandsBeforeItIsHalved()
{
    SyncScene scene;
    Line line(scene);
    line.server.answerWrongly({QStringLiteral("give"), PortalServer::bytesOf(413, "text/html", "<html>"), true, 1});
    line.engine.begin();
    QVERIFY(line.delivers());
    QVERIFY(line.areAlike());
    QCOMPARE(line.engine.state().failures, 0);
}

void tst_PortalPeer::whatIsNotThereIsNotGiven()
{
    SyncScene scene;
    Line line(scene);
    const Heard<QByteArray> batch = heard(line.peer->take({Somebody, 1, 5, 4}));
    QVERIFY(batch);
    QCOMPARE(*batch, QByteArray());
    QCOMPARE(line.server.faults(), QStringList());
    QVERIFY(line.server.seen().contains(QStringLiteral("take 204")));
}

void tst_PortalPeer::theAskedStretchIsTheOneThatComes()
{
    SyncScene scene;
    Line line(scene);
    const Id portal = line.portal.origin();
    const Heard<QByteArray> batch = heard(line.peer->take({portal, 1, 1, {}}));
    QVERIFY(batch);
    const Result<journal::Run> run = runIn(*batch);
    QVERIFY(run);
    QCOMPARE(run->head.last.origin, portal);
    QCOMPARE(run->first(), 1U);
    QCOMPARE(run->last(), 1U);
}

void tst_PortalPeer::wrongAnswersLoseNothing_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("waitMs");
    const auto row = [](const char *name, const char *operation, const QByteArray &bytes, ErrorCode code, Fault fault, int waitMs = 1'000) {
        QTest::addRow("%s: %s", operation, name) << QString::fromLatin1(operation) << bytes << code << fault << waitMs;
    };
    const QByteArray json = "application/json";
    const QByteArray batch = "application/vnd.motcua.batch";
    const QByteArray page = "<!DOCTYPE html><title>Wi-Fi</title>";
    const auto bytes = [](int status, const QByteArray &type, const QByteArray &body, const QByteArray &headers = {}) {
        return PortalServer::bytesOf(status, type, body, headers);
    };
    const auto problem = [](int status, const char *code, const char *fault, const QByteArray &headers = {}) {
        return PortalServer::bytesOf(
            status, Problem::mediaType(), PortalServer::problem(status, QString::fromLatin1(code), QString::fromLatin1(fault)), headers);
    };
    const QByteArray good = QJsonDocument(greeting().toJson()).toJson();
    for (const char *operation : {"greet", "give", "take"}) {
        row("another media type", operation, bytes(200, "text/plain", good), ErrorCode::AnswerForeign, Fault::Portal);
        row("no media type", operation, bytes(200, {}, good), ErrorCode::AnswerForeign, Fault::Portal);
        row("another success", operation, bytes(202, json, good), ErrorCode::AnswerForeign, Fault::Portal);
        row("a page", operation, bytes(200, "text/html", page), ErrorCode::AnswerForeign, Fault::Portal);
        row("elsewhere", operation, bytes(302, "text/html", page, "Location: https://login.example/\r\n"), ErrorCode::AnswerForeign,
            Fault::Portal);
        row("sign in to the network", operation, bytes(511, "text/html", page), ErrorCode::CaptivePortal, Fault::Network);
        row("cut off", operation, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{\"protocol\": 1",
            ErrorCode::AnswerCutOff, Fault::Network);
        row("too large", operation, bytes(200, operation == QByteArray("take") ? batch : json, QByteArray(9 * 1024 * 1024, ' ')),
            ErrorCode::AnswerTooLarge, Fault::Portal);
        row("401", operation, bytes(401, "text/html", page), ErrorCode::ServerRefused, Fault::Desk);
        row("403", operation, problem(403, "NotAllowed", "desk"), ErrorCode::NotAllowed, Fault::Desk);
        row("403 of whoever stands before it", operation, bytes(403, "text/html", page), ErrorCode::ServerRefused, Fault::Desk);
        row("404 of another service", operation, bytes(404, "text/html", page), ErrorCode::AnswerForeign, Fault::Portal);
        row("404", operation, problem(404, "NotFound", "portal"), ErrorCode::ServerRefused, Fault::Portal);
        row("429", operation, problem(429, "TooMany", "portal", "Retry-After: 120\r\n"), ErrorCode::ServerBusy, Fault::Portal, 120'000);
        row("503 for a week", operation, bytes(503, "text/html", page, "Retry-After: 604800\r\n"), ErrorCode::ServerBusy, Fault::Portal,
            3'600'000);
        row("503", operation, problem(503, "Draining", "network"), ErrorCode::ServerBusy, Fault::Network);
        row("500", operation, problem(500, "StoreFailed", "portal"), ErrorCode::ServerFailed, Fault::Portal);
        const int ofALog = operation == QByteArray("greet") ? 1'000 : NoWait;
        row("a problem of another status", operation,
            bytes(422, Problem::mediaType(), PortalServer::problem(500, QStringLiteral("SignatureWrong"), {})), ErrorCode::ServerRefused,
            Fault::Data);
        row("a problem with the data, in a word nobody knows", operation, problem(422, "Elsewhere.More-1", "data"), ErrorCode::ServerRefused,
            Fault::Data, ofALog);
        row("a problem whose word is known", operation, problem(422, "SignatureWrong", "desk"), ErrorCode::SignatureWrong, Fault::Desk, ofALog);
        row("a problem whose word is not", operation, problem(422, "Elsewhere.More-1", "desk"), ErrorCode::ServerRefused, Fault::Desk);
        // Only proof stops a desk.
        row("a copy of the disk, they say", operation, problem(409, "OriginForked", "desk"), ErrorCode::ServerRefused, Fault::Desk);
    }
    for (const char *operation : {"greet", "give"}) {
        row("too deep", operation, bytes(200, json, QByteArray(9, '[') + QByteArray(9, ']')), ErrorCode::AnswerMalformed, Fault::Portal);
        row("too deep to be read", operation, bytes(200, json, "{\"has\":" + QByteArray(200'000, '{')), ErrorCode::AnswerMalformed,
            Fault::Portal);
        row("too many values", operation, bytes(200, json, "{\"a\":[" + QByteArray("1,").repeated(250'000) + "1]}"), ErrorCode::AnswerMalformed, Fault::Portal);
        row("a list", operation, bytes(200, json, "[]"), ErrorCode::AnswerMalformed, Fault::Portal);
        row("half an object", operation, bytes(200, json, "{\"has\": {"), ErrorCode::AnswerMalformed, Fault::Portal);
        row("nothing", operation, bytes(200, json, {}), ErrorCode::AnswerMalformed, Fault::Portal);
        row("nothing, and meant so", operation, bytes(204, {}, {}), ErrorCode::AnswerForeign, Fault::Portal);
        row("an object of nothing", operation, bytes(200, json, "{}"), ErrorCode::PeerNonsense, Fault::Portal);
    }
    row("a later language", "greet", bytes(200, json, "{\"protocol\": 2}"), ErrorCode::PeerNewer, Fault::Portal);
    row("fewer than none", "give", bytes(200, json, R"({"has":{},"stored":-1,"duplicates":0,"refused":[]})"), ErrorCode::PeerNonsense,
        Fault::Portal);
    row("refused in a word nobody knows", "give",
        bytes(200, json,
            R"({"has":{},"stored":0,"duplicates":0,"refused":[{"origin":"0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c","seq":"1","code":"Disliked"}]})"),
        ErrorCode::PeerNonsense, Fault::Portal);
    row("no batch", "take", bytes(200, batch, "a page without a title"), ErrorCode::AnswerMalformed, Fault::Portal);
    row("nothing", "take", bytes(200, batch, {}), ErrorCode::AnswerMalformed, Fault::Portal);
}

void tst_PortalPeer::wrongAnswersLoseNothing()
{
    QFETCH(QString, operation);
    QFETCH(QByteArray, bytes);
    QFETCH(int, waitMs);
    SyncScene scene;
    Line line(scene);
    line.server.answerWrongly({operation, bytes, true, 1});
    line.engine.begin();
    // What is wrong with one log alone does not end the conversation.
    QVERIFY(QTest::qWaitFor([&line] { return line.engine.state().phase == Phase::Waiting || line.engine.state().phase == Phase::Resting; }, 20'000));
    const SyncState state = line.engine.state();
    QVERIFY(state.failure);
    QFETCH(ErrorCode, code);
    QCOMPARE(errorName(state.failure->code), errorName(code));
    QTEST(state.fault(), "fault");
    QCOMPARE(state.phase == Phase::Resting, waitMs == NoWait);
    if (waitMs != NoWait) {
        QCOMPARE(state.nextTryMs - scene.clock()(), waitMs);
    }
    line.engine.wake();
    QVERIFY(line.delivers());
    QVERIFY(line.areAlike());
    QCOMPARE(line.server.faults(), QStringList());
}

void tst_PortalPeer::aCodeIsKnownOrIsNot()
{
    SyncScene scene;
    Line line(scene);
    QSet<QString> known;
    const QJsonArray named = line.server.contract().at(Schemas + QStringLiteral("KnownCode"))[u"enum"].toArray();
    for (const QJsonValue &code : named) {
        known.insert(code.toString());
    }
    QVERIFY(!known.contains(errorName(ErrorCode::OriginForked)));
    for (const ErrorCode code : allCodes()) {
        const QByteArray body = PortalServer::problem(422, errorName(code), QStringLiteral("data"));
        line.server.answerWrongly({QStringLiteral("give"), PortalServer::bytesOf(422, Problem::mediaType(), body)});
        const Heard<Receipt> receipt = heard(line.peer->give("MCB1?"));
        QVERIFY(!receipt);
        QCOMPARE(errorName(receipt.error().error.code), errorName(known.remove(errorName(code)) ? code : ErrorCode::ServerRefused));
        QCOMPARE(receipt.error().error.detail, QStringLiteral("422 %1").arg(errorName(code)));
    }
    QVERIFY2(known.isEmpty(), qPrintable(known.values().join(u' ')));
}

void tst_PortalPeer::anotherDeskIsRefused()
{
    SyncScene scene;
    Line line(scene);
    const Heard<Greeting> theirs = heard(line.peer->greet(greeting()));
    QVERIFY(!theirs);
    QCOMPARE(theirs.error().error.code, ErrorCode::NotAllowed);
    QCOMPARE(theirs.error().fault, std::optional(Fault::Desk));
    // And what is no batch, by the portal itself.
    const Heard<Receipt> receipt = heard(line.peer->give("a page"));
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().error.code, ErrorCode::FileKindUnknown);
    QCOMPARE(receipt.error().fault, std::optional(Fault::Data));
    QCOMPARE(line.server.faults(), QStringList());
}

void tst_PortalPeer::theDocumentIsWhole()
{
    const PortalContract contract;
    QVERIFY(contract.document()[u"openapi"].toString().startsWith(u"3.1."));
    int examples = 0;
    // Of each place of the document: what it refers to is there, and its examples are what they are examples of.
    const std::function<void(const QJsonValue &, const QString &)> walk = [&](const QJsonValue &value, const QString &place) {
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (const QJsonValue &one : array) {
                walk(one, place + QStringLiteral("/-"));
            }
            return;
        }
        const QJsonObject object = value.toObject();
        if (object.contains(u"$ref")) {
            QVERIFY2(!contract.at(object[u"$ref"].toString()).isEmpty(), qPrintable(place));
        }
        const auto isGood = [&](const QJsonObject &schema, const QJsonValue &example) {
            ++examples;
            const QStringList faults = contract.faults(schema, example);
            QVERIFY2(faults.isEmpty(), qPrintable(place + QStringLiteral(": ") + faults.join(u'\n')));
        };
        if (object[u"examples"].isArray()) {
            const QJsonArray all = object[u"examples"].toArray();
            for (const QJsonValue &example : all) {
                isGood(object, example);
            }
        } else if (object[u"schema"].isObject()) {
            const QJsonObject all = object[u"examples"].toObject();
            for (const QJsonValue &example : all) {
                isGood(object[u"schema"].toObject(), contract.at(example[u"$ref"].toString())[u"value"]);
            }
        }
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            walk(it.value(), place + u'/' + it.key());
        }
    };
    walk(contract.document(), {});
    QVERIFY(examples >= 10);
    const QJsonObject paths = contract.document()[u"paths"].toObject();
    for (const QJsonValue &path : paths) {
        const QJsonObject operations = path.toObject();
        for (const QJsonValue &operation : operations) {
            for (const char *status : {"429", "503", "4XX", "5XX"}) {
                QVERIFY2(!operation[u"responses"][QLatin1StringView(status)].isUndefined(), status);
            }
        }
    }
}

void tst_PortalPeer::membersAreThoseOfTheDocument_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QStringList>("way"); ///< to the value in the message
    QTest::addColumn<QJsonObject>("message");
    QTest::newRow("greeting") << QStringLiteral("Greeting") << QStringList() << greeting().toJson();
    QTest::newRow("head") << QStringLiteral("LogHead") << QStringList{QStringLiteral("yours")} << greeting().toJson();
    QTest::newRow("receipt") << QStringLiteral("Receipt") << QStringList() << receipt().toJson();
    QTest::newRow("refused entry") << QStringLiteral("RefusedEntry") << QStringList{QStringLiteral("refused")} << receipt().toJson();
    QTest::newRow("catalogue") << QStringLiteral("Catalogue") << QStringList() << storage::PublishedCatalogue().of("package", 7).toJson();
    QTest::newRow("the other head") << QStringLiteral("LogHead") << QStringList{QStringLiteral("otherHead")} << receipt().toJson();
}

void tst_PortalPeer::membersAreThoseOfTheDocument()
{
    QFETCH(QString, schema);
    QFETCH(QStringList, way);
    QFETCH(QJsonObject, message);
    const PortalContract contract;
    const QString step = way.value(0);
    const bool isListed = message.value(step).isArray();
    const QJsonObject whole = step.isEmpty() ? message : isListed ? message.value(step)[0].toObject() : message.value(step).toObject();
    const QJsonObject said = contract.at(Schemas + schema);
    QCOMPARE(contract.faults(said, whole), QStringList());
    QCOMPARE(whole.keys(), said[u"properties"].toObject().keys());
    const QJsonArray required = said[u"required"].toArray();
    const QStringList names = whole.keys();
    for (const QString &name : names) {
        // What this program needs is what the document requires.
        QJsonObject without = whole;
        without.remove(name);
        QJsonObject changed = message;
        if (step.isEmpty()) {
            changed = without;
        } else {
            changed[step] = isListed ? QJsonValue(QJsonArray{without}) : QJsonValue(without);
        }
        const bool isTaken = message.contains(u"sha256") ? static_cast<bool>(security::SignedCatalogue::fromJson(changed))
            : message.contains(u"protocol")              ? static_cast<bool>(Greeting::fromJson(changed))
                                                           : static_cast<bool>(Receipt::fromJson(changed));
        QVERIFY2(isTaken != required.contains(name), qPrintable(name));
        QVERIFY2(contract.faults(said, without).isEmpty() != required.contains(name), qPrintable(name));
    }
}

void tst_PortalPeer::membersOfAProblemAreThoseOfTheDocument()
{
    const PortalContract contract;
    const QJsonObject said = contract.at(Schemas + QStringLiteral("Problem"));
    const QJsonObject whole{{QStringLiteral("type"), QStringLiteral("/problems/one")}, {QStringLiteral("title"), QStringLiteral("t")},
        {QStringLiteral("status"), 422}, {QStringLiteral("detail"), QStringLiteral("d")},
        {QStringLiteral("instance"), QStringLiteral("/i")}, {QStringLiteral("code"), QStringLiteral("SignatureWrong")},
        {QStringLiteral("fault"), QStringLiteral("data")}};
    QCOMPARE(contract.faults(said, whole), QStringList());
    QCOMPARE(whole.keys(), said[u"properties"].toObject().keys());
    const Result<Problem> problem = Problem::fromJson(QJsonDocument(whole).toJson());
    QVERIFY(problem);
    // No longer compiles when a member is added, which then has to be named above.
    const auto &[type, title, status, detail, instance, code, fault] = *problem;
    QCOMPARE(type, QStringLiteral("/problems/one"));
    QCOMPARE(title, QStringLiteral("t"));
    QCOMPARE(status, 422);
    QCOMPARE(detail, QStringLiteral("d"));
    QCOMPARE(instance, QStringLiteral("/i"));
    QCOMPARE(code, QStringLiteral("SignatureWrong"));
    QCOMPARE(fault, std::optional(Fault::Data));
}

void tst_PortalPeer::whatIsAddedIsPassedOver()
{
    QJsonObject said = greeting().toJson();
    said[QStringLiteral("later")] = QJsonObject{{QStringLiteral("more"), true}};
    const Result<Greeting> greeted = Greeting::fromJson(said);
    QVERIFY(greeted);
    QCOMPARE(*greeted, greeting());
    QJsonObject given = receipt().toJson();
    given[QStringLiteral("later")] = 1;
    const Result<Receipt> received = Receipt::fromJson(given);
    QVERIFY(received);
    QCOMPARE(received->toJson(), receipt().toJson());
}

void tst_PortalPeer::limitsAreThoseOfTheDocument()
{
    const PortalContract contract;
    const auto limit = [&contract](const char *pointer, QStringView name) {
        return contract.at(Schemas + QLatin1StringView(pointer))[name].toInteger();
    };
    QCOMPARE(limit("Batch", u"maxLength"), PortalPeer::MostBatchBytes);
    QVERIFY(PortalPeer::MostBatchBytes > BatchReader::MaxBytes);
    for (const char *name : {"stored", "duplicates"}) {
        QCOMPARE(limit((QByteArray("Receipt/properties/") + name).constData(), u"maximum"), journal::Run::MaxEntries);
    }
    // Of what is counted, so many are taken and not one more.
    const auto most = static_cast<int>(limit("VersionVector", u"maxProperties"));
    for (const int count : {most, most + 1}) {
        Greeting many = greeting();
        many.has = many.offers = logs(count);
        const QByteArray json = QJsonDocument(many.toJson()).toJson(QJsonDocument::Compact);
        QCOMPARE(static_cast<bool>(Greeting::fromJson(many.toJson())), count == most);
        QVERIFY(json.size() <= PortalPeer::MostJsonBytes);
    }
    const auto mostRefused = static_cast<int>(limit("Receipt/properties/refused", u"maxItems"));
    for (const int count : {mostRefused, mostRefused + 1}) {
        Receipt many = receipt();
        many.refused = QList<storage::RefusedEntry>(count, receipt().refused.constFirst());
        QCOMPARE(static_cast<bool>(Receipt::fromJson(many.toJson())), count == mostRefused);
    }
    // Which words refuse an entry.
    const QJsonArray refusals = contract.at(Schemas + QStringLiteral("EntryRefusal"))[u"enum"].toArray();
    for (const ErrorCode code : allCodes()) {
        Receipt one = receipt();
        one.refused[0].error.code = code;
        QVERIFY2(static_cast<bool>(Receipt::fromJson(one.toJson())) == refusals.contains(errorName(code)), qPrintable(errorName(code)));
    }
}

QTEST_GUILESS_MAIN(tst_PortalPeer)
#include "tst_PortalPeer.moc"
