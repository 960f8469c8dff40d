// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PdfDangers.h"

#include "app/worker/PdfWalk.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace motcua::worker {

namespace {

constexpr std::size_t MostValues = 4'000'000; // a thick book has a tenth

std::string nameIn(QPDFObjectHandle dictionary, const char *key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isName() ? value.getName() : std::string();
}

unsigned dangerOfAction(const std::string &action)
{
    static constexpr std::array<std::pair<std::string_view, unsigned>, 21> Known{{
        {"/JavaScript", JavaScriptBit},
        {"/Launch", LaunchBit},
        {"/GoToR", ExternalReferenceBit},
        {"/GoToE", EmbeddedFileBit},
        {"/GoToDp", OtherActionBit},
        {"/SubmitForm", OtherActionBit},
        {"/ImportData", OtherActionBit},
        {"/ResetForm", OtherActionBit},
        {"/Hide", OtherActionBit},
        {"/Named", OtherActionBit}, // "print" is one
        {"/NOP", OtherActionBit},
        {"/Sound", OtherActionBit},
        {"/Movie", OtherActionBit},
        {"/Rendition", OtherActionBit},
        {"/SetState", OtherActionBit},
        {"/SetOCGState", OtherActionBit},
        {"/Thread", OtherActionBit},
        {"/Trans", OtherActionBit},
        {"/GoTo3DView", OtherActionBit},
        {"/GoTo3D", OtherActionBit},
        {"/RichMediaExecute", OtherActionBit},
    }};
    const auto found = std::find_if(Known.begin(), Known.end(), [&action](const auto &one) { return one.first == action; });
    return found == Known.end() ? 0U : found->second;
}

/** Whatever a reader does unasked at an event: a link that opens by itself tells somebody that the file was opened, and by whom. */
bool opensLink(QPDFObjectHandle action)
{
    return action.isDictionary() && nameIn(action, "/S") == "/URI";
}

unsigned dangerOfEvents(QPDFObjectHandle dictionary)
{
    bool opens = opensLink(dictionary.getKey("/OpenAction"));
    if (QPDFObjectHandle events = dictionary.getKey("/AA"); events.isDictionary()) {
        for (const std::string &key : events.getKeys()) {
            opens = opens || opensLink(events.getKey(key));
        }
    }
    return opens ? ExternalReferenceBit : 0U;
}

unsigned dangerOfFile(QPDFObjectHandle dictionary)
{
    QPDFObjectHandle files = dictionary.getKey("/EF");
    // Also the name of a font may be EF: files are streams.
    if (files.isDictionary()) {
        for (const char *const key : {"/F", "/UF", "/DOS", "/Mac", "/Unix"}) {
            if (files.getKey(key).isStream()) {
                return EmbeddedFileBit;
            }
        }
    }
    const std::string type = nameIn(dictionary, "/Type");
    if (type == "/EmbeddedFile" || type == "/Collection") {
        return EmbeddedFileBit;
    }
    return type == "/Filespec" || type == "/F" ? ExternalReferenceBit : 0U;
}

/** What kind of field it is may be said by those above it alone. */
bool isSignatureField(QPDFObjectHandle field)
{
    constexpr int Deepest = 32;
    for (int depth = 0; depth < Deepest && field.isDictionary(); ++depth) {
        if (const std::string type = nameIn(field, "/FT"); !type.empty()) {
            return type == "/Sig";
        }
        field = field.getKey("/Parent");
    }
    return false;
}

unsigned dangerOfAnnotation(QPDFObjectHandle dictionary)
{
    if (!dictionary.hasKey("/Rect")) {
        return 0;
    }
    const std::string kind = nameIn(dictionary, "/Subtype");
    if (kind == "/Widget") {
        return isSignatureField(dictionary) ? 0U : FormBit;
    }
    if (kind == "/FileAttachment") {
        return EmbeddedFileBit;
    }
    return kind == "/Movie" || kind == "/Sound" || kind == "/Screen" || kind == "/3D" || kind == "/RichMedia" ? OtherActionBit : 0U;
}

unsigned dangerOfDictionary(QPDFObjectHandle dictionary)
{
    unsigned danger = dangerOfAction(nameIn(dictionary, "/S"));
    if (danger == OtherActionBit && dictionary.hasKey("/JS")) {
        danger |= JavaScriptBit; // of a rendition
    }
    if (QPDFObjectHandle form = dictionary.getKey("/XFA"); form.isArray() || form.isStream()) {
        danger |= FormBit;
    }
    return danger | dangerOfEvents(dictionary) | dangerOfFile(dictionary) | dangerOfAnnotation(dictionary);
}

unsigned dangerOfStream(QPDFObjectHandle dictionary)
{
    unsigned danger = dangerOfDictionary(dictionary);
    // Its bytes are in another file, or another file is to be shown in its place.
    if (dictionary.hasKey("/F") || dictionary.hasKey("/FFilter") || dictionary.hasKey("/OPI") || dictionary.getKey("/Ref").isDictionary()) {
        danger |= ExternalReferenceBit;
    }
    // PostScript, for whatever prints it.
    if (nameIn(dictionary, "/Subtype") == "/PS" || nameIn(dictionary, "/Subtype2") == "/PS") {
        danger |= OtherActionBit;
    }
    return danger;
}

unsigned dangerOfCatalogue(QPDFObjectHandle root)
{
    unsigned danger = 0;
    if (QPDFObjectHandle names = root.getKey("/Names"); names.isDictionary()) {
        danger |= names.hasKey("/JavaScript") ? JavaScriptBit : 0U;
        danger |= names.hasKey("/EmbeddedFiles") ? EmbeddedFileBit : 0U;
    }
    danger |= root.hasKey("/Collection") ? EmbeddedFileBit : 0U;
    if (QPDFObjectHandle form = root.getKey("/AcroForm"); form.isDictionary()) {
        if (QPDFObjectHandle fields = form.getKey("/Fields"); fields.isArray()) {
            for (const QPDFObjectHandle &field : fields.getArrayAsVector()) {
                danger |= isSignatureField(field) ? 0U : FormBit;
            }
        }
    }
    return danger;
}

} // namespace

std::optional<std::uint8_t> dangersOf(QPDF &pdf)
{
    unsigned dangers = dangerOfCatalogue(pdf.getRoot());
    const bool isWhole = walk(pdf.getTrailer(), MostValues, [&dangers](const QPDFObjectHandle &dictionary, bool isStream) {
        dangers |= isStream ? dangerOfStream(dictionary) : dangerOfDictionary(dictionary);
    });
    return isWhole ? std::optional(static_cast<std::uint8_t>(dangers)) : std::nullopt;
}

} // namespace motcua::worker
