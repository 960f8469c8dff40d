// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageSkew.h"

#include <cmath>
#include <numbers>

namespace motcua::worker {

namespace {

struct EdgePoint
{
    float along = 0; ///< of a line
    float across = 0;
};

struct Sweep
{
    double angle = 0; ///< degrees
    double sharpness = 0; ///< how much better it is than an angle by chance; 1: not at all
};

constexpr std::size_t FewestPoints = 150;
constexpr std::size_t MostPoints = 60'000;

/** Where ink ends downwards, or to the right. */
std::vector<EdgePoint> edgesOf(const PageMask &ink, bool isSideways)
{
    std::vector<EdgePoint> points;
    for (unsigned y = 0; y + 1 < ink.height; ++y) {
        for (unsigned x = 0; x + 1 < ink.width; ++x) {
            if (ink.at(x, y) && !(isSideways ? ink.at(x + 1, y) : ink.at(x, y + 1))) {
                // Sideways a line goes down; with this sign the angle has the same sense.
                points.push_back(isSideways ? EdgePoint{-float(y), float(x)} : EdgePoint{float(x), float(y)});
            }
        }
    }
    if (points.size() > MostPoints) { // evenly from all of the page
        const double step = double(points.size()) / MostPoints;
        for (std::size_t i = 0; i < MostPoints; ++i) {
            points[i] = points[static_cast<std::size_t>(double(i) * step)];
        }
        points.resize(MostPoints);
    }
    return points;
}

class SkewScores
{
public:
    SkewScores(const std::vector<EdgePoint> &points, unsigned side)
        : m_points(points)
        , m_side(float(side))
        , m_counts(std::size_t(4) * side + 16)
    {
    }

    /** How unlike neighbouring strips of so many pixels are, seen along an angle. */
    double at(double degrees, float strip)
    {
        std::fill(m_counts.begin(), m_counts.end(), 0);
        const auto slope = static_cast<float>(std::tan(degrees * std::numbers::pi / 180));
        const float scale = 1 / strip;
        for (const EdgePoint &point : m_points) {
            ++m_counts[static_cast<std::size_t>((point.across - point.along * slope + m_side) * scale)];
        }
        double score = 0;
        for (std::size_t i = 1; i < m_counts.size(); ++i) {
            const double step = double(m_counts[i]) - double(m_counts[i - 1]);
            score += step * step;
        }
        return score;
    }

private:
    const std::vector<EdgePoint> &m_points;
    float m_side;
    std::vector<int> m_counts;
};

Sweep sweepOf(const PageMask &ink, bool isSideways)
{
    constexpr double Coarse = 0.25;
    constexpr float CoarseStrip = 3;
    const std::vector<EdgePoint> points = edgesOf(ink, isSideways);
    if (points.size() < FewestPoints) {
        return {};
    }
    SkewScores scores(points, 2 * std::max(ink.width, ink.height));
    std::vector<double> all;
    Sweep best;
    double highest = -1;
    for (double angle = -MostSkewFound; angle <= MostSkewFound; angle += Coarse) {
        const double score = scores.at(angle, CoarseStrip);
        all.push_back(score);
        if (score > highest) {
            highest = score;
            best.angle = angle;
        }
    }
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
    best.sharpness = highest / std::max(1.0, all[all.size() / 2]);
    for (const double step : {0.05, 0.01}) {
        constexpr int Steps = 6;
        const double around = best.angle;
        highest = -1;
        for (int i = -Steps; i <= Steps; ++i) {
            const double score = scores.at(around + i * step, 1);
            if (score > highest) {
                highest = score;
                best.angle = around + i * step;
            }
        }
    }
    return best;
}

} // namespace

std::optional<double> skewOf(const PageMask &ink)
{
    constexpr double Sharp = 1.5;
    const Sweep across = sweepOf(ink, false);
    const Sweep down = sweepOf(ink, true);
    const Sweep &best = across.sharpness >= down.sharpness ? across : down;
    return best.sharpness >= Sharp ? std::optional(best.angle) : std::nullopt;
}

} // namespace motcua::worker
