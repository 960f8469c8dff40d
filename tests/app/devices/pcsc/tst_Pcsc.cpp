// SPDX-License-Identifier: GPL-3.0-or-later
#include "PcscBench.h"
#include "VirtualCard.h"

#include "tests/app/devices/eid/TravelDocument.h"

#include "app/devices/eid/ChipAuthentication.h"
#include "app/devices/eid/ChipOpening.h"
#include "app/devices/eid/IsoTransport.h"
#include "app/devices/pcsc/PcscChannel.h"
#include "app/devices/pcsc/PcscError.h"
#include "app/devices/pcsc/PcscFacts.h"
#include "app/devices/pcsc/PcscReaders.h"

#include <winscard.h>

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace motcua;
using State = PcscReader::State;

namespace {

const QByteArray withExtended = QByteArray::fromHex("3B85800180738421C057");
const QByteArray withoutExtended = QByteArray::fromHex("3B858001807384218017");

QByteArray echo(const QByteArray &command)
{
    return command + QByteArray::fromHex("9000");
}

} // namespace

class tst_Pcsc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void namesErrors_data();
    void namesErrors();
    void seesReadersAndCards();
    void transmitsAndKnowsTheCard();
    void carriesLongAnswers_data();
    void carriesLongAnswers();
    void opensAndReadsADocument_data();
    void opensAndReadsADocument();
    void forgetsSessionsOnReset();
    void saysThatThereIsNoCard();
    void saysThatThereIsNoReader();
    void saysThatTheReaderIsHeld();
    void saysThatTheCardWasPulledAway();
    void sendsNothingAfterCancel();
    void factsDisturbNobody();
    void outlivesTheService();

private:
    bool opens(std::unique_ptr<PcscChannel> &channel);
    static bool becomesEmpty(int reader);

    PcscBench m_bench;
    QString m_missing;
};

void tst_Pcsc::initTestCase()
{
    m_missing = m_bench.start();
}

void tst_Pcsc::init()
{
    if (!m_missing.isEmpty() && QByteArray(QTest::currentTestFunction()) != "namesErrors") {
        QSKIP(qPrintable(m_missing));
    }
    // The service looks at its readers now and then, and would take the next card for that of the test before.
    QVERIFY(!m_missing.isEmpty() || (becomesEmpty(0) && becomesEmpty(1)));
}

bool tst_Pcsc::becomesEmpty(int reader)
{
    const auto context = PcscContext::open();
    if (!context) {
        return false;
    }
    const QByteArray name = PcscBench::reader(reader).toUtf8();
    SCARD_READERSTATE state{};
    state.szReader = name.constData();
    state.dwCurrentState = SCARD_STATE_UNAWARE;
    while ((state.dwEventState & SCARD_STATE_EMPTY) == 0) {
        if (SCardGetStatusChange((*context)->handle(), 10000, &state, 1) != SCARD_S_SUCCESS) {
            return false;
        }
        state.dwCurrentState = state.dwEventState & ~DWORD(SCARD_STATE_CHANGED);
    }
    return true;
}

/** The service takes a moment to see a card. */
bool tst_Pcsc::opens(std::unique_ptr<PcscChannel> &channel)
{
    return QTest::qWaitFor(
        [&] {
            auto opened = PcscChannel::open(PcscBench::reader(0));
            if (!opened) {
                return false;
            }
            channel = *std::move(opened);
            return true;
        },
        10000);
}

void tst_Pcsc::namesErrors_data()
{
    QTest::addColumn<long>("code");
    QTest::addColumn<PcscMoment>("moment");
    QTest::addColumn<CardFault>("fault");

    const auto row = [](const char *name, long code, PcscMoment moment, CardFault fault) {
        QTest::newRow(name) << code << moment << fault;
    };
    row("no service", SCARD_E_NO_SERVICE, PcscMoment::Asking, CardFault::ServiceNotRunning);
    row("a service that stopped", SCARD_E_SERVICE_STOPPED, PcscMoment::Transmitting, CardFault::ServiceNotRunning);
    row("no reader", SCARD_E_UNKNOWN_READER, PcscMoment::Connecting, CardFault::NoReader);
    row("a reader pulled out at work", SCARD_E_READER_UNAVAILABLE, PcscMoment::Transmitting, CardFault::Removed);
    row("no card", SCARD_E_NO_SMARTCARD, PcscMoment::Connecting, CardFault::NoCard);
    row("a card pulled away", SCARD_W_REMOVED_CARD, PcscMoment::Transmitting, CardFault::Removed);
    row("a reader held by another", SCARD_E_SHARING_VIOLATION, PcscMoment::Connecting, CardFault::ReaderBusy);
    row("a card another program has reset", SCARD_W_RESET_CARD, PcscMoment::Transmitting, CardFault::ReaderBusy);
    row("a card that does not answer", SCARD_W_UNRESPONSIVE_CARD, PcscMoment::Connecting, CardFault::NotSupported);
    row("time", SCARD_E_TIMEOUT, PcscMoment::Transmitting, CardFault::TimedOut);
    row("what nobody foresaw", SCARD_E_NOT_TRANSACTED, PcscMoment::Transmitting, CardFault::DriverFailed);
}

void tst_Pcsc::namesErrors()
{
    QFETCH(long, code);
    QFETCH(PcscMoment, moment);
    QFETCH(CardFault, fault);
    const CardError error = pcscError(code, moment, "SCardCall");
    QCOMPARE(error.fault, fault);
    QVERIFY(error.detail.startsWith(QStringLiteral("SCardCall: ")));
    QVERIFY(error.detail.contains(QStringLiteral("(8010")));
}

void tst_Pcsc::seesReadersAndCards()
{
    PcscReaders readers;
    QSignalSpy changed(&readers, &PcscReaders::changed);
    readers.start();
    QTRY_COMPARE(readers.readers().size(), 2);
    QVERIFY(!readers.fault());
    QCOMPARE(readers.readers().at(0), (PcscReader{PcscBench::reader(0), State::Empty, {}}));
    QCOMPARE(readers.readers().at(1).name, PcscBench::reader(1));
    {
        VirtualCard card(m_bench.cardPath(1), withExtended, echo);
        QTRY_COMPARE(readers.readers().at(1).state, State::Card);
        QCOMPARE(readers.readers().at(1).atr, withExtended);
        QCOMPARE(readers.readers().at(0).state, State::Empty);
    }
    QTRY_COMPARE(readers.readers().at(1).state, State::Empty);
    QVERIFY(readers.readers().at(1).atr.isEmpty());
    QVERIFY(changed.size() >= 3);
}

void tst_Pcsc::transmitsAndKnowsTheCard()
{
    VirtualCard card(m_bench.cardPath(0), withExtended, echo);
    std::unique_ptr<PcscChannel> channel;
    QVERIFY2(opens(channel), m_bench.log());
    QCOMPARE(channel->atr(), withExtended);
    const auto answer = channel->send({0, 0xB0, 1, 2, "data", 256});
    QVERIFY(answer && answer->ok());
    QCOMPARE(answer->data, (Apdu{0, 0xB0, 1, 2, "data", 256}.bytes()));
}

void tst_Pcsc::carriesLongAnswers_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("le");

    QTest::newRow("285 bytes to a short command") << 285 << 256;
    QTest::newRow("32768 bytes") << 32768 << 32768;
    QTest::newRow("65000 bytes") << 65000 << 65536;
}

void tst_Pcsc::carriesLongAnswers()
{
    QFETCH(int, size);
    QFETCH(int, le);
    VirtualCard card(
        m_bench.cardPath(0), withExtended, [&](const QByteArray &) { return QByteArray(size, 'x') + QByteArray::fromHex("9000"); });
    std::unique_ptr<PcscChannel> channel;
    QVERIFY2(opens(channel), m_bench.log());
    IsoTransport transport(*channel);
    const auto answer = transport.send({0, 0xB0, 0, 0, {}, le});
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->data.size(), size);
}

void tst_Pcsc::opensAndReadsADocument_data()
{
    QTest::addColumn<bool>("extended");
    QTest::addColumn<bool>("can");
    QTest::addColumn<int>("commands");

    QTest::newRow("by PACE, with extended length") << true << true << 7 + 1 + 2;
    QTest::newRow("by PACE, with short lengths") << false << true << 7 + 1 + 41;
    QTest::newRow("by the MRZ") << true << false << 7 + 1 + 2;
}

void tst_Pcsc::opensAndReadsADocument()
{
    QFETCH(bool, extended);
    QFETCH(bool, can);
    QFETCH(int, commands);

    TravelDocument document;
    document.channel.takesExtended = extended;
    VirtualCard card(m_bench.cardPath(0), extended ? withExtended : withoutExtended,
        [&](const QByteArray &command) { return *document.channel.transmit(command); });
    std::unique_ptr<PcscChannel> channel;
    QVERIFY2(opens(channel), m_bench.log());
    IsoTransport transport(*channel);
    QCOMPARE(transport.extendedLength(), std::optional(extended));
    SystemEphemeral ephemeral;
    const auto chip = openChip(transport, can ? TravelDocument::can() : TravelDocument::mrz(), ephemeral);
    QVERIFY2(chip, chip ? "" : qPrintable(chip.error().detail));
    ChipFiles files(*chip->channel, chip->habits);
    QCOMPARE(*files.read(ChipFile::dataGroup(1)), document.files.files.value(0x0101));
    QCOMPARE(*files.read(ChipFile::dataGroup(2)), document.files.files.value(0x0102));
    QCOMPARE(transport.commands(), commands);
}

void tst_Pcsc::forgetsSessionsOnReset()
{
    std::atomic_int resets = 0;
    VirtualCard card(m_bench.cardPath(0), withExtended, echo, [&](int control) { resets += control == 2 ? 1 : 0; });
    std::unique_ptr<PcscChannel> channel;
    QVERIFY2(opens(channel), m_bench.log());
    QCOMPARE(resets.load(), 0);
    QVERIFY(channel->reset());
    QTRY_COMPARE(resets.load(), 1);
    QCOMPARE(channel->atr(), withExtended);
    QVERIFY(channel->send({0, 0x84, 0, 0, {}, 8}));
    channel.reset(); // when the way goes, so does what was opened
    QTRY_COMPARE(resets.load(), 2);
}

void tst_Pcsc::saysThatThereIsNoCard()
{
    const auto channel = PcscChannel::open(PcscBench::reader(0));
    QVERIFY(!channel);
    QCOMPARE(channel.error().fault, CardFault::NoCard);
}

void tst_Pcsc::saysThatThereIsNoReader()
{
    const auto channel = PcscChannel::open(QStringLiteral("Another reader 00 00"));
    QVERIFY(!channel);
    QCOMPARE(channel.error().fault, CardFault::NoReader);
}

void tst_Pcsc::saysThatTheReaderIsHeld()
{
    std::atomic_int others = 0; // commands of another program
    std::thread other;
    VirtualCard card(m_bench.cardPath(0), withExtended, [&others](const QByteArray &command) {
        others += command.endsWith('\x09') ? 1 : 0;
        return echo(command);
    });
    std::unique_ptr<PcscChannel> first;
    QVERIFY(opens(first));
    const auto second = PcscChannel::open(PcscBench::reader(0));
    QVERIFY(!second);
    QCOMPARE(second.error().fault, CardFault::ReaderBusy);

    // One that shares does not keep us out.
    first.reset();
    SCARDCONTEXT context = 0;
    SCARDHANDLE handle = 0;
    DWORD protocol = 0;
    QCOMPARE(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context), SCARD_S_SUCCESS);
    const QByteArray name = PcscBench::reader(0).toUtf8();
    QTRY_COMPARE(SCardConnect(context, name.constData(), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T1, &handle, &protocol), SCARD_S_SUCCESS);
    {
        const auto beside = PcscChannel::open(PcscBench::reader(0));
        QVERIFY2(beside, beside ? "" : qPrintable(beside.error().detail));
        QVERIFY((*beside)->send({0, 0x84, 0, 0, {}, 8}));
        // And comes not between, as long as we are at it: what it sends waits.
        const auto sent = [handle] {
            std::array<unsigned char, 300> answer{};
            DWORD size = answer.size();
            const QByteArray command = QByteArray::fromHex("0084000009");
            SCardTransmit(handle, SCARD_PCI_T1, reinterpret_cast<const unsigned char *>(command.constData()), static_cast<DWORD>(command.size()), nullptr, answer.data(), &size);
        };
        other = std::thread(sent);
        QVERIFY(!QTest::qWaitFor([&others] { return others.load() > 0; }, 300));
        QVERIFY((*beside)->send({0, 0x84, 0, 0, {}, 8}));
        QCOMPARE(others.load(), 0);
    }
    other.join();
    // Our end resets the card, which the other hears of.
    QCOMPARE(SCardReconnect(handle, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T1, SCARD_LEAVE_CARD, &protocol), SCARD_S_SUCCESS);
    // One that keeps the card to itself does.
    QCOMPARE(SCardBeginTransaction(handle), SCARD_S_SUCCESS);
    const auto third = PcscChannel::open(PcscBench::reader(0));
    QVERIFY(!third);
    QCOMPARE(third.error().fault, CardFault::ReaderBusy);
    QCOMPARE(SCardEndTransaction(handle, SCARD_LEAVE_CARD), SCARD_S_SUCCESS);
    QVERIFY(PcscChannel::open(PcscBench::reader(0))); // nothing of it is left behind
    SCardDisconnect(handle, SCARD_LEAVE_CARD);
    SCardReleaseContext(context);
}

void tst_Pcsc::saysThatTheCardWasPulledAway()
{
    int left = 2;
    VirtualCard card(
        m_bench.cardPath(0), withExtended, [&](const QByteArray &command) { return left-- > 0 ? echo(command) : QByteArray(); });
    std::unique_ptr<PcscChannel> channel;
    QVERIFY2(opens(channel), m_bench.log());
    QVERIFY(channel->send({0, 0x84, 0, 0, {}, 8}));
    QVERIFY(channel->send({0, 0x84, 0, 0, {}, 8}));
    for (int turn = 0; turn < 2; ++turn) {
        const auto answer = channel->send({0, 0x84, 0, 0, {}, 8});
        QVERIFY(!answer);
        QVERIFY2(answer.error().fault == CardFault::Removed, qPrintable(answer.error().detail));
    }
}

void tst_Pcsc::sendsNothingAfterCancel()
{
    std::atomic_int commands = 0;
    VirtualCard card(m_bench.cardPath(0), withExtended, [&](const QByteArray &command) {
        ++commands;
        return echo(command);
    });
    std::unique_ptr<PcscChannel> channel;
    QVERIFY2(opens(channel), m_bench.log());
    channel->cancel();
    QCOMPARE(channel->send({0, 0x84, 0, 0, {}, 8}).error().fault, CardFault::Cancelled);
    QCOMPARE(commands.load(), 0);
}

void tst_Pcsc::factsDisturbNobody()
{
    std::atomic_int resets = 0;
    VirtualCard card(m_bench.cardPath(0), withExtended, echo, [&](int control) { resets += control == 2 ? 1 : 0; });
    std::unique_ptr<PcscChannel> channel;
    QVERIFY2(opens(channel), m_bench.log());
    const PcscFacts held = PcscFacts::now();
    QVERIFY(held.isInstalled && !held.fault);
    QCOMPARE(held.readers.size(), 2);
    QCOMPARE(held.readers.at(0).reader, (PcscReader{PcscBench::reader(0), State::Card, withExtended}));
    QVERIFY(held.readers.at(0).isHeld);
    QCOMPARE(held.readers.at(1).reader, (PcscReader{PcscBench::reader(1), State::Empty, {}}));
    QVERIFY(!held.readers.at(1).isHeld);
    QVERIFY(channel->send({0, 0x84, 0, 0, {}, 8}));
    QCOMPARE(resets.load(), 0);

    channel.reset();
    QTRY_COMPARE(resets.load(), 1);
    const PcscFacts free = PcscFacts::now();
    QCOMPARE(free.readers.at(0).reader.state, State::Card);
    QVERIFY(!free.readers.at(0).isHeld);
    QVERIFY2(opens(channel), m_bench.log());
    QVERIFY(channel->send({0, 0x84, 0, 0, {}, 8}));
    QCOMPARE(resets.load(), 1);
}

void tst_Pcsc::outlivesTheService()
{
    VirtualCard card(m_bench.cardPath(0), withExtended, echo);
    PcscReaders readers;
    readers.start();
    QTRY_COMPARE(readers.readers().size(), 2);
    QTRY_COMPARE(readers.readers().at(0).state, State::Card);
    std::unique_ptr<PcscChannel> channel;
    QVERIFY2(opens(channel), m_bench.log());

    QVERIFY(m_bench.stopService());
    QTRY_VERIFY(readers.fault().has_value());
    QCOMPARE(readers.fault()->fault, CardFault::ServiceNotRunning);
    QVERIFY(readers.readers().isEmpty());
    const auto lost = channel->send({0, 0x84, 0, 0, {}, 8});
    QVERIFY(!lost);
    QVERIFY2(
        lost.error().fault == CardFault::ServiceNotRunning || lost.error().fault == CardFault::Removed, qPrintable(lost.error().detail));
    QCOMPARE(PcscChannel::open(PcscBench::reader(0)).error().fault, CardFault::ServiceNotRunning);

    QVERIFY(m_bench.startService());
    QTRY_COMPARE_WITH_TIMEOUT(readers.readers().size(), 2, 15000);
    QVERIFY(!readers.fault());
    QTRY_COMPARE_WITH_TIMEOUT(readers.readers().at(0).state, State::Card, 15000);
    QVERIFY2(opens(channel), m_bench.log());
    QVERIFY(channel->send({0, 0x84, 0, 0, {}, 8}));
}

QTEST_GUILESS_MAIN(tst_Pcsc)
#include "tst_Pcsc.moc"
