// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PdfSignatures.h"

#include <algorithm>
#include <set>
#include <string>

namespace motcua::worker {

namespace {

constexpr std::size_t MostFields = 100'000;

std::string wordIn(QPDFObjectHandle dictionary, const char *key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    const std::string word = value.isName() ? value.getName().substr(1) : value.isString() ? value.getStringValue() : std::string();
    return word.substr(0, PdfFrameSignature::LongestWord);
}

std::optional<PdfFrameSignature> signatureOf(QPDFObjectHandle dictionary)
{
    PdfFrameSignature signature;
    if (QPDFObjectHandle range = dictionary.getKey("/ByteRange"); range.isArray()) {
        const std::vector<QPDFObjectHandle> numbers = range.getArrayAsVector();
        if (numbers.size() > PdfFrameSignature::MostNumbers) {
            return {};
        }
        for (QPDFObjectHandle number : numbers) {
            signature.byteRange.push_back(number.isInteger() ? number.getIntValue() : -1);
        }
    }
    if (QPDFObjectHandle contents = dictionary.getKey("/Contents"); contents.isString()) {
        signature.contents = withoutPadding(contents.getStringValue());
    }
    if (signature.contents.size() > PdfFrameSignature::LargestContents) {
        return {};
    }
    signature.subFilter = wordIn(dictionary, "/SubFilter");
    signature.time = wordIn(dictionary, "/M");
    return signature;
}

} // namespace

std::vector<std::uint8_t> withoutPadding(const std::string &contents)
{
    std::vector<std::uint8_t> bytes(contents.begin(), contents.end());
    constexpr std::uint8_t Sequence = 0x30;
    if (bytes.size() < 2 || bytes[0] != Sequence) {
        return bytes;
    }
    std::size_t head = 2;
    std::size_t length = bytes[1];
    if (length > 0x80) {
        const std::size_t digits = length & 0x7F;
        if (digits > 4 || bytes.size() < head + digits) {
            return bytes;
        }
        length = 0;
        for (std::size_t at = 0; at < digits; ++at) {
            length = length << 8 | bytes[head++];
        }
    } else if (length == 0x80) {
        return bytes; // of a length that only its end tells
    }
    if (length <= bytes.size() - head) {
        bytes.resize(head + length);
    }
    return bytes;
}

std::optional<std::vector<PdfFrameSignature>> signaturesOf(QPDF &pdf)
{
    struct Field
    {
        QPDFObjectHandle object;
        bool isSignature = false; ///< as those above it say
    };
    std::vector<PdfFrameSignature> found;
    QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary()) {
        return found;
    }
    std::size_t looked = 0;
    std::set<QPDFObjGen> seen;
    std::vector<Field> ahead;
    // The first is to come first: what is put on last is taken first.
    const auto add = [&ahead](QPDFObjectHandle fields, bool isSignature) {
        if (fields.isArray()) {
            const std::vector<QPDFObjectHandle> all = fields.getArrayAsVector();
            std::for_each(all.rbegin(), all.rend(), [&](const QPDFObjectHandle &one) { ahead.push_back({one, isSignature}); });
        }
    };
    add(form.getKey("/Fields"), false);
    while (!ahead.empty()) {
        const auto [object, isSignature] = ahead.back();
        ahead.pop_back();
        QPDFObjectHandle field = object;
        if (++looked > MostFields) {
            return {};
        }
        if (!field.isDictionary() || (field.isIndirect() && !seen.insert(field.getObjGen()).second)) {
            continue;
        }
        QPDFObjectHandle type = field.getKey("/FT");
        const bool isOne = type.isName() ? type.getName() == "/Sig" : isSignature;
        if (QPDFObjectHandle value = field.getKey("/V"); isOne && value.isDictionary()) {
            std::optional<PdfFrameSignature> signature = signatureOf(value);
            if (!signature || found.size() == PdfFrame::MostSignatures) {
                return {};
            }
            found.push_back(*std::move(signature));
        }
        add(field.getKey("/Kids"), isOne);
    }
    return found;
}

} // namespace motcua::worker
