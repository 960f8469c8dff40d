// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace motcua::test {

/** A JPEG 2000 as OpenJPEG writes it, in the shapes a row wants. */
struct WrittenJp2
{
    enum class Colours { Grey, GreyOpacity, Rgb, RgbOpacity, LumaAndColour };

    Colours colours = Colours::Rgb;
    bool isBare = false; ///< the stream without a file around it
    int bits = 8;
    int resolutions = 4;
    int tile = 0; ///< pixels of a side; 0: all is one tile
    int half = 1; ///< 2: the colours have half the samples each way
    float ratio = 0; ///< compressed so many times, lossily; 0: lossless

    [[nodiscard]] QByteArray of(const QImage &image) const;
};

} // namespace motcua::test
