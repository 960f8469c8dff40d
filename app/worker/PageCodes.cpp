// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageCodes.h"

#define ZX_USE_UTF8 // texts as they are in this program
#include <ZXing/ReadBarcode.h>

#include <cmath>
#include <cstdlib>

namespace motcua::worker {

namespace {

using CodeFormat = ZXing::BarcodeFormat;

ZXing::DecodeHints hintsFor(ZXing::BarcodeFormats formats)
{
    ZXing::DecodeHints hints;
    hints.setFormats(formats);
    hints.setTryHarder(true); // or a Code 128 on a whole page is missed
    hints.setTryRotate(true);
    hints.setMaxNumberOfSymbols(PageCodeBody::MostCodes);
    return hints;
}

ZXing::ImageView viewOf(const PageRaster &grey)
{
    return {grey.samples.data(), static_cast<int>(grey.width), static_cast<int>(grey.height), ZXing::ImageFormat::Lum};
}

PageCodeBody bodyOf(const ZXing::Result &result)
{
    PageCodeBody code;
    code.kind = result.format() == CodeFormat::QRCode ? PageCodeBody::Kind::Qr
        : result.format() == CodeFormat::PDF417     ? PageCodeBody::Kind::Pdf417
                                                    : PageCodeBody::Kind::Code128;
    code.text = result.text();
    for (std::size_t i = 0; i < code.corners.size(); ++i) {
        code.corners[i] = {result.position()[i].x, result.position()[i].y};
    }
    return code;
}

/** The pixels of one line across bars, and the lines beside it that show the same bars. */
class Bars
{
public:
    Bars(PageRaster &grey, const PageCodeBody &code)
        : m_grey(grey)
        , m_stand(std::abs(code.corners[1].y - code.corners[0].y) > std::abs(code.corners[1].x - code.corners[0].x))
    {
        const auto along = [this](const PageCodeBody::Point &point) { return m_stand ? point.y : point.x; };
        const auto across = [this](const PageCodeBody::Point &point) { return m_stand ? point.x : point.y; };
        const auto [first, last] = std::minmax_element(code.corners.begin(), code.corners.end(), [&along](const auto &one, const auto &other) { return along(one) < along(other); });
        const int length = static_cast<int>(m_stand ? grey.height : grey.width);
        m_lines = static_cast<int>(m_stand ? grey.width : grey.height);
        m_from = std::clamp(along(*first), 0, length);
        m_to = std::clamp(along(*last) + 1, m_from, length);
        const int line = std::clamp(across(code.corners[0]), 0, m_lines - 1);
        m_first = m_last = line;
        while (m_first > 0 && isAlike(m_first, m_first - 1)) {
            --m_first;
        }
        while (m_last + 1 < m_lines && isAlike(m_last, m_last + 1)) {
            ++m_last;
        }
    }

    /** Nothing is found there any more. */
    void erase()
    {
        for (int line = m_first; line <= m_last; ++line) {
            for (int at = m_from; at < m_to; ++at) {
                pixel(at, line) = 255;
            }
        }
    }

    /** With all of their height: each corner of the code goes to the end of the bars that is on its side. */
    void stretch(PageCodeBody &code) const
    {
        const bool isReversed = m_stand ? code.corners[1].y < code.corners[0].y : code.corners[1].x < code.corners[0].x;
        const int upper = isReversed != m_stand ? m_last : m_first;
        const int lower = isReversed != m_stand ? m_first : m_last;
        for (std::size_t i = 0; i < code.corners.size(); ++i) {
            (m_stand ? code.corners[i].x : code.corners[i].y) = i < 2 ? upper : lower;
        }
    }

private:
    std::uint8_t &pixel(int at, int line) { return m_grey.samples[m_stand ? std::size_t(at) * m_grey.width + std::size_t(line) : std::size_t(line) * m_grey.width + std::size_t(at)]; }

    /** Whether two lines rise and fall together, however pale one of them is: at the ends of bars lies one that is half paper. */
    [[nodiscard]] bool isAlike(int line, int other)
    {
        constexpr double Alike = 0.8; // of 1, the correlation
        constexpr double LeastContrast = 15; // of 255: paper
        const double count = std::max(1, m_to - m_from);
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int at = m_from; at < m_to; ++at) {
            const double a = pixel(at, line);
            const double b = pixel(at, other);
            sumA += a;
            sumB += b;
            squaresA += a * a;
            squaresB += b * b;
            products += a * b;
        }
        const double varianceA = squaresA / count - sumA / count * sumA / count;
        const double varianceB = squaresB / count - sumB / count * sumB / count;
        const double together = products / count - sumA / count * sumB / count;
        return varianceB > LeastContrast * LeastContrast && together > Alike * std::sqrt(std::max(0.0, varianceA) * varianceB);
    }

    PageRaster &m_grey;
    bool m_stand; ///< the bars lie one below another
    int m_lines = 0;
    int m_from = 0;
    int m_to = 0;
    int m_first = 0;
    int m_last = 0;
};

/**
 * One after the other, each erased when it was found: asked for several at once, ZXing 1.4 compares two with the same text and ends the process, since it is not built
 * for that comparison (assert in Result::operator==).
 */
void addBars(PageRaster &grey, std::vector<PageCodeBody> &codes)
{
    constexpr int MostLooks = 16;
    const ZXing::DecodeHints hints = hintsFor(CodeFormat::Code128);
    for (int look = 0; look < MostLooks && codes.size() < PageCodeBody::MostCodes; ++look) {
        const ZXing::Result result = ZXing::ReadBarcode(viewOf(grey), hints);
        if (!result.isValid()) {
            return;
        }
        PageCodeBody code = bodyOf(result);
        Bars bars(grey, code);
        bars.stretch(code);
        bars.erase();
        // What is left of bars that lie askew is the same code once more.
        const auto isSame = [&code](const PageCodeBody &other) {
            const auto near = [](std::int32_t one, std::int32_t another) { return std::abs(one - another) < 100; };
            return other.kind == code.kind && other.text == code.text && near(other.corners[0].x, code.corners[0].x) && near(other.corners[0].y, code.corners[0].y);
        };
        if (std::none_of(codes.begin(), codes.end(), isSame)) {
            codes.push_back(std::move(code));
        }
    }
}

} // namespace

std::vector<PageCodeBody> codesOn(PageRaster &grey, unsigned part)
{
    std::vector<PageCodeBody> codes;
    for (const ZXing::Result &result : ZXing::ReadBarcodes(viewOf(grey), hintsFor(CodeFormat::QRCode | CodeFormat::PDF417))) {
        if (result.isValid() && codes.size() < PageCodeBody::MostCodes) {
            codes.push_back(bodyOf(result));
        }
    }
    addBars(grey, codes);
    std::erase_if(codes, [](const PageCodeBody &code) { return code.text.size() > PageCodeBody::LongestText; });
    for (PageCodeBody &code : codes) {
        for (PageCodeBody::Point &corner : code.corners) {
            corner = {corner.x * static_cast<std::int32_t>(part), corner.y * static_cast<std::int32_t>(part)};
        }
    }
    return codes;
}

} // namespace motcua::worker
