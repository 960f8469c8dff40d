// SPDX-License-Identifier: GPL-3.0-or-later
#include "CopySamples.h"

#include "app/documents/PaperCopy.h"
#include "tests/support/PdfStandard.h"

#include <QTest>

using namespace motcua;
using testsupport::pdfA2uFaults;

/** That a copy has no fault says something only if what breaks the standard is one. */
class tst_PdfStandard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBreaksTheStandardIsSeen_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("is");
        QTest::addColumn<QString>("fault");

        QTest::newRow("version") << QByteArray("%PDF-1.7") << QByteArray("%PDF-2.0") << u"6.1.2"_qs;
        QTest::newRow("binary comment") << QByteArray("%\xBF\xF7") << QByteArray("%xx") << u"6.1.2"_qs;
        QTest::newRow("behind the end") << QByteArray("%%EOF\n") << QByteArray("%%EOF\n%") << u"6.1.3"_qs;
        QTest::newRow("no identifier") << QByteArray("/ID [") << QByteArray("/IE [") << u"6.1.3"_qs;
        QTest::newRow("encrypted") << QByteArray("/Size 1") << QByteArray("/Encrypt 2 0 R /Size 1") << u"6.1.3"_qs;
        QTest::newRow("table") << QByteArray("\n0000000015 ") << QByteArray("\n0000000016 ") << u"6.1.9"_qs;
        QTest::newRow("entry") << QByteArray(" 65535 f \n") << QByteArray(" 65535 f\n ") << u"6.1.4"_qs;
        QTest::newRow("object") << QByteArray("1 0 obj\n") << QByteArray("1 0 obj ") << u"6.1.9"_qs;
        QTest::newRow("stream") << QByteArray("\nendstream") << QByteArray(" endstream") << u"6.1.7"_qs;
        QTest::newRow("filter") << QByteArray("/DCTDecode") << QByteArray("/LZWDecode") << u"6.1.7.2"_qs;
        QTest::newRow("external") << QByteArray("/BitsPerComponent 8") << QByteArray("/F (xx)            ") << u"6.1.7"_qs;
        QTest::newRow("colours") << QByteArray("/DeviceRGB") << QByteArray("/DeviceCMY") << u"6.2.4.3"_qs;
        QTest::newRow("intent") << QByteArray("/GTS_PDFA1") << QByteArray("/GTS_PDFX1") << u"6.2.3"_qs;
        QTest::newRow("characters") << QByteArray("/ToUnicode") << QByteArray("/ToUnicorn") << u"6.2.11.7"_qs;
        QTest::newRow("font") << QByteArray("/FontFile2") << QByteArray("/FontFile9") << u"6.2.11.4"_qs;
        QTest::newRow("codes") << QByteArray("/Identity-H") << QByteArray("/Identity-X") << u"6.2.11.3"_qs;
        QTest::newRow("glyphs") << QByteArray("/CIDToGIDMap") << QByteArray("/CIDToGIDMop") << u"6.2.11.3.2"_qs;
        QTest::newRow("action") << QByteArray("/DisplayDocTitle true") << QByteArray("/S /Launch           ") << u"6.5.1"_qs;
        QTest::newRow("opened with") << QByteArray("/ViewerPreferences <<") << QByteArray("/OpenAction        <<") << u"/OpenAction"_qs;
        QTest::newRow("file within") << QByteArray("/DisplayDocTitle true") << QByteArray("/EmbeddedFiles []    ") << u"/EmbeddedFiles"_qs;
        QTest::newRow("transparency") << QByteArray("/BitsPerComponent 8") << QByteArray("/SMask 1 0 R       ") << u"/SMask"_qs;
        QTest::newRow("level") << QByteArray("<pdfaid:conformance>U") << QByteArray("<pdfaid:conformance>B") << u"6.6.4"_qs;
        QTest::newRow("schema") << QByteArray("xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                                << QByteArray("xmlns:dc=\"http://purl.org/dc/elements/1.2/\"") << u"6.6.2.3"_qs;
        QTest::newRow("well-formed") << QByteArray("</rdf:RDF>") << QByteArray("</rdf:RdF>") << u"6.6.2.1"_qs;
        QTest::newRow("agreement") << QByteArray("2026-03-02T08:15:30") << QByteArray("2026-03-02T08:15:31") << u"/CreationDate"_qs;
        QTest::newRow("language") << QByteArray("/Lang") << QByteArray("/Long") << u"6.7.4"_qs;
        QTest::newRow("page") << QByteArray(" 0 0 594.72") << QByteArray(" 0 0   2.72") << u"6.1.13"_qs;
    }

    void whatBreaksTheStandardIsSeen()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, is);
        QFETCH(QString, fault);

        CopyPage page = samples::copyPage({413, 585}, 50);
        page.text = samples::typedText(page.pixels, {u"một"_qs}, {20, 20}, 8, 16);
        const auto made = paperCopy({page}, samples::copyFacts());
        QVERIFY(made);
        QCOMPARE(pdfA2uFaults(*made), QStringList());
        QByteArray pdf = *made;
        const qsizetype at = pdf.indexOf(was);
        QVERIFY(at >= 0);
        pdf.replace(at, was.size(), is);
        const QStringList faults = pdfA2uFaults(pdf);
        QVERIFY2(faults.join(u'\n').contains(fault), qPrintable(faults.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(tst_PdfStandard)
#include "tst_PdfStandard.moc"
