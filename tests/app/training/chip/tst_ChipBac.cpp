// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardKey.h"
#include "app/training/chip/ChipBac.h"
#include "tests/app/devices/eid/FixedEphemeral.h"

#include <QTest>

using namespace motcua;
using namespace motcua::training;

namespace {

/** The zone of ICAO Doc 9303-11 appendix D.2. */
security::SecretBytes publishedSecret()
{
    return security::SecretBytes::copyOf(QByteArray::fromHex("239AB9CB282DAF66231DC5A4DF6BFBAEDF477565"));
}

Apdu command(const char *hex)
{
    return *Apdu::of(QByteArray::fromHex(hex));
}

constexpr char Challenge[] = "0084000008";
constexpr char Authenticate[] = "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728";

} // namespace

class tst_ChipBac : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsPublished();
    void refusesWhatIsNotRight_data();
    void refusesWhatIsNotRight();
    void takesAChallengeOnce();
};

void tst_ChipBac::answersAsPublished()
{
    const auto mrz = publishedSecret();
    FixedEphemeral ephemeral({"4608F91988702212", "0B4F80323EB3191CB04970CB4052790B"});
    ChipBac bac(mrz, ephemeral);
    QCOMPARE(bac.challenge(command(Challenge)).data.toHex().toUpper(), QByteArray("4608F91988702212"));
    const ChipReply reply = bac.authenticated(command(Authenticate));
    QCOMPARE(reply.status, sw::Ok);
    QCOMPARE(reply.data.toHex().toUpper(), QByteArray("46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D7449"));
    QVERIFY(reply.session);
    QCOMPARE(reply.session->keys.encryption.view().toByteArray().toHex().toUpper(), QByteArray("979EC13B1CBFE9DCD01AB0FED307EAE5"));
    QCOMPARE(reply.session->keys.authentication.view().toByteArray().toHex().toUpper(), QByteArray("F1CB1F1FB5ADF208806B89DC579DC1F8"));
    QCOMPARE(reply.session->counter.toHex().toUpper(), QByteArray("887022120C06C226"));
}

void tst_ChipBac::refusesWhatIsNotRight_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<quint16>("status");

    const QByteArray right(Authenticate);
    QTest::newRow("another challenge") << QByteArray("4608F91988702213") << right << quint16(0x6300);
    QTest::newRow("a wrong checksum") << QByteArray("4608F91988702212") << QByteArray(right).replace("90A728", "90A828") << quint16(0x6300);
    QTest::newRow("another key") << QByteArray("4608F91988702212") << QByteArray(right).replace("72C29C", "72C29D") << quint16(0x6300);
    QTest::newRow("too little") << QByteArray("4608F91988702212") << QByteArray("008200000872C29C2371CC9BDB28") << quint16(0x6700);
}

void tst_ChipBac::refusesWhatIsNotRight()
{
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, sent);
    QFETCH(quint16, status);

    const auto mrz = publishedSecret();
    FixedEphemeral ephemeral({challenge});
    ChipBac bac(mrz, ephemeral);
    QCOMPARE(bac.challenge(command(Challenge)).status, sw::Ok);
    const ChipReply reply = bac.authenticated(command(sent.constData()));
    QCOMPARE(reply.status, status);
    QVERIFY(!reply.session && reply.data.isEmpty());
}

void tst_ChipBac::takesAChallengeOnce()
{
    const auto mrz = publishedSecret();
    FixedEphemeral ephemeral({"4608F91988702212"});
    ChipBac bac(mrz, ephemeral);
    QCOMPARE(bac.authenticated(command(Authenticate)).status, sw::Conditions);
    QCOMPARE(bac.challenge(command(Challenge)).status, sw::Ok);
    QCOMPARE(bac.authenticated(command(Authenticate)).status, sw::Ok);
    QCOMPARE(bac.authenticated(command(Authenticate)).status, sw::Conditions);
    QCOMPARE(bac.challenge(command("0084000004")).status, sw::WrongLength);
}

QTEST_APPLESS_MAIN(tst_ChipBac)
#include "tst_ChipBac.moc"
