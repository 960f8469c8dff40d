// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/OpenedKeys.h"
#include "app/security/Scrypt.h"
#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QString>

#include <map>
#include <memory>

namespace motcua::security {

/** Why a PIN cannot be chosen. */
enum class PinFlaw {
    None,
    TooShort, ///< fewer than 6 digits
    TooLong, ///< more than 12
    NotDigits,
    Trivial, ///< one digit repeated, one piece repeated, or a run such as 123456
};

/**
 * The short way back in after a coffee: a PIN that works on this machine, until midnight in Vietnam, after a password today.
 *
 * The keys are wrapped under scrypt(PIN) joined with a random secret that lives in this process, or, when a folder is given, in a
 * file there of mode 0600 (use the run-time folder, which a restart of the machine empties). Five wrong PINs, midnight, or a clock
 * set back by more than two minutes remove it. Blocking: call it off the GUI thread.
 */
class PinUnlock
{
public:
    static constexpr int MinimumDigits = 6;
    static constexpr int MaximumDigits = 12;
    static constexpr int Tries = 5;

    explicit PinUnlock(QString runtimeFolder = {}, ScryptCost cost = ScryptCost::shipped());
    ~PinUnlock();
    PinUnlock(const PinUnlock &) = delete;
    PinUnlock &operator=(const PinUnlock &) = delete;

    [[nodiscard]] static PinFlaw flaw(const QString &pin);

    /**
     * Sets the PIN of the person who opened `keys` with a password at `signedInMs`; both times are milliseconds since 1970-01-01 UTC.
     *
     * Errors: Invalid (the PIN has a flaw), PinUnavailable (not a password, or not today), Internal, DiskFull, FileUnwritable.
     */
    [[nodiscard]] Result<> set(const OpenedKeys &keys, const QString &pin, qint64 signedInMs, qint64 nowMs);

    /** Whether a PIN would be looked at now. */
    [[nodiscard]] bool available(const Id &person, qint64 nowMs);

    /** The keys as they were wrapped. Errors: WrongPin (`detail`: tries left, 0 = removed), PinUnavailable. */
    [[nodiscard]] Result<OpenedKeys> unlock(const Id &person, const QString &pin, qint64 nowMs);

    /** At sign-out, at a password change, when a person is disabled; all of them after a rotation. */
    void forget(const Id &person);
    void forgetAll();

private:
    struct Ticket;
    [[nodiscard]] Ticket *ticket(const Id &person, qint64 nowMs);
    [[nodiscard]] Result<> keep(const Ticket &ticket) const;
    void recall(const Id &person);
    [[nodiscard]] QString filePath(const Id &person) const;
    [[nodiscard]] QString lockPath() const;

    QString m_folder;
    ScryptCost m_cost;
    std::map<Id, std::unique_ptr<Ticket>> m_tickets;
};

} // namespace motcua::security
