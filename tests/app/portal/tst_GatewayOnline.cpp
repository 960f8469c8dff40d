// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Gateway.h"

#include "app/storage/DossierQueries.h"
#include "tests/app/portal/GatewayBench.h"
#include "tests/app/workflows/TrainingDesk.h"

using namespace motcua;
using namespace motcua::portal;
using storage::Desk;
using storage::Store;
using sync::SyncEngine;
using sync::SyncScene;
using test::answered;

/** What other systems bring in, through a real nginx as it is shipped, and the desks that find it. */
class tst_GatewayOnline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsFiledOnlineReachesTheDesksOfItsUnitAlone();
};

void tst_GatewayOnline::initTestCase()
{
    if (test::NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
}

void tst_GatewayOnline::whatIsFiledOnlineReachesTheDesksOfItsUnitAlone()
{
    PortalScene scene;
    GatewayBench bench(scene, {}, {.law = TrainingDesk::law().catalogue});
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store one = scene.sync.desk(3);
    const Store elsewhere = scene.sync.desk(5);
    (void)Desk::done(elsewhere.record(Desk(5, static_cast<char>('a' + 5)).about(elsewhere.origin(),
        ConfigureUnit{QStringLiteral("Nơi khác"), QStringLiteral("H26.16"), 5, 5'000, 5'999})));
    const auto oneIdentity = bench.enrolled(one);
    const auto otherIdentity = bench.enrolled(elsewhere);
    for (const auto &[desk, identity] : {std::pair(one, oneIdentity), std::pair(elsewhere, otherIdentity)}) {
        const auto first = engineOf(bench, desk, identity);
        first->begin();
        QVERIFY(delivers(*first));
    }
    const QByteArray secret = security::random::bytes(SystemRegistry::SecretBytes);
    (void)Desk::done(bench.portal.record(scene.keeping(Desk::idOf('y'), AdmitSystem{QStringLiteral("Cổng tỉnh Thử"), security::sha256(secret)})));
    const QByteArray bearer = "Bearer " + secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const auto system = bench.client(); // without a certificate
    const auto ask = [&](const char *method, const QString &path, const QByteArray &type, const QByteArray &body, const QByteArray &says) {
        HttpRequest request{.method = method, .path = path, .mediaType = type, .body = body};
        if (!says.isEmpty()) {
            request.headers.append({"Authorization", says});
        }
        return answered(system->send(request));
    };
    QCOMPARE(toldOf(ask("POST", QStringLiteral("/v1/submissions"), Json, "{}", {})), QStringLiteral("401 SystemUnknown"));
    QCOMPARE(toldOf(ask("POST", QStringLiteral("/v1/payments"), Json, "{}", "Bearer " + QByteArray(43, 'A'))), QStringLiteral("401 SystemUnknown"));
    const QByteArray scan = "%PDF-1.7\n" + QByteArray(300'000, 'x') + "\n%%EOF\n";
    const auto brought = ask("POST", QStringLiteral("/v1/submissions/files"), "application/pdf", scan, bearer);
    QCOMPARE(toldOf(brought), QStringLiteral("201"));
    const QJsonObject filed{{QStringLiteral("number"), QStringLiteral("26.11.23.88121")}, {QStringLiteral("procedure"), QStringLiteral("2.000635")},
        {QStringLiteral("unit"), QStringLiteral("H26.15")}, {QStringLiteral("submittedAt"), QStringLiteral("2026-11-23T20:15:00+07:00")},
        {QStringLiteral("answers"), QJsonObject{{QStringLiteral("requester.name"), QStringLiteral("Nguyễn Văn Thử")}}},
        {QStringLiteral("files"), QJsonArray{QJsonObject{{QStringLiteral("paper"), QStringLiteral("identity")}, {QStringLiteral("file"), QJsonDocument::fromJson(brought->body)[u"file"]}}}}};
    const QByteArray body = QJsonDocument(filed).toJson(QJsonDocument::Compact);
    QCOMPARE(toldOf(ask("POST", QStringLiteral("/v1/submissions"), Json, body, bearer)), QStringLiteral("201"));
    QCOMPARE(toldOf(ask("POST", QStringLiteral("/v1/submissions"), Json, body, bearer)), QStringLiteral("200"));
    QCOMPARE(toldOf(ask("GET", QStringLiteral("/v1/submissions/26.11.23.88121"), {}, {}, bearer)), QStringLiteral("200"));
    const QByteArray paid = R"({"amount":8000,"reference":"FT1","paidAt":"2026-11-23T20:16:00+07:00","number":"26.11.23.88121"})";
    QCOMPARE(toldOf(ask("POST", QStringLiteral("/v1/payments"), Json, paid, bearer)), QStringLiteral("200"));

    const auto engine = engineOf(bench, one, oneIdentity);
    const auto otherEngine = engineOf(bench, elsewhere, otherIdentity);
    for (SyncEngine *each : {engine.get(), otherEngine.get()}) {
        each->begin();
        QVERIFY(delivers(*each));
    }
    const Id id = Submissions::dossierOf(Desk::idOf('y'), QStringLiteral("26.11.23.88121"));
    const auto here = Desk::done(one.ask(storage::DossierById{id}));
    QVERIFY(here && here->isNewOnline());
    QCOMPARE(here->confirmations.size(), 1);
    const auto reference = storage::AttachmentReference::fromString(here->broughtOnline().at(0)[u"attachment"].toString());
    QVERIFY(reference);
    QTRY_VERIFY(one.attachments().read(*reference)); // its file followed
    QCOMPARE(*one.attachments().read(*reference), scan);
    // The other unit has the chain without a gap, and nothing of what stands in it.
    QCOMPARE(SyncScene::held(elsewhere, bench.portal.origin()), SyncScene::held(bench.portal, bench.portal.origin()));
    QVERIFY(!Desk::done(elsewhere.ask(storage::DossierById{id})));
    QCOMPARE(Desk::done(elsewhere.ask(storage::WorklistPage{.list = storage::WorklistPage::List::All})).rows.size(), 0);
    const QList<journal::Entry> log = SyncScene::log(elsewhere, bench.portal.origin());
    QVERIFY(std::none_of(log.cbegin(), log.cend(), [&](const journal::Entry &entry) { return entry.header.subject == id && entry.payload; }));
    QVERIFY(std::any_of(log.cbegin(), log.cend(), [&](const journal::Entry &entry) { return entry.header.subject == id; }));
    // Nor its file, even where somebody told it the name.
    const auto asked = answered(bench.client(otherIdentity)->send({.path = QStringLiteral("/v1/attachments/%1/0").arg(QString::fromLatin1(reference->name.toHex()))}));
    QCOMPARE(toldOf(asked), QStringLiteral("422 AttachmentMissing"));
    QVERIFY2(bench.faults().isEmpty(), qPrintable(bench.faults().join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_GatewayOnline)
#include "tst_GatewayOnline.moc"
