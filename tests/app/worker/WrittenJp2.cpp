// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/worker/WrittenJp2.h"

#include <openjpeg.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace motcua::test {

namespace {

struct Target
{
    QByteArray bytes;
    qsizetype at = 0;

    static OPJ_SIZE_T write(void *from, OPJ_SIZE_T size, void *target)
    {
        Target &self = *static_cast<Target *>(target);
        const auto end = self.at + static_cast<qsizetype>(size);
        if (self.bytes.size() < end) {
            self.bytes.resize(end);
        }
        std::memcpy(self.bytes.data() + self.at, from, size);
        self.at = end;
        return size;
    }

    static OPJ_OFF_T skip(OPJ_OFF_T size, void *target)
    {
        Target &self = *static_cast<Target *>(target);
        self.at += static_cast<qsizetype>(size);
        self.bytes.resize(std::max(self.bytes.size(), self.at));
        return size;
    }

    static OPJ_BOOL seek(OPJ_OFF_T to, void *target)
    {
        static_cast<Target *>(target)->at = static_cast<qsizetype>(to);
        return OPJ_TRUE;
    }
};

int valueOf(QRgb pixel, WrittenJp2::Colours colours, unsigned component)
{
    const std::array<int, 4> rgba = {qRed(pixel), qGreen(pixel), qBlue(pixel), qAlpha(pixel)};
    const auto [red, green, blue, alpha] = rgba;
    switch (colours) {
    case WrittenJp2::Colours::Grey:
    case WrittenJp2::Colours::GreyOpacity:
        return component == 0 ? qGray(pixel) : alpha;
    case WrittenJp2::Colours::Rgb:
    case WrittenJp2::Colours::RgbOpacity:
        return rgba.at(component);
    case WrittenJp2::Colours::LumaAndColour:
        break;
    }
    const std::array<double, 3> parts = {0.299 * red + 0.587 * green + 0.114 * blue, 128 - 0.168736 * red - 0.331264 * green + 0.5 * blue,
        128 + 0.5 * red - 0.418688 * green - 0.081312 * blue};
    return std::clamp(qRound(parts.at(component)), 0, 255);
}

} // namespace

QByteArray WrittenJp2::of(const QImage &image) const
{
    const bool isGrey = colours == Colours::Grey || colours == Colours::GreyOpacity;
    const bool hasOpacity = colours == Colours::GreyOpacity || colours == Colours::RgbOpacity;
    const unsigned count = (isGrey ? 1 : 3) + (hasOpacity ? 1 : 0);
    std::array<opj_image_cmptparm_t, 4> shapes{};
    for (unsigned i = 0; i < count; ++i) {
        const int step = i == 1 || i == 2 ? half : 1;
        opj_image_cmptparm_t &shape = shapes.at(i);
        shape.dx = shape.dy = static_cast<OPJ_UINT32>(step);
        shape.w = static_cast<OPJ_UINT32>((image.width() + step - 1) / step);
        shape.h = static_cast<OPJ_UINT32>((image.height() + step - 1) / step);
        shape.prec = static_cast<OPJ_UINT32>(bits);
    }
    const auto space = isGrey ? OPJ_CLRSPC_GRAY : colours == Colours::LumaAndColour ? OPJ_CLRSPC_SYCC : OPJ_CLRSPC_SRGB;
    opj_image_t *const written = ::opj_image_create(count, shapes.data(), space);
    written->x1 = static_cast<OPJ_UINT32>(image.width());
    written->y1 = static_cast<OPJ_UINT32>(image.height());
    for (unsigned i = 0; i < count; ++i) {
        opj_image_comp_t &component = written->comps[i];
        component.alpha = hasOpacity && i + 1 == count ? 1 : 0;
        for (OPJ_UINT32 y = 0; y < component.h; ++y) {
            for (OPJ_UINT32 x = 0; x < component.w; ++x) {
                const QRgb pixel = image.pixel(static_cast<int>(x * component.dx), static_cast<int>(y * component.dy));
                component.data[y * component.w + x] = valueOf(pixel, colours, i) * ((1 << bits) - 1) / 255;
            }
        }
    }
    opj_cparameters_t parameters;
    ::opj_set_default_encoder_parameters(&parameters);
    parameters.numresolution = resolutions;
    parameters.tcp_numlayers = 1;
    parameters.tcp_rates[0] = ratio;
    parameters.irreversible = ratio > 0 ? 1 : 0;
    parameters.cp_disto_alloc = 1;
    parameters.tcp_mct = count >= 3 && half == 1 ? 1 : 0;
    if (tile > 0) {
        parameters.tile_size_on = OPJ_TRUE;
        parameters.cp_tdx = parameters.cp_tdy = tile;
    }
    opj_codec_t *const codec = ::opj_create_compress(isBare ? OPJ_CODEC_J2K : OPJ_CODEC_JP2);
    opj_stream_t *const stream = ::opj_stream_default_create(OPJ_FALSE);
    Target target;
    ::opj_stream_set_write_function(stream, &Target::write);
    ::opj_stream_set_skip_function(stream, &Target::skip);
    ::opj_stream_set_seek_function(stream, &Target::seek);
    ::opj_stream_set_user_data(stream, &target, nullptr);
    const bool done = ::opj_setup_encoder(codec, &parameters, written) && ::opj_start_compress(codec, written, stream)
        && ::opj_encode(codec, stream) && ::opj_end_compress(codec, stream);
    ::opj_stream_destroy(stream);
    ::opj_destroy_codec(codec);
    ::opj_image_destroy(written);
    if (!done) {
        qFatal("no JPEG 2000 could be written");
    }
    return target.bytes;
}

} // namespace motcua::test
