// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/Chime.h"
#include "tests/app/devices/SpeechBench.h"
#include "tests/app/devices/speech/RecordedVoice.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace motcua;

using State = Announcer::State;
using Trouble = Announcer::Trouble;
using Reason = Announcer::Reason;

/** What makes and plays the sound may break in every way: it costs that announcement, is told, and the next one is heard. */
class tst_SpeechAnnouncer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;
    std::unique_ptr<SpeechBench> m_bench;

    static TicketCall call(int number = 1) { return {u"A%1"_qs.arg(number, 3, 10, QLatin1Char('0')), 3, {}, {}}; }

    struct Heard
    {
        explicit Heard(const SpeechAnnouncer::Settings &settings)
            : voice(settings)
        {
            voice.start();
        }
        SpeechAnnouncer voice;
        QSignalSpy spoken{&voice, &Announcer::spoken};
        QSignalSpy dropped{&voice, &Announcer::dropped};
        QSignalSpy states{&voice, &Announcer::stateChanged};
    };

    /** The levels that are heard behind the chime, one after the other. */
    static QList<qint16> levels(const Sound &sound, qsizetype from)
    {
        QList<qint16> all;
        for (qsizetype i = from; i < sound.samples().size(); ++i) {
            if (const qint16 sample = sound.samples()[i]; sample != 0 && (all.isEmpty() || all.constLast() != sample)) {
                all.append(sample);
            }
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path())); }
    void init() { m_bench = std::make_unique<SpeechBench>(); }
    void cleanup()
    {
        m_bench.reset();
        const QStringList left = QDir(m_runtime.path()).entryList({u"*.wav"_qs}, QDir::Files | QDir::Hidden);
        QCOMPARE(left, QStringList());
    }

    void theChimeComesFirstAndAllOfItAtTheVolume_data()
    {
        QTest::addColumn<int>("volume");
        for (const int volume : {100, 80, 25, 1}) {
            QTest::addRow("%d", volume) << volume;
        }
    }
    void theChimeComesFirstAndAllOfItAtTheVolume()
    {
        QFETCH(int, volume);
        SpeechAnnouncer::Settings settings = m_bench->settings();
        settings.limits.volume = volume;
        Heard heard(settings);
        heard.voice.announce(call());
        QTRY_COMPARE_WITH_TIMEOUT(heard.spoken.size(), 1, 20'000);
        const QList<Sound> sounds = m_bench->heard();
        QCOMPARE(sounds.size(), 1);
        const Sound expected = chime(SpeechBench::Rate).scaled(volume);
        QVERIFY(sounds[0].samples().first(expected.samples().size()) == expected.samples());
        QCOMPARE(levels(sounds[0], expected.samples().size()), QList<qint16>{static_cast<qint16>(SpeechBench::Level * volume / 100)});
    }

    void theSynthesiserIsAskedInItsLanguageAndKnowsNoPassword()
    {
        qputenv("MOTCUA_PASSWORD", "con meo den");
        Heard heard(m_bench->settings());
        TicketCall both = call();
        both.languages = QStringList{u"vi"_qs, u"en"_qs};
        heard.voice.announce(both);
        QTRY_COMPARE_WITH_TIMEOUT(heard.spoken.size(), 1, 20'000);
        qunsetenv("MOTCUA_PASSWORD");
        QCOMPARE(m_bench->read(u"arguments"_qs), "-v vi -s 140 -b 1 --stdin --stdout\n-v en -s 150 -b 1 --stdin --stdout\n");
        QVERIFY(m_bench->read(u"environment"_qs).contains("XDG_RUNTIME_DIR="));
        QVERIFY(!m_bench->read(u"environment"_qs).contains("MOTCUA"));
    }

    void aVoiceThatBreaksCostsOneAnnouncement_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"hang", "crash", "fail", "nonsense", "flood", "silence", "greedy"}) {
            QTest::addRow("%s", how) << QByteArray(how);
        }
    }
    void aVoiceThatBreaksCostsOneAnnouncement()
    {
        QFETCH(QByteArray, how);
        m_bench->tell(u"voice"_qs, how);
        SpeechAnnouncer::Settings settings = m_bench->settings();
        settings.voice.patience = std::chrono::seconds(how == "hang" ? 3 : 20);
        Heard heard(settings);
        heard.voice.announce(call(1));
        QTRY_COMPARE_WITH_TIMEOUT(heard.dropped.size(), 1, 20'000);
        QVERIFY(heard.dropped[0][0].value<TicketCall>() == call(1));
        QCOMPARE(heard.dropped[0][1].value<Reason>(), Reason::NotSpoken);
        QCOMPARE(heard.voice.state(), State::Failed);
        QCOMPARE(heard.voice.trouble(), Trouble::VoiceFailed);
        QVERIFY(m_bench->intervals().isEmpty());
        m_bench->tell(u"voice"_qs, {});
        heard.voice.announce(call(2));
        QTRY_COMPARE_WITH_TIMEOUT(heard.spoken.size(), 1, 20'000);
        QCOMPARE(heard.voice.state(), State::Ready);
    }

    void aPlayerThatHangsIsEndedWithAllItStarted()
    {
        m_bench->tell(u"speaker"_qs, "hang");
        SpeechAnnouncer::Settings settings = m_bench->settings();
        settings.playerPatience = std::chrono::seconds(5);
        Heard heard(settings);
        heard.voice.announce(call(1));
        QTRY_COMPARE_WITH_TIMEOUT(heard.dropped.size(), 1, 20'000);
        QCOMPARE(heard.voice.trouble(), Trouble::NotPlayed);
        const auto child = static_cast<pid_t>(m_bench->read(u"child"_qs).trimmed().toLongLong());
        QVERIFY(child > 0);
        // It has no parent any more that collects it: whoever does may take a moment.
        QTRY_VERIFY(::kill(child, 0) != 0 || QFile(u"/proc/%1/cmdline"_qs.arg(child)).size() == 0);
        m_bench->tell(u"speaker"_qs, {});
        settings.playerPatience = std::chrono::seconds(20);
        Heard again(settings);
        again.voice.announce(call(2));
        QTRY_COMPARE_WITH_TIMEOUT(again.spoken.size(), 1, 20'000);
    }

    void aPlayerThatCrashesIsTold()
    {
        m_bench->tell(u"speaker"_qs, "crash");
        Heard heard(m_bench->settings());
        heard.voice.announce(call(1));
        QTRY_COMPARE_WITH_TIMEOUT(heard.dropped.size(), 1, 20'000);
        QCOMPARE(heard.voice.trouble(), Trouble::NotPlayed);
    }

    void whatIsMissingIsSaidOnceAndAtOnce_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Trouble>("trouble");
        QTest::newRow("the synthesiser") << u"synthesiser"_qs << Trouble::NoVoice;
        QTest::newRow("the player") << u"player"_qs << Trouble::NoPlayer;
        QTest::newRow("the sentences") << u"words"_qs << Trouble::NoWords;
    }
    void whatIsMissingIsSaidOnceAndAtOnce()
    {
        QFETCH(QString, what);
        QFETCH(Trouble, trouble);
        SpeechAnnouncer::Settings settings = m_bench->settings();
        const QString nowhere = m_bench->path(u"nowhere"_qs);
        if (what == u"synthesiser") {
            settings.voice.synthesiser = nowhere;
        } else if (what == u"player") {
            settings.player = QStringList{nowhere};
        } else {
            settings.voice.words = nowhere;
        }
        Heard heard(settings);
        QTRY_COMPARE(heard.voice.state(), State::Failed);
        QCOMPARE(heard.voice.trouble(), trouble);
        for (int i = 1; i <= 3; ++i) {
            heard.voice.announce(call(i));
        }
        QTRY_COMPARE_WITH_TIMEOUT(heard.dropped.size(), 3, 20'000);
        QCOMPARE(heard.states.size(), 1);
    }

    void aSentenceIsOfOneVoice_data()
    {
        QTest::addColumn<TicketCall>("call");
        QTest::addColumn<QStringList>("recorded");
        QTest::addColumn<int>("synthesised");
        QTest::newRow("all recorded") << TicketCall{u"A01"_qs, 3, {}, {}}
                                      << QStringList{u"Mời số"_qs, u"A"_qs, u"không"_qs, u"một"_qs, u"đến quầy số"_qs, u"ba"_qs} << 0;
        QTest::newRow("a digit is missing") << TicketCall{u"A09"_qs, 3, {}, {}} << QStringList() << 1;
        QTest::newRow("a letter is missing") << TicketCall{u"B01"_qs, 3, {}, {}} << QStringList() << 1;
        QTest::newRow("the desk is missing") << TicketCall{u"A01"_qs, 9, {}, {}} << QStringList() << 1;
        QTest::newRow("another language") << TicketCall{u"A1"_qs, 3, {}, {u"vi"_qs, u"en"_qs}}
                                          << QStringList{u"Mời số"_qs, u"A"_qs, u"một"_qs, u"đến quầy số"_qs, u"ba"_qs} << 1;
    }
    void aSentenceIsOfOneVoice()
    {
        QFETCH(TicketCall, call);
        QFETCH(QStringList, recorded);
        QFETCH(int, synthesised);
        const RecordedVoice pack;
        SpeechAnnouncer::Settings settings = m_bench->settings();
        settings.voice.pack = pack.folder();
        settings.limits.volume = 100;
        Heard heard(settings);
        heard.voice.announce(call);
        QTRY_COMPARE_WITH_TIMEOUT(heard.spoken.size(), 1, 20'000);
        QCOMPARE(heard.voice.trouble(), Trouble::Nothing);
        QCOMPARE(m_bench->said().size(), synthesised);
        const Sound sound = m_bench->heard().constFirst();
        const int rate = synthesised > 0 ? SpeechBench::Rate : RecordedVoice::Rate;
        QCOMPARE(sound.rate(), rate);
        QList<qint16> expected;
        for (const QString &words : std::as_const(recorded)) {
            expected.append(pack.level(words));
        }
        if (synthesised > 0) {
            expected.append(SpeechBench::Level);
        }
        QList<qint16> found = levels(sound, chime(rate).samples().size());
        // Between a clip and the silence, another rate draws a line.
        found.removeIf([&expected](qint16 level) { return !expected.contains(level); });
        QCOMPARE(found, expected);
    }

    void aPackThatCannotBeReadIsToldAndTheSynthesiserSpeaks()
    {
        SpeechAnnouncer::Settings settings = m_bench->settings();
        settings.voice.pack = m_bench->path(u"nowhere"_qs);
        Heard heard(settings);
        heard.voice.announce(call());
        QTRY_COMPARE_WITH_TIMEOUT(heard.spoken.size(), 1, 20'000);
        QCOMPARE(heard.voice.state(), State::Ready);
        QCOMPARE(heard.voice.trouble(), Trouble::PackUnusable);
        QCOMPARE(heard.states.size(), 1);
        QCOMPARE(m_bench->said().size(), 1);
    }

    void aPackNeedsNoSynthesiser()
    {
        const RecordedVoice pack;
        SpeechAnnouncer::Settings settings = m_bench->settings();
        settings.voice.pack = pack.folder();
        settings.voice.synthesiser = m_bench->path(u"nowhere"_qs);
        Heard heard(settings);
        heard.voice.announce({u"A01"_qs, 3, {}, {u"vi"_qs, u"en"_qs}});
        QTRY_COMPARE_WITH_TIMEOUT(heard.spoken.size(), 1, 20'000);
        QCOMPARE(heard.voice.trouble(), Trouble::LanguageMissing);
    }

    void twoVoicesOfOneMachineSpeakOneAfterTheOther()
    {
        Heard one(m_bench->settings());
        Heard other(m_bench->settings());
        for (int i = 1; i <= 3; ++i) {
            one.voice.announce(call(i));
            other.voice.announce(call(i + 10));
        }
        QTRY_COMPARE_WITH_TIMEOUT(one.spoken.size() + other.spoken.size(), 6, 30'000);
        const QList<SpeechBench::Interval> all = m_bench->intervals();
        QCOMPARE(all.size(), 6);
        for (qsizetype i = 0; i < all.size(); ++i) {
            QVERIFY(all[i].end > all[i].begin);
            QVERIFY(i == 0 || all[i].begin > all[i - 1].end);
        }
    }

    void espeakSpeaksEveryLanguageOfTheSentences_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("vi") << u"vi"_qs;
        QTest::newRow("en") << u"en"_qs;
    }
    void espeakSpeaksEveryLanguageOfTheSentences()
    {
        QFETCH(QString, language);
        QVERIFY(!QStandardPaths::findExecutable(u"espeak-ng"_qs).isEmpty()); // ./dev brings it
        const std::atomic<bool> never = false;
        CallVoice voice({.words = m_bench->settings().voice.words, .languages = {language}, .patience = std::chrono::seconds(30)});
        QVERIFY(!voice.look());
        const auto said = voice.say({u"A013"_qs, 3, {}, {}}, never);
        QVERIFY(bool(said));
        QVERIFY(!said->missing);
        const auto spoken = said->sound.length() - chime(said->sound.rate()).length();
        QVERIFY(spoken > std::chrono::seconds(1) && spoken < std::chrono::seconds(10));
        const QList<qint16> words = said->sound.samples().sliced(chime(said->sound.rate()).samples().size());
        QVERIFY(std::any_of(words.cbegin(), words.cend(), [](qint16 sample) { return std::abs(sample) > 3'000; }));
    }

    void whatTheFileSaysIsTaken()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"desk.ini"_qs);
        QVERIFY(!SpeechAnnouncer::configured(path, u"w"_qs)); // no file
        RecordedVoice::put(path, "[announcer]\nvolume=50\n");
        QVERIFY(!SpeechAnnouncer::configured(path, u"w"_qs)); // no voice: another machine of the hall speaks
        RecordedVoice::put(path, "[announcer]\nvoice=espeak-ng\n");
        const auto plain = SpeechAnnouncer::configured(path, u"w"_qs);
        QVERIFY(plain);
        QCOMPARE(plain->voice.words, u"w"_qs);
        QCOMPARE(plain->voice.pack, QString());
        QCOMPARE(plain->voice.synthesiser, u"espeak-ng"_qs);
        QCOMPARE(plain->voice.languages, QStringList(u"vi"_qs));
        QCOMPARE(plain->limits.volume, 80);
        QVERIFY(!plain->limits.isQuiet(QTime(3, 0)));
        QVERIFY(plain->player.isEmpty());
        RecordedVoice::put(path,
            "[announcer]\nvoice=/srv/giong nu\nvolume=35\nquietFrom=17:30\nquietUntil=07:00\nplayer=aplay -q -D plughw:1,0\nlanguages=vi, en\nstaleAfter=45\n");
        const auto full = SpeechAnnouncer::configured(path, u"w"_qs);
        QVERIFY(full);
        QCOMPARE(full->voice.pack, u"/srv/giong nu"_qs);
        QCOMPARE(full->voice.languages, (QStringList{u"vi"_qs, u"en"_qs}));
        QCOMPARE(full->limits.volume, 35);
        QCOMPARE(full->limits.quietFrom, QTime(17, 30));
        QCOMPARE(full->limits.quietUntil, QTime(7, 0));
        QCOMPARE(full->limits.staleAfterMs, 45'000);
        QCOMPARE(full->player, (QStringList{u"aplay"_qs, u"-q"_qs, u"-D"_qs, u"plughw:1,0"_qs}));
        RecordedVoice::put(path, "[announcer]\nvoice=espeak-ng\nvolume=loud\nquietFrom=late\nquietUntil=25:00\nlanguages=\nstaleAfter=1\n");
        const auto odd = SpeechAnnouncer::configured(path, u"w"_qs);
        QVERIFY(odd);
        QCOMPARE(odd->limits.volume, 80);
        QVERIFY(!odd->limits.isQuiet(QTime(3, 0)));
        QCOMPARE(odd->limits.staleAfterMs, 10'000);
        QCOMPARE(odd->voice.languages, QStringList(u"vi"_qs));
        RecordedVoice::put(path, "[announcer]\nvoice=espeak-ng\nvolume=900\n");
        QCOMPARE(SpeechAnnouncer::configured(path, u"w"_qs)->limits.volume, 100);
    }
};

QTEST_GUILESS_MAIN(tst_SpeechAnnouncer)
#include "tst_SpeechAnnouncer.moc"
