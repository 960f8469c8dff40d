// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreJournal.h"
#include "app/centre/CentreKeeper.h"
#include "app/centre/CentrePeer.h"
#include "app/centre/ReleaseTable.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QTest>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using sync::ReleaseOffer;
using sync::SignedRelease;
using sync::SyncScene;

/** Releases at a centre on a real server: the owner writes, desks read, and what was let go is known with who said so. */
class tst_ReleaseTable : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] DatabaseAccess owner() const
    {
        DatabaseAccess access = m_server.access(QStringLiteral("owner1"));
        access.house = m_house;
        access.key = Desk::key('p');
        return access;
    }
    static QByteArray package(const QString &version) { return QByteArray(600'000, 'p') + version.toLatin1(); }
    [[nodiscard]] SignedRelease release(const QString &version) const
    {
        const QByteArray bytes = package(version);
        return SignedRelease::of({.version = version, .follows = QStringLiteral("0.0"), .schema = 14, .schemaFrom = 1, .bytes = bytes.size(), .sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256), .madeMs = 1},
            m_key);
    }
    [[nodiscard]] Result<> published(Postgres &database, const QString &version, QByteArray bytes) const
    {
        QBuffer file(&bytes);
        (void)file.open(QIODevice::ReadOnly);
        return releasetable::publish(database, release(version), file, m_word);
    }
    static ErrorCode codeOf(const Result<> &result) { return result ? ErrorCode::Internal : result.error().code; }
    static QString loginOf(const DatabaseAccess &access) { return access.address.section(u'/', 2, 2).section(u'@', 0, 0); }

    security::SigningKey m_key = security::SigningKey::generate();
    test::PostgresBench m_server;
    Id m_house = Id::v7(1, QByteArray(10, 'h'));
    releasetable::Word m_word{Id::v7(2, QByteArray(10, 'w')), QStringLiteral("vì thế")};

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        (void)m_server.database(QStringLiteral("owner1"));
        QVERIFY(m_server.run("ALTER ROLE owner1 CREATEROLE"));
        QCOMPARE(*CentreJournal::establish(owner(), m_house, false, true), m_house);
    }

    void liesThereWholeOrNotAtAll()
    {
        const auto database = *Postgres::open(owner());
        QVERIFY(releasetable::offer(*database)->releases.isEmpty());
        const QString version = QStringLiteral("0.9.2");
        QCOMPARE(codeOf(published(*database, version, package(version).chopped(1))), ErrorCode::SignatureWrong);
        QCOMPARE(codeOf(published(*database, version, package(version) + 'x')), ErrorCode::SignatureWrong);
        QByteArray other = package(version);
        other[300'000] = 'q';
        QCOMPARE(codeOf(published(*database, version, other)), ErrorCode::SignatureWrong);
        QVERIFY(releasetable::offer(*database)->releases.isEmpty());
        QVERIFY(releasetable::chunk(*database, version, 0)->isEmpty());

        const Result<> done = published(*database, version, package(version));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        const Result<ReleaseOffer> offer = releasetable::offer(*database);
        QCOMPARE(offer->releases.size(), 1);
        QCOMPARE(offer->releases.constFirst().release, release(version));
        QVERIFY(!offer->releases.constFirst().ring && !offer->releases.constFirst().isHalted);
        QCOMPARE(offer->ring, FleetRing::All);
        QByteArray whole;
        while (whole.size() < package(version).size()) {
            const QByteArray chunk = *releasetable::chunk(*database, version, whole.size());
            QVERIFY(!chunk.isEmpty() && chunk.size() <= SignedRelease::ChunkBytes);
            whole += chunk;
        }
        QCOMPARE(whole, package(version));
        QVERIFY(releasetable::chunk(*database, version, 7)->isEmpty());
        // Neither the same nor an earlier one.
        QCOMPARE(codeOf(published(*database, version, package(version))), ErrorCode::Refused);
        QCOMPARE(codeOf(published(*database, QStringLiteral("0.9.1"), package(QStringLiteral("0.9.1")))), ErrorCode::Refused);
    }

    void goesByAPersonsWord()
    {
        const auto database = *Postgres::open(owner());
        const QString version = QStringLiteral("0.10.0");
        QVERIFY(published(*database, version, package(version)));
        const auto first = [&] { return releasetable::offer(*database)->releases.constFirst(); };
        QCOMPARE(first().release.head.version, version); // 0.10 is later than 0.9
        QVERIFY(releasetable::letGo(*database, version, {}, FleetRing::Pilot, m_word));
        QCOMPARE(first().ring, std::optional(FleetRing::Pilot));
        // Somebody else moved it meanwhile.
        QCOMPARE(codeOf(releasetable::letGo(*database, version, {}, FleetRing::Pilot, m_word)), ErrorCode::Refused);
        QCOMPARE(codeOf(releasetable::letGo(*database, version, FleetRing::First, FleetRing::All, m_word)), ErrorCode::Refused);
        QCOMPARE(codeOf(releasetable::letGo(*database, QStringLiteral("7.7"), {}, FleetRing::Pilot, m_word)), ErrorCode::NotFound);
        QCOMPARE(codeOf(releasetable::forget(*database, version, m_word)), ErrorCode::Refused);
        QVERIFY(releasetable::halt(*database, version, m_word));
        QVERIFY(first().isHalted);
        QVERIFY(releasetable::letGo(*database, version, FleetRing::Pilot, FleetRing::Pilot, m_word));
        QVERIFY(!first().isHalted);
        QCOMPARE(codeOf(releasetable::halt(*database, QStringLiteral("7.7"), m_word)), ErrorCode::NotFound);
        const auto words = database->run("SELECT word, person, reason FROM motcua.release_word WHERE version = $1 ORDER BY no", {version});
        QCOMPARE(words->size(), 4);
        QCOMPARE(words->text(2, 0), QStringLiteral("halt"));
        QCOMPARE(words->text(2, 1), m_word.person.toString());
        QCOMPARE(words->text(2, 2), m_word.reason);
        QVERIFY(releasetable::halt(*database, version, m_word));
        QVERIFY(releasetable::forget(*database, version, m_word));
        QVERIFY(releasetable::chunk(*database, version, 0)->isEmpty());
        QCOMPARE(releasetable::offer(*database)->releases.size(), 1);
    }

    void aDeskReadsAndWritesNothing()
    {
        const auto access = CentreKeeper(owner()).admit(QStringLiteral("Quầy 3"));
        const auto other = CentreKeeper(owner()).admit(QStringLiteral("Quầy 4"));
        const auto keeper = *Postgres::open(owner());
        QVERIFY(releasetable::setRing(*keeper, loginOf(*access), FleetRing::First));
        QVERIFY(releasetable::setRing(*keeper, loginOf(*access), FleetRing::Pilot));
        QCOMPARE(*releasetable::rings(*keeper), (QMap<QString, FleetRing>{{loginOf(*access), FleetRing::Pilot}}));
        const auto database = *Postgres::open(*access);
        const Result<ReleaseOffer> offer = releasetable::offer(*database);
        QVERIFY2(offer, offer ? "" : qPrintable(offer.error().detail));
        QCOMPARE(offer->ring, FleetRing::Pilot);
        QCOMPARE(offer->releases.size(), 1);
        QVERIFY(!releasetable::chunk(*database, QStringLiteral("0.9.2"), 0)->isEmpty());
        QCOMPARE(releasetable::offer(**Postgres::open(*other))->ring, FleetRing::All);
        for (const char *sql : {"INSERT INTO motcua.release(version, head, bytes) VALUES ('9.9', 'x', 1)", "UPDATE motcua.release SET ring = 2", "DELETE FROM motcua.release",
                 "UPDATE motcua.release_chunk SET bytes = 'x'", "INSERT INTO motcua.release_chunk(version, at, bytes) VALUES ('0.9.2', 9, 'x')", "UPDATE motcua.release_ring SET ring = 0",
                 "INSERT INTO motcua.release_ring(login, ring) VALUES ('x', 0)", "INSERT INTO motcua.release_word(version, word, person, reason) VALUES ('0.9.2', 'all', '', '')"}) {
            const Result<> done = database->script(sql);
            QVERIFY2(!done && done.error().code == ErrorCode::DatabaseRefused, sql);
        }
        SyncScene scene;
        CentrePeer peer(scene.desk(3), access->clone());
        QVERIFY(peer.releases());
        QCOMPARE(peer.releases()->offer().result()->ring, FleetRing::Pilot);
        QCOMPARE(peer.releases()->releaseChunk(QStringLiteral("0.9.2"), 0).result()->size(), SignedRelease::ChunkBytes);
    }

    void whatCannotBeReadHidesNoOther()
    {
        const auto database = *Postgres::open(owner());
        QVERIFY(database->script("INSERT INTO motcua.release(version, head, bytes) VALUES ('9.9.9', 'of a later program', 1)"));
        const Result<ReleaseOffer> offer = releasetable::offer(*database);
        QCOMPARE(offer->releases.size(), 1);
        QVERIFY(database->script("DELETE FROM motcua.release WHERE version = '9.9.9'"));
    }

    void aDatabaseThatWasNotUpgradedSaysSo()
    {
        const auto database = *Postgres::open(owner());
        QVERIFY(m_server.run("DROP TABLE motcua.release_word, motcua.release_ring, motcua.release_chunk, motcua.release", QStringLiteral("owner1")));
        const Result<ReleaseOffer> offer = releasetable::offer(*database);
        QVERIFY(!offer && offer.error().code == ErrorCode::DatabaseForeign);
        QVERIFY(offer.error().detail.contains(u"centre upgrade"));
    }
};

QTEST_GUILESS_MAIN(tst_ReleaseTable)
#include "tst_ReleaseTable.moc"
