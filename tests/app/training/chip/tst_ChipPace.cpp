// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/ChipPace.h"
#include "app/training/chip/SecurityInfoWriting.h"
#include "tests/app/devices/eid/FixedEphemeral.h"

#include <QTest>

using namespace motcua;
using namespace motcua::training;

namespace {

/** ICAO Doc 9303-11 appendix G.1: the zone, the chip's draws, and what goes to and fro. */
ChipCard publishedCard()
{
    ChipCard card;
    card.mrz = security::SecretBytes::copyOf(QByteArray::fromHex("7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD"));
    card.cardAccess = securityInfos({paceInfo(CipherSuite::Aes128, 13)});
    return card;
}

const QList<QByteArray> publishedDraws{"3F00C4D39D153F2B2A214A078D899B22",
    "498FF49756F2DC1587840041839A85982BE7761D14715FB091EFA7BCE9058560", "107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A"};

constexpr char Choice[] = "0022C1A412800A04007F0007020204020283010184010D";
constexpr char Nonce[] = "10860000027C0000";
constexpr char Mapping[] =
    "10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70"
    "C25AF71777A9C4922D00";
constexpr char Agreement[] =
    "10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9"
    "BF850149FBB3646200";
constexpr char Token[] = "008600000C7C0A8508C2B0BD78D94BA86600";
constexpr char WrongToken[] = "008600000C7C0A8508C2B0BD78D94BA86700";

Apdu command(const char *hex)
{
    return *Apdu::of(QByteArray::fromHex(hex));
}

QByteArray said(const ChipReply &reply)
{
    return reply.data.toHex().toUpper() + QByteArray::number(reply.status, 16);
}

} // namespace

class tst_ChipPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsPublished();
    void refusesAChoiceItDoesNotOffer_data();
    void refusesAChoiceItDoesNotOffer();
    void refusesWhatIsOutOfOrder_data();
    void refusesWhatIsOutOfOrder();
    void wantsParametersNamedWhereThereIsAChoice();
};

void tst_ChipPace::answersAsPublished()
{
    const ChipCard card = publishedCard();
    FixedEphemeral ephemeral(publishedDraws);
    ChipPace pace(card, 0, ephemeral);
    QCOMPARE(said(pace.chosen(command(Choice))), QByteArray("9000"));
    QCOMPARE(said(pace.step(command(Nonce))), QByteArray("7C12801095A3A016522EE98D01E76CB6B98B42C39000"));
    QCOMPARE(said(pace.step(command(Mapping))),
        QByteArray("7C43824104824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F5730D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A4"
                   "9DC63719363CCD1"
                   "3C549000"));
    QCOMPARE(said(pace.step(command(Agreement))),
        QByteArray("7C438441049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB7764B22277A2EDDC3C265A9F018F9CB852E111B768B32"
                   "6904B59A0193776"
                   "F0949000"));
    const ChipReply last = pace.step(command(Token));
    QCOMPARE(said(last), QByteArray("7C0A86083ABB9674BCE93C089000"));
    QVERIFY(last.session);
    QCOMPARE(last.session->keys.encryption.view().toByteArray().toHex().toUpper(), QByteArray("F5F0E35C0D7161EE6724EE513A0D9A7F"));
    QCOMPARE(last.session->keys.authentication.view().toByteArray().toHex().toUpper(), QByteArray("FE251C7858B356B24514B3BD5F4297D1"));
    QCOMPARE(last.session->counter, QByteArray(16, '\0'));
    QVERIFY(!pace.isRunning());
}

void tst_ChipPace::refusesAChoiceItDoesNotOffer_data()
{
    QTest::addColumn<QByteArray>("choice");

    QTest::newRow("another cipher") << QByteArray("0022C1A40F800A04007F00070202040204830101");
    QTest::newRow("DH") << QByteArray("0022C1A40F800A04007F00070202040102830101");
    QTest::newRow("a PIN") << QByteArray("0022C1A40F800A04007F00070202040202830103");
    QTest::newRow("other parameters") << QByteArray("0022C1A412800A04007F0007020204020283010184010C");
    QTest::newRow("no password") << QByteArray("0022C1A40C800A04007F00070202040202");
    QTest::newRow("nothing") << QByteArray("0022C1A400");
}

void tst_ChipPace::refusesAChoiceItDoesNotOffer()
{
    QFETCH(QByteArray, choice);

    const ChipCard card = publishedCard();
    SystemEphemeral ephemeral;
    ChipPace pace(card, 0, ephemeral);
    QCOMPARE(pace.chosen(command(choice.constData())).status, sw::WrongData);
    QVERIFY(!pace.isRunning());
    QCOMPARE(pace.step(command(Nonce)).status, sw::Conditions);
}

void tst_ChipPace::refusesWhatIsOutOfOrder_data()
{
    QTest::addColumn<QList<QByteArray>>("before");
    QTest::addColumn<QByteArray>("wrong");
    QTest::addColumn<quint16>("status");

    using Before = QList<QByteArray>;
    QTest::newRow("a key before the nonce") << Before{} << QByteArray(Mapping) << quint16(sw::Conditions);
    QTest::newRow("a token before anything") << Before{} << QByteArray(Token) << quint16(sw::Conditions);
    QTest::newRow("a token after the nonce") << Before{Nonce} << QByteArray(Token) << quint16(sw::Conditions);
    QTest::newRow("a token that says more will come")
        << Before{Nonce, Mapping, Agreement} << ("10" + QByteArray(Token).sliced(2)) << quint16(sw::Conditions);
    QTest::newRow("the last one too early") << Before{} << QByteArray("00860000027C0000") << quint16(sw::Conditions);
    QTest::newRow("the nonce twice") << Before{Nonce} << QByteArray(Nonce) << quint16(sw::Conditions);
    QTest::newRow("a point that lies on no curve")
        << Before{Nonce} << QByteArray(Mapping).replace("922D00", "922E00") << quint16(sw::WrongData);
    QTest::newRow("a wrong token") << Before{Nonce, Mapping, Agreement} << QByteArray(WrongToken) << quint16(0x6300);
}

void tst_ChipPace::refusesWhatIsOutOfOrder()
{
    QFETCH(QList<QByteArray>, before);
    QFETCH(QByteArray, wrong);
    QFETCH(quint16, status);

    const ChipCard card = publishedCard();
    FixedEphemeral ephemeral(publishedDraws);
    ChipPace pace(card, 0, ephemeral);
    QCOMPARE(pace.chosen(command(Choice)).status, sw::Ok);
    for (const QByteArray &step : before) {
        QCOMPARE(pace.step(command(step.constData())).status, sw::Ok);
    }
    const ChipReply reply = pace.step(command(wrong.constData()));
    QCOMPARE(reply.status, status);
    QVERIFY(!reply.session && reply.data.isEmpty());
    QVERIFY(!pace.isRunning()); // it has to be begun anew
}

void tst_ChipPace::wantsParametersNamedWhereThereIsAChoice()
{
    ChipCard card = publishedCard();
    card.cardAccess = securityInfos({paceInfo(CipherSuite::Aes128, 12), paceInfo(CipherSuite::Aes128, 13)});
    SystemEphemeral ephemeral;
    ChipPace pace(card, 0, ephemeral);
    QCOMPARE(pace.chosen(command("0022C1A40F800A04007F00070202040202830101")).status, sw::ReferenceNotFound);
    QCOMPARE(pace.chosen(command(Choice)).status, sw::Ok);
}

QTEST_APPLESS_MAIN(tst_ChipPace)
#include "tst_ChipPace.moc"
