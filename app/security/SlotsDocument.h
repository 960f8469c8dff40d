// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/OpenedKeys.h"
#include "app/security/PersonKey.h"
#include "app/security/SlotFact.h"

#include <QList>

#include <optional>

namespace motcua::security {

/** One who may open the store: the data key in a box for their public key. */
struct KeySlot
{
    SlotFact::Kind kind = SlotFact::Kind::Person;
    Id id = {}; ///< null for recovery
    QByteArray publicKey = {};
    QByteArray box = {}; ///< the data key; empty when not admitted
    QByteArray nextBox = {}; ///< its successor during a rotation
    std::optional<PersonKey> person = {}; ///< there for persons

    [[nodiscard]] bool admitted() const { return !box.isEmpty(); }
};

/**
 * The content of a slots file.
 *
 * Layout, a line each: "motcua-keys 1"; hex SHA-256 of the first line and all after this one; hex HMAC-SHA256 of the body under a key
 * derived from the data key; then the body (JSON). The sum finds damage without a key; the HMAC finds what somebody without the data
 * key altered.
 */
struct SlotsDocument
{
    Id store = {};
    quint32 keyNumber = 1; ///< counts the rotations
    QByteArray keyCheck = {}; ///< tells a wrong data key from an altered file
    QByteArray nextCheck = {}; ///< the same for the successor; empty unless a rotation is under way
    QList<KeySlot> entries = {};

    QByteArray body = {}; ///< as read
    QByteArray mac = {}; ///< as read, in hex

    [[nodiscard]] bool rotating() const { return !nextCheck.isEmpty(); }
    [[nodiscard]] QByteArray checkFor(const SecretBytes &dataKey) const;
    [[nodiscard]] KeySlot *find(SlotFact::Kind kind, const Id &id);
    [[nodiscard]] const KeySlot *find(SlotFact::Kind kind, const Id &id) const;

    /** Puts `dataKey`, number `number`, into a box for `slot`. Error: Invalid (no usable public key). */
    [[nodiscard]] Result<QByteArray> boxFor(const KeySlot &slot, const SecretBytes &dataKey, quint32 number) const;
    [[nodiscard]] std::optional<SecretBytes> openBox(const KeySlot &slot, const SecretBytes &privateKey, const QByteArray &box,
                                                     quint32 number) const;

    /** The whole file, authenticated with `dataKey`. */
    [[nodiscard]] QByteArray encoded(const SecretBytes &dataKey) const;

    /** Errors: SlotsDamaged, FileNewer. */
    [[nodiscard]] static Result<SlotsDocument> decoded(const QByteArray &file);

    /** Errors: StoreWrongKey, SlotsDamaged (altered). */
    [[nodiscard]] Result<> authenticated(const SecretBytes &dataKey) const;
};

} // namespace motcua::security
