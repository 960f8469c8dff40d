// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/CatalogueCourier.h"

#include "tests/app/storage/PublishedCatalogue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::sync;
using security::SignedCatalogue;
using storage::CatalogueShelf;
using storage::PublishedCatalogue;

namespace {

/** A portal that says what a test wants of it. */
class ScriptedSource final : public CatalogueSource
{
public:
    std::optional<SignedCatalogue> head = {};
    QByteArray package = {};
    int asked = 0;
    QList<qint64> chunks = {}; ///< that were asked for
    std::function<Heard<QByteArray>(qint64 at)> instead = {}; ///< of a chunk

    QFuture<Heard<std::optional<SignedCatalogue>>> current() override
    {
        ++asked;
        return QtFuture::makeReadyFuture(Heard<std::optional<SignedCatalogue>>(head));
    }
    QFuture<Heard<QByteArray>> chunk(qint64 edition, qint64 at) override
    {
        chunks.append(at);
        if (instead) {
            return QtFuture::makeReadyFuture(instead(at));
        }
        const bool isThere = head && edition == head->edition && at < package.size();
        return QtFuture::makeReadyFuture(Heard<QByteArray>(isThere ? package.mid(at, CatalogueShelf::ChunkBytes) : QByteArray()));
    }
};

constexpr qsizetype Size = 2 * CatalogueShelf::ChunkBytes + 1'000;

} // namespace

/** A desk goes by what its own portal signed, never by something older, and by nothing it could not work by. */
class tst_CatalogueCourier : public QObject
{
    Q_OBJECT

    const PublishedCatalogue m_portal;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<ScriptedSource> m_source;
    std::unique_ptr<CatalogueCourier> m_courier;
    std::unique_ptr<QSignalSpy> m_kept;
    std::unique_ptr<QSignalSpy> m_rested;
    std::unique_ptr<QSignalSpy> m_failed;
    Result<> m_check;

    [[nodiscard]] CatalogueShelf shelf() const { return CatalogueShelf(m_dir->path()); }
    void publish(const QByteArray &package, qint64 edition)
    {
        m_source->package = package;
        m_source->head = m_portal.of(package, edition);
    }
    void send(qint64 mostBytes = 32 * 1024 * 1024)
    {
        CatalogueErrand errand{.shelf = m_dir->path(), .portal = m_portal.portal, .portalKey = m_portal.key.publicKey(), .mostBytes = mostBytes};
        errand.check = [this](const QByteArray &) { return m_check; };
        m_courier = std::make_unique<CatalogueCourier>(m_source, std::move(errand));
        m_kept = std::make_unique<QSignalSpy>(m_courier.get(), &CatalogueCourier::kept);
        m_rested = std::make_unique<QSignalSpy>(m_courier.get(), &CatalogueCourier::rested);
        m_failed = std::make_unique<QSignalSpy>(m_courier.get(), &CatalogueCourier::failed);
        m_courier->begin();
    }
    /** "kept", "rested" or the name of the error; empty when nothing came. */
    [[nodiscard]] QString outcome() const
    {
        if (!QTest::qWaitFor([this] { return m_kept->count() + m_rested->count() + m_failed->count() > 0; }, 20'000)) {
            return {};
        }
        return m_kept->count() > 0 ? QStringLiteral("kept") : m_rested->count() > 0 ? QStringLiteral("rested") : errorName(m_failed->at(0).at(0).value<Error>().code);
    }
    [[nodiscard]] qint64 held() const
    {
        const auto head = shelf().head();
        return head && *head ? (*head)->edition : 0;
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_source = std::make_shared<ScriptedSource>();
        m_check = {};
    }
    void cleanup() { m_courier.reset(); }

    void fetchesWhatIsNewerPartByPart()
    {
        publish(PublishedCatalogue::package(Size), 5);
        send();
        QCOMPARE(outcome(), QStringLiteral("kept"));
        QCOMPARE(*shelf().package(*m_source->head), m_source->package);
        QCOMPARE(m_source->chunks, (QList<qint64>{0, CatalogueShelf::ChunkBytes, 2 * CatalogueShelf::ChunkBytes}));
    }

    void restsWhereNothingIsNewer()
    {
        send();
        QCOMPARE(outcome(), QStringLiteral("rested")); // none was published
        publish(PublishedCatalogue::package(Size), 5);
        QVERIFY(shelf().keep(*m_source->head, m_source->package));
        send();
        QCOMPARE(outcome(), QStringLiteral("rested"));
        QVERIFY(m_source->chunks.isEmpty());
    }

    void whatIsNoGoodChangesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("error");
        for (const auto &[what, error] : {std::pair("older", "Refused"), std::pair("the same edition with something else in it", "Refused"), std::pair("of another portal", "SignatureWrong"),
                 std::pair("in the name of this portal", "SignatureWrong"), std::pair("an edition that was not signed", "SignatureWrong"), std::pair("huge", "FileTooLarge"),
                 std::pair("a part too short", "AnswerMalformed"), std::pair("a part too long", "AnswerMalformed"), std::pair("gone meanwhile", "NotFound"),
                 std::pair("other bytes", "SignatureWrong"), std::pair("with a mistake", "CatalogueSchema"), std::pair("cut off", "NetCut")}) {
            QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(error);
        }
    }
    void whatIsNoGoodChangesNothing()
    {
        QFETCH(QString, what);
        QFETCH(QString, error);
        const QByteArray good = PublishedCatalogue::package(1'000, 'g');
        const SignedCatalogue here = m_portal.of(good, 7);
        QVERIFY(shelf().keep(here, good));
        publish(PublishedCatalogue::package(Size), 8);
        qint64 most = 32 * 1024 * 1024;
        const PublishedCatalogue other;
        if (what == u"older") {
            publish(m_source->package, 6);
        } else if (what.startsWith(u"the same")) {
            publish(m_source->package, 7);
        } else if (what == u"of another portal") {
            m_source->head = other.of(m_source->package, 8);
        } else if (what.startsWith(u"in the name")) {
            m_source->head->signature = other.key.sign(m_source->head->signedBytes());
        } else if (what.startsWith(u"an edition")) {
            m_source->head->edition = 9;
        } else if (what == u"huge") {
            most = Size - 1;
        } else if (what == u"a part too short") {
            m_source->instead = [this](qint64 at) { return Heard<QByteArray>(m_source->package.mid(at, 100)); };
        } else if (what == u"a part too long") {
            m_source->instead = [this](qint64 at) { return Heard<QByteArray>(m_source->package.mid(at)); };
        } else if (what == u"gone meanwhile") {
            m_source->instead = [this](qint64 at) { return Heard<QByteArray>(at == 0 ? m_source->package.first(CatalogueShelf::ChunkBytes) : QByteArray()); };
        } else if (what == u"other bytes") {
            m_source->package[Size / 2] = static_cast<char>(m_source->package.at(Size / 2) + 1);
        } else if (what == u"with a mistake") {
            m_check = Error{ErrorCode::CatalogueSchema, QStringLiteral("forms/x.json:1:1: no")};
        } else {
            m_source->instead = [](qint64) { return Heard<QByteArray>(PeerFailure{{ErrorCode::NetCut, {}}}); };
        }
        send(most);
        QCOMPARE(outcome(), error);
        QVERIFY(**shelf().head() == here);
        QCOMPARE(*shelf().package(here), good);
        if (what == u"other bytes") {
            QCOMPARE(shelf().arrived(*m_source->head), 0); // the next try begins anew
        }
        if (what == u"huge" || error == u"Refused" || what == u"of another portal") {
            QVERIFY(m_source->chunks.isEmpty()); // not one byte of it
        }
    }

    void goesOnWhereItStopped()
    {
        publish(PublishedCatalogue::package(Size), 5);
        m_source->instead = [this](qint64 at) {
            return at == 0 ? Heard<QByteArray>(m_source->package.first(CatalogueShelf::ChunkBytes)) : Heard<QByteArray>(PeerFailure{{ErrorCode::NetCut, {}}});
        };
        send();
        QCOMPARE(outcome(), QStringLiteral("NetCut"));
        m_courier.reset();
        m_source->instead = {};
        m_source->chunks.clear();
        send(); // another program
        QCOMPARE(outcome(), QStringLiteral("kept"));
        QCOMPARE(m_source->chunks.constFirst(), CatalogueShelf::ChunkBytes);
        QCOMPARE(*shelf().package(*m_source->head), m_source->package);
    }

    void whatWasFoundNoGoodIsNotFetchedTwice()
    {
        publish(PublishedCatalogue::package(Size), 5);
        m_check = Error{ErrorCode::CatalogueSchema, {}};
        send();
        QCOMPARE(outcome(), QStringLiteral("CatalogueSchema"));
        const qsizetype before = m_source->chunks.size();
        m_courier->begin();
        QTRY_COMPARE(m_failed->count(), 2);
        QCOMPARE(m_source->chunks.size(), before);
        // The next one is another matter.
        m_check = {};
        publish(PublishedCatalogue::package(Size, 'n'), 6);
        m_courier->hear(6);
        QTRY_COMPARE(m_kept->count(), 1);
        QCOMPARE(held(), 6);
    }

    void asksWhenItHearsOfANewerOneAndOnlyOnce()
    {
        publish(PublishedCatalogue::package(1'000), 5);
        send();
        QCOMPARE(outcome(), QStringLiteral("kept"));
        QCOMPARE(m_source->asked, 1);
        for (const qint64 edition : {0, 3, 5}) {
            m_courier->hear(edition);
        }
        QCOMPARE(m_source->asked, 1);
        m_courier->hear(6); // that is not there
        QTRY_COMPARE(m_rested->count(), 1);
        m_courier->hear(6);
        QCOMPARE(m_source->asked, 2);
        m_courier->setPaused(true);
        m_courier->hear(7);
        m_courier->begin();
        QCOMPARE(m_source->asked, 2);
        m_courier->setPaused(false);
        m_courier->hear(7);
        QCOMPARE(m_source->asked, 3);
    }

    void aPackageOfThePortalBeforeIsNoMeasure()
    {
        const PublishedCatalogue before;
        const QByteArray old = PublishedCatalogue::package(1'000, 'o');
        QVERIFY(shelf().keep(before.of(old, 900), old));
        publish(PublishedCatalogue::package(1'000), 5);
        send();
        QCOMPARE(outcome(), QStringLiteral("kept"));
        QCOMPARE(held(), 5);
    }
};

QTEST_GUILESS_MAIN(tst_CatalogueCourier)
#include "tst_CatalogueCourier.moc"
