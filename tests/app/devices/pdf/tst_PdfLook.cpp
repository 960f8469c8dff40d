// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pdf/PdfLook.h"

#include "tests/support/OnePagePdf.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFutureWatcher>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using motcua::testsupport::onePagePdf;
using motcua::testsupport::pdfOf;

Q_DECLARE_METATYPE(QList<motcua::PdfDanger>)
Q_DECLARE_METATYPE(motcua::PdfFault)

/** What a PDF is, as the worker sees it from its prison; and what becomes of the question when there is no such worker. */
class tst_PdfLook : public QObject
{
    Q_OBJECT

    using Looked = PdfLook::Looked;

    static Looked look(const QByteArray &pdf, bool cleans = true)
    {
        PdfLook look;
        look.setPatience(std::chrono::minutes(1));
        return answered(look.look(pdf, cleans));
    }
    static Looked answered(const QFuture<Looked> &future)
    {
        QFutureWatcher<Looked> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(future);
        const bool isAnswered = future.isFinished() || finished.wait(90'000);
        return isAnswered && future.resultCount() == 1 ? future.result() : Looked(PdfFault::Cancelled);
    }

    /** A program that is started in place of the worker. */
    QString standIn(const QByteArray &script)
    {
        QFile file(m_folder.filePath(u"worker-%1"_qs.arg(m_scripts++)));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script) < 0) {
            return {};
        }
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    static QByteArray stream(const QByteArray &entries, const QByteArray &bytes)
    {
        return "<< " + entries + " /Length " + QByteArray::number(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream";
    }

    QTemporaryDir m_folder;
    int m_scripts = 0;

private Q_SLOTS:
    void aPlainOneHasItsPagesAndNothingElse()
    {
        const Looked looked = look(onePagePdf());
        QVERIFY(looked);
        QCOMPARE(*looked, (PdfFacts{.pages = 1, .version = "1.7"}));
    }

    void whatCouldActIsFoundAndTakenOut_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QList<PdfDanger>>("dangers");
        const auto action = [](const QByteArray &entries) { return onePagePdf({}, "/OpenAction << " + entries + " >>"); };
        QTest::addRow("a script") << action("/S /JavaScript /JS (1)") << QList{PdfDanger::JavaScript};
        QTest::addRow("a program") << action("/S /Launch /F (x)") << QList{PdfDanger::Launch};
        QTest::addRow("a form that is sent") << action("/S /SubmitForm") << QList{PdfDanger::OtherAction};
        QTest::addRow("a link that opens by itself") << action("/S /URI /URI (http://x/)") << QList{PdfDanger::ExternalReference};
        QTest::addRow("another file") << action("/S /GoToR /F (x)") << QList{PdfDanger::ExternalReference};
        QTest::addRow("a file within") << onePagePdf({}, "/Names << /EmbeddedFiles << /Names [ (x) << /EF << /F 4 0 R >> >> ] >> >>", {}, {stream("/Type /EmbeddedFile", "x")})
                                       << QList{PdfDanger::EmbeddedFile};
        QTest::addRow("an archive behind") << onePagePdf() + QByteArray("PK\5\6") + QByteArray(18, '\0') << QList{PdfDanger::EmbeddedFile};
        QTest::addRow("several") << onePagePdf({}, "/OpenAction << /S /Launch /Next << /S /JavaScript /JS (1) /Next << /S /Hide >> >> >>")
                                 << QList{PdfDanger::JavaScript, PdfDanger::Launch, PdfDanger::OtherAction};
        QTest::addRow("a field") << onePagePdf({}, "/AcroForm << /Fields [4 0 R] >>", "/Annots [4 0 R]",
            {"<< /Subtype /Widget /Rect [9 9 99 99] /FT /Tx /T (a) /V (Thu) /AP << /N 5 0 R >> >>", stream("/Subtype /Form /BBox [0 0 90 90]", "0 0 90 90 re f")})
                                 << QList{PdfDanger::Form};
    }
    void whatCouldActIsFoundAndTakenOut()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(QList<PdfDanger>, dangers);
        const Looked looked = look(pdf);
        QVERIFY(looked);
        QCOMPARE(looked->dangers, dangers);
        QVERIFY(!looked->isDamaged);
        const Looked again = look(looked->cleaned);
        QVERIFY(again);
        QCOMPARE(*again, (PdfFacts{.pages = 1, .version = "1.7"}));
        QCOMPARE(look(pdf)->cleaned, looked->cleaned); // the same bytes of the same
        QVERIFY(look(pdf, false)->cleaned.isEmpty()); // unasked
    }

    void aLinkThatIsPressedIsNoDanger()
    {
        const Looked looked = look(onePagePdf({}, {}, "/Annots [<< /Subtype /Link /Rect [1 1 9 9] /A << /S /URI /URI (http://x/) >> >>]"));
        QVERIFY(looked && looked->dangers.isEmpty() && looked->cleaned.isEmpty());
    }

    void whatIsFilledInStaysOnThePage()
    {
        const QByteArray field = "<< /Subtype /Widget /Rect [100 700 200 750] /FT /Tx /T (a) /V (Thu) /AP << /N 5 0 R >> >>";
        const QByteArray pdf = onePagePdf({}, "/AcroForm << /NeedAppearances true /Fields [4 0 R] >>", "/Annots [4 0 R]",
            {field, stream("/Subtype /Form /BBox [0 0 100 50] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>", "BT /F 24 Tf 9 9 Td (THU) Tj ET")});
        const Looked looked = look(pdf);
        QVERIFY(looked && !looked->cleaned.isEmpty());
        const QString path = m_folder.filePath(u"form.pdf"_qs);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(looked->cleaned) > 0);
        file.close();
        QProcess text;
        text.start(u"pdftotext"_qs, {path, u"-"_qs});
        QVERIFY(text.waitForFinished());
        QVERIFY(text.readAllStandardOutput().contains("THU"));
        // Nobody here would draw it as the reader of the citizen did.
        const Looked bare = look(onePagePdf({}, "/AcroForm << /Fields [4 0 R] >>", "/Annots [4 0 R]", {"<< /Subtype /Widget /Rect [1 1 9 9] /FT /Tx /T (a) /V (Thu) >>"}));
        QVERIFY(bare && bare->dangers == QList{PdfDanger::Form} && bare->cleaned.isEmpty());
    }

    void nothingTellsOfItsMaker()
    {
        const QByteArray pdf = onePagePdf("Nguyen", "/OpenAction << /S /Launch >> /Metadata 4 0 R /PieceInfo << /X << /Private (Nguyen) >> >>", "/Metadata 4 0 R /LastModified (Nguyen)",
            {stream("/Type /Metadata /Subtype /XML", "<x>Nguyen</x>"), "<< /Author (Nguyen) >>"})
                                   .replace("/Root 1 0 R", "/Root 1 0 R /Info 5 0 R /ID [(Nguyen) (Nguyen)]");
        const Looked looked = look(pdf);
        QVERIFY(looked && looked->cleaned.startsWith("%PDF-") && !looked->cleaned.contains("Nguyen") && !looked->cleaned.contains(QByteArray("Nguyen").toHex()));
    }

    void damageIsToldAndMended()
    {
        const Looked looked = look(onePagePdf().replace("startxref\n", "startxref\n9"));
        QVERIFY(looked && looked->isDamaged && looked->dangers.isEmpty());
        const Looked mended = look(looked->cleaned);
        QVERIFY(mended && !mended->isDamaged && mended->pages == 1);
    }

    void signaturesAreAsWritten()
    {
        const QByteArray signature = "<< /Type /Sig /SubFilter /ETSI.CAdES.detached /M (D:20261201080000+07'00') /ByteRange [0 840 960 240] /Contents <300301010000000000> >>";
        const QByteArray fields = "/AcroForm << /SigFlags 3 /Fields [4 0 R 6 0 R] >>";
        // The second inherits what it is, and its contents have a length nobody told.
        const QList<QByteArray> objects{"<< /FT /Sig /T (a) /V 5 0 R >>", signature, "<< /FT /Sig /T (b) /Kids [<< /T (c) /V << /Contents <308001000000> >> >>] >>"};
        const Looked looked = look(onePagePdf({}, fields, {}, objects));
        QVERIFY(looked);
        QCOMPARE(looked->signatures,
            (QList<PdfSignature>{{.byteRange = {0, 840, 960, 240}, .contents = QByteArray("\x30\3\1\1\0", 5), .subFilter = "ETSI.CAdES.detached", .time = "D:20261201080000+07'00'"},
                {.contents = QByteArray("\x30\x80\1\0\0\0", 6)}}));
        QVERIFY(looked->dangers.isEmpty() && looked->cleaned.isEmpty());
        // Whatever is in it, what is signed is not written anew.
        const Looked acting = look(onePagePdf({}, fields + " /OpenAction << /S /Launch >>", {}, objects));
        QVERIFY(acting && acting->dangers == QList{PdfDanger::Launch} && acting->cleaned.isEmpty() && acting->signatures.size() == 2);
    }

    void whatIsNoneIsToldApart_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<PdfFault>("fault");
        QTest::addRow("nothing") << QByteArray() << PdfFault::NotPdf;
        QTest::addRow("a picture") << QByteArray("\xFF\xD8\xFF") << PdfFault::NotPdf;
        QTest::addRow("an archive first") << "PK\3\4" + onePagePdf() << PdfFault::NotPdf;
        QTest::addRow("a head") << QByteArray("%PDF-1.7\n%%EOF\n") << PdfFault::Damaged;
        QTest::addRow("no pages") << onePagePdf().replace("/Kids [3 0 R]", "/Kids [     ]") << PdfFault::Damaged;
        QTest::addRow("pages in a ring") << onePagePdf().replace("/Kids [3 0 R]", "/Kids [2 0 R]") << PdfFault::Damaged;
        QTest::addRow("locked") << onePagePdf({}, {}, {}, {"<< /Filter /Foreign >>"}).replace("/Root 1 0 R", "/Root 1 0 R /ID [(a) (a)] /Encrypt 4 0 R") << PdfFault::Encrypted;
        QTest::addRow("2001 pages") << onePagePdf().replace("/Kids [3 0 R]", "/Kids [" + QByteArray("3 0 R ").repeated(2001) + ']') << PdfFault::TooManyPages;
        QTest::addRow("too many bytes") << QByteArray(PdfLook::MostBytes + 1, '\n') << PdfFault::TooLarge;
    }
    void whatIsNoneIsToldApart()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(PdfFault, fault);
        const Looked looked = look(bytes);
        QVERIFY(!looked);
        QCOMPARE(looked.error(), fault);
    }

    void theLargestFitsIntoItsMemory()
    {
#if !defined(__SANITIZE_ADDRESS__) // which has memory without end
        const qsizetype room = PdfLook::MostBytes - onePagePdf({}, "/OpenAction << /S /Launch >>", "/Contents 4 0 R", {stream({}, {})}).size() - 100;
        const Looked looked = look(onePagePdf({}, "/OpenAction << /S /Launch >>", "/Contents 4 0 R", {stream({}, QByteArray(room, ' '))}));
        QVERIFY(looked);
        QVERIFY(looked->cleaned.size() > room);
#endif
    }

    void tenPagesTakeNoTime()
    {
        const auto tenPages = [](const QByteArray &root) {
            QByteArray kids;
            QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R " + root + " >>", {}};
            for (int page = 0; page < 10; ++page) {
                kids += QByteArray::number(3 + 2 * page) + " 0 R ";
                objects << "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents " + QByteArray::number(4 + 2 * page) + " 0 R >>"
                        << stream("/Filter /DCTDecode", QByteArray(500'000, 'x'));
            }
            objects[1] = "<< /Type /Pages /Count 10 /Kids [" + kids + "] >>";
            return pdfOf({}, objects);
        };
        const QByteArray plain = tenPages({});
        const QByteArray acting = tenPages("/OpenAction << /S /Launch >>");
        QElapsedTimer timer;
        timer.start();
        const Looked looked = look(plain);
        const qint64 lookMs = timer.restart();
        const Looked cleaned = look(acting);
        qInfo("10 pages of %lld bytes: looked at in %lld ms, written anew in %lld ms", static_cast<long long>(plain.size()), static_cast<long long>(lookMs), static_cast<long long>(timer.elapsed()));
        QVERIFY(looked && looked->pages == 10 && !looked->isDamaged);
        QVERIFY(cleaned && cleaned->cleaned.size() > 5'000'000);
    }

    void aWorkerThatFailsIsTold_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<PdfFault>("fault");
        QTest::addRow("ends") << QByteArray("exit 1\n") << PdfFault::Crashed;
        QTest::addRow("is killed") << QByteArray("kill -SEGV $$\n") << PdfFault::Crashed;
        QTest::addRow("says nothing") << QByteArray("cat > /dev/null\n") << PdfFault::Crashed;
        QTest::addRow("says nonsense") << QByteArray("cat > /dev/null; echo MCPA this is no answer\n") << PdfFault::Crashed;
        QTest::addRow("says without end") << QByteArray("yes\n") << PdfFault::Crashed;
        QTest::addRow("says nothing for ever") << QByteArray("exec sleep 100\n") << PdfFault::TimedOut;
    }
    void aWorkerThatFailsIsTold()
    {
        QFETCH(QByteArray, script);
        QFETCH(PdfFault, fault);
        PdfLook look(standIn(script));
        look.setPatience(fault == PdfFault::TimedOut ? std::chrono::milliseconds(300) : std::chrono::milliseconds(60'000));
        const Looked looked = answered(look.look(onePagePdf(), true));
        QVERIFY(!looked);
        QCOMPARE(looked.error(), fault);
    }

    void aWorkerThatIsMissingIsTold()
    {
        PdfLook look(m_folder.filePath(u"nowhere"_qs));
        const QFuture<Looked> future = look.look(onePagePdf(), true);
        QVERIFY(!future.isFinished());
        QCOMPARE(answered(future).error(), PdfFault::NotInstalled);
    }

    void whoeverAskedMayGo()
    {
        auto look = std::make_unique<PdfLook>(standIn("exec sleep 100\n"));
        const QFuture<Looked> slow = look->look(onePagePdf(), true);
        const QFuture<Looked> large = look->look(QByteArray(PdfLook::MostBytes + 1, 'x'), true);
        QVERIFY(!slow.isFinished() && !large.isFinished());
        look.reset();
        QCOMPARE(answered(slow).error(), PdfFault::Cancelled);
        QCOMPARE(answered(large).error(), PdfFault::Cancelled);
    }
};

QTEST_GUILESS_MAIN(tst_PdfLook)
#include "tst_PdfLook.moc"
