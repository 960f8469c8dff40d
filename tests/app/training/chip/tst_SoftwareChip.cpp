// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChipReading.h"
#include "TrainingCards.h"

#include "app/training/chip/SoftwareChip.h"

#include <QTest>

using namespace motcua;
using namespace motcua::training;
using Protocol = OpenedChip::Protocol;
using Lie = ChipFaults::Lie;

Q_DECLARE_METATYPE(motcua::training::CardChoices)
Q_DECLARE_METATYPE(motcua::training::ChipOptions)

namespace {

constexpr int Few = 25; // commands with extended length
constexpr int Short = 120;

/** Remembers what was sent through it, and how long the longest answer was. */
class Recorder final : public CardChannel
{
public:
    explicit Recorder(CardChannel &below)
        : m_below(below)
    {
    }

    Result<QByteArray, CardError> transmit(const QByteArray &command) override
    {
        commands += command;
        auto answer = m_below.transmit(command);
        longest = std::max(longest, answer ? answer->size() : 0);
        return answer;
    }
    QByteArray atr() const override { return m_below.atr(); }
    void cancel() override { m_below.cancel(); }

    QList<QByteArray> commands;
    qsizetype longest = 0;

private:
    CardChannel &m_below;
};

QByteArray plain(SoftwareChip &chip, const char *hex)
{
    const auto answer = chip.transmit(QByteArray::fromHex(hex));
    return answer ? answer->toHex().toUpper() : QByteArray("none");
}

} // namespace

class tst_SoftwareChip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadWhole_data();
    void isReadWhole();
    void meetsAFaultByItsName_data();
    void meetsAFaultByItsName();
    void altersWhatItIsToldAndNothingElse_data();
    void altersWhatItIsToldAndNothingElse();
    void isNoCopyUnlessItIsOne_data();
    void isNoCopyUnlessItIsOne();
    void isTakenAwayAtEveryCommand_data();
    void isTakenAwayAtEveryCommand();
    void refusesAWrongKey_data();
    void refusesAWrongKey();
    void countsTriesAndIsBlocked();
    void givesNothingBeforeItIsOpened();
    void endsASessionThatIsBroken_data();
    void endsASessionThatIsBroken();
    void survivesAnyCommand();
    void givesLongAnswersToShortCommands();
    void keepsFingersToItself();
    void saysItsLengthsInItsAtr();
    void countsTheTimeItTakes();
    void answersNothingOnceCancelled();

private:
    TrainingCards m_cards;
};

void tst_SoftwareChip::isReadWhole_data()
{
    QTest::addColumn<CardChoices>("choices");
    QTest::addColumn<ChipOptions>("options");
    QTest::addColumn<bool>("byCan");
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<int>("mostCommands");

    const auto row = [](const char *name, const CardChoices &choices, const ChipOptions &options = {}, bool byCan = true,
                         Protocol protocol = Protocol::Pace,
                         int most = Few) { QTest::newRow(name) << choices << options << byCan << protocol << most; };
    row("a Vietnamese card by its number", {});
    row("a Vietnamese card by its zone", {}, {}, false);
    row("the card of 2024 without an end", {.issued = QDate(2024, 8, 15), .expires = QDate(), .of2024 = true}, {}, false);
    row("BAC where there is no EF.CardAccess", {.pace = {}}, {}, false, Protocol::Bac);
    row("BAC where PACE is switched off", {}, {.pace = false}, false, Protocol::Bac);
    row("PACE where BAC is switched off", {}, {.bac = false}, false);
    row("PACE with 3DES", {.pace = CipherSuite::TripleDes});
    row("PACE with AES-192", {.pace = CipherSuite::Aes192});
    row("PACE with AES-256", {.pace = CipherSuite::Aes256});
    for (const int parameters : {0, 1, 2, 10, 11, 12, 14, 15, 16, 17, 18}) {
        row(qPrintable(QStringLiteral("PACE by parameters %1").arg(parameters)), {.paceParameters = parameters});
    }
    row("chip authentication with 3DES", {.chipAuthentication = CipherSuite::TripleDes});
    row("chip authentication with AES-192", {.chipAuthentication = CipherSuite::Aes192});
    row("chip authentication with AES-256", {.chipAuthentication = CipherSuite::Aes256});
    row("chip authentication with AES after BAC", {.pace = {}, .chipAuthentication = CipherSuite::Aes128}, {}, false, Protocol::Bac);
    row("chip authentication, a curve by its name", {.chipKeyParameters = 15, .chipKeyForm = GroupForm::Named});
    row("chip authentication, a curve by its number", {.chipKeyParameters = 17, .chipKeyForm = GroupForm::Standardised});
    row("chip authentication by DH", {.chipKeyParameters = 2});
    row("chip authentication by DH with 3DES", {.chipAuthentication = CipherSuite::TripleDes, .chipKeyParameters = 0});
    row("no chip authentication", {.chipAuthentication = {}});
    row("no key to sign with", {.active = {}});
    using Digest = ActiveKey::Digest;
    for (const Digest digest : {Digest::Sha1, Digest::Sha224, Digest::Sha256, Digest::Sha384, Digest::Sha512}) {
        const auto number = static_cast<int>(digest);
        row(qPrintable(QStringLiteral("signs with ECDSA, digest %1").arg(number)),
            {.active = ActiveKey::Kind::Ecdsa, .activeDigest = digest});
        row(qPrintable(QStringLiteral("signs with RSA-1024, digest %1").arg(number)),
            {.active = ActiveKey::Kind::Rsa1024, .activeDigest = digest});
    }
    row("signs with RSA-2048", {.active = ActiveKey::Kind::Rsa2048, .activeDigest = Digest::Sha1});
    row("short lengths", {}, {.extended = false}, true, Protocol::Pace, Short);
    row("short lengths by BAC", {.pace = {}}, {.extended = false}, false, Protocol::Bac, Short);
    row("short lengths, and RSA-2048 answered at length", {.active = ActiveKey::Kind::Rsa2048}, {.extended = false, .longAnswers = true},
        true, Protocol::Pace, Short);
    row("short lengths, and RSA-2048 fetched in pieces", {.active = ActiveKey::Kind::Rsa2048}, {.extended = false, .chainsAnswers = true},
        true, Protocol::Pace, Short);
    row("SELECT MF is unknown to it", {}, {.selectsMaster = false});
    row("files by identifier only", {}, {.shortIds = false}, true, Protocol::Pace, 40);
    row("files by identifier only, and SELECT MF unknown", {}, {.selectsMaster = false, .shortIds = false}, true, Protocol::Pace, 40);
    row("reads of 160 bytes, else 6700", {}, {.largestRead = 160}, true, Protocol::Pace, 160);
    row("reads of 160 bytes, else 6B00", {}, {.largestRead = 160, .tooLong = sw::OffsetOutside}, true, Protocol::Pace, 160);
    row("reads of 1024 bytes, else 6700", {}, {.largestRead = 1024}, true, Protocol::Pace, 60);
    row("a photo beyond 32 KiB", {.photoBytes = 70'000}, {}, true, Protocol::Pace, Few + 4);
    row("a photo beyond 32 KiB by short lengths", {.photoBytes = 40'000}, {.extended = false}, true, Protocol::Pace, 240);
}

void tst_SoftwareChip::isReadWhole()
{
    QFETCH(CardChoices, choices);
    QFETCH(ChipOptions, options);
    QFETCH(bool, byCan);
    QFETCH(Protocol, protocol);
    QFETCH(int, mostCommands);

    SystemEphemeral ephemeral;
    ChipCard card = m_cards.card(choices);
    const auto files = card.files;
    const bool hasChipKey = card.chipKeyParameters >= 0;
    const bool hasActiveKey = card.activeKey != nullptr;
    const CardFace face = card.face;
    SoftwareChip chip(std::move(card), options, ephemeral);
    const Reading reading = readingOf(chip, byCan ? TrainingCards::can(face) : TrainingCards::mrz(face));
    QVERIFY2(!reading.error,
        reading.error
            ? qPrintable(faultName(reading.error->fault) + u' ' + QString::number(reading.error->status, 16) + reading.error->detail)
            : "");
    QCOMPARE(reading.protocol, protocol);
    QCOMPARE(reading.files.keys(), files.keys());
    QVERIFY(reading.files == files);
    QCOMPARE(reading.isProven, hasChipKey);
    QCOMPARE(reading.signs, hasActiveKey ? std::optional(true) : std::nullopt);
    QVERIFY2(reading.commands <= mostCommands, qPrintable(QString::number(reading.commands)));
    QCOMPARE(reading.commands, chip.commands());
}

void tst_SoftwareChip::meetsAFaultByItsName_data()
{
    QTest::addColumn<ChipFaults>("faults");
    QTest::addColumn<bool>("extended");
    QTest::addColumn<CardFault>("fault");
    QTest::addColumn<quint16>("status");

    const auto row = [](const char *name, const ChipFaults &faults, CardFault fault, quint16 status = 0, bool extended = true) {
        QTest::newRow(name) << faults << extended << fault << status;
    };
    row("taken away at once", {.removedAfter = 0}, CardFault::Removed);
    row("taken away while it is opened", {.removedAfter = 4}, CardFault::Removed);
    row("taken away while it is read", {.removedAfter = 10}, CardFault::Removed);
    row("silent at once", {.silentAfter = 0}, CardFault::TimedOut);
    row("silent while it is read", {.silentAfter = 9}, CardFault::TimedOut);
    row("a wrong checksum from the first", {.wrongMacAfter = 0}, CardFault::Nonsense);
    row("a wrong checksum later on", {.wrongMacAfter = 9}, CardFault::Nonsense);
    row("no end from the first answer", {.endlessAfter = 0}, CardFault::Nonsense);
    row("no end while it is opened", {.endlessAfter = 3}, CardFault::Nonsense);
    row("no end while it is read", {.endlessAfter = 9}, CardFault::Nonsense);
    row("files shorter than they say", {.lie = Lie::LongerFile}, CardFault::Nonsense);
    row("files shorter than they say, read by short lengths", {.lie = Lie::LongerFile}, CardFault::Nonsense, 0, false);
    row("files of four thousand million bytes", {.lie = Lie::HugeFile}, CardFault::Nonsense);
    row("objects that lie of their length", {.lie = Lie::LongerObject}, CardFault::Nonsense);
    row("another length for every read", {.lie = Lie::OtherLength}, CardFault::Protocol, 0x6C10);
}

void tst_SoftwareChip::meetsAFaultByItsName()
{
    QFETCH(ChipFaults, faults);
    QFETCH(bool, extended);
    QFETCH(CardFault, fault);
    QFETCH(quint16, status);

    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(), {.extended = extended, .faults = faults}, ephemeral);
    const Reading reading = readingOf(chip, TrainingCards::can(chip.card().face));
    QVERIFY(reading.error);
    QCOMPARE(faultName(reading.error->fault), faultName(fault));
    QCOMPARE(reading.error->status, status);
    QVERIFY(!reading.isProven);
    QVERIFY2(reading.commands < 3 * IsoTransport::MostPieces, qPrintable(QString::number(reading.commands)));
}

void tst_SoftwareChip::altersWhatItIsToldAndNothingElse_data()
{
    QTest::addColumn<ChipFaults>("faults");
    QTest::addColumn<quint16>("altered");

    for (const int group : {1, 2, 13}) {
        QTest::newRow(qPrintable(QStringLiteral("data group %1").arg(group)))
            << ChipFaults{.tamperedGroup = group} << quint16(0x0100 + group);
    }
    QTest::newRow("the signature") << ChipFaults{.wrongSod = true} << quint16(0x011D);
    QTest::newRow("a data group that is missing") << ChipFaults{.missingGroup = 14} << quint16(0x010E);
    QTest::newRow("a data group that was never there") << ChipFaults{.tamperedGroup = 11, .missingGroup = 12} << quint16(0);
}

void tst_SoftwareChip::altersWhatItIsToldAndNothingElse()
{
    QFETCH(ChipFaults, faults);
    QFETCH(quint16, altered);

    ChipCard card = m_cards.card();
    const auto issued = card.files;
    SystemEphemeral ephemeral;
    SoftwareChip chip(std::move(card), {.faults = faults}, ephemeral);
    const Reading reading = readingOf(chip, TrainingCards::can(chip.card().face));
    QVERIFY(!reading.error); // the read is whole: only the issuer's signature tells
    for (auto it = issued.cbegin(); it != issued.cend(); ++it) {
        QCOMPARE(reading.files.value(it.key()) == *it, it.key() != altered);
    }
    QCOMPARE(reading.files.contains(0x010E), faults.missingGroup != 14);
    QVERIFY(faults.missingGroup == 14 || reading.files.value(altered).size() == issued.value(altered).size());
}

void tst_SoftwareChip::isNoCopyUnlessItIsOne_data()
{
    QTest::addColumn<std::optional<ActiveKey::Kind>>("active");
    QTest::addColumn<CipherSuite>("suite");
    QTest::addColumn<bool>("byCan");

    QTest::newRow("ECDSA and AES-128") << std::optional(ActiveKey::Kind::Ecdsa) << CipherSuite::Aes128 << true;
    QTest::newRow("RSA-1024 and AES-256") << std::optional(ActiveKey::Kind::Rsa1024) << CipherSuite::Aes256 << true;
    QTest::newRow("RSA-2048 and 3DES, opened by BAC") << std::optional(ActiveKey::Kind::Rsa2048) << CipherSuite::TripleDes << false;
}

void tst_SoftwareChip::isNoCopyUnlessItIsOne()
{
    QFETCH(std::optional<ActiveKey::Kind>, active);
    QFETCH(CipherSuite, suite);
    QFETCH(bool, byCan);

    CardChoices choices{.chipAuthentication = suite, .active = active};
    if (!byCan) {
        choices.pace.reset();
    }
    for (const bool copied : {false, true}) {
        ChipCard card = m_cards.card(choices);
        const CardFace face = card.face;
        const auto files = card.files;
        SystemEphemeral ephemeral;
        SoftwareChip chip(std::move(card), {.faults = {.copied = copied}}, ephemeral);
        const Reading reading = readingOf(chip, byCan ? TrainingCards::can(face) : TrainingCards::mrz(face));
        QVERIFY(reading.files == files); // the copy is perfect but for its keys
        QCOMPARE(reading.signs, std::optional(!copied));
        QCOMPARE(reading.isProven, !copied);
        QCOMPARE(reading.error.has_value(), copied); // the copy cannot go on under the new keys
        if (copied) {
            QCOMPARE(faultName(reading.error->fault), faultName(CardFault::Protocol));
            QCOMPARE(reading.error->status, sw::WrongProtection);
        }
    }
}

void tst_SoftwareChip::isTakenAwayAtEveryCommand_data()
{
    QTest::addColumn<bool>("byCan");
    QTest::addColumn<bool>("extended");

    QTest::newRow("PACE, extended lengths") << true << true;
    QTest::newRow("PACE, short lengths") << true << false;
    QTest::newRow("BAC, extended lengths") << false << true;
}

void tst_SoftwareChip::isTakenAwayAtEveryCommand()
{
    QFETCH(bool, byCan);
    QFETCH(bool, extended);

    SystemEphemeral ephemeral;
    const auto read = [&](int after) {
        CardChoices choices{.photoBytes = 6000};
        if (!byCan) {
            choices.pace.reset();
        }
        SoftwareChip chip(m_cards.card(choices), {.extended = extended, .faults = {.removedAfter = after}}, ephemeral);
        const CardFace face = chip.card().face;
        return readingOf(chip, byCan ? TrainingCards::can(face) : TrainingCards::mrz(face));
    };
    const int whole = read(ChipFaults::Never).commands;
    for (int after = 0; after < whole; ++after) {
        const Reading reading = read(after);
        QVERIFY(reading.error);
        QCOMPARE(faultName(reading.error->fault), faultName(CardFault::Removed));
        QVERIFY(!reading.isProven);
    }
    QVERIFY(!read(whole).error);
}

void tst_SoftwareChip::refusesAWrongKey_data()
{
    QTest::addColumn<bool>("byCan");
    QTest::addColumn<bool>("pace");

    QTest::newRow("the CAN by PACE") << true << true;
    QTest::newRow("the zone by PACE") << false << true;
    QTest::newRow("the zone by BAC") << false << false;
}

void tst_SoftwareChip::refusesAWrongKey()
{
    QFETCH(bool, byCan);
    QFETCH(bool, pace);

    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(), {.pace = pace}, ephemeral);
    const CardFace face = chip.card().face;
    const CardKey wrong = byCan
        ? *CardKey::can(face.can() == QStringLiteral("123456") ? QStringLiteral("123457") : QStringLiteral("123456"))
        : *CardKey::mrz(face.document, face.born, QStringLiteral("390210"));
    for (int tries = 0; tries < 12; ++tries) {
        chip.reset();
        const Reading reading = readingOf(chip, wrong);
        QVERIFY(reading.error);
        QCOMPARE(faultName(reading.error->fault), faultName(CardFault::WrongKey));
        QCOMPARE(reading.error->status, quint16(0x6300));
        QCOMPARE(reading.error->triesLeft, -1);
    }
    chip.reset();
    QVERIFY(!readingOf(chip, byCan ? TrainingCards::can(face) : TrainingCards::mrz(face)).error);
}

void tst_SoftwareChip::countsTriesAndIsBlocked()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(), {.tries = 3}, ephemeral);
    const CardKey right = TrainingCards::can(chip.card().face);
    const CardKey wrong = *CardKey::can(
        chip.card().face.can() == QStringLiteral("123456") ? QStringLiteral("123457") : QStringLiteral("123456"));
    const auto refused = [&](int left) {
        chip.reset();
        const Reading reading = readingOf(chip, wrong);
        return reading.error && reading.error->fault == CardFault::WrongKey && reading.error->triesLeft == left;
    };
    QVERIFY(refused(2));
    QVERIFY(refused(1));
    chip.reset();
    QVERIFY(!readingOf(chip, right).error); // and the count begins anew
    QVERIFY(refused(2));
    QVERIFY(refused(1));
    QVERIFY(refused(0));
    chip.reset();
    const Reading blocked = readingOf(chip, right);
    QVERIFY(blocked.error);
    QCOMPARE(faultName(blocked.error->fault), faultName(CardFault::Blocked));
}

void tst_SoftwareChip::givesNothingBeforeItIsOpened()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(), {}, ephemeral);
    QCOMPARE(plain(chip, "00B09C0000"), chip.card().cardAccess.toHex().toUpper() + "9000"); // EF.CardAccess is for everybody
    QCOMPARE(plain(chip, "00A4020C020101"), "6A82"); // no application yet
    QCOMPARE(plain(chip, "00A4040C07A0000002471001"), "9000");
    for (const char *select : {"00A4020C02011E", "00A4020C02011D", "00A4020C020101", "00A4020C02010D", "00A4020C020103"}) {
        QCOMPARE(plain(chip, select), "6982");
    }
    QCOMPARE(plain(chip, "00B0810000"), "6982");
    QCOMPARE(plain(chip, "00B1008D0354010000"), "6982");
    QCOMPARE(plain(chip, "00B0000000"), "6986"); // nothing was selected by it all
    QCOMPARE(plain(chip, "0088000008000000000000000000"), "6982");
    QCOMPARE(plain(chip, "002241A60491020000"), "6982");
    QCOMPARE(plain(chip, "0082000028" + QByteArray(80, '0') + "28"), "6985"); // no challenge was fetched
    QCOMPARE(plain(chip, "00A4040C06A00000024710"), "6A82");
    QCOMPARE(plain(chip, "00FE000000"), "6D00");
    QCOMPARE(plain(chip, "80B0000000"), "6E00");
    QCOMPARE(plain(chip,
                 "0CB081000D9701008E080000000000000000"
                 "00"),
        "6882");
    QCOMPARE(plain(chip, "00B000"), "6700");
    QCOMPARE(plain(chip, "00B00000"), "6986");
    QCOMPARE(plain(chip, "00C0000000"), "6985"); // nothing is left to fetch
}

void tst_SoftwareChip::endsASessionThatIsBroken_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("answer");

    QTest::newRow("a wrong checksum") << QByteArray("0CB081000D9701008E08000000000000000000") << QByteArray("6988");
    QTest::newRow("no checksum") << QByteArray("0CB081000397010000") << QByteArray("6987");
    QTest::newRow("an unknown object") << QByteArray("0CB081000D9901008E08000000000000000000") << QByteArray("6987");
    QTest::newRow("a plain command") << QByteArray("00B0810000") << QByteArray("6A82");
}

void tst_SoftwareChip::endsASessionThatIsBroken()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, answer);

    for (const bool byCan : {true, false}) {
        SystemEphemeral ephemeral;
        SoftwareChip chip(m_cards.card(), {.pace = byCan}, ephemeral);
        const CardFace face = chip.card().face;
        const auto opened = openChip(chip, byCan ? TrainingCards::can(face) : TrainingCards::mrz(face), ephemeral);
        QVERIFY(opened);
        ChipFiles files(*opened->channel, opened->habits);
        QVERIFY(files.read(ChipFile::dataGroup(1)));
        QCOMPARE(plain(chip, command), answer);
        QVERIFY(!files.read(ChipFile::dataGroup(1)));
        QCOMPARE(plain(chip, "00A4040C07A0000002471001"), "9000");
        QCOMPARE(plain(chip, "00B0810000"), "6982"); // what the session had opened is shut
    }
}

void tst_SoftwareChip::survivesAnyCommand()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card({.active = ActiveKey::Kind::Rsa1024, .photoBytes = 6000}), {}, ephemeral);
    Recorder recorder(chip);
    const CardFace face = chip.card().face;
    QVERIFY(!readingOf(recorder, TrainingCards::can(face)).error);
    QList<QByteArray> commands = recorder.commands;
    commands += QByteArray::fromHex("00A4040C07A0000002471001");
    commands += QByteArray::fromHex("0084000008");
    commands += QByteArray::fromHex("002241A60491020000");
    commands += QByteArray::fromHex("00B1008D0354010000");
    commands += QByteArray::fromHex("00C0000000");
    const auto withheld = chip.card().files;

    SeededEphemeral dice(QByteArrayLiteral("any"));
    for (int round = 0; round < 20'000; ++round) {
        QByteArray command = commands.at(dice.below(static_cast<int>(commands.size())));
        for (int changes = dice.below(3); changes > 0 && !command.isEmpty(); --changes) {
            const int at = dice.below(static_cast<int>(command.size()));
            switch (dice.below(4)) {
            case 0:
                command[at] = static_cast<char>(dice.below(256));
                break;
            case 1:
                command.truncate(at);
                break;
            case 2:
                command.insert(at, static_cast<char>(dice.below(256)));
                break;
            default:
                command.remove(at, 1);
            }
        }
        const auto answer = chip.transmit(command);
        QVERIFY(answer && answer->size() >= 2 && answer->size() <= IsoTransport::LongestAnswer);
        for (const QByteArray &file : withheld) {
            QVERIFY(!answer->startsWith(file.first(20))); // whatever is said to it, nothing of them goes out unprotected
        }
    }
    chip.reset();
    QVERIFY(!readingOf(chip, TrainingCards::can(face)).error);
}

void tst_SoftwareChip::givesLongAnswersToShortCommands()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card({.pace = {}}), {.extended = false, .longAnswers = true}, ephemeral);
    Recorder recorder(chip);
    const auto opened = openChip(recorder, TrainingCards::mrz(chip.card().face), ephemeral);
    QVERIFY(opened);
    const auto answer = opened->channel->send({0, 0xB0, 0x82, 0, {}, 256});
    QVERIFY(answer);
    QCOMPARE(answer->status, sw::Ok);
    QCOMPARE(answer->data, chip.card().files.value(0x0102).first(256));
    QCOMPARE(recorder.longest, qsizetype(285)); // as met with Vietnamese cards
}

void tst_SoftwareChip::keepsFingersToItself()
{
    for (const bool listed : {true, false}) {
        SystemEphemeral ephemeral;
        SoftwareChip chip(m_cards.card({.listsFingers = listed}), {}, ephemeral);
        const auto opened = openChip(chip, TrainingCards::can(chip.card().face), ephemeral);
        QVERIFY(opened);
        ChipFiles files(*opened->channel, opened->habits);
        const auto fingers = files.read(ChipFile::dataGroup(3));
        QVERIFY(!fingers && ChipFiles::isForbidden(fingers.error()));
        const auto details = files.read(ChipFile::dataGroup(11));
        QVERIFY(!details && ChipFiles::isMissing(details.error()));
        const auto com = files.read(ChipFile::com()); // and the session goes on
        QVERIFY(com);
        QCOMPARE(com->contains('\x63'), listed);
    }
}

void tst_SoftwareChip::saysItsLengthsInItsAtr()
{
    SystemEphemeral ephemeral;
    for (const bool extended : {true, false}) {
        SoftwareChip chip(m_cards.card(), {.extended = extended}, ephemeral);
        IsoTransport transport(chip);
        QCOMPARE(transport.extendedLength(), std::optional(extended));
    }
}

void tst_SoftwareChip::countsTheTimeItTakes()
{
    using namespace std::chrono_literals;
    SystemEphemeral ephemeral;
    const auto timed = [&](std::chrono::microseconds perCommand, int kbps, std::chrono::microseconds &passed, int &commands) {
        const auto pass = [&passed](std::chrono::microseconds time) { passed += time; };
        SoftwareChip chip(m_cards.card(), {.perCommand = perCommand, .kbps = kbps, .pass = pass}, ephemeral);
        readingOf(chip, TrainingCards::can(chip.card().face));
        commands = chip.commands();
        return chip.time();
    };
    std::chrono::microseconds passed = 0us;
    int commands = 0;
    QCOMPARE(timed(0us, 0, passed, commands).count(), 0);
    QCOMPARE(passed.count(), 0);
    QCOMPARE(timed(5ms, 0, passed, commands).count(), 5000 * commands);
    QCOMPARE(passed.count(), 5000 * commands);

    // One command of 5 bytes and its answer of 56, a frame each.
    SoftwareChip alone(m_cards.card(), {.perCommand = 1ms, .kbps = 106}, ephemeral);
    QCOMPARE(plain(alone, "00B09C0000").size(), 2 * 56);
    QCOMPARE(alone.time().count(), qint64(1000 + (5 + 56 + 2 * 5) * 9.4 * 1000 / 106 + 2 * 400));

    passed = 0us;
    const auto slow = timed(0us, 106, passed, commands);
    QCOMPARE(passed, slow);
    passed = 0us;
    const auto quick = timed(0us, 424, passed, commands);
    QVERIFY2(slow > 1.4s && slow < 2.1s, qPrintable(QString::number(slow.count()))); // 17 KB and more at 106 kbit/s
    QVERIFY(quick < slow / 3 && quick > slow / 4);
}

void tst_SoftwareChip::answersNothingOnceCancelled()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(), {}, ephemeral);
    chip.cancel();
    const auto answer = chip.transmit(QByteArray::fromHex("00B09C0000"));
    QVERIFY(!answer);
    QCOMPARE(faultName(answer.error().fault), faultName(CardFault::Cancelled));
    QCOMPARE(chip.commands(), 0);
    chip.reset();
    QVERIFY(chip.transmit(QByteArray::fromHex("00B09C0000")));
}

QTEST_GUILESS_MAIN(tst_SoftwareChip)
#include "tst_SoftwareChip.moc"
