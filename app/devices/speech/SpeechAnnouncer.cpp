// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/SpeechAnnouncer.h"

#include "app/devices/speech/SoundPlayer.h"
#include "models/base/VietnamTime.h"

#include <QProcess>
#include <QSettings>
#include <QThread>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

using State = Announcer::State;
using Trouble = Announcer::Trouble;
using Reason = Announcer::Reason;

Trouble troubleOf(VoiceFault fault)
{
    switch (fault) {
    case VoiceFault::NoWords:
        return Trouble::NoWords;
    case VoiceFault::NoSynthesiser:
        return Trouble::NoVoice;
    case VoiceFault::Failed:
        return Trouble::VoiceFailed;
    case VoiceFault::Unspeakable:
    case VoiceFault::Stopped:
        break;
    }
    return Trouble::Nothing;
}

QTime hallTime()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch()).time();
}

/** A comma in a line makes a list of it. */
QString lineOf(const QSettings &settings, const QString &key)
{
    return settings.value(key).toStringList().join(u',').trimmed();
}

QTime timeOf(const QSettings &settings, const QString &key)
{
    return QTime::fromString(lineOf(settings, key), QStringLiteral("HH:mm"));
}

int numberOf(const QSettings &settings, const QString &key, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int number = lineOf(settings, key).toInt(&isNumber);
    return isNumber ? std::clamp(number, least, most) : otherwise;
}

} // namespace

SpeechAnnouncer::SpeechAnnouncer(Settings settings, QObject *parent)
    : Announcer(parent)
    , m_settings(std::move(settings))
    , m_queue(m_settings.limits)
{
    m_time.start();
}

SpeechAnnouncer::~SpeechAnnouncer()
{
    stop();
    if (m_thread) {
        m_thread->wait();
    }
}

void SpeechAnnouncer::start()
{
    if (!m_stopped) {
        return;
    }
    if (m_thread) {
        m_thread->wait(); // what was spoken when it was stopped has been ended
    }
    m_stopped = false;
    m_thread.reset(QThread::create([this, round = ++m_round] { work(round); }));
    m_thread->setObjectName(QStringLiteral("announcer"));
    m_thread->start();
}

void SpeechAnnouncer::stop()
{
    ++m_round;
    m_state = State::Off;
    m_trouble = Trouble::Nothing;
    const QMutexLocker locker(&m_mutex);
    m_stopped = true;
    m_queue.clear();
    m_came.wakeAll();
}

void SpeechAnnouncer::announce(const TicketCall &call)
{
    QList<CallQueue::Dropped> dropped;
    {
        const QMutexLocker locker(&m_mutex);
        if (m_stopped) {
            return;
        }
        dropped = m_queue.put(call, m_time.elapsed());
        m_came.wakeAll();
    }
    tellDropped(m_round, dropped);
}

void SpeechAnnouncer::work(int round)
{
    CallVoice voice(m_settings.voice);
    const std::optional<VoiceFault> fault = voice.look();
    const bool canPlay = SoundPlayer(m_settings.player).isThere();
    const Trouble pack = voice.packFault() ? Trouble::PackUnusable : Trouble::Nothing;
    tell(round, {.kind = Fact::Kind::State, .state = fault || !canPlay ? State::Failed : State::Ready,
        .trouble = fault ? troubleOf(*fault) : canPlay ? pack : Trouble::NoPlayer});
    while (const std::optional<TicketCall> call = next(round)) {
        say(voice, *call, round);
    }
}

std::optional<TicketCall> SpeechAnnouncer::next(int round)
{
    while (true) {
        CallQueue::Turn turn;
        {
            QMutexLocker locker(&m_mutex);
            while (m_queue.isEmpty() && !m_stopped) {
                m_came.wait(&m_mutex);
            }
            if (m_stopped) {
                return {};
            }
            turn = m_queue.take(m_time.elapsed(), m_settings.clock ? m_settings.clock() : hallTime());
        }
        tellDropped(round, turn.dropped);
        if (turn.call) {
            return turn.call;
        }
    }
}

void SpeechAnnouncer::say(CallVoice &voice, const TicketCall &call, int round)
{
    const auto drop = [&](Reason reason) { tell(round, {.kind = Fact::Kind::Dropped, .call = call, .reason = reason}); };
    const auto become = [&](State state, Trouble trouble) { tell(round, {.kind = Fact::Kind::State, .state = state, .trouble = trouble}); };
    const Result<CallVoice::Said, VoiceFault> said = voice.say(call, m_stopped);
    if (!said) {
        if (const Trouble trouble = troubleOf(said.error()); trouble != Trouble::Nothing) {
            become(State::Failed, trouble);
        }
        drop(said.error() == VoiceFault::Unspeakable ? Reason::Unspeakable : Reason::NotSpoken);
        return;
    }
    tell(round, {.kind = Fact::Kind::Begun, .call = call});
    const SoundPlayer player(m_settings.player, m_settings.playerPatience);
    switch (player.play(said->sound.scaled(m_settings.limits.volume), m_stopped)) {
    case SoundPlayer::End::Played:
        become(State::Ready, said->missing ? Trouble::LanguageMissing : voice.packFault() ? Trouble::PackUnusable : Trouble::Nothing);
        tell(round, {.kind = Fact::Kind::Spoken, .call = call});
        return;
    case SoundPlayer::End::NoPlayer:
        become(State::Failed, Trouble::NoPlayer);
        break;
    case SoundPlayer::End::Failed:
        become(State::Failed, Trouble::NotPlayed);
        break;
    case SoundPlayer::End::Stopped:
        break;
    }
    drop(Reason::NotSpoken);
}

void SpeechAnnouncer::tell(int round, const Fact &fact)
{
    QMetaObject::invokeMethod(this, [this, round, fact] { take(round, fact); }, Qt::QueuedConnection);
}

void SpeechAnnouncer::tellDropped(int round, const QList<CallQueue::Dropped> &dropped)
{
    for (const CallQueue::Dropped &one : dropped) {
        tell(round, {.kind = Fact::Kind::Dropped, .call = one.call, .reason = one.reason});
    }
}

void SpeechAnnouncer::take(int round, const Fact &fact)
{
    if (round != m_round) {
        return;
    }
    switch (fact.kind) {
    case Fact::Kind::Begun:
        Q_EMIT begun(fact.call);
        return;
    case Fact::Kind::Spoken:
        Q_EMIT spoken(fact.call);
        return;
    case Fact::Kind::Dropped:
        Q_EMIT dropped(fact.call, fact.reason);
        return;
    case Fact::Kind::State:
        break;
    }
    if (fact.state != m_state || fact.trouble != m_trouble) {
        m_state = fact.state;
        m_trouble = fact.trouble;
        Q_EMIT stateChanged();
    }
}

std::optional<SpeechAnnouncer::Settings> SpeechAnnouncer::configured(const QString &file, const QString &words)
{
    const QSettings settings(file, QSettings::IniFormat);
    const QString voice = lineOf(settings, QStringLiteral("announcer/voice"));
    if (voice.isEmpty()) {
        return {};
    }
    Settings found;
    found.voice.words = words;
    if (voice != found.voice.synthesiser) {
        found.voice.pack = voice;
    }
    const QStringList languages = lineOf(settings, QStringLiteral("announcer/languages")).split(u',', Qt::SkipEmptyParts);
    if (!languages.isEmpty()) {
        found.voice.languages.clear();
        for (const QString &language : languages) {
            found.voice.languages.append(language.trimmed());
        }
        found.voice.languages.removeDuplicates();
    }
    CallLimits &limits = found.limits;
    limits.volume = numberOf(settings, QStringLiteral("announcer/volume"), 0, 100, limits.volume);
    limits.quietFrom = timeOf(settings, QStringLiteral("announcer/quietFrom"));
    limits.quietUntil = timeOf(settings, QStringLiteral("announcer/quietUntil"));
    limits.staleAfterMs = 1'000 * numberOf(settings, QStringLiteral("announcer/staleAfter"), 10, 600, limits.staleAfterMs / 1'000);
    found.player = QProcess::splitCommand(lineOf(settings, QStringLiteral("announcer/player")));
    return found;
}

} // namespace motcua
