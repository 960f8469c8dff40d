// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/KeySlots.h"
#include "app/security/Moment.h"
#include "app/security/Session.h"
#include "app/workflows/StoreFolder.h"
#include "app/workflows/Workplace.h"

#include <QObject>

#include <functional>
#include <memory>

namespace motcua {

/** A person at this desk: the open store, and the session that holds the keys. The store stays open as long as the session is kept. */
struct SignedInPerson
{
    Workplace place;
    std::shared_ptr<security::Session> session = {};
    qint64 clockBehindMs = 0; ///< how far this machine's clock stands before the last entry, when more than two minutes; else 0
    QList<Error> slipFaults = {}; ///< of slip templates of the store's own that are left out, see OwnSlips
    bool forked = false; ///< another machine writes the same log: everything can be read, every act is refused with OriginForked
};

/**
 * Lets a person in at one store, by password or by the day's PIN, and journals who came, who failed, and a clock that was set back.
 *
 * While the session of who came last is kept, the store is not opened a second time: the same person coming back after a lock unlocks
 * that very session, anybody else gets a session of their own at the same open store. A store that was closed, or whose key is another
 * one by now, is opened anew. A key rotation that was left half done is ended on the way. Whoever comes first to a store that was
 * restored or salvaged takes its desk over, see ResumeDesk.
 *
 * Every call answers with a future finished on another thread, because scrypt takes its time. Errors: PersonUnknown, WrongPassword
 * and LockedOut with `detail` = seconds to wait, WrongPin with `detail` = tries left, PinUnavailable, PersonDisabled, StoreNotForTraining
 * for invented prices in a centre that works, and those of Store::open and of UpdateFolder (a release that is being put in, or on trial).
 * Ask from one thread, the one that owns the sessions, and shut none while an answer is awaited; what is asked is done in that order.
 * PINs and counts live on the other thread alone.
 */
class SignIn : public QObject
{
    Q_OBJECT

public:
    /** `law` may still be read: whoever comes waits for it, and is told its first mistake. */
    SignIn(StoreFolder folder, LawInReading law, security::ScryptCost cost = security::ScryptCost::shipped(), QObject *parent = nullptr);
    SignIn(StoreFolder folder, const Lawbook &law, security::ScryptCost cost = security::ScryptCost::shipped(), QObject *parent = nullptr);
    ~SignIn() override;

    [[nodiscard]] bool isSetUp() const { return m_folder.exists(); }
    [[nodiscard]] const StoreFolder &folder() const { return m_folder; }
    [[nodiscard]] const LawInReading &law() const { return m_law; }

    [[nodiscard]] QFuture<Result<SignedInPerson>> withPassword(const QString &name, const QString &password);
    [[nodiscard]] QFuture<Result<SignedInPerson>> withPin(const QString &name, const QString &pin);

    /** Whether withPin() would look at a PIN of this person now; without scrypt, but after what was asked before. */
    [[nodiscard]] QFuture<bool> pinAvailable(const QString &name);

    // For who is signed in and not locked; with a locked or shut session: Closed.

    /** The PIN of the day; errors of PinUnlock::set. It ends with the day, or when the password behind it changes. */
    [[nodiscard]] QFuture<Result<>> choosePin(const SignedInPerson &person, const QString &pin);

    /**
     * A supervisor stands beside `person` and gives their own password at this desk: their id, to answer for one act. Nobody's session changes.
     *
     * Counts like a try at the door, and an unknown name takes as long as a known one. Errors besides those of withPassword(): NotAllowed
     * (who may not answer for others), SecondPersonMissing (it is the same person).
     */
    [[nodiscard]] QFuture<Result<Id>> vouch(const SignedInPerson &person, const QString &name, const QString &password);

    /** `person` signed out: the PIN of the day is gone. */
    void leave(const Id &person);

    /**
     * Another password instead of `old`, and no PIN any more. A wrong `old` counts like one at the door.
     *
     * Errors: WrongPassword and LockedOut as above, and those of ChangePassword::own.
     */
    [[nodiscard]] QFuture<Result<>> changePassword(const SignedInPerson &person, const QString &old, const QString &chosen);

    /** A password for somebody who forgot theirs, set by `administrator`; who had to wait may try at once. ChangePassword::reset. */
    [[nodiscard]] QFuture<Result<>> resetPassword(const SignedInPerson &administrator, const Id &person, const QString &chosen);

private:
    struct Desk;
    struct Seat;
    using Opening = std::function<Result<security::OpenedKeys>(const Id &person, const security::Moment &now)>;
    template <typename Task>
    [[nodiscard]] QFuture<Result<>> forOpen(const SignedInPerson &person, Task task);
    static Result<SignedInPerson> enter(
        Desk &desk, const StoreFolder &folder, const LawInReading &reading, const QString &name, const Opening &opening);

    std::shared_ptr<Desk> m_desk;
    StoreFolder m_folder;
    LawInReading m_law;
};

} // namespace motcua
