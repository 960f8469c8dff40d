// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChipReading.h"
#include "app/devices/eid/Com.h"
#include "app/devices/eid/IsoTransport.h"
#include "app/training/chip/SoftwareChip.h"
#include "app/training/chip/SecurityInfoWriting.h"
#include "tests/app/devices/eid/ForgedCards.h"
#include "tests/app/devices/eid/MeddledChannel.h"
#include "tests/app/training/chip/TrainingCards.h"

#include <QTest>

using namespace motcua;
using namespace motcua::training;
using namespace motcua::test;

using Damage = std::function<void(ChipCard &)>;
Q_DECLARE_METATYPE(motcua::training::CardChoices)
Q_DECLARE_METATYPE(motcua::training::ChipOptions)
Q_DECLARE_METATYPE(Damage)
Q_DECLARE_METATYPE(motcua::CheckOutcome)
Q_DECLARE_METATYPE(motcua::CardFault)

namespace {

const QDate Today(2026, 11, 28);
constexpr int MostExtended = 25; // commands of a whole reading
constexpr int MostShort = 95;
constexpr int MostToTheForm = 17;

/** Whom a centre trusts that knows this authority. */
TrustStore trusting(const TrainingAuthority &authority)
{
    TrustStore store;
    const auto certificate = certificateIn(authority.authority());
    if (!certificate || store.add(*certificate)) {
        qFatal("the training authority is not taken");
    }
    return store;
}

bool hasVerified(const Identity &identity)
{
    for (const IdentityPart part : identity.parts()) {
        for (const IdentityValue &value : identity.all(part)) {
            if (value.source == IdentitySource::ChipVerified) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

/** What a reading makes of a card, from its first command to what it is worth. */
class tst_ChipReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesAGenuineCard_data();
    void provesAGenuineCard();
    void tellsTheFormFirstAndTheFaceLast();
    void neverVerifiesWhatIsNot_data();
    void neverVerifiesWhatIsNot();
    void readsTheFaceOfACopyAllTheSame();
    void isWholeWithoutASignatureThatFitsNoAnswer();
    void keepsWhatWasReadWhenTheCardIsTakenAway();
    void asksForWhatEfComHides();
    void wantsAllThatWasSigned_data();
    void wantsAllThatWasSigned();
    void isWorthNothingBeforeItsEnd();
    void believesNothingWithoutProtection_data();
    void believesNothingWithoutProtection();
    void callsNobodyACopyForAFaultOfTheWay_data();
    void callsNobodyACopyForAFaultOfTheWay();
    void asksTheChipAgainBeforeItIsCalledACopy();
    void whoseStateIsNotKnownIsNotVerified();
    void whatItsKeysAreWorth_data();
    void whatItsKeysAreWorth();
    void canBeReadAgainWithTheSameKey();
    void tellsAWrongKeyFromAWrongCard();

private:
    [[nodiscard]] ReadingTerms terms() const { return {.trust = trusting(m_cards.authority()), .today = Today, .countries = {{QStringLiteral("VNM"), {QStringLiteral("VN")}}}}; }

    [[nodiscard]] CardRecord readOf(ChipCard card, const ChipFaults &faults = {}) const
    {
        SystemEphemeral ephemeral;
        const CardKey key = TrainingCards::can(card.face);
        SoftwareChip chip(std::move(card), {.faults = faults}, ephemeral);
        IsoTransport transport(chip);
        return ChipReading(terms()).read(transport, key, ephemeral);
    }

    /** A good card with somebody on the way to it, and how many commands it took. */
    [[nodiscard]] std::pair<CardRecord, int> meddled(const MeddledChannel::Meddle &meddle, const CardChoices &choices = {.photoBytes = 3000}) const
    {
        SystemEphemeral ephemeral;
        SoftwareChip chip(m_cards.card(choices), {}, ephemeral);
        MeddledChannel channel(chip, meddle);
        IsoTransport transport(channel);
        CardRecord read = ChipReading(terms()).read(transport, TrainingCards::can(chip.card().face), ephemeral);
        return {std::move(read), channel.commands};
    }

    TrainingCards m_cards;
};

void tst_ChipReading::provesAGenuineCard_data()
{
    QTest::addColumn<CardChoices>("choices");
    QTest::addColumn<ChipOptions>("options");
    QTest::addColumn<bool>("byCan");
    QTest::addColumn<int>("most");

    const auto row = [](const char *name, const CardChoices &choices, const ChipOptions &options = {}, bool byCan = true, int most = MostExtended) {
        QTest::newRow(name) << choices << options << byCan << most;
    };
    row("a Vietnamese card by its number", {});
    row("a Vietnamese card by its zone", {}, {}, false);
    row("the card of 2024 without an end", {.issued = QDate(2024, 8, 15), .expires = QDate(), .of2024 = true}, {}, false);
    row("by BAC", {.pace = {}}, {}, false);
    row("by active authentication alone", {.chipAuthentication = {}});
    row("by an RSA key of 2048 bits alone", {.chipAuthentication = {}, .active = ActiveKey::Kind::Rsa2048});
    row("by chip authentication alone", {.active = {}});
    row("by short lengths", {}, {.extended = false}, true, MostShort);
    row("by short lengths, and a signature that does not fit them", {.chipAuthentication = {}, .active = ActiveKey::Kind::Rsa2048},
        {.extended = false, .chainsAnswers = true}, true, MostShort + 3);
    row("where SELECT MF is unknown", {}, {.selectsMaster = false});
    row("with fingers it gives to nobody", {.listsFingers = true});
}

void tst_ChipReading::provesAGenuineCard()
{
    QFETCH(CardChoices, choices);
    QFETCH(ChipOptions, options);
    QFETCH(bool, byCan);
    QFETCH(int, most);

    SystemEphemeral ephemeral;
    ChipCard card = m_cards.card(choices);
    const CardFace face = card.face;
    SoftwareChip chip(std::move(card), options, ephemeral);
    IsoTransport transport(chip);
    const CardRecord read = ChipReading(terms()).read(transport, byCan ? TrainingCards::can(face) : TrainingCards::mrz(face), ephemeral);
    QVERIFY2(!read.broken, read.broken ? qPrintable(faultName(read.broken->fault) + read.broken->detail) : "");
    QCOMPARE(read.verdict(), CardVerdict::Verified);
    QVERIFY(read.face);
    QCOMPARE(read.identity.text(IdentityPart::PersonalNumber), face.number);
    QCOMPARE(read.identity.best(IdentityPart::Name)->source, IdentitySource::ChipVerified);
    QVERIFY(!read.identity.best(IdentityPart::Name)->isPlain);
    QVERIFY(read.faults.isEmpty());
    QVERIFY2(transport.commands() <= most, qPrintable(QString::number(transport.commands())));
}

void tst_ChipReading::tellsTheFormFirstAndTheFaceLast()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(), {}, ephemeral);
    IsoTransport transport(chip);
    struct Told
    {
        int commands = 0;
        bool hasName = false;
        bool hasFace = false;
        bool verified = false;
    };
    QList<Told> told;
    QList<ReadingStage> stages;
    ChipReading reading(terms(), [&](const ReadingProgress &progress) {
        if (stages.isEmpty() || stages.constLast() != progress.stage) {
            stages.append(progress.stage);
        }
        QVERIFY(progress.done <= progress.total);
    }, [&](const CardRecord &card) {
        told.append({transport.commands(), card.hasData(), card.face.has_value(), hasVerified(card.identity)});
    });
    (void)reading.read(transport, TrainingCards::can(chip.card().face), ephemeral);
    QCOMPARE(stages, (QList<ReadingStage>{ReadingStage::Opening, ReadingStage::Data, ReadingStage::Proofs, ReadingStage::Photo}));
    QCOMPARE(told.size(), 3);
    QVERIFY(told.at(0).hasName && !told.at(0).hasFace && !told.at(0).verified);
    QVERIFY2(told.at(0).commands <= MostToTheForm, qPrintable(QString::number(told.at(0).commands)));
    QVERIFY(!told.at(1).hasFace && !told.at(1).verified); // its face may be somebody else's
    QVERIFY(told.at(2).hasFace && told.at(2).verified);
}

void tst_ChipReading::neverVerifiesWhatIsNot_data()
{
    QTest::addColumn<CardChoices>("choices");
    QTest::addColumn<ChipFaults>("faults");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<CardVerdict>("verdict");

    const auto row = [](const char *name, const ChipFaults &faults, CardVerdict verdict, bool trusted = true, const CardChoices &choices = {}, QDate today = Today) {
        QTest::newRow(name) << choices << faults << trusted << today << verdict;
    };
    for (const int group : {1, 2, 13, 14, 15}) {
        QTest::addRow("data group %d altered", group) << CardChoices{} << ChipFaults{.tamperedGroup = group} << true << Today << CardVerdict::Altered;
    }
    row("a wrong signature", {.wrongSod = true}, CardVerdict::SignatureWrong);
    row("a copy", {.copied = true}, CardVerdict::ChipCopied);
    row("a copy of a card that only signs", {.copied = true}, CardVerdict::ChipCopied, true, {.chipAuthentication = {}});
    row("a copy without the file of its key", {.missingGroup = 14}, CardVerdict::Unproved, true, {.active = {}});
    row("a card of nobody we know", {}, CardVerdict::IssuerUnknown, false);
    row("a copy of a card of nobody we know", {.copied = true}, CardVerdict::ChipCopied, false);
    row("a card without any key", {}, CardVerdict::ChipUnproved, true, {.chipAuthentication = {}, .active = {}});
    row("a card that is over", {}, CardVerdict::Expired, true, {}, QDate(2039, 2, 10));
    row("on its last day it is good", {}, CardVerdict::Verified, true, {}, QDate(2039, 2, 9));
    row("files that never end", {.lie = ChipFaults::Lie::HugeFile}, CardVerdict::Unproved);
    for (int after = 0; after < 20; after += 3) {
        QTest::addRow("wrong checksums after %d commands", after) << CardChoices{} << ChipFaults{.wrongMacAfter = after} << true << Today << CardVerdict::Unproved;
        QTest::addRow("no end after %d commands", after) << CardChoices{} << ChipFaults{.endlessAfter = after} << true << Today << CardVerdict::Unproved;
    }
}

void tst_ChipReading::neverVerifiesWhatIsNot()
{
    QFETCH(CardChoices, choices);
    QFETCH(ChipFaults, faults);
    QFETCH(bool, trusted);
    QFETCH(QDate, today);
    QFETCH(CardVerdict, verdict);

    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(choices), {.faults = faults}, ephemeral);
    IsoTransport transport(chip);
    ReadingTerms known = terms();
    known.today = today;
    if (!trusted) {
        known.trust = {};
    }
    bool everVerified = false;
    ChipReading reading(known, {}, [&](const CardRecord &card) { everVerified = everVerified || hasVerified(card.identity); });
    const CardRecord read = reading.read(transport, TrainingCards::can(chip.card().face), ephemeral);
    QCOMPARE(read.verdict(), verdict);
    QCOMPARE(everVerified, verdict == CardVerdict::Verified);
}

void tst_ChipReading::isWholeWithoutASignatureThatFitsNoAnswer()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card({.chipAuthentication = {}, .active = ActiveKey::Kind::Rsa2048}), {.extended = false}, ephemeral);
    const auto readBy = [&](const MeddledChannel::Meddle &meddle) {
        chip.reset();
        MeddledChannel channel(chip, meddle);
        IsoTransport transport(channel);
        return ChipReading(terms()).read(transport, TrainingCards::can(chip.card().face), ephemeral);
    };
    int last = 0;
    const CardRecord refused = readBy([&last](int number, const MeddledChannel::Answer &answer) {
        last = number;
        return answer;
    });
    QVERIFY(refused.isComplete()); // our chip says no within the session
    QCOMPARE(refused.verdict(), CardVerdict::Unproved);
    const CardRecord read = readBy([last](int number, const MeddledChannel::Answer &answer) { // others outside of it, and it is over
        return number == last ? MeddledChannel::Answer(QByteArray::fromHex("6700")) : answer;
    });
    QVERIFY2(!read.broken, read.broken ? qPrintable(faultName(read.broken->fault) + read.broken->detail) : "");
    QVERIFY(read.isComplete() && read.face);
    QCOMPARE(read.proof.outcome(CardCheck::ActiveAuthentication), CheckOutcome::notDone(CheckReason::NotRead));
    QCOMPARE(read.verdict(), CardVerdict::Unproved);
    QVERIFY(!hasVerified(read.identity));
}

void tst_ChipReading::readsTheFaceOfACopyAllTheSame()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(), {.faults = {.copied = true}}, ephemeral);
    IsoTransport transport(chip);
    const CardRecord read = ChipReading(terms()).read(transport, TrainingCards::can(chip.card().face), ephemeral);
    QCOMPARE(read.verdict(), CardVerdict::ChipCopied);
    QVERIFY(!read.broken);
    QVERIFY(read.face); // whose it is, is what a supervisor will ask
}

void tst_ChipReading::keepsWhatWasReadWhenTheCardIsTakenAway()
{
    SystemEphemeral ephemeral;
    const auto readUntil = [&](int after) {
        SoftwareChip chip(m_cards.card({.photoBytes = 6000}), {.faults = {.removedAfter = after}}, ephemeral);
        IsoTransport transport(chip);
        const CardRecord read = ChipReading(terms()).read(transport, TrainingCards::can(chip.card().face), ephemeral);
        return std::pair(read, transport.commands());
    };
    const int whole = readUntil(ChipFaults::Never).second;
    bool hadData = false;
    for (int after = 0; after < whole; ++after) {
        const CardRecord read = readUntil(after).first;
        QVERIFY(read.broken);
        QCOMPARE(faultName(read.broken->fault), faultName(CardFault::Removed));
        QVERIFY2(!hasVerified(read.identity), qPrintable(QString::number(after)));
        QVERIFY(read.verdict() <= CardVerdict::Unproved && read.verdict() != CardVerdict::ChipCopied);
        QVERIFY(!hadData || read.hasData()); // what is there stays there
        hadData = read.hasData();
    }
    QVERIFY(hadData);
}

void tst_ChipReading::asksForWhatEfComHides()
{
    SystemEphemeral ephemeral;
    ChipCard card = m_cards.card();
    QByteArray &com = card.files[0x011E];
    QVERIFY(EfCom::fromBytes(com)->groups.contains(14));
    for (char &byte : com) { // a copy that does not want to be asked for its keys tells of data group 16 instead
        if (byte == '\x6E' || byte == '\x6F') {
            byte = '\x70';
        }
    }
    QVERIFY(!EfCom::fromBytes(com)->groups.contains(14));
    SoftwareChip chip(std::move(card), {.faults = {.copied = true}}, ephemeral);
    IsoTransport transport(chip);
    const CardRecord read = ChipReading(terms()).read(transport, TrainingCards::can(chip.card().face), ephemeral);
    QCOMPARE(read.verdict(), CardVerdict::ChipCopied);
}

void tst_ChipReading::wantsAllThatWasSigned_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<CheckOutcome>("groups");
    QTest::addColumn<CardVerdict>("verdict");

    using V = CardVerdict;
    const auto row = [](const QString &name, V verdict, const CheckOutcome &groups, const Damage &damage) { QTest::newRow(qPrintable(name)) << damage << groups << verdict; };
    const auto notRead = CheckOutcome::notDone(CheckReason::NotRead);
    for (const int group : {1, 2, 13, 14, 15}) {
        row(QStringLiteral("data group %1 is not there").arg(group), V::Unproved, notRead, [group](ChipCard &card) { card.files.remove(idOf(group)); });
        row(QStringLiteral("data group %1 is refused").arg(group), V::Unproved, notRead, [group](ChipCard &card) { card.withheld.insert(idOf(group)); });
        if (group != 1) {
            row(QStringLiteral("EF.COM hides data group %1").arg(group), V::Verified, CheckOutcome::passed(), [group](ChipCard &card) {
                QList<int> told{1, 2, 13, 14, 15};
                told.removeAll(group);
                tellOf(card, told);
            });
        }
    }
    row(QStringLiteral("all are refused"), V::Unproved, notRead, [](ChipCard &card) {
        for (int group = 1; group <= 16; ++group) {
            card.withheld.insert(idOf(group));
        }
    });
    row(QStringLiteral("fingers are refused to everybody"), V::Verified, CheckOutcome::passed(), [this](ChipCard &card) {
        auto groups = groupsOn(card);
        groups.insert(3, "fingers");
        signGroups(card, groups, m_cards.authority());
    });
    row(QStringLiteral("a picture that was signed is refused"), V::Unproved, notRead, [this](ChipCard &card) {
        auto groups = groupsOn(card);
        groups.insert(7, "a signature");
        signGroups(card, groups, m_cards.authority());
    });
    row(QStringLiteral("a picture that was signed is read"), V::Verified, CheckOutcome::passed(), [this](ChipCard &card) { exchange(card, 7, tlv(0x67, "a signature"), m_cards.authority()); });
    for (const int group : {1, 2}) {
        row(QStringLiteral("data group %1 was never signed").arg(group), V::Unproved, notRead, [this, group](ChipCard &card) {
            card.files.remove(idOf(group));
            signGroups(card, groupsOn(card), m_cards.authority());
        });
    }
    row(QStringLiteral("national data of somebody else"), V::Unproved, CheckOutcome::notDone(CheckReason::Contradiction), [this](ChipCard &card) {
        const ChipCard other = ChipPersonaliser(m_cards.authority()).cardOf(People(7).at(12));
        exchange(card, 13, other.files.value(idOf(13)), m_cards.authority());
    });
    // Nobody knows what stands there, though the bytes are the signed ones.
    const auto malformed = CheckOutcome::notDone(CheckReason::Malformed);
    row(QStringLiteral("a zone that is none"), V::Unproved, malformed, [this](ChipCard &card) { exchange(card, 1, tlv(0x61, tlv(0x5F1F, "nothing")), m_cards.authority()); });
    row(QStringLiteral("a face that is none"), V::Unproved, malformed, [this](ChipCard &card) { exchange(card, 2, tlv(0x75, "nothing"), m_cards.authority()); });
    row(QStringLiteral("national data that are none"), V::Unproved, malformed, [this](ChipCard &card) { exchange(card, 13, tlv(0x6D, "nothing"), m_cards.authority()); });
}

void tst_ChipReading::wantsAllThatWasSigned()
{
    QFETCH(Damage, damage);
    QFETCH(CheckOutcome, groups);
    ChipCard card = m_cards.card();
    damage(card);
    const CardRecord read = readOf(std::move(card));
    QVERIFY(!read.broken);
    QCOMPARE(read.proof.outcome(CardCheck::Groups), groups);
    QTEST(read.verdict(), "verdict");
    QCOMPARE(hasVerified(read.identity), groups.isPassed());
}

void tst_ChipReading::isWorthNothingBeforeItsEnd()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(), {}, ephemeral);
    IsoTransport transport(chip);
    QList<bool> ends;
    ChipReading reading(terms(), {}, [&](const CardRecord &card) {
        ends.append(card.isComplete());
        QCOMPARE(card.verdict() == CardVerdict::Verified, card.isComplete());
    });
    (void)reading.read(transport, TrainingCards::can(chip.card().face), ephemeral);
    QCOMPARE(ends, (QList<bool>{false, false, true}));
    CardRecord record; // whatever has been proved of it so far
    record.proof.set(CardCheck::Signature, CheckOutcome::passed());
    record.proof.set(CardCheck::Issuer, CheckOutcome::passed());
    record.proof.set(CardCheck::ChipAuthentication, CheckOutcome::passed());
    record.proof.set(CardCheck::Expiry, CheckOutcome::passed());
    record.proof.setGroup(1, CheckOutcome::passed());
    QVERIFY(record.proof.isVerified());
    QCOMPARE(record.verdict(), CardVerdict::Unproved);
    record.isDone = true;
    QCOMPARE(record.verdict(), CardVerdict::Verified);
}

void tst_ChipReading::believesNothingWithoutProtection_data()
{
    QTest::addColumn<QByteArray>("words");
    for (const char *words : {"6A82", "6982", "6988", "6985", "9000", "6D00"}) {
        QTest::newRow(words) << QByteArray::fromHex(words);
    }
}

void tst_ChipReading::believesNothingWithoutProtection()
{
    QFETCH(QByteArray, words);
    const int whole = meddled([](int, const auto &answer) { return answer; }).second;
    int opened = 0;
    int reopened = 0;
    for (int at = 0; at < whole; ++at) {
        // From then on: the chip is gone, and who is in between says of each file that it is not there.
        const CardRecord read = meddled([&](int number, const auto &answer) -> MeddledChannel::Answer { return number >= at ? MeddledChannel::Answer(words) : answer; }).first;
        QVERIFY2(read.broken, qPrintable(QString::number(at)));
        QVERIFY(read.verdict() == CardVerdict::Unproved && !hasVerified(read.identity));
        if (read.hasData()) {
            ++opened;
            reopened += read.broken->isUnprotected ? 0 : 1;
        }
    }
    QVERIFY(opened > 5);
    QCOMPARE(reopened, 1); // where the new keys were to show themselves, the chip is opened once more, and that is refused
}

void tst_ChipReading::callsNobodyACopyForAFaultOfTheWay_data()
{
    QTest::addColumn<CardFault>("fault");
    for (const CardFault fault : {CardFault::DriverFailed, CardFault::ReaderBusy, CardFault::ServiceNotRunning, CardFault::NoReader, CardFault::NoCard, CardFault::TimedOut, CardFault::Nonsense, CardFault::NotSupported}) {
        QTest::newRow(qPrintable(faultName(fault))) << fault;
    }
}

void tst_ChipReading::callsNobodyACopyForAFaultOfTheWay()
{
    QFETCH(CardFault, fault);
    const int whole = meddled([](int, const auto &answer) { return answer; }).second;
    for (int at = 8; at < whole; ++at) {
        const CardRecord read = meddled([&](int number, const auto &answer) -> MeddledChannel::Answer {
            return number >= at ? MeddledChannel::Answer(CardError{.fault = fault}) : answer;
        }).first;
        QVERIFY2(read.broken && read.broken->fault == fault, qPrintable(QString::number(at)));
        QVERIFY2(read.verdict() == CardVerdict::Unproved, qPrintable(QStringLiteral("%1: %2").arg(at).arg(verdictName(read.verdict()))));
    }
}

void tst_ChipReading::asksTheChipAgainBeforeItIsCalledACopy()
{
    const int whole = meddled([](int, const auto &answer) { return answer; }).second;
    int verified = 0;
    for (int at = 8; at < whole; ++at) {
        const CardRecord read = meddled([&](int number, const auto &answer) -> MeddledChannel::Answer {
            if (number != at) {
                return answer;
            }
            QByteArray spoilt = *answer;
            spoilt[spoilt.size() - 3] = static_cast<char>(spoilt.at(spoilt.size() - 3) ^ 1); // one bit of its checksum
            return spoilt;
        }).first;
        QVERIFY2(read.verdict() == CardVerdict::Unproved || read.verdict() == CardVerdict::Verified, qPrintable(QStringLiteral("%1: %2").arg(at).arg(verdictName(read.verdict()))));
        verified += read.verdict() == CardVerdict::Verified ? 1 : 0;
    }
    QCOMPARE(verified, 1); // where the new keys were to show themselves
}

void tst_ChipReading::whoseStateIsNotKnownIsNotVerified()
{
    SystemEphemeral ephemeral;
    for (const QString &state : {QString(), QStringLiteral("XXX"), QStringLiteral("VNM")}) {
        SoftwareChip chip(m_cards.card(), {}, ephemeral);
        IsoTransport transport(chip);
        ReadingTerms known = terms();
        known.countries = state.isEmpty() ? decltype(known.countries)() : decltype(known.countries){{state, {QStringLiteral("VN")}}};
        const CardRecord read = ChipReading(known).read(transport, TrainingCards::can(chip.card().face), ephemeral);
        const bool isKnown = state == u"VNM";
        QCOMPARE(read.verdict(), isKnown ? CardVerdict::Verified : CardVerdict::Unproved);
        QCOMPARE(read.proof.outcome(CardCheck::Issuer), isKnown ? CheckOutcome::passed() : CheckOutcome::notDone(CheckReason::StateUnknown));
    }
}

void tst_ChipReading::whatItsKeysAreWorth_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<CheckOutcome>("agreement");
    QTest::addColumn<CardVerdict>("verdict");

    using V = CardVerdict;
    const auto row = [](const char *name, V verdict, const CheckOutcome &agreement, const Damage &damage) { QTest::newRow(name) << damage << agreement << verdict; };
    row("a chip that refuses its stronger key", V::Unproved, CheckOutcome::notDone(CheckReason::NotRead), [](ChipCard &card) { card.chipKeyParameters = -1; });
    row("a key that is none", V::Verified, CheckOutcome::notDone(CheckReason::Unsupported), [this](ChipCard &card) {
        QByteArray keys = card.files.value(idOf(14));
        const QByteArray bits = QByteArray::fromHex("03420004");
        keys[keys.indexOf(bits) + bits.size()] = static_cast<char>(keys.at(keys.indexOf(bits) + bits.size()) ^ 1);
        exchange(card, 14, keys, m_cards.authority());
    });
    row("PACE in another way than was signed", V::Unproved, CheckOutcome::passed(), [this](ChipCard &card) {
        const auto set = TlvReader::only(TlvReader::only(card.files.value(idOf(14)), 0x6E)->value, 0x31);
        exchange(card, 14, tlv(0x6E, tlv(0x31, set->value.toByteArray() + paceInfo(CipherSuite::Aes256, 16))), m_cards.authority());
    });
}

void tst_ChipReading::whatItsKeysAreWorth()
{
    QFETCH(Damage, damage);
    ChipCard card = m_cards.card();
    damage(card);
    const CardRecord read = readOf(std::move(card));
    QVERIFY2(!read.broken, read.broken ? qPrintable(read.broken->detail) : "");
    QTEST(read.proof.outcome(CardCheck::ChipAuthentication), "agreement");
    QTEST(read.verdict(), "verdict");
}

void tst_ChipReading::canBeReadAgainWithTheSameKey()
{
    SystemEphemeral ephemeral;
    SoftwareChip torn(m_cards.card(), {.faults = {.removedAfter = 12}}, ephemeral);
    const CardKey key = TrainingCards::can(torn.card().face);
    ChipReading reading(terms());
    {
        IsoTransport transport(torn);
        QVERIFY(reading.read(transport, key, ephemeral).broken);
    }
    SoftwareChip again(m_cards.card(), {}, ephemeral);
    IsoTransport transport(again);
    QCOMPARE(reading.read(transport, key, ephemeral).verdict(), CardVerdict::Verified);
}

void tst_ChipReading::tellsAWrongKeyFromAWrongCard()
{
    SystemEphemeral ephemeral;
    SoftwareChip chip(m_cards.card(), {}, ephemeral);
    IsoTransport transport(chip);
    const CardRecord read = ChipReading(terms()).read(transport, *CardKey::can(QStringLiteral("000000")), ephemeral);
    QVERIFY(read.broken && !read.hasData());
    QCOMPARE(faultName(read.broken->fault), faultName(CardFault::WrongKey));
    QCOMPARE(read.verdict(), CardVerdict::Unproved);
}

QTEST_GUILESS_MAIN(tst_ChipReading)
#include "tst_ChipReading.moc"
