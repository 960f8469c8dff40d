// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageInk.h"

#include "app/worker/PageGround.h"

#include <array>
#include <cmath>

namespace motcua::worker {

namespace {

constexpr unsigned InkTile = 24; // pixels: 4 mm, so that there is paper in each
constexpr int LeastContrast = 28; // of 255: what shines through from the other side has less, pencil more

/** Of every pixel its darkest colour, or its brightest one. */
PageRaster flattened(const PageRaster &raster, bool isDarkest)
{
    if (raster.channels == 1) {
        return raster;
    }
    PageRaster flat(raster.width, raster.height, 1);
    const std::uint8_t *pixel = raster.samples.data();
    for (std::uint8_t &sample : flat.samples) {
        sample = isDarkest ? std::min({pixel[0], pixel[1], pixel[2]}) : std::max({pixel[0], pixel[1], pixel[2]});
        pixel += 3;
    }
    return flat;
}

/** What is joined to an edge and alike. Empty unless a good part of an edge is. */
class Surroundings
{
public:
    Surroundings(const PageRaster &dark, const PageRaster &bright, unsigned paper)
        : m_dark(dark)
        , m_bright(bright)
        , m_paper(paper)
        , m_mask(dark.width, dark.height)
    {
    }

    PageMask found()
    {
        constexpr unsigned LeastSide = 100; // pixels: of less nobody can say what is the sheet
        if (std::min(m_mask.width, m_mask.height) < LeastSide || !findLevel()) {
            return std::move(m_mask);
        }
        const unsigned right = m_mask.width - 1;
        const unsigned bottom = m_mask.height - 1;
        for (unsigned x = 0; x <= right; ++x) {
            visit(x, 0);
            visit(x, bottom);
        }
        for (unsigned y = 0; y <= bottom; ++y) {
            visit(0, y);
            visit(right, y);
        }
        std::size_t count = 0;
        while (!m_open.empty()) {
            const auto [x, y] = m_open.back();
            m_open.pop_back();
            ++count;
            if (x > 0) {
                visit(x - 1, y);
            }
            if (y > 0) {
                visit(x, y - 1);
            }
            if (x < right) {
                visit(x + 1, y);
            }
            if (y < bottom) {
                visit(x, y + 1);
            }
        }
        if (count * 10 > m_mask.bits.size() * 9) {
            std::fill(m_mask.bits.begin(), m_mask.bits.end(), 0); // what is left would hardly be a sheet: it is the sheet that is dark
        }
        return std::move(m_mask);
    }

private:
    [[nodiscard]] bool isDark(std::size_t at) const
    {
        constexpr int LeastColour = 40; // the covers of books and frames of certificates have some
        return m_bright.samples[at] * 100U <= m_paper * 62U && m_bright.samples[at] - m_dark.samples[at] <= LeastColour;
    }

    bool findLevel()
    {
        std::array<std::size_t, 256> counts{};
        const unsigned width = m_mask.width;
        const unsigned height = m_mask.height;
        bool isThere = false;
        const auto side = [&](std::size_t from, std::size_t step, unsigned length) {
            unsigned dark = 0;
            for (unsigned i = 0; i < length; ++i) {
                if (const std::size_t at = from + i * step; isDark(at)) {
                    ++counts[m_bright.samples[at]];
                    ++dark;
                }
            }
            isThere = isThere || dark * 4 > length;
        };
        side(0, 1, width);
        side(std::size_t(width) * (height - 1), 1, width);
        side(0, width, height);
        side(width - 1, width, height);
        std::size_t all = 0;
        for (const std::size_t count : counts) {
            all += count;
        }
        std::size_t below = 0;
        for (m_level = 0; m_level < 255 && (below += counts[static_cast<unsigned>(m_level)]) * 2 < all; ++m_level) { }
        return isThere;
    }

    void visit(unsigned x, unsigned y)
    {
        constexpr int Alike = 36;
        const std::size_t at = std::size_t(y) * m_mask.width + x;
        if (m_mask.bits[at] == 0 && isDark(at) && std::abs(m_bright.samples[at] - m_level) <= Alike) {
            m_mask.bits[at] = 1;
            m_open.emplace_back(x, y);
        }
    }

    const PageRaster &m_dark;
    const PageRaster &m_bright;
    unsigned m_paper;
    int m_level = 0;
    PageMask m_mask;
    std::vector<std::pair<unsigned, unsigned>> m_open;
};

/** One patch of ink that hangs together. */
struct Patch
{
    unsigned left = 0;
    unsigned top = 0;
    unsigned right = 0; ///< not within it
    unsigned bottom = 0;
    unsigned area = 0;
};

/** Takes a patch out of the mask. */
Patch takePatch(PageMask &ink, unsigned x, unsigned y)
{
    Patch patch{x, y, x + 1, y + 1, 0};
    std::vector<std::pair<unsigned, unsigned>> open = {{x, y}};
    ink(x, y) = 0;
    while (!open.empty()) {
        const auto [column, row] = open.back();
        open.pop_back();
        ++patch.area;
        patch.left = std::min(patch.left, column);
        patch.top = std::min(patch.top, row);
        patch.right = std::max(patch.right, column + 1);
        patch.bottom = std::max(patch.bottom, row + 1);
        for (unsigned v = row > 0 ? row - 1 : 0; v <= std::min(row + 1, ink.height - 1); ++v) {
            for (unsigned u = column > 0 ? column - 1 : 0; u <= std::min(column + 1, ink.width - 1); ++u) {
                if (ink(u, v) != 0) {
                    ink(u, v) = 0;
                    open.emplace_back(u, v);
                }
            }
        }
    }
    return patch;
}

/** Lines from end to end, as dirt in a feeder draws them and as paper is ruled: what is written on such is shorter. */
void removeLines(PageMask &ink)
{
    constexpr unsigned Part = 60; // per cent of a side
    std::vector<unsigned> columns(ink.width);
    std::vector<unsigned> rows(ink.height);
    for (unsigned y = 0; y < ink.height; ++y) {
        for (unsigned x = 0; x < ink.width; ++x) {
            columns[x] += ink(x, y);
            rows[y] += ink(x, y);
        }
    }
    const auto near = [](const std::vector<unsigned> &counts, unsigned at, std::size_t of) {
        const auto isLine = [&counts, of](std::size_t i) { return i < counts.size() && std::size_t(counts[i]) * 100 > of * Part; };
        return isLine(at) || isLine(at + 1) || (at > 0 && isLine(at - 1));
    };
    for (unsigned y = 0; y < ink.height; ++y) {
        const bool isLine = near(rows, y, ink.width);
        for (unsigned x = 0; x < ink.width; ++x) {
            if (isLine || near(columns, x, ink.height)) {
                ink(x, y) = 0;
            }
        }
    }
}

/** Ink that lies in cells of a few millimetres: where neighbours have some, somebody wrote; specks are far from one another. */
class InkCells
{
public:
    InkCells(unsigned width, unsigned height, double cell)
        : m_cell(cell)
        , m_columns(static_cast<unsigned>(width / cell) + 1)
        , m_rows(static_cast<unsigned>(height / cell) + 1)
        , m_area(std::size_t(m_columns) * m_rows)
        , m_patches(m_area.size())
        , m_seen(m_columns, m_rows)
    {
    }

    void add(const Patch &patch)
    {
        const auto column = static_cast<unsigned>((patch.left + patch.right) / 2.0 / m_cell);
        const auto row = static_cast<unsigned>((patch.top + patch.bottom) / 2.0 / m_cell);
        m_area[std::size_t(row) * m_columns + column] += patch.area;
        ++m_patches[std::size_t(row) * m_columns + column];
        m_seen(column, row) = 1;
    }

    /** Whether cells that touch have so much together, in so many patches. */
    bool have(double area, unsigned patches)
    {
        for (unsigned row = 0; row < m_rows; ++row) {
            for (unsigned column = 0; column < m_columns; ++column) {
                if (m_seen(column, row) != 0 && clusterHas(column, row, area, patches)) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    bool clusterHas(unsigned column, unsigned row, double area, unsigned patches)
    {
        double sum = 0;
        unsigned count = 0;
        std::vector<std::pair<unsigned, unsigned>> open = {{column, row}};
        m_seen(column, row) = 0;
        while (!open.empty()) {
            const auto [x, y] = open.back();
            open.pop_back();
            sum += m_area[std::size_t(y) * m_columns + x];
            count += m_patches[std::size_t(y) * m_columns + x];
            for (unsigned v = y > 0 ? y - 1 : 0; v <= std::min(y + 1, m_rows - 1); ++v) {
                for (unsigned u = x > 0 ? x - 1 : 0; u <= std::min(x + 1, m_columns - 1); ++u) {
                    if (m_seen(u, v) != 0) {
                        m_seen(u, v) = 0;
                        open.emplace_back(u, v);
                    }
                }
            }
        }
        return sum >= area && count >= patches;
    }

    double m_cell;
    unsigned m_columns;
    unsigned m_rows;
    std::vector<unsigned> m_area;
    std::vector<unsigned> m_patches;
    PageMask m_seen;
};

} // namespace

PageMask PageMask::grown(unsigned radius) const
{
    PageMask across(width, height);
    for (unsigned y = 0; y < height; ++y) {
        unsigned until = 0; // not within it
        for (unsigned x = 0; x < width; ++x) {
            if (at(x, y)) {
                until = x + radius + 1;
                const bool isFirst = x == 0 || !at(x - 1, y);
                for (unsigned back = x > radius ? x - radius : 0; isFirst && back < x; ++back) {
                    across(back, y) = 1;
                }
            }
            if (x < until) {
                across(x, y) = 1;
            }
        }
    }
    PageMask both(width, height);
    std::vector<unsigned> last(width, height + radius + 1); // the nearest row above that has it
    for (unsigned y = 0; y < height; ++y) {
        for (unsigned x = 0; x < width; ++x) {
            last[x] = across.at(x, y) ? y : last[x];
            both(x, y) = last[x] <= y && y - last[x] <= radius ? 1 : 0;
        }
    }
    std::fill(last.begin(), last.end(), height + radius + 1);
    for (unsigned y = height; y-- > 0;) {
        for (unsigned x = 0; x < width; ++x) {
            last[x] = across.at(x, y) ? y : last[x];
            both(x, y) = both(x, y) != 0 || (last[x] < height && last[x] - y <= radius) ? 1 : 0;
        }
    }
    return both;
}

PageInk PageInk::of(const PageRaster &small)
{
    constexpr unsigned Blur = 2; // pixels between the sheet and what is around it are of neither
    PageInk made;
    const PageRaster dark = flattened(small, true);
    made.paper = PageGround(small, InkTile).brightest();
    const unsigned paper = *std::max_element(made.paper.begin(), made.paper.end());
    made.around = Surroundings(dark, flattened(small, false), paper).found();
    made.isSurrounded = std::find(made.around.bits.begin(), made.around.bits.end(), 1) != made.around.bits.end();
    const PageMask skipped = made.isSurrounded ? made.around.grown(Blur) : made.around;
    const PageGround ground(dark, InkTile, skipped.bits);
    const auto across = ground.across(1, small.width);
    std::vector<std::uint8_t> levels(small.width);
    made.ink = PageMask(small.width, small.height);
    for (unsigned y = 0; y < small.height; ++y) {
        ground.row(y, 1, across, levels);
        const std::uint8_t *const row = dark.row(y);
        for (unsigned x = 0; x < small.width; ++x) {
            made.ink(x, y) = !skipped.at(x, y) && levels[x] - row[x] > LeastContrast ? 1 : 0;
        }
    }
    return made;
}

bool PageInk::isBlank(unsigned dpi) const
{
    constexpr double MillimetresOfAnInch = 25.4;
    constexpr double Margin = 4; // millimetres: shadows of the sheet's own edge
    constexpr double Cell = 4;
    constexpr double Speck = 0.1; // square millimetres: nobody writes so small
    constexpr double Mark = 2.5; // one that is so large was made
    constexpr double Words = 1.2; // so much in neighbouring cells was written: two or three faint letters
    constexpr unsigned Strokes = 3;
    constexpr double LeastHole = 3.5; // millimetres across
    constexpr double MostHole = 9;
    constexpr double HolesWithin = 22; // of an edge
    const double millimetre = dpi / MillimetresOfAnInch;
    const auto margin = static_cast<unsigned>(Margin * millimetre);
    if (ink.width <= 2 * margin || ink.height <= 2 * margin) {
        return std::find(ink.bits.begin(), ink.bits.end(), 1) == ink.bits.end();
    }
    PageMask rest = ink;
    if (isSurrounded) {
        const PageMask near = around.grown(margin);
        for (std::size_t i = 0; i < rest.bits.size(); ++i) {
            rest.bits[i] = near.bits[i] != 0 ? 0 : rest.bits[i];
        }
    }
    Patch sheet{ink.width, ink.height, 0, 0, 0}; // where it lies in the picture
    for (unsigned y = 0; y < ink.height; ++y) {
        for (unsigned x = 0; x < ink.width; ++x) {
            if (x < margin || y < margin || x >= ink.width - margin || y >= ink.height - margin) {
                rest(x, y) = 0;
            }
            if (!around.at(x, y)) {
                sheet = {std::min(sheet.left, x), std::min(sheet.top, y), std::max(sheet.right, x + 1), y + 1, 0};
            }
        }
    }
    removeLines(rest);
    const auto isHole = [&sheet, millimetre](const Patch &patch) {
        const double across = (patch.right - patch.left) / millimetre;
        const double down = (patch.bottom - patch.top) / millimetre;
        const auto within = [millimetre](unsigned a, unsigned b) { return a <= b || (a - b) / millimetre <= HolesWithin; };
        return across >= LeastHole && across <= MostHole && down >= LeastHole && down <= MostHole && across < 1.4 * down && down < 1.4 * across
            && (within(patch.right, sheet.left) || within(sheet.right, patch.left) || within(patch.bottom, sheet.top) || within(sheet.bottom, patch.top));
    };
    InkCells cells(ink.width, ink.height, Cell * millimetre);
    for (unsigned y = 0; y < rest.height; ++y) {
        for (unsigned x = 0; x < rest.width; ++x) {
            if (rest(x, y) == 0) {
                continue;
            }
            const Patch patch = takePatch(rest, x, y);
            const double area = patch.area / (millimetre * millimetre);
            if (area < Speck || isHole(patch)) {
                continue;
            }
            if (area >= Mark) {
                return false;
            }
            cells.add(patch);
        }
    }
    return !cells.have(Words * millimetre * millimetre, Strokes);
}

void clearGround(PageRaster &raster)
{
    constexpr unsigned Least = 1'500; // pixels of the longer side of the picture in which the ground is looked for
    constexpr unsigned White = 262; // of 255: what is nearly as bright as the ground is white, so the grain of the paper goes
    constexpr unsigned MostGain = 4;
    const unsigned part = std::clamp(raster.longSide() / Least, 1U, 255U);
    const PageRaster small = reduced(raster, part);
    PageGround ground(small, std::max(8U, small.longSide() / 48));
    ground.leaveOutDark();
    const auto across = ground.across(part, raster.width);
    std::vector<std::uint8_t> levels(raster.rowSize());
    std::array<unsigned, 256> gains{}; // of 256
    for (unsigned level = 0; level < gains.size(); ++level) {
        gains[level] = level == 0 ? MostGain * 256 : std::clamp(White * 256 / level, 256U, MostGain * 256);
    }
    for (unsigned y = 0; y < raster.height; ++y) {
        ground.row(y, part, across, levels);
        std::uint8_t *const row = raster.row(y);
        for (std::size_t i = 0; i < levels.size(); ++i) {
            row[i] = static_cast<std::uint8_t>(std::min(255U, row[i] * gains[levels[i]] >> 8));
        }
    }
}

} // namespace motcua::worker
