// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/Password.h"
#include "app/security/Scrypt.h"
#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace motcua::security {

/** A person's key as it travels between desks: the public half, and the private half wrapped under their password. */
struct PersonKey
{
    Id person = {};
    quint32 revision = 1; ///< grows with each password change; the higher one is newer
    QByteArray publicKey = {}; ///< X25519, 32 bytes
    ScryptCost cost = {};
    QByteArray salt = {}; ///< 16 bytes
    QByteArray wrapped = {}; ///< the private half under AES-256-GCM

    /** A new pair for `person`. Takes as long as `cost` says: off the GUI thread. */
    [[nodiscard]] static Result<PersonKey> create(const Id &person, const Password &password, const ScryptCost &cost,
                                                  quint32 revision = 1);

    /** The private half. Errors: WrongPassword, Internal. Takes as long as the cost says: off the GUI thread. */
    [[nodiscard]] Result<SecretBytes> unwrap(const Password &password) const;

    /** The same pair under another password, one revision on. */
    [[nodiscard]] Result<PersonKey> rewrapped(const SecretBytes &privateKey, const Password &password, const ScryptCost &cost) const;

    /** The exact bytes that travel, and back. Error: SlotsDamaged. */
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static Result<PersonKey> fromBytes(const QByteArray &bytes);
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<PersonKey> fromJson(const QJsonObject &object);

    friend bool operator==(const PersonKey &, const PersonKey &) = default;
};

} // namespace motcua::security
