// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/JpegSegments.h"

#include <algorithm>
#include <string_view>

namespace motcua::worker {

namespace {

using JpegBytes = std::span<const std::uint8_t>;

constexpr std::uint8_t StartOfScan = 0xDA;
constexpr std::uint8_t EndOfImage = 0xD9;
constexpr std::uint8_t FirstOfApplication = 0xE0;
constexpr std::uint8_t Comment = 0xFE;

bool beginsWith(JpegBytes bytes, std::string_view word)
{
    return bytes.size() >= word.size() && std::equal(word.begin(), word.end(), bytes.begin());
}

bool isRestart(std::uint8_t marker)
{
    return marker >= 0xD0 && marker <= 0xD7;
}

/** Frames, tables, scans and their settings (ISO/IEC 10918-1, table B.1). */
bool isPicture(std::uint8_t marker)
{
    return (marker >= 0xC0 && marker <= 0xCF && marker != 0xC8) || (marker >= StartOfScan && marker <= 0xDF);
}

/** Whether what a program wrote for itself (APPn) says how the picture is to be shown. */
bool tellsOfColours(std::uint8_t marker, JpegBytes body)
{
    using namespace std::string_view_literals;
    constexpr std::size_t AdobeSize = 12;
    return (marker == FirstOfApplication + 2 && beginsWith(body, "ICC_PROFILE\0"sv))
        || (marker == FirstOfApplication + 14 && body.size() == AdobeSize && beginsWith(body, "Adobe"sv));
}

class JpegKeeping
{
public:
    explicit JpegKeeping(JpegBytes bytes)
        : m_bytes(bytes)
    {
    }

    std::optional<JpegSegments> run()
    {
        if (m_bytes.size() < 4 || m_bytes[0] != 0xFF || m_bytes[1] != 0xD8) {
            return {};
        }
        m_made.kept.reserve(m_bytes.size());
        keep(m_bytes.first(2));
        m_at = 2;
        while (takeSegment()) { }
        return m_isWhole ? std::optional(std::move(m_made)) : std::nullopt;
    }

private:
    void keep(JpegBytes bytes) { m_made.kept.insert(m_made.kept.end(), bytes.begin(), bytes.end()); }

    /** False at the end, and where there is no segment. */
    bool takeSegment()
    {
        if (m_at + 2 > m_bytes.size() || m_bytes[m_at] != 0xFF) {
            return false;
        }
        const std::uint8_t marker = m_bytes[m_at + 1];
        if (marker == 0xFF) { // filling
            ++m_at;
            return true;
        }
        if (marker == EndOfImage) {
            keep(m_bytes.subspan(m_at, 2));
            m_isWhole = m_hasScan;
            return false;
        }
        const std::size_t size = m_at + 4 <= m_bytes.size() ? std::size_t(m_bytes[m_at + 2]) << 8 | m_bytes[m_at + 3] : 0;
        if (size < 2 || size > m_bytes.size() - m_at - 2 || isRestart(marker)) {
            return false;
        }
        const JpegBytes whole = m_bytes.subspan(m_at, 2 + size);
        m_at += whole.size();
        return takeBody(marker, whole);
    }

    bool takeBody(std::uint8_t marker, JpegBytes whole)
    {
        const JpegBytes body = whole.subspan(4);
        if (marker == FirstOfApplication) {
            keepJfif(body);
        } else if (marker > FirstOfApplication && marker <= FirstOfApplication + 15) {
            if (tellsOfColours(marker, body)) {
                keep(whole);
            } else if (marker == FirstOfApplication + 1 && m_made.orientation == 1) {
                m_made.orientation = JpegSegments::orientationIn(body);
            }
        } else if (isPicture(marker)) {
            keep(whole);
            if (marker == StartOfScan) {
                keepScan();
            }
        } else {
            return marker == Comment;
        }
        return true;
    }

    /** With its resolution and without its small picture. */
    void keepJfif(JpegBytes body)
    {
        using namespace std::string_view_literals;
        constexpr std::size_t Plain = 14;
        if (m_hasJfif || body.size() < Plain || !beginsWith(body, "JFIF\0"sv)) {
            return;
        }
        m_hasJfif = true;
        keep(std::vector<std::uint8_t>{0xFF, FirstOfApplication, 0, Plain + 2});
        keep(body.first(Plain - 2));
        keep(std::vector<std::uint8_t>{0, 0});
    }

    void keepScan()
    {
        m_hasScan = true;
        const std::size_t begin = m_at;
        while (m_at + 1 < m_bytes.size() && !(m_bytes[m_at] == 0xFF && m_bytes[m_at + 1] != 0 && !isRestart(m_bytes[m_at + 1]))) {
            ++m_at;
        }
        keep(m_bytes.subspan(begin, m_at - begin));
    }

    JpegBytes m_bytes;
    std::size_t m_at = 0;
    bool m_hasJfif = false;
    bool m_hasScan = false;
    bool m_isWhole = false;
    JpegSegments m_made;
};

} // namespace

std::optional<JpegSegments> JpegSegments::fromBytes(std::span<const std::uint8_t> bytes)
{
    return JpegKeeping(bytes).run();
}

unsigned JpegSegments::orientationIn(std::span<const std::uint8_t> exif)
{
    using namespace std::string_view_literals;
    constexpr std::size_t Head = 6; // "Exif" and two zeros, before a TIFF
    constexpr unsigned Tag = 0x0112;
    constexpr unsigned Short = 3;
    constexpr std::size_t EntrySize = 12;
    if (!beginsWith(exif, "Exif\0\0"sv) || exif.size() < Head + 8) {
        return 1;
    }
    const JpegBytes tiff = exif.subspan(Head);
    const bool isLittle = tiff[0] == 'I';
    const auto number = [tiff, isLittle](std::size_t at, std::size_t size) -> std::size_t {
        std::size_t value = 0;
        if (at > tiff.size() || tiff.size() - at < size) {
            return 0;
        }
        for (std::size_t i = 0; i < size; ++i) {
            value = value << 8 | tiff[isLittle ? at + size - 1 - i : at + i];
        }
        return value;
    };
    const std::size_t folder = number(4, 4);
    const std::size_t entries = number(folder, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = folder + 2 + i * EntrySize;
        if (number(entry, 2) == Tag && number(entry + 2, 2) == Short) {
            const std::size_t orientation = number(entry + 8, 2);
            return orientation >= 1 && orientation <= 8 ? static_cast<unsigned>(orientation) : 1;
        }
    }
    return 1;
}

} // namespace motcua::worker
