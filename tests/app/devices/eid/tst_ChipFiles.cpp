// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActingChannel.h"
#include "ChipSide.h"
#include "FileSide.h"

#include "app/devices/eid/ChipFiles.h"

#include <QTest>

using namespace motcua;

namespace {

QByteArray content(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i) {
        bytes[i] = static_cast<char>(i * 7 + i / 256);
    }
    return bytes;
}

QByteArray file(quint32 tag, qsizetype size)
{
    return tlv(tag, content(size));
}

} // namespace

class tst_ChipFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlain_data();
    void readsPlain();
    void readsProtected_data();
    void readsProtected();
    void learnsOnce();
    void tellsWhatIsMissingFromWhatIsForbidden();
    void endsWhereAFileLies_data();
    void endsWhereAFileLies();
    void stopsWhereTheCardDoes();
    void tellsProgressAndIsCancelledBetweenReads();
};

void tst_ChipFiles::readsPlain_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("most");
    QTest::addColumn<bool>("pastEnd");
    QTest::addColumn<bool>("shortIds");
    QTest::addColumn<int>("gives");
    QTest::addColumn<QByteArray>("tooLong");
    QTest::addColumn<int>("commands"); // at most

    QTest::newRow("a small file in one") << 100 << 65536 << true << true << 65536 << QByteArray("6700") << 1;
    QTest::newRow("a large one in two") << 15000 << 65536 << true << true << 65536 << QByteArray("6700") << 2;
    QTest::newRow("one with more than 15 bits of offset") << 70000 << 65536 << true << true << 65536 << QByteArray("6700") << 4;
    QTest::newRow("one with more than 16 bits of offset, in short reads")
        << 70000 << 256 << true << true << 256 << QByteArray("6700") << 290;
    QTest::newRow("short reads after 6700") << 15000 << 256 << true << true << 256 << QByteArray("6700") << 61;
    QTest::newRow("short reads after 6C") << 15000 << 256 << true << true << 256 << QByteArray("6CFF") << 61;
    QTest::newRow("short reads after 6B00") << 15000 << 256 << true << true << 256 << QByteArray("6B00") << 61;
    QTest::newRow("a thousand bytes at most") << 15000 << 1024 << true << true << 65536 << QByteArray("6700") << 17;
    QTest::newRow("160 bytes at most") << 2000 << 160 << true << true << 256 << QByteArray("6700") << 17;
    QTest::newRow("96 bytes at most") << 2000 << 96 << true << true << 256 << QByteArray("6700") << 26;
    QTest::newRow("nothing past the end") << 100 << 65536 << false << true << 65536 << QByteArray("6700") << 4;
    QTest::newRow("no short identifiers") << 2000 << 65536 << true << false << 65536 << QByteArray("6700") << 4;
    QTest::newRow("fewer bytes than asked for") << 5000 << 65536 << true << true << 200 << QByteArray("6700") << 27;
    QTest::newRow("the smallest of files") << 6 << 65536 << true << true << 65536 << QByteArray("6700") << 1;
}

void tst_ChipFiles::readsPlain()
{
    QFETCH(int, size);
    QFETCH(int, most);
    QFETCH(bool, pastEnd);
    QFETCH(bool, shortIds);
    QFETCH(int, gives);
    QFETCH(QByteArray, tooLong);
    QFETCH(int, commands);

    FileSide side;
    side.files[0x0102] = file(0x75, size) + QByteArray(64, '\0'); // what a file has room for behind its object
    side.most = most;
    side.pastEnd = pastEnd;
    side.shortIds = shortIds;
    side.gives = gives;
    side.tooLong = tooLong;
    ActingChannel card([&](const Apdu &command) { return side.act(command); });
    ChipFiles files(card);
    const auto read = files.read(ChipFile::dataGroup(2));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(*read, file(0x75, size));
    QVERIFY2(card.commands.size() <= commands, qPrintable(QString::number(card.commands.size())));
}

void tst_ChipFiles::readsProtected_data()
{
    QTest::addColumn<int>("suite");
    QTest::addColumn<bool>("extended");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("commands"); // exactly

    QTest::newRow("3DES, extended") << int(CipherSuite::TripleDes) << true << 15000 << 2;
    QTest::newRow("AES, extended") << int(CipherSuite::Aes128) << true << 15000 << 2;
    QTest::newRow("AES, extended and longer than 15 bits") << int(CipherSuite::Aes256) << true << 70000 << 4;
    QTest::newRow("3DES, short") << int(CipherSuite::TripleDes) << false << 15000 << 66; // one that is refused, 65 of 231
    QTest::newRow("AES, short") << int(CipherSuite::Aes128) << false << 15000 << 69; // one that is refused, 68 of 223
    QTest::newRow("AES, short and longer than 15 bits") << int(CipherSuite::Aes128) << false << 40000 << 181;
}

void tst_ChipFiles::readsProtected()
{
    QFETCH(int, suite);
    QFETCH(bool, extended);
    QFETCH(int, size);
    QFETCH(int, commands);

    FileSide side;
    side.files[0x0102] = file(0x75, size);
    ChipSide chip([&](const Apdu &command) { return side.act(command); });
    chip.takesExtended = extended;
    const auto session = [&] { return SessionStart::fromZero(SessionKeys::of("secret", CipherSuite(suite))); };
    chip.start(session());
    SecureMessaging channel(chip, session());
    ChipFiles files(channel);
    const auto read = files.read(ChipFile::dataGroup(2));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(*read, file(0x75, size));
    QCOMPARE(chip.commands, commands);
}

void tst_ChipFiles::learnsOnce()
{
    FileSide side;
    side.files = {{0x0101, file(0x61, 90)}, {0x0102, file(0x75, 3000)}, {0x010D, file(0x6D, 480)}};
    side.most = 160;
    side.pastEnd = false;
    side.shortIds = false;
    ActingChannel card([&](const Apdu &command) { return side.act(command); });
    ChipFiles files(card);
    QVERIFY(files.read(ChipFile::dataGroup(2)));
    const ReadingHabits learned = files.habits();
    const auto before = card.commands.size();
    QVERIFY(files.read(ChipFile::dataGroup(1)));
    QVERIFY(files.read(ChipFile::dataGroup(13)));
    QVERIFY(files.habits() == learned);
    QCOMPARE(card.commands.size() - before, (1 + 1 + 1) + (1 + 1 + 3)); // SELECT, head, rest

    // Another that is told what was learned needs no try either.
    ChipFiles next(card, learned);
    const auto again = card.commands.size();
    QVERIFY(next.read(ChipFile::dataGroup(1)));
    QCOMPARE(card.commands.size() - again, 3);

    // A channel that says it carries no extended length is not asked for it.
    FileSide plain;
    plain.files = {{0x0101, file(0x61, 90)}};
    ActingChannel shortOnly([&](const Apdu &command) { return command.isExtended() ? QByteArray::fromHex("6F00") : plain.act(command); });
    shortOnly.extended = false;
    QVERIFY(ChipFiles(shortOnly).read(ChipFile::dataGroup(1)));
    QCOMPARE(shortOnly.commands.size(), 1);
}

void tst_ChipFiles::tellsWhatIsMissingFromWhatIsForbidden()
{
    for (const bool shortIds : {true, false}) {
        FileSide side;
        side.files = {{0x0101, file(0x61, 90)}, {0x0103, file(0x63, 90)}};
        side.forbidden = {0x0103};
        side.shortIds = shortIds;
        ActingChannel card([&](const Apdu &command) { return side.act(command); });
        ChipFiles files(card);
        const auto fingers = files.read(ChipFile::dataGroup(3));
        QVERIFY(!fingers);
        QVERIFY(ChipFiles::isForbidden(fingers.error()) && !ChipFiles::isMissing(fingers.error()));
        const auto more = files.read(ChipFile::dataGroup(11));
        QVERIFY(!more);
        QVERIFY(ChipFiles::isMissing(more.error()) && !ChipFiles::isForbidden(more.error()));
        QVERIFY(files.read(ChipFile::dataGroup(1)));
    }
    // A card that is gone has refused nothing.
    QVERIFY(!ChipFiles::isForbidden({.fault = CardFault::Removed}));
}

void tst_ChipFiles::endsWhereAFileLies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("gives");

    QTest::newRow("of a length it does not have") << QByteArray::fromHex("75823A98") + QByteArray(500, 'x') << 65536;
    QTest::newRow("of four thousand million bytes") << QByteArray::fromHex("7584FFFFFFFF") + QByteArray(500, 'x') << 65536;
    QTest::newRow("of a byte more than is taken") << QByteArray::fromHex("75830400FC") + QByteArray(500, 'x') << 65536;
    QTest::newRow("with zeros") << QByteArray(500, '\0') << 65536;
    QTest::newRow("with erased memory") << QByteArray(500, '\xFF') << 65536;
    QTest::newRow("with nothing") << QByteArray() << 65536;
    QTest::newRow("with a tag that does not end") << QByteArray::fromHex("5F81") << 65536;
    QTest::newRow("with a byte alone") << file(0x75, 20000) << 1;
    QTest::newRow("with few bytes at a time") << file(0x75, 20000) << 6;
    QTest::newRow("with a byte less than is worth a read") << file(0x75, 20000) << int(ChipFiles::LeastPart) - 1;
}

void tst_ChipFiles::endsWhereAFileLies()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, gives);
    FileSide side;
    side.files[0x0102] = bytes;
    side.gives = gives;
    ActingChannel card([&](const Apdu &command) { return side.act(command); });
    ChipFiles files(card);
    const auto read = files.read(ChipFile::dataGroup(2));
    QVERIFY(!read);
    QVERIFY(read.error().fault == CardFault::Nonsense || read.error().fault == CardFault::Protocol);
    QVERIFY(card.commands.size() < 10);
}

void tst_ChipFiles::stopsWhereTheCardDoes()
{
    FileSide side;
    side.files[0x0102] = file(0x75, 20000);
    int left = 5;
    ActingChannel card([&](const Apdu &command) { return left-- > 0 ? side.act(command) : QByteArray::fromHex("6F00"); });
    card.extended = false;
    ChipFiles files(card);
    const auto read = files.read(ChipFile::dataGroup(2));
    QVERIFY(!read);
    QCOMPARE(read.error().fault, CardFault::Protocol);
    QCOMPARE(read.error().status, quint16(0x6F00));
}

void tst_ChipFiles::tellsProgressAndIsCancelledBetweenReads()
{
    FileSide side;
    side.files[0x0102] = file(0x75, 1000);
    ActingChannel card([&](const Apdu &command) { return side.act(command); });
    card.extended = false;
    ChipFiles files(card);
    QList<qsizetype> told;
    QVERIFY(files.read(ChipFile::dataGroup(2), [&](qsizetype read, qsizetype whole) {
        QCOMPARE(whole, 1004);
        told.append(read);
    }));
    QCOMPARE(told, (QList<qsizetype>{256, 512, 768, 1004}));

    const auto cancelled = files.read(ChipFile::dataGroup(2), [&](qsizetype read, qsizetype) {
        if (read >= 512) {
            card.cancel();
        }
    });
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().fault, CardFault::Cancelled);
    QCOMPARE(card.commands.size(), 4 + 2);
}

QTEST_GUILESS_MAIN(tst_ChipFiles)
#include "tst_ChipFiles.moc"
