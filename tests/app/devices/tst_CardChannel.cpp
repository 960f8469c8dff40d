// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/ChipChannelBench.h"
#include "tests/app/devices/ChipGate.h"
#include "tests/app/devices/PcscChannelBench.h"
#include "tests/app/training/chip/TrainingCards.h"

#include "app/devices/eid/ChipFiles.h"
#include "app/devices/eid/ChipOpening.h"
#include "app/devices/eid/IsoTransport.h"

#include <QTest>

#include <array>
#include <thread>
#include <utility>

using namespace motcua;
using namespace motcua::training;

namespace {

enum class Kind { Chip, Pcsc };

constexpr std::array Kinds{std::pair{Kind::Chip, "chip"}, std::pair{Kind::Pcsc, "pcscd"}};

const Apdu Select{0, 0xA4, 4, 0x0C, QByteArray::fromHex("A0000002471001")};
const Apdu Challenge{0, 0x84, 0, 0, {}, 8};
const Apdu SelectZone{0, 0xA4, 2, 0x0C, QByteArray::fromHex("0101")};

/** Whoever holds this does not see that it leads elsewhere now. */
class Turned final : public CardChannel
{
public:
    explicit Turned(CardChannel &to)
        : m_to(&to)
    {
    }
    void turnTo(CardChannel &other) { m_to = &other; }

    Result<QByteArray, CardError> transmit(const QByteArray &command) override { return m_to->transmit(command); }
    QByteArray atr() const override { return m_to->atr(); }
    void cancel() override { m_to->cancel(); }

private:
    CardChannel *m_to;
};

} // namespace

/**
 * The contract of CardChannel, kept by our chip itself and by the way to it through a smart card service. The wire of the virtual reader between
 * the two is no channel of the program: the second way goes over it.
 */
class tst_CardChannel : public QObject
{
    Q_OBJECT

    PcscBench m_service{PcscBench::Driver::Pulled};
    QString m_missing; ///< why there is no service
    TrainingCards m_cards;
    std::unique_ptr<CardChannelBench> m_bench;
    std::shared_ptr<ChipGate> m_gate;
    CardFace m_face;

    static void kinds()
    {
        QTest::addColumn<Kind>("kind");
        for (const auto &[kind, name] : Kinds) {
            QTest::addRow("%s", name) << kind;
        }
    }

    bool make(Kind kind)
    {
        if (kind == Kind::Chip) {
            m_bench = std::make_unique<ChipChannelBench>();
        } else if (m_missing.isEmpty()) {
            m_bench = std::make_unique<PcscChannelBench>(m_service);
        }
        return m_bench != nullptr;
    }

    CardChannel &lay(const ChipOptions &options = {}, int heldAt = 0)
    {
        m_gate = ChipGate::before(heldAt);
        ChipCard card = m_cards.card();
        m_face = card.face;
        m_bench->lay(std::move(card), ChipGate::held(m_gate, options));
        return m_bench->open();
    }

private Q_SLOTS:
    void initTestCase() { m_missing = m_service.start(); }
    void cleanup()
    {
        if (m_gate) {
            m_gate->open();
        }
        m_bench.reset();
        m_gate.reset();
    }

    void bringsWhatTheCardSays_data() { kinds(); }
    void bringsWhatTheCardSays()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        CardChannel &channel = lay();
        QCOMPARE(channel.atr(), m_bench->atr());
        QCOMPARE(channel.room(256), 256); // nothing protects it
        QCOMPARE(*channel.transmit(Select.bytes()), QByteArray::fromHex("9000"));
        const auto challenge = channel.send(Challenge);
        QVERIFY(challenge && challenge->ok());
        QCOMPARE(challenge->data.size(), 8);
        QCOMPARE(channel.send(SelectZone)->status, sw::SecurityStatus); // no is an answer too
        QCOMPARE(channel.send({0, 0xFE, 0, 0})->status, sw::UnknownInstruction);
        QCOMPARE(m_gate->commands(), 4); // and nobody asks for anything of their own
    }

    void bringsWholeFiles_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("extended");
        QTest::addColumn<bool>("longAnswers");
        for (const auto &[kind, name] : Kinds) {
            QTest::addRow("%s: with extended length", name) << kind << true << false;
            QTest::addRow("%s: with short lengths", name) << kind << false << false;
            QTest::addRow("%s: with answers of 285 bytes", name) << kind << false << true;
        }
    }
    void bringsWholeFiles()
    {
        QFETCH(Kind, kind);
        QFETCH(bool, extended);
        QFETCH(bool, longAnswers);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        CardChannel &channel = lay({.extended = extended, .longAnswers = longAnswers});
        IsoTransport transport(channel);
        QCOMPARE(transport.extendedLength(), std::optional(extended));
        SystemEphemeral ephemeral;
        const auto opened = openChip(transport, TrainingCards::can(m_face), ephemeral);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        ChipFiles files(*opened->channel, opened->habits);
        const ChipCard written = m_cards.card();
        for (const int group : {1, 2, 13, 14}) {
            const ChipFile file = ChipFile::dataGroup(group);
            const auto read = files.read(file);
            QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
            QCOMPARE(*read, written.files.value(file.id));
        }
    }

    void openedAnewItKnowsNobody_data() { kinds(); }
    void openedAnewItKnowsNobody()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        Turned way(lay());
        SystemEphemeral ephemeral;
        const auto opened = openChip(way, TrainingCards::can(m_face), ephemeral);
        QVERIFY(opened && opened->channel->send(SelectZone)->ok());
        way.turnTo(m_bench->open());
        const auto kept = opened->channel->send(SelectZone); // nobody who comes later finds the session of this one
        QVERIFY(!kept || !kept->ok());
        CardChannel &again = m_bench->open();
        QVERIFY(!again.send(SelectZone)->ok()); // no application is selected
        QVERIFY(again.send(Select)->ok());
        QCOMPARE(again.send(SelectZone)->status, sw::SecurityStatus);
    }

    void countsItsTriesAcrossWays_data() { kinds(); }
    void countsItsTriesAcrossWays()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        (void)lay({.tries = 3});
        SystemEphemeral ephemeral;
        for (const int left : {2, 1}) {
            IsoTransport transport(m_bench->open());
            const auto opened = openChip(transport, *CardKey::can(QStringLiteral("000000")), ephemeral);
            QVERIFY(!opened);
            QCOMPARE(opened.error().fault, CardFault::WrongKey);
            QCOMPARE(opened.error().triesLeft, left);
        }
    }

    void cancelledItSendsNothingMore_data() { kinds(); }
    void cancelledItSendsNothingMore()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        CardChannel &channel = lay();
        QVERIFY(channel.send(Select)->ok());
        channel.cancel();
        for (int turn = 0; turn < 2; ++turn) {
            const auto answer = channel.send(Challenge);
            QVERIFY(!answer);
            QCOMPARE(answer.error().fault, CardFault::Cancelled);
        }
        QCOMPARE(m_gate->commands(), 1);
        QVERIFY(m_bench->open().send(Select)->ok()); // the next way is not
    }

    void mayBeCancelledWhileTheCardThinks_data() { kinds(); }
    void mayBeCancelledWhileTheCardThinks()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        CardChannel &channel = lay({}, 2);
        std::thread other([this, &channel] {
            if (m_gate->isReached()) {
                channel.cancel();
                m_gate->open();
            }
        });
        QVERIFY(channel.send(Select)->ok());
        const auto under = channel.send(Challenge); // what is under way may still be answered
        other.join();
        QVERIFY(under ? under->ok() : under.error().fault == CardFault::Cancelled);
        QCOMPARE(channel.send(Challenge).error().fault, CardFault::Cancelled);
        QCOMPARE(m_gate->commands(), 2);
    }

    void takenAwayItIsGone_data() { kinds(); }
    void takenAwayItIsGone()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        CardChannel &channel = lay({.faults = {.removedAfter = 1}});
        QVERIFY(channel.send(Select)->ok());
        for (int turn = 0; turn < 2; ++turn) {
            const auto answer = channel.send(Challenge);
            QVERIFY(!answer);
            QVERIFY2(
                answer.error().fault == CardFault::Removed, qPrintable(faultName(answer.error().fault) + u' ' + answer.error().detail));
        }
        QCOMPARE(m_gate->commands(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_CardChannel)
#include "tst_CardChannel.moc"
