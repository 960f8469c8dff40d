// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PdfStandard.h"

#include "tests/support/PdfBytes.h"
#include "tests/support/PdfMetadata.h"
#include "tests/support/PdfPageText.h"

#include <QSet>
#include <QString>

#include <climits>
#include <exception>
#include <set>
#include <string>
#include <vector>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace motcua::testsupport {

namespace {

using Object = QPDFObjectHandle;

constexpr qsizetype MostInString = 32'767; // 6.1.13, this and what follows
constexpr qsizetype MostInName = 127;
constexpr double SmallestPage = 3;
constexpr double LargestPage = 14'400;

QByteArray bytesOf(Object stream)
{
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    return QByteArray(reinterpret_cast<const char *>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
}

class Judge
{
public:
    explicit Judge(QPDF &pdf)
        : m_pdf(pdf)
    {
    }

    QStringList faults()
    {
        for (const Object &object : m_pdf.getAllObjects()) {
            visit(object);
        }
        catalog(m_pdf.getRoot());
        for (const Object &page : m_pdf.getAllPages()) {
            judgePage(page);
        }
        return m_faults;
    }

private:
    void fault(const char *what) { m_faults.append(QString::fromUtf8(what)); }

    void want(bool holds, const char *what)
    {
        if (!holds) {
            fault(what);
        }
    }

    static bool isName(Object object, const char *name) { return object.isName() && object.getName() == name; }

    /** What holds of every object, wherever it is. */
    void visit(Object object)
    {
        if (object.isInteger()) {
            const long long value = object.getIntValue();
            want(value >= INT_MIN && value <= INT_MAX, "6.1.13: an integer");
        } else if (object.isString()) {
            want(static_cast<qsizetype>(object.getStringValue().size()) < MostInString, "6.1.13: a string is too long");
        } else if (object.isName()) {
            want(static_cast<qsizetype>(object.getName().size()) <= MostInName + 1, "6.1.13: a name is too long");
        } else if (object.isArray()) {
            for (const Object &one : object.getArrayAsVector()) {
                visitDirect(one);
            }
        } else if (object.isStream()) {
            stream(object);
            dictionary(object.getDict());
        } else if (object.isDictionary()) {
            dictionary(object);
        }
    }

    void visitDirect(const Object &object)
    {
        if (!Object(object).isIndirect()) { // those are all visited for themselves
            visit(object);
        }
    }

    void dictionary(Object object)
    {
        for (const char *key : {"/AA", "/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/AF", "/XFA", "/NeedsRendering", "/OCProperties",
                 "/OpenAction", "/Encrypt", "/OPI", "/Alternates", "/TR", "/HTP", "/SMask", "/DestOutputProfileRef", "/RichMedia"}) {
            if (object.hasKey(key)) {
                m_faults.append(u"something that has no place: "_qs + QString::fromLatin1(key));
            }
        }
        static const std::set<std::string> actions{"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide",
            "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView", "/SubmitForm", "/URI", "/Named"};
        want(!object.getKey("/S").isName() || !actions.contains(object.getKey("/S").getName()), "6.5.1: an action");
        want(!isName(object.getKey("/Type"), "/Filespec") && !isName(object.getKey("/Type"), "/EmbeddedFile"),
            "6.8: a file within the file");
        want(!object.hasKey("/Group"), "6.2.10: transparency");
        if (isName(object.getKey("/Type"), "/Annot")) {
            annotation(object);
        }
        if (isName(object.getKey("/Type"), "/Font") && isName(object.getKey("/Subtype"), "/Type0")) {
            compositeFont(object);
        } else if (isName(object.getKey("/Type"), "/Font") && object.hasKey("/FirstChar")) {
            simpleFont(object);
        }
        for (const std::string &key : object.getKeys()) {
            visitDirect(Object::newName(key));
            visitDirect(object.getKey(key));
        }
    }

    void stream(Object object)
    {
        Object head = object.getDict();
        for (const char *key : {"/F", "/FFilter", "/FDecodeParms"}) {
            want(!head.hasKey(key), "6.1.7: a stream that is elsewhere");
        }
        static const std::set<std::string> allowed{"/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode", "/RunLengthDecode",
            "/CCITTFaxDecode", "/JBIG2Decode", "/DCTDecode", "/JPXDecode"};
        Object filter = head.getKey("/Filter");
        const std::vector<Object> filters = filter.isArray() ? filter.getArrayAsVector()
            : filter.isName()                                ? std::vector{filter}
                                                             : std::vector<Object>();
        for (Object one : filters) {
            want(one.isName() && allowed.contains(one.getName()), "6.1.7.2: a filter that is not allowed");
        }
        if (isName(head.getKey("/Subtype"), "/Image")) {
            Object colour = head.getKey("/ColorSpace");
            want(isName(colour, "/DeviceGray") || isName(colour, "/DeviceRGB"),
                "6.2.4.3: a picture in colours that the profile of the file does not cover");
            want(!head.hasKey("/Interpolate") || (head.getKey("/Interpolate").isBool() && !head.getKey("/Interpolate").getBoolValue()),
                "6.2.8: a picture that is smoothed");
            want(!head.hasKey("/Mask"), "a picture with a mask");
            want(head.getKey("/BitsPerComponent").isInteger() && head.getKey("/Width").isInteger() && head.getKey("/Height").isInteger(),
                "a picture without its measures");
        }
        want(!isName(head.getKey("/Subtype"), "/PS") && !head.hasKey("/PS") && !head.hasKey("/Ref"), "6.2.9: an object that draws itself");
    }

    void annotation(Object object)
    {
        constexpr int Print = 4;
        constexpr int Hidden = 1 | 2 | 32 | 256;
        Object flags = object.getKey("/F");
        want(flags.isInteger() && (flags.getIntValueAsInt() & Print) != 0 && (flags.getIntValueAsInt() & Hidden) == 0,
            "6.3.2: an annotation that is not printed");
        want(!object.hasKey("/A"), "6.4.1: an annotation that acts");
        Object box = object.getKey("/Rect");
        const bool isEmpty = box.isRectangle() && box.getArrayAsRectangle().llx == box.getArrayAsRectangle().urx
            && box.getArrayAsRectangle().lly == box.getArrayAsRectangle().ury;
        Object looks = object.getKey("/AP");
        want(isEmpty || (looks.isDictionary() && looks.getKeys() == std::set<std::string>{"/N"} && looks.getKey("/N").isStream()),
            "6.3.3: an annotation without one look");
    }

    void compositeFont(Object font)
    {
        want(font.getKey("/BaseFont").isName(), "6.2.11.2: a font without a name");
        want(isName(font.getKey("/Encoding"), "/Identity-H"), "6.2.11.3: a font with codes of its own");
        want(font.getKey("/ToUnicode").isStream(), "6.2.11.7: a font without characters");
        Object descendants = font.getKey("/DescendantFonts");
        if (!descendants.isArray() || descendants.getArrayNItems() != 1) {
            fault("6.2.11.2: a font of several");
            return;
        }
        Object cid = descendants.getArrayItem(0);
        want(cid.getKey("/CIDSystemInfo").isDictionary(), "6.2.11.3: a font without its system of codes");
        want(!isName(cid.getKey("/Subtype"), "/CIDFontType2") || isName(cid.getKey("/CIDToGIDMap"), "/Identity")
                || cid.getKey("/CIDToGIDMap").isStream(),
            "6.2.11.3.2: a font whose codes lead to no glyphs");
        embedded(cid.getKey("/FontDescriptor"));
    }

    void simpleFont(Object font)
    {
        want(font.getKey("/BaseFont").isName() || isName(font.getKey("/Subtype"), "/Type3"), "6.2.11.2: a font without a name");
        want(font.getKey("/Widths").isArray()
                && font.getKey("/Widths").getArrayNItems()
                    == font.getKey("/LastChar").getIntValueAsInt() - font.getKey("/FirstChar").getIntValueAsInt() + 1,
            "6.2.11.2: a font without its widths");
        embedded(font.getKey("/FontDescriptor"));
    }

    void embedded(Object descriptor)
    {
        if (!descriptor.isDictionary()) {
            fault("6.2.11.4: a font that is not embedded");
            return;
        }
        int files = 0;
        for (const char *key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
            files += descriptor.getKey(key).isStream() ? 1 : 0;
        }
        want(files == 1, "6.2.11.4: a font that is not embedded");
        want(!descriptor.hasKey("/CIDSet"), "a list of glyphs, which nobody has to write and which must not be wrong");
        for (const char *key : {"/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/StemV"}) {
            want(descriptor.hasKey(key), "6.2.11.2: a font that is not described");
        }
    }

    void catalog(Object root)
    {
        want(m_pdf.getTrailer().getKey("/ID").isArray(), "6.1.3: no file identifier");
        want(root.getKey("/Lang").isString(), "6.7.4: no language");
        Object metadata = root.getKey("/Metadata");
        if (!metadata.isStream()) {
            fault("6.6.2.1: no metadata");
        } else {
            want(isName(metadata.getDict().getKey("/Type"), "/Metadata") && isName(metadata.getDict().getKey("/Subtype"), "/XML"),
                "6.6.2.1: metadata of no kind");
            QHash<QByteArray, QString> info;
            Object said = m_pdf.getTrailer().getKey("/Info");
            for (const std::string &key : said.isDictionary() ? said.getKeys() : std::set<std::string>()) {
                info.insert(QByteArray::fromStdString(key), QString::fromStdString(said.getKey(key).getUTF8Value()));
            }
            m_faults += pdfMetadataFaults(bytesOf(metadata), info);
        }
        Object intents = root.getKey("/OutputIntents");
        int profiles = 0;
        for (Object intent : intents.isArray() ? intents.getArrayAsVector() : std::vector<Object>()) {
            if (isName(intent.getKey("/S"), "/GTS_PDFA1") && intent.getKey("/OutputConditionIdentifier").isString()
                && intent.getKey("/DestOutputProfile").isStream()) {
                ++profiles;
                profile(intent.getKey("/DestOutputProfile"));
            }
        }
        want(profiles == 1, "6.2.3: no profile for the colours of the file");
        if (root.hasKey("/AcroForm")) {
            Object needs = root.getKey("/AcroForm").getKey("/NeedAppearances");
            want(!needs.isBool() || !needs.getBoolValue(), "6.4.1: a form whose looks are left to readers");
        }
    }

    void profile(Object stream)
    {
        const QByteArray bytes = bytesOf(stream);
        want(stream.getDict().getKey("/N").isInteger() && stream.getDict().getKey("/N").getIntValueAsInt() == 3,
            "6.2.3: a profile of another number of colours");
        const bool isSound = bytes.size() > 128
            && bytes.first(4) == QByteArray::fromHex(QByteArray::number(bytes.size(), 16).rightJustified(8, '0')) && bytes.at(8) < 5
            && (bytes.mid(12, 4) == "mntr" || bytes.mid(12, 4) == "prtr") && bytes.mid(16, 4) == "RGB " && bytes.mid(36, 4) == "acsp";
        want(isSound, "6.2.3: a profile that is none");
    }

    void judgePage(Object page)
    {
        Object box = page.getKey("/MediaBox");
        if (!box.isRectangle()) {
            fault("a page without a size of its own");
            return;
        }
        const auto size = box.getArrayAsRectangle();
        const double width = size.urx - size.llx;
        const double height = size.ury - size.lly;
        want(
            width >= SmallestPage && height >= SmallestPage && width <= LargestPage && height <= LargestPage, "6.1.13: the size of a page");
        want(page.getKey("/Resources").isDictionary(), "6.2.2: a page without resources of its own");
        m_faults += pdfPageTextFaults(page);
    }

    QPDF &m_pdf;
    QStringList m_faults;
};

} // namespace

QStringList pdfA2uFaults(const QByteArray &pdf)
{
    QStringList faults = pdfByteFaults(pdf);
    try {
        QPDF read;
        read.setSuppressWarnings(true);
        read.processMemoryFile("pdf", pdf.constData(), static_cast<size_t>(pdf.size()));
        faults += Judge(read).faults();
        for (const QPDFExc &warning : read.getWarnings()) {
            faults.append(QString::fromUtf8(warning.what()));
        }
    } catch (const std::exception &failure) {
        faults.append(QString::fromUtf8(failure.what()));
    }
    return faults;
}

} // namespace motcua::testsupport
