// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/Chime.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace motcua {

namespace {

/** A struck bar: it begins within a hundredth of a second, without a click, and fades. */
void strike(QList<qint16> &samples, int rate, double hertz, double seconds)
{
    constexpr double Loudness = 0.3 * 32767;
    constexpr double Rise = 0.01; // seconds
    constexpr double Overtone = 0.2;
    const auto count = static_cast<qsizetype>(seconds * rate);
    for (qsizetype i = 0; i < count; ++i) {
        const double time = static_cast<double>(i) / rate;
        const double turn = 2 * std::numbers::pi * hertz * time;
        const double tone = (std::sin(turn) + Overtone * std::sin(2 * turn)) / (1 + Overtone);
        const double end = std::min(1.0, (seconds - time) / Rise);
        samples.append(static_cast<qint16>(std::lround(Loudness * std::min(1.0, time / Rise) * end * std::exp(-4 * time) * tone)));
    }
}

} // namespace

Sound chime(int rate)
{
    constexpr double Higher = 659.26; // E5
    constexpr double Lower = 523.25; // C5
    QList<qint16> samples;
    strike(samples, rate, Higher, 0.35);
    strike(samples, rate, Lower, 0.65);
    Sound both(rate, samples);
    both.appendSilence(std::chrono::milliseconds(150));
    return both;
}

} // namespace motcua
