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

/** A person at this desk: the open store, and the session that holds the keys. */
struct SignedInPerson
{
    Workplace place;
    std::shared_ptr<security::Session> session = {};
    qint64 clockBehindMs = 0; ///< how far this machine's clock stands before the last entry, when more than two minutes; else 0
};

/**
 * Lets a person in at one store, by password or by the day's PIN, and journals who came, who failed, and a clock that was set back.
 *
 * Every call answers with a future finished on another thread, because scrypt takes its time. Errors: PersonUnknown, WrongPassword
 * and LockedOut with `detail` = seconds to wait, WrongPin with `detail` = tries left, PinUnavailable, PersonDisabled, and those of Store::open.
 */
class SignIn : public QObject
{
    Q_OBJECT

public:
    SignIn(StoreFolder folder, Lawbook law, security::ScryptCost cost = security::ScryptCost::shipped(), QObject *parent = nullptr);
    ~SignIn() override;

    [[nodiscard]] bool isSetUp() const { return m_folder.exists(); }
    [[nodiscard]] const StoreFolder &folder() const { return m_folder; }
    [[nodiscard]] const Lawbook &law() const { return m_law; }

    [[nodiscard]] QFuture<Result<SignedInPerson>> withPassword(const QString &name, const QString &password);
    [[nodiscard]] QFuture<Result<SignedInPerson>> withPin(const QString &name, const QString &pin);

    /** The PIN of the day for who is signed in; errors of PinUnlock::set. */
    [[nodiscard]] QFuture<Result<>> choosePin(const SignedInPerson &person, const QString &pin);

private:
    struct Desk;
    using Opening = std::function<Result<security::OpenedKeys>(const Id &person, const security::Moment &now)>;
    static Result<SignedInPerson> enter(
        Desk &desk, const StoreFolder &folder, const Lawbook &law, const QString &name, const Opening &opening);

    std::shared_ptr<Desk> m_desk;
    StoreFolder m_folder;
    Lawbook m_law;
};

} // namespace motcua
