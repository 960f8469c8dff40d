// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardTerms.h"
#include "app/training/chip/SimulatedCardReader.h"
#include "app/workflows/Lawbook.h"
#include "app/workflows/ReadCard.h"
#include "tests/app/training/chip/TrainingCards.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using Step = ReadCard::Step;

Q_DECLARE_METATYPE(motcua::CardVerdict)
Q_DECLARE_METATYPE(motcua::training::ChipFaults)
Q_DECLARE_METATYPE(motcua::CardFault)

/** A card of an invented person on the reader of training, read to its end whatever comes between. */
class tst_ReadCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_cards = std::make_unique<training::TrainingCards>(); }

    void init()
    {
        m_trusts = true;
        m_reader = std::make_unique<training::SimulatedCardReader>([this] {
            const auto authority = certificateIn(m_cards->authority().authority());
            return CardTerms({}, Lawbook::folder(), m_trusts ? QList{*authority} : QList<TrustCertificate>()).on(QDate(2026, 11, 23));
        });
        m_reading = std::make_unique<ReadCard>();
        m_reading->use(m_reader.get());
        m_reader->start();
        QTRY_COMPARE(m_reader->state(), CardReader::State::Empty);
    }
    void cleanup()
    {
        m_reading.reset();
        m_reader.reset();
    }

    void aCardThatLiesThereIsReadAndProved_data()
    {
        QTest::addColumn<training::ChipFaults>("faults");
        QTest::addColumn<bool>("trusts");
        QTest::addColumn<CardVerdict>("verdict");
        training::ChipFaults altered;
        altered.tamperedGroup = 13;
        training::ChipFaults copied;
        copied.copied = true;
        training::ChipFaults wrongSod;
        wrongSod.wrongSod = true;
        QTest::newRow("genuine") << training::ChipFaults() << true << CardVerdict::Verified;
        QTest::newRow("of an issuer nobody brought") << training::ChipFaults() << false << CardVerdict::IssuerUnknown;
        QTest::newRow("altered") << altered << true << CardVerdict::Altered;
        QTest::newRow("copied") << copied << true << CardVerdict::ChipCopied;
        QTest::newRow("signed wrongly") << wrongSod << true << CardVerdict::SignatureWrong;
    }
    void aCardThatLiesThereIsReadAndProved()
    {
        QFETCH(training::ChipFaults, faults);
        QFETCH(bool, trusts);
        QFETCH(CardVerdict, verdict);
        m_trusts = trusts;
        training::ChipOptions options;
        options.faults = faults;
        lay(options);
        QSignalSpy learned(m_reading.get(), &ReadCard::learned);
        QSignalSpy done(m_reading.get(), &ReadCard::done);
        m_reading->begin(key());
        QCOMPARE(m_reading->step(), Step::Reading);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(learned.size(), 1); // the data of a form come before the proofs, once
        QCOMPARE(m_reading->step(), Step::Done);
        QCOMPARE(m_reading->card()->verdict(), verdict);
        QCOMPARE(m_reading->card()->identity.text(IdentityPart::PersonalNumber), m_face.number);
        const IdentitySource source = m_reading->card()->identity.best(IdentityPart::Name)->source;
        QCOMPARE(source == IdentitySource::ChipVerified, verdict == CardVerdict::Verified);
    }

    void nothingThatOpensItIsAskedFor()
    {
        lay();
        m_reading->begin();
        QCOMPARE(m_reading->step(), Step::KeyWanted);
        QVERIFY(!m_reading->fault());
        m_reading->begin(key());
        QTRY_COMPARE(m_reading->step(), Step::Done);
    }

    void aWrongNumberIsAskedForAgain()
    {
        lay();
        m_reading->begin(std::make_shared<const CardKey>(*CardKey::can(u"000000"_qs)));
        QTRY_COMPARE(m_reading->step(), Step::KeyWanted);
        QCOMPARE(m_reading->fault()->fault, CardFault::WrongKey);
        m_reading->begin(); // and what opened nothing is not tried again
        QCOMPARE(m_reading->step(), Step::KeyWanted);
        m_reading->begin(key());
        QTRY_COMPARE(m_reading->step(), Step::Done);
    }

    void aCardThatComesLaterIsReadByItself()
    {
        m_reading->begin(key(face()));
        QCOMPARE(m_reading->step(), Step::CardWanted);
        lay();
        QTRY_COMPARE(m_reading->step(), Step::Done);
        QCOMPARE(m_reading->card()->verdict(), CardVerdict::Verified);
    }

    void aCardTakenAwayIsReadOnWhenItLiesThereAgain_data()
    {
        QTest::addColumn<int>("commands");
        for (const int commands : {0, 1, 5, 9, 14, 17}) {
            QTest::addRow("after %d commands", commands) << commands;
        }
    }
    void aCardTakenAwayIsReadOnWhenItLiesThereAgain()
    {
        QFETCH(int, commands);
        training::ChipOptions torn;
        torn.faults.removedAfter = commands;
        lay(torn);
        QSignalSpy learned(m_reading.get(), &ReadCard::learned);
        QSignalSpy broken(m_reading.get(), &ReadCard::broken);
        QSignalSpy done(m_reading.get(), &ReadCard::done);
        m_reading->begin(key());
        QTRY_COMPARE(m_reading->step(), Step::CardWanted);
        QCOMPARE(m_reading->fault()->fault, CardFault::Removed);
        QVERIFY(done.isEmpty());
        m_reader->takeAway();
        QTRY_COMPARE(m_reader->state(), CardReader::State::Empty);
        lay(); // nobody types its number again
        QTRY_COMPARE(m_reading->step(), Step::Done);
        QCOMPARE(m_reading->card()->verdict(), CardVerdict::Verified);
        QCOMPARE(broken.size(), learned.size() - 1); // whoever was told of the first reading was told that nothing more comes of it
    }

    void whatIsCancelledIsNobodys()
    {
        lay();
        QSignalSpy learned(m_reading.get(), &ReadCard::learned);
        QSignalSpy done(m_reading.get(), &ReadCard::done);
        m_reading->begin(key());
        m_reading->cancel();
        QCOMPARE(m_reading->step(), Step::Idle);
        QTRY_VERIFY(!m_reader->isReading());
        QVERIFY(learned.isEmpty() && done.isEmpty());
        QVERIFY(!m_reading->card());
        m_reading->begin(); // its number is still known
        QTRY_COMPARE(m_reading->step(), Step::Done);
    }

    void theNextBeginsWhenTheOneBeforeIsGivenUp()
    {
        lay();
        m_reading->begin(key());
        m_reading->begin(key());
        QTRY_COMPARE(m_reading->step(), Step::Done);
        QCOMPARE(m_reading->card()->verdict(), CardVerdict::Verified);
    }

    void nothingStaysOfWhoLeft()
    {
        lay();
        m_reading->begin(key());
        QTRY_COMPARE(m_reading->step(), Step::Done);
        m_reading->forget();
        QCOMPARE(m_reading->step(), Step::Idle);
        QVERIFY(!m_reading->card());
        m_reading->begin();
        QCOMPARE(m_reading->step(), Step::KeyWanted); // nor what opened their card
    }

    void aReaderThatIsNotThereIsNamedAndAwaited_data()
    {
        QTest::addColumn<bool>("service");
        QTest::addColumn<CardFault>("fault");
        QTest::newRow("no reader") << true << CardFault::NoReader;
        QTest::newRow("no service") << false << CardFault::ServiceNotRunning;
    }
    void aReaderThatIsNotThereIsNamedAndAwaited()
    {
        QFETCH(bool, service);
        QFETCH(CardFault, fault);
        service ? m_reader->pullOut() : m_reader->setService(false);
        QTRY_VERIFY(m_reading->obstacle());
        QCOMPARE(m_reading->obstacle()->fault, fault);
        m_reading->begin(key(face()));
        QCOMPARE(m_reading->step(), Step::Failed);
        QCOMPARE(m_reading->fault()->fault, fault);
        m_reader->plugIn();
        m_reader->setService(true);
        QTRY_COMPARE(m_reading->step(), Step::CardWanted);
        lay();
        QTRY_COMPARE(m_reading->step(), Step::Done);
    }

    void withoutAnyReaderItFailsAtOnce()
    {
        ReadCard without;
        without.begin(key(face()));
        QCOMPARE(without.step(), Step::Failed);
        QCOMPARE(without.fault()->fault, CardFault::NoReader);
    }

    void aReaderMayGoInTheMiddle()
    {
        lay();
        m_reading->begin(key());
        m_reader.reset(); // waits for the card's answer and tells of nothing
        QVERIFY(m_reading->obstacle());
        m_reading->cancel();
        QCOMPARE(m_reading->step(), Step::Idle);
    }

private:
    void lay(const training::ChipOptions &options = {})
    {
        training::ChipCard card = m_cards->card();
        m_face = card.face;
        m_reader->lay(std::move(card), options);
        QTRY_COMPARE(m_reader->state(), CardReader::State::Card);
    }
    [[nodiscard]] training::CardFace face() const { return m_cards->card().face; }
    [[nodiscard]] std::shared_ptr<const CardKey> key() const { return key(m_face); }
    [[nodiscard]] static std::shared_ptr<const CardKey> key(const training::CardFace &face)
    {
        return std::make_shared<const CardKey>(*CardKey::number(face.number));
    }

    std::unique_ptr<training::TrainingCards> m_cards;
    std::unique_ptr<training::SimulatedCardReader> m_reader;
    std::unique_ptr<ReadCard> m_reading;
    training::CardFace m_face;
    std::atomic<bool> m_trusts = true;
};

QTEST_GUILESS_MAIN(tst_ReadCard)
#include "tst_ReadCard.moc"
