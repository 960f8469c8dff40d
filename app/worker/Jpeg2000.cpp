// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/Jpeg2000.h"

#include "app/worker/Jpeg2000Size.h"

#include <openjpeg.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

namespace motcua::worker {

namespace {

constexpr std::array<std::uint8_t, 12> FileStart = {0, 0, 0, 12, 'j', 'P', ' ', ' ', '\r', '\n', 0x87, '\n'};
constexpr std::array<std::uint8_t, 4> StreamStart = {0xFF, 0x4F, 0xFF, 0x51};
constexpr unsigned MostChannels = 4;
constexpr unsigned MostBits = 16; // of a sample
constexpr std::uint64_t MostTiles = 4096; // the codec makes room for each before it has seen one

// Codec and stream are the same type to the compiler, a void *: so each names how it ends.
template <auto Release>
struct By
{
    void operator()(auto *owned) const { Release(owned); }
};
void destroyInfo(opj_codestream_info_v2_t *info)
{
    ::opj_destroy_cstr_info(&info);
}
using Codec = std::unique_ptr<opj_codec_t, By<&::opj_destroy_codec>>;
using Stream = std::unique_ptr<opj_stream_t, By<&::opj_stream_destroy>>;
using Image = std::unique_ptr<opj_image_t, By<&::opj_image_destroy>>;
using StreamInfo = std::unique_ptr<opj_codestream_info_v2_t, By<&destroyInfo>>;

/** The bytes and how far they were read: what OpenJPEG has for a file. */
struct Source
{
    std::span<const std::uint8_t> bytes;
    std::size_t at = 0;

    static OPJ_SIZE_T read(void *to, OPJ_SIZE_T size, void *source)
    {
        Source &self = *static_cast<Source *>(source);
        const OPJ_SIZE_T taken = std::min(size, self.bytes.size() - self.at);
        if (taken == 0) {
            return static_cast<OPJ_SIZE_T>(-1); // the end, in its words
        }
        std::memcpy(to, self.bytes.data() + self.at, taken);
        self.at += taken;
        return taken;
    }

    static OPJ_OFF_T skip(OPJ_OFF_T size, void *source)
    {
        Source &self = *static_cast<Source *>(source);
        const auto left = static_cast<OPJ_OFF_T>(self.bytes.size() - self.at);
        if (size < 0 || left == 0) {
            return -1;
        }
        const OPJ_OFF_T taken = std::min(size, left);
        self.at += static_cast<std::size_t>(taken);
        return taken;
    }

    static OPJ_BOOL seek(OPJ_OFF_T to, void *source)
    {
        Source &self = *static_cast<Source *>(source);
        if (to < 0 || static_cast<std::uint64_t>(to) > self.bytes.size()) {
            return OPJ_FALSE;
        }
        self.at = static_cast<std::size_t>(to);
        return OPJ_TRUE;
    }
};

Stream streamOf(Source &source)
{
    constexpr OPJ_SIZE_T Buffer = 64 * 1024;
    Stream stream(::opj_stream_create(Buffer, OPJ_TRUE));
    if (stream) {
        ::opj_stream_set_read_function(stream.get(), &Source::read);
        ::opj_stream_set_skip_function(stream.get(), &Source::skip);
        ::opj_stream_set_seek_function(stream.get(), &Source::seek);
        ::opj_stream_set_user_data(stream.get(), &source, nullptr);
        ::opj_stream_set_user_data_length(stream.get(), source.bytes.size());
    }
    return stream;
}

/** How many times the codec may halve the picture and it still fills an answer. */
unsigned halvings(opj_codec_t *codec, Extent whole)
{
    const StreamInfo info(::opj_get_cstr_info(codec));
    if (!info || !info->m_default_tile_info.tccp_info) {
        return 0;
    }
    unsigned most = OPJ_J2K_MAXRLVLS;
    for (unsigned i = 0; i < info->nbcomps; ++i) {
        most = std::min(most, info->m_default_tile_info.tccp_info[i].numresolutions);
    }
    const Extent to = whole.fitted();
    unsigned count = 0;
    while (count + 1 < most && whole.width >> (count + 1) >= to.width && whole.height >> (count + 1) >= to.height) {
        ++count;
    }
    return count;
}

/** The samples of a component, of which there may be fewer than pixels, as eight bits each. */
class Samples
{
public:
    Samples(const opj_image_comp_t &component, Extent whole)
        : m_component(component)
        , m_height(whole.height)
        , m_most((1U << component.prec) - 1)
        , m_offset(component.sgnd != 0 ? 1 << (component.prec - 1) : 0)
        , m_columns(whole.width)
    {
        for (unsigned x = 0; x < whole.width; ++x) {
            m_columns[x] = static_cast<unsigned>(std::uint64_t(x) * component.w / whole.width);
        }
    }

    /** Into every `step`-th byte from `to` on, a row of pixels. */
    void copyRow(unsigned y, std::uint8_t *to, unsigned step) const
    {
        const OPJ_INT32 *const row = m_component.data + std::size_t(y) * m_component.h / m_height * m_component.w;
        for (const unsigned column : m_columns) {
            const auto value = static_cast<unsigned>(std::clamp<std::int64_t>(std::int64_t(row[column]) + m_offset, 0, m_most));
            *to = static_cast<std::uint8_t>(m_most == 255 ? value : (value * 255 + m_most / 2) / m_most);
            to += step;
        }
    }

private:
    const opj_image_comp_t &m_component;
    unsigned m_height;
    unsigned m_most;
    std::int64_t m_offset;
    std::vector<unsigned> m_columns; ///< of the component, for each of the picture
};

/** Y, Cb and Cr of ITU-R BT.601 in full range, as JP2 and JFIF mean them. */
void turnIntoColours(std::uint8_t *pixel)
{
    const int luma = pixel[0];
    const int blue = pixel[1] - 128;
    const int red = pixel[2] - 128;
    const auto within = [](int thousands) { return static_cast<std::uint8_t>(std::clamp((thousands + 500) / 1000, 0, 255)); };
    pixel[0] = within(1000 * luma + 1402 * red);
    pixel[1] = within(1000 * luma - 344 * blue - 714 * red);
    pixel[2] = within(1000 * luma + 1772 * blue);
}

DecodedPhoto photoOf(const opj_image_t &image)
{
    const std::span<const opj_image_comp_t> components(image.comps, image.comps ? image.numcomps : 0);
    if (components.empty() || components.size() > MostChannels || image.color_space == OPJ_CLRSPC_EYCC
        || image.color_space == OPJ_CLRSPC_CMYK) {
        return PhotoFrame::Outcome::CannotDecode;
    }
    Extent whole;
    for (const opj_image_comp_t &component : components) {
        if (!component.data || component.w == 0 || component.h == 0 || component.prec == 0 || component.prec > MostBits) {
            return PhotoFrame::Outcome::CannotDecode;
        }
        whole = {std::max(whole.width, component.w), std::max(whole.height, component.h)};
    }
    if (!Photo::isModest(whole.width, whole.height)) {
        return PhotoFrame::Outcome::TooLarge;
    }
    const bool isGrey = components.size() <= 2;
    const bool hasOpacity = components.size() % 2 == 0;
    const bool isLumaAndColour = !isGrey
        && (image.color_space == OPJ_CLRSPC_SYCC || (image.color_space != OPJ_CLRSPC_SRGB && components[1].w < components[0].w));
    const unsigned channels = hasOpacity ? 4 : 3;
    RowShrinker shrinker(whole, whole.fitted(), channels);
    std::vector<std::uint8_t> row(std::size_t(whole.width) * channels);
    std::vector<Samples> samples;
    for (const opj_image_comp_t &component : components) {
        samples.emplace_back(component, whole);
    }
    for (unsigned y = 0; y < whole.height; ++y) {
        for (unsigned channel = 0; channel < 3; ++channel) {
            samples[isGrey ? 0 : channel].copyRow(y, row.data() + channel, channels);
        }
        for (unsigned x = 0; isLumaAndColour && x < whole.width; ++x) {
            turnIntoColours(row.data() + std::size_t(x) * channels);
        }
        if (hasOpacity) {
            samples.back().copyRow(y, row.data() + 3, channels);
        }
        shrinker.add(row);
    }
    return Photo{whole.fitted(), channels, std::move(shrinker.samples())};
}

} // namespace

bool Jpeg2000::isOne(std::span<const std::uint8_t> bytes)
{
    const auto begins = [bytes](std::span<const std::uint8_t> with) {
        return bytes.size() > with.size() && std::equal(with.begin(), with.end(), bytes.begin());
    };
    return begins(FileStart) || begins(StreamStart);
}

Jpeg2000::Jpeg2000(std::span<const std::uint8_t> bytes)
    : m_bytes(bytes)
{
}

DecodedPhoto Jpeg2000::decoded() const
{
    const auto size = Jpeg2000Size::fromBytes(m_bytes);
    if (!size || size->components > MostChannels || size->deepest > MostBits) {
        return PhotoFrame::Outcome::CannotDecode;
    }
    if (!Photo::isModest(size->width, size->height) || size->tiles > MostTiles) {
        return PhotoFrame::Outcome::TooLarge;
    }
    const bool isBare = m_bytes[0] == StreamStart[0];
    const Codec codec(::opj_create_decompress(isBare ? OPJ_CODEC_J2K : OPJ_CODEC_JP2));
    Source source{m_bytes};
    const Stream stream = streamOf(source);
    opj_dparameters_t parameters;
    ::opj_set_default_decoder_parameters(&parameters);
    if (!codec || !stream || !::opj_setup_decoder(codec.get(), &parameters) || !::opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE)) {
        return PhotoFrame::Outcome::CannotDecode;
    }
    opj_image_t *read = nullptr;
    const bool hasHeader = ::opj_read_header(stream.get(), codec.get(), &read) == OPJ_TRUE;
    const Image image(read);
    if (!hasHeader || !image || image->x1 - image->x0 != size->width || image->y1 - image->y0 != size->height
        || image->numcomps != size->components) {
        return PhotoFrame::Outcome::CannotDecode; // it found another stream than we did
    }
    const unsigned factor = halvings(codec.get(), {size->width, size->height});
    if ((factor > 0 && !::opj_set_decoded_resolution_factor(codec.get(), factor))
        || !::opj_decode(codec.get(), stream.get(), image.get())) {
        return PhotoFrame::Outcome::CannotDecode;
    }
    return photoOf(*image);
}

} // namespace motcua::worker
