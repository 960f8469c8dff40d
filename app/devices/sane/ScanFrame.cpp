// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/sane/ScanFrame.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr std::array<std::uint8_t, 4> Magic = {'M', 'C', 'S', '1'};
constexpr std::size_t KindAt = 4;
constexpr std::size_t SizeAt = 8;

} // namespace

ScanFrame::Head ScanFrame::head(Kind kind, std::size_t size)
{
    Head head{};
    std::copy(Magic.begin(), Magic.end(), head.begin());
    head[KindAt] = static_cast<std::uint8_t>(kind);
    for (std::size_t i = HeadSize; i-- > SizeAt; size >>= 8) {
        head[i] = static_cast<std::uint8_t>(size & 0xFF);
    }
    return head;
}

bool ScanFrames::judgeHead()
{
    const std::uint8_t kind = m_head[KindAt];
    if (kind < static_cast<std::uint8_t>(ScanFrame::Kind::Request) || kind > static_cast<std::uint8_t>(ScanFrame::Kind::End)) {
        return false;
    }
    m_frame.kind = static_cast<ScanFrame::Kind>(kind);
    m_size = 0;
    for (std::size_t i = SizeAt; i < ScanFrame::HeadSize; ++i) {
        m_size = m_size << 8 | m_head[i];
    }
    // One byte string for a head: the magic and the zeros with it.
    return m_size <= ScanFrame::largest(m_frame.kind) && m_head == ScanFrame::head(m_frame.kind, m_size);
}

std::optional<ScanFrame> ScanFrames::take(std::span<const std::uint8_t> &bytes)
{
    while (!m_isBroken) {
        if (m_headSize < ScanFrame::HeadSize) {
            if (bytes.empty()) {
                return {};
            }
            const std::size_t taken = std::min(bytes.size(), ScanFrame::HeadSize - m_headSize);
            std::copy_n(bytes.begin(), taken, m_head.begin() + static_cast<std::ptrdiff_t>(m_headSize));
            m_headSize += taken;
            bytes = bytes.subspan(taken);
            if (m_headSize == ScanFrame::HeadSize && !judgeHead()) {
                m_isBroken = true;
            }
            continue;
        }
        // Room is made for what came, not for what was told to come.
        const std::size_t taken = std::min(bytes.size(), m_size - m_frame.body.size());
        m_frame.body.insert(m_frame.body.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
        bytes = bytes.subspan(taken);
        if (m_frame.body.size() < m_size) {
            return {};
        }
        m_headSize = 0;
        ScanFrame whole;
        std::swap(whole, m_frame);
        return whole;
    }
    return {};
}

} // namespace motcua
