// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "models/journal/Registers.h"

#include <QJsonObject>
#include <QStringList>

namespace motcua {

/** A person who works with the program, folded from the staff.* entries about that person; always loads. */
class StaffMember
{
public:
    /** The person these entries make, whatever they are; duplicates and entries about others are ignored. */
    [[nodiscard]] static StaffMember fold(const Id &person, const QList<journal::Entry> &entries);

    [[nodiscard]] const Id &id() const { return m_id; }
    /** A staff.admitted entry was among them. */
    [[nodiscard]] bool isAdmitted() const { return m_admitted; }
    [[nodiscard]] bool isDisabled() const;
    [[nodiscard]] bool isActive() const { return isAdmitted() && !isDisabled(); }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QStringList roles() const;
    /** X25519, 32 bytes: what a store's data key is sealed to. */
    [[nodiscard]] QByteArray publicKey() const;
    /** The private half wrapped under the person's password, as app/security wrote it; opaque here. */
    [[nodiscard]] QByteArray wrappedKey() const;
    [[nodiscard]] qint64 lastSignInMs() const { return m_lastSignInMs; }
    [[nodiscard]] qint64 failedSignIns() const { return m_failedSignIns; }

    /** Every register, conflicts included: name, title, roles, publicKey, wrappedKey, disabled. */
    [[nodiscard]] const QMap<QString, journal::Register> &registers() const { return m_registers; }
    [[nodiscard]] const QList<journal::EntryKey> &heads() const { return m_heads; }

    /** The projection column; fromJson(toJson()) is equal. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static StaffMember fromJson(const QJsonObject &json);

    friend bool operator==(const StaffMember &, const StaffMember &) = default;

private:
    [[nodiscard]] QJsonValue value(const QString &field) const { return m_registers.value(field).value; }

    Id m_id;
    bool m_admitted = false;
    QMap<QString, journal::Register> m_registers;
    qint64 m_lastSignInMs = 0;
    qint64 m_failedSignIns = 0;
    QList<journal::EntryKey> m_heads;
};

} // namespace motcua
