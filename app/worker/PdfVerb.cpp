// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PdfVerb.h"

#include "app/worker/PdfCleaning.h"
#include "app/worker/PdfDangers.h"
#include "app/worker/PdfEdges.h"
#include "app/worker/PdfSignatures.h"
#include "app/worker/PdfTree.h"
#include "app/worker/WriteAll.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>

#include <algorithm>
#include <cerrno>
#include <new>
#include <stdexcept>
#include <unistd.h>

namespace motcua::worker {

namespace {

using Outcome = PdfFrame::Outcome;

/** All there is, or one byte more than a question may have: what follows that is not read. */
std::optional<std::vector<std::uint8_t>> allOf(int input)
{
    constexpr std::size_t Most = PdfQuestion::HeadSize + PdfQuestion::LargestPdf + 1;
    constexpr std::size_t Step = std::size_t(1024) * 1024;
    std::vector<std::uint8_t> bytes;
    std::size_t size = 0;
    while (size < Most) {
        if (size == bytes.size()) {
            bytes.resize(std::min(Most, std::max(2 * size, Step)));
        }
        const ssize_t taken = ::read(input, bytes.data() + size, bytes.size() - size);
        if (taken == 0) {
            break;
        }
        if (taken < 0 && errno != EINTR) {
            return {};
        }
        size += taken > 0 ? static_cast<std::size_t>(taken) : 0;
    }
    bytes.resize(size);
    return bytes;
}

void open(QPDF &pdf, std::span<const std::uint8_t> bytes)
{
    // What it has to say goes nowhere: there is no file it could be written to.
    const std::shared_ptr<QPDFLogger> silent = QPDFLogger::create();
    silent->setInfo(silent->discard());
    silent->setWarn(silent->discard());
    silent->setError(silent->discard());
    pdf.setLogger(silent);
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("pdf", reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

std::string versionOf(QPDF &pdf)
{
    std::string version = pdf.getPDFVersion();
    if (QPDFObjectHandle later = pdf.getRoot().getKey("/Version"); later.isName()) {
        version = std::max(version, later.getName().substr(1));
    }
    version.resize(std::min(version.size(), PdfFrame::LongestVersion));
    return std::all_of(version.begin(), version.end(), [](char letter) { return letter == '.' || (letter >= '0' && letter <= '9'); }) ? version : std::string();
}

/** Read once more by one who knows nothing of how it was made. */
bool isClean(const std::vector<std::uint8_t> &bytes, std::size_t pages)
{
    QPDF pdf;
    open(pdf, bytes);
    const auto tree = PdfTree::of(pdf, PdfFrame::MostPages);
    const PdfTree *const good = std::get_if<PdfTree>(&tree);
    return edgesOf(bytes) == PdfEdges::Clean && good && good->pages.size() == pages && dangersOf(pdf) == std::uint8_t(0) && !pdf.anyWarnings();
}

PdfFrame look(std::span<const std::uint8_t> bytes, bool cleans)
{
    const PdfEdges edges = edgesOf(bytes);
    if (edges == PdfEdges::NotPdf) {
        return {.outcome = Outcome::NotPdf};
    }
    QPDF pdf;
    open(pdf, bytes);
    // It opened, but who made it locked away some of what can be done with it, and what readers make of that differs.
    if (pdf.isEncrypted()) {
        return {.outcome = Outcome::Encrypted};
    }
    const auto tree = PdfTree::of(pdf, PdfFrame::MostPages);
    if (const auto *const fault = std::get_if<PdfTree::Fault>(&tree)) {
        return {.outcome = *fault == PdfTree::Fault::TooManyPages ? Outcome::TooManyPages : Outcome::Damaged};
    }
    const PdfTree &good = std::get<PdfTree>(tree);
    const std::optional<std::uint8_t> dangers = dangersOf(pdf);
    std::optional<std::vector<PdfFrameSignature>> signatures = signaturesOf(pdf);
    if (!dangers || !signatures) {
        return {.outcome = Outcome::TooLarge};
    }
    PdfFrame frame{.outcome = Outcome::Facts,
        .isDamaged = pdf.anyWarnings(),
        .dangers = static_cast<std::uint8_t>(*dangers | (edges == PdfEdges::Foreign ? EmbeddedFileBit : 0)),
        .pages = static_cast<std::uint32_t>(good.pages.size()),
        .version = versionOf(pdf),
        .signatures = *std::move(signatures)};
    if (cleans && (frame.dangers != 0 || frame.isDamaged) && frame.signatures.empty()) {
        frame.cleaned = cleanedBytes(pdf, good);
        if (!frame.cleaned.empty() && !isClean(frame.cleaned, good.pages.size())) {
            frame.cleaned.clear();
        }
    }
    return frame.fits() ? frame : PdfFrame{.outcome = Outcome::TooLarge};
}

} // namespace

PdfFrame lookedAt(std::span<const std::uint8_t> pdf, bool cleans)
{
    try {
        return look(pdf, cleans);
    } catch (const QPDFExc &exception) {
        // Of an encryption it does not know it speaks as of one it cannot open.
        const bool isLocked = exception.getErrorCode() == qpdf_e_password || exception.getErrorCode() == qpdf_e_unsupported;
        return {.outcome = isLocked ? Outcome::Encrypted : Outcome::Damaged};
    } catch (const std::bad_alloc &) {
        return {.outcome = Outcome::TooLarge};
    } catch (const std::length_error &) {
        return {.outcome = Outcome::TooLarge};
    } catch (const std::exception &) {
        return {.outcome = Outcome::Damaged};
    }
}

bool answerPdf(int input, int output)
{
    const auto bytes = allOf(input);
    if (!bytes) {
        return false;
    }
    const std::span<const std::uint8_t> all(*bytes);
    const auto question = PdfQuestion::fromHead(all.first(std::min(all.size(), PdfQuestion::HeadSize)));
    if (!question) {
        return false;
    }
    const std::span<const std::uint8_t> pdf = all.subspan(PdfQuestion::HeadSize);
    const PdfFrame frame = pdf.size() > PdfQuestion::LargestPdf ? PdfFrame{.outcome = Outcome::TooLarge} : lookedAt(pdf, question->cleans);
    return writeAll(output, frame.beginning()) && writeAll(output, frame.cleaned);
}

} // namespace motcua::worker
