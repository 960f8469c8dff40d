// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PagePng.h"

#include <array>
#include <csetjmp>
#include <cstring>

#include <png.h>

namespace motcua::worker {

namespace {

constexpr png_alloc_size_t MostChunk = 4 * 1024 * 1024; // bytes of one that is unpacked: a profile, a text
constexpr png_uint_32 LargestSide = 0x7FFF'FFFF; // of what a PNG can say
constexpr png_uint_32 MostChunks = 64; // of those that are kept

/** Calls of libpng, which leaves them by longjmp: so each stands in a function of its own in which nothing has to be taken down. */
struct PngReading
{
    png_structp codec = nullptr;
    png_infop info = nullptr;
    std::span<const std::uint8_t> rest;
    int passes = 1;

    PngReading() = default;
    ~PngReading() { ::png_destroy_read_struct(&codec, &info, nullptr); }
    PngReading(const PngReading &) = delete;
    PngReading &operator=(const PngReading &) = delete;

    static void take(png_structp codec, png_bytep to, std::size_t size)
    {
        auto &reading = *static_cast<PngReading *>(::png_get_io_ptr(codec));
        if (reading.rest.size() < size) {
            ::png_error(codec, "it ends here");
        }
        std::memcpy(to, reading.rest.data(), size);
        reading.rest = reading.rest.subspan(size);
    }

    [[noreturn]] static void fail(png_structp codec, png_const_charp) { ::png_longjmp(codec, 1); }

    bool readHeader(std::span<const std::uint8_t> bytes)
    {
        rest = bytes;
        codec = ::png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, &fail, [](png_structp, png_const_charp) {});
        info = codec != nullptr ? ::png_create_info_struct(codec) : nullptr;
        if (info == nullptr || setjmp(png_jmpbuf(codec)) != 0) {
            return false;
        }
        ::png_set_read_fn(codec, this, &take);
        ::png_set_user_limits(codec, LargestSide, LargestSide); // judged by us, who know what to say of it
        ::png_set_chunk_malloc_max(codec, MostChunk);
        ::png_set_chunk_cache_max(codec, MostChunks);
        ::png_set_crc_action(codec, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
        ::png_read_info(codec, info);
        return true;
    }

    /** Eight bits a sample, grey or three colours, on white. */
    bool start()
    {
        if (setjmp(png_jmpbuf(codec)) != 0) {
            return false;
        }
        ::png_set_expand(codec);
        ::png_set_scale_16(codec);
        png_color_16 white{};
        white.red = white.green = white.blue = white.gray = 0xFF;
        if ((::png_get_color_type(codec, info) & PNG_COLOR_MASK_ALPHA) != 0 || ::png_get_valid(codec, info, PNG_INFO_tRNS) != 0) {
            if (::png_get_bit_depth(codec, info) == 16) {
                white.red = white.green = white.blue = white.gray = 0xFFFF;
            }
            ::png_set_background_fixed(codec, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, PNG_FP_1);
        }
        passes = ::png_set_interlace_handling(codec);
        ::png_read_update_info(codec, info);
        return true;
    }

    bool readRow(std::uint8_t *row)
    {
        if (setjmp(png_jmpbuf(codec)) != 0) {
            return false;
        }
        ::png_read_row(codec, row, nullptr);
        return true;
    }

    bool finish()
    {
        if (setjmp(png_jmpbuf(codec)) != 0) {
            return false;
        }
        ::png_read_end(codec, nullptr);
        return true;
    }
};

constexpr std::array<std::uint8_t, 8> PngBegin = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

} // namespace

bool isPng(std::span<const std::uint8_t> bytes)
{
    return bytes.size() > PngBegin.size() && std::equal(PngBegin.begin(), PngBegin.end(), bytes.begin());
}

DecodedPage decodePngPage(std::span<const std::uint8_t> bytes)
{
    PngReading reading;
    if (!reading.readHeader(bytes)) {
        return PageAnswer::Outcome::CannotDecode;
    }
    const unsigned width = ::png_get_image_width(reading.codec, reading.info);
    const unsigned height = ::png_get_image_height(reading.codec, reading.info);
    if (!PageLimits::isPage(width, height)) {
        return PageAnswer::Outcome::TooLarge;
    }
    PagePicture picture;
    png_uint_32 x = 0;
    png_uint_32 y = 0;
    int unit = 0;
    if (::png_get_pHYs(reading.codec, reading.info, &x, &y, &unit) != 0 && unit == PNG_RESOLUTION_METER) {
        constexpr double Centimetres = 100;
        picture.dpi = PagePicture::believedDpi(2, x / Centimetres, y / Centimetres, std::max(width, height));
    }
    if (!reading.start()) {
        return PageAnswer::Outcome::CannotDecode;
    }
    const unsigned channels = ::png_get_channels(reading.codec, reading.info);
    if ((channels != 1 && channels != 3) || ::png_get_rowbytes(reading.codec, reading.info) != std::size_t(width) * channels) {
        return PageAnswer::Outcome::CannotDecode;
    }
    picture.raster = PageRaster(width, height, channels);
    for (int pass = 0; pass < reading.passes; ++pass) {
        for (unsigned row = 0; row < height; ++row) {
            if (!reading.readRow(picture.raster.row(row))) {
                return PageAnswer::Outcome::CannotDecode;
            }
        }
    }
    if (!reading.finish()) {
        return PageAnswer::Outcome::CannotDecode;
    }
    return picture;
}

} // namespace motcua::worker
