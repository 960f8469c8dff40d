// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/AttachmentParts.h"

#include "app/security/Random.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::storage;

namespace {

constexpr qint64 Piece = Attachments::PieceSize;
constexpr qint64 Chunk = AttachmentParts::ChunkPieces * Piece;

/** The system's files, of which the step counted down to fails. */
class FailingFiles : public FileOperations
{
public:
    int failAt = 0;
    int steps = 0;

    Result<std::unique_ptr<OutputFile>> create(const QString &path) override
    {
        return fails() ? Result<std::unique_ptr<OutputFile>>(Error{ErrorCode::DiskFull, {}}) : m_system->create(path);
    }
    Result<> rename(const QString &from, const QString &to) override { return fails() ? Error{ErrorCode::DiskFull, {}} : m_system->rename(from, to); }
    Result<> syncFolder(const QString &folder) override { return fails() ? Error{ErrorCode::DiskFull, {}} : m_system->syncFolder(folder); }
    Result<> remove(const QString &path) override { return m_system->remove(path); }

private:
    bool fails() { return ++steps == failAt; }

    std::shared_ptr<FileOperations> m_system = FileOperations::ofSystem();
};

} // namespace

class tst_AttachmentParts : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    Attachments folder(const char *name) const
    {
        return {m_folder.filePath(QString::fromLatin1(name)), security::SecretBytes::copyOf(QByteArray(32, 'n')), FileOperations::ofSystem()};
    }
    static QByteArray plain(qint64 size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (qint64 i = 0; i < size; ++i) {
            bytes[i] = static_cast<char>(i * 7 + i / 251);
        }
        return bytes;
    }
    /** Brings what is lacking; how many chunks that took. */
    static int bring(const AttachmentParts &from, const AttachmentParts &to, const AttachmentReference &reference)
    {
        int chunks = 0;
        for (qint64 at = to.held(reference); at < AttachmentParts::sealedSize(reference); ++chunks) {
            const auto held = to.take(reference, at, *from.chunk(reference, at));
            if (!held) {
                return -1;
            }
            at = *held;
        }
        return chunks;
    }

private Q_SLOTS:
    void init()
    {
        for (const char *name : {"here", "there"}) {
            QDir(m_folder.filePath(QString::fromLatin1(name))).removeRecursively();
        }
    }

    void arrivesWhole_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<int>("chunks");
        QTest::newRow("empty") << qint64{0} << 1;
        QTest::newRow("a byte") << qint64{1} << 1;
        QTest::newRow("a piece") << Piece << 1;
        QTest::newRow("a piece and a byte") << Piece + 1 << 1;
        QTest::newRow("a chunk") << Chunk << 1;
        QTest::newRow("a chunk and a byte") << Chunk + 1 << 2;
        QTest::newRow("three chunks and a half") << 3 * Chunk + Chunk / 2 << 4;
    }
    void arrivesWhole()
    {
        QFETCH(qint64, size);
        QFETCH(int, chunks);
        const Attachments here = folder("here");
        const Attachments there = folder("there");
        const auto reference = here.keep(plain(size));
        QVERIFY(reference);
        QCOMPARE(AttachmentParts::sealedSize(*reference), QFileInfo(here.pathOf(reference->name)).size());
        QCOMPARE(AttachmentParts(there).held(*reference), 0);
        QCOMPARE(bring(AttachmentParts(here), AttachmentParts(there), *reference), chunks);
        QCOMPARE(*there.read(*reference), plain(size));
        QCOMPARE(AttachmentParts(there).held(*reference), AttachmentParts::sealedSize(*reference));
        QCOMPARE(QDir(there.folder()).entryList(QDir::Files).size(), 1); // no part is left
    }

    void goesOnWhereItStood()
    {
        const Attachments here = folder("here");
        const Attachments there = folder("there");
        const auto reference = here.keep(plain(3 * Chunk + 5));
        const AttachmentParts from(here);
        const QByteArray first = *from.chunk(*reference, 0);
        const qint64 second = first.size();
        {
            const AttachmentParts to(there);
            QCOMPARE(*to.take(*reference, 0, first), second);
            QCOMPARE(*to.take(*reference, second, *from.chunk(*reference, second)), AttachmentParts::endOf(*reference, second));
        }
        const AttachmentParts to(there); // as after the end of the program
        QCOMPARE(to.held(*reference), AttachmentParts::endOf(*reference, second));
        QCOMPARE(*to.take(*reference, 0, first), to.held(*reference)); // again, which changes nothing
        QVERIFY(!there.exists(*reference));
        QCOMPARE(bring(from, to, *reference), 2);
        QCOMPARE(*there.read(*reference), plain(3 * Chunk + 5));
    }

    void whatIsWrongIsNotKept_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a bit") << QStringLiteral("bit") << ErrorCode::AttachmentDamaged;
        QTest::newRow("a bit of the beginning") << QStringLiteral("magic") << ErrorCode::AttachmentDamaged;
        QTest::newRow("shorter") << QStringLiteral("short") << ErrorCode::Invalid;
        QTest::newRow("longer") << QStringLiteral("long") << ErrorCode::Invalid;
        QTest::newRow("another chunk of it") << QStringLiteral("swapped") << ErrorCode::AttachmentDamaged;
        QTest::newRow("a gap before it") << QStringLiteral("gap") << ErrorCode::Invalid;
        QTest::newRow("no chunk begins there") << QStringLiteral("between") << ErrorCode::Invalid;
        QTest::newRow("before the beginning") << QStringLiteral("before") << ErrorCode::Invalid;
        QTest::newRow("after the end") << QStringLiteral("after") << ErrorCode::Invalid;
        QTest::newRow("of another file") << QStringLiteral("other") << ErrorCode::AttachmentDamaged;
    }
    void whatIsWrongIsNotKept()
    {
        QFETCH(QString, what);
        const Attachments here = folder("here");
        const AttachmentParts to(folder("there"));
        const auto reference = here.keep(plain(3 * Chunk));
        const AttachmentParts from(here);
        qint64 at = 0;
        QByteArray chunk = *from.chunk(*reference, 0);
        const qint64 second = chunk.size();
        if (what == u"bit") {
            chunk[chunk.size() - 20] = static_cast<char>(chunk[chunk.size() - 20] ^ 1);
        } else if (what == u"magic") {
            chunk[3] = 'x';
        } else if (what == u"short") {
            chunk.chop(1);
        } else if (what == u"long") {
            chunk += 'x';
        } else if (what == u"swapped") {
            QVERIFY(to.take(*reference, 0, chunk));
            at = second;
            chunk = *from.chunk(*reference, AttachmentParts::endOf(*reference, second));
            QCOMPARE(chunk.size(), from.chunk(*reference, second)->size());
        } else if (what == u"gap") {
            at = second;
            chunk = *from.chunk(*reference, second);
        } else if (what == u"between") {
            QVERIFY(to.take(*reference, 0, chunk));
            at = second - 1;
        } else if (what == u"before") {
            at = -second;
        } else if (what == u"after") {
            at = AttachmentParts::sealedSize(*reference);
        } else {
            chunk = *from.chunk(*here.keep(plain(3 * Chunk)), 0);
        }
        const qint64 before = to.held(*reference);
        const auto taken = to.take(*reference, at, chunk);
        QVERIFY(!taken);
        QTEST(taken.error().code, "code");
        QCOMPARE(to.held(*reference), before);
    }

    void aStepOfTheDiskThatFailsLosesNothing()
    {
        const Attachments here = folder("here");
        const auto reference = here.keep(plain(2 * Chunk + 1));
        int tries = 0;
        for (int failAt = 1;; ++failAt) {
            init();
            const auto kept = here.keep(plain(2 * Chunk + 1));
            const auto files = std::make_shared<FailingFiles>();
            files->failAt = failAt;
            const Attachments there = folder("there");
            const AttachmentParts to(there, files);
            tries += bring(AttachmentParts(here), to, *kept) == -1;
            QVERIFY(bring(AttachmentParts(here), to, *kept) >= 0);
            QCOMPARE(*there.read(*kept), plain(2 * Chunk + 1));
            if (files->steps < failAt) {
                break;
            }
        }
        QVERIFY(tries >= 6);
        Q_UNUSED(reference)
    }

    void whatIsNotWholeIsNotGiven()
    {
        const Attachments here = folder("here");
        const auto reference = here.keep(plain(10));
        QCOMPARE(AttachmentParts(folder("there")).chunk(*reference, 0).error().code, ErrorCode::AttachmentMissing);
        QCOMPARE(AttachmentParts(here).chunk(*reference, 5).error().code, ErrorCode::Invalid);
    }
};

QTEST_GUILESS_MAIN(tst_AttachmentParts)
#include "tst_AttachmentParts.moc"
