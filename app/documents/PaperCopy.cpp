// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/PaperCopy.h"

#include "app/documents/CopyFont.h"
#include "app/documents/CopyJpeg.h"
#include "app/documents/CopyMetadata.h"
#include "app/documents/CopyText.h"
#include "app/documents/SrgbProfile.h"

#include <QRectF>
#include <QSizeF>

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <exception>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>

namespace motcua {

namespace {

constexpr double PointsPerInch = 72;
constexpr QSizeF A4(210 * PointsPerInch / 25.4, 297 * PointsPerInch / 25.4);
constexpr double SmallestPage = 3; // points; ISO 19005-2, 6.1.13
constexpr double LargestPage = 14'400;
constexpr qsizetype RoomForTheRest = 64 * 1024; // of a copy, beside its pictures and words

/** A page as it goes in. */
struct Leaf
{
    QByteArray jpeg;
    CopyJpeg picture;
    QSizeF size; ///< of the paper, in points
    QRectF place; ///< of the picture on it
    QByteArray text; ///< operators
};

/** What comes out of qpdf's writer, without a file. */
class Collected : public Pipeline
{
public:
    explicit Collected(QByteArray &into)
        : Pipeline("copy", nullptr)
        , m_into(into)
    {
    }

    void write(unsigned char const *data, size_t length) override
    {
        m_into.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    }
    void finish() override { }

private:
    QByteArray &m_into;
};

Error onPage(qsizetype page, const Error &error)
{
    return {error.code, error.detail + QStringLiteral(", page %1").arg(page + 1)};
}

Result<Leaf> leafOf(const CopyPage &page)
{
    const Result<CopyJpeg> picture = CopyJpeg::of(page.jpeg);
    if (!picture) {
        return picture.error();
    }
    if (picture->pixels != page.pixels) {
        return Error{ErrorCode::Invalid, u"copy: a picture of another size than is said"_qs};
    }
    Leaf leaf{.jpeg = page.jpeg, .picture = *picture, .size = {}, .place = {}, .text = {}};
    const QSizeF pixels = page.pixels;
    if (page.dpi > 0) {
        leaf.size = pixels * (PointsPerInch / page.dpi);
        leaf.place = QRectF({}, leaf.size);
    } else {
        leaf.size = pixels.width() > pixels.height() ? A4.transposed() : A4;
        const QSizeF fitted = pixels.scaled(leaf.size, Qt::KeepAspectRatio);
        leaf.place = QRectF({(leaf.size.width() - fitted.width()) / 2, (leaf.size.height() - fitted.height()) / 2}, fitted);
    }
    if (std::min(leaf.size.width(), leaf.size.height()) < SmallestPage || std::max(leaf.size.width(), leaf.size.height()) > LargestPage) {
        return Error{ErrorCode::Invalid, u"copy: a page of a size that PDF/A does not know"_qs};
    }
    return leaf;
}

QPDFObjectHandle name(const char *text)
{
    return QPDFObjectHandle::newName(text);
}

QPDFObjectHandle words(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

std::string points(double value)
{
    return QByteArray::number(value, 'f', 4).toStdString();
}

QPDFObjectHandle dictionary(std::initializer_list<std::pair<const std::string, QPDFObjectHandle>> entries)
{
    return QPDFObjectHandle::newDictionary(std::map<std::string, QPDFObjectHandle>(entries));
}

/** Puts the objects of a copy together; qpdf numbers, packs and writes them. Throws what qpdf throws. */
class Assembly
{
public:
    Assembly()
    {
        m_pdf.setSuppressWarnings(true); // they would go to standard error
        m_pdf.emptyPDF();
    }

    void describe(const CopyMetadata &metadata)
    {
        QPDFObjectHandle catalog = m_pdf.getRoot();
        QPDFObjectHandle xmp = stream(metadata.xmp());
        xmp.getDict().replaceKey("/Type", name("/Metadata"));
        xmp.getDict().replaceKey("/Subtype", name("/XML"));
        catalog.replaceKey("/Metadata", xmp);
        catalog.replaceKey("/Lang", QPDFObjectHandle::newString("vi-VN"));
        catalog.replaceKey("/ViewerPreferences", dictionary({{"/DisplayDocTitle", QPDFObjectHandle::newBool(true)}}));

        QPDFObjectHandle profile = stream(srgbProfile());
        profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
        const QPDFObjectHandle srgb = QPDFObjectHandle::newString("sRGB IEC61966-2.1");
        catalog.replaceKey("/OutputIntents",
            QPDFObjectHandle::newArray({dictionary(
                {{"/Type", name("/OutputIntent")}, {"/S", name("/GTS_PDFA1")}, {"/OutputConditionIdentifier", srgb}, {"/Info", srgb},
                    {"/RegistryName", QPDFObjectHandle::newString("http://www.color.org")}, {"/DestOutputProfile", profile}})}));

        QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
        const auto say = [&info](const char *key, const QString &text) {
            if (!text.isEmpty()) {
                info.replaceKey(key, words(text));
            }
        };
        say("/Title", metadata.title);
        say("/Subject", metadata.subject);
        say("/Author", metadata.maker);
        say("/CreationDate", QString::fromLatin1(metadata.pdfDate()));
        say("/ModDate", QString::fromLatin1(metadata.pdfDate()));
        m_pdf.getTrailer().replaceKey("/Info", m_pdf.makeIndirectObject(info));
    }

    void embed(const CopyFont &font)
    {
        const QByteArray program = font.program();
        QPDFObjectHandle file = stream(program);
        file.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(program.size()));
        const auto integer = [](int value) { return QPDFObjectHandle::newInteger(value); };
        constexpr int Symbolic = 4;
        const QPDFObjectHandle face = name("/NoShape");
        const QPDFObjectHandle descriptor = m_pdf.makeIndirectObject(
            dictionary({{"/Type", name("/FontDescriptor")}, {"/FontName", face}, {"/Flags", integer(Symbolic)},
                {"/FontBBox",
                    QPDFObjectHandle::newArray(
                        {integer(0), integer(CopyFont::Descent), integer(CopyFont::Advance), integer(CopyFont::Ascent)})},
                {"/ItalicAngle", integer(0)}, {"/Ascent", integer(CopyFont::Ascent)}, {"/Descent", integer(CopyFont::Descent)},
                {"/CapHeight", integer(CopyFont::Ascent)}, {"/StemV", integer(80)}, {"/FontFile2", file}}));
        const QPDFObjectHandle system = dictionary({{"/Registry", QPDFObjectHandle::newString("Adobe")},
            {"/Ordering", QPDFObjectHandle::newString("Identity")}, {"/Supplement", integer(0)}});
        const QPDFObjectHandle descendant = m_pdf.makeIndirectObject(
            dictionary({{"/Type", name("/Font")}, {"/Subtype", name("/CIDFontType2")}, {"/BaseFont", face}, {"/CIDSystemInfo", system},
                {"/FontDescriptor", descriptor}, {"/DW", integer(CopyFont::Advance)}, {"/CIDToGIDMap", name("/Identity")}}));
        m_font = m_pdf.makeIndirectObject(
            dictionary({{"/Type", name("/Font")}, {"/Subtype", name("/Type0")}, {"/BaseFont", face}, {"/Encoding", name("/Identity-H")},
                {"/DescendantFonts", QPDFObjectHandle::newArray({descendant})}, {"/ToUnicode", stream(font.toUnicode())}}));
    }

    void add(const Leaf &leaf)
    {
        QPDFObjectHandle picture = m_pdf.newStream();
        // The bytes are passed on when they are wanted, never held by qpdf.
        picture.replaceStreamData(
            [jpeg = leaf.jpeg](Pipeline *to) {
                to->write(jpeg.constData(), static_cast<size_t>(jpeg.size()));
                to->finish();
            },
            name("/DCTDecode"), QPDFObjectHandle::newNull());
        QPDFObjectHandle head = picture.getDict();
        head.replaceKey("/Type", name("/XObject"));
        head.replaceKey("/Subtype", name("/Image"));
        head.replaceKey("/Width", QPDFObjectHandle::newInteger(leaf.picture.pixels.width()));
        head.replaceKey("/Height", QPDFObjectHandle::newInteger(leaf.picture.pixels.height()));
        head.replaceKey("/ColorSpace", name(leaf.picture.channels == 1 ? "/DeviceGray" : "/DeviceRGB"));
        head.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));

        QPDFObjectHandle resources = dictionary({{"/XObject", dictionary({{"/Im0", picture}})}});
        if (!leaf.text.isEmpty()) {
            resources.replaceKey("/Font", dictionary({{"/F0", m_font}}));
        }
        const std::string shown = "q\n" + points(leaf.place.width()) + " 0 0 " + points(leaf.place.height()) + ' ' + points(leaf.place.x())
            + ' ' + points(leaf.place.y()) + " cm\n/Im0 Do\nQ\n" + leaf.text.toStdString();
        const auto zero = QPDFObjectHandle::newInteger(0);
        m_pdf.addPage(m_pdf.makeIndirectObject(dictionary({{"/Type", name("/Page")},
                          {"/MediaBox",
                              QPDFObjectHandle::newArray({zero, zero, QPDFObjectHandle::newReal(points(leaf.size.width())),
                                  QPDFObjectHandle::newReal(points(leaf.size.height()))})},
                          {"/Resources", resources}, {"/Contents", m_pdf.newStream(shown)}})),
            false);
    }

    void write(QByteArray &into)
    {
        Collected collected(into);
        QPDFWriter writer(m_pdf);
        writer.setOutputPipeline(&collected);
        writer.setMinimumPDFVersion("1.7");
        writer.setDeterministicID(true);
        // A plain table of objects is what an update for a signature can be put after, and what every reader knows.
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setNewlineBeforeEndstream(true); // ISO 19005-2, 6.1.7.1
        writer.write();
    }

private:
    QPDFObjectHandle stream(const QByteArray &data) { return m_pdf.newStream(data.toStdString()); }

    QPDF m_pdf;
    QPDFObjectHandle m_font;
};

} // namespace

Result<QByteArray> paperCopy(const QList<CopyPage> &pages, const CopyFacts &facts)
{
    if (pages.isEmpty()) {
        return Error{ErrorCode::Invalid, u"copy: no page"_qs};
    }
    CopyFont font;
    QList<Leaf> leaves;
    qsizetype room = RoomForTheRest;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        Result<Leaf> leaf = leafOf(pages.at(i));
        if (!leaf) {
            return onPage(i, leaf.error());
        }
        leaf->text = copyText(pages.at(i).text, leaf->place, font);
        room += leaf->jpeg.size() + leaf->text.size();
        leaves.append(*leaf);
    }
    // qpdf tells of its troubles by exceptions; none leaves this function.
    try {
        Assembly assembly;
        assembly.describe(CopyMetadata(facts));
        if (font.isUsed()) {
            assembly.embed(font);
        }
        for (const Leaf &leaf : std::as_const(leaves)) {
            assembly.add(leaf);
        }
        QByteArray pdf;
        pdf.reserve(room);
        assembly.write(pdf);
        return pdf;
    } catch (const std::exception &failure) {
        return Error{ErrorCode::RenderFailed, u"copy: "_qs + QString::fromUtf8(failure.what())};
    }
}

} // namespace motcua
