// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/TextPicture.h"

#include "app/worker/JpegReading.h"

#include <algorithm>
#include <cmath>

namespace motcua::worker {

namespace {

constexpr long MostCoefficients = 420L * 1024 * 1024; // bytes, for a progressive page of A3 at 600 dpi
constexpr unsigned Eighths = 8;

/** What a page says it is scanned with; of one that says nothing, or what no scanner does, what makes it a sheet of A4. */
unsigned dpiOf(const jpeg_decompress_struct &codec)
{
    constexpr unsigned Least = 100;
    constexpr unsigned Most = 1'200;
    constexpr double InchesOfA4 = 11.69;
    constexpr double CentimetresOfInch = 2.54;
    const bool says = codec.saw_JFIF_marker != 0 && codec.X_density == codec.Y_density;
    const double said = says && codec.density_unit == 1 ? codec.X_density : says && codec.density_unit == 2 ? codec.X_density * CentimetresOfInch : 0;
    const double longSide = std::max(codec.image_width, codec.image_height);
    constexpr double LongestPaper = 48; // inches: a strip of a feeder
    const bool isLikely = said >= Least && said <= Most && longSide <= said * LongestPaper;
    return static_cast<unsigned>(std::lround(std::clamp<double>(isLikely ? said : longSide / InchesOfA4, Least, Most)));
}

} // namespace

std::variant<TextPicture, TextFrame::Outcome> TextPicture::of(std::span<const std::uint8_t> jpeg)
{
    using Outcome = TextFrame::Outcome;
    if (!JpegReading::isOne(jpeg)) {
        return Outcome::CannotDecode;
    }
    JpegReading reading;
    const auto failure = [&reading] { return reading.isTooLarge ? Outcome::TooLarge : Outcome::CannotDecode; };
    if (!reading.readHeader(jpeg, MostCoefficients)) {
        return failure();
    }
    jpeg_decompress_struct &codec = reading.codec;
    TextPicture picture{.pageWidth = codec.image_width, .pageHeight = codec.image_height};
    if (picture.pageWidth > TextFrame::MostSide || picture.pageHeight > TextFrame::MostSide
        || std::uint64_t(picture.pageWidth) * picture.pageHeight > MostPixels) {
        return Outcome::TooLarge;
    }
    if (codec.jpeg_color_space != JCS_GRAYSCALE && codec.jpeg_color_space != JCS_YCbCr && codec.jpeg_color_space != JCS_RGB) {
        return Outcome::CannotDecode; // inks for a press: no page as it is made ready here
    }
    codec.out_color_space = JCS_GRAYSCALE;
    codec.scale_denom = Eighths;
    // Making it smaller saves the codec work. A little coarser than wanted is as good; far coarser is not.
    const unsigned dpi = dpiOf(codec);
    unsigned eighths = Eighths;
    while (eighths > 1 && dpi * (eighths - 1) * 10 >= Dpi * Eighths * 9) {
        --eighths;
    }
    while (eighths > 1 && std::uint64_t(picture.pageWidth) * picture.pageHeight * eighths * eighths > MostGreyPixels * Eighths * Eighths) {
        --eighths;
    }
    codec.scale_num = eighths;
    if (!reading.start() || codec.output_components != 1) {
        return failure();
    }
    picture.width = codec.output_width;
    picture.height = codec.output_height;
    picture.dpi = std::max(1U, dpi * eighths / Eighths);
    picture.grey.resize(std::size_t(picture.width) * picture.height);
    for (std::size_t y = 0; y < picture.height; ++y) {
        if (!reading.readRow(picture.grey.data() + y * picture.width)) {
            return failure();
        }
    }
    if (reading.isDamaged) {
        return Outcome::CannotDecode;
    }
    return picture;
}

} // namespace motcua::worker
