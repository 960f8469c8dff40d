// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/EntryKey.h"

#include <QByteArray>

namespace motcua::journal {

/** Up to where a log goes, and its owner's word for it: every entry before is bound by the chain of hashes. */
struct LogHead
{
    EntryKey last = {};
    QByteArray hash = {}; ///< of the last entry's header, 32 bytes
    QByteArray publicKey = {}; ///< Ed25519 (RFC 8032), 32 bytes; of a log this store does not own it may be empty
    QByteArray signature = {}; ///< Ed25519 over signedBytes(last, hash), 64 bytes; empty when nobody vouches for exactly this place

    /** What the owner of a log signs: the 16 bytes "motcua head v1\0\0", origin 16, seq 8 big-endian, hash 32; 72 bytes. */
    [[nodiscard]] static QByteArray signedBytes(const EntryKey &last, const QByteArray &hash);

    friend bool operator==(const LogHead &, const LogHead &) = default;
};

} // namespace motcua::journal
