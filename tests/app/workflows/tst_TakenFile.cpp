// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TakenFile.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/support/OnePagePdf.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QSignalSpy>

#include <memory>

using namespace motcua;

namespace {

const QByteArray Pdf = testsupport::onePagePdf();
const QByteArray Png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\0IEND\xae\x42\x60\x82", 45);
const QByteArray Jpeg("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9", 22);

} // namespace

/** A file somebody brought: what it is decides its content; nothing that cannot be used later is taken in, and where it lay it stays. */
class tst_TakenFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<Workplace> made = m_desk.setUp();
        QVERIFY(made);
        m_place = std::make_unique<Workplace>(*made);
        QVERIFY(m_sticks.isValid());
    }

    void takesInWhatItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("mediaType");
        QTest::addRow("a PDF") << u"giay-chung-sinh.pdf"_qs << Pdf << u"application/pdf"_qs;
        QTest::addRow("a photograph") << u"ảnh 1.JPG"_qs << Jpeg << u"image/jpeg"_qs;
        QTest::addRow("a picture") << u"a.png"_qs << Png << u"image/png"_qs;
        QTest::addRow("a PDF that calls itself a picture") << u"b.png"_qs << Pdf << u"application/pdf"_qs;
        QTest::addRow("one without an ending") << u"scan"_qs << Jpeg << u"image/jpeg"_qs;
    }
    void takesInWhatItIs()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, mediaType);
        const QString path = put(name, bytes);
        const TakenFile taken = take(path);
        QCOMPARE(taken.name, name);
        QVERIFY2(taken.file, taken.file ? "" : qPrintable(errorName(taken.file.error().code) + taken.file.error().detail));
        QCOMPARE(taken.file->mediaType, mediaType);
        QCOMPARE(taken.file->bytes, bytes.size());
        QCOMPARE(taken.file->name, name);
        QCOMPARE(taken.file->digest.toLatin1(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const Result<QByteArray> sealed = m_place->store.attachments().read(taken.file->attachment);
        QVERIFY(sealed);
        QCOMPARE(*sealed, bytes);
        QVERIFY(QFile::exists(path)); // the citizen's file is theirs
        QCOMPARE(*PaperFile::fromJson(taken.file->toJson()), *taken.file);
        QVERIFY(!QString::fromUtf8(QJsonDocument(taken.file->details()).toJson()).contains(name)); // names tell of people
    }

    void leavesWhatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("nothing in it") << QByteArray("") << ErrorCode::FileTruncated;
        QTest::addRow("half a PDF") << Pdf.first(40) << ErrorCode::FileTruncated;
        QTest::addRow("half a picture") << Png.first(33) << ErrorCode::FileTruncated;
        QTest::addRow("a letter of a word processor") << QByteArray("PK\x03\x04\x14\0\0\0\0\0word/document.xml", 27) << ErrorCode::FileKindUnknown;
        QTest::addRow("a program that calls itself a PDF") << QByteArray("\x7f" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0", 20) << ErrorCode::FileKindUnknown;
        QTest::addRow("a page with a script") << QByteArray("<html><script>1</script></html>") << ErrorCode::FileKindUnknown;
        QTest::addRow("one byte too many") << Pdf + QByteArray(20 * 1024 * 1024 + 1 - Pdf.size(), '\n') << ErrorCode::FileTooLarge;
    }
    void leavesWhatCannotBeUsed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const qsizetype before = sealedFiles();
        const TakenFile taken = take(put(u"giay.pdf"_qs, bytes));
        QVERIFY(!taken.file);
        QCOMPARE(taken.file.error().code, code);
        QCOMPARE(sealedFiles(), before);
    }

    void keepsOnlyThePagesOfWhatCouldAct()
    {
        const QByteArray acting = testsupport::onePagePdf({}, "/OpenAction << /S /JavaScript /JS (app.alert) >>");
        const QString path = put(u"moi.pdf"_qs, acting);
        const TakenFile taken = take(path);
        QVERIFY(taken.file);
        QVERIFY(taken.isCleaned);
        QCOMPARE(taken.file->mediaType, u"application/pdf"_qs);
        const Result<QByteArray> sealed = m_place->store.attachments().read(taken.file->attachment);
        QVERIFY(sealed && sealed->startsWith("%PDF-") && !sealed->contains("app.alert"));
        QCOMPARE(taken.file->digest.toLatin1(), QCryptographicHash::hash(*sealed, QCryptographicHash::Sha256).toHex());
        QCOMPARE(take(path).file->digest, taken.file->digest); // brought twice it is known again
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == acting);
    }

    void leavesWhatCannotBeMadeHarmless_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray fields = "/AcroForm << /Fields [<< /FT /Sig /T (s) /V << /Contents <3000> >> >>] >>";
        QTest::addRow("signed, and it could act") << testsupport::onePagePdf({}, fields + " /OpenAction << /S /Launch >>") << ErrorCode::FileUnsafe;
        QTest::addRow("signed and damaged") << testsupport::onePagePdf({}, fields).replace("startxref\n", "startxref\n9") << ErrorCode::FileDamaged;
        QTest::addRow("a form that its reader draws")
            << testsupport::onePagePdf({}, "/AcroForm << /Fields [4 0 R] >>", "/Annots [4 0 R]", {"<< /Subtype /Widget /Rect [1 1 9 9] /FT /Tx /T (a) /V (Thu) >>"}) << ErrorCode::FileUnsafe;
        QTest::addRow("locked") << testsupport::onePagePdf({}, {}, {}, {"<< /Filter /Foreign >>"}).replace("/Root 1 0 R", "/Root 1 0 R /ID [(a) (a)] /Encrypt 4 0 R") << ErrorCode::FileLocked;
        QTest::addRow("no pages") << testsupport::onePagePdf().replace("/Kids [3 0 R]", "/Kids [     ]") << ErrorCode::FileDamaged;
        QTest::addRow("something else first") << "hello " + Pdf << ErrorCode::FileKindUnknown;
    }
    void leavesWhatCannotBeMadeHarmless()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(ErrorCode, code);
        const qsizetype before = sealedFiles();
        const TakenFile taken = take(put(u"giay.pdf"_qs, pdf));
        QVERIFY(!taken.file);
        QCOMPARE(taken.file.error().code, code);
        QVERIFY(!taken.isCleaned);
        QCOMPARE(sealedFiles(), before);
    }

    void whatIsSignedStaysAsItIs()
    {
        const QByteArray pdf = testsupport::onePagePdf({}, "/AcroForm << /Fields [<< /FT /Tx /T (a) /V (Thu) >> << /FT /Sig /T (s) /V << /Contents <3000> >> >>] >>");
        const TakenFile taken = take(put(u"ky.pdf"_qs, pdf));
        QVERIFY(taken.file && !taken.isCleaned);
        QCOMPARE(*m_place->store.attachments().read(taken.file->attachment), pdf);
    }

    void nobodyLookedIsNotTakenIn_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addRow("there is no worker") << QByteArray();
        QTest::addRow("it crashes") << QByteArray("#!/bin/sh\nkill -SEGV $$\n");
        QTest::addRow("it talks nonsense") << QByteArray("#!/bin/sh\ncat > /dev/null; echo x\n");
    }
    void nobodyLookedIsNotTakenIn()
    {
        QFETCH(QByteArray, script);
        QString worker = m_sticks.filePath(u"nowhere"_qs);
        if (!script.isEmpty()) {
            worker = put(u"worker-%1"_qs.arg(script.size()), script);
            QVERIFY(QFile::setPermissions(worker, QFile::ReadOwner | QFile::ExeOwner));
        }
        PdfLook look(worker);
        const QList<TakenFile> files = take({put(u"a.pdf"_qs, Pdf), put(u"a.png"_qs, Png)}, look);
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.constFirst().file.error().code, ErrorCode::FileUnchecked);
        QVERIFY(files.constLast().file); // the others go on
    }

    void namesAreForTheEye()
    {
        QCOMPARE(take(put(QString::fromUtf8("giay\u202Efdp.\nexe \x1B[2J.pdf"), Pdf)).name, u"giayfdp. exe ?[2J.pdf"_qs);
        QVERIFY(take(put(QString(250, u'a'), Pdf)).name.size() <= 121);
    }

    void whoeverAskedMayGo()
    {
        const QString worker = put(u"slow"_qs, "#!/bin/sh\ntouch '" + QFile::encodeName(m_sticks.filePath(u"begun"_qs)) + "'\nexec sleep 100\n");
        QVERIFY(QFile::setPermissions(worker, QFile::ReadOwner | QFile::ExeOwner));
        auto look = std::make_unique<PdfLook>(worker);
        const QFuture<QList<TakenFile>> future = takeInFiles(m_media, *look, *m_place, {put(u"a.pdf"_qs, Pdf)});
        QTRY_VERIFY(QFile::exists(m_sticks.filePath(u"begun"_qs)));
        look.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }

    void saysThatTheStickIsGone()
    {
        const TakenFile taken = take(m_sticks.filePath(u"nowhere/a.pdf"_qs));
        QVERIFY(!taken.file);
        QCOMPARE(taken.file.error().code, ErrorCode::NotFound);
        QCOMPARE(taken.name, u"a.pdf"_qs);
    }

    void aFolderIsNoFile()
    {
        QCOMPARE(take(m_sticks.path()).file.error().code, ErrorCode::NotFound);
    }

private:
    QList<TakenFile> take(const QStringList &paths, PdfLook &look)
    {
        QFutureWatcher<QList<TakenFile>> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(takeInFiles(m_media, look, *m_place, paths));
        const bool isAnswered = finished.wait(60'000);
        return isAnswered ? watcher.result() : QList<TakenFile>{{}};
    }
    TakenFile take(const QString &path) { return take({path}, m_look).constFirst(); }

    QString put(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_sticks.filePath(name);
        QFile file(path);
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return isWritten ? path : QString();
    }

    [[nodiscard]] qsizetype sealedFiles() const { return QDir(m_place->store.attachments().folder()).entryList({u"*.mca"_qs}, QDir::Files).size(); }

    TrainingDesk m_desk;
    std::unique_ptr<Workplace> m_place;
    QTemporaryDir m_sticks;
    MediaThreads m_media;
    PdfLook m_look;
};

QTEST_GUILESS_MAIN(tst_TakenFile)
#include "tst_TakenFile.moc"
