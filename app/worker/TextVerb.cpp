// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/TextVerb.h"

#include "app/worker/TextPicture.h"
#include "app/worker/WriteAll.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <optional>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

namespace motcua::worker {

namespace {

/** Tesseract and Leptonica talk to standard error while they read, and a process that is locked in may not write there. */
void silenceLibraries()
{
    ::setMsgSeverity(L_SEVERITY_NONE);
    ::leptSetStderrHandler([](const char *) {});
    std::cerr.rdbuf(nullptr);
    cookie_io_functions_t nowhere{};
    nowhere.write = [](void *, const char *, size_t size) { return static_cast<ssize_t>(size); };
    if (FILE *const silent = ::fopencookie(nullptr, "w", nowhere)) {
        stderr = silent; // a variable of the GNU C library
    }
}

/** All there is, or one byte more than a page may have: what follows that is not read. */
std::optional<std::vector<std::uint8_t>> readPageBytes(int input)
{
    constexpr std::size_t Piece = 256 * 1024;
    std::vector<std::uint8_t> bytes;
    std::size_t size = 0;
    while (size <= TextFrame::LargestInput) {
        bytes.resize(size + Piece);
        const ssize_t taken = ::read(input, bytes.data() + size, Piece);
        if (taken < 0 && errno != EINTR) {
            return {};
        }
        if (taken == 0) {
            break;
        }
        size += taken > 0 ? static_cast<std::size_t>(taken) : 0;
    }
    bytes.resize(size);
    return bytes;
}

/** Where a word stands on the page that the picture was made of. */
bool place(TextFrame::Word &word, const tesseract::ResultIterator &at, const TextPicture &picture)
{
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    if (!at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom) || left < 0 || top < 0 || right <= left || bottom <= top
        || static_cast<unsigned>(right) > picture.width || static_cast<unsigned>(bottom) > picture.height) {
        return false;
    }
    const auto outwards = [](int from, int to, unsigned page, unsigned read, unsigned &first, unsigned &size) {
        first = static_cast<unsigned>(std::uint64_t(from) * page / read);
        const auto end = static_cast<unsigned>((std::uint64_t(to) * page + read - 1) / read);
        size = end - first;
    };
    outwards(left, right, picture.pageWidth, picture.width, word.left, word.width);
    outwards(top, bottom, picture.pageHeight, picture.height, word.top, word.height);
    return true;
}

TextFrame wordsOf(tesseract::TessBaseAPI &engine, const TextPicture &picture)
{
    TextFrame frame{TextFrame::Outcome::Text, picture.pageWidth, picture.pageHeight, {}};
    const std::unique_ptr<tesseract::ResultIterator> at(engine.GetIterator());
    if (!at) {
        return frame; // nothing is written on it
    }
    bool isNewLine = false;
    do {
        isNewLine = isNewLine || at->IsAtBeginningOf(tesseract::RIL_TEXTLINE);
        const std::unique_ptr<const char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
        TextFrame::Word word;
        word.text = TextFrame::cleaned(text ? text.get() : "");
        if (word.text.empty() || !place(word, *at, picture)) {
            continue;
        }
        word.line = frame.words.empty() ? 0 : frame.words.back().line + (isNewLine ? 1 : 0);
        word.confidence = static_cast<unsigned>(std::lround(std::clamp(at->Confidence(tesseract::RIL_WORD), 0.0F, 100.0F)));
        isNewLine = false;
        frame.words.push_back(std::move(word));
    } while (at->Next(tesseract::RIL_WORD) && frame.words.size() < TextFrame::MostWords);
    return frame;
}

TextFrame textOf(tesseract::TessBaseAPI &engine, std::span<const std::uint8_t> jpeg)
{
    const auto decoded = TextPicture::of(jpeg);
    const auto *const picture = std::get_if<TextPicture>(&decoded);
    if (!picture) {
        return {.outcome = std::get<TextFrame::Outcome>(decoded)};
    }
    engine.SetImage(picture->grey.data(), static_cast<int>(picture->width), static_cast<int>(picture->height), 1, static_cast<int>(picture->width));
    engine.SetSourceResolution(static_cast<int>(picture->dpi));
    if (engine.Recognize(nullptr) != 0) {
        return {.outcome = TextFrame::Outcome::CannotDecode};
    }
    return wordsOf(engine, *picture);
}

} // namespace

TextEngine::TextEngine()
    : m_tesseract(std::make_unique<tesseract::TessBaseAPI>())
{
    silenceLibraries();
    // Where Debian has its data, unless TESSDATA_PREFIX names another place, which whoever starts this as it is to be started does not.
    m_hasLanguage = m_tesseract->Init(nullptr, "vie", tesseract::OEM_LSTM_ONLY) == 0;
    m_tesseract->SetPageSegMode(tesseract::PSM_AUTO);
}

TextEngine::~TextEngine() = default;

bool TextEngine::answerText(int input, int output)
{
    if (!m_hasLanguage) {
        return writeAll(output, TextFrame{.outcome = TextFrame::Outcome::NoLanguage}.bytes());
    }
    const auto jpeg = readPageBytes(input);
    if (!jpeg) {
        return false;
    }
    if (jpeg->size() > TextFrame::LargestInput) {
        return writeAll(output, TextFrame{.outcome = TextFrame::Outcome::TooLarge}.bytes());
    }
    return writeAll(output, textOf(*m_tesseract, *jpeg).bytes());
}

} // namespace motcua::worker
