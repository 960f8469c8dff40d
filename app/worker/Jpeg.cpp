// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/Jpeg.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

#include <array>

namespace motcua::worker {

namespace {

constexpr int MostScans = 100; // a progressive file may repeat itself without end at no cost in bytes
constexpr long MostMemory = 160L * 1024 * 1024; // for the coefficients of a progressive picture of 16 million pixels

} // namespace

/** Calls of libjpeg, which leaves them by longjmp: so each stands in a function of its own in which nothing has to be taken down. */
struct Jpeg::Reading
{
    jpeg_decompress_struct codec{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf back{};
    bool isDamaged = false;
    bool isTooLarge = false;

    static Reading &of(j_common_ptr codec) { return *static_cast<Reading *>(codec->client_data); }

    [[noreturn]] static void fail(j_common_ptr codec)
    {
        Reading &reading = of(codec);
        reading.isTooLarge = codec->err->msg_code == JERR_IMAGE_TOO_BIG;
        std::longjmp(reading.back, 1);
    }

    static void take(j_common_ptr codec, int level)
    {
        switch (codec->err->msg_code) {
        case JWRN_EXTRANEOUS_DATA:
        case JWRN_ADOBE_XFORM:
        case JWRN_JFIF_MAJOR:
        case JWRN_BOGUS_ICC:
        case JWRN_JPEG_EOF: // the end is not marked; were something lacking before it, another warning would say so
            return;
        default:
            of(codec).isDamaged = of(codec).isDamaged || level < 0; // from 0 on they only trace
        }
    }

    static void watch(j_common_ptr codec)
    {
        if (reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number > MostScans) {
            fail(codec);
        }
    }

    bool readHeader(std::span<const std::uint8_t> bytes)
    {
        codec.err = ::jpeg_std_error(&errors);
        errors.error_exit = &fail;
        errors.emit_message = &take;
        errors.output_message = [](j_common_ptr) {};
        codec.client_data = this;
        if (setjmp(back) != 0) {
            return false;
        }
        ::jpeg_CreateDecompress(&codec, JPEG_LIB_VERSION, sizeof codec);
        progress.progress_monitor = &watch;
        codec.progress = &progress;
        codec.mem->max_memory_to_use = MostMemory;
        ::jpeg_mem_src(&codec, bytes.data(), bytes.size());
        return ::jpeg_read_header(&codec, TRUE) == JPEG_HEADER_OK;
    }

    bool start()
    {
        if (setjmp(back) != 0) {
            return false;
        }
        return ::jpeg_start_decompress(&codec) == TRUE;
    }

    bool readRow(std::uint8_t *row)
    {
        if (setjmp(back) != 0) {
            return false;
        }
        return ::jpeg_read_scanlines(&codec, &row, 1) == 1;
    }
};

bool Jpeg::isOne(std::span<const std::uint8_t> bytes)
{
    return bytes.size() > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF;
}

Jpeg::Jpeg(std::span<const std::uint8_t> bytes)
    : m_reading(std::make_unique<Reading>())
{
    m_reading->isDamaged = !m_reading->readHeader(bytes);
}

Jpeg::~Jpeg()
{
    ::jpeg_destroy_decompress(&m_reading->codec);
}

DecodedPhoto Jpeg::decoded()
{
    constexpr unsigned Channels = 3;
    jpeg_decompress_struct &codec = m_reading->codec;
    const auto failure = [this] { return m_reading->isTooLarge ? PhotoFrame::Outcome::TooLarge : PhotoFrame::Outcome::CannotDecode; };
    if (m_reading->isDamaged) {
        return failure();
    }
    if (!Photo::isModest(codec.image_width, codec.image_height)) {
        return PhotoFrame::Outcome::TooLarge;
    }
    if (codec.jpeg_color_space != JCS_GRAYSCALE && codec.jpeg_color_space != JCS_YCbCr && codec.jpeg_color_space != JCS_RGB) {
        return PhotoFrame::Outcome::CannotDecode; // inks for a press: no photograph of a card
    }
    codec.out_color_space = JCS_RGB;
    const Extent to = Extent{codec.image_width, codec.image_height}.fitted();
    // The codec halves for next to nothing what is to become smaller anyway.
    for (const unsigned part : {2U, 4U, 8U}) {
        if (codec.image_width / part >= to.width && codec.image_height / part >= to.height) {
            codec.scale_num = 1;
            codec.scale_denom = part;
        }
    }
    if (!m_reading->start() || codec.output_components != static_cast<int>(Channels)) {
        return failure();
    }
    const Extent from{codec.output_width, codec.output_height};
    RowShrinker shrinker(from, to, Channels);
    std::vector<std::uint8_t> row(std::size_t(from.width) * Channels);
    for (unsigned y = 0; y < from.height; ++y) {
        if (!m_reading->readRow(row.data())) {
            return failure();
        }
        shrinker.add(row);
    }
    if (m_reading->isDamaged) {
        return failure();
    }
    return Photo{to, Channels, std::move(shrinker.samples())};
}

} // namespace motcua::worker
