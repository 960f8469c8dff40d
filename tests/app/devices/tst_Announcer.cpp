// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/SimulatedVoiceBench.h"
#include "tests/app/devices/SpeechBench.h"

#include <QMetaEnum>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace motcua;

using State = Announcer::State;
using Trouble = Announcer::Trouble;
using Reason = Announcer::Reason;

namespace {

enum class Kind { Simulated, Speech };

constexpr std::array Kinds{std::pair{Kind::Simulated, "simulated"}, std::pair{Kind::Speech, "a loudspeaker"}};

TicketCall call(int number, int desk = 3, const QStringList &languages = {})
{
    return {u"A%1"_qs.arg(number, 3, 10, QLatin1Char('0')), desk, {}, languages};
}

} // namespace

/** The contract of Announcer, kept by the voice over a loudspeaker and by the one of training. */
class tst_Announcer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;
    std::unique_ptr<AnnouncerBench> m_bench;
    std::unique_ptr<Announcer> m_voice;
    std::unique_ptr<QSignalSpy> m_states;
    QStringList m_told; ///< "begun A001", "spoken A001", "TooOld A002"

    static void kinds()
    {
        QTest::addColumn<Kind>("kind");
        for (const auto &[kind, name] : Kinds) {
            QTest::addRow("%s", name) << kind;
        }
    }

    void listen(const AnnouncerBench::Setup &setup = {})
    {
        QFETCH(Kind, kind);
        if (kind == Kind::Speech) {
            m_bench = std::make_unique<SpeechBench>();
        } else {
            m_bench = std::make_unique<SimulatedVoiceBench>();
        }
        m_voice = m_bench->announcer(setup);
        m_states = std::make_unique<QSignalSpy>(m_voice.get(), &Announcer::stateChanged);
        connect(m_voice.get(), &Announcer::begun, this, [this](const TicketCall &one) { m_told.append(u"begun "_qs + one.number); });
        connect(m_voice.get(), &Announcer::spoken, this, [this](const TicketCall &one) { m_told.append(u"spoken "_qs + one.number); });
        connect(m_voice.get(), &Announcer::dropped, this, [this](const TicketCall &one, Reason reason) {
            m_told.append(QString::fromLatin1(QMetaEnum::fromType<Reason>().valueToKey(static_cast<int>(reason))) + u' ' + one.number);
        });
        m_voice->start();
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path())); }
    void cleanup()
    {
        m_states.reset();
        m_voice.reset();
        m_bench.reset();
        m_told.clear();
    }

    void tellsNothingFromInside_data() { kinds(); }
    void tellsNothingFromInside()
    {
        listen();
        m_voice->announce(call(1));
        m_voice->announce(call(2));
        m_voice->announce(call(2));
        QCOMPARE(m_voice->state(), State::Off);
        QVERIFY(m_states->isEmpty() && m_told.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_told.count(u"spoken A002"_qs), 1, 20'000);
        QCOMPARE(m_voice->state(), State::Ready);
        QCOMPARE(m_voice->trouble(), Trouble::Nothing);
        m_voice->start();
        m_voice->announce(call(3));
        QTRY_COMPARE_WITH_TIMEOUT(m_told.constLast(), u"spoken A003"_qs, 20'000);
        QCOMPARE(m_states->size(), 1); // started twice is started once
    }

    void aBurstIsSaidInOrderAndNeverTwoAtOnce_data() { kinds(); }
    void aBurstIsSaidInOrderAndNeverTwoAtOnce()
    {
        listen();
        QStringList expected;
        QStringList sentences;
        for (int i = 1; i <= 8; ++i) {
            m_voice->announce(call(i));
            expected << u"begun A00%1"_qs.arg(i) << u"spoken A00%1"_qs.arg(i);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), expected.size(), 30'000);
        QCOMPARE(m_told, expected);
        const QStringList said = m_bench->said();
        QCOMPARE(said.size(), 8);
        QCOMPARE(said.constFirst(), u"Mời số a không không một, đến quầy số ba."_qs);
        QCOMPARE(said.constLast(), u"Mời số a không không tám, đến quầy số ba."_qs);
        if (const auto *const speech = dynamic_cast<SpeechBench *>(m_bench.get())) {
            const QList<SpeechBench::Interval> all = speech->intervals();
            QCOMPARE(all.size(), 8);
            for (qsizetype i = 0; i < all.size(); ++i) {
                QVERIFY(all[i].end > all[i].begin);
                QVERIFY(i == 0 || all[i].begin > all[i - 1].end);
            }
        }
    }

    void whoIsCalledAgainIsSaidByTheDeskThatCalledLast_data() { kinds(); }
    void whoIsCalledAgainIsSaidByTheDeskThatCalledLast()
    {
        listen();
        m_bench->hold();
        m_voice->announce(call(1));
        QTRY_COMPARE_WITH_TIMEOUT(m_told, QStringList(u"begun A001"_qs), 20'000);
        m_voice->announce(call(2));
        m_voice->announce(call(3));
        m_voice->announce(call(2, 7));
        m_voice->announce(call(1, 5)); // what is being said is said again
        m_bench->release();
        QTRY_COMPARE_WITH_TIMEOUT(m_told.count(u"spoken A001"_qs), 2, 20'000);
        m_told.removeOne(u"CalledAgain A002"_qs);
        QCOMPARE(m_told, (QStringList{u"begun A001"_qs, u"spoken A001"_qs, u"begun A003"_qs, u"spoken A003"_qs, u"begun A002"_qs, u"spoken A002"_qs,
                             u"begun A001"_qs, u"spoken A001"_qs}));
        QCOMPARE(m_bench->said().at(2), u"Mời số a không không hai, đến quầy số bảy."_qs);
    }

    void whatWaitedTooLongIsNotSaid_data() { kinds(); }
    void whatWaitedTooLongIsNotSaid()
    {
        listen({.limits = {.staleAfterMs = 400}, .isSlow = true});
        QTRY_COMPARE(m_voice->state(), State::Ready);
        m_bench->hold();
        m_voice->announce(call(1));
        QTRY_COMPARE_WITH_TIMEOUT(m_told, QStringList(u"begun A001"_qs), 20'000);
        m_voice->announce(call(2));
        QElapsedTimer waited;
        waited.start();
        QVERIFY(QTest::qWaitFor([&waited] { return waited.elapsed() > 410; }));
        m_bench->release();
        QTRY_COMPARE_WITH_TIMEOUT(m_told, (QStringList{u"begun A001"_qs, u"spoken A001"_qs, u"TooOld A002"_qs}), 20'000);
        m_voice->announce(call(2));
        QTRY_COMPARE_WITH_TIMEOUT(m_told.constLast(), u"spoken A002"_qs, 20'000);
    }

    void theOldestGoWhereTooManyWait_data() { kinds(); }
    void theOldestGoWhereTooManyWait()
    {
        listen({.limits = {.most = 2}, .isSlow = true});
        m_bench->hold();
        m_voice->announce(call(1));
        QTRY_COMPARE_WITH_TIMEOUT(m_told, QStringList(u"begun A001"_qs), 20'000);
        for (int i = 2; i <= 4; ++i) {
            m_voice->announce(call(i));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_told.value(1), u"TooMany A002"_qs, 20'000);
        m_bench->release();
        QTRY_COMPARE_WITH_TIMEOUT(m_told.constLast(), u"spoken A004"_qs, 20'000);
        QCOMPARE(m_told.filter(u"spoken"_qs), (QStringList{u"spoken A001"_qs, u"spoken A003"_qs, u"spoken A004"_qs}));
    }

    void atNightAndWithoutVolumeNothingIsSaid_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("volume");
        QTest::addColumn<QTime>("now");
        for (const auto &[kind, name] : Kinds) {
            QTest::addRow("%s: at night", name) << kind << 80 << QTime(23, 0);
            QTest::addRow("%s: early", name) << kind << 80 << QTime(6, 59);
            QTest::addRow("%s: without volume", name) << kind << 0 << QTime(9, 0);
        }
    }
    void atNightAndWithoutVolumeNothingIsSaid()
    {
        QFETCH(int, volume);
        QFETCH(QTime, now);
        listen({.limits = {.volume = volume, .quietFrom = QTime(17, 30), .quietUntil = QTime(7, 0)}, .now = now});
        m_voice->announce(call(1));
        m_voice->announce(call(2));
        QTRY_COMPARE_WITH_TIMEOUT(m_told, (QStringList{u"Quiet A001"_qs, u"Quiet A002"_qs}), 20'000);
        QVERIFY(m_bench->said().isEmpty());
        QCOMPARE(m_voice->state(), State::Ready);
    }

    void aSpeakerThatIsGoneIsToldOnceAndTriedAgain_data() { kinds(); }
    void aSpeakerThatIsGoneIsToldOnceAndTriedAgain()
    {
        listen();
        QTRY_COMPARE(m_voice->state(), State::Ready);
        m_bench->setHeard(false);
        m_voice->announce(call(1));
        m_voice->announce(call(2));
        QTRY_COMPARE_WITH_TIMEOUT(m_told.filter(u"NotSpoken"_qs).size(), 2, 20'000);
        QCOMPARE(m_voice->state(), State::Failed);
        QCOMPARE(m_voice->trouble(), Trouble::NotPlayed);
        QCOMPARE(m_states->size(), 2);
        m_bench->setHeard(true);
        m_voice->announce(call(3));
        QTRY_COMPARE_WITH_TIMEOUT(m_told.constLast(), u"spoken A003"_qs, 20'000);
        QCOMPARE(m_voice->state(), State::Ready);
        QCOMPARE(m_voice->trouble(), Trouble::Nothing);
    }

    void whatIsNoCallIsToldAndTheNextOneIsSaid_data() { kinds(); }
    void whatIsNoCallIsToldAndTheNextOneIsSaid()
    {
        listen();
        m_voice->announce({u"013"_qs, 3, {}, {}});
        m_voice->announce(call(1, 0));
        m_voice->announce(call(2, 3, {u"fr"_qs}));
        m_voice->announce(call(3));
        QTRY_COMPARE_WITH_TIMEOUT(m_told, (QStringList{u"Unspeakable 013"_qs, u"Unspeakable A001"_qs, u"Unspeakable A002"_qs, u"begun A003"_qs, u"spoken A003"_qs}), 20'000);
        QCOMPARE(m_voice->state(), State::Ready);
    }

    void languagesAreSaidInTheOrderOfTheCall_data() { kinds(); }
    void languagesAreSaidInTheOrderOfTheCall()
    {
        listen();
        m_voice->announce(call(1, 3, {u"en"_qs, u"vi"_qs}));
        QTRY_COMPARE_WITH_TIMEOUT(m_told, (QStringList{u"begun A001"_qs, u"spoken A001"_qs}), 20'000);
        QCOMPARE(m_bench->said(),
            (QStringList{u"Number A zero zero one, please go to counter three."_qs, u"Mời số a không không một, đến quầy số ba."_qs}));
    }

    void stoppedItIsSilentAndStartedAgainItSpeaks_data() { kinds(); }
    void stoppedItIsSilentAndStartedAgainItSpeaks()
    {
        listen({.isSlow = true});
        m_bench->hold();
        m_voice->announce(call(1));
        m_voice->announce(call(2));
        QTRY_COMPARE_WITH_TIMEOUT(m_told, QStringList(u"begun A001"_qs), 20'000);
        m_voice->stop();
        QCOMPARE(m_voice->state(), State::Off);
        m_voice->announce(call(3));
        const qsizetype states = m_states->size();
        m_voice->start();
        m_bench->release();
        m_voice->announce(call(4));
        QTRY_COMPARE_WITH_TIMEOUT(m_told.constLast(), u"spoken A004"_qs, 20'000);
        QCOMPARE(m_told, (QStringList{u"begun A001"_qs, u"begun A004"_qs, u"spoken A004"_qs}));
        QCOMPARE(m_states->size(), states + 1);
    }

    void whoIsToldMayStopIt_data() { kinds(); }
    void whoIsToldMayStopIt()
    {
        listen();
        connect(m_voice.get(), &Announcer::spoken, this, [this] { m_voice->stop(); });
        for (int i = 1; i <= 3; ++i) {
            m_voice->announce(call(i));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_told, (QStringList{u"begun A001"_qs, u"spoken A001"_qs}), 20'000);
        QCOMPARE(m_voice->state(), State::Off);
        m_voice->start();
        m_voice->announce(call(9));
        QTRY_COMPARE_WITH_TIMEOUT(m_told.constLast(), u"spoken A009"_qs, 20'000);
        QCOMPARE(m_told.size(), 4); // neither A002 nor A003
    }

    void itEndsInTheMiddleOfAWord_data() { kinds(); }
    void itEndsInTheMiddleOfAWord()
    {
        listen({.isSlow = true});
        m_bench->hold();
        m_voice->announce(call(1));
        QTRY_COMPARE_WITH_TIMEOUT(m_told, QStringList(u"begun A001"_qs), 20'000);
        QElapsedTimer ended;
        ended.start();
        m_voice.reset();
        QVERIFY(ended.elapsed() < 2'000);
    }
};

QTEST_GUILESS_MAIN(tst_Announcer)
#include "tst_Announcer.moc"
