// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/MakeCopies.h"

#include "app/storage/Await.h"
#include "models/base/VietnamTime.h"
#include "tests/app/evidence/SignatureBench.h"
#include "tests/app/workflows/SealedPages.h"
#include "tests/support/FaultFiles.h"

#include <QTest>

using namespace motcua;
using testsupport::FaultFiles;

namespace {

/** A token that was pulled out. */
class AbsentSigner final : public evidence::Signer
{
public:
    [[nodiscard]] QList<QByteArray> certificates() const override { return m_certificates; }
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &) const override { return Error{ErrorCode::Cancelled, QStringLiteral("no token")}; }

    explicit AbsentSigner(QList<QByteArray> certificates)
        : m_certificates(std::move(certificates))
    {
    }

private:
    QList<QByteArray> m_certificates;
};

} // namespace

/** Pages become copies: whole, in their order, signed where there is somebody to, and what one lacks costs the others nothing. */
class tst_MakeCopies : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FaultFiles> m_files;
    std::unique_ptr<Workplace> m_place;
    MediaThreads m_threads;
    test::SignatureBench m_bench;

    [[nodiscard]] CopyOrder order(const QString &id, const QList<PaperPage> &pages) const
    {
        return {.paper = {.id = id, .name = u"Tờ khai"_qs, .state = Paper::State::Met, .pages = pages}, .title = u"Tờ khai"_qs, .subject = u"Sao từ bản chính"_qs};
    }
    [[nodiscard]] QList<MadeCopy> made(const QList<CopyOrder> &orders, const CopySigner &signer = {})
    {
        QList<MadeCopy> copies;
        await(this, makeCopies(m_threads, *m_place, orders, signer), [&copies](const QList<MadeCopy> &all) { copies = all; });
        return QTest::qWaitFor([&copies] { return !copies.isEmpty(); }, 30'000) ? copies : QList<MadeCopy>();
    }
    [[nodiscard]] QByteArray bytesOf(const MadeCopy &copy) const
    {
        const Result<QByteArray> bytes = m_place->store.attachments().read(copy.file ? copy.file->attachment : QString());
        return bytes ? *bytes : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = std::make_shared<FaultFiles>();
        storage::StoreOptions options;
        options.files = m_files;
        Result<storage::Store> store = storage::Store::create(m_folder->filePath(u"store"_qs), security::SecretBytes::copyOf(QByteArray(32, 'k')), {}, options);
        QVERIFY(store);
        m_place = std::make_unique<Workplace>(Workplace{.store = *store});
        m_place->unit.unitName = u"Trung tâm thử"_qs;
    }
    void cleanup() { m_place.reset(); }

    void aCopyHasThePagesInTheirOrderButThoseLeftOut()
    {
        QList<PaperPage> pages{scannedPage(*m_place, 2, 200), scannedPage(*m_place, 3), scannedPage(*m_place, 4), scannedPage(*m_place, 1)};
        pages[1].isBlank = true;
        const QList<MadeCopy> copies = made({order(u"declaration"_qs, pages)});
        QCOMPARE(copies.size(), 1);
        const MadeCopy &copy = copies.constFirst();
        QVERIFY(copy.file);
        QCOMPARE(copy.paper, u"declaration"_qs);
        QVERIFY(!copy.unsignedBecause);
        const QByteArray pdf = bytesOf(copy);
        QVERIFY(pdf.startsWith("%PDF-"));
        const qsizetype second = pdf.indexOf(jpegOf(2));
        const qsizetype fourth = pdf.indexOf(jpegOf(4));
        const qsizetype first = pdf.indexOf(jpegOf(1));
        QVERIFY(0 < second && second < fourth && fourth < first);
        QVERIFY(!pdf.contains(jpegOf(3)));
        QVERIFY(!pdf.contains("ETSI.CAdES.detached"));
        const PaperFile &file = *copy.file;
        QCOMPARE(file.mediaType, u"application/pdf"_qs);
        QCOMPARE(file.source, u"scan"_qs);
        QCOMPARE(file.bytes, pdf.size());
        QCOMPARE(file.digest, QString::fromLatin1(QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).toHex()));
        QCOMPARE(file.pages, 3);
        QCOMPARE(file.dpi, 200); // the least of them
        QVERIFY(!file.signature);
        QVERIFY(file.name.isEmpty());
    }

    void whereOnePageDoesNotSayItsResolutionTheCopyDoesNot()
    {
        const QList<MadeCopy> copies = made({order(u"p"_qs, {scannedPage(*m_place, 1), scannedPage(*m_place, 2, 0)})});
        QVERIFY(copies.constFirst().file);
        QCOMPARE(copies.constFirst().file->dpi, 0);
        QVERIFY(!copies.constFirst().file->details().contains(u"dpi"));
    }

    void whatWasReadIsToBeFoundInIt()
    {
        const QList<PaperPage> pages{scannedPage(*m_place, 1), scannedPage(*m_place, 2)};
        CopyOrder with = order(u"p"_qs, pages);
        PageText text;
        text.pixels = pages.at(1).pixels;
        text.words = {{.text = u"Hạnh"_qs, .box = QRect(5, 5, 30, 10), .confidence = 90}};
        with.texts = {{pages.at(1).digest, text}};
        const QList<MadeCopy> copies = made({with});
        QVERIFY(copies.constFirst().file);
        QFile file(m_folder->filePath(u"copy.pdf"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytesOf(copies.constFirst())) > 0);
        file.close();
        QProcess reader;
        reader.start(u"pdftotext"_qs, {u"-f"_qs, u"2"_qs, u"-l"_qs, u"2"_qs, file.fileName(), u"-"_qs});
        QVERIFY(reader.waitForFinished());
        QCOMPARE(QString::fromUtf8(reader.readAllStandardOutput()).trimmed(), u"Hạnh"_qs);
    }

    void itIsSignedWhereThereIsSomebodyTo_data()
    {
        QTest::addColumn<bool>("hasTime"); // an authority is set up; it never answers
        QTest::newRow("nobody vouches for the time") << false;
        QTest::newRow("who vouches for the time cannot be reached") << true;
    }
    void itIsSignedWhereThereIsSomebodyTo()
    {
        QFETCH(bool, hasTime);
        CopySigner signer{.signer = m_bench.signer(), .name = u"Ksor H’Lan"_qs};
        if (hasTime) {
            signer.timestamper = [](const QByteArray &) { return Result<QByteArray>(Error{ErrorCode::TimestampFailed, {}}); };
        }
        const QDateTime before = vietnamTime(QDateTime::currentSecsSinceEpoch() * 1000);
        const QList<MadeCopy> copies = made({order(u"p"_qs, {scannedPage(*m_place, 1)})}, signer);
        QVERIFY(copies.constFirst().file);
        QVERIFY(!copies.constFirst().unsignedBecause);
        QVERIFY(bytesOf(copies.constFirst()).contains("ETSI.CAdES.detached"));
        const auto signature = copies.constFirst().file->signature;
        QVERIFY(signature);
        QCOMPARE(signature->by, u"Ksor H’Lan"_qs);
        QVERIFY(signature->at >= before && signature->at <= before.addSecs(60));
        QCOMPARE(*PaperFile::fromJson(copies.constFirst().file->toJson()), *copies.constFirst().file);
    }

    void aSignerThatFailsCostsTheSignatureAndNotTheCopy()
    {
        const CopySigner signer{.signer = std::make_shared<AbsentSigner>(m_bench.signer()->certificates()), .name = u"Ksor H’Lan"_qs};
        const QList<MadeCopy> copies = made({order(u"p"_qs, {scannedPage(*m_place, 1)})}, signer);
        QVERIFY(copies.constFirst().file);
        QVERIFY(copies.constFirst().unsignedBecause);
        QCOMPARE(copies.constFirst().unsignedBecause->code, ErrorCode::Cancelled);
        QVERIFY(!copies.constFirst().file->signature);
        QVERIFY(bytesOf(copies.constFirst()).contains(jpegOf(1)));
    }

    void whatOneLacksCostsTheOthersNothing_data()
    {
        QTest::addColumn<QString>("lack");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no page") << u"none"_qs << ErrorCode::Invalid;
        QTest::newRow("all of them are left out") << u"blank"_qs << ErrorCode::Invalid;
        QTest::newRow("one is not there") << u"missing"_qs << ErrorCode::AttachmentMissing;
        QTest::newRow("one of another size than it says") << u"size"_qs << ErrorCode::Invalid;
    }
    void whatOneLacksCostsTheOthersNothing()
    {
        QFETCH(QString, lack);
        QFETCH(ErrorCode, code);
        QList<PaperPage> pages{scannedPage(*m_place, 1), scannedPage(*m_place, 2)};
        if (lack == u"none") {
            pages.clear();
        } else if (lack == u"blank") {
            pages[0].isBlank = pages[1].isBlank = true;
        } else if (lack == u"missing") {
            QVERIFY(loseSealed(*m_place, pages.at(1).attachment));
        } else {
            pages[0].pixels = {600, 800};
        }
        const QList<MadeCopy> copies = made({order(u"a"_qs, {scannedPage(*m_place, 3)}), order(u"b"_qs, pages), order(u"c"_qs, {scannedPage(*m_place, 4)})});
        QCOMPARE(copies.size(), 3);
        QVERIFY(copies.at(0).file && copies.at(2).file);
        QVERIFY(!copies.at(1).file);
        QCOMPARE(copies.at(1).file.error().code, code);
        QCOMPARE(copies.at(1).paper, u"b"_qs);
        QVERIFY(bytesOf(copies.at(2)).contains(jpegOf(4)));
    }

    void aFullDiskIsTold()
    {
        const CopyOrder one = order(u"p"_qs, {scannedPage(*m_place, 1)});
        m_files->failAt(1, ErrorCode::DiskFull, true);
        const QList<MadeCopy> copies = made({one});
        QVERIFY(!copies.constFirst().file);
        QCOMPARE(copies.constFirst().file.error().code, ErrorCode::DiskFull);
    }
};

QTEST_MAIN(tst_MakeCopies)
#include "tst_MakeCopies.moc"
