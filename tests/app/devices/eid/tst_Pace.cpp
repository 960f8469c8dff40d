// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActingChannel.h"
#include "FixedEphemeral.h"
#include "PaceSide.h"
#include "ScriptedChannel.h"

#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/Pace.h"
#include "app/devices/eid/Tlv.h"

#include <QTest>

using namespace motcua;

namespace {

using Mapping = PaceInfo::Mapping;
using Lines = QList<ScriptedChannel::Line>;

CardKey publishedKey()
{
    return *CardKey::mrz(QStringLiteral("T22000129"), QStringLiteral("640812"), QStringLiteral("101031"));
}

PaceInfo way(AgreementKind kind, CipherSuite suite, int parameterId)
{
    QByteArray oid = QByteArray::fromHex("04007F00070202040000");
    oid[8] = kind == AgreementKind::Dh ? '\x01' : '\x02';
    oid[9] = static_cast<char>(static_cast<int>(suite) + 1);
    return {oid, kind, Mapping::Generic, suite, 2, parameterId};
}

/** Doc 9303-11 appendix G.1, ECDH on brainpoolP256r1; the domain parameters are named, as where there is a choice. */
const Lines publishedEcdh{
    {{"0022C1A412800A04007F0007020204020283010184010D", "9000"}, {"10860000027C0000", "7C12801095A3A016522EE98D01E76CB6B98B42C39000"},
        {"10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E544552DCB6725218"
         "799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00",
            "7C43824104824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F5730D8C879AAA9C9F73991E61B58"
            "F4D52EB87A0A0C709A49DC63719363CCD13C549000"},
        {"10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C3556F3B3B186DF10"
         "B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB3646200",
            "7C438441049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB7764B22277A2EDDC3C265A9F01"
            "8F9CB852E111B768B326904B59A0193776F0949000"},
        {"008600000C7C0A8508C2B0BD78D94BA86600", "7C0A86083ABB9674BCE93C089000"}}};

/** Appendix G.2, DH in the 1024-bit group with a subgroup of 160 bits. */
const Lines publishedDh{
    {{"0022C1A40F800A04007F00070202040102830101", "9000"}, {"10860000027C0000", "7C128010854D8DF5827FA6852D1A4FA701CDDDCA9000"},
        {"10860000867C818381818023FB3749EA030D2A25B278D2A562047ADE3F01B74F17A15402CB7352CA7D2B3EB71C343DB13D1D"
         "EBCE9A3666DBCFC920B49174A602CB47965CAA73DC702489A44D41DB914DE9613DC5E98C94160551C0DF86274B9359BC0490"
         "D01B03AD54022DCB4F57FAD6322497D7A1E28D46710F461AFE710FBBBC5F8BA166F4311975EC6C00",
            "7C818382818078879F57225AA8080D52ED0FC890A4B25336F699AA89A2D3A189654AF70729E623EA5738B26381E4DA19E004"
            "706FACE7B235C2DBF2F38748312F3C98C2DD4882A41947B324AA1259AC22579DB93F7085655AF30889DBB845D9E6783FE42C"
            "9F2449400306254C8AE8EE9DD812A804C0B66E8CAFC14F84D8258950A91B44126EE69000"},
        {"10860000867C8183838180907D89E2D425A178AA81AF4A7774EC8E388C115CAE67031E85EECE520BD911551B9AE4D04369F2"
         "9A02626C86FBC6747CC7BC352645B6161A2A42D44EDA80A08FA8D61B76D3A154AD8A5A51786B0BC07147057871A922212C5F"
         "67F43173172236B7747D1671E6D692A3C7D40A0C3C5CE397545D015C175EB5130551EDBC2EE5D400",
            "7C8183848180075693D9AE941877573E634B6E644F8E60AF17A0076B8B123D9201074D36152BD8B3A213F53820C42ADC79AB"
            "5D0AEEC3AEFB91394DA476BD97B9B14D0A65C1FC71A0E019CB08AF55E1F729005FBA7E3FA5DC41899238A250767A6D46DB97"
            "4064386CD456743585F8E5D90CC8B4004B1F6D866C79CE0584E49687FF61BC29AEA19000"},
        {"008600000C7C0A8508B46DD9BD4D98381F00", "7C0A8608917F37B5C0E6D8D19000"}}};

const QList<QByteArray> publishedEcdhDraws{
    "7F4EF07B9EA82FD78AD689B38D0BC78CF21F249D953BC46F4C6E19259C010F99", "A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595"};

} // namespace

class tst_Pace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsThePublishedExample_data();
    void followsThePublishedExample();
    void opensOnEveryGroup_data();
    void opensOnEveryGroup();
    void endsAtAPublishedStep_data();
    void endsAtAPublishedStep();
    void tellsAWrongKey_data();
    void tellsAWrongKey();
    void meetsAHostileChip_data();
    void meetsAHostileChip();
    void namesParametersWhereTheChipWantsIt();
    void takesParametersTheChipBrings();
    void choosesTheBestWay_data();
    void choosesTheBestWay();
    void refusesUnknownParameters();
    void fillsUpASharedSecret();
    void takesNumbersOfPrimeOrderOnly_data();
    void takesNumbersOfPrimeOrderOnly();
    void refusesWhatIsNoKey_data();
    void refusesWhatIsNoKey();
};

void tst_Pace::followsThePublishedExample_data()
{
    QTest::addColumn<Lines>("lines");
    QTest::addColumn<SecurityInfos>("infos");
    QTest::addColumn<QList<QByteArray>>("draws");
    QTest::addColumn<QByteArray>("encryption");
    QTest::addColumn<QByteArray>("authentication");

    const auto ecdh = way(AgreementKind::Ecdh, CipherSuite::Aes128, 13);
    QTest::newRow("ECDH, G.1") << publishedEcdh << SecurityInfos{.pace = {ecdh, way(AgreementKind::Ecdh, CipherSuite::Aes128, 16)}}
                               << publishedEcdhDraws << QByteArray("F5F0E35C0D7161EE6724EE513A0D9A7F")
                               << QByteArray("FE251C7858B356B24514B3BD5F4297D1");
    QTest::newRow("DH, G.2") << publishedDh << SecurityInfos{.pace = {way(AgreementKind::Dh, CipherSuite::Aes128, 0)}}
                             << QList<QByteArray>{"5265030F751F4AD18B08AC565FC7AC952E41618D", "89CCD99B0E8D3B1F11E1296DCA68EC53411CF2CA"}
                             << QByteArray("2F7F46ADCC9E7E521B45D192FAFA9126") << QByteArray("805A1D27D45A5116F73C54469462B7D8");
}

void tst_Pace::followsThePublishedExample()
{
    QFETCH(Lines, lines);
    QFETCH(SecurityInfos, infos);
    QFETCH(QList<QByteArray>, draws);
    QFETCH(QByteArray, encryption);
    QFETCH(QByteArray, authentication);

    ScriptedChannel card(lines);
    FixedEphemeral ephemeral(draws);
    const auto session = startByPace(card, publishedKey(), infos.pace.first(), infos, ephemeral);
    QVERIFY2(card.isThrough(), card.unexpected);
    QVERIFY(session);
    QVERIFY(session->keys.suite == CipherSuite::Aes128);
    QCOMPARE(session->keys.encryption.view().toByteArray().toHex().toUpper(), encryption);
    QCOMPARE(session->keys.authentication.view().toByteArray().toHex().toUpper(), authentication);
    QCOMPARE(session->counter, QByteArray(16, '\0'));
}

void tst_Pace::opensOnEveryGroup_data()
{
    QTest::addColumn<int>("parameterId");
    QTest::addColumn<int>("suite");

    const std::pair<const char *, CipherSuite> suites[] = {{"3DES", CipherSuite::TripleDes}, {"AES-128", CipherSuite::Aes128},
        {"AES-192", CipherSuite::Aes192}, {"AES-256", CipherSuite::Aes256}};
    for (const int id : {0, 1, 2, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18}) {
        for (const auto &[name, suite] : suites) {
            if (suite == CipherSuite::Aes128 || id == 2 || id == 13) {
                QTest::addRow("parameters %d with %s", id, name) << id << int(suite);
            }
        }
    }
}

void tst_Pace::opensOnEveryGroup()
{
    QFETCH(int, parameterId);
    QFETCH(int, suite);

    const PaceInfo info = way(parameterId < 3 ? AgreementKind::Dh : AgreementKind::Ecdh, CipherSuite(suite), parameterId);
    PaceSide chip(info, "140891");
    ActingChannel card([&](const Apdu &command) { return chip.act(command); });
    SystemEphemeral ephemeral;
    const auto session = startByPace(card, *CardKey::number(QStringLiteral("001199140891")), info, {.pace = {info}}, ephemeral);
    QVERIFY2(session, session ? "" : qPrintable(session.error().detail));
    QVERIFY(chip.isOpen);
    QVERIFY(session->keys.encryption.equals(chip.started.keys.encryption));
    QVERIFY(session->keys.authentication.equals(chip.started.keys.authentication));
    // The password is named as CAN, the parameters are not.
    QCOMPARE(card.commands.first().last(3).toHex(), QByteArray("830102"));
}

void tst_Pace::endsAtAPublishedStep_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<CardFault>("fault");
    QTest::addColumn<int>("tries");

    QTest::newRow("unknown protocol") << 0 << QByteArray("6A88") << CardFault::Protocol << -1;
    QTest::newRow("blocked before it began") << 0 << QByteArray("6983") << CardFault::Blocked << -1;
    QTest::newRow("no nonce") << 1 << QByteArray("6985") << CardFault::Protocol << -1;
    QTest::newRow("an empty nonce") << 1 << QByteArray("7C0280009000") << CardFault::Nonsense << -1;
    QTest::newRow("half a block of nonce") << 1 << QByteArray("7C0A800895A3A016522EE98D9000") << CardFault::Nonsense << -1;
    QTest::newRow("another object than a nonce") << 1 << QByteArray("7C0A810895A3A016522EE98D9000") << CardFault::Nonsense << -1;
    QTest::newRow("no mapping") << 2 << QByteArray("6A80") << CardFault::Protocol << -1;
    QTest::newRow("a mapping by no point") << 2 << "7C43824104" + QByteArray(128, '1') + "9000" << CardFault::Nonsense << -1;
    QTest::newRow("no agreement") << 3 << QByteArray("6300") << CardFault::Protocol << -1;
    QTest::newRow("an agreement at infinity") << 3 << QByteArray("7C038401009000") << CardFault::Nonsense << -1;
    QTest::newRow("a wrong password") << 4 << QByteArray("6300") << CardFault::WrongKey << -1;
    QTest::newRow("a wrong password with a try left") << 4 << QByteArray("63C1") << CardFault::WrongKey << 1;
    QTest::newRow("a wrong password, and the last try") << 4 << QByteArray("63C0") << CardFault::WrongKey << 0;
    QTest::newRow("blocked") << 4 << QByteArray("6983") << CardFault::Blocked << -1;
    QTest::newRow("another token") << 4 << QByteArray("7C0A86083ABB9674BCE93C099000") << CardFault::Nonsense << -1;
    QTest::newRow("a shorter token") << 4 << QByteArray("7C0986073ABB9674BCE93C9000") << CardFault::Nonsense << -1;
    QTest::newRow("no token") << 4 << QByteArray("7C009000") << CardFault::Nonsense << -1;
}

void tst_Pace::endsAtAPublishedStep()
{
    QFETCH(int, step);
    QFETCH(QByteArray, answer);
    QFETCH(CardFault, fault);
    QFETCH(int, tries);

    Lines lines = publishedEcdh.first(step + 1);
    lines.last().second = answer;
    ScriptedChannel card(lines);
    FixedEphemeral ephemeral(publishedEcdhDraws);
    const PaceInfo ecdh = way(AgreementKind::Ecdh, CipherSuite::Aes128, 13);
    const auto session = startByPace(card, publishedKey(), ecdh, {.pace = {ecdh, ecdh}}, ephemeral);
    QVERIFY2(card.isThrough(), card.unexpected);
    QVERIFY(!session);
    QCOMPARE(session.error().fault, fault);
    QCOMPARE(session.error().triesLeft, tries);
}

void tst_Pace::tellsAWrongKey_data()
{
    QTest::addColumn<QByteArray>("chosen");
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<int>("tries");

    QTest::newRow("and nothing of tries") << QByteArray("9000") << QByteArray("6300") << -1;
    QTest::newRow("with the tries left") << QByteArray("9000") << QByteArray("63C2") << 2;
    QTest::newRow("where the tries were told before") << QByteArray("63C2") << QByteArray("6300") << 1;
    QTest::newRow("by the status of its security") << QByteArray("9000") << QByteArray("6982") << -1;
}

void tst_Pace::tellsAWrongKey()
{
    QFETCH(QByteArray, chosen);
    QFETCH(QByteArray, refusal);
    QFETCH(int, tries);

    const PaceInfo info = way(AgreementKind::Ecdh, CipherSuite::Aes128, 13);
    PaceSide chip(info, "140891");
    chip.chosen = QByteArray::fromHex(chosen);
    chip.refusal = refusal;
    ActingChannel card([&](const Apdu &command) { return chip.act(command); });
    SystemEphemeral ephemeral;
    const auto session = startByPace(card, *CardKey::can(QStringLiteral("140892")), info, {.pace = {info}}, ephemeral);
    QVERIFY(!session);
    QCOMPARE(session.error().fault, CardFault::WrongKey);
    QCOMPARE(session.error().triesLeft, tries);
}

void tst_Pace::meetsAHostileChip_data()
{
    QTest::addColumn<bool>("echoes");
    QTest::newRow("that sends our key back") << true;
    QTest::newRow("that does not know the password itself") << false;
}

void tst_Pace::meetsAHostileChip()
{
    QFETCH(bool, echoes);
    const PaceInfo info = way(AgreementKind::Ecdh, CipherSuite::Aes128, 12);
    PaceSide chip(info, "140891");
    chip.echoes = echoes;
    chip.liesInToken = !echoes;
    ActingChannel card([&](const Apdu &command) { return chip.act(command); });
    SystemEphemeral ephemeral;
    const auto session = startByPace(card, *CardKey::can(QStringLiteral("140891")), info, {.pace = {info}}, ephemeral);
    QVERIFY(!session);
    QCOMPARE(session.error().fault, CardFault::Nonsense);
}

void tst_Pace::namesParametersWhereTheChipWantsIt()
{
    const PaceInfo info = way(AgreementKind::Ecdh, CipherSuite::Aes128, 13);
    PaceSide chip(info, "140891");
    chip.wantsParameters = true;
    ActingChannel card([&](const Apdu &command) { return chip.act(command); });
    SystemEphemeral ephemeral;
    QVERIFY(startByPace(card, *CardKey::can(QStringLiteral("140891")), info, {.pace = {info}}, ephemeral));
    QCOMPARE(card.commands.at(1).last(6).toHex(), QByteArray("83010284010d"));
}

void tst_Pace::takesParametersTheChipBrings()
{
    const PaceInfo info = way(AgreementKind::Ecdh, CipherSuite::Aes128, 32);
    const QByteArray named = QByteArray::fromHex("301406072A8648CE3D020106092B2403030208010107"); // brainpoolP256r1
    const SecurityInfos infos{.pace = {info}, .paceParameters = {{QByteArray::fromHex("3000"), 33}, {named, 32}}};
    QVERIFY(bestPace(infos));
    PaceSide chip(way(AgreementKind::Ecdh, CipherSuite::Aes128, 13), "140891");
    ActingChannel card([&](const Apdu &command) { return chip.act(command); });
    SystemEphemeral ephemeral;
    QVERIFY(startByPace(card, *CardKey::can(QStringLiteral("140891")), info, infos, ephemeral));
    QVERIFY(!bestPace({.pace = {info}, .paceParameters = {{named, 33}}}));
}

void tst_Pace::choosesTheBestWay_data()
{
    QTest::addColumn<SecurityInfos>("infos");
    QTest::addColumn<int>("chosen"); // -1: none

    const PaceInfo des = way(AgreementKind::Ecdh, CipherSuite::TripleDes, 12);
    const PaceInfo dh = way(AgreementKind::Dh, CipherSuite::Aes128, 0);
    const PaceInfo ecdh = way(AgreementKind::Ecdh, CipherSuite::Aes128, 13);
    PaceInfo integrated = ecdh;
    integrated.mapping = Mapping::Integrated;
    PaceInfo first = ecdh;
    first.version = 1;
    PaceInfo unknown = ecdh;
    unknown.parameterId = 31;
    QTest::newRow("none") << SecurityInfos{} << -1;
    QTest::newRow("AES before 3DES") << SecurityInfos{.pace = {des, dh}} << 1;
    QTest::newRow("a curve before numbers") << SecurityInfos{.pace = {dh, des, ecdh}} << 2;
    QTest::newRow("the first of its like") << SecurityInfos{.pace = {ecdh, way(AgreementKind::Ecdh, CipherSuite::Aes256, 17)}} << 0;
    QTest::newRow("not integrated mapping") << SecurityInfos{.pace = {integrated, des}} << 1;
    QTest::newRow("not version 1") << SecurityInfos{.pace = {first}} << -1;
    QTest::newRow("not on a group nobody knows") << SecurityInfos{.pace = {unknown, dh}} << 1;
}

void tst_Pace::choosesTheBestWay()
{
    QFETCH(SecurityInfos, infos);
    QFETCH(int, chosen);
    const auto best = bestPace(infos);
    QCOMPARE(best.has_value(), chosen >= 0);
    QVERIFY(!best || *best == infos.pace.at(chosen));
}

void tst_Pace::refusesUnknownParameters()
{
    ScriptedChannel card({});
    SystemEphemeral ephemeral;
    for (const int id : {3, 7, 19, 31, -1}) {
        const PaceInfo info = way(AgreementKind::Ecdh, CipherSuite::Aes128, id);
        QCOMPARE(startByPace(card, publishedKey(), info, {.pace = {info}}, ephemeral).error().fault, CardFault::NotSupported);
    }
    // A kind that is not that of the group.
    const PaceInfo info = way(AgreementKind::Dh, CipherSuite::Aes128, 13);
    QCOMPARE(startByPace(card, publishedKey(), info, {.pace = {info}}, ephemeral).error().fault, CardFault::NotSupported);
}

void tst_Pace::fillsUpASharedSecret()
{
    const auto group = KeyAgreement::standard(13);
    const auto ours = security::SecretBytes::copyOf(
        QByteArray::fromHex("00000000000000000000000000000000000000000000000000000000000000EF"));
    QCOMPARE(group->publicKey(ours).toHex().toUpper(),
        QByteArray("048FACD74191088D66B73CD1633C3D6FA010DA3DD90841F15A9E7942F6F28CCBCF0257451373CCF64D46BB66B44147360CCD"
                   "61B03EBEA5606D361048A77CB5029E"));
    const auto secret = group->shared(ours,
        QByteArray::fromHex("04A44EBE5451DF7AADB01E459B8C928A87746A57927C8C28A6775C97A7E1FE8D9A46FF4A1CC7E4D1389AEA19758E4F75C28C"
                            "598FD734AEBEB135337CF95BE12E94"));
    QVERIFY(secret);
    QCOMPARE(
        secret->view().toByteArray().toHex().toUpper(), QByteArray("009F28ED47B6AEA63249A4F5C82FE5B36010331E5A3C7B508BD4007E08E87135"));
    QCOMPARE(derivedKey(secret->view(), KeyUse::Encryption, CipherSuite::Aes128).view().toByteArray().toHex().toUpper(),
        QByteArray("2734402679630D1144883C2B585BC1FF"));
}

void tst_Pace::takesNumbersOfPrimeOrderOnly_data()
{
    QTest::addColumn<QByteArray>("prime");
    QTest::addColumn<QByteArray>("generator");
    QTest::addColumn<QByteArray>("order"); // empty: not told
    QTest::addColumn<bool>("taken");
    QTest::addColumn<bool>("standard");

    const QByteArray p("B10B8F96A080E01DDE92DE5EAE5D54EC52C99FBCFB06A3C69A6A9DCA52D23B616073E28675A23D189838EF1E2EE652C013ECB4AEA906112324975C3CD49B83BFACCBDD7D90C4BD7098488E9C219A73724EFFD6FAE5644738FAA31A4FF55BCCC0A151AF5F0DC8B4BD45BF37DF365C1A65E68CFDA76D4DA708DF1FB2BC2E4A4371");
    const QByteArray g("A4D1CBD5C3FD34126765A442EFB99905F8104DD258AC507FD6406CFF14266D31266FEA1E5C41564B777E690F5504F213160217B4B01B886A5E91547F9E2749F4D7FBD7D3B9A92EE1909D0D2263F80A76A6A24C087A091F531DBF0A0169B6A28AD662A4D18E73AFA32D779D5918D08BC8858F4DCEF97C2A24855E6EEB22B3B2E5");
    const QByteArray q("F518AA8781A8DF278ABA4E7D64B7CB9D49462353");
    // RFC 2409, 6.2: a safe prime of 1024 bits.
    const QByteArray safe("FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF");
    QTest::newRow("of the standard") << p << g << q << true << true;
    QTest::newRow("of the standard, without its order") << p << g << QByteArray() << true << true;
    QTest::newRow("of the standard with another order") << p << g << QByteArray(q).replace("F518", "F519") << false << false;
    QTest::newRow("a safe prime, without its order") << safe << QByteArray("04") << QByteArray() << true << false;
    QTest::newRow("a generator of another order") << p << QByteArray("04") << q << false << false;
    QTest::newRow("no prime") << QByteArray(p).replace("4371", "4373") << g << q << false << false;
    QTest::newRow("an order that does not divide") << p << g << "F" + QByteArray(39, '0') << false << false;
    QTest::newRow("the generator one") << p << QByteArray("01") << q << false << false;
    QTest::newRow("made up, without its order") << QByteArray(p).replace("B10B", "B30B") << g << QByteArray() << false << false;
}

void tst_Pace::takesNumbersOfPrimeOrderOnly()
{
    QFETCH(QByteArray, prime);
    QFETCH(QByteArray, generator);
    QFETCH(QByteArray, order);
    QFETCH(bool, taken);
    QFETCH(bool, standard);
    const auto integer = [](const QByteArray &hex) { return tlv(0x02, '\0' + QByteArray::fromHex(hex)); };
    const QByteArray oid = QByteArray::fromHex(order.isEmpty() ? "2A864886F70D010301" : "2A8648CE3E0201");
    const QByteArray algorithm
        = tlv(0x30, tlv(0x06, oid) + tlv(0x30, integer(prime) + integer(generator) + (order.isEmpty() ? QByteArray() : integer(order))));
    const auto group = KeyAgreement::ofAlgorithm(algorithm);
    QCOMPARE(bool(group), taken);
    QCOMPARE(group && group->isStandard(), standard);
    // In EF.CardAccess, which nobody signed, only the standard ones are.
    const SecurityInfos infos{.pace = {way(AgreementKind::Dh, CipherSuite::Aes128, 40)}, .paceParameters = {{algorithm, 40}}};
    QCOMPARE(bestPace(infos).has_value(), standard);
}

void tst_Pace::refusesWhatIsNoKey_data()
{
    QTest::addColumn<int>("parameterId");
    QTest::addColumn<QByteArray>("key");

    QTest::newRow("nothing") << 13 << QByteArray();
    QTest::newRow("infinity") << 13 << QByteArray("00");
    QTest::newRow("a compressed point") << 13 << QByteArray("027ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E");
    QTest::newRow("a point of a shorter curve") << 13 << "04" + QByteArray(96, '1');
    QTest::newRow("a point beside the curve") << 13 << "04" + QByteArray(128, '1');
    QTest::newRow("zero") << 0 << QByteArray("00");
    QTest::newRow("one") << 0 << QByteArray("01");
    QTest::newRow("a number out of the subgroup") << 0 << QByteArray("02");
    QTest::newRow("a number above the prime") << 0 << QByteArray(256, 'F');
    QTest::newRow("the prime less one")
        << 0
        << QByteArray("B10B8F96A080E01DDE92DE5EAE5D54EC52C99FBCFB06A3C69A6A9DCA52D23B616073E28675A23D189838EF1E2EE652C013EC"
                      "B4AEA906112324975C3CD49B83BFACCBDD7D90C4BD7098488E9C219A73724EFFD6FAE5644738FAA31A4FF55BCCC0A151AF5F"
                      "0DC8B4BD45BF37DF365C1A65E68CFDA76D4DA708DF1FB2BC2E4A4370");
    QTest::newRow("a number without end") << 0 << QByteArray(20000, 'F');
}

void tst_Pace::refusesWhatIsNoKey()
{
    QFETCH(int, parameterId);
    QFETCH(QByteArray, key);
    const auto group = KeyAgreement::standard(parameterId);
    SystemEphemeral ephemeral;
    const auto ours = group->newPrivateKey(ephemeral);
    QVERIFY(!group->shared(ours, QByteArray::fromHex(key)));
    QVERIFY(!group->mapped("0123456789abcdef", ours, QByteArray::fromHex(key)));
}

QTEST_GUILESS_MAIN(tst_Pace)
#include "tst_Pace.moc"
