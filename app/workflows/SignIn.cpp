// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SignIn.h"

#include "app/security/SignInGate.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/ChangePassword.h"
#include "app/workflows/SignInNames.h"

#include <QHash>
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

    void forgetPin(const Id &person);
    [[nodiscard]] bool pinStands(const Id &person, qint64 nowMs);
    [[nodiscard]] Result<security::OpenedKeys> withPin(const Id &person, const QString &pin, const security::Moment &now);

    security::KeySlots slots;
    security::LockOut lockOut;
    security::PinUnlock pins;
    security::SignInGate gate;
    SignInNames names;
    QHash<Id, quint32> pinRevisions; ///< of the wrapping that stood when the PIN was chosen
    QThreadPool pool;
};

void SignIn::Desk::forgetPin(const Id &person)
{
    pins.forget(person);
    pinRevisions.remove(person);
}

// Another program at this desk may have changed or reset the password; a PIN must not outlive the password it stands on.
bool SignIn::Desk::pinStands(const Id &person, qint64 nowMs)
{
    const Result<security::PersonKey> key = slots.personKey(person);
    if (!key || pinRevisions.value(person) != key->revision) {
        forgetPin(person);
    }
    return pins.available(person, nowMs);
}

Result<security::OpenedKeys> SignIn::Desk::withPin(const Id &person, const QString &pin, const security::Moment &now)
{
    return pinStands(person, now.wallMs) ? gate.withPin(person, pin, now) : Error{ErrorCode::PinUnavailable, {}};
}

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

} // namespace

SignIn::SignIn(StoreFolder folder, Lawbook law, security::ScryptCost cost, QObject *parent)
    : QObject(parent)
    , m_desk(std::make_shared<Desk>(folder, cost))
    , m_folder(std::move(folder))
    , m_law(std::move(law))
{
}

SignIn::~SignIn()
{
    // Here and not with the desk: its last holder may be a task, which would wait for itself.
    m_desk->pool.waitForDone();
}

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
    if (const Result<> settled = ChangePassword::settle(place, desk.slots, keys->dataKeys, *member); !settled) {
        return settled.error();
    }
    const Result<storage::Recorded> signedIn = store->record(place.act(place.person, SignedIn{.by = meansName(keys->by)})).result();
    if (!signedIn) {
        return signedIn.error();
    }
    auto session = std::make_shared<security::Session>();
    if (const Result<> open = session->open(*std::move(keys), now.wallMs); !open) {
        return open.error();
    }
    return SignedInPerson{place, session};
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
            *desk, folder, law, name, [&](const Id &person, const security::Moment &now) { return desk->withPin(person, pin, now); });
    });
}

QFuture<bool> SignIn::pinAvailable(const QString &name)
{
    return QtConcurrent::run(&m_desk->pool, [desk = m_desk, name] {
        const Result<Id> person = desk->names.find(name);
        return person && desk->pinStands(*person, security::Moment::now().wallMs);
    });
}

template <typename Task>
QFuture<Result<>> SignIn::forOpen(const SignedInPerson &person, Task task)
{
    // Read here, on the thread that owns the session: it may be locked or shut while the task waits for its turn.
    const security::OpenedKeys *open = person.session->keys();
    if (!open) {
        return QtFuture::makeReadyFuture(Result<>(Error{ErrorCode::Closed, {}}));
    }
    return QtConcurrent::run(&m_desk->pool, [desk = m_desk, keys = std::make_shared<security::OpenedKeys>(open->clone()), task] {
        return task(*desk, *keys);
    });
}

QFuture<Result<>> SignIn::choosePin(const SignedInPerson &person, const QString &pin)
{
    return forOpen(person, [pin, passwordMs = person.session->passwordMs()](Desk &desk, const security::OpenedKeys &keys) -> Result<> {
        const Result<security::PersonKey> key = desk.slots.personKey(keys.slot);
        if (!key) {
            return key.error();
        }
        const Result<> set = desk.pins.set(keys, pin, passwordMs, security::Moment::now().wallMs);
        if (set) {
            desk.pinRevisions.insert(keys.slot, key->revision);
        }
        return set;
    });
}

QFuture<Result<>> SignIn::changePassword(const SignedInPerson &person, const QString &old, const QString &chosen)
{
    return forOpen(person, [place = person.place, old, chosen](Desk &desk, const security::OpenedKeys &) -> Result<> {
        if (const Result<security::Password> fits = security::Password::chosen(chosen, place.personName); !fits) {
            return fits.error();
        }
        // Through the gate: a desk left open must not be a place to guess at.
        const security::Password typed = security::Password::typed(old);
        if (const Result<security::OpenedKeys> known = desk.gate.withPassword(place.person, typed, security::Moment::now()); !known) {
            journalFailures(place, desk.lockOut);
            return known.error();
        }
        const Result<> changed = ChangePassword::own(place, desk.slots, typed, chosen);
        if (changed) {
            desk.forgetPin(place.person);
        }
        return changed;
    });
}

QFuture<Result<>> SignIn::resetPassword(const SignedInPerson &administrator, const Id &person, const QString &chosen)
{
    return forOpen(administrator, [place = administrator.place, person, chosen](Desk &desk, const security::OpenedKeys &keys) -> Result<> {
        const Result<> reset = ChangePassword::reset(place, desk.slots, keys.dataKeys, person, chosen);
        if (reset) {
            desk.forgetPin(person);
            desk.lockOut.succeeded(person);
        }
        return reset;
    });
}

} // namespace motcua
