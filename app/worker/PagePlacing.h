// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/PageInk.h"

#include <functional>

namespace motcua::worker {

/** Where a point of one picture lies in another, in pixels from the upper left corner of each: x and y of a pixel's middle are halves. */
struct PageMap
{
    double xx = 1;
    double xy = 0;
    double x0 = 0;
    double yx = 0;
    double yy = 1;
    double y0 = 0;

    [[nodiscard]] double x(double u, double v) const { return xx * u + xy * v + x0; }
    [[nodiscard]] double y(double u, double v) const { return yx * u + yy * v + y0; }
    /** First `inner`, then this. */
    [[nodiscard]] PageMap after(const PageMap &inner) const;
    [[nodiscard]] bool isExact() const; ///< pixels come on pixels: turned by quarters, mirrored, moved by whole ones

    /** Of what a camera that was held so (EXIF, 1 to 8) took, `width` by `height`, and which is turned by quarters clockwise after that: from what is seen into it. */
    [[nodiscard]] static PageMap upright(unsigned orientation, unsigned quarterTurns, unsigned width, unsigned height);
};

/** How a page is laid out anew of a picture: from each of its pixels to where it lies in the picture. */
struct PagePlacing
{
    PageMap map = {};
    unsigned width = 0;
    unsigned height = 0;
    double turned = 0; ///< degrees clockwise, but for quarter turns

    /** What comes is what goes. */
    [[nodiscard]] bool isNothing(const PageRaster &from) const;

    /** Rows from the top, of as many channels; what lies outside of the picture is paper. */
    void render(const PageRaster &from, std::span<const std::uint8_t> paper, const std::function<void(std::span<const std::uint8_t>)> &take) const;
};

/** What is to be done with a picture once it stands upright, found by looking at a small one of it. */
class PageStraightening
{
public:
    /** `part`: how much smaller `small` is than the page of `width` by `height` it is of. */
    PageStraightening(const PageInk &ink, unsigned part, unsigned width, unsigned height);

    /** Of the upright page. `skew` as skewOf() says, 0: it is not turned. What is around the sheet is left away, and nothing with ink on it ever. */
    [[nodiscard]] PagePlacing placing(double skew, bool crops) const;

    /** Less is not worth the loss of writing a JPEG anew, more is no accident. Degrees. */
    static constexpr double LeastSkew = 0.3;
    static constexpr double MostSkew = 10;

private:
    struct Frame
    {
        double left = 0; ///< in pixels of the page, turned about its middle
        double top = 0;
        double right = 0;
        double bottom = 0;
    };
    [[nodiscard]] Frame sheetWithin(const Frame &all, const PageMap &back) const;
    [[nodiscard]] bool hasInkOutside(const Frame &frame, const PageMap &forth) const;

    const PageInk &m_ink;
    unsigned m_part;
    unsigned m_width;
    unsigned m_height;
};

} // namespace motcua::worker
