// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QJsonObject>

namespace motcua::security {

/** What a portal signs of a catalogue package it gives its desks. */
struct SignedCatalogue
{
    static constexpr qint64 MostEdition = 9'007'199'254'740'991; ///< what every JSON can hold

    qint64 edition = 0; ///< from 1; a later one is larger
    qint64 bytes = 0; ///< of the package
    QByteArray sha256 = {}; ///< likewise
    qint64 atMs = 0; ///< when it was published, ms since 1970-01-01 UTC
    Id origin = {}; ///< whose log the portal writes
    QByteArray publicKey = {}; ///< Ed25519 of that log
    QByteArray signature = {}; ///< over signedBytes()

    /** The 16 bytes "motcua law v1\0\0\0", origin 16, edition 8, bytes 8, atMs 8, sha256 32, integers big-endian; 88 bytes. */
    [[nodiscard]] QByteArray signedBytes() const;
    /** Whether the key it names signed it. Whose key that is is for whoever asks to know. */
    [[nodiscard]] bool isSigned() const;
    /** Whether these are the bytes it speaks of. */
    [[nodiscard]] bool covers(const QByteArray &package) const;

    /** Error: PeerNonsense. */
    [[nodiscard]] static Result<SignedCatalogue> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const SignedCatalogue &, const SignedCatalogue &) = default;
};

} // namespace motcua::security
