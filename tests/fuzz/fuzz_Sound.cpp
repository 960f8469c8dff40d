// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/Sound.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

namespace {

void must(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

/** Whatever stands in a WAV file, no more samples come of it than it holds, and what was taken is written and read again as it is. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const auto length : {Sound::Length::AsTold, Sound::Length::Streamed}) {
        const Result<Sound> sound = Sound::fromWav(bytes, length);
        if (!sound) {
            continue;
        }
        must(!sound->samples().isEmpty() && sound->samples().size() * 2 + 44 <= bytes.size());
        must(sound->rate() >= Sound::LowestRate && sound->rate() <= Sound::HighestRate);
        const Result<Sound> again = Sound::fromWav(sound->toWav());
        must(again && again->rate() == sound->rate() && again->samples() == sound->samples());
    }
    return 0;
}
