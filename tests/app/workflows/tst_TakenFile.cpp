// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TakenFile.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <memory>

using namespace motcua;

namespace {

const QByteArray Pdf("%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
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
        const TakenFile taken = takeInFile(*m_place, path);
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
        const TakenFile taken = takeInFile(*m_place, put(u"giay.pdf"_qs, bytes));
        QVERIFY(!taken.file);
        QCOMPARE(taken.file.error().code, code);
        QCOMPARE(sealedFiles(), before);
    }

    void saysThatTheStickIsGone()
    {
        const TakenFile taken = takeInFile(*m_place, m_sticks.filePath(u"nowhere/a.pdf"_qs));
        QVERIFY(!taken.file);
        QCOMPARE(taken.file.error().code, ErrorCode::NotFound);
        QCOMPARE(taken.name, u"a.pdf"_qs);
    }

    void aFolderIsNoFile()
    {
        QCOMPARE(takeInFile(*m_place, m_sticks.path()).file.error().code, ErrorCode::NotFound);
    }

private:
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
};

QTEST_GUILESS_MAIN(tst_TakenFile)
#include "tst_TakenFile.moc"
