// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/Jpeg.h"

#include "app/worker/JpegReading.h"

namespace motcua::worker {

namespace {

constexpr long MostCoefficients = 160L * 1024 * 1024; // bytes, of a progressive picture of 16 million pixels

} // namespace

bool Jpeg::isOne(std::span<const std::uint8_t> bytes)
{
    return JpegReading::isOne(bytes);
}

Jpeg::Jpeg(std::span<const std::uint8_t> bytes)
    : m_reading(std::make_unique<JpegReading>())
{
    m_reading->isDamaged = !m_reading->readHeader(bytes, MostCoefficients);
}

Jpeg::~Jpeg() = default;

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
