// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/KeySlots.h"
#include "app/security/LockOut.h"
#include "app/security/PinUnlock.h"

namespace motcua::security {

/**
 * The only door for people: tries are counted before their outcome is told, and whoever must wait is not even looked at.
 *
 * Several programs at one store take turns per person, so guessing in parallel gains nothing. Blocking: call it off the GUI thread.
 */
class SignInGate
{
public:
    /** All three outlive the gate. */
    SignInGate(KeySlots &keySlots, LockOut &lockOut, PinUnlock &pins);

    /** Errors: LockedOut (`detail`: seconds left), WrongPassword (`detail`: seconds of the pause), and those of KeySlots::open. */
    [[nodiscard]] Result<OpenedKeys> withPassword(const Id &person, const Password &password, const Moment &now);

    /** Errors: those of PinUnlock::unlock. Wrong PINs are listed for the journal; they do not delay a password. */
    [[nodiscard]] Result<OpenedKeys> withPin(const Id &person, const QString &pin, const Moment &now);

    /** Errors: LockedOut, WrongRecoveryKey, and those of KeySlots::openWithRecovery. */
    [[nodiscard]] Result<OpenedKeys> withRecovery(const RecoveryKey &key, const Moment &now);

private:
    KeySlots &m_slots;
    LockOut &m_lockOut;
    PinUnlock &m_pins;
};

} // namespace motcua::security
