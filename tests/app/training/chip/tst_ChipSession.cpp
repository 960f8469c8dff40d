// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/ChipSession.h"

#include <QTest>

using namespace motcua;
using namespace motcua::training;

namespace {

ChipSession session(CipherSuite suite, const char *encryption, const char *authentication, const char *counter)
{
    const auto secret = [](const char *hex) { return security::SecretBytes::copyOf(QByteArray::fromHex(hex)); };
    return ChipSession({SessionKeys{suite, secret(encryption), secret(authentication)}, QByteArray::fromHex(counter)});
}

/** ICAO Doc 9303-11 appendix D.3. */
ChipSession publishedSession()
{
    return session(CipherSuite::TripleDes, "979EC13B1CBFE9DCD01AB0FED307EAE5", "F1CB1F1FB5ADF208806B89DC579DC1F8", "887022120C06C226");
}

/** With the keys of appendix G.1. */
ChipSession aesSession()
{
    return session(
        CipherSuite::Aes128, "F5F0E35C0D7161EE6724EE513A0D9A7F", "FE251C7858B356B24514B3BD5F4297D1", "00000000000000000000000000000000");
}

Apdu command(const char *hex)
{
    return *Apdu::of(QByteArray::fromHex(hex));
}

} // namespace

class tst_ChipSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsThePublishedExample();
    void followsAnExampleWithAes();
    void refusesWhatIsNotProtected_data();
    void refusesWhatIsNotProtected();
    void saysWhatFits_data();
    void saysWhatFits();
};

void tst_ChipSession::followsThePublishedExample()
{
    ChipSession chip = publishedSession();
    const auto exchange = [&chip](const char *sent, const char *plain, const char *data, const char *answer) {
        const auto opened = chip.opened(command(sent));
        QVERIFY(opened);
        QCOMPARE(opened->bytes().toHex().toUpper(), QByteArray(plain));
        QCOMPARE(chip.sealed({.data = QByteArray::fromHex(data)}).toHex().toUpper(), QByteArray(answer));
    };
    exchange("0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800", "00A4020C02011E", "", "990290008E08FA855A5D4C50A8ED9000");
    exchange("0CB000000D9701048E08ED6705417E96BA5500", "00B0000004", "60145F01", "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000");
    exchange("0CB000040D9701128E082EA28A70F3C7B53500", "00B0000412", "04303130365F36063034303030305C026175",
        "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000");
}

void tst_ChipSession::followsAnExampleWithAes()
{
    ChipSession chip = aesSession();
    const auto select = chip.opened(command("0CA4040C1D871101752F676B09FAC86A87D632749A49C7CC8E08C18BA1FCE707BD9F00"));
    QVERIFY(select);
    QCOMPARE(select->data.toHex().toUpper(), QByteArray("A0000002471001"));
    QCOMPARE(chip.sealed({}).toHex().toUpper(), QByteArray("990290008E08BEA7B381C494A0799000"));
    const auto read = chip.opened(command("0CB000000D9701048E08AA6BA54F44DF836400"));
    QVERIFY(read);
    QCOMPARE(read->le, 4);
    QCOMPARE(chip.sealed({.data = QByteArray::fromHex("60145F01")}).toHex().toUpper(),
        QByteArray("871101645C0B1F998A088278D07942BBE94B60990290008E0894A33C6AA2D8CCC89000"));
}

void tst_ChipSession::refusesWhatIsNotProtected_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<quint16>("status");

    QTest::newRow("another checksum") << QByteArray("0CA4020C158709016375432908C044F68E08BF8B92D635FF24F900")
                                      << quint16(sw::WrongProtection);
    QTest::newRow("another header") << QByteArray("0CA4000C158709016375432908C044F68E08BF8B92D635FF24F800") << quint16(sw::WrongProtection);
    QTest::newRow("other data") << QByteArray("0CA4020C158709016375432908C044F78E08BF8B92D635FF24F800") << quint16(sw::WrongProtection);
    QTest::newRow("a command under a later counter")
        << QByteArray("0CB000000D9701048E08ED6705417E96BA5500") << quint16(sw::WrongProtection);
    QTest::newRow("no checksum") << QByteArray("0CA4020C0B8709016375432908C044F600") << quint16(sw::MissingProtection);
    QTest::newRow("a header that is not protected")
        << QByteArray("04A4020C158709016375432908C044F68E08BF8B92D635FF24F800") << quint16(sw::MissingProtection);
    QTest::newRow("objects out of order") << QByteArray("0CB000000D8E08ED6705417E96BA5597010400") << quint16(sw::MissingProtection);
    QTest::newRow("no objects") << QByteArray("0CB0000000") << quint16(sw::MissingProtection);
}

void tst_ChipSession::refusesWhatIsNotProtected()
{
    QFETCH(QByteArray, sent);
    QFETCH(quint16, status);

    ChipSession chip = publishedSession();
    const auto opened = chip.opened(command(sent.constData()));
    QVERIFY(!opened);
    QCOMPARE(opened.error(), status);
}

void tst_ChipSession::saysWhatFits_data()
{
    QTest::addColumn<bool>("aes");
    QTest::addColumn<qsizetype>("answer");
    QTest::addColumn<qsizetype>("data");

    QTest::newRow("3DES, a short answer") << false << qsizetype(256) << qsizetype(231);
    QTest::newRow("AES, a short answer") << true << qsizetype(256) << qsizetype(223);
    QTest::newRow("AES, the longest answer") << true << qsizetype(65536) << qsizetype(65503);
    QTest::newRow("nothing fits") << true << qsizetype(20) << qsizetype(0);
}

void tst_ChipSession::saysWhatFits()
{
    QFETCH(bool, aes);
    QFETCH(qsizetype, answer);
    QFETCH(qsizetype, data);

    ChipSession chip = aes ? aesSession() : publishedSession();
    QCOMPARE(chip.room(answer), data);
    if (data > 0) {
        QVERIFY(chip.sealed({.data = QByteArray(data, 'x')}).size() - 2 <= answer);
        QVERIFY(chip.sealed({.data = QByteArray(data + 1, 'x')}).size() - 2 > answer);
    }
}

QTEST_APPLESS_MAIN(tst_ChipSession)
#include "tst_ChipSession.moc"
