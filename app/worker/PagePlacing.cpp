// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PagePlacing.h"

#include "app/devices/page/PageFrame.h"

#include <cmath>
#include <numbers>

namespace motcua::worker {

namespace {

PageMap turnedAbout(double clockwise, double fromX, double fromY, double toX, double toY)
{
    const double angle = clockwise * std::numbers::pi / 180;
    PageMap map{std::cos(angle), -std::sin(angle), 0, std::sin(angle), std::cos(angle), 0};
    map.x0 = toX - map.x(fromX, fromY);
    map.y0 = toY - map.y(fromX, fromY);
    return map;
}

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < 1e-9;
}

void renderExact(const PagePlacing &placing, const PageRaster &from, const std::function<void(std::span<const std::uint8_t>)> &take)
{
    constexpr unsigned Band = 16; // rows at once: of a picture that lies sideways they share what was fetched
    const std::size_t rowSize = std::size_t(placing.width) * from.channels;
    std::vector<std::uint8_t> band(rowSize * Band);
    const auto step = std::ptrdiff_t(std::lround(placing.map.yx)) * std::ptrdiff_t(from.rowSize()) + std::ptrdiff_t(std::lround(placing.map.xx)) * from.channels;
    const auto down = std::ptrdiff_t(std::lround(placing.map.yy)) * std::ptrdiff_t(from.rowSize()) + std::ptrdiff_t(std::lround(placing.map.xy)) * from.channels;
    const auto column = static_cast<std::ptrdiff_t>(std::floor(placing.map.x(0.5, 0.5)));
    const auto row = static_cast<std::ptrdiff_t>(std::floor(placing.map.y(0.5, 0.5)));
    const std::uint8_t *const first = from.samples.data() + row * std::ptrdiff_t(from.rowSize()) + column * std::ptrdiff_t(from.channels);
    for (unsigned y = 0; y < placing.height; y += Band) {
        const unsigned rows = std::min(Band, placing.height - y);
        for (unsigned x = 0; x < placing.width; ++x) {
            const std::uint8_t *pixel = first + std::ptrdiff_t(y) * down + std::ptrdiff_t(x) * step;
            std::uint8_t *to = band.data() + std::size_t(x) * from.channels;
            for (unsigned i = 0; i < rows; ++i, pixel += down, to += rowSize) {
                std::copy_n(pixel, from.channels, to);
            }
        }
        for (unsigned i = 0; i < rows; ++i) {
            take(std::span(band).subspan(i * rowSize, rowSize));
        }
    }
}

/** Each pixel of the four around it, nearer ones more. */
template <unsigned Channels>
void renderBetween(const PagePlacing &placing, const PageRaster &from, std::span<const std::uint8_t> paper, const std::function<void(std::span<const std::uint8_t>)> &take)
{
    constexpr int Shift = 32; // of a place in the picture
    constexpr int Fine = 8; // bits of a weight
    const auto fixed = [](double value) { return static_cast<std::int64_t>(std::llround(std::ldexp(value, Shift))); };
    const std::int64_t stepX = fixed(placing.map.xx);
    const std::int64_t stepY = fixed(placing.map.yx);
    const std::int64_t width = from.width;
    const std::int64_t height = from.height;
    const auto rowSize = static_cast<std::int64_t>(from.rowSize());
    std::vector<std::uint8_t> row(std::size_t(placing.width) * Channels);
    for (unsigned y = 0; y < placing.height; ++y) {
        std::int64_t atX = fixed(placing.map.x(0.5, y + 0.5) - 0.5);
        std::int64_t atY = fixed(placing.map.y(0.5, y + 0.5) - 0.5);
        std::uint8_t *to = row.data();
        for (unsigned x = 0; x < placing.width; ++x, atX += stepX, atY += stepY, to += Channels) {
            const std::int64_t left = atX >> Shift;
            const std::int64_t top = atY >> Shift;
            if (left < -1 || top < -1 || left >= width || top >= height) {
                std::copy_n(paper.data(), Channels, to);
                continue;
            }
            const auto right = static_cast<unsigned>(atX >> (Shift - Fine) & 0xFF); // how near the one to the right is
            const auto below = static_cast<unsigned>(atY >> (Shift - Fine) & 0xFF);
            const std::int64_t nextX = left < 0 || left + 1 >= width ? 0 : Channels; // beyond an edge the pixel at the edge goes on
            const std::int64_t nextY = top < 0 || top + 1 >= height ? 0 : rowSize;
            const std::uint8_t *const at = from.samples.data() + std::max<std::int64_t>(top, 0) * rowSize + std::max<std::int64_t>(left, 0) * Channels;
            for (unsigned i = 0; i < Channels; ++i) {
                const unsigned above = at[i] * (256 - right) + at[i + nextX] * right;
                const unsigned under = at[i + nextY] * (256 - right) + at[i + nextY + nextX] * right;
                to[i] = static_cast<std::uint8_t>((above * (256 - below) + under * below + (1U << 15)) >> 16);
            }
        }
        take(row);
    }
}

} // namespace

PageMap PageMap::after(const PageMap &inner) const
{
    return {xx * inner.xx + xy * inner.yx, xx * inner.xy + xy * inner.yy, x(inner.x0, inner.y0), yx * inner.xx + yy * inner.yx, yx * inner.xy + yy * inner.yy, y(inner.x0, inner.y0)};
}

bool PageMap::isExact() const
{
    return isWhole(xx) && isWhole(xy) && isWhole(yx) && isWhole(yy) && isWhole(x0) && isWhole(y0);
}

PageMap PageMap::upright(unsigned orientation, unsigned quarterTurns, unsigned width, unsigned height)
{
    const double w = width;
    const double h = height;
    const std::array<PageMap, 8> maps = {{
        {1, 0, 0, 0, 1, 0},
        {-1, 0, w, 0, 1, 0},
        {-1, 0, w, 0, -1, h},
        {1, 0, 0, 0, -1, h},
        {0, 1, 0, 1, 0, 0},
        {0, 1, 0, -1, 0, h},
        {0, -1, w, -1, 0, h},
        {0, -1, w, 1, 0, 0},
    }};
    constexpr unsigned FirstSideways = 5;
    PageMap map = maps[(orientation - 1) % maps.size()];
    double high = orientation >= FirstSideways ? w : h; // as it is seen
    double broad = orientation >= FirstSideways ? h : w;
    for (unsigned turn = 0; turn < quarterTurns % 4; ++turn) {
        map = map.after({0, 1, 0, -1, 0, high});
        std::swap(high, broad);
    }
    return map;
}

bool PagePlacing::isNothing(const PageRaster &from) const
{
    return map.isExact() && map.xx > 0.5 && map.yy > 0.5 && width == from.width && height == from.height;
}

void PagePlacing::render(const PageRaster &from, std::span<const std::uint8_t> paper, const std::function<void(std::span<const std::uint8_t>)> &take) const
{
    if (isNothing(from)) {
        for (unsigned y = 0; y < from.height; ++y) {
            take({from.row(y), from.rowSize()});
        }
    } else if (map.isExact()) {
        renderExact(*this, from, take);
    } else if (from.channels == 1) {
        renderBetween<1>(*this, from, paper, take);
    } else {
        renderBetween<3>(*this, from, paper, take);
    }
}

PageStraightening::PageStraightening(const PageInk &ink, unsigned part, unsigned width, unsigned height)
    : m_ink(ink)
    , m_part(part)
    , m_width(width)
    , m_height(height)
{
}

PagePlacing PageStraightening::placing(double skew, bool crops) const
{
    const double middleX = m_width / 2.0;
    const double middleY = m_height / 2.0;
    const double turned = std::abs(skew) >= LeastSkew && std::abs(skew) <= MostSkew ? -skew : 0;
    // Turned about its middle, which stays where it is: so a page keeps its size unless ink would be lost.
    const PageMap forth = turnedAbout(turned, middleX, middleY, middleX, middleY);
    const PageMap back = turnedAbout(-turned, middleX, middleY, middleX, middleY);
    const double sine = std::abs(forth.yx);
    const double cosine = std::abs(forth.xx);
    const double broad = (m_width * cosine + m_height * sine) / 2;
    const double high = (m_width * sine + m_height * cosine) / 2;
    const Frame same{0, 0, double(m_width), double(m_height)};
    const Frame all{middleX - broad, middleY - high, middleX + broad, middleY + high};
    Frame frame = crops && m_ink.isSurrounded ? sheetWithin(all, back) : all;
    const Frame both{std::max(frame.left, same.left), std::max(frame.top, same.top), std::min(frame.right, same.right), std::min(frame.bottom, same.bottom)};
    if (turned != 0 && !hasInkOutside(both, forth)) {
        frame = both;
    }
    const double left = std::floor(frame.left + 0.5);
    const double top = std::floor(frame.top + 0.5);
    const auto width = static_cast<unsigned>(std::max(1.0, std::floor(frame.right + 0.5) - left));
    const auto height = static_cast<unsigned>(std::max(1.0, std::floor(frame.bottom + 0.5) - top));
    if (!PageLimits::isPage(width, height)) {
        return {back, m_width, m_height, turned};
    }
    return {back.after({1, 0, left, 0, 1, top}), width, height, turned};
}

PageStraightening::Frame PageStraightening::sheetWithin(const Frame &all, const PageMap &back) const
{
    constexpr double Nearly = 0.985; // of a row that is left away: a corner of the sheet may stand in it, no word
    constexpr double LeastPart = 0.05; // of the page: less is no sheet
    constexpr double LeastEdge = 0.004; // of a side: less is not worth the loss
    const auto columns = static_cast<unsigned>((all.right - all.left) / m_part) + 1;
    const auto rows = static_cast<unsigned>((all.bottom - all.top) / m_part) + 1;
    PageMask outside(columns, rows);
    for (unsigned y = 0; y < rows; ++y) {
        for (unsigned x = 0; x < columns; ++x) {
            const double u = all.left + (x + 0.5) * m_part;
            const double v = all.top + (y + 0.5) * m_part;
            const double column = std::floor(back.x(u, v) / m_part);
            const double row = std::floor(back.y(u, v) / m_part);
            const bool isWithin = column >= 0 && row >= 0 && column < m_ink.around.width && row < m_ink.around.height;
            outside(x, y) = !isWithin || m_ink.around.at(static_cast<unsigned>(column), static_cast<unsigned>(row)) ? 1 : 0;
        }
    }
    unsigned left = 0;
    unsigned top = 0;
    unsigned right = columns;
    unsigned bottom = rows;
    const auto isRowOut = [&](unsigned y) {
        unsigned count = 0;
        for (unsigned x = left; x < right; ++x) {
            count += outside(x, y);
        }
        return count >= Nearly * (right - left);
    };
    const auto isColumnOut = [&](unsigned x) {
        unsigned count = 0;
        for (unsigned y = top; y < bottom; ++y) {
            count += outside(x, y);
        }
        return count >= Nearly * (bottom - top);
    };
    for (bool isDone = false; !isDone;) { // what is left of a row is judged by itself once its ends are gone
        isDone = true;
        for (; top < bottom && isRowOut(top); ++top) {
            isDone = false;
        }
        for (; top < bottom && isRowOut(bottom - 1); --bottom) {
            isDone = false;
        }
        for (; left < right && isColumnOut(left); ++left) {
            isDone = false;
        }
        for (; left < right && isColumnOut(right - 1); --right) {
            isDone = false;
        }
    }
    if (double(right - left) * (bottom - top) < LeastPart * columns * rows) {
        return all;
    }
    const auto edge = [this, LeastEdge](unsigned cut, unsigned of) { return cut < LeastEdge * of ? 0.0 : double(cut) * m_part; };
    return {all.left + edge(left, columns), all.top + edge(top, rows), all.right - edge(columns - right, columns), all.bottom - edge(rows - bottom, rows)};
}

bool PageStraightening::hasInkOutside(const Frame &frame, const PageMap &forth) const
{
    constexpr unsigned Specks = 8; // pixels of the small picture
    unsigned count = 0;
    for (unsigned y = 0; y < m_ink.ink.height; ++y) {
        for (unsigned x = 0; x < m_ink.ink.width; ++x) {
            if (!m_ink.ink.at(x, y)) {
                continue;
            }
            const double u = forth.x((x + 0.5) * m_part, (y + 0.5) * m_part);
            const double v = forth.y((x + 0.5) * m_part, (y + 0.5) * m_part);
            count += u < frame.left || v < frame.top || u >= frame.right || v >= frame.bottom ? 1U : 0U;
        }
    }
    return count > Specks;
}

} // namespace motcua::worker
