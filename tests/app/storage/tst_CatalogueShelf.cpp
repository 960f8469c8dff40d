// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/CatalogueShelf.h"

#include "tests/app/storage/PublishedCatalogue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::storage;
using security::SignedCatalogue;

/** What lies beside the store is what the portal signed, or is not taken for it. */
class tst_CatalogueShelf : public QObject
{
    Q_OBJECT

    const PublishedCatalogue m_portal;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<CatalogueShelf> m_shelf;

    [[nodiscard]] QString folder() const { return m_dir->filePath(QStringLiteral("law")); }
    [[nodiscard]] QStringList files() const { return QDir(folder()).entryList(QDir::Files, QDir::Name); }
    void change(const QString &ending, char byte, qint64 at = 3) const
    {
        const QStringList found = QDir(folder()).entryList({u'*' + ending}, QDir::Files);
        QCOMPARE(found.size(), 1);
        QFile file(folder() + u'/' + found.constFirst());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at) && file.putChar(byte));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_shelf = std::make_unique<CatalogueShelf>(folder());
    }

    void isEmptyAtFirst()
    {
        QVERIFY(m_shelf->head() && !*m_shelf->head());
        QVERIFY(!QFile::exists(folder()));
    }

    void keepsTheOneThatCountsAndNoOther()
    {
        const QByteArray first = PublishedCatalogue::package(700'000, 'a');
        const QByteArray second = PublishedCatalogue::package(300'000, 'b');
        QVERIFY(m_shelf->keep(m_portal.of(first, 1), first));
        const SignedCatalogue head = m_portal.of(second, 2);
        QVERIFY(m_shelf->add(head, second.first(100)));
        QVERIFY(m_shelf->keep(head, second));
        QVERIFY(**m_shelf->head() == head);
        QCOMPARE(*m_shelf->package(head), second);
        QCOMPARE(files().size(), 2);
        QByteArray read;
        for (QByteArray chunk = *m_shelf->chunk(head, 0); !chunk.isEmpty(); chunk = *m_shelf->chunk(head, read.size())) {
            QVERIFY(chunk.size() <= CatalogueShelf::ChunkBytes);
            read += chunk;
        }
        QCOMPARE(read, second);
    }

    void keepsNothingThatWasNotSigned()
    {
        const QByteArray package = PublishedCatalogue::package(1'000);
        SignedCatalogue head = m_portal.of(package, 1);
        QCOMPARE(m_shelf->keep(head, PublishedCatalogue::package(1'000, 'z')).error().code, ErrorCode::SignatureWrong);
        head.edition = 2;
        QCOMPARE(m_shelf->keep(head, package).error().code, ErrorCode::SignatureWrong);
        QVERIFY(m_shelf->head() && !*m_shelf->head());
    }

    void whatWasChangedOnTheDiskIsNotTaken()
    {
        const QByteArray package = PublishedCatalogue::package(1'000);
        const SignedCatalogue head = m_portal.of(package, 1);
        QVERIFY(m_shelf->keep(head, package));
        change(QStringLiteral(".package"), '\x07');
        QCOMPARE(m_shelf->package(head).error().code, ErrorCode::SignatureWrong);
        QVERIFY(m_shelf->keep(head, package)); // put there anew
        QCOMPARE(*m_shelf->package(head), package);
        QFile file(folder() + QStringLiteral("/head.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray json = file.readAll();
        file.close();
        QVERIFY(json.contains("\"edition\": 1"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json.replace("\"edition\": 1", "\"edition\": 9")) > 0);
        file.close();
        QCOMPARE(m_shelf->head().error().code, ErrorCode::SignatureWrong);
    }

    void whatIsOnItsWayOutlivesTheProgram()
    {
        const QByteArray package = PublishedCatalogue::package(600'000);
        const SignedCatalogue head = m_portal.of(package, 1);
        QCOMPARE(m_shelf->arrived(head), 0);
        QVERIFY(m_shelf->add(head, package.first(400'000)));
        const CatalogueShelf again(folder());
        QCOMPARE(again.arrived(head), 400'000);
        QVERIFY(again.add(head, package.sliced(400'000)));
        QCOMPARE(*again.whole(head), package);
        QVERIFY(again.head() && !*again.head()); // nothing counts before it is kept
        again.discard();
        QCOMPARE(again.arrived(head), 0);
    }
};

QTEST_GUILESS_MAIN(tst_CatalogueShelf)
#include "tst_CatalogueShelf.moc"
