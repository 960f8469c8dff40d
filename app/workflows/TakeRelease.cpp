// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TakeRelease.h"

#include "app/storage/Await.h"
#include "app/storage/Migrations.h"
#include "app/sync/Peer.h"
#include "app/sync/ReleaseShelf.h"
#include "app/workflows/CentreLink.h"

#include <QFileInfo>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace motcua {

using sync::ReleaseOffer;
using sync::ReleaseShelf;
using sync::SignedRelease;

struct TakeRelease::Errand
{
    SignedRelease release = {};
    ReleaseShelf shelf;
};

namespace {

/** What root keeps on this machine, read off the GUI thread. */
struct OfMachine
{
    Result<QByteArray> key = Error{ErrorCode::NotFound, {}};
    QStringList rolledBack = {};
};

OfMachine ofMachine(const UpdateFolder &folder)
{
    const Result<QByteArray> file = folder.key();
    return {file ? SignedRelease::publicOf(*file) : file, folder.rolledBack()};
}

/** Where it goes on; an error where it is of no use to begin. */
Result<qint64> begun(const ReleaseShelf &shelf, const SignedRelease &release)
{
    if (shelf.has(release)) {
        return release.head.bytes;
    }
    const qint64 arrived = shelf.arrived(release);
    return arrived > 0 || shelf.hasRoom(release) ? Result<qint64>(arrived) : Error{ErrorCode::DiskFull, QStringLiteral("release")};
}

Result<> finished(const UpdateFolder &folder, const ReleaseShelf &shelf, const SignedRelease &release, const QString &store)
{
    if (!shelf.has(release)) {
        if (const Result<> whole = shelf.finish(release); !whole) {
            return whole;
        }
    }
    return folder.asked() == release.head.version ? Result<>() : folder.ask(release.head.version, shelf.path(release), store);
}

} // namespace

TakeRelease::TakeRelease(Setup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
{
    m_ticks.setInterval(m_setup.everyMs);
    connect(&m_ticks, &QTimer::timeout, this, &TakeRelease::look);
    m_settles.setSingleShot(true);
    m_settles.setInterval(m_setup.settlesMs);
    connect(&m_settles, &QTimer::timeout, this, &TakeRelease::look);
}

TakeRelease::~TakeRelease() = default;

void TakeRelease::follow(CentreLink *link)
{
    m_centre = link;
    connect(link, &CentreLink::changed, this, [this] {
        const bool isThere = m_centre->standing().contactMs > 0 && !m_centre->standing().failure;
        const bool isBack = isThere && !std::exchange(m_isThere, isThere);
        m_isThere = isThere;
        if (m_guest && isBack && !m_isAsking) {
            m_settles.start();
        }
    });
}

void TakeRelease::begin(const Workplace &place)
{
    end();
    m_guest = std::make_unique<QObject>();
    m_store = QFileInfo(place.store.path()).path();
    m_ticks.start();
    m_settles.start();
}

void TakeRelease::end()
{
    m_ticks.stop();
    m_settles.stop();
    m_guest.reset();
    m_errand.reset();
    m_store.clear();
    m_isAsking = m_isThere = false;
    stand({});
}

std::shared_ptr<sync::Peer> TakeRelease::centre() const
{
    const bool isOurs = m_centre && !m_centre->standing().isElsewhere; // of two programs of one store the one that exchanges
    const std::shared_ptr<sync::Peer> peer = isOurs ? m_centre->peer() : nullptr;
    return peer && peer->releases() ? peer : nullptr;
}

void TakeRelease::look()
{
    const std::shared_ptr<sync::Peer> peer = centre();
    if (!m_guest || !peer || m_isAsking) {
        return;
    }
    m_isAsking = true;
    await(m_guest.get(), QtConcurrent::run([folder = m_setup.folder] { return ofMachine(folder); }), [this, peer](const OfMachine &machine) {
        if (!machine.key) {
            // A machine whose root named nobody takes releases by hand.
            const Error &why = machine.key.error();
            rest(why.code == ErrorCode::NotFound ? std::nullopt : std::optional(why));
            return;
        }
        await(m_guest.get(), peer->releases()->offer(), [this, machine](const Result<ReleaseOffer> &offer) {
            if (offer) {
                heard(*offer, *machine.key, machine.rolledBack);
            } else {
                rest(offer.error());
            }
        });
    });
}

void TakeRelease::heard(const ReleaseOffer &offer, const QByteArray &key, const QStringList &rolledBack)
{
    // What another house signed is as if it were not there: it hides nothing that ours did.
    ReleaseOffer ours{offer.ring, {}};
    std::copy_if(offer.releases.cbegin(), offer.releases.cend(), std::back_inserter(ours.releases),
        [&](const ReleaseOffer::One &one) { return one.release.isSignedBy(key) && one.release.head.sha256 != m_spoilt; });
    const RolloutTarget desk{ours.ring, m_setup.program, storage::Migrations::newest(), rolledBack};
    const std::optional<ReleaseHead> wanted = rollout::wanted(ours.rollouts(), desk);
    const ReleaseShelf shelf(m_store + QStringLiteral("/update"));
    if (!wanted) {
        // What was put in since, or halted before it was, lies there no longer.
        (void)QtConcurrent::run([shelf] { shelf.clear(); });
        stand({});
        rest(std::nullopt);
        return;
    }
    const auto one = std::find_if(ours.releases.cbegin(), ours.releases.cend(), [&](const ReleaseOffer::One &each) { return each.release.head == *wanted; });
    m_errand = std::make_shared<Errand>(Errand{one->release, shelf});
    await(m_guest.get(), QtConcurrent::run([errand = m_errand] { return begun(errand->shelf, errand->release); }), [this](const Result<qint64> &arrived) {
        if (arrived) {
            next(*arrived);
        } else {
            rest(arrived.error());
        }
    });
}

void TakeRelease::next(qint64 arrived)
{
    const ReleaseHead &head = m_errand->release.head;
    stand({head.version, arrived, head.bytes, m_standing.isReady && m_standing.version == head.version, {}});
    if (arrived >= head.bytes) {
        settle();
        return;
    }
    const std::shared_ptr<sync::Peer> peer = centre();
    if (!peer) {
        rest(Error{ErrorCode::DatabaseUnreachable, {}});
        return;
    }
    await(m_guest.get(), peer->releases()->releaseChunk(head.version, arrived), [this, arrived](const Result<QByteArray> &chunk) {
        if (!chunk || chunk->isEmpty()) {
            rest(chunk ? Error{ErrorCode::PeerNonsense, QStringLiteral("a release with a gap")} : chunk.error());
            return;
        }
        const qint64 then = arrived + chunk->size();
        await(m_guest.get(), QtConcurrent::run([errand = m_errand, bytes = *chunk] { return errand->shelf.add(errand->release, bytes); }), [this, then](const Result<> &kept) {
            if (kept) {
                next(then);
            } else {
                rest(kept.error());
            }
        });
    });
}

void TakeRelease::settle()
{
    await(m_guest.get(), QtConcurrent::run([folder = m_setup.folder, errand = m_errand, store = m_store] { return finished(folder, errand->shelf, errand->release, store); }), [this](const Result<> &done) {
        const ReleaseHead &head = m_errand->release.head;
        if (!done && done.error().code == ErrorCode::SignatureWrong) {
            m_spoilt = head.sha256;
        }
        if (done) {
            stand({head.version, head.bytes, head.bytes, true, {}});
        }
        rest(done ? std::nullopt : std::optional(done.error()));
    });
}

void TakeRelease::rest(const std::optional<Error> &failure)
{
    m_isAsking = false;
    m_errand.reset();
    m_ticks.start();
    Standing standing = m_standing;
    standing.failure = failure;
    stand(standing);
}

void TakeRelease::stand(const Standing &standing)
{
    if (m_standing != standing) {
        m_standing = standing;
        Q_EMIT changed();
    }
}

} // namespace motcua
