// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SignIn.h"

#include "app/security/SignInGate.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/workflows/SignInNames.h"

#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace motcua {

/** What sign-ins at one store share. Its pool has one thread, so tries are judged one after the other without a lock. */
struct SignIn::Desk
{
    Desk(const StoreFolder &folder, const security::ScryptCost &cost)
        : slots(folder.file(), cost)
        , lockOut(folder.file())
        , pins({}, cost)
        , gate(slots, lockOut, pins)
        , names(folder.file())
    {
        pool.setMaxThreadCount(1);
    }
    ~Desk() { pool.waitForDone(); }

    security::KeySlots slots;
    security::LockOut lockOut;
    security::PinUnlock pins;
    security::SignInGate gate;
    SignInNames names;
    QThreadPool pool;
};

namespace {

Result<storage::Store> opened(const StoreFolder &folder, const Lawbook &law, const security::DataKeys &keys)
{
    storage::StoreOptions options;
    options.rules = {law.transitions, law.roles};
    Result<storage::Store> store = storage::Store::open(folder.file(), keys.current, options);
    if (!store && store.error().code == ErrorCode::StoreWrongKey && keys.rotating()) {
        store = storage::Store::open(folder.file(), keys.next, options);
    }
    return store;
}

QString meansName(security::OpenedBy by)
{
    switch (by) {
    case security::OpenedBy::Password:
        return QStringLiteral("password");
    case security::OpenedBy::Pin:
        return QStringLiteral("pin");
    case security::OpenedBy::Recovery:
        return QStringLiteral("recovery");
    case security::OpenedBy::Machine:
        return QStringLiteral("machine");
    }
    return {};
}

// Failures happened while nobody could write the journal; they are told at the first opening, before who came.
void journalFailures(const Workplace &place, security::LockOut &lockOut)
{
    const QList<security::SignInFailure> failures = lockOut.failures();
    for (const security::SignInFailure &failure : failures) {
        const Id subject = failure.person.isNull() ? place.store.origin() : failure.person;
        const Act act = place.act(subject, SignInFailed{.count = 1, .sinceMs = failure.wallMs});
        const Result<storage::Recorded> recorded = place.store.record(act).result();
        // A claimed id nobody was ever admitted under cannot be journalled about; it must not block the list for ever.
        if (!recorded && recorded.error().code != ErrorCode::NotFound) {
            return;
        }
        if (!lockOut.journalled(failure.serial)) {
            return;
        }
    }
}

// What was written last may be of any day; from here on every receipt under this clock is doubtful, and the journal says since when.
Result<qint64> markedClock(const Workplace &place)
{
    const Result<QList<journal::Entry>> last = place.store.ask(storage::JournalPage{.origin = place.store.origin(), .limit = 1}).result();
    if (!last) {
        return last.error();
    }
    const qint64 offset = QDateTime::currentMSecsSinceEpoch() - (last->isEmpty() ? 0 : last->constFirst().header.time.unixMs);
    const Act act = place.act(place.store.origin(), MarkClock{.offsetMs = offset, .against = QStringLiteral("journal")});
    const Result<storage::Recorded> marked = place.store.record(act).result();
    return marked ? Result<qint64>(-offset) : Result<qint64>(marked.error());
}

} // namespace

SignIn::SignIn(StoreFolder folder, Lawbook law, security::ScryptCost cost, QObject *parent)
    : QObject(parent)
    , m_desk(std::make_shared<Desk>(folder, cost))
    , m_folder(std::move(folder))
    , m_law(std::move(law))
{
}

SignIn::~SignIn() = default;

Result<SignedInPerson> SignIn::enter(Desk &desk, const StoreFolder &folder, const Lawbook &law, const QString &name, const Opening &opening)
{
    const Result<Id> person = desk.names.find(name);
    if (!person && person.error().code != ErrorCode::PersonUnknown) {
        return person.error();
    }
    // An unknown name goes the same slow way as a known one, so nobody learns from the clock who works here.
    const security::Moment now = security::Moment::now();
    Result<security::OpenedKeys> keys = opening(person ? *person : Id{}, now);
    if (!keys) {
        return keys.error();
    }
    Result<storage::Store> store = opened(folder, law, keys->dataKeys);
    if (!store) {
        return store.error();
    }
    const Result<QList<StaffMember>> staff = store->ask(storage::StaffList{}).result();
    const Result<UnitSettings> unit = store->ask(storage::UnitNow{}).result();
    if (!staff || !unit) {
        return staff ? unit.error() : staff.error();
    }
    const auto member = std::find_if(staff->cbegin(), staff->cend(), [&keys](const StaffMember &one) { return one.id() == keys->slot; });
    if (member == staff->cend() || !member->isActive()) {
        return Error{ErrorCode::PersonDisabled, {}};
    }
    Workplace place{.store = *store, .law = law, .person = member->id(), .personName = member->name(), .unit = *unit};
    journalFailures(place, desk.lockOut);
    const Result<storage::Recorded> signedIn = store->record(place.act(place.person, SignedIn{.by = meansName(keys->by)})).result();
    if (!signedIn) {
        return signedIn.error();
    }
    Result<qint64> behind = 0;
    if (signedIn->clockBack && !(behind = markedClock(place))) {
        return behind.error();
    }
    auto session = std::make_shared<security::Session>();
    if (const Result<> open = session->open(*std::move(keys), now.wallMs); !open) {
        return open.error();
    }
    return SignedInPerson{place, session, *behind};
}

QFuture<Result<SignedInPerson>> SignIn::withPassword(const QString &name, const QString &password)
{
    return QtConcurrent::run(&m_desk->pool, [desk = m_desk, folder = m_folder, law = m_law, name, password] {
        return enter(*desk, folder, law, name, [&](const Id &person, const security::Moment &now) {
            return desk->gate.withPassword(person, security::Password::typed(password), now);
        });
    });
}

QFuture<Result<SignedInPerson>> SignIn::withPin(const QString &name, const QString &pin)
{
    return QtConcurrent::run(&m_desk->pool, [desk = m_desk, folder = m_folder, law = m_law, name, pin] {
        return enter(
            *desk, folder, law, name, [&](const Id &person, const security::Moment &now) { return desk->gate.withPin(person, pin, now); });
    });
}

QFuture<Result<>> SignIn::choosePin(const SignedInPerson &person, const QString &pin)
{
    return QtConcurrent::run(&m_desk->pool, [desk = m_desk, session = person.session, pin]() -> Result<> {
        const security::OpenedKeys *keys = session->keys();
        if (!keys) {
            return Error{ErrorCode::Closed, {}};
        }
        return desk->pins.set(*keys, pin, session->passwordMs(), security::Moment::now().wallMs);
    });
}

} // namespace motcua
