// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Announcer.h"
#include "app/devices/CallQueue.h"
#include "app/devices/speech/CallVoice.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QWaitCondition>

#include <functional>
#include <memory>

class QThread;

namespace motcua {

/** The voice of the hall over the loudspeaker of this machine, on a thread of its own; what makes and plays the sound are processes of their own. */
class SpeechAnnouncer final : public Announcer
{
    Q_OBJECT

public:
    struct Settings
    {
        CallVoice::Settings voice = {};
        QStringList player = {}; ///< a command and its arguments, the file comes behind them; empty: the first there is of pw-play, paplay and aplay
        std::chrono::milliseconds playerPatience{5'000}; ///< with the player, beyond the length of the sound
        CallLimits limits = {};
        std::function<QTime()> clock = {}; ///< asked on the thread of the voice; empty: the clock of Vietnam
    };

    explicit SpeechAnnouncer(Settings settings, QObject *parent = nullptr);
    ~SpeechAnnouncer() override;

    void start() override;
    void stop() override;
    void announce(const TicketCall &call) override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] Trouble trouble() const override { return m_trouble; }

    /**
     * What the [announcer] part of an INI file says of this machine, `words` being the file of the sentences: `voice`, "espeak-ng" or the folder of a voice
     * pack; `volume`, 0 to 100; `quietFrom` and `quietUntil`, such as 17:30; `player`, a command; `languages`, such as vi,en; `staleAfter`, 10 to 600
     * seconds. Without a voice this machine is silent: one of a hall speaks. What cannot be read counts as not written, and a volume beyond its end as the end.
     */
    [[nodiscard]] static std::optional<Settings> configured(const QString &file, const QString &words);

private:
    struct Fact
    {
        enum class Kind { Begun, Spoken, Dropped, State };
        Kind kind = Kind::State;
        TicketCall call = {};
        Reason reason = Reason::NotSpoken;
        State state = State::Off;
        Trouble trouble = Trouble::Nothing;
    };

    void work(int round);
    [[nodiscard]] std::optional<TicketCall> next(int round);
    void say(CallVoice &voice, const TicketCall &call, int round);
    void tell(int round, const Fact &fact);
    void tellDropped(int round, const QList<CallQueue::Dropped> &dropped);
    void take(int round, const Fact &fact);

    const Settings m_settings;
    std::unique_ptr<QThread> m_thread; ///< null before it was first started
    QMutex m_mutex;
    QWaitCondition m_came;
    CallQueue m_queue; ///< of both threads, under the mutex
    std::atomic<bool> m_stopped = true;
    QElapsedTimer m_time; ///< of both threads, never changed
    int m_round = 0; ///< of starts and stops: what an earlier one has to tell is not told
    State m_state = State::Off;
    Trouble m_trouble = Trouble::Nothing;
};

} // namespace motcua
