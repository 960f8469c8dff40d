// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Session.h"

#include <utility>

namespace motcua::security {

namespace {

Error refused(const char *why)
{
    return {ErrorCode::Refused, QString::fromLatin1(why)};
}

} // namespace

Id Session::person() const
{
    const bool isPerson = m_keys.by == OpenedBy::Password || m_keys.by == OpenedBy::Pin;
    return m_state != State::Shut && isPerson ? m_keys.slot : Id();
}

Result<> Session::open(OpenedKeys keys, qint64 nowMs)
{
    if (m_state != State::Shut) {
        return refused("session is not shut");
    }
    if (keys.dataKeys.current.isEmpty()) {
        return refused("no key");
    }
    m_keys = std::move(keys);
    m_state = State::Open;
    m_openedMs = nowMs;
    m_passwordMs = m_keys.by == OpenedBy::Password ? nowMs : 0;
    return {};
}

Result<> Session::lock()
{
    if (m_state != State::Open) {
        return refused("session is not open");
    }
    m_state = State::Locked;
    return {};
}

Result<> Session::unlock(const OpenedKeys &keys, qint64 nowMs)
{
    if (m_state != State::Locked) {
        return refused("session is not locked");
    }
    const bool samePerson = keys.slot == m_keys.slot && (keys.by == OpenedBy::Password || keys.by == OpenedBy::Pin);
    if (person().isNull() || !samePerson || !keys.privateKey.equals(m_keys.privateKey)) {
        return Error{ErrorCode::NotAllowed, QStringLiteral("locked by somebody else")};
    }
    if (keys.by == OpenedBy::Password) {
        m_passwordMs = nowMs;
    }
    m_state = State::Open;
    return {};
}

void Session::shut()
{
    m_state = State::Shut;
    m_keys = OpenedKeys();
    m_openedMs = 0;
    m_passwordMs = 0;
}

Result<> Session::replaceDataKeys(DataKeys keys)
{
    if (m_state == State::Shut) {
        return refused("session is shut");
    }
    m_keys.dataKeys = std::move(keys);
    return {};
}

const DataKeys *Session::engineKeys() const
{
    return m_state == State::Shut ? nullptr : &m_keys.dataKeys;
}

const OpenedKeys *Session::keys() const
{
    return m_state == State::Open ? &m_keys : nullptr;
}

} // namespace motcua::security
