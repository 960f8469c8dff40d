// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Registrar.h"

#include "app/net/TlsIdentity.h"
#include "app/security/SigningKey.h"
#include "tests/app/portal/PortalScene.h"

#include <QTest>

using namespace motcua;
using namespace motcua::portal;
using security::SigningKey;
using storage::Desk;
using storage::Store;

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

/** A certificate is given to whoever was invited and has the key of the log, and to nobody else. */
class tst_Registrar : public QObject
{
    Q_OBJECT

private:
    struct House
    {
        explicit House(PortalScene &scene)
            : portal(scene.portal())
            , settings(PortalScene::settings())
            , registrar(portal, settings, [this] { return PortalScene::now() + aheadMs; })
            , desk(scene.sync.desk(3))
            , invitation(scene.invite(portal))
        {
        }
        qint64 aheadMs = 0;
        Store portal;
        GatewaySettings settings;
        Registrar registrar;
        Store desk;
        sync::Invitation invitation;
    };

private Q_SLOTS:
    void theInvitedIsGivenACertificate();
    void nobodyElseIs_data();
    void nobodyElseIs();
    void aLostAnswerIsGivenAgain();
    void aSecretIsGoodForOneDesk();
    void anInvitationLapses();
    void whatIsTakenBackIsUnknown();
    void theLogThatIsHeldNamesTheKey();
    void aCertificateIsRenewed();
    void practiceStaysAmongItself();
};

void tst_Registrar::theInvitedIsGivenACertificate()
{
    PortalScene scene;
    House house(scene);
    PortalScene::Asking asking = PortalScene::asking(house.desk, house.invitation);
    const Answer answer = house.registrar.enrol(PortalScene::question(asking.json));
    QCOMPARE(PortalScene::told(answer), QStringLiteral("200"));
    const QJsonObject said = PortalScene::said(answer);
    QCOMPARE(said[u"origin"].toString(), house.portal.origin().toString());
    const auto identity = TlsIdentity::fromPem(said[u"certificate"].toString().toLatin1(), std::move(asking.key));
    QVERIFY(identity);
    QCOMPARE(identity->validToMs(), said[u"untilMs"].toInteger());
    QVERIFY(qAbs(identity->validToMs() - PortalScene::now() - GatewaySettings::DeskTerm) < 60'000);
    const auto known = house.settings.authority.recognised(said[u"certificate"].toString().toLatin1(), PortalScene::now());
    QVERIFY(known);
    QCOMPARE(known->commonName, house.desk.origin().toString());
    // It is written down, with what it is known by.
    const auto desk = scene.registry(house.portal).desk(house.desk.origin());
    QVERIFY(desk);
    QCOMPARE(desk->name, QStringLiteral("Quầy 3"));
    QCOMPARE(desk->certificates, QSet<QByteArray>({known->fingerprint}));
    QCOMPARE(desk->untilMs, known->toMs);
    // And the portal proves what it is by the key it names.
    const QByteArray message = "anything";
    const QByteArray signature = Desk::done(house.portal.signature(message));
    QVERIFY(SigningKey::verify(QByteArray::fromBase64(said[u"publicKey"].toString().toLatin1()), message, signature));
}

void tst_Registrar::nobodyElseIs_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value"); ///< undefined: left out
    QTest::addColumn<QString>("told");
    const QString gap = QStringLiteral("422 Invalid");
    for (const char *name : {"secret", "origin", "publicKey", "proof", "training", "request"}) {
        QTest::addRow("no %s", name) << QString::fromLatin1(name) << QJsonValue(QJsonValue::Undefined) << gap;
        QTest::addRow("%s of another type", name) << QString::fromLatin1(name) << QJsonValue(7) << gap;
        QTest::addRow("%s that is nothing", name) << QString::fromLatin1(name) << QJsonValue(QString()) << gap;
    }
    QTest::newRow("a short secret") << QStringLiteral("secret") << QJsonValue(QStringLiteral("AAAA")) << gap;
    QTest::newRow("another secret") << QStringLiteral("secret") << QJsonValue(QString(43, u'A')) << QStringLiteral("403 InvitationUnknown");
    QTest::newRow("no id") << QStringLiteral("origin") << QJsonValue(QStringLiteral("desk")) << gap;
    QTest::newRow("another origin") << QStringLiteral("origin") << QJsonValue(QStringLiteral("0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c")) << gap;
    QTest::newRow("another key") << QStringLiteral("publicKey") << QJsonValue(base64(SigningKey::generate().publicKey())) << QStringLiteral("422 SignatureWrong");
    QTest::newRow("no signature") << QStringLiteral("proof") << QJsonValue(base64(QByteArray(64, '\0'))) << QStringLiteral("422 SignatureWrong");
    QTest::newRow("half a signature") << QStringLiteral("proof") << QJsonValue(base64(QByteArray(32, '\0'))) << gap;
    QTest::newRow("a request that is none") << QStringLiteral("request") << QJsonValue(QStringLiteral("PEM")) << gap;
    QTest::newRow("a request in another name") << QStringLiteral("request")
                                               << QJsonValue(QString::fromLatin1(CertificateRequest::make(QStringLiteral("desk"))->request.pem())) << gap;
    QTest::newRow("practice") << QStringLiteral("training") << QJsonValue(true) << QStringLiteral("422 OriginForeign");
}

void tst_Registrar::nobodyElseIs()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    PortalScene scene;
    House house(scene);
    PortalScene::Asking asking = PortalScene::asking(house.desk, house.invitation);
    value.isUndefined() ? asking.json.remove(member) : void(asking.json[member] = value);
    QTEST(PortalScene::told(house.registrar.enrol(PortalScene::question(asking.json))), "told");
    // Nothing came of it, and the invitation is as good as before.
    QVERIFY(scene.registry(house.portal).desks().isEmpty());
    const PortalScene::Asking good = PortalScene::asking(house.desk, house.invitation);
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(good.json))), QStringLiteral("200"));
}

void tst_Registrar::aLostAnswerIsGivenAgain()
{
    PortalScene scene;
    House house(scene);
    const PortalScene::Asking asking = PortalScene::asking(house.desk, house.invitation);
    const Answer first = house.registrar.enrol(PortalScene::question(asking.json));
    const Answer second = house.registrar.enrol(PortalScene::question(asking.json));
    QCOMPARE(PortalScene::told(second), QStringLiteral("200"));
    QVERIFY(PortalScene::said(first) != PortalScene::said(second));
    QCOMPARE(scene.registry(house.portal).desk(house.desk.origin())->certificates.size(), 2);
}

void tst_Registrar::aSecretIsGoodForOneDesk()
{
    PortalScene scene;
    House house(scene);
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(PortalScene::asking(house.desk, house.invitation).json))), QStringLiteral("200"));
    const Store other = scene.sync.desk(4);
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(PortalScene::asking(other, house.invitation).json))),
        QStringLiteral("403 InvitationUnknown"));
    QVERIFY(!scene.registry(house.portal).desk(other.origin()));
}

void tst_Registrar::anInvitationLapses()
{
    PortalScene scene;
    House house(scene);
    const PortalScene::Asking asking = PortalScene::asking(house.desk, house.invitation);
    house.aheadMs = house.invitation.untilMs - PortalScene::now() + 60'000;
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(asking.json))), QStringLiteral("403 InvitationExpired"));
    house.aheadMs = 0;
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(asking.json))), QStringLiteral("200"));
}

void tst_Registrar::whatIsTakenBackIsUnknown()
{
    PortalScene scene;
    House house(scene);
    const PortalScene::Asking asking = PortalScene::asking(house.desk, house.invitation);
    (void)Desk::done(house.portal.record(scene.keeping(house.invitation.id, RevokeDesk{QStringLiteral("nhầm")})));
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(asking.json))), QStringLiteral("403 InvitationUnknown"));
    // And so is the one with which a desk came that was shut out since.
    const sync::Invitation next = scene.invite(house.portal);
    const PortalScene::Asking again = PortalScene::asking(house.desk, next);
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(again.json))), QStringLiteral("200"));
    (void)Desk::done(house.portal.record(scene.keeping(house.desk.origin(), RevokeDesk{QStringLiteral("mất máy")})));
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(again.json))), QStringLiteral("403 InvitationUnknown"));
    const sync::Invitation third = scene.invite(house.portal);
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(PortalScene::asking(house.desk, third).json))), QStringLiteral("200"));
}

void tst_Registrar::theLogThatIsHeldNamesTheKey()
{
    PortalScene scene;
    House house(scene);
    // The desk's log is here already; then somebody who was invited says that it is theirs.
    sync::StorePeer there(house.portal, sync::SyncScene::policy(), journal::PeerRole::Portal, [] { return PortalScene::now(); });
    sync::Exchange exchange(house.desk, sync::SyncScene::policy(), journal::PeerRole::Portal);
    QVERIFY(there.give(Desk::done(exchange.made({house.desk.origin(), 1, 100, {}})).batch).result());
    const SigningKey own = SigningKey::generate();
    PortalScene::Asking asking = PortalScene::asking(house.desk, house.invitation);
    const auto request = CertificateRequest::fromPem(asking.json[u"request"].toString().toLatin1());
    asking.json[QStringLiteral("publicKey")] = base64(own.publicKey());
    asking.json[QStringLiteral("proof")] = base64(own.sign(Registrar::proven(request->der())));
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(asking.json))), QStringLiteral("422 SignatureWrong"));
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(PortalScene::asking(house.desk, house.invitation).json))), QStringLiteral("200"));
}

void tst_Registrar::aCertificateIsRenewed()
{
    PortalScene scene;
    House house(scene);
    QCOMPARE(PortalScene::told(house.registrar.enrol(PortalScene::question(PortalScene::asking(house.desk, house.invitation).json))), QStringLiteral("200"));
    const auto desk = scene.registry(house.portal).desk(house.desk.origin());
    const auto made = CertificateRequest::make(house.desk.origin().toString());
    const QJsonObject json{{QStringLiteral("request"), QString::fromLatin1(made->request.pem())}};
    QCOMPARE(PortalScene::told(house.registrar.renew(PortalScene::question(json), *desk)), QStringLiteral("200"));
    const auto after = scene.registry(house.portal).desk(house.desk.origin());
    QCOMPARE(after->certificates.size(), 2); // the one before counts until it ends
    QCOMPARE(after->name, QStringLiteral("Quầy 3"));
    const auto other = CertificateRequest::make(QStringLiteral("0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c"));
    QCOMPARE(PortalScene::told(house.registrar.renew(PortalScene::question({{QStringLiteral("request"), QString::fromLatin1(other->request.pem())}}), *desk)),
        QStringLiteral("422 Invalid"));
    QCOMPARE(PortalScene::told(house.registrar.renew(PortalScene::question({}), *desk)), QStringLiteral("422 Invalid"));
}

void tst_Registrar::practiceStaysAmongItself()
{
    PortalScene scene;
    const Store portal = scene.portal({.training = true});
    const Registrar registrar(portal, PortalScene::settings(), [] { return PortalScene::now(); });
    const sync::Invitation invitation = scene.invite(portal);
    QCOMPARE(PortalScene::told(registrar.enrol(PortalScene::question(PortalScene::asking(scene.sync.desk(3), invitation).json))), QStringLiteral("422 OriginForeign"));
    QCOMPARE(PortalScene::told(registrar.enrol(PortalScene::question(PortalScene::asking(scene.sync.desk(4, {.training = true}), invitation).json))), QStringLiteral("200"));
    // Nor does the portal enrol with itself.
    QCOMPARE(PortalScene::told(registrar.enrol(PortalScene::question(PortalScene::asking(portal, scene.invite(portal)).json))), QStringLiteral("422 OriginForeign"));
}

QTEST_GUILESS_MAIN(tst_Registrar)
#include "tst_Registrar.moc"
