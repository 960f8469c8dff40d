// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/CopyMetadata.h"

#include "app/documents/CopyText.h"
#include "app/documents/PaperCopy.h"
#include "models/base/VietnamTime.h"

namespace motcua {

namespace {

constexpr qsizetype MostLetters = 2000; // a string of PDF/A holds 32,767 bytes

/** Shortened between two characters: what is left of half a pair is no letter. */
QString said(const QString &any)
{
    return copyLetters(copyLetters(any).left(MostLetters));
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

} // namespace

CopyMetadata::CopyMetadata(const CopyFacts &facts)
    : title(said(facts.title))
    , subject(said(facts.subject))
    , maker(said(facts.maker))
    , madeAt(facts.madeAt.isValid() ? vietnamTime(facts.madeAt.toMSecsSinceEpoch()) : QDateTime())
{
}

QByteArray CopyMetadata::pdfDate() const
{
    return madeAt.isValid() ? madeAt.toString(u"'D:'yyyyMMddHHmmss'+07''00'"_qs).toLatin1() : QByteArray();
}

QByteArray CopyMetadata::xmp() const
{
    QByteArray body;
    if (!title.isEmpty()) {
        body += "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(title) + "</rdf:li></rdf:Alt></dc:title>\n";
    }
    if (!subject.isEmpty()) {
        body += "   <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(subject) + "</rdf:li></rdf:Alt></dc:description>\n";
    }
    if (!maker.isEmpty()) {
        body += "   <dc:creator><rdf:Seq><rdf:li>" + escaped(maker) + "</rdf:li></rdf:Seq></dc:creator>\n";
    }
    if (madeAt.isValid()) {
        const QByteArray at = madeAt.toString(u"yyyy-MM-ddTHH:mm:ss'+07:00'"_qs).toLatin1();
        body += "   <xmp:CreateDate>" + at + "</xmp:CreateDate>\n   <xmp:ModifyDate>" + at + "</xmp:ModifyDate>\n";
    }
    // The id of the packet is the one that ISO 16684-1 fixes for all.
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
           " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
           "   <pdfaid:part>2</pdfaid:part>\n"
           "   <pdfaid:conformance>U</pdfaid:conformance>\n"
        + body
        + "  </rdf:Description>\n"
          " </rdf:RDF>\n"
          "</x:xmpmeta>\n"
          "<?xpacket end=\"r\"?>\n";
}

} // namespace motcua
