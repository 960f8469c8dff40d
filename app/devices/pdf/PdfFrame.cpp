// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pdf/PdfFrame.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr std::array<std::uint8_t, 4> QuestionMagic = {'M', 'C', 'P', 'Q'};
constexpr std::array<std::uint8_t, 4> AnswerMagic = {'M', 'C', 'P', 'A'};

void putNumber(std::vector<std::uint8_t> &bytes, std::uint64_t value, unsigned size)
{
    for (unsigned at = size; at-- > 0;) {
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * at) & 0xFF));
    }
}

template <typename Bytes>
void putBytes(std::vector<std::uint8_t> &bytes, const Bytes &more, unsigned lengthSize)
{
    putNumber(bytes, more.size(), lengthSize);
    bytes.insert(bytes.end(), more.begin(), more.end());
}

/** Once a byte is missing, all that follows is empty and isGood() is false. */
class PdfFrameReader
{
public:
    explicit PdfFrameReader(std::span<const std::uint8_t> bytes)
        : m_rest(bytes)
    {
    }

    std::uint64_t number(std::size_t size)
    {
        std::uint64_t value = 0;
        for (const std::uint8_t byte : take(size)) {
            value = value << 8 | byte;
        }
        return value;
    }
    std::span<const std::uint8_t> take(std::size_t size)
    {
        m_isGood = m_isGood && size <= m_rest.size();
        const std::span<const std::uint8_t> taken = m_rest.first(m_isGood ? size : 0);
        m_rest = m_rest.subspan(taken.size());
        return taken;
    }
    std::string text(std::size_t size)
    {
        const auto taken = take(size);
        return {taken.begin(), taken.end()};
    }
    void want(bool good) { m_isGood = m_isGood && good; }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] std::span<const std::uint8_t> rest() const { return m_rest; }

private:
    std::span<const std::uint8_t> m_rest;
    bool m_isGood = true;
};

PdfFrameSignature signature(PdfFrameReader &reader)
{
    PdfFrameSignature read;
    const std::uint64_t numbers = reader.number(1);
    reader.want(numbers <= PdfFrameSignature::MostNumbers);
    for (std::uint64_t at = 0; reader.isGood() && at < numbers; ++at) {
        read.byteRange.push_back(static_cast<std::int64_t>(reader.number(8)));
    }
    const auto contents = reader.take(reader.number(4));
    read.contents.assign(contents.begin(), contents.end());
    read.subFilter = reader.text(reader.number(1));
    read.time = reader.text(reader.number(1));
    return read;
}

bool hasRoom(const PdfFrameSignature &signature)
{
    return signature.byteRange.size() <= PdfFrameSignature::MostNumbers && signature.contents.size() <= PdfFrameSignature::LargestContents
        && signature.subFilter.size() <= PdfFrameSignature::LongestWord && signature.time.size() <= PdfFrameSignature::LongestWord;
}

} // namespace

PdfQuestion::Head PdfQuestion::head() const
{
    Head head{};
    std::copy(QuestionMagic.begin(), QuestionMagic.end(), head.begin());
    head[4] = cleans ? 1 : 0;
    return head;
}

std::optional<PdfQuestion> PdfQuestion::fromHead(std::span<const std::uint8_t> head)
{
    if (head.size() != HeadSize) {
        return {};
    }
    const PdfQuestion question{head[4] != 0};
    const Head again = question.head();
    return std::equal(again.begin(), again.end(), head.begin()) ? std::optional(question) : std::nullopt;
}

bool PdfFrame::fits() const
{
    if (outcome != Outcome::Facts) {
        return *this == PdfFrame{.outcome = outcome};
    }
    std::size_t all = 0;
    for (const PdfFrameSignature &signature : signatures) {
        all += signature.contents.size();
    }
    return pages > 0 && pages <= MostPages && (dangers & ~AllDangers) == 0 && version.size() <= LongestVersion && signatures.size() <= MostSignatures
        && std::all_of(signatures.begin(), signatures.end(), hasRoom) && all <= 4 * PdfFrameSignature::LargestContents
        && cleaned.size() <= LargestCleaned;
}

std::vector<std::uint8_t> PdfFrame::beginning() const
{
    std::vector<std::uint8_t> bytes(AnswerMagic.begin(), AnswerMagic.end());
    putNumber(bytes, static_cast<std::uint8_t>(outcome), 1);
    putNumber(bytes, isDamaged ? 1 : 0, 1);
    putNumber(bytes, dangers, 1);
    putNumber(bytes, version.size(), 1);
    putNumber(bytes, pages, 4);
    putNumber(bytes, signatures.size(), 1);
    putNumber(bytes, 0, 3);
    putNumber(bytes, cleaned.size(), 4);
    bytes.insert(bytes.end(), version.begin(), version.end());
    for (const PdfFrameSignature &signature : signatures) {
        putNumber(bytes, signature.byteRange.size(), 1);
        for (const std::int64_t number : signature.byteRange) {
            putNumber(bytes, static_cast<std::uint64_t>(number), 8);
        }
        putBytes(bytes, signature.contents, 4);
        putBytes(bytes, signature.subFilter, 1);
        putBytes(bytes, signature.time, 1);
    }
    return bytes;
}

std::optional<PdfFrame> PdfFrame::fromBytes(std::span<const std::uint8_t> bytes)
{
    PdfFrameReader reader(bytes);
    const auto magic = reader.take(AnswerMagic.size());
    reader.want(std::equal(magic.begin(), magic.end(), AnswerMagic.begin(), AnswerMagic.end()));
    const std::uint64_t outcome = reader.number(1);
    reader.want(outcome <= static_cast<std::uint8_t>(Outcome::TooLarge));
    if (!reader.isGood()) {
        return {};
    }
    PdfFrame frame{.outcome = static_cast<Outcome>(outcome)};
    const std::uint64_t damaged = reader.number(1);
    reader.want(damaged <= 1);
    frame.isDamaged = damaged == 1;
    frame.dangers = static_cast<std::uint8_t>(reader.number(1));
    const std::uint64_t versionSize = reader.number(1);
    frame.pages = static_cast<std::uint32_t>(reader.number(4));
    const std::uint64_t signatures = reader.number(1);
    reader.want(reader.number(3) == 0 && signatures <= MostSignatures);
    const std::uint64_t cleanedSize = reader.number(4);
    frame.version = reader.text(versionSize);
    for (std::uint64_t at = 0; reader.isGood() && at < signatures; ++at) {
        frame.signatures.push_back(signature(reader));
    }
    reader.want(reader.rest().size() == cleanedSize);
    if (!reader.isGood()) {
        return {};
    }
    frame.cleaned.assign(reader.rest().begin(), reader.rest().end());
    return frame.fits() ? std::optional(std::move(frame)) : std::nullopt;
}

} // namespace motcua
