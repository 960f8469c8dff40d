// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/ExportReader.h"
#include "models/journal/ExportWriter.h"

#include "tests/models/journal/Author.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>

#include <memory>
#include <random>

using namespace motcua;
using namespace motcua::journal;

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray publicKey(EVP_PKEY *key)
{
    QByteArray bytes(32, '\0');
    std::size_t size = 32;
    EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(bytes.data()), &size);
    return bytes;
}

QByteArray signature(EVP_PKEY *key, const QByteArray &message)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    QByteArray bytes(64, '\0');
    std::size_t size = 64;
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key);
    EVP_DigestSign(
        context.get(), reinterpret_cast<unsigned char *>(bytes.data()), &size, raw(message), static_cast<std::size_t>(message.size()));
    return bytes;
}

bool isSigned(const LogHead &head)
{
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(head.publicKey), 32), EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const QByteArray message = LogHead::signedBytes(head.last, head.hash);
    return key != nullptr && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), raw(head.signature), 64, raw(message), static_cast<std::size_t>(message.size())) == 1;
}

Result<ExportTrailer> readAll(const QByteArray &bytes, qsizetype piece, QList<ExportRecord> *records = nullptr)
{
    ExportReader reader;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(bytes.mid(at, piece));
        for (;;) {
            const auto record = reader.next();
            if (!record) {
                return record.error();
            }
            if (!record->has_value()) {
                break;
            }
            if (records != nullptr) {
                records->append(**record);
            }
        }
    }
    return reader.finish(isSigned);
}

} // namespace

class tst_VerifyExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The system's interpreter: a version switcher in front of it would cost more than the check itself.
        m_python = QFile::exists(u"/usr/bin/python3"_qs) ? u"/usr/bin/python3"_qs : QStandardPaths::findExecutable(u"python3"_qs);
        QVERIFY(!m_python.isEmpty());
        Author desk('d');
        Author other('o');
        desk.write(desk.origin(), "origin.started",
            {{u"reason"_qs, u"new"_qs}, {u"publicKey"_qs, QString::fromLatin1(publicKey(m_key.get()).toBase64())}});
        const Entry first = desk.write(testId('s'), "dossier.noted", {{u"text"_qs, u"Một ghi chú bịa"_qs}}, {}, 1'795'000'000'000);
        const Entry second = other.write(
            testId('s'), "dossier.noted", {{u"text"_qs, u"Ghi chú khác"_qs}}, {first.header.key}, 1'795'000'000'001);
        desk.write(testId('s'), "dossier.teleported", {}, {first.header.key, second.header.key}, 1'795'000'000'002);
        ExportWriter writer;
        m_bytes = writer.begin();
        const QList<Entry> log = desk.log + other.log;
        for (const Entry &entry : log) {
            ExportRecord record{entry.headerBytes, ExportRecord::Presence::Present, entry.payload};
            if (entry.header.kind == "dossier.teleported") {
                record = {entry.headerBytes, ExportRecord::Presence::Purged, {}};
            }
            const auto bytes = writer.record(record);
            QVERIFY(bytes);
            m_bytes += *bytes;
            m_records.append(record);
        }
        const auto end = writer.end([this](const LogHead &head) -> Result<LogHead> {
            LogHead vouched = head;
            vouched.publicKey = publicKey(m_key.get());
            vouched.signature = signature(m_key.get(), LogHead::signedBytes(head.last, head.hash));
            return vouched;
        });
        QVERIFY(end);
        m_bytes += *end;
    }

    void theReaderHandsBackWhatWasWritten()
    {
        for (const qsizetype piece : {qsizetype{1}, qsizetype{7}, qsizetype{64}, m_bytes.size()}) {
            QList<ExportRecord> records;
            const auto trailer = readAll(m_bytes, piece, &records);
            QVERIFY(trailer);
            QCOMPARE(records, m_records);
            QCOMPARE(trailer->heads.size(), 2);
            QCOMPARE(trailer->heads.at(0).last, (EntryKey{testId('d'), 3}));
        }
    }

    // A part of it is read by itself where each record begins is known.
    void aPartOfItIsRead()
    {
        qsizetype at = ExportReader::BeginSize;
        for (qsizetype i = 0; i < m_records.size(); ++i) {
            const qsizetype size = ExportReader::sizeOf(m_records[i]);
            const auto one = ExportReader::recordsIn(QByteArrayView(m_bytes).sliced(at, size));
            QVERIFY(one);
            QCOMPARE(*one, QList<ExportRecord>{m_records[i]});
            for (qsizetype part = 1; part < size; ++part) {
                QCOMPARE(ExportReader::recordsIn(QByteArrayView(m_bytes).sliced(at, part)).error().code, ErrorCode::EntryMalformed);
            }
            at += size;
        }
        QCOMPARE(*ExportReader::recordsIn(QByteArrayView(m_bytes).sliced(ExportReader::BeginSize, at - ExportReader::BeginSize)), m_records);
        QCOMPARE(ExportReader::recordsIn(QByteArrayView(m_bytes).sliced(at, 30)).error().code, ErrorCode::EntryMalformed); // the trailer
    }

    void theReaderRefusesEveryFlippedBit()
    {
        for (qsizetype at = 0; at < m_bytes.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray changed = m_bytes;
                changed[at] = static_cast<char>(changed.at(at) ^ (1 << bit));
                QVERIFY2(!readAll(changed, changed.size()), qPrintable(u"byte %1 bit %2"_qs.arg(at).arg(bit)));
            }
        }
    }

    void theReaderRefusesEveryTruncationAndExtension()
    {
        for (qsizetype size = 0; size < m_bytes.size(); ++size) {
            QVERIFY(!readAll(m_bytes.first(size), 4096));
        }
        QVERIFY(!readAll(m_bytes + '\0', 4096));
        QCOMPARE(readAll(m_bytes.first(m_bytes.size() - 1), 4096).error().code, ErrorCode::FileTruncated);
        QCOMPARE(readAll("PK\x03\x04 something else", 4096).error().code, ErrorCode::FileUnreadable);
    }

    void theWriterRefusesWhatNoReaderWouldTake()
    {
        Author a('a');
        a.write(testId('s'), "dossier.noted", {});
        a.write(testId('s'), "dossier.noted", {});
        Author b('b');
        b.write(testId('s'), "dossier.noted", {});
        const auto present = [](const Entry &entry) {
            return ExportRecord{entry.headerBytes, ExportRecord::Presence::Present, entry.payload};
        };
        ExportWriter writer;
        (void)writer.begin();
        QCOMPARE(writer.record(present(a.log.at(1))).error().code, ErrorCode::ChainBroken);
        ExportWriter second;
        (void)second.begin();
        QVERIFY(second.record(present(b.log.at(0))));
        QCOMPARE(second.record(present(a.log.at(0))).error().code, ErrorCode::Invalid);
        QCOMPARE(
            second.record({b.log.at(0).headerBytes, ExportRecord::Presence::Purged, b.log.at(0).payload}).error().code, ErrorCode::Invalid);
    }

    void aStrangerVerifiesIt()
    {
        const auto [code, words] = verified(m_bytes);
        QCOMPARE(words, QByteArray("verified: 2 logs, 4 entries, 1 without payload, 0 logs unsigned\n"));
        QCOMPARE(code, 0);
    }

    void aStrangerRefusesAFlippedBit()
    {
        // Every eighth byte or so over header, salt, payload and trailer, another bit each time: more than 200 places.
        std::mt19937 random(11);
        const qsizetype step = std::max<qsizetype>(1, m_bytes.size() / 230);
        int refused = 0;
        for (qsizetype at = 0; at < m_bytes.size(); at += step) {
            QByteArray changed = m_bytes;
            changed[at] = static_cast<char>(changed.at(at) ^ (1 << (random() % 8)));
            const auto [code, words] = verified(changed);
            QVERIFY2(code == 1 && words.startsWith("NOT VERIFIED: "), qPrintable(u"byte %1: "_qs.arg(at) + QString::fromUtf8(words)));
            ++refused;
        }
        QVERIFY(refused >= 200);
    }

    void aStrangerDoesNotTrustTheChecksumAlone()
    {
        // A forger mends the last 32 bytes; chain, payload hashes and signatures must still refuse.
        for (qsizetype at = 8; at < m_bytes.size() - 32; at += 97) {
            QByteArray changed = m_bytes.first(m_bytes.size() - 32);
            changed[at] = static_cast<char>(changed.at(at) ^ 1);
            changed += sha256(changed);
            const auto [code, words] = verified(changed);
            const bool says = words.startsWith("NOT VERIFIED: ") && !words.contains("bytes were changed");
            // Which kind of absence is claimed is the exporter's word and nobody signs it.
            QVERIFY2(
                (code == 1 && says) || words.contains("without payload"), qPrintable(u"byte %1: "_qs.arg(at) + QString::fromUtf8(words)));
        }
    }

    void anUnsignedLogIsSaidToBe()
    {
        Author author('u');
        author.write(testId('s'), "dossier.noted", {});
        ExportWriter writer;
        QByteArray bytes = writer.begin();
        bytes += *writer.record({author.log.at(0).headerBytes, ExportRecord::Presence::Withheld, {}});
        bytes += *writer.end([](const LogHead &head) { return head; });
        QVERIFY(readAll(bytes, 4096));
        QCOMPARE(verified(bytes).second, QByteArray("verified: 1 logs, 1 entries, 1 without payload, 1 logs unsigned\n"));
        QCOMPARE(verified(bytes, {u"--signed"_qs}).first, 1);
    }

private:
    QPair<int, QByteArray> verified(const QByteArray &bytes, const QStringList &options = {})
    {
        const QString path = m_folder.filePath(u"export.mcj"_qs);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            return {-1, {}};
        }
        file.close();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(m_python, QStringList{u"-S"_qs, QStringLiteral(MOTCUA_VERIFIER), path} + options);
        process.waitForFinished();
        return {process.exitCode(), process.readAll()};
    }

    QTemporaryDir m_folder;
    QString m_python;
    Key m_key{EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free};
    QByteArray m_bytes;
    QList<ExportRecord> m_records;
};

QTEST_GUILESS_MAIN(tst_VerifyExport)
#include "tst_VerifyExport.moc"
