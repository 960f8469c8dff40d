// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageJpeg.h"

#include "app/worker/JpegReading.h"
#include "app/worker/JpegSegments.h"
#include "app/worker/RowShrinker.h"

namespace motcua::worker {

namespace {

constexpr long MostPageCoefficients = 400L * 1024 * 1024; // bytes, of a progressive page: 120 million pixels whose colours have half the resolution are 343 MiB
constexpr std::size_t LargestProfile = 1024 * 1024; // bytes

PageAnswer::Outcome failureOf(const JpegReading &reading)
{
    return reading.isTooLarge ? PageAnswer::Outcome::TooLarge : PageAnswer::Outcome::CannotDecode;
}

bool hasInks(const jpeg_decompress_struct &codec)
{
    return codec.out_color_space == JCS_CMYK;
}

/** The header is judged before room is made for anything. None: it can be started. */
std::optional<PageAnswer::Outcome> prepare(JpegReading &reading, std::span<const std::uint8_t> bytes, bool isLook)
{
    if (!reading.readHeader(bytes, MostPageCoefficients, !isLook)) {
        return failureOf(reading);
    }
    jpeg_decompress_struct &codec = reading.codec;
    if (!PageLimits::isPage(codec.image_width, codec.image_height)) {
        return PageAnswer::Outcome::TooLarge;
    }
    switch (codec.jpeg_color_space) {
    case JCS_GRAYSCALE: codec.out_color_space = isLook ? JCS_RGB : JCS_GRAYSCALE; break;
    case JCS_YCbCr:
    case JCS_RGB: codec.out_color_space = JCS_RGB; break;
    case JCS_CMYK:
    case JCS_YCCK: codec.out_color_space = JCS_CMYK; break;
    default: return PageAnswer::Outcome::CannotDecode;
    }
    return {};
}

/** Of a row with four inks its colours; `row` has room for four samples a pixel, and three of them are left. */
void mixInks(std::span<std::uint8_t> row, bool isInverted)
{
    const std::size_t pixels = row.size() / 4;
    for (std::size_t x = 0; x < pixels; ++x) {
        const auto light = [&row, x, isInverted](std::size_t ink) { return isInverted ? unsigned(row[4 * x + ink]) : 255U - row[4 * x + ink]; };
        const std::array<unsigned, 3> colours = {light(0) * light(3) / 255, light(1) * light(3) / 255, light(2) * light(3) / 255};
        for (std::size_t channel = 0; channel < 3; ++channel) {
            row[3 * x + channel] = static_cast<std::uint8_t>(colours[channel]);
        }
    }
}

/** Every row, in colours or grey; false when one is missing. */
template <typename Take>
bool readRows(JpegReading &reading, Take take)
{
    jpeg_decompress_struct &codec = reading.codec;
    std::vector<std::uint8_t> row(std::size_t(codec.output_width) * static_cast<unsigned>(codec.output_components));
    const std::size_t size = std::size_t(codec.output_width) * (codec.output_components == 1 ? 1 : 3);
    for (unsigned y = 0; y < codec.output_height; ++y) {
        if (!reading.readRow(row.data())) {
            return false;
        }
        if (hasInks(codec)) {
            mixInks(row, codec.saw_Adobe_marker);
        }
        take(std::span<const std::uint8_t>(row).first(size));
    }
    const bool hasScans = ::jpeg_has_multiple_scans(&codec) == TRUE;
    return reading.finish() && !reading.isDamaged && !(reading.isOpenEnded && hasScans);
}

} // namespace

DecodedPage decodeJpegPage(std::span<const std::uint8_t> bytes)
{
    JpegReading reading;
    if (const auto outcome = prepare(reading, bytes, false)) {
        return *outcome;
    }
    if (!reading.start()) {
        return failureOf(reading);
    }
    const jpeg_decompress_struct &codec = reading.codec;
    PagePicture picture;
    picture.raster = PageRaster(codec.output_width, codec.output_height, codec.output_components == 1 ? 1 : 3);
    unsigned y = 0;
    if (!readRows(reading, [&picture, &y](std::span<const std::uint8_t> row) { std::copy(row.begin(), row.end(), picture.raster.row(y++)); })) {
        return failureOf(reading);
    }
    picture.dpi = PagePicture::believedDpi(codec.saw_JFIF_marker ? codec.density_unit : 0, codec.X_density, codec.Y_density, picture.raster.longSide());
    if (auto segments = JpegSegments::fromBytes(bytes)) {
        picture.orientation = segments->orientation;
        if (!hasInks(codec) && !codec.arith_code) { // which hardly anything else can show, PDF among it
            picture.kept = std::move(segments->kept);
        }
    }
    if (!hasInks(codec)) {
        picture.profile = reading.profile();
        if (picture.profile.size() > LargestProfile) {
            picture.profile.clear();
        }
    }
    return picture;
}

DecodedPage decodeJpegLook(std::span<const std::uint8_t> bytes, unsigned boxWidth, unsigned boxHeight)
{
    JpegReading reading;
    if (const auto outcome = prepare(reading, bytes, true)) {
        return *outcome;
    }
    jpeg_decompress_struct &codec = reading.codec;
    const Extent to = Extent{codec.image_width, codec.image_height}.fitted({boxWidth, boxHeight});
    // The codec makes it smaller by eighths for next to nothing.
    constexpr unsigned Eighths = 8;
    codec.scale_denom = Eighths;
    for (codec.scale_num = 1; codec.scale_num < Eighths; ++codec.scale_num) {
        if (std::uint64_t(codec.image_width) * codec.scale_num / Eighths >= to.width && std::uint64_t(codec.image_height) * codec.scale_num / Eighths >= to.height) {
            break;
        }
    }
    if (!reading.start()) {
        return failureOf(reading);
    }
    RowShrinker shrinker({codec.output_width, codec.output_height}, to, 3);
    if (!readRows(reading, [&shrinker](std::span<const std::uint8_t> row) { shrinker.add(row); })) {
        return failureOf(reading);
    }
    PagePicture picture;
    picture.raster.width = to.width;
    picture.raster.height = to.height;
    picture.raster.channels = 3;
    picture.raster.samples = std::move(shrinker.samples());
    return picture;
}

} // namespace motcua::worker
