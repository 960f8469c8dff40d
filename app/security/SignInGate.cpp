// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SignInGate.h"

#include "app/security/FileLock.h"

namespace motcua::security {

namespace {

quint16 placeOf(const Id &person)
{
    const QByteArray bytes = person.bytes();
    return static_cast<quint16>(static_cast<quint8>(bytes.at(14)) << 8 | static_cast<quint8>(bytes.at(15)));
}

Error lockedOut(int seconds)
{
    return {ErrorCode::LockedOut, QString::number(seconds)};
}

QString turnPath(const KeySlots &keySlots)
{
    return keySlots.path() + QStringLiteral(".turn");
}

} // namespace

SignInGate::SignInGate(KeySlots &keySlots, LockOut &lockOut, PinUnlock &pins)
    : m_slots(keySlots)
    , m_lockOut(lockOut)
    , m_pins(pins)
{
}

Result<OpenedKeys> SignInGate::withPassword(const Id &person, const Password &password, const Moment &now)
{
    const FileLock turn(turnPath(m_slots), placeOf(person));
    if (const int seconds = m_lockOut.wait(person, now); seconds > 0) {
        return lockedOut(seconds);
    }
    Result<OpenedKeys> opened = m_slots.open(person, password);
    if (opened) {
        m_lockOut.succeeded(person);
        return opened;
    }
    if (opened.error().code == ErrorCode::WrongPassword) {
        return Error{ErrorCode::WrongPassword, QString::number(m_lockOut.failed(person, SignInFailure::Means::Password, now))};
    }
    if (opened.error().code == ErrorCode::PersonUnknown || opened.error().code == ErrorCode::PersonDisabled) {
        m_lockOut.noted(person, SignInFailure::Means::Password, now);
    }
    return opened;
}

Result<OpenedKeys> SignInGate::withPin(const Id &person, const QString &pin, const Moment &now)
{
    Result<OpenedKeys> opened = m_pins.unlock(person, pin, now.wallMs);
    if (!opened && opened.error().code == ErrorCode::WrongPin) {
        m_lockOut.noted(person, SignInFailure::Means::Pin, now);
    }
    return opened;
}

Result<OpenedKeys> SignInGate::withRecovery(const RecoveryKey &key, const Moment &now)
{
    const FileLock turn(turnPath(m_slots), placeOf({}));
    if (const int seconds = m_lockOut.wait({}, now); seconds > 0) {
        return lockedOut(seconds);
    }
    Result<OpenedKeys> opened = m_slots.openWithRecovery(key);
    if (opened) {
        m_lockOut.succeeded({});
    } else if (opened.error().code == ErrorCode::WrongRecoveryKey) {
        m_lockOut.failed({}, SignInFailure::Means::Recovery, now);
    }
    return opened;
}

} // namespace motcua::security
