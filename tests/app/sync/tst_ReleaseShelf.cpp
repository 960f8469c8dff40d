// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/ReleaseShelf.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::sync;

/** A release on its way to a desk: broken off anywhere it goes on, and only what was signed is ever whole. */
class tst_ReleaseShelf : public QObject
{
    Q_OBJECT

private:
    static constexpr qsizetype Chunk = SignedRelease::ChunkBytes;

    [[nodiscard]] SignedRelease release(const QByteArray &package, const char *version = "0.9.2") const
    {
        return SignedRelease::of({.version = QString::fromLatin1(version), .follows = QStringLiteral("0.0"), .schema = 14, .schemaFrom = 1, .bytes = package.size(),
                                     .sha256 = QCryptographicHash::hash(package, QCryptographicHash::Sha256), .madeMs = 1},
            m_key);
    }
    static QByteArray package(char letter = 'a')
    {
        QByteArray bytes;
        for (int i = 0; i < 5; ++i) {
            bytes += QByteArray(Chunk / 2 + 11, static_cast<char>(letter + i));
        }
        return bytes;
    }
    static bool isWhole(const ReleaseShelf &shelf, const SignedRelease &release, const QByteArray &package)
    {
        QFile file(shelf.path(release));
        return shelf.has(release) && file.open(QIODevice::ReadOnly) && file.readAll() == release.begin() + package;
    }

    security::SigningKey m_key = security::SigningKey::generate();

private Q_SLOTS:
    void comesInChunks()
    {
        const QTemporaryDir folder;
        const ReleaseShelf shelf(folder.filePath(QStringLiteral("update")));
        const QByteArray bytes = package();
        const SignedRelease one = release(bytes);
        QVERIFY(!shelf.has(one));
        QVERIFY(shelf.hasRoom(one));
        while (shelf.arrived(one) < bytes.size()) {
            const qint64 at = shelf.arrived(one);
            QVERIFY(shelf.add(one, bytes.mid(at, Chunk)));
            QVERIFY(shelf.arrived(one) > at);
            QVERIFY(!shelf.has(one));
        }
        QVERIFY(shelf.finish(one));
        QVERIFY(isWhole(shelf, one, bytes));
        // The next one takes its place.
        const SignedRelease next = release(package('q'), "0.9.3");
        QCOMPARE(shelf.arrived(next), 0);
        QVERIFY(!shelf.has(one));
        shelf.clear();
    }

    void goesOnWhereACrashLeftIt_data()
    {
        QTest::addColumn<qint64>("left");
        const qint64 begin = release(package()).begin().size();
        QTest::newRow("nothing of it") << qint64{0};
        QTest::newRow("half of its beginning") << begin / 2;
        QTest::newRow("its beginning") << begin;
        QTest::newRow("a part of the first chunk") << begin + 100;
        QTest::newRow("a part of the second") << begin + Chunk + 7;
        QTest::newRow("all but a byte") << begin + package().size() - 1;
        QTest::newRow("all") << begin + package().size();
        QTest::newRow("more than that") << begin + package().size() + 5;
    }

    void goesOnWhereACrashLeftIt()
    {
        QFETCH(qint64, left);
        const QTemporaryDir folder;
        const ReleaseShelf shelf(folder.path());
        const QByteArray bytes = package();
        const SignedRelease one = release(bytes);
        QVERIFY(shelf.add(one, bytes.first(Chunk)));
        QFile part(folder.filePath(QDir(folder.path()).entryList({QStringLiteral("*.part")}).value(0)));
        QVERIFY(part.open(QIODevice::WriteOnly));
        QVERIFY(part.write((one.begin() + bytes + "12345").first(left)) == left);
        part.close();
        while (shelf.arrived(one) < bytes.size()) {
            QVERIFY(shelf.add(one, bytes.mid(shelf.arrived(one), Chunk)));
        }
        QVERIFY(shelf.finish(one));
        QVERIFY(isWhole(shelf, one, bytes));
    }

    void whatIsNotSignedIsNeverWhole()
    {
        const QTemporaryDir folder;
        const ReleaseShelf shelf(folder.path());
        const QByteArray bytes = package();
        const SignedRelease one = release(bytes);
        QByteArray other = bytes;
        other[9] = 'X';
        for (qint64 at = 0; at < bytes.size(); at += Chunk) {
            QVERIFY(shelf.add(one, other.mid(at, Chunk)));
        }
        QVERIFY(!shelf.add(one, "x")); // longer than it says
        const Result<> finished = shelf.finish(one);
        QVERIFY(!finished);
        QCOMPARE(finished.error().code, ErrorCode::SignatureWrong);
        QVERIFY(!shelf.has(one));
        QCOMPARE(shelf.arrived(one), 0);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_ReleaseShelf)
#include "tst_ReleaseShelf.moc"
