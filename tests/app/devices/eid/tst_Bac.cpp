// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActingChannel.h"
#include "FixedEphemeral.h"
#include "ScriptedChannel.h"

#include "app/devices/eid/Bac.h"

#include <QTest>

using namespace motcua;

namespace {

const QByteArray authenticate("008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728");

CardKey publishedKey()
{
    return *CardKey::mrz(QStringLiteral("L898902C"), QStringLiteral("690806"), QStringLiteral("940623"));
}

} // namespace

class tst_Bac : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesMrzInformation_data();
    void makesMrzInformation();
    void takesKeys_data();
    void takesKeys();
    void hasThePublishedSecret();
    void followsThePublishedExample();
    void endsWhereTheCardRefuses_data();
    void endsWhereTheCardRefuses();
    void opensByNoCan();
};

void tst_Bac::makesMrzInformation_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("born");
    QTest::addColumn<QByteArray>("expires");
    QTest::addColumn<QByteArray>("information");

    QTest::newRow("TD3, D.2") << QByteArray("L898902C") << QByteArray("690806") << QByteArray("940623")
                              << QByteArray("L898902C<369080619406236");
    QTest::newRow("a number of more than nine places")
        << QByteArray("D23145890734") << QByteArray("340712") << QByteArray("950712") << QByteArray("D23145890734934071279507122");
    QTest::newRow("PACE, G.1") << QByteArray("T22000129") << QByteArray("640812") << QByteArray("101031")
                               << QByteArray("T22000129364081251010318");
    QTest::newRow("a Vietnamese card") << QByteArray("199140891") << QByteArray("990209") << QByteArray("390209")
                                       << QByteArray("199140891699020933902091");
    QTest::newRow("check digits 3 and 5") << QByteArray("AB2134") << QByteArray("520727") << QByteArray("520727")
                                          << QByteArray("AB2134<<<552072735207273");
}

void tst_Bac::makesMrzInformation()
{
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, born);
    QFETCH(QByteArray, expires);
    QFETCH(QByteArray, information);
    QCOMPARE(CardKey::mrzInformation(document, born, expires), information);
}

void tst_Bac::takesKeys_data()
{
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<bool>("taken");

    const auto row = [](const char *name, const QStringList &parts, bool taken) { QTest::newRow(name) << parts << taken; };
    row("six digits", {QStringLiteral("140891")}, true);
    row("twelve digits", {QStringLiteral("001199140891")}, true);
    row("five digits", {QStringLiteral("14089")}, false);
    row("a letter in the CAN", {QStringLiteral("14089A")}, false);
    row("full-width digits", {QStringLiteral("１４０８９１")}, false);
    row("a letter in the number", {QStringLiteral("00119914089A")}, false);
    row("an MRZ", {QStringLiteral("T22000129"), QStringLiteral("640812"), QStringLiteral("101031")}, true);
    row("an unknown day of birth", {QStringLiteral("T22000129"), QStringLiteral("64<<<<"), QStringLiteral("101031")}, true);
    row("no expiry", {QStringLiteral("T22000129"), QStringLiteral("640812"), QString()}, false);
    row("a small letter", {QStringLiteral("t22000129"), QStringLiteral("640812"), QStringLiteral("101031")}, false);
    row("no number", {QString(), QStringLiteral("640812"), QStringLiteral("101031")}, false);
}

void tst_Bac::takesKeys()
{
    QFETCH(QStringList, parts);
    QFETCH(bool, taken);
    if (parts.size() == 3) {
        const auto key = CardKey::mrz(parts.at(0), parts.at(1), parts.at(2));
        QCOMPARE(key.has_value(), taken);
        QVERIFY(!key || key->kind() == CardKey::Kind::Mrz);
        return;
    }
    const auto key = parts.first().size() == 12 ? CardKey::number(parts.first()) : CardKey::can(parts.first());
    QCOMPARE(key.has_value(), taken);
    if (key) {
        QCOMPARE(key->secret().toByteArray(), QByteArray("140891"));
        QVERIFY(key->kind() == CardKey::Kind::Can);
    }
}

void tst_Bac::hasThePublishedSecret()
{
    QCOMPARE(publishedKey().secret().toByteArray().toHex().toUpper(), QByteArray("239AB9CB282DAF66231DC5A4DF6BFBAEDF477565"));
    const auto longNumber = CardKey::mrz(QStringLiteral("D23145890734"), QStringLiteral("340712"), QStringLiteral("950712"));
    QCOMPARE(longNumber->secret().first(16).toByteArray().toHex().toUpper(), QByteArray("B366AD857DDCA2B08C0E299811714730"));
}

void tst_Bac::followsThePublishedExample()
{
    ScriptedChannel card({{"0084000008", "4608F919887022129000"},
        {authenticate, "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000"}});
    FixedEphemeral ephemeral({"781723860C06C226", "0B795240CB7049B01C19B33E32804F0B"});
    const auto session = startByBac(card, publishedKey(), ephemeral);
    QVERIFY2(card.isThrough(), card.unexpected);
    QVERIFY(session);
    QVERIFY(session->keys.suite == CipherSuite::TripleDes);
    QCOMPARE(session->keys.encryption.view().toByteArray().toHex().toUpper(), QByteArray("979EC13B1CBFE9DCD01AB0FED307EAE5"));
    QCOMPARE(session->keys.authentication.view().toByteArray().toHex().toUpper(), QByteArray("F1CB1F1FB5ADF208806B89DC579DC1F8"));
    QCOMPARE(session->counter.toHex().toUpper(), QByteArray("887022120C06C226"));
}

void tst_Bac::endsWhereTheCardRefuses_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<CardFault>("fault");
    QTest::addColumn<int>("tries");

    const QByteArray challenge("4608F919887022129000");
    QTest::newRow("no challenge") << QByteArray("6985") << QByteArray() << CardFault::Protocol << -1;
    QTest::newRow("a shorter challenge") << QByteArray("46089000") << QByteArray() << CardFault::Nonsense << -1;
    QTest::newRow("a wrong key") << challenge << QByteArray("6300") << CardFault::WrongKey << -1;
    QTest::newRow("a wrong key with two tries left") << challenge << QByteArray("63C2") << CardFault::WrongKey << 2;
    QTest::newRow("a wrong key by its security status") << challenge << QByteArray("6982") << CardFault::WrongKey << -1;
    QTest::newRow("no more tries") << challenge << QByteArray("6983") << CardFault::Blocked << -1;
    QTest::newRow("something else") << challenge << QByteArray("6F00") << CardFault::Protocol << -1;
    QTest::newRow("an answer too short") << challenge << QByteArray("46B9342A9000") << CardFault::Nonsense << -1;
    QTest::newRow("a wrong MAC") << challenge
                                 << QByteArray("46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74489000")
                                 << CardFault::Nonsense << -1;
    // Made with the right document keys, and with the nonces the other way round.
    QTest::newRow("a repeated command") << challenge << authenticate.sliced(10, 80) + "9000" << CardFault::Nonsense << -1;
}

void tst_Bac::endsWhereTheCardRefuses()
{
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, answer);
    QFETCH(CardFault, fault);
    QFETCH(int, tries);

    QList<ScriptedChannel::Line> lines{{"0084000008", challenge}};
    if (!answer.isEmpty()) {
        lines.append({authenticate, answer});
    }
    ScriptedChannel card(lines);
    FixedEphemeral ephemeral({"781723860C06C226", "0B795240CB7049B01C19B33E32804F0B"});
    const auto session = startByBac(card, publishedKey(), ephemeral);
    QVERIFY2(card.isThrough(), card.unexpected);
    QVERIFY(!session);
    QCOMPARE(session.error().fault, fault);
    QCOMPARE(session.error().triesLeft, tries);
}

void tst_Bac::opensByNoCan()
{
    ScriptedChannel card({});
    SystemEphemeral ephemeral;
    const auto session = startByBac(card, *CardKey::can(QStringLiteral("140891")), ephemeral);
    QCOMPARE(session.error().fault, CardFault::WrongKey);
    QVERIFY(card.isThrough());
}

QTEST_GUILESS_MAIN(tst_Bac)
#include "tst_Bac.moc"
