// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/OpenedKeys.h"
#include "models/base/Result.h"

#include <atomic>

namespace motcua::security {

/**
 * Who is at this desk: shut → open → locked → open → shut.
 *
 * Locked, the store's key stays for the engine (sync, board), but nothing is readable for anybody at the screen.
 * unlock() changes no key, so it may come from the thread that compared the password while others ask; all other changes belong to
 * the thread that owns the session.
 */
class Session
{
public:
    enum class State {
        Shut,
        Open,
        Locked,
    };

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool readable() const { return m_state == State::Open; }

    /** The person signed in, also while locked; null when shut or opened by a machine or the recovery key. */
    [[nodiscard]] Id person() const;

    /** When the session was opened, milliseconds since 1970-01-01 UTC; 0 when shut. */
    [[nodiscard]] qint64 openedMs() const { return m_openedMs; }

    /** When a password was last given, for PinUnlock::set; 0 when never. */
    [[nodiscard]] qint64 passwordMs() const { return m_passwordMs; }
    [[nodiscard]] OpenedBy openedBy() const { return m_keys.by; }

    /** shut → open. Error: Refused when it is not shut. */
    [[nodiscard]] Result<> open(OpenedKeys keys, qint64 nowMs);

    /** open → locked. Error: Refused. */
    [[nodiscard]] Result<> lock();

    /** locked → open, for the same person only. Errors: Refused, NotAllowed (somebody else: shut first). */
    [[nodiscard]] Result<> unlock(const OpenedKeys &keys, qint64 nowMs);

    /** Any state → shut; every key is wiped. */
    void shut();

    /** After a rotation. Error: Refused when shut. */
    [[nodiscard]] Result<> replaceDataKeys(DataKeys keys);

    /** The store's keys for the engine, open or locked; null when shut. */
    [[nodiscard]] const DataKeys *engineKeys() const;

    /** Everything, for what the person does now; null unless open. */
    [[nodiscard]] const OpenedKeys *keys() const;

private:
    std::atomic<State> m_state = State::Shut;
    OpenedKeys m_keys;
    qint64 m_openedMs = 0;
    std::atomic<qint64> m_passwordMs = 0;
};

} // namespace motcua::security
