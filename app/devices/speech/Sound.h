// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QList>

#include <chrono>

namespace motcua {

/** Sound in one channel, 16 bits a sample: what an announcement is put together of. */
class Sound
{
public:
    static constexpr int LowestRate = 8'000; ///< samples a second
    static constexpr int HighestRate = 48'000;
    static constexpr qsizetype LargestFile = 8 * 1024 * 1024; ///< bytes: more than a minute at the highest rate

    /** What the head of a file says of the length of its samples. */
    enum class Length {
        AsTold,
        Streamed, ///< nothing: who writes into a pipe does not know it yet, and puts the largest number there
    };

    explicit Sound(int rate)
        : m_rate(rate)
    {
    }
    Sound(int rate, QList<qint16> samples)
        : m_rate(rate)
        , m_samples(std::move(samples))
    {
    }

    /**
     * The sound in a WAV file; no byte of it is trusted. Taken is one form alone, without compression, in one channel of 16 bits, at one of the rates
     * above. Errors: Invalid, FileTruncated, FileTooLarge; the detail says what is wrong.
     */
    [[nodiscard]] static Result<Sound> fromWav(const QByteArray &bytes, Length length = Length::AsTold);
    [[nodiscard]] QByteArray toWav() const;

    [[nodiscard]] int rate() const { return m_rate; }
    [[nodiscard]] const QList<qint16> &samples() const { return m_samples; }
    [[nodiscard]] std::chrono::milliseconds length() const;
    [[nodiscard]] int peak() const; ///< 0 to 32768: the sample that is furthest from silence

    void append(const Sound &other); ///< at this one's rate
    void appendSilence(std::chrono::milliseconds length);

    [[nodiscard]] Sound scaled(int percent) const; ///< 0 to 100
    /** The same sound at `rate`: straight lines between the samples, which is enough for speech that is made finer. */
    [[nodiscard]] Sound atRate(int rate) const;

private:
    int m_rate;
    QList<qint16> m_samples;
};

} // namespace motcua
