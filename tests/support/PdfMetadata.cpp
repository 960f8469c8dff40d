// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PdfMetadata.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace motcua::testsupport {

namespace {

const QString &rdf()
{
    static const QString uri = u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_qs;
    return uri;
}

/** A date of PDF as one of XMP. */
QString asXmp(const QString &pdfDate)
{
    static const QRegularExpression form(u"^D:(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)([+-]\\d\\d)'(\\d\\d)'?$"_qs);
    const auto part = form.match(pdfDate);
    return part.hasMatch() ? part.captured(1) + u'-' + part.captured(2) + u'-' + part.captured(3) + u'T' + part.captured(4) + u':'
            + part.captured(5) + u':' + part.captured(6) + part.captured(7) + u':' + part.captured(8)
                           : u"no date"_qs;
}

/** The properties by their names with the prefix that the standard wants; what is not of a schema it knows is under its whole name. */
QHash<QString, QString> properties(const QByteArray &xmp, QStringList &faults)
{
    static const QHash<QString, QString> prefixes{{u"http://purl.org/dc/elements/1.1/"_qs, u"dc"_qs},
        {u"http://ns.adobe.com/xap/1.0/"_qs, u"xmp"_qs}, {u"http://ns.adobe.com/pdf/1.3/"_qs, u"pdf"_qs},
        {u"http://www.aiim.org/pdfa/ns/id/"_qs, u"pdfaid"_qs}};
    QHash<QString, QString> found;
    QXmlStreamReader reader(xmp);
    QString property;
    bool isDescribed = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isProcessingInstruction() && reader.processingInstructionTarget() == u"xpacket"
            && (reader.processingInstructionData().contains(u"bytes=") || reader.processingInstructionData().contains(u"encoding="))) {
            faults.append(u"6.6.2.1: the head of the metadata"_qs);
        }
        if (reader.isStartElement()) {
            if (reader.namespaceUri() == rdf() && reader.name() == u"Description") {
                isDescribed = true;
            } else if (isDescribed && reader.namespaceUri() != rdf()) {
                const QString uri = reader.namespaceUri().toString();
                property = prefixes.value(uri, uri) + u':' + reader.name().toString();
                if (reader.prefix() != prefixes.value(uri)) {
                    faults.append(u"6.6.2.3: a property of no known schema: "_qs + property);
                }
                found.insert(property, QString());
            }
        } else if (reader.isCharacters() && !reader.isWhitespace() && !property.isEmpty()) {
            found[property] += reader.text();
        }
    }
    if (reader.hasError()) {
        faults.append(u"6.6.2.1: metadata that is not well-formed: "_qs + reader.errorString());
    }
    return found;
}

} // namespace

QStringList pdfMetadataFaults(const QByteArray &xmp, const QHash<QByteArray, QString> &info)
{
    QStringList faults;
    const QHash<QString, QString> said = properties(xmp, faults);
    if (said.value(u"pdfaid:part"_qs) != u"2" || said.value(u"pdfaid:conformance"_qs) != u"U") {
        faults.append(u"6.6.4: it does not say that it is PDF/A-2u"_qs);
    }
    const QList<std::pair<QByteArray, QString>> pairs{{"/Title", u"dc:title"_qs}, {"/Subject", u"dc:description"_qs},
        {"/Author", u"dc:creator"_qs}, {"/Keywords", u"pdf:Keywords"_qs}, {"/Creator", u"xmp:CreatorTool"_qs},
        {"/Producer", u"pdf:Producer"_qs}, {"/CreationDate", u"xmp:CreateDate"_qs}, {"/ModDate", u"xmp:ModifyDate"_qs}};
    for (const auto &[key, property] : pairs) {
        const bool isDate = key.endsWith("Date");
        const QString value = info.value(key);
        if (info.contains(key) != said.contains(property)
            || (info.contains(key) && (isDate ? asXmp(value) : value) != said.value(property))) {
            faults.append(QString::fromLatin1(key) + u" is not what the metadata say"_qs);
        }
    }
    return faults;
}

} // namespace motcua::testsupport
