// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TellHealth.h"

#include "app/storage/Await.h"
#include "app/storage/CatalogueShelf.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/Migrations.h"
#include "app/storage/OutboxQueries.h"
#include "app/sync/Fleet.h"
#include "app/sync/Peer.h"
#include "app/workflows/CentreLink.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/LookAtMachine.h"
#include "app/workflows/UpdateFolder.h"
#include "models/fleet/ReleaseHead.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr qint64 DayOfLawMs = 24LL * 3'600'000;
constexpr int BuildDigits = 12;

/** Two programs of one version that are not the same differ by it. */
QString buildOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return {};
    }
    return QString::fromLatin1(hash.result().toHex().first(BuildDigits));
}

DeskHealth::Device::State stateOf(CardReader::State state)
{
    switch (state) {
    case CardReader::State::NoService:
    case CardReader::State::Unavailable:
        return DeskHealth::Device::State::Broken;
    case CardReader::State::Off:
    case CardReader::State::None:
        return DeskHealth::Device::State::None;
    case CardReader::State::Empty:
    case CardReader::State::Mute: // of the card, not of the reader
    case CardReader::State::Card:
        break;
    }
    return DeskHealth::Device::State::Fine;
}

DeskHealth::Device::State stateOf(CodeReader::State state)
{
    switch (state) {
    case CodeReader::State::Failed:
        return DeskHealth::Device::State::Broken;
    case CodeReader::State::Off:
    case CodeReader::State::None:
        return DeskHealth::Device::State::None;
    case CodeReader::State::Ready:
        break;
    }
    return DeskHealth::Device::State::Fine;
}

} // namespace

/** What was read off the GUI thread; a part that could not be read is as if nothing were known of it. */
struct TellHealth::Found
{
    qint64 freeBytes = -1;
    qint64 allBytes = 0;
    storage::OutboxCount::Count ofPortal = {};
    storage::OutboxCount::Count ofCentre = {};
    bool hasPortal = false;
    qint64 backupMs = 0;
    qint64 catalogue = 0;
    qint64 catalogueHeardMs = 0;
    QString build = {};
    QString ready = {};
    QString rolledBack = {};
};

TellHealth::TellHealth(LookAtMachine *look, Setup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_look(look)
    , m_startedMs(now())
{
    m_ticks.setInterval(m_setup.everyMs);
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        if (mayTell()) {
            askDevices();
            gather();
        }
    });
    m_settles.setSingleShot(true);
    connect(&m_settles, &QTimer::timeout, this, &TellHealth::gather);
    if (m_look) {
        const auto compare = [this] {
            if (m_health && m_health->devices != devicesOf(*m_look)) {
                soon();
            }
        };
        connect(m_look, &LookAtMachine::changed, this, compare);
        connect(m_look, &LookAtMachine::readerChanged, this, compare);
    }
}

TellHealth::~TellHealth()
{
    end(); // whoever closes the window closes the desk as well
}

qint64 TellHealth::now() const
{
    return m_setup.now ? m_setup.now() : QDateTime::currentMSecsSinceEpoch();
}

void TellHealth::follow(CentreLink *link)
{
    m_centre = link;
    connect(link, &CentreLink::changed, this, [this] {
        if (!m_isHeard && m_centre->standing().contactMs > 0 && !m_centre->standing().failure) {
            soon(); // it is there, or back
        }
    });
}

void TellHealth::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_guest = std::make_unique<QObject>();
    m_ticks.start();
    soon();
}

// Whoever sees it knows then that the desk is not cut off. A centre that did not hear the last word is not waited for either.
void TellHealth::end()
{
    if (m_place && m_health && m_isHeard && mayTell()) {
        m_health->isClosing = true;
        m_health->toldMs = now();
        const std::shared_ptr<sync::Peer> peer = centre();
        (void)peer->fleet()->tellHealth(m_place->unit.desk(), *m_health); // its thread outlives this question
    }
    m_ticks.stop();
    m_settles.stop();
    m_guest.reset();
    m_place.reset();
    m_health.reset();
    m_sinceTold.invalidate();
    m_sinceAsked.invalidate();
    m_isHeard = m_isGathering = m_gatherAgain = m_isTelling = false;
}

std::shared_ptr<sync::Peer> TellHealth::centre() const
{
    return m_centre ? m_centre->peer() : nullptr;
}

bool TellHealth::hasCentre() const
{
    return m_centre && m_centre->standing().isThere;
}

QFuture<Result<QList<FleetDesk>>> TellHealth::desks() const
{
    if (const std::shared_ptr<sync::Peer> peer = centre(); peer && peer->fleet()) {
        return peer->fleet()->desks();
    }
    const Error why = m_centre && m_centre->standing().failure ? *m_centre->standing().failure : Error{ErrorCode::DatabaseUnreachable, {}};
    return QtFuture::makeReadyFuture(Result<QList<FleetDesk>>(why));
}

/** Of two programs of one store the one that exchanges tells. */
bool TellHealth::mayTell() const
{
    const std::shared_ptr<sync::Peer> peer = centre();
    return m_place && peer && peer->fleet() && !m_centre->standing().isElsewhere;
}

void TellHealth::soon()
{
    if (m_settles.isActive() || !mayTell()) {
        return;
    }
    const qint64 left = m_sinceTold.isValid() ? m_setup.apartMs - m_sinceTold.elapsed() : 0;
    m_settles.start(static_cast<int>(std::max<qint64>(left, m_setup.settlesMs)));
}

void TellHealth::askDevices()
{
    if (m_look && (!m_sinceAsked.isValid() || m_sinceAsked.elapsed() >= m_setup.askDevicesMs)) {
        m_sinceAsked.start();
        m_look->lookAtOutputs();
    }
}

void TellHealth::gather()
{
    if (!m_place) {
        return;
    }
    if (m_isGathering) {
        m_gatherAgain = true;
        return;
    }
    m_isGathering = true;
    askDevices();
    const QString program = m_setup.program.isEmpty() ? QCoreApplication::applicationFilePath() : m_setup.program;
    const QFuture<std::shared_ptr<Found>> finding = QtConcurrent::run([store = m_place->store, program, build = m_build] {
        auto found = std::make_shared<Found>();
        const QString folder = QFileInfo(store.path()).path();
        const QStorageInfo volume(folder);
        found->freeBytes = volume.isValid() ? volume.bytesAvailable() : -1;
        found->allBytes = volume.isValid() ? volume.bytesTotal() : 0;
        if (const auto count = store.ask(storage::OutboxCount{KeptPortal::peer()}).result()) {
            found->ofPortal = *count;
        }
        if (const auto count = store.ask(storage::OutboxCount{QStringLiteral("centre")}).result()) {
            found->ofCentre = *count;
        }
        if (const auto made = store.ask(storage::LastBackup()).result()) {
            found->backupMs = *made;
        }
        if (const Result<KeptPortal> portal = KeptPortal::of(store)) {
            found->hasPortal = !portal->bytes.isEmpty();
        }
        if (const auto heard = store.ask(storage::Setting{KeptPortal::catalogueSetting()}).result(); heard && *heard) {
            found->catalogueHeardMs = LastCatalogue::fromJson(**heard).heardMs;
        }
        if (const auto head = storage::CatalogueShelf(folder + QStringLiteral("/law")).head(); head && *head) {
            found->catalogue = (*head)->edition;
        }
        const UpdateFolder updates = UpdateFolder::usual();
        found->ready = updates.asked();
        const QStringList rolledBack = updates.rolledBack();
        // One that a later release has taken the place of is not of interest any more.
        found->rolledBack = rolledBack.isEmpty() || ReleaseHead::compare(rolledBack.constLast(), QStringLiteral(MOTCUA_VERSION)) <= 0 ? QString() : rolledBack.constLast();
        found->build = build.isEmpty() ? buildOf(program) : build;
        return found;
    });
    await(m_guest.get(), finding, [this](const std::shared_ptr<Found> &found) {
        m_isGathering = false;
        take(*found);
        if (std::exchange(m_gatherAgain, false)) {
            gather();
        }
    });
}

void TellHealth::take(const Found &found)
{
    m_build = found.build;
    DeskHealth health{.toldMs = now(), .program = QStringLiteral(MOTCUA_VERSION), .build = found.build, .schema = storage::Migrations::newest(), .startedMs = m_startedMs, .catalogue = found.catalogue};
    if (found.catalogue > 0 && found.catalogueHeardMs > 0) {
        health.catalogueUntilMs = found.catalogueHeardMs + m_place->law.offline.catalogueDays * DayOfLawMs;
    }
    health.freeBytes = found.freeBytes;
    health.allBytes = found.allBytes;
    health.hasPortal = found.hasPortal;
    health.portalWaiting = found.hasPortal ? found.ofPortal.waiting : 0;
    health.portalOldestMs = found.hasPortal ? found.ofPortal.oldestWaitingMs : 0;
    health.centreWaiting = hasCentre() ? found.ofCentre.waiting : 0;
    health.centreOldestMs = hasCentre() ? found.ofCentre.oldestWaitingMs : 0;
    health.backupMs = found.backupMs;
    health.devices = m_look ? devicesOf(*m_look) : QList<DeskHealth::Device>();
    health.ready = found.ready;
    health.rolledBack = found.rolledBack;
    m_health = health;
    Q_EMIT gathered();
    tell();
}

void TellHealth::tell()
{
    if (!mayTell() || m_isTelling) {
        return;
    }
    m_isTelling = true;
    m_sinceTold.start();
    const std::shared_ptr<sync::Peer> peer = centre();
    await(m_guest.get(), peer->fleet()->tellHealth(m_place->unit.desk(), *m_health), [this](const Result<> &done) {
        m_isTelling = false;
        m_isHeard = done.operator bool();
        if (m_isHeard) {
            Q_EMIT told();
        }
    });
}

QList<DeskHealth::Device> TellHealth::devicesOf(const LookAtMachine &look)
{
    using Device = DeskHealth::Device;
    QList<Device> devices;
    if (const CardReader *reader = look.cardReader()) {
        devices.append({Device::Kind::CardReader, stateOf(reader->state())});
    }
    for (const CodeReader *reader : look.codeReaders()) {
        devices.append({Device::Kind::CodeReader, stateOf(reader->state())});
    }
    const LookAtMachine::Facts &facts = look.facts();
    if (facts.printers) {
        const bool works = *facts.printers && std::any_of((*facts.printers)->cbegin(), (*facts.printers)->cend(), [](const Printer &one) { return one.accepting; });
        devices.append({Device::Kind::SlipPrinter, works ? Device::State::Fine : *facts.printers && (*facts.printers)->isEmpty() ? Device::State::None : Device::State::Broken});
    }
    if (facts.tickets) {
        devices.append({Device::Kind::TicketPrinter, *facts.tickets ? Device::State::Fine : Device::State::Broken});
    }
    if (facts.photos) {
        devices.append({Device::Kind::Photographs, *facts.photos ? Device::State::Broken : Device::State::Fine});
    }
    return devices.first(std::min(devices.size(), DeskHealth::MostDevices));
}

} // namespace motcua
