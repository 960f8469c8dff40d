// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/speech/Sound.h"

#include <QStringList>

#include <atomic>

namespace motcua {

/**
 * Plays a sound by a program of the machine, in a process for each, and waits for its end. Two of them, in two of our programs of this user, play one after
 * the other. The sound lies in a file of this user's for as long as it is heard.
 */
class SoundPlayer
{
public:
    enum class End {
        Played,
        NoPlayer,
        Failed, ///< it broke, took longer than the sound and `patience`, or another program of ours plays without an end
        Stopped,
    };

    /** `command` and its arguments, the file comes behind them; empty: the first there is of pw-play, paplay and aplay. */
    explicit SoundPlayer(QStringList command, std::chrono::milliseconds patience = std::chrono::seconds(5));

    /** Whether there is such a program. */
    [[nodiscard]] bool isThere() const;
    [[nodiscard]] End play(const Sound &sound, const std::atomic<bool> &stopped) const;

private:
    [[nodiscard]] QStringList command() const;

    QStringList m_command;
    std::chrono::milliseconds m_patience;
};

} // namespace motcua
