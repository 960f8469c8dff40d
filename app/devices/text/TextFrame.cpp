// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/text/TextFrame.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motcua {

namespace {

constexpr std::array<std::uint8_t, 4> TextMagic = {'M', 'C', 'T', '1'};
constexpr unsigned MostConfidence = 100;

void putNumber(std::vector<std::uint8_t> &bytes, std::size_t value, unsigned size)
{
    while (size-- > 0) {
        bytes.push_back(static_cast<std::uint8_t>(value >> 8 * size & 0xFF));
    }
}

/** Takes integers from the front; 0 and isShort where there is no more. */
struct NumbersIn
{
    std::span<const std::uint8_t> rest;
    bool isShort = false;

    unsigned take(std::size_t size)
    {
        isShort = isShort || rest.size() < size;
        if (isShort) {
            return 0;
        }
        unsigned value = 0;
        for (const std::uint8_t byte : rest.first(size)) {
            value = value << 8 | byte;
        }
        rest = rest.subspan(size);
        return value;
    }
};

/** The character at the front of `text` and how many bytes it has; 0 bytes where there is none. */
std::pair<char32_t, std::size_t> firstCharacter(std::string_view text)
{
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (size == 0 || text.size() < size) {
        return {0, 0};
    }
    constexpr std::array<std::uint8_t, 5> LeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t character = lead & LeadBits.at(size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            return {0, 0};
        }
        character = character << 6 | (byte(i) & 0x3F);
    }
    const bool isLong = (size == 3 && character < 0x800) || (size == 4 && (character < 0x10000 || character > 0x10FFFF));
    return isLong || (character >= 0xD800 && character < 0xE000) ? std::pair<char32_t, std::size_t>{0, 0} : std::pair{character, size};
}

/** Whether a word may have it: none of what Unicode calls space, control, format, private or no character. */
bool isSeen(char32_t c)
{
    using Block = std::pair<char32_t, char32_t>;
    constexpr std::array<Block, 22> Unseen = {
        Block{0x00, 0x20}, {0x7F, 0xA0}, {0xAD, 0xAD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
        {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xE000, 0xF8FF}, {0xFDD0, 0xFDEF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFF}, {0x1D173, 0x1D17A}, {0xE0000, 0x10FFFF}};
    return std::none_of(Unseen.begin(), Unseen.end(), [c](const Block &block) { return block.first <= c && c <= block.second; }) && (c & 0xFFFE) != 0xFFFE;
}

} // namespace

std::vector<std::uint8_t> TextFrame::bytes() const
{
    std::vector<std::uint8_t> bytes(TextMagic.begin(), TextMagic.end());
    putNumber(bytes, static_cast<std::uint8_t>(outcome), 1);
    putNumber(bytes, 0, 3);
    putNumber(bytes, width, 2);
    putNumber(bytes, height, 2);
    putNumber(bytes, words.size(), 4);
    for (const Word &word : words) {
        for (const unsigned value : {word.left, word.top, word.width, word.height, word.line}) {
            putNumber(bytes, value, 2);
        }
        putNumber(bytes, word.confidence, 1);
        putNumber(bytes, word.text.size(), 1);
        bytes.insert(bytes.end(), word.text.begin(), word.text.end());
    }
    return bytes;
}

std::optional<TextFrame> TextFrame::fromBytes(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < HeadSize || !std::equal(TextMagic.begin(), TextMagic.end(), bytes.begin())) {
        return {};
    }
    NumbersIn in{bytes.subspan(TextMagic.size())};
    const unsigned outcome = in.take(1);
    const unsigned nothing = in.take(3);
    TextFrame frame;
    frame.width = in.take(2);
    frame.height = in.take(2);
    const std::size_t count = in.take(4);
    if (outcome > static_cast<unsigned>(Outcome::NoLanguage) || nothing != 0) {
        return {};
    }
    frame.outcome = static_cast<Outcome>(outcome);
    const bool isText = frame.outcome == Outcome::Text;
    const bool hasPage = frame.width > 0 && frame.height > 0 && frame.width <= MostSide && frame.height <= MostSide && count <= MostWords;
    if (isText ? !hasPage : frame.width != 0 || frame.height != 0 || count != 0) {
        return {};
    }
    // Room is made for what came, not for what was told to come.
    while (frame.words.size() < count) {
        Word word;
        for (unsigned *const value : {&word.left, &word.top, &word.width, &word.height, &word.line}) {
            *value = in.take(2);
        }
        word.confidence = in.take(1);
        const std::size_t size = in.take(1);
        if (in.isShort || in.rest.size() < size) {
            return {};
        }
        word.text.assign(in.rest.begin(), in.rest.begin() + static_cast<std::ptrdiff_t>(size));
        in.rest = in.rest.subspan(size);
        const unsigned before = frame.words.empty() ? 0 : frame.words.back().line;
        const bool isInOrder = word.line == before || (!frame.words.empty() && word.line == before + 1);
        const bool isOnPage = word.width > 0 && word.height > 0 && word.left + word.width <= frame.width && word.top + word.height <= frame.height;
        if (!isInOrder || !isOnPage || word.confidence > MostConfidence || word.text.empty() || cleaned(word.text) != word.text) {
            return {};
        }
        frame.words.push_back(std::move(word));
    }
    return in.rest.empty() ? std::optional(std::move(frame)) : std::nullopt;
}

std::string TextFrame::cleaned(std::string_view text)
{
    std::string clean;
    while (!text.empty()) {
        const auto [character, size] = firstCharacter(text);
        if (size > 0 && isSeen(character)) {
            if (clean.size() + size > LongestText) {
                break;
            }
            clean.append(text.substr(0, size));
        }
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return clean;
}

} // namespace motcua
