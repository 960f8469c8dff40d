// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/RowShrinker.h"

#include "app/devices/photo/PhotoFrame.h"

#include <algorithm>

namespace motcua::worker {

Extent Extent::fitted() const
{
    return fitted({PhotoFrame::MostWidth, PhotoFrame::MostHeight});
}

Extent Extent::fitted(Extent box) const
{
    if (width <= box.width && height <= box.height) {
        return *this;
    }
    const auto part = [](std::uint64_t side, std::uint64_t most, std::uint64_t of) {
        return static_cast<unsigned>(std::max<std::uint64_t>(1, (side * most + of / 2) / of));
    };
    return width * std::uint64_t(box.height) > height * std::uint64_t(box.width) ? Extent{box.width, part(height, box.width, width)}
                                                                               : Extent{part(width, box.height, height), box.height};
}

RowShrinker::RowShrinker(Extent from, Extent to, unsigned channels)
    : m_from(from)
    , m_to(to)
    , m_channels(channels)
    , m_sums(std::size_t(from.width) * channels)
{
    m_samples.reserve(std::size_t(to.width) * to.height * channels);
}

// A source row is `to.height` parts high, and a row of the smaller picture `from.height` of them: all is whole numbers. So across.
void RowShrinker::add(std::span<const std::uint8_t> row)
{
    unsigned top = m_taken * m_to.height;
    const unsigned bottom = top + m_to.height;
    ++m_taken;
    while (top < bottom) {
        const unsigned end = std::min(bottom, (m_done + 1) * m_from.height);
        const unsigned weight = end - top;
        for (std::size_t i = 0; i < m_sums.size(); ++i) {
            m_sums[i] += weight * row[i];
        }
        top = end;
        if (end == (m_done + 1) * m_from.height) {
            finishRow();
        }
    }
}

void RowShrinker::finishRow()
{
    const std::uint64_t area = std::uint64_t(m_from.width) * m_from.height;
    for (unsigned x = 0; x < m_to.width; ++x) {
        const unsigned right = (x + 1) * m_from.width;
        for (unsigned channel = 0; channel < m_channels; ++channel) {
            std::uint64_t sum = area / 2;
            for (unsigned left = x * m_from.width; left < right;) {
                const unsigned column = left / m_to.width;
                const unsigned end = std::min(right, (column + 1) * m_to.width);
                sum += std::uint64_t(end - left) * m_sums[std::size_t(column) * m_channels + channel];
                left = end;
            }
            m_samples.push_back(static_cast<std::uint8_t>(sum / area));
        }
    }
    std::fill(m_sums.begin(), m_sums.end(), 0);
    ++m_done;
}

} // namespace motcua::worker
