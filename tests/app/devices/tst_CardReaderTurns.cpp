// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardReaderTurns.h"
#include "app/devices/eid/CardTerms.h"
#include "app/training/chip/SimulatedCardReader.h"
#include "tests/app/devices/ChipGate.h"
#include "tests/app/training/chip/TrainingCards.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using State = CardReader::State;
using Whose = CardReaderTurns::Whose;

/** Two who share a reader; that the side whose turn it is keeps the contract of a reader is shown by tst_CardReader. */
class tst_CardReaderTurns : public QObject
{
    Q_OBJECT

    static constexpr int AtItsPhoto = 17;

    void lay(int heldAt = 0)
    {
        m_gate = ChipGate::before(heldAt, -1);
        training::ChipCard card = m_cards.card();
        m_face = card.face;
        m_reader->lay(std::move(card), ChipGate::held(m_gate, {}));
        QTRY_COMPARE(m_reader->state(), State::Card);
        QCoreApplication::sendPostedEvents();
    }
    [[nodiscard]] std::shared_ptr<const CardKey> key() const { return std::make_shared<const CardKey>(training::TrainingCards::can(m_face)); }
    [[nodiscard]] CardReader *desk() const { return m_turns->side(Whose::Desk); }
    [[nodiscard]] CardReader *kiosk() const { return m_turns->side(Whose::Kiosk); }
    [[nodiscard]] static CardFault faultOf(const QSignalSpy &ended)
    {
        const auto broken = ended.at(0).at(0).value<CardRecord>().broken;
        return broken ? broken->fault : CardFault::Nonsense;
    }

private Q_SLOTS:
    void init()
    {
        m_reader = std::make_unique<training::SimulatedCardReader>([] {
            ReadingTerms terms;
            terms.today = QDate(2026, 11, 23);
            return terms;
        });
        m_turns = std::make_unique<CardReaderTurns>(m_reader.get());
        desk()->start();
        kiosk()->start();
        QTRY_COMPARE(desk()->state(), State::Empty);
        QTRY_COMPARE(kiosk()->state(), State::Empty);
        QCoreApplication::sendPostedEvents();
    }
    void cleanup()
    {
        if (m_gate) {
            m_gate->open();
        }
        m_turns.reset();
        m_reader.reset();
        m_gate.reset();
    }

    void aCardIsForWhoseTurnItIs()
    {
        QSignalSpy desks(desk(), &CardReader::stateChanged);
        QSignalSpy kiosks(kiosk(), &CardReader::stateChanged);
        m_turns->give(Whose::Kiosk);
        lay();
        QCOMPARE(kiosk()->state(), State::Card);
        QCOMPARE(desk()->state(), State::Empty);
        QCOMPARE(kiosks.size(), 1);
        QCOMPARE(desks.size(), 0); // nothing waits there for a card and finds this one
        // What it has not the turn for it does not read.
        QSignalSpy ended(desk(), &CardReader::ended);
        desk()->read(key());
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(faultOf(ended), CardFault::NoCard);
        QCOMPARE(m_gate->commands(), 0);
        // Left there, it is the desk's when the kiosk is left.
        m_turns->give(Whose::Desk);
        QTRY_COMPARE(desks.size(), 1);
        QCOMPARE(desk()->state(), State::Card);
        QCOMPARE(kiosk()->state(), State::Empty);
        QTRY_COMPARE(kiosks.size(), 2);
    }

    void whatWasBegunIsReadToItsEndForWhoBeganIt()
    {
        lay(AtItsPhoto);
        QSignalSpy desks(desk(), &CardReader::ended);
        QSignalSpy kiosks(kiosk(), &CardReader::ended);
        QSignalSpy learned(kiosk(), &CardReader::learned);
        desk()->read(key());
        QVERIFY(m_gate->isReached());
        m_turns->give(Whose::Kiosk);
        kiosk()->read(key()); // follows
        QVERIFY(kiosk()->isReading());
        m_gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(desks.size(), 1, 20000);
        QVERIFY(desks.at(0).at(0).value<CardRecord>().isComplete());
        QTRY_COMPARE_WITH_TIMEOUT(kiosks.size(), 1, 20000);
        QVERIFY(kiosks.at(0).at(0).value<CardRecord>().isComplete());
        QVERIFY(!learned.isEmpty());
        QCOMPARE(desks.size(), 1);
    }

    void whatWaitsCanBeGivenUp()
    {
        lay(AtItsPhoto);
        QSignalSpy desks(desk(), &CardReader::ended);
        QSignalSpy kiosks(kiosk(), &CardReader::ended);
        desk()->read(key());
        QVERIFY(m_gate->isReached());
        m_turns->give(Whose::Kiosk);
        kiosk()->read(key());
        kiosk()->cancel();
        QCOMPARE(kiosks.size(), 0); // never from inside a call
        QTRY_COMPARE(kiosks.size(), 1);
        QCOMPARE(faultOf(kiosks), CardFault::Cancelled);
        m_gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(desks.size(), 1, 20000);
        QVERIFY(desks.at(0).at(0).value<CardRecord>().isComplete()); // that was not
        QVERIFY(!kiosk()->isReading());
    }

    void whoStopsIsToldNothingAndTheOtherGoesOn()
    {
        lay(AtItsPhoto);
        QSignalSpy desks(desk(), &CardReader::ended);
        QSignalSpy kiosks(kiosk(), &CardReader::ended);
        desk()->read(key());
        QVERIFY(m_gate->isReached());
        desk()->stop();
        QCOMPARE(desk()->state(), State::Off);
        m_turns->give(Whose::Kiosk);
        QCOMPARE(kiosk()->state(), State::Card);
        kiosk()->read(key());
        m_gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(kiosks.size(), 1, 20000);
        QVERIFY(kiosks.at(0).at(0).value<CardRecord>().isComplete());
        QCOMPARE(desks.size(), 0);
    }

private:
    training::TrainingCards m_cards;
    std::unique_ptr<training::SimulatedCardReader> m_reader;
    std::unique_ptr<CardReaderTurns> m_turns;
    std::shared_ptr<ChipGate> m_gate;
    training::CardFace m_face;
};

QTEST_GUILESS_MAIN(tst_CardReaderTurns)
#include "tst_CardReaderTurns.moc"
