// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/page/PageFrame.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr std::array<std::uint8_t, 4> RequestMagic = {'M', 'C', 'Q', '1'};
constexpr std::array<std::uint8_t, 4> AnswerMagic = {'M', 'C', 'A', '1'};

std::uint32_t numberIn(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t size)
{
    std::uint32_t value = 0;
    for (const std::uint8_t byte : bytes.subspan(at, size)) {
        value = value << 8 | byte;
    }
    return value;
}

void putNumber(std::span<std::uint8_t> bytes, std::size_t at, std::size_t size, std::uint32_t value)
{
    for (std::size_t i = size; i > 0; --i) {
        bytes[at + i - 1] = static_cast<std::uint8_t>(value & 0xFF);
        value >>= 8;
    }
}

std::uint32_t bit(bool is, unsigned place)
{
    return is ? 1U << place : 0U;
}

constexpr std::size_t CodeHead = 1 + 4 * 8 + 2; // bytes before the text

} // namespace

PageRequest::Bytes PageRequest::toBytes() const
{
    Bytes bytes{};
    std::copy(RequestMagic.begin(), RequestMagic.end(), bytes.begin());
    putNumber(bytes, 4, 1, static_cast<std::uint8_t>(what));
    putNumber(bytes, 5, 1, bit(straightens, 0) | bit(crops, 1) | bit(clears, 2) | bit(readsCodes, 3));
    putNumber(bytes, 6, 1, quarterTurns);
    putNumber(bytes, 8, 2, boxWidth);
    putNumber(bytes, 10, 2, boxHeight);
    putNumber(bytes, 12, 4, pictureSize);
    return bytes;
}

std::optional<PageRequest> PageRequest::fromBytes(std::span<const std::uint8_t, Size> bytes)
{
    if (bytes[4] > static_cast<std::uint8_t>(What::Look)) {
        return {};
    }
    PageRequest request;
    request.what = static_cast<What>(bytes[4]);
    request.straightens = (bytes[5] & 1) != 0;
    request.crops = (bytes[5] & 2) != 0;
    request.clears = (bytes[5] & 4) != 0;
    request.readsCodes = (bytes[5] & 8) != 0;
    request.quarterTurns = bytes[6];
    request.boxWidth = numberIn(bytes, 8, 2);
    request.boxHeight = numberIn(bytes, 10, 2);
    request.pictureSize = numberIn(bytes, 12, 4);
    const bool isPage = request.boxWidth == 0 && request.boxHeight == 0 && request.quarterTurns < 4;
    const bool isLook = request.boxWidth > 0 && request.boxHeight > 0 && request.boxWidth <= PageLimits::MostSide && request.boxHeight <= PageLimits::MostSide
        && bytes[5] == 0 && request.quarterTurns == 0;
    const Bytes again = request.toBytes();
    if (!(request.what == What::Page ? isPage : isLook) || request.pictureSize > PageLimits::MostBytes || !std::equal(again.begin(), again.end(), bytes.begin())) {
        return {};
    }
    return request;
}

std::vector<std::uint8_t> PageCodeBody::toBytes(const std::vector<PageCodeBody> &codes)
{
    std::vector<std::uint8_t> bytes;
    for (const PageCodeBody &code : codes) {
        std::array<std::uint8_t, CodeHead> head{};
        putNumber(head, 0, 1, static_cast<std::uint8_t>(code.kind));
        for (std::size_t i = 0; i < code.corners.size(); ++i) {
            putNumber(head, 1 + 8 * i, 4, static_cast<std::uint32_t>(code.corners[i].x));
            putNumber(head, 5 + 8 * i, 4, static_cast<std::uint32_t>(code.corners[i].y));
        }
        putNumber(head, CodeHead - 2, 2, static_cast<std::uint32_t>(code.text.size()));
        bytes.insert(bytes.end(), head.begin(), head.end());
        bytes.insert(bytes.end(), code.text.begin(), code.text.end());
    }
    return bytes;
}

std::optional<std::vector<PageCodeBody>> PageCodeBody::fromBytes(std::span<const std::uint8_t> bytes)
{
    std::vector<PageCodeBody> codes;
    while (!bytes.empty()) {
        if (codes.size() == MostCodes || bytes.size() < CodeHead || bytes[0] > static_cast<std::uint8_t>(Kind::Pdf417)) {
            return {};
        }
        PageCodeBody code;
        code.kind = static_cast<Kind>(bytes[0]);
        for (std::size_t i = 0; i < code.corners.size(); ++i) {
            code.corners[i] = {static_cast<std::int32_t>(numberIn(bytes, 1 + 8 * i, 4)), static_cast<std::int32_t>(numberIn(bytes, 5 + 8 * i, 4))};
        }
        const std::size_t size = numberIn(bytes, CodeHead - 2, 2);
        bytes = bytes.subspan(CodeHead);
        if (size > LongestText || size > bytes.size()) {
            return {};
        }
        code.text.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        bytes = bytes.subspan(size);
        codes.push_back(std::move(code));
    }
    return codes;
}

PageAnswer::Bytes PageAnswer::toBytes() const
{
    Bytes bytes{};
    std::copy(AnswerMagic.begin(), AnswerMagic.end(), bytes.begin());
    putNumber(bytes, 4, 1, static_cast<std::uint8_t>(outcome));
    putNumber(bytes, 5, 1, bit(isSame, 0) | bit(isColour, 1) | bit(isBlank, 2));
    putNumber(bytes, 6, 2, dpi);
    putNumber(bytes, 8, 2, outcome == Outcome::Page ? static_cast<std::uint32_t>(askew + MostAskew) : 0);
    putNumber(bytes, 10, 2, codes);
    putNumber(bytes, 12, 4, width);
    putNumber(bytes, 16, 4, height);
    putNumber(bytes, 20, 4, jpegSize);
    putNumber(bytes, 24, 2, smallWidth);
    putNumber(bytes, 26, 2, smallHeight);
    putNumber(bytes, 28, 4, codesSize);
    return bytes;
}

std::optional<PageAnswer> PageAnswer::fromBytes(std::span<const std::uint8_t, Size> bytes)
{
    if (bytes[4] > static_cast<std::uint8_t>(Outcome::TooLarge)) {
        return {};
    }
    PageAnswer answer;
    answer.outcome = static_cast<Outcome>(bytes[4]);
    answer.isSame = (bytes[5] & 1) != 0;
    answer.isColour = (bytes[5] & 2) != 0;
    answer.isBlank = (bytes[5] & 4) != 0;
    answer.dpi = numberIn(bytes, 6, 2);
    answer.askew = answer.outcome == Outcome::Page ? static_cast<int>(numberIn(bytes, 8, 2)) - MostAskew : 0;
    answer.codes = numberIn(bytes, 10, 2);
    answer.width = numberIn(bytes, 12, 4);
    answer.height = numberIn(bytes, 16, 4);
    answer.jpegSize = numberIn(bytes, 20, 4);
    answer.smallWidth = numberIn(bytes, 24, 2);
    answer.smallHeight = numberIn(bytes, 26, 2);
    answer.codesSize = numberIn(bytes, 28, 4);
    const auto isGood = [&answer] {
        const bool isPlain = !answer.isSame && !answer.isColour && !answer.isBlank && answer.dpi == 0 && answer.codes == 0 && answer.width == 0
            && answer.height == 0 && answer.jpegSize == 0 && answer.codesSize == 0;
        switch (answer.outcome) {
        case Outcome::Page:
            return PageLimits::isPage(answer.width, answer.height) && answer.dpi <= PageLimits::MostDpi && answer.askew <= MostAskew
                && answer.isSame == (answer.jpegSize == 0) && answer.jpegSize <= PageLimits::MostBytes && answer.smallWidth > 0 && answer.smallHeight > 0
                && answer.smallWidth <= PageLimits::ThumbnailSide && answer.smallHeight <= PageLimits::ThumbnailSide
                && answer.codes <= PageCodeBody::MostCodes && answer.codesSize <= PageCodeBody::MostBytes;
        case Outcome::Look: return isPlain && PageLimits::isPage(answer.smallWidth, answer.smallHeight);
        case Outcome::CannotDecode:
        case Outcome::TooLarge: break;
        }
        return isPlain && answer.smallWidth == 0 && answer.smallHeight == 0;
    };
    const Bytes again = answer.toBytes();
    if (!isGood() || !std::equal(again.begin(), again.end(), bytes.begin())) {
        return {};
    }
    return answer;
}

} // namespace motcua
