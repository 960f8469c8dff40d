// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SignIn.h"

#include "app/security/SignInGate.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/workflows/ChangePassword.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/OwnSlips.h"
#include "app/workflows/ResumeDesk.h"
#include "app/workflows/RotateKeys.h"
#include "app/workflows/SignInNames.h"
#include "app/workflows/UpdateFolder.h"
#include "models/staff/Staff.h"

#include <QHash>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace motcua {

/** A session and the store it was let in to; lives as long as somebody keeps the session, so a desk nobody is at keeps nothing open. */
struct SignIn::Seat
{
    Seat(storage::Store open, security::SecretBytes key)
        : store(std::move(open))
        , storeKey(std::move(key))
    {
    }

    const storage::Store store;
    const security::SecretBytes storeKey; ///< with which the file was opened
    security::Session session;
};

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
    std::weak_ptr<Seat> seat; ///< of who came last
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
    if (!pinStands(person, now.wallMs)) {
        return Error{ErrorCode::PinUnavailable, {}};
    }
    const Result<security::OpenedKeys> wrapped = gate.withPin(person, pin, now);
    if (!wrapped) {
        return wrapped.error();
    }
    // The PIN gives the keys as they were when it was chosen. Another program may have disabled the person, or rotated the key since.
    Result<security::OpenedKeys> keys = slots.renewed(*wrapped);
    if (keys && keys->dataKeys.current.equals(wrapped->dataKeys.current)) {
        return keys;
    }
    if (keys || keys.error().code == ErrorCode::StoreWrongKey) {
        pins.forgetAll();
        pinRevisions.clear();
        return Error{ErrorCode::PinUnavailable, {}};
    }
    forgetPin(person);
    return keys;
}

namespace {

/** The open store, the people and the unit as its journal has them now. */
struct House
{
    storage::Store store;
    QList<StaffMember> staff = {};
    UnitSettings unit = {};
};

Result<House> houseOf(const storage::Store &store)
{
    const Result<QList<StaffMember>> staff = store.askWriter(storage::StaffList{}).result();
    const Result<UnitSettings> unit = store.askWriter(storage::UnitNow{}).result();
    if (!staff || !unit) {
        return staff ? unit.error() : staff.error();
    }
    return House{store, *staff, *unit};
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

/** Whether another program might open what this one did not. */
bool isOfProgram(const Error &error)
{
    return error.code != ErrorCode::StoreBusy && error.code != ErrorCode::DiskFull && error.code != ErrorCode::StoreMissing;
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

SignIn::SignIn(StoreFolder folder, const Lawbook &law, security::ScryptCost cost, QObject *parent)
    : SignIn(std::move(folder), QtFuture::makeReadyFuture(Result<Lawbook, QList<Error>>(law)), cost, parent)
{
}

SignIn::SignIn(StoreFolder folder, LawInReading law, security::ScryptCost cost, QObject *parent)
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

Result<SignedInPerson> SignIn::enter(
    Desk &desk, const StoreFolder &folder, const LawInReading &reading, const QString &name, const Opening &opening)
{
    const UpdateFolder updates = UpdateFolder::usual();
    const Result<Lawbook, QList<Error>> read = reading.result();
    if (!read) {
        updates.fail(folder.path(), errorName(read.error().constFirst().code)); // nobody can work with this program
        return read.error().constFirst();
    }
    const Lawbook &law = *read;
    const Result<Id> person = desk.names.find(name);
    if (!person && person.error().code != ErrorCode::PersonUnknown) {
        return person.error();
    }
    // An unknown name goes the same slow way as a known one, so nobody learns from the clock who works here.
    const security::Moment now = security::Moment::now();
    Result<security::OpenedKeys> keys = opening(person ? *person : Id{}, now);
    if (!keys) {
        if (keys.error().code == ErrorCode::PersonDisabled) {
            desk.forgetPin(person ? *person : Id{});
        }
        return keys.error();
    }
    std::shared_ptr<Seat> seat = desk.seat.lock();
    const bool sameKey = seat && (seat->storeKey.equals(keys->dataKeys.current) || seat->storeKey.equals(keys->dataKeys.next));
    Result<House> house = sameKey ? houseOf(seat->store) : Error{ErrorCode::Closed, {}};
    security::SecretBytes storeKey = sameKey ? seat->storeKey.clone() : security::SecretBytes();
    if (!house) {
        // Nobody has it open here, or what is open answers no more.
        seat.reset();
        storage::StoreOptions options;
        options.rules = journalRules(law);
        if (const Result<> may = updates.begin(folder.path()); !may) {
            return may.error();
        }
        const Result<OpenedStore> opened = RotateKeys::opened(folder.file(), keys->dataKeys, options);
        if (!opened) {
            if (isOfProgram(opened.error())) {
                updates.fail(folder.path(), errorName(opened.error().code));
            }
            return opened.error();
        }
        storeKey = (opened->withNext ? keys->dataKeys.next : keys->dataKeys.current).clone();
        house = houseOf(opened->store);
        if (!house) {
            updates.fail(folder.path(), errorName(house.error().code));
        } else if (const Result<> stands = updates.confirm(folder.path()); !stands) {
            return stands.error(); // what would be written now might be taken back with the release
        }
    }
    if (!house) {
        return house.error();
    }
    if (law.prices == Lawbook::Prices::Invented && !house->store.isTraining()) {
        return Error{ErrorCode::StoreNotForTraining, folder.path()};
    }
    const auto member
        = std::find_if(house->staff.cbegin(), house->staff.cend(), [&keys](const StaffMember &one) { return one.id() == keys->slot; });
    if (member == house->staff.cend() || !member->isActive()) {
        desk.forgetPin(keys->slot);
        return Error{ErrorCode::PersonDisabled, {}};
    }
    // Both keys fit as long as it is not ended, so a disk that refuses keeps nobody out; but until then nobody new can be admitted.
    if (Result<security::DataKeys> settled = RotateKeys::settle(desk.slots, *keys, storeKey.equals(keys->dataKeys.next)); settled) {
        keys->dataKeys = *std::move(settled);
    }
    Workplace place{.store = house->store, .law = law, .person = member->id(), .personName = member->name(), .unit = house->unit};
    const Result<UnitSettings> unit = ResumeDesk::unit(place);
    if (!unit) {
        return unit.error();
    }
    place.unit = *unit;
    const OwnSlips own = OwnSlips::over(law.slips, folder.path());
    place.law.slips = own.slips;
    journalFailures(place, desk.lockOut);
    if (const Result<> settled = ChangePassword::settle(place, desk.slots, keys->dataKeys, *member);
        !settled && settled.error().code != ErrorCode::OriginForked) {
        return settled.error();
    }
    const Result<storage::Recorded> signedIn = place.store.record(place.act(place.person, SignedIn{.by = meansName(keys->by)})).result();
    // A log that another machine writes too takes no act any more, but what is in it must not be shut away from those who work here.
    const bool forked = !signedIn && signedIn.error().code == ErrorCode::OriginForked;
    if (!signedIn && !forked) {
        return signedIn.error();
    }
    Result<qint64> behind = 0;
    if (signedIn && signedIn->clockBack && !(behind = markedClock(place))) {
        return behind.error();
    }
    // A session with another key or another pair (a reset) stays shut to this one: its holder has the old ones.
    const bool comesBack = seat && seat->session.state() == security::Session::State::Locked
        && seat->session.engineKeys()->current.equals(keys->dataKeys.current) && seat->session.unlock(*keys, now.wallMs);
    if (!comesBack) {
        seat = std::make_shared<Seat>(place.store, std::move(storeKey));
        if (const Result<> open = seat->session.open(*std::move(keys), now.wallMs); !open) {
            return open.error();
        }
        desk.seat = seat;
    }
    return SignedInPerson{place, std::shared_ptr<security::Session>(seat, &seat->session), *behind, own.faults, forked};
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

void SignIn::leave(const Id &person)
{
    (void)QtConcurrent::run(&m_desk->pool, [desk = m_desk, person] { desk->forgetPin(person); });
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
        // A session opened by PIN counts as one of today's password once that was given to unlock it.
        security::OpenedKeys known = keys.clone();
        known.by = passwordMs != 0 ? security::OpenedBy::Password : keys.by;
        const Result<> set = desk.pins.set(known, pin, passwordMs, security::Moment::now().wallMs);
        if (set) {
            desk.pinRevisions.insert(keys.slot, key->revision);
        }
        return set;
    });
}

QFuture<Result<Id>> SignIn::vouch(const SignedInPerson &person, const QString &name, const QString &password)
{
    if (!person.session->keys()) {
        return QtFuture::makeReadyFuture(Result<Id>(Error{ErrorCode::Closed, {}}));
    }
    return QtConcurrent::run(&m_desk->pool, [desk = m_desk, place = person.place, name, password]() -> Result<Id> {
        const Result<Id> found = desk->names.find(name);
        if (!found && found.error().code != ErrorCode::PersonUnknown) {
            return found.error();
        }
        const Result<security::OpenedKeys> keys
            = desk->gate.withPassword(found ? *found : Id{}, security::Password::typed(password), security::Moment::now());
        if (!keys) {
            journalFailures(place, desk->lockOut);
            return keys.error();
        }
        if (keys->slot == place.person) {
            return Error{ErrorCode::SecondPersonMissing, {}};
        }
        const Result<House> house = houseOf(place.store);
        if (!house) {
            return house.error();
        }
        const bool mayAnswer = Staff(place.store.rules().roles, house->staff).may(keys->slot, Right::SupervisorApprove);
        return mayAnswer ? Result<Id>(keys->slot) : Result<Id>(Error{ErrorCode::NotAllowed, {}});
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
