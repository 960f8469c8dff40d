// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/Sound.h"

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace motcua {

namespace {

// RIFF WAVE (IBM and Microsoft, Multimedia Programming Interface and Data Specifications 1.0): a head, then pieces of a name, a length and so many bytes.
constexpr qsizetype HeadSize = 12;
constexpr qsizetype PieceHeadSize = 8;
constexpr quint32 FormatSize = 16;
constexpr quint16 Uncompressed = 1;
constexpr int MostPieces = 64;
constexpr qsizetype SampleSize = sizeof(qint16);

template <typename T>
T number(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.data() + at);
}

template <typename T>
void put(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

Error invalid(const char *what)
{
    return {ErrorCode::Invalid, QStringLiteral("sound: ") + QLatin1String(what)};
}

/** The rate that a piece "fmt " names, when it names the one form that is taken. */
std::optional<int> rateOf(QByteArrayView format)
{
    if (format.size() < qsizetype{FormatSize} || number<quint16>(format, 0) != Uncompressed || number<quint16>(format, 2) != 1
        || number<quint16>(format, 12) != SampleSize || number<quint16>(format, 14) != 8 * SampleSize) {
        return {};
    }
    const quint32 rate = number<quint32>(format, 4);
    if (rate < quint32{Sound::LowestRate} || rate > quint32{Sound::HighestRate} || number<quint32>(format, 8) != rate * SampleSize) {
        return {};
    }
    return static_cast<int>(rate);
}

Sound soundOf(int rate, QByteArrayView data)
{
    QList<qint16> samples(data.size() / SampleSize);
    qFromLittleEndian<qint16>(data.data(), samples.size(), samples.data());
    return {rate, samples};
}

} // namespace

Result<Sound> Sound::fromWav(const QByteArray &bytes, Length length)
{
    if (bytes.size() > LargestFile) {
        return Error{ErrorCode::FileTooLarge, QString::number(LargestFile)};
    }
    const QByteArrayView all(bytes);
    if (all.size() < HeadSize || all.first(4) != QByteArrayView("RIFF") || all.sliced(8, 4) != QByteArrayView("WAVE")) {
        return invalid("no WAV");
    }
    if (length == Length::AsTold && number<quint32>(all, 4) > static_cast<quint64>(all.size() - PieceHeadSize)) {
        return Error{ErrorCode::FileTruncated, QStringLiteral("sound: its end is missing")};
    }
    std::optional<int> rate;
    qsizetype at = HeadSize;
    for (int piece = 0; piece < MostPieces && all.size() - at >= PieceHeadSize; ++piece) {
        const QByteArrayView name = all.sliced(at, 4);
        const quint64 told = number<quint32>(all, at + 4);
        at += PieceHeadSize;
        const auto left = static_cast<quint64>(all.size() - at);
        const bool isData = name == QByteArrayView("data");
        if (told > left && !(isData && length == Length::Streamed)) {
            return Error{ErrorCode::FileTruncated, QStringLiteral("sound: a piece is longer than the file")};
        }
        const auto size = static_cast<qsizetype>(std::min(told, left));
        if (isData) {
            if (!rate) {
                return invalid("samples without their form");
            }
            if (size < SampleSize || (size % SampleSize != 0 && length == Length::AsTold)) {
                return invalid("half a sample, or none");
            }
            return soundOf(*rate, all.sliced(at, size - size % SampleSize));
        }
        if (name == QByteArrayView("fmt ")) {
            if (rate) {
                return invalid("two forms");
            }
            rate = rateOf(all.sliced(at, size));
            if (!rate) {
                return invalid("not one channel of 16 bits at 8000 to 48000 samples a second, without compression");
            }
        }
        at += std::min(size + size % 2, all.size() - at); // a piece begins at an even place
    }
    return invalid("no samples");
}

QByteArray Sound::toWav() const
{
    const auto size = static_cast<quint32>(m_samples.size() * SampleSize);
    QByteArray wav;
    wav.reserve(HeadSize + 2 * PieceHeadSize + FormatSize + size);
    wav.append("RIFF");
    put<quint32>(wav, HeadSize - PieceHeadSize + 2 * PieceHeadSize + FormatSize + size);
    wav.append("WAVEfmt ");
    put<quint32>(wav, FormatSize);
    put<quint16>(wav, Uncompressed);
    put<quint16>(wav, 1);
    put<quint32>(wav, static_cast<quint32>(m_rate));
    put<quint32>(wav, static_cast<quint32>(m_rate) * SampleSize);
    put<quint16>(wav, SampleSize);
    put<quint16>(wav, 8 * SampleSize);
    wav.append("data");
    put<quint32>(wav, size);
    for (const qint16 sample : m_samples) {
        put<qint16>(wav, sample);
    }
    return wav;
}

std::chrono::milliseconds Sound::length() const
{
    return std::chrono::milliseconds(m_samples.size() * 1000 / m_rate);
}

int Sound::peak() const
{
    int peak = 0;
    for (const qint16 sample : m_samples) {
        peak = std::max(peak, std::abs(int{sample}));
    }
    return peak;
}

void Sound::append(const Sound &other)
{
    m_samples.append(other.m_rate == m_rate ? other.m_samples : other.atRate(m_rate).m_samples);
}

void Sound::appendSilence(std::chrono::milliseconds length)
{
    m_samples.resize(m_samples.size() + static_cast<qsizetype>(length.count() * m_rate / 1000));
}

Sound Sound::scaled(int percent) const
{
    const int part = std::clamp(percent, 0, 100);
    Sound scaled = *this;
    for (qint16 &sample : scaled.m_samples) {
        sample = static_cast<qint16>(sample * part / 100);
    }
    return scaled;
}

Sound Sound::atRate(int rate) const
{
    const qint64 count = qint64{m_samples.size()} * rate / m_rate;
    QList<qint16> samples;
    samples.reserve(static_cast<qsizetype>(count));
    for (qint64 i = 0; i < count; ++i) {
        const qint64 place = i * m_rate;
        const auto before = static_cast<qsizetype>(place / rate);
        const qsizetype after = std::min(before + 1, m_samples.size() - 1);
        const qint64 part = place % rate;
        const qint64 mean = m_samples[before] * (rate - part) + m_samples[after] * part;
        samples.append(static_cast<qint16>(mean / rate));
    }
    return {rate, samples};
}

} // namespace motcua
