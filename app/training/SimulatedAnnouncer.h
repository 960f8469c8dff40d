// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Announcer.h"
#include "app/devices/CallQueue.h"
#include "models/ticket/CallWords.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <functional>

namespace motcua {

/** The voice of training, demonstration and tests: each call takes the time it would take to say, and its sentences are lines of a file. */
class SimulatedAnnouncer final : public Announcer
{
    Q_OBJECT

public:
    struct Settings
    {
        QString folder = {}; ///< of the training centre: the lines stand there in announcements.txt
        QString words = {}; ///< file of the sentences: resources/hall/voice.json
        QStringList languages = {QStringLiteral("vi")}; ///< of calls that name none
        CallLimits limits = {};
        std::chrono::milliseconds aPiece{450}; ///< how long the chime, and each piece of a sentence, takes
        std::function<QTime()> clock = {}; ///< empty: the clock of Vietnam
    };

    explicit SimulatedAnnouncer(Settings settings, QObject *parent = nullptr);

    void start() override;
    void stop() override;
    void announce(const TicketCall &call) override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] Trouble trouble() const override { return m_trouble; }

    /** The loudspeaker is pulled out, and in again: what is said meanwhile is not heard. */
    void setHeard(bool heard) { m_isHeard = heard; }

    /** Where the lines of `folder` stand. */
    [[nodiscard]] static QString lines(const QString &folder);

private:
    void later(std::function<void()> act);
    void look();
    void sayNext();
    void end();
    void drop(const TicketCall &call, Reason reason);
    void become(State state, Trouble trouble);
    [[nodiscard]] QTime time() const;
    [[nodiscard]] QStringList sentences(const TicketCall &call, int &pieces) const;
    [[nodiscard]] bool write(const QStringList &sentences) const;

    Settings m_settings;
    CallWords m_words; ///< no language: they cannot be read
    CallQueue m_queue;
    TicketCall m_said; ///< of m_speaking
    QTimer m_speaking;
    QElapsedTimer m_time;
    int m_round = 0; ///< of starts and stops
    bool m_isStarted = false;
    bool m_isHeard = true;
    bool m_isSaid = false; ///< m_said: it was heard, and its line stands in the file
    State m_state = State::Off;
    Trouble m_trouble = Trouble::Nothing;
};

} // namespace motcua
