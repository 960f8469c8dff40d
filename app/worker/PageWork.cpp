// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageWork.h"

#include "app/worker/JpegWriter.h"
#include "app/worker/PageCodes.h"
#include "app/worker/PagePicture.h"
#include "app/worker/PagePlacing.h"
#include "app/worker/PageSkew.h"
#include "app/worker/RowShrinker.h"

#include <cmath>
#include <exception>

namespace motcua::worker {

namespace {

constexpr unsigned LookedAtDpi = 150; // in which ink, skew and edges are looked for
constexpr unsigned LongestLookedAt = 3'600; // pixels, whatever it says
constexpr unsigned LongestOfCodes = 5'000; // pixels: A4 at 400 dpi as it is, A3 at 600 at 300
constexpr double InchesOfA4 = 11.7; // what a page that does not say is taken to be high

/** How much smaller a picture is made to be looked at. */
unsigned smallerBy(const PagePicture &picture)
{
    const unsigned side = picture.raster.longSide();
    const unsigned wanted = picture.dpi > 0 ? (picture.dpi + LookedAtDpi / 2) / LookedAtDpi : side / static_cast<unsigned>(LookedAtDpi * InchesOfA4);
    return std::clamp(std::max(wanted, (side + LongestLookedAt - 1) / LongestLookedAt), 1U, 255U);
}

/** A small picture of it that stands upright. */
PageRaster uprightOf(const PageRaster &small, unsigned orientation, unsigned quarterTurns)
{
    PagePlacing placing{PageMap::upright(orientation, quarterTurns, small.width, small.height), small.width, small.height, 0};
    if (std::abs(placing.map.xy) > 0.5) {
        std::swap(placing.width, placing.height);
    }
    PageRaster upright(placing.width, placing.height, small.channels);
    auto to = upright.samples.begin();
    placing.render(small, {}, [&to](std::span<const std::uint8_t> row) { to = std::copy(row.begin(), row.end(), to); });
    return upright;
}

/** Rows of a page on their way into all that is made of them. */
class PageSinks
{
public:
    PageSinks(const PagePicture &picture, const PagePlacing &placing, bool writes, bool readsCodes)
        : m_part(std::clamp((std::max(placing.width, placing.height) + LongestOfCodes - 1) / LongestOfCodes, 1U, 255U))
        , m_shrinker({placing.width, placing.height}, small(placing), picture.raster.channels)
    {
        const unsigned channels = picture.raster.channels;
        if (writes) {
            m_writer = std::make_unique<JpegWriter>(
                JpegWriter::Form{.width = placing.width, .height = placing.height, .channels = channels, .dpi = picture.dpi, .profile = picture.profile});
        }
        if (readsCodes) {
            m_grey = std::make_unique<PageReducer>(placing.width, placing.height, channels, m_part, PageReducer::Kind::Grey);
        }
    }

    [[nodiscard]] static Extent small(const PagePlacing &placing)
    {
        return Extent{placing.width, placing.height}.fitted({PageLimits::ThumbnailSide, PageLimits::ThumbnailSide});
    }

    void take(std::span<const std::uint8_t> row)
    {
        m_shrinker.add(row);
        if (m_writer) {
            m_isWritten = m_writer->add(row) && m_isWritten;
        }
        if (m_grey) {
            m_grey->add(row);
        }
    }

    /** Empty where it could not be written. */
    [[nodiscard]] std::vector<std::uint8_t> jpeg()
    {
        const auto bytes = m_isWritten ? m_writer->finished() : std::span<const std::uint8_t>();
        std::vector<std::uint8_t> owned(bytes.begin(), bytes.end());
        m_writer.reset();
        return owned;
    }

    /** In three colours. */
    [[nodiscard]] std::vector<std::uint8_t> thumbnail(unsigned channels)
    {
        std::vector<std::uint8_t> &samples = m_shrinker.samples();
        if (channels == 3) {
            return std::move(samples);
        }
        std::vector<std::uint8_t> colours;
        colours.reserve(samples.size() * 3);
        for (const std::uint8_t sample : samples) {
            colours.insert(colours.end(), 3, sample);
        }
        return colours;
    }

    [[nodiscard]] std::vector<PageCodeBody> codes() { return m_grey ? codesOn(m_grey->raster(), m_part) : std::vector<PageCodeBody>(); }

private:
    unsigned m_part;
    RowShrinker m_shrinker;
    std::unique_ptr<JpegWriter> m_writer;
    std::unique_ptr<PageReducer> m_grey;
    bool m_isWritten = true;
};

PageWork pageOf(const PageRequest &request, std::span<const std::uint8_t> bytes)
{
    DecodedPage decoded = decodePage(bytes);
    if (const auto *const outcome = std::get_if<PageAnswer::Outcome>(&decoded)) {
        return {.answer = {.outcome = *outcome}};
    }
    PagePicture &picture = std::get<PagePicture>(decoded);
    if (request.clears) {
        clearGround(picture.raster);
    }
    const unsigned part = smallerBy(picture);
    const PageInk ink = PageInk::of(uprightOf(reduced(picture.raster, part), picture.orientation, request.quarterTurns));

    const PageMap upright = PageMap::upright(picture.orientation, request.quarterTurns, picture.raster.width, picture.raster.height);
    const bool isSideways = std::abs(upright.xy) > 0.5;
    const unsigned width = isSideways ? picture.raster.height : picture.raster.width;
    const unsigned height = isSideways ? picture.raster.width : picture.raster.height;
    PageWork work;
    PageAnswer &answer = work.answer;
    answer.isBlank = ink.isBlank(picture.dpi > 0 ? std::max(1U, picture.dpi / part) : std::max(1U, static_cast<unsigned>(std::max(ink.ink.width, ink.ink.height) / InchesOfA4)));
    const double skew = request.straightens && !answer.isBlank ? skewOf(ink.ink).value_or(0) : 0;
    PagePlacing placing = PageStraightening(ink, part, width, height).placing(skew, request.crops);
    placing.map = upright.after(placing.map);

    const bool writes = request.clears || picture.kept.empty() || !placing.isNothing(picture.raster);
    PageSinks sinks(picture, placing, writes, request.readsCodes);
    placing.render(picture.raster, ink.paper, [&sinks](std::span<const std::uint8_t> row) { sinks.take(row); });
    picture.raster.samples = {}; // what follows needs the room
    work.jpeg = writes ? sinks.jpeg() : std::move(picture.kept);
    if (work.jpeg.empty() || work.jpeg.size() > PageLimits::MostBytes) {
        return {.answer = {.outcome = PageAnswer::Outcome::TooLarge}};
    }
    answer.outcome = PageAnswer::Outcome::Page;
    answer.isSame = !writes && std::equal(work.jpeg.begin(), work.jpeg.end(), bytes.begin(), bytes.end());
    if (answer.isSame) {
        work.jpeg.clear();
    }
    const std::vector<PageCodeBody> codes = sinks.codes();
    const Extent small = PageSinks::small(placing);
    work.codes = PageCodeBody::toBytes(codes);
    work.small = sinks.thumbnail(picture.raster.channels);
    answer.isColour = picture.raster.channels == 3;
    answer.dpi = picture.dpi;
    answer.askew = static_cast<int>(std::lround(placing.turned * 100));
    answer.codes = static_cast<unsigned>(codes.size());
    answer.width = placing.width;
    answer.height = placing.height;
    answer.jpegSize = static_cast<std::uint32_t>(work.jpeg.size());
    answer.smallWidth = small.width;
    answer.smallHeight = small.height;
    answer.codesSize = static_cast<std::uint32_t>(work.codes.size());
    return work;
}

PageWork lookOf(const PageRequest &request, std::span<const std::uint8_t> bytes)
{
    DecodedPage decoded = decodeLook(bytes, request.boxWidth, request.boxHeight);
    if (const auto *const outcome = std::get_if<PageAnswer::Outcome>(&decoded)) {
        return {.answer = {.outcome = *outcome}};
    }
    PageRaster &raster = std::get<PagePicture>(decoded).raster;
    return {.answer = {.outcome = PageAnswer::Outcome::Look, .smallWidth = raster.width, .smallHeight = raster.height}, .small = std::move(raster.samples)};
}

} // namespace

PageWork workOn(const PageRequest &request, std::span<const std::uint8_t> picture)
{
    try {
        return request.what == PageRequest::What::Page ? pageOf(request, picture) : lookOf(request, picture);
    } catch (const std::exception &) { // no memory for more
        return {.answer = {.outcome = PageAnswer::Outcome::TooLarge}};
    }
}

} // namespace motcua::worker
