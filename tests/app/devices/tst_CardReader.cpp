// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/ChipGate.h"
#include "tests/app/devices/PcscCardBench.h"
#include "tests/app/devices/SimulatedCardBench.h"
#include "tests/app/devices/TurnsCardBench.h"
#include "tests/app/training/chip/TrainingCards.h"

#include "app/devices/eid/TrustStore.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <array>
#include <mutex>
#include <utility>

using namespace motcua;
using namespace motcua::training;

using State = CardReader::State;

namespace {

enum class Kind { Simulated, Shared, Pcsc };

constexpr std::array Kinds{std::pair{Kind::Simulated, "simulated"}, std::pair{Kind::Shared, "shared"}, std::pair{Kind::Pcsc, "pcscd"}};

const QDate Today(2026, 11, 23);
constexpr int AtItsPhoto = 17; // a command by which the data of a form are read, and the photograph is not

} // namespace

/** The contract of CardReader, kept by the reader of training, by whoever's turn it is at a shared one, and by one of a real smart card service. */
class tst_CardReader : public QObject
{
    Q_OBJECT

    PcscBench m_service{PcscBench::Driver::Pulled};
    QString m_missing; ///< why there is no service
    TrainingCards m_cards;
    std::mutex m_mutex;
    ReadingTerms m_terms;
    QList<Qt::HANDLE> m_asked; ///< the threads on which the terms were asked

    std::unique_ptr<CardReaderBench> m_bench;
    std::shared_ptr<ChipGate> m_gate;
    std::unique_ptr<CardReader> m_reader;
    std::unique_ptr<QSignalSpy> m_states;
    std::unique_ptr<QSignalSpy> m_learned;
    std::unique_ptr<QSignalSpy> m_ended;
    CardFace m_face;

    /** How a card is made and what is to be said of it. */
    struct Case
    {
        CardChoices choices = {};
        ChipOptions options = {};
        bool byZone = false; ///< is it opened by its zone, else by its number
        bool trusts = true;
        CardVerdict verdict = CardVerdict::Verified;
    };
    QList<Case> m_cases;

    static void kinds()
    {
        QTest::addColumn<Kind>("kind");
        for (const auto &[kind, name] : Kinds) {
            QTest::addRow("%s", name) << kind;
        }
    }

    bool make(Kind kind)
    {
        if (kind == Kind::Simulated) {
            m_bench = std::make_unique<SimulatedCardBench>();
        } else if (kind == Kind::Shared) {
            m_bench = std::make_unique<TurnsCardBench>();
        } else if (m_missing.isEmpty()) {
            m_bench = std::make_unique<PcscCardBench>(m_service);
        }
        return m_bench != nullptr;
    }

    void start()
    {
        m_reader = m_bench->reader([this] {
            const std::lock_guard lock(m_mutex);
            m_asked.append(QThread::currentThreadId());
            return m_terms;
        });
        m_states = std::make_unique<QSignalSpy>(m_reader.get(), &CardReader::stateChanged);
        m_learned = std::make_unique<QSignalSpy>(m_reader.get(), &CardReader::learned);
        m_ended = std::make_unique<QSignalSpy>(m_reader.get(), &CardReader::ended);
        m_reader->start();
    }

    /** A card that is held before it answers the command of this number (0: none), and the reader has seen it. */
    void lay(int heldAt = 0, const CardChoices &choices = {}, const ChipOptions &options = {}, int goesOnAfter = -1)
    {
        m_gate = ChipGate::before(heldAt, goesOnAfter);
        ChipCard card = m_cards.card(choices);
        m_face = card.face;
        m_bench->lay(std::move(card), ChipGate::held(m_gate, options));
        QTRY_COMPARE(m_reader->state(), State::Card);
    }

    [[nodiscard]] std::shared_ptr<const CardKey> key(bool byZone = false) const
    {
        return std::make_shared<const CardKey>(byZone ? TrainingCards::mrz(m_face) : TrainingCards::can(m_face));
    }
    [[nodiscard]] static std::shared_ptr<const CardKey> wrongKey()
    {
        return std::make_shared<const CardKey>(*CardKey::can(QStringLiteral("000000")));
    }

    [[nodiscard]] CardRecord record(int at = 0) const { return m_ended->at(at).at(0).value<CardRecord>(); }

    void readWhole()
    {
        m_ended->clear();
        m_reader->read(key());
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        QCOMPARE(record().verdict(), CardVerdict::Verified);
    }

    /** What ends a reading for good, and nothing of it was read. */
    void readNothing(const std::shared_ptr<const CardKey> &key, CardFault fault)
    {
        m_ended->clear();
        m_reader->read(key);
        QVERIFY(m_reader->isReading());
        QCOMPARE(m_ended->size(), 0); // never from inside a call
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        QVERIFY(!m_reader->isReading());
        QVERIFY(record().broken.has_value());
        QVERIFY2(record().broken->fault == fault, qPrintable(faultName(record().broken->fault) + u' ' + record().broken->detail));
        QVERIFY(!record().hasData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_missing = m_service.start();
        m_terms.countries = {{QStringLiteral("VNM"), {QStringLiteral("VN")}}};
    }

    void init()
    {
        m_terms.today = Today;
        trust(true);
    }

    void cleanup()
    {
        if (m_gate) {
            m_gate->open();
        }
        m_ended.reset();
        m_learned.reset();
        m_states.reset();
        m_reader.reset();
        m_bench.reset();
        m_gate.reset();
        m_asked.clear();
    }

    void tellsNothingFromInsideStart_data() { kinds(); }
    void tellsNothingFromInsideStart()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        QCOMPARE(m_reader->state(), State::Off);
        QCOMPARE(m_states->size(), 0);
        QTRY_COMPARE(m_reader->state(), State::Empty);
        QCOMPARE(m_states->size(), 1);
        QVERIFY(!m_reader->name().isEmpty());
        m_reader->start();
        lay();
        QCOMPARE(m_states->size(), 2); // started twice is started once
    }

    void offItReadsNothing_data() { kinds(); }
    void offItReadsNothing()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        QVERIFY(m_reader->name().isEmpty());
        m_reader->stop();
        readNothing(wrongKey(), CardFault::NoReader);
        m_reader->start();
        lay();
        readWhole();
    }

    void withoutAReaderItSaysSo_data() { kinds(); }
    void withoutAReaderItSaysSo()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        m_bench->pullOut();
        start();
        QTRY_COMPARE(m_reader->state(), State::None);
        QVERIFY(m_reader->name().isEmpty());
        readNothing(wrongKey(), CardFault::NoReader);
        m_bench->plugIn();
        QTRY_COMPARE(m_reader->state(), State::Empty);
        QVERIFY(!m_reader->name().isEmpty());
        lay();
        readWhole();
    }

    void withoutACardItSaysSo_data() { kinds(); }
    void withoutACardItSaysSo()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        QTRY_COMPARE(m_reader->state(), State::Empty);
        readNothing(wrongKey(), CardFault::NoCard);
        QCOMPARE(m_states->size(), 1);
        QCOMPARE(m_learned->size(), 0);
    }

    void tellsOfCardsThatComeAndGo_data() { kinds(); }
    void tellsOfCardsThatComeAndGo()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        QTRY_COMPARE(m_reader->state(), State::Empty);
        for (int turn = 1; turn <= 2; ++turn) {
            lay();
            QCOMPARE(m_states->size(), 2 * turn);
            m_bench->takeAway();
            QTRY_COMPARE(m_reader->state(), State::Empty);
            QCOMPARE(m_states->size(), 2 * turn + 1);
        }
        QCOMPARE(m_gate->commands(), 0); // looked at is not read
        QCOMPARE(m_ended->size(), 0);
    }

    void tellsWhatACardIsWorth_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("at");
        m_cases.clear();
        const auto row = [this](const char *what, const Case &wanted) {
            for (const auto &[kind, name] : Kinds) {
                QTest::addRow("%s: %s", name, what) << kind << static_cast<int>(m_cases.size());
            }
            m_cases.append(wanted);
        };
        row("genuine", {});
        row("genuine, by its zone and with short lengths", {.options = {.extended = false}, .byZone = true});
        row("genuine, by BAC", {.choices = {.pace = std::nullopt}, .byZone = true});
        row("of an issuer nobody knows", {.trusts = false, .verdict = CardVerdict::IssuerUnknown});
        row("altered", {.options = {.faults = {.tamperedGroup = 13}}, .verdict = CardVerdict::Altered});
        row("with another face", {.options = {.faults = {.tamperedGroup = 2}}, .verdict = CardVerdict::Altered});
        row("with a wrong signature", {.options = {.faults = {.wrongSod = true}}, .verdict = CardVerdict::SignatureWrong});
        row("a copy", {.options = {.faults = {.copied = true}}, .verdict = CardVerdict::ChipCopied});
        row("over", {.choices = {.expires = QDate(2024, 2, 9)}, .verdict = CardVerdict::Expired});
        row("without a key of its own", {.choices = {.chipAuthentication = {}, .active = {}}, .verdict = CardVerdict::ChipUnproved});
    }
    void tellsWhatACardIsWorth()
    {
        QFETCH(Kind, kind);
        QFETCH(int, at);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        const Case wanted = m_cases.at(at);
        trust(wanted.trusts);
        start();
        QSignalSpy progressed(m_reader.get(), &CardReader::progressed);
        QTRY_COMPARE(m_reader->state(), State::Empty);
        lay(0, wanted.choices, wanted.options);
        m_reader->read(key(wanted.byZone));
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        const CardRecord card = record();
        QVERIFY(!card.broken && card.isComplete());
        QCOMPARE(card.verdict(), wanted.verdict);
        QCOMPARE(card.protocol, wanted.choices.pace ? CardRecord::Protocol::Pace : CardRecord::Protocol::Bac);

        // Every file is the one that was written, but for what was altered, and so is what they say.
        ChipCard written = m_cards.card(wanted.choices);
        for (auto file = card.files.cbegin(); file != card.files.cend(); ++file) {
            QCOMPARE(*file == written.files.value(static_cast<quint16>(0x100 + file.key())), file.key() != wanted.options.faults.tamperedGroup);
        }
        QCOMPARE(card.files.size(), written.files.size() - 2); // EF.COM and EF.SOD stand beside them
        QCOMPARE(card.com, written.files.value(0x011E));
        QVERIFY(card.face && card.face->bytes.size() > 10'000);
        if (wanted.options.faults.tamperedGroup != 13) {
            const InventedPerson person = People(7).at(11);
            const IdentitySource source = wanted.verdict == CardVerdict::Verified ? IdentitySource::ChipVerified : IdentitySource::Chip;
            QCOMPARE(card.identity.best(IdentityPart::Name)->text, person.name.toUpper());
            QCOMPARE(card.identity.best(IdentityPart::Name)->source, source);
            QCOMPARE(card.identity.text(IdentityPart::PersonalNumber), person.number);
            QCOMPARE(card.identity.text(IdentityPart::Residence), person.address);
            QCOMPARE(card.issued, wanted.choices.issued);
            QCOMPARE(card.expiry, wanted.choices.expires);
        }

        // The data of the form are told first, and what is worth anything last.
        QVERIFY(m_learned->size() >= 3);
        const CardRecord first = m_learned->at(0).at(0).value<CardRecord>();
        QVERIFY(first.hasData() && !first.face && !first.isComplete());
        QCOMPARE(first.verdict(), CardVerdict::Unproved);
        ReadingStage stage = ReadingStage::Opening;
        for (const QList<QVariant> &one : progressed) {
            const auto progress = one.at(0).value<ReadingProgress>();
            QVERIFY(progress.done >= 0 && progress.done <= progress.total);
            stage = progress.stage;
        }
        QCOMPARE(stage, ReadingStage::Photo);
        QCOMPARE(m_reader->state(), State::Card);
    }

    void aWrongKeyOpensNothing_data() { kinds(); }
    void aWrongKeyOpensNothing()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        lay();
        readNothing(wrongKey(), CardFault::WrongKey);
        readWhole(); // and the right one opens it, without being laid on again
    }

    void pulledAwayItIsReadOnWhenItComesBack_data() { kinds(); }
    void pulledAwayItIsReadOnWhenItComesBack()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        lay(AtItsPhoto);
        m_reader->read(key());
        QVERIFY(m_gate->isReached());
        m_bench->takeAway();
        m_gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        QVERIFY(record().broken.has_value());
        QVERIFY2(record().broken->fault == CardFault::Removed, qPrintable(faultName(record().broken->fault) + u' ' + record().broken->detail));
        QVERIFY(record().hasData()); // what was read stays, and proves nothing
        QCOMPARE(record().verdict(), CardVerdict::Unproved);
        QCOMPARE(m_gate->commands(), AtItsPhoto);
        QTRY_COMPARE(m_reader->state(), State::Empty);
        lay();
        readWhole();
    }

    void cancelledItSendsNothingMore_data() { kinds(); }
    void cancelledItSendsNothingMore()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        lay(AtItsPhoto);
        m_reader->cancel(); // of nothing
        m_reader->read(key());
        QVERIFY(m_gate->isReached());
        m_reader->cancel();
        QVERIFY(m_reader->isReading()); // until it is told
        m_gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        QCOMPARE(record().broken->fault, CardFault::Cancelled);
        QVERIFY(record().hasData());
        QCOMPARE(m_gate->commands(), AtItsPhoto);
        QCOMPARE(m_reader->state(), State::Card);
        readWhole();
    }

    void stoppedItTellsNothing_data() { kinds(); }
    void stoppedItTellsNothing()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        lay(AtItsPhoto);
        m_reader->read(key());
        QVERIFY(m_gate->isReached());
        QTRY_VERIFY(!m_learned->isEmpty());
        m_states->clear();
        m_learned->clear();
        m_reader->stop();
        QVERIFY(!m_reader->isReading());
        QCOMPARE(m_reader->state(), State::Off);
        QVERIFY(m_reader->name().isEmpty());
        m_gate->open();
        m_bench->takeAway();
        m_reader->start();
        QTRY_COMPARE(m_reader->state(), State::Empty);
        lay();
        readWhole(); // after the one before, which takes its turn
        QCOMPARE(m_ended->size(), 1);
        QVERIFY(m_learned->at(0).at(0).value<CardRecord>().broken == std::nullopt); // of this reading alone
    }

    void readsOneAtATime_data() { kinds(); }
    void readsOneAtATime()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        lay(AtItsPhoto);
        m_reader->read(key());
        QVERIFY(m_gate->isReached());
        m_reader->read(wrongKey());
        m_reader->read({});
        m_gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        QCOMPARE(record().verdict(), CardVerdict::Verified);
        const int commands = m_gate->commands();
        readWhole();
        QCOMPARE(m_gate->commands(), 2 * commands); // nobody read between them
        m_ended->clear();
        m_reader->read({}); // by nothing nothing is read
        QVERIFY(!m_reader->isReading());
    }

    void pulledOutWhileItReadsItIsLookedFor_data() { kinds(); }
    void pulledOutWhileItReadsItIsLookedFor()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        lay(AtItsPhoto);
        m_reader->read(key());
        QVERIFY(m_gate->isReached());
        m_bench->pullOut();
        m_gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        QVERIFY(record().broken.has_value());
        QVERIFY2(record().broken->fault == CardFault::Removed, qPrintable(faultName(record().broken->fault) + u' ' + record().broken->detail));
        QVERIFY(record().hasData());
        QTRY_COMPARE(m_reader->state(), State::None);
        readNothing(wrongKey(), CardFault::NoReader);
        m_bench->plugIn();
        QTRY_COMPARE(m_reader->state(), State::Empty);
        lay();
        readWhole();
    }

    void withoutItsServiceItSaysSoUntilItIsBack_data() { kinds(); }
    void withoutItsServiceItSaysSoUntilItIsBack()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        lay(AtItsPhoto);
        m_reader->read(key());
        QVERIFY(m_gate->isReached());
        m_bench->stopService();
        m_gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        QVERIFY(record().broken.has_value());
        QVERIFY2(record().broken->fault == CardFault::ServiceNotRunning,
            qPrintable(faultName(record().broken->fault) + u' ' + record().broken->detail));
        QVERIFY(record().hasData());
        QTRY_COMPARE(m_reader->state(), State::NoService);
        QVERIFY(m_reader->name().isEmpty());
        readNothing(key(), CardFault::ServiceNotRunning);
        m_bench->startService();
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->state(), State::Card, 20000);
        readWhole();
    }

    void goneWhileItReadsItLeavesTheCardAlone_data() { kinds(); }
    void goneWhileItReadsItLeavesTheCardAlone()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        lay(AtItsPhoto, {}, {}, 500);
        m_reader->read(key());
        QVERIFY(m_gate->isReached());
        int told = 0;
        connect(m_reader.get(), &CardReader::ended, this, [&told] { ++told; });
        m_reader.reset(); // waits for the answer that is under way
        QCOMPARE(m_gate->commands(), AtItsPhoto);
        QCOMPARE(told, 0);
    }

    void whoIsToldMayStopIt_data() { kinds(); }
    void whoIsToldMayStopIt()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        connect(m_reader.get(), &CardReader::learned, m_reader.get(), [this] { m_reader->stop(); });
        connect(
            m_reader.get(), &CardReader::stateChanged, m_reader.get(),
            [this] {
                if (m_reader->state() == State::Empty) {
                    m_reader->stop();
                    m_reader->start();
                }
            },
            Qt::SingleShotConnection);
        lay();
        m_reader->read(key());
        QTRY_COMPARE(m_reader->state(), State::Off);
        QCOMPARE(m_learned->size(), 1);
        m_reader->disconnect(m_reader.get());
        m_reader->start();
        QTRY_COMPARE(m_reader->state(), State::Card);
        readWhole();
    }

    void whoIsToldMayReadAgain_data() { kinds(); }
    void whoIsToldMayReadAgain()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        start();
        lay();
        connect(m_reader.get(), &CardReader::ended, m_reader.get(), [this](const CardRecord &card) {
            if (!card.hasData()) {
                m_reader->read(key());
            }
        });
        m_reader->read(wrongKey());
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 2, 20000);
        QCOMPARE(record(0).broken->fault, CardFault::WrongKey);
        QCOMPARE(record(1).verdict(), CardVerdict::Verified);
    }

    void asksItsTermsForEachReading_data() { kinds(); }
    void asksItsTermsForEachReading()
    {
        QFETCH(Kind, kind);
        if (!make(kind)) {
            QSKIP(qPrintable(m_missing));
        }
        trust(false);
        start();
        lay();
        m_reader->read(key());
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        QCOMPARE(record().verdict(), CardVerdict::IssuerUnknown);
        trust(true); // the administrator has brought it
        readWhole();
        {
            const std::lock_guard lock(m_mutex);
            m_terms.today = QDate(2039, 2, 10); // and many years go by
        }
        m_ended->clear();
        m_reader->read(key());
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, 20000);
        QCOMPARE(record().verdict(), CardVerdict::Expired);
        QCOMPARE(m_asked.size(), 3);
        QVERIFY(!m_asked.contains(QThread::currentThreadId())); // files are read for it
    }

private:
    void trust(bool trusts)
    {
        TrustStore store;
        if (trusts) {
            QVERIFY(!store.add(*certificateIn(m_cards.authority().authority())));
        }
        const std::lock_guard lock(m_mutex);
        m_terms.trust = store;
    }
};

QTEST_GUILESS_MAIN(tst_CardReader)
#include "tst_CardReader.moc"
