// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/CopySignature.h"

#include "app/evidence/PdfFile.h"
#include "app/evidence/SignatureBlock.h"
#include "app/evidence/SignedMessage.h"
#include "app/security/Sha256.h"
#include "models/base/VietnamTime.h"

#include <QRectF>

#include <algorithm>

namespace motcua::evidence {

namespace {

constexpr double MarginPoints = 14; // about 5 mm
constexpr int DeepestPages = 32;
constexpr qsizetype IdBytes = 16;
constexpr qsizetype RangeDigits = 10;

Error unfit(const char *what)
{
    return {ErrorCode::RenderFailed, QStringLiteral("signature: ") + QString::fromLatin1(what)};
}

/** The first page, and how large it is. */
struct FirstPage
{
    int number = 0;
    PdfDictionary page = {};
    QRectF box = {}; ///< in points, y upwards: top() is the lower edge
};

/** Nothing for an array of anything but four numbers. */
std::optional<QRectF> rectangleOf(const QByteArray &value)
{
    const auto parts = arrayOf(value);
    if (!parts || parts->size() != 4) {
        return std::nullopt;
    }
    const QPointF one(parts->at(0).toDouble(), parts->at(1).toDouble());
    const QPointF other(parts->at(2).toDouble(), parts->at(3).toDouble());
    return QRectF(one, other).normalized();
}

Result<FirstPage> firstPageOf(const PdfFile &file, const PdfDictionary &catalogue)
{
    QByteArray reference = valueIn(catalogue, "Pages");
    QByteArray box;
    for (int depth = 0; depth < DeepestPages; ++depth) {
        const auto node = dictionaryOf(file.resolved(reference));
        if (!node) {
            break;
        }
        if (const QByteArray own = valueIn(*node, "MediaBox"); !own.isEmpty()) {
            box = own; // else that of the node above
        }
        if (valueIn(*node, "Type") == "/Page") {
            const auto size = rectangleOf(file.resolved(box));
            const bool isUpright = valueIn(*node, "Rotate").toInt() == 0;
            return size && isUpright ? Result<FirstPage>(FirstPage{referenceOf(reference), *node, *size}) : unfit("a page without a size, or turned");
        }
        const auto kids = arrayOf(file.resolved(valueIn(*node, "Kids")));
        if (!kids || kids->isEmpty()) {
            break;
        }
        reference = kids->constFirst();
    }
    return unfit("no page");
}

QByteArray pair(double x, double y)
{
    return QByteArray::number(x, 'f', 2) + ' ' + QByteArray::number(y, 'f', 2);
}

QByteArray pdfTime(const QDateTime &at)
{
    return "(D:" + vietnamTime(at.toMSecsSinceEpoch()).toString(QStringLiteral("yyyyMMddhhmmss")).toLatin1() + "+07'00')";
}

/** Where the next signature shows: top right, below those that are there. */
QRectF placeFor(const PdfFile &file, const QList<QByteArray> &fields, const QRectF &page, QSizeF size)
{
    size = size.scaled(QSizeF(std::min(size.width(), page.width() - 2 * MarginPoints), size.height()), Qt::KeepAspectRatio);
    double top = page.bottom() - MarginPoints;
    for (const QByteArray &field : fields) {
        const auto widget = dictionaryOf(file.resolved(field));
        const auto box = widget ? rectangleOf(file.resolved(valueIn(*widget, "Rect"))) : std::nullopt;
        if (box && !box->isEmpty()) {
            top = std::min(top, box->top() - 2);
        }
    }
    top = std::max(top, page.top() + size.height());
    return {QPointF(page.right() - MarginPoints - size.width(), top - size.height()), size};
}

/** What is drawn of the signature, as an object of the revision. */
Result<int> drawn(PdfRevision &revision, const SignatureBlock &block)
{
    const Result<PdfFile> from = PdfFile::of(block.pdf);
    const auto catalogue = from ? dictionaryOf(from->resolved(valueIn(from->trailer(), "Root"))) : std::nullopt;
    const Result<FirstPage> page = catalogue ? firstPageOf(*from, *catalogue) : unfit("appearance");
    if (!page) {
        return page.error();
    }
    const QByteArray content = from->resolved(valueIn(page->page, "Contents"));
    const qsizetype dictionaryEnd = content.indexOf("stream");
    const auto said = dictionaryEnd < 0 ? std::nullopt : dictionaryOf(QByteArrayView(content).first(dictionaryEnd));
    if (!said) {
        return unfit("appearance");
    }
    const QByteArray resources = revision.takenOver(*from, from->resolved(valueIn(page->page, "Resources")));
    return revision.add(withValues(content,
        {{"Type", "/XObject"}, {"Subtype", "/Form"}, {"BBox", "[0 0 " + pair(block.points.width(), block.points.height()) + ']'}, {"Resources", resources},
            {"Length", from->resolved(valueIn(*said, "Length"))}}));
}

/** The dictionary of the signature: what is not known yet is written as room for it. */
QByteArray placeholder(const QDateTime &at, qsizetype room)
{
    return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M " + pdfTime(at) + " /ByteRange [0 "
        + QByteArray(3 * (RangeDigits + 1) - 1, ' ') + "] /Contents <" + QByteArray(2 * room, '0') + "> >>";
}

/** The document with room for a signature; where that is. */
struct Prepared
{
    QByteArray pdf = {};
    qsizetype rangeAt = 0; ///< of the first number that is not known yet
    qsizetype gapAt = 0; ///< of the contents, with their brackets
    qsizetype gapEnd = 0;
};

Result<Prepared> prepared(const QByteArray &pdf, const SignatureLook &look, qsizetype room)
{
    const Result<PdfFile> file = PdfFile::of(pdf);
    if (!file) {
        return file.error();
    }
    const QByteArray root = valueIn(file->trailer(), "Root");
    auto catalogue = dictionaryOf(file->resolved(root));
    if (!catalogue) {
        return unfit("no catalogue");
    }
    Result<FirstPage> page = firstPageOf(*file, *catalogue);
    const Result<SignatureBlock> block = page ? SignatureBlock::of(look) : page.error();
    if (!block) {
        return block.error();
    }
    PdfRevision revision(*file);
    const Result<int> appearance = drawn(revision, *block);
    if (!appearance) {
        return appearance.error();
    }
    const auto reference = [](int number) { return QByteArray::number(number) + " 0 R"; };
    PdfDictionary form = dictionaryOf(file->resolved(valueIn(*catalogue, "AcroForm"))).value_or(PdfDictionary());
    QList<QByteArray> fields = arrayOf(file->resolved(valueIn(form, "Fields"))).value_or(QList<QByteArray>());
    const QRectF place = placeFor(*file, fields, page->box, block->points);
    const int signature = revision.add(placeholder(look.at, room));
    // Printed, and not to be moved; the name of a field is for programs.
    const int field = revision.add("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature" + QByteArray::number(fields.size() + 1) + ") /F 132 /Rect ["
        + pair(place.left(), place.top()) + ' ' + pair(place.right(), place.bottom()) + "] /P " + reference(page->number) + " /V " + reference(signature)
        + " /AP << /N " + reference(*appearance) + " >> >>");
    fields.append(reference(field));
    setValue(form, "Fields", '[' + fields.join(' ') + ']');
    setValue(form, "SigFlags", "3");
    setValue(*catalogue, "AcroForm", written(form));
    revision.set(referenceOf(root), written(*catalogue));
    QList<QByteArray> annotations = arrayOf(file->resolved(valueIn(page->page, "Annots"))).value_or(QList<QByteArray>());
    annotations.append(reference(field));
    setValue(page->page, "Annots", '[' + annotations.join(' ') + ']');
    revision.set(page->number, written(page->page));

    const PdfRevision::Whole whole = revision.whole(security::sha256(pdf, pdfTime(look.at)).first(IdBytes));
    Prepared made{.pdf = whole.pdf};
    const qsizetype at = whole.at.value(signature);
    made.rangeAt = made.pdf.indexOf("/ByteRange [0 ", at) + 14;
    made.gapAt = made.pdf.indexOf("/Contents <", at) + 10;
    made.gapEnd = made.gapAt + 2 * room + 2;
    QByteArray range;
    for (const qsizetype number : {made.gapAt, made.gapEnd, made.pdf.size() - made.gapEnd}) {
        range += QByteArray::number(number).leftJustified(RangeDigits, ' ') + ' ';
    }
    range.chop(1);
    made.pdf.replace(made.rangeAt, range.size(), range);
    return made;
}

} // namespace

Result<SignedCopy> signedCopyAtBest(const QByteArray &pdf, const Signer &signer, const SignatureLook &look, const Timestamper &timestamper)
{
    const qsizetype room = SignedMessage::roomFor(signer, timestamper != nullptr);
    Result<Prepared> document = prepared(pdf, look, room);
    if (!document) {
        return document.error();
    }
    const QByteArrayView bytes(document->pdf);
    const QByteArray digest = security::sha256(bytes.first(document->gapAt), bytes.sliced(document->gapEnd));
    const Result<SignedMessage> message = SignedMessage::of(digest, signer, look.at, timestamper);
    if (!message) {
        return message.error();
    }
    if (message->der.size() > room) {
        return Error{ErrorCode::Internal, QStringLiteral("signature: more than there is room for")};
    }
    const QByteArray hex = message->der.toHex();
    document->pdf.replace(document->gapAt + 1, hex.size(), hex);
    return SignedCopy{document->pdf, message->timeless};
}

Result<QByteArray> signedCopy(const QByteArray &pdf, const Signer &signer, const SignatureLook &look, const Timestamper &timestamper)
{
    const Result<SignedCopy> made = signedCopyAtBest(pdf, signer, look, timestamper);
    if (!made) {
        return made.error();
    }
    return made->timeless ? Result<QByteArray>(*made->timeless) : Result<QByteArray>(made->pdf);
}

} // namespace motcua::evidence
