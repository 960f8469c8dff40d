// SPDX-License-Identifier: GPL-3.0-or-later
#include "MeddledChannel.h"
#include "TravelDocument.h"

#include "app/devices/eid/ChipOpening.h"
#include "app/devices/eid/IsoTransport.h"

#include <QTest>

using namespace motcua;
using test::MeddledChannel;
using Access = TravelDocument::Access;
using Protocol = OpenedChip::Protocol;

class tst_ChipOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensByWhatThereIs_data();
    void opensByWhatThereIs();
    void saysWhyItDidNot_data();
    void saysWhyItDidNot();
    void learnsOfShortLengthsBeforeThereIsASession();
    void takesNoWeakerWayAfterNonsense();
    void endsWhenTheCardIsPulledAway();
};

void tst_ChipOpening::opensByWhatThereIs_data()
{
    QTest::addColumn<bool>("can");
    QTest::addColumn<Access>("access");
    QTest::addColumn<bool>("bac");
    QTest::addColumn<bool>("pace");
    QTest::addColumn<bool>("selectsMaster");
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<int>("commands");

    const auto row = [](const char *name, bool can, Access access, bool bac, bool pace, bool master, Protocol protocol, int commands) {
        QTest::newRow(name) << can << access << bac << pace << master << protocol << commands;
    };
    row("PACE by the CAN", true, Access::Master, true, true, true, Protocol::Pace, 1 + 5 + 1);
    row("PACE by the MRZ", false, Access::Master, true, true, true, Protocol::Pace, 1 + 5 + 1);
    row("PACE where BAC is gone", true, Access::Master, false, true, true, Protocol::Pace, 1 + 5 + 1);
    row("PACE where EF.CardAccess wants to be selected", true, Access::SelectOnly, true, true, true, Protocol::Pace, 1 + 2 + 2 + 5 + 1);
    row("PACE where SELECT MF is unknown too", true, Access::SelectOnly, true, true, false, Protocol::Pace, 1 + 1 + 2 + 5 + 1);
    row("BAC without EF.CardAccess", false, Access::Nowhere, true, true, true, Protocol::Bac, 1 + 2 + 1 + 1 + 2);
    row("BAC where PACE is refused", false, Access::Master, true, false, true, Protocol::Bac, 1 + 2 + 1 + 2);
}

void tst_ChipOpening::opensByWhatThereIs()
{
    QFETCH(bool, can);
    QFETCH(Access, access);
    QFETCH(bool, bac);
    QFETCH(bool, pace);
    QFETCH(bool, selectsMaster);
    QFETCH(Protocol, protocol);
    QFETCH(int, commands);

    TravelDocument document;
    document.access = access;
    document.bac = bac;
    document.pace = pace;
    document.selectsMaster = selectsMaster;
    IsoTransport transport(document.channel);
    SystemEphemeral ephemeral;
    const auto chip = openChip(transport, can ? TravelDocument::can() : TravelDocument::mrz(), ephemeral);
    QVERIFY2(chip, chip ? "" : qPrintable(chip.error().detail));
    QCOMPARE(chip->protocol, protocol);
    QCOMPARE(transport.commands(), commands);
    QCOMPARE(chip->cardAccess.isEmpty(), access == Access::Nowhere);

    ChipFiles files(*chip->channel, chip->habits);
    const auto first = files.read(ChipFile::dataGroup(1));
    const auto second = files.read(ChipFile::dataGroup(2));
    QVERIFY(first && second);
    QCOMPARE(*first, document.files.files.value(0x0101));
    QCOMPARE(*second, document.files.files.value(0x0102));
    QCOMPARE(transport.commands(), commands + 1 + 2);
}

void tst_ChipOpening::saysWhyItDidNot_data()
{
    QTest::addColumn<bool>("can");
    QTest::addColumn<bool>("wrong");
    QTest::addColumn<Access>("access");
    QTest::addColumn<bool>("application");
    QTest::addColumn<CardFault>("fault");

    const auto row = [](const char *name, bool can, bool wrong, Access access, bool application, CardFault fault) {
        QTest::newRow(name) << can << wrong << access << application << fault;
    };
    row("a wrong CAN", true, true, Access::Master, true, CardFault::WrongKey);
    row("a wrong MRZ by PACE", false, true, Access::Master, true, CardFault::WrongKey);
    row("a wrong MRZ by BAC", false, true, Access::Nowhere, true, CardFault::WrongKey);
    row("a CAN where only BAC is", true, false, Access::Nowhere, true, CardFault::WrongKey);
    row("a card of another kind", false, false, Access::Nowhere, false, CardFault::NotSupported);
    row("a card of another kind, asked by CAN", true, false, Access::Nowhere, false, CardFault::NotSupported);
    row("PACE and no application", true, false, Access::Master, false, CardFault::NotSupported);
}

void tst_ChipOpening::saysWhyItDidNot()
{
    QFETCH(bool, can);
    QFETCH(bool, wrong);
    QFETCH(Access, access);
    QFETCH(bool, application);
    QFETCH(CardFault, fault);

    TravelDocument document;
    document.access = access;
    document.application = application;
    SystemEphemeral ephemeral;
    const CardKey key = !wrong ? (can ? TravelDocument::can() : TravelDocument::mrz())
        : can                  ? *CardKey::can(QStringLiteral("140892"))
                               : *CardKey::mrz(QStringLiteral("199140891"), QStringLiteral("990210"), QStringLiteral("390209"));
    const auto chip = openChip(document.channel, key, ephemeral);
    QVERIFY(!chip);
    QCOMPARE(chip.error().fault, fault);
}

void tst_ChipOpening::learnsOfShortLengthsBeforeThereIsASession()
{
    TravelDocument document;
    document.channel.takesExtended = false;
    IsoTransport transport(document.channel);
    SystemEphemeral ephemeral;
    const auto chip = openChip(transport, TravelDocument::can(), ephemeral);
    QVERIFY(chip);
    QCOMPARE(transport.commands(), 2 + 5 + 1);
    ChipFiles files(*chip->channel, chip->habits);
    QVERIFY(files.read(ChipFile::dataGroup(2)));
    QCOMPARE(transport.commands(), 8 + 41); // 9004 bytes of 223 each, none refused
}

void tst_ChipOpening::takesNoWeakerWayAfterNonsense()
{
    TravelDocument document;
    MeddledChannel channel(document.channel, [](int number, const MeddledChannel::Answer &answer) { // its nonce
        return number == 2 ? MeddledChannel::Answer(QByteArray::fromHex("7C0280009000")) : answer;
    });
    SystemEphemeral ephemeral;
    const auto chip = openChip(channel, TravelDocument::mrz(), ephemeral);
    QVERIFY(!chip);
    QCOMPARE(chip.error().fault, CardFault::Nonsense);
    QVERIFY(chip.error().detail.startsWith(QStringLiteral("PACE")));
}

void tst_ChipOpening::endsWhenTheCardIsPulledAway()
{
    // At every command of the way in, and of a read behind it.
    class Pulled final : public CardChannel
    {
    public:
        Pulled(CardChannel &below, int left)
            : m_below(below)
            , m_left(left)
        {
        }
        Result<QByteArray, CardError> transmit(const QByteArray &command) override
        {
            if (m_left-- > 0) {
                return m_below.transmit(command);
            }
            return CardError{.fault = CardFault::Removed};
        }
        QByteArray atr() const override { return {}; }
        void cancel() override { }

    private:
        CardChannel &m_below;
        int m_left;
    };
    for (const bool can : {true, false}) {
        for (int left = 0; left < 11; ++left) {
            TravelDocument document;
            document.access = can ? Access::Master : Access::Nowhere;
            Pulled pulled(document.channel, left);
            SystemEphemeral ephemeral;
            const auto chip = openChip(pulled, can ? TravelDocument::can() : TravelDocument::mrz(), ephemeral);
            if (left < 7) {
                QVERIFY(!chip);
                QCOMPARE(chip.error().fault, CardFault::Removed);
                continue;
            }
            QVERIFY(chip);
            ChipFiles files(*chip->channel, chip->habits);
            QCOMPARE(bool(files.read(ChipFile::dataGroup(1))), left > 7);
            const auto photo = files.read(ChipFile::dataGroup(2));
            QCOMPARE(bool(photo), left > 9);
            // A session that broke off tells the same of what comes after it.
            QVERIFY(left > 9 || photo.error().fault == CardFault::Removed);
        }
    }
}

QTEST_GUILESS_MAIN(tst_ChipOpening)
#include "tst_ChipOpening.moc"
