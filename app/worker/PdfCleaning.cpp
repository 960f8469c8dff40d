// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PdfCleaning.h"

#include "app/worker/PdfWalk.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace motcua::worker {

namespace {

using Keys = std::initializer_list<std::string_view>;

void keepOnly(QPDFObjectHandle dictionary, Keys keys)
{
    for (const std::string &key : dictionary.getKeys()) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            dictionary.removeKey(key);
        }
    }
}

bool isFilledIn(QPDFObjectHandle value)
{
    return (value.isString() && !value.getStringValue().empty()) || value.isStream() || (value.isArray() && value.getArrayNItems() > 0);
}

/** A value of text or of a choice that the widget itself does not show. Its own or those above it have kind and value. */
bool isDrawnByReader(QPDFObjectHandle widget)
{
    constexpr int Deepest = 32;
    if (widget.getKey("/AP").isDictionary() && widget.getKey("/AP").getKey("/N").isStream()) {
        return false;
    }
    QPDFObjectHandle kind = QPDFObjectHandle::newNull();
    bool hasValue = false;
    QPDFObjectHandle field = widget;
    for (int depth = 0; depth < Deepest && field.isDictionary(); ++depth) {
        kind = kind.isName() ? kind : field.getKey("/FT");
        hasValue = hasValue || isFilledIn(field.getKey("/V"));
        field = field.getKey("/Parent");
    }
    return hasValue && (kind.isNameAndEquals("/Tx") || kind.isNameAndEquals("/Ch"));
}

bool showsItself(QPDFObjectHandle root, const PdfTree &tree)
{
    // The pages of a dynamic form say no more than that another program is needed for it.
    if (root.getKey("/NeedsRendering").isBool() && root.getKey("/NeedsRendering").getBoolValue()) {
        return false;
    }
    for (QPDFObjectHandle page : tree.pages) {
        QPDFObjectHandle annotations = page.getKey("/Annots");
        if (!annotations.isArray()) {
            continue;
        }
        const std::vector<QPDFObjectHandle> all = annotations.getArrayAsVector();
        if (std::any_of(all.begin(), all.end(), [](QPDFObjectHandle one) {
                return one.isDictionary() && one.getKey("/Subtype").isNameAndEquals("/Widget") && isDrawnByReader(one);
            })) {
            return false;
        }
    }
    return true;
}

/** What pictures and forms of the pages carry besides what they show. */
bool stripStreams(QPDF &pdf)
{
    constexpr std::size_t MostValues = 4'000'000; // what was looked at before did not have more
    return walk(pdf.getRoot(), MostValues, [](QPDFObjectHandle dictionary, bool isStream) {
        for (const char *const key : {"/Metadata", "/PieceInfo", "/AF", "/LastModified", "/OPI", "/Ref"}) {
            if (isStream) {
                dictionary.removeKey(key);
            }
        }
    });
}

} // namespace

std::vector<std::uint8_t> cleanedBytes(QPDF &pdf, PdfTree tree)
{
    QPDFObjectHandle root = pdf.getRoot();
    if (!showsItself(root, tree)) {
        return {};
    }
    // What annotations show becomes part of the page, a field's likewise; with this key they would be left.
    if (QPDFObjectHandle form = root.getKey("/AcroForm"); form.isDictionary()) {
        form.removeKey("/NeedAppearances");
    }
    QPDFPageDocumentHelper(pdf).flattenAnnotations();
    for (const QPDFObjectHandle &page : tree.pages) {
        keepOnly(page, {"/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Contents", "/Rotate", "/Group", "/UserUnit"});
    }
    for (const QPDFObjectHandle &node : tree.nodes) {
        keepOnly(node, {"/Type", "/Parent", "/Kids", "/Count", "/Resources", "/MediaBox", "/CropBox", "/Rotate"});
    }
    // Which layers show is part of how a page looks, and so are the colours it was made for.
    keepOnly(root, {"/Type", "/Version", "/Pages", "/Lang", "/OCProperties", "/OutputIntents"});
    keepOnly(pdf.getTrailer(), {"/Root", "/Size"});
    if (!stripStreams(pdf)) {
        return {};
    }

    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
    return {written->getBuffer(), written->getBuffer() + written->getSize()};
}

} // namespace motcua::worker
