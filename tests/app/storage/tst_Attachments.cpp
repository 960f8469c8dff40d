// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Attachments.h"

#include <QDateTime>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::storage;

namespace {

/** The system's files, of which the step counted down to fails. */
class FailingFiles : public FileOperations
{
public:
    int failAt = 0;
    int steps = 0;

    Result<std::unique_ptr<OutputFile>> create(const QString &path) override
    {
        if (fails()) {
            return Error{ErrorCode::DiskFull, {}};
        }
        Result<std::unique_ptr<OutputFile>> file = m_system->create(path);
        if (!file) {
            return file;
        }
        return Result<std::unique_ptr<OutputFile>>(std::make_unique<File>(*this, std::move(*file)));
    }
    Result<> rename(const QString &from, const QString &to) override { return fails() ? Result<>(Error{ErrorCode::DiskFull, {}}) : m_system->rename(from, to); }
    Result<> syncFolder(const QString &folder) override { return fails() ? Result<>(Error{ErrorCode::DiskFull, {}}) : m_system->syncFolder(folder); }
    Result<> remove(const QString &path) override { return m_system->remove(path); }

private:
    class File : public OutputFile
    {
    public:
        File(FailingFiles &owner, std::unique_ptr<OutputFile> file)
            : m_owner(owner)
            , m_file(std::move(file))
        {
        }
        Result<> write(QByteArrayView bytes) override { return m_owner.fails() ? Result<>(Error{ErrorCode::DiskFull, {}}) : m_file->write(bytes); }
        Result<> sync() override { return m_owner.fails() ? Result<>(Error{ErrorCode::DiskFull, {}}) : m_file->sync(); }
        Result<> close() override { return m_owner.fails() ? Result<>(Error{ErrorCode::DiskFull, {}}) : m_file->close(); }

    private:
        FailingFiles &m_owner;
        std::unique_ptr<OutputFile> m_file;
    };

    bool fails() { return ++steps == failAt; }

    std::shared_ptr<FileOperations> m_system = FileOperations::ofSystem();
};

} // namespace

class tst_Attachments : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FailingFiles> m_files;

    [[nodiscard]] Attachments attachments() const
    {
        return Attachments(m_folder->filePath(QStringLiteral("blobs")), security::SecretBytes::copyOf(QByteArray(32, 'n')), m_files);
    }
    [[nodiscard]] QStringList onDisk() const { return QDir(m_folder->filePath(QStringLiteral("blobs"))).entryList(QDir::Files); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = std::make_shared<FailingFiles>();
    }

    void givesBackWhatWasKept_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("nothing") << qsizetype{0};
        QTest::newRow("one byte") << qsizetype{1};
        QTest::newRow("one whole piece") << Attachments::PieceSize;
        QTest::newRow("a piece and a byte") << Attachments::PieceSize + 1;
        QTest::newRow("many pieces") << Attachments::PieceSize * 3 + 77;
    }

    void givesBackWhatWasKept()
    {
        QFETCH(qsizetype, size);
        const QByteArray plain = QByteArray("canary").repeated(size / 6 + 1).left(size);
        const auto kept = attachments().keep(plain);
        QVERIFY(kept);
        const auto reference = AttachmentReference::fromString(kept->toString());
        QVERIFY(reference);
        QCOMPARE(reference->key, kept->key);
        QCOMPARE(*attachments().read(kept->toString()), plain);
        QFile blob(attachments().pathOf(kept->name));
        QVERIFY(blob.open(QIODevice::ReadOnly));
        QVERIFY(!blob.readAll().contains("canary"));
    }

    void sameBytesTwiceAreTwoBlobsAndBothOpen()
    {
        const auto one = attachments().keep("x");
        const auto two = attachments().keep("x");
        QVERIFY(one->name != two->name);
        QCOMPARE(*attachments().read(*one), "x");
        QCOMPARE(*attachments().read(*two), "x");
    }

    void missingBlobSaysSo()
    {
        const auto kept = attachments().keep("x");
        QFile::remove(attachments().pathOf(kept->name));
        QVERIFY(!attachments().exists(*kept));
        QCOMPARE(attachments().read(*kept).error().code, ErrorCode::AttachmentMissing);
    }

    void damagedBlobDoesNotOpen_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"flipped", "cut off", "one piece less", "longer", "pieces swapped"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }

    void damagedBlobDoesNotOpen()
    {
        QFETCH(QString, what);
        const auto kept = attachments().keep(QByteArray(Attachments::PieceSize * 3, 'x'));
        QFile blob(attachments().pathOf(kept->name));
        QVERIFY(blob.open(QIODevice::ReadWrite));
        QByteArray bytes = blob.readAll();
        constexpr qsizetype Sealed = Attachments::PieceSize + 16;
        if (what == u"flipped") {
            bytes[5000] = static_cast<char>(bytes[5000] ^ 4);
        } else if (what == u"cut off") {
            bytes.chop(1);
        } else if (what == u"one piece less") {
            bytes.chop(Sealed);
        } else if (what == u"longer") {
            bytes.append('x');
        } else {
            bytes = bytes.left(8) + bytes.mid(8 + Sealed, Sealed) + bytes.mid(8, Sealed) + bytes.mid(8 + 2 * Sealed);
        }
        blob.resize(0);
        blob.seek(0);
        blob.write(bytes);
        blob.close();
        QCOMPARE(attachments().read(*kept).error().code, ErrorCode::AttachmentDamaged);
    }

    void anyStepThatFailsLeavesNoBlobAndSaysWhy()
    {
        QVERIFY(attachments().keep(QByteArray(Attachments::PieceSize * 2, 'x')));
        const int steps = std::exchange(m_files->steps, 0);
        QVERIFY(steps >= 7); // open, head, two pieces, fsync, close, rename, folder
        for (int step = 1; step <= steps; ++step) {
            init();
            m_files->failAt = step;
            const auto kept = attachments().keep(QByteArray(Attachments::PieceSize * 2, 'x'));
            QVERIFY(!kept);
            QCOMPARE(kept.error().code, ErrorCode::DiskFull);
            QVERIFY(onDisk().filter(QStringLiteral(".part")).isEmpty());
            QVERIFY(step == steps || onDisk().isEmpty());
            QVERIFY(attachments().keep("again"));
        }
    }

    void sweepsOnlyWhatIsOldAndUnnamed()
    {
        const auto named = attachments().keep("named");
        const auto orphan = attachments().keep("orphan");
        QFile unfinished(m_folder->filePath(QStringLiteral("blobs/") + QString(64, u'a') + QStringLiteral(".mca.part")));
        QVERIFY(unfinished.open(QIODevice::WriteOnly));
        unfinished.close();
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        QCOMPARE(*attachments().sweep({named->name}, now - 60'000), 0);
        QCOMPARE(*attachments().sweep({named->name}, now + 60'000), 2);
        QVERIFY(attachments().exists(*named));
        QVERIFY(!attachments().exists(*orphan));
        QVERIFY(!unfinished.exists());
    }

    void textThatIsNoReferenceIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const QString hex(64, u'a');
        for (const QString &text : {QString(), QStringLiteral("a1.."), QStringLiteral("a2.") + hex + u'.' + hex + QStringLiteral(".5"),
                 QStringLiteral("a1.") + hex + u'.' + hex + QStringLiteral(".-5"), QStringLiteral("a1.") + hex + u'.' + hex + QStringLiteral(".99999999999"),
                 QStringLiteral("a1.../../etc.x.5"), QStringLiteral("a1.") + QString(64, u'g') + u'.' + hex + QStringLiteral(".5")}) {
            QTest::newRow(qPrintable(text)) << text;
        }
    }

    void textThatIsNoReferenceIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!AttachmentReference::fromString(text));
        QCOMPARE(attachments().read(text).error().code, ErrorCode::AttachmentDamaged);
    }
};

QTEST_GUILESS_MAIN(tst_Attachments)
#include "tst_Attachments.moc"
