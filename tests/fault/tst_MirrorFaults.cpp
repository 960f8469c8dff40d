// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/JournalMirror.h"
#include "app/storage/SyncQueries.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"
#include "tests/fault/FaultProxy.h"
#include "tests/support/IssuedCertificate.h"

#include <QElapsedTimer>
#include <QTest>

using namespace motcua;
using namespace motcua::centre;
using namespace motcua::testsupport;
using storage::Desk;
using storage::Store;
using sync::SyncScene;

namespace {

/** MOTCUA_FAULT_POSITIONS of the environment; 10 without it. */
int wantedPositions()
{
    const int set = qEnvironmentVariableIntValue("MOTCUA_FAULT_POSITIONS");
    return set > 0 ? set : 10;
}

constexpr int PatienceMs = 400;
constexpr int Tries = 20;

QString told(const Result<> &result)
{
    return result ? QStringLiteral("done") : errorName(result.error().code) + u' ' + result.error().detail;
}

} // namespace

/**
 * The line between a gateway and its database breaks in fourteen ways at every tenth of what goes over it: nothing is said to be there that is not, whoever
 * waits is told within a time, and afterwards everything is there once.
 */
class tst_MirrorFaults : public QObject
{
    Q_OBJECT

private:
    struct Cost
    {
        qint64 up = 0;
        qint64 down = 0;
    };

    /** Something new to be kept: dossiers, notes, and a paper with its scan. */
    void record()
    {
        const int first = ++m_rounds * 10;
        m_scene.accept(*m_gateway, 9, first, 2);
        m_scene.note(*m_gateway, 9, first, 30, 2);
        m_papers.append(*storage::AttachmentReference::fromString(m_scene.addPaper(*m_gateway, 9, first, SyncScene::scan(150'000 + m_rounds))));
    }
    [[nodiscard]] DatabaseAccess access(quint16 port) const
    {
        DatabaseAccess access = m_server.access(QStringLiteral("house"));
        access.address = QStringLiteral("postgresql://house@localhost:%1/house").arg(port);
        access.authority = m_folder.filePath(QStringLiteral("ca.pem"));
        access.house = m_house;
        access.key = Desk::key('p');
        access.patienceMs = PatienceMs;
        return access;
    }
    [[nodiscard]] std::unique_ptr<JournalMirror> mirror(const Store &store, quint16 port) const
    {
        return std::make_unique<JournalMirror>(store, access(port), MirrorOptions{.storeKey = std::make_shared<const security::SecretBytes>(Desk::key()), .store = Desk().options(), .settings = {}});
    }
    /** What of the log the server itself has. */
    [[nodiscard]] quint64 kept()
    {
        CentreJournal straight(access(static_cast<quint16>(m_server.port())));
        const auto vector = straight.vector();
        return vector ? vector->highest(m_gateway->origin()) : 0;
    }

    test::PostgresBench m_server;
    QTemporaryDir m_folder;
    SyncScene m_scene;
    std::optional<Store> m_gateway;
    Id m_house;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<JournalMirror> m_mirror;
    QList<storage::AttachmentReference> m_papers;
    Cost m_cost;
    int m_rounds = 0;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        const IssuedCertificate authority(IssuedCertificate::authority("database"));
        const IssuedCertificate server({.name = "database"}, &authority);
        QFile file(m_folder.filePath(QStringLiteral("ca.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(authority.pem()) > 0);
        file.close();
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        m_server.stop();
        m_server.secure(server.pem(), server.keyPem());
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        (void)m_server.database(QStringLiteral("house"));
        m_proxy = std::make_unique<FaultProxy>(static_cast<quint16>(m_server.port()));
        m_house = Id::v7(1, QByteArray(10, 'h'));
        QCOMPARE(*CentreJournal::establish(access(static_cast<quint16>(m_server.port())), m_house, false), m_house);
        m_gateway = m_scene.desk(9);
        m_mirror = mirror(*m_gateway, m_proxy->port());
        const Result<> taken = m_mirror->take();
        QVERIFY2(taken, qPrintable(told(taken)));
        record();
        const Result<> settled = m_mirror->settle();
        QVERIFY2(settled, qPrintable(told(settled)));
        // What one round costs, and of what a new connection costs beside it.
        record();
        m_proxy->arm({});
        QVERIFY(m_mirror->settle()); // the connection from before was thrown out
        m_cost = {m_proxy->count().up, m_proxy->count().down};
        QVERIFY(m_cost.up > 150'000);
    }

    void theLineBreaks_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("position");
        const int positions = wantedPositions();
        for (int row = 0; row < static_cast<int>(ProxyFault::Table.size()); ++row) {
            for (int position = 0; position < positions; ++position) {
                QTest::addRow("%s, %d of %d", ProxyFault::Table.at(static_cast<std::size_t>(row)).name, position, positions) << row << position;
            }
        }
    }
    void theLineBreaks()
    {
        QFETCH(int, row);
        QFETCH(int, position);
        const ProxyFault::Row &fault = ProxyFault::Table.at(static_cast<std::size_t>(row));
        record();
        const qint64 all = fault.way == ProxyFault::Way::Up ? m_cost.up : m_cost.down;
        m_proxy->arm({.kind = fault.kind, .way = fault.way, .at = all * position / wantedPositions()});
        Result<> settled = Error{ErrorCode::Internal, {}};
        int tries = 0;
        QElapsedTimer took;
        for (; tries < Tries && !settled; ++tries) {
            took.start();
            settled = m_mirror->settle();
            // Whoever asked is answered: three connections that are not made, or answers that do not come.
            QVERIFY2(took.elapsed() < 10'000, qPrintable(told(settled)));
            const quint64 there = kept();
            if (settled) {
                QCOMPARE(there, SyncScene::held(*m_gateway, m_gateway->origin()));
                break;
            }
            // A bit of the handshake that is another may be one of the server's certificate.
            QVERIFY2(settled.error().code == ErrorCode::DatabaseUnreachable || (fault.kind == ProxyFault::Kind::ChangedDown && settled.error().code == ErrorCode::DatabaseRefused), qPrintable(told(settled)));
            if (fault.lasts) {
                m_proxy->mend();
            }
        }
        QVERIFY2(settled, qPrintable(told(settled)));
        QVERIFY2(!fault.isHarmless || tries == 0, "it may not fail by this");
        m_proxy->arm({});
    }

    void everythingIsThereOnce()
    {
        const Store other = m_scene.hub(QStringLiteral("other"));
        const auto straight = mirror(other, static_cast<quint16>(m_server.port()));
        const auto pulled = straight->pull();
        QVERIFY(pulled);
        QCOMPARE(SyncScene::log(other, m_gateway->origin()), SyncScene::log(*m_gateway, m_gateway->origin()));
        const auto database = *Postgres::open(access(static_cast<quint16>(m_server.port())));
        QCOMPARE(database->run("SELECT count(*) FROM motcua.entry")->integer(0, 0), static_cast<qint64>(SyncScene::held(*m_gateway, m_gateway->origin())));
        QCOMPARE(database->run("SELECT count(DISTINCT name) FROM motcua.chunk")->integer(0, 0), m_papers.size());
        QCOMPARE(database->run("SELECT count(*) FROM (SELECT name FROM motcua.chunk GROUP BY name HAVING max(at + length(bytes)) <> sum(length(bytes))) AS torn")->integer(0, 0), 0);
        for (int i = 0; i < m_papers.size(); ++i) {
            QVERIFY(*straight->fetchFile(m_papers[i]));
            QCOMPARE(*other.attachments().read(m_papers[i]), SyncScene::scan(150'001 + i));
        }
    }
};

QTEST_GUILESS_MAIN(tst_MirrorFaults)
#include "tst_MirrorFaults.moc"
