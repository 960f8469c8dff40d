// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PagePicture.h"

#include "app/worker/JpegReading.h"
#include "app/worker/PageJpeg.h"
#include "app/worker/PagePng.h"
#include "app/worker/RowShrinker.h"

#include <cmath>
#include <new>

namespace motcua::worker {

namespace {

/** In three colours and small enough for its box. */
DecodedPage lookAt(DecodedPage &&decoded, unsigned boxWidth, unsigned boxHeight)
{
    auto *const picture = std::get_if<PagePicture>(&decoded);
    if (picture == nullptr) {
        return std::move(decoded);
    }
    const PageRaster &from = picture->raster;
    const Extent to = Extent{from.width, from.height}.fitted({boxWidth, boxHeight});
    RowShrinker shrinker({from.width, from.height}, to, from.channels);
    for (unsigned y = 0; y < from.height; ++y) {
        shrinker.add({from.row(y), from.rowSize()});
    }
    PagePicture look;
    look.raster = PageRaster(to.width, to.height, 3);
    const std::vector<std::uint8_t> &small = shrinker.samples();
    for (std::size_t i = 0; i < look.raster.samples.size(); ++i) {
        look.raster.samples[i] = small[from.channels == 1 ? i / 3 : i];
    }
    return look;
}

template <typename Decode>
DecodedPage guarded(std::span<const std::uint8_t> bytes, Decode decode)
{
    if (bytes.size() > PageLimits::MostBytes) {
        return PageAnswer::Outcome::TooLarge;
    }
    try {
        return decode();
    } catch (const std::bad_alloc &) {
        return PageAnswer::Outcome::TooLarge;
    }
}

} // namespace

unsigned PagePicture::believedDpi(unsigned unit, double x, double y, unsigned longSide)
{
    constexpr double CentimetresOfAnInch = 2.54;
    constexpr double LeastDpi = 70;
    constexpr double LongestPaper = 24; // inches; A3 has 16.5
    constexpr double SameBothWays = 0.01;
    if ((unit != 1 && unit != 2) || !(x > 0) || std::abs(x - y) > SameBothWays * x) {
        return 0;
    }
    const double dpi = std::round(unit == 2 ? x * CentimetresOfAnInch : x);
    if (dpi < LeastDpi || dpi > PageLimits::MostDpi || dpi == 72 || dpi == 96 || longSide > LongestPaper * dpi) {
        return 0;
    }
    return static_cast<unsigned>(dpi);
}

DecodedPage decodePage(std::span<const std::uint8_t> bytes)
{
    return guarded(bytes, [bytes]() -> DecodedPage {
        if (JpegReading::isOne(bytes)) {
            return decodeJpegPage(bytes);
        }
        return isPng(bytes) ? decodePngPage(bytes) : DecodedPage(PageAnswer::Outcome::CannotDecode);
    });
}

DecodedPage decodeLook(std::span<const std::uint8_t> bytes, unsigned boxWidth, unsigned boxHeight)
{
    return guarded(bytes, [bytes, boxWidth, boxHeight]() -> DecodedPage {
        if (JpegReading::isOne(bytes)) {
            return decodeJpegLook(bytes, boxWidth, boxHeight);
        }
        return isPng(bytes) ? lookAt(decodePngPage(bytes), boxWidth, boxHeight) : DecodedPage(PageAnswer::Outcome::CannotDecode);
    });
}

} // namespace motcua::worker
