// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/SimulatedAnnouncer.h"

#include "app/devices/speech/CallWordsFile.h"
#include "models/base/VietnamTime.h"
#include "models/ticket/SpokenCall.h"

#include <QFile>

#include <utility>

namespace motcua {

SimulatedAnnouncer::SimulatedAnnouncer(Settings settings, QObject *parent)
    : Announcer(parent)
    , m_settings(std::move(settings))
    , m_queue(m_settings.limits)
{
    m_time.start();
    m_speaking.setSingleShot(true);
    connect(&m_speaking, &QTimer::timeout, this, &SimulatedAnnouncer::end);
}

/** As a device does: on a later turn of the event loop, and not after it was stopped. */
void SimulatedAnnouncer::later(std::function<void()> act)
{
    QMetaObject::invokeMethod(
        this,
        [this, act = std::move(act), round = m_round] {
            if (round == m_round) {
                act();
            }
        },
        Qt::QueuedConnection);
}

void SimulatedAnnouncer::start()
{
    if (!m_isStarted) {
        m_isStarted = true;
        later([this] { look(); });
    }
}

void SimulatedAnnouncer::stop()
{
    ++m_round;
    m_isStarted = false;
    m_speaking.stop();
    m_queue.clear();
    m_state = State::Off;
    m_trouble = Trouble::Nothing;
}

void SimulatedAnnouncer::look()
{
    if (const Result<CallWords> words = callWordsIn(m_settings.words)) {
        m_words = *words;
        become(State::Ready, Trouble::Nothing);
    } else {
        become(State::Failed, Trouble::NoWords);
    }
}

void SimulatedAnnouncer::announce(const TicketCall &call)
{
    if (!m_isStarted) {
        return;
    }
    const QList<CallQueue::Dropped> dropped = m_queue.put(call, m_time.elapsed());
    for (const CallQueue::Dropped &one : dropped) {
        later([this, one] { drop(one.call, one.reason); });
    }
    later([this] { sayNext(); });
}

void SimulatedAnnouncer::sayNext()
{
    if (m_speaking.isActive()) {
        return;
    }
    const CallQueue::Turn turn = m_queue.take(m_time.elapsed(), time());
    // In the order in which they came: what is not said is told before the next one begins.
    for (const CallQueue::Dropped &one : turn.dropped) {
        const int round = m_round;
        drop(one.call, one.reason);
        if (round != m_round) {
            return;
        }
    }
    if (!turn.call) {
        return;
    }
    int pieces = 1; // the chime
    const QStringList said = sentences(*turn.call, pieces);
    if (said.isEmpty()) {
        const Reason reason = m_words.languages.isEmpty() ? Reason::NotSpoken : Reason::Unspeakable;
        later([this] { sayNext(); });
        drop(*turn.call, reason);
        return;
    }
    m_said = *turn.call;
    // Whoever is told may stop this voice: the rest comes first.
    m_isSaid = m_isHeard && write(said);
    m_speaking.start(m_isSaid ? m_settings.aPiece * pieces : std::chrono::milliseconds(0));
    Q_EMIT begun(m_said);
}

void SimulatedAnnouncer::end()
{
    const TicketCall call = m_said;
    later([this] { sayNext(); });
    const int round = m_round;
    const bool isSaid = m_isSaid;
    become(isSaid ? State::Ready : State::Failed, isSaid ? Trouble::Nothing : Trouble::NotPlayed);
    if (round != m_round) {
        return;
    }
    if (isSaid) {
        Q_EMIT spoken(call);
    } else {
        drop(call, Reason::NotSpoken);
    }
}

void SimulatedAnnouncer::drop(const TicketCall &call, Reason reason)
{
    Q_EMIT dropped(call, reason);
}

void SimulatedAnnouncer::become(State state, Trouble trouble)
{
    if (state != m_state || trouble != m_trouble) {
        m_state = state;
        m_trouble = trouble;
        Q_EMIT stateChanged();
    }
}

QTime SimulatedAnnouncer::time() const
{
    return m_settings.clock ? m_settings.clock() : vietnamTime(QDateTime::currentMSecsSinceEpoch()).time();
}

QStringList SimulatedAnnouncer::sentences(const TicketCall &call, int &pieces) const
{
    QStringList all;
    const QStringList languages = call.languages.isEmpty() ? m_settings.languages : call.languages;
    for (const QString &language : languages) {
        const CallPhrases *const phrases = m_words.in(language);
        if (const std::optional<SpokenCall> spoken = phrases ? SpokenCall::of(call, *phrases) : std::nullopt) {
            all.append(spoken->text());
            pieces += static_cast<int>(spoken->pieces.size());
        }
    }
    return all;
}

bool SimulatedAnnouncer::write(const QStringList &sentences) const
{
    QFile file(lines(m_settings.folder));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text)) {
        return false;
    }
    const QString line = time().toString(u"HH:mm:ss") + u' ' + sentences.join(u' ') + u'\n';
    return file.write(line.toUtf8()) > 0 && file.flush();
}

QString SimulatedAnnouncer::lines(const QString &folder)
{
    return folder + QStringLiteral("/announcements.txt");
}

} // namespace motcua
