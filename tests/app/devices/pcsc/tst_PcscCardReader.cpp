// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/ChipGate.h"
#include "tests/app/devices/pcsc/PcscBench.h"
#include "tests/app/devices/pcsc/ServedChip.h"
#include "tests/app/training/chip/TrainingCards.h"

#include "app/devices/pcsc/PcscCardReader.h"
#include "app/devices/pcsc/PcscChannel.h"
#include "app/devices/pcsc/PcscContext.h"
#include "app/devices/pcsc/PcscFacts.h"

#include <winscard.h>

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>
#include <cstring>
#include <thread>

using namespace motcua;
using namespace motcua::training;

using State = CardReader::State;

namespace {

constexpr char Beside[] = "--beside"; // this program is the one that ends while the service hangs

/** A program with a reader of its own: says what it sees, and ends when its input does. */
int beside(int count, char **words)
{
    const QCoreApplication application(count, words);
    PcscCardReader reader({});
    QObject::connect(&reader, &CardReader::stateChanged, &reader, [&reader] {
        if (reader.state() == State::Card) {
            reader.read(std::make_shared<const CardKey>(*CardKey::can(QStringLiteral("000000"))));
        }
        std::puts(reader.state() == State::Card ? "card" : "other");
        std::fflush(stdout);
        QMetaObject::invokeMethod(
            qApp,
            [] {
                while (std::getchar() != EOF) { }
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
    });
    reader.start();
    return QCoreApplication::exec();
}

} // namespace

/** What only readers of a real smart card service meet: several of them, others that use them, and a service that dies or hangs. */
class tst_PcscCardReader : public QObject
{
    Q_OBJECT

    PcscBench m_service{PcscBench::Driver::Pulled};
    QString m_missing;
    TrainingCards m_cards;
    std::array<std::unique_ptr<ServedChip>, 2> m_lying;
    std::shared_ptr<ChipGate> m_gate;
    CardFace m_face;

    void lay(int reader, int heldAt = 0)
    {
        ChipCard card = m_cards.card();
        m_face = card.face;
        m_gate = ChipGate::before(heldAt);
        m_lying.at(static_cast<std::size_t>(reader)) = std::make_unique<ServedChip>(
            m_service.cardPath(reader), std::move(card), ChipGate::held(m_gate));
    }
    [[nodiscard]] std::shared_ptr<const CardKey> key() const { return std::make_shared<const CardKey>(TrainingCards::can(m_face)); }

    [[nodiscard]] static CardFault faultOf(const QSignalSpy &ended)
    {
        const auto card = ended.constLast().at(0).value<CardRecord>();
        return card.broken ? card.broken->fault : CardFault::Nonsense;
    }

private Q_SLOTS:
    void initTestCase() { m_missing = m_service.start(); }
    void init()
    {
        const QByteArray test = QTest::currentTestFunction();
        if (!m_missing.isEmpty() && test != "choosesAmongReaders" && test != "saysWhatAReaderIsLike") {
            QSKIP(qPrintable(m_missing));
        }
    }
    void cleanup()
    {
        if (m_gate) {
            m_gate->open();
        }
        m_lying = {};
        if (m_missing.isEmpty()) { // the next card is not to be taken for one of these
            PcscReaders readers;
            readers.start();
            QTRY_VERIFY_WITH_TIMEOUT(readers.readers().size() == 2 && readers.readers().at(0).state == PcscReader::State::Empty
                    && readers.readers().at(1).state == PcscReader::State::Empty,
                20000);
        }
    }

    void choosesAmongReaders_data()
    {
        QTest::addColumn<QList<PcscReader>>("readers");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("chosen");
        using Of = PcscReader::State;
        const PcscReader empty{QStringLiteral("Alpha 00 00"), Of::Empty, {}};
        const PcscReader gone{QStringLiteral("Beta 00 00"), Of::Unavailable, {}};
        const PcscReader card{QStringLiteral("Gamma 00 00"), Of::Card, {}};
        const PcscReader mute{QStringLiteral("Delta 00 00"), Of::Mute, {}};
        QTest::newRow("none") << QList<PcscReader>{} << QString() << QString();
        QTest::newRow("one that does not answer is still one") << QList{gone} << QString() << gone.name;
        QTest::newRow("rather one that answers") << QList{gone, empty} << QString() << empty.name;
        QTest::newRow("rather something on it than nothing") << QList{gone, empty, mute} << QString() << mute.name;
        QTest::newRow("rather a card") << QList{empty, mute, card} << QString() << card.name;
        QTest::newRow("the first of equals") << QList{empty, PcscReader{QStringLiteral("Alpha 01 00"), Of::Empty, {}}} << QString()
                                             << empty.name;
        QTest::newRow("the named one, whatever lies elsewhere") << QList{empty, card} << QStringLiteral("aLPHA") << empty.name;
        QTest::newRow("none of that name") << QList{empty, card} << QStringLiteral("Epsilon") << QString();
    }
    void choosesAmongReaders()
    {
        QFETCH(QList<PcscReader>, readers);
        QFETCH(QString, part);
        const auto chosen = PcscCardReader::chosen(readers, part);
        QTEST(chosen ? chosen->name : QString(), "chosen");
    }

    void followsTheCardFromReaderToReader()
    {
        PcscCardReader reader({});
        reader.start();
        QTRY_COMPARE(reader.state(), State::Empty);
        QCOMPARE(reader.name(), PcscBench::reader(0));
        lay(1);
        QTRY_COMPARE(reader.state(), State::Card);
        QCOMPARE(reader.name(), PcscBench::reader(1));
        m_lying.at(1).reset();
        QTRY_COMPARE(reader.state(), State::Empty);
        QCOMPARE(reader.name(), PcscBench::reader(0));
    }

    void readsOnWhereItBegan()
    {
        PcscCardReader reader({});
        QSignalSpy ended(&reader, &CardReader::ended);
        reader.start();
        lay(1, 10);
        const auto gate = m_gate;
        QTRY_COMPARE(reader.state(), State::Card);
        reader.read(key());
        QVERIFY(gate->isReached());
        lay(0); // another card, on the reader that is named first
        QTRY_COMPARE(reader.name(), PcscBench::reader(0));
        gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20000);
        QVERIFY(ended.at(0).at(0).value<CardRecord>().isComplete());
        QCOMPARE(m_gate->commands(), 0); // nobody spoke to the other one
        m_gate->open();
    }

    void looksAtTheNamedReaderAlone()
    {
        PcscCardReader named({}, QStringLiteral("00 01"));
        PcscCardReader other({}, QStringLiteral("no such reader"));
        named.start();
        other.start();
        QTRY_COMPARE(named.state(), State::Empty);
        QTRY_COMPARE(other.state(), State::None);
        PcscCardReader any({});
        any.start();
        lay(0);
        QTRY_COMPARE(any.state(), State::Card);
        QCOMPARE(named.state(), State::Empty);
        lay(1);
        QTRY_COMPARE(named.state(), State::Card);
        QCOMPARE(named.name(), PcscBench::reader(1));
        QCOMPARE(other.state(), State::None);
        QVERIFY(other.name().isEmpty());
    }

    void stoppedItHearsNothingThatWasUnderWay()
    {
        PcscCardReader reader({});
        reader.start();
        QTRY_COMPARE(reader.state(), State::Empty);
        lay(0);
        // The card is seen while this thread hears of nothing.
        for (QDeadlineTimer until(20'000);
             PcscFacts::now().readers.value(0).reader.state != PcscReader::State::Card && !until.hasExpired();) { }
        QSignalSpy states(&reader, &CardReader::stateChanged);
        reader.stop();
        reader.start();
        QTRY_COMPARE(reader.state(), State::Card);
        QCOMPARE(states.size(), 1);
    }

    void saysWhatAReaderIsLike_data()
    {
        QTest::addColumn<unsigned long>("events");
        QTest::addColumn<PcscReader::State>("state");
        const auto row = [](const char *name, unsigned long events, PcscReader::State state) { QTest::newRow(name) << events << state; };
        row("nothing on it", SCARD_STATE_EMPTY, PcscReader::State::Empty);
        row("a card", SCARD_STATE_PRESENT, PcscReader::State::Card);
        row("a card that others use", SCARD_STATE_PRESENT | SCARD_STATE_INUSE, PcscReader::State::Card);
        row("a card that another holds", SCARD_STATE_PRESENT | SCARD_STATE_EXCLUSIVE, PcscReader::State::Card);
        row("a card laid on wrongly", SCARD_STATE_PRESENT | SCARD_STATE_MUTE, PcscReader::State::Mute);
        row("no reader any more", SCARD_STATE_UNKNOWN | SCARD_STATE_CHANGED, PcscReader::State::Unavailable);
        row("a reader that does not answer", SCARD_STATE_UNAVAILABLE | SCARD_STATE_PRESENT, PcscReader::State::Unavailable);
    }
    void saysWhatAReaderIsLike()
    {
        QFETCH(unsigned long, events);
        QTEST(PcscReader::stateOf(events), "state");
    }

    void saysThatAnotherProgramHoldsTheCard()
    {
        PcscCardReader reader({});
        QSignalSpy ended(&reader, &CardReader::ended);
        reader.start();
        lay(0);
        QTRY_COMPARE(reader.state(), State::Card);
        const auto context = PcscContext::open();
        QVERIFY(context);
        SCARDHANDLE handle = 0;
        DWORD protocol = 0;
        const QByteArray name = PcscBench::reader(0).toUtf8();
        QCOMPARE(SCardConnect((*context)->handle(), name.constData(), SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T1, &handle, &protocol),
            SCARD_S_SUCCESS);
        reader.read(key());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20000);
        QCOMPARE(faultOf(ended), CardFault::ReaderBusy);
        QCOMPARE(reader.state(), State::Card); // it lies there all the same
        QCOMPARE(m_gate->commands(), 0);
        QCOMPARE(SCardDisconnect(handle, SCARD_LEAVE_CARD), SCARD_S_SUCCESS);
        reader.read(key());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20000);
        QVERIFY(ended.at(1).at(0).value<CardRecord>().isComplete());
    }

    void outlivesTheDeathOfTheService()
    {
        PcscCardReader reader({});
        QSignalSpy ended(&reader, &CardReader::ended);
        reader.start();
        lay(0);
        QTRY_COMPARE(reader.state(), State::Card);
        QVERIFY(m_service.killService());
        QTRY_COMPARE(reader.state(), State::NoService);
        reader.read(key());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20000);
        QCOMPARE(faultOf(ended), CardFault::ServiceNotRunning);
        QVERIFY(m_service.startService());
        QTRY_COMPARE_WITH_TIMEOUT(reader.state(), State::Card, 20000);
        reader.read(key());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20000);
        QVERIFY(ended.at(1).at(0).value<CardRecord>().isComplete());
    }

    /** What is under way to a service that hangs is given up, and a test that is not comes to the end of its time. */
    void endsThoughTheServiceHangs()
    {
        auto reader = std::make_unique<PcscCardReader>(ChannelCardReader::Terms());
        reader->start();
        lay(0);
        QTRY_COMPARE(reader->state(), State::Card);
        QVERIFY(m_service.freezeService());
        reader->read(key());
        reader->stop();
        reader->start(); // and stands in the queue of a service that answers nobody
        CardFault fault = CardFault::NoCard;
        std::thread other([&fault] {
            const auto channel = PcscChannel::open(PcscBench::reader(0));
            fault = channel ? CardFault::Nonsense : channel.error().fault;
        });
        reader.reset();
        other.join();
        QVERIFY(m_service.thawService());
        QCOMPARE(fault, CardFault::ServiceNotRunning); // and not held by another program
        PcscCardReader next({}); // what was left behind stands in nobody's way
        QSignalSpy ended(&next, &CardReader::ended);
        next.start();
        QTRY_COMPARE_WITH_TIMEOUT(next.state(), State::Card, 20000);
        next.read(key());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20000);
        QVERIFY(ended.at(0).at(0).value<CardRecord>().isComplete());
    }

    void itsProgramEndsThoughTheServiceHangs()
    {
        lay(0, 3);
        PcscReaders readers;
        readers.start();
        QTRY_VERIFY(readers.readers().size() == 2 && readers.readers().at(0).state == PcscReader::State::Card);
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(Beside)});
        QVERIFY(program.waitForReadyRead(20000));
        QCOMPARE(program.readLine(), QByteArray("card\n"));
        QVERIFY(m_gate->isReached());
        QVERIFY(m_service.freezeService());
        program.closeWriteChannel();
        const bool ended = program.waitForFinished(30000);
        m_service.thawService();
        QVERIFY2(ended, "it waits for the service for ever");
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }
};

int main(int count, char **words)
{
    if (count > 1 && std::strcmp(words[1], Beside) == 0) {
        return beside(count, words);
    }
    QCoreApplication application(count, words);
    tst_PcscCardReader test;
    return QTest::qExec(&test, count, words);
}

#include "tst_PcscCardReader.moc"
