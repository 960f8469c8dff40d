// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PdfEdges.h"

#include <algorithm>
#include <string_view>

namespace motcua::worker {

namespace {

constexpr std::string_view Mark = "\xEF\xBB\xBF"; // of UTF-8, which some editors put before everything
constexpr std::string_view Blanks{" \t\r\n\f\0", 6};
constexpr std::size_t LongestComment = 128; // bytes: four that are not ASCII are asked for, and producers name themselves
constexpr std::size_t MostComments = 8;
constexpr std::size_t ArchiveEnd = 22 + 0xFFFF; // bytes in which the end of an archive is looked for

std::string_view withoutBlanks(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(Blanks);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

/** Only comments of the usual length come before the first object. */
bool beginsCleanly(std::string_view text)
{
    for (std::size_t comments = 0; comments <= MostComments; ++comments) {
        if (text.empty() || !text.starts_with('%')) {
            return !text.empty() && text.front() >= '0' && text.front() <= '9';
        }
        const std::size_t end = text.find_first_of("\r\n");
        if (end > LongestComment || text.substr(0, end).find('<') != std::string_view::npos) {
            return false;
        }
        text = withoutBlanks(text.substr(end));
    }
    return false;
}

bool endsCleanly(std::string_view text)
{
    constexpr std::string_view End = "%%EOF";
    const std::size_t end = text.rfind(End);
    return end != std::string_view::npos && withoutBlanks(text.substr(end + End.size())).empty()
        && text.substr(text.size() - std::min(text.size(), ArchiveEnd)).find("PK\5\6") == std::string_view::npos;
}

} // namespace

PdfEdges edgesOf(std::span<const std::uint8_t> pdf)
{
    const std::string_view all(reinterpret_cast<const char *>(pdf.data()), pdf.size());
    const std::string_view text = withoutBlanks(all.substr(all.starts_with(Mark) ? Mark.size() : 0));
    if (!text.starts_with("%PDF-") || text.size() < 8 || text[5] < '0' || text[5] > '9' || text[6] != '.') {
        return PdfEdges::NotPdf;
    }
    return text.size() == all.size() && beginsCleanly(text) && endsCleanly(text) ? PdfEdges::Clean : PdfEdges::Foreign;
}

} // namespace motcua::worker
